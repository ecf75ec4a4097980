"""Programs that the site serves: what `uv run <address>` gets."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from backend_notes.bench.static_server import serve_folder
from backend_notes.project import Project
from backend_notes.services.policy import skip_or_fail
from backend_notes.site.published import cloned_programs, published_programs
from backend_notes.snippets.imports import imports_of
from backend_notes.snippets.source import Snippet, find_snippets

REPOSITORY = "https://gitlab.example/notes"
Write = Callable[..., Snippet]


@pytest.fixture
def published(scratch: Project) -> Callable[[], dict[str, str]]:
    (scratch.root / "requirements.lock").write_text(
        "fastapi==0.165.0 \\\n    --hash=sha256:00\npyyaml==6.0.3 \\\n    --hash=sha256:00\n"
        "asyncpg==0.32.0 \\\n    --hash=sha256:00\nsqlalchemy==2.1.9 \\\n"
        "    --hash=sha256:00\npsycopg==3.3.9 \\\n    --hash=sha256:00\n"
    )
    (scratch.root / "pyproject.toml").write_text(
        '[dependency-groups]\nsnippets = ["fastapi[standard]>=0.165", {include-group = "x"}]\n'
    )
    return lambda: {
        program.address: program.text
        for program in published_programs(scratch, find_snippets(scratch), REPOSITORY)
    }


def test_a_program_states_its_packages_at_the_versions_of_the_lock(
    published: Callable[[], dict[str, str]], write: Write
) -> None:
    write(
        "fastapi/first/app.py",
        "import json\n\nimport yaml\nfrom fastapi import FastAPI\n\n"
        '# --8<-- [start:app]\napp = FastAPI()  # (1)!\nURL = "postgresql+asyncpg://"\n'
        "# --8<-- [end:app]\n",
    )
    assert published()["snippets/fastapi/first/app.py"] == (
        "# /// script\n"
        '# requires-python = ">=3.11"\n'
        "# dependencies = [\n"
        '#     "asyncpg==0.32.0",\n'
        '#     "fastapi[standard]==0.165.0",\n'
        '#     "pyyaml==6.0.3",\n'
        "# ]\n"
        "# ///\n"
        "import json\n\nimport yaml\nfrom fastapi import FastAPI\n\n"
        'app = FastAPI()\nURL = "postgresql+asyncpg://"\n'
    )


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ('import sqlalchemy\nURL = "postgresql://app@db/orders"\n', ["psycopg", "sqlalchemy"]),
        ('import sqlalchemy\nURL = "postgresql+asyncpg://app@db"\n', ["asyncpg", "sqlalchemy"]),
        ('import asyncpg\nURL = "postgresql://app@db/orders"\n', ["asyncpg"]),
        ('START = ["python", "-c", "import fastapi.routing"]\n', ["fastapi"]),
    ],
)
def test_what_nobody_imports_is_stated_too(
    published: Callable[[], dict[str, str]], write: Write, text: str, stated: list[str]
) -> None:
    write("database/first/rows.py", text)
    found = re.findall(r'^#     "([\w-]+)', published()["snippets/database/first/rows.py"], re.M)
    assert found == stated


def test_a_header_keeps_what_it_says(published: Callable[[], dict[str, str]], write: Write) -> None:
    write(
        "database/first/rows.py",
        '# /// script\n# requires-python = ">=3.12"\n# [tool.notes]\n# needs = ["postgres"]\n'
        "# ///\nprint(1)\n",
    )
    assert published()["snippets/database/first/rows.py"] == (
        "# /// script\n# dependencies = []\n"
        '# requires-python = ">=3.12"\n# [tool.notes]\n# needs = ["postgres"]\n# ///\n'
        "# It needs PostgreSQL (DATABASE_URL) in the environment.\nprint(1)\n"
    )


def test_a_program_of_several_files_says_how_to_get_them(
    published: Callable[[], dict[str, str]], write: Write
) -> None:
    write("fastapi/first/shop.py", "import yaml\n")
    write("fastapi/first/main.py", "import shop\n")
    text = published()["snippets/fastapi/first/main.py"]
    assert '#     "pyyaml==6.0.3",\n' in text
    assert (
        "# ///\n# It needs the files beside it. In a clone of https://gitlab.example/notes:\n"
        "# uv run notes run snippets/fastapi/first/main.py\nimport shop\n"
    ) in text


def test_neither_practice_nor_a_package_nor_a_mistake_is_published(
    published: Callable[[], dict[str, str]], write: Write
) -> None:
    write("practice/stock/solution.py", "print(1)\n")
    write("engine/__init__.py", "")
    write("engine/main.py", "print(1)\n")
    write("fastapi/first/bad.py", "# /// script\n# [tool.notes]\n# nedes = 1\n# ///\n")
    write("fastapi/first/good.py", "print(1)\n")
    assert list(published()) == ["snippets/fastapi/first/good.py"]


@pytest.mark.parametrize("key", ["core_concepts/decorators/late_binding"])
def test_uv_runs_a_published_program_alone(project: Project, tmp_path: Path, key: str) -> None:
    program = tmp_path / "program.py"
    programs = {
        program.address: program.text
        for program in published_programs(project, find_snippets(project), None)
    }
    program.write_text(programs[f"snippets/{key}.py"], "utf-8")
    command = ["uv", "run", "--offline", "--no-config", "--script", str(program)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    recorded = (project.snippets / f"{key}.out").read_text("utf-8")
    assert (done.stdout, done.returncode) == (recorded, 0), done.stderr


@pytest.mark.parametrize("key", ["core_concepts/configuration/error_report"])
def test_uv_runs_a_program_with_packages_from_its_address(
    project: Project, site: Path, tmp_path: Path, key: str
) -> None:
    with serve_folder(site) as address:
        program = f"{address}snippets/{key}.py"
        command = ["uv", "run", "--quiet", program]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    if re.search("dns error|client error|error sending request|offline", done.stderr):
        skip_or_fail(ConnectionError(f"uv cannot fetch packages: {done.stderr.strip()}"))
    recorded = (project.snippets / f"{key}.out").read_text("utf-8")
    assert (done.stdout, done.stderr, done.returncode) == (recorded, "", 0)
    assert "dependencies = [\n" in (site / "snippets" / f"{key}.py").read_text("utf-8")


def test_a_program_that_needs_more_than_packages_is_for_clones(
    published: Callable[[], dict[str, str]], scratch: Project, write: Write
) -> None:
    write("fastapi/first/shop.py", "")
    write("fastapi/first/main.py", "import shop\n")
    write("fastapi/first/alone.py", "import fastapi\n")
    write("fastapi/first/test_main.py", "def test_main() -> None: ...\n")
    write("logging/layout/src/warehouse/__main__.py", "from warehouse import picking\n")
    head = "# /// script\n# [tool.notes]\n# {}\n# ///\n"
    write("fastapi/first/rows.py", head.format('needs = ["postgres"]'))
    write("fastapi/first/quiet.py", head.format('env = { PYTHONWARNINGS = "ignore" }'))
    programs = {
        program.key: program
        for program in published_programs(scratch, find_snippets(scratch), None)
    }
    assert cloned_programs(programs.values()) == [
        "practice/",
        *(f"fastapi/first/{name}.py" for name in ("main", "quiet", "rows", "test_main")),
        "logging/layout/src/warehouse/__main__.py",
    ]
    assert "# pytest runs it. In a clone" in published()["snippets/fastapi/first/test_main.py"]
    said = "# It needs PYTHONWARNINGS=ignore in the environment.\n"
    assert said in programs["fastapi/first/quiet.py"].text


def test_every_published_program_pins_what_it_imports(project: Project) -> None:
    lock = (project.root / "requirements.lock").read_text("utf-8")
    owners = packages_distributions()
    for program in published_programs(project, find_snippets(project), None):
        address, text = program.address, program.text
        stated = set(re.findall(r'^#     "([\w-]+)(?:\[.*\])?==(.+)",$', text, re.MULTILINE))
        assert all(f"\n{name}=={version} " in f"\n{lock}" for name, version in stated), address
        imports, _ = imports_of(project.root / address)
        names = {
            name for module in imports - sys.stdlib_module_names for name in owners.get(module, [])
        }
        names = {canonicalize_name(name) for name in names} - {"python-backend-notes"}
        assert names <= {name for name, _ in stated}, address
