"""Adapters of sets about events: what they select from the claims of made-up texts in the sets' formats."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from bench.muc4_slots import instrument
from bench.product import read_rows, write_rows
from bench.reading import recorded

from bench import case2021_task2, hrdsattack, india_police_events, isaf_press_releases, muc4, wikievents

Measured = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def measured(tmp_path: Path) -> Measured:
    """What an adapter predicts for some rows, without a scorer."""

    def run(module: ModuleType, *rows: dict[str, Any]) -> list[dict[str, Any]]:
        data, out = tmp_path / "dev.jsonl", tmp_path / "out.jsonl"
        write_rows(data, rows)
        assert module.run(data, out) == {}
        return read_rows(out)

    return run


def test_a_snippet_gets_the_label_of_its_main_claim(measured: Measured) -> None:
    warned = {"id": "a", "text": "The mayor condemned the violence. Warplanes bombed the town of Qamar on Monday, killing six people."}
    nothing = {"id": "b", "text": "The weather was fine in the hills."}
    assert measured(case2021_task2, warned, nothing) == [{"id": "a", "label": "AIR_STRIKE"}, {"id": "b", "label": ""}]


def test_every_kind_of_the_field_has_a_label() -> None:
    assert len(set(case2021_task2.LABELS.values())) == 27


def test_a_release_gives_least_numbers_day_province_and_group(measured: Measured) -> None:
    text = (
        "KABUL, Afghanistan (May 4, 2012)\nAfghan soldiers killed four Taliban fighters in Ghazni province on 3 May 2012. "
        "Police arrested two insurgents in the town of Ghazni."
    )
    (prediction,) = measured(isaf_press_releases, {"id": "a", "text": text})
    labels = prediction["labels"]
    assert labels["min_killed"] == 4
    assert labels["min_captured"] == 2
    assert labels["start_date"] == "2012-05-03"
    assert labels["province"] == ["ghazni"]
    assert labels["target_group"] == ["taliban"]
    assert labels["event_type"] == ["captureandkill"]
    assert labels["killq"] is labels["captureq"] is labels["killcaptureraid"] is True
    assert labels["airstrike"] is False


def test_a_deed_of_the_night_began_on_the_evening_before_the_release(measured: Measured) -> None:
    text = "KABUL, Afghanistan (May 4, 2012)\nAfghan soldiers killed four Taliban fighters in Ghazni province overnight."
    (prediction,) = measured(isaf_press_releases, {"id": "a", "text": text})
    assert prediction["labels"]["start_date"] == "2012-05-03"


@pytest.mark.parametrize(
    ("story", "told"),
    [
        ("Several insurgents were detained in Ghazni and Khost provinces. In Khost province, soldiers detained two of them.", ["khost"]),
        ("Soldiers detained two insurgents in Zarghun Shahr district, Paktiya province.", ["paktya"]),
        ("Soldiers detained two insurgents in Ghazni and Khost provinces.", ["ghazni", "khost"]),
        ("Police detained two men in Ghazni province. They had planned the attack in which 12 people were killed in Mumbai.", ["ghazni"]),
    ],
    ids=["one_before_several", "the_province_named", "several", "the_first_deed"],
)
def test_a_release_is_of_one_deed_where_it_tells_of_one(measured: Measured, story: str, told: list[str]) -> None:
    (prediction,) = measured(isaf_press_releases, {"id": "a", "text": f"KABUL, Afghanistan (May 4, 2012)\n{story}"})
    assert prediction["labels"]["province"] == told


def test_a_stretch_of_hours_is_no_night_and_leaves_the_day_of_release(measured: Measured) -> None:
    text = "KABUL, Afghanistan (May 4, 2012)\nAfghan soldiers killed four Taliban fighters in Ghazni province over the past 24 hours."
    (prediction,) = measured(isaf_press_releases, {"id": "a", "text": text})
    assert prediction["labels"]["start_date"] == "2012-05-04"


def test_a_wire_report_gives_a_template_in_its_own_words(measured: Measured) -> None:
    row = {
        "id": "a",
        "dateline": {"place": "LIMA", "date": "9 JAN 90", "date_iso": "1990-01-09", "source": None},
        "text": "LIMA, 9 JAN 90 -- SHINING PATH GUERRILLAS KIDNAPPED TWO ENGINEERS IN HUANCAYO YESTERDAY, POLICE SAID.",
    }
    (prediction,) = measured(muc4, row)
    (template,) = prediction["templates_full"]
    assert template["incident_type"] == [{"opts": ["KIDNAPPING"]}]
    assert template["incident_date"] == [{"opts": ["08 JAN 90"]}]
    assert template["incident_location"] == [{"opts": ["PERU: HUANCAYO"]}]
    assert template["perp_organization_confidence"][0]["opts"] == ["SUSPECTED OR ACCUSED BY AUTHORITIES"]
    assert template["hum_tgt_description"] == [{"opts": ["ENGINEERS"]}]
    assert prediction["role_fillers"]["PerpOrg"] == [["shining path"]]


def test_weapons_are_written_by_the_codes_of_the_task() -> None:
    assert [instrument(name) for name in ("a car bomb", "two rockets", "machine guns", "machetes", "words")] == [
        "VEHICLE BOMB",
        "ROCKET",
        "MACHINE GUN",
        "CUTTING DEVICE",
        None,
    ]


def test_an_article_gives_its_victims_and_the_kind_of_harm(measured: Measured) -> None:
    row = {
        "id": "a",
        "title": "Reporter held in Qamar",
        "published": "2031-05-04 10:00:00",
        "text": "Soldiers arrested Amina Rahmani, a reporter, in Nairobi on 3 May 2031, her lawyer said.",
    }
    (prediction,) = measured(hrdsattack, row)
    event = prediction["event"]
    assert event["victims"] == [{"name": "Amina Rahmani", "population": "individual"}]
    assert event["violation_types"] == ["arbitrary detention"]
    assert (event["perpetrator_mention"], event["perpetrator_type"]) == (True, "state actor")
    assert (event["country"], event["city"], event["year"], event["month"], event["day"]) == ("Kenya", "Nairobi", "2031", "May", "3.0")


def test_what_police_did_is_told_of_the_sentence_that_says_it(measured: Measured) -> None:
    sentences = ["police shot dead three men in the old town.", "shops stayed shut.", "police arrested two boys."]
    row = {"id": "7", "sentences": [{"id": f"7.{n}", "text": text} for n, text in enumerate(sentences)]}
    assert measured(india_police_events, row) == [
        {"id": "7.0", "labels": ["ANY_ACTION", "FORCE", "KILL"]},
        {"id": "7.1", "labels": []},
        {"id": "7.2", "labels": ["ANY_ACTION", "ARREST"]},
    ]


def test_given_triggers_get_the_fields_of_their_claims_as_arguments(measured: Measured) -> None:
    text = "Gunmen abducted a teacher in Nairobi. Nobody spoke."
    trigger = {"span": [7, 15], "text": "abducted"}
    asked = [{"id": "e1", "type": "Conflict.Attack.Unspecified", "trigger": trigger}]
    (prediction,) = measured(wikievents, {"id": "a", "text": text, "events": asked})
    found = {(a["role"], text[slice(*a["span"])]) for a in prediction["events"][0]["arguments"]}
    assert found == {("Attacker", "Gunmen"), ("Target", "teacher"), ("Place", "Nairobi")}


def test_a_record_that_the_product_does_not_read_is_an_empty_report() -> None:
    assert recorded({"text": "Это текст на русском языке, и в нем нет ни одного английского слова, только русские слова."}).text == ""
    assert recorded({"text": "Six people died in Qamar."}).text == "Six people died in Qamar."
