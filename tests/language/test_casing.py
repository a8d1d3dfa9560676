"""Capitals that tell nothing about names are taken away before a text is parsed; its offsets and its words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.language.casing import is_shouted, is_title_case, lowered, restored, small_words
from reportedly.language.english import English, commonness, is_verb_form
from reportedly.model import Report, Span


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Rebels Shell the Port of Qamar, Killing Twelve", True),
        ("Rebels shell the port of Qamar, killing twelve", False),
        ("Blast Hits Qamar", False),
        ("REBELS SHELL THE PORT OF QAMAR AND KILL TWELVE", False),
        ("", False),
    ],
)
def test_a_headline_in_title_case_is_told_from_others(headline: str, *, expected: bool) -> None:
    assert is_title_case(headline) is expected


def test_words_that_the_report_writes_small_and_verbs_lose_their_capital() -> None:
    small = small_words("The rebels shelled a port of Kenya.")
    found = lowered("Kenyan Rebels Attacking Kenya Hit a Port in Mombasa", small, is_verb_form)
    assert found == "Kenyan rebels attacking Kenya Hit a port in Mombasa"


def test_a_text_in_capitals_is_written_as_running_text() -> None:
    text = "REBELS SHELLED THE PORT OF LIMA ON MONDAY. THE ARMY OF PERU SAID SO."
    assert restored(text, commonness) == "Rebels shelled the port of Lima on Monday. The Army of Peru said so."


@pytest.mark.parametrize(
    ("text", "expected"), [("SHORT", False), ("REBELS SHELLED THE PORT OF LIMA", True), ("Rebels shelled the port of Lima", False)]
)
def test_only_a_longer_text_in_capitals_throughout_is_restored(text: str, *, expected: bool) -> None:
    assert is_shouted(text) is expected


@given(st.text())
def test_no_offset_moves(text: str) -> None:
    assert len(restored(text, commonness)) == len(text)
    assert len(lowered(text, small_words(text), is_verb_form)) == len(text)


def test_the_words_of_a_report_in_capitals_stand_where_they_stood() -> None:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text="REBELS OF THE NORTH SHELLED THE PORT OF LIMA.")
    (document,) = English().parse([report])
    assert [t.text for t in document.tokens] == ["Rebels", "of", "the", "North", "shelled", "the", "port", "of", "Lima", "."]
    assert [report.quote(Span(t.start, t.end)) for t in document.tokens][4] == "SHELLED"


def test_a_group_whose_name_looks_like_a_verb_is_parsed_as_a_name() -> None:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text="IS attacks on the port killed twelve people.")
    (document,) = English().parse([report])
    first = document.tokens[0]
    assert (first.text, first.pos) == ("IS", "PROPN")
