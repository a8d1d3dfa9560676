"""What came of a strike, when others were told of it and how: by a table of the ways to say it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reportedly.extract.assemble import claims
from reportedly.extract.details import aim_of, details, is_report_of_others
from reportedly.extract.happenings import happenings
from reportedly.language.english import English
from reportedly.model import Claim, Document, Field, Report

CASES = list(csv.DictReader(Path(__file__).with_name("details.csv").read_text("utf-8").splitlines()))


def read(text: str) -> tuple[Claim, ...]:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return claims(report, document)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_detail_is_kept_in_the_words_of_the_report(case: dict[str, str]) -> None:
    stated = read(case["sentence"])[-1].get(Field(case["field"]))
    assert stated is not None
    assert (stated.value, stated.text) == (case["value"], case["words"])


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Rebels shelled the depot.", Field.OUTCOME),
        ("Rebels hit the depot.", Field.OUTCOME),
        ("The jets will destroy the depot.", Field.OUTCOME),
        ("Kenya notified Uganda of the strikes.", Field.TIMING),
        ("Kenya notified Uganda of the strikes.", Field.CHANNEL),
        ("Rebels shelled the depot in advance of the talks.", Field.TIMING),
    ],
    ids=["shelled", "hit says no more than struck", "what will come", "no time told", "no channel told", "nobody was told"],
)
def test_a_detail_that_is_not_told_is_silent(sentence: str, field: Field) -> None:
    (claim,) = read(sentence)
    assert claim.get(field) is None


def test_deeds_that_are_not_done_from_afar_have_no_outcome(document: Document) -> None:
    """Soldiers clashed with rebels and looted the town."""
    assert [details(document, happening) for happening in happenings(document)] == [(), ()]


@pytest.mark.parametrize(
    ("text", "word", "aim"),
    [
        ("All of the targets were hit.", "All", "targets"),
        ("The targets were hit.", "targets", "targets"),
        ("The depot was hit.", "depot", None),
        ("All of the farmers were hit.", "All", None),
    ],
)
def test_what_was_aimed_at_is_found_behind_all_of(text: str, word: str, aim: str | None) -> None:
    (document,) = English().parse([Report(id="r1", sha256="0" * 64, file="report.txt", text=text)])
    found = aim_of(document, next(token.i for token in document.tokens if token.text == word))
    assert (None if found is None else document.tokens[found].text) == aim


def test_that_others_were_told_of_talks_is_no_happening(document: Document) -> None:
    """Kenya told Uganda that talks were near."""
    assert all(is_report_of_others(happening) for happening in happenings(document))
