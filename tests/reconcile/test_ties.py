"""Ties are gathered from signs, ranked and capped, whatever the order; and made anew only where something changed."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Sign, SignRule, Tie, TieKind
from reportedly.reconcile.ties import MOST, SHOWN, Change, of_event, renewed, ties


def sign(kind: TieKind, a: str, b: str, weight: float = 1.0, *, why: str = "") -> Sign:
    rule = SignRule.EVIDENCE if kind is TieKind.MAY_BE_SAME else SignRule.WORDING
    return Sign(kind=kind, a=a, b=b, rule=rule, weight=weight, why=why or f"{a} and {b}")


def event(claim: str) -> str:
    """Claims "c12" and "c13" are of event "e1"."""
    return f"e{claim[1]}"


def ways(found: Sequence[Tie]) -> list[tuple[TieKind, str, str]]:
    return [(tie.kind, tie.a, tie.b) for tie in found]


def test_signs_of_two_events_make_one_tie_with_the_surest_reason() -> None:
    (tie,) = ties([sign(TieKind.FOLLOWS, "c11", "c21", 0.6), sign(TieKind.FOLLOWS, "c12", "c22", 1.0, why="told")], event)
    assert tie == Tie(kind=TieKind.FOLLOWS, a="e1", b="e2", claims=("c12", "c22", "c11", "c21"), weight=1.0, why="told")
    assert (tie.other("e1"), tie.other("e2")) == ("e2", "e1")


def test_a_sign_within_an_event_or_of_a_claim_of_none_ties_nothing() -> None:
    assert ties([sign(TieKind.FOLLOWS, "c11", "c12")], event) == ()
    assert ties([sign(TieKind.FOLLOWS, "c11", "c21")], {"c11": "e1"}.get) == ()


def test_of_two_that_may_be_the_same_the_order_says_nothing() -> None:
    found = ties([sign(TieKind.MAY_BE_SAME, "c21", "c11", -1.0), sign(TieKind.MAY_BE_SAME, "c12", "c22", -0.5)], event)
    assert [(tie.a, tie.b, tie.weight) for tie in found] == [("e1", "e2", -0.5)]


@pytest.mark.parametrize("kind", [TieKind.PART_OF, TieKind.FOLLOWS])
def test_of_two_ways_the_surer_holds_and_neither_where_both_are_as_sure(kind: TieKind) -> None:
    there, back = sign(kind, "c11", "c21"), sign(kind, "c22", "c12", 0.6)
    assert ways(ties([there, back], event)) == [(kind, "e1", "e2")]
    assert ties([there, sign(kind, "c22", "c12")], event) == ()


def test_where_something_is_told_nobody_is_asked_whether_the_two_are_one() -> None:
    doubt = sign(TieKind.MAY_BE_SAME, "c11", "c21", -1.0)
    assert ways(ties([doubt, sign(TieKind.FOLLOWS, "c21", "c11")], event)) == [(TieKind.FOLLOWS, "e2", "e1")]
    assert ways(ties([doubt, sign(TieKind.PART_OF, "c11", "c21")], event)) == [(TieKind.PART_OF, "e1", "e2")]


def test_what_a_reviewer_called_different_may_not_be_the_same_but_may_follow() -> None:
    silent = {frozenset({"e1", "e2"})}
    assert ties([sign(TieKind.MAY_BE_SAME, "c11", "c21", -1.0)], event, silent) == ()
    assert len(ties([sign(TieKind.FOLLOWS, "c11", "c21")], event, silent)) == 1


@pytest.mark.parametrize("kind", list(TieKind))
def test_no_event_has_more_ties_of_a_kind_than_a_reader_can_use(kind: TieKind) -> None:
    crowd = [sign(kind, "c0", f"c{n:03d}", -1 - n / 1000 if kind is TieKind.MAY_BE_SAME else 1 - n / 1000) for n in range(1, 500)]
    found = ties(crowd, lambda claim: claim)
    assert [tie.other("c0") for tie in found] == [f"c{n:03d}" for n in range(1, 1 + MOST[kind][0])]
    reverse = [sign(kind, each.b, each.a, each.weight) for each in crowd]
    assert len(ties(reverse, lambda claim: claim)) == MOST[kind][1]


def test_a_tie_names_some_of_the_claims_that_show_it() -> None:
    (tie,) = ties([sign(TieKind.FOLLOWS, f"c1{n}", f"c2{n}") for n in range(9)], event)
    assert tie.claims == tuple(itertools.chain.from_iterable((f"c1{n}", f"c2{n}") for n in range(SHOWN // 2)))


def test_a_reader_sees_wholes_then_parts_then_what_it_followed_what_followed_and_doubts() -> None:
    kinds = [
        sign(TieKind.MAY_BE_SAME, "c11", "c61", -1.0),
        sign(TieKind.FOLLOWS, "c11", "c51"),
        sign(TieKind.FOLLOWS, "c41", "c11"),
        sign(TieKind.PART_OF, "c11", "c31"),
        sign(TieKind.PART_OF, "c21", "c11"),
    ]
    assert [tie.other("e1") for tie in of_event("e1", ties(kinds, event))] == ["e2", "e3", "e4", "e5", "e6"]


CLAIMS = [f"c{n}{m}" for n in range(8) for m in range(3)]
SIGN = st.builds(sign, st.sampled_from(TieKind), st.sampled_from(CLAIMS), st.sampled_from(CLAIMS), st.sampled_from([0.3, 0.6, 1.0]))
SIGNS = st.lists(SIGN, max_size=60)


@given(signs=SIGNS, data=st.data())
@settings(deadline=None)
def test_the_order_of_signs_plays_no_part(signs: list[Sign], data: st.DataObject) -> None:
    assert ties(data.draw(st.permutations(signs)), event) == ties(signs, event)


@given(signs=SIGNS, moved=st.dictionaries(st.sampled_from(CLAIMS), st.sampled_from(["e0", "e1", "e2", "e9", None])), silent=st.booleans())
@settings(deadline=None, max_examples=300)
def test_what_is_made_anew_is_what_a_run_from_nothing_gives(signs: list[Sign], moved: dict[str, str | None], *, silent: bool) -> None:
    after = {claim: moved.get(claim, event(claim)) for claim in CLAIMS}
    apart = frozenset({frozenset({"e3", "e4"})}) if silent else frozenset()
    held = {event(claim) for claim in moved} | set(moved.values()) | ({"e3", "e4"} if silent else set())
    touched = {claim for claim in CLAIMS if event(claim) in held or after[claim] in held}
    change = Change(
        claims=touched | {end for each in signs if touched & {each.a, each.b} for end in (each.a, each.b)},
        signs_of=lambda claim: [each for each in signs if claim in (each.a, each.b)],
        events={e: [c for c in CLAIMS if after[c] == e] for e in set(after.values()) if e is not None},
        event_of=after.get,
        silent=apart,
    )
    assert renewed(ties(signs, event), change) == ties(signs, after.get, apart)
