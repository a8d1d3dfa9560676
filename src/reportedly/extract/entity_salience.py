"""Pronouns and definite descriptions: which earlier mention of the same report they stand for.

A simple rule of salience: the nearest earlier subject that agrees in kind, at most so many sentences back;
failing that the nearest other mention. What finds no antecedent stays unresolved.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable
from dataclasses import dataclass, replace

from reportedly.extract.entity_bodies import body, by_part
from reportedly.extract.entity_mentions import entity_at
from reportedly.extract.entity_names import country_entity, sorts
from reportedly.extract.entity_phrases import is_noun
from reportedly.extract.entity_reading import reading
from reportedly.extract.entity_tables import words
from reportedly.extract.mentions import EntityMention
from reportedly.model import Document, Entity, EntityKind

WINDOW = 4
"""A pronoun looks back so many sentences at most; a description ("the ministry") through the whole report."""

DEEPEST = 60
"""So many mentions are looked at before the search ends, which bounds the time."""

NEAREST = 8
"""So many words that hang on a verb of saying are looked at for its subject."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})

THINGS = frozenset({EntityKind.OBJECT, EntityKind.WEAPON, EntityKind.PLATFORM, EntityKind.UNKNOWN, EntityKind.CIVILIANS})

OFFICES = frozenset({"president", "prime-minister"})
"""Parts of a state that are held by one person, for whom "it" never stands."""


@dataclass(frozen=True, slots=True)
class _Seen:
    at: int
    sentence: int
    subject: bool
    plural: bool
    mention: EntityMention


class _Last:
    """The mentions of the document that was asked for last."""

    kept: tuple[Document, tuple[_Seen, ...]] | None = None


def resolve(document: Document, head: int, *, doer: bool = False) -> EntityMention | None:
    """The entity at a head word, with pronouns and definite descriptions led back to their antecedent.

    The mention keeps its own tokens; only the entity is the antecedent's. None for a pronoun without antecedent.
    A `doer` is who does what is told, rather than who tells it: no pronoun stands for a monitor or another organisation
    that reports name for its words.
    """
    token = document.tokens[head]
    if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
        fits = _doer_fits(token.lower) if doer else _pronoun_fits(token.lower)
        entity = _teller(document, head, fits) or _antecedent(document, head, fits, WINDOW)
        return EntityMention(start=head, end=head + 1, head=head, entity=entity) if entity else None
    mention = entity_at(document, head)
    if mention is None or mention.entity.id is not None:
        return mention
    entity = _description(document, head, mention)
    return replace(mention, entity=entity) if entity else mention


def _teller(document: Document, head: int, fits: Callable[[_Seen], bool]) -> Entity | None:
    """Who speaks of himself: "the ministry announced that it had hit a depot"."""
    verb = document.tokens[head].head
    told = document.tokens[verb]
    if document.tokens[head].dep != "nsubj" or told.dep != "ccomp":
        return None
    beside = document.children[told.head]
    before = bisect.bisect_left(beside, head)
    nearest = (document.tokens[c] for c in reversed(beside[max(0, before - NEAREST) : before]))
    tellers = (token.i for token in nearest if token.dep == "nsubj" and token.pos != "PRON" and is_noun(token))
    for teller in tellers:
        token = document.tokens[teller]
        mention = resolve(document, teller)
        if mention is not None and fits(_Seen(teller, token.sentence, subject=True, plural=token.tag in ("NNS", "NNPS"), mention=mention)):
            return mention.entity
    return None


def last_state(document: Document, head: int) -> Entity | None:
    """The state that a report speaks of before a word: the nearest subject, failing that the nearest mention; None for none."""
    found = _antecedent(document, head, lambda seen: (seen.mention.entity.id or "").startswith("state:"), WINDOW)
    return found if found is None else country_entity(str(found.id)[6:8])


WATCHING = {
    **dict.fromkeys(("rights", "monitoring", "monitor", "watchdog", "activist"), "monitor"),
    **dict.fromkeys(("aid", "relief", "humanitarian", "medical"), "aid"),
}
"""Words before "group" that say what it is for, and the sort of organisation that makes it; it is no armed group then."""


def _description(document: Document, head: int, mention: EntityMention) -> Entity | None:
    token, start = document.tokens[head], mention.start
    if not _is_definite(document, start, head):
        return None
    found = body(document, tuple(range(start, mention.end)))
    if found is not None and token.lemma not in words("fighter"):
        same = _antecedent(document, head, lambda seen: (seen.mention.entity.id or "").endswith(f"/{found.part}"), None)
        return same or _owned(document, head, found.part)
    watching = {document.tokens[i].lower for i in range(start, head)} & WATCHING.keys()
    if watching and token.lemma in words("group") | {"body", "agency"}:
        sort = WATCHING[min(watching)]
        return _antecedent(document, head, lambda seen: _sort(seen) == sort, None)
    return _antecedent(document, head, test, None) if (test := _kind_word(token.lemma, token.lower)) else None


def _is_definite(document: Document, start: int, head: int) -> bool:
    first = document.tokens[start]
    if first.tag in ("DT", "PRP$") and first.head != head:
        return False
    return first.lower in ("the", "this", "that", "these", "those", "its", "their", "his", "her") or (
        document.tokens[start].i == head and first.lower in ("observatory", "ministry", "government", "military", "army", "police")
    )


def _owned(document: Document, head: int, part: str) -> Entity | None:
    """In "its warships" → the warships of the state that "its" stands for."""
    for child in document.children[head]:
        if document.tokens[child].tag == "PRP$" and (owner := resolve(document, child)) and (owner.entity.id or "").startswith("state:"):
            return by_part()[part].of(str(owner.entity.id)[6:8]) if part in by_part() else None
    return None


def _kind_word(lemma: str, lower: str) -> Callable[[_Seen], bool] | None:
    """What "the group", "the ministry", "the monitor" … can stand for, or None when the word points to nobody."""
    tests: tuple[tuple[frozenset[str], Callable[[_Seen], bool]], ...] = (
        (frozenset({"ministry"}), lambda s: _part(s) in ("mod", "mfa", "interior") or _part(s).endswith("-ministry")),
        (frozenset({"observatory", "watchdog", "monitor"}), lambda s: _sort(s) == "monitor"),
        (words("medium") - {"correspondent"}, lambda s: _sort(s) == "media" or _part(s) == "state-media"),
        (frozenset({"charity", "organisation", "organization", "body"}), lambda s: s.mention.entity.kind is EntityKind.ORGANISATION),
        (frozenset({"country", "state", "nation"}), lambda s: s.mention.entity.kind is EntityKind.STATE and not _part(s)),
        (frozenset({"coalition", "alliance"}), lambda s: s.mention.entity.kind is EntityKind.EXTERNAL_FORCES),
        (words("rebel") | words("group"), lambda s: (s.mention.entity.id or "").startswith("group:")),
        (frozenset({"minister", "president", "leader", "commander", "general"}), lambda s: s.mention.entity.kind is EntityKind.PERSON),
    )
    return next((test for listed, test in tests if lemma in listed or lower in listed), None)


def _part(seen: _Seen) -> str:
    return (seen.mention.entity.id or "").partition("/")[2]


def _sort(seen: _Seen) -> str:
    return sorts().get(seen.mention.entity.id or "", "")


PERSONAL = {
    **dict.fromkeys("i me my mine myself he she him her his hers himself herself".split(), EntityKind.PERSON),
    **dict.fromkeys("we us our ours ourselves they them their theirs themselves".split(), EntityKind.ORGANISATION),
}
"""Pronouns for persons and for sides or groups, whoever they stand for."""


def _pronoun_fits(pronoun: str) -> Callable[[_Seen], bool]:
    if PERSONAL.get(pronoun) is EntityKind.PERSON and pronoun[0] not in "im":
        return lambda seen: seen.mention.entity.kind is EntityKind.PERSON
    if pronoun in ("they", "them", "their", "theirs", "themselves"):
        return lambda seen: seen.mention.entity.kind not in THINGS | {EntityKind.PERSON}
    if pronoun in ("it", "its", "itself"):
        return lambda seen: not seen.plural and _part(seen) not in OFFICES and seen.mention.entity.kind not in THINGS | {EntityKind.PERSON}
    return lambda _: False


def _doer_fits(pronoun: str) -> Callable[[_Seen], bool]:
    fits = _pronoun_fits(pronoun)
    return lambda seen: seen.mention.entity.kind is not EntityKind.ORGANISATION and fits(seen)


def _antecedent(document: Document, head: int, fits: Callable[[_Seen], bool], window: int | None) -> Entity | None:
    sentence = document.tokens[head].sentence
    other: Entity | None = None
    looked = 0
    for seen in reversed(_before(_mentions(document), head)):
        looked += 1
        if looked > DEEPEST or (window is not None and seen.sentence < sentence - window):
            break
        if not fits(seen):
            continue
        if seen.subject or window is None:
            return seen.mention.entity
        other = other or seen.mention.entity
    return other


def _before(mentions: tuple[_Seen, ...], head: int) -> tuple[_Seen, ...]:
    low, high = 0, len(mentions)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if mentions[middle].at < head else (low, middle)
    return mentions[max(0, low - DEEPEST) : low]


def _mentions(document: Document) -> tuple[_Seen, ...]:
    """Every mention that has an id, in text order; the last document's are kept."""
    if _Last.kept is None or _Last.kept[0] is not document:
        _Last.kept = (document, tuple(seen for token in document.tokens if (seen := _seen(document, token.i))))
    return _Last.kept[1]


def _seen(document: Document, i: int) -> _Seen | None:
    token = document.tokens[i]
    modifier = token.dep in ("compound", "nmod", "amod", "npadvmod")
    if (modifier and i not in reading(document).names) or not (is_noun(token) or modifier):
        return None
    mention = entity_at(document, i) if not modifier else None
    if modifier and document.tokens[token.head].pos == "PROPN":
        return None
    if modifier and (name := reading(document).names[i]) and name.end - 1 == i:
        mention = EntityMention(start=name.start, end=name.end, head=i, entity=name.known.entity)
    if mention is None or mention.entity.id is None:
        return None
    plural = token.tag in ("NNS", "NNPS") and mention.entity.kind is not EntityKind.STATE
    return _Seen(i, token.sentence, not modifier and token.dep in SUBJECTS, plural, mention)
