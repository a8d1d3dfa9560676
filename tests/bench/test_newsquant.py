"""The adapter only writes quantities in the scorer's terms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.newsquant import answer, run

from reportedly.extract.quantities import Bound, Quantity


@pytest.mark.parametrize(
    ("low", "high", "value"),
    [(12.0, 12.0, 12.0), (3.0, 4.0, [3.0, 4.0]), (100.0, None, [100.0, 1000.0])],
)
def test_a_range_is_a_pair_and_a_vague_plural_ends_at_ten_times_its_least(low: float, high: float | None, value: object) -> None:
    assert answer(Quantity(start=0, end=1, low=low, high=high))["value"] == value


def test_a_count_has_no_unit_and_a_bound_is_a_sign() -> None:
    got = answer(Quantity(start=0, end=1, low=2, high=2, bound=Bound.AT_LEAST))
    assert (got["normalized_unit"], got["change"]) == ("-", ">")


def test_each_sentence_has_its_line(tmp_path: Path) -> None:
    data, out = tmp_path / "dev.jsonl", tmp_path / "out.jsonl"
    sentences = [{"id": "a", "text": "The convoy covered about 40 miles."}, {"id": "b", "text": "It rained."}]
    data.write_text("".join(json.dumps(row) + "\n" for row in sentences), encoding="utf-8")
    assert run(data, out) == {}
    assert [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()] == [
        {"id": "a", "quantities": [{"value": 40.0, "normalized_unit": "mile", "change": "~"}]},
        {"id": "b", "quantities": []},
    ]
