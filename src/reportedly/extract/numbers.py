"""Find numbers as reports write them: digits, words, ranges, vague words, and the hedges before them.

How wording becomes an interval (both ends inclusive):

    12 · twelve · a dozen · 1.2 million         the number itself
    at least, more than, over, upwards of 12    12 and up, as the field codes it
    up to, at most, as many as 12               1 to 12
    fewer than, less than, under 12             1 to 11
    about, around, nearly, some 12              12 (the wording keeps the hedge)
    between 10 and 15 · 10 to 15 · 10-15        10 to 15
    dozens · scores · hundreds · thousands      12 · 20 · 100 · 1,000 and up (ACLED's codebook takes 12 for "dozens")
    several · a few · numerous                  3 and up
    multiple · a number of                      2 and up
    no · none · zero                            0

Years, dates, ages, shares, money, ordinals and the numbers inside names (Su-24, Brigade 47, two-day) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import Token

UNITS = {word: n for n, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen".split()
)}  # fmt: skip
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
PLURALS = {"dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1000, "millions": 1_000_000}
VAGUE = {
    ("several",): (3, None),
    ("numerous",): (3, None),
    ("multiple",): (2, None),
    ("a", "number"): (2, None),
    ("a", "few"): (3, None),
    ("a", "handful"): (3, None),
    ("a", "couple"): (2, 2),
    ("a", "pair"): (2, 2),
}
NONE = frozenset({"no", "none", "zero", "nobody"})

AT_LEAST, AT_MOST, BELOW, SAME = "at least", "at most", "below", "same"
HEDGES: dict[tuple[str, ...], str] = {
    tuple(words.split()): bound
    for bound, phrases in {
        AT_LEAST: "at least|more than|over|no fewer than|no less than|not less than|not fewer than|a minimum of|upwards of"
        "|upward of|in excess of|well over|just over|above|at the very least|greater than",
        AT_MOST: "up to|at most|no more than|not more than|as many as|a maximum of|as much as",
        BELOW: "fewer than|less than|under|just under|below",
        SAME: "about|around|nearly|almost|some|roughly|approximately|close to|an estimated|estimated|~|another|a further|further"
        "|an additional|additional|other|only|just|all|a total of|a group of|exactly|the other",
    }.items()
    for words in phrases.split("|")
}
LONGEST_HEDGE = max(map(len, HEDGES))
DASHES = frozenset("-–—‑")
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
NUMBERED = frozenset(
    "age aged ages resolution brigade battalion division unit regiment corps no. no number highway route flight article chapter page "
    "channel phase day boeing block # $ € £ ¥ us$ camp level group room apartment grade section paragraph law protocol".split()
)
SHARES = frozenset({"%", "percent", "per", "pc", "pct", "°", "$", "am", "pm", "a.m.", "p.m.", ":", "st", "nd", "rd", "th"})


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


def numbers(tokens: Sequence[Token]) -> tuple[Number, ...]:
    """All numbers of a text, in text order. Takes time in proportion to its length."""
    found: list[Number] = []
    i = 0
    while i < len(tokens):
        number = _range(tokens, i) or _single(tokens, i)
        if number is None or _named(tokens, number):
            i = number.end if number else i + 1
            continue
        hedged = _hedged(tokens, number, after=found[-1].end if found else 0)
        found.append(hedged)
        i = hedged.end
    return tuple(found)


def _word(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].text.lower() if 0 <= i < len(tokens) else ""


def _glued(tokens: Sequence[Token], i: int) -> bool:
    """Whether token i follows the one before it without a space."""
    return 0 < i < len(tokens) and tokens[i - 1].end == tokens[i].start


def _single(tokens: Sequence[Token], i: int) -> Number | None:
    """One number that starts at token i, without hedge."""
    word = _word(tokens, i)
    if word in NONE and _word(tokens, i + 1) not in {"more", "fewer", "less", "longer"}:
        end = i + 2 if word == "no" and _word(tokens, i + 1) == "one" else i + 1
        return Number(start=i, end=end, low=0, high=0)
    if DIGITS.fullmatch(word):
        return _digits(tokens, i, word)
    if word in UNITS or word in TENS:
        return _spelled(tokens, i)
    return _plural(tokens, i) if word in PLURALS else _vague(tokens, i)


def _vague(tokens: Sequence[Token], i: int) -> Number | None:
    """`several`, `a few`, `a dozen`."""
    word, after = _word(tokens, i), _word(tokens, i + 1)
    if word in {"a", "an"} and (after in SCALES or after == "dozen"):
        return _scaled(tokens, i, i + 1, 1, 1)
    for words, (low, high) in VAGUE.items():
        if words in {(word,), (word, after)}:
            return _scaled(tokens, i, i + len(words), low, high)
    return None


def _plural(tokens: Sequence[Token], i: int) -> Number | None:
    """`dozens`, `tens of thousands`."""
    low = PLURALS[_word(tokens, i)]
    if _word(tokens, i + 1) == "of" and (more := PLURALS.get(_word(tokens, i + 2))):
        return Number(start=i, end=i + 3, low=low * more, high=None)
    return None if low == PLURALS["tens"] else Number(start=i, end=i + 1, low=low, high=None)


def _digits(tokens: Sequence[Token], i: int, word: str) -> Number | None:
    value = float(word.replace(",", ""))
    if _word(tokens, i + 1) in SCALES:
        exact = round(value * SCALES[_word(tokens, i + 1)])
        return Number(start=i, end=i + 2, low=exact, high=exact)
    if "." in word or len(word) > 13:
        return None
    year = len(word) == 4 and 1900 <= value < 2100
    found = _scaled(tokens, i, i + 1, int(value), int(value))
    return Number(start=found.start, end=found.end, low=found.low, high=found.high, year=year and found.low == value)


def _scaled(tokens: Sequence[Token], start: int, end: int, low: int, high: int | None) -> Number:
    """The number times the `dozen`, `hundred`, `thousand` that follows."""
    while (factor := (SCALES | {"dozen": 12}).get(_word(tokens, end))) is not None:
        low, high, end = low * factor, None if high is None else high * factor, end + 1
    return Number(start=start, end=end, low=low, high=high)


def _spelled(tokens: Sequence[Token], i: int) -> Number | None:
    """`twenty-six`, `one hundred and twelve`, `two dozen`."""
    total, group, end, j = 0, 0, i, i
    while (word := _word(tokens, j)) in UNITS or word in TENS or word in SCALES:
        if word in SCALES:
            group = max(group, 1) * SCALES[word]
            total, group = (total + group, 0) if SCALES[word] > 100 else (total, group)
        elif group % 100 and not (group % 10 == 0 and word in UNITS and UNITS[word] < 10 and group % 100 >= 20):
            break
        else:
            group += UNITS.get(word, 0) + TENS.get(word, 0)
        end = j = j + 1
        dash = _word(tokens, j) in DASHES and _word(tokens, j - 1) in TENS and _word(tokens, j + 1) in UNITS
        glue = _word(tokens, j) == "and" and group >= 100 and _word(tokens, j + 1) in UNITS.keys() | TENS.keys()
        j += dash or glue
    if end == i:
        return None
    return _scaled(tokens, i, end, total + group, total + group)


def _range(tokens: Sequence[Token], i: int) -> Number | None:
    """`between 10 and 15`, `10 to 15`, `10-15`, `two or three`."""
    between = _word(tokens, i) == "between"
    first = _single(tokens, i + between)
    if first is None or first.high is None:
        return None
    joints = {"and"} if between else DASHES | {"to", "or"}
    if _word(tokens, first.end) not in joints or _word(tokens, i - 1) == "from":
        return None
    second = _single(tokens, first.end + 1)
    if second is None or second.high is None or second.low <= first.low or second.end == first.end + 1 == i:
        return None
    if first.year and second.year:
        return None
    low = first.low * _shared_scale(first, second)
    return Number(start=i, end=second.end, low=low, high=second.high) if low < second.high else None


def _shared_scale(first: Number, second: Number) -> int:
    """`two to three thousand`: 1000, since the first number is too small to stand alone."""
    fits = [scale for scale in (1_000_000, 1000, 100) if second.low % scale == 0 and second.end - second.start > 1]
    return fits[0] if fits and first.low < 100 else 1


def _named(tokens: Sequence[Token], number: Number) -> bool:
    """Whether the number is a date, an age, a share, an amount of money or part of a name."""
    start, end = number.start, number.end
    before, after, first = _word(tokens, start - 1), _word(tokens, end), tokens[start]
    labelled = before in NUMBERED and number.low > 0 and not (before in {"no", "group", "unit", "division"} and first.text[0].isalpha())
    second_age = before in {"and", "or", "to"} and _word(tokens, start - 3) in {"aged", "ages", "age"}
    share = after in SHARES or first.entity in {"MONEY", "PERCENT", "ORDINAL"}
    dashed_before = before in DASHES and _glued(tokens, start) and _glued(tokens, start - 1)
    dashed_after = after in DASHES and _glued(tokens, end) and _glued(tokens, end + 1)
    torn = _glued(tokens, end) and after[0].isdigit()
    dated = first.text[0].isdigit() and (_month(tokens, start - 1) or _month(tokens, end))
    return labelled or second_age or share or dashed_before or dashed_after or torn or dated


def _month(tokens: Sequence[Token], i: int) -> bool:
    return 0 <= i < len(tokens) and tokens[i].text[:1].isupper() and tokens[i].text.lower().rstrip(".") in MONTHS


def _hedged(tokens: Sequence[Token], number: Number, *, after: int) -> Number:
    """The number with the hedges before it (`at least another 12`) and after it (`12 or more`)."""
    start, low, high = number.start, number.low, number.high
    while found := _hedge(tokens, start, after):
        start, bound = found
        low, high = _bounded(bound, low, high)
    end = number.end
    if (_word(tokens, end), _word(tokens, end + 1)) == ("or", "more"):
        end, high = end + 2, None
    elif _word(tokens, end) == "+":
        end, high = end + 1, None
    return Number(start=start, end=end, low=low, high=high, year=number.year and start == number.start)


def _hedge(tokens: Sequence[Token], start: int, after: int) -> tuple[int, str] | None:
    for length in range(min(LONGEST_HEDGE, start - after), 0, -1):
        words = tuple(_word(tokens, k) for k in range(start - length, start))
        if words in HEDGES and tokens[start - length].sentence == tokens[start].sentence:
            return start - length, HEDGES[words]
    return None


def _bounded(bound: str, low: int, high: int | None) -> tuple[int, int | None]:
    if bound == AT_LEAST:
        return low, None
    if bound == AT_MOST and high is not None:
        return min(1, high), high
    if bound == BELOW and high is not None and high > 0:
        return min(1, high - 1), high - 1
    return low, high
