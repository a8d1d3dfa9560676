"""The full-fidelity export, which scorers read."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from hypothesis import given, settings
from tests.export.small import dataset, datasets
from tests.link.made import AGENCY, CIVILIANS, CRUISE, MINISTRY, MONITOR, NAVY_A, QAMAR, SOURCES, claim, count, day, report
from tests.link.test_lineage import STORY

from reportedly.export.jsonl import jsonl
from reportedly.model import Dataset, Link, Medium, Reason, Stake, Stance, VictimClass, When, WhenBasis

ORDER = ["report", "claim", "event", "dispute", "lineage", "check", "problem", "link", "decision"]


def exported(made: Dataset, kind: str) -> list[dict[str, Any]]:
    return [each for each in map(json.loads, jsonl(made)) if each["type"] == kind]


@given(datasets())
@settings(max_examples=150, deadline=None)
def test_every_quote_and_every_value_stands_where_it_says(made: Dataset) -> None:
    texts = {each["id"]: each["text"] for each in exported(made, "report")}
    for said in exported(made, "claim"):
        text = texts[said["report"]]
        start, end = said["spans"][0]
        assert text[start:end] == said["quote"]
        for stated in said["fields"].values():
            start, end = stated["span"]
            assert text[start:end] == stated["text"]


@given(datasets())
@settings(max_examples=60, deadline=None)
def test_one_line_is_one_object_and_the_types_keep_their_order(made: Dataset) -> None:
    lines = list(jsonl(made))
    assert "".join(lines).encode().decode().splitlines(keepends=True) == lines
    kinds = [json.loads(each)["type"] for each in lines]
    assert kinds == sorted(kinds, key=ORDER.index)
    assert len(kinds) == len(made.reports) + len(made.claims) + 1 + sum(
        map(len, (made.views.events, made.views.disputes, made.views.lineage, made.views.checks))
    )
    assert lines == list(jsonl(made))


def test_line_separators_and_half_characters_inside_a_text_are_escaped() -> None:
    made = dataset([report("r1", "One\u2028two\x85three \ud800 four")], [])
    (line,) = [each for each in jsonl(made) if '"report"' in each]
    assert line.encode().decode().splitlines() == [line.rstrip("\n")]
    assert json.loads(line)["text"] == "One\u2028two\x85three \ud800 four"


def test_text_is_written_as_it_is_and_not_in_escapes() -> None:
    made = dataset([report("r1", "Дамаск, دمشق")], [])
    assert "Дамаск, دمشق" in "".join(jsonl(made))


def test_values_have_the_shapes_of_the_contract() -> None:
    r1 = report("r1")
    said = claim(
        r1,
        10,
        actor=NAVY_A,
        weapon=CRUISE,
        place=QAMAR,
        when=day("2031-05-13"),
        killed=count(12, None, of=VictimClass.CIVILIAN),
        munitions=count(4),
        outcome="destroyed",
    )
    (found,) = exported(dataset([r1], [said]), "claim")
    assert {name: stated["value"] for name, stated in found["fields"].items()} == {
        "actor": [{"name": "Xanadian Navy", "id": "state:XA/navy", "kind": "state forces"}],
        "weapon": [{"name": "cruise missiles", "id": None, "kind": "weapon"}],
        "place": [
            {
                "name": "Qamar",
                "id": "geonames:2",
                "lat": 10.5,
                "lon": 10.5,
                "country": "XC",
                "precision": 1,
                "role": "happened",
                "parents": ["geonames:1", "country:XC"],
            }
        ],
        "when": {"start": "2031-05-13", "end": "2031-05-13", "precision": 1, "basis": "stated"},
        "killed": {"low": 12, "high": None, "wording": "at least 12", "of": "civilian", "part": False},
        "munitions": {"low": 4, "high": 4, "wording": "4", "of": None, "part": False},
        "outcome": "destroyed",
    }


def test_a_time_whose_days_are_not_known_has_words_and_no_value() -> None:
    r1 = report("r1", published=None)
    unresolved = When(start=None, end=None, precision=None, basis=WhenBasis.NONE)
    made = dataset([r1], [claim(r1, 10, when=unresolved)])
    assert exported(made, "claim")[0]["fields"]["when"]["value"] is None
    assert (exported(made, "report")[0]["published"], exported(made, "report")[0]["published_basis"]) == (None, "none")


def test_a_chain_starts_with_the_first_speaker_and_says_what_is_known_of_each() -> None:
    r1 = report("r1")
    said = claim(r1, 10, chain=[dataclasses.replace(MINISTRY, stake=Stake.ENEMY_LOSSES), AGENCY])
    first = dataclasses.replace(said.chain[0], medium=Medium.BRIEFING)
    (found,) = exported(dataset([r1], [dataclasses.replace(said, chain=(first, said.chain[1]))]), "claim")
    cue = [said.trigger.start, said.trigger.end]
    assert found["chain"] == [
        {
            "name": "Xanadian Ministry of Defence",
            "id": "state:XA/mod",
            "kind": "party",
            "of": "state:XA",
            "stake": "enemy losses",
            "medium": "briefing",
            "cue": cue,
        },
        {"name": "Reuters", "id": "org:reuters", "kind": "media", "cue": cue},
    ]


def test_an_event_counts_reports_and_origins_and_lists_who_denies() -> None:
    r1, r2 = report("r1"), report("r2")
    said = [
        claim(r1, 10, chain=[MONITOR], killed=count(5), target=CIVILIANS),
        claim(r1, 20, chain=[MINISTRY], stance=Stance.DENIES, killed=count(5)),
        claim(r2, 10, chain=[SOURCES], killed=count(9)),
    ]
    made = dataset([r1, r2], said)
    (event,) = exported(made, "event")
    assert (event["reports"], event["origins"], event["claims"]) == (2, 2, [each.id for each in said])
    killed = event["fields"]["killed"]
    assert killed["status"] == "disputed"
    assert [(v["value"]["low"], v["claims"], v["origins"], v["denied_by"]) for v in killed["values"]] == [
        (5, [said[0].id], 1, [said[1].id]),
        (9, [said[2].id], 1, []),
    ]
    assert (event["fields"]["target"]["low"], event["fields"]["target"]["best"], event["fields"]["target"]["high"]) == (None, None, None)
    assert {(d["field"], d["kind"]) for d in exported(made, "dispute")} == {("killed", "contradicts"), ("killed", "denies")}
    assert {each["event"] for each in exported(made, "claim")} == {event["id"]}


def test_a_claim_of_no_event_says_so() -> None:
    r1 = report("r1")
    assert exported(dataset([r1], [claim(r1, 10)], []), "claim")[0]["event"] is None


def test_lineage_leads_from_an_origin_to_a_report() -> None:
    r1 = report("r1")
    said = claim(r1, 10, chain=[MINISTRY])
    (edge,) = exported(dataset([r1], [said]), "lineage")
    assert (edge["from"], edge["to"], edge["why"]) == (MINISTRY.name, "r1", "cites")
    assert edge["span"] == [said.trigger.start, said.trigger.end]
    assert (edge["direction"], edge["source_span"]) == (None, None)


def test_a_copy_says_how_its_direction_is_known_and_where_the_words_stand_in_both() -> None:
    r1, r2 = report("r1", STORY), report("r2", STORY.replace("blankets and soup", "tea"))
    (edge,) = exported(dataset([r1, r2], []), "lineage")
    assert (edge["from"], edge["to"], edge["why"], edge["direction"]) == ("r1", "r2", "copies", "unknown")
    (start, end), (first, last) = edge["span"], edge["source_span"]
    assert r2.text[start:end] == r1.text[first:last]


def test_what_could_not_be_read_and_why_two_claims_are_one_event_are_there() -> None:
    link = Link(a="c1", b="c2", score=0.5, reasons=(Reason(rule="place", likeness=1.0, weight=2.0, why="both at Qamar"),))
    made = dataset([report("r1")], [])
    made = dataclasses.replace(made, views=dataclasses.replace(made.views, links=(link,)))
    assert exported(made, "problem")[0]["reason"] == "encrypted"
    assert exported(made, "link") == [
        {
            "type": "link",
            "a": "c1",
            "b": "c2",
            "score": 0.5,
            "reasons": [{"rule": "place", "likeness": 1.0, "weight": 2.0, "why": "both at Qamar"}],
        }
    ]
