"""Which earlier happening of the report a mention points back to: "the strikes", "all targets have been hit", "the toll rose"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.extract.attach import Attached
from reportedly.extract.deeds import HARM, REMOTE, VIOLENT, Deed
from reportedly.extract.details import aim_of
from reportedly.extract.entity_phrases import phrase
from reportedly.extract.frames import verb_frame
from reportedly.extract.happenings import Happening, portion
from reportedly.extract.mentions import EntityMention, PlaceMention, TimeMention
from reportedly.extract.place_words import words as place_words
from reportedly.extract.roles import Roles
from reportedly.model import Document, Field, Kind, Modality

BACK = frozenset({"the", "this", "these", "those", "that", "its", "their", "his", "both", "such"})
"""Determiners of what is known already."""

DEEPEST = 25
"""So many earlier happenings are looked at."""

TOLD = frozenset("notify inform warn alert brief tell advise comment briefing".split())
"""Words whose "of", "about" or "on" leads to what somebody heard or spoke of."""

PRECISE = 5
"""A place up to this precision tells which happening is meant."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """A happening with everything that was read of it, before claims are made of it.

    `open_kind` tells that its own words leave the kind open; `refers` is the index of the draft that it points to.
    """

    happening: Happening
    roles: Roles
    attached: Attached
    kind: Kind
    open_kind: bool
    modality: Modality
    refers: int | None = None
    borrowed_places: list[PlaceMention] = field(default_factory=list)
    borrowed_times: list[TimeMention] = field(default_factory=list)


def refer(document: Document, drafts: Sequence[Draft], places: Sequence[PlaceMention]) -> None:
    """Set what each draft refers to, in place; take over the kind where it is open, and what "the city" means."""
    for n, draft in enumerate(drafts):
        if draft.happening.main.deed in (Deed.CAPTURE, Deed.HOLD) and not draft.attached.places:
            draft.borrowed_places = _the_city(document, draft, places) or _same_ground(drafts, n)
            _driven_out(document, drafts, n)
        found = _campaign(document, drafts, n)
        if found is None and not _points_back(document, draft):
            _take_kind(document, drafts, n)
            continue
        found = _antecedent(document, drafts, n) if found is None else found
        if found is not None:
            draft.refers = found
            if draft.open_kind or draft.happening.main.deed in REMOTE | HARM:
                draft.kind = drafts[found].kind
                draft.open_kind = drafts[found].open_kind


def _campaign(document: Document, drafts: Sequence[Draft], n: int) -> int | None:
    """The campaign that a mention of strikes in general belongs to: "they continue to hit …", "its week of strikes".

    It is the one of the same side, wherever the report names it; None for single strikes and where no campaign is named.
    """
    draft = drafts[n]
    if draft.happening.main.deed not in REMOTE or draft.attached.times or any(p.where.precision <= PRECISE for p in draft.attached.places):
        return None
    if draft.modality is not Modality.ONGOING and not any(portion(document, noun) is not None for noun in draft.happening.nouns):
        return None
    mine = _sides(draft)
    named = [m for m, each in enumerate(drafts) if m != n and each.happening.main.word.endswith("campaign") and _sides(each) & mine]
    return named[0] if named else None


def _sides(draft: Draft) -> frozenset[str]:
    return frozenset(m.entity.owner for m in draft.roles.actor if m.entity.owner is not None)


AHEAD = 6
"""Sentences behind a headline in which what it speaks of is told in full."""


def _take_kind(document: Document, drafts: Sequence[Draft], n: int) -> None:
    """An open kind is taken from a mention of the same happening that tells it: the same number of dead, or what a headline announces."""
    draft = drafts[n]
    if not draft.open_kind or draft.happening.main.deed not in REMOTE | HARM:
        return
    first = document.sentences[draft.happening.sentence].headline or draft.happening.sentence == 0
    killed = _killed(draft)
    for m, other in enumerate(drafts):
        if other.open_kind or m == n:
            continue
        ahead = other.happening.sentence - draft.happening.sentence
        told = (first and 0 <= ahead <= AHEAD) or (killed is not None and killed == _killed(other))
        if told and _may_be(other, draft, REMOTE | HARM | {Deed.CLASH, Deed.OFFENSIVE}):
            draft.kind = other.kind
            return


def _killed(draft: Draft) -> int | None:
    return next((c.count.low for c in draft.attached.counts if c.field is Field.KILLED and not c.count.part and c.count.low > 0), None)


def _driven_out(document: Document, drafts: Sequence[Draft], n: int) -> None:
    """Who "them" are in "X took the town, before Y drove them out": who took it before."""
    draft, earlier = drafts[n], drafts[n - 1] if n else None
    if earlier is None or draft.roles.target or earlier.happening.sentence != draft.happening.sentence:
        return
    for verb in draft.happening.verbs:
        for head in verb_frame(document, verb).patients:
            if document.tokens[head].lower == "them" and earlier.roles.actor:
                who = earlier.roles.actor[0].entity
                draft.roles.target.append(EntityMention(start=head, end=head + 1, head=head, entity=who))


def _points_back(document: Document, draft: Draft) -> bool:
    happening = draft.happening
    if happening.main.deed not in VIOLENT or happening.main.deed in (Deed.CAPTURE, Deed.ABDUCTION):
        return False
    if any(p.where.precision <= PRECISE for p in draft.attached.places) or draft.attached.times:
        return False
    if not happening.nouns and not happening.verbs:
        return True
    if any(_is_known(document, noun) for noun in happening.nouns):
        return True
    if happening.nouns:
        return False
    return any(_verb_points_back(document, v) for v in happening.verbs)


def _is_known(document: Document, noun: int) -> bool:
    start, _ = phrase(document, noun)
    first = document.tokens[start]
    return first.lower in BACK or any(
        document.tokens[c].lower in BACK and document.tokens[c].dep in ("det", "poss") for c in document.children[noun]
    )


def _verb_points_back(document: Document, verb: int) -> bool:
    """In "all targets were hit", "the missiles struck a depot", "300 others were injured"."""
    frame = verb_frame(document, verb)
    if frame.passive and any(document.tokens[h].lemma == "other" for h in frame.patients):
        return True
    aims = [h for h in (*frame.patients, *frame.agents) if aim_of(document, h) is not None]
    if aims and (frame.passive or aims[0] in frame.agents) and not (frame.agents if frame.passive else ()):
        return not any(
            document.tokens[i].pos in ("PROPN", "NUM") for h in aims for i in range(phrase(document, aim_of(document, h) or h)[0], h)
        )
    weapons = [h for h in frame.agents if document.tokens[h].tag in ("NNS", "NN") and _is_known(document, h)]
    return bool(weapons) and all(
        document.tokens[h].lemma in ("missile", "rocket", "bomb", "shell", "drone", "bomber", "attacker", "gunman", "assailant")
        for h in weapons
    )


def _is_topic(document: Document, draft: Draft) -> bool:
    """Whether others only hear or speak of it: "notified Ankara of the attacks", "no comment on the strikes"."""
    for noun in draft.happening.nouns:
        before = document.tokens[document.tokens[noun].head]
        if before.lower in ("about", "of", "on") and document.tokens[before.head].lemma in TOLD:
            return True
    return False


def _antecedent(document: Document, drafts: Sequence[Draft], n: int) -> int | None:
    """The earlier happening that is meant: of the same side, by the same word, of a kind that is told, the nearest first.

    What others only hear or speak of is what the report is about: the first that it told.
    """
    deed = drafts[n].happening.main.deed
    if deed in REMOTE:
        fits = REMOTE
    elif deed in (Deed.CLASH, Deed.OFFENSIVE):
        fits = frozenset({Deed.CLASH, Deed.OFFENSIVE})
    else:
        fits = VIOLENT - {Deed.CAPTURE}
    before = range(n - 1, max(-1, n - 1 - DEEPEST), -1)
    found = [m for m in before if _may_be(drafts[m], drafts[n], fits)]
    if not found and deed in REMOTE:
        found = [m for m in before if not drafts[m].open_kind and _may_be(drafts[m], drafts[n], HARM)]
    mine = _sides(drafts[n])
    found = [m for m in found if _sides(drafts[m]) & mine] or found
    same = [m for m in found if drafts[m].happening.main.word == drafts[n].happening.main.word]
    closed = [m for m in found if not drafts[m].open_kind]
    if not same and _is_topic(document, drafts[n]):
        closed.reverse()
    best = next(iter((*same, *closed, *found)), None)
    return best if best is None or drafts[best].refers is None else drafts[best].refers


def _may_be(earlier: Draft, draft: Draft, fits: frozenset[Deed]) -> bool:
    """Whether an earlier happening is of the sort, was real, and was not somebody else's deed."""
    if earlier.happening.main.deed not in fits or not earlier.modality.is_real:
        return False
    mine, yours = _sides(draft), _sides(earlier)
    return not mine or not yours or bool(mine & yours)


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
