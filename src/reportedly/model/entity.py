"""Those who act, are acted upon, and what they use."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EntityKind(StrEnum):
    """What an entity is, in ACLED's actor classes where it is one."""

    STATE_FORCES = "state forces"
    REBEL_GROUP = "rebel group"
    POLITICAL_MILITIA = "political militia"
    IDENTITY_MILITIA = "identity militia"
    RIOTERS = "rioters"
    PROTESTERS = "protesters"
    CIVILIANS = "civilians"
    EXTERNAL_FORCES = "external forces"
    STATE = "state"
    PERSON = "person"
    ORGANISATION = "organisation"
    WEAPON = "weapon"
    PLATFORM = "platform"
    OBJECT = "object"
    """A building, a vehicle, a depot: something hit."""
    UNKNOWN = "unknown"


ARMED = frozenset(
    {
        EntityKind.STATE_FORCES,
        EntityKind.EXTERNAL_FORCES,
        EntityKind.REBEL_GROUP,
        EntityKind.POLITICAL_MILITIA,
        EntityKind.IDENTITY_MILITIA,
    }
)
"""Those who fight for a side."""

BELLIGERENTS = ARMED | {EntityKind.STATE}
"""Those who can wage war."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something in a claim.

    `name` is the usual form where the entity is known, else the report's words;
    `id` is the same for all forms of one known entity's name ("group:islamic-state",
    "state:RU", "state:RU/navy"), or None. The part before "/" is whom it belongs to.
    """

    name: str
    id: str | None = None
    kind: EntityKind = EntityKind.UNKNOWN

    @property
    def owner(self) -> str | None:
        """Whom it belongs to: the part of the id before "/" ("state:RU" for "state:RU/navy"), or None without an id."""
        return None if self.id is None else self.id.partition("/")[0]
