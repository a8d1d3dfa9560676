"""The words that time expressions are made of, as numbers, and as pieces of patterns."""

from __future__ import annotations

import re

from reportedly.extract.time_calendar import Part, Unit

MONTH_NAMES = "january february march april may june july august september october november december".split()
WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
UNITS = {
    "minute": Unit.HOUR,
    "hour": Unit.HOUR,
    "day": Unit.DAY,
    "night": Unit.DAY,
    "morning": Unit.DAY,
    "afternoon": Unit.DAY,
    "evening": Unit.DAY,
    "week": Unit.WEEK,
    "fortnight": Unit.WEEK,
    "month": Unit.MONTH,
    "season": Unit.SEASON,
    "spring": Unit.SEASON,
    "summer": Unit.SEASON,
    "autumn": Unit.SEASON,
    "winter": Unit.SEASON,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
    "centurie": Unit.CENTURY,
}
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
    "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
NUMBERS = (
    {word: n for n, word in enumerate(ONES)}
    | {word: 10 * n for n, word in enumerate(TENS, 2)}
    | {f"{ten}-{one}": 10 * n + m for n, ten in enumerate(TENS, 2) for m, one in enumerate(ONES[1:10], 1)}
    | {"a": 1, "an": 1}
)
PARTS = {
    "early": Part.EARLY,
    "beginning": Part.EARLY,
    "start": Part.EARLY,
    "opening": Part.EARLY,
    "mid": Part.MID,
    "middle": Part.MID,
    "late": Part.LATE,
    "later part": Part.LATE,
    "latter part": Part.LATE,
    "end": Part.LATE,
    "close": Part.LATE,
    "first half": Part.FIRST_HALF,
    "second half": Part.SECOND_HALF,
    "latter half": Part.SECOND_HALF,
    "first quarter": Part.QUARTER_1,
    "second quarter": Part.QUARTER_2,
    "third quarter": Part.QUARTER_3,
    "fourth quarter": Part.QUARTER_4,
    "last quarter": Part.QUARTER_4,
    "final quarter": Part.QUARTER_4,
}
FIXED_DAYS = {
    "new year 's day": (1, 1),
    "valentine 's day": (2, 14),
    "may day": (5, 1),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year 's eve": (12, 31),
}
"""Days that fall on the same date every year, in the international calendar."""

FEASTS = r"ramadan|eid [au]l ?- ?fitr|eid [au]l ?- ?adha|ashura|arbaeen"
"""Feasts whose days the Islamic calendar gives, to a day or so."""

MOVING_DAYS = "eid|nowruz|easter sunday|easter monday|easter|good friday|passover|yom kippur|diwali|orthodox christmas"
"""Festivals whose date changes by year or church, or which are not named in full: named, never computed."""

DAY_PART = r"(?:morning|afternoon|evening|night|dawn|dusk|daybreak|sunrise|sunset|nightfall|noon|midday|midnight)"
HYPHEN = r" ?[-–—] ?"
NUMBER = (
    r"(?:\d{1,3}|" + "|".join(rf"{t}(?: ?- ?(?:{'|'.join(ONES[1:10])}))?" for t in TENS) + "|" + "|".join(reversed(ONES[1:])) + r"|an|a)"
)
VAGUE = r"(?:(?:a )?(?:few|couple of|couple|number of)|several|many|some|numerous|various|dozens of)"
UNIT = r"(?:minute|hour|day|night|week|fortnight|month|year|decade|centurie|century)"
YEAR = r"(?:1\d{3}|20\d{2})"
_ABBREVIATED = r"Jan\.?|Feb\.?|(?-i:Mar\.)|Apr\.?|(?-i:Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
MONTH = (
    r"(?:January|February|(?-i:March|MARCH)|April|(?-i:May|MAY)|June|July|(?-i:August|AUGUST)|September|October|November|December|"
    + _ABBREVIATED
    + ")"
)
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?-i:Mon|Tues?|Wed|Thurs?|Fri)\.)"
DAY_NUMBER = r"(?:[12]\d|3[01]|0?[1-9])(?: ?(?:st|nd|rd|th)\b)?"
DAY_ORDINAL = "(?:" + "|".join(sorted((o.replace("-", " ?- ?") for o in ORDINALS), key=len, reverse=True)) + ")"
PART = (
    r"(?:(?:the )?(?:very )?(?:early|late)(?: part)?(?: of| in)?(?: the)? |(?:earlier|later) in (?:the )?|"
    r"(?:the )?(?:very )?(?:(?:middle|beginning|start|opening|end|close|(?:first|second|latter) half|"
    r"(?:first|second|third|fourth|last|final) quarter|(?:early|later|latter) part) of(?: the)?|(?:first|second|latter) half in) |"
    r"(?:the )?mid ?-? ?(?:of )?|(?:the )?late ?- ?|(?:the )?early ?- ?)"
)
PART_WORD = re.compile(
    r"\b(?:(?:first|second|latter) half|\w+ quarter|early|beginning|start|opening|mid(?:dle)?|late|later part|latter part|end|close)\b"
)


def month_number(word: str) -> int:
    """1 to 12, of a full or shortened name in any case."""
    return next(n for n, name in enumerate(MONTH_NAMES, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def weekday_number(word: str) -> int:
    """0 (Monday) to 6, of a full or shortened name in any case."""
    return next(n for n, name in enumerate(WEEKDAY_NAMES) if name.startswith(word.lower()[:3]))


def number(words: str) -> int:
    """A number in digits or words ("12", "twenty - four", "a")."""
    plain = words.lower().replace(" ", "")
    return int(plain) if plain.isdigit() else NUMBERS[plain]


def day_number(words: str) -> int:
    """A day of a month ("3", "3rd", "third")."""
    plain = words.lower().replace(" ", "")
    return ORDINALS.index(plain) + 1 if plain in ORDINALS else int(re.sub(r"\D", "", plain))


def part(words: str | None) -> Part | None:
    """Which part of a time some words mean; None for no words."""
    found = PART_WORD.search(words.lower()) if words else None
    return None if found is None else PARTS[found.group()]


def unit(word: str) -> Unit:
    """The unit that a noun names, singular or plural."""
    return UNITS[word.lower().removesuffix("s")]
