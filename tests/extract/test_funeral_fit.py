"""Funerals and burials: what tells that they took place, and what only names them where violence was done."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reportedly.extract.assemble import claims
from reportedly.language.english import English
from reportedly.model import PEOPLE_FIELDS, Claim, Field, Kind, Report

HERE = Path(__file__).parent
HELD = list(csv.DictReader((HERE / "funerals.csv").read_text("utf-8").splitlines()))
NOT_HELD = list(csv.DictReader((HERE / "no_funerals.csv").read_text("utf-8").splitlines()))
NAMING = ("funeral", "burial", "bur", "mourner", "laid", "carried")


def read(text: str) -> tuple[Report, tuple[Claim, ...]]:
    report = Report(id="r1", sha256="0" * 64, file="r.txt", text=text)
    (document,) = English().parse([report])
    return report, claims(report, document)


def text_of(claim: Claim, field: Field) -> str:
    stated = claim.get(field)
    return "" if stated is None else stated.text


@pytest.mark.parametrize("case", HELD, ids=[case["why"] for case in HELD])
def test_a_funeral_that_people_hold_is_one_claim_with_what_is_told_of_it(case: dict[str, str]) -> None:
    report, found = read(case["sentence"])
    (funeral,) = [claim for claim in found if claim.kind is Kind.OTHER]
    assert (report.quote(funeral.trigger), funeral.modality.value) == (case["trigger"], case["modality"])
    fields = (Field.ACTOR, Field.TARGET, Field.PLACE, Field.WHEN)
    assert [text_of(funeral, field) for field in fields] == [case[field.value] for field in fields]
    assert not {stated.field for stated in funeral.values} & PEOPLE_FIELDS


@pytest.mark.parametrize("case", NOT_HELD, ids=[case["why"] for case in NOT_HELD])
def test_what_only_names_one_makes_no_claim_of_it(case: dict[str, str]) -> None:
    report, found = read(case["sentence"])
    assert [claim for claim in found if claim.kind is Kind.OTHER] == []
    assert [claim for claim in found if report.quote(claim.trigger).casefold().startswith(NAMING)] == []


def test_those_who_march_at_a_funeral_do_not_protest_and_those_who_chant_there_do() -> None:
    _, marched = read("Hundreds of people marched at the funeral of a student in Nairobi.")
    _, chanted = read("At the funeral of a student in Nairobi, hundreds of people chanted slogans against the government.")
    assert [claim.kind for claim in marched] == [Kind.OTHER]
    assert {claim.kind for claim in chanted} == {Kind.OTHER, Kind.PEACEFUL_PROTEST}
