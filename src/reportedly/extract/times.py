"""Read when things are said to have happened: time expressions and the days they mean.

Expressions are found by a grammar over words (`time_grammar`), counted from the day of publication or from the
last time that the text told (`time_forms`), and joined where they bound one time (`time_ranges`). What the text
and its date do not give stays unresolved.
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.extract import time_forms as forms
from reportedly.extract import time_relative as relative
from reportedly.extract.mentions import TimeMention
from reportedly.extract.time_calendar import Days, Unit, when
from reportedly.extract.time_dateline import date_line, in_date_line
from reportedly.extract.time_forms import Setting
from reportedly.extract.time_ranges import Reading, join
from reportedly.extract.time_scan import Found, joined, scan
from reportedly.extract.time_story import asides
from reportedly.extract.time_tense import head_of, is_ahead, is_future
from reportedly.model import Document, Report
from reportedly.plugins import stage


@stage(
    version=2,
    reads={"report.text", "report.published", "document.tokens", "document.sentences", "document.names"},
    makes={"mentions.times"},
)
def times(report: Report, document: Document) -> tuple[TimeMention, ...]:
    """Time expressions in text order, with the days they mean.

    Lengths of time ("for three days") are left out, and the date line: it tells when the text was written.
    """
    told = [r for r in readings(report, document) if not isinstance(r.form, relative.Duration | relative.Loose)]
    return tuple(
        TimeMention(start=r.start, end=r.end, head=head_of(document, r.start, r.end), when=when(r.days))
        for r in join(document, [r for r in told if not in_date_line(document, Found(r.start, r.end, r.form))])
    )


def readings(report: Report, document: Document) -> tuple[Reading, ...]:
    """Every single expression in text order, lengths of time too, before since, until and ranges are applied."""
    found = tuple(scan(document))
    setting = Setting(published=report.published or date_line(report, document, found))
    made: list[Reading] = []
    aside = asides(found)
    for n, each in enumerate(found):
        near = _near(document, made[-1], each) if made else None
        future = is_future(document, head_of(document, each.start, each.end))
        setting = replace(setting, near=near, future=future, ahead=is_ahead(document, each.start))
        reading = Reading(each.start, each.end, each.form, _days(each, setting))
        made.append(reading)
        if each.form.point and reading.days is not None and reading.days.unit <= Unit.YEAR and not _is_since(document, each):
            setting = _told(setting, reading.days, aside=n in aside or _looks_away(document, each, setting))
    return tuple(made)


def _days(found: Found, setting: Setting) -> Days | None:
    try:
        return found.form.days(setting)
    except (OverflowError, ValueError):
        return None  # outside the years 1 to 9999 that a calendar date can be in


def _looks_away(document: Document, found: Found, setting: Setting) -> bool:
    """Whether a time is one that the story does not go to: a plan, a limit, or so long before what was told."""
    limit = setting.ahead and document.tokens[found.start - 1].lower != "by"
    return setting.future or limit or (isinstance(found.form, relative.Shifted) and found.form.amount < 0)


def _told(setting: Setting, days: Days, *, aside: bool) -> Setting:
    """What later expressions are counted from once some days were told; a year tells nothing new of a story within it."""
    story = setting.story
    within = story is not None and story.unit < days.unit and days.start <= story.start and story.last <= days.last
    return replace(setting, before=days, story=story if aside or within else days)


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
