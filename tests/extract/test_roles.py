"""Who does it, to whom, with what and from what: a table of the ways to say it, and what is nobody's role."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.assemble import claims
from reportedly.language.english import English
from reportedly.model import Claim, Document, Entity, Field, Report

CASES = list(csv.DictReader(Path(__file__).with_name("roles.csv").read_text("utf-8").splitlines()))


def read(text: str) -> tuple[Claim, ...]:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return claims(report, document)


def names(claim: Claim, field: Field) -> list[str]:
    stated = claim.get(field)
    values = stated.value if stated is not None and isinstance(stated.value, tuple) else ()
    return [value.name for value in values if isinstance(value, Entity)]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_roles_are_read_however_they_are_said(case: dict[str, str]) -> None:
    assert names(read(case["sentence"])[0], Field(case["field"])) == case["names"].split("; ")


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("The port of Mombasa was shelled on Monday.", Field.ACTOR),
        ("Shelling near a school in Mombasa, Kenya killed two people.", Field.ACTOR),
        ("An air strike killed 12 people in Kilifi.", Field.TARGET),
        ("The rebels captured Kilifi.", Field.TARGET),
        ("Soldiers shot dead a farmer near Kilifi.", Field.WEAPON),
        ("Rebels shelled the port.", Field.PLATFORM),
        ("Rebels shelled the port.", Field.NOTIFIED),
        ("The Nairobi attack killed 12 people on Monday.", Field.ACTOR),
        ("Two farmers were killed by a wall in Kilifi.", Field.ACTOR),
        ("Rebels fired rockets at the port from a school.", Field.PLATFORM),
        ("The Kenyan air force bombed targets in Kilifi.", Field.TARGET),
    ],
    ids=[
        "an agent left out",
        "a country behind a town does nothing",
        "people say nothing of who they are",
        "a town that is taken is a place",
        "no weapon",
        "no craft",
        "nobody told",
        "a capital before an attack is the place",
        "a thing does not act",
        "a building is no craft",
        "targets say nothing of what they are",
    ],
)
def test_a_role_that_is_not_told_is_silent(sentence: str, field: Field) -> None:
    (claim,) = read(sentence)
    assert claim.get(field) is None


def test_those_who_are_urged_are_those_who_are_to_act(report: Report, document: Document) -> None:
    """The army urged the militia to attack the rebels."""
    urged, attack = claims(report, document)
    assert (names(urged, Field.ACTOR), names(urged, Field.TARGET)) == (["army"], ["militia"])
    assert (names(attack, Field.ACTOR), names(attack, Field.TARGET)) == (["militia"], ["rebels"])


def test_it_is_the_side_named_before(report: Report, document: Document) -> None:
    """The Kenyan army moved on Monday. It shelled the port of Mombasa."""
    (claim,) = claims(report, document)
    assert names(claim, Field.ACTOR) == ["Kenyan army"]


SIDES = st.sampled_from(["rebels", "gunmen", "militiamen", "soldiers"])
THINGS = st.sampled_from(["school", "market", "bridge", "depot", "hospital"])
DEEDS = st.sampled_from([("attacked", "attacked"), ("shelled", "shelled"), ("bombed", "bombed"), ("struck", "struck")])


@settings(max_examples=30, deadline=None)
@given(SIDES, DEEDS, THINGS)
def test_active_and_passive_tell_the_same(side: str, deed: tuple[str, str], thing: str) -> None:
    (active,) = read(f"The {side} {deed[0]} the {thing} in Mombasa.")
    (passive,) = read(f"The {thing} in Mombasa was {deed[1]} by the {side}.")
    assert names(active, Field.ACTOR) == names(passive, Field.ACTOR) == [side]
    assert names(active, Field.TARGET) == names(passive, Field.TARGET) == [thing]
    assert active.kind is passive.kind
