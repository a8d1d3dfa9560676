"""Views in place of others: what is read back is what was written, and only rows that differ are written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert, select

from reportedly.store import renewal, tables
from reportedly.store.codec.parts import Row
from reportedly.store.renewal import Kind, renew


def row_of(value: int) -> Row:
    return {"event": f"e{value}", "value": value}


KIND = Kind(tables.dispute, "event", row_of)


def stored(*steps: Sequence[int]) -> list[list[tuple[int, int]]]:
    """Places and values of the table after each step."""
    engine = create_engine("sqlite://")
    found: list[list[tuple[int, int]]] = []
    with engine.begin() as connection:
        tables.dispute.create(connection)
        before: Sequence[int] = ()
        for values in steps:
            renew(connection, KIND, before, values)
            rows = connection.execute(select(tables.dispute).order_by(tables.dispute.c.place)).all()
            found.append([(row.place, row.body["value"]) for row in rows])
            before = values
    return found


SOME = st.lists(st.integers(0, 12), max_size=12)


@given(SOME, SOME, SOME)
def test_what_is_put_there_is_there_in_its_order(first: list[int], second: list[int], third: list[int]) -> None:
    found = stored(first, second, third)
    assert [[value for _, value in rows] for rows in found] == [first, second, third]


def test_rows_that_stay_keep_their_places() -> None:
    first, second = stored([1, 2, 3, 4], [0, 1, 9, 2, 4, 8])
    assert {row for row in first if row[1] != 3} < set(second)


def test_where_there_is_no_room_between_two_rows_all_are_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewal, "ROOM", 2)
    *_, last = stored([1, 2], [1, 5, 2], [1, 5, 6, 7, 8, 2])
    assert [value for _, value in last] == [1, 5, 6, 7, 8, 2]


def test_places_fit_in_32_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewal, "LAST", 20)
    first, second = stored(list(range(12)), list(range(13)))
    assert max(place for place, _ in (*first, *second)) <= 20


def test_rows_of_a_casebook_of_an_older_version_keep_their_places(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'old.db'}")
    with engine.begin() as connection:
        tables.dispute.create(connection)
        connection.execute(insert(tables.dispute), [{"place": n, "event": f"e{n}", "body": row_of(n)} for n in range(3)])
        renew(connection, KIND, [0, 1, 2], [0, 1, 2, 3])
        places = connection.execute(select(tables.dispute.c.place).order_by(tables.dispute.c.place)).scalars().all()
    assert list(places[:3]) == [0, 1, 2]
