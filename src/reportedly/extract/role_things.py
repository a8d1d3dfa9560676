"""Weapons and craft: what a deed is done with and from, under the names that the report gives them."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.extract.deeds import noun_lemma
from reportedly.extract.entity_phrases import bare, phrase
from reportedly.extract.entity_tables import words
from reportedly.extract.mentions import EntityMention
from reportedly.model import Document, Entity, EntityKind, Token

WEAPON_WORDS = frozenset(
    """tear pepper cruise
    ballistic guided heavy chemical toxic poison nerve anti-tank long-range improvised explosive explosives roadside hypersonic
    barrel cluster incendiary thermobaric car truck suicide vehicle artillery mortar rocket missile bomb grenade drone shell gas surface
    kamikaze attack loitering phosphorus vacuum bunker-buster""".split()
)
"""Words that make up the name of a weapon, before its head."""


def weapon_at(document: Document, head: int) -> EntityMention:
    """The weapon at a head word, named by the words that say which it is: no number, owner or quality."""
    tokens = document.tokens
    start = head
    for i in range(head - 1, max(-1, head - 5), -1):
        if tokens[i].tag == "HYPH":
            continue
        if tokens[i].sentence != tokens[head].sentence or not _tells_weapon(tokens[i]):
            break
        start = i
    name = " ".join(document.words(start, head + 1).split())
    return EntityMention(start=start, end=head + 1, head=head, entity=Entity(name=name, id=None, kind=EntityKind.WEAPON))


def _tells_weapon(token: Token) -> bool:
    """Whether a word before a weapon says which it is: a make or a sort, but not whose it is."""
    make = token.pos == "PROPN" and token.entity not in ("GPE", "NORP", "ORG", "LOC", "DATE")
    return make or token.lower in WEAPON_WORDS or token.lemma in words("weapon")


def weapon_before(document: Document, noun: int) -> Iterator[EntityMention]:
    """The weapon that stands before a verbal noun: "missile strikes", "chemical gas attack", or is part of it: "car bomb"."""
    tokens = document.tokens
    if noun_lemma(tokens[noun]) in words("weapon"):
        yield weapon_at(document, noun)
        return
    start, _ = phrase(document, noun)
    last = next((i for i in range(noun - 1, start - 1, -1) if tokens[i].lemma in words("weapon") | {"chemical", "drone", "bomb"}), None)
    if last is not None and tokens[last].lower != "bombing":
        yield weapon_at(document, last)


def platforms(document: Document, mention: EntityMention) -> list[EntityMention]:
    """A craft under its own name where one stands beside it: "the frigate (Amber Star)", else in its own words."""
    tokens = document.tokens
    called = next((c for c in document.children[mention.head] if tokens[c].dep == "appos" and tokens[c].pos == "PROPN"), None)
    first, end = bare(document, *phrase(document, mention.head))
    name = [t.text for t in tokens[first:end] if t.pos != "PUNCT"]
    owned = next((i for i in range(first, end) if tokens[i].tag == "POS"), None)
    if owned is not None:
        name = [t.text for t in tokens[owned + 1 : end]]
    if called is not None:
        start, stop = phrase(document, called)
        name = [t.text for t in tokens[start:stop]] + [tokens[mention.head].text]
        end = max(end, stop)
    named = Entity(name=" ".join(name), id=None, kind=EntityKind.PLATFORM)
    return [EntityMention(start=first, end=end, head=mention.head, entity=named)]


def is_craft(document: Document, head: int) -> bool:
    """Whether a noun is one for ships, aircraft, guns on wheels and the like."""
    return noun_lemma(document.tokens[head]) in words("platform")
