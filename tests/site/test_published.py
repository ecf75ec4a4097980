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

from backend_notes.project import Project
from backend_notes.site.published import published_programs
from backend_notes.site.runtime.programs import imports_of
from backend_notes.snippets.source import Snippet

REPOSITORY = "https://gitlab.example/notes"
Write = Callable[..., Snippet]


@pytest.fixture
def published(scratch: Project) -> Callable[[], dict[str, str]]:
    (scratch.root / "requirements.lock").write_text(
        "fastapi==0.165.0 \\\n    --hash=sha256:00\npyyaml==6.0.3 \\\n    --hash=sha256:00\n"
        "asyncpg==0.32.0 \\\n    --hash=sha256:00\n"
    )
    (scratch.root / "pyproject.toml").write_text(
        '[dependency-groups]\nsnippets = ["fastapi[standard]>=0.165", {include-group = "x"}]\n'
    )
    return lambda: dict(published_programs(scratch, REPOSITORY))


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
    programs = dict(published_programs(project, None))
    program.write_text(programs[f"snippets/{key}.py"], "utf-8")
    command = ["uv", "run", "--offline", "--no-config", "--script", str(program)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    recorded = (project.snippets / f"{key}.out").read_text("utf-8")
    assert (done.stdout, done.returncode) == (recorded, 0), done.stderr


def test_every_published_program_pins_what_it_imports(project: Project) -> None:
    lock = (project.root / "requirements.lock").read_text("utf-8")
    owners = packages_distributions()
    for address, text in published_programs(project, None):
        stated = set(re.findall(r'^#     "([\w-]+)(?:\[.*\])?==(.+)",$', text, re.MULTILINE))
        assert all(f"\n{name}=={version} " in f"\n{lock}" for name, version in stated), address
        imports, _ = imports_of(project.root / address)
        names = {
            name for module in imports - sys.stdlib_module_names for name in owners.get(module, [])
        }
        names = {canonicalize_name(name) for name in names} - {"python-backend-notes"}
        assert names <= {name for name, _ in stated}, address
