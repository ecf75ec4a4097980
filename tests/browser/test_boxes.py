"""Questions to think about, tasks to build, bridges: what each looks like and does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown
from playwright.sync_api import Locator, Route, expect
from visit import Visit

GUIDE = "core-concepts/decorators/"
SESSION = "workbook/redis/"
THINKING = ("httpx/timeouts/", "deployment/docker-and-deployment/")
_DOCS = Path(__file__).parents[2] / "docs"
BUILDING = sorted(
    f"{page.relative_to(_DOCS).with_suffix('').as_posix()}/"
    for page in _DOCS.glob("workbook/*.md")
    if "!!! build" in page.read_text("utf-8")
)
SECTION = Path(__file__).parents[1] / "content/good_project/docs/core-concepts/index.md"

NO_CLIPBOARD = 'Object.defineProperty(navigator, "clipboard", { value: undefined });'

# Colours as red, green and blue: a canvas reads every form that CSS computes them to.
_LOOKS = """boxes => boxes.map(box => {
    const context = document.createElement("canvas").getContext("2d");
    const rgb = colour => {
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const icon = getComputedStyle(box.querySelector(".admonition-title"), "::before");
    return { icon: icon.maskImage, colour: rgb(icon.backgroundColor),
             ground: rgb(getComputedStyle(box).backgroundColor) };
})"""


def with_boxes(visit: Callable[..., Visit], script: str = "", **options: object) -> Visit:
    """A guide that begins with the boxes of tests/content/good_project."""
    text = SECTION.read_text("utf-8")
    html = Markdown(extensions=["admonition", "pymdownx.details"]).convert(
        text[text.index("!!! think") :]
    )
    reader = visit("core-concepts/", **options)

    def add_boxes(route: Route) -> None:
        page = route.fetch()
        route.fulfill(response=page, body=page.text().replace("</h1>", f"</h1>{html}", 1))

    reader.page.route(f"**/{GUIDE}", add_boxes)
    reader.page.add_init_script(script)
    return reader.go(GUIDE)


def task(reader: Visit) -> Locator:
    """The task, once its buttons are there. What comes into view on the way may move it."""
    reader.page.wait_for_function(
        """() => {
            const box = document.querySelector(".admonition.build");
            box.scrollIntoView({ block: "center" });
            return box.querySelector("button");
        }"""
    )
    return reader.page.locator(".admonition.build")


@pytest.mark.parametrize(
    ("name", "copied"),
    [
        (
            "Copy the prompt",
            "Coach me through counting the calls of a function.\n\n"
            "Ask me questions, and let me write the code.",
        ),
        ("Copy the command", "uv run notes check"),
    ],
)
def test_a_task_is_copied_by_keyboard(visit: Callable[..., Visit], name: str, copied: str) -> None:
    reader = with_boxes(visit)
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box = task(reader)
    expect(box.get_by_role("button")).to_have_count(2)
    button = box.get_by_role("button", name=name)
    button.focus()
    reader.page.keyboard.press("Enter")

    expect(box.get_by_role("status").filter(has_text="Copied.")).to_have_count(1)
    expect(button).to_be_focused()
    assert reader.page.evaluate("navigator.clipboard.readText()") == copied


@pytest.mark.parametrize("path", BUILDING)
def test_every_task_of_the_workbook_can_be_copied(visit: Callable[..., Visit], path: str) -> None:
    reader = visit(path, width=360)
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box = task(reader)
    for name, source in (("prompt", "blockquote"), ("command", "p > code:only-child")):
        box.get_by_role("button", name=f"Copy the {name}").click()
        expect(box.get_by_role("status").filter(has_text="Copied.")).not_to_have_count(0)
        copied = reader.page.evaluate("navigator.clipboard.readText()")
        assert " ".join(copied.split()) in {
            " ".join(text.split()) for text in box.locator(source).all_inner_texts()
        }


def test_where_copying_is_forbidden_the_text_is_selected(visit: Callable[..., Visit]) -> None:
    reader = with_boxes(visit, NO_CLIPBOARD)
    box = task(reader)
    box.get_by_role("button", name="Copy the command").click()

    expect(box.get_by_role("status").last).to_contain_text("does not let this page copy")
    assert reader.page.evaluate("getSelection().toString()") == "uv run notes check"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_boxes_are_accessible(visit: Callable[..., Visit], width: int, dark: bool) -> None:
    reader = with_boxes(visit, width=width, dark=dark)
    box = task(reader)
    reader.page.locator(".think summary").click()
    for button in box.get_by_role("button").all():
        size = button.bounding_box()
        assert size is not None
        assert size["height"] >= 44

    assert reader.axe_violations() == []
    assert reader.pixels_too_wide() == 0
    assert reader.problems == []


def test_without_javascript_a_task_has_no_buttons(visit: Callable[..., Visit]) -> None:
    page = visit(GUIDE, javascript=False).page

    assert page.locator("button:has-text('Copy the')").count() == 0


@pytest.mark.parametrize("path", THINKING)
@pytest.mark.parametrize("javascript", [True, False])
def test_an_answer_to_think_about_is_folded(
    visit: Callable[..., Visit], path: str, javascript: bool
) -> None:
    page = visit(path, javascript=javascript).page
    think = page.locator(".think").first
    answer = think.locator("details > p").first
    think.scroll_into_view_if_needed()
    expect(think.locator(".admonition-title")).to_be_visible()
    expect(answer).to_be_hidden()
    think.locator("summary").focus()
    page.keyboard.press("Enter")

    expect(answer).to_be_visible()


@pytest.mark.parametrize("dark", [False, True])
def test_each_kind_has_an_icon_and_a_colour_of_its_own(
    visit: Callable[..., Visit], dark: bool
) -> None:
    page = visit(SESSION, dark=dark).page
    page.evaluate(
        """() => {
            const note = document.querySelector(".think").cloneNode(true);
            note.className = "admonition note";
            document.querySelector(".think").before(note);
        }"""
    )
    kinds = [page.locator(f".admonition.{kind}") for kind in ("note", "think", "build", "bridge")]
    looks = [kind.first.evaluate_all(_LOOKS)[0] for kind in kinds]

    assert len({look["icon"] for look in looks}) == 4
    assert len({tuple(look["colour"]) for look in looks}) == 4
    for look in looks:
        assert contrast(look["colour"], look["ground"]) >= 3


def contrast(one: list[int], other: list[int]) -> float:
    """The contrast of two colours, by WCAG 2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: list[int]) -> float:
    """How light a colour of three parts from 0 to 255 is, by WCAG 2."""
    parts = [part / 255 for part in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
