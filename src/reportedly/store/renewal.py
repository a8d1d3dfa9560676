"""Views that are put in place of others: only rows that differ are written.

Rows of views are in the order of `place`, which leaves room between two rows for others to come. Where the room is used up, the
table is written anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, NamedTuple, TypeVar

from sqlalchemy import Connection, Table, delete, insert, select

from reportedly.store.codec.parts import Row

Value = TypeVar("Value", bound=Hashable)

ROOM = 1024
"""Places from one row to the next in a table that is written anew, as long as all fit below `LAST`."""

LAST = 2**31 - 1
"""The greatest place: an INTEGER of PostgreSQL has 32 bits."""

ROWS_AT_ONCE = 500
"""Rows that one statement deletes: SQLite allows 999 parameters in old builds."""


class Kind(NamedTuple, Generic[Value]):
    """A kind of view: its table, the part of a row that the table finds it by, and how a value becomes a row."""

    table: Table
    key: str
    row_of: Callable[[Value], Row]


def renew(connection: Connection, kind: Kind[Value], before: Sequence[Value], values: Sequence[Value]) -> None:
    """Put values in place of those that the table of their kind holds, which are `before`, in order."""
    table, key, row_of = kind
    there = connection.execute(select(table.c.place).order_by(table.c.place)).scalars().all()
    kept = _kept(dict(zip(before, there, strict=True)), values)
    places = _placed(kept)
    if places is None:
        kept, places = [None] * len(values), _anew(len(values))
    staying = {place for place in kept if place is not None}
    gone = [place for place in there if place not in staying]
    for start in range(0, len(gone), ROWS_AT_ONCE):
        connection.execute(delete(table).where(table.c.place.in_(gone[start : start + ROWS_AT_ONCE])))
    rows = []
    for value, place, old in zip(values, places, kept, strict=True):
        if old is None:
            row = row_of(value)
            rows.append({"place": place, key: row[key], "body": row})
    if rows:
        connection.execute(insert(table), rows)


def _kept(places: dict[Value, int], values: Sequence[Value]) -> list[int | None]:
    """For each value the place that it has and can keep, since the places ascend."""
    found: list[int | None] = []
    last = -1
    for value in values:
        place = places.get(value)
        keeps = place is not None and place > last
        found.append(place if keeps else None)
        last = place if keeps and place is not None else last
    return found


def _placed(kept: Sequence[int | None]) -> list[int] | None:
    """A place for every value, those that are kept included; None where there is no room."""
    places: list[int] = []
    last, waiting = -1, 0
    for place in (*kept, None):
        if place is None and len(places) + waiting < len(kept):
            waiting += 1
            continue
        step = ROOM if place is None else (place - last) // (waiting + 1)
        if waiting and (step < 1 or last + step * waiting > LAST):
            return None
        places += [last + step * n for n in range(1, waiting + 1)]
        if place is not None:
            places.append(place)
            last = place
        waiting = 0
    return places


def _anew(size: int) -> list[int]:
    step = max(1, min(ROOM, LAST // (size + 1)))
    return [step * n for n in range(1, size + 1)]
