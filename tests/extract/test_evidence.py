"""The words that are shown as a claim's evidence."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reportedly.extract.assemble import claims
from reportedly.language.english import English
from reportedly.model import Document, Report

CASES = list(csv.DictReader(Path(__file__).with_name("evidence.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_the_quote_is_the_clause_of_the_happening(case: dict[str, str]) -> None:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=case["report"])
    (document,) = English().parse([report])
    (claim,) = [claim for claim in claims(report, document) if report.quote(claim.trigger) == case["trigger"]]
    assert report.quote(claim.spans[0]) == case["quote"]


def test_the_word_of_saying_is_further_evidence(report: Report, document: Document) -> None:
    """The army said that rebels shelled Kilifi on Monday."""
    (claim,) = claims(report, document)
    assert [report.quote(span) for span in claim.spans[1:]] == ["said"]


def test_nobody_says_what_the_outlet_tells_itself(report: Report, document: Document) -> None:
    """Rebels shelled Kilifi on Monday."""
    (claim,) = claims(report, document)
    assert len(claim.spans) == 1


def test_the_quote_of_a_mention_stays_in_its_sentence(report: Report, document: Document) -> None:
    """Rebels shelled Kilifi on Monday. The attack killed 12 people."""
    _, second = claims(report, document)
    assert report.quote(second.spans[0]) == "The attack killed 12 people"
