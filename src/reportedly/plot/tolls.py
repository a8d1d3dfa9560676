"""Tolls as ranges: for each event the least and the greatest number of killed, the best one marked, and how many origins give one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import Field
from reportedly.plot.lettering import LETTERS, breadth, fitted
from reportedly.plot.picture import SMALL, Cell, Picture, Table, Tally
from reportedly.plot.scales import Scale, scale
from reportedly.plot.shapes import Box, Dot, Line, Mark, Part, Shape, Target, Words
from reportedly.plot.subject import Subject, report_count

MOST = 30
"""Events that are drawn: those with the largest tolls."""

ROW, TALL_ROW = 28, 50
TOP = 10
LABEL, SAID, ORIGINS = 320, 130, 76
"""Pixels for the name of an event left of its range, for its numbers right of it, and for the number of origins."""

OPEN = 26
"""Pixels that a range without an upper end goes on beyond its last number."""

DOT, TICK = 5, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """The toll of an event, 0 <= low <= best <= the last number. `high` None: open, nobody gives an upper end."""

    event: Subject
    low: int
    best: int
    high: int | None
    origins: int

    @property
    def last(self) -> int:
        """The greatest number that is given."""
        return max(self.best, self.low) if self.high is None else self.high

    @property
    def said(self) -> str:
        """The numbers as they are printed."""
        return str(self.event.killed).replace(">= ", "≥ ").replace("-", "–")

    @property
    def rests(self) -> str:
        """On how many origins it rests."""
        return "1 origin" if self.origins == 1 else f"{self.origins:,} origins"


def tolls_of(events: Sequence[Subject]) -> tuple[Toll, ...]:
    """The tolls of those events that have one, the largest first; of equals those stay first that were."""
    made = []
    for event in events:
        killed = event.killed
        if killed.low is None:
            continue
        best = killed.low if killed.best is None else killed.best
        made.append(Toll(event=event, low=killed.low, best=best, high=killed.high, origins=event.origins_of(Field.KILLED)))
    return tuple(sorted(made, key=lambda toll: (-toll.best, -toll.last)))


def tolls(events: Sequence[Subject], *, width: float) -> Picture:
    """People killed, as ranges over all who give a number; the 30 largest."""
    found = tolls_of(events)
    drawn = found[:MOST]
    silent = len(events) - len(found)
    left_out = ((silent, "for which nobody gives a number of killed"), (len(found) - len(drawn), f"with a toll below the {MOST} largest"))
    row = TALL_ROW if width < SMALL else ROW
    bottom = TOP + row * len(drawn)
    start, end = (DOT + 2, width - OPEN - ORIGINS) if width < SMALL else (LABEL + DOT, width - SAID - ORIGINS - OPEN)
    x = scale((number for toll in drawn for number in (toll.low, toll.last)), start=start, end=end, may_be_steep=True)
    parts: list[Part] = [*_axis(x, bottom, width)]
    for n, toll in enumerate(drawn):
        parts += _row(toll, x, TOP + row * n, width)
    return Picture(
        name="tolls",
        title="People killed: what is said, and by how many independent origins",
        caption=(
            f"Events in {report_count(events):,} reports.",
            "A line goes from the lowest to the highest number that is given, an arrow where nobody gives an upper end.",
            "The dot is the best supported number. Origins: how many independent ones give any number.",
            *(("Numbers grow by powers of ten along the axis.",) if x.steep and drawn else ()),
        ),
        tallies=(Tally(noun="event", total=len(events), drawn=len(drawn), left_out=left_out),),
        table=_table(found),
        width=width,
        height=bottom + 46 if drawn else 40,
        parts=tuple(parts) if drawn else (Words(x=0, y=20, text="Nobody gives a number of killed.", css="label"),),
    )


def _axis(x: Scale, bottom: float, width: float) -> list[Part]:
    parts: list[Part] = [Line(points=((x.at(0), bottom), (x.end, bottom)), css="base")]
    for tick in x.ticks:
        parts.append(Line(points=((x.at(tick), TOP), (x.at(tick), bottom)), css="grid"))
        parts.append(Words(x=x.at(tick), y=bottom + 18, text=f"{tick:,}", css="axis", anchor="middle"))
    said = "people killed" + (" (powers of ten)" if x.steep else "")
    parts.append(Words(x=min(width, x.end + OPEN), y=bottom + 38, text=said, css="axis", anchor="end"))
    return parts


def _row(toll: Toll, x: Scale, top: float, width: float) -> list[Part]:
    """The event's name, its range and its numbers in a line; in two on a narrow picture."""
    narrow = width < SMALL
    height = TALL_ROW if narrow else ROW
    middle = top + (36 if narrow else height / 2)
    base = top + 18 if narrow else middle + 4
    room = width - breadth(toll.said, LETTERS) - 16 if narrow else LABEL - 14
    numbers_end = width if narrow else width - ORIGINS
    shapes = (
        Box(x=0, y=top, width=width, height=height, css="hit"),
        Words(x=0, y=base, text=fitted(toll.event.summary, room, LETTERS), css="label"),
        Words(x=numbers_end, y=base, text=toll.said, css="label strong", anchor="end"),
        Words(x=width, y=middle + 4, text=toll.rests, css="axis", anchor="end"),
        *_range(toll, x, middle),
    )
    title = f"{toll.event.summary}: {toll.said} killed, {toll.rests}"
    return [Mark(shapes=shapes, title=title, target=Target(event=toll.event.id))]


def _range(toll: Toll, x: Scale, y: float) -> list[Shape]:
    low, best, last = x.at(toll.low), x.at(toll.best), x.at(toll.last)
    shapes: list[Shape] = [Line(points=((low, y), (last, y)), css="range"), Dot(x=best, y=y, radius=DOT, css="best")]
    ends = [low] if toll.high is None else [low, last]
    shapes += [Line(points=((at, y - TICK), (at, y + TICK)), css="range") for at in ends if toll.low != toll.last]
    if toll.high is None:
        tip = last + OPEN
        shapes.insert(0, Line(points=((last, y), (tip, y)), css="range open"))
        shapes.append(Line(points=((tip - 6, y - 5), (tip, y), (tip - 6, y + 5)), css="range"))
    return shapes


def _table(found: Sequence[Toll]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for n, toll in enumerate(found):
        event = toll.event
        words = (event.id, str(event.when), str(event.place), event.kind.value)
        rows.append((*words, toll.low, toll.best, toll.high, str(event.killed), toll.origins, "yes" if n < MOST else "no"))
    return Table(
        header=("event", "date", "place", "kind", "killed_low", "killed_best", "killed_high", "killed", "origins", "drawn"),
        rows=tuple(rows),
        targets=tuple(Target(event=toll.event.id) for toll in found),
    )
