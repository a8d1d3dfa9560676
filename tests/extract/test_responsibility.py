"""Responsibility claimed, laid on someone and denied: a claim about the actor that points to the happening."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reportedly.extract.assemble import claims
from reportedly.language.english import English
from reportedly.model import Claim, Document, Entity, Field, Report, Stance

CASES = list(csv.DictReader(Path(__file__).with_name("responsibilities.csv").read_text("utf-8").splitlines()))
HELD = {"responsibility", "role", "involvement", "blamed", "blames", "accused", "responsible", "behind"}


def read(text: str) -> tuple[Report, tuple[Claim, ...]]:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return report, claims(report, document)


def actors(claim: Claim) -> list[str]:
    stated = claim.get(Field.ACTOR)
    values = stated.value if stated is not None and isinstance(stated.value, tuple) else ()
    return [value.name for value in values if isinstance(value, Entity)]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_who_is_behind_a_happening_by_whose_word(case: dict[str, str]) -> None:
    report, found = read(case["report"])
    held = [
        {
            "actors": "; ".join(actors(claim)),
            "speaker": claim.chain[0].voice.name if claim.chain else "",
            "stance": claim.stance.value,
            "of": report.quote(claim.refers_to),
        }
        for claim in found
        if claim.refers_to is not None and report.quote(claim.trigger) in HELD
    ]
    assert held == ([{key: case[key] for key in ("actors", "speaker", "stance", "of")}] if case["stance"] else [])


def test_a_denied_part_presupposes_the_happening(report: Report, document: Document) -> None:
    """Uganda denied involvement in the air strike on Kilifi, which killed 12 people."""
    strike = next(claim for claim in claims(report, document) if report.quote(claim.trigger) == "air strike")
    assert (strike.stance, strike.chain) == (Stance.ASSERTS, ())


def test_a_denied_deed_presupposes_nothing(report: Report, document: Document) -> None:
    """Uganda denied that it attacked Kilifi."""
    (claim,) = claims(report, document)
    assert (claim.stance, [saying.voice.name for saying in claim.chain]) == (Stance.DENIES, ["Uganda"])


def test_the_words_hold_those_who_are_named(report: Report, document: Document) -> None:
    """The attack in Kilifi on Monday was blamed by Kenya on al-Shabaab."""
    for claim in claims(report, document):
        assert all(claim.spans[0].contains(stated.span) for stated in claim.values if stated.field is Field.ACTOR)
