"""Deployments that something gets in the way of: readers never see half of one."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from scratch_clone import Clone, run_git

from backend_notes.project import Project
from backend_notes.release import deploy
from backend_notes.release.errors import ReleaseError
from backend_notes.release.release import release

Push = Callable[[Project, str], None]


def interfere(monkeypatch: pytest.MonkeyPatch, *deeds: Callable[[], object]) -> None:
    """Before each push in turn, let somebody do something."""
    push, waiting = deploy.push, list(deeds)

    def push_too_late(project: Project, branch: str) -> None:
        if waiting:
            waiting.pop(0)()
        push(project, branch)

    monkeypatch.setattr(deploy, "push", push_too_late)


@pytest.mark.parametrize("first", ["0.9", None], ids=["a branch", "no branch yet"])
def test_somebody_else_publishes_meanwhile(
    clone: Clone, another: Callable[..., Clone], monkeypatch: pytest.MonkeyPatch, first: str | None
) -> None:
    if first:
        clone.publish(first)
    clone.announce("1.0")
    hers = another("hers")
    said: list[str] = []
    interfere(monkeypatch, lambda: release(hers, "dev"))
    release(clone, "1.0", said.append)

    assert "Somebody else published meanwhile: once more, on top of that." in said
    assert {"1.0/index.html", "dev/index.html"} <= set(clone.tree())
    log = run_git(clone.remote, "log", "--format=%s", "gh-pages")
    assert [line.split()[1] for line in log.splitlines()] == [
        "1.0",
        "dev",
        *([first] if first else []),
    ]


def test_somebody_else_publishes_the_same_version_meanwhile(
    clone: Clone, another: Callable[..., Clone], monkeypatch: pytest.MonkeyPatch
) -> None:
    clone.announce("1.0")
    hers = another("hers")
    hers.commit("Hers", "--allow-empty")
    interfere(monkeypatch, lambda: release(hers, "1.0"))
    with pytest.raises(ReleaseError, match=r"1\.0 is published already"):
        release(clone, "1.0")
    assert run_git(clone.remote, "rev-list", "--count", "gh-pages").strip() == "1"


def test_somebody_else_releases_a_higher_number_meanwhile(
    clone: Clone, another: Callable[..., Clone], monkeypatch: pytest.MonkeyPatch
) -> None:
    clone.announce("2.0")
    hers = another("hers")
    clone.announce("1.0")
    interfere(monkeypatch, lambda: release(hers, "2.0"))
    release(clone, "1.0")
    same = [
        run_git(clone.remote, "rev-parse", f"gh-pages:{name}/index.html")
        for name in ("latest", "2.0")
    ]
    assert len(set(same)) == 1
    assert '"aliases": [\n      "latest"\n    ]' in clone.published("versions.json").split("1.0")[0]


def test_others_publish_twice_meanwhile(
    clone: Clone, another: Callable[..., Clone], monkeypatch: pytest.MonkeyPatch
) -> None:
    clone.announce("1.0")
    hers = another("hers")
    clone.publish("0.9")
    run_git(hers.root, "pull", "--quiet")

    def advance() -> None:
        run_git(hers.root, "fetch", "--quiet")
        tip = run_git(
            hers.root,
            "commit-tree",
            "origin/gh-pages^{tree}",
            "-p",
            "origin/gh-pages",
            "-m",
            "Hers",
        ).strip()
        run_git(hers.root, "push", "--quiet", "origin", f"{tip}:refs/heads/gh-pages")

    interfere(monkeypatch, advance, advance)
    with pytest.raises(ReleaseError, match="Others published twice meanwhile"):
        release(clone, "1.0")
    assert not [name for name in clone.tree() if name.startswith("1.0/")]


def test_a_remote_that_refuses(clone: Clone) -> None:
    clone.publish("1.0")
    before = clone.tip()
    hook(clone, "echo 'gh-pages is protected' >&2; exit 1")
    with pytest.raises(ReleaseError, match="refuses the push, and nothing has changed") as error:
        release(clone, "dev")
    assert "gh-pages is protected" in str(error.value)
    assert clone.tip() == before
    assert run_git(clone.root, "branch", "--format=%(refname:short)").split() == ["main"]


def test_an_exception_on_the_way(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    clone.publish("1.0")
    before = clone.tip()

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(deploy, "files_of_root", stop)
        clone.publish("2.0")
    assert clone.tip() == before
    assert run_git(clone.root, "branch", "--format=%(refname:short)").split() == ["main"]
    release(clone, "2.0")


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["killed", "Ctrl+C"])
def test_the_process_ends_while_it_pushes(clone: Clone, tmp_path: Path, how: int) -> None:
    clone.publish("1.0")
    before, index = clone.tip(), clone.published("index.html")
    clone.announce("2.0")
    reached, go_on = tmp_path / "reached", tmp_path / "go-on"
    # The remote waits until the test lets go, or for five seconds at most.
    wait = f"for n in $(seq 100); do [ -e {go_on} ] && exit 1; sleep .05; done"
    hook(clone, f"touch {reached}; {wait}; exit 1")
    command = [sys.executable, "-m", "backend_notes.cli", "release", "2.0"]
    process = subprocess.Popen(
        command, cwd=clone.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not reached.exists():
            assert process.poll() is None
            time.sleep(0.01)
    finally:
        process.send_signal(how)
        process.wait(timeout=20)
        go_on.touch()
    hook(clone, "exit 0")

    assert clone.tip() == before
    assert clone.published("index.html") == index
    release(clone, "2.0")
    assert "2.0/index.html" in clone.tree()


def hook(clone: Clone, script: str) -> None:
    """What the remote does before it takes a push."""
    path = clone.remote / "hooks" / "pre-receive"
    path.write_text(f"#!/bin/sh\ncat >/dev/null\n{script}\n")
    path.chmod(0o755)
