"""The noun phrases of a report that can take a part in harm, each once, in the words that name it."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.extract.deeds import noun_lemma
from reportedly.extract.entity_mentions import entity_at
from reportedly.extract.entity_phrases import bare, of_phrase, phrase
from reportedly.extract.entity_reading import reading
from reportedly.extract.entity_tables import words
from reportedly.extract.mentions import EntityMention
from reportedly.model import Document, Entity, EntityKind, Name

PASSED_OVER = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE", "EVENT", "LAW"})
"""Types of names that nobody and nothing bears."""

OF_SOMETHING = frozenset(
    """member group office headquarters residence home house branch building department wing leader charge stick load section unit band
    column part facility premises agency plant number pair gang squad stretch tower""".split()
)
"""Nouns that say little without the "of …" behind them."""

SOME = frozenset({"several", "many", "some", "few", "other", "another", "various", "numerous", "certain"})
"""Words before a noun that only say how many, or that there are more."""

BEFORE = ("compound", "amod", "nmod", "poss", "npadvmod")
"""Relations of a noun that describes the next one."""


def part_nouns(document: Document, *, within: frozenset[int] | None = None) -> Iterator[EntityMention]:
    """Those who and that which the report names by nouns, in text order; of a name, the word that it hangs on its sentence by.

    `within`: only those of these sentences, None for all.
    """
    inside = {i: name for name in document.names for i in range(name.start, name.end)}
    for token in document.tokens:
        if within is not None and token.sentence not in within:
            continue
        name = inside.get(token.i)
        if _is_named_at(document, token.i, name):
            yield _mention(document, token.i, name)


def _is_named_at(document: Document, i: int, name: Name | None) -> bool:
    """Whether the word heads a phrase, or ends a known name or a weapon's that describes another noun ("Amber Front fighters")."""
    token = document.tokens[i]
    if name is not None and name.label in PASSED_OVER:
        return False
    known = reading(document).names.get(i)
    describes = token.dep in BEFORE and token.head > i
    if known is not None and describes and known.end - 1 == i and not known.start <= token.head < known.end:
        return True
    if describes and token.lemma.lower() in words("weapon"):
        return True
    if token.pos not in ("NOUN", "PROPN"):
        return False
    if name is not None and name.start <= token.head < name.end and token.head != i:
        return False
    return not describes or (name is not None and i == name.end - 1)


def _mention(document: Document, i: int, name: Name | None) -> EntityMention:
    """The phrase at a word: a name alone, else the words without determiner and number."""
    start, end = _extent(document, i, name)
    found = entity_at(document, i)
    known = reading(document).names.get(i)
    if found is not None:
        entity = found.entity
    elif known is not None:
        entity = known.known.entity
    else:
        entity = Entity(name=document.words(start, end), kind=_kind(document, i))
    return EntityMention(start=start, end=end, head=i, entity=entity)


def _kind(document: Document, i: int) -> EntityKind:
    return EntityKind.WEAPON if document.tokens[i].lemma.lower() in words("weapon") else EntityKind.UNKNOWN


def _extent(document: Document, i: int, name: Name | None) -> tuple[int, int]:
    token = document.tokens[i]
    if name is not None and (name.label == "PERSON" or token.dep in BEFORE):
        return _without_title(document, name.start, max(name.end, i + 1))
    known = reading(document).names.get(i)
    if known is not None and token.dep in BEFORE:
        return known.start, known.end
    start, end = bare(document, *phrase(document, i))
    while start < end - 1 and document.tokens[start].lower in SOME:
        start += 1
    inner = of_phrase(document, i) if noun_lemma(token) in OF_SOMETHING else None
    if inner is not None and inner < len(document.tokens):
        end = inner + 1
    return start, end


def _without_title(document: Document, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and document.tokens[start].lower.rstrip(".") in words("title"):
        start += 1
    return start, end
