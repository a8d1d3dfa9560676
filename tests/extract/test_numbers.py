"""Numbers as words and digits, without any sentence around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.number_words import TENS, UNITS
from reportedly.extract.numbers import numbers
from reportedly.model import Token


def tokens(text: str) -> list[Token]:
    found: list[Token] = []
    start = 0
    for i, word in enumerate(text.split(" ")):
        found.append(Token(i, start, start + len(word), word, word.lower(), "NUM", "CD", "dep", i, "", 0))
        start += len(word) + 1
    return found


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("twelve", 12, 12),
        ("one hundred and twelve", 112, 112),
        ("two thousand three hundred", 2300, 2300),
        ("a dozen", 12, 12),
        ("dozens", 12, None),
        ("scores", 20, None),
        ("tens of thousands", 10_000, None),
        ("hundreds", 100, None),
        ("a few", 3, None),
        ("a couple", 2, 2),
        ("at least another 12", 12, None),
        ("no fewer than 12", 12, None),
        ("no more than 12", 1, 12),
        ("12 or more", 12, None),
        ("two or three", 2, 3),
        ("two to three thousand", 2000, 3000),
        ("no one", 0, 0),
        ("1,200", 1200, 1200),
        ("half a million", 500_000, 500_000),
        ("half a dozen", 6, 6),
        ("a quarter of a million", 250_000, 250_000),
        ("more than half a million", 500_000, None),
    ],
)
def test_wording_becomes_an_interval(text: str, low: int, high: int | None) -> None:
    (number,) = numbers(tokens(text))
    assert (number.low, number.high) == (low, high)
    assert (number.start, number.end) == (0, len(text.split(" ")))


@pytest.mark.parametrize("text", ["May 12", "aged 12", "12 percent", "$ 12", "Resolution 2254", "12.5", "half", "a quarter of"])
def test_dates_ages_shares_and_names_are_left_out(text: str) -> None:
    assert numbers(tokens(text)) == ()


def test_two_years_with_a_dash_are_no_range() -> None:
    assert all(number.low == number.high for number in numbers(tokens("2031 – 2032")))


@given(st.integers(0, 10**9))
def test_digits_mean_themselves_with_and_without_separators(n: int) -> None:
    for text in (str(n), f"{n:,}"):
        (number,) = numbers(tokens(text))
        assert number.low == number.high == n


@given(st.sampled_from(sorted(TENS)), st.sampled_from([word for word, n in sorted(UNITS.items()) if 0 < n < 10]))
def test_a_ten_and_a_unit_are_added(ten: str, unit: str) -> None:
    (number,) = numbers(tokens(f"{ten} {unit}"))
    assert number.low == number.high == TENS[ten] + UNITS[unit]
