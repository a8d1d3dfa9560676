"""The day that a text gives itself: in its date line, or in the heading above it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.time_forms import Date, Setting
from reportedly.extract.time_scan import Found
from reportedly.extract.time_words import WEEKDAY_NAMES
from reportedly.model import Document, Report

DATE_LINE_WORDS = 12
"""A date line ("ADEN, 3 June 2031 -") is over within so many words of the first paragraph."""

HEADING_WORDS = 60
"""Words at the start of a text in which its heading and its date line stand."""

HEADING_CHARACTERS = 400
"""Characters at the start of a text in which a reference number stands."""

DATE_LINE_ENDS = frozenset("- – — : ( |".split())

DASHES = frozenset("- – — --".split())

PUBLISHING = frozenset("published publication posted updated update".split())
"""Words before the date on which a text was put out."""

LONGEST_STAMP = 3
"""The most words from such a word to its date."""

WEEKDAYS = frozenset([*WEEKDAY_NAMES, *(name[:3] for name in WEEKDAY_NAMES)])

LINE_ENDS = frozenset(["", "\n", "\r", "\u2028", "\u2029"])

LONGEST_PLACE = 8
"""The most words of the place in a date line."""

REFERENCE = re.compile(r"(?<![\w-])(?P<year>19\d\d|20\d\d)[-/](?P<month>0[1-9]|1[0-2])[-/](?=\w)")
"""A reference number that begins with the year and month of its report ("2031-06-S-014")."""


def date_line(report: Report, document: Document, found: Sequence[Found]) -> dt.date | None:
    """The day that a text gives itself, or None.

    A date line comes before a date in the heading. One without a year ("ADEN (3 June)") has that of a full date of
    the same month in the heading, or of a reference number of that month or the one before; else it gives no day.
    """
    heading = [each for each in found if each.start < HEADING_WORDS and isinstance(each.form, Date) and each.form.last_day is None]
    lines = [each for each in heading if _is_line(document, each)]
    named = [each for each in heading if _names_text(document, each)]
    for each in (*lines, *named):
        if isinstance(each.form, Date) and (day := _day(each.form, report, lines + named)) is not None:
            return day
    return None


def _day(form: Date, report: Report, beside: Sequence[Found]) -> dt.date | None:
    year = form.year if isinstance(form.year, int) else None
    if form.year is None:
        given = {f.year for each in beside if isinstance(f := each.form, Date) and isinstance(f.year, int) and f.month == form.month}
        numbers = REFERENCE.finditer(report.text[:HEADING_CHARACTERS])
        given |= {int(m["year"]) for m in numbers if 0 <= form.month - int(m["month"]) <= 1}
        year = given.pop() if len(given) == 1 else None
    days = None if year is None else replace(form, year=year).days(Setting())
    return days.start if days is not None and days.start == days.end else None


def in_date_line(document: Document, found: Found) -> bool:
    """Whether a date tells when the text was written, and not when what it tells of happened."""
    return found.start < HEADING_WORDS and isinstance(found.form, Date) and (_is_line(document, found) or _names_text(document, found))


def _is_line(document: Document, found: Found) -> bool:
    """Whether a date stands in a date line: "KABUL, Afghanistan (June 14)", "ADEN, 3 June 2031 -"."""
    before, after = _text(document, found.start - 1), _text(document, found.end)
    if before == "(" and after == ")":
        return _ends_line(document, found.end + 1) and _opens_line(document, found.start - 1)
    first = next((s.start for s in document.sentences if not s.headline), None)
    if first is None or _is_told(document, found) or not first <= found.start < first + DATE_LINE_WORDS or after not in DATE_LINE_ENDS:
        return False
    return found.start == first or _opens_line(document, found.start)


def _is_told(document: Document, found: Found) -> bool:
    """Whether a preposition stands before a date, so that something is told to have happened then."""
    return found.start > 0 and document.tokens[found.start - 1].tag in {"IN", "TO"}


def _ends_line(document: Document, i: int) -> bool:
    """Whether a dash, a line's end or a sentence's end comes next."""
    last = document.sentences[document.tokens[i - 1].sentence].end
    return i >= last or document.tokens[i].text in DASHES or not document.tokens[i].text.strip()


def _opens_line(document: Document, end: int) -> bool:
    """Whether the words before `end` are a place alone: names from the start of a line on, or from a word in capitals."""
    for i in range(end - 1, max(-1, end - 1 - LONGEST_PLACE), -1):
        word = document.tokens[i].text
        if not word[:1].isupper() and word not in {",", ".", "-"}:
            return False
        if word[:1].isupper() and (_starts_line(document, i) or (word.isupper() and len(word) > 2)):
            return True
    return False


def _starts_line(document: Document, i: int) -> bool:
    before = document.text[: document.span(i, i + 1).start].rstrip(" \xa0\t")[-1:]
    return before in LINE_ENDS or document.sentences[document.tokens[i].sentence].start == i


def _names_text(document: Document, found: Found) -> bool:
    """Whether a heading ends with a date or opens with one and a colon: "Evening update, 3 June 2031", "June 3: …".

    "Bomb kills six on 3 June" tells of what happened.
    """
    if _opens_text(document, found) or _is_stamp(document, found):
        return True
    number = document.tokens[found.start].sentence
    sentence = document.sentences[number]
    if not sentence.headline and not _is_heading(document, number):
        return False
    return (found.end == sentence.end and not _is_told(document, found)) or (
        found.start == sentence.start and _text(document, found.end) == ":"
    )


def _opens_text(document: Document, found: Found) -> bool:
    """Whether a date with its year is the first thing of a text, and no part of its first sentence."""
    full = isinstance(found.form, Date) and isinstance(found.form.year, int)
    after = document.tokens[found.end] if found.end < len(document.tokens) else None
    loose = after is None or (after.pos not in {"VERB", "AUX"} and not after.text[:1].islower() and after.text not in {",", "and"})
    before = document.text[: document.span(found.start, found.end).start].strip(" .,\n").lower()
    return full and loose and (not before or before in WEEKDAYS)


def _is_stamp(document: Document, found: Found) -> bool:
    """Whether a line opens with when its text was put out: "Posted on 3 June 2031", "Last update: 3 June 2031"."""
    words = [document.tokens[i].lower for i in range(max(0, found.start - LONGEST_STAMP), found.start)]
    put_out = next((n for n, word in enumerate(words) if word in PUBLISHING), None)
    if put_out is None or not all(word in {"on", ":", "at"} for word in words[put_out + 1 :]):
        return False
    first = found.start - len(words) + put_out
    return any(_starts_line(document, i) for i in range(max(0, first - 2), first + 1))


def _is_heading(document: Document, number: int) -> bool:
    """Whether a sentence is a paragraph of its own and ends without a stop."""
    sentence = document.sentences[number]
    around = [document.sentences[n] for n in (number - 1, number + 1) if 0 <= n < len(document.sentences)]
    alone = all(other.paragraph != sentence.paragraph for other in around)
    return alone and len(around) > 0 and document.tokens[sentence.end - 1].text[-1:] not in ".?!"


def _text(document: Document, i: int) -> str:
    return document.tokens[i].text if 0 <= i < len(document.tokens) else ""
