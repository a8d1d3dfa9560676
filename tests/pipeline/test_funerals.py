"""Reports of a strike, of the funeral of its dead and of its denial through the whole job: what is one event, and what follows what."""

from __future__ import annotations

import datetime as dt
import json

import pytest

import reportedly
from reportedly.book import Book, BookEvent
from reportedly.model import Family, Stance, Status, TieKind, When, family

STRIKE = """Air strike kills 12 in Lamu

NAIROBI, 13 May 2031 - An Ethiopian air strike on a school in Lamu killed 12 people on Tuesday, the Kenyan health ministry said.
"""
EARLIER = """Strike in Lamu kills four

NAIROBI, 9 May 2031 - An Ethiopian air strike on a market in Lamu killed four people on Friday, the Kenyan health ministry said.
"""
FUNERAL = """Thousands at the graves

MOMBASA, 16 May 2031 - Thousands of people attended the funeral in Mombasa on Thursday of seven people killed in Tuesday's strike on Lamu.

Relatives carried the coffins through the streets.
"""
BURIED = """Dead of school are buried

LAMU, 16 May 2031 - Five people killed in an Ethiopian air strike on Lamu on Tuesday were buried in Mombasa on Thursday.
"""
DENIES = """Ethiopia speaks

ADDIS ABABA, 16 May 2031 - The Ethiopian defence ministry denied on Friday that its aircraft had struck a school in Lamu on Tuesday.
"""
REPORTS = {"2031-05-13": STRIKE, "2031-05-09": EARLIER, "2031-05-16": FUNERAL, "2031-05-17": BURIED, "2031-05-18": DENIES}
"""The reports by their days of publication."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = tmp_path_factory.mktemp("funeral") / "reports"
    folder.mkdir()
    for day, text in REPORTS.items():
        (folder / f"{day}.txt").write_text(text, "utf-8")
    rows = [{"file": f"{day}.txt", "outlet": f"Post of {day}", "published": day} for day in REPORTS]
    (folder / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    made = reportedly.open(folder.with_suffix(".db"), create=True)
    made.add(folder)
    return made


def on(book: Book, of: Family, day: dt.date) -> BookEvent:
    """The one event of a family on a day."""
    (event,) = [
        event
        for event in book.events()
        if {family(claim.kind) for claim in event.claims} >= {of}
        and day in {s.value.start for claim in event.claims for s in claim.values if isinstance(s.value, When)}
    ]
    return event


@pytest.fixture(scope="module")
def strike(book: Book) -> BookEvent:
    return on(book, Family.EXPLOSIONS, dt.date(2031, 5, 13))


@pytest.fixture(scope="module")
def funeral(book: Book) -> BookEvent:
    return on(book, Family.STRATEGIC, dt.date(2031, 5, 15))


def days(book: Book, event: BookEvent) -> set[str]:
    """The days of publication of the reports that tell of an event."""
    return {str(book.report(claim.report).published) for claim in event.claims}


def test_the_strike_that_reports_of_funerals_name_is_the_one_of_the_other_reports(book: Book, strike: BookEvent) -> None:
    assert days(book, strike) == set(REPORTS) - {"2031-05-09"}


def test_no_claim_of_a_funeral_is_in_the_event_of_a_strike(book: Book, funeral: BookEvent) -> None:
    assert {family(claim.kind) for claim in funeral.claims} == {Family.STRATEGIC}
    assert days(book, funeral) == {"2031-05-16", "2031-05-17"}


def test_the_funeral_follows_its_strike_and_no_other(book: Book, strike: BookEvent, funeral: BookEvent) -> None:
    followed = [(tie.a, tie.b) for event in book.events() for tie in event.ties if tie.kind is TieKind.FOLLOWS]
    assert set(followed) == {(strike.id, funeral.id)}


def test_those_who_were_buried_are_some_of_the_dead_and_none_of_the_funeral(strike: BookEvent, funeral: BookEvent) -> None:
    assert (strike.killed.low, strike.killed.best, strike.killed.high) == (12, 12, 12)
    assert strike.killed.status is not Status.DISPUTED
    assert funeral.killed.values == ()


def test_a_denial_in_a_later_report_stands_in_the_event_that_it_denies(book: Book, strike: BookEvent) -> None:
    denials = {str(book.report(claim.report).published) for claim in strike.claims if claim.stance is Stance.DENIES}
    assert denials == {"2031-05-18"}
    assert not [claim for event in book.events() if event.id != strike.id for claim in event.claims if claim.stance is Stance.DENIES]
