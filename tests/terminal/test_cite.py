"""`reportedly cite`."""

from __future__ import annotations

import pytest
from tests.made_casebook import made_book
from tests.test_cli import call

from reportedly.book import Book


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Book:
    """A made-up casebook, whatever file is named."""
    book = made_book()
    monkeypatch.setattr("reportedly.open", lambda where, create=True: book, raising=False)  # noqa: ARG005  (as the real one is called)
    return book


def test_an_event_is_cited_in_a_style_with_a_day(made: Book) -> None:
    (event,) = made.events(disputed=True)
    status, said, wrong = call("cite", "war.db", "--event", event.id[:6], "--style", "bibtex", "--accessed", "2031-06-02")
    assert (status, wrong) == (0, "")
    assert said.startswith(f"@misc{{reportedly-{made.digest()[:12]}-{event.id},")
    assert "Accessed 2031-06-02" in said
    assert f"event {event.id} in casebook sha256:{made.digest()}" in said


@pytest.mark.usefixtures("made")
def test_a_casebook_is_cited_whole_in_apa_unless_told_otherwise() -> None:
    status, said, _ = call("cite", "war.db", "--accessed", "2031-06-02")
    assert status == 0
    assert said.startswith("made.db: 3 events (Version ")
    assert "(2031)." in said
    assert "Retrieved June 2, 2031, from all events in casebook" in said


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("options", [("--style", "mla"), ("--accessed", "2031-02-30"), ("--accessed", "20310514"), ("--event", "e00000")])
def test_what_cannot_be_cited_so_is_one_sentence(options: tuple[str, str]) -> None:
    status, said, wrong = call("cite", "war.db", *options)
    assert (status, said) == (2, "")
    assert wrong.startswith("reportedly: ")
