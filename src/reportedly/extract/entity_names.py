"""Known names: armed groups, organisations and countries, found in a text whatever their spelling.

Hyphens, full stops and apostrophes do not count, so that "al-Shabaab" is "Al Shabaab" and "U.S." is "US".
A name of one word must stand in its own case ("IS", "Fars"), or in capitals when it has four letters or more.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.extract.countries import CountryForm, countries, country_name
from reportedly.extract.entity_tables import rows
from reportedly.model import Document, Entity, EntityKind

ATOM = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for.

    `sort` is "group", "country" or the kind of an organisation as `organisations.tsv` gives it ("media", "monitor" …).
    `country` is the code of the country it belongs to, or "". `form` tells how a country is named.
    """

    entity: Entity
    sort: str
    country: str = ""
    form: CountryForm = CountryForm.NAME


@dataclass(frozen=True, slots=True)
class Match:
    """A known name in a text: tokens `[start, end)`."""

    start: int
    end: int
    known: Known


@dataclass(frozen=True, slots=True)
class _Alias:
    lower: tuple[str, ...]
    cased: tuple[str, ...]
    known: Known


def matches(document: Document) -> tuple[Match, ...]:
    """The known names of a document in text order, the longest at each place, without overlap."""
    atoms = [(atom, token.i) for token in document.tokens for atom in ATOM.findall(token.text.replace(".", "").replace("_", " "))]
    lower = [atom.lower() for atom, _ in atoms]
    found: list[Match] = []
    table = _table()
    at = 0
    while at < len(atoms):
        alias = _longest(atoms, lower, at) if lower[at] in table else None
        if alias is None:
            at += 1
            continue
        last = at + len(alias.lower) - 1
        if not found or found[-1].end <= atoms[at][1]:
            found.append(Match(atoms[at][1], atoms[last][1] + 1, alias.known))
        at = last + 1
    return tuple(found)


@functools.cache
def sorts() -> dict[str, str]:
    """The id of each listed group, organisation and state → its sort, as in `Known`."""
    return {known.entity.id: known.sort for _, known in _all() if known.entity.id}


@functools.cache
def known_by_id() -> dict[str, Entity]:
    """The listed groups, organisations and states by id."""
    return {known.entity.id: known.entity for _, known in _all() if known.entity.id}


def country_entity(code: str) -> Entity:
    """A state as a whole. KeyError for an unknown code."""
    return Entity(name=country_name(code), id=f"state:{code}", kind=EntityKind.STATE)


def _longest(atoms: list[tuple[str, int]], lower: list[str], at: int) -> _Alias | None:
    for alias in _table()[lower[at]]:
        length = len(alias.lower)
        if tuple(lower[at : at + length]) == alias.lower and _case_fits(tuple(text for text, _ in atoms[at : at + length]), alias):
            return alias
    return None


def _case_fits(texts: tuple[str, ...], alias: _Alias) -> bool:
    if len(texts) == 1:
        return texts == alias.cased or (len(texts[0]) >= 4 and texts[0].isupper())
    return any(text[0].isupper() or text[0].isdigit() for text in texts if text.lower() not in ("the", "al"))


@functools.cache
def _table() -> dict[str, tuple[_Alias, ...]]:
    table: dict[str, list[_Alias]] = {}
    for word, known in _all():
        cased = tuple(ATOM.findall(word.replace(".", "")))
        lower = tuple(atom.lower() for atom in cased)
        if lower:
            table.setdefault(lower[0], []).append(_Alias(lower, cased, known))
    return {first: tuple(sorted(aliases, key=lambda alias: -len(alias.lower))) for first, aliases in table.items()}


def _all() -> Iterator[tuple[str, Known]]:
    for slug, name, kind, country, aliases in rows("groups.tsv", 5):
        known = Known(Entity(name=name, id=f"group:{slug}", kind=EntityKind(kind)), "group", country)
        yield from ((word, known) for word in (name, *aliases.split("|")))
    for slug, name, sort, country, aliases in rows("organisations.tsv", 5):
        kind = EntityKind.EXTERNAL_FORCES if sort == "external forces" else EntityKind.ORGANISATION
        known = Known(Entity(name=name, id=f"org:{slug}", kind=kind), sort, country)
        yield from ((word, known) for word in (name, *aliases.split("|")))
    for nation in countries():
        entity = country_entity(nation.code)
        yield from ((word, Known(entity, "country", nation.code, form)) for word, form in nation.forms())
