"""Pages of the workbook have a place for the score of all sessions; other pages have none."""

from __future__ import annotations

from pathlib import Path

from small_site import copy_site

from backend_notes.project import Project

PLACE = 'data-notes="section"'


def test_a_session_has_a_place_for_the_score_of_all(
    project: Project, tmp_path: Path, modules: Path
) -> None:
    site = copy_site(project, tmp_path / "notes", modules)
    page = "---\ntitle: {0}\ndescription: A session.\n---\n\n# {0}\n"
    for name in ("index", "requests"):
        site.write(f"docs/workbook/{name}.md", page.format(name.title()))
    site.list_in_nav("Workbook: [workbook/index.md, workbook/requests.md]")
    site.build()

    for path in ("workbook/index.html", "workbook/requests/index.html"):
        assert site.html(path).count(PLACE) == 1
    assert PLACE not in site.html("core-concepts/decorators/index.html")
