"""What "Run in the page" adds to the site: Python, archives, programs, and one list of them all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from backend_notes.project import Project
from backend_notes.site.runtime.cache import RuntimeUnavailableError, digest_of
from backend_notes.site.runtime.prepare import prepare_runtime
from backend_notes.site.runtime.programs import files_by_folder, find_programs
from backend_notes.snippets.source import Snippet

ADDRESS = "assets/runtime"
INDEX = f"{ADDRESS}/programs.json"


def runtime_files(
    project: Project,
    snippets: Sequence[Snippet],
    modules: Path | None,
    *,
    say: Callable[[str], None] = lambda _: None,
    warn: Callable[[str], None] = lambda _: None,
) -> Iterator[tuple[str, Path | str]]:
    """Everything to serve, as (path on the site, file or text).

    Where Python cannot be had the list of programs is served alone, and programs do not run.

    Args:
        project: the checkout.
        snippets: all of its snippets.
        modules: node_modules, None where there are no packages.
        say: told in one line what takes a while, and which versions differ from the site's.
        warn: told in one line why programs will not run.
    """
    runtime = None
    try:
        runtime = prepare_runtime(project, modules, say)
    except RuntimeUnavailableError as error:
        if modules:  # where there are no packages at all, that has been said
            warn(f"Programs do not run in the page ({error}).")
    folders: dict[str, str] = {}
    programs = list(find_programs(snippets, runtime.modules if runtime else {}))
    with_programs = {program.folder for program in programs}
    for folder, files in files_by_folder(snippets).items():
        if folder not in with_programs:
            continue
        text = _json(files)
        name = f"programs/{folder.replace('/', '-')}.{digest_of([text.encode()])}.json"
        folders[folder] = name
        yield f"{ADDRESS}/{name}", text
    index: dict[str, Any] = {"runtime": None, "folders": folders, "programs": {}}
    for program in programs:
        entry: dict[str, Any] = {"reason": program.reason} if program.reason else {}
        if program.archives:
            entry["archives"] = program.archives
        if program.env:
            entry["env"] = program.env
        index["programs"][program.name] = entry
    if runtime:
        for package, ours, theirs in runtime.differences:
            say(f"In the page {package} is {theirs}, elsewhere {ours}")
        index["runtime"] = {
            "folder": f"{runtime.version}/",  # from this list; a release moves it
            "sizes": runtime.sizes,
            "binaries": runtime.binaries,
            "versions": runtime.versions,
            "modules": runtime.modules,
            "differences": runtime.differences,
            "lock": runtime.lock,
        }
        for file, path in runtime.files.items():
            yield f"{ADDRESS}/{runtime.version}/{file}", path
    yield INDEX, _json(index)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
