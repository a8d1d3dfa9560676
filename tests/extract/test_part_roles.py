"""Whom the learned reader of parts gives to a happening, with weights made for the test."""

from __future__ import annotations

import pytest

from reportedly.extract.assemble import claims
from reportedly.extract.parts import Part, Weights
from reportedly.language.english import English
from reportedly.model import Entity, Field, Report

NONE = (-6.0,) * len(Part)
"""Against every part."""


def weights(**nouns: tuple[Part, float]) -> Weights:
    """Nobody takes a part but what these nouns name: for each its part, and how much speaks for it."""
    told = {f"noun={noun}": tuple(size if each is part else 0.0 for each in Part) for noun, (part, size) in nouns.items()}
    return {"bias": NONE, **told}


def told(text: str, field: Field, given: Weights) -> set[str]:
    """The names that all claims of a text state for a field."""
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    values = (claim.get(field) for claim in claims(report, document, part_weights=given))
    some = (each for value in values if value is not None and isinstance(value.value, tuple) for each in value.value)
    return {each.name.lower() for each in some if isinstance(each, Entity)}


BLAST = "As smugglers were leaving the fair in Qamar, a bomb exploded on Monday."


def test_a_happening_without_actor_is_given_the_one_its_sentence_names() -> None:
    assert told(BLAST, Field.ACTOR, weights()) == set()
    assert told(BLAST, Field.ACTOR, weights(smuggler=(Part.INDIVIDUAL, 12.0))) == {"smugglers"}


def test_who_suffers_it_is_given_as_target() -> None:
    assert "smugglers" in told(BLAST, Field.TARGET, weights(smuggler=(Part.PERSON, 12.0)))


@pytest.mark.parametrize(("size", "given"), [(7.5, set()), (8.0, {"smugglers"})])
def test_those_who_act_must_be_likelier_than_five_in_six(size: float, given: set[str]) -> None:
    assert told(BLAST, Field.ACTOR, weights(smuggler=(Part.INDIVIDUAL, size))) == given


def test_of_two_the_likelier_alone_is_given() -> None:
    text = "As smugglers and tailors were leaving the fair in Qamar, a bomb exploded on Monday."
    given = weights(smuggler=(Part.INDIVIDUAL, 12.0), tailor=(Part.INDIVIDUAL, 13.0))
    assert told(text, Field.ACTOR, given) == {"tailors"}


def test_an_actor_that_the_grammar_shows_stays() -> None:
    text = "As smugglers were leaving the fair in Qamar, rebels shelled the town on Monday."
    assert told(text, Field.ACTOR, weights(smuggler=(Part.INDIVIDUAL, 12.0))) == told(text, Field.ACTOR, weights()) == {"rebels"}


def test_nobody_is_given_from_another_sentence() -> None:
    text = "Smugglers were leaving the fair in Qamar. A bomb exploded on Monday."
    assert told(text, Field.ACTOR, weights(smuggler=(Part.INDIVIDUAL, 12.0))) == set()


def test_words_that_only_say_that_there_were_people_are_no_target() -> None:
    text = "As people were leaving the fair in Qamar, a bomb exploded on Monday."
    assert told(text, Field.TARGET, weights(people=(Part.PERSON, 12.0))) == told(text, Field.TARGET, weights())


def test_what_is_only_planned_is_given_nobody() -> None:
    text = "As smugglers were leaving the fair in Qamar, rebels threatened to bomb the town."
    assert "smugglers" not in told(text, Field.TARGET, weights(smuggler=(Part.PERSON, 12.0)))
