"""A burial and what the dead were killed by, told in one sentence: each has its own place and day, and the number of dead is the killing's."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reportedly.extract.assemble import claims
from reportedly.language.english import English
from reportedly.model import Claim, Count, Field, Kind, Report

CASES = list(csv.DictReader(Path(__file__).with_name("mourned.csv").read_text("utf-8").splitlines()))


def text_of(claim: Claim, field: Field) -> str:
    stated = claim.get(field)
    return "" if stated is None else stated.text


def part_of(claim: Claim) -> str:
    stated = claim.get(Field.KILLED)
    if stated is None:
        return ""
    assert isinstance(stated.value, Count)
    return "some" if stated.value.part else "all"


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_burial_and_a_killing_keep_their_own(case: dict[str, str]) -> None:
    report = Report(id="r1", sha256="0" * 64, file="r.txt", text=case["sentence"])
    (document,) = English().parse([report])
    found = claims(report, document)
    (funeral,) = [claim for claim in found if claim.kind is Kind.OTHER]
    (killing,) = [claim for claim in found if claim is not funeral]
    assert [text_of(funeral, f) for f in (Field.PLACE, Field.WHEN)] == [case["funeral_place"], case["funeral_when"]]
    assert [text_of(killing, f) for f in (Field.PLACE, Field.WHEN)] == [case["killing_place"], case["killing_when"]]
    assert (text_of(killing, Field.KILLED), part_of(killing)) == (case["killed"], case["part"])
    assert funeral.get(Field.KILLED) is None
