"""Who, what, where and when sentences speak of: every phrase that the readers of entities, places, times and numbers know the kind of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.product import read_rows
from bench.reading import Line, finished, plain, reading
from reportedly.extract.entities import resolve
from reportedly.extract.entity_phrases import is_noun, of_phrase, phrase
from reportedly.extract.entity_salience import PERSONAL
from reportedly.extract.numbers import numbers
from reportedly.extract.places import places
from reportedly.extract.times import times
from reportedly.model import Document, EntityKind, Report, Span

DATA = "bench/re3d/dev.jsonl"
TYPES = {
    EntityKind.STATE_FORCES: "Organisation",
    EntityKind.REBEL_GROUP: "Organisation",
    EntityKind.POLITICAL_MILITIA: "Organisation",
    EntityKind.IDENTITY_MILITIA: "Organisation",
    EntityKind.EXTERNAL_FORCES: "Organisation",
    EntityKind.RIOTERS: "Organisation",
    EntityKind.PROTESTERS: "Organisation",
    EntityKind.CIVILIANS: "Organisation",
    EntityKind.STATE: "Organisation",
    EntityKind.ORGANISATION: "Organisation",
    EntityKind.PERSON: "Person",
    EntityKind.WEAPON: "Weapon",
    EntityKind.PLATFORM: "MilitaryPlatform",
    EntityKind.OBJECT: "Location",
}
"""The set's types by kind of entity: groups of people are organisations there, and buildings locations."""

INSIDE = frozenset({"compound", "amod", "nmod", "npadvmod"})
"""Relations of words that are inside another word's phrase."""

Found = tuple[str, Span]


def run(data: Path, out: Path) -> dict[str, float]:
    """Write the entities of each sentence to `out`; the scorer's figures, if it is there."""
    rows = read_rows(data)
    read = reading("re3d", (plain(row["text"]) for row in rows))
    predictions = [{"id": row["id"], "entities": entities(one.report, one.document)} for row, one in zip(rows, read, strict=True)]
    return finished(data, out, rows, predictions)


def entities(report: Report, document: Document) -> list[Line]:
    """Times, numbers, places, and then what does not overlap them; a phrase with a place at its head is a place."""
    taken: list[Found] = []
    for found in (timed(report, document), placed(report, document), named(document), national(document)):
        taken += [each for each in found if not any(each[1].overlaps(other) for _, other in taken)]
    taken += [each for each in numbered(document) if not any(kind == "Temporal" and each[1].overlaps(span) for kind, span in taken)]
    return [{"type": kind, "span": [span.start, span.end]} for kind, span in sorted(taken, key=lambda f: f[1])]


def timed(report: Report, document: Document) -> Iterator[Found]:
    """Expressions of time."""
    return (("Temporal", document.span(each.start, each.end)) for each in times(report, document))


def placed(report: Report, document: Document) -> Iterator[Found]:
    """Names of places and described spots, save those by which a state or body is meant."""
    for each in places(report, document):
        entity = resolve(document, each.head)
        if entity is None or TYPES.get(entity.entity.kind, "Location") == "Location" or each.relation:
            of = document.tokens[document.tokens[each.head].head]
            whole = of.head if of.lower == "of" and document.tokens[of.head].lemma in UNITS else each.head
            start, end = phrase(document, whole)
            yield "Location", document.span(uncounted(document, min(start, each.start), end), max(end, each.end))


def named(document: Document) -> Iterator[Found]:
    """Phrases whose kind is known, and personal pronouns by what such pronouns stand for."""
    for token in document.tokens:
        if not is_noun(token) or token.dep in INSIDE:
            continue
        if token.pos == "PRON":
            if token.tag == "PRP" and token.lower in PERSONAL:
                yield TYPES[PERSONAL[token.lower]], document.span(token.i, token.i + 1)
            continue
        mention = resolve(document, token.i)
        if mention is not None and (kind := TYPES.get(mention.entity.kind)) is not None:
            start, end = phrase(document, token.i)
            last = of_name(document, token.i) if kind == "Organisation" else None
            end = max(end, mention.end, 0 if last is None else last + 1)
            yield kind, document.span(uncounted(document, min(start, mention.start), end), end)


UNITS = frozenset("city town village province district area region governorate suburb neighbourhood neighborhood camp".split())
"""Nouns before "of" and a name, which the set has as one place."""


def of_name(document: Document, head: int) -> int | None:
    """The last word of the name in "the Government of X", which the set has as one organisation."""
    inside = of_phrase(document, head)
    return inside if inside is not None and document.tokens[inside].pos == "PROPN" else None


def uncounted(document: Document, start: int, end: int) -> int:
    """Where a phrase begins without the number before it, which the set has apart."""
    counted = [n for n in numbers(document.tokens[start:end]) if n.start == 0 and n.end < end - start]
    return start + counted[0].end if counted else start


def national(document: Document) -> Iterator[Found]:
    """Peoples and faiths by name."""
    return (("Nationality", document.span(name.start, name.end)) for name in document.names if name.label == "NORP")


def numbered(document: Document) -> Iterator[Found]:
    """Numbers, also those inside other phrases."""
    return (("Quantity", document.span(each.start, each.end)) for each in numbers(document.tokens))
