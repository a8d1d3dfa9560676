"""Parts of a state, by composition: "<country> + <body>" for every country."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from reportedly.extract.countries import adjective
from reportedly.extract.entity_tables import rows
from reportedly.model import Document, Entity, EntityKind

USUAL = {("US", "mod"): "US Department of Defense", ("US", "mfa"): "US State Department", ("GB", "mfa"): "British Foreign Office"}
"""Bodies whose usual name does not follow the pattern."""

FIXED = {
    "pentagon": ("US", "mod"),
    "centcom": ("US", "military"),
    "bundeswehr": ("DE", "military"),
    "tatmadaw": ("MM", "military"),
    "knesset": ("IL", "parliament"),
    "idf": ("IL", "military"),
    "irgc": ("IR", "revolutionary-guards"),
    "duma": ("RU", "parliament"),
    "fsb": ("RU", "intelligence"),
    "cia": ("US", "intelligence"),
    "sbu": ("UA", "intelligence"),
    "mossad": ("IL", "intelligence"),
    "fardc": ("CD", "army"),
    "fbi": ("US", "police"),
}
"""Names that say their country themselves; short ones must stand in capitals."""

FAR = 200
"""Words around a "bomber" in which "suicide" is looked for."""

WITH_BOMBS = frozenset({"suicide", "car", "truck", "would-be", "suspected", "alleged", "lone"})
"""Words before a "bomber" who is a person."""


@dataclass(frozen=True, slots=True)
class Body:
    """A part of any state: `part` is its id after "state:XX/"."""

    part: str
    name: str
    kind: EntityKind

    def of(self, country: str) -> Entity:
        """This part of one state, under its usual name."""
        name = USUAL.get((country, self.part)) or f"{adjective(country)} {self.name}"
        return Entity(name=name, id=f"state:{country}/{self.part}", kind=self.kind)


def body(document: Document, indices: tuple[int, ...]) -> Body | None:
    """The body that the words at `indices` name, the last of which is the head; None when they name none.

    The words of a body must be the last ones; of several fits the longest is taken.
    """
    if bombs_in_person(document, indices[-1]):
        return None
    lemmas = tuple(_lemma(document, i) for i in indices if document.tokens[i].tag not in ("HYPH", "POS", "DT"))
    for length in range(min(len(lemmas), 5), 0, -1):
        found = _patterns().get(lemmas[-length:])
        if found:
            return found
    if len(lemmas) >= 2 and lemmas[-1] in ("ministry", "minister"):
        return _ministry(lemmas[-2], lemmas[-1])
    return None


def bombs_in_person(document: Document, i: int) -> bool:
    """Whether "bomber" is a person and no aircraft: "suicide bombers", or any where a report tells of suicide."""
    if document.tokens[i].lower not in ("bomber", "bombers"):
        return False
    around = document.tokens[max(i - FAR, 0) : i + FAR]
    return document.tokens[i - 1].lower in WITH_BOMBS or any(token.lower == "suicide" for token in around)


def fixed(document: Document, i: int) -> Entity | None:
    """The body that a name of its own stands for ("Pentagon"), or None."""
    token = document.tokens[i]
    entry = FIXED.get(token.lower)
    if entry is None or not (token.text.isupper() or (token.text[0].isupper() and len(token.text) > 4)):
        return None
    return by_part()[entry[1]].of(entry[0])


@functools.cache
def by_part() -> dict[str, Body]:
    """Every listed body by its part."""
    return {part: Body(part, name, EntityKind(kind)) for part, name, kind, _ in rows("bodies.tsv", 4)}


def _ministry(subject: str, word: str) -> Body | None:
    if not subject.isalpha() or subject in ("prime", "same", "new", "own", "former", "other", "respective"):
        return None
    if word == "minister":
        return Body(f"{subject}-minister", f"{subject.capitalize()} Minister", EntityKind.STATE)
    return Body(f"{subject}-ministry", f"Ministry of {subject.capitalize()}", EntityKind.STATE)


def _lemma(document: Document, i: int) -> str:
    """Names keep their plural in the lemma ("Forces"), so that is cut by rule."""
    token = document.tokens[i]
    lemma = token.lemma if token.pos != "PROPN" else token.lower
    if (
        token.tag in ("NNPS", "NNS", "NNP", "VBZ")
        and lemma.endswith("s")
        and not lemma.endswith(("ss", "us", "affairs"))
        and len(lemma) > 4
    ):
        lemma = lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
    return {"medium": "media", "affair": "affairs"}.get(lemma, lemma)


@functools.cache
def _patterns() -> dict[tuple[str, ...], Body]:
    table: dict[tuple[str, ...], Body] = {}
    for part, _, _, alternatives in rows("bodies.tsv", 4):
        for words in alternatives.split("|"):
            key = tuple(words.replace("-", " ").replace("medium", "media").split())
            table.setdefault(key, by_part()[part])
    return table
