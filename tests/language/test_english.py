"""The default parser: words stand where the report has them, boilerplate has none, and neighbours play no part."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.language.english import LONGEST, English, pieces
from reportedly.model import Boilerplate, BoilerplateKind, Document, Report, Span


def test_words_stand_where_the_report_has_them(report: Report, document: Document) -> None:
    """Shelling killed at least 12 people in Qamar, the health office said.

    "Nobody was warned," a resident told the paper.
    """
    assert [report.quote(Span(t.start, t.end)) for t in document.tokens] == [t.text for t in document.tokens]
    assert [s.paragraph for s in document.sentences] == [0, 1]


def test_a_number_and_the_bracket_behind_it_are_two_words(document: Document) -> None:
    """QAMAR, Norland (Oct. 8) - Shelling killed 12 people (two in Qamar): nobody was warned."""
    words = [token.text for token in document.tokens]
    assert words[words.index("Oct.") :][:3] == ["Oct.", "8", ")"]
    assert words[words.index(":") - 1] == ")"


def test_boilerplate_has_no_words(report: Report) -> None:
    """Shelling killed 12 people in Qamar. Copyright Qamar Post 2031."""
    start = report.text.index("Copyright")
    cut = dataclasses.replace(report, boilerplate=(Boilerplate(Span(start, len(report.text)), BoilerplateKind.COPYRIGHT),))
    (document,) = English().parse([cut])
    assert document.tokens[-1].end < start


def test_a_headline_is_a_sentence_of_its_own(report: Report) -> None:
    """Twelve killed in Qamar
    Shelling killed 12 people in Qamar on Tuesday."""
    headline = Span(0, report.text.index("\n"))
    (document,) = English().parse([dataclasses.replace(report, headline=headline)])
    assert [s.headline for s in document.sentences] == [True, False]


def test_a_report_is_parsed_the_same_way_whatever_stands_beside_it(report: Report) -> None:
    """Shelling killed at least 12 people in Qamar, the health office said on Tuesday."""
    other = dataclasses.replace(report, id="r2", text="The army denied it. " * 50)
    (alone,) = English().parse([report])
    assert [alone, alone] == [each for each in English().parse([other, report, other, report]) if each.report == "r1"]


def test_a_report_without_text_is_a_document_without_words(report: Report) -> None:
    """Nothing but white space is left of it."""
    (document,) = English().parse([dataclasses.replace(report, text=" \n ")])
    assert document.tokens == ()


@settings(max_examples=50)
@given(st.integers(0, 3 * LONGEST), st.integers(1, LONGEST + 10))
def test_pieces_cover_a_long_paragraph_and_stay_bounded(length: int, word: int) -> None:
    text = ("x" * word + " ") * (length // (word + 1)) + "x" * (length % (word + 1))
    found = list(pieces(text, Span(0, len(text))))
    assert "".join(text[p.start : p.end] for p in found) == text
    assert max(len(p) for p in found) <= LONGEST


@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1])
def test_a_paragraph_is_cut_only_when_it_is_too_long(length: int) -> None:
    assert len(list(pieces("x" * length, Span(0, length)))) == (1 if length == LONGEST else 2)
