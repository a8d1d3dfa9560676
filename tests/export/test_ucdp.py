"""The table in the shape of UCDP GED."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from tests.export.small import dataset, datasets
from tests.link.made import (
    ARMY_B,
    CIVILIANS,
    FAR,
    FRONT,
    LAND,
    MINISTRY,
    MONITOR,
    NAVY_A,
    PROVINCE,
    QAMAR,
    REED,
    RIVAL,
    SOURCES,
    claim,
    count,
    day,
    report,
    since,
)

from reportedly.export.cells import original
from reportedly.export.ucdp import OWN_COLUMNS, UCDP_COLUMNS, ucdp_csv
from reportedly.export.ucdp_row import priogrid
from reportedly.model import Claim, Dataset, Entity, EntityKind, Kind, Modality, PlaceRole, Report, Stance, VictimClass, Where
from reportedly.reconcile.grade import NO_GRADES, Grade, Graded
from reportedly.reconcile.rules import RULES

R1, R2, R3 = report("r1"), report("r2"), report("r3")
NAVY_US = Entity(name="US Navy", id="state:US/navy", kind=EntityKind.STATE_FORCES)
ARMY_SY = Entity(name="Syrian army", id="state:SY/army", kind=EntityKind.STATE_FORCES)
MILITIA = Entity(name="Brown Shirts", id="group:brown-shirts", kind=EntityKind.POLITICAL_MILITIA)
TADMUR = Where(
    name="Palmyra", id="geonames:163808", lat=34.56, lon=38.27, country="SY", precision=1, parents=("geonames:169575", "country:SY")
)


def table(made: Dataset) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(ucdp_csv(made)), newline=""), strict=True))


def row(claims: Sequence[Claim], reports: Sequence[Report] = (R1, R2, R3)) -> dict[str, str]:
    (found,) = table(dataset(reports, claims))
    return found


def cells(found: dict[str, str], *names: str) -> tuple[str, ...]:
    return tuple(found[name] for name in names)


# the table


def test_the_first_49_columns_are_those_of_ged_in_its_order() -> None:
    assert (len(UCDP_COLUMNS), len(set(UCDP_COLUMNS))) == (49, 49)
    assert (UCDP_COLUMNS[0], UCDP_COLUMNS[5], UCDP_COLUMNS[30], UCDP_COLUMNS[-1]) == ("id", "type_of_violence", "longitude", "gwnob")
    assert UCDP_COLUMNS[-9:-2] == ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low")
    assert next(iter(csv.reader(ucdp_csv(dataset([R1], []))))) == [*UCDP_COLUMNS, *OWN_COLUMNS]


@pytest.mark.parametrize(
    ("rule", "more"),
    [
        ("ucdp", []),
        ("acled", ["reportedly_rule"]),
        ("latest", ["reportedly_rule"]),
        ("airwars", ["reportedly_rule", "reportedly_grade", "reportedly_grade_why"]),
    ],
)
def test_another_rule_adds_columns_after_all_others(rule: str, more: list[str]) -> None:
    header = next(iter(csv.reader(ucdp_csv(dataset([R1], []), rule=RULES[rule]))))
    assert header == [*UCDP_COLUMNS, *OWN_COLUMNS, *more]


def by_rule(rule: str, claims: Sequence[Claim], grades: Mapping[str, Graded] = NO_GRADES) -> dict[str, str]:
    made = dataset([R1, R2, R3], claims)
    (found,) = csv.DictReader(io.StringIO("".join(ucdp_csv(made, rule=RULES[rule], grades=grades)), newline=""), strict=True)
    return found


def test_a_row_has_the_numbers_of_its_rule() -> None:
    said = [claim(R1, 10, chain=[MONITOR], killed=count(9), injured=count(2)), claim(R2, 10, chain=[MINISTRY], killed=count(4))]
    names = ("low", "best", "high", "deaths_unknown", "reportedly_injured_best", "reportedly_rule")
    assert cells(by_rule("acled", said), *names) == ("4", "4", "4", "4", "2", "acled")
    assert cells(by_rule("airwars", said), *names) == ("4", "", "9", "", "", "airwars")


def test_a_row_by_airwars_has_its_grade() -> None:
    said = [claim(R1, 10, chain=[MONITOR], killed=count(9))]
    event = dataset([R1, R2, R3], said).views.events[0]
    grade = Graded(grade=Grade.WEAK, why="=One origin", claims=(said[0].id,))
    found = by_rule("airwars", said, {event.id: grade})
    assert cells(found, "reportedly_grade", "reportedly_grade_why") == ("weak", "'=One origin")


def test_a_rule_that_takes_one_value_takes_one_place_and_keeps_all_in_our_own_column() -> None:
    said = [claim(r, 10, chain=[v], place=p) for r, v, p in ((R1, MONITOR, PROVINCE), (R2, MINISTRY, PROVINCE), (R3, SOURCES, QAMAR))]
    names = ("where_coordinates", "where_prec")
    assert cells(by_rule("ucdp", said), *names) == cells(by_rule("most-precise", said), *names) == ("Qamar", "1")
    found = by_rule("most-origins", said)
    assert cells(found, *names) == ("Upper Landis", "4")
    assert "Qamar (XC)" in found["reportedly_places"]


def test_our_own_columns_say_that_they_are_ours_and_fit_statistics_programs() -> None:
    assert [name for name in OWN_COLUMNS if not name.startswith("reportedly_") or len(name) > 32] == []


@given(datasets())
@settings(max_examples=100, deadline=None)
def test_every_record_has_every_column_and_numbers_that_are_numbers(made: Dataset) -> None:
    known = {event.id: event for event in made.views.events}
    for found in table(made):
        assert set(found) == {*UCDP_COLUMNS, *OWN_COLUMNS}
        event = known[found["reportedly_event"]]
        assert int(found["number_of_sources"]) == len(event.reports)
        numbers = {name: int(found[name]) for name in ("low", "best", "high") if found[name]}
        assert list(numbers.values()) == sorted(numbers.values())
        deaths = [int(found[n]) for n in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown") if found[n]]
        assert not found["best"] or sum(deaths) == int(found["best"])


def test_what_only_ucdp_could_know_stays_empty() -> None:
    found = row([claim(R1, 10, actor=NAVY_US, target=REED, place=TADMUR, when=day("2031-05-13"), killed=count(4))])
    theirs = [n for n in UCDP_COLUMNS if n in {"id", "relid", "active_year", "code_status"} or n.startswith(("conflict_", "dyad_"))]
    ids = [name for name in UCDP_COLUMNS if name.endswith(("_dset_id", "_new_id"))]
    assert {found[name] for name in theirs + ids} == {""}


# which events are rows


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.THREATENED, Modality.DEMANDED, Modality.HYPOTHETICAL])
def test_what_did_not_happen_is_no_row(modality: Modality) -> None:
    assert table(dataset([R1], [claim(R1, 10, modality=modality)])) == []


def test_what_is_only_denied_is_no_row() -> None:
    assert table(dataset([R1], [claim(R1, 10, chain=[MINISTRY], stance=Stance.DENIES, actor=NAVY_A)])) == []


def test_talks_are_no_row_and_violence_without_dead_is_one() -> None:
    assert table(dataset([R1], [claim(R1, 10, kind=Kind.CONSULT)])) == []
    found = row([claim(R1, 10, kind=Kind.ARMED_CLASH)])
    assert cells(found, "best", "reportedly_ucdp_event", "reportedly_event_type") == ("", "", "Battles")


# the dead


def test_silence_on_the_dead_is_empty_and_said_zero_is_zero() -> None:
    names = ("low", "best", "high", "deaths_unknown", "reportedly_ucdp_event")
    assert cells(row([claim(R1, 10)]), *names) == ("", "", "", "", "")
    assert cells(row([claim(R1, 10, killed=count(0))]), *names) == ("0", "0", "0", "0", "false")


def test_no_dead_civilians_is_no_total_of_zero() -> None:
    found = row([claim(R1, 10, killed=count(0, of=VictimClass.CIVILIAN))])
    assert cells(found, "deaths_civilians", "deaths_unknown", "best", "reportedly_ucdp_event") == ("0", "", "", "")


def test_an_open_upper_end_is_an_empty_high() -> None:
    assert cells(row([claim(R1, 10, killed=count(12, None))]), "low", "best", "high") == ("12", "12", "")


def test_rival_numbers_make_low_and_high_and_the_field_is_named_as_disputed() -> None:
    found = row([claim(R1, 10, chain=[MINISTRY], killed=count(4)), claim(R2, 10, chain=[MONITOR], killed=count(9))])
    assert cells(found, "low", "best", "high", "reportedly_disputed") == ("4", "4", "9", "killed")


def test_civilians_among_the_dead_are_taken_from_the_total() -> None:
    found = row([claim(R1, 10, killed=count(12)), claim(R1, 20, killed=count(3, of=VictimClass.CIVILIAN, part=True))])
    assert cells(found, "deaths_civilians", "deaths_unknown", "best") == ("3", "9", "12")


def test_dead_fighters_of_a_side_that_was_struck_are_that_sides() -> None:
    struck = claim(R1, 10, kind=Kind.AIR_STRIKE, actor=NAVY_US, target=REED, killed=count(30, of=VictimClass.COMBATANT))
    assert cells(row([struck]), "deaths_a", "deaths_b", "deaths_unknown", "best") == ("", "30", "", "30")


def test_dead_soldiers_of_a_government_that_was_struck_are_side_a() -> None:
    struck = claim(R1, 10, kind=Kind.REMOTE_EXPLOSIVE, actor=REED, target=ARMY_SY, killed=count(5, of=VictimClass.COMBATANT))
    found = row([struck])
    assert cells(found, "side_a", "side_b", "type_of_violence", "gwnoa", "gwnob") == ("Syrian army", "Reed Front", "1", "652", "")
    assert cells(found, "deaths_a", "deaths_b", "deaths_unknown", "best") == ("5", "", "", "5")


def test_dead_fighters_of_a_clash_may_be_of_either_side() -> None:
    clash = claim(R1, 10, kind=Kind.ARMED_CLASH, actor=ARMY_SY, target=REED, killed=count(7, of=VictimClass.COMBATANT))
    assert cells(row([clash]), "deaths_a", "deaths_b", "deaths_unknown", "best") == ("", "", "7", "7")


# the sides


@pytest.mark.parametrize(
    ("actor", "target", "violence", "side_a", "side_b"),
    [
        (NAVY_A, REED, "1", "Xanadian Navy", "Reed Front"),
        (REED, NAVY_A, "1", "Xanadian Navy", "Reed Front"),
        (NAVY_A, ARMY_B, "1", "Xanadian Navy", "Borlian army"),
        (REED, MILITIA, "2", "Reed Front", "Brown Shirts"),
        (NAVY_A, CIVILIANS, "3", "Xanadian Navy", "Civilians"),
        (REED, CIVILIANS, "3", "Reed Front", "Civilians"),
        (NAVY_A, Entity(name="depot", kind=EntityKind.OBJECT), "", "Xanadian Navy", ""),
        (REED, REED, "", "Reed Front", "Reed Front"),
        (Entity(name="gunmen"), CIVILIANS, "", "", "civilians"),
        (NAVY_A, (REED, CIVILIANS), "", "Xanadian Navy", "Reed Front, civilians"),
        (NAVY_A, (REED, ARMY_B), "", "Xanadian Navy", "Reed Front, Borlian army"),
        ((REED, NAVY_A), MILITIA, "1", "Reed Front, Xanadian Navy", "Brown Shirts"),
    ],
)
def test_the_type_of_violence_follows_from_both_sides(
    actor: Entity | tuple[Entity, ...], target: Entity | tuple[Entity, ...], violence: str, side_a: str, side_b: str
) -> None:
    found = row([claim(R1, 10, actor=actor, target=target)])
    assert cells(found, "type_of_violence", "side_a", "side_b") == (violence, side_a, side_b)


def test_two_that_clash_are_the_two_sides() -> None:
    found = row([claim(R1, 10, kind=Kind.ARMED_CLASH, actor=(REED, ARMY_SY))])
    assert cells(found, "type_of_violence", "side_a", "side_b", "gwnoa") == ("1", "Syrian army", "Reed Front", "652")


def test_a_target_that_somebody_says_it_was_not_is_no_side() -> None:
    was_not = claim(R1, 10, chain=[RIVAL], actor=NAVY_A, target=REED, texts={"target": "targets that are not the Reed Front"})
    assert cells(row([was_not]), "side_a", "side_b", "type_of_violence") == ("Xanadian Navy", "", "")


# sources


def test_documents_are_counted_and_first_speakers_named() -> None:
    heads = [dataclasses.replace(r, title=title) for r, title in ((R1, "Navy fires; town hit"), (R2, None))]
    said = [claim(heads[0], 10, chain=[MINISTRY, MONITOR]), claim(heads[1], 10, chain=[MINISTRY]), claim(heads[1], 20, chain=[FRONT])]
    found = row(said, heads)
    assert cells(found, "number_of_sources", "source_office", "source_date", "source_headline", "source_original") == (
        "2",
        "The r1 Post;The r2 Post",
        "2031-05-15;2031-05-15",
        "Navy fires, town hit;",
        "Xanadian Ministry of Defence;Reed Front",
    )
    assert found["source_article"] == '"The r1 Post,2031-05-15,Navy fires, town hit";"The r2 Post,2031-05-15,"'
    assert cells(found, "reportedly_origins", "reportedly_reports", "reportedly_claims") == ("2", "r1;r2", "3")


def test_who_only_denies_is_no_source_of_the_event() -> None:
    said = [claim(R1, 10, chain=[MONITOR], actor=NAVY_A), claim(R1, 20, chain=[MINISTRY], stance=Stance.DENIES, actor=NAVY_A)]
    assert cells(row(said), "source_original", "reportedly_denied") == ("Casualty Watch", "actor")


def test_a_headline_that_is_a_formula_is_made_harmless() -> None:
    poisoned = dataclasses.replace(R1, title="=HYPERLINK(1)")
    found = row([claim(poisoned, 10)], [poisoned])
    assert found["source_headline"] == "'=HYPERLINK(1)"
    assert original(found["source_headline"]) == poisoned.title


# place and time


def test_a_town_has_its_point_its_units_its_cell_and_its_country() -> None:
    found = row([claim(R1, 10, place=TADMUR)])
    assert cells(found, "where_prec", "where_coordinates", "adm_1", "country", "country_id", "region") == (
        *("1", "Palmyra", "Homs", "Syria", "652", "Middle East"),
    )
    assert cells(found, "latitude", "longitude", "geom_wkt", "priogrid_gid") == ("34.56", "38.27", "POINT (38.27 34.56)", "179717")


def test_two_towns_have_no_point_but_their_country() -> None:
    other = dataclasses.replace(TADMUR, name="Homs", id="geonames:169577", lat=34.73, lon=36.72)
    found = row([claim(R1, 10, place=(TADMUR, other))])
    assert cells(found, "where_prec", "latitude", "longitude", "geom_wkt", "priogrid_gid") == ("", "", "", "", "")
    assert cells(found, "where_description", "country", "event_clarity") == ("Palmyra (SY);Homs (SY)", "Syria", "2")


def test_the_most_exact_agreed_place_and_day_are_shown() -> None:
    said = [
        claim(R1, 10, place=LAND, when=day("2031-05-01", "2031-05-31", precision=4)),
        claim(R2, 10, place=LAND, when=day("2031-05-01", "2031-05-31", precision=4)),
        claim(R3, 10, place=QAMAR, when=day("2031-05-13")),
    ]
    found = row(said)
    assert cells(found, "where_coordinates", "where_prec", "date_start", "date_end", "date_prec", "event_clarity", "year") == (
        *("Qamar", "1", "2031-05-13", "2031-05-13", "1", "1", "2031"),
    )


def test_of_disputed_places_the_one_with_the_most_origins_is_shown_even_if_another_is_more_exact() -> None:
    apart = dataclasses.replace(FAR, parents=("country:XD",), country="XD")
    said = [
        claim(R1, 10, chain=[MINISTRY], place=PROVINCE),
        claim(R2, 10, chain=[MONITOR], place=PROVINCE),
        claim(R3, 10, chain=[FRONT], place=apart),
    ]
    found = row(said)
    assert cells(found, "where_coordinates", "where_prec", "reportedly_disputed") == ("Upper Landis", "4", "place")


def test_towns_of_two_countries_have_no_country() -> None:
    abroad = dataclasses.replace(TADMUR, name="Arsal", id="geonames:278913", country="LB", parents=())
    assert cells(row([claim(R1, 10, place=(TADMUR, abroad))]), "country", "country_id", "region") == ("", "", "")


def test_two_states_on_one_side_have_no_one_number() -> None:
    said = claim(R1, 10, actor=(NAVY_US, ARMY_SY), target=REED)
    assert cells(row([said]), "gwnoa", "type_of_violence") == ("", "1")


def test_a_vague_place_or_day_is_no_event_that_can_be_told_from_others() -> None:
    assert row([claim(R1, 10, place=TADMUR, when=day("2031-05-13"))])["event_clarity"] == "1"
    assert row([claim(R1, 10, place=PROVINCE, when=day("2031-05-13"))])["event_clarity"] == "2"
    assert row([claim(R1, 10, place=TADMUR, when=day("2031-05-12", "2031-05-13", precision=2))])["event_clarity"] == "2"


def test_no_injured_civilians_is_no_total_of_injured() -> None:
    found = row([claim(R1, 10, injured=count(0, of=VictimClass.CIVILIAN))])
    assert cells(found, "reportedly_injured_low", "reportedly_injured_best", "reportedly_injured_high") == ("", "", "")


def test_a_place_to_go_to_is_not_where_it_happened() -> None:
    found = row([claim(R1, 10, place=dataclasses.replace(TADMUR, role=PlaceRole.HEADED_TO))])
    assert cells(found, "where_prec", "latitude", "reportedly_places") == ("", "", "to Palmyra (SY)")


def test_the_day_of_publication_is_never_the_day_of_the_event() -> None:
    assert cells(row([claim(R1, 10)]), "year", "date_prec", "date_start", "date_end") == ("", "", "", "")


def test_what_goes_on_has_no_last_day() -> None:
    assert cells(row([claim(R1, 10, when=since("2031-05-01"))]), "date_start", "date_end", "year") == ("2031-05-01", "", "")


@pytest.mark.parametrize(
    ("lat", "lon", "cell"), [(10.51, 2.29, 145085), (-14.59, 25.9, 108412), (-90, -180, 1), (90, 180, 259200), (-90, 179.9, 720)]
)
def test_cells_of_prio_grid_are_counted_from_the_south_west(lat: float, lon: float, cell: int) -> None:
    assert priogrid(lat, lon) == cell
