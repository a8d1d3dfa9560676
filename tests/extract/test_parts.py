"""Which part a noun phrase takes in harm: phrases, their signs, and what the weights make of them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reportedly.extract.assemble import part_ground
from reportedly.extract.part_nouns import part_nouns
from reportedly.extract.part_signs import signs
from reportedly.extract.parts import Part, package_weights, taking, takings
from reportedly.language.english import English
from reportedly.model import Document, Report


def parsed(text: str) -> tuple[Report, Document]:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return report, document


def likely(text: str) -> Mapping[str, Part]:
    """The likeliest part of each phrase that takes one likelier than none."""
    report, document = parsed(text)
    found = takings(part_ground(report, document))
    return {document.words(t.mention.start, t.mention.end): t.part for t in found if t.likely[t.part] >= 0.5}


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Several gunmen fired at the two guards.", ["gunmen", "guards"]),
        ("A member of the Amber Front was seen on Monday.", ["member of the Amber Front", "Amber Front"]),
        ("Dr. Amina Rahmani left.", ["Amina Rahmani"]),
        ("On 3 May he slept.", []),
    ],
)
def test_phrases_are_named_by_the_words_that_tell_who_or_what(text: str, phrases: list[str]) -> None:
    _, document = parsed(text)
    assert [document.words(m.start, m.end) for m in part_nouns(document)] == phrases


def test_those_who_do_it_and_what_they_do_it_to_are_told_apart() -> None:
    found = likely("Unidentified men threw a bomb into a bank in Qamar. The explosion destroyed two buses and killed a teacher.")
    assert found["Unidentified men"] is Part.INDIVIDUAL
    assert found["bomb"] is Part.WEAPON
    assert found["buses"] is Part.THING
    assert found["teacher"] is Part.PERSON


def test_a_report_without_violence_has_nobody_in_any_part() -> None:
    assert likely("The minister opened a bridge in Qamar. Two hundred guests came to the fair.") == {}


def test_chances_of_all_parts_leave_room_for_none() -> None:
    report, document = parsed("Gunmen killed a judge.")
    of = part_ground(report, document)
    for mention in part_nouns(document):
        assert 0 < sum(taking(of, mention, package_weights()).likely.values()) < 1


def test_no_sign_is_told_twice() -> None:
    report, document = parsed("Gunmen in two cars killed a judge and wounded her driver near the bank on Monday.")
    of = part_ground(report, document)
    for mention in part_nouns(document):
        told = signs(of, mention)
        assert len(told) == len(set(told))


def test_only_the_sentences_asked_for_are_looked_at() -> None:
    report, document = parsed("Gunmen killed a judge. Police found a car.")
    found = takings(part_ground(report, document), within=frozenset({1}))
    assert [document.words(t.mention.start, t.mention.end) for t in found] == ["Police", "car"]
