"""Place or government: is a place's name the place itself, or those who govern it, play for it or live there?

The reader of places alone, asked about one name in each sentence.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.product import read_rows
from bench.reading import finished, plain
from reportedly.extract.place_uses import Use, use_of
from reportedly.language.english import English
from reportedly.model import Document

DATA = "bench/relocar/dev.jsonl"


def run(data: Path, out: Path) -> dict[str, float]:
    """Write a label for each sentence's name to `out`; the scorer's figures, if it is there."""
    texts = read_rows(data)
    documents = English().parse([plain(row["text"]) for row in texts])
    predictions = [{"id": row["id"], "label": label(document, row)} for row, document in zip(texts, documents, strict=True)]
    return finished(data, out, texts, predictions, keyed=False)


def label(document: Document, row: dict[str, Any]) -> str:
    """What the name at the row's characters is used for; "literal" where no word stands there."""
    own = tokens(document, row)
    return "literal" if not own or use_of(document, own[0], own[-1] + 1) is Use.PLACE else "metonymic"


def tokens(document: Document, row: dict[str, Any]) -> list[int]:
    """The words on which a row's name stands."""
    return [t.i for t in document.tokens if t.start < row["end"] and row["start"] < t.end]
