"""The adapter selects from claims, and adds nothing of its own."""

from __future__ import annotations

from typing import Any

import pytest
from bench.fakes import address, headline_end, predict, record, selected


def claim(
    start: int, kind: str = "Air/drone strike", *, event: str | None = "e1", modality: str = "happened", **fields: object
) -> dict[str, Any]:
    values = {name: {"value": value, "text": "", "span": [start, start + 1]} for name, value in fields.items()}
    return {
        "type": "claim",
        "report": "r1",
        "event": event,
        "kind": kind,
        "spans": [[start, start + 5]],
        "trigger": [start, start + 5],
        "modality": modality,
        "stance": "asserts",
        "fields": values,
    }


def dead(low: int, high: int | None, of: str, *, part: bool = False) -> dict[str, Any]:
    return {"low": low, "high": high, "wording": "", "of": of, "part": part}


def place(name: str, precision: int, role: str = "happened", *, inside: tuple[str, ...] = ()) -> dict[str, Any]:
    point = {"id": None, "lat": None, "lon": None, "country": None}
    return {"name": name, **point, "precision": precision, "role": role, "parents": list(inside)}


def test_a_claim_of_the_headline_is_the_main_one() -> None:
    got = selected([claim(90, "Armed clash", event="e2"), claim(3, event="e1")], headline=40)
    assert (got["cause"], got["event"]) == ("Air/drone strike", "e1")


def test_violence_comes_before_talk_even_in_the_headline() -> None:
    got = selected([claim(3, "CONSULT", event="e1"), claim(90, "Suicide bomb", event="e2")], headline=40)
    assert got["cause"] == "Suicide bomb"


def test_what_only_may_happen_is_not_the_main_claim() -> None:
    got = selected([claim(3, "Armed clash", modality="threatened"), claim(90, "Suicide bomb", event="e2")], headline=40)
    assert got["cause"] == "Suicide bomb"


def test_of_two_claims_in_the_headline_the_one_that_counts_dead_is_the_main_one() -> None:
    got = selected([claim(3, "Armed clash"), claim(9, "Suicide bomb", killed=dead(4, 4, "unknown"))], headline=40)
    assert (got["cause"], got["civilians"]) == ("Suicide bomb", 4)


def test_places_are_named_the_most_exact_first_and_only_where_it_happened() -> None:
    got = selected([claim(3, place=[place("Qamar", 4), place("Port", 1, "launched_from"), place("Old Town", 1)])], headline=0)
    assert got["place"] == ["Old Town", "Qamar"]


def test_a_place_that_the_main_claim_lacks_comes_from_the_next_claim_of_its_event() -> None:
    claims = [claim(3), claim(50, event="e2", place=[place("Elsewhere", 1)]), claim(90, place=[place("Qamar", 1)])]
    assert selected(claims, headline=0)["place"] == ["Qamar"]


def test_a_place_is_answered_with_the_first_order_unit_that_it_lies_in() -> None:
    town = place("Qamar", 1, inside=("geonames:169387", "country:SY"))
    assert selected([claim(3, place=[town])], headline=0)["place"] == ["Qamar", "Idlib"]


def test_where_the_event_has_only_a_country_the_next_deed_of_the_lead_names_the_town() -> None:
    main, next_deed = claim(3, place=[place("Qamaria", 6)]), claim(90, event="e2", place=[place("Ostvik", 1)])
    assert selected([main, next_deed], headline=20)["place"] == ["Ostvik", "Qamaria"]


def test_a_deed_behind_the_lead_names_no_town() -> None:
    main, behind = claim(3, place=[place("Qamaria", 6)]), claim(900, event="e2", place=[place("Ostvik", 1)])
    assert selected([main, behind], headline=20)["place"] == ["Qamaria"]


def test_talk_in_the_lead_names_no_town() -> None:
    main, talk = claim(3, place=[place("Qamaria", 6)]), claim(90, "CONSULT", event="e2", place=[place("Ostvik", 1)])
    assert selected([main, talk], headline=20)["place"] == ["Qamaria"]


def test_the_cause_is_the_kind_that_most_claims_of_the_event_give() -> None:
    told = [claim(3, "Armed clash"), claim(40, "Suicide bomb"), claim(60, "Suicide bomb"), claim(900, "Grenade")]
    assert selected(told, headline=20)["cause"] == "Suicide bomb"


def test_an_attack_tells_no_cause_where_another_claim_of_the_event_does() -> None:
    assert selected([claim(3, "Attack"), claim(40, "Suicide bomb")], headline=20)["cause"] == "Suicide bomb"


def test_where_the_event_is_only_an_attack_the_next_deed_of_the_lead_tells_the_cause() -> None:
    assert selected([claim(3, "Attack"), claim(40, "Suicide bomb", event="e2")], headline=20)["cause"] == "Suicide bomb"
    assert selected([claim(3, "Attack"), claim(900, "Suicide bomb", event="e2")], headline=20)["cause"] == "Attack"


def test_what_is_denied_tells_no_cause() -> None:
    denied = claim(40, "Chemical weapon") | {"stance": "denies"}
    assert selected([claim(3, "Attack"), denied], headline=20)["cause"] == "Attack"


def test_numbers_of_the_lead_come_before_those_of_the_same_event_further_behind() -> None:
    lead, behind = claim(40, event="e2", killed=dead(58, 58, "civilian")), claim(900, killed=dead(2, 2, "civilian"))
    assert selected([claim(3), lead, behind], headline=20)["civilians"] == 58
    assert selected([claim(3), behind], headline=20)["civilians"] == 2


def test_of_two_numbers_in_one_quote_the_first_answers() -> None:
    first, second = claim(3, killed=dead(120, 120, "combatant")), claim(3, killed=dead(60, 60, "combatant"))
    second["fields"]["killed"]["span"] = [9, 11]
    assert selected([second, first], headline=20)["noncivilians"] == 120


def test_no_more_than_three_actors_are_named() -> None:
    got = selected([claim(3, actor=[{"name": name, "id": None} for name in "abcd"])], headline=0)
    assert got["actor"] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("low", "high", "of", "field", "expected"),
    [
        (12, 12, "civilian", "civilians", 12),
        (12, None, "unknown", "civilians", 12),
        (12, 12, "combatant", "noncivilians", 12),
        (3, 3, "child", "children", 3),
        (2, 2, "woman", "women", 2),
        (0, 0, "civilian", "civilians", None),
        (24, 99, "civilian", "civilians", 24),
        (1, 99, "civilian", "civilians", None),
        (12, 12, "combatant", "civilians", None),
    ],
)
def test_a_number_answers_for_its_class_when_it_is_one_number(
    low: int, high: int | None, of: str, field: str, expected: int | None
) -> None:
    assert selected([claim(3, killed=dead(low, high, of))], headline=0)[field] == expected


@pytest.mark.parametrize(
    "wording", ["dozens of people", "Hundreds", "several civilians", "a number of residents", "its leader and several members"]
)
def test_a_vague_word_is_passed_over_for_a_later_number(wording: str) -> None:
    vague = dead(12, None, "unknown") | {"wording": wording}
    got = selected([claim(3, killed=vague), claim(90, killed=dead(23, None, "unknown"))], headline=0)
    assert got["civilians"] == 23


def test_numbers_of_another_event_count_in_the_lead_alone() -> None:
    main, lead, behind = claim(3), claim(40, event="e2", killed=dead(4, 4, "child")), claim(900, event="e3", killed=dead(2, 2, "combatant"))
    got = selected([main, lead, behind], headline=20)
    assert (got["children"], got["noncivilians"]) == (4, None)


def test_a_number_from_further_behind_answers_where_the_lead_has_none() -> None:
    assert selected([claim(3), claim(900, event="e3", killed=dead(2, 2, "combatant"))], headline=20)["noncivilians"] == 2


def test_parts_of_what_killed_more_than_the_main_event_are_not_of_it() -> None:
    whole = claim(40, event="e2", killed=dead(48, 48, "unknown"))
    part = claim(40, event="e2", killed=dead(10, 10, "child", part=True))
    got = selected([claim(3, killed=dead(4, 4, "unknown")), whole, part], headline=20)
    assert (got["civilians"], got["children"]) == (4, None)


def test_a_vague_word_in_the_lead_gives_way_to_a_number_behind_it() -> None:
    vague = dead(100, None, "unknown") | {"wording": "hundreds"}
    assert selected([claim(3, killed=vague), claim(900, event="e3", killed=dead(130, 130, "unknown"))], headline=20)["civilians"] == 130


def test_one_person_answers_only_where_no_number_does() -> None:
    one, many = claim(3, killed=dead(1, 1, "unknown")), claim(30, killed=dead(6, 6, "unknown"))
    assert (selected([one, many], headline=20)["civilians"], selected([one], headline=20)["civilians"]) == (6, 1)


def test_the_dead_who_all_fought_are_no_civilians() -> None:
    fighters = [claim(30, killed=dead(6, 6, "combatant")), claim(40, killed=dead(3, 3, "combatant"))]
    got = selected([claim(3, killed=dead(9, 9, "unknown")), *fighters], headline=20)
    assert (got["civilians"], got["noncivilians"]) == (None, 6)


def test_of_a_total_of_fighters_and_civilians_the_civilians_answer() -> None:
    parts = [claim(30, killed=dead(4, 4, "civilian")), claim(40, killed=dead(5, 5, "combatant"))]
    assert selected([claim(3, killed=dead(9, 9, "unknown")), *parts], headline=20)["civilians"] == 4


def test_a_part_of_whom_nothing_is_said_answers_nothing() -> None:
    assert selected([claim(3, killed=dead(5, 5, "unknown", part=True))], headline=20)["civilians"] is None


def test_a_report_without_claims_answers_nothing() -> None:
    assert selected([], headline=0) == {
        "place": [],
        "cause": None,
        "actor": [],
        "civilians": None,
        "noncivilians": None,
        "children": None,
        "women": None,
        "event": None,
    }


def test_an_article_is_found_again_by_its_made_up_address() -> None:
    article = {
        "id": "a-1",
        "title": "Raid on Qamar",
        "text": "Six died.",
        "outlet": "Qamar Post",
        "published": "2031-05-15",
        "gold": {"actor": "x"},
    }
    sent = record(article)
    assert "gold" not in sent
    export = [{"type": "report", "id": "r1", "url": sent["url"], "title": "Raid on Qamar", "text": "Raid on Qamar\n\nSix died."}, claim(3)]
    (prediction,) = predict([article], export)
    assert (prediction["id"], prediction["cause"]) == ("a-1", "Air/drone strike")


def test_an_article_that_could_not_be_read_keeps_its_line() -> None:
    (prediction,) = predict([{"id": "a-1"}], [])
    assert (prediction["id"], prediction["cause"], address("a-1")) == ("a-1", None, "https://fakes.invalid/a-1")


def test_a_headline_ends_with_the_first_standing_of_the_title() -> None:
    assert headline_end({"title": "Raid", "text": "Raid on Qamar. A Raid"}) == 4
    assert headline_end({"title": "Raid on Qamar", "text": "15 May 2031 Raid on Qamar. Six died."}) == 25
    assert headline_end({"title": "Raid", "text": "The attack"}) == 0
    assert headline_end({"title": None, "text": "The raid"}) == 0
