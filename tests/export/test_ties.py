"""Ties in the full export, and in the lines of one event."""

from __future__ import annotations

import csv
import io
import json

import pytest
from tests.made_casebook import made_book
from tests.made_ties import the_tie, tied_dataset

from reportedly.book.rows import event_rows, why_row
from reportedly.export.jsonl import jsonl
from reportedly.export.ucdp import ucdp_csv
from reportedly.model import TieKind


@pytest.mark.parametrize("kind", list(TieKind))
def test_a_tie_is_a_line_of_its_own(kind: TieKind) -> None:
    made = tied_dataset(kind)
    tie = the_tie(made)
    rows = [json.loads(line) for line in jsonl(made)]
    (row,) = (row for row in rows if row["type"] == "tie")
    assert row == {
        "type": "tie",
        "kind": kind.value,
        "a": tie.a,
        "b": tie.b,
        "claims": list(tie.claims),
        "why": tie.why,
        "weight": tie.weight,
    }
    assert {row["a"], row["b"]} <= {each["id"] for each in rows if each["type"] == "event"}
    assert set(row["claims"]) <= {each["id"] for each in rows if each["type"] == "claim"}


def test_the_explanation_of_an_event_is_one_in_the_full_export_in_its_own_lines_and_on_its_page() -> None:
    made = tied_dataset(TieKind.FOLLOWS)
    tie = the_tie(made)
    book = made_book(made)
    event = book.event(tie.b)
    whole = next(row for row in map(json.loads, jsonl(made)) if row["type"] == "event" and row["id"] == tie.b)
    rows = [json.loads(line) for line in event_rows(book.index(), [event.raw], whole=True)]
    (alone,) = (row for row in rows if row["type"] == "event")
    assert whole["explanation"] == alone["explanation"] == json.loads(event.row)["explanation"]
    assert [remark["text"] for remark in whole["explanation"]] == [remark.text for remark in event.explanation]
    assert any(remark["text"].startswith("It followed ") for remark in whole["explanation"])
    assert [(row["kind"], row["a"], row["b"]) for row in rows if row["type"] == "tie"] == [("follows", tie.a, tie.b)]


def test_a_row_names_what_the_event_is_part_of_and_what_it_followed() -> None:
    made = tied_dataset(TieKind.PART_OF)
    tie = the_tie(made)
    rows = {row["reportedly_event"]: row for row in csv.DictReader(io.StringIO("".join(ucdp_csv(made)), newline=""))}
    assert {event: row["reportedly_part_of"] for event, row in rows.items()}[tie.b] == tie.a
    assert rows[tie.a]["reportedly_part_of"] == rows[tie.b]["reportedly_followed"] == ""


def test_why_two_claims_are_of_two_events_tells_how_these_stand() -> None:
    made = tied_dataset(TieKind.FOLLOWS)
    tie = the_tie(made)
    book = made_book(made)
    first, other, why = book.why(*tie.claims)
    assert json.loads(why_row(why, first, other, book.index()))["tie"] == {"kind": "follows", "a": tie.a, "b": tie.b, "why": tie.why}
    one, another = book.event(tie.a).claims[:2]
    first, other, why = book.why(one.id, another.id)
    assert json.loads(why_row(why, first, other, book.index()))["tie"] is None
