"""Which time, place and number belongs to which happening."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reportedly.extract.assemble import claims
from reportedly.language.english import English
from reportedly.model import Claim, Document, Field, Report

CASES = list(csv.DictReader(Path(__file__).with_name("attached.csv").read_text("utf-8").splitlines()))


def claim_of(report: Report, document: Document, trigger: str) -> Claim:
    return next(claim for claim in claims(report, document) if report.quote(claim.trigger) == trigger)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_what_belongs_to_a_happening_hangs_on_it(case: dict[str, str]) -> None:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=case["sentence"])
    (document,) = English().parse([report])
    stated = claim_of(report, document, case["trigger"]).get(Field(case["field"]))
    assert (None if stated is None else stated.text) == (case["words"] or None)


def test_numbers_of_people_that_belong_to_none_are_a_toll(report: Report, document: Document) -> None:
    """The death toll rose to 61."""
    (claim,) = claims(report, document)
    assert report.quote(claim.trigger) == "toll"


def test_numbers_of_things_that_belong_to_none_are_dropped(report: Report, document: Document) -> None:
    """The army has 40 tanks and 12 missiles."""
    assert claims(report, document) == ()


def test_the_date_line_is_no_place_of_a_happening(report: Report, document: Document) -> None:
    """NAIROBI, May 14 (Qamar Post) - Rebels shelled Mombasa on Monday."""
    stated = claim_of(report, document, "shelled").get(Field.PLACE)
    assert stated is not None
    assert stated.text == "Mombasa"
