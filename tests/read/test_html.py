"""Web pages: the article, and what the page says of itself."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.read.conftest import STORY, Read

from reportedly.model import BoilerplateKind, Problem, PublishedBasis, Report

BODY = "<p>" + STORY.strip().replace("\n\n", "</p><p>") + "</p>"
FRAME = "<html><head><title>Shelling kills 12 in Qamar</title>{head}</head><body>{body}</body></html>"


def page(head: str = "", body: str = f"<article><h1>Shelling kills 12 in Qamar</h1>{BODY}</article>") -> str:
    return FRAME.format(head=head, body=body)


def one(found: list[Report | Problem]) -> Report:
    (report,) = found
    assert isinstance(report, Report), report
    return report


def test_a_page_gives_its_article_title_outlet_address_and_date(read: Read) -> None:
    head = (
        '<meta property="og:site_name" content="Qamar &amp; Hill Post">'
        '<meta property="article:published_time" content="2031-05-06T22:10:00-03:00">'
        '<link rel="canonical" href="https://post.example/x">'
    )
    report = one(read("a.html", page(head)))
    assert (report.outlet, report.title, report.url) == ("Qamar & Hill Post", "Shelling kills 12 in Qamar", "https://post.example/x")
    assert (report.published, report.published_basis) == (dt.date(2031, 5, 6), PublishedBasis.METADATA)
    assert report.headline is not None
    assert report.quote(report.headline) == "Shelling kills 12 in Qamar"
    assert STORY.strip() in report.text


def test_menus_and_footers_of_the_page_are_kept_and_make_no_story(read: Read) -> None:
    """What stands around the article is marked with its kind, behind the story."""
    body = (
        f"<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav><article>{BODY}</article><script>var hidden = 1</script>"
        "<div id=cookie-bar>This site needs your consent.</div><div class=comments><p>A reader wrote <b>this</b> below.</div>"
        "<!-- end --><footer>Copyright 2031 Qamar Post</footer>"
    )
    report = one(read("a.html", page(body=body)))
    cut = {report.quote(mark.span): mark.kind for mark in report.boilerplate}
    assert cut == {
        "Home": BoilerplateKind.MENU,
        "World": BoilerplateKind.MENU,
        "This site needs your consent.": BoilerplateKind.COOKIES,
        "A reader wrote this below.": BoilerplateKind.COMMENTS,
        "Copyright 2031 Qamar Post": BoilerplateKind.COPYRIGHT,
    }
    assert report.text.index(STORY.strip()) < report.text.index("Home")


def test_a_date_in_the_address_alone_is_inferred(read: Read) -> None:
    report = one(read("a.html", page('<link rel="canonical" href="https://post.example/2031/05/06/x">')))
    assert (report.published, report.published_basis) == (dt.date(2031, 5, 6), PublishedBasis.INFERRED)


def test_a_page_without_a_date_has_none(read: Read) -> None:
    report = one(read("a.html", page()))
    assert (report.published, report.published_basis) == (None, PublishedBasis.NONE)


@pytest.mark.parametrize(
    ("declared", "used"),
    [("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("utf-8", "cp1252"), ("no-such", "cp1252"), ("utf-8", "utf-8")],
)
def test_the_bytes_are_read_in_the_encoding_that_fits(read: Read, declared: str, used: str) -> None:
    text = page(
        f'<meta charset="{declared}">', f"<article><p>The “Café” in Qamar was hit as well, said the mayor of the town.</p>{BODY}</article>"
    )
    assert "“Café”" in one(read("a.html", text.encode(used))).text


def test_a_comment_that_is_not_closed_and_stray_tags_lose_no_story(read: Read) -> None:
    assert STORY.strip() in one(read("a.html", page(body=f"</div></p><article>{BODY}</article></span>"))).text


def test_a_page_that_leaves_out_optional_end_tags_is_whole(read: Read) -> None:
    paragraphs = "".join(f"<p>{words}" for words in STORY.strip().split("\n\n"))
    assert STORY.strip() in one(read("a.html", f"<title>Shelling kills 12</title><article>{paragraphs}</article>")).text


def test_a_picture_s_caption_is_no_story_and_its_address_no_text(read: Read) -> None:
    figure = '<figure><img src="https://post.example/p.jpg" alt="Smoke"><figcaption>Image: Smoke over Qamar</figcaption></figure>'
    report = one(read("a.html", page(body=f"<article>{figure}{BODY}</article>")))
    assert "p.jpg" not in report.text
    cut = [report.quote(mark.span) for mark in report.boilerplate]
    assert "Smoke over Qamar" not in report.text or any("Smoke over Qamar" in each for each in cut)
