"""The desk's part of a casebook: members, samples and ballots, and the trail, whose every line seals those before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from sqlalchemy import Connection, Table, insert, select

from reportedly.model import Ballot, Decision, Entry, Member, Sample, Written
from reportedly.store import tables
from reportedly.store.codec.decision import decision_row
from reportedly.store.codec.desk import (
    ballot_of,
    ballot_row,
    entry_of,
    entry_row,
    member_of,
    member_row,
    sample_of,
    sample_row,
)
from reportedly.store.codec.parts import Row

Added = Decision | Member | Sample | Ballot
Kept = TypeVar("Kept", Member, Sample, Ballot)

_TABLES: dict[type, tuple[Table, Callable[[Row], object]]] = {
    Member: (tables.member, member_of),
    Sample: (tables.sample, sample_of),
    Ballot: (tables.ballot, ballot_of),
}

START = "0" * 64
"""What the first line of a trail seals."""


def kept(connection: Connection, kind: type[Kept], *, after: int = 0) -> tuple[Kept, ...]:
    """All members, samples or ballots whose number is above `after`, in order."""
    table, made = _TABLES[kind]
    rows = connection.execute(select(table.c.body).where(table.c.number > after).order_by(table.c.number)).scalars()
    return tuple(map(made, rows))  # type: ignore[arg-type]  # the table holds what the kind says


def add(connection: Connection, value: Added) -> None:
    """Add one. The database refuses a number that is taken."""
    table, row = _row(value)
    connection.execute(insert(table), {"number": value.number, "body": row})


def _row(value: Added) -> tuple[Table, Row]:
    match value:
        case Decision():
            return tables.decision, decision_row(value)
        case Member():
            return tables.member, member_row(value)
        case Sample():
            return tables.sample, sample_row(value)
        case Ballot():
            return tables.ballot, ballot_row(value)


def note(connection: Connection, entries: Iterable[Entry]) -> None:
    """Write lines at the end of the trail."""
    table = tables.trail
    last = connection.execute(select(table.c.number, table.c.digest).order_by(table.c.number.desc()).limit(1)).first()
    number, digest = (0, START) if last is None else (int(last.number), str(last.digest))
    for entry in entries:
        row = entry_row(entry)
        number, digest = number + 1, sealed(digest, row)
        connection.execute(insert(table), {"number": number, "digest": digest, "body": row})


def trail(connection: Connection, *, after: int = 0) -> tuple[Written, ...]:
    """The lines of the trail whose number is above `after`, in order."""
    table = tables.trail
    rows = connection.execute(select(table).where(table.c.number > after).order_by(table.c.number)).all()
    return tuple(Written(number=row.number, entry=entry_of(row.body), digest=row.digest) for row in rows)


def sealed(before: str, row: Row) -> str:
    """The digest of a line: SHA-256 over the digest of the line before it and its own JSON, keys sorted."""
    told = json.dumps(row, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{told}".encode()).hexdigest()


def broken(lines: Iterable[Written]) -> Iterator[int]:
    """The numbers of lines of a whole trail that are not what was written, or that do not follow on the one before them."""
    number, digest = 0, START
    for line in lines:
        if line.number != number + 1 or line.digest != sealed(digest, entry_row(line.entry)):
            yield line.number
        number, digest = line.number, line.digest
