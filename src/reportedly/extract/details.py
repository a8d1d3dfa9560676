"""What came of a strike, and how others were told of it: outcome, timing and channel, in the report's words."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.extract.deeds import REMOTE, Deed
from reportedly.extract.entity_phrases import of_phrase, phrase
from reportedly.extract.frames import verb_frame
from reportedly.extract.happenings import Happening
from reportedly.model import Document, Field

PAST = {
    "hit": "hit",
    "destroy": "destroyed",
    "damage": "damaged",
    "take_out": "taken out",
    "wipe_out": "wiped out",
    "flatten": "flattened",
    "level": "levelled",
    "sink": "sunk",
    "strike": "struck",
    "demolish": "demolished",
    "obliterate": "obliterated",
    "crush": "crushed",
    "wreck": "wrecked",
    "eliminate": "eliminated",
}
"""Verbs that tell what came of a strike, with the word that is stored."""

AIMS = frozenset({"target", "objective", "position", "object", "site", "goal", "point"})
"""Nouns of which it is told that they were hit, without naming what they were."""

CHANNELS = frozenset({"channel", "hotline", "line", "phone", "telephone", "contact", "embassy", "mechanism", "memorandum", "attache"})
BEFORE = frozenset({"before", "prior", "advance", "ahead", "beforehand"})


@dataclass(frozen=True, slots=True)
class Detail:
    """Words for one of the fields outcome, timing and channel: tokens `[start, end)`, and the value."""

    field: Field
    start: int
    end: int
    value: str


def details(document: Document, happening: Happening) -> tuple[Detail, ...]:
    """The details of a happening, at most one a field."""
    found: dict[Field, Detail] = {}
    if happening.told_of is not None:
        for each in (_timing(document, happening.told_of), _channel(document, happening.told_of)):
            if each is not None:
                found[each.field] = each
    if happening.deeds & REMOTE:
        for verb in happening.verbs:
            outcome = _outcome(document, verb)
            if outcome is not None:
                found.setdefault(Field.OUTCOME, outcome)
    return tuple(found.values())


def aim_of(document: Document, head: int) -> int | None:
    """The noun for what was aimed at, also in "all of the targets"; None when the phrase names something else."""
    inside = of_phrase(document, head) if document.tokens[head].lower in ("all", "most", "some", "many", "none") else head
    return inside if inside is not None and document.tokens[inside].lemma in AIMS else None


def _outcome(document: Document, verb: int) -> Detail | None:
    """What became of what was aimed at; "all targets hit" where the report does not say what they were."""
    token = document.tokens[verb]
    particle = next((document.tokens[c] for c in document.children[verb] if document.tokens[c].dep == "prt"), None)
    word = f"{token.lemma}_{particle.lower}" if particle is not None and f"{token.lemma}_{particle.lower}" in PAST else token.lemma
    if word not in PAST or _is_future(document, verb):
        return None
    frame = verb_frame(document, verb)
    last = verb if particle is None or particle.i < verb else particle.i
    aim = next((a for h in frame.patients if (a := aim_of(document, h)) is not None), None)
    if aim is None:
        done = token.lemma in ("destroy", "damage", "take", "wipe", "flatten", "level", "sink", "demolish", "obliterate", "eliminate")
        return Detail(Field.OUTCOME, verb, last + 1, PAST[word]) if done else None
    start, end = phrase(document, aim)
    start = _with_all(document, aim, start)
    words = " ".join(
        t.lower for t in document.tokens[start:end] if t.pos not in ("DET", "PUNCT") or t.lower in ("all", "any", "every", "no")
    )
    if not set(words.split()) & {"all", "remaining", "every", "most", "some", "any", "no", "other"} and token.lemma in ("hit", "strike"):
        return None
    return Detail(Field.OUTCOME, min(start, verb), max(end, last + 1), f"{words} {PAST[word]}")


def _with_all(document: Document, aim: int, start: int) -> int:
    """The start of "all of the targets"."""
    of = document.tokens[aim].head
    if document.tokens[of].lower == "of" and document.tokens[document.tokens[of].head].lower in ("all", "most", "some", "none"):
        return document.tokens[of].head
    first = start
    while (
        first > 0
        and document.tokens[first - 1].lower in ("all", "any", "every", "most", "of", "the")
        and document.tokens[first - 1].sentence == document.tokens[aim].sentence
    ):
        first -= 1
    return first


def _is_future(document: Document, verb: int) -> bool:
    return any(
        document.tokens[c].lower in ("will", "would", "could", "may", "might", "to") and document.tokens[c].dep == "aux"
        for c in document.children[verb]
    )


def _timing(document: Document, verb: int) -> Detail | None:
    """When they were told: "in advance", "prior to the strikes", "at the appropriate time"."""
    tokens = document.tokens
    sentence = document.sentences[tokens[verb].sentence]
    for i in range(verb + 1, min(sentence.end, verb + 40)):
        lower = tokens[i].lower
        if lower in BEFORE:
            start = i - 1 if tokens[i - 1].lower in ("in", "well", "shortly") else i
            end = i + 2 if i + 1 < sentence.end and tokens[i + 1].lower in ("of", "to") else i + 1
            return Detail(Field.TIMING, start, end, f"{lower}" if lower in ("before", "beforehand") else "before")
        if lower in ("manner", "time", "notice") and tokens[i].dep == "pobj":
            start, end = phrase(document, i)
            return Detail(Field.TIMING, start, end, " ".join(document.words(start, end).strip('“”"').split()))
    return None


def _channel(document: Document, verb: int) -> Detail | None:
    """Through what they were told: "through existing channels", "by a hotline"."""
    for oblique in verb_frame(document, verb).obliques:
        if document.tokens[oblique.head].lemma in CHANNELS and oblique.preposition.split()[-1] in (
            "through",
            "via",
            "by",
            "over",
            "on",
            "using",
        ):
            return _channel_at(document, oblique.head)
    sentence = document.sentences[document.tokens[verb].sentence]
    for i in range(verb + 1, sentence.end):
        token = document.tokens[i]
        if token.lemma in CHANNELS and token.dep == "pobj" and document.tokens[token.head].lower in ("through", "via", "over", "using"):
            return _channel_at(document, i)
    return None


def _channel_at(document: Document, head: int) -> Detail:
    start, end = phrase(document, head)
    while start < end - 1 and document.tokens[start].pos == "DET":
        start += 1
    return Detail(Field.CHANNEL, start, end, " ".join(document.words(start, end).split()))


def is_report_of_others(happening: Happening) -> bool:
    """Whether nothing is known but that others were told of something."""
    return happening.main.deed is Deed.NOTICE
