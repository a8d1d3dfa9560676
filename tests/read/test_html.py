"""Web pages: the article, and what the page says of itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.read.conftest import STORY, Read

from reportedly.model import BoilerplateKind, Problem, PublishedBasis, Report
from reportedly.read.capture import Capture
from reportedly.read.report import read_report
from reportedly.read.sources import captures

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


def cut(report: Report) -> dict[str, BoilerplateKind]:
    return {report.quote(mark.span): mark.kind for mark in report.boilerplate}


AROUND = (
    f"<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav><article><h1>Shelling kills 12 in Qamar</h1>{{head}}{BODY}</article>"
    "<script>var hidden = 1</script><div id=cookie-bar>This site needs your consent.</div>"
    "<div class=comments><p>A reader wrote <b>this</b> below.</div><!-- end --><footer>Copyright 2031 Qamar Post</footer>"
)


def test_what_a_page_shows_around_its_article_is_marked_and_makes_no_story(read: Read) -> None:
    assert cut(one(read("a.html", page(body=AROUND.format(head=""))))) == {
        "Home\nWorld": BoilerplateKind.MENU,
        "This site needs your consent.": BoilerplateKind.COOKIES,
        "A reader wrote this below.": BoilerplateKind.COMMENTS,
        "Copyright 2031 Qamar Post": BoilerplateKind.COPYRIGHT,
    }


def test_the_text_of_a_page_is_in_the_page_s_order(read: Read) -> None:
    byline = "<p class=byline>Published 5 May 2031, 07:40 GMT</p>"
    report = one(read("a.html", page(body=AROUND.format(head=byline))))
    blocks = report.text.split("\n\n")
    assert blocks[:3] == ["Home\nWorld", "Shelling kills 12 in Qamar", "Published 5 May 2031, 07:40 GMT"]
    assert report.text.index(STORY.strip()) < report.text.index("This site needs") < report.text.index("Copyright")
    assert report.headline is not None
    assert report.quote(report.headline) == "Shelling kills 12 in Qamar"


def test_what_stands_between_two_paragraphs_stays_between_them(read: Read) -> None:
    first, *rest = STORY.strip().split("\n\n")
    body = (
        f"<article><p>{first}</p><div class=related-links>River floods the mill at Amber Hill</div><p>{'</p><p>'.join(rest)}</p></article>"
    )
    report = one(read("a.html", page(body=body)))
    assert cut(report) == {"River floods the mill at Amber Hill": BoilerplateKind.RELATED}
    before, _, after = report.text.partition("River floods the mill at Amber Hill")
    assert first in before
    assert after.strip() == "\n\n".join(rest)


@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden>Unseen words</div>",
        '<div style="display: none">Unseen words</div>',
        '<p style="visibility:hidden">Unseen words</p>',
        "<template>Unseen words</template>",
        "<noscript>Unseen words</noscript>",
        "<style>Unseen words</style>",
    ],
)
def test_what_a_page_does_not_show_is_not_in_its_text(read: Read, hidden: str) -> None:
    report = one(read("a.html", page(body=f"<footer>{hidden}Shown words</footer><article>{BODY}</article>")))
    assert "Unseen" not in report.text
    assert "Shown words" in cut(report)


def test_a_heading_that_is_not_the_known_title_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(), encoding="utf-8")
    (tmp_path / "reports.jsonl").write_text('{"file": "a.html", "title": "Dozen die in harbour town"}', encoding="utf-8")
    (capture,) = captures([str(tmp_path)])
    assert isinstance(capture, Capture)
    report = one([read_report(capture)])
    assert (report.title, "Shelling kills 12 in Qamar" in report.text) == ("Dozen die in harbour town", True)


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
