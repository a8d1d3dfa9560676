"""Read when things are said to have happened: time expressions and the days they mean.

Expressions are found by a grammar over words (`time_grammar`), counted from the day of publication or from the
last time that the text told (`time_forms`), and joined where they bound one time (`time_ranges`). What the text
and its date do not give stays unresolved.
"""

from __future__ import annotations

import datetime as dt

from reportedly.extract import time_forms as forms
from reportedly.extract import time_relative as relative
from reportedly.extract.mentions import TimeMention
from reportedly.extract.time_calendar import Days, Unit, when
from reportedly.extract.time_forms import Setting
from reportedly.extract.time_ranges import Reading, join
from reportedly.extract.time_scan import Found, joined, scan
from reportedly.extract.time_tense import head_of, is_future
from reportedly.model import Document, Report
from reportedly.plugins import stage

DATE_LINE_WORDS = 12
"""A date line ("ADEN, 3 June 2031 -") is over within so many words of the first paragraph."""

DATE_LINE_ENDS = frozenset("- – — : ( |".split())


@stage(
    version=1,
    reads={"report.text", "report.published", "document.tokens", "document.sentences", "document.names"},
    makes={"mentions.times"},
)
def times(report: Report, document: Document) -> tuple[TimeMention, ...]:
    """Time expressions in text order, with the days they mean. Lengths of time ("for three days") are left out."""
    return tuple(
        TimeMention(start=r.start, end=r.end, head=head_of(document, r.start, r.end), when=when(r.days))
        for r in join(document, [r for r in readings(report, document) if not isinstance(r.form, relative.Duration)])
    )


def readings(report: Report, document: Document) -> tuple[Reading, ...]:
    """Every single expression in text order, lengths of time too, before since, until and ranges are applied."""
    found = tuple(scan(document))
    published = report.published or _date_line(document, found)
    made: list[Reading] = []
    before: Days | None = None
    for each in found:
        near = _near(document, made[-1], each) if made else None
        reading = Reading(each.start, each.end, each.form, _days(document, each, Setting(published=published, before=before, near=near)))
        made.append(reading)
        if each.form.point and reading.days is not None and reading.days.unit <= Unit.YEAR and not _is_since(document, each):
            before = reading.days
    return tuple(made)


def _days(document: Document, found: Found, setting: Setting) -> Days | None:
    future = is_future(document, head_of(document, found.start, found.end))
    setting = Setting(published=setting.published, before=setting.before, near=setting.near, future=future)
    try:
        return found.form.days(setting)
    except (OverflowError, ValueError):
        return None  # outside the years 1 to 9999 that a calendar date can be in


def _is_since(document: Document, found: Found) -> bool:
    """Whether "since" stands before: such a time reaches to the present, and what is told next need not be of its year."""
    return found.start > 0 and document.tokens[found.start - 1].lower == "since"


def _near(document: Document, last: Reading, found: Found) -> Days | None:
    """The time that stands before in the same sentence, where it gives its year to this one too."""
    days, sentence = last.days, document.tokens[last.start].sentence
    if days is None or not days.stated or sentence != document.tokens[found.start].sentence:
        return None
    opening = isinstance(last.form, forms.Years) and last.start - document.sentences[sentence].start <= 1
    return days if opening or joined(document, Found(last.start, last.end, last.form), found) else None


def _date_line(document: Document, found: tuple[Found, ...]) -> dt.date | None:
    """The day that the text's own date line gives, or None."""
    first = next((n for n, s in enumerate(document.sentences) if not s.headline), None)
    if first is None or not found:
        return None
    start, each = document.sentences[first].start, next((f for f in found if document.tokens[f.start].sentence >= first), found[0])
    after = document.tokens[each.end].text if each.end < len(document.tokens) else ""
    if not start <= each.start < start + DATE_LINE_WORDS or after not in DATE_LINE_ENDS or not isinstance(each.form, forms.Date):
        return None
    days = each.form.days(Setting())
    return days.start if days is not None and days.start == days.end else None
