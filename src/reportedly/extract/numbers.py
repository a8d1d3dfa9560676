"""Find numbers as reports write them: digits, words, ranges, vague words, and the hedges before them.

How wording becomes an interval (both ends inclusive):

    12 · twelve · a dozen · 1.2 million         the number itself
    at least, more than, over, upwards of 12    12 and up, as the field codes it
    up to, at most, as many as 12               1 to 12
    fewer than, less than, under 12             1 to 11
    about, around, nearly, some 12              12 (the wording keeps the hedge)
    between 10 and 15 · 10 to 15 · 10-15        10 to 15
    dozens · scores · hundreds · thousands      12 · 20 · 100 · 1,000 and up (ACLED's codebook takes 12 for "dozens")
    several · a few · numerous · multiple       3 and up (so does ACLED's codebook)
    a number of                                 3 and up
    no · none · zero                            0

Years, dates, ages, shares, money, ordinals and the numbers inside names (Su-24, Brigade 47, two-day) are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.number_forms import Number, ranged, single, word
from reportedly.extract.number_words import (
    AFTER_ARTICLE,
    AT_LEAST,
    AT_MOST,
    BELOW,
    DASHES,
    HEDGES,
    LAST_OF_HEDGE,
    LONGEST_HEDGE,
    MONTHS,
    NUMBERED,
    OPENING,
    SHARES,
)
from reportedly.model import Token


def numbers(tokens: Sequence[Token]) -> tuple[Number, ...]:
    """All numbers of a text that can count something, in text order. Takes time in proportion to its length."""
    words = [token.text.lower() for token in tokens]
    found: list[Number] = []
    done = 0
    for i, opening in enumerate(words):
        if i < done or not (
            opening in OPENING or opening[:1].isdigit() or (opening in {"a", "an"} and word(words, i + 1) in AFTER_ARTICLE)
        ):
            continue
        first = single(words, i + (opening == "between"))
        number = None if first is None else ranged(words, i, first) or (None if opening == "between" else first)
        if number is None:
            continue
        if not _named(tokens, words, number):
            number = _hedged(tokens, words, number, after=found[-1].end if found else 0)
            found.append(number)
        done = number.end
    return tuple(found)


def _glued(tokens: Sequence[Token], i: int) -> bool:
    """Whether token i follows the one before it without a space."""
    return 0 < i < len(tokens) and tokens[i - 1].end == tokens[i].start


def _named(tokens: Sequence[Token], words: Sequence[str], number: Number) -> bool:
    """Whether the number is a date, an age, a share, an amount of money or part of a name."""
    start, end = number.start, number.end
    before, after, first = word(words, start - 1), word(words, end), tokens[start]
    labelled = before in NUMBERED and number.low > 0 and not (before in {"no", "group", "unit", "division"} and first.text[0].isalpha())
    second_age = before in {"and", "or", "to"} and word(words, start - 3) in {"aged", "ages", "age"}
    share = after in SHARES or first.entity in {"MONEY", "PERCENT", "ORDINAL"}
    dashed_before = before in DASHES and _glued(tokens, start) and _glued(tokens, start - 1)
    dashed_after = after in DASHES and _glued(tokens, end) and _glued(tokens, end + 1)
    torn = _glued(tokens, end) and after[0].isdigit()
    dated = first.text[0].isdigit() and (_month(tokens, start - 1) or _month(tokens, end))
    return labelled or second_age or share or dashed_before or dashed_after or torn or dated


def _month(tokens: Sequence[Token], i: int) -> bool:
    return 0 <= i < len(tokens) and tokens[i].text[:1].isupper() and tokens[i].text.lower().rstrip(".") in MONTHS


def _hedged(tokens: Sequence[Token], words: Sequence[str], number: Number, *, after: int) -> Number:
    """The number with the hedges before it (`at least another 12`) and after it (`12 or more`)."""
    start, low, high = number.start, number.low, number.high
    while found := _hedge(tokens, words, start, after):
        start, bound = found
        low, high = _bounded(bound, low, high)
    end = number.end
    if (word(words, end), word(words, end + 1)) == ("or", "more"):
        end, high = end + 2, None
    elif word(words, end) == "+":
        end, high = end + 1, None
    return replace(number, start=start, end=end, low=low, high=high, year=number.year and start == number.start)


def _hedge(tokens: Sequence[Token], words: Sequence[str], start: int, after: int) -> tuple[int, str] | None:
    if word(words, start - 1) not in LAST_OF_HEDGE:
        return None
    for length in range(min(LONGEST_HEDGE, start - after), 0, -1):
        bound = HEDGES.get(tuple(words[start - length : start]))
        if bound is not None and tokens[start - length].sentence == tokens[start].sentence:
            return start - length, bound
    return None


def _bounded(bound: str, low: int, high: int | None) -> tuple[int, int | None]:
    if bound == AT_LEAST:
        return low, None
    if bound == AT_MOST and high is not None:
        return min(1, high), high
    if bound == BELOW and high is not None and high > 0:
        return min(1, high - 1), high - 1
    return low, high
