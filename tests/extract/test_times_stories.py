"""Times that are read from what a text told before, and from its own heading."""

from __future__ import annotations

import datetime as dt

import pytest

from reportedly.extract.assemble import claims
from reportedly.extract.mentions import TimeMention
from reportedly.extract.time_dateline import date_line
from reportedly.extract.time_feasts import Feast
from reportedly.extract.time_forms import Setting
from reportedly.extract.time_relative import Duration, Loose
from reportedly.extract.time_scan import scan
from reportedly.extract.times import readings, times
from reportedly.language.english import English
from reportedly.model import Document, Field, Report


def read(text: str) -> tuple[Report, Document]:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return report, document


def starts(found: tuple[TimeMention, ...]) -> list[dt.date | None]:
    return [m.when.start for m in found]


@pytest.mark.undated
def test_a_year_that_the_story_only_looks_aside_to_dates_nothing_else(report: Report, document: Document) -> None:
    """In May 2014 the port was shelled, much as in 1987. On 9 July it was shelled again. In January 2015 it fell."""
    assert starts(times(report, document))[2] == dt.date(2014, 7, 9)


@pytest.mark.undated
def test_a_year_that_the_story_goes_on_to_dates_what_follows(report: Report, document: Document) -> None:
    """In May 2014 the port was shelled. In 2017 the army came back. On 9 July it took the port. In January 2018 it left."""
    assert starts(times(report, document))[2] == dt.date(2017, 7, 9)


@pytest.mark.undated
def test_a_plan_does_not_take_the_story_with_it(report: Report, document: Document) -> None:
    """On 4 May 2014 rebels raided the depot. An offensive was planned for 2016. On 9 May they were driven off."""
    assert starts(times(report, document))[-1] == dt.date(2014, 5, 9)


@pytest.mark.undated
def test_the_year_of_what_was_just_told_does_not_turn_the_story_back(report: Report, document: Document) -> None:
    """On 20 November 2014 jets bombed the port. It was the worst raid of 2014. In January the island fell."""
    assert starts(times(report, document))[-1] == dt.date(2015, 1, 1)


@pytest.mark.undated
def test_the_month_before_or_after_is_counted_from_what_was_told(report: Report, document: Document) -> None:
    """On 5 June 2014 the town fell. It had been shelled the previous April. The following spring it was retaken."""
    assert starts(times(report, document)) == [dt.date(2014, 6, 5), dt.date(2014, 4, 1), dt.date(2015, 3, 1)]


@pytest.mark.undated
def test_later_in_the_year_is_what_was_left_of_it(report: Report, document: Document) -> None:
    """On 5 June 2014 the town fell. Later in the year it was retaken."""
    last = times(report, document)[-1].when
    assert (last.start, last.end) == (dt.date(2014, 6, 5), dt.date(2014, 12, 31))


def test_words_of_time_without_days_are_no_times(report: Report, document: Document) -> None:
    """A former soldier who now lives here was shot at night, at 5:30 p.m., in daily raids that recently killed ten per day."""
    assert times(report, document) == ()
    assert len([r for r in readings(report, document) if isinstance(r.form, Loose)]) == 7


def test_later_than_planned_is_a_length_and_dates_nothing(report: Report, document: Document) -> None:
    """Troops entered the district on Wednesday, ten days later than planned."""
    assert [document.words(m.start, m.end) for m in times(report, document)] == ["Wednesday"]
    assert [type(r.form) for r in readings(report, document)][1:] == [Duration]


def test_a_march_on_foot_is_no_month(report: Report, document: Document) -> None:
    """Thousands joined the March to the capital. The Long March ended there."""
    assert times(report, document) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ADEN, Yemen (3 June 2031) – Shells killed six yesterday.", dt.date(2031, 6, 3)),
        ("2031-06-S-014\nFor release\n\nADEN, Yemen (June 3)\nShells killed six in the port yesterday.", dt.date(2031, 6, 3)),
        ("2031-06-S-014\nFor release\n\nADEN, Yemen (June 8) - Shells killed six in the port yesterday.", dt.date(2031, 6, 8)),
        ("ADEN, Yemen (June 3. 2031)\nShells killed six in the port yesterday.", dt.date(2031, 6, 3)),
        ("2031-05-S-214\nFor release\n\nADEN, Yemen (June 3)\nShells killed six in the port yesterday.", dt.date(2031, 6, 3)),
        ("Evening update, June 3, 2031\n\nADEN, Yemen (June 3) – Shells killed six in the port yesterday.", dt.date(2031, 6, 3)),
        ("Evening update, June 3, 2031\n\nShells killed six people in the port yesterday.", dt.date(2031, 6, 3)),
        ("Wed 04 Jun 2031 Shells kill six in Aden. Six people were killed in the port yesterday.", dt.date(2031, 6, 4)),
        ("Posted on June 3, 2031 by Ann Reeve. Shells killed six people in the port yesterday.", dt.date(2031, 6, 3)),
    ],
)
def test_a_text_that_dates_itself_is_dated(text: str, day: dt.date) -> None:
    report, document = read(text)
    assert starts(times(report, document))[-1] == day - dt.timedelta(days=1)


@pytest.mark.parametrize(
    "text",
    [
        "ADEN, Yemen (June 3) – Shells killed six yesterday.",
        "2031-02-S-014\nFor release\n\nADEN, Yemen (June 3)\nShells killed six in the port yesterday.",
        "Shells killed six people in the port yesterday. The port had been hit before (June 3, 2031).",
        "Shells killed six people in the port yesterday, as on 3 June 2031, and it burned.",
        "3 June 2031 was a bloody day. Shells killed six people in the port yesterday.",
        "Shells killed six people in the port yesterday. The army had published lists on 3 June 2031.",
    ],
)
def test_a_text_that_does_not_date_itself_stays_undated(text: str) -> None:
    report, document = read(text)
    assert date_line(report, document, tuple(scan(document))) is None
    assert next(m.when.start for m in times(report, document) if document.words(m.start, m.end) == "yesterday") is None


def test_a_bare_month_of_an_undated_report_takes_no_year_from_since(report: Report, document: Document) -> None:
    """The group has held the city since 2015. Its leader was killed in March."""
    assert report.published is not None
    assert starts(times(report, document))[-1] is not None
    undated, same = read(report.text)
    assert starts(times(undated, same))[-1] is None


def test_the_date_line_is_no_time_of_what_happened(report: Report, document: Document) -> None:
    """ADEN, May 14 (Delta Wire) - Shells killed six people in the port on Tuesday."""
    assert [document.words(m.start, m.end) for m in times(report, document)] == ["Tuesday"]


def test_a_date_in_brackets_after_a_name_in_a_sentence_is_no_date_line(report: Report, document: Document) -> None:
    """The Battle of Qamar (14 May 2029) ended in a rout. Shells killed six people in the port on Tuesday."""
    assert [document.words(m.start, m.end) for m in times(report, document)] == ["14 May 2029", "Tuesday"]


def test_a_headline_that_tells_when_something_happened_does_not_date_its_text() -> None:
    report, document = read("Bomb Kills Six in Aden on June 3, 2031\n\nA bomb killed six people in the port yesterday.")
    assert starts(times(report, document)) == [dt.date(2031, 6, 3), None]


def test_a_time_in_a_clause_that_goes_on_beside_the_deed_is_the_time_of_the_deed(report: Report, document: Document) -> None:
    """Soldiers killed two rebels while searching a house on Tuesday."""
    assert {v.text for c in claims(report, document) for v in c.values if v.field is Field.WHEN} == {"Tuesday"}


@pytest.mark.parametrize(
    ("year", "kept"),
    [(2011, dt.date(2011, 8, 1)), (2014, dt.date(2014, 6, 28)), (2016, dt.date(2016, 6, 6)), (2021, dt.date(2021, 4, 13))],
)
def test_the_fast_began_within_a_day_of_what_is_computed(year: int, kept: dt.date) -> None:
    days = Feast(year, "ramadan").days(Setting())
    assert days is not None
    assert days.start <= kept <= days.start + dt.timedelta(days=2)


def test_names_numbers_and_stretches_that_look_like_times_are_none(report: Report, document: Document) -> None:
    """Troops began Operation Ramadan after the Arab Spring. At the end of the week-long truce up to 1429 people had died."""
    assert times(report, document) == ()


@pytest.mark.undated
def test_later_in_a_year_of_which_no_day_was_told_is_the_year(report: Report, document: Document) -> None:
    """Sarin was used in the suburb in 2013. Later that year inspectors came."""
    last = times(report, document)[-1].when
    assert (last.start, last.end) == (dt.date(2013, 1, 1), dt.date(2013, 12, 31))
