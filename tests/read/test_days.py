"""Dates are read when day, month and year are all there, and never otherwise."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.days import address_date, first_date, read_date

DAY = dt.date(2031, 5, 3)


@pytest.mark.parametrize(
    "words",
    [
        "2031-05-03",
        "2031-05-03T23:30:00-05:00",
        "2031-05-03 10:15:00",
        "20310503",
        "2031/05/03",
        "3 May 2031",
        "3rd of May 2031",
        "03-May-2031",
        "May 3, 2031",
        "May 3 2031 at 10:15",
        "Sat, 03 May 2031 10:15:00 +0200",
        "Saturday, May 3rd, 2031",
        "2031 May 3",
    ],
)
def test_a_whole_date_is_read_in_any_usual_form(words: str) -> None:
    assert read_date(words) == DAY


@pytest.mark.parametrize(
    "words", ["May 2031", "3 May", "Tuesday", "yesterday", "2031", "3 days ago", "05/2031", "1938457291", "", "31 June 2031", "next May 3"]
)
def test_what_is_not_a_whole_date_is_not_read(words: str) -> None:
    assert read_date(words) is None


def test_a_numeric_date_that_has_two_readings_is_not_read() -> None:
    assert read_date("03-04-2031") is None


@pytest.mark.parametrize(
    ("words", "day"), [("23-04-2031", dt.date(2031, 4, 23)), ("04/23/2031", dt.date(2031, 4, 23)), ("05.05.2031", dt.date(2031, 5, 5))]
)
def test_a_numeric_date_that_has_one_reading_is_read(words: str, day: dt.date) -> None:
    assert read_date(words) == day


def test_a_date_in_unusual_words_is_read_when_it_is_whole() -> None:
    assert read_date("May the 3rd, 2031, 10 o'clock") in {DAY, None}
    assert read_date("3. May. 2031") in {DAY, None}


@given(st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)))
def test_a_date_written_out_reads_as_itself(day: dt.date) -> None:
    assert first_date(f"Published on {day:%A}, {day:%B} {day.day}, {day.year} by the desk") == day
    assert read_date(day.isoformat()) == day


@given(st.text(max_size=60))
def test_any_words_are_a_date_or_none_and_never_an_error(words: str) -> None:
    found = read_date(words)
    assert found is None or isinstance(found, dt.date)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://post.example/2031/05/03/qamar", DAY),
        ("https://post.example/world/2031-05-03-qamar.html", DAY),
        ("https://post.example/2031/may/03/qamar", DAY),
        ("https://post.example/20310503/qamar", DAY),
        ("https://post.example/2031/05/qamar", None),
        ("https://post.example/qamar-20310503", None),
        ("https://post.example/?day=/2031/05/03/", None),
        ("https://post.example/2031/13/03/qamar", None),
    ],
)
def test_an_address_gives_its_day_only_when_it_is_one(url: str, day: dt.date | None) -> None:
    assert address_date(url) == day
