"""The words of reported speech, from `data/speech_words.tsv`."""

from __future__ import annotations

import functools

from reportedly.extract.entity_tables import rows


@functools.cache
def _lists() -> dict[str, frozenset[str]]:
    return {label: frozenset(cell.split("|")) for label, cell in rows("speech_words.tsv", 2)}


def speech(label: str) -> frozenset[str]:
    """The words listed under a label. KeyError for an unknown label."""
    return _lists()[label]
