"""How each rule makes one row of what several voices say."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.small import datasets
from tests.link.made import FRONT, MINISTRY, MONITOR, NAVY_A, PROVINCE, QAMAR, SOURCES, STATE_A, claim, count, day, report
from tests.reconcile.asked import event_of, field_of

from reportedly.errors import BadFilter
from reportedly.model import PEOPLE_FIELDS, Claim, Count, Dataset, Field, FieldView, Report, Stance, ValueView, VictimClass, Voice
from reportedly.model.words import in_words
from reportedly.reconcile.rules import RULES, Estimate, Toll, published, rule_named
from reportedly.reconcile.rules.values import narrowed, one_value

EARLY, LATE, LAST = (report(f"r{n}", published=dt.date(2031, 5, n)) for n in (1, 2, 3))
UNDATED = report("r4", published=None)
REPORTS = (EARLY, LATE, LAST, UNDATED)
OTHERS = [name for name in RULES if name != "ucdp"]


def dead(told: Report, voice: Voice, number: Count, *, stance: Stance = Stance.ASSERTS, at: int = 10) -> Claim:
    return claim(told, at, chain=[voice], stance=stance, killed=number)


def toll(rule: str, claims: Sequence[Claim]) -> Toll:
    event, _ = event_of(claims, REPORTS)
    return RULES[rule].toll(event.get(Field.KILLED), published(claims, {each.id: each for each in REPORTS}))


def numbers(rule: str, *claims: Claim) -> tuple[int | None, int | None, int | None]:
    total = toll(rule, claims).total
    return total.low, total.best, total.high


def worded(low: int, high: int | None, wording: str) -> Count:
    return Count(low=low, high=high, wording=wording, of=VictimClass.UNKNOWN)


DIFFERING = (
    dead(EARLY, MINISTRY, count(9)),
    dead(LATE, MONITOR, count(9)),
    dead(LATE, FRONT, count(4)),
    dead(LAST, SOURCES, count(15, None)),
)
"""Nine by two origins, four by one, and last "at least 15"."""


@pytest.mark.parametrize(
    ("rule", "low", "best", "high"),
    [
        ("ucdp", 4, 9, 15),
        ("acled", 4, 4, 4),
        ("airwars", 4, None, 15),
        ("most-origins", 9, 9, 9),
        ("most-precise", 9, 9, 9),
        ("latest", 15, 15, None),
    ],
)
def test_each_rule_makes_its_own_numbers_of_the_same_claims(rule: str, low: int, best: int | None, high: int | None) -> None:
    assert numbers(rule, *DIFFERING) == (low, best, high)


def test_an_unknown_rule_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(BadFilter, match="ucdp, acled, airwars, most-origins, most-precise, latest"):
        rule_named("tapestry")


@pytest.mark.parametrize("rule", RULES)
def test_where_nobody_gives_a_number_there_is_none(rule: str) -> None:
    assert toll(rule, [claim(EARLY, 10, place=QAMAR)]) == Toll()


@pytest.mark.parametrize("rule", OTHERS)
def test_a_stated_zero_is_a_zero(rule: str) -> None:
    low, _, high = numbers(rule, dead(EARLY, MONITOR, count(0)))
    assert (low, high) == (0, 0)


@pytest.mark.parametrize("rule", OTHERS)
def test_a_denied_number_is_left_out_as_long_as_there_is_another(rule: str) -> None:
    denied = (dead(LATE, MONITOR, count(3)), dead(LATE, MINISTRY, count(3), stance=Stance.DENIES))
    low, _, high = numbers(rule, dead(EARLY, SOURCES, count(12)), *denied)
    assert (low, high) == (12, 12)
    assert numbers(rule, *denied)[0] == 3


@pytest.mark.parametrize("rule", ["acled", "most-origins", "most-precise", "latest"])
def test_a_number_that_its_origin_has_replaced_is_left_out(rule: str) -> None:
    assert numbers(rule, dead(EARLY, MONITOR, count(4)), dead(LATE, MONITOR, count(9)))[1] == 9


@pytest.mark.parametrize("rule", OTHERS)
def test_children_and_more_are_no_toll_of_all(rule: str) -> None:
    children = dead(EARLY, MONITOR, count(3, of=VictimClass.CHILD, part=True), at=20)
    more = dead(EARLY, MONITOR, worded(2, 2, "two more"), at=30)
    low, _, high = numbers(rule, dead(EARLY, MONITOR, count(12)), children, more)
    assert (low, high) == (12, 12)


@pytest.mark.parametrize("rule", ["acled", "most-origins", "most-precise", "latest"])
def test_classes_are_added_up_where_nobody_counts_all(rule: str) -> None:
    civilians, combatants = (count(n, of=of) for n, of in ((3, VictimClass.CIVILIAN), (5, VictimClass.COMBATANT)))
    found = toll(rule, [dead(EARLY, MONITOR, civilians), dead(EARLY, MONITOR, combatants, at=20)])
    assert (found.total.best, found.civilians.best, found.combatants.best, found.rest) == (8, 3, 5, None)
    assert toll(rule, [dead(EARLY, MONITOR, count(0, of=VictimClass.CIVILIAN))]).total == Estimate()


def test_airwars_has_a_range_of_each_class_and_no_best() -> None:
    some = [dead(told, voice, count(n, of=VictimClass.CIVILIAN)) for told, voice, n in ((EARLY, MONITOR, 3), (LATE, FRONT, 7))]
    found = toll("airwars", [*some, dead(LAST, SOURCES, count(9))])
    assert (found.total, found.civilians, found.rest) == (Estimate(low=9, high=9), Estimate(low=3, high=7), None)


# acled


@pytest.mark.parametrize(
    ("low", "high", "wording", "coded"),
    [
        (24, 99, "dozens", 12),
        (24, None, "dozens of people", 12),
        (10, None, "tens of people", 10),
        (200, None, "hundreds", 100),
        (5, None, "several people", 3),
        (2, 5, "a few", 3),
        (36, None, "several dozen", 36),
        (10_000, None, "tens of thousands", 10_000),
        (200, None, "at least two hundred", 200),
        (1, 12, "up to 12", 1),
        (12, 12, "12", 12),
    ],
)
def test_acled_codes_words_as_numbers(low: int, high: int | None, wording: str, coded: int) -> None:
    assert numbers("acled", dead(EARLY, MONITOR, worded(low, high, wording))) == (coded, coded, coded)


def test_acled_passes_over_a_word_where_somebody_gives_a_number_that_it_can_mean() -> None:
    dozens = dead(EARLY, MONITOR, worded(12, None, "dozens"))
    assert numbers("acled", dozens, dead(EARLY, FRONT, count(39)))[1] == 39
    assert numbers("acled", dozens, dead(EARLY, FRONT, count(9)))[1] == 9


# most-precise, most-origins, latest


def test_a_round_number_is_less_precise_than_an_exact_one() -> None:
    assert numbers("most-precise", dead(EARLY, MONITOR, worded(30, 30, "about 30")), dead(LATE, FRONT, count(33)))[1] == 33


def test_of_numbers_with_as_many_origins_the_more_exact_and_then_the_lower_is_taken() -> None:
    open_, exact, lower = dead(EARLY, MONITOR, count(20, None)), dead(EARLY, FRONT, count(31)), dead(LATE, SOURCES, count(30))
    assert numbers("most-origins", open_, exact) == (31, 31, 31)
    assert numbers("most-origins", open_, exact, lower)[1] == 30


def test_a_number_that_is_printed_again_is_not_new() -> None:
    first, again = dead(EARLY, MONITOR, count(4)), dead(LAST, SOURCES, count(4))
    assert numbers("latest", first, dead(LATE, FRONT, count(9)), again)[1] == 9


def test_an_undated_number_is_never_the_latest() -> None:
    assert numbers("latest", dead(EARLY, MONITOR, count(4)), dead(UNDATED, FRONT, count(9)))[1] == 4
    assert numbers("latest", dead(UNDATED, FRONT, count(9)))[1] == 9


def test_a_denial_dates_nothing() -> None:
    denial, said = dead(EARLY, FRONT, count(9), stance=Stance.DENIES), dead(LATE, MONITOR, count(4))
    assert published([denial, said], {each.id: each for each in REPORTS}) == {said.id: LATE.published}


# laws


def with_accepted(view: FieldView, n: int) -> FieldView:
    values = tuple(dataclasses.replace(value, accepted=True) if at == n else value for at, value in enumerate(view.values))
    return dataclasses.replace(view, values=values)


def counts_of(view: FieldView) -> list[tuple[ValueView, Count]]:
    return [(value, value.value) for value in view.values if isinstance(value.value, Count)]


def people(dataset: Dataset) -> list[FieldView]:
    return [view for event in dataset.views.events for view in event.fields if view.field in PEOPLE_FIELDS]


def ordered(estimate: Estimate) -> bool:
    known = [number for number in (estimate.low, estimate.best, estimate.high) if number is not None]
    return known == sorted(known) and (estimate.low is not None or not known)


@pytest.mark.parametrize("rule", RULES)
@given(dataset=datasets())
def test_low_is_at_most_best_and_best_at_most_high(rule: str, dataset: Dataset) -> None:
    days = published(dataset.claims, {each.id: each for each in dataset.reports})
    for view in people(dataset):
        found = RULES[rule].toll(view, days)
        assert all(map(ordered, (found.total, found.civilians, found.combatants)))


@pytest.mark.parametrize("rule", RULES)
@given(dataset=datasets())
def test_no_rule_gives_a_number_that_nobody_asserts(rule: str, dataset: Dataset) -> None:
    days = published(dataset.claims, {each.id: each for each in dataset.reports})
    for view in people(dataset):
        asserted = {end for value, number in counts_of(view) if value.origins > 0 for end in (number.low, number.high)}
        found = RULES[rule].toll(view, days)
        sums = {a + b for a in asserted if a is not None for b in asserted if b is not None}
        for estimate, may_be in ((found.civilians, asserted), (found.combatants, asserted), (found.total, asserted | sums)):
            assert {estimate.low, estimate.best, estimate.high} - {None} <= may_be


@pytest.mark.parametrize("rule", OTHERS)
@given(dataset=datasets(), pick=st.integers(0, 9))
def test_what_a_reviewer_accepted_wins(rule: str, dataset: Dataset, pick: int) -> None:
    days = published(dataset.claims, {each.id: each for each in dataset.reports})
    for view in people(dataset):
        whole = [n for n, value in enumerate(view.values) if _is_whole(view, n, value)]
        if not whole:
            continue
        n = whole[pick % len(whole)]
        count_, found = view.values[n].value, RULES[rule].toll(with_accepted(view, n), days).total
        assert isinstance(count_, Count)
        assert found.low == count_.low
        assert found.best in ((None,) if rule == "airwars" else (count_.low,))
        assert found.high == (count_.low if rule == "acled" else count_.high)


def _is_whole(view: FieldView, n: int, value: ValueView) -> bool:
    part = any(relation.kind.value == "part of" and relation.b == n for relation in view.relations)
    number = value.value
    return not part and isinstance(number, Count) and not number.part and number.of in (None, VictimClass.UNKNOWN)


def test_an_accepted_number_stands_although_it_is_denied() -> None:
    view = field_of(
        [dead(EARLY, MONITOR, count(3)), dead(EARLY, FRONT, count(3), stance=Stance.DENIES), dead(LATE, SOURCES, count(9))],
        Field.KILLED,
        REPORTS,
    )
    at = next(n for n, (_, number) in enumerate(counts_of(view)) if number.low == 3)
    assert RULES["most-origins"].estimate(with_accepted(view, at), {}).best == 3


# other fields


def chosen(rule: str, field: Field, *claims: Claim) -> str | None:
    prefer = RULES[rule].prefer
    assert prefer is not None
    days = published(claims, {each.id: each for each in REPORTS})
    value = one_value(event_of(claims, REPORTS)[0].get(field), days, prefer)
    return None if value is None else in_words(value.value)


def told(report_: Report, voice: Voice, **values: object) -> Claim:
    return claim(report_, 10, chain=[voice], **values)  # type: ignore[arg-type]  # values of fields


@pytest.mark.parametrize(
    ("rule", "place", "when"),
    [
        ("most-origins", "Upper Landis region (XC)", "1-6 May 2031"),
        ("most-precise", "Qamar (XC)", "2 May 2031"),
        ("latest", "Qamar (XC)", "2 May 2031"),
    ],
)
def test_a_place_and_a_time_are_the_one_value_of_the_rule(rule: str, place: str, when: str) -> None:
    week = day("2031-05-01", "2031-05-06", precision=2)
    vague = [told(EARLY, voice, place=PROVINCE, when=week) for voice in (MINISTRY, MONITOR)]
    exact = told(LATE, FRONT, place=QAMAR, when=day("2031-05-02"))
    assert chosen(rule, Field.PLACE, *vague, exact) == place
    assert chosen(rule, Field.WHEN, *vague, exact) == when


def test_the_most_precise_actor_is_the_one_that_refines_the_others() -> None:
    state, navy = told(EARLY, MONITOR, actor=STATE_A), told(LATE, FRONT, actor=NAVY_A)
    assert chosen("most-precise", Field.ACTOR, state, navy) == NAVY_A.name


@pytest.mark.parametrize("rule", ["most-origins", "most-precise", "latest"])
def test_where_nobody_asserts_a_value_none_is_chosen(rule: str) -> None:
    assert chosen(rule, Field.PLACE, told(EARLY, MONITOR, killed=count(1))) is None


def test_an_event_is_narrowed_to_one_value_a_field_and_keeps_its_numbers() -> None:
    event, _ = event_of([told(EARLY, MONITOR, actor=STATE_A, killed=count(1)), told(LATE, FRONT, actor=NAVY_A, killed=count(2))], REPORTS)
    prefer = RULES["most-precise"].prefer
    assert prefer is not None
    found = narrowed(event, {}, prefer)
    actor, killed = found.get(Field.ACTOR), found.get(Field.KILLED)
    assert actor is not None
    assert [in_words(value.value) for value in actor.values] == [NAVY_A.name]
    assert killed == event.get(Field.KILLED)
