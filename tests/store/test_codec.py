"""What comes back from a row is what went into it, for every model value."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store import values

from reportedly.model import Direction, Field, Value
from reportedly.store.codec.claim import claim_of, claim_row
from reportedly.store.codec.decision import decision_of, decision_row
from reportedly.store.codec.event import dispute_of, dispute_row, event_of, event_row, field_view_of
from reportedly.store.codec.link import check_of, check_row, edge_of, edge_row, link_of, link_row
from reportedly.store.codec.report import problem_of, problem_row, report_of, report_row
from reportedly.store.codec.value import value_of, value_row

NOUNS: dict[str, tuple[st.SearchStrategy[Any], Callable[[Any], Any], Callable[[Any], Any]]] = {
    "report": (values.reports(), report_row, report_of),
    "claim": (values.claims(), claim_row, claim_of),
    "problem": (values.problems, problem_row, problem_of),
    "event": (values.events, event_row, event_of),
    "decision": (values.decisions(), decision_row, decision_of),
    "dispute": (values.disputes, dispute_row, dispute_of),
    "link": (values.links, link_row, link_of),
    "edge": (values.edges, edge_row, edge_of),
    "check": (values.checks, check_row, check_of),
}


@pytest.mark.parametrize("noun", sorted(NOUNS))
@given(data=st.data())
def test_a_noun_comes_back_from_json_as_it_was(noun: str, data: st.DataObject) -> None:
    drawn, row_of, value_from = NOUNS[noun]
    value = data.draw(drawn)
    assert value_from(json.loads(json.dumps(row_of(value)))) == value


def test_what_an_older_version_kept_is_read_as_what_it_said() -> None:
    known = {"report": "b", "source": "a", "source_id": "a", "span": [0, 40], "share": 0.9}
    copied, cited = edge_of({**known, "why": "copies"}), edge_of({**known, "why": "cites", "share": None})
    assert (copied.direction, copied.source_span) == (Direction.UNKNOWN, None)
    assert (cited.direction, cited.is_undirected) == (None, False)
    value = {"value": {"low": 1, "high": 1, "wording": "one", "of": None, "part": False}, "claims": ["c1"], "origins": 1, "denied_by": []}
    view = {"field": "killed", "status": "single", "values": [value], "relations": [], "low": 1, "best": 1, "high": 1}
    assert field_view_of(view).values[0].against_interest == ()


@pytest.mark.parametrize("field", list(Field))
@given(data=st.data())
def test_the_value_of_every_field_comes_back_as_it_was(field: Field, data: st.DataObject) -> None:
    value: Value = data.draw(values.values(field))
    assert value_of(field, json.loads(json.dumps(value_row(value)))) == value


@given(values.claims())
def test_a_row_leaves_nothing_of_a_claim_out(claim: Any) -> None:  # noqa: ANN401  (a claim, whose fields are counted)
    assert set(claim_row(claim)) == set(type(claim).__slots__)
