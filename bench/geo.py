"""Names of places in news: where they stand and where on Earth they are. Four sets in one format.

The reader of places alone: every name that it takes for a place's, whether it means the place, its government or its people.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.product import read_rows
from bench.reading import finished, plain
from reportedly.extract.place_uses import PlaceName, place_names
from reportedly.language.english import English
from reportedly.model import Document

SETS = ("geowebnews", "trnews", "lgl", "geovirus")


def data_of(name: str) -> str:
    """Where a set usually is."""
    return f"bench/{name}/dev.jsonl"


def run(data: Path, out: Path) -> dict[str, float]:
    """Write a prediction for each text to `out`; the scorer's figures, if it is there."""
    texts = read_rows(data)
    documents = English().parse([plain(row["text"]) for row in texts])
    predictions = [{"id": row["id"], "toponyms": toponyms(d)} for row, d in zip(texts, documents, strict=True)]
    return finished(data, out, texts, predictions, keyed=False)


def toponyms(document: Document) -> list[dict[str, Any]]:
    """The names of places as the scorer wants them."""
    return [toponym(document, name) for name in place_names(document)]


def toponym(document: Document, name: PlaceName) -> dict[str, Any]:
    """One name; without coordinates where no place of that name is known."""
    span, place = document.span(name.start, name.end), name.place
    return {
        "start": span.start,
        "end": span.end,
        "lat": None if place is None else place.lat,
        "lon": None if place is None else place.lon,
        "use": name.use.value,
    }
