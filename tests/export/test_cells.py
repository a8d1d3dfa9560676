"""Cells that other people open in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.export.cells import LIVE, line, original, safe, written


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "－1"])
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Qamar", "a=b", "'Adra", "12-15", ">= 80"])
def test_a_harmless_text_is_left_as_it_is(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize(
    ("number", "cell"), [(-18.22, "-18.22"), (-3, "-3"), (0, "0"), (0.0, "0.0"), (True, "true"), (False, "false"), (None, "")]
)
def test_a_number_stays_a_number(number: float | None, cell: str) -> None:
    assert written(number) == cell


@given(st.text())
@example("'=1")
@example("''=1")
@example("''")
def test_what_is_made_safe_can_be_had_back(text: str) -> None:
    assert original(safe(text)) == text
    assert not safe(text).startswith(tuple(LIVE))


@given(st.lists(st.text() | st.integers() | st.none(), min_size=1))
def test_a_record_reads_back_as_the_same_cells(cells: list[str | int | None]) -> None:
    record = line(cells)
    assert record.endswith("\r\n")
    (back,) = csv.reader(io.StringIO(record, newline=""), strict=True)
    assert [original(cell) for cell in back] == ["" if cell is None else str(cell) for cell in cells]


def test_half_a_surrogate_pair_does_not_stop_the_export() -> None:
    assert written("Qamar \ud800").encode() == "Qamar \N{REPLACEMENT CHARACTER}".encode()
