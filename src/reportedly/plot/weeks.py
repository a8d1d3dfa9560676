"""Events over time by kind: stacked bars, a bar a week, or a month or longer where the time is long."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import Kind, When
from reportedly.plot.legend import Entry, legend
from reportedly.plot.lettering import SMALL_LETTERS, breadth
from reportedly.plot.periods import Period, Unit, cut
from reportedly.plot.picture import Cell, Picture, Table, Tally
from reportedly.plot.scales import Scale, scale
from reportedly.plot.shapes import Box, Line, Mark, Part, Target, Words
from reportedly.plot.subject import Subject, report_count

SERIES = 7
"""Kinds that have a filling of their own; where there are more, the last one is for all others."""

HEIGHT = 260
YEAR = 366
LEFT, RIGHT, BELOW = 44, 8, 46
UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Events in their periods: `counts` how many of a kind in a period, `left_out` how many of a kind are in none, and why."""

    unit: Unit
    periods: tuple[Period, ...]
    counts: Counter[tuple[Period, Kind]]
    left_out: Counter[tuple[str, Kind]]
    kinds: tuple[Kind, ...]


def counted(events: Sequence[Subject]) -> Counted:
    """Each event is in the one period that has all of its days, by the time with the most origins. Of no other can it be said."""
    times = [(event.kind, _days(event)) for event in events]
    unit, periods = cut(day for _, days in times for day in _for_axis(days))
    counts: Counter[tuple[Period, Kind]] = Counter()
    left_out: Counter[tuple[str, Kind]] = Counter()
    vague = f"whose days may lie in more than one {unit.name}"
    for kind, days in times:
        if days is None:
            left_out[UNDATED, kind] += 1
        elif days[1] is None or not unit.of(days[0]).holds(days[0], days[1]):
            left_out[vague, kind] += 1
        else:
            counts[unit.of(days[0]), kind] += 1
    drawn = Counter(kind for _, kind in counts.elements())
    kinds = sorted(drawn, key=lambda kind: (-drawn[kind], list(Kind).index(kind)))
    return Counted(unit=unit, periods=_needed(periods, counts), counts=counts, left_out=left_out, kinds=tuple(kinds))


def _days(event: Subject) -> tuple[dt.date, dt.date | None] | None:
    top = event.when.top
    if top is None or not isinstance(top.value, When) or top.value.start is None:
        return None
    return top.value.start, top.value.end


def _for_axis(days: tuple[dt.date, dt.date | None] | None) -> tuple[dt.date, ...]:
    """The days that the axis has to hold: not those of a time without an end, or longer than a year, which no short period holds."""
    if days is None or days[1] is None or (days[1] - days[0]).days > YEAR:
        return ()
    return days[0], days[1]


def _needed(periods: tuple[Period, ...], counts: Counter[tuple[Period, Kind]]) -> tuple[Period, ...]:
    """The periods from the first to the last that has an event."""
    used = [n for n, period in enumerate(periods) if any(at == period for at, _ in counts)]
    return periods[used[0] : used[-1] + 1] if used else ()


def weeks(events: Sequence[Subject], *, width: float) -> Picture:
    """Events per week by kind; per month, year or longer where there would be more than 60 bars."""
    found = counted(events)
    left_out: Counter[str] = Counter()
    for (why, _), number in found.left_out.items():
        left_out[why] += number
    tally = Tally(
        noun="event", total=len(events), drawn=found.counts.total(), left_out=tuple((n, why) for why, n in sorted(left_out.items()))
    )
    key, top = legend(_entries(found), x=0, y=0, room=width)
    begin = top + 24
    y = scale((_total(found, period) for period in found.periods), start=begin + HEIGHT, end=begin)
    parts = (*key, *_axis(y, found, width), *_bars(found, y, width), *_dates(found, begin + HEIGHT, width))
    return Picture(
        name="weeks",
        title=f"Events per {found.unit.name}, by kind",
        caption=(
            f"Events in {report_count(events):,} reports.",
            f"An event stands in the {found.unit.name} that holds all its possible days.",
        ),
        tallies=(tally,),
        table=_table(found),
        width=width,
        height=begin + HEIGHT + BELOW if found.periods else 40,
        parts=parts if found.periods else (Words(x=0, y=20, text="No event has a day.", css="label"),),
    )


def _total(found: Counted, period: Period) -> int:
    return sum(found.counts[period, kind] for kind in found.kinds)


def _groups(found: Counted) -> list[tuple[Kind, ...]]:
    """The kinds that share a filling: one each, and all others the last."""
    if len(found.kinds) <= SERIES:
        return [(kind,) for kind in found.kinds]
    return [*((kind,) for kind in found.kinds[: SERIES - 1]), found.kinds[SERIES - 1 :]]


def _entries(found: Counted) -> list[Entry]:
    return [
        Entry(words=f"{_named(some)} ({sum(found.counts[p, k] for p in found.periods for k in some):,})", fill=_fill(n, some))
        for n, some in enumerate(_groups(found))
    ]


def _named(some: tuple[Kind, ...]) -> str:
    return some[0].value if len(some) == 1 else f"{len(some)} other kinds"


def _fill(n: int, some: tuple[Kind, ...]) -> int:
    return n if len(some) == 1 else SERIES


def _axis(y: Scale, found: Counted, width: float) -> list[Part]:
    lines: list[Part] = [Words(x=0, y=y.end - 12, text="events", css="axis")]
    for tick in y.ticks if found.periods else ():
        lines.append(Line(points=((LEFT, y.at(tick)), (width - RIGHT, y.at(tick))), css="grid" if tick else "base"))
        lines.append(Words(x=LEFT - 8, y=y.at(tick) + 4, text=f"{tick:,}", css="axis", anchor="end"))
    return lines


def _step(found: Counted, width: float) -> float:
    return (width - LEFT - RIGHT) / max(1, len(found.periods))


def _bars(found: Counted, y: Scale, width: float) -> list[Part]:
    step = _step(found, width)
    thick = min(48.0, max(1.0, step * 0.78))
    marks: list[Part] = []
    for n, period in enumerate(found.periods):
        x, height = LEFT + n * step + (step - thick) / 2, 0
        for number, some in enumerate(_groups(found)):
            here = sum(found.counts[period, kind] for kind in some)
            if here:
                upper, lower = y.at(height + here), y.at(height)
                box = Box(x=x, y=upper, width=thick, height=lower - upper, css="series", fill=_fill(number, some))
                title = f"{found.unit.long(period)}: {_named(some)}, {here:,}"
                marks.append(Mark(shapes=(box,), title=title, target=_target(period, some)))
            height += here
        if height and step >= 16:
            marks.append(Words(x=x + thick / 2, y=y.at(height) - 5, text=f"{height:,}", css="axis", anchor="middle"))
    return marks


def _target(period: Period, some: tuple[Kind, ...]) -> Target:
    days = (("since", period.first.isoformat()), ("until", period.last.isoformat()))
    return Target(filters=(*days, ("kind", some[0].value)) if len(some) == 1 else days)


def _dates(found: Counted, y: float, width: float) -> list[Part]:
    """The names of periods under their bars, as many as there is room for; below them the year where it changes."""
    step = _step(found, width)
    broadest = max((breadth(found.unit.short(p.first), SMALL_LETTERS) for p in found.periods), default=0) + 10
    every = max(1, -(-int(broadest) // max(1, int(step))))
    words: list[Part] = []
    year = 0
    for n in range(0, len(found.periods), every):
        first, x = found.periods[n].first, LEFT + n * step + step / 2
        words.append(Line(points=((x, y), (x, y + 4)), css="base"))
        words.append(Words(x=x, y=y + 18, text=found.unit.short(first), css="axis", anchor="middle"))
        if first.year != year and found.unit.name in ("week", "month"):
            words.append(Words(x=x, y=y + 33, text=str(first.year), css="axis strong", anchor="middle"))
        year = first.year
    names = {"week": "week, by its Monday", "decade": "decade, by its first year", "century": "century, by its first year"}
    words.append(Words(x=width - RIGHT, y=y + 40, text=names.get(found.unit.name, found.unit.name), css="axis", anchor="end"))
    return words


def _table(found: Counted) -> Table:
    """A row for each kind in each period, those that are in no period last."""
    order = list(Kind).index
    drawn = sorted(found.counts, key=lambda each: (each[0].first, order(each[1])))
    rest = sorted(found.left_out, key=lambda each: (each[0], order(each[1])))
    rows: list[tuple[Cell, ...]] = [(p.first.isoformat(), p.last.isoformat(), k.value, found.counts[p, k], "") for p, k in drawn]
    rows += [(None, None, kind.value, found.left_out[why, kind], why) for why, kind in rest]
    targets = [_target(period, (kind,)) for period, kind in drawn]
    return Table(
        header=("first_day", "last_day", "kind", "events", "not_drawn"), rows=tuple(rows), targets=(*targets, *(None for _ in rest))
    )
