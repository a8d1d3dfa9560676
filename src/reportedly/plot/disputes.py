"""Disputes by field: what voices of different origins do not agree on, a square a dispute as long as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model import Dispute, Field, RelationKind
from reportedly.plot.legend import Entry, legend
from reportedly.plot.picture import SMALL, Cell, Picture, Table, Tally
from reportedly.plot.shapes import Box, Line, Mark, Part, Target, Words
from reportedly.plot.subject import Subject, report_count

ROW, BAR = 32, 20
LABEL, SMALL_LABEL, SAID = 130, 96, 40
SQUARE, LEAST_SQUARE = 20, 7
"""Pixels of the square of one dispute: at most, and at least; where they would be smaller the row is one bar."""

DISPUTED = Target(filters=(("disputed", "yes"),))
KINDS = (RelationKind.CONTRADICTS, RelationKind.DENIES)
NAMES = {RelationKind.CONTRADICTS: "contradicts: two values cannot both be right", RelationKind.DENIES: "denies: a voice denies a value"}


def disputes(events: Sequence[Subject], *, width: float) -> Picture:
    """Disputes by field, those in which values contradict each other and those in which one is denied."""
    every = [dispute for event in events for dispute in event.disputes]
    fields = _ranked(every)
    key, top = legend((Entry(words=NAMES[kind], fill=n) for n, kind in enumerate(KINDS)), x=0, y=0, room=width)
    label = SMALL_LABEL if width < SMALL else LABEL
    parts: list[Part] = [*key]
    longest = max((len(some) for _, some in fields), default=1)
    unit = min(SQUARE, (width - label - SAID) / longest)
    for n, (field, some) in enumerate(fields):
        y = top + 12 + n * ROW
        parts.append(Words(x=label - 10, y=y + BAR - 5, text=field.value.replace("_", " "), css="label", anchor="end"))
        parts += _squares(some, label, y, unit) if unit >= LEAST_SQUARE else _bars(some, label, y, longest, width - SAID)
        parts.append(Words(x=label + unit * len(some) + 8, y=y + BAR - 5, text=f"{len(some):,}", css="label strong"))
    bottom = top + 12 + ROW * len(fields)
    parts.append(Line(points=((label, top + 6), (label, bottom)), css="base"))
    parts.append(Words(x=label, y=bottom + 18, text="number of disputes", css="axis"))
    touched = sum(bool(event.disputes) for event in events)
    return Picture(
        name="disputes",
        title="What is disputed: disputes by field",
        caption=(
            f"Events in {report_count(events):,} reports.",
            f"{touched:,} of {len(events):,} have a dispute between voices of different origins.",
            *(("A square is one dispute.",) if unit >= LEAST_SQUARE and every else ()),
        ),
        tallies=(Tally(noun="dispute", total=len(every), drawn=sum(len(some) for _, some in fields)),),
        table=_table(events, fields),
        width=width,
        height=bottom + 30 if every else 40,
        parts=tuple(parts) if every else (Words(x=0, y=20, text="Nothing is disputed.", css="label"),),
    )


def _ranked(every: Sequence[Dispute]) -> list[tuple[Field, list[Dispute]]]:
    """The fields that have disputes, the most disputed first; what is contradicted before what is denied."""
    ordered = [dispute for kind in KINDS for dispute in every if dispute.kind is kind]
    fields = [(field, [dispute for dispute in ordered if dispute.field is field]) for field in Field]
    return sorted((each for each in fields if each[1]), key=lambda each: -len(each[1]))


def _squares(some: Sequence[Dispute], x: float, y: float, unit: float) -> list[Part]:
    gap = 2 if unit > 10 else 1
    return [
        Mark(
            shapes=(Box(x=x + n * unit + gap, y=y, width=unit - gap, height=BAR, css="series", fill=KINDS.index(dispute.kind)),),
            title=f"{dispute.field.value.replace('_', ' ')}, {dispute.kind.value}: {dispute.why}",
            target=Target(event=dispute.event),
        )
        for n, dispute in enumerate(some)
    ]


def _bars(some: Sequence[Dispute], x: float, y: float, longest: int, end: float) -> list[Part]:
    marks: list[Part] = []
    done = 0
    for n, kind in enumerate(KINDS):
        number = sum(dispute.kind is kind for dispute in some)
        if number:
            left, right = (x + (end - x) * each / longest for each in (done, done + number))
            box = Box(x=left, y=y, width=right - left, height=BAR, css="series", fill=n)
            title = f"{some[0].field.value.replace('_', ' ')}, {kind.value}: {number:,}"
            marks.append(Mark(shapes=(box,), title=title, target=DISPUTED))
        done += number
    return marks


def _table(events: Sequence[Subject], fields: Sequence[tuple[Field, Sequence[Dispute]]]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for field, some in fields:
        numbers = [sum(dispute.kind is kind for dispute in some) for kind in KINDS]
        rows.append((field.value, *numbers, len(some), len({dispute.event for dispute in some}), len(events)))
    header = ("field", *(kind.value for kind in KINDS), "disputes", "events_with_a_dispute", "events")
    return Table(header=header, rows=tuple(rows), targets=tuple(DISPUTED for _ in rows))
