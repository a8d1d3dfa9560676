"""The made-up world of the large casebook: states, their forces and voices, places of every precision, outlets."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.model import Entity, EntityKind, Kind, Voice, VoiceKind, Where

STARTS = "al bar dor el fen gor hal is jor kar lum mor nel os per qam rud sel tor ul ver wen xan yar zel".split()
MIDDLES = "a e i o u ai an ar en er in ir on or un".split()
ENDS = "bad dan dar din gard ham ka la lin mar mesh mir na nik ra rim sha stan tel tov vik ya zan".split()

STATES = 6
REGIONS, DISTRICTS, TOWNS = 5, 4, 8
"""How many a state, a region, a district have."""

OUTLETS = 240
PAPERS = ("Post", "Ledger", "Courier", "Herald", "Observer", "Daily", "Tribune", "Gazette", "Monitor", "Wire")

DEEDS = {
    Kind.SHELLING: ("shelled", "artillery shells"),
    Kind.AIR_STRIKE: ("bombed", "aircraft"),
    Kind.ATTACK: ("attacked", "rifles"),
    Kind.ARMED_CLASH: ("fought over", "mortars"),
    Kind.REMOTE_EXPLOSIVE: ("mined", "roadside bombs"),
    Kind.GOVERNMENT_REGAINS_TERRITORY: ("retook", "tanks"),
    Kind.ABDUCTION: ("abducted villagers from", "pick-up trucks"),
    Kind.LOOTING: ("looted", "lorries"),
}
"""The word for a kind of happening, and what was used."""

AGENCIES = (
    Voice(name="Meridian News", id="org:meridian-news", kind=VoiceKind.MEDIA),
    Voice(name="Northern Wire", id="org:northern-wire", kind=VoiceKind.MEDIA),
)
MONITORS = (
    Voice(name="Casualty Watch", id="org:casualty-watch", kind=VoiceKind.MONITOR),
    Voice(name="Reed Valley Observatory", id="org:reed-valley-observatory", kind=VoiceKind.MONITOR),
)
AID = (
    Voice(name="White Lantern", id="org:white-lantern", kind=VoiceKind.AID),
    Voice(name="Doctors of the Plain", id="org:doctors-of-the-plain", kind=VoiceKind.AID),
)
NAMELESS = (
    Voice(name="witnesses", id="voice:witnesses", kind=VoiceKind.WITNESS),
    Voice(name="unnamed sources", id="unnamed:sources", kind=VoiceKind.UNNAMED),
)
SEAS = tuple(
    Where(name=name, id=f"region:{name.casefold().replace(' ', '-')}", lat=lat, lon=lon, country=None, precision=7)
    for name, lat, lon in (("Grey Sea", 8.0, 8.0), ("Amber Gulf", -12.5, 151.0), ("Sea of Reeds", 61.0, -33.5))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state at war: who acts for it, who acts against it, who speaks for either, and its towns."""

    land: Where
    actors: tuple[Entity, ...]
    rebels: Entity
    voices: tuple[Voice, ...]
    rebel_voice: Voice
    towns: tuple[Where, ...]
    units: dict[str, Where]

    def around(self, town: Where, precision: int) -> Where:
        """A town as a vaguer voice puts it: near it, its district, its region, somewhere between, its country."""
        if precision in (3, 4):
            return self.units[town.parents[precision - 3]]
        if precision == 6:
            return self.land
        names = {2: f"the outskirts of {town.name}", 5: f"the road to {town.name}"}
        return replace(town, precision=precision, name=names.get(precision, town.name), id=town.id if precision == 1 else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All of it."""

    states: tuple[State, ...]
    outlets: tuple[str, ...]


def world(draw: random.Random) -> World:
    """A world. The same draw gives the same one."""
    names = _names(draw)
    states = tuple(_state(draw, names, chr(ord("A") + n)) for n in range(STATES))
    outlets = tuple(f"{next(names)} {draw.choice(PAPERS)}" for _ in range(OUTLETS))
    return World(states=states, outlets=outlets)


def _names(draw: random.Random) -> Iterator[str]:
    """Made-up names, each once."""
    seen: set[str] = set()
    while True:
        parts = [draw.choice(STARTS), draw.choice(MIDDLES), draw.choice(ENDS)]
        if draw.random() < 0.5:
            parts[1:1] = [draw.choice(MIDDLES), draw.choice(STARTS)]
        name = "".join(parts).capitalize()
        if name not in seen:
            seen.add(name)
            yield name


def _state(draw: random.Random, names: Iterator[str], letter: str) -> State:
    name, code = next(names), f"X{letter}"
    south, west = draw.uniform(-50, 50), draw.uniform(-170, 160)
    land = Where(name=name, id=f"country:{code}", lat=south + 5, lon=west + 5, country=code, precision=6)
    units: dict[str, Where] = {}
    towns: list[Where] = []
    for region in range(REGIONS):
        upper = _place(draw, land, f"{next(names)} Region", f"made:{code}.{region}", 4)
        units[str(upper.id)] = upper
        for district in range(DISTRICTS):
            own = f"made:{code}.{region}.{district}"
            units[own] = _place(draw, upper, f"{next(names)} District", own, 3)
            towns += [_place(draw, units[own], next(names), f"{own}.{town}", 1) for town in range(TOWNS)]
    rebels = Entity(name=f"{next(names)} Front", id=f"group:{code.casefold()}-front", kind=EntityKind.REBEL_GROUP)
    return State(
        land=land,
        actors=(
            Entity(name=f"{name} army", id=f"state:{code}/army", kind=EntityKind.STATE_FORCES),
            Entity(name=f"{name} air force", id=f"state:{code}/air-force", kind=EntityKind.STATE_FORCES),
        ),
        rebels=rebels,
        voices=(
            Voice(name=f"{name} Defence Ministry", id=f"state:{code}/mod", kind=VoiceKind.PARTY, of=f"state:{code}"),
            Voice(name=f"{name} Foreign Ministry", id=f"state:{code}/mfa", kind=VoiceKind.OFFICIAL, of=f"state:{code}"),
        ),
        rebel_voice=Voice(name=rebels.name, id=str(rebels.id), kind=VoiceKind.PARTY, of=rebels.id),
        towns=tuple(towns),
        units=units,
    )


def _place(draw: random.Random, around: Where, name: str, identity: str, precision: int) -> Where:
    """A place somewhere in another."""
    wide = precision / 4
    lat, lon = (around.lat or 0.0) + draw.uniform(-wide, wide), (around.lon or 0.0) + draw.uniform(-wide, wide)
    lat, lon = round(lat, 4), round(lon, 4)
    parents = (str(around.id), *around.parents)
    return Where(name=name, id=identity, lat=lat, lon=lon, country=around.country, precision=precision, parents=parents)
