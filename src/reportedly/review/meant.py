"""Whom and which place the claims of a casebook mean by a name, so that a reviewer who types it means the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.model import Claim, Entity, PlaceRole, Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Entities and places by their ids and their names in small letters, of places also by their role: the first that a claim gives."""

    entities: Mapping[str, Entity]
    places: Mapping[tuple[PlaceRole, str], Where]


def meant(claims: Iterable[Claim]) -> Meant:
    """What is meant by the names that some claims give."""
    entities: dict[str, Entity] = {}
    places: dict[tuple[PlaceRole, str], Where] = {}
    for claim in claims:
        for stated in claim.values:
            for each in stated.value if isinstance(stated.value, tuple) else ():
                for key in filter(None, (each.name.casefold(), each.id)):
                    if isinstance(each, Entity):
                        entities.setdefault(key, each)
                    else:
                        places.setdefault((each.role, key), each)
    return Meant(entities=entities, places=places)
