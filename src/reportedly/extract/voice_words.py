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


@functools.cache
def pairs(label: str) -> dict[str, frozenset[str]]:
    """The words listed under a label, each with the words that may follow it. KeyError for an unknown label."""
    listed = (entry.partition(":") for entry in speech(label))
    return {word: frozenset(others.split(",")) for word, _, others in listed}
