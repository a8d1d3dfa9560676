"""An event as a matrix: who says what."""

from __future__ import annotations

from hypothesis import given, settings
from tests.export.small import dataset, datasets, grounded, only_event
from tests.link.made import (
    AGENCY,
    MINISTER,
    MINISTRY,
    MONITOR,
    NAVY_A,
    QAMAR,
    SOURCES,
    STATE_A,
    claim,
    count,
    report,
)

from reportedly.model import Claim, Dataset, Event, Field, Stance, Status, VoiceKind
from reportedly.reconcile.origins import origins
from reportedly.reconcile.roots import roots
from reportedly.review.matrix import Matrix, matrix

R1, R2 = report("r1"), report("r2")


def drawn(event: Event, made: Dataset) -> Matrix:
    claims, reports = {c.id: c for c in made.claims}, {r.id: r for r in made.reports}
    known = roots(made.reports, made.claims, made.views.lineage)
    return matrix(event, claims, reports, origins([claims[each] for each in event.claims], reports, known))


def shown(*claims: Claim) -> Matrix:
    made = dataset([R1, R2], claims)
    return drawn(only_event(made), made)


def words(found: Matrix, field: Field) -> list[list[str]]:
    (row,) = [row for row in found.rows if row.field is field]
    return [[entry.words for entry in cell] for cell in row.cells]


def names(found: Matrix) -> list[str]:
    return [column.name for column in found.columns]


def test_a_voice_is_one_column_whoever_relays_it() -> None:
    found = shown(claim(R1, 10, chain=[MINISTRY], munitions=count(4)), claim(R2, 10, chain=[MINISTRY, AGENCY], munitions=count(5)))
    assert [(c.name, c.kind, c.reports) for c in found.columns] == [("Xanadian Ministry of Defence", VoiceKind.PARTY, 2)]
    assert words(found, Field.MUNITIONS) == [["4", "5"]]
    assert [entry.through for entry in found.rows[0].cells[0]] == [(), ("Reuters",)]


def test_an_outlet_has_a_column_for_its_own_voice() -> None:
    found = shown(claim(R1, 10, killed=count(3)), claim(R1, 20, chain=[MONITOR], killed=count(3)))
    assert [(c.name, c.kind) for c in found.columns] == [("The r1 Post (own voice)", None), ("Casualty Watch", VoiceKind.MONITOR)]


def test_columns_come_in_the_order_in_which_they_first_speak() -> None:
    assert names(shown(claim(R1, 10, chain=[MONITOR]), claim(R1, 20, chain=[MINISTRY]), claim(R2, 10, chain=[MONITOR]))) == [
        "Casualty Watch",
        "Xanadian Ministry of Defence",
    ]


def test_sources_of_two_reports_may_be_different_people() -> None:
    found = shown(claim(R1, 10, chain=[SOURCES], killed=count(3)), claim(R2, 10, chain=[SOURCES], killed=count(4)))
    assert names(found) == ["unnamed sources (The r1 Post)", "unnamed sources (The r2 Post)"]
    assert words(found, Field.KILLED) == [["3"], ["4"]]


def test_a_minister_and_his_ministry_are_two_columns_of_one_origin() -> None:
    found = shown(claim(R1, 10, chain=[MINISTRY]), claim(R2, 10, chain=[MINISTRY]), claim(R2, 20, chain=[MINISTER]))
    assert [(c.name, c.origin) for c in found.columns] == [
        ("Xanadian Ministry of Defence", "Xanadian Ministry of Defence"),
        ("Ilo Marn", "Xanadian Ministry of Defence"),
    ]


def test_an_outlet_that_restates_two_voices_rests_on_neither_alone() -> None:
    found = shown(claim(R1, 10), claim(R1, 20, chain=[MINISTRY]), claim(R1, 30, chain=[MONITOR]))
    assert found.columns[0].origin is None


def test_who_only_denies_is_no_origin() -> None:
    found = shown(claim(R1, 10, chain=[MONITOR], actor=NAVY_A), claim(R1, 20, chain=[MINISTRY], stance=Stance.DENIES, actor=STATE_A))
    assert [c.origin for c in found.columns] == ["Casualty Watch", None]
    assert [entry.stance for cell in found.rows[0].cells for entry in cell] == [Stance.ASSERTS, Stance.DENIES]


def test_rows_are_the_fields_that_somebody_gives_in_the_order_of_fields() -> None:
    found = shown(claim(R1, 10, chain=[MONITOR], killed=count(3)), claim(R1, 20, chain=[MINISTRY], place=QAMAR, actor=NAVY_A))
    assert [row.field for row in found.rows] == [Field.ACTOR, Field.PLACE, Field.KILLED]
    assert words(found, Field.PLACE) == [[], ["Qamar (XC)"]]


def test_a_row_says_how_its_field_stands() -> None:
    found = shown(claim(R1, 10, chain=[MINISTRY], killed=count(4)), claim(R2, 10, chain=[MONITOR], killed=count(9)))
    (row,) = found.rows
    assert (row.status, row.disputed, row.low, row.best, row.high) == (Status.DISPUTED, True, 4, 4, 9)


def test_a_denial_that_names_no_value_shows_what_it_denies() -> None:
    denial = claim(R1, 20, chain=[MINISTRY], stance=Stance.DENIES)
    found = shown(claim(R1, 10, chain=[MONITOR], killed=count(5)), denial)
    (entry,) = found.rows[0].cells[1]
    assert (entry.words, entry.stance, entry.text, entry.text_span, entry.claim) == ("5", Stance.DENIES, None, None, denial.id)


def test_every_cell_leads_to_the_words_of_its_report() -> None:
    made = dataset([R1], [grounded(R1, claim(R1, 10, killed=count(5)))])
    (entry,) = drawn(only_event(made), made).rows[0].cells[0]
    assert (entry.quote, entry.text) == (R1.quote(entry.span), R1.quote(entry.span))
    assert entry.report == R1.id


@given(datasets())
@settings(max_examples=100, deadline=None)
def test_every_value_of_every_claim_is_in_exactly_one_cell(made: Dataset) -> None:
    texts = {report.id: report for report in made.reports}
    known = {claim.id: claim for claim in made.claims}
    for event in made.views.events:
        found = drawn(event, made)
        assert all(len(row.cells) == len(found.columns) for row in found.rows)
        entries = [(row.field, entry) for row in found.rows for cell in row.cells for entry in cell]
        stated = sorted((field, entry.claim) for field, entry in entries if entry.text is not None)
        assert stated == sorted((value.field, i) for i in event.claims for value in known[i].values)
        for _, entry in entries:
            assert entry.quote == texts[entry.report].quote(entry.span)
            assert entry.text_span is None or entry.text == texts[entry.report].quote(entry.text_span)
