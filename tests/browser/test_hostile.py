"""Every payload in every field that foreign words reach, on every page that shows it, in a real browser: nothing of it runs."""

from __future__ import annotations

import dataclasses
import datetime as dt
from urllib.parse import quote

from playwright.sync_api import Browser, expect
from tests.browser.conftest import browsing, let_in, served_here
from tests.browser.payloads import payloads
from tests.link.made import QAMAR, claim, count, report
from tests.made_casebook import made_book
from tests.web.test_pages import ALLOWED

from reportedly.book import Book
from reportedly.book.deciding import Wish
from reportedly.link.lineage import lineage
from reportedly.model import (
    Act,
    Boilerplate,
    BoilerplateKind,
    Claim,
    Dataset,
    Entity,
    Field,
    Problem,
    ProblemReason,
    Report,
    Role,
    Span,
    Views,
    Voice,
    VoiceKind,
)
from reportedly.reconcile.event import reconcile

AT = dt.datetime(2031, 6, 1, 12, tzinfo=dt.UTC)


def hostile_report(n: int, payload: str) -> Report:
    """A report all of whose words are hostile: text, headline, title, outlet, file name, address and boilerplate (seven fields)."""
    text = f"{payload}\n\nA bomb {payload} hit Qamar, {payload} said.\n\n{payload}"
    made = dataclasses.replace(report(f"r{n:04}"), text=text, headline=Span(0, len(payload)))
    menu = Boilerplate(Span(len(text) - len(payload), len(text)), BoilerplateKind.MENU)
    return dataclasses.replace(made, title=payload, outlet=payload, file=f"{payload}.txt", url=f"https://{payload}", boilerplate=(menu,))


def hostile_claim(made: Report, n: int, payload: str) -> Claim:
    """A claim all of whose names are hostile: actor, target, weapon, place, outcome and the speaker (six fields)."""
    at = made.text.index("A bomb")
    return claim(
        made,
        at,
        evidence=Span(at, len(made.text)),
        chain=[Voice(name=payload, id=f"voice:{n}", kind=VoiceKind.OFFICIAL)],
        actor=Entity(name=payload),
        target=Entity(name=payload),
        weapon=Entity(name=payload),
        place=dataclasses.replace(QAMAR, name=payload, id=f"geonames:{1000 + n}", lat=n % 17, lon=n % 19),
        outcome=payload,
        killed=count(n),
    )


def hostile_dataset() -> tuple[Dataset, int]:
    """A casebook of hostile reports, an event each, with problems whose source and detail are hostile too (two fields)."""
    words = list(payloads())
    reports = [hostile_report(n, payload) for n, payload in enumerate(words)]
    claims = [hostile_claim(made, n, words[n]) for n, made in enumerate(reports)]
    pairs = [[a.id, b.id] for a, b in zip(claims[::2], claims[1::2], strict=True)]
    edges = lineage(reports, claims)
    events, disputes = reconcile(reports, claims, pairs, edges)
    problems = tuple(Problem(source=f"in/{payload}.pdf", reason=ProblemReason.ENCRYPTED, detail=payload) for payload in words)
    views = Views(events=events, disputes=disputes, lineage=edges)
    return Dataset(reports=tuple(reports), claims=tuple(claims), views=views, problems=problems), len(words)


def test_no_payload_runs_loads_or_becomes_a_part_of_a_page(browser: Browser) -> None:
    dataset, number = hostile_dataset()
    assert number >= 300
    book = made_book(dataset)
    paths = [f"/event/{event.id}" for event in book.events()] + [f"/report/{each.id}" for each in dataset.reports]
    paths += [f"/cite?of=/report/{each.id}" for each in dataset.reports[::5]]
    for page in range(1, 5):
        paths += [f"/?page={page}", f"/reports?page={page}", f"/disputes?page={page}", f"/lineage?page={page}"]
    with served_here(book) as link, browsing(browser, let_in(link)) as shown:
        for path in [*paths, "/problems", "/pictures"]:
            shown.page.goto(shown.base + path)
            expect(shown.page.locator("[aria-busy]")).to_have_count(0)
            tags = shown.page.evaluate(
                "() => { document.querySelector('.text [data-claims]')?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })); "
                "return [window.owned ?? null, document.querySelectorAll('script').length, document.querySelectorAll('style,[style]').length, "
                "[...new Set([...document.querySelectorAll('*')].map(e => e.localName))], "
                "[...document.querySelectorAll('*')].some(e => [...e.attributes].some(a => a.name.startsWith('on')))]; }"
            )
            own = path.startswith(("/report/", "/cite", "/pictures"))  # pages with a script of their own, and a popover that it places
            placed = path.startswith("/report/")
            assert tags[:3] == [None, 3 if own else 2, 1 if placed else 0], path
            assert set(tags[3]) <= ALLOWED, (path, set(tags[3]) - ALLOWED)
            assert tags[4] is False, path
        assert shown.seen.dialogs == []
        assert shown.seen.hosts == {"127.0.0.1"}
        assert shown.seen.faults == []


INSIDE = """() => [window.owned ?? null, [...new Set([...document.querySelectorAll('*')].map(e => e.localName))],
  [...document.querySelectorAll('*')].some(e => [...e.attributes].some(a => a.name.startsWith('on')))]"""
"""What a page became: whether a payload ran, which elements it has, whether one of them has a handler as an attribute."""


def test_no_payload_runs_on_the_map_or_in_what_it_shows_of_a_place(browser: Browser) -> None:
    dataset, _ = hostile_dataset()
    book = made_book(dataset)
    with served_here(book) as link, browsing(browser, let_in(link)) as shown:
        page = shown.go("/map")
        page.wait_for_selector("#map[data-drawn]")
        opened = page.evaluate(
            """async () => {
              const { places } = await (await fetch(document.getElementById("map").dataset.source)).json();
              const button = document.querySelector("button.go");
              let lines = 0;
              for (const [id, , , , precision] of places) {
                button.dataset.place = id;
                button.dataset.precision = precision;
                button.click();
                lines += document.querySelectorAll(".leaflet-popup li").length > 0;
              }
              return [places.length, lines];
            }"""
        )
        assert opened == [len(book.events()), len(book.events())]
        owned, tags, handlers = page.evaluate(INSIDE)
        assert owned is None
        assert set(tags) <= ALLOWED | {"canvas"}
        assert not handlers
        assert (shown.seen.dialogs, shown.seen.hosts, shown.seen.faults) == ([], {"127.0.0.1"}, [])


def hostile_desk(book: Book, words: list[str]) -> None:
    """Members, a sample and decisions whose names, reasons and values are hostile."""
    events = book.events()
    for payload in words[:2]:
        book.desk.admit(payload, Role.REVIEWER, by=words[0], at=AT)
    book.desk.draw(events, 5, (words[0], words[1]), by=words[2], at=AT, seed=1)
    for event, payload in zip(events, words, strict=False):
        book.decide(event.id, Wish(act=Act.COMMENT, reason=payload), reviewer=payload, at=AT)
    for event, payload in zip(events[:20], words, strict=False):
        book.decide(event.id, Wish(act=Act.ACCEPT, claims=(event.claims[0].id,), field=Field.OUTCOME), reviewer=payload, at=AT)


def test_no_payload_runs_where_people_decide_compare_and_account(browser: Browser) -> None:
    dataset, _ = hostile_dataset()
    book = made_book(dataset)
    hostile_desk(book, list(payloads()))
    paths = [f"/why?a={event.claims[0].id}&b={event.claims[1].id}" for event in book.events()[::3]]
    paths += [f"/copies?report={one.id}&of={other.id}" for one, other in zip(dataset.reports[::6], dataset.reports[1::6], strict=False)]
    paths += [f"/event/{event.id}?claim={event.claims[0].id}&field=outcome" for event in book.events()[::6]]
    paths += [f"/{name}?page={page}" for name in ("review", "decisions", "trail") for page in range(1, 5)]
    with served_here(book) as link, browsing(browser, let_in(link)) as shown:
        for path in [*paths, "/desk", "/desk/sample/1"]:
            shown.go(path)
            owned, tags, handlers = shown.page.evaluate(INSIDE)
            assert owned is None, path
            assert set(tags) <= ALLOWED, (path, set(tags) - ALLOWED)
            assert not handlers, path
        assert (shown.seen.dialogs, shown.seen.hosts, shown.seen.faults) == ([], {"127.0.0.1"}, [])


def test_a_hostile_address_of_our_own_is_harmless(browser: Browser) -> None:
    with served_here(made_book()) as link, browsing(browser, let_in(link)) as shown:
        for payload in list(payloads())[::7]:
            for name in ("words", "place", "since", "kind", "actor", "voice", "origins", "sort", "page"):
                shown.page.goto(f"{shown.base}/?{name}={quote(payload)}")
            assert shown.page.evaluate("window.owned ?? null") is None
        assert shown.seen.dialogs == []
        assert shown.seen.hosts == {"127.0.0.1"}


def test_published_far_in_time_is_shown(browser: Browser) -> None:
    old = report("rold", published=dt.date(1, 1, 1))
    with served_here(made_book(Dataset(reports=(old,), claims=()))) as link, browsing(browser, let_in(link)) as shown:
        assert "0001-01-01" in shown.go("/reports").inner_text("main")
