"""What is known of one document before any phrase is asked for: its known names and its persons."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.extract.entity_names import Match, matches
from reportedly.extract.entity_people import Person, people
from reportedly.extract.mentions import EntityMention
from reportedly.model import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """The known names of one document, in text order; those of them that are no part of a person's name, and persons, by token.

    `entities` are the answers of `entity_mentions.entity_at` so far, by head word: the same heads are asked for again and again.
    """

    document: Document
    matches: tuple[Match, ...]
    names: dict[int, Match]
    people: dict[int, Person]
    entities: dict[int, EntityMention | None] = field(default_factory=dict)


class _Last:
    """The reading of the document that was asked for last: a document is read once, then asked for many heads."""

    kept: Reading | None = None


def reading(document: Document) -> Reading:
    """The reading of a document; the last one is kept."""
    kept = _Last.kept
    if kept is None or kept.document is not document:
        known = matches(document)
        found = [m for m in known if not _in_a_persons_name(document, m)]
        taken = frozenset(i for m in found for i in range(m.start, m.end) if m.known.sort != "country")
        names = {i: m for m in found for i in range(m.start, m.end)}
        kept = Reading(document, known, names, people(document, taken))
        _Last.kept = kept
    return kept


def _in_a_persons_name(document: Document, found: Match) -> bool:
    """Whether the one word of an agency's or a group's name is a part of a person's longer name ("Petra" in "Petra Smith")."""
    if found.end - found.start > 1 or found.known.sort == "country":
        return False
    return any(n.label == "PERSON" and n.start <= found.start < n.end and n.end - n.start > 1 for n in document.names)
