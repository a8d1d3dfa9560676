"""How many: numbers of people killed, injured, captured, missing or displaced, of munitions, craft and targets, and distances.

`numbers` finds them, `count_phrases` what they count, `count_outcomes` what is said of it, `count_groups`
lists and parts ("12 people, three of them children"). A number that nothing is said of makes no mention.

"12 killed and wounded" does not tell how many of each: both fields get 1 to 11 (with "or": 0 to 12).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.extract import count_words as words
from reportedly.extract.count_classes import Told, classed
from reportedly.extract.count_groups import Counted, group
from reportedly.extract.count_outcomes import governed
from reportedly.extract.count_phrases import Phrase, phrase
from reportedly.extract.count_singles import singles
from reportedly.extract.count_things import distances, thing
from reportedly.extract.mentions import CountMention
from reportedly.extract.numbers import numbers
from reportedly.model import PEOPLE_FIELDS, Count, Document, Field, Report, VictimClass
from reportedly.plugins import stage

CASUALTIES = frozenset({"casualties", "casualty"})
HARM = (Field.KILLED, Field.INJURED)


@stage(version=1, reads={"document.tokens", "document.sentences", "document.names"}, makes={"mentions.counts"})
def counts(report: Report, document: Document) -> tuple[CountMention, ...]:  # noqa: ARG001  (every reader takes both)
    """All counts of a report, in text order; a whole stands before its parts."""
    found = numbers(document.tokens)
    phrases = [p for p in (phrase(document, number) for number in found) if p is not None]
    taken = {i for p in phrases for i in range(p.start, p.end)}
    phrases += [p for p in singles(document) if taken.isdisjoint(range(p.start, p.end))]
    phrases.sort(key=lambda p: (p.start, p.end))
    mentions = [*_people(document, phrases), *_things(document, phrases), *_none_at_all(document, phrases), *distances(document)]
    order = list(Field)
    mentions.sort(key=lambda m: (m.start, -m.end, order.index(m.field)))
    return tuple(mentions)


def _people(document: Document, phrases: list[Phrase]) -> Iterator[CountMention]:
    said = [Counted(p, governed(document, p), part=p.part) for p in phrases if p.people]
    told = [
        Told(each, field, counted.governed.governor, counted.part)
        for counted in group(document, said)
        for each, field in _split(document, counted)
        if counted.governed is not None and field in PEOPLE_FIELDS
    ]
    for one in classed(told):
        yield _mention(document, one.phrase, one.field, one.governor, part=one.part)


def _mention(document: Document, it: Phrase, field: Field, governor: int, *, part: bool = False) -> CountMention:
    of = it.of if field in PEOPLE_FIELDS else None
    count = Count(low=it.low, high=it.high, wording=document.words(it.start, it.end), of=of, part=part)
    return CountMention(start=it.start, end=it.end, head=it.head, field=field, count=count, governor=governor)


def _split(document: Document, counted: Counted) -> Iterator[tuple[Phrase, Field]]:
    """The phrase under its field; under both fields when "killed and wounded" share one number."""
    it, said = counted.phrase, counted.governed
    if said is None:
        return
    joint = _shared(document, said.governor, said.field, before=it.start > said.governor)
    if joint is None or it.low == 0:
        yield it, said.field
        return
    both = joint == "and"
    top = it.high if it.high is None or not both else max(it.high - 1, 1)
    for field in HARM:
        yield replace(it, low=1 if both else 0, high=top), field


def _shared(document: Document, governor: int, field: Field, *, before: bool) -> str | None:
    """The joint when "killed and wounded" or "killing or wounding" stand together without a number between."""
    tokens = document.tokens
    first, last = (governor - 2, governor) if before else (governor, governor + 2)
    if field not in HARM or first < 0 or last >= len(tokens) or tokens[first].sentence != tokens[last].sentence:
        return None
    pair = [words.OUTCOMES.get(tokens[i].lower) for i in (first, last)]
    joint = tokens[first + 1].lower
    if joint not in {"and", "or"} or any(o is None or not o.takes for o in pair):
        return None
    if not before and _goes_on(document, last):
        return None
    return joint if {o.field for o in pair if o is not None} == set(HARM) else None


def _goes_on(document: Document, i: int) -> bool:
    """Whether a verb has an object of its own ("were killed and wounded others")."""
    return any(document.tokens[c].dep in {"dobj", "obj"} for c in document.children[i])


def _things(document: Document, phrases: list[Phrase]) -> Iterator[CountMention]:
    for it in phrases:
        if (found := thing(document, it)) is not None:
            yield _mention(document, it, *found)


def _none_at_all(document: Document, phrases: list[Phrase]) -> Iterator[CountMention]:
    """`no civilian casualties`, `without casualties`: nobody killed and nobody injured."""
    zero = {p.head: p for p in phrases if p.high == 0}
    for token in document.tokens:
        if token.lower not in CASUALTIES:
            continue
        it = zero.get(token.i) or _without(document, token.i)
        if it is not None:
            for field in HARM:
                yield _mention(document, it, field, token.i)


def _without(document: Document, i: int) -> Phrase | None:
    tokens = document.tokens
    for start in range(i - 1, max(-1, i - 4), -1):
        if tokens[start].lower == "without" and tokens[start].sentence == tokens[i].sentence:
            civilian = any(tokens[k].lower in words.CIVILIAN for k in range(start, i))
            of = VictimClass.CIVILIAN if civilian else VictimClass.UNKNOWN
            return Phrase(start=start, end=i + 1, head=i, low=0, high=0, noun=tokens[i].lower, of=of)
    return None
