"""Pictures on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.made_casebook import made_book
from tests.test_cli import call, rows

from reportedly.book import Book
from reportedly.plot import PLOTS, WIDE
from reportedly.plot.svg import file


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Book:
    """A made-up casebook, whatever file is named."""
    book = made_book()
    monkeypatch.setattr("reportedly.open", lambda where, create=True: book, raising=False)  # noqa: ARG005  (as the real one is called)
    return book


@pytest.mark.parametrize("name", PLOTS)
def test_a_picture_goes_to_stdout_as_svg_or_its_table_as_json(made: Book, name: str) -> None:
    picture = PLOTS[name].draw(made.events(), width=WIDE)
    assert call("plot", name, "war.db") == (0, file(picture), "")
    found = rows(call("plot", name, "war.db", "--json")[1])
    assert [tuple(row.values()) for row in found] == list(picture.table.rows)
    assert all(tuple(row) == picture.table.header for row in found)


@pytest.mark.usefixtures("made")
def test_a_picture_goes_to_a_file_in_the_form_of_its_name(tmp_path: Path) -> None:
    begins = {".svg": b"<svg ", ".PNG": b"\x89PNG", ".csv": b"event,date,place"}
    for form, first in begins.items():
        target = tmp_path / f"tolls{form}"
        assert call("plot", "tolls", "war.db", "--out", str(target)) == (0, "", "")
        assert target.read_bytes().startswith(first)
    assert len(list(tmp_path.iterdir())) == len(begins)


@pytest.mark.usefixtures("made")
def test_a_picture_has_the_filters_of_events_and_says_so() -> None:
    status, said, _ = call("plot", "tolls", "war.db", "--where", "Qamar", "--disputed")
    assert status == 0
    assert "Only events with place “Qamar”, disputed “yes”: 1 of 3." in said
    assert len(rows(call("plot", "tolls", "war.db", "--where", "Ostvik", "--json")[1])) == 1


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    "arguments", [("tapestry", "war.db"), ("tolls", "war.db", "--out", "tolls.gif"), ("tolls", "war.db", "--from", "x")]
)
def test_a_picture_that_cannot_be_made_leaves_no_file(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    status, said, wrong = call("plot", *arguments)
    assert (status, said) == (2, "")
    assert wrong.startswith("reportedly: ")
    assert list(tmp_path.iterdir()) == []
