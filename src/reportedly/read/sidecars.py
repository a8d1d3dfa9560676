"""Sidecars: a `reports.jsonl` or `reports.csv` whose rows say of the files beside it who published them, and when."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.model import Problem, ProblemReason
from reportedly.read.capture import CannotRead, Known, shown
from reportedly.read.columns import column, known_of
from reportedly.read.files import opened
from reportedly.read.records import BadRow, Row, csv_rows, jsonl_file_rows

NAMES = ("reports.jsonl", "reports.csv")
NOBODY = Known()


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What the sidecars of one folder say: of which files what, in which files it stands, and which rows could not be read."""

    rows: dict[str, Known] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    def of(self, name: str) -> Known:
        """What is said of the file `name`."""
        return self.rows.get(_key(name), NOBODY)

    def names(self, name: str) -> bool:
        """Whether anything is said of the file `name`."""
        return _key(name) in self.rows

    def absent(self, present: frozenset[str]) -> Iterator[Problem]:
        """A problem for each row that speaks of a file which is not among those present."""
        there = {_key(name) for name in present}
        for name, place in self.places.items():
            if name not in there:
                yield Problem(
                    source=place,
                    reason=ProblemReason.MISSING,
                    detail=f"It speaks of the file {shown(name)}, which is not beside it. Add the file, or take the row out.",
                )


def sidecar_of(folder: Path) -> Sidecar:
    """What stands beside the files of `folder`. Where both files exist, JSONL wins."""
    rows: dict[str, Known] = {}
    places: dict[str, str] = {}
    files: set[str] = set()
    problems: list[Problem] = []
    for name in NAMES:
        path, place = folder / name, shown(str(folder / name))
        if not path.is_file() or not is_sidecar(path):
            continue
        files.add(name)
        for row in _rows(path):
            where = f"{place}#{row.number}" if row.number else place
            if isinstance(row, BadRow):
                problems.append(row.why.of(where))
                continue
            try:
                file = _named(row)
            except CannotRead as error:
                problems.append(error.of(where))
                continue
            rows.setdefault(file, known_of({k: v for k, v in row.columns.items() if k.lower() != "text"}))
            places.setdefault(file, where)
    return Sidecar(rows, places, frozenset(files), tuple(problems))


def is_sidecar(path: Path) -> bool:
    """Whether the first row of a file that can be read names a file and holds no text."""
    for row in _rows(path):
        if isinstance(row, Row):
            return column(row.columns, "file") is not None and column(row.columns, "text") is None
    return False


def _rows(path: Path) -> Iterator[Row | BadRow]:
    try:
        with opened(path) as stream:
            yield from jsonl_file_rows(stream) if path.suffix == ".jsonl" else csv_rows(stream)
    except CannotRead as error:
        yield BadRow(0, error)


def _named(row: Row) -> str:
    name = column(row.columns, "file")
    if name is None:
        raise CannotRead(ProblemReason.MALFORMED, "The row names no file. Add the column “file”, or take the row out.")
    if Path(name).name != name:
        raise CannotRead(
            ProblemReason.MALFORMED, f"The row names {shown(name)}, which is not a file beside it. Put a sidecar into each folder."
        )
    return _key(name)


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name)
