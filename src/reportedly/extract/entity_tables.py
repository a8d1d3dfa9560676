"""Reads the word lists in `extract/data`."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources

from reportedly.errors import ModelError


def rows(file: str, columns: int) -> Iterator[tuple[str, ...]]:
    """The rows of a tab-separated list, without its comments and its header.

    Raises:
        ModelError: a row has another number of columns.
    """
    text = resources.files("reportedly.extract").joinpath("data", file).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        cells = tuple(line.split("\t"))
        if len(cells) != columns:
            raise ModelError(f"{file} has a row of {len(cells)} columns instead of {columns}: {line!r}.")
        yield cells


@functools.cache
def words(name: str) -> frozenset[str]:
    """The words that `actor_words.tsv` lists under a name. Empty when it lists none."""
    return _words().get(name, frozenset())


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for label, cell in rows("actor_words.tsv", 2):
        found[label].update(cell.split("|"))
    return {label: frozenset(listed) for label, listed in found.items()}
