"""Which claims are put into one event."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.crowd import crowd
from tests.link.made import (
    AGENCY,
    ARMY_B,
    CRUISE,
    EASTERN_SEA,
    FAR,
    FRIGATE,
    FRONT,
    HERON,
    LAND,
    MINISTRY,
    MONITOR,
    NAVY_A,
    PROVINCE,
    QAMAR,
    REED,
    SEA,
    STATE_A,
    SUBURB,
    claim,
    count,
    day,
    launched,
    report,
    since,
)

from reportedly.link.cluster import Linked, link
from reportedly.model import Claim, Entity, EntityKind, Kind, Modality, Report, Span

R1, R2, R3 = report("r1"), report("r2"), report("r3", published=dt.date(2031, 7, 1))
STRIKE: dict[str, Any] = {"actor": (NAVY_A,), "target": (REED,), "weapon": (CRUISE,), "place": (QAMAR,)}


def together(claims: Sequence[Claim], reports: Sequence[Report] = (R1, R2, R3)) -> bool:
    return len(link(reports, claims).clusters) == 1


def test_two_outlets_on_one_strike_are_one_event() -> None:
    a = claim(R1, 10, actor=NAVY_A, target=REED, weapon=CRUISE, place=QAMAR, when=day("2031-05-13"))
    b = claim(R2, 10, actor=STATE_A, target=REED, weapon=HERON, place=QAMAR, munitions=count(4, None), when=day("2031-05-13"))
    assert together([a, b])


def test_outlets_one_day_apart_are_one_event_with_a_disputed_date() -> None:
    assert together([claim(R1, 10, when=day("2031-05-13"), **STRIKE), claim(R2, 10, when=day("2031-05-14"), **STRIKE)])


def test_outlets_three_days_apart_speak_of_two_strikes() -> None:
    assert not together([claim(R1, 10, when=day("2031-05-10"), **STRIKE), claim(R2, 10, when=day("2031-05-13"), **STRIKE)])


@pytest.mark.parametrize(
    ("other", "words"),
    [(Kind.ATTACK, "Gunmen struck the town."), (Kind.OTHER, "Families fled the town."), (Kind.PEACEFUL_PROTEST, "Families marched.")],
    ids=["a killing", "flight", "a protest"],
)
def test_a_burial_is_never_one_event_with_anything_else(other: Kind, words: str) -> None:
    one, two = report("r1", text="They buried him in the town."), report("r2", text=words)
    where: dict[str, Any] = {"place": QAMAR, "when": day("2031-05-13")}
    burial = claim(one, 5, kind=Kind.OTHER, **where)
    assert not together([burial, claim(two, 9, kind=other, **where)], [one, two])
    again = report("r2", text="They buried him in Qamar.")
    assert together([burial, claim(again, 5, kind=Kind.OTHER, **where)], [one, again])


def test_one_report_that_names_two_days_speaks_of_two_strikes() -> None:
    assert not together([claim(R1, 10, when=day("2031-05-13"), **STRIKE), claim(R1, 60, when=day("2031-05-14"), **STRIKE)])


def test_a_province_and_a_town_in_it_can_be_one_event() -> None:
    a = claim(R1, 10, actor=NAVY_A, target=REED, weapon=CRUISE, place=PROVINCE, when=day("2031-05-13"))
    assert together([a, claim(R2, 10, when=day("2031-05-13"), **STRIKE)])


def test_neighbouring_towns_can_be_one_event() -> None:
    a = claim(R1, 10, actor=NAVY_A, target=REED, weapon=CRUISE, place=SUBURB, when=day("2031-05-13"))
    assert together([a, claim(R2, 10, when=day("2031-05-13"), **STRIKE)])


def test_towns_far_apart_are_two_events_however_alike_the_rest_is() -> None:
    far = {**STRIKE, "place": (FAR,)}
    assert not together([claim(R1, 10, when=day("2031-05-13"), **far), claim(R2, 10, when=day("2031-05-13"), **STRIKE)])


def test_an_attack_in_a_country_glues_nothing() -> None:
    vague = [claim(r, 10, kind=Kind.ATTACK, place=LAND) for r in (R1, R2)]
    strikes = [claim(R1, 60, when=day("2031-05-01"), **STRIKE), claim(R2, 60, when=day("2031-05-13"), **STRIKE)]
    assert len(link((R1, R2), [*vague, *strikes]).clusters) == 4


def test_strikes_of_one_day_in_one_country_are_not_one_strike_for_that() -> None:
    a, b = (claim(r, 10, kind=Kind.AIR_STRIKE, actor=STATE_A, place=LAND, when=day("2031-05-13")) for r in (R1, R2))
    assert not together([a, b])


def test_a_planned_strike_is_not_the_strike_that_happened() -> None:
    assert not together([claim(R1, 10, **STRIKE), claim(R1, 20, modality=Modality.THREATENED, **STRIKE)])


def test_taking_and_retaking_a_town_are_two_events() -> None:
    a = claim(R1, 10, kind=Kind.NON_STATE_ACTOR_OVERTAKES_TERRITORY, actor=REED, place=QAMAR)
    b = claim(R1, 20, kind=Kind.GOVERNMENT_REGAINS_TERRITORY, actor=ARMY_B, place=QAMAR)
    assert not together([a, b])


def test_a_strike_and_a_change_of_control_are_two_events() -> None:
    a = claim(R1, 10, when=day("2031-05-13"), **STRIKE)
    b = claim(R1, 20, kind=Kind.GOVERNMENT_REGAINS_TERRITORY, actor=ARMY_B, place=QAMAR, when=day("2031-05-13"))
    assert not together([a, b])


def test_four_missiles_are_not_the_twenty_six_of_another_month() -> None:
    a = claim(R1, 10, actor=NAVY_A, target=REED, weapon=CRUISE, place=LAND, munitions=count(26), launched_from=launched(SEA))
    b = claim(R3, 10, actor=NAVY_A, target=REED, weapon=CRUISE, place=LAND, munitions=count(4), launched_from=launched(EASTERN_SEA))
    assert not together([a, b])


def test_one_voice_of_one_report_with_two_numbers_speaks_of_two_strikes() -> None:
    a = claim(R1, 10, chain=[MINISTRY], munitions=count(26), **STRIKE)
    b = claim(R1, 20, chain=[MINISTRY], munitions=count(4), **STRIKE)
    assert not together([a, b])


def test_two_voices_of_one_report_may_dispute_a_number() -> None:
    a = claim(R1, 10, chain=[MINISTRY], when=day("2031-05-13"), killed=count(26), **STRIKE)
    b = claim(R1, 20, chain=[FRONT], when=day("2031-05-13"), killed=count(4), **STRIKE)
    assert together([a, b])


def test_words_that_point_back_are_of_the_event_they_point_to() -> None:
    a = claim(R1, 10, when=day("2031-05-13"), **STRIKE)
    b = claim(R1, 300, chain=[MINISTRY], back=a.trigger, outcome="all targets hit")
    assert together([a, b])


def test_words_that_point_back_are_found_across_a_long_report() -> None:
    long = report("long", "word " * 400)
    first = claim(long, 5, when=day("2031-05-13"), **STRIKE)
    between = [claim(long, 5 * n, kind=Kind.CONSULT, actor=REED) for n in range(4, 64, 2)]
    last = claim(long, 1900, back=first.trigger, outcome="all targets hit")
    clusters = link([long], [first, *between, last]).clusters
    assert next(c for c in clusters if first.id in c) == (first.id, last.id)


def test_a_campaign_does_not_swallow_its_strikes() -> None:
    campaign = claim(R1, 10, kind=Kind.AIR_STRIKE, actor=STATE_A, target=REED, place=QAMAR, when=since("2031-03-01"))
    one = claim(R2, 10, kind=Kind.AIR_STRIKE, actor=STATE_A, target=REED, place=QAMAR, when=day("2031-05-13"))
    assert not together([campaign, one])


def test_a_series_is_known_by_the_words_before_it() -> None:
    text = report("r4", "For months a wave of air strikes has hit Qamar. On Tuesday one strike killed four.")
    series = claim(text, text.text.index("strikes"), kind=Kind.AIR_STRIKE, place=QAMAR, actor=STATE_A)
    single = claim(text, text.text.index("strike killed"), kind=Kind.AIR_STRIKE, place=QAMAR, actor=STATE_A, when=day("2031-05-13"))
    assert not together([series, single], [text])


def told(text: str, values: dict[str, dict[str, Any]], headline: str = "") -> tuple[Report, list[Claim]]:
    """A report with a claim for each of the words that `values` gives values for."""
    whole = f"{headline}\n\n{text}" if headline else text
    made = dataclasses.replace(report("told", whole), headline=Span(0, len(headline)) if headline else None)
    return made, [claim(made, whole.index(word), **given) for word, given in values.items()]


def test_a_second_bomb_is_another_happening() -> None:
    text = "A bomb exploded in Qamar. Two hours later a bomb went off at the pier and killed two."
    bombs = {word: {"place": (QAMAR,), "kind": Kind.REMOTE_EXPLOSIVE} for word in ("exploded", "went")}
    made, claims = told(text, bombs)
    assert not together(claims, [made])
    made, claims = told(text.replace("Two hours later a bomb", "The bomb"), bombs)
    assert together(claims, [made])


def test_other_targets_are_of_another_happening() -> None:
    stations = Entity(name="three other stations", kind=EntityKind.OBJECT)
    strike = {"kind": Kind.SHELLING, "actor": NAVY_A, "place": (QAMAR,), "weapon": CRUISE}
    made, claims = told("Missiles hit the station. The navy had struck it.", {"hit": strike, "struck": strike})
    assert together(claims, [made])
    made, claims = told("Missiles hit it. The navy had struck others.", {"hit": strike, "struck": {**strike, "target": stations}})
    assert not together(claims, [made])


def test_a_headline_and_its_first_paragraph_are_one_story_whatever_kind_each_gives() -> None:
    raid = {"kind": Kind.AIR_STRIKE, "actor": NAVY_A, "place": (QAMAR,)}
    made, claims = told("Planes bombed Qamar.", {"kills": {"kind": Kind.ATTACK, "killed": count(12)}, "bombed": raid}, "Raid kills twelve")
    assert together(claims, [made])


def test_the_dead_of_a_war_are_not_those_of_a_strike() -> None:
    strike = {"kind": Kind.AIR_STRIKE, "place": (QAMAR,), "killed": count(12)}
    war = {"kind": Kind.ATTACK, "place": (QAMAR,), "killed": count(220_000, None)}
    made, claims = told("A raid hit Qamar. More have died.", {"hit": strike, "died": war})
    assert not together(claims, [made])


@pytest.mark.parametrize("words", ["since 2029", "in six years of war", "during the uprising", "over the past three months"])
def test_what_goes_on_for_long_is_a_row_of_happenings(words: str) -> None:
    attack = {"kind": Kind.ATTACK, "place": (QAMAR,), "actor": NAVY_A}
    text = "Shells struck Qamar and killed four. The navy has killed hundreds {} and no end is near."
    made, claims = told(text.format(words), {"struck": attack, "killed hundreds": attack})
    assert not together(claims, [made])
    made, claims = told(text.format("there"), {"struck": attack, "killed hundreds": attack})
    assert together(claims, [made])


def test_victims_told_alone_are_those_of_the_only_happening_of_the_report() -> None:
    values: dict[str, dict[str, Any]] = {
        "hit": {"kind": Kind.SHELLING, "place": (QAMAR,)},
        "wounded": {"kind": Kind.ATTACK, "injured": count(80)},
    }
    made, claims = told("Shells hit Qamar. Eighty were wounded.", values)
    assert together(claims, [made])


def test_a_town_held_for_years_is_not_the_one_handed_over_now() -> None:
    held = claim(R1, 10, kind=Kind.GOVERNMENT_REGAINS_TERRITORY, actor=ARMY_B, place=QAMAR, when=since("2004-04-01"))
    handed = claim(R2, 10, kind=Kind.NON_VIOLENT_TRANSFER, actor=ARMY_B, place=QAMAR, when=day("2031-05-13"))
    assert not together([held, handed])


def test_a_named_ship_ties_two_reports_that_name_no_place() -> None:
    a = claim(R1, 10, actor=NAVY_A, platform=FRIGATE, munitions=count(4))
    b = claim(R2, 10, actor=STATE_A, platform=FRIGATE, weapon=CRUISE)
    assert together([a, b])


def test_the_same_quotation_in_two_reports_is_one_event() -> None:
    said = "“All six depots of the fighters in the northern hills were destroyed last night,” the ministry said."
    reports = [report("r5", said), report("r6", f"Statement. {said}")]
    claims = [
        claim(r, r.text.index("destroyed"), chain=[MINISTRY], evidence=Span(r.text.index("“"), r.text.index("”")), outcome="destroyed")
        for r in reports
    ]
    assert together(claims, reports)


def test_a_chain_of_likeness_does_not_join_what_cannot_be_one() -> None:
    early, late = claim(R1, 10, when=day("2031-05-10"), **STRIKE), claim(R2, 10, when=day("2031-05-13"), **STRIKE)
    vague = claim(R3, 10, when=day("2031-05-01", "2031-05-31", precision=4), **STRIKE)
    clusters = link((R1, R2, R3), [early, late, vague]).clusters
    assert len(clusters) == 2
    assert not any({early.id, late.id} <= set(c) for c in clusters)


def test_every_link_says_why_in_words_and_its_score_is_the_weighted_mean() -> None:
    (found,) = link((R1, R2), [claim(R1, 10, when=day("2031-05-13"), **STRIKE), claim(R2, 10, when=day("2031-05-13"), **STRIKE)]).links
    assert [r.rule for r in found.reasons][:3] == ["kind", "place", "when"]
    assert "both at Qamar" in [r.why for r in found.reasons]
    mean = sum(r.likeness * r.weight for r in found.reasons) / sum(r.weight for r in found.reasons)
    assert found.score == pytest.approx(mean, abs=1e-6)
    assert found.score > 0.5


KINDS = [Kind.SHELLING, Kind.AIR_STRIKE, Kind.ARMED_CLASH, Kind.GOVERNMENT_REGAINS_TERRITORY, Kind.CONSULT]
SCENE = st.lists(
    st.tuples(
        st.sampled_from((R1, R2, R3)),
        st.integers(0, 40).map(lambda n: 5 * n),
        st.sampled_from(KINDS),
        st.sampled_from(([], [MINISTRY], [FRONT], [MONITOR, AGENCY])),
        st.sampled_from((LAND, PROVINCE, QAMAR, SUBURB, FAR)),
        st.sampled_from((day("2031-05-13"), day("2031-05-14"), day("2031-05-01", "2031-05-31", precision=4), since("2031-03-01"))),
        st.integers(0, 5),
    ),
    max_size=14,
    unique_by=lambda row: (row[0].id, row[1]),
)


@given(SCENE, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_input_plays_no_part_and_each_claim_has_one_event(rows: list[Any], order: random.Random) -> None:
    claims = [
        claim(r, at, kind=kind, chain=chain, place=place, when=when, killed=count(n), actor=NAVY_A)
        for r, at, kind, chain, place, when, n in rows
    ]
    expected = link((R1, R2, R3), claims)
    shuffled = list(claims)
    order.shuffle(shuffled)
    assert link((R3, R1, R2), shuffled) == expected
    assert sorted(i for cluster in expected.clusters for i in cluster) == sorted(c.id for c in claims)
    assert len(expected.links) == len(claims) - len(expected.clusters)


def test_nothing_gives_nothing() -> None:
    assert link((), ()) == Linked((), ())


def test_a_corpus_of_thousands_of_claims_takes_seconds_and_has_no_giant_event() -> None:
    reports, claims, truth = crowd(100, 12)
    start = time.perf_counter()
    linked = link(reports, claims)
    assert time.perf_counter() - start < 5
    assert max(map(len, linked.clusters)) < 100
    astray = sum(len(cluster) - max(Counter(truth[i] for i in cluster).values()) for cluster in linked.clusters)
    assert astray < 0.02 * len(claims)
    assert len(linked.clusters) < 2 * len(set(truth.values()))


def test_five_hundred_copies_of_one_report_are_one_event_in_bounded_time() -> None:
    reports = [report(f"r{n:03d}", "Strike on Qamar. " * 5) for n in range(500)]
    claims = [claim(r, at, actor=NAVY_A, place=QAMAR, when=day("2031-05-13")) for r in reports for at in (0, 17)]
    start = time.perf_counter()
    assert together(claims, reports)
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The same ships that struck the port fired at the depot.", 2),
        ("The same ships which had earlier struck the port fired at the depot.", 2),
        ("The ships that struck the port fired at the depot.", 1),
        ("The same ministry announced that it struck the port and fired at the depot.", 1),
        ("The same ships that struck the port sailed on. They fired at the depot that day.", 1),
    ],
)
def test_what_the_same_ones_did_before_is_another_happening(text: str, events: int) -> None:
    told = report("r1", text)
    some = [claim(told, text.index(word), actor=NAVY_A, place=QAMAR, when=day("2031-05-14")) for word in ("struck", "fired")]
    found = link([told], some)
    assert len(found.clusters) == events
