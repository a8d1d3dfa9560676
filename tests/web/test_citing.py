"""How the views of a casebook are cited on the page."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from tests.link.made import MINISTRY
from tests.made_casebook import POST, made_book
from tests.web.test_pages import Page, asking, shown

from reportedly.book import Book
from reportedly.book.deciding import Wish
from reportedly.export.cite import STYLES
from reportedly.model import Act


@pytest.fixture
def book() -> Book:
    return made_book()


@pytest.fixture
def ask(book: Book) -> Callable[[str], tuple[int, str]]:
    return asking(book)


def blocks(source: str) -> list[str]:
    """The citations on a page."""
    return [html.unescape(found) for found in re.findall(r"<pre[^>]*>(.*?)</pre>", source, re.DOTALL)]


def test_a_view_is_cited_in_every_style_and_each_is_a_file(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    (event,) = book.events(disputed=True)
    status, source = ask(f"/cite?of=/event/{event.id}")
    assert status == 200
    assert len(blocks(source)) == len(STYLES)
    for block, name in zip(blocks(source), STYLES, strict=True):
        assert f"event {event.id}" in block
        assert book.digest() in block
        assert ask(f"/cite/{name}?of=/event/{event.id}")[1] == block
    assert dt.datetime.now().astimezone().date().isoformat() in Page(source).text
    assert "2031-05-20" in Page(source).text


@pytest.mark.parametrize("at", ["/?place=Qamar&disputed=yes&sort=-killed", "/event/{event}?claim={claim}&field=killed", "/report/{report}"])
def test_what_is_cited_is_what_the_page_was_asked_for(book: Book, ask: Callable[[str], tuple[int, str]], at: str) -> None:
    (event,) = book.events(disputed=True)
    of = at.format(event=event.id, claim=event.claims[0].id, report=POST.id)
    link = next(link for link in shown(ask, of).links if link.startswith("/cite?"))
    page = shown(ask, link)
    assert of in page.links
    for words in {
        "/?": ("1 event, place: Qamar, disputed only, sort: -killed", "events with place=Qamar&disputed=yes&sort=-killed in casebook"),
        "/e": (f"killed 12, said by {MINISTRY.name} (Qamar Post, 2031-05-15)", f"killed in claim {event.claims[0].id} of event {event.id}"),
        "/r": ("claims of “Missiles hit Qamar”, Qamar Post, 2031-05-15", f"report {POST.id} in casebook"),
    }[of[:2]]:
        assert words in page.text


@pytest.mark.parametrize(
    ("of", "status"),
    [
        ("//evil.example/event/e1", 400),
        ("/\\evil.example", 400),
        ("https://evil.example/", 400),
        ("event/e1", 400),
        ("javascript:alert(1)", 400),
        ("/cite", 400),
        ("/static/page.js", 400),
        ("/event/e1/more", 400),
        ("/?since=x", 400),
        ("/event/e999999", 404),
        ("/report/", 404),
    ],
)
def test_only_views_of_this_page_are_cited(ask: Callable[[str], tuple[int, str]], of: str, status: int) -> None:
    for address in ("/cite", "/cite/ris"):
        answer, source = ask(f"{address}?of={quote(of, safe='')}")
        assert answer == status
        assert not any("evil" in link or "javascript" in link for link in Page(source).links)
    assert ask("/cite/mla")[0] == 400


def test_a_casebook_is_hashed_once_a_state(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    casebook = book._casebook  # noqa: SLF001  (the fake one, which counts)
    for _ in range(3):
        shown(ask, "/cite")
    assert casebook.digested == 1  # type: ignore[attr-defined]
    before = book.digest()
    book.decide(book.events()[0].id, Wish(act=Act.FLAG), reviewer="Ria", at=dt.datetime(2031, 6, 1, tzinfo=dt.UTC))
    assert book.digest() != before
    assert book.changed() == dt.date(2031, 6, 1)
