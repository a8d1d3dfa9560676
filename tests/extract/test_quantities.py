"""Quantities with unit and hedge, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.quantities import Bound, Quantity, quantities
from reportedly.extract.quantity_units import MEASURES
from reportedly.language.english import English
from reportedly.model import Document, Report


def read(text: str) -> tuple[Document, tuple[Quantity, ...]]:
    (document,) = English().parse([Report(id="r1", sha256="0" * 64, file="report.txt", text=text)])
    return document, quantities(document.tokens)


@pytest.mark.parametrize(
    ("sentence", "low", "high", "unit", "words"),
    [
        ("The tunnel is 12.5 km long.", 12.5, 12.5, "kilometre", "12.5 km"),
        ("The tanker held 40,000 litres of fuel.", 40_000, 40_000, "litre", "40,000 litres"),
        ("The ministry asked for $13.6M on Monday.", 13_600_000, 13_600_000, "dollar", "$13.6M"),
        ("The raid cost US$2 billion.", 2e9, 2e9, "dollar", "US$2 billion"),
        ("Damage came to €4.5bn, the mayor said.", 4.5e9, 4.5e9, "euro", "€4.5bn"),
        ("Prices rose 7.5 per cent in Qamar.", 7.5, 7.5, "percentage", "7.5 per cent"),
        ("The wind blew at 50mph.", 50, 50, "mile per hour", "50mph"),
        ("The drone flies at 120 miles per hour.", 120, 120, "mile per hour", "120 miles per hour"),
        ("The drones fly 15 to 22 kilometres.", 15, 22, "kilometre", "15 to 22 kilometres"),
        ("Bread costs between 5% and 6% more.", 5, 6, "percentage", "5% and 6%"),
        ("The price went from $3 to $5 on Monday.", 3, 5, "dollar", "$3 to $5"),
        ("They waited three or four days.", 3, 4, "day", "three or four days"),
        ("The town counts 33-35 thousand people.", 33_000, 35_000, None, "33-35 thousand"),
        ("It was minus 12 degrees in Qamar.", -12, -12, "degree", "12 degrees"),
        ("Tens of thousands of people fled.", 10_000, None, None, "Tens of thousands"),
        ("Two-thirds of the town fled.", 2 / 3, 2 / 3, None, "Two-thirds"),
        ("A quarter of the houses burned.", 0.25, 0.25, None, "A quarter"),
        ("Half of the fleet was lost.", 0.5, 0.5, None, "Half"),
        ("Fuel prices rose sixfold.", 6, 6, None, "sixfold"),
        ("The 84-year-old mayor resigned.", 84, 84, "year of age", "84-year-old"),
    ],
)
def test_a_quantity_has_its_number_its_unit_and_its_words(
    sentence: str, low: float, high: float | None, unit: str | None, words: str
) -> None:
    document, (found,) = read(sentence)
    assert found.low == pytest.approx(low)
    assert found.high == (None if high is None else pytest.approx(high))
    assert found.unit == unit
    assert document.words(found.start, found.end) == words


@pytest.mark.parametrize(
    ("sentence", "bound", "words"),
    [
        ("The convoy covered more than 40 miles.", Bound.AT_LEAST, "more than 40 miles"),
        ("The convoy covered up to 40 miles.", Bound.AT_MOST, "up to 40 miles"),
        ("The convoy covered just under 40 miles.", Bound.AT_MOST, "just under 40 miles"),
        ("The convoy covered nearly 40 miles.", Bound.ABOUT, "nearly 40 miles"),
        ("The convoy covered exactly 40 miles.", Bound.SAME, "exactly 40 miles"),
        ("The convoy covered 40 miles.", Bound.SAME, "40 miles"),
        ("The convoy weighed ~40 tons.", Bound.ABOUT, "~40 tons"),
    ],
)
def test_a_hedge_gives_the_bound_and_belongs_to_the_words(sentence: str, bound: Bound, words: str) -> None:
    document, (found,) = read(sentence)
    assert (found.low, found.high, found.bound) == (40, 40, bound)
    assert document.words(found.start, found.end) == words


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks began on May 5, 2031.",
        "The war of 2031-32 is over.",
        "The siren sounded at 5 am and at 10.45pm.",
        "The match ended 2-1.",
        "The 3rd army came in the 1990s.",
        "Brigade 47 and Model 3 are names.",
        "No one knows which one it was.",
        "Several people left.",
    ],
)
def test_dates_times_scores_ordinals_and_names_are_no_quantities(sentence: str) -> None:
    assert read(sentence)[1] == ()


def test_one_is_a_quantity_before_a_noun_and_of_many() -> None:
    assert [q.low for q in read("One soldier left. It was one of the oldest bridges.")[1]] == [1, 1]


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 999), st.sampled_from(["km", "kg", "litres", "mph", "hectares", "metres", "hours"]))
def test_any_number_with_any_unit_is_read_with_the_name_of_the_unit(number: int, written: str) -> None:
    _, (found,) = read(f"They measured {number} {written} in Qamar.")
    assert (found.low, found.high, found.unit) == (number, number, MEASURES[written])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from("12 $5m $ £ 3-4 to from 1/8 % -7 ~2 2031 one half a dozen km and . 4:30".split()), max_size=14))
def test_quantities_of_any_string_of_words_follow_each_other(words: list[str]) -> None:
    document, found = read(" ".join(["Qamar", *words]))
    ends = [0, *(q.end for q in found)]
    assert all(before <= q.start < q.end <= len(document.tokens) for before, q in zip(ends, found, strict=False))
