"""The large casebook: one seed gives one casebook, and every claim's words stand in its report."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from bench.__main__ import main
from bench.large import large

import reportedly
from reportedly.model import Dataset, Field, Stance, When, Where

SIZE = 2000


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return large(SIZE, seed=5)[0]


def test_one_seed_gives_one_casebook(dataset: Dataset) -> None:
    assert large(SIZE, seed=5)[0] == dataset
    assert large(SIZE, seed=4)[0] != dataset


def test_it_has_as_many_claims_as_asked_for_and_each_id_once(dataset: Dataset) -> None:
    assert len(dataset.claims) == len({claim.id for claim in dataset.claims}) == SIZE
    assert len(dataset.views.events) == SIZE * 12 // 100
    assert len(dataset.reports) == pytest.approx(SIZE * 15 / 100, rel=0.1)


def test_all_words_stand_where_their_spans_say(dataset: Dataset) -> None:
    reports = {report.id: report for report in dataset.reports}
    for claim in dataset.claims:
        report = reports[claim.report]
        assert all(report.quote(stated.span) == stated.text for stated in claim.values)
        assert report.quote(claim.spans[0]).endswith(".")
        assert claim.spans[0].contains(claim.trigger)
    for edge in dataset.views.lineage:
        assert edge.source in reports or edge.source in reports[edge.report].quote(edge.span)


def test_it_has_all_that_pages_show(dataset: Dataset) -> None:
    values = [(stated.field, stated.value) for claim in dataset.claims for stated in claim.values]
    places = [each for field, value in values if field is Field.PLACE and isinstance(value, tuple) for each in value]
    assert {each.precision for each in places if isinstance(each, Where)} == set(range(1, 8))
    assert {value.precision for _, value in values if isinstance(value, When)} == {None, 1, 2, 3, 4, 5}
    assert {claim.stance for claim in dataset.claims} == set(Stance)
    assert {edge.why for edge in dataset.views.lineage} == {"cites", "credits", "copies"}
    assert dataset.views.disputes
    assert any(not check.passed for check in dataset.views.checks)
    assert any(report.published is None for report in dataset.reports)
    assert max(len(report.text.split()) for report in dataset.reports) >= 10_000
    assert dataset.problems


def test_it_is_written_as_it_was_made(dataset: Dataset, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "large.db"
    assert main(["large", "--claims", str(SIZE), "--seed", "5", "--out", str(path)]) == 0
    with reportedly.open(path, create=False) as book:
        assert dataclasses.replace(book.dataset(), decisions=()) == dataset
    assert main(["large", "--claims", "9", "--out", str(path)]) == 2
    assert "already" in capsys.readouterr().out
