"""Time expressions in accounts of wars: the reader of times alone, its days written as TIMEX3 values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from bench import scorer
from bench.product import read_rows, write_rows
from reportedly.extract.time_calendar import SEASON_MONTHS, Days, Unit
from reportedly.extract.time_ranges import Reading
from reportedly.extract.time_relative import Duration, Span
from reportedly.extract.times import readings
from reportedly.language.english import English
from reportedly.model import Document, Report

DATA = "bench/wikiwars/dev.jsonl"
PERIODS = {Unit.HOUR: "H", Unit.DAY: "D", Unit.WEEK: "W", Unit.MONTH: "M", Unit.YEAR: "Y", Unit.DECADE: "DE", Unit.CENTURY: "CE"}
SEASONS = {SEASON_MONTHS[name]: code for name, code in (("spring", "SP"), ("summer", "SU"), ("autumn", "FA"), ("winter", "WI"))}


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
    """Readings as the scorer wants them."""
    spans = [document.span(each.start, each.end) for each in found]
    return [{"start": s.start, "end": s.end, "type": "DATE", "value": value(each)} for s, each in zip(spans, found, strict=True)]


def value(reading: Reading) -> str:
    """The TIMEX3 value of a reading; "" for a time whose days are not known."""
    if isinstance(reading.form, Duration | Span):
        amount = "X" if reading.form.amount is None else str(abs(reading.form.amount))
        return ("PT" if reading.form.unit is Unit.HOUR else "P") + amount + PERIODS[reading.form.unit]
    return "" if reading.days is None else calendar_value(reading.days)


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
