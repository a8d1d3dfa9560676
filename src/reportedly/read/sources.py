"""Stage 1, the first half: what the user named, as captures, one at a time and in the same order every time."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from reportedly.model import Problem, ProblemReason
from reportedly.read.capture import CannotRead, Capture, Known, capture, shown
from reportedly.read.columns import REPORT_COLUMNS, column
from reportedly.read.files import (
    CONTAINERS,
    ENDINGS,
    check_regular,
    ending,
    is_folder,
    is_source,
    names_in,
    opened,
    read_bytes,
    unreadable,
    walk,
)
from reportedly.read.records import BadRow, Row, csv_rows, json_rows, jsonl_file_rows, record_captures
from reportedly.read.sidecars import Sidecar, sidecar_of
from reportedly.read.stdin import stdin_captures

KNOWN = " ".join(sorted({*ENDINGS, *CONTAINERS}))


def captures(sources: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[Capture | Problem]:
    """The captures of files, folders and "-" (stdin), in the order given; within a folder sorted by name, its own files first.

    A file that is named twice is captured once. In folders, hidden files, files of other endings, files about the folder
    (README, LICENSE …), JSON files of one object without any column of a report, and what `.reportedlyignore` names
    are passed over; a file given by name never is.
    A sidecar speaks of the files beside it; given by name, it stands for the files that it speaks of.
    """
    finder = _Finder()
    for source in sources:
        if source == "-":
            yield from stdin_captures(stdin if stdin is not None else sys.stdin.buffer)
        elif is_folder(Path(source)):
            yield from finder.folder(Path(source))
        else:
            yield from finder.named(Path(source))


class _Finder:
    """Remembers, for one run, which files were captured and what each folder's sidecar says."""

    def __init__(self) -> None:
        self._seen: set[Path] = set()
        self._sidecars: dict[Path, Sidecar] = {}

    def folder(self, top: Path) -> Iterator[Capture | Problem]:
        """The captures of a folder and the folders in it; a problem when it holds nothing that is read."""
        barren = True
        for found in walk(top):
            if isinstance(found, Problem):
                barren = False
                yield found
                continue
            folder, files = found
            sidecar, fresh = self._sidecar(folder)
            yield from fresh
            yield from sidecar.absent(names_in(folder))
            for path in files:
                told = sidecar.names(path.name)
                if path.name not in sidecar.files and (told or (is_source(path) and not is_other_data(path))):
                    barren = False
                    yield from self._file(path, sidecar.of(path.name))
        if barren:
            yield _barren().of(shown(str(top)))

    def named(self, path: Path) -> Iterator[Capture | Problem]:
        """The captures of a file given by name."""
        try:
            path.stat()
        except (OSError, ValueError) as error:
            yield unreadable(error, "The source").of(shown(str(path)))
            return
        sidecar, fresh = self._sidecar(path.parent)
        yield from fresh
        if path.name not in sidecar.files:
            yield from self._file(path, sidecar.of(path.name))
            return
        beside = names_in(path.parent)
        yield from sidecar.absent(beside)
        for name in sorted(filter(sidecar.names, beside)):
            yield from self._file(path.parent / name, sidecar.of(name))

    def _sidecar(self, folder: Path) -> tuple[Sidecar, tuple[Problem, ...]]:
        """A folder's sidecar, and its problems when it was not read before."""
        key = folder.absolute()
        if key in self._sidecars:
            return self._sidecars[key], ()
        found = self._sidecars[key] = sidecar_of(folder)
        return found, found.problems

    def _file(self, path: Path, known: Known) -> Iterator[Capture | Problem]:
        if path.absolute() in self._seen:
            return
        self._seen.add(path.absolute())
        source, file = shown(str(path)), shown(path.name)
        try:
            media = ENDINGS.get(ending(path))
            if media is not None:
                yield capture(source=source, file=file, data=read_bytes(path), known=known, media=media)
            elif ending(path) in CONTAINERS:
                yield from record_captures(_rows(path), source=source, file=file, beside=known)
            else:
                check_regular(path)
                yield _unsupported(path).of(source)
        except CannotRead as error:
            yield error.of(source)


def is_other_data(path: Path) -> bool:
    """Whether a JSON file holds one object that says nothing of a report, such as settings. A file that cannot be read does not."""
    if ending(path) != ".json":
        return False
    try:
        rows = list(json_rows(read_bytes(path)))
    except CannotRead:  # told when the file is read as a source
        return False
    return len(rows) == 1 and isinstance(rows[0], Row) and not any(column(rows[0].columns, name) for name in REPORT_COLUMNS)


def _rows(path: Path) -> Iterator[Row | BadRow]:
    if ending(path) == ".json":
        yield from json_rows(read_bytes(path))
        return
    with opened(path) as stream:
        yield from jsonl_file_rows(stream) if ending(path) == ".jsonl" else csv_rows(stream)


def _barren() -> CannotRead:
    return CannotRead(
        ProblemReason.EMPTY,
        f"The folder holds no file that is read. Put files ending in {KNOWN} into it, or look at its .reportedlyignore.",
    )


def _unsupported(path: Path) -> CannotRead:
    which = f"Files ending in “{shown(ending(path))}”" if ending(path) else "Files without an ending"
    return CannotRead(ProblemReason.UNSUPPORTED, f"{which} are not read. Save it as one of {KNOWN}.")
