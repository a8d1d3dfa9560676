"""Who reports whom: every claim is counted once."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from tests.made_casebook import made_book
from tests.plot.pictured import books, spoken, widths

from reportedly.book import BookEvent
from reportedly.plot import NARROW, WIDE
from reportedly.plot.shapes import Mark, Words
from reportedly.plot.voices import MOST, NO_OUTLET, OWN, voices


@given(events=books, width=widths)
@settings(max_examples=60, deadline=None)
def test_every_claim_is_in_one_cell_of_the_table_and_of_the_picture(events: Sequence[BookEvent], width: float) -> None:
    picture = voices(events, width=width)
    claims = sum(len(event.claims) for event in events)
    assert sum(int(row[3] or 0) for row in picture.table.rows) == claims == picture.tallies[0].total
    cells = [part for part in picture.parts if isinstance(part, Mark) and any(shape.css.startswith("heat") for shape in part.shapes)]
    assert sum(int(cell.title.rpartition(" ")[2]) for cell in cells) == claims


def test_an_outlet_carries_its_own_voice_and_those_of_others() -> None:
    rows = voices(made_book().events(), width=WIDE).table.rows
    assert ("Casualty Watch", "org:casualty-watch", "Daily Ledger", 2) in rows
    assert ("Xanadian Ministry of Defence", "state:XA/mod", "Qamar Post", 1) in rows
    assert (OWN, None, NO_OUTLET, 1) in rows


def test_only_described_voices_are_not_taken_for_one_that_has_a_name() -> None:
    picture = voices(spoken(3), width=WIDE)
    assert [row[:2] for row in picture.table.rows if str(row[0]).startswith("unnamed")] == [("unnamed source", None)] * 3
    unnamed = [target for row, target in zip(picture.table.rows, picture.table.targets, strict=True) if row[1] is None]
    assert set(unnamed) == {None}


def test_beyond_the_twenty_fifth_all_are_taken_together() -> None:
    wide, narrow = (voices(spoken(40), width=width) for width in (WIDE, NARROW))
    names = [shape.text for part in wide.parts if isinstance(part, Mark) for shape in part.shapes if isinstance(shape, Words)]
    assert "18 others" in names
    assert "15 others" in names
    assert any(sentence.startswith("18 voices") for sentence in wide.caption)
    assert MOST == 25
    drawn = [[p for p in picture.parts if isinstance(p, Mark)] for picture in (wide, narrow)]
    assert len(drawn[1]) < len(drawn[0])
    assert max(shape.x for mark in drawn[1] for shape in mark.shapes if isinstance(shape, Words)) <= NARROW
