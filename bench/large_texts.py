"""The reports of the large casebook: text put together piece by piece, and the claims that stand in it, each at its true span."""

from __future__ import annotations

import calendar
import datetime as dt
import random
from dataclasses import dataclass, field, replace

from bench.large_world import AGENCIES, AID, DEEDS, MONITORS, NAMELESS, State
from reportedly.model import (
    Chain,
    Claim,
    Count,
    Entity,
    EntityKind,
    Field,
    Kind,
    Medium,
    Modality,
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

VERSION = "made 1"
CIVILIANS = Entity(name="civilians", id="civilians", kind=EntityKind.CIVILIANS)
UNRESOLVED = When(start=None, end=None, precision=None, basis=WhenBasis.NONE)

FILLER_SUBJECTS = "The market|A school|The road|The ceasefire|The winter harvest|A convoy|The river crossing|The clinic".split("|")
FILLER_VERBS = "remained closed|was open again|lay under snow|was spoken of by nobody|had been repaired|was crowded|stood empty".split("|")
FILLER_ENDS = "for a third day|after the rain|as talks went on abroad|despite earlier promises|near the old mill".split("|")

GROWING = 4
"""Days for which tolls grow."""

CHILDREN = 0.05
"""How many numbers are of children only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What really took place in the made-up world; `day` is None where no voice tells it, `of` whom most voices count."""

    kind: Kind
    actor: Entity
    target: Entity
    state: State
    place: Where
    day: dt.date | None
    killed: int
    injured: int
    of: VictimClass | None
    voices: tuple[Voice, ...]


def happening(draw: random.Random, state: State, *, sea: Where | None, day: dt.date | None) -> Happening:
    """A happening in a state or, where one is given, at sea."""
    actor, target = draw.choice(state.actors), draw.choice((state.rebels, CIVILIANS))
    if draw.random() < 0.4:
        actor, target = state.rebels, draw.choice((*state.actors, CIVILIANS))
    voices = [*state.voices, state.rebel_voice, *MONITORS, *AID, *NAMELESS]
    killed = 0 if draw.random() < 0.25 else int(draw.expovariate(1 / 9)) + 1
    return Happening(
        kind=draw.choice(list(DEEDS)),
        actor=actor,
        target=target,
        state=state,
        place=sea or draw.choice(state.towns),
        day=day,
        killed=killed,
        injured=int(draw.expovariate(1 / 15)),
        of=draw.choice((None, None, VictimClass.CIVILIAN)),
        voices=tuple(draw.sample(voices, draw.randint(2, 6))),
    )


@dataclass(slots=True)
class Page:
    """A report's text while it is written."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    claims: list[Claim] = field(default_factory=list)

    def put(self, words: str) -> Span:
        """Add words; where they stand."""
        span = Span(self.length, self.length + len(words))
        self.parts.append(words)
        self.length = span.end
        return span

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.parts)

    def claimed(self, report: str) -> tuple[Claim, ...]:
        """The claims, now that the report has an id, in the casebook's order."""
        made = [replace(each, report=report, id=stable_id("c", report, str(n))) for n, each in enumerate(self.claims)]
        return tuple(sorted(made, key=lambda claim: claim.place))


def filler(draw: random.Random, words: int) -> str:
    """Sentences of about so many words that claim nothing about the war."""
    said: list[str] = []
    while words > 0:
        sentence = f"{draw.choice(FILLER_SUBJECTS)} {draw.choice(FILLER_VERBS)} {draw.choice(FILLER_ENDS)}."
        said.append(sentence)
        words -= len(sentence.split())
    return " ".join(said)


def statement(page: Page, draw: random.Random, about: Happening, *, later: int) -> None:
    """Write one sentence in which somebody says something about a happening, `later` days after it, and the claim that it makes."""
    voice = draw.choice((None, *about.voices))
    start = page.length
    chain: Chain = ()
    stance = Stance.ASSERTS
    if voice is not None:
        guilty = voice.of is not None and voice.of == about.actor.owner
        stance = Stance.DENIES if guilty and draw.random() < 0.5 else Stance.DOUBTS if draw.random() < 0.02 else Stance.ASSERTS
        chain = _speaking(page, draw, voice, stance)
    values, trigger = _deed(page, draw, about)
    if stance is Stance.ASSERTS:
        values += _details(page, draw, about, voice, later)
    page.put(".")
    order = list(Field)
    page.claims.append(
        Claim(
            id="",
            report="",
            kind=about.kind,
            stance=stance,
            modality=Modality.ONGOING if draw.random() < 0.03 else Modality.HAPPENED,
            chain=chain,
            spans=(Span(start, page.length),),
            trigger=trigger,
            values=tuple(sorted(values, key=lambda each: order.index(each.field))),
            version=VERSION,
        )
    )
    page.put(" ")


def _speaking(page: Page, draw: random.Random, voice: Voice, stance: Stance) -> Chain:
    """The words by which a voice speaks, with or without a relayer."""
    verb = {Stance.ASSERTS: "said that", Stance.DENIES: "denied that", Stance.DOUBTS: "could not confirm that"}[stance]
    article = "" if voice.kind in (VoiceKind.WITNESS, VoiceKind.UNNAMED) else "The "
    if draw.random() < 0.2:
        relayer = draw.choice(AGENCIES)
        cue = page.put(f"{article}{voice.name}, {relayer.name} reported, {verb}")
        page.put(" ")
        return (Saying(voice=voice, cue=cue, medium=Medium.INTERVIEW), Saying(voice=relayer, cue=cue, medium=Medium.REPORT))
    cue = page.put(f"{article}{voice.name} {verb}")
    page.put(" ")
    return (Saying(voice=voice, cue=cue, medium=Medium.STATEMENT),)


def _deed(page: Page, draw: random.Random, about: Happening) -> tuple[list[Stated], Span]:
    """Who did it, the deed, and where."""
    verb, _ = DEEDS[about.kind]
    values = [_stated(page, Field.ACTOR, (about.actor,), about.actor.name)]
    page.put(" ")
    trigger = page.put(verb)
    page.put(" ")
    place = about.place
    if place.precision == 1 and draw.random() < 0.3:
        place = about.state.around(place, draw.choice((2, 3, 4, 5, 6)))
    if draw.random() < 0.02:
        place = replace(place, id=None, lat=None, lon=None, parents=())
    values.append(_stated(page, Field.PLACE, (place,), place.name))
    return values, trigger


def _details(page: Page, draw: random.Random, about: Happening, voice: Voice | None, later: int) -> list[Stated]:
    """With what, when, and how many: not every voice tells all of it."""
    values: list[Stated] = []
    if draw.random() < 0.35:
        page.put(" with ")
        weapon = Entity(name=DEEDS[about.kind][1], kind=EntityKind.WEAPON)
        values.append(_stated(page, Field.WEAPON, (weapon,), weapon.name))
    if draw.random() < 0.5:
        page.put(", aiming at ")
        values.append(_stated(page, Field.TARGET, (about.target,), about.target.name))
    if draw.random() < 0.7:
        page.put(" ")
        when, words = _days(draw, about.day)
        values.append(_stated(page, Field.WHEN, when, words))
    if draw.random() < 0.6:
        page.put(", killing ")
        killed = _toll(draw, about, about.killed, voice, later)
        values.append(_stated(page, Field.KILLED, killed, killed.wording))
    if draw.random() < 0.3:
        page.put(", leaving wounded ")
        injured = _toll(draw, about, about.injured, voice, later)
        values.append(_stated(page, Field.INJURED, injured, injured.wording))
    return values


def _stated(page: Page, name: Field, value: Value, words: str) -> Stated:
    return Stated(field=name, value=value, text=words, span=page.put(words))


def _days(draw: random.Random, day: dt.date | None) -> tuple[When, str]:
    """When it was, as exactly as a voice puts it."""
    if day is None:
        return UNRESOLVED, draw.choice(("on Tuesday", "at night", "last week"))
    pick = draw.random()
    if pick < 0.75:
        return When(start=day, end=day, precision=1, basis=WhenBasis.STATED), f"on {day.day} {day:%B %Y}"
    if pick < 0.85:
        end = day + dt.timedelta(days=draw.randint(1, 4))
        words = f"between {day.day} {day:%B} and {end.day} {end:%B %Y}"
        return When(start=day, end=end, precision=2, basis=WhenBasis.STATED), words
    if pick < 0.9:
        start = day - dt.timedelta(days=day.weekday())
        return When(start=start, end=start + dt.timedelta(days=6), precision=3, basis=WhenBasis.COMPUTED), "that week"
    if pick < 0.97:
        last = calendar.monthrange(day.year, day.month)[1]
        return When(start=day.replace(day=1), end=day.replace(day=last), precision=4, basis=WhenBasis.STATED), f"in {day:%B %Y}"
    return When(start=dt.date(day.year, 1, 1), end=dt.date(day.year, 12, 31), precision=5, basis=WhenBasis.STATED), f"in {day.year}"


def _toll(draw: random.Random, about: Happening, true: int, voice: Voice | None, later: int) -> Count:
    """A number as a voice puts it: parties tell less, monitors more, and for some days tolls grow."""
    grown = true + (min(later, GROWING) * true) // 12
    leaning = 1.0 if voice is None else {VoiceKind.PARTY: 0.5, VoiceKind.OFFICIAL: 0.7, VoiceKind.MONITOR: 1.2}.get(voice.kind, 1.0)
    low = int(grown * leaning)
    of = VictimClass.CHILD if draw.random() < CHILDREN else about.of
    noun = {None: "people", VictimClass.CIVILIAN: "civilians", VictimClass.CHILD: "children"}[of]
    if low == 0:
        return Count(low=0, high=0, wording=f"no {noun}", of=of)
    if draw.random() < 0.15:
        return Count(low=low, high=None, wording=f"at least {low} {noun}", of=of)
    if draw.random() < 0.1:
        return Count(low=low, high=low + 5, wording=f"{low} to {low + 5} {noun}", of=of)
    return Count(low=low, high=low, wording=f"{low} {noun}", of=of)
