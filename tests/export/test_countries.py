"""What UCDP's columns say of countries."""

from __future__ import annotations

import pytest

from reportedly.export.countries import country
from reportedly.extract.countries import countries
from reportedly.extract.gazetteer import country_name


@pytest.mark.parametrize(
    ("code", "number", "region"),
    [
        ("SY", 652, "Middle East"),
        ("EG", 651, "Middle East"),
        ("TR", 640, "Middle East"),
        ("SD", 625, "Africa"),
        ("UA", 369, "Europe"),
        ("GE", 372, "Europe"),
        ("KZ", 705, "Asia"),
        ("AU", 900, "Asia"),
        ("CO", 100, "Americas"),
        ("YE", 678, "Middle East"),
        ("VN", 816, "Asia"),
        ("PS", None, "Middle East"),
    ],
)
def test_numbers_and_regions_are_those_of_the_published_lists(code: str, number: int | None, region: str) -> None:
    found = country(code)
    assert found is not None
    assert (found.gw, found.region) == (number, region)


def test_every_country_that_a_report_can_name_is_there_under_its_name() -> None:
    missing = [each.code for each in countries() if (found := country(each.code)) is None or found.name != country_name(each.code)]
    assert missing == []


def test_no_two_states_have_one_number() -> None:
    numbers = [found.gw for each in countries() if (found := country(each.code)) is not None and found.gw is not None]
    assert len(numbers) == len(set(numbers))


def test_an_unknown_code_has_no_country() -> None:
    assert country("XC") is None
    assert country(None) is None
