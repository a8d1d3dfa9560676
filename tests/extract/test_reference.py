"""What "the strikes", "all targets" and "the toll" point back to, and what a mention takes over from there."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reportedly.extract.assemble import claims
from reportedly.language.english import English
from reportedly.model import Claim, Document, Field, Kind, Report, Where

CASES = list(csv.DictReader(Path(__file__).with_name("references.csv").read_text("utf-8").splitlines()))


def places(claim: Claim) -> list[str]:
    stated = claim.get(Field.PLACE)
    values = stated.value if stated is not None and isinstance(stated.value, tuple) else ()
    return [value.name for value in values if isinstance(value, Where)]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_mention_points_to_the_happening_that_is_meant(case: dict[str, str]) -> None:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=case["report"])
    (document,) = English().parse([report])
    last = claims(report, document)[-1]
    assert report.quote(last.trigger) == case["mention"]
    assert (None if last.refers_to is None else report.quote(last.refers_to)) == (case["of"] or None)


def test_a_mention_takes_the_kind_of_what_it_points_to_and_no_value(report: Report, document: Document) -> None:
    """Kenyan jets bombed a market in Kilifi on Monday. The attack killed 12 people."""
    first, second = claims(report, document)
    assert second.kind is first.kind is Kind.AIR_STRIKE
    assert [stated.field for stated in second.values] == [Field.KILLED]


def test_another_word_for_the_same_strikes_leaves_their_kind(report: Report, document: Document) -> None:
    """Kenyan jets bombed Kilifi. Rebels fought soldiers in the streets. The shelling killed 12 people."""
    assert claims(report, document)[-1].kind is Kind.AIR_STRIKE


def test_the_town_that_is_taken_is_the_one_named_before(report: Report, document: Document) -> None:
    """Rebels entered Kilifi. The army later retook the town."""
    assert places(claims(report, document)[-1]) == ["Kilifi"]


def test_strikes_in_general_belong_to_the_campaign_of_their_side(report: Report, document: Document) -> None:
    """Kenyan jets continue to bomb the rebels. The Kenyan bombing campaign began in May."""
    going_on, campaign = claims(report, document)
    assert going_on.refers_to == campaign.trigger


def test_a_portion_of_strikes_belongs_to_whom_its_owner_is(report: Report, document: Document) -> None:
    """Kenya denies that its week of strikes hit civilians. The Kenyan bombing campaign began in May."""
    portion, campaign = claims(report, document)
    whose = portion.get(Field.ACTOR)
    assert whose is not None
    assert isinstance(whose.value, tuple)
    assert [(each.name, whose.text) for each in whose.value] == [("Kenya", "its")]
    assert portion.refers_to == campaign.trigger


def test_what_others_are_only_told_of_is_what_the_report_is_about(report: Report, document: Document) -> None:
    """Kenya launched six cruise missiles at the camp on Friday. Then airstrikes hit a depot. Kenya notified Uganda about the attacks."""
    first, _, told = claims(report, document)
    assert told.refers_to == first.trigger
