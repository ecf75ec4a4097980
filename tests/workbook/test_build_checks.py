"""`notes build-check`: what it says on the tree as it stands, on a solution, and in between."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from command import run

from backend_notes.builds.all import BUILDS
from backend_notes.builds.steps import SOUND, State, Step, take
from backend_notes.cli import main
from backend_notes.project import Project
from backend_notes.services.errors import ServiceUnavailableError
from backend_notes.services.lease import Services
from backend_notes.services.policy import demand_service

NEEDS_RABBITMQ = {"d"}
PATCHES = {
    **{name: f"build-{name}" for name in "abcdeg"},
    "f": "blocking-handler",
    "capstone": "capstone",
}
UNWRITTEN = "It is not written yet."
# For each Build: how many sentences are true today, and what is said about the next one.
TODAY = {
    "a": (1, 'GET /countries answers with status 404 instead of 200: {"detail": "Not Found"}'),
    "b": (3, "GET /get_order_data/at/AT-2 returns as `note`: none."),
    "c": (1, UNWRITTEN),
    "d": (1, UNWRITTEN),
    "e": (1, UNWRITTEN),
    "f": (2, "s before anybody read it, while get_order_data waited 1.5 s for its order."),
    "g": (1, UNWRITTEN),
    "capstone": (1, "No file of snippets/picking_engine differs from main."),
}

every_build = pytest.mark.parametrize("name", BUILDS)
Edit = Callable[[str, str, str], str]


@pytest.fixture
def check(branch: Project, services: Services) -> Callable[[str], list[Step]]:
    """Check a Build in the copy."""

    def check(name: str) -> list[Step]:
        if name in NEEDS_RABBITMQ:
            demand_service(services, "rabbitmq")
        return take(BUILDS[name], branch, services)

    return check


def states(steps: list[Step]) -> str:
    """Such as `dd m l`: done, missing, later."""
    return "".join(step.state[0] for step in steps)


@every_build
def test_a_build_is_not_done_in_the_tree_as_it_stands(name: str, check: Callable) -> None:
    steps = check(name)
    done, found = TODAY[name]
    assert states(steps) == "d" * done + "m" + "l" * (len(steps) - done - 1)
    assert steps[done].found.endswith(found)
    assert steps[done].look
    assert [step.sentence for step in steps] == [SOUND, *BUILDS[name].sentences]


@every_build
def test_its_reference_patch_solves_it(name: str, check: Callable, apply: Callable) -> None:
    apply(PATCHES[name])
    steps = check(name)
    assert [step.found for step in steps if step.found] == []
    assert {step.state for step in steps} == {State.DONE}


def test_the_patches_fit_together_and_leave_clean_code(copy: Project, apply: Callable) -> None:
    for patch in PATCHES.values():
        apply(patch)
    tools = Path(sys.executable).parent
    for command in (["ruff", "check"], ["ruff", "format", "--check"]):
        run(copy.root, str(tools / command[0]), *command[1:], "--no-cache", "snippets", "tests")


def test_the_list_of_builds_and_the_patches_are_the_same(project: Project) -> None:
    folder = project.snippets / "picking_engine/exercises"
    patches = {path.stem for path in folder.glob("*.patch")}
    builds = {name for name in patches if name.startswith(("build-", "capstone"))}
    assert builds == {*PATCHES.values()} - {"blocking-handler"}
    assert BUILDS.keys() == PATCHES.keys()


WRONG = [
    ("a", "routes.py", "settings.warehouses\n", "list(settings.warehouses)[:1]\n", 2,
     "For `at` it returns [101] instead of [101, 102]."),
    ("a", "routes.py", '@router.post("/process_order_without_decision")\n', "", 3,
     "POST /process_order_without_decision is gone."),
    ("b", "models.py", "note: str | None = None", "note: str", 1,
     "POST /process_order answers with status 422 instead of 200:"),
    ("b", "models.py", "note: str | None = None", "note: str | int | None = None", 4,
     "POST /process_order answers with status 200 instead of 422:"),
    ("c", "exercises/waiting.py", "zrange(", "zrevrange(", 2, 'expected [\n  "AT-2 at'),
    ("c", "exercises/waiting.py", " if data is not None", "", 3,
     "snippets/picking_engine/exercises/waiting.py:27: TypeError: the JSON object must be str,"),
    ("d", "exercises/picked.py", '"wapi-events"', '"wapi-event"', 1,
     "ChannelClosedByBroker: (404, \"NOT_FOUND - no exchange 'wapi-event'"),
    ("d", "exercises/picked.py", "by_alias=True", "by_alias=False", 1,
     'The service does not take this for AT-1 being picked: {"order_id":"AT-1"'),
    ("d", "exercises/picked.py", "wapi-order-event", "wapi", 1,
     "No message came to the exchange with that routing key."),
    ("e", "exercises/choices.sql", "WHERE had_choice\n", "", 2,
     "It returns AUTOMATED 8, MANUAL 6; right is MANUAL 1, AUTOMATED 3."),
    ("e", "exercises/choices.sql", "DESC", "ASC", 3, "The rows come as AUTOMATED 2, MANUAL 4."),
    ("e", "exercises/choices.sql", "sector, count(*)", "count(*)", 1,
     "A row is (3,) and should be a sector and a number."),
    ("e", "exercises/choices.sql", "FROM decision_analysis\n", "FROM decisions\n", 1,
     "snippets/picking_engine/exercises/choices.sql:4: PostgreSQL says:"
     ' relation "decisions" does not exist.'),
    ("e", "exercises/choices.sql", "SELECT sector", "DELETE FROM decision_analysis; SELECT sector",
     1, "choices.sql: PostgreSQL says: cannot execute DELETE in a read-only transaction."),
    ("f", "routes.py", "time.sleep(0.1)", 'raise NotFoundError("no")', 1, "should wait 1.5 s."),
    ("g", "exercises/tenant.py", "exclude_none=True)",
     "exclude_none=True) | {'x': settings.database.password.get_secret_value()}", 2,
     "A password stands in plain text: x = a-word-for-postgres"),
    ("g", "exercises/tenant.py", "by_alias=True", "by_alias=False", 3,
     "No line starts with `rabbitmq.virtual-host = `."),
    ("g", "exercises/tenant.py", 'f"{name} = {value}"', 'f"{name} = {value}".replace("*", "x")', 4,
     "The masked password reads: rabbitmq.password = xxxxxxxxxx"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "done", "found"),
    WRONG,
    ids=[f"{case[0]}-{number}" for number, case in enumerate(WRONG)],
)
def test_what_is_wrong_is_said(
    name: str, file: str, old: str, new: str, done: int, found: str,
    check: Callable, apply: Callable, edit: Edit,
) -> None:  # fmt: skip
    apply(PATCHES[name])
    edit(file, old, new)
    steps = check(name)
    assert found in steps[done].found
    assert states(steps)[: done + 1] == "d" * done + "m"
    assert not any("Traceback" in step.found for step in steps)


UNSOUND = [
    ("models.py", "class Product(CamelModel):", "class Product(CamelModel)",
     "snippets/picking_engine/models.py:{line}: expected ':'."),
    ("routes.py", "router = APIRouter(", "router = Router(",
     "snippets/picking_engine/routes.py:{line}: NameError: name 'Router' is not defined."
     " Did you mean: 'APIRouter'?"),
    ("exercises/picked.py", "-> None:", "-> None",
     "snippets/picking_engine/exercises/picked.py:{line}: expected ':'."),
    ("app.py", "from picking_engine import routes\n", "import sys\n\nsys.exit(3)\n",
     "It ends the whole program instead of returning."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "found"), UNSOUND)
def test_code_that_does_not_even_load_is_one_sentence(
    file: str, old: str, new: str, found: str, check: Callable, edit: Edit
) -> None:
    text = edit(file, old, new)
    steps = check("g")
    assert states(steps) == "m" + "l" * 4
    assert steps[0].found == found.format(line=text[: text.index(new)].count("\n") + 1)


def test_an_error_in_a_handler_is_one_sentence(
    check: Callable, apply: Callable, edit: Edit
) -> None:
    apply("build-a")
    edit("routes.py", "country: settings.warehouses", "country: settings.warehouse")
    found = check("a")[1].found
    assert found == (
        "GET /countries answers with status 500: snippets/picking_engine/routes.py:90:"
        " AttributeError: 'TenantSettings' object has no attribute 'warehouse'."
    )


def test_a_service_that_does_not_start_is_one_sentence(check: Callable, edit: Edit) -> None:
    edit("gunicorn_conf.py", "settings = get_settings()", "settings = get_setting()")
    assert check("a")[1].found == (
        "The service does not start: snippets/picking_engine/gunicorn_conf.py:64:"
        " NameError: name 'get_setting' is not defined. Did you mean: 'get_settings'?"
    )


def test_the_command_tells_and_ends_with_a_code(
    branch: Project, apply: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(branch.root)
    before = CliRunner().invoke(main, ["build-check", "g"])
    assert before.exit_code == 1
    assert before.output == (
        "Build G: a configuration that one may print\n"
        "\n"
        "  done     The service's files can be read and imported.\n"
        "  missing  `describe` returns a list of lines.\n"
        "           It is not written yet.\n"
        "  later    No password stands in them.\n"
        "  later    Every setting has its line with its full name and its value.\n"
        "  later    A password that is set reads as asterisks.\n"
        "\n"
        "Look next: snippets/picking_engine/exercises/tenant.py:15;"
        " the docstring says what it does.\n"
    )
    apply("build-g")
    after = CliRunner().invoke(main, ["build-check", "G"])
    assert after.exit_code == 0
    assert after.output.endswith("\nAll of it works. Who may read the log that this goes to?\n")


def test_without_rabbitmq_build_d_says_how_to_get_it(
    branch: Project, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    lease = services.lease

    def without(needs: list[str]) -> object:
        if "rabbitmq" in needs:
            raise ServiceUnavailableError("RabbitMQ is not available. Install it.")
        return lease(needs)

    monkeypatch.setattr(services, "lease", without)
    with pytest.raises(ServiceUnavailableError, match="Install it"):
        take(BUILDS["d"], branch, services)


CAPSTONE_WRONG = [
    ("routes.py", '"/get_prediction/{country}/{warehouse_id}"', '"/get_orders/{country}/{x}"', 3,
     "test_prediction_route.py"),
    ("../../MERGE_REQUEST.md", "## How I know", "## Proof", 5,
     "MERGE_REQUEST.md has no heading `How I know`."),
    ("../../tests/picking_engine/test_prediction_route.py", "/get_prediction/at/101", "/ping", 3,
     "test_prediction_route.py"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "done", "found"), CAPSTONE_WRONG)
def test_what_a_merge_request_lacks_is_said(
    file: str, old: str, new: str, done: int, found: str,
    check: Callable, apply: Callable, edit: Edit,
) -> None:  # fmt: skip
    apply("capstone")
    edit(file, old, new)
    steps = check("capstone")
    assert states(steps)[: done + 1] == "d" * done + "m"
    assert found in steps[done].found


def test_a_test_that_passes_without_the_change_is_not_enough(
    check: Callable, apply: Callable, branch: Project
) -> None:
    apply("capstone")
    test = branch.root / "tests/picking_engine/test_prediction_route.py"
    test.write_text('"""Nothing."""\n\n\ndef test_nothing() -> None:\n    assert True\n')
    steps = check("capstone")
    assert states(steps) == "ddddml"
    assert steps[4].found.startswith("It passes without the change too")


def test_a_cured_flaw_counts_as_a_change(check: Callable, apply: Callable) -> None:
    apply("blocking-handler")
    steps = check("capstone")
    assert states(steps) == "dddmll"
    assert steps[3].found == "No new or changed test in tests/picking_engine."
