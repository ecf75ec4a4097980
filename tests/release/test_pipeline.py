"""The pipeline, without GitLab: every job's script runs in a checkout with a bare remote.

Only what installs is left out: `uv run` stands for this environment, and apt-get and pip write
down what they were asked for.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from scratch_clone import Clone, run_git

from backend_notes.project import Project

BIN = Path(sys.executable).parent
KEYWORDS = {"stages", "workflow", "default", "variables"}
SECRET = "PAGES_TOKEN"

_UV = """\
#!/bin/sh
echo "uv $*" >> "$CALLS"
[ "$1" = run ] || exit 0
shift
[ "$1" != --no-sync ] || shift
case "$*" in "pytest"|"notes bench"|"python -c "*) exit 0 ;; esac
exec "$@"
"""
_PYTHON = """\
#!/bin/sh
if [ "$1 $2" = "-m pip" ]; then echo "python3 $*" >> "$CALLS"; exit 0; fi
case "$2" in *sysconfig*) dirname "$0"; exit 0 ;; esac
exec {python} "$@"
"""
_NOTE = '#!/bin/sh\necho "{name} $*" >> "$CALLS"\n'


@pytest.fixture(scope="session")
def pipeline(project: Project) -> dict[str, Any]:
    """.gitlab-ci.yml."""
    found: dict[str, Any] = yaml.safe_load((project.root / ".gitlab-ci.yml").read_text("utf-8"))
    return found


@pytest.fixture(scope="session")
def jobs(pipeline: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Its jobs by their names."""
    return {name: job for name, job in pipeline.items() if name not in KEYWORDS}


@dataclass
class Ran:
    """What a job did."""

    status: int
    output: str
    calls: list[str] = field(default_factory=list)


@pytest.fixture
def run_job(jobs: dict[str, dict[str, Any]], tmp_path: Path) -> Callable[..., Ran]:
    """Run a job's script in a checkout: `run_job("content", clone, CI_COMMIT_TAG="v1.0")`."""
    tools, log = tmp_path / "tools", tmp_path / "calls"
    tools.mkdir()
    scripts = {"uv": _UV, "python3": _PYTHON.format(python=sys.executable)}
    scripts |= {name: _NOTE.format(name=name) for name in ("apt-get", "sudo")}
    for name, text in scripts.items():
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)

    def run(name: str, checkout: Project, **variables: str) -> Ran:
        log.write_text("")
        inherited = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("CI", "GIT_", "PYTEST_")) and not key.endswith("_URL")
        }
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", "\n".join(jobs[name]["script"])],
            cwd=checkout.root,
            env=inherited
            | {"PATH": f"{tools}:{BIN}:{os.environ['PATH']}", "CALLS": str(log), "CI": "true"}
            | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=120,
        )
        return Ran(done.returncode, done.stdout, log.read_text().splitlines())

    return run


def checked_out(clone: Clone) -> Clone:
    """As a runner leaves it: a commit, on no branch."""
    run_git(clone.root, "checkout", "--quiet", "--detach")
    return clone


def test_jobs_come_in_the_order_of_their_stages(
    pipeline: dict[str, Any], jobs: dict[str, dict[str, Any]]
) -> None:
    assert pipeline["stages"] == ["check", "test", "build", "pages"]
    assert {job["stage"] for job in jobs.values()} == set(pipeline["stages"])


def test_every_python_is_tested_with_the_services_of_gitlab_and_once_with_none(
    project: Project, jobs: dict[str, dict[str, Any]]
) -> None:
    versions = jobs["suite"]["parallel"]["matrix"][0]["PYTHON"]
    assert versions == ["3.11", "3.12", "3.13", "3.14"]
    supported = re.search('requires-python = "(.*)"', (project.root / "pyproject.toml").read_text())
    assert supported and supported[1] == ">=3.11.5,<3.15"
    compose = yaml.safe_load((project.root / "compose.yaml").read_text("utf-8"))
    for service in jobs["suite"]["services"]:
        assert service["name"] == compose["services"][service["alias"]]["image"]
    assert "services" not in jobs["suite on a bare machine"]
    assert jobs["suite"]["script"] == jobs["suite on a bare machine"]["script"] == ["bash .ci/run"]


def test_only_the_job_that_publishes_knows_a_secret_and_it_runs_for_no_merge_request(
    jobs: dict[str, dict[str, Any]],
) -> None:
    knowing = [name for name, job in jobs.items() if SECRET in json.dumps(job)]
    assert knowing == ["pages"]
    assert jobs["pages"]["rules"] == [
        {"if": f'${SECRET} && $CI_PIPELINE_SOURCE != "merge_request_event"'}
    ]
    assert jobs["pages"]["resource_group"] and jobs["pages"]["interruptible"] is False


def test_nothing_is_built_from_a_shallow_clone(pipeline: dict[str, Any]) -> None:
    assert pipeline["variables"]["GIT_DEPTH"] == "0"


@pytest.mark.parametrize(
    ("tag", "released"),
    [("v1.0", True), ("v1.0.1", True), ("v1.10", True), ("1.0", False), ("v1.0rc1", False)],
)
def test_which_tags_are_releases(pipeline: dict[str, Any], tag: str, released: bool) -> None:
    rule = next(
        rule["if"] for rule in pipeline["workflow"]["rules"] if "CI_COMMIT_TAG" in rule["if"]
    )
    pattern = rule.partition("=~ /")[2].removesuffix("/")
    assert (re.search(pattern, tag) is not None) == released


def test_content(clone: Clone, run_job: Callable[..., Ran]) -> None:
    ran = run_job("content", checked_out(clone))
    assert ran.status == 0, ran.output
    assert "Nothing is released yet." in ran.output
    assert json.loads((clone.root / "codequality.json").read_text()) == []


def test_content_reports_its_findings_for_the_diff_and_in_the_log(
    clone: Clone, run_job: Callable[..., Ran]
) -> None:
    clone.write("docs/index.md", (clone.docs / "index.md").read_text() + "\nAn [empty]() link.\n")
    clone.commit()
    ran = run_job("content", checked_out(clone))
    assert ran.status == 1
    assert "the link has no target [empty-link]" in ran.output
    report = json.loads((clone.root / "codequality.json").read_text())
    assert [entry["check_name"] for entry in report] == ["empty-link"]


def test_content_knows_the_pages_of_the_latest_release(
    clone: Clone, another: Callable[..., Clone], run_job: Callable[..., Ran]
) -> None:
    clone.write("docs/news.md", "---\ntitle: News\ndescription: New.\n---\n\n# News\n")
    clone.replace("mkdocs.yml", "  - Home: index.md\n", "  - Home: index.md\n  - news.md\n")
    clone.publish("1.0")
    hers = another("hers")
    run_git(hers.root, "update-ref", "-d", "refs/remotes/origin/gh-pages")
    (hers.docs / "news.md").unlink()
    hers.replace("mkdocs.yml", "  - news.md\n", "")
    hers.commit(push=False)
    ran = run_job("content", checked_out(hers))
    assert ran.status == 1
    assert "release 1.0 has a page at `news/`, and nothing is there now" in ran.output


def test_style(clone: Clone, run_job: Callable[..., Ran]) -> None:
    clone.write("good.py", '"""Good."""\n')
    ran = run_job("style", checked_out(clone))
    assert json.loads((clone.root / "ruff.json").read_text()) == [], ran.output
    clone.write("bad.py", "import os\n")
    ran = run_job("style", clone)
    assert ran.status == 1
    assert "F401" in ran.output
    assert "F401" in (clone.root / "ruff.json").read_text()


@pytest.mark.parametrize("job", ["suite", "suite on a bare machine"])
def test_suite(project: Project, run_job: Callable[..., Ran], tmp_path: Path, job: str) -> None:
    checkout = Project(tmp_path / "checkout")
    (checkout.root / ".ci").mkdir(parents=True)
    (checkout.root / ".ci" / "run").write_text((project.root / ".ci" / "run").read_text())
    ran = run_job(job, checkout)
    assert ran.status == 0, ran.output
    assert ran.calls[-1] == "uv run pytest"


def test_preview(clone: Clone, run_job: Callable[..., Ran]) -> None:
    run_git(clone.root, "switch", "--quiet", "--create", "better")
    clone.write("docs/index.md", (clone.docs / "index.md").read_text() + "\nBetter.\n")
    clone.commit(push=False)
    base = run_git(clone.root, "rev-parse", "main").strip()
    ran = run_job(
        "preview",
        checked_out(clone),
        CI_MERGE_REQUEST_DIFF_BASE_SHA=base,
        CI_PROJECT_PATH="group/docs/notes",
        CI_PROJECT_ROOT_NAMESPACE="group",
        CI_PAGES_DOMAIN="gitlab.example",
        CI_JOB_ID="42",
    )
    assert ran.status == 0, ran.output
    assert "docs/index.md: its text" in ran.output
    assert '<a href="index.html">' in (clone.root / "site" / "changed.html").read_text("utf-8")
    assert (clone.root / "preview.env").read_text() == (
        "PREVIEW_URL=https://group.gitlab.example/-/docs/notes/-/jobs/42/artifacts/site/changed.html\n"
    )


def test_figures(clone: Clone, run_job: Callable[..., Ran]) -> None:
    ran = run_job("figures", checked_out(clone))
    assert ran.status == 0, ran.output
    assert ran.calls[-1] == "uv run notes bench"


def public(clone: Clone) -> dict[str, bytes]:
    """What the job hands to GitLab Pages."""
    folder = clone.root / "public"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def published(clone: Clone) -> dict[str, bytes]:
    """What stands on the branch."""
    names = run_git(clone.remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    return {name: clone.published_bytes(name) for name in names}


def test_pages_publishes_main_and_then_a_tag(
    clone: Clone, another: Callable[..., Clone], run_job: Callable[..., Ran]
) -> None:
    ran = run_job("pages", checked_out(clone), PUSH_URL=clone.remote.as_uri())
    assert ran.status == 0, ran.output
    assert "dev is published." in ran.output
    assert public(clone) == published(clone)

    tagged = another("tagged")
    tagged.announce("1.0")
    ran = run_job(
        "pages", checked_out(tagged), PUSH_URL=clone.remote.as_uri(), CI_COMMIT_TAG="v1.0"
    )
    assert ran.status == 0, ran.output
    assert "1.0 is published." in ran.output
    assert public(tagged) == published(tagged)
    assert {"dev/index.html", "1.0/index.html", "latest/index.html"} <= set(public(tagged))
    assert "uv pip install --quiet --require-hashes --requirement requirements.lock" in ran.calls


def test_pages_publishes_nothing_of_a_refused_release(
    clone: Clone, run_job: Callable[..., Ran]
) -> None:
    ran = run_job("pages", checked_out(clone), PUSH_URL=clone.remote.as_uri(), CI_COMMIT_TAG="v1.0")
    assert ran.status == 1
    assert "CHANGELOG.md says nothing about 1.0" in ran.output
    assert not (clone.root / "public").exists()
