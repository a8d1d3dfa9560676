"""Five folds of texts by their ids: the same on every machine and in every run."""

from __future__ import annotations

import hashlib
from pathlib import Path

FOLDS = 5


def fold(text: str) -> int:
    """The fold, from 0, of the text with this id."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % FOLDS


def columns(table: Path) -> list[dict[str, float]]:
    """The weights of each fold in a table that a fit has written: a row a name, a column a fold."""
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
    return [{row[0]: float(row[1 + number]) for row in rows} for number in range(FOLDS)]
