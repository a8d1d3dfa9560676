"""Persons of one report: a full name, its later short forms, and whom the person speaks for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from reportedly.extract.entity_tables import words
from reportedly.model import Document, Entity, EntityKind

PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "van", "von", "de", "da", "del", "der", "la", "le", "ul", "ur", "-"})
"""Small words inside names."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the report names them in full; `start`/`end` are the tokens of the fullest name."""

    entity: Entity
    start: int
    end: int


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens: what ids are made of. Letters of other scripts stay as they are."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", plain.lower().replace("'", "").replace("’", "")).strip("-_") or "x"


def people(document: Document, taken: frozenset[int]) -> dict[int, Person]:
    """Each token that is part of a person's name → the person. `taken` are tokens of other known names."""
    spans = _spans(document, taken)
    full: dict[str, Person] = {}
    for start, end in spans:
        if _name_words(document, start, end) >= 2:
            full.setdefault(_last(document, end), _person(document, start, end))
    first = _by_first_name(document, full)
    found: dict[int, Person] = {}
    for start, end in spans:
        fuller = full.get(_last(document, end))
        if fuller is None and end - start == 1:
            fuller = first.get(document.tokens[start].lower)
        person = fuller if fuller and _shortens(document, start, end, fuller) else _person(document, start, end)
        found.update(dict.fromkeys(range(start, end), person))
    return _surnames(document, taken, found, full)


def _by_first_name(document: Document, full: dict[str, Person]) -> dict[str, Person]:
    """Persons by the first word of their name, where no other person of the report has the same."""
    first: dict[str, list[Person]] = {}
    for person in full.values():
        first.setdefault(document.tokens[person.start].lower, []).append(person)
    return {word: some[0] for word, some in first.items() if len(some) == 1 and word not in PARTICLES}


def _surnames(document: Document, taken: frozenset[int], found: dict[int, Person], full: dict[str, Person]) -> dict[int, Person]:
    """Later surnames that the language model did not mark as names of persons."""
    for token in document.tokens:
        person = full.get(token.lower)
        if person and token.pos == "PROPN" and token.i not in found and token.i not in taken and token.i > person.start:
            found[token.i] = person
    return found


def _spans(document: Document, taken: frozenset[int]) -> list[tuple[int, int]]:
    named = ((name.start, name.end) for name in document.names if name.label == "PERSON")
    spans = [span for span in named if not _is_of_body(document, *span)]
    marked = {i for start, end in spans for i in range(start, end)}
    for token in document.tokens:
        if token.i and token.i not in marked and token.pos == "PROPN" and token.dep != "compound" and token.text[0].isupper():
            start = token.i
            while start and document.tokens[start - 1].pos == "PROPN" and document.tokens[start - 1].sentence == token.sentence:
                start -= 1
            cut = next((i + 1 for i in range(token.i - 1, start - 1, -1) if document.tokens[i].lower.rstrip(".") in words("title")), None)
            if cut is None and start and start < token.i and document.tokens[start - 1].lower in words("title"):
                cut = start
            if cut is not None and cut <= token.i and not marked & set(range(cut, token.i + 1)):
                spans.append((cut, token.i + 1))
    trimmed = (_trim(document, start, end) for start, end in spans)
    return sorted({s for s in trimmed if s and not taken & set(range(*s))})


def _is_of_body(document: Document, start: int, end: int) -> bool:
    """Whether what was taken for a person is a body with "for" or "of" in its name ("the Vale Observatory for Human Rights")."""
    return any(t.pos == "ADP" and t.lower not in PARTICLES for t in document.tokens[start:end])


def _trim(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """The name without its titles, determiners and possessive ending; None when nothing is left or no word has a capital."""
    while start < end and (document.tokens[start].lower.rstrip(".") in words("title") or document.tokens[start].pos in ("DET", "PUNCT")):
        start += 1
    while end > start and document.tokens[end - 1].tag in ("POS", ",", ".", "''", "``", "HYPH"):
        end -= 1
    return (start, end) if start < end and document.tokens[end - 1].text[0].isupper() else None


def _name_words(document: Document, start: int, end: int) -> int:
    return sum(document.tokens[i].lower not in PARTICLES for i in range(start, end))


def _last(document: Document, end: int) -> str:
    return document.tokens[end - 1].lower


def _shortens(document: Document, start: int, end: int, person: Person) -> bool:
    """Whether all words of a name stand in the person's full name."""
    own = {t.lower for t in document.tokens[person.start : person.end]}
    return all(t.lower in own for t in document.tokens[start:end])


def _person(document: Document, start: int, end: int) -> Person:
    name = " ".join(document.words(start, end).split())
    return Person(Entity(name=name, id=f"person:{slug(name)}", kind=EntityKind.PERSON), start, end)
