"""Whether a happening is told as real, planned, threatened, demanded, imagined or not to be so."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reportedly.extract.assemble import claims
from reportedly.language.english import English
from reportedly.model import Claim, Document, Kind, Modality, Report, Stance

CASES = list(csv.DictReader(Path(__file__).with_name("reality.csv").read_text("utf-8").splitlines()))


def read(text: str) -> tuple[Claim, ...]:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return claims(report, document)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_happening_is_as_real_as_its_words_say(case: dict[str, str]) -> None:
    (claim,) = read(case["sentence"])
    assert (claim.modality, claim.stance) == (case["modality"], case["stance"])


def test_a_threat_is_a_deed_and_what_is_threatened_is_none_yet(report: Report, document: Document) -> None:
    """The Kenyan army threatened to shell the port of Mombasa."""
    said = {claim.kind: claim.modality for claim in claims(report, document)}
    assert said == {Kind.THREATEN: Modality.HAPPENED, Kind.SHELLING: Modality.THREATENED}


def test_a_demand_is_a_deed_and_what_is_demanded_is_none_yet(report: Report, document: Document) -> None:
    """Kenya urged the rebels to release the sailors."""
    said = {claim.kind: claim.modality for claim in claims(report, document)}
    assert said == {Kind.REQUEST: Modality.HAPPENED, Kind.RETREAT: Modality.DEMANDED}


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels often attack the port of Mombasa.",
        "Twelve people died in an earthquake in Mombasa.",
        "The rebels did not attack the port of Mombasa.",
        "Rebels nearly captured Kilifi on Monday.",
        "The cancelled strike on Kilifi was a mistake.",
        "The missile is cheaper than older ones and flies far.",
    ],
)
def test_habits_accidents_and_what_the_outlet_says_did_not_happen_are_no_claims(sentence: str) -> None:
    assert read(sentence) == ()


def test_nobody_killed_is_a_number_and_no_denial(report: Report, document: Document) -> None:
    """Rebels shelled the port of Mombasa on Monday, and no civilians were killed."""
    assert {claim.stance for claim in claims(report, document)} == {Stance.ASSERTS}


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("The ministry said rebels almost captured Kilifi.", True),
        ("The ministry said almost 40 rebels were killed in Kilifi.", False),
        ("The ministry said rebels captured almost 40 soldiers in Kilifi.", False),
    ],
)
def test_what_almost_happened_is_told_not_to_have(sentence: str, denied: bool) -> None:
    (claim,) = read(sentence)
    assert (claim.stance is Stance.DENIES) is denied
