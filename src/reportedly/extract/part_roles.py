"""Give a happening those whom its own grammar leaves out, where the learned reader of parts is sure of them (`parts`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.extract.deeds import HARM, REMOTE, VIOLENT, Deed
from reportedly.extract.mentions import EntityMention, TimeMention
from reportedly.extract.part_signs import ground
from reportedly.extract.parts import Part, Taking, Weights, takings
from reportedly.extract.reference import Draft
from reportedly.extract.role_targets import NOBODY
from reportedly.model import Document, EntityKind, Report

SURE = {Part.INDIVIDUAL: 0.85, Part.BODY: 0.85, Part.THING: 0.6, Part.PERSON: 0.85, Part.WEAPON: 0.6}
"""So likely a phrase must take a part to be given to a happening of its sentence.

Chosen on `fakes`: with 0.8 for those who act, its actors fell by .002; with 0.8 for people, victims of `hrdsattack` by .03 points.
"""

ACTING = frozenset({Part.INDIVIDUAL, Part.BODY})
SUFFERING = frozenset({Part.THING, Part.PERSON})

LEFT_OUT = (REMOTE | HARM | {Deed.ABDUCTION, Deed.MOB, Deed.LOOTING}) - {Deed.DISPLACEMENT}
"""Deeds of which the reader was shown enough."""


def give_parts(
    report: Report, document: Document, drafts: Sequence[Draft], times: Sequence[TimeMention], *, weights: Weights | None = None
) -> None:
    """Add to happenings, in place, who did it, who suffered it and with what, where they have none and their sentence names one."""
    wanting = {d.happening.sentence: d for d in reversed(drafts) if _wants(d)}
    alone = {n: d for n, d in wanting.items() if _is_alone(drafts, d)}
    if not alone:
        return
    taken: dict[int, list[Taking]] = {}
    known = frozenset(m.head for n, d in alone.items() for m in _known(d) if document.tokens[m.head].sentence == n)
    for each in takings(ground(report, document, drafts, times), weights=weights, within=frozenset(alone), known=known):
        taken.setdefault(document.tokens[each.mention.head].sentence, []).append(each)
    for sentence, some in taken.items():
        _give(alone[sentence], some)


def _wants(draft: Draft) -> bool:
    real = draft.modality.is_real and draft.refers is None
    full = draft.roles.actor and draft.roles.target and draft.roles.weapon
    return real and draft.happening.main.deed in LEFT_OUT and not full


def _is_alone(drafts: Sequence[Draft], draft: Draft) -> bool:
    """Whether no other violence is told in the sentence, which the phrase could belong to."""
    return not any(
        other is not draft and other.happening.sentence == draft.happening.sentence and other.happening.deeds & VIOLENT for other in drafts
    )


def _known(draft: Draft) -> tuple[EntityMention, ...]:
    return (*draft.roles.actor, *draft.roles.target, *draft.roles.weapon, *draft.roles.platform)


def _give(draft: Draft, some: Sequence[Taking]) -> None:
    roles = draft.roles
    counted = {i for c in draft.attached.counts for i in range(c.start, c.end)}
    sure = [t for t in some if t.likely[t.part] >= SURE[t.part]]
    if not roles.actor:
        roles.actor += _best(t for t in sure if t.part in ACTING and t.mention.entity.kind is not EntityKind.WEAPON)
    if not roles.target:
        roles.target += _best(t for t in sure if t.part in SUFFERING and t.mention.head not in counted and not _says_nothing(t.mention))
    if not roles.weapon:
        roles.weapon += _best(t for t in sure if t.part is Part.WEAPON)


def _says_nothing(mention: EntityMention) -> bool:
    """Whether a phrase only says that there were people ("people", "others")."""
    return mention.entity.id is None and mention.entity.name.lower().rstrip("s") in NOBODY


def _best(some: Iterable[Taking]) -> list[EntityMention]:
    """The likeliest one alone: two phrases often name the same side."""
    best = max(some, key=lambda t: t.likely[t.part], default=None)
    return [] if best is None else [best.mention]
