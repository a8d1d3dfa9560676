"""The glossary holds every noun of the model, with the values it can have."""

from __future__ import annotations

import dataclasses
import re
from enum import StrEnum

import pytest
from tests.docs.papers import rows, text_of

from reportedly import model
from reportedly.model import COUNT_FIELDS, ENTITY_FIELDS, PLACE_FIELDS, BoilerplateKind, EntityKind, Field, Kind, ProblemReason

GLOSSARY = text_of("docs/glossary.md")
NOUNS = sorted(name for name in model.__all__ if dataclasses.is_dataclass(getattr(model, name)))
LISTED_ELSEWHERE = (Kind, ProblemReason, EntityKind, Field)
"""Enums with lists of their own: codebooks, docs/problems.md, the fields below."""
ENUMS = [
    made
    for name in model.__all__
    if isinstance(made := getattr(model, name), type) and issubclass(made, StrEnum) and made not in LISTED_ELSEWHERE
]


@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_of_the_model_is_in_the_glossary(noun: str) -> None:
    word = "lineage" if noun == "LineageEdge" else noun
    assert re.search(rf"(?:\*\*|\b){word}s?\b", GLOSSARY, re.IGNORECASE)


@pytest.mark.parametrize("made", ENUMS, ids=lambda made: made.__name__)
def test_every_value_that_a_noun_can_have_is_in_the_glossary(made: type[StrEnum]) -> None:
    assert [member.value for member in made if not re.search(rf"\b{re.escape(member.value)}\b", GLOSSARY, re.IGNORECASE)] == []


def test_a_noun_is_defined_once() -> None:
    defined = re.findall(r"^\*\*([\w ]+)\*\*", GLOSSARY, re.MULTILINE)
    assert len(defined) == len(set(defined)) > 30


def test_variable_names_are_those_of_one_noun() -> None:
    names = dict(re.findall(r"^\*\*([\w ]+)\*\* \(`(\w+)`\)", GLOSSARY, re.MULTILINE))
    assert {noun: name for noun, name in names.items() if name not in noun.lower()} == {"Lineage": "edge"}


@pytest.mark.parametrize("field", list(Field))
def test_the_value_of_a_field_is_told_as_the_model_has_it(field: Field) -> None:
    told = {row[0].strip("`"): row[1] for row in rows(GLOSSARY)}[field.value]
    kinds = {"entities": ENTITY_FIELDS, "places": PLACE_FIELDS, "a count": COUNT_FIELDS, "a time": {Field.WHEN}}
    assert told == next((words for words, fields in kinds.items() if field in fields), "words")


def test_the_kinds_of_boilerplate_are_told_in_order() -> None:
    sentence = next(line for line in GLOSSARY.splitlines() if line.startswith("**Boilerplate**"))
    after = GLOSSARY[GLOSSARY.index(sentence) :].replace("\n", " ")
    assert ", ".join(kind.value for kind in BoilerplateKind) in after
