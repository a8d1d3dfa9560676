"""How events stand to each other, on a terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import RenderableType
from tests.made_casebook import made_book
from tests.made_ties import the_tie, tied_dataset

from reportedly.model import TieKind
from reportedly.terminal.console import console
from reportedly.terminal.event import event_page
from reportedly.terminal.why import why_page


def printed(page: RenderableType) -> str:
    out = io.StringIO()
    console(out, width=200).print(page)
    return " ".join(out.getvalue().split())


@pytest.mark.parametrize(
    ("kind", "heading"), [(TieKind.PART_OF, "Its parts"), (TieKind.FOLLOWS, "What followed"), (TieKind.MAY_BE_SAME, "May be the same")]
)
def test_an_event_names_the_others(kind: TieKind, heading: str) -> None:
    made = tied_dataset(kind)
    tie = the_tie(made)
    book = made_book(made)
    event = next(book.event(each) for each in (tie.a, tie.b) if heading in printed(event_page(book.event(each), width=120)))
    text = printed(event_page(event, width=120))
    assert f"{heading} {book.index().short[tie.other(event.id)]}" in text
    assert tie.why in text


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (TieKind.PART_OF, "Event {b} is part of {a}:"),
        (TieKind.FOLLOWS, "Event {b} followed {a}:"),
        (TieKind.MAY_BE_SAME, "Events {a} and {b} may be the same:"),
    ],
)
def test_why_two_claims_are_of_two_events_tells_how_these_stand(kind: TieKind, words: str) -> None:
    made = tied_dataset(kind)
    tie = the_tie(made)
    book = made_book(made)
    first, other, why = book.why(*tie.claims)
    short = book.index().short
    assert words.format(a=short[tie.a], b=short[tie.b]) in printed(why_page(why, first, other, book.index()))
