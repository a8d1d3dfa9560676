"""The rules that make one number, or one range, of the numbers that stand.

Each takes numbers of one group of people (see `candidates.toll`) that somebody asserts and nobody denies, or only those that a reviewer
accepted. None of them gives a number that nobody gives: what is chosen is always an end of somebody's interval.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.model import Count
from reportedly.reconcile.rules.candidates import Number, current
from reportedly.reconcile.rules.estimate import Estimate

WORDS = {"tens": 10, "dozens": 12, "hundreds": 100, **dict.fromkeys(("several", "many", "few", "numerous", "multiple"), 3)}
"""What ACLED codes where a report has only a word. "Several", "many" and "few" are 3 in a small happening and 10 in a large one; how large
it was no report says in so many words, so the lower stands."""

_SIZES = re.compile(
    r"\b(?:tens|dozens?|scores?|hundreds?|thousands?|millions?|several|many|few|numerous|multiple|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b|\d"
)

HEDGED = re.compile(r"\b(?:about|around|nearly|almost|some|roughly|approximately|close to|estimated|perhaps|maybe)\b|~", re.IGNORECASE)
"""Words by which an exact number is said to be a round one."""


def acled(numbers: Sequence[Number]) -> Estimate:
    """ACLED's one number of the dead: the lowest, with words coded as numbers.

    * Of numbers that differ the lowest; of an interval its lower end ("at least 12" is 12, "10 to 15" is 10).
    * A number that its own origin has since replaced is left out: ACLED revises, upwards or downwards.
    * "Tens" is 10, "dozens" 12, "hundreds" 100, "several", "many" and "few" 3 (see `WORDS`); such a word is passed over where somebody
      gives a number that it can mean.
    * ACLED's column holds one number and no range, so `low`, `best` and `high` are the same: `high` is no upper end that anybody gave.

    What only a person can judge, that a higher number is better corroborated, is left to the reviewer: the accepted value is then the
    number. Two things differ on purpose: where nobody gives a number ACLED writes 0, and here nothing stands, since 0 is a value; and a
    total over several days or places is not shared out among them. ACLED counts the dead only; other people are counted in the same way.

    Source: ACLED's codebook and its FAQ on fatalities (acleddata.com), in our own words.
    """
    given = current(numbers)
    words = {id(each) for each in given if _word(each.count) is not None}
    figures = [each for each in given if id(each) not in words]
    left = [each for each in given if id(each) not in words or not any(_can_mean(each.count, figure.count) for figure in figures)]
    number = min(each.count.low if (coded := _word(each.count)) is None else coded for each in left)
    return Estimate(low=number, best=number, high=number)


def _word(count: Count) -> int | None:
    """What ACLED codes for a number that is one word of `WORDS` and nothing more exact."""
    found = _SIZES.findall(count.wording.lower())
    return WORDS.get(found[0]) if len(found) == 1 and count.low != count.high else None


def _can_mean(vague: Count, figure: Count) -> bool:
    return figure.low >= (_word(vague) or vague.low)


def airwars(numbers: Sequence[Number]) -> Estimate:
    """Airwars' range: the least and the greatest number that anybody gives, replaced ones included.

    An open end is the number that it starts at, as long as somebody else gives an upper end; where nobody does, `high` is None.
    `best` is the least here and is taken away in the end (see `RULES`): Airwars names none.

    Source: Airwars, Methodology (airwars.org/about/methodology), in our own words: each incident has a minimum and a maximum.
    """
    counts = [each.count for each in numbers]
    least = min(count.low for count in counts)
    tops = [count.high for count in counts if count.high is not None]
    return Estimate(low=least, best=least, high=max([*tops, *(count.low for count in counts)]) if tops else None)


def most_origins(numbers: Sequence[Number]) -> Estimate:
    """The number that the most independent origins give; of equals the more exact one, then the lower.

    It stands alone, without the range of the others. A number that its own origin has since replaced is left out.
    """
    return _as_given(min(current(numbers), key=lambda each: (-each.origins, *_vagueness(each))))


def most_precise(numbers: Sequence[Number]) -> Estimate:
    """The narrowest number: an exact one, then an interval, then an open one ("at least 12").

    Of equally narrow ones that without "about" or the like, then that with the most origins, then the lower. A number that its own origin
    has since replaced is left out.
    """
    return _as_given(min(current(numbers), key=lambda each: (*_vagueness(each)[:2], -each.origins, each.count.low)))


def _vagueness(each: Number) -> tuple[float, bool, int]:
    """How wide an interval is, whether its words make it rounder than it looks, and then its size."""
    width = float("inf") if each.count.high is None else each.count.high - each.count.low
    return width, HEDGED.search(each.count.wording) is not None, each.count.low


def latest(numbers: Sequence[Number]) -> Estimate:
    """The number that came out last, by the day of its first publication; printing it again does not make it new.

    Numbers of undated reports come before all others. Of one day that with the most origins, then the lower; a number that its own origin
    has since replaced is left out.
    """
    return _as_given(min(current(numbers), key=_age))


def _age(each: Number) -> tuple[int, int, int]:
    return (0 if each.first is None else -each.first.toordinal()), -each.origins, each.count.low


def _as_given(chosen: Number) -> Estimate:
    return Estimate(low=chosen.count.low, best=chosen.count.low, high=chosen.count.high)
