"""What a place's name is used for, and which places of one name a report may mean."""

from __future__ import annotations

import pytest

from reportedly.extract.place_choice import shortened
from reportedly.extract.place_standing import signs
from reportedly.extract.place_uses import Use, people_of, place_names, sighting_of, use_of
from reportedly.extract.places import places
from reportedly.language.english import English
from reportedly.model import Document, Report


def parsed(text: str) -> tuple[Report, Document]:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return report, document


def used(text: str) -> list[tuple[str, Use]]:
    _, document = parsed(text)
    return [(document.words(name.start, name.end), name.use) for name in place_names(document)]


def named(text: str) -> list[tuple[str, str | None, str | None]]:
    """Name, id and country of each place that a text speaks of."""
    return [(m.where.name, m.where.id, m.where.country) for m in places(*parsed(text))]


def test_a_capital_that_speaks_is_a_government_and_one_where_something_happens_a_place() -> None:
    assert used("Moscow said that its envoy was in Damascus.") == [("Moscow", Use.GOVERNMENT), ("Damascus", Use.PLACE)]


def test_an_adjective_and_a_people_belong_to_their_country() -> None:
    assert used("Syrian guards fired on Russians.") == [("Syrian", Use.PEOPLE), ("Russians", Use.PEOPLE)]


def test_what_is_said_of_somebody_who_is_no_government_is_no_place() -> None:
    assert used("Wilson said that nobody was hurt.") == []


@pytest.mark.parametrize(("word", "place"), [("Kurdish", "Kurdistan"), ("Texans", "Texas"), ("Londoner", "London"), ("Syrian", "Syria")])
def test_the_place_of_a_people(word: str, place: str) -> None:
    found = people_of(word)
    assert found is not None
    assert found.name == place


def test_a_word_that_is_no_people_belongs_to_no_place() -> None:
    assert people_of("Table") is None


def test_a_short_form_of_a_unit_is_the_unit() -> None:
    assert [(c.name, c.country) for c in shortened("Va.")] == [("Virginia", "US")]
    assert shortened("va.") == ()


def test_a_short_form_after_a_comma_decides_between_namesakes() -> None:
    (_, place, _) = named("A barn burned near Paris, Tenn., on Sunday.")[0]
    assert place == "geonames:4647963"


def test_the_same_question_asked_of_one_name() -> None:
    _, document = parsed("Rebels met in Cairo.")
    assert use_of(document, 3, 4) is Use.PLACE


def test_evidence_is_named_once_and_in_one_order() -> None:
    _, document = parsed("Troops of Georgia and Russia fought for Georgia.")
    found = signs(document, sighting_of(document, 2, 3), rule=False)
    assert len(set(found)) == len(found)
    assert found == signs(document, sighting_of(document, 2, 3), rule=False)


def test_a_district_whose_namesakes_lie_elsewhere_keeps_its_name_and_the_country_of_the_report() -> None:
    text = "A mine killed three soldiers in Medina district of Mogadishu, Somali police said. Somalia has seen many such attacks."
    assert ("Medina", None, "SO") in named(text)


def test_a_capital_with_a_namesake_city_does_not_speak_for_its_country() -> None:
    text = "Lebanon detains cleric over Tripoli blasts. Lebanese soldiers found him. Two crowds had been hit in Tripoli, in the north of Lebanon."
    assert {country for name, _, country in named(text) if name == "Tripoli"} == {"LB"}


def test_a_capital_is_itself_where_its_own_country_is_spoken_of() -> None:
    assert ("Tripoli", "geonames:2210247", "LY") in named("Libyan brigades fought in Tripoli, Libya's army said.")


def test_a_small_town_abroad_is_not_taken_for_a_name_that_no_list_has() -> None:
    assert ("Mina", None, "SA") in named("Pilgrims died in Mina near Mecca in Saudi Arabia, Saudi officials said.")


def test_the_model_of_a_weapon_is_no_place() -> None:
    assert [name for name, _, _ in named("A Tochka-U struck Kramatorsk in Ukraine.")] == ["Kramatorsk", "Ukraine"]


def test_a_district_of_a_country_without_a_second_order_is_of_the_first() -> None:
    (district, *_) = places(*parsed("Shells fell in Aghdam district, Azerbaijan said, in the west of Azerbaijan."))
    assert district.where.precision == 4


@pytest.mark.parametrize("headline", ["Blast kills two in Syria's Idlib Monitor", "Raids kill nine in Syrias Idlib"])
def test_a_town_after_its_countrys_possessive_is_a_place(headline: str) -> None:
    assert "Idlib" in [name for name, _, _ in named(f"{headline}\n\nNobody claimed it.")]
