"""What an author does wrong: one message each, and `mkdocs build` makes a site all the same."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_site import Built, SmallSite, copy_site

from backend_notes.project import Project

_HEAD = "---\ntitle: Page\ndescription: One sentence.\n{more}---\n\n# Page\n\n"


def _page(text: str, more: str = "") -> bytes:
    """A page whose text starts on line 8, one later for each line of front matter added."""
    return (_HEAD.format(more=more) + text).encode()


def _import(what: str) -> str:
    return f'```python\n--8<-- "core_concepts/decorators/{what}"\n```\n'


def _macro(text: str) -> bytes:
    return _page(text + "\n", "render_macros: true\n")


# Page -> what it holds, where the mistake is, and how the message starts.
MISTAKES: dict[str, tuple[bytes, int, str]] = {
    "missing-file": (
        _page(_import("registri.py:registry")),
        9,
        "snippets/core_concepts/decorators/registri.py does not exist (did you mean",
    ),
    "missing-section": (
        _page(_import("registry.py:regist")),
        9,
        "snippets/core_concepts/decorators/registry.py has no section `regist`",
    ),
    "folder": (
        _page(_import("service")),
        9,
        "snippets/core_concepts/decorators/service does not exist",
    ),
    "quiz-reason": (
        _page('!!! quiz page-a "Why?"\n\n    - [x] Yes\n        - So.\n    - [ ] No\n'),
        12,
        "the option `No` of quiz `page-a` has no reasons",
    ),
    "quiz-options": (_page('!!! quiz page-b "Why?"\n\n    Text.\n'), 8, "quiz `page-b` has no opt"),
    "macro-name": (_macro('{{ verson("fastapi") }}'), 9, "'verson' is undefined"),
    "macro-package": (
        _macro('{{ version("fastapy") }}'),
        9,
        'version("fastapy"): no package of that name is installed. Check the spelling',
    ),
    "macro-braces": (_macro('{{ version("fastapi") }'), 9, "unexpected '}'"),
    "macro-statement": (_macro("{% for name in %}"), 9, "Expected an expression"),
    "macro-argument": (_macro("{{ version() }}"), 9, "version() missing 1 required positional"),
    "front-matter-yaml": (
        b"---\ntitle: A: B\ndescription: One sentence.\n---\n\n# Page\n",
        2,
        "the front matter is not YAML: mapping values are not allowed",
    ),
    "front-matter-open": (
        b"---\ntitle: Page\ndescription: One sentence.\n\n# Page\n",
        1,
        "the front matter opens with `---` and never closes",
    ),
    "front-matter-list": (
        b"---\n- title\n---\n\n# Page\n",
        2,
        "the front matter is not a list of `key: value` lines",
    ),
    "template": (
        _page("Text.\n", "template: nope.html\n"),
        1,
        "the front matter's template `nope.html` does not exist",
    ),
    **{
        f"type-{key}": (_page("Text.\n", f"{key}: {value}\n"), 4, f"`{key}` must be ")
        for key, value in {
            "prerequisites": "3",
            "hide": "3",
            "search": "3",
            "tags": "4",
            "status": "[a]",
            "icon": "4",
            "template": "4",
        }.items()
    },
    "type-title": (
        b"---\ntitle: {a: b}\ndescription: One sentence.\n---\n\n# Page\n",
        2,
        "`title` must be text and is keys and values",
    ),
    "open-fence": (_page("```python\nprint(1)\n"), 8, "the block that ``` opens here never closes"),
    "bytes": (_page("") + b"A caf\xe9.\n", 8, "byte 0xe9 is not UTF-8"),
    "link": (_page("[Pools](pools.md)\n"), 8, "`pools.md` leads to docs/reference/pools.md, which"),
    "anchor": (_page("[Home](../index.md#nope)\n"), 8, "docs/index.md has no anchor `#nope`"),
    "absolute": (_page("[Home](/index/)\n"), 8, "`/index/` is an absolute link"),
    "unlisted": (_page("Text.\n"), 1, "the nav does not list this page"),
}

ELSEWHERE = {
    "mkdocs.yml": "docs/reference/nowhere.md does not exist",
    "snippets/core_concepts/decorators/registry.py": "the header is not TOML",
    "snippets/core_concepts/decorators/prices.py": "byte 0xe9 is not UTF-8",
}


@dataclass(frozen=True)
class Broken:
    """A site full of mistakes, built without and with `--strict`."""

    site: SmallSite
    plain: Built
    strict: Built


@pytest.fixture(scope="module")
def broken(project: Project, tmp_path_factory: pytest.TempPathFactory, modules: Path) -> Broken:
    site = copy_site(project, tmp_path_factory.mktemp("broken") / "site", modules)
    listed = [f"reference/{name}.md" for name in MISTAKES if name != "unlisted"]
    site.list_in_nav("reference/nowhere.md", *listed)
    for name, (content, _, _) in MISTAKES.items():
        site.write(f"docs/reference/{name}.md", content)
    registry = (site.snippets / "core_concepts/decorators/registry.py").read_text("utf-8")
    header = "# /// script\n# [tool.notes\n# ///\n"
    site.write("snippets/core_concepts/decorators/registry.py", header + registry)
    site.write("snippets/core_concepts/decorators/prices.py", b"# caf\xe9\n")
    return Broken(site, site.build(), site.build("--strict", "-d", "strict"))


@pytest.fixture(scope="module")
def good(project: Project, tmp_path_factory: pytest.TempPathFactory, modules: Path) -> SmallSite:
    return copy_site(project, tmp_path_factory.mktemp("good") / "site", modules)


def test_a_broken_site_is_built_and_fails_only_when_strict(broken: Broken) -> None:
    assert broken.plain.status == 0
    assert broken.strict.status == 1
    assert "Traceback" not in broken.plain.said + broken.strict.said


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_message_and_the_page_is_there(broken: Broken, name: str) -> None:
    _, line, message = MISTAKES[name]

    for built in (broken.plain, broken.strict):
        # The nav's own finding about a page that it does not know is about another place.
        [said] = built.about(f"reference/{name}.md:")
        assert f"docs/reference/{name}.md:{line}: {message}" in said
        assert f"'reference/{name}.md'" not in built.said
        way_out = built.said.splitlines()[built.said.splitlines().index(said) + 1]
        assert way_out.startswith("    → ")
    assert "<h1" in broken.site.html(f"reference/{name}/index.html")


@pytest.mark.parametrize("path", ELSEWHERE)
def test_mistakes_outside_of_pages(broken: Broken, path: str) -> None:
    line = broken.site.line_of(path, "nowhere.md") if path == "mkdocs.yml" else 1
    [said] = [line for line in broken.plain.about(f"notes: {path}:") if ELSEWHERE[path] in line]

    assert f"{path}:{line}: {ELSEWHERE[path]}" in said
    assert "nowhere.md' is included" not in broken.plain.said


def test_a_good_site_says_nothing(good: SmallSite) -> None:
    built = good.build("--strict")

    assert built.status == 0
    assert "WARNING" not in built.said


def test_a_wrong_macro_fails_a_pipeline(good: SmallSite) -> None:
    page = "docs/core-concepts/decorators.md"
    before = good.replace(page, "version(", "verson(")
    try:
        line = good.line_of(page, "verson(")
        built = good.build("--strict", CI="true")
    finally:
        good.write(page, before)

    assert built.status != 0
    assert f"{page}:{line}: 'verson' is undefined [macro]" in built.said
    assert "Traceback" not in built.said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("nav:\n", "nav: [\n", 'mkdocs.yml", line '),
        ("  - mike:\n", "  - mikey:\n", 'The "mikey" plugin is not installed'),
    ],
    ids=["yaml", "plugin"],
)
def test_settings_that_cannot_be_read(good: SmallSite, old: str, new: str, said: str) -> None:
    before = good.replace("mkdocs.yml", old, new)
    try:
        built = good.build()
    finally:
        good.write("mkdocs.yml", before)

    assert built.status == 1
    assert said in built.said
    assert "Traceback" not in built.said


@pytest.fixture
def defective(good: SmallSite) -> Iterator[SmallSite]:
    """Content rules with a defect."""
    path = "overrides/backend_notes/content/rules/__init__.py"
    before = (good.root / path).read_text("utf-8")
    good.write(path, before + '\nON_THE_REPOSITORY = (lambda repository: {}["pool"],)\n')
    yield good
    good.write(path, before)


def test_a_defect_of_ours_is_one_message(defective: SmallSite) -> None:
    for built in (plain := defective.build(), strict := defective.build("--strict")):
        [said] = built.about("[defect]")
        assert "overrides/backend_notes/content/rules/__init__.py:" in said
        assert "the content rules were not applied: KeyError: 'pool'" in said
        assert "please report it" in built.said
        assert "Traceback" not in built.said
    assert plain.status == 0
    assert strict.status == 1


def test_a_build_that_does_without_python_fetches_nothing(good: SmallSite, tmp_path: Path) -> None:
    found = good.build(
        "--strict", NOTES_WITHOUT_PYTHON="1", NOTES_CACHE=str(tmp_path), PIP_NO_INDEX="1"
    )
    assert (found.status, found.about("Programs")) == (0, []), found.said
    assert json.loads(good.html("assets/runtime/programs.json"))["runtime"] is None


def test_without_npm_packages(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    site = copy_site(project, tmp_path_factory.mktemp("offline") / "site", None)
    with socket.socket() as closed:  # a port that nobody listens on
        closed.bind(("127.0.0.1", 0))
        registry = f"http://127.0.0.1:{closed.getsockname()[1]}"
        cache = str(site.root / ".npm")
        built = site.build(npm_config_registry=registry, npm_config_cache=cache)

    assert built.status == 0
    [warning] = built.about("WARNING")
    assert "No npm packages" in warning
    assert "system fonts, diagrams stay text, programs do not run" in warning
    html = site.html("core-concepts/decorators/index.html")
    assert "A function goes in, another comes out." in html
    assert ".woff2" not in html
    assert not list(Path(site.root, "site").rglob("*.woff2"))
