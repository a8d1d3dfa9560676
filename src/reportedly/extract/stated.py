"""The values that a claim states, each with the words that give it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.extract.deeds import REMOTE, Deed, noun_lemma
from reportedly.extract.details import details
from reportedly.extract.entity_tables import words
from reportedly.extract.mentions import CountMention, EntityMention, PlaceMention, TimeMention
from reportedly.extract.reference import Draft
from reportedly.extract.role_targets import TALK
from reportedly.model import Document, EntityKind, Field, PlaceRole, Stated

ORDER = list(Field)
MOST_STEPS = 12
COUNTRY = 6
"""`where_prec` of countries."""

WATER = 7
"""`where_prec` of seas."""


def stated(document: Document, draft: Draft) -> list[tuple[Stated, ...]]:
    """The values of a happening; further lists hold one further number each, with the place and time of the first."""
    values: dict[Field, Stated] = {}
    for field, mentions in (
        (Field.ACTOR, draft.roles.actor),
        (Field.TARGET, draft.roles.target),
        (Field.WEAPON, draft.roles.weapon),
        (Field.PLATFORM, draft.roles.platform),
        (Field.NOTIFIED, draft.roles.notified),
    ):
        for value in with_entities(document, field, mentions):
            values[field] = value
    values |= {v.field: v for v in _places(document, draft)}
    time = _time(draft.attached.times or draft.borrowed_times)
    if time is not None:
        values[Field.WHEN] = Stated(
            field=Field.WHEN, value=time.when, text=document.words(time.start, time.end), span=document.span(time.start, time.end)
        )
    for detail in details(document, draft.happening):
        span = document.span(detail.start, detail.end)
        values[detail.field] = Stated(field=detail.field, value=detail.value, text=document.words(detail.start, detail.end), span=span)
    main, others = _counts(document, draft.attached.counts)
    values |= {v.field: v for v in main}
    shared = [values[f] for f in (Field.PLACE, Field.WHEN) if f in values]
    return [_ordered(values.values()), *(_ordered([*shared, other]) for other in others)]


def _ordered(values: Iterable[Stated]) -> tuple[Stated, ...]:
    return tuple(sorted(values, key=lambda v: ORDER.index(v.field)))


def with_entities(document: Document, field: Field, mentions: Sequence[EntityMention]) -> tuple[Stated, ...]:
    """One value with all entities of a role, or nothing."""
    if not mentions:
        return ()
    start, end = min(m.start for m in mentions), max(m.end for m in mentions)
    value = tuple(m.entity for m in mentions)
    return (Stated(field=field, value=value, text=document.words(start, end), span=document.span(start, end)),)


def _time(times: Sequence[TimeMention]) -> TimeMention | None:
    """The time that tells most: one whose days are known, the most exact first."""
    return min(times, key=lambda t: (t.when.precision is None, t.when.precision or 9, t.start), default=None)


def _counts(document: Document, counts: Sequence[CountMention]) -> tuple[list[Stated], list[Stated]]:
    """The first number of each field (a whole before parts), and all others."""
    by_field: dict[Field, list[CountMention]] = defaultdict(list)
    for count in counts:
        by_field[count.field].append(count)
    main: list[Stated] = []
    others: list[Stated] = []
    for field, some in by_field.items():
        ordered = sorted(some, key=lambda c: (c.count.part, c.start))
        made = [
            Stated(field=field, value=c.count, text=document.words(c.start, c.end), span=document.span(c.start, c.end)) for c in ordered
        ]
        main.append(made[0])
        others += made[1:]
    return main, others


SHIPS = frozenset({"tanker", "freighter", "ferry", "trawler", "carrier", "yacht", "tug"})
"""What is hit at sea and fires nothing."""


def _places(document: Document, draft: Draft) -> Iterator[Stated]:
    """Where it happened, and where it was launched from."""
    here: list[PlaceMention] = []
    launched: list[PlaceMention] = []
    for place in draft.attached.places or draft.borrowed_places:
        if any(m.start < place.end and place.start < m.end for m in _no_places(draft)):
            continue
        role = _role(document, draft, place)
        if role is PlaceRole.LAUNCHED_FROM and place.where.precision == COUNTRY and draft.happening.nouns:
            continue
        if role is PlaceRole.LAUNCHED_FROM:
            launched.append(place)
        else:
            here.append(replace(place, where=replace(place.where, role=role)))
    for field, some in ((Field.LAUNCHED_FROM, launched), (Field.PLACE, here)):
        kept = _most_exact(some)
        if kept:
            start, end = min(p.start for p in kept), max(p.end for p in kept)
            launch = field is Field.LAUNCHED_FROM
            value = tuple(replace(p.where, role=PlaceRole.LAUNCHED_FROM) if launch else p.where for p in kept)
            yield Stated(field=field, value=value, text=document.words(start, end), span=document.span(start, end))


def _no_places(draft: Draft) -> list[EntityMention]:
    """Those whose names hold the name of a place without telling where it happened: weapons, craft, and the parties to talks."""
    parties = [*draft.roles.actor, *draft.roles.target] if draft.happening.main.deed in TALK else []
    return [*draft.roles.weapon, *draft.roles.platform, *(m for m in parties if m.entity.kind is EntityKind.STATE)]


def _most_exact(places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places without those that contain another one of them, each once."""
    seen: dict[str, PlaceMention] = {}
    for place in places:
        if any(other.where.lies_in(place.where) for other in places):
            continue
        seen.setdefault(place.where.id or place.where.name.casefold(), place)
    return list(seen.values())


def _role(document: Document, draft: Draft, place: PlaceMention) -> PlaceRole:
    """What the place was to the happening, by the prepositions and nouns between the two."""
    way = list(_way(document, draft, place.head))
    spots = draft.attached.places or draft.borrowed_places
    outside = [document.tokens[i] for i in way if not any(each.start <= i < each.end for each in spots)]
    measured = any(token.tag == "CD" for token in document.tokens[place.start : place.head])
    before = place.relation.split()[:1] if not measured else []
    prepositions = {token.lower for token in outside if token.pos in ("ADP", "SCONJ")} | set(before)
    deed = draft.happening.main.deed
    from_ = prepositions & {"from", "off", "aboard"}
    if draft.happening.deeds & REMOTE:
        struck = {m.head for m in draft.roles.target}
        craft = any(noun_lemma(document.tokens[i]) in words("platform") and i not in struck for i in way)
        afloat = any(m.entity.kind is EntityKind.PLATFORM or noun_lemma(document.tokens[m.head]) in SHIPS for m in draft.roles.target)
        agent = place.where.precision == WATER and not afloat and not prepositions & {"over", "near"}
        return PlaceRole.LAUNCHED_FROM if from_ or craft or agent else PlaceRole.HAPPENED
    if deed in (Deed.RETREAT, Deed.MOBILISE, Deed.AID, Deed.DISPLACEMENT):
        if from_:
            return PlaceRole.MOVED_FROM
        return PlaceRole.HEADED_TO if prepositions & {"to", "into", "towards", "toward"} else PlaceRole.HAPPENED
    return PlaceRole.HAPPENED


def _way(document: Document, draft: Draft, head: int) -> Iterator[int]:
    """The words above a place up to the happening."""
    heads = frozenset(draft.happening.heads)
    i = head
    for _ in range(MOST_STEPS):
        above = document.tokens[i].head
        if above == i or above in heads:
            return
        yield above
        i = above
