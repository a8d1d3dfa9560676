"""Reports and claims made by hand, in one line each, for the tests of `link` and `reconcile`.

The places, groups and ships are made up; "state:XA" and "state:XB" are two states at war, "group:reed" an armed group.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

from reportedly.model import (
    Claim,
    Count,
    Entity,
    EntityKind,
    Field,
    Kind,
    Modality,
    PlaceRole,
    PublishedBasis,
    Report,
    Saying,
    Span,
    Stance,
    Stated,
    Value,
    VictimClass,
    Voice,
    VoiceKind,
    When,
    WhenBasis,
    Where,
    stable_id,
)

LAND = Where(name="Landis", id="country:XC", lat=10.0, lon=10.0, country="XC", precision=6)
PROVINCE = Where(name="Upper Landis", id="geonames:1", lat=10.4, lon=10.4, country="XC", precision=4, parents=("country:XC",))
QAMAR = Where(name="Qamar", id="geonames:2", lat=10.5, lon=10.5, country="XC", precision=1, parents=("geonames:1", "country:XC"))
SUBURB = Where(name="Qamar Gardens", id="geonames:3", lat=10.55, lon=10.55, country="XC", precision=1, parents=("geonames:1", "country:XC"))
FAR = Where(name="Ostvik", id="geonames:4", lat=14.0, lon=14.0, country="XC", precision=1, parents=("geonames:9", "country:XC"))
SEA = Where(name="Grey Sea", id="region:grey-sea", lat=8.0, lon=8.0, country=None, precision=7)
EASTERN_SEA = Where(
    name="eastern Grey Sea", id="region:grey-sea-east", lat=8.0, lon=8.5, country=None, precision=7, parents=("region:grey-sea",)
)

STATE_A = Entity(name="Xanadia", id="state:XA", kind=EntityKind.STATE)
NAVY_A = Entity(name="Xanadian Navy", id="state:XA/navy", kind=EntityKind.STATE_FORCES)
ARMY_B = Entity(name="Borlian army", id="state:XB/army", kind=EntityKind.STATE_FORCES)
REED = Entity(name="Reed Front", id="group:reed", kind=EntityKind.REBEL_GROUP)
CIVILIANS = Entity(name="civilians", id="civilians", kind=EntityKind.CIVILIANS)
CRUISE = Entity(name="cruise missiles", kind=EntityKind.WEAPON)
HERON = Entity(name="Heron cruise missiles", kind=EntityKind.WEAPON)
FRIGATE = Entity(name="Grey Gull frigate", kind=EntityKind.PLATFORM)

MINISTRY = Voice(name="Xanadian Ministry of Defence", id="state:XA/mod", kind=VoiceKind.PARTY, of="state:XA")
MINISTER = Voice(name="Ilo Marn", id="person:ilo-marn", kind=VoiceKind.PARTY, of="state:XA")
RIVAL = Voice(name="Borlian Foreign Ministry", id="state:XB/mfa", kind=VoiceKind.OFFICIAL, of="state:XB")
FRONT = Voice(name="Reed Front", id="group:reed", kind=VoiceKind.PARTY, of="group:reed")
MONITOR = Voice(name="Casualty Watch", id="org:casualty-watch", kind=VoiceKind.MONITOR)
SOURCES = Voice(name="unnamed sources", id="unnamed:sources", kind=VoiceKind.UNNAMED)
WITNESSES = Voice(name="witnesses", id="voice:witnesses", kind=VoiceKind.WITNESS)
AGENCY = Voice(name="Reuters", id="org:reuters", kind=VoiceKind.MEDIA)

PUBLISHED = dt.date(2031, 5, 15)


def report(name: str, text: str = "", *, published: dt.date | None = PUBLISHED, outlet: str | None = "") -> Report:
    """A report. Without an outlet of its own it is printed by one called like the report."""
    return Report(
        id=name,
        sha256="0" * 64,
        file=f"{name}.txt",
        text=text or f"Report {name}. " + " ".join(f"{name}w{n}" for n in range(80)),
        outlet=f"The {name} Post" if outlet == "" else outlet,
        published=published,
        published_basis=PublishedBasis.NONE if published is None else PublishedBasis.METADATA,
    )


def day(text: str, until: str | None = None, *, precision: int = 1) -> When:
    """A day, or a stretch of days."""
    start = dt.date.fromisoformat(text)
    return When(start=start, end=dt.date.fromisoformat(until or text), precision=precision, basis=WhenBasis.STATED)


def since(text: str) -> When:
    """From a day on."""
    return When(start=dt.date.fromisoformat(text), end=None, precision=1, basis=WhenBasis.STATED)


def count(low: int, high: int | None = -1, *, of: VictimClass | None = None, part: bool = False) -> Count:
    """A number; `high=None` for "at least"."""
    top = low if high == -1 else high
    return Count(low=low, high=top, wording=str(low) if top == low else f"{low} to {top}" if top else f"at least {low}", of=of, part=part)


def launched(place: Where) -> Where:
    """A place as the one that something was launched from."""
    return dataclasses.replace(place, role=PlaceRole.LAUNCHED_FROM)


def claim(
    report: Report,
    at: int,
    *,
    kind: Kind = Kind.SHELLING,
    chain: Sequence[Voice] = (),
    stance: Stance = Stance.ASSERTS,
    modality: Modality = Modality.HAPPENED,
    back: Span | None = None,
    texts: dict[str, str] | None = None,
    evidence: Span | None = None,
    **values: Value | Sequence[Entity | Where] | Entity | Where,
) -> Claim:
    """A claim whose trigger is the word at character `at`; values by the names of their fields.

    `texts` gives the words of a field where they matter; else they are the names or the wording.
    """
    end = min((p for p in (report.text.find(" ", at + 1), report.text.find("\n", at + 1)) if p >= 0), default=len(report.text))
    trigger = Span(at, end)
    stated = tuple(
        Stated(field=f, value=value, text=(texts or {}).get(f.value, words(value)), span=trigger)
        for f in Field
        if f.value in values and (value := as_value(values[f.value])) is not None
    )
    who = ">".join(v.id for v in chain)
    return Claim(
        id=stable_id("c", report.id, str(at), who, stance.value, kind.value, repr(stated)),
        report=report.id,
        kind=kind,
        stance=stance,
        modality=modality,
        chain=tuple(Saying(voice=v, cue=trigger) for v in chain),
        spans=(evidence or trigger,),
        trigger=trigger,
        values=stated,
        version="made 1",
        refers_to=back,
    )


def as_value(value: Value | Sequence[Entity | Where] | Entity | Where) -> Value:
    """One entity or place as a list of one."""
    if isinstance(value, Entity):
        return (value,)
    return (value,) if isinstance(value, Where) else value  # type: ignore[return-value]  # a Sequence of one kind is a Value here


def words(value: Value) -> str:
    """Words that could have given a value."""
    if isinstance(value, tuple):
        return ", ".join(v.name for v in value)
    if isinstance(value, Count):
        return value.wording
    return value if isinstance(value, str) else f"{value.start}"
