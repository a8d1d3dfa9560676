"""Words of a report are shown with what stands around them, and never with anything that does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.link.made import report

from reportedly.model import Span
from reportedly.terminal.context import in_context, paragraph

TEXT = "A headline\nThe navy fired four missiles from the eastern part of the sea at a depot near Qamar on Tuesday, it said.\nMore."


def shown(words: str, within: str | None = None) -> str:
    told = report("r1", TEXT)
    start = TEXT.index(words)
    inside = None if within is None else Span(TEXT.index(within), TEXT.index(within) + len(within))
    return in_context(told, Span(start, start + len(words)), inside).plain


def test_a_value_is_shown_between_its_neighbours() -> None:
    assert shown("near Qamar") == "“… from the eastern part of the sea at a depot near Qamar on Tuesday, it said.”"


def test_the_evidence_is_where_the_words_end() -> None:
    assert shown("four", "fired four missiles") == "“fired four missiles”"


def test_words_outside_the_evidence_are_shown_in_their_own_line() -> None:
    assert shown("A headline", "fired four missiles") == "“A headline”"


@pytest.mark.parametrize("words", ["The", "said.", "fired four missiles from the eastern part of the sea at a depot near Qamar on Tuesday"])
def test_the_words_themselves_are_always_there_in_full(words: str) -> None:
    assert words in shown(words)


@given(st.text(min_size=1, max_size=200), st.data())
def test_a_paragraph_holds_its_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert paragraph(text, span).contains(span)


def test_the_words_are_stressed() -> None:
    told = report("r1", TEXT)
    start = TEXT.index("four")
    made = in_context(told, Span(start, start + 4))
    assert [made.plain[s.start : s.end] for s in made.spans if s.style == "stressed"] == ["four"]
