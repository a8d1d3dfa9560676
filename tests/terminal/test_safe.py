"""Words of reports cannot steer a terminal, and nothing in them is hidden."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.made_casebook import HOSTILE

from reportedly.terminal.console import console
from reportedly.terminal.safe import plain, safe

STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text())
def test_no_character_that_steers_or_hides_is_left(words: str) -> None:
    assert {unicodedata.category(c) for c in safe(words)}.isdisjoint(STEERING)


@given(st.text())
def test_lines_are_kept_where_they_are_asked_for(words: str) -> None:
    shown = safe(words, lines=True)
    assert shown.count("\n") == words.count("\n")
    assert {unicodedata.category(c) for c in shown.replace("\n", "")}.isdisjoint(STEERING)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "M"])))
def test_words_that_steer_nothing_stay_as_they_are(words: str) -> None:
    assert safe(words) == words


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("\x1b", "␛"),
        ("\x00", "␀"),
        ("\x7f", "␡"),
        ("\x9b", "⟨U+009B⟩"),
        ("\u200b", "⟨U+200B⟩"),
        ("\u202e", "⟨U+202E⟩"),
        ("\u2066", "⟨U+2066⟩"),
        ("\ufeff", "⟨U+FEFF⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("\u00ad", ""),
    ],
)
def test_what_is_hidden_is_shown_as_a_sign(hidden: str, shown: str) -> None:
    assert safe(f"a{hidden}b") == f"a{shown}b"


def test_markup_and_emoji_names_are_printed_as_they_are_written() -> None:
    file = io.StringIO()
    console(file, width=200).print(plain(HOSTILE))
    printed = file.getvalue()
    assert "[bold red]boo[/bold red] :bomb: <script>" in printed
    assert not {"\x1b", "\x07", "\u202e"} & set(printed)


def test_a_file_gets_no_colours_and_is_120_columns_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    made = console(io.StringIO())
    assert (made.width, made.is_terminal, made.color_system) == (120, False, None)


def test_the_variable_columns_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "77")
    assert console(io.StringIO()).width == 77
