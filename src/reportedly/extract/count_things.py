"""Numbers of things: munitions fired, craft that fired them, targets they hit, and distances in kilometres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.extract import count_words as words
from reportedly.extract.count_phrases import Phrase
from reportedly.extract.entity_bodies import bombs_in_person
from reportedly.extract.mentions import CountMention
from reportedly.extract.quantities import Bound, Quantity, quantities
from reportedly.extract.quantity_units import MEASURES
from reportedly.model import Count, Document, Field, Token

KM_PER_MILE = 1.609344
"""The international mile, exactly (1959 agreement)."""

KM_IN = {"kilometre": 1.0, "mile": KM_PER_MILE}
LENGTHS = frozenset(written for written, unit in MEASURES.items() if unit in KM_IN)
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
    if bombs_in_person(document, phrase.head):
        return None
    if phrase.noun in words.CRAFT:
        return _craft(phrase, dep, verb, lemma)
    struck = dep in PASSIVE and lemma in words.STRIKING
    aimed = dep in TOWARD and (lemma in words.FIRING or lemma in words.FIRED or lemma in words.STRIKING)
    return (Field.TARGETS, verb) if struck or aimed else None


def _craft(phrase: Phrase, dep: str, verb: int, lemma: str) -> tuple[Field, int] | None:
    """Craft that fire or bomb are platforms; craft that are hit are targets; drones that are launched are munitions."""
    drone = phrase.noun.startswith(("drone", "uav"))
    if dep in PASSIVE and drone and lemma in words.FIRING - {"hit", "strike", "shoot"}:
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


def distances(document: Document) -> Iterator[CountMention]:
    """Distances between places, each once: in "1,500km (930 miles)" the kilometres are the value.

    Miles alone are turned into kilometres; the value is rounded to whole kilometres.
    """
    tokens = document.tokens
    if not any(token.lower in LENGTHS for token in tokens):
        return
    found = [each for each in quantities(tokens) if each.unit in KM_IN and each.low > 0]
    after = 0
    for at, length in enumerate(found):
        if length.start < after:
            continue
        twin = _twin(length, found[at + 1] if at + 1 < len(found) else None)
        end = twin.end if twin is not None else length.end
        end += twin is not None and end < len(tokens) and tokens[end].text == ")"
        after = end
        governor = _apart(tokens, length.start, end)
        if governor is None:
            continue
        low, high = _kilometres(twin if twin is not None and length.unit == "mile" else length)
        count = Count(low=low, high=high, wording=document.words(length.start, end))
        yield CountMention(start=length.start, end=end, head=length.end - 1, field=Field.DISTANCE_KM, count=count, governor=governor)


def _kilometres(length: Quantity) -> tuple[int, int | None]:
    """The whole kilometres of a length, with the ends that its hedge leaves open."""
    rate = KM_IN[length.unit or ""]
    low, high = round(length.low * rate), None if length.high is None else round(length.high * rate)
    if length.bound is Bound.AT_LEAST:
        return low, None
    return (min(1, low), high) if length.bound is Bound.AT_MOST else (low, high)


def _twin(length: Quantity, following: Quantity | None) -> Quantity | None:
    """The same distance in the other unit, right behind."""
    near = following is not None and following.start <= length.end + 3
    return following if following is not None and near and following.unit != length.unit else None


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
