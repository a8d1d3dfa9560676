"""The kind of a happening, by a table of sentences: every kind that the reader can give is in it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reportedly.extract.assemble import claims
from reportedly.language.english import English
from reportedly.model import Document, Kind, Report

CASES = list(csv.DictReader(Path(__file__).with_name("kinds.csv").read_text("utf-8").splitlines()))

NEVER_GIVEN = {Kind.AGREE, Kind.SUPPORT, Kind.CONCEDE, Kind.COOPERATE, Kind.PROTEST, Kind.MOBILIZE, Kind.ASSAULT}
"""PLOVER's kinds of which ACLED has a closer one, or for which the table has no words."""


def kinds(text: str) -> list[str]:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return [claim.kind.value for claim in claims(report, document)]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_the_kind_is_told_by_deed_weapon_and_sides(case: dict[str, str]) -> None:
    assert kinds(case["sentence"]) == case["kinds"].split("; ")


def test_the_table_has_every_kind_that_is_ever_given() -> None:
    named = {Kind(kind) for case in CASES for kind in case["kinds"].split("; ")}
    assert set(Kind) - named == NEVER_GIVEN


def test_a_headline_gets_the_kind_from_the_story_below(report: Report, document: Document) -> None:
    """Twelve killed in Kilifi

    A roadside bomb killed 12 people in Kilifi on Monday.
    """
    assert {claim.kind for claim in claims(report, document)} == {Kind.REMOTE_EXPLOSIVE}


def test_the_same_number_of_dead_tells_the_kind(report: Report, document: Document) -> None:
    """A war has gone on in Kilifi. An air strike killed 12 people in Kilifi. In all 12 people were killed."""
    assert [claim.kind for claim in claims(report, document)] == [Kind.AIR_STRIKE, Kind.AIR_STRIKE]
