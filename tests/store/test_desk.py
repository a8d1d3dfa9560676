"""Members, samples, ballots and the trail: what is added stays, and what is changed is found."""

from __future__ import annotations

import dataclasses
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reportedly.errors import CasebookUnusable
from reportedly.model import Ballot, Deed, Entry, Field, Member, Role, Sample
from reportedly.store.casebook import Casebook
from reportedly.store.desk import broken


@pytest.fixture
def where(tmp_path: Path) -> str:
    return str(tmp_path / "war.db")


def entry(n: int) -> Entry:
    return Entry(deed=Deed.EXPORT, who="Ria", about=f"file {n}", at="2031-06-01T12:00:00+00:00", detail={"rows": n})


MEMBER = Member(number=1, name="Ria", role=Role.CURATOR, key="0" * 64, by="Owner", at="2031-06-01T12:00:00+00:00")
SAMPLE = Sample(
    number=1,
    events=("e1", "e2"),
    fields=(Field.PLACE, Field.KILLED),
    reviewers=("Ria", "Tom"),
    seed=3,
    by="Owner",
    at="2031-06-01T12:00:00+00:00",
)
BALLOT = Ballot(
    number=1, sample=1, event="e1", reviewer="Ria", choices={Field.PLACE: "Qamar", Field.KILLED: "12"}, at="2031-06-02T08:00:00+02:00"
)


def test_members_samples_and_ballots_come_back_as_they_were_and_are_never_changed(where: str) -> None:
    with Casebook.open(where, create=True) as book:
        for value in (MEMBER, SAMPLE, BALLOT):
            book.add(value, entry(value.number))
        assert (book.added(Member), book.added(Sample), book.added(Ballot)) == ((MEMBER,), (SAMPLE,), (BALLOT,))
        assert (book.added(Member, after=1), book.added(Ballot, after=1)) == ((), ())
        assert [line.entry for line in book.trail()] == [entry(1)] * 3
    with closing(sqlite3.connect(where)) as raw:
        for table in ("member", "sample", "ballot", "trail"):
            for statement in (f"UPDATE {table} SET body = '{{}}'", f"DELETE FROM {table}"):  # noqa: S608  (our own names)
                with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                    raw.execute(statement)


def test_what_was_decided_and_what_the_trail_says_of_it_are_kept_together_or_not_at_all(where: str) -> None:
    with Casebook.open(where, create=True) as book:
        book.add(MEMBER, entry(1))
        with pytest.raises(CasebookUnusable):
            book.add(MEMBER, entry(2))
        assert [line.entry.about for line in book.trail()] == ["file 1"]


@pytest.mark.parametrize(("harm", "found"), [("change", [2]), ("take out", [3]), ("swap", [2, 3, 4]), ("nothing", []), ("cut off", [])])
def test_a_line_of_the_trail_that_was_changed_is_found(where: str, harm: str, found: list[int]) -> None:
    """Only that its end was cut off cannot be told from the trail alone: its head must be kept elsewhere."""
    with Casebook.open(where, create=True) as book:
        for n in range(1, 5):
            book.note(entry(n))
        lines = list(book.trail())
    if harm == "change":
        lines[1] = dataclasses.replace(lines[1], entry=dataclasses.replace(lines[1].entry, who="Tom"))
    elif harm == "take out":
        del lines[1]
    elif harm == "swap":
        lines[1], lines[2] = (dataclasses.replace(lines[2], number=2), dataclasses.replace(lines[1], number=3))
    elif harm == "cut off":
        del lines[3]
    assert list(broken(lines)) == found
