"""A large casebook of made-up claims, to see how the product bears it: built of model values, without reading any language.

The proportions are those of a casebook kept for years: 12 events and 15 reports to 100 claims, a few happenings that 200 reports tell of
and most that one does, every eighth report a copy of another, some without a date, one of 10,000 words. The events are made by the
product's own stages, and all of it is written through the store's own interface. One seed gives one casebook.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.large_texts import Happening, Page, filler, happening, statement
from bench.large_world import SEAS, World, world
from reportedly.model import (
    Claim,
    Dataset,
    Direction,
    LineageEdge,
    LineageWhy,
    Link,
    Problem,
    ProblemReason,
    PublishedBasis,
    Reason,
    Report,
    Span,
    Views,
    VoiceKind,
)
from reportedly.read.capture import Capture, Known, Media, capture
from reportedly.read.kept import told
from reportedly.reconcile.checks import checks
from reportedly.reconcile.event import reconcile
from reportedly.store.casebook import Casebook
from reportedly.store.reading import Log, Original, Reading

EVENTS, REPORTS = 12, 15
"""To 100 claims."""

MOST_REPORTS = 200
"""Reports that tell of the happening most told of."""

COPIED = 0.12
UNDATED_HAPPENINGS, UNDATED_REPORTS = 0.08, 0.04
MISDATED, TOO_EARLY = 0.02, dt.timedelta(days=200)
"""How many reports bear a day before what they tell of, and by how much too early: their checks fail."""

AT_SEA = 0.02
LONGEST = 10_000
"""Words of the longest report."""

TOGETHER = 500
"""Reports that are committed together."""

FIRST_DAY, DAYS = dt.date(2021, 1, 1), 2900
LOG = Log(stamp="made", versions={"made": 1})


@dataclass(slots=True)
class Mention:
    """A happening in a report, its number of statements, and by how many days the report comes later."""

    of: int
    statements: int
    later: int


@dataclass(frozen=True, slots=True)
class Story:
    """What a text tells, when it was written, and by how many reports it is printed: 1, or 2 with a copy."""

    mentions: list[Mention]
    day: dt.date
    printed: int


def large(claims: int, *, seed: int = 1) -> tuple[Dataset, tuple[Capture, ...]]:
    """A casebook of so many claims, and what was captured for its reports, in their order."""
    draw = random.Random(seed)  # noqa: S311  (a fixed draw)
    made = world(draw)
    events = [_happening(draw, made) for _ in range(max(1, claims * EVENTS // 100))]
    stories = _stories(draw, events, claims)
    printed = [each for n, story in enumerate(stories) for each in _printed(made, events, story, seed=seed, number=n)]
    reports = tuple(sorted((each.report for each in printed), key=lambda report: report.id))
    captures = tuple(each.capture for each in sorted(printed, key=lambda each: each.report.id))
    told_of: dict[int, list[str]] = defaultdict(list)
    for each in printed:
        for claim, event in zip(each.claims, each.events, strict=True):
            told_of[event].append(claim.id)
    everything = tuple(sorted((claim for each in printed for claim in each.claims), key=lambda claim: claim.place))
    edges = tuple(sorted(edge for each in printed for edge in each.lineage))
    return _dataset(draw, reports, everything, list(told_of.values()), edges), captures


def write(dataset: Dataset, captures: Sequence[Capture], where: Path) -> None:
    """Write it to a new casebook."""
    spoken: dict[str, list[Claim]] = defaultdict(list)
    for claim in dataset.claims:
        spoken[claim.report].append(claim)
    pairs = list(zip(dataset.reports, captures, strict=True))
    with Casebook.open(str(where), create=True) as casebook, casebook.writing():
        run: int | None = None
        for start in range(0, len(pairs), TOGETHER):
            with casebook.change(LOG, run=run) as change:
                for report, each in pairs[start : start + TOGETHER]:
                    original = Original(id=each.id, sha256=each.sha256, data=each.data, told=told(each))
                    change.keep(Reading(original=original, report=report, claims=tuple(spoken[report.id])))
            run = change.logged
        with casebook.change(LOG, run=run) as change:
            for problem in dataset.problems:
                change.add_problem(problem, capture=None)
            change.replace_views(dataset.views, made_by="made")


def run(claims: int, out: Path, *, seed: int = 1) -> dict[str, float]:
    """Make a casebook and write it to a file that is not there yet; its sizes."""
    dataset, captures = large(claims, seed=seed)
    write(dataset, captures, out)
    views = dataset.views
    return {
        "claims": len(dataset.claims),
        "reports": len(dataset.reports),
        "events": len(views.events),
        "disputes": len(views.disputes),
        "links": len(views.links),
        "lineage": len(views.lineage),
        "checks": len(views.checks),
        "words": sum(len(report.text.split()) for report in dataset.reports),
        "most_reports_of_an_event": max(len(event.reports) for event in views.events),
    }


def _happening(draw: random.Random, made: World) -> Happening:
    day = None if draw.random() < UNDATED_HAPPENINGS else FIRST_DAY + dt.timedelta(days=draw.randrange(DAYS))
    sea = draw.choice(SEAS) if draw.random() < AT_SEA else None
    return happening(draw, draw.choice(made.states), sea=sea, day=day)


def _stories(draw: random.Random, events: Sequence[Happening], claims: int) -> list[Story]:
    """Texts that tell of one to three happenings of about the same days, with so many statements that all prints make `claims`."""
    texts = max(1, int(claims * REPORTS / 100 / (1 + COPIED)))
    mentions = _mentions(draw, events, 2 * texts, most=MOST_REPORTS)
    stories: list[Story] = []
    left = len(mentions)
    for n in range(texts):
        wanted = min(max(1, round(left / (texts - n) + draw.uniform(-1, 1))), left - (texts - n) + 1)
        some: dict[int, Mention] = {}
        for day, of in mentions[len(mentions) - left : len(mentions) - left + wanted]:
            happened = events[of].day
            some.setdefault(of, Mention(of, 1, 0 if happened is None else (day - happened).days))
        copied = n > 0 and draw.random() < COPIED
        stories.append(Story(list(some.values()), mentions[len(mentions) - left + wanted - 1][0], 2 if copied else 1))
        left -= wanted
    _hand_out(draw, stories, claims - sum(story.printed * len(story.mentions) for story in stories))
    return stories


def _mentions(draw: random.Random, events: Sequence[Happening], count: int, *, most: int) -> list[tuple[dt.date, int]]:
    """Which happening is told of on which day, by day: all at least once, the first ones far more often."""
    often = [1] * len(events)
    for of in draw.choices(range(len(events)), [1 / (n + 4) for n in range(len(events))], k=max(0, count - len(events))):
        often[of] = min(often[of] + 1, most)
    found = []
    for of, times in enumerate(often):
        happened = events[of].day or FIRST_DAY + dt.timedelta(days=draw.randrange(DAYS))
        found += [(happened + dt.timedelta(days=int(draw.expovariate(4 / (20 + times)))), of) for _ in range(times)]
    return sorted(found)


def _hand_out(draw: random.Random, stories: Sequence[Story], left: int) -> None:
    """More statements, here and there, until none is left."""
    while left > 0:
        story = draw.choice(stories)
        if story.printed <= left:
            draw.choice(story.mentions).statements += 1
            left -= story.printed


@dataclass(frozen=True, slots=True)
class Printed:
    """A report with its claims, the number of the happening of each, its lineage, and what was captured."""

    report: Report
    capture: Capture
    claims: tuple[Claim, ...]
    events: tuple[int, ...]
    lineage: tuple[LineageEdge, ...]


def _printed(made: World, events: Sequence[Happening], story: Story, *, seed: int, number: int) -> Iterator[Printed]:
    """A story as its reports print it: the same words under another outlet's name."""
    first: Printed | None = None
    for n, outlet in enumerate(random.Random(f"{seed} {number} outlets").sample(made.outlets, story.printed)):  # noqa: S311  (a fixed draw)
        draw = random.Random(f"{seed} {number}")  # noqa: S311  (a fixed draw)
        about = events[story.mentions[0].of]
        page, title = Page(), f"{about.place.name}: what is known so far"
        headline = page.put(title)
        page.put(f"\n\n{outlet.upper()} — ")
        of: list[int] = []
        for mention in story.mentions:
            for _ in range(mention.statements):
                statement(page, draw, events[mention.of], later=mention.later)
                of.append(mention.of)
            page.put("\n\n" + filler(draw, LONGEST if number == 0 else int(draw.gammavariate(2, 70))) + "\n\n")
        day = _published(draw, story.day + dt.timedelta(days=n))
        caught = _caught(page.text, outlet, title, day, f"{number}-{n}")
        claims = page.claimed(caught.id)
        report = _report(caught, page.text, headline)
        made_first = Printed(report, caught, claims, tuple(of), _lineage(report, claims, None if first is None else first.report))
        first = first or made_first
        yield made_first


def _published(draw: random.Random, day: dt.date) -> dt.date | None:
    dated = draw.random()
    if dated < UNDATED_REPORTS:
        return None
    return day - TOO_EARLY if dated >= 1 - MISDATED else day


def _caught(text: str, outlet: str, title: str, day: dt.date | None, name: str) -> Capture:
    url = f"https://reports.example/{name}"
    known = Known(outlet=outlet, published=day, url=url, title=title)
    return capture(source=f"made/{name}.txt", file=f"{name}.txt", data=text.encode(), known=known, media=Media.TEXT)


def _report(caught: Capture, text: str, headline: Span) -> Report:
    known = caught.known
    return Report(
        id=caught.id,
        sha256=caught.sha256,
        file=caught.file,
        text=text,
        outlet=known.outlet,
        title=known.title,
        published=known.published,
        published_basis=PublishedBasis.NONE if known.published is None else PublishedBasis.METADATA,
        url=known.url,
        language="en",
        headline=headline,
    )


def _lineage(report: Report, claims: Sequence[Claim], original: Report | None) -> tuple[LineageEdge, ...]:
    """Whom the report cites and credits, at the first words that show it, and what it copies."""
    found: dict[tuple[LineageWhy, str], LineageEdge] = {}
    for claim in claims:
        for n, saying in enumerate(claim.chain):
            if saying.voice.kind is VoiceKind.UNNAMED or saying.cue is None:
                continue
            why = LineageWhy.CREDITS if n > 0 else LineageWhy.CITES
            edge = LineageEdge(report=report.id, why=why, source=saying.voice.name, source_id=saying.voice.id, span=saying.cue)
            found.setdefault((why, saying.voice.id), edge)
    if original is not None:
        span, share = Span(claims[0].spans[0].start, len(report.text)), 0.97
        found[LineageWhy.COPIES, original.id] = LineageEdge(
            report=report.id,
            why=LineageWhy.COPIES,
            source=original.id,
            source_id=original.id,
            span=span,
            share=share,
            direction=Direction.CREDIT,
            source_span=Span(0, len(original.text)),
        )
    return tuple(found.values())


def _dataset(
    draw: random.Random,
    reports: tuple[Report, ...],
    claims: tuple[Claim, ...],
    clusters: Sequence[Sequence[str]],
    edges: tuple[LineageEdge, ...],
) -> Dataset:
    """Everything, with the views that the product's own stages make. Links join each claim of an event with the one before it."""
    events, disputes = reconcile(reports, claims, clusters, edges)
    links = []
    for event in events:
        for a, b in zip(event.claims, event.claims[1:], strict=False):
            score = round(draw.triangular(0.5, 1, 0.95), 3)
            reasons = (Reason(rule="place", likeness=score, weight=2.0, why="they name one place"),)
            links.append(Link(a=a, b=b, score=score, reasons=reasons))
    order = {claim.id: n for n, claim in enumerate(claims)}
    links.sort(key=lambda link: (order[link.a], order[link.b]))
    problems = [
        Problem(source=f"made/scan-{n:04d}.pdf", reason=draw.choice(list(ProblemReason)), detail="Made up: it could not be read.")
        for n in range(len(reports) // 100)
    ]
    views = Views(
        events=events,
        links=tuple(links),
        lineage=edges,
        disputes=disputes,
        checks=checks(reports, claims, [event.claims for event in events]),
    )
    return Dataset(reports=reports, claims=claims, views=views, problems=tuple(sorted(problems)))
