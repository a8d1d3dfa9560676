"""Places in reports: found, told from people and governments, resolved by what the report speaks of."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.mentions import PlaceMention
from reportedly.extract.place_choice import km_between
from reportedly.extract.places import offset, places
from reportedly.language.english import English
from reportedly.model import Document, PlaceRole, Report
from reportedly.plugins import declared


def read(text: str) -> tuple[Document, tuple[PlaceMention, ...]]:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return document, places(report, document)


def found(text: str) -> list[tuple[str, str | None, int]]:
    """Quote, id and precision of each mention."""
    document, mentions = read(text)
    return [(document.words(m.start, m.end), m.where.id, m.where.precision) for m in mentions]


def quotes(text: str) -> list[str]:
    return [quote for quote, _, _ in found(text)]


def test_a_town_is_resolved_to_its_point_and_what_contains_it(report: Report, document: Document) -> None:
    """Shells fell in Aleppo on Monday, residents in Syria said."""
    town, country = places(report, document)
    assert (town.where.name, town.where.country, town.where.precision, town.relation) == ("Aleppo", "SY", 1, "in")
    assert town.where.lat is not None
    assert round(town.where.lat, 1) == 36.2
    assert town.where.parents[-1] == "country:SY"
    assert (country.where.id, country.where.precision) == ("country:SY", 6)


def test_the_role_is_left_to_the_assembler(report: Report, document: Document) -> None:
    """A drone flew from Minsk to Brest."""
    assert {m.where.role for m in places(report, document)} == {PlaceRole.HAPPENED}


def test_every_spelling_of_a_town_has_one_id_and_its_english_name(report: Report, document: Document) -> None:
    """Convoys left Deir Ezzor for Dayr al-Zawr in Syria; Deir ez-Zor was quiet."""
    towns = [m.where for m in places(report, document) if m.where.id != "country:SY"]
    assert len(towns) == 3
    assert {(town.id, town.name) for town in towns} == {("geonames:170794", "Deir ez-Zor")}


def test_the_country_that_a_report_speaks_of_decides_between_namesakes() -> None:
    assert found("Syrian troops entered Palmyra at dawn.") == [("Palmyra", "geonames:163808", 1)]


def test_a_country_after_a_comma_decides_between_namesakes(report: Report, document: Document) -> None:
    """A bomb went off in Tripoli, Lebanon, as officials from Libya were visiting."""
    town, container, _ = places(report, document)
    assert (town.where.country, container.relation) == ("LB", "within")


def test_a_state_and_a_country_of_one_name_are_told_apart() -> None:
    assert ("Georgia", "geonames:4197000", 4) in found("Two people died in Atlanta, Georgia.")
    assert ("Georgia", "country:GE", 6) in found("Tanks crossed the border in Georgia, north of Tbilisi.")


def test_a_hamlet_abroad_is_not_taken_for_a_village_that_no_list_has(report: Report, document: Document) -> None:
    """Air raids hit the town of Milis in Idlib province, in Syria, on Tuesday."""
    town = places(report, document)[0].where
    assert (town.name, town.id, town.lat, town.lon, town.country, town.precision) == ("Milis", None, None, None, "SY", 1)


def test_a_longer_name_that_no_list_has_is_not_cut_to_one_that_it_has() -> None:
    assert ("Um Batna", None, 1) in found("They attacked the village of Um Batna in Syria.")


@pytest.mark.parametrize(
    ("unit", "gid", "precision"),
    [
        ("Idlib province", "geonames:169387", 4),
        ("the province of Idlib", "geonames:169387", 4),
        ("Donetsk region", "geonames:709716", 4),
        ("Kunduz province", "geonames:1135690", 4),
        ("Borno state", "geonames:2346794", 4),
        ("Manbij district", "geonames:167355", 3),
    ],
)
def test_a_word_for_the_unit_makes_a_name_the_unit(unit: str, gid: str, precision: int) -> None:
    assert [(i, p) for _, i, p in found(f"Ten people were killed in {unit} on Sunday.")] == [(gid, precision)]


def test_one_word_for_several_units_counts_for_all_of_them() -> None:
    assert [p for _, _, p in found("Fighters in Hama, Homs and Idlib provinces laid down their arms.")] == [4, 4, 4]


def test_names_in_a_row_share_their_preposition(report: Report, document: Document) -> None:
    """Blasts were heard in Mosul and Kirkuk, officials in Iraq said."""
    mosul, kirkuk, _ = places(report, document)
    assert (mosul.relation, kirkuk.relation) == ("in", "in")


def test_near_a_town_is_a_spot_of_precision_two(report: Report, document: Document) -> None:
    """A patrol was ambushed near Kunduz in Afghanistan."""
    spot = places(report, document)[0]
    assert (document.words(spot.start, spot.end), spot.relation, spot.where.name, spot.where.precision) == ("Kunduz", "near", "Kunduz", 2)


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("on the outskirts of Raqqa", "outskirts of"),
        ("in the countryside of Raqqa", "countryside of"),
        ("on the road to Raqqa", "on the road to"),
        ("close to Raqqa", "close to"),
        ("outside of Raqqa", "outside"),
        ("east of Raqqa", "east of"),
    ],
)
def test_words_for_around_a_town_make_precision_two(words: str, relation: str) -> None:
    _, mentions = read(f"Syrian soldiers clashed with fighters {words} on Friday.")
    assert [(m.relation, m.where.name, m.where.precision) for m in mentions] == [(relation, "Raqqa", 2)]


def test_a_distance_and_a_direction_move_the_point(report: Report, document: Document) -> None:
    """The jet crashed 10 km south of Palmyra, in Syria."""
    spot = places(report, document)[0]
    assert document.words(spot.start, spot.end) == spot.where.name == "10 km south of Palmyra"
    assert (spot.where.id, spot.where.precision, spot.relation) == ("geonames:163808", 2, "south of")
    assert spot.where.lat == pytest.approx(34.5624 - 10 / 111.2, abs=0.001)


@pytest.mark.parametrize(
    ("words", "km"),
    [
        ("about 12 miles (19 km) north of Palmyra", 19.3),
        ("five kilometres to the west of the ancient city of Palmyra", 5.0),
        ("2km north-east of Palmyra", 2.0),
    ],
)
def test_distances_are_read_in_miles_and_words(words: str, km: float) -> None:
    _, mentions = read(f"The Syrian camp lies {words}.")
    where = mentions[0].where
    assert where.lat is not None
    assert where.lon is not None
    assert km_between((where.lat, where.lon), (34.5624, 38.28402)) == pytest.approx(km, abs=0.05)


def test_a_distance_of_more_than_25_km_is_no_longer_near() -> None:
    assert [p for _, _, p in found("The wreck was found 60 km east of Palmyra in Syria.")] == [5, 6]


def test_a_spot_between_two_towns_is_their_middle(report: Report, document: Document) -> None:
    """Gunmen in Syria stopped a bus on the road between Homs and Palmyra."""
    spot = places(report, document)[-1]
    assert (spot.where.name, spot.where.id, spot.where.precision) == ("between Homs and Palmyra", None, 5)
    assert document.words(spot.start, spot.end) == "between Homs and Palmyra"


@pytest.mark.parametrize("words", ["northern Syria", "north-eastern Syria", "the east of Syria"])
def test_a_part_of_a_country_keeps_its_words(words: str, request: pytest.FixtureRequest) -> None:
    assert request.node is not None
    _, mentions = read(f"Ten people died in {words} on Monday.")
    assert [(m.where.name, m.where.id, m.where.precision) for m in mentions] == [(words, "country:SY", 5)]


def test_a_part_of_a_sea_is_the_sea(report: Report, document: Document) -> None:
    """The ships sailed in the eastern Mediterranean and later crossed the Red Sea."""
    assert [(m.where.name, m.where.precision) for m in places(report, document)] == [("Mediterranean Sea", 7), ("Red Sea", 7)]


def test_a_state_named_after_a_sea_is_the_state() -> None:
    assert ("Red Sea state", "geonames:408646", 4) in found("Flights to Red Sea state in Sudan were stopped.")


@pytest.mark.parametrize("name", ["Donbas", "Darfur", "Sinai", "Eastern Ghouta", "Kashmir"])
def test_a_vague_region_has_precision_five(name: str) -> None:
    assert [p for _, _, p in found(f"Fighting went on in {name} for a third day.")] == [5]


def test_a_region_wider_than_a_country_says_no_more_than_one() -> None:
    assert [p for _, _, p in found("Arms spread across the Middle East.")] == [6]


@pytest.mark.parametrize(
    "sentence",
    [
        "Moscow said the strike was lawful.",
        "Damascus denied any part in it.",
        "Envoys held talks with Washington about the truce.",
        "Relations between Russia and Turkey were strained.",
        "The rebels are armed by Iran.",
        "Its ally Russia sent more aircraft.",
        "The general accused Ukraine of the attack.",
        "The Kremlin rejected the report.",
        "Russia is a reliable partner.",
        "Turkey's army crossed the river.",
    ],
)
def test_a_government_called_by_its_country_or_capital_is_no_place(sentence: str) -> None:
    assert quotes(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Protesters gathered in Moscow.", "Moscow"),
        ("Rockets hit Damascus before dawn.", "Damascus"),
        ("The minister flew to Washington.", "Washington"),
        ("Soldiers withdrew from Ukraine.", "Ukraine"),
        ("Smugglers were stopped at Turkey's border.", "Turkey"),
    ],
)
def test_the_same_names_are_places_where_something_happens(sentence: str, quote: str) -> None:
    assert quotes(sentence) == [quote]


@pytest.mark.parametrize(
    "sentence",
    [
        "Syrian soldiers and Iraqi police held the line.",
        "Islamic State claimed the attack.",
        "The Syrian Observatory for Human Rights counted the dead.",
        "The frigate Moskva and the submarine Krasnodar fired missiles.",
        "The Krasnodar submarine surfaced.",
        "General Jackson met Mr. Houston.",
        "Pro-Moscow fighters and the Damascus-backed militia fled.",
        "They may march on a nice mobile.",
    ],
)
def test_adjectives_bodies_ships_and_persons_are_no_places(sentence: str) -> None:
    assert quotes(sentence) == []


def test_a_last_name_of_someone_in_the_report_is_no_town() -> None:
    assert "Houston" not in quotes("Whitney Houston sang for the troops. Houston left early.")


def test_the_place_an_agency_writes_from_is_marked_as_such(report: Report, document: Document) -> None:
    """BEIRUT (AFP) - Shells fell on Homs in Syria."""
    assert next((m.where.name, m.relation) for m in places(report, document)) == ("Beirut", "dateline")


def test_a_body_of_water_that_owns_a_fleet_is_no_place() -> None:
    assert quotes("Russia's Mediterranean fleet took part.") == []


def test_capitals_in_running_text_are_initials_unless_they_name_a_country() -> None:
    assert quotes("Officials in the UAE spoke to SANA and the ICRC.") == ["UAE"]


def test_mentions_come_in_text_order_without_overlap(report: Report, document: Document) -> None:
    """Shelling hit towns between Homs and Palmyra, 10 km south of Hama, and near Idlib in northern Syria."""
    mentions = places(report, document)
    assert len(mentions) > 3
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


def test_a_name_that_is_widened_takes_no_word_of_the_name_before() -> None:
    assert found("Shelling went on in the Red Sea Aleppo said so ") == [("Red Sea", "region:red-sea", 7), ("Aleppo", "geonames:170063", 1)]


def test_what_it_reads_and_makes_is_declared() -> None:
    assert declared(places).makes == {"mentions.places"}


NAMES = "Aleppo|Palmyra|Sinai|the Red Sea|Damascus|Kunduz|Georgia|al-Bab|Deir ez-Zor|Moscow|Darfur|Khan Sheikhoun|Paris|UAE|Qamar"
FRAMES = (
    "in {}|near {}|10 km north of {}|{} said so|between {} and {}|{} province|northern {}|the city of {},|{}-backed men|the outskirts of {}"
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(FRAMES.split("|")), st.sampled_from(NAMES.split("|")), st.sampled_from([" ", ". ", ", ", "\n\n"])),
        max_size=6,
    )
)
def test_every_mention_quotes_capitalised_text_inside_the_report(pieces: list[tuple[str, str, str]]) -> None:
    text = "Shelling went on " + "".join(form.format(name, "Homs") + mark for form, name, mark in pieces)
    document, mentions = read(text)
    for mention in mentions:
        span = document.span(mention.start, mention.end)
        assert 0 <= span.start < span.end <= len(text)
        assert any(token.text[0].isupper() for token in document.tokens[mention.start : mention.end])
        assert mention.start <= mention.head < mention.end
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


@given(st.floats(-80, 80), st.floats(-180, 179.9), st.floats(0.1, 500), st.floats(0, 359))
def test_a_moved_point_lies_as_far_away_as_it_was_moved(lat: float, lon: float, km: float, bearing: float) -> None:
    assert km_between((lat, lon), offset((lat, lon), km, bearing)) == pytest.approx(km, abs=0.01)
