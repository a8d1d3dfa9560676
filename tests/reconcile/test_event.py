"""What an event says: its origins, its values and what is disputed."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.made import (
    AGENCY,
    ARMY_B,
    CIVILIANS,
    CRUISE,
    FAR,
    FRONT,
    HERON,
    MINISTER,
    MINISTRY,
    MONITOR,
    NAVY_A,
    PROVINCE,
    QAMAR,
    REED,
    RIVAL,
    SOURCES,
    STATE_A,
    WITNESSES,
    claim,
    count,
    day,
    report,
)
from tests.reconcile.asked import ALL, LATER, R1, R2, R3, disputed, event_of, field_of, relation

from reportedly.link.lineage import lineage
from reportedly.model import (
    Entity,
    EntityKind,
    Field,
    Kind,
    LineageEdge,
    LineageWhy,
    RelationKind,
    Report,
    Span,
    Stance,
    Status,
    Voice,
    VoiceKind,
)
from reportedly.model import VictimClass as Of
from reportedly.reconcile.event import reconcile

# origins


def test_three_outlets_with_one_statement_are_one_origin() -> None:
    event, _ = event_of([claim(r, 10, chain=[MINISTRY], munitions=count(4)) for r in (R1, R2, R3)])
    assert (event.origins, event.origin_names, len(event.reports)) == (1, (MINISTRY.name,), 3)


def test_a_lead_that_restates_the_statement_is_no_origin_of_its_own() -> None:
    claims = [claim(R1, 10, munitions=count(4)), claim(R1, 60, chain=[MINISTRY], munitions=count(4))]
    assert event_of(claims)[0].origins == 1
    assert field_of(claims, Field.MUNITIONS).values[0].origins == 1


def test_a_report_without_any_attribution_is_an_origin() -> None:
    event, _ = event_of([claim(R1, 10, chain=[MINISTRY], munitions=count(4)), claim(R2, 10, munitions=count(4))])
    assert event.origin_names == ("The r2 Post", MINISTRY.name)


def test_a_minister_and_a_ministry_are_one_origin() -> None:
    assert event_of([claim(R1, 10, chain=[MINISTRY]), claim(R2, 10, chain=[MINISTER])])[0].origins == 1


def test_an_office_holder_of_no_known_state_is_no_second_origin_beside_a_state() -> None:
    """ "The ministry said … The defence minister said …": whose minister it is stands nowhere, and two origins would be too many."""
    minister = Voice(id="person:r-vale", name="R. Vale", kind=VoiceKind.OFFICIAL)
    both = [claim(R1, 10, chain=[MINISTRY]), claim(R1, 20, chain=[minister])]
    assert event_of(both)[0].origin_names == (MINISTRY.name,)
    assert event_of([claim(R1, 10, chain=[MINISTRY]), claim(R2, 20, chain=[minister])])[0].origins == 2
    assert event_of([claim(R1, 20, chain=[minister])])[0].origin_names == ("R. Vale",)


def test_a_party_and_a_monitor_are_two() -> None:
    assert event_of([claim(R1, 10, chain=[MINISTRY]), claim(R1, 20, chain=[MONITOR])])[0].origins == 2


def test_who_relays_adds_no_origin() -> None:
    assert event_of([claim(R1, 10, chain=[MINISTRY, AGENCY]), claim(R2, 10, chain=[MINISTRY])])[0].origins == 1


def test_sources_and_witnesses_of_two_reports_may_be_different_people() -> None:
    assert event_of([claim(r, 10, chain=[SOURCES]) for r in (R1, R1, R2)][1:])[0].origins == 2
    assert event_of([claim(r, 10, chain=[WITNESSES]) for r in (R1, R2)])[0].origins == 2


def test_two_printings_of_one_wire_text_are_one_origin() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    reports = [report("w1", text), report("w2", f"Another headline. {text}")]
    assert event_of([claim(r, 20, killed=count(4)) for r in reports], reports)[0].origins == 1


def test_two_reports_signed_by_one_agency_are_one_origin() -> None:
    reports = [report("w1", "Boats were stopped here. (Reuters)"), report("w2", "The boats have all been stopped.\n-- Reuters")]
    event, _ = event_of([claim(r, 6, killed=count(4)) for r in reports], reports)
    assert (event.origins, event.origin_names) == (1, ("Reuters",))


def test_a_denial_is_no_origin() -> None:
    event, _ = event_of(
        [claim(R1, 10, chain=[MONITOR], actor=STATE_A), claim(R1, 20, chain=[MINISTRY], stance=Stance.DENIES, actor=STATE_A)]
    )
    assert event.origin_names == (MONITOR.name,)


def test_an_outlet_that_asserts_against_a_denial_is_an_origin() -> None:
    claims = [claim(R1, 10, killed=count(80, None)), claim(R1, 20, chain=[MINISTRY], stance=Stance.DENIES, actor=STATE_A)]
    assert event_of(claims)[0].origin_names == ("The r1 Post",)


# relations and status


def test_four_and_at_least_four_agree() -> None:
    claims = [claim(R1, 10, chain=[MINISTRY], munitions=count(4)), claim(R2, 10, chain=[MONITOR], munitions=count(4, None))]
    assert relation(claims, Field.MUNITIONS) == ("overlaps",)
    assert field_of(claims, Field.MUNITIONS).status is Status.AGREED
    assert disputed(claims) == []


def test_numbers_that_cannot_both_be_right_are_disputed_between_origins() -> None:
    claims = [claim(R1, 10, chain=[MINISTRY], killed=count(4)), claim(R2, 10, chain=[MONITOR], killed=count(9))]
    assert disputed(claims) == [(Field.KILLED, "contradicts")]
    view = field_of(claims, Field.KILLED)
    assert (view.status, view.low, view.best, view.high) == (Status.DISPUTED, 4, 4, 9)


def test_one_origin_that_contradicts_itself_on_one_day_is_no_dispute() -> None:
    claims = [claim(R1, 10, chain=[MINISTRY], killed=count(4)), claim(R2, 10, chain=[MINISTRY], killed=count(9))]
    assert relation(claims, Field.KILLED) == ("contradicts",)
    assert field_of(claims, Field.KILLED).status is Status.VARIES
    assert disputed(claims) == []


def test_a_toll_of_one_origin_that_rises_is_an_update() -> None:
    claims = [claim(R1, 10, chain=[MONITOR], killed=count(4)), claim(LATER, 10, chain=[MONITOR], killed=count(9))]
    view = field_of(claims, Field.KILLED)
    (found,) = view.relations
    assert (found.kind, view.values[found.a].value, view.values[found.b].value) == (RelationKind.UPDATES, count(4), count(9))
    assert (view.status, view.low, view.best, view.high) == (Status.UPDATED, 4, 9, 9)
    assert disputed(claims) == []


def test_children_are_part_of_the_dead() -> None:
    claims = [
        claim(R1, 10, chain=[MONITOR], killed=count(12)),
        claim(R1, 20, chain=[MONITOR], killed=count(3, of=Of.CHILD, part=True)),
    ]
    view = field_of(claims, Field.KILLED)
    (found,) = view.relations
    assert (found.kind, view.values[found.b].value) == (RelationKind.PART_OF, count(3, of=Of.CHILD, part=True))
    assert (view.low, view.best, view.high) == (12, 12, 12)


def test_more_children_than_dead_are_a_contradiction() -> None:
    claims = [claim(R1, 10, chain=[MONITOR], killed=count(2)), claim(R2, 10, chain=[FRONT], killed=count(3, of=Of.CHILD))]
    assert disputed(claims) == [(Field.KILLED, "contradicts")]


def test_children_and_women_are_not_compared() -> None:
    claims = [claim(R1, 10, killed=count(3, of=Of.CHILD)), claim(R2, 10, killed=count(5, of=Of.WOMAN))]
    assert relation(claims, Field.KILLED) == ()


def test_a_count_of_a_part_alone_is_the_count_there_is() -> None:
    view = field_of([claim(R1, 10, killed=count(0, of=Of.CIVILIAN))], Field.KILLED)
    assert (view.low, view.best, view.high, view.status) == (0, 0, 0, Status.SINGLE)


def test_an_open_upper_end_stays_open() -> None:
    view = field_of([claim(R1, 10, killed=count(12, None))], Field.KILLED)
    assert (view.low, view.best, view.high) == (12, 12, None)


def test_best_is_the_number_with_the_most_origins_and_the_lower_of_equals() -> None:
    three = [claim(R1, 10, chain=[MINISTRY], killed=count(4)), claim(R2, 10, chain=[MONITOR], killed=count(9))]
    assert field_of(three, Field.KILLED).best == 4
    assert field_of([*three, claim(R3, 10, chain=[FRONT], killed=count(9))], Field.KILLED).best == 9


def test_a_navy_refines_its_state() -> None:
    claims = [claim(R1, 10, chain=[MINISTRY], actor=NAVY_A), claim(R2, 10, chain=[MONITOR], actor=STATE_A)]
    view = field_of(claims, Field.ACTOR)
    assert [(r.kind, view.values[r.b].value) for r in view.relations] == [(RelationKind.REFINES, (NAVY_A,))]


def test_two_states_cannot_both_have_fired_one_missile() -> None:
    claims = [claim(R1, 10, chain=[MINISTRY], actor=ARMY_B), claim(R2, 10, chain=[RIVAL], actor=NAVY_A)]
    assert disputed(claims) == [(Field.ACTOR, "contradicts")]


def test_both_sides_act_in_a_clash() -> None:
    claims = [
        claim(R1, 10, kind=Kind.ARMED_CLASH, chain=[MINISTRY], actor=ARMY_B),
        claim(R2, 10, kind=Kind.ARMED_CLASH, chain=[RIVAL], actor=NAVY_A),
    ]
    assert disputed(claims) == []


def test_a_town_refines_its_province_and_contradicts_a_town_far_away() -> None:
    town, province = claim(R1, 10, chain=[MINISTRY], place=QAMAR), claim(R2, 10, chain=[MONITOR], place=PROVINCE)
    far = claim(R2, 10, chain=[MONITOR], place=FAR)
    assert relation([town, province], Field.PLACE) == ("refines",)
    assert disputed([town, far]) == [(Field.PLACE, "contradicts")]


def test_a_day_refines_its_month() -> None:
    claims = [
        claim(R1, 10, when=day("2031-05-01", "2031-05-31", precision=4)),
        claim(R2, 10, when=day("2031-05-13")),
    ]
    view = field_of(claims, Field.WHEN)
    assert [(r.kind, view.values[r.b].value) for r in view.relations] == [(RelationKind.REFINES, day("2031-05-13"))]


def test_a_more_exact_name_of_a_weapon_refines_and_hit_and_destroyed_overlap() -> None:
    claims = [claim(R1, 10, chain=[MINISTRY], weapon=CRUISE, outcome="all targets hit"), claim(R2, 10, weapon=HERON, outcome="destroyed")]
    assert relation(claims, Field.WEAPON) == ("refines",)
    assert relation(claims, Field.OUTCOME) == ("overlaps",)
    assert disputed(claims) == []


def test_a_missile_is_not_a_landmine() -> None:
    mine = Entity(name="landmine", kind=EntityKind.WEAPON)
    claims = [claim(R1, 10, chain=[MINISTRY], weapon=CRUISE), claim(R2, 10, chain=[MONITOR], weapon=mine)]
    assert disputed(claims) == [(Field.WEAPON, "contradicts")]


def test_before_and_after_exclude_each_other() -> None:
    claims = [claim(R1, 10, chain=[MINISTRY], timing="before the strike"), claim(R2, 10, chain=[RIVAL], timing="after")]
    assert disputed(claims) == [(Field.TIMING, "contradicts")]


# disputes


def test_two_outlets_that_date_one_statement_differently_disagree_as_outlets() -> None:
    claims = [claim(R1, 10, chain=[MINISTRY], when=day("2031-05-13")), claim(R2, 10, chain=[MINISTRY], when=day("2031-05-14"))]
    event, found = event_of(claims)
    assert event.origins == 1
    assert [(d.field, d.kind) for d in found] == [(Field.WHEN, RelationKind.CONTRADICTS)]


def test_one_outlet_that_corrects_its_date_updates_it() -> None:
    late = report("r9", published=dt.date(2031, 5, 20), outlet="The r1 Post")
    claims = [claim(R1, 10, chain=[MINISTRY], when=day("2031-05-13")), claim(late, 10, chain=[MINISTRY], when=day("2031-05-14"))]
    assert disputed(claims, (R1, late)) == []
    (found,) = field_of(claims, Field.WHEN, (R1, late)).relations
    assert found.kind is RelationKind.UPDATES


def test_denied_involvement_disputes_the_actor_even_against_the_outlet_alone() -> None:
    r = report("r5", "A gas attack killed eighty. Xanadia denied its involvement.")
    claims = [
        claim(r, 6, kind=Kind.CHEMICAL_WEAPON, place=QAMAR, killed=count(80)),
        claim(r, 36, kind=Kind.CHEMICAL_WEAPON, chain=[MINISTRY], stance=Stance.DENIES, actor=STATE_A),
    ]
    assert disputed(claims, [r]) == [(Field.ACTOR, "denies")]
    (value,) = field_of(claims, Field.ACTOR, [r]).values
    assert (value.claims, value.origins, value.denied_by) == ((), 0, (claims[1].id,))


def test_who_owns_the_deed_and_denies_its_targets_disputes_the_targets() -> None:
    civilian = claim(R1, 20, chain=[MINISTRY], stance=Stance.DENIES, actor=STATE_A, target=CIVILIANS)
    claims = [claim(R1, 10, chain=[MINISTRY], actor=STATE_A, target=REED), civilian, claim(R2, 10, chain=[MONITOR], target=CIVILIANS)]
    assert (Field.TARGET, "denies") in disputed(claims)
    value = next(v for v in field_of(claims, Field.TARGET).values if v.value == (CIVILIANS,))
    assert value.denied_by == (civilian.id,)
    assert value.origins == 1


def test_targets_that_are_not_what_the_attacker_says_are_disputed() -> None:
    claims = [
        claim(R1, 10, chain=[MINISTRY], actor=STATE_A, target=REED),
        claim(R1, 20, chain=[RIVAL], target=REED, texts={"target": "targets that are not the Reed Front"}),
    ]
    assert disputed(claims) == [(Field.TARGET, "contradicts")]


def test_all_of_one_sort_against_another_sort_is_disputed() -> None:
    claims = [
        claim(R1, 10, chain=[MINISTRY], target=Entity(name="terrorists"), texts={"target": "all terrorists"}),
        claim(R1, 20, chain=[RIVAL], target=Entity(name="farmers")),
    ]
    assert disputed(claims) == [(Field.TARGET, "contradicts")]


def test_more_targets_are_an_addition() -> None:
    claims = [claim(R1, 10, chain=[MINISTRY], target=Entity(name="depot")), claim(R2, 10, chain=[MONITOR], target=Entity(name="bunker"))]
    assert relation(claims, Field.TARGET) == ("overlaps",)
    assert disputed(claims) == []


def test_a_doubted_death_is_disputed_even_alone() -> None:
    assert disputed([claim(R1, 10, stance=Stance.DOUBTS, killed=count(1))]) == [(Field.KILLED, "denies")]


def test_a_doubt_does_not_take_the_number_away() -> None:
    claims = [claim(R1, 10, chain=[MINISTRY], killed=count(1)), claim(R1, 20, stance=Stance.DOUBTS, killed=count(1))]
    view = field_of(claims, Field.KILLED)
    assert (view.status, view.low, view.best, view.high) == (Status.DISPUTED, 1, 1, 1)
    assert view.values[0].denied_by == (claims[1].id,)
    assert view.values[0].origins == 1


def test_a_denial_that_names_no_value_stands_against_what_others_say() -> None:
    claims = [claim(R1, 10, chain=[MONITOR], killed=count(5)), claim(R1, 20, chain=[MINISTRY], stance=Stance.DENIES)]
    assert disputed(claims) == [(Field.KILLED, "denies")]
    assert field_of(claims, Field.KILLED).values[0].denied_by == (claims[1].id,)


def test_a_denial_alone_disputes_nothing() -> None:
    assert disputed([claim(R1, 10, chain=[MINISTRY], stance=Stance.DENIES, actor=STATE_A)]) == []


def test_silence_is_no_value() -> None:
    event, found = event_of([claim(R1, 10, chain=[MINISTRY], killed=count(3)), claim(R2, 10, chain=[MONITOR])])
    assert [v.field for v in event.fields] == [Field.KILLED]
    assert found == ()


# laws

ROWS = st.lists(
    st.tuples(
        st.sampled_from(ALL),
        st.integers(0, 40).map(lambda n: 5 * n),
        st.sampled_from(([], [MINISTRY], [MONITOR], [SOURCES])),
        st.sampled_from(list(Stance)),
        st.integers(0, 6),
        st.sampled_from((None, 9)),
        st.sampled_from((NAVY_A, STATE_A, REED)),
    ),
    min_size=1,
    max_size=10,
    unique_by=lambda row: (row[0].id, row[1]),
)


@given(ROWS, st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_the_order_of_the_input_plays_no_part_and_denials_never_support(rows: list[Any], order: random.Random) -> None:
    claims = [
        claim(r, at, chain=chain, stance=stance, killed=count(low, 9 if high else low), actor=who)
        for r, at, chain, stance, low, high, who in rows
    ]
    ids = [c.id for c in claims]
    expected = reconcile(ALL, claims, [ids], lineage(ALL, claims))
    shuffled = list(ids)
    order.shuffle(shuffled)
    assert reconcile(ALL[::-1], claims[::-1], [shuffled], lineage(ALL, claims)) == expected
    (event,) = expected.events
    asserting = {c.id for c in claims if c.stance is Stance.ASSERTS}
    for view in event.fields:
        for value in view.values:
            assert value.origins <= len(asserting & set(value.claims))
            assert value.origins <= event.origins


def shared(source: Report, copy: Report, span: Span, share: float) -> LineageEdge:
    return LineageEdge(report=copy.id, why=LineageWhy.COPIES, source=source.id, source_id=source.id, span=span, share=share)


@pytest.mark.parametrize(("share", "at", "origins"), [(0.9, 500, 1), (0.4, 500, 1), (0.1, 0, 1), (0.1, 500, 2)])
def test_a_copy_is_no_origin_but_a_shared_paragraph_elsewhere_does_not_make_one(share: float, at: int, origins: int) -> None:
    claims = [claim(R1, 0, killed=count(12)), claim(R2, 0, killed=count(12))]
    edge = shared(R1, R2, Span(at, at + 20), share)
    (event,), _ = reconcile([R1, R2], claims, [[c.id for c in claims]], [edge])
    view = event.get(Field.KILLED)
    assert view is not None
    assert view.values[0].origins == origins
