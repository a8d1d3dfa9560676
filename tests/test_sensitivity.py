"""Rules and grades in the Python API, and what the choice of a rule changes."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.link.made import MINISTRY, QAMAR, claim, count, report
from tests.made_casebook import made_book

from reportedly.book import Book, BookEvent
from reportedly.book.deciding import Wish
from reportedly.errors import BadFilter
from reportedly.model import Act, Dataset, Field, Kind, Views
from reportedly.reconcile.event import reconcile
from reportedly.reconcile.grade import Grade
from reportedly.reconcile.rules import Estimate


@pytest.fixture(scope="module")
def book() -> Book:
    return made_book()


@pytest.fixture(scope="module")
def strike(book: Book) -> BookEvent:
    (event,) = book.events(kind=Kind.SHELLING)
    return event


@pytest.mark.parametrize(
    ("rule", "low", "best", "high"),
    [
        ("ucdp", 12, 12, 15),
        ("acled", 12, 12, 12),
        ("airwars", 12, None, 15),
        ("most-origins", 12, 12, 12),
        ("most-precise", 12, 12, 12),
        ("latest", 15, 15, 15),
    ],
)
def test_a_rule_makes_one_estimate_of_what_voices_say(strike: BookEvent, rule: str, low: int, best: int | None, high: int) -> None:
    found = strike.estimate(Field.KILLED, rule)
    assert (found.low, found.best, found.high) == (low, best, high)


def test_the_usual_rule_is_that_of_ucdp_and_silence_has_no_number(strike: BookEvent) -> None:
    assert strike.estimate() == strike.estimate(Field.KILLED, "ucdp")
    assert strike.estimate(Field.MISSING) == Estimate()


def test_one_value_of_a_field_is_chosen_by_a_rule(strike: BookEvent) -> None:
    first, last = strike.chosen(Field.WHEN, "most-precise"), strike.chosen(Field.WHEN, "latest")
    assert first is not None
    assert last is not None
    assert (first.value.precision, last.value.precision) == (1, 4)  # type: ignore[union-attr]  # times
    assert strike.chosen(Field.OUTCOME) is None


def test_what_a_rule_cannot_be_asked_for_is_refused_with_what_it_can(strike: BookEvent) -> None:
    for ask in (
        lambda: strike.estimate(Field.KILLED, "tapestry"),
        lambda: strike.estimate(Field.PLACE),
        lambda: strike.chosen(Field.PLACE, "acled"),
        lambda: strike.chosen(Field.KILLED),
    ):
        with pytest.raises(BadFilter, match="Write it as"):
            ask()


def test_an_event_is_graded_with_the_reason(book: Book, strike: BookEvent) -> None:
    assert strike.grade is not None
    assert strike.grade.grade is Grade.FAIR
    assert strike.grade.why.endswith("a belligerent is named as acting: Xanadian Navy. Denied by Borlian Foreign Ministry.")
    assert set(strike.grade.claims) <= {claim.id for claim in strike.claims}
    (clash,) = book.events(place="Ostvik")
    assert clash.grade is None


def test_a_grade_counts_origins_as_a_reviewer_ruled_on_them() -> None:
    book = made_book()
    (event,) = book.events(disputed=True)
    words = [claim.id for claim in event.claims if claim.chain[0].voice.name in (MINISTRY.name, "Casualty Watch")]
    at = dt.datetime(2031, 6, 1, tzinfo=dt.UTC)
    book.decide(event.id, Wish(act=Act.SAME_ORIGIN, claims=tuple(words)), reviewer="Ria", at=at)
    grade = book.event(event.id).grade
    assert grade is not None
    assert grade.grade is Grade.WEAK


def test_sensitivity_adds_up_the_killed_and_names_the_events_that_differ(book: Book, strike: BookEvent) -> None:
    found = book.sensitivity()
    totals = {each.rule: (each.total.low, each.total.best, each.total.high, each.differing) for each in found.totals}
    assert totals["ucdp"] == (12, 12, 15, 0)
    assert totals["latest"] == (15, 15, 15, 1)
    assert totals["airwars"] == (12, None, 15, None)
    assert [(each.event, each.spread) for each in found.differences] == [(strike, 3)]


def test_a_sum_with_an_open_end_has_no_upper_end() -> None:
    told = report("r9")
    claims = [claim(told, at, killed=number, place=QAMAR) for at, number in ((10, count(5)), (20, count(12, None)))]
    events, _ = reconcile([told], claims, [[each.id] for each in claims], [])
    total = made_book(Dataset(reports=(told,), claims=tuple(claims), views=Views(events=events))).sensitivity().totals[0]
    assert (total.total, total.top, total.events, total.open) == (Estimate(low=17, best=17), 17, 2, 1)


def test_nothing_to_add_up_is_no_zero() -> None:
    for total in made_book(Dataset(reports=(), claims=())).sensitivity().totals:
        assert (total.total, total.top, total.events, total.differing) == (Estimate(), None, 0, 0)
