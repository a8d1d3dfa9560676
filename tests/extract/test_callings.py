"""What a report calls a person whom it names."""

from __future__ import annotations

import pytest

from reportedly.extract.callings import callings
from reportedly.extract.part_nouns import part_nouns
from reportedly.language.english import English
from reportedly.model import Report


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Gunmen killed former judge Amina Rahmani on Monday.", {"Amina Rahmani": ["former judge"]}),
        ("Gunmen killed Amina Rahmani, mayor of Qamar, on Monday.", {"Amina Rahmani": ["mayor of Qamar"]}),
        ("Gunmen killed the mayor, Amina Rahmani, on Monday.", {"Amina Rahmani": ["mayor"]}),
        ("Gunmen killed Amina Rahmani on Monday.", {"Amina Rahmani": []}),
    ],
)
def test_a_person_is_called_what_stands_before_behind_or_above_the_name(text: str, called: dict[str, list[str]]) -> None:
    (document,) = English().parse([Report(id="r1", sha256="0" * 64, file="report.txt", text=text)])
    people = [m for m in part_nouns(document) if document.tokens[m.head].lower == "rahmani"]
    assert {document.words(m.start, m.end): [document.words(*c) for c in callings(document, m)] for m in people} == called


def test_joined_names_are_called_what_the_first_is_called_in_the_plural() -> None:
    text = "Gunmen killed the teachers Amina Rahmani and Jonas Lindqvist on Monday."
    (document,) = English().parse([Report(id="r1", sha256="0" * 64, file="report.txt", text=text)])
    last = [m for m in part_nouns(document) if document.words(m.start, m.end).endswith("Lindqvist")]
    assert [document.words(*c) for m in last for c in callings(document, m)] == ["teachers"]
