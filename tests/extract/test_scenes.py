"""What was done in an operation that was told of before has its place and its day."""

from __future__ import annotations

import datetime as dt

import pytest

from reportedly.extract.assemble import claims
from reportedly.language.english import English
from reportedly.model import Field, PublishedBasis, Report

SCENE = "In Kilifi last night, a joint force searched a compound in Mavueni."


def last(text: str) -> dict[Field, str]:
    """The words of each value of the last claim."""
    report = Report(
        id="r1", sha256="0" * 64, file="r.txt", text=text, published=dt.date(2031, 5, 15), published_basis=PublishedBasis.METADATA
    )
    (document,) = English().parse([report])
    return {stated.field: stated.text for stated in claims(report, document)[-1].values}


@pytest.mark.parametrize(
    "text",
    [
        f"{SCENE} During the search the force detained one suspect.",
        f"{SCENE} While searching the compound, soldiers detained one suspect.",
        f"{SCENE} One suspect was detained as a result of the operation.",
        f"{SCENE} The force also detained one suspect.",
        f"{SCENE} Nobody was hurt. One suspect was detained in the operation.",
        f"{SCENE} Nobody was hurt. A man with an assault rifle fled. One suspect was detained during the operation.",
        f"{SCENE} It rained. It was cold. The town slept. One suspect was detained during the operation.",
        "In Kilifi last night, a joint force went to the village of Mavueni. During the search the force detained one suspect.",
        "In Kilifi last night, a joint force searched the village of Mavueni. During a search of the village they detained one suspect.",
        f"{SCENE} Nobody was hurt. The force detained one suspect.",
        f"{SCENE} Nobody was hurt. One suspect who hid in the compound was detained.",
        f"{SCENE} After opening a gate, soldiers detained one suspect.",
        f"{SCENE} Seeing a weapon, soldiers detained one suspect.",
    ],
    ids=[
        "during",
        "while",
        "result",
        "also",
        "two_sentences_on",
        "an_assault_rifle_is_no_assault",
        "four_sentences_on",
        "a_day_is_enough",
        "a_search_of_what_is_known",
        "the_force_of_before",
        "the_house_of_before",
        "next",
        "seeing",
    ],
)
def test_what_was_done_in_an_operation_was_there_and_then(text: str) -> None:
    told = last(text)
    assert told[Field.WHEN] == "last night"
    assert told[Field.PLACE].startswith("Kilifi")
    assert told[Field.CAPTURED].lower() == "one suspect"


@pytest.mark.parametrize(
    "text",
    [
        f"{SCENE} Elsewhere, police detained one suspect.",
        f"{SCENE} A force also detained one suspect.",
        f"{SCENE} Nobody was hurt. It rained. It was cold. The town slept. It rained. It was cold. One suspect was detained in the operation.",
        f"{SCENE} Police detained one suspect in an operation.",
        f"{SCENE} Elsewhere, the force detained one suspect.",
        f"{SCENE} The force had detained one suspect.",
        f"{SCENE} The army detained one suspect.",
        f"{SCENE}\n\nAfter opening a gate, soldiers detained one suspect.",
    ],
    ids=[
        "no_pointer",
        "another_force",
        "too_far",
        "another_operation",
        "elsewhere",
        "what_had_been",
        "another",
        "a_new_paragraph",
    ],
)
def test_what_does_not_point_back_has_no_place_of_another(text: str) -> None:
    assert Field.PLACE not in last(text)
    assert Field.WHEN not in last(text)


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers detained two suspects in an operation to arrest a rebel in Kilifi.",
        "Soldiers killed two rebels during an operation to free a hostage in Kilifi.",
        "The army began to look into an operation in Kilifi on Monday, which resulted in two men being killed.",
    ],
)
def test_what_was_done_in_an_operation_was_where_the_operation_was_to_do_something(text: str) -> None:
    report = Report(id="r1", sha256="0" * 64, file="r.txt", text=text)
    (document,) = English().parse([report])
    done = next(c for c in claims(report, document) if report.quote(c.trigger) in ("detained", "killed"))
    stated = done.get(Field.PLACE)
    assert stated is not None
    assert stated.text == "Kilifi"


def test_a_place_and_a_day_of_its_own_stay() -> None:
    told = last(f"{SCENE} During the search on Monday, soldiers in Lamu detained one suspect.")
    assert (told[Field.PLACE], told[Field.WHEN]) == ("Lamu", "Monday")


def test_what_is_only_planned_takes_nothing() -> None:
    assert Field.PLACE not in last(f"{SCENE} The force will detain one suspect during the operation.")


def test_a_dateline_behind_the_heading_of_a_release_is_no_place() -> None:
    told = last("For immediate release  MOMBASA, Kenya (May 14, 2031) – A force detained one suspect in Lamu today.")
    assert told[Field.PLACE] == "Lamu"
