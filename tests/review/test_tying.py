"""Ties as decisions leave them: merged events lose theirs, what is not the same is no question any more, an undoing brings it back."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from bench.large import large
from tests.made_casebook import made_book
from tests.made_ties import ends, the_tie, tied_dataset

from reportedly.book import Book
from reportedly.book.deciding import Wish
from reportedly.errors import UsageError
from reportedly.model import Act, Dataset, Field, Sign, SignRule, TieKind
from reportedly.reconcile.ties import ties
from reportedly.review.queue import SAME

AT = dt.datetime(2031, 6, 1, 12, tzinfo=dt.UTC)


def decide(book: Book, event: str, act: Act, **wish: object) -> int:
    return book.decide(event, Wish(act=act, **wish), reviewer="Ria", at=AT).number  # type: ignore[arg-type]


def waiting(book: Book) -> dict[str, tuple[str, ...]]:
    return {item.event: item.reasons for item in book.queue()}


@pytest.fixture
def made() -> Dataset:
    return tied_dataset()


def test_an_event_that_may_be_the_same_as_another_waits_for_a_reviewer(made: Dataset) -> None:
    tie = the_tie(made)
    book = made_book(made)
    assert {event for event, reasons in waiting(book).items() if SAME in reasons} == {tie.a, tie.b}
    assert book.event(tie.a).ties == book.event(tie.b).ties == (tie,)


def test_what_is_said_not_to_be_the_same_is_asked_no_more_until_it_is_undone(made: Dataset) -> None:
    tie = the_tie(made)
    book = made_book(made)
    waiting(book)
    number = decide(book, tie.a, Act.DIFFERENT_EVENT, other_event=tie.b)
    assert book.dataset().views.ties == ()
    assert {event.claims for event in book.dataset().views.events} == {event.claims for event in made.views.events}
    assert not any(SAME in reasons for reasons in waiting(book).values())
    assert [each.number for each in book.event(tie.b).history] == [number]
    book.undo(number, reviewer="Ria", at=AT)
    assert book.dataset().views.ties == (tie,)
    assert any(SAME in reasons for reasons in waiting(book).values())


def test_it_keeps_the_two_apart_if_a_later_report_joins_them(made: Dataset) -> None:
    tie = the_tie(made)
    book = made_book(made)
    decide(book, tie.a, Act.DIFFERENT_EVENT, other_event=tie.b)
    decide(book, tie.b, Act.DIFFERENT_EVENT, other_event=tie.a, claims=(book.event(tie.b).claims[0].id,))
    claims = {claim.id for claim in book.event(tie.a).claims}
    assert claims.isdisjoint(claim.id for claim in book.event(tie.b).claims)
    assert not book.index().reviewed.unfit


def test_an_event_is_not_another_than_itself(made: Dataset) -> None:
    tie = the_tie(made)
    with pytest.raises(UsageError, match="this event itself"):
        decide(made_book(made), tie.a, Act.DIFFERENT_EVENT, other_event=tie.a)


@pytest.mark.parametrize("kind", list(TieKind))
def test_events_that_are_merged_are_tied_no_more(kind: TieKind) -> None:
    made = tied_dataset(kind)
    tie = the_tie(made)
    book = made_book(made)
    number = decide(book, tie.a, Act.SAME_EVENT, other_event=tie.b)
    assert book.dataset().views.ties == ()
    book.undo(number, reviewer="Ria", at=AT)
    assert book.dataset().views.ties == (tie,)


def test_a_tie_goes_with_the_claim_that_shows_it() -> None:
    made = tied_dataset(TieKind.FOLLOWS)
    tie = the_tie(made)
    book = made_book(made)
    decide(book, tie.a, Act.DIFFERENT_EVENT, claims=(tie.claims[0],))
    (now,) = book.dataset().views.ties
    assert now.a == book.index().event_of[tie.claims[0]]
    assert now.b == tie.b
    decide(book, now.a, Act.REJECT, claims=(tie.claims[0],))
    assert book.dataset().views.ties == ()


def test_a_claim_that_is_corrected_to_another_place_is_no_reason_to_ask(made: Dataset) -> None:
    tie = the_tie(made)
    book = made_book(made)
    claim = book.event(tie.b).claims[0]
    assert claim.get(Field.PLACE) is not None
    decide(book, tie.b, Act.CORRECT, claims=(claim.id,), field=Field.PLACE, value="Reykjavik")
    strike = made.views.events[ends(made)[0]]
    assert {each.id for each in book.event(strike.id).claims} == set(strike.claims)
    assert book.dataset().views.ties == ()


@pytest.mark.parametrize("seed", range(6))
def test_after_any_decisions_ties_are_those_that_a_run_from_nothing_gives(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311  (fixed decisions, no secret)
    read, _ = large(400)
    ids = [claim.id for claim in read.claims]
    signs = tuple(
        dict.fromkeys(
            Sign(
                kind=draw.choice(list(TieKind)),
                a=draw.choice(ids),
                b=draw.choice(ids),
                rule=SignRule.WORDING,
                weight=draw.choice([0.3, 0.6, 1.0]),
                why="told",
            )
            for _ in range(300)
        )
    )
    event_of = {claim: event.id for event in read.views.events for claim in event.claims}
    made = replace(read, views=replace(read.views, signs=signs, ties=ties(signs, event_of.get)))
    book = made_book(made)
    for _ in range(12):
        one, other = draw.sample(list(book.index().events.values()), 2)
        act = draw.choice([Act.SAME_EVENT, Act.DIFFERENT_EVENT, Act.REJECT, Act.ACCEPT])
        wish = {"other_event": other.id} if act is Act.SAME_EVENT else {"claims": one.claims[:1]} if len(one.claims) > 1 else {}
        if act is Act.DIFFERENT_EVENT and not wish:
            continue
        decide(book, one.id, act, **wish)
    now = {claim: event.id for event in book.dataset().views.events for claim in event.claims}
    assert book.dataset().views.ties == ties(signs, now.get)
    assert made.views.ties
