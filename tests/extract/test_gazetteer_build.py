"""How the gazetteer is compiled."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reportedly.extract.gazetteer_build import build, fingerprint, is_current, rename
from reportedly.extract.place_sources import Place, bare, latin, middle, table


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Idlib Governorate", "Idlib"),
        ("Luhansk Oblast", "Luhansk"),
        ("State of Kansas", "Kansas"),
        ("Tatarstan, Respublika", "Tatarstan"),
        ("Gobolka Togdheer", "Togdheer"),
        ("Borno", "Borno"),
    ],
)
def test_the_word_for_its_kind_is_no_part_of_a_units_name(written: str, name: str) -> None:
    assert bare(written) == name


def test_machine_transcriptions_other_scripts_and_airport_codes_are_no_names() -> None:
    assert latin(["Palmyra", "ba er mi la", "PMS", "Пальмира", "Tadmor", "X"]) == ["Palmyra", "Tadmor"]


def test_the_middle_of_places_on_both_sides_of_the_date_line_lies_between_them() -> None:
    lat, lon = middle([(-17.0, 179.0), (-17.0, -179.0)])
    assert round(lat) == -17
    assert abs(lon) == pytest.approx(180.0)


def test_rows_of_the_lists_are_whole_and_named_once() -> None:
    regions = [row[0] for row in table("place_regions.tsv")]
    countries = [row[0] for row in table("place_countries.tsv")]
    assert all(len(row) == 7 for row in table("place_regions.tsv"))
    assert all(len(row) == 5 for row in (*table("place_countries.tsv"), *table("place_names.tsv")))
    assert len(regions) == len(set(regions)) > 350
    assert len(countries) == len(set(countries)) > 230


def test_regions_lie_on_earth_and_in_countries_that_are_listed() -> None:
    countries = {row[0] for row in table("place_countries.tsv")}
    for _, _, lat, lon, radius, inside, _ in table("place_regions.tsv"):
        assert -90 <= float(lat) <= 90
        assert -180 <= float(lon) <= 180
        assert float(radius) > 0
        assert {code for code in inside.split("|") if code} <= countries


def test_what_is_missing_foreign_or_made_of_other_inputs_is_not_current(tmp_path: Path) -> None:
    index = tmp_path / "gazetteer.sqlite"
    assert not is_current(index)
    index.write_text("no database at all, but long enough to look like a file of some kind" * 10)
    assert not is_current(index)
    index.unlink()
    connection = sqlite3.connect(index)
    connection.execute("CREATE TABLE meta (name TEXT, value TEXT)")
    connection.execute("INSERT INTO meta VALUES ('fingerprint', 'another')")
    connection.commit()
    assert not is_current(index)
    connection.execute("UPDATE meta SET value = ?", (fingerprint(),))
    connection.commit()
    connection.close()
    assert is_current(index)


def test_a_place_takes_its_english_name_and_keeps_the_others() -> None:
    place = Place("geonames:1", "Qamār", "city", 30.0, 40.0, "SY", 900, primary=["Qamār"])
    rename([place], [["Qamar", "SY", "city", "Moon City", "Kamar"]])
    assert (place.name, place.primary, place.names) == ("Moon City", ["Qamār"], ["Kamar"])


def test_without_an_english_name_only_the_marks_of_transliteration_go() -> None:
    syrian = Place("geonames:1", "‘Ayn al Qamār", "city", 30.0, 40.0, "SY", primary=["‘Ayn al Qamār"])
    brazilian = Place("geonames:2", "São Qamar", "city", -10.0, -40.0, "BR", primary=["São Qamar"])
    rename([syrian, brazilian], [])
    assert (syrian.name, brazilian.name) == ("Ayn al Qamar", "São Qamar")


def test_an_english_name_for_a_place_that_geonames_lacks_stops_the_build() -> None:
    with pytest.raises(ValueError, match="Nowhere at All"):
        rename([], [["Nowhere at All", "SY", "city", "Nowhere", ""]])


@pytest.mark.slow
def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.sqlite", tmp_path / "other.sqlite"
    assert build(one) == build(other) > 280_000
    assert one.read_bytes() == other.read_bytes()
    assert one.stat().st_size < 60_000_000
    assert is_current(one)
