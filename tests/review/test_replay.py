"""Decisions laid over a casebook: each act, its undoing, and what is left of it when the reports were read anew."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Sequence

import pytest
from bench.large import large
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.made_casebook import LATER, POST, FakeCasebook, made_dataset

from reportedly.book import Book, BookEvent
from reportedly.book.deciding import Wish
from reportedly.book.index import Index, index
from reportedly.errors import BadFilter, ModelError, NotFound, StaleDecision, UsageError
from reportedly.model import Act, Count, Dataset, Decision, Entity, Field, Kind, Stake, When, Where, stable_id
from reportedly.reconcile.event import reconcile
from reportedly.review.ground import Ground
from reportedly.review.replay import replay, standing

AT = dt.datetime(2031, 6, 1, 12, tzinfo=dt.UTC)
RIA = "Ria"


def books() -> tuple[Book, FakeCasebook]:
    casebook = FakeCasebook(made_dataset())
    return Book(casebook), casebook  # type: ignore[arg-type]  # as much of a casebook as is needed


@pytest.fixture
def book() -> Book:
    return books()[0]


def strike(book: Book) -> BookEvent:
    (event,) = book.events(kind=Kind.SHELLING)
    return event


def decide(book: Book, event: BookEvent, act: Act, **wish: object) -> Decision:
    return book.decide(event.id, Wish(act=act, **wish), reviewer=RIA, at=AT)  # type: ignore[arg-type]


def claim_with(event: BookEvent, low: int) -> str:
    return next(c.id for c in event.claims if (k := c.get(Field.KILLED)) is not None and isinstance(k.value, Count) and k.value.low == low)


def test_an_accepted_value_is_the_events_value_though_it_stays_disputed(book: Book) -> None:
    event = strike(book)
    assert event.killed.best == 12
    decide(book, event, Act.ACCEPT, claims=(claim_with(event, 15),), field=Field.KILLED)
    assert (strike(book).killed.low, strike(book).killed.best, strike(book).killed.high) == (12, 15, 15)
    assert [v.accepted for v in strike(book).killed.values if isinstance(v.value, Count) and v.value.low == 15] == [True]
    assert strike(book).disputes


def test_a_rejected_value_is_of_no_event_and_its_claim_stays(book: Book) -> None:
    event = strike(book)
    decision = decide(book, event, Act.REJECT, claims=(claim_with(event, 15),), field=Field.KILLED)
    assert strike(book).killed.high == 12
    assert len(strike(book).claims) == len(event.claims)
    assert decision.was == "15"


def test_a_rejected_claim_is_of_no_event(book: Book) -> None:
    event = strike(book)
    gone = claim_with(event, 15)
    decide(book, event, Act.REJECT, claims=(gone,))
    after = strike(book)
    assert gone not in {claim.id for claim in after.claims}
    assert [each.act for each in after.history] == [Act.REJECT]
    assert book.index().reviewed.left_out == {gone}


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        (Field.KILLED, "14", Count(low=14, high=14, wording="14")),
        (Field.KILLED, "14 - 16 civilians", Count(low=14, high=16, wording="14 - 16 civilians")),
        (Field.INJURED, "12+", Count(low=12, high=None, wording="12+")),
        (Field.WHEN, "2031-05", (dt.date(2031, 5, 1), dt.date(2031, 5, 31), 4)),
        (Field.WHEN, "2031-05-14/2031-05-16", (dt.date(2031, 5, 14), dt.date(2031, 5, 16), 2)),
        (Field.ACTOR, "the harbour guard; Reed Front", ["the harbour guard", "Reed Front"]),
        (Field.PLACE, "ostvik", ["Ostvik"]),
        (Field.PLACE, "Mogadishu", ["Mogadishu"]),
        (Field.OUTCOME, "repelled", "repelled"),
    ],
)
def test_a_corrected_value_is_what_the_reviewer_typed_and_leads_to_words_of_the_report(
    book: Book, field: Field, words: str, value: object
) -> None:
    event = strike(book)
    told = claim_with(event, 12)
    decide(book, event, Act.CORRECT, claims=(told,), field=field, value=words, words="killed 12 people")
    stated = book.index().claims[told].get(field)
    assert stated is not None
    assert POST.quote(stated.span) == stated.text == "killed 12 people"
    if isinstance(stated.value, Count):
        assert isinstance(value, Count)
        assert (stated.value.low, stated.value.high) == (value.low, value.high)
    elif isinstance(stated.value, When):
        assert (stated.value.start, stated.value.end, stated.value.precision) == value
    elif isinstance(stated.value, tuple):
        assert [each.name for each in stated.value] == value
    else:
        assert stated.value == value


def test_a_name_that_a_claim_gives_is_the_same_entity_or_place(book: Book) -> None:
    event = strike(book)
    decide(book, event, Act.CORRECT, claims=(claim_with(event, 15),), field=Field.ACTOR, value="xanadian navy")
    assert [(each.id, each.name) for each in listed(book, event, Field.ACTOR)] == [("state:XA/navy", "Xanadian Navy")]
    decide(book, event, Act.CORRECT, claims=(claim_with(event, 15),), field=Field.PLACE, value="geonames:4")
    assert [(each.id, each.name) for each in listed(book, event, Field.PLACE)] == [("geonames:4", "Ostvik")]


def listed(book: Book, event: BookEvent, field: Field) -> tuple[Entity | Where, ...]:
    stated = book.index().claims[claim_with(event, 15)].get(field)
    assert stated is not None
    assert isinstance(stated.value, tuple)
    return stated.value


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        ({"act": Act.CORRECT, "field": Field.KILLED, "value": "many"}, UsageError),
        ({"act": Act.CORRECT, "claims": ("c",), "field": Field.KILLED, "value": "5"}, UsageError),
        ({"act": Act.CORRECT, "claims": ("",), "field": Field.KILLED, "value": "5"}, NotFound),
        ({"act": Act.COMMENT}, UsageError),
        ({"act": Act.UNDO}, UsageError),
        ({"act": Act.DIFFERENT_EVENT}, UsageError),
        ({"act": Act.SAME_EVENT, "other_event": "nothing"}, NotFound),
    ],
)
def test_what_cannot_be_decided_says_why_and_changes_nothing(book: Book, wish: dict[str, object], error: type[Exception]) -> None:
    event = strike(book)
    with pytest.raises(error, match=r"Nothing|no claim|no event"):
        book.decide(event.id, Wish(**wish), reviewer=RIA, at=AT)  # type: ignore[arg-type]
    assert book.decisions() == ()


@pytest.mark.parametrize("value", ["many", "15-12", "12 giants", "", "-3"])
def test_a_count_that_cannot_be_read_says_how_to_write_it(book: Book, value: str) -> None:
    event = strike(book)
    with pytest.raises(BadFilter, match="12-15"):
        decide(book, event, Act.CORRECT, claims=(event.claims[0].id,), field=Field.KILLED, value=value)


@pytest.mark.parametrize("value", ["yesterday", "2031-13", "2031-02-30", "2031-05-14/2031-05-01"])
def test_days_that_cannot_be_read_say_how_to_write_them(book: Book, value: str) -> None:
    event = strike(book)
    with pytest.raises(BadFilter, match="2031-05-14"):
        decide(book, event, Act.CORRECT, claims=(event.claims[0].id,), field=Field.WHEN, value=value)


def test_words_that_do_not_stand_in_the_report_are_refused(book: Book) -> None:
    event = strike(book)
    with pytest.raises(BadFilter, match="letter by letter"):
        decide(book, event, Act.CORRECT, claims=(event.claims[0].id,), field=Field.KILLED, value="3", words="three giants")


def test_joined_events_are_one_whose_old_ids_lead_to_it(book: Book) -> None:
    one, other = book.events(kind=Kind.SHELLING)[0], book.events(place="Ostvik")[0]
    decide(book, one, Act.SAME_EVENT, other_event=other.id, reason="one offensive")
    joined = book.event(one.id)
    assert joined.id == book.event(other.id).id
    assert {c.id for c in joined.claims} == {c.id for c in (*one.claims, *other.claims)}
    assert len(book.events()) == 2
    (link,) = [each for each in book.dataset().views.links if each.reasons[0].rule == "decision"]
    assert "Ria decided" in link.reasons[0].why
    assert "one offensive" in link.reasons[0].why


def test_parted_claims_are_an_event_of_their_own(book: Book) -> None:
    event = strike(book)
    parted = tuple(claim.id for claim in event.claims if claim.report == LATER.id)
    decide(book, event, Act.DIFFERENT_EVENT, claims=parted)
    events = [each for each in book.events() if {c.id for c in each.claims} <= {c.id for c in event.claims}]
    assert sorted(tuple(sorted(c.id for c in each.claims)) for each in events) == sorted(
        [tuple(sorted(parted)), tuple(sorted(c.id for c in event.claims if c.id not in parted))]
    )
    assert all(each.history for each in events)
    assert not any(each.disputes and each.killed.status == "disputed" for each in events)


def test_origins_can_be_shared_and_made_independent(book: Book) -> None:
    event = strike(book)
    assert event.origins == 2
    speakers = tuple(claim.id for claim in event.claims if claim.stance == "asserts")
    shared = decide(book, event, Act.SAME_ORIGIN, claims=speakers)
    assert strike(book).origins == 1
    assert {column.origin for column in strike(book).matrix().columns if column.origin} == {"Xanadian Ministry of Defence"}
    decide(book, event, Act.INDEPENDENT, claims=(claim_with(event, 15),))
    assert strike(book).origins == 2
    book.undo(shared.number, reviewer=RIA, at=AT)
    assert strike(book).origins == 3


def test_a_decision_on_something_that_changed_since_is_refused_and_says_what_was_decided(book: Book) -> None:
    event = strike(book)
    seen = event.state
    decide(book, event, Act.ACCEPT, claims=(claim_with(event, 15),), field=Field.KILLED)
    with pytest.raises(StaleDecision, match=r"Ria accepted killed.*2031-06-01 12:00") as told:
        book.decide(event.id, Wish(act=Act.FLAG), reviewer="Ben", at=AT, seen=seen)
    assert len(told.value.since) == 1
    assert len(book.decisions()) == 1
    book.decide(event.id, Wish(act=Act.FLAG), reviewer="Ben", at=AT, seen=strike(book).state)


def test_an_undoing_can_be_undone(book: Book) -> None:
    event = strike(book)
    first = decide(book, event, Act.REJECT, claims=(claim_with(event, 15),), field=Field.KILLED)
    undoing = book.undo(first.number, reviewer="Ben", at=AT)
    assert strike(book).killed.high == 15
    with pytest.raises(UsageError, match="undone already"):
        book.undo(first.number, reviewer="Ben", at=AT)
    book.undo(undoing.number, reviewer=RIA, at=AT)
    assert strike(book).killed.high == 12
    with pytest.raises(NotFound):
        book.undo(99, reviewer=RIA, at=AT)
    assert [each.act for each in strike(book).history] == [Act.REJECT, Act.UNDO, Act.UNDO]


def test_decisions_hold_when_the_reports_are_read_anew_and_what_no_longer_fits_is_told() -> None:
    book, casebook = books()
    event = strike(book)
    decide(book, event, Act.CORRECT, claims=(claim_with(event, 12),), field=Field.KILLED, value="13")
    decide(book, event, Act.ACCEPT, claims=(claim_with(event, 15),), field=Field.KILLED)
    decide(book, event, Act.REJECT, claims=(claim_with(event, 3),), field=Field.KILLED)
    casebook.put(anew(casebook.stored, without=claim_with(event, 15)))
    after = strike(book)
    assert (after.killed.low, after.killed.high) == (13, 13)
    (lost,) = book.index().reviewed.unfit
    assert lost.decision.act is Act.ACCEPT
    assert "none of its claims" in lost.why
    assert len(after.history) == 2


def anew(dataset: Dataset, *, without: str = "") -> Dataset:
    """The dataset as a newer extractor would make it: every claim has a new id, and one is no longer made."""
    ids = {claim.id: stable_id("c", claim.id, "newer") for claim in dataset.claims if claim.id != without}
    claims = tuple(dataclasses.replace(claim, id=ids[claim.id], version="newer") for claim in dataset.claims if claim.id in ids)
    clusters = [[ids[c] for c in event.claims if c in ids] for event in dataset.views.events]
    events, disputes = reconcile(dataset.reports, claims, clusters, dataset.views.lineage)
    views = dataclasses.replace(dataset.views, events=events, disputes=disputes, checks=())
    return dataclasses.replace(dataset, claims=claims, views=views)


def test_what_a_decision_needs_is_not_left_out() -> None:
    with pytest.raises(ModelError, match="claims"):
        Decision(number=1, act=Act.ACCEPT, event="e1", reviewer=RIA, at="")
    with pytest.raises(ModelError, match="undoes"):
        Decision(number=1, act=Act.UNDO, event="e1", reviewer=RIA, at="")


STEPS = st.lists(st.tuples(st.sampled_from(list(Act)), st.integers(0, 40), st.integers(0, 40)), max_size=12)


def take(book: Book, steps: Sequence[tuple[Act, int, int]]) -> None:
    """Decide at random; what cannot be decided is passed over."""
    for act, n, m in steps:
        events = book.events()
        event = events[n % len(events)]
        claim = event.claims[m % len(event.claims)]
        field = claim.values[(n + m) % len(claim.values)].field if claim.values and m % 3 else None
        try:
            if act is Act.UNDO:
                book.undo(n, reviewer=RIA, at=AT)
            else:
                other = events[m % len(events)].id
                wish = Wish(act=act, claims=(claim.id,), other_event=other, field=field, value="7", reason="so")
                book.decide(event.id, wish, reviewer=RIA, at=AT)
        except (UsageError, NotFound):
            continue


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_after_any_decisions_every_claim_is_in_one_event_or_left_out_and_undoing_all_restores_everything(
    steps: list[tuple[Act, int, int]],
) -> None:
    book, casebook = books()
    take(book, steps)
    dataset, reviewed = book.dataset(), book.index().reviewed
    held = [claim for event in dataset.views.events for claim in event.claims]
    assert sorted([*held, *reviewed.left_out]) == sorted(claim.id for claim in casebook.stored.claims)
    assert all(book.event(event.id) for event in casebook.stored.views.events if not set(event.claims) <= reviewed.left_out)
    for decision in reversed(standing(book.decisions())):
        book.undo(decision.number, reviewer=RIA, at=AT)
    assert book.dataset().views == casebook.stored.views
    assert book.dataset().claims == casebook.stored.claims


@settings(max_examples=30, deadline=None)
@given(STEPS)
def test_the_same_decisions_on_the_same_claims_are_the_same_whatever_was_shown_between(steps: list[tuple[Act, int, int]]) -> None:
    book, casebook = books()
    take(book, steps)
    again = replay(Ground(casebook.stored), book.decisions())
    assert again.dataset == book.dataset()


def looked_up(known: Index) -> dict[str, object]:
    """All that an index finds."""
    names = ("dataset", "reports", "claims", "events", "event_of", "disputes", "failed", "lineage")
    found = {name: getattr(known, name) for name in names}
    return found | {"short": dict(known.short), "claims_in": {report: known.claims_in(report) for report in known.reports}}


def worked_out(book: Book) -> list[tuple[object, ...]]:
    """All that is worked out of events and kept with them."""
    return [(each.raw, each.claims, each.row, each.voices, each.said(Field.PLACE), each.given.listing) for each in book.events()]


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_what_is_kept_from_decision_to_decision_is_as_if_it_were_worked_out_from_nothing(steps: list[tuple[Act, int, int]]) -> None:
    book, casebook = books()
    for step in steps:
        take(book, [step])
        assert (worked_out(book), book.queue()) == (worked_out(book), book.queue())
    as_from_nothing(book, casebook)


def test_so_it_is_after_many_decisions_on_a_large_casebook() -> None:
    casebook = FakeCasebook(large(2000, seed=2)[0])
    book = Book(casebook)  # type: ignore[arg-type]  # as much of a casebook as is needed
    draw = random.Random(7)  # noqa: S311  (a fixed draw)
    for _ in range(60):
        take(book, [(draw.choice(list(Act)), draw.randrange(300), draw.randrange(300))])
        assert worked_out(book)
        assert book.queue()
    assert len(book.decisions()) > 30
    as_from_nothing(book, casebook)


def as_from_nothing(book: Book, casebook: FakeCasebook) -> None:
    fresh = Book(casebook)  # type: ignore[arg-type]  # as much of a casebook as is needed
    assert looked_up(book.index()) == looked_up(fresh.index()) == looked_up(index(book.dataset()))
    assert book.index().reviewed == fresh.index().reviewed
    assert worked_out(book) == worked_out(fresh)
    assert book.queue() == fresh.queue()


@pytest.mark.parametrize(("field", "words", "left"), [(Field.TARGET, "Reed Front", None), (Field.KILLED, "13", Stake.OWN_LOSSES)])
def test_who_suffers_by_a_reviewers_word_leaves_open_what_the_speaker_has_at_stake(field: Field, words: str, left: Stake | None) -> None:
    dataset = made_dataset()
    told = next(c for c in dataset.claims if c.chain and c.get(Field.KILLED) is not None and c.report == POST.id)
    first = dataclasses.replace(told.chain[0], voice=dataclasses.replace(told.chain[0].voice, stake=Stake.OWN_LOSSES))
    claims = tuple(dataclasses.replace(c, chain=(first, *c.chain[1:])) if c.id == told.id else c for c in dataset.claims)
    book = Book(FakeCasebook(dataclasses.replace(dataset, claims=claims)))  # type: ignore[arg-type]  # as much of a casebook as is needed
    decide(book, strike(book), Act.CORRECT, claims=(told.id,), field=field, value=words, words="killed 12 people")
    assert book.index().claims[told.id].chain[0].voice.stake is left
