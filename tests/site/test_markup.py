"""Diagrams and tables, as the build writes them."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

from markdown import Markdown

from backend_notes.site.diagrams import format_diagram
from backend_notes.site.pages import lighten_code, without_highlighting

DIAGRAM = """\
flowchart LR
    accTitle: Stock < orders
    accDescr: An order takes a pallet
    A --> B
"""


def test_a_diagram_is_its_words_and_its_source() -> None:
    figure = fromstring(format_diagram(DIAGRAM, "mermaid", "diagram", {}, None))

    assert figure.get("aria-label") == "Stock < orders"
    assert figure.findtext("p") == "Stock < orders: An order takes a pallet"
    assert figure.findtext("pre") == DIAGRAM.strip()


def test_a_diagram_does_not_carry_the_theme_s_class() -> None:
    """The theme would fetch Mermaid from another host for it."""
    assert "mermaid" not in format_diagram(DIAGRAM, "mermaid", "diagram", {}, None)


def test_the_empty_corner_of_a_table_is_no_header() -> None:
    table = "| | pool |\n|---|---|\n| size | 5 |\n"
    html = Markdown(extensions=["tables", "backend_notes.site.tables"]).convert(table)

    assert html.count("<th>") == 1
    assert html.count("<td>") == 3


CODE = (
    '<div class="language-python highlight">'
    '<pre><span></span><code><span class="n">stock</span><span class="w"> </span>'
    '<span class="o">=</span> <span class="mi">5</span>\n'
    '<span class="nb">print</span><span class="p">(</span><span class="s1">&quot;&lt;&quot;</span>'
    '<span class="p">)</span>\n</code></pre></div>'
)


def test_code_keeps_only_the_spans_that_colour_it() -> None:
    assert lighten_code(CODE) == (
        '<div class="language-python highlight" style="--lines:2;--columns:10">'
        '<pre><span></span><code>stock = <span class="mi">5</span>\n'
        '<span class="nb">print</span>(<span class="s1">&quot;&lt;&quot;</span>)\n'
        "</code></pre></div>"
    )


def test_code_in_a_sentence_is_left_alone() -> None:
    assert lighten_code("<p><code>stock</code></p>") == "<p><code>stock</code></p>"


def test_search_reads_code_without_spans() -> None:
    html = f'<p><span class="n">kept</span></p>{CODE}'

    assert without_highlighting(html) == (
        '<p><span class="n">kept</span></p>'
        '<div class="language-python highlight">'
        "<pre><code>stock = 5\nprint(&quot;&lt;&quot;)\n</code></pre></div>"
    )
