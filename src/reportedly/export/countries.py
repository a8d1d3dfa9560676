"""What UCDP's columns say of a country: its name, its Gleditsch-Ward number and its region."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib import resources

from reportedly.errors import ModelError


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory. `gw` is its number in the list of Gleditsch and Ward, None where that has no such state."""

    code: str
    name: str
    gw: int | None
    region: str


def country(code: str | None) -> Country | None:
    """The country of an ISO 3166-1 alpha-2 code; None for None and for a code that the table does not have."""
    return None if code is None else _table().get(code)


@functools.cache
def _table() -> dict[str, Country]:
    text = resources.files("reportedly.export").joinpath("data", "ucdp_countries.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if any(len(row) != 4 for row in rows):
        raise ModelError("ucdp_countries.tsv has a row that is not of 4 columns.")
    return {code: Country(code, name, int(gw) if gw else None, region) for code, name, gw, region in rows[1:]}
