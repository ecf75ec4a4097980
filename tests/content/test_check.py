"""Checking a whole project: which findings are reported, and that nothing makes it stumble."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from backend_notes.content import check
from backend_notes.content.check import check_project
from backend_notes.finding import Finding
from backend_notes.project import Project

PAGE = "docs/core-concepts/decorators.md"
FOLDER = "snippets/core_concepts/decorators"


@pytest.fixture
def broken(good: Project) -> Project:
    """One finding on a page, one on its snippets, one elsewhere."""
    for name in (PAGE, "docs/index.md"):
        with (good.root / name).open("a", encoding="utf-8") as file:
            file.write("\nSimply done.\n")
    (good.root / FOLDER / "spare.py").touch()
    return good


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ([], [PAGE, "docs/index.md", f"{FOLDER}/spare.py"]),
        (["docs"], [PAGE, "docs/index.md"]),
        (["docs/index.md"], ["docs/index.md"]),
        ([PAGE], [PAGE, f"{FOLDER}/spare.py"]),
        ([f"{FOLDER}/order.py"], []),
        (["docs/index.md", FOLDER], ["docs/index.md", f"{FOLDER}/spare.py"]),
    ],
)
def test_paths_choose_what_is_reported(
    broken: Project, wanted: list[str], found: list[str]
) -> None:
    findings = check_project(broken, [broken.root / name for name in wanted])
    assert [finding.path for finding in findings] == found


def test_a_path_that_does_not_exist_is_an_error(good: Project) -> None:
    with pytest.raises(FileNotFoundError, match=r"none\.md does not exist"):
        check_project(good, [good.docs / "none.md"])


@pytest.mark.parametrize("name", [PAGE, f"{FOLDER}/order.py", f"{FOLDER}/order.out"])
def test_a_file_that_is_no_utf_8_is_a_finding(good: Project, name: str) -> None:
    (good.root / name).write_bytes(b"# One\n\nCaf\xe9\n")
    assert Finding(
        name, 3, "encoding", "byte 0xe9 is not UTF-8", "save the file as UTF-8"
    ) in check_project(good)


def test_a_configuration_that_is_no_utf_8_is_a_finding(good: Project) -> None:
    good.config.write_bytes(b"site_name: Caf\xe9\n")
    assert [finding.rule for finding in check_project(good)] == ["site-configuration"]


def test_a_project_of_nothing_but_a_configuration_is_clean(scratch: Project) -> None:
    scratch.config.write_text("nav: []\n", encoding="utf-8")
    assert check_project(scratch) == []


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_makes_a_rule_crash(good: Project, seed: int) -> None:
    """Lines lost, doubled, swapped, cut or re-indented, in every text file at once."""
    chance = random.Random(seed)
    texts = [*good.docs.rglob("*.md"), *good.docs.rglob("*.yml"), *good.snippets.rglob("*.*")]
    for path in [good.config, *texts]:
        lines = path.read_text(encoding="utf-8").split("\n")
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(lines))
            damage = chance.choice(["lose", "double", "swap", "cut", "indent", "noise"])
            line = lines[place]
            match damage:
                case "lose":
                    lines[place : place + 1] = []
                case "double":
                    lines.insert(place, line)
                case "swap":
                    lines[place], lines[-1] = lines[-1], line
                case "cut":
                    lines[place] = line[: chance.randint(0, len(line))]
                case "indent":
                    lines[place] = " " * chance.randint(0, 9) + line.lstrip()
                case "noise":
                    lines[place] = line + chance.choice("`[](){}<>:\"'!#-\t\0\x85\u2028")
            lines = lines or [""]
        path.write_text("\n".join(lines), encoding="utf-8")
    for finding in check_project(good):
        assert finding.line >= 1
        assert finding.message
        assert finding.fix


def test_the_module_can_be_run(
    good: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (good.root / "pyproject.toml").touch()
    monkeypatch.chdir(good.root)
    monkeypatch.setattr(sys, "argv", ["check", "docs"])
    assert check.main() == 0
    assert capsys.readouterr().out == "Nothing to report.\n"
    Path("docs/index.md").write_text("Just that.\n", encoding="utf-8")
    assert check.main() == 1
    assert "docs/index.md:1: `Just` fills a place and says nothing [filler]" in (
        capsys.readouterr().out
    )
