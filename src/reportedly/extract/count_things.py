"""Numbers of things: munitions fired, craft that fired them, targets they hit, and distances in kilometres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.extract import count_words as words
from reportedly.extract.count_phrases import Phrase
from reportedly.extract.mentions import CountMention
from reportedly.extract.numbers import Number
from reportedly.model import Count, Document, Field, Token

KM_PER_MILE = 1.609344
"""The international mile, exactly (1959 agreement)."""

KILOMETRES = frozenset("km kms kilometre kilometres kilometer kilometers".split())
MILES = frozenset({"mile", "miles"})
APART = frozenset(
    "away from off outside inside apart distant across to into north south east west northeast northwest southeast southwest "
    "north-east north-west south-east south-west northern southern eastern western beyond".split()
)
DISTANT = frozenset("distance flew flown fly travelled traveled covered crossed distances".split())
SPEED_OR_REACH = frozenset(
    {"range", "radius", "wide", "long", "per", "an", "/", "road", "stretch", "deep", "high", "tall", "-", "zone", "strip"}
)
PASSIVE = frozenset({"nsubjpass", "dobj", "obj"})
TOWARD = frozenset({"on", "at", "against", "toward", "towards", "into", "in", "of"})
FROM = frozenset({"by", "from", "aboard", "of", "using", "with"})


def thing(document: Document, phrase: Phrase) -> tuple[Field, int] | None:
    """Which field a number of things fills and the word that says what they did, or None."""
    if phrase.low == 0 or phrase.noun not in words.MUNITION | words.CRAFT | words.THING:
        return None
    if phrase.noun in words.MUNITION:
        verb = _above(document, phrase.head, words.FIRING | words.FIRED | words.STRIKING | words.CARRYING)
        return None if verb is None else (Field.MUNITIONS, verb)
    role = _role(document, phrase.head)
    if role is None:
        return None
    dep, verb = role
    lemma = document.tokens[verb].lemma
    if phrase.noun in words.CRAFT:
        return _craft(phrase, dep, verb, lemma)
    struck = dep in PASSIVE and lemma in words.STRIKING
    aimed = dep in TOWARD and (lemma in words.FIRING or lemma in words.FIRED or lemma in words.STRIKING)
    return (Field.TARGETS, verb) if struck or aimed else None


def _craft(phrase: Phrase, dep: str, verb: int, lemma: str) -> tuple[Field, int] | None:
    """Craft that fire or bomb are platforms; craft that are hit are targets; drones that are launched are munitions."""
    drone = phrase.noun.startswith(("drone", "uav"))
    if dep in PASSIVE and drone and lemma in words.FIRING - {"hit", "strike"}:
        return Field.MUNITIONS, verb
    if dep in PASSIVE and (lemma in words.STRIKING or lemma == "shoot"):
        return Field.TARGETS, verb
    acting = dep == "nsubj" or dep in FROM
    known = lemma in words.FIRING or lemma in words.STRIKING or lemma in words.FIRED or lemma in words.CARRYING
    return (Field.PLATFORM_COUNT, verb) if acting and known else None


def _above(document: Document, i: int, wanted: frozenset[str]) -> int | None:
    """The nearest word above a noun, at most five steps up, whose lemma is wanted."""
    tokens = document.tokens
    for _ in range(5):
        if tokens[i].head == i:
            return None
        i = tokens[i].head
        if tokens[i].lemma in wanted or tokens[i].lower in wanted:
            return i
    return None


def _role(document: Document, i: int) -> tuple[str, int] | None:
    """How a noun hangs on its verb or verbal noun: ("nsubj", verb), or the preposition between them."""
    tokens = document.tokens
    for _ in range(6):
        if tokens[i].dep not in {"conj", "nummod", "appos", "compound", "quantmod"} or tokens[i].head == i:
            break
        i = tokens[i].head
    dep, head = tokens[i].dep, tokens[i].head
    if dep != "pobj":
        return (dep, head) if head != i else None
    above = tokens[head].head
    return (tokens[head].lower, above) if above != head else None


def distances(document: Document, numbers: Sequence[Number]) -> Iterator[CountMention]:
    """Distances between places, each once: in "1,500km (930 miles)" the kilometres are the value.

    Miles alone are turned into kilometres and rounded.
    """
    tokens = document.tokens
    after = 0
    for at, number in enumerate(numbers):
        unit = _unit(tokens, number)
        if unit is None or number.start < after:
            continue
        twin = _twin(tokens, number, numbers[at + 1] if at + 1 < len(numbers) else None, unit)
        end = twin.end + 1 if twin is not None else number.end + 1
        end += twin is not None and end < len(tokens) and tokens[end].text == ")"
        after = end
        governor = _apart(tokens, number.start, end)
        if governor is None:
            continue
        kilometres = twin if twin is not None and unit in MILES else number
        rate = KM_PER_MILE if twin is None and unit in MILES else 1.0
        low, high = round(kilometres.low * rate), None if kilometres.high is None else round(kilometres.high * rate)
        count = Count(low=low, high=high, wording=document.words(number.start, end))
        yield CountMention(start=number.start, end=end, head=number.end, field=Field.DISTANCE_KM, count=count, governor=governor)


def _unit(tokens: Sequence[Token], number: Number) -> str | None:
    if number.end >= len(tokens) or tokens[number.end].sentence != tokens[number.start].sentence or number.low == 0:
        return None
    word = tokens[number.end].lower
    return word if word in KILOMETRES or word in MILES else None


def _twin(tokens: Sequence[Token], number: Number, following: Number | None, unit: str) -> Number | None:
    """The same distance in the other unit, right behind."""
    if following is None or following.start > number.end + 4:
        return None
    other = _unit(tokens, following)
    return following if other is not None and (other in MILES) != (unit in MILES) else None


def _apart(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """The word that makes a length a distance between places, or None."""
    sentence = tokens[start].sentence
    nearby = [i for i in range(end, min(end + 4, len(tokens))) if tokens[i].sentence == sentence and tokens[i].text not in "(),"]
    if nearby and tokens[nearby[0]].lower in SPEED_OR_REACH:
        return None
    before = [i for i in range(max(0, start - 4), start) if tokens[i].sentence == sentence]
    if any(tokens[i].lower in {"range", "radius", "speed"} for i in before):
        return None
    return next((i for i in nearby[:2] if tokens[i].lower in APART), next((i for i in before if tokens[i].lower in DISTANT), None))
