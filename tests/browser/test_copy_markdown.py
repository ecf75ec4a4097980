"""A page copied as Markdown, for people who hand it to an assistant."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect
from visit import Visit


def test_a_page_is_copied_as_markdown(visit: Callable[..., Visit]) -> None:
    page = visit("core-concepts/decorators/").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    with page.expect_response("**/core-concepts/decorators/index.md"):
        page.locator("a[data-copy]").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("# Decorators\n")
    assert page.url.endswith("/core-concepts/decorators/")


def test_without_javascript_the_markdown_opens(visit: Callable[..., Visit]) -> None:
    page = visit("core-concepts/decorators/", javascript=False).page
    link = page.locator("a[data-copy]")
    expect(link).to_have_attribute("href", "index.md")
    expect(link).to_have_attribute("title", "Copy as Markdown")
