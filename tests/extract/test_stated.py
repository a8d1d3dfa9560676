"""The values of a claim: one a field, in order, with the words that give them, places in their roles."""

from __future__ import annotations

import pytest

from reportedly.extract.assemble import claims
from reportedly.extract.mentions import EntityMention
from reportedly.extract.stated import with_entities
from reportedly.language.english import English
from reportedly.model import Claim, Count, Document, Entity, EntityKind, Field, PlaceRole, Report, Where


def read(text: str) -> tuple[Claim, ...]:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return claims(report, document)


def places(claim: Claim, field: Field) -> list[tuple[str, PlaceRole]]:
    stated = claim.get(field)
    values = stated.value if stated is not None and isinstance(stated.value, tuple) else ()
    return [(value.name, value.role) for value in values if isinstance(value, Where)]


def number(claim: Claim) -> Count:
    stated = claim.get(Field.KILLED)
    assert stated is not None
    assert isinstance(stated.value, Count)
    return stated.value


@pytest.mark.parametrize(
    ("sentence", "field", "found"),
    [
        ("Rebels shelled Kilifi.", Field.PLACE, [("Kilifi", PlaceRole.HAPPENED)]),
        ("Rebels shelled Kilifi and Lamu.", Field.PLACE, [("Kilifi", PlaceRole.HAPPENED), ("Lamu", PlaceRole.HAPPENED)]),
        ("Rebels shelled Kilifi in Kenya.", Field.PLACE, [("Kilifi", PlaceRole.HAPPENED)]),
        ("Warships in the Red Sea fired missiles at Lamu.", Field.LAUNCHED_FROM, [("Red Sea", PlaceRole.LAUNCHED_FROM)]),
        ("Warships in the Red Sea fired missiles at Lamu.", Field.PLACE, [("Lamu", PlaceRole.HAPPENED)]),
        ("A frigate was sunk by a torpedo in the Red Sea.", Field.PLACE, [("Red Sea", PlaceRole.HAPPENED)]),
        ("A missile hit a tanker in the Red Sea.", Field.PLACE, [("Red Sea", PlaceRole.HAPPENED)]),
        ("Rebels fired a drone at a ship in the Red Sea.", Field.PLACE, [("Red Sea", PlaceRole.HAPPENED)]),
        ("The army bombed what it called rebel positions near Lamu.", Field.PLACE, [("Lamu", PlaceRole.HAPPENED)]),
        ("Six guards were killed in the shelling of Kilifi.", Field.PLACE, [("Kilifi", PlaceRole.HAPPENED)]),
        ("A bomb exploded 10 km from Lamu.", Field.PLACE, [("10 km from Lamu", PlaceRole.HAPPENED)]),
        ("Rebels fired rockets from 10 km south of Lamu.", Field.LAUNCHED_FROM, [("10 km south of Lamu", PlaceRole.LAUNCHED_FROM)]),
        ("Six guards died in militant attacks in Gao.", Field.PLACE, [("Gao", PlaceRole.HAPPENED)]),
        ("An air strike hit a wedding party in Hajjah late on Sunday.", Field.PLACE, [("Hajjah", PlaceRole.HAPPENED)]),
        ("Rebels fired rockets from Kilifi at Lamu.", Field.LAUNCHED_FROM, [("Kilifi", PlaceRole.LAUNCHED_FROM)]),
        ("Kenyan forces withdrew from Lamu.", Field.PLACE, [("Lamu", PlaceRole.MOVED_FROM)]),
        ("Kenya deployed troops to Lamu.", Field.PLACE, [("Lamu", PlaceRole.HEADED_TO)]),
        ("A ceasefire between Kenya and Uganda took effect.", Field.PLACE, []),
        ("The rebels issued an ultimatum to Kenya.", Field.PLACE, []),
        ("Kenya met with Uganda in Nairobi.", Field.PLACE, [("Nairobi", PlaceRole.HAPPENED)]),
    ],
    ids=[
        "where it happened",
        "two places",
        "the most exact one",
        "a sea from which ships fire",
        "what ships fire at",
        "a sea in which a ship is sunk",
        "a sea in which a tanker is hit",
        "a sea in which a ship is aimed at",
        "a place behind so-called targets",
        "what is shelled is a place",
        "from in a measured spot",
        "from before a measured spot",
        "the scene of attacks that the parser takes for a person",
        "the scene of a strike that the parser takes for a person",
        "from",
        "a place that is left",
        "a place that is headed to",
        "parties to an agreement",
        "whom a threat is for",
        "where parties meet",
    ],
)
def test_a_place_has_a_role(sentence: str, field: Field, found: list[tuple[str, PlaceRole]]) -> None:
    (claim,) = read(sentence)
    assert places(claim, field) == found


def test_further_numbers_share_place_and_time(report: Report, document: Document) -> None:
    """Rebels shelled Kilifi on Monday, killing 12 people, including five children and three women."""
    found = claims(report, document)
    whole = next(claim for claim in found if claim.get(Field.ACTOR) is not None)
    assert [stated.field for stated in whole.values] == [Field.ACTOR, Field.PLACE, Field.WHEN, Field.KILLED]
    parts = [claim for claim in found if claim != whole]
    assert [[stated.field for stated in part.values] for part in parts] == [[Field.PLACE, Field.WHEN, Field.KILLED]] * 2
    assert (number(whole).low, number(whole).part) == (12, False)
    assert sorted((number(part).low, number(part).part) for part in parts) == [(3, True), (5, True)]


def test_the_whole_comes_before_its_parts_wherever_it_stands(report: Report, document: Document) -> None:
    """Five children were among the 12 people killed in an air strike on a school in Kilifi."""
    whole = next(claim for claim in claims(report, document) if claim.get(Field.TARGET) is not None)
    assert (number(whole).low, number(whole).part) == (12, False)


def test_the_most_exact_time_is_kept(report: Report, document: Document) -> None:
    """In May, rebels shelled Kilifi on 12 May 2031."""
    (claim,) = claims(report, document)
    stated = claim.get(Field.WHEN)
    assert stated is not None
    assert stated.text == "12 May 2031"


def test_entities_of_a_role_are_one_value_over_all_their_words(document: Document) -> None:
    """Rebels and militiamen shelled Kilifi."""
    some = [
        EntityMention(start=i, end=i + 1, head=i, entity=Entity(name=document.tokens[i].text, kind=EntityKind.REBEL_GROUP)) for i in (0, 2)
    ]
    (stated,) = with_entities(document, Field.ACTOR, some)
    assert stated.text == "Rebels and militiamen"
    assert with_entities(document, Field.ACTOR, []) == ()
