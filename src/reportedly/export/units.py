"""The names of the first- and second-order units that contain a place."""

from __future__ import annotations

import contextlib
import functools
import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from reportedly.extract.gazetteer import INDEX, NoGazetteer
from reportedly.model import Where


class Units(NamedTuple):
    """The units of a place, first order and second order; None where the gazetteer has none or the place is larger."""

    first: str | None
    second: str | None


def units(place: Where) -> Units:
    """The units that a place lies in or is.

    Raises:
        NoGazetteer: the compiled gazetteer is missing or damaged.
    """
    known = _known()
    ids = [i for i in (place.id, *place.parents) if i is not None]
    found = dict(known[i] for i in ids if i in known)
    return Units(found.get("admin1"), found.get("admin2"))


@functools.cache
def _known() -> Mapping[str, tuple[str, str]]:
    """Kind and name of every unit by its id."""
    if not INDEX.is_file():
        raise NoGazetteer(INDEX, "there is no such file")
    try:
        with contextlib.closing(sqlite3.connect(f"{INDEX.as_uri()}?mode=ro&immutable=1", uri=True)) as index:
            rows = index.execute("SELECT id, kind, name FROM place WHERE kind IN ('admin1', 'admin2')").fetchall()
    except sqlite3.DatabaseError as error:
        raise NoGazetteer(INDEX, str(error)) from error
    return {i: (kind, name) for i, kind, name in rows}
