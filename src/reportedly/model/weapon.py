"""Families of weapons: which words name weapons of one sort, so that two names can be compared."""

from __future__ import annotations

import re

FAMILIES: dict[str, str] = {
    "missile": "missile missiles rocket rockets kalibr tomahawk iskander scud katyusha grad atacms himars grads qassam",
    "aerial bomb": "airstrike airstrikes warplane warplanes jet jets barrel vacuum thermobaric aerial",
    "artillery": "artillery shell shells shelling mortar mortars howitzer howitzers tank tanks cannon",
    "drone": "drone drones uav uavs quadcopter quadcopters shahed",
    "planted bomb": "ied ieds landmine landmines mine mines vbied vbieds explosives boobytrap",
    "chemical": "chemical gas chlorine sarin mustard nerve phosgene vx toxic",
    "small arms": "gun guns rifle rifles pistol pistols gunfire machinegun bullet bullets sniper kalashnikov",
    "blade": "knife knives machete machetes sword swords axe axes blade blades",
    "grenade": "grenade grenades rpg rpgs",
}
"""General words of each family. A name with no word of the table (or with words of two) has no known family."""

_OF_WORD = {word: family for family, words in FAMILIES.items() for word in words.split()}


def weapon_family(name: str) -> str | None:
    """The family that a weapon's name belongs to, or None when its words tell nothing or tell two.

    >>> weapon_family("Kalibr cruise missiles"), weapon_family("a bomb")
    ('missile', None)
    """
    found = {_OF_WORD[word] for word in re.findall(r"\w+", name.casefold()) if word in _OF_WORD}
    return found.pop() if len(found) == 1 else None
