"""Krippendorff's alpha against its inventor's own examples, and what it says when it cannot be computed."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.review.agreement import agreement

# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A and C; "." is not coded.
BINARY = ("0100000010", "1110010000")
CODERS = (
    "1 2 3 3 2 1 4 1 2 . . .".split(),
    "1 2 3 3 2 2 4 1 2 5 . 3".split(),
    ". 3 3 3 2 3 4 2 2 5 1 .".split(),
    "1 2 3 3 2 4 4 1 2 5 1 .".split(),
)


def units(*coders: Sequence[str]) -> list[tuple[str | None, ...]]:
    return [tuple(None if code == "." else str(code) for code in unit) for unit in zip(*coders, strict=True)]


def test_two_coders_of_two_values() -> None:
    found = agreement(units(*BINARY))
    assert found.alpha == pytest.approx(0.095, abs=0.0005)
    assert (found.units, found.values) == (10, 20)


def test_four_coders_with_values_missing() -> None:
    found = agreement(units(*CODERS))
    assert found.alpha == pytest.approx(0.743, abs=0.0005)
    assert (found.units, found.values) == (11, 40)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 0.743 < found.high


def test_full_agreement_is_one_and_the_opposite_is_below_nothing() -> None:
    assert agreement(units("abcab", "abcab")).alpha == 1
    apart = agreement(units("ababab", "bababa")).alpha
    assert apart is not None
    assert apart < 0


@pytest.mark.parametrize(
    ("coders", "why"),
    [
        (("", ""), "0 coded by both"),
        (("a", "a"), "1 coded by both"),
        (("a.", ".a"), "0 coded by both"),
        (("aaaa", "aaaa"), "every code is the same"),
    ],
)
def test_what_cannot_be_computed_is_said_and_no_number_given(coders: tuple[str, str], why: str) -> None:
    found = agreement(units(*coders))
    assert (found.alpha, found.low, found.high) == (None, None, None)
    assert why in found.why
    assert found.why.startswith("not computable")


CODES = st.lists(st.tuples(st.sampled_from("abc."), st.sampled_from("abc.")), max_size=30)


@given(CODES)
def test_it_does_not_matter_who_is_called_first_nor_in_which_order_events_come(codes: list[tuple[str, str]]) -> None:
    told = [tuple(None if code == "." else code for code in unit) for unit in codes]
    found = agreement(told)
    for other in (agreement([unit[::-1] for unit in told]), agreement(told[::-1])):
        assert (other.units, other.values) == (found.units, found.values)
        assert (other.alpha is None) is (found.alpha is None)
        assert other.alpha is None or math.isclose(other.alpha, found.alpha or 0.0, abs_tol=1e-12)
    assert found.alpha is None or found.alpha <= 1
    assert found.low is None or (found.high is not None and -1.000001 <= found.low <= found.high <= 1)
