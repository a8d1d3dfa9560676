"""Which earlier happening of the report a mention points back to: "the strikes", "all targets have been hit", "the toll rose"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.extract.attach import Attached
from reportedly.extract.deeds import HARM, REMOTE, VIOLENT, Deed
from reportedly.extract.details import AIMS
from reportedly.extract.entity_phrases import phrase
from reportedly.extract.frames import verb_frame
from reportedly.extract.happenings import Happening
from reportedly.extract.mentions import PlaceMention
from reportedly.extract.place_words import words as place_words
from reportedly.extract.roles import Roles
from reportedly.model import Document, Kind, Modality

BACK = frozenset({"the", "this", "these", "those", "that", "its", "their", "his", "both", "such"})
"""Determiners of what is known already."""

DEEPEST = 25
"""So many earlier happenings are looked at."""

PRECISE = 5
"""A place up to this precision tells which happening is meant."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """A happening with everything that was read of it, before claims are made of it.

    `open_kind` tells that its own words leave the kind open; `refers` is the index of the earlier draft that it points back to.
    """

    happening: Happening
    roles: Roles
    attached: Attached
    kind: Kind
    open_kind: bool
    modality: Modality
    refers: int | None = None
    borrowed_places: list[PlaceMention] = field(default_factory=list)


def refer(document: Document, drafts: Sequence[Draft], places: Sequence[PlaceMention]) -> None:
    """Set what each draft refers to, in place; take over the kind where it is open, and what "the city" means."""
    for n, draft in enumerate(drafts):
        if draft.happening.main.deed in (Deed.CAPTURE, Deed.HOLD) and not draft.attached.places:
            draft.borrowed_places = _the_city(document, draft, places) or _same_ground(drafts, n)
        if not _points_back(document, draft):
            continue
        found = _antecedent(drafts, n)
        if found is not None:
            draft.refers = found
            if draft.open_kind or draft.happening.main.deed in REMOTE | HARM:
                draft.kind = drafts[found].kind
                draft.open_kind = drafts[found].open_kind


def _points_back(document: Document, draft: Draft) -> bool:
    happening = draft.happening
    if happening.main.deed not in VIOLENT or happening.main.deed in (Deed.CAPTURE, Deed.ABDUCTION):
        return False
    if any(p.where.precision <= PRECISE for p in draft.attached.places) or draft.attached.times:
        return False
    if any(_is_known(document, noun) for noun in happening.nouns):
        return True
    if happening.nouns:
        return False
    return any(_verb_points_back(document, v) for v in happening.verbs)


def _is_known(document: Document, noun: int) -> bool:
    start, _ = phrase(document, noun)
    first = document.tokens[start]
    return first.lower in BACK or any(document.tokens[c].lower in BACK and document.tokens[c].dep in ("det", "poss") for c in document.children[noun])


def _verb_points_back(document: Document, verb: int) -> bool:
    """In "all targets were hit", "the missiles struck a depot", "the dead include"."""
    frame = verb_frame(document, verb)
    aims = [h for h in (*frame.patients, *frame.agents) if document.tokens[h].lemma in AIMS]
    if aims and (frame.passive or aims[0] in frame.agents) and not (frame.agents if frame.passive else ()):
        return not any(document.tokens[i].pos in ("PROPN", "NUM") for h in aims for i in range(phrase(document, h)[0], h))
    weapons = [h for h in frame.agents if document.tokens[h].tag in ("NNS", "NN") and _is_known(document, h)]
    return bool(weapons) and all(document.tokens[h].lemma in ("missile", "rocket", "bomb", "shell", "drone", "bomber", "attacker", "gunman", "assailant") for h in weapons)


def _antecedent(drafts: Sequence[Draft], n: int) -> int | None:
    deed = drafts[n].happening.main.deed
    if deed in REMOTE:
        fits = REMOTE
    elif deed in (Deed.CLASH, Deed.OFFENSIVE):
        fits = frozenset({Deed.CLASH, Deed.OFFENSIVE})
    else:
        fits = VIOLENT - {Deed.CAPTURE}
    for m in range(n - 1, max(-1, n - 1 - DEEPEST), -1):
        earlier = drafts[m]
        if earlier.happening.main.deed in fits and earlier.modality in (Modality.HAPPENED, Modality.ONGOING):
            return m if earlier.refers is None else earlier.refers
    return None


def _the_city(document: Document, draft: Draft, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The town that "the city" means: the last one named before."""
    for verb in draft.happening.verbs:
        frame = verb_frame(document, verb)
        for head in (*frame.patients, *frame.agents):
            token = document.tokens[head]
            if token.lemma not in place_words("settlement") or not _is_known(document, head):
                continue
            earlier = [p for p in places if p.end <= head and p.where.precision <= 2]
            if earlier:
                start, end = phrase(document, head)
                last = earlier[-1]
                return [PlaceMention(start=start, end=end, head=head, where=last.where, relation="")]
    return []


def _same_ground(drafts: Sequence[Draft], n: int) -> list[PlaceMention]:
    """The place of what was taken before in the same sentence: "X captured the town, before Y drove them out"."""
    for m in range(n - 1, -1, -1):
        earlier = drafts[m]
        if earlier.happening.sentence != drafts[n].happening.sentence:
            return []
        if earlier.happening.main.deed in (Deed.CAPTURE, Deed.HOLD) and (earlier.attached.places or earlier.borrowed_places):
            return list(earlier.attached.places or earlier.borrowed_places)
    return []
