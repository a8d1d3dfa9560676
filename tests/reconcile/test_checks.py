"""Arithmetic and sense."""

from __future__ import annotations

import pytest
from tests.link.made import MONITOR, claim, count, day, report

from reportedly.model import Modality, Span
from reportedly.model import VictimClass as Of
from reportedly.reconcile.checks import checks

R1 = report("r1")


@pytest.mark.parametrize(
    ("words", "passed"),
    [("Tuesday, 13 May 2031", True), ("Wednesday, 13 May", False), ("tuesday 13 May", True)],
)
def test_a_weekday_beside_a_date_is_checked(words: str, *, passed: bool) -> None:
    found = checks([R1], [claim(R1, 10, when=day("2031-05-13"), texts={"when": words})])
    assert [(c.name, c.passed) for c in found] == [("published", True), ("weekday", passed)]
    assert "a Tuesday" in found[1].detail


def test_a_weekday_alone_is_what_the_day_was_worked_out_from() -> None:
    found = checks([R1], [claim(R1, 10, when=day("2031-05-13"), texts={"when": "Tuesday"})])
    assert [c.name for c in found] == ["published"]


def test_what_happened_cannot_be_after_publication() -> None:
    (found,) = checks([R1], [claim(R1, 10, when=day("2031-05-20"))])
    assert (found.name, found.passed) == ("published", False)
    assert "2031-05-15" in found.detail


def test_what_is_planned_may_be_after_publication() -> None:
    assert checks([R1], [claim(R1, 10, modality=Modality.PLANNED, when=day("2031-05-20"))]) == ()


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("fired from 1,500km (930 miles) away", True),
        ("fired from 1,500 kilometres (about 630 miles) away", False),
        ("fell 300 feet (91 metres) short", True),
    ],
)
def test_a_length_in_two_units_is_checked(text: str, *, passed: bool) -> None:
    r = report("r2", text)
    (found,) = checks([r], [claim(r, 0, evidence=Span(0, len(text)))])
    assert (found.name, found.passed) == ("units", passed)


def test_two_lengths_side_by_side_are_not_one_length() -> None:
    text = "The road is 40 km long and the pass 3 miles."
    r = report("r2", text)
    assert checks([r], [claim(r, 0, evidence=Span(0, len(text)))]) == ()


def test_a_part_is_compared_with_its_whole_within_one_report_and_event() -> None:
    whole = claim(R1, 10, chain=[MONITOR], killed=count(2))
    part = claim(R1, 30, chain=[MONITOR], killed=count(3, of=Of.CHILD, part=True))
    assert checks([R1], [whole, part]) == ()
    assert checks([R1], [whole, part], [[whole.id], [part.id]]) == ()
    (found,) = checks([R1], [whole, part], [[whole.id, part.id]])
    assert (found.claim, found.name, found.passed) == (part.id, "part of whole", False)


def test_an_open_whole_holds_every_part() -> None:
    whole, part = claim(R1, 10, killed=count(2, None)), claim(R1, 10, killed=count(3, of=Of.CHILD, part=True))
    assert [c.passed for c in checks([R1], [whole, part])] == [True]
