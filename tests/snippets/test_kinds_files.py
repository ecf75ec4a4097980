"""Files that are parsed or linted: each mistake is found on its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from backend_notes.services.lease import Services
from backend_notes.snippets import process, verify
from backend_notes.snippets.kinds import kind_of
from backend_notes.snippets.source import Snippet

Write = Callable[..., Snippet]


def schema(name: str) -> str:
    return f'# /// script\n# [tool.notes]\n# schema = "{name}"\n# ///\n'


GOOD = {
    "Dockerfile": "FROM python:3.13-slim\n# Debian keeps only the newest version.\n"
    "# hadolint ignore=DL3008\nRUN apt-get update && apt-get install -y --no-install-recommends"
    " curl && rm -rf /var/lib/apt/lists/*\n",
    "Dockerfile.dev": "FROM python:3.13-slim\n",
    "slim.dockerfile": "# --8<-- [start:a]\nFROM python:3.13-slim\n# --8<-- [end:a]\n",
    "deploy.sh": '#!/bin/sh\nset -eu\ncd "$1"\n# shellcheck disable=SC2086 # words on purpose\n'
    "echo $2\n",
    "compose.yaml": "services:\n  web:\n    image: shop:1\n    ports: ['8000:8000']\n",
    "compose.test.yml": "services: {web: {image: 'shop:1'}}\n",
    "gitlab-ci.yml": "spec:\n  inputs: {}\n---\ntest:\n  script: [a, !reference [.b, script]]\n",
    "shop.gitlab-ci.yml": "test:\n  script: [pytest]\n",
    "two.yaml": "a: on\n---\nb: 2024-01-02\n",
    "workflow.yml": schema("vendor.github-workflows")
    + "on: push\njobs: {a: {runs-on: x, steps: [{run: y}]}}\n",
    "a.toml": "[a]\nb = 1\n",
    "uv.lock": "version = 1\n",
    "a.json": '// --8<-- [start:a]\n{"a": "http://b"}\n// --8<-- [end:a]\n',
    "alembic.ini": "[alembic]\nscript_location = %(here)s/migrations\n",
    ".env": "# --8<-- [start:a]\nexport A=1\nB='two words'\nC=\n# --8<-- [end:a]\n",
    ".env.example": "A=\n",
    "app.env": "A=1\n",
    ".dockerignore": ".venv\n",
    ".gitignore": ".venv\n",
    ".python-version": "3.13\n",
    "requirements.txt": "fastapi\n",
    "README.md": "# Shop\n",
}

BAD = [
    ("Dockerfile", "# Shop\n\nFROM python\n", 3, "hadolint-DL3006", "Always tag the version"),
    ("Dockerfile", "FORM x\n", 1, "hadolint-DL1000", "unexpected 'F'"),
    (
        "Dockerfile",
        "# --8<-- [start:a]\n# hadolint ignore=DL3006\nFROM python\n",
        2,
        "silenced-rule",
        "`# hadolint ignore=DL3006` silences a rule without a reason",
    ),
    ("a.sh", "#!/bin/sh\n\necho $1\n", 3, "shellcheck-SC2086", "Double quote"),
    (
        "a.sh",
        "#!/bin/sh\n# shellcheck disable=SC2086\necho $1\n",
        2,
        "silenced-rule",
        "without a reason",
    ),
    (
        "compose.yaml",
        "services:\n  web:\n    image: a\n    prots: []\n",
        4,
        "data-schema",
        "`services.web`: Unevaluated properties are not allowed ('prots' was unexpected)",
    ),
    ("compose.yaml", "services: {}\nversion: '3'\n", 2, "compose-version", "obsolete"),
    (
        "a.gitlab-ci.yml",
        "test:\n  script: [a]\n  stage: 3\n",
        3,
        "data-schema",
        "`test.stage`: 3 is not",
    ),
    ("a.yaml", "a: 1\nb: 2\na: 3\n", 3, "data-syntax", 'found duplicate key "a"'),
    ("a.yaml", "a:\n\t- 1\n", 2, "data-syntax", "cannot start any token"),
    ("a.yaml", "a: !ENV x\n", 1, "data-syntax", "the tag '!ENV'"),
    ("a.yaml", "", 1, "data-syntax", "the file is empty"),
    ("a.yaml", "# only a comment\n", 1, "data-syntax", "the file is empty"),
    (
        "a.yml",
        schema("vendor.github-workflows") + "on: push\njobs:\n  a: 1\n",
        7,
        "data-schema",
        "`jobs.a`: 1 is not",
    ),
    ("a.yml", schema("nope") + "a: 1\n", 1, "data-schema", "has no schema `nope`"),
    ("a.yml", "# /// script\n# [tool.notes\n# ///\na: 1\n", 1, "snippet-header", "not TOML"),
    ("a.toml", "a = 1\nb = 2\na = 3\n", 3, "data-syntax", "Cannot overwrite a value"),
    ("a.toml", "a = 1\n[b\n", 2, "data-syntax", "Expected ']'"),
    ("uv.lock", "version =\n", 1, "data-syntax", "Invalid value"),
    ("a.json", '{"a": 1,\n "a": 2}\n', 2, "data-syntax", 'found duplicate key "a"'),
    ("a.json", '{"a": 1,\n}\n', 2, "data-syntax", "double quotes"),
    ("a.ini", "a = 1\n", 1, "data-syntax", "before the first `[section]`"),
    ("a.ini", "[a]\nb = 1\nb = 2\n", 3, "data-syntax", "`b` in `[a]` stands twice"),
    ("a.ini", "[a]\nb = 1\n[a]\n", 3, "data-syntax", "`[a]` stands twice"),
    ("a.ini", "[a]\nb\n", 2, "data-syntax", "`b` is neither `key = value` nor `[section]`"),
    (".env", "A=1\n\nB\n", 3, "data-syntax", "`B` is not of the form `NAME=value`"),
    ("a.env", "A=1\nB C=2\n", 2, "data-syntax", "`B C=2` is not of the form"),
    (".env.b", "A=1\nB=2\n\nA=3\n", 4, "data-syntax", "`A` stands twice; first on line 1"),
    (".dockerignore", "", 1, "text-empty", "the file is empty"),
    (".python-version", "latest\n", 1, "python-version", "`latest` is not a version"),
]


@pytest.mark.parametrize("name", GOOD)
def test_a_good_file_passes(write: Write, services: Services, name: str) -> None:
    assert verify.check(write(name, GOOD[name]), services) == []


@pytest.mark.parametrize(("name", "text", "line", "rule", "message"), BAD)
def test_mistakes_are_found_where_they_are(
    write: Write, services: Services, name: str, text: str, line: int, rule: str, message: str
) -> None:
    (finding,) = verify.check(write(name, text), services)
    assert (finding.path, finding.line, finding.rule) == (f"snippets/{name}", line, rule)
    assert message in finding.message
    assert finding.fix


def test_a_text_in_another_encoding_is_found(write: Write, services: Services) -> None:
    snippet = write("a.txt", "")
    snippet.path.write_bytes(b"a\nb\xff\n")
    (finding,) = verify.check(snippet, services)
    assert (finding.line, finding.rule) == (2, "text-encoding")


@pytest.mark.parametrize("name", ["Dockerfile", "deploy.sh"])
def test_a_missing_linter_is_a_finding_that_says_how_to_get_it(
    write: Write, services: Services, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(process, "find_tool", lambda tool: None)
    (finding,) = verify.check(write(name, GOOD[name]), services)
    assert finding.rule == "missing-tool"
    assert "uv sync" in finding.fix


def test_the_developers_own_configuration_does_not_count(
    write: Write, services: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / ".hadolint.yaml").write_text("ignored: [DL3006]\n")
    (home / ".shellcheckrc").write_text("disable=SC2086\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("SHELLCHECK_OPTS", "-e SC2086")
    assert verify.check(write("Dockerfile", BAD[0][1]), services)
    assert verify.check(write("a.sh", BAD[3][1]), services)


def test_an_unknown_kind_of_file_is_a_finding(write: Write, services: Services) -> None:
    assert kind_of(Path("a.xyz")) is None
    (finding,) = verify.check(write("a.xyz", "x"), services)
    assert finding.rule == "snippet-kind"
