"""A made-up war of any size for linking: few towns and few happenings fill most of the reports, as in a real one.

A claim gives its town or only a unit around it, its day or none, numbers that are often, but not always, those of the others.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from reportedly.model import (
    Claim,
    Count,
    Entity,
    EntityKind,
    Field,
    Kind,
    Modality,
    PublishedBasis,
    Report,
    Saying,
    Span,
    Stance,
    Stated,
    Value,
    Voice,
    VoiceKind,
    When,
    WhenBasis,
    Where,
    stable_id,
)

CLAIMS_AN_EVENT = 1_000_000 / 120_000
FIRST = dt.date(2031, 1, 1)
DAYS = 1000
"""The war's length. It is the same for any number of claims, so a larger casebook is a denser one."""

STATES, TOWNS = 6, 3000
TOWN_SKEW, SIZE_SKEW, LARGEST = 0.9, 1.25, 2000
"""A town's share is its place in the order to the power of -TOWN_SKEW; an event's claims follow a Pareto law of SIZE_SKEW, cut off."""

KINDS = (Kind.SHELLING, Kind.SHELLING, Kind.AIR_STRIKE, Kind.ARMED_CLASH, Kind.REMOTE_EXPLOSIVE, Kind.ATTACK, Kind.ABDUCTION)
WEAPONS = tuple(
    Entity(name=name, kind=EntityKind.WEAPON) for name in ("artillery shells", "cruise missiles", "drones", "rifles", "roadside bombs")
)
STARTS, ENDS = ("bal", "dor", "fen", "gor", "hal", "kar", "lum", "nor"), ("dan", "ka", "mir", "tov")
WORDS = tuple(f"{a}{b}{c}" for a in STARTS for b in "aeiou" for c in ENDS)


@dataclass(frozen=True, slots=True)
class Happening:
    """What is true, and each report tells in part."""

    number: int
    day: int
    kind: Kind
    town: Where
    actor: Entity
    target: Entity
    weapon: Entity
    killed: int


@dataclass(slots=True)
class War:
    """The world that reports are of."""

    draw: random.Random
    towns: list[Where] = field(default_factory=list)
    around: dict[str, Where] = field(default_factory=dict)
    sides: list[tuple[Entity, ...]] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)

    def __post_init__(self) -> None:
        for state in range(STATES):
            code = f"X{'ABCDEF'[state]}"
            land = Where(name=f"Land {code}", id=f"country:{code}", lat=state * 15.0 - 40, lon=state * 20.0 - 50, country=code, precision=6)
            self.around[land.id or ""] = land
            army, front = f"state:{code}/army", f"group:{code.casefold()}-front"
            self.sides.append(
                (
                    Entity(name=f"{code} army", id=army, kind=EntityKind.STATE_FORCES),
                    Entity(name=f"{code} air force", id=f"state:{code}/air-force", kind=EntityKind.STATE_FORCES),
                    Entity(name=f"{code} Front", id=front, kind=EntityKind.REBEL_GROUP),
                )
            )
            self.voices += [
                Voice(name=f"{code} Ministry of Defence", id=f"state:{code}/mod", kind=VoiceKind.PARTY, of=f"state:{code}"),
                Voice(name=f"{code} Front", id=front, kind=VoiceKind.PARTY, of=front),
                Voice(name=f"{code} Watch", id=f"org:{code.casefold()}-watch", kind=VoiceKind.MONITOR),
            ]
        self.towns = [self._town(n) for n in range(TOWNS)]

    def _town(self, n: int) -> Where:
        state = n % STATES
        land = self.around[f"country:X{'ABCDEF'[state]}"]
        unit = f"made:{state}.{n // STATES % 20}"
        lat, lon = (land.lat or 0) + self.draw.uniform(-5, 5), (land.lon or 0) + self.draw.uniform(-5, 5)
        if unit not in self.around:
            name = f"Region {unit[5:]}"
            self.around[unit] = Where(name=name, id=unit, lat=lat, lon=lon, country=land.country, precision=4, parents=(land.id or "",))
        parents = (unit, land.id or "")
        return Where(name=f"Town {n}", id=f"made:{n}", lat=lat, lon=lon, country=land.country, precision=1, parents=parents)

    def happening(self, number: int, town: Where, day: int) -> Happening:
        """Something that happened in a town."""
        draw = self.draw
        army, force, front = self.sides[int(town.id[5:]) % STATES if town.id else 0]
        one, other = draw.choice(((army, front), (force, front), (front, army)))
        killed = min(300, int(draw.paretovariate(0.9)) - 1)
        return Happening(number, day, draw.choice(KINDS), town, one, other, draw.choice(WEAPONS), killed)


Told = tuple[Report, list[Claim], list[int]]
"""A report, its claims, and for each of them the number of the happening that it speaks of."""


def war(claims: int, *, seed: int = 4, days: int = DAYS) -> Iterator[Told]:
    """Reports with about so many claims on 120,000 happenings a million. The same for the same numbers and seed."""
    draw = random.Random(seed)  # noqa: S311  (a fixed corpus, no secret)
    made = War(draw)
    shares = list(accumulate((n + 1) ** -TOWN_SKEW for n in range(TOWNS)))
    events = round(claims / CLAIMS_AN_EVENT)
    happenings = [made.happening(n, draw.choices(made.towns, cum_weights=shares)[0], draw.randrange(days)) for n in range(events)]
    sizes = [min(LARGEST, draw.paretovariate(SIZE_SKEW)) for _ in happenings]
    scale = claims / sum(sizes)
    tellings: list[tuple[int, int, int]] = []
    for each, size in zip(happenings, sizes, strict=True):
        left = max(1, round(size * scale))
        while left > 0:
            now = min(left, draw.choice((1, 2, 2, 3, 4)))
            tellings.append((each.day + min(40, int(draw.expovariate(0.7))), each.number, now))
            left -= now
    draw.shuffle(tellings)
    tellings.sort(key=lambda told: told[0])
    at = 0
    while at < len(tellings):
        some = tellings[at : at + draw.choice((1, 1, 2, 3))]
        at += len(some)
        yield report_of(made, f"r{at:08d}", some[-1][0], [(happenings[number], now) for _, number, now in some])


def report_of(made: War, name: str, published: int, told: Sequence[tuple[Happening, int]]) -> Told:
    """A report of that day which gives so many claims on each happening."""
    sentences: list[str] = []
    claims: list[Claim] = []
    truth: list[int] = []
    at = 0
    identity = stable_id("r", name)
    for happening, number in told:
        for _ in range(number):
            words = " ".join(made.draw.choices(WORDS, k=9)) + "."
            claims.append(_claim(made, identity, happening, Span(at, at + len(words)), words.index(" ")))
            truth.append(happening.number)
            sentences.append(words)
            at += len(words) + 1
    report = Report(
        id=identity,
        sha256="0" * 64,
        file=f"{name}.txt",
        text="\n".join(sentences),
        outlet=f"Paper {made.draw.randrange(240)}",
        published=FIRST + dt.timedelta(days=published),
        published_basis=PublishedBasis.METADATA,
    )
    return report, claims, truth


def _claim(made: War, report: str, happening: Happening, evidence: Span, first_word: int) -> Claim:
    trigger = Span(evidence.start, evidence.start + first_word)
    given = _values(made, happening)
    values = tuple(Stated(field=f, value=given[f], text="…", span=trigger) for f in Field if f in given)
    chain = () if made.draw.random() < 0.5 else (Saying(voice=made.draw.choice(made.voices), cue=trigger),)
    return Claim(
        id=stable_id("c", report, str(evidence.start)),
        report=report,
        kind=happening.kind if made.draw.random() < 0.85 else Kind.ATTACK,
        stance=Stance.ASSERTS,
        modality=Modality.HAPPENED,
        chain=chain,
        spans=(evidence,),
        trigger=trigger,
        values=values,
        version="made 1",
    )


def _values(made: War, happening: Happening) -> dict[Field, Value]:
    """What one claim gives: never all, and not always what is true."""
    draw, town = made.draw, happening.town
    given: dict[Field, Value] = {}
    how = draw.random()
    where = town if how < 0.75 else made.around[town.parents[0 if how < 0.85 else 1]] if how < 0.95 else None
    if where is not None:
        given[Field.PLACE] = (where,)
    if draw.random() < 0.65:
        off = draw.random() < 0.03
        given[Field.WHEN] = _day(happening.day + off)
    if draw.random() < 0.75:
        given[Field.ACTOR] = (happening.actor,)
    if draw.random() < 0.5:
        given[Field.TARGET] = (happening.target,)
    if draw.random() < 0.35:
        given[Field.WEAPON] = (happening.weapon,)
    if draw.random() < 0.5:
        killed = happening.killed if draw.random() < 0.75 else max(0, happening.killed + draw.randrange(-2, 4))
        given[Field.KILLED] = Count(low=killed, high=killed, wording=str(killed))
    return given


def _day(number: int) -> When:
    day = FIRST + dt.timedelta(days=number)
    return When(start=day, end=day, precision=1, basis=WhenBasis.STATED)
