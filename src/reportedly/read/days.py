"""Publication dates: written out in full (day, month and year), or not read at all. Never the clock."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"
WRITTEN = rf"(?:{DAY}[ -](?:of )?{MONTH},?[ -]{YEAR}|{MONTH} {DAY},? {YEAR}|{YEAR} {MONTH} {DAY})(?!\d)"
ISO = rf"{YEAR}-\d\d-\d\d(?!\d)"
NUMERIC = rf"\d{{1,2}}(?P<mark>[./-])\d{{1,2}}(?P=mark){YEAR}(?!\d)"
DATE = rf"(?:{WEEKDAY},? )?(?:{WRITTEN}|{ISO})"
"""A date with day, month and year, with or without its weekday. For use with re.IGNORECASE."""

PARTS = (
    re.compile(rf"(?P<d>{DAY})[ -](?:of )?(?P<m>{MONTH}),?[ -](?P<y>{YEAR})(?!\d)", re.IGNORECASE),
    re.compile(rf"(?P<m>{MONTH}) (?P<d>{DAY}),? (?P<y>{YEAR})(?!\d)", re.IGNORECASE),
    re.compile(rf"(?P<y>{YEAR}) (?P<m>{MONTH}) (?P<d>{DAY})(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\d)(?P<y>{YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
)
COMPACT = re.compile(rf"(?P<y>{YEAR})(?P<m>\d\d)(?P<d>\d\d)(?:T\d.*)?")
SLASHED = re.compile(rf"(?P<y>{YEAR})[/.](?P<m>\d\d?)[/.](?P<d>\d\d?)")
TWO_WAY = re.compile(rf"(?P<a>\d{{1,2}})(?P<mark>[./-])(?P<b>\d{{1,2}})(?P=mark)(?P<y>{YEAR})(?:[ T,].*)?")
IN_ADDRESS = re.compile(rf"[/_-](?P<y>{YEAR})(?P<mark>[/-])(?P<m>\d\d)(?P=mark)(?P<d>\d\d)(?=[/_.-]|$)")
COMPACT_IN_ADDRESS = re.compile(rf"/(?P<y>{YEAR})(?P<m>\d\d)(?P<d>\d\d)(?=/|$)")
IN_ADDRESS_WORDS = re.compile(rf"/(?P<y>{YEAR})/(?P<m>{MONTH})/(?P<d>\d\d?)(?=/|$)", re.IGNORECASE)
STRICT = {
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "RETURN_AS_TIMEZONE_AWARE": False,
}


def first_date(text: str) -> dt.date | None:
    """The first date that stands in `text` with day, month and year: "Published 23 June 2031, 10:15"."""
    found = min((m for m in (part.search(text) for part in PARTS) if m), key=re.Match.start, default=None)
    return _made(found) if found else None


def read_date(value: str) -> dt.date | None:
    """A column's, a header's or a page's date, or None when it is not one whole date of the past or coming century.

    A date of numbers alone that could be read two ways ("03-04-2031") is not read;
    "23-04-2031" is, since there is no 23rd month. Times and time zones are passed over: the day is as written.
    """
    value = " ".join(value.split())
    if found := first_date(value):
        return found
    for form in (COMPACT, SLASHED):
        if match := form.fullmatch(value):
            return _made(match)
    if match := TWO_WAY.fullmatch(value):
        return _one_way(int(match["a"]), int(match["b"]), int(match["y"]))
    if len(value) > 80 or not re.search(YEAR, value) or not re.search(MONTH, value, re.IGNORECASE):
        return None
    return _in_other_words(value)


def address_date(url: str) -> dt.date | None:
    """The day in a web address: ".../2031/05/31/story", ".../2031-05-31-story", ".../2031/may/31/story"."""
    path = re.split(r"[?#]", url, maxsplit=1)[0]
    found = IN_ADDRESS.search(path) or IN_ADDRESS_WORDS.search(path) or COMPACT_IN_ADDRESS.search(path)
    return _made(found) if found else None


def _made(match: re.Match[str]) -> dt.date | None:
    month = match["m"].lower().rstrip(".")
    day = re.sub(r"\D", "", match["d"])
    return _day(int(match["y"]), MONTHS.get(month) or int(month), int(day))


def _one_way(a: int, b: int, year: int) -> dt.date | None:
    readings = {day for day in (_day(year, b, a), _day(year, a, b)) if day is not None}
    return readings.pop() if len(readings) == 1 else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:  # no such day: a date that is none is not read
        return None


def _in_other_words(value: str) -> dt.date | None:
    import dateparser  # noqa: PLC0415  (takes 0.1 s, and few dates need it)

    found = dateparser.parse(value, languages=["en"], settings=STRICT)
    return found.date() if found else None
