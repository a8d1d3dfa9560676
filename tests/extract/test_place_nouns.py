"""Names that no list has and no model marks, but that a noun calls places."""

from __future__ import annotations

import pytest

from reportedly.extract.places import places
from reportedly.language.english import English
from reportedly.model import Report


def quotes(text: str) -> list[str]:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return [document.words(m.start, m.end) for m in places(report, document)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Jets bombed the village of Tall Ostvik on Monday.", "Tall Ostvik"),
        ("Seven died in the town of Umm al-Qamar in Syria.", "Umm al-Qamar"),
        ("Shells hit Bir Ostvik village in the morning.", "Bir Ostvik"),
        ("A car bomb exploded in al-Zamariyeh neighbourhood in Aleppo.", "al-Zamariyeh"),
        ("Rockets fell on Salah Ostvik neighborhood in Aleppo city.", "Salah Ostvik"),
        ("Troops advanced on a position in the northern province of Ostvika.", "Ostvika"),
        ("Clashes broke out in Karm Ostvik district on Sunday.", "Karm Ostvik"),
    ],
)
def test_a_name_is_a_place_when_a_noun_calls_it_so(sentence: str, name: str) -> None:
    assert any(name in quote for quote in quotes(sentence))


def test_each_name_of_a_row_behind_a_plural_noun_is_a_place() -> None:
    found = quotes("Shells hit the villages of Tall Ostvik, Kafr Ostvika and Bir Qamar in Syria.")
    assert {"Tall Ostvik", "Kafr Ostvika", "Bir Qamar"} <= set(found)


def test_a_name_that_is_called_a_place_once_is_one_wherever_it_stands() -> None:
    found = quotes("The town of Ostvika was quiet. Five were killed in Ostvika.")
    assert found.count("Ostvika") == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lakeside School District bought buses.",
        "He scored in the Ostvika Cup quarter-final.",
        "They met in a Kurdish village on Monday.",
        "The UN village was finished.",
        "It is the province of Tuesday meetings.",
        "They left the town of Syrian poets.",
    ],
)
def test_bodies_peoples_and_days_are_no_names_of_places(sentence: str) -> None:
    assert not {"Lakeside School", "Ostvika Cup", "Kurdish", "UN", "Tuesday", "Syrian"} & set(quotes(sentence))


def test_a_town_that_is_well_known_ends_its_name() -> None:
    assert "Aleppo" in quotes("Jets bombed the city of Aleppo Hassan said.")


def test_names_written_in_a_row_without_commas_are_not_one_name() -> None:
    assert not any("Umrat Bilat" in quote for quote in quotes("Shells fell in Umrat Bilat Kafrat Zamal neighborhood."))
