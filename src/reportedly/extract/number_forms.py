"""The forms of numbers: digits, words, scales, vague words and ranges, read from lower-case words without their sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.extract.number_words import DASHES, FACTORS, NONE, PLURALS, SCALES, TENS, UNITS, VAGUE

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
LONGEST = 13
"""Characters of a number in digits, at most; longer ones are telephone numbers and the like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Tokens `[start, end)`, hedge included, and the interval they mean.

    `year` is true when the digits could as well be a year (1900 to 2099 without a separator).
    """

    start: int
    end: int
    low: int
    high: int | None
    year: bool = False


def word(words: Sequence[str], i: int) -> str:
    """The word at an index, or "" outside."""
    return words[i] if 0 <= i < len(words) else ""


def single(words: Sequence[str], i: int) -> Number | None:
    """One number that starts at word i, without hedge."""
    opening = word(words, i)
    if opening in NONE and word(words, i + 1) not in {"more", "fewer", "less", "longer"}:
        end = i + 2 if opening == "no" and word(words, i + 1) == "one" else i + 1
        return Number(start=i, end=end, low=0, high=0)
    if DIGITS.fullmatch(opening):
        return _digits(words, i, opening)
    if opening in UNITS or opening in TENS:
        return _spelled(words, i)
    return _plural(words, i) if opening in PLURALS else _vague(words, i)


def _vague(words: Sequence[str], i: int) -> Number | None:
    """`several`, `a few`, `a dozen`."""
    first, after = word(words, i), word(words, i + 1)
    if first in SHARES_OF_SCALE and (share := _share_of_scale(words, i)) is not None:
        return share
    if first in {"a", "an"} and after in FACTORS:
        return _scaled(words, i, i + 1, 1, 1)
    for length, opening in ((1, (first,)), (2, (first, after))):
        if opening in VAGUE:
            return _scaled(words, i, i + length, *VAGUE[opening])
    return None


def _share_of_scale(words: Sequence[str], i: int) -> Number | None:
    """`half a million`, `a quarter of a million`, `quarter of a million`."""
    k = i + (words[i] == "a")
    below = SHARES_OF_SCALE.get(word(words, k))
    end = k + 1 + (word(words, k + 1) == "of")
    scale = FACTORS.get(word(words, end + 1)) if word(words, end) in {"a", "an"} else None
    if not below or scale is None or scale % below:
        return None
    return Number(start=i, end=end + 2, low=scale // below, high=scale // below)


SHARES_OF_SCALE = {"a": 0, "half": 2, "quarter": 4}
"""What divides a scale behind "of"; "a" only opens "a quarter of a million"."""


def _plural(words: Sequence[str], i: int) -> Number | None:
    """`dozens`, `tens of thousands`."""
    low = PLURALS[words[i]]
    if word(words, i + 1) == "of" and (more := PLURALS.get(word(words, i + 2))):
        return Number(start=i, end=i + 3, low=low * more, high=None)
    return None if low == PLURALS["tens"] else Number(start=i, end=i + 1, low=low, high=None)


def _digits(words: Sequence[str], i: int, digits: str) -> Number | None:
    value = float(digits.replace(",", ""))
    if (scale := SCALES.get(word(words, i + 1))) is not None:
        exact = round(value * scale)
        return Number(start=i, end=i + 2, low=exact, high=exact)
    if "." in digits or len(digits) > LONGEST:
        return None
    found = _scaled(words, i, i + 1, int(value), int(value))
    return replace(found, year=len(digits) == 4 and 1900 <= value < 2100 and found.low == value)


def _scaled(words: Sequence[str], start: int, end: int, low: int, high: int | None) -> Number:
    """The number times the `dozen`, `hundred`, `thousand` that follows."""
    while (factor := FACTORS.get(word(words, end))) is not None:
        low, high, end = low * factor, None if high is None else high * factor, end + 1
    return Number(start=start, end=end, low=low, high=high)


def _spelled(words: Sequence[str], i: int) -> Number | None:
    """`twenty-six`, `one hundred and twelve`, `two dozen`."""
    total, group, end, j = 0, 0, i, i
    while (each := word(words, j)) in UNITS or each in TENS or each in SCALES:
        if each in SCALES:
            group = max(group, 1) * SCALES[each]
            total, group = (total + group, 0) if SCALES[each] > 100 else (total, group)
        elif group % 100 and not (group % 10 == 0 and each in UNITS and UNITS[each] < 10 and group % 100 >= 20):
            break
        else:
            group += UNITS.get(each, 0) + TENS.get(each, 0)
        end = j = j + 1
        dash = word(words, j) in DASHES and word(words, j - 1) in TENS and word(words, j + 1) in UNITS
        glue = word(words, j) == "and" and group >= 100 and word(words, j + 1) in UNITS.keys() | TENS.keys()
        j += dash or glue
    return _scaled(words, i, end, total + group, total + group)


def ranged(words: Sequence[str], i: int, first: Number) -> Number | None:
    """`between 10 and 15`, `10 to 15`, `10-15`, `two or three`: the range at word i whose lower end is given."""
    between = word(words, i) == "between"
    if first.high is None or word(words, first.end) not in ({"and"} if between else JOINTS) or word(words, i - 1) == "from":
        return None
    second = single(words, first.end + 1)
    if second is None or second.high is None or second.low <= first.low:
        return None
    if first.year and second.year:
        return None
    low = first.low * _shared_scale(first, second)
    return Number(start=i, end=second.end, low=low, high=second.high) if low < second.high else None


JOINTS = DASHES | {"to", "or"}


def _shared_scale(first: Number, second: Number) -> int:
    """`two to three thousand`: 1000, since the first number is too small to stand alone."""
    fits = [scale for scale in (1_000_000, 1000, 100) if second.low % scale == 0 and second.end - second.start > 1]
    return fits[0] if fits and first.low < 100 else 1
