"""The gazetteer: what a name may mean."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportedlyError
from reportedly.extract import gazetteer
from reportedly.extract.countries import CountryForm
from reportedly.extract.gazetteer import (
    Match,
    NoGazetteer,
    candidates,
    country_name,
    country_of,
    country_place,
    country_word,
    loosely,
    notice,
)
from reportedly.extract.place_keys import fold, skeleton


def test_a_town_comes_with_its_point_its_country_and_what_contains_it() -> None:
    town = next(c for c in candidates("Aleppo") if c.kind == "city" and c.country == "SY")
    assert (round(town.lat), round(town.lon)) == (36, 37)
    assert town.parents[-1] == "country:SY"
    assert town.population > 1_000_000


def test_a_name_may_mean_a_town_and_the_units_around_it() -> None:
    assert {c.kind for c in candidates("Idlib") if c.country == "SY"} == {"city", "admin1", "admin2"}


def test_a_name_may_mean_places_of_many_countries() -> None:
    assert {"SY", "US", "AU"} <= {c.country for c in candidates("Palmyra")}


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("Khān Shaykhūn", "Khan Sheikhoun"),
        ("Tadmur", "Palmyra"),
        ("Dayr az Zawr", "Deir ez-Zor"),
        ("Deir Ezzor", "Deir ez-Zor"),
        ("Al Hudaydah", "Hodeidah"),
        ("Ar Raqqah", "Raqqa"),
        ("Kiev", "Kyiv"),
        ("Sana’a", "Sanaa"),
        ("Kharkov", "Kharkiv"),
        ("Ḩimş", "Homs"),
        ("el-Fasher", "El Fasher"),
    ],
)
def test_every_spelling_leads_to_the_name_that_english_readers_know(written: str, english: str) -> None:
    assert english in {c.name for c in candidates(written)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khan Sheikhoun", "Khān Shaykhūn"),
        ("Hodeidah", "Al Hudaydah"),
        ("Deir Ezzor", "Dayr az Zawr"),
        ("Raqqa", "Ar-Raqqah"),
        ("Hassakeh", "Al Ḩasakah"),
        ("Zabadany", "Az Zabadānī"),
        ("Qusair", "Al Quşayr"),
        ("Mayadeen", "Al Mayādīn"),
        ("Salamiyeh", "Salamīyah"),
    ],
)
def test_spellings_of_one_arabic_name_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(fold(one)) == skeleton(fold(other)) != ""


def test_short_names_have_no_skeleton() -> None:
    assert skeleton("hit") == ""
    assert loosely("Hit") == ()


def test_a_spelling_that_no_list_has_is_found_loosely() -> None:
    assert candidates("Zabbadaanee") == ()
    assert ("Zabadani", Match.SKELETON) in {(c.name, c.match) for c in loosely("Zabbadaanee")}


def test_the_usual_name_is_the_closest_match() -> None:
    matches = [c.match for c in candidates("Hama")]
    assert matches[0] is Match.ENGLISH
    assert matches == sorted(matches)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Caspian Sea", "sea"),
        ("Strait of Hormuz", "strait"),
        ("Gulf of Aden", "gulf"),
        ("Euphrates", "river"),
        ("Lake Chad", "lake"),
        ("Donbas", "region"),
        ("Darfur", "region"),
        ("Sahel", "region"),
        ("Syrian Desert", "desert"),
        ("Snake Island", "island"),
        ("Sinai", "peninsula"),
    ],
)
def test_seas_rivers_and_regions_are_listed(name: str, kind: str) -> None:
    assert (f"region:{name.lower().replace(' ', '-')}", kind) in {(c.id, c.kind) for c in candidates(name)}


def test_the_adjective_the_people_the_capital_and_the_seat_of_a_country_are_told_apart() -> None:
    forms = {word: country_word(word) for word in ("Russia", "Russian", "Russians", "Moscow", "Kremlin")}
    assert {found.code for found in forms.values() if found is not None} == {"RU"}
    assert [found.form for found in forms.values() if found is not None] == [
        CountryForm.NAME,
        CountryForm.ADJECTIVE,
        CountryForm.PEOPLE,
        CountryForm.CAPITAL,
        CountryForm.SEAT,
    ]


def test_a_capital_is_no_name_of_its_country() -> None:
    assert country_of("Syrians") == "SY"
    assert country_of("Damascus") is None


def test_case_tells_a_country_from_a_word() -> None:
    assert country_of("Turkey") == "TR"
    assert country_of("turkey") is None


def test_territories_have_names_and_points_too() -> None:
    assert country_name("GI") == "Gibraltar"
    assert country_place("GI").kind == "country"


def test_every_country_lies_among_its_own_towns() -> None:
    for code in ("SY", "UA", "CD", "AF", "CO", "PH", "RU", "US"):
        middle = country_place(code)
        assert middle.country == code
        assert middle.population > 1_000_000


def test_an_unknown_country_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        country_name("QQ")


def test_the_attribution_that_geonames_asks_for_is_in_the_file() -> None:
    assert "GeoNames" in notice()
    assert "Attribution 4.0" in notice()


def test_threads_do_not_share_a_connection() -> None:
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.append(len(candidates("Aleppo Threaded")) + len(candidates("Mosul")))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [len(candidates("Mosul"))] * 4


@pytest.mark.parametrize(
    "content", [None, b"", b"this is no database, only some words that stand in its place" * 20], ids=["none", "empty", "text"]
)
def test_a_missing_or_damaged_index_says_how_to_build_it(content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = tmp_path / "gazetteer.sqlite"
    if content is not None:
        where.write_bytes(content)
    monkeypatch.setattr(gazetteer, "INDEX", where)
    caught: list[ReportedlyError] = []

    def look() -> None:
        try:
            candidates("A name that nobody has asked for")
        except NoGazetteer as error:
            caught.append(error)

    thread = threading.Thread(target=look)  # a thread of its own opens the file anew
    thread.start()
    thread.join()
    assert len(caught) == 1
    assert "python -m reportedly.extract.gazetteer_build" in str(caught[0])
    assert str(where) in str(caught[0])


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=40))
def test_any_text_may_be_looked_up(name: str) -> None:
    assert all(-90 <= c.lat <= 90 and -180 <= c.lon <= 180 for c in (*candidates(name), *loosely(name)))
