"""What the nouns around a deed are."""

from __future__ import annotations

import pytest

from reportedly.extract.deed_signs import ARMED_KINDS, PEOPLE_KINDS, TALKING_KINDS, is_ground, is_weapon, kind_at
from reportedly.language.english import English
from reportedly.model import Document, EntityKind, Report


def parsed(text: str) -> Document:
    (document,) = English().parse([Report(id="r1", sha256="0" * 64, file="report.txt", text=text)])
    return document


def at(document: Document, word: str) -> int:
    return next(token.i for token in document.tokens if token.text == word)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("rebels", EntityKind.REBEL_GROUP),
        ("soldiers", EntityKind.STATE_FORCES),
        ("farmers", EntityKind.CIVILIANS),
        ("protesters", EntityKind.PROTESTERS),
        ("rioters", EntityKind.RIOTERS),
        ("depot", EntityKind.OBJECT),
        ("frigate", EntityKind.PLATFORM),
        ("rockets", EntityKind.WEAPON),
        ("Kenya", EntityKind.STATE),
        ("rainbow", EntityKind.UNKNOWN),
    ],
)
def test_a_noun_is_of_a_kind(word: str, kind: EntityKind) -> None:
    document = parsed("Kenya saw rebels, soldiers, farmers, protesters, rioters, a depot, a frigate, rockets and a rainbow.")
    assert kind_at(document, at(document, word)) is kind


@pytest.mark.parametrize("word", ["town", "Kilifi", "hill", "checkpoint", "airport"])
def test_places_and_what_can_be_held_are_ground(word: str) -> None:
    document = parsed("They took the town of Kilifi, the hill, the checkpoint and the airport, the mood and the farmers.")
    assert is_ground(document, at(document, word))


@pytest.mark.parametrize("word", ["mood", "farmers"])
def test_what_cannot_be_held_is_no_ground(word: str) -> None:
    document = parsed("They took the town of Kilifi, the hill, the checkpoint and the airport, the mood and the farmers.")
    assert not is_ground(document, at(document, word))


def test_what_is_shot_or_shoots_is_a_weapon(document: Document) -> None:
    """They had missiles, mortars, rifles and a suicide vest, bread and water."""
    found = [token.text for token in document.tokens if token.pos == "NOUN" and is_weapon(document, token.i)]
    assert found == ["missiles", "mortars", "rifles", "vest"]


def test_armed_sides_talk_and_people_need_not() -> None:
    assert ARMED_KINDS <= TALKING_KINDS
    assert EntityKind.CIVILIANS in PEOPLE_KINDS - TALKING_KINDS
