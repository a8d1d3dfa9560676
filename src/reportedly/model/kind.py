"""What kinds of happenings there are: ACLED's sub-event types, and PLOVER's where none fits.

Sources: the ACLED codebook's 25 sub-event types with their six event types, and
the PLOVER manual's 16 event types. Only the names of the categories are used.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The kind of a happening. The value is what exports and pages show."""

    GOVERNMENT_REGAINS_TERRITORY = "Government regains territory"
    NON_STATE_ACTOR_OVERTAKES_TERRITORY = "Non-state actor overtakes territory"
    ARMED_CLASH = "Armed clash"
    EXCESSIVE_FORCE = "Excessive force against protesters"
    PROTEST_WITH_INTERVENTION = "Protest with intervention"
    PEACEFUL_PROTEST = "Peaceful protest"
    VIOLENT_DEMONSTRATION = "Violent demonstration"
    MOB_VIOLENCE = "Mob violence"
    CHEMICAL_WEAPON = "Chemical weapon"
    AIR_STRIKE = "Air/drone strike"
    SUICIDE_BOMB = "Suicide bomb"
    SHELLING = "Shelling/artillery/missile attack"
    REMOTE_EXPLOSIVE = "Remote explosive/landmine/IED"
    GRENADE = "Grenade"
    SEXUAL_VIOLENCE = "Sexual violence"
    ATTACK = "Attack"
    ABDUCTION = "Abduction/forced disappearance"
    AGREEMENT = "Agreement"
    ARRESTS = "Arrests"
    CHANGE_TO_GROUP = "Change to group/activity"
    DISRUPTED_WEAPONS_USE = "Disrupted weapons use"
    HEADQUARTERS = "Headquarters or base established"
    LOOTING = "Looting/property destruction"
    NON_VIOLENT_TRANSFER = "Non-violent transfer of territory"
    OTHER = "Other"

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Family(StrEnum):
    """Kinds that different reports may use for one happening."""

    BATTLES = "Battles"
    TERRITORY = "Territory"
    EXPLOSIONS = "Explosions/Remote violence"
    CIVILIANS = "Violence against civilians"
    PROTESTS = "Protests and riots"
    STRATEGIC = "Strategic developments"
    VERBAL = "Verbal and diplomatic"


FAMILY: dict[Kind, Family] = {
    Kind.GOVERNMENT_REGAINS_TERRITORY: Family.TERRITORY,
    Kind.NON_STATE_ACTOR_OVERTAKES_TERRITORY: Family.TERRITORY,
    Kind.NON_VIOLENT_TRANSFER: Family.TERRITORY,
    Kind.ARMED_CLASH: Family.BATTLES,
    Kind.EXCESSIVE_FORCE: Family.PROTESTS,
    Kind.PROTEST_WITH_INTERVENTION: Family.PROTESTS,
    Kind.PEACEFUL_PROTEST: Family.PROTESTS,
    Kind.VIOLENT_DEMONSTRATION: Family.PROTESTS,
    Kind.MOB_VIOLENCE: Family.PROTESTS,
    Kind.PROTEST: Family.PROTESTS,
    Kind.CHEMICAL_WEAPON: Family.EXPLOSIONS,
    Kind.AIR_STRIKE: Family.EXPLOSIONS,
    Kind.SUICIDE_BOMB: Family.EXPLOSIONS,
    Kind.SHELLING: Family.EXPLOSIONS,
    Kind.REMOTE_EXPLOSIVE: Family.EXPLOSIONS,
    Kind.GRENADE: Family.EXPLOSIONS,
    Kind.SEXUAL_VIOLENCE: Family.CIVILIANS,
    Kind.ATTACK: Family.CIVILIANS,
    Kind.ABDUCTION: Family.CIVILIANS,
    Kind.ASSAULT: Family.CIVILIANS,
}
"""Kinds that are not listed are STRATEGIC (ACLED's) or VERBAL (PLOVER's, upper-case)."""


def family(kind: Kind) -> Family:
    """The family a kind belongs to."""
    return FAMILY.get(kind, Family.VERBAL if kind.value.isupper() else Family.STRATEGIC)


EVENT_TYPE: dict[Kind, str] = {
    **dict.fromkeys((Kind.GOVERNMENT_REGAINS_TERRITORY, Kind.NON_STATE_ACTOR_OVERTAKES_TERRITORY, Kind.ARMED_CLASH), "Battles"),
    **dict.fromkeys((Kind.EXCESSIVE_FORCE, Kind.PROTEST_WITH_INTERVENTION, Kind.PEACEFUL_PROTEST), "Protests"),
    **dict.fromkeys((Kind.VIOLENT_DEMONSTRATION, Kind.MOB_VIOLENCE), "Riots"),
    **dict.fromkeys(
        (Kind.CHEMICAL_WEAPON, Kind.AIR_STRIKE, Kind.SUICIDE_BOMB, Kind.SHELLING, Kind.REMOTE_EXPLOSIVE, Kind.GRENADE),
        "Explosions/Remote violence",
    ),
    **dict.fromkeys((Kind.SEXUAL_VIOLENCE, Kind.ATTACK, Kind.ABDUCTION), "Violence against civilians"),
}
"""ACLED's event type of its sub-event types; the rest are "Strategic developments"."""


def event_type(kind: Kind) -> str:
    """ACLED's event type of a kind, or "" for a PLOVER kind."""
    return EVENT_TYPE.get(kind, "" if kind.value.isupper() else "Strategic developments")
