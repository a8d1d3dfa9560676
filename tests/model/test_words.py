"""How values are shown in short words."""

from __future__ import annotations

import dataclasses
import datetime as dt
import locale
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.link.made import FAR, LAND, NAVY_A, PROVINCE, QAMAR, REED, SEA

from reportedly.model import Count, PlaceRole, Value, VictimClass, When, WhenBasis
from reportedly.model.words import in_words


def when(start: str | None, end: str | None = None, precision: int | None = 1) -> When:
    if start is None:
        return When(start=None, end=None, precision=None, basis=WhenBasis.NONE)
    last = dt.date.fromisoformat(end) if end is not None else None
    return When(start=dt.date.fromisoformat(start), end=last, precision=precision, basis=WhenBasis.STATED)


def people(low: int, high: int | None, wording: str, of: VictimClass | None = VictimClass.UNKNOWN, *, part: bool = False) -> Count:
    return Count(low=low, high=high, wording=wording, of=of, part=part)


TABLE: dict[str, tuple[Value, str]] = {
    "a number is a number": (people(4, 4, "four"), "4"),
    "none at all is zero": (people(0, 0, "no"), "0"),
    "an open end stays open": (people(80, None, "more than 80"), ">= 80"),
    "a range has both ends": (people(12, 15, "between 12 and 15"), "12-15"),
    "up to five may be none": (people(0, 5, "up to five"), "0-5"),
    "vague words are shown": (people(24, None, "dozens"), "dozens (>= 24)"),
    "vague words with figures are their figures": (people(80, None, "some 80 or more"), ">= 80"),
    "a class is named": (people(3, 3, "three children", VictimClass.CHILD), "3 children"),
    "one of a class is one": (people(1, 1, "a woman", VictimClass.WOMAN), "1 woman"),
    "a part is a part": (people(3, 3, "three of them children", VictimClass.CHILD, part=True), "of whom 3 children"),
    "things have no class": (Count(low=4, high=4, wording="four missiles"), "4"),
    "a day": (when("2031-05-31", "2031-05-31"), "31 May 2031"),
    "a month is no day": (when("2031-03-01", "2031-03-31", 4), "March 2031"),
    "a leap month ends on day 29": (when("2032-02-01", "2032-02-29", 4), "February 2032"),
    "a year is no month": (when("2031-01-01", "2031-12-31", 5), "2031"),
    "years": (when("2030-01-01", "2039-12-31", 5), "2030-2039"),
    "days of one month": (when("2031-05-03", "2031-05-05", 2), "3-5 May 2031"),
    "days of two months": (when("2031-04-28", "2031-05-03", 2), "28 April - 3 May 2031"),
    "days of two years": (when("2031-12-31", "2032-01-01", 2), "31 December 2031 - 1 January 2032"),
    "months": (when("2031-06-01", "2031-08-31", 5), "June - August 2031"),
    "from a day on": (when("2031-05-31"), "since 31 May 2031"),
    "from some day of a month on": (when("2031-03-01", precision=4), "since March 2031"),
    "from some day of a year on": (when("2031-01-01", precision=5), "since 2031"),
    "a day that is only a week": (when("2031-05-31", "2031-05-31", 3), "about 31 May 2031"),
    "a day that is only a month": (when("2031-05-31", "2031-05-31", 4), "May 2031"),
    "a day that is only a year": (when("2031-05-31", "2031-05-31", 5), "2031"),
    "an unresolved time is not known": (when(None), "day not known"),
    "a town has its country": ((QAMAR,), "Qamar (XC)"),
    "near a town is not in it": ((dataclasses.replace(QAMAR, precision=2),), "near Qamar (XC)"),
    "a unit is not the town of its name": ((dataclasses.replace(QAMAR, precision=4),), "Qamar region (XC)"),
    "a district is not the town of its name": ((dataclasses.replace(QAMAR, precision=3),), "Qamar district (XC)"),
    "a unit that says so is not called one twice": ((dataclasses.replace(PROVINCE, name="Qamar province"),), "Qamar province (XC)"),
    "a country": ((LAND,), "Landis"),
    "a sea": ((SEA,), "Grey Sea"),
    "two places": ((QAMAR, FAR), "Qamar (XC), Ostvik (XC)"),
    "a place to go to": ((dataclasses.replace(QAMAR, role=PlaceRole.HEADED_TO),), "to Qamar (XC)"),
    "entities by their names": ((NAVY_A, REED), "Xanadian Navy, Reed Front"),
    "words as they are": ("all targets hit", "all targets hit"),
}


@pytest.mark.parametrize(("value", "words"), TABLE.values(), ids=TABLE.keys())
def test_values_are_shown_in_few_words(value: Value, words: str) -> None:
    assert in_words(value) == words


@given(st.dates(dt.date(1900, 1, 1)), st.integers(0, 800), st.integers(1, 5))
def test_a_time_never_names_a_day_that_it_does_not_have(start: dt.date, days: int, precision: int) -> None:
    end = min(start.toordinal() + days, dt.date.max.toordinal())
    value = When(start=start, end=dt.date.fromordinal(end), precision=precision, basis=WhenBasis.STATED)
    shown = in_words(value)
    if precision > 3 and days == 0:
        assert str(start.day) not in re.split(r"\W", shown.removesuffix(str(start.year)))
    assert {int(n) for n in re.findall(r"\b\d{1,2}\b", shown)} <= {start.day, dt.date.fromordinal(end).day}


def test_months_are_english_in_any_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("calendar.month_name", ["", *"januar februar mars".split()])
    assert locale.getlocale()
    assert in_words(when("2031-03-01", "2031-03-31", 4)) == "March 2031"
