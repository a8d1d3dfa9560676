"""Time expressions in accounts of wars: the reader of times alone, its days written as TIMEX3 values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import scorer
from bench.product import read_rows, write_rows
from reportedly.extract.time_calendar import SEASON_MONTHS, Days, Part, Unit
from reportedly.extract.time_forms import BeforeChrist, Date, Form, MonthDays, Months, Years
from reportedly.extract.time_ranges import Reading
from reportedly.extract.time_relative import Duration, Loose, Loosely, Span, Unclear
from reportedly.extract.times import readings
from reportedly.language.english import English
from reportedly.model import Document, Report

DATA = "bench/wikiwars/dev.jsonl"
PERIODS = {Unit.HOUR: "H", Unit.DAY: "D", Unit.WEEK: "W", Unit.MONTH: "M", Unit.YEAR: "Y", Unit.DECADE: "DE", Unit.CENTURY: "CE"}
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
SEASONS = {SEASON_MONTHS[name]: code for name, code in SEASON_CODES.items()}
HALVES = {Part.FIRST_HALF: "H1", Part.SECOND_HALF: "H2"}
DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
LOOSE = {
    Loosely.PRESENT: "PRESENT_REF",
    Loosely.PAST: "PAST_REF",
    Loosely.FUTURE: "FUTURE_REF",
    Loosely.DAILY: "XXXX-XX-XX",
    Loosely.WEEKLY: "XXXX-WXX",
    Loosely.YEARLY: "XXXX",
    Loosely.NIGHT: "XXXX-XX-XXTNI",
    Loosely.DAYTIME: "XXXX-XX-XXTDT",
}
UNCLEAR = {-1: "PAST_REF", 0: "", 1: "FUTURE_REF"}
BETWEEN = re.compile(r" ?[-–—] ?| (?:to|and|or|until|till|through) ")


def run(data: Path, out: Path) -> dict[str, float]:
    """Write a prediction for each text to `out`; the scorer's figures, if it is there. Texts have no date of their own."""
    texts = read_rows(data)
    reports = [Report(id=row["id"], sha256="0" * 64, file="text", text=row["text"]) for row in texts]
    predictions = [
        {"id": report.id, "timexes": timexes(document, readings(report, document))}
        for report, document in zip(reports, English().parse(reports), strict=True)
    ]
    write_rows(out, predictions)
    module = scorer.beside(data)
    return {} if module is None else dict(scorer.flat(module.score(texts, predictions)))


def timexes(document: Document, found: Sequence[Reading]) -> list[dict[str, str | int]]:
    """Readings as the scorer wants them: both ends of a range are expressions of their own."""
    return [
        {"start": start, "end": end, "type": "DATE", "value": told} for each in found for start, end, told in _expressions(document, each)
    ]


def _expressions(document: Document, reading: Reading) -> Iterator[tuple[int, int, str]]:
    span = document.span(reading.start, reading.end)
    words, days = document.text[span.start : span.end], reading.days
    cut = BETWEEN.search(words) if _is_range(reading) else None
    if cut is None or days is None or days.end is None:
        yield span.start, span.end, value(reading, words)
    else:
        for start, end, day in ((0, cut.start(), days.start), (cut.end(), len(words), days.end)):
            yield span.start + start, span.start + end, calendar_value(Days(start=day, end=day, unit=days.unit, stated=days.stated))


def _is_range(reading: Reading) -> bool:
    form = reading.form
    return (isinstance(form, Date) and form.last_day is not None) or (isinstance(form, Years) and form.unit is Unit.YEAR and form.count > 1)


def value(reading: Reading, words: str = "") -> str:
    """The TIMEX3 value of a reading; "" for a time whose days are not known. `words` tell the part of the day."""
    form, days = reading.form, reading.days
    length = _length(form)
    if length is not None:
        return length
    if isinstance(form, Loose | Unclear | BeforeChrist):
        return _reference(form)
    if days is None:
        return ""
    if isinstance(form, Years) and form.part in HALVES and form.unit is Unit.YEAR:
        return f"{days.start.year:04d}-{HALVES[form.part]}"
    return calendar_value(days) + _day_part(days, words)


def _length(form: Form) -> str | None:
    """How long, of the forms that the scorer's guidelines take for lengths of time."""
    if isinstance(form, Duration | Span):
        amount = "X" if form.amount is None else str(abs(form.amount))
        return ("PT" if form.unit is Unit.HOUR else "P") + amount + PERIODS[form.unit]
    if isinstance(form, MonthDays) and form.length > 1:
        return f"P{form.length // 7}W" if form.length % 7 == 0 else f"P{form.length}D"
    if isinstance(form, Months):
        return f"P{form.count}M"
    return f"P1{PERIODS[form.unit]}" if isinstance(form, Loose) and form.unit is not None else None


def _reference(form: Loose | Unclear | BeforeChrist) -> str:
    if isinstance(form, BeforeChrist):
        later = f"-{form.month:02d}" if form.month is not None else f"-{SEASON_CODES[form.season]}" if form.season is not None else ""
        return f"BC{form.year:04d}{later}"
    return UNCLEAR[form.side] if isinstance(form, Unclear) else LOOSE.get(form.kind, "")


def _day_part(days: Days, words: str) -> str:
    part = next((code for name, code in DAY_PARTS.items() if name in words.lower()), None)
    return f"T{part}" if part is not None and days.unit is Unit.DAY else ""


def calendar_value(days: Days) -> str:
    """The TIMEX3 value of some days, in the unit that the words speak in."""
    start = days.start
    if days.unit is Unit.WEEK:
        year, week, _ = (start + dt.timedelta(days=3)).isocalendar()
        return f"{year:04d}-W{week:02d}"
    if days.unit is Unit.SEASON:
        first = max((month for month in SEASONS if month <= start.month), default=12)
        return f"{start.year:04d}-{SEASONS[first]}"
    length = {Unit.MONTH: 7, Unit.YEAR: 4, Unit.DECADE: 3, Unit.CENTURY: 2}.get(days.unit, 10)
    return start.isoformat()[:length]
