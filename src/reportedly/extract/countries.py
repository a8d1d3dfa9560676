"""Countries: their names, adjectives, peoples, capitals and seats of government, by ISO 3166-1 code.

The list (`data/countries.tsv`) holds general reference knowledge and is written by hand.
Words are compared with their case, so that "us" is no country and "turkey" no state.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import StrEnum

from reportedly.extract.entity_tables import rows


class CountryForm(StrEnum):
    """In which way a word names a country."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Country:
    """One country; the lists are in order of use, the first being the usual form."""

    code: str
    name: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    aliases: tuple[str, ...]
    seats: tuple[str, ...]

    def forms(self) -> tuple[tuple[str, CountryForm], ...]:
        """Every word for the country, and what sort of word it is."""
        plurals = tuple(f"{word}s" for word in self.adjectives if word[-1] in "ni")
        return (
            *((word, CountryForm.NAME) for word in (self.name, *self.aliases)),
            *((word, CountryForm.ADJECTIVE) for word in self.adjectives),
            *((word, CountryForm.PEOPLE) for word in (*self.people, *plurals)),
            *((word, CountryForm.CAPITAL) for word in self.capitals),
            *((word, CountryForm.SEAT) for word in self.seats),
        )


@functools.cache
def countries() -> tuple[Country, ...]:
    """All countries, in order of their English names."""
    return tuple(
        Country(code, name, _list(adjectives), _list(people), _list(capitals), _list(aliases), _list(seats))
        for code, name, adjectives, people, capitals, aliases, seats in rows("countries.tsv", 7)
    )


def country_of(word: str) -> str | None:
    """The code of the country that a name, adjective or people's name stands for; capitals are not asked."""
    return _codes().get(word.replace("’", "'"))


def adjective(code: str) -> str:
    """The usual adjective ("Russian", "US"), or the name where there is none. KeyError for an unknown code."""
    country = _by_code()[code]
    return country.adjectives[0] if country.adjectives else country.name


def country_name(code: str) -> str:
    """The usual English name. KeyError for an unknown code."""
    return _by_code()[code].name


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@functools.cache
def _by_code() -> dict[str, Country]:
    return {country.code: country for country in countries()}


@functools.cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for country in countries():
        for word, form in country.forms():
            if form not in (CountryForm.CAPITAL, CountryForm.SEAT):
                codes.setdefault(word, country.code)
    return codes
