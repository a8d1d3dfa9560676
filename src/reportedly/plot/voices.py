"""Who reports whom: how many claims of which voice each outlet carries, as a table of numbers on shades."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reportedly.model import Claim, Report, VoiceKind
from reportedly.plot.legend import Entry, legend
from reportedly.plot.lettering import LETTERS, SMALL_LETTERS, breadth, fitted
from reportedly.plot.picture import SMALL, Cell, Picture, Table, Tally
from reportedly.plot.shapes import Box, Mark, Part, Target, Words
from reportedly.plot.subject import Subject, report_count

MOST = 25
"""Voices and outlets that have a row or a column of their own: those with the most claims."""

OWN = "own voice"
"""What an outlet says without naming anybody."""

NO_OUTLET = "outlet not known"
NAMELESS = ("voice:", "unnamed:")
"""How the ids of voices begin that have no name outside their report: in two reports they may be two."""

UNNAMED = {
    **{kind: f"unnamed {kind.value}" for kind in VoiceKind},
    VoiceKind.AID: "unnamed aid body",
    VoiceKind.UNNAMED: "unnamed source",
}
"""What a row is called for the voices of one kind that reports only describe."""

SHADES = ((1, "1"), (2, "2 to 4"), (5, "5 to 9"), (10, "10 to 29"), (30, "30 or more"))
"""From how many claims on a shade begins, and its words in the key."""

SIDE, LEAST_SIDE, LOW = 44, 22, 24
"""Pixels of a cell: its width where there is room, its least width, its height."""

LABEL, SMALL_LABEL, HEAD = 300, 138, 150

Ranked = TypeVar("Ranked")


@dataclass(frozen=True, slots=True, order=True)
class Speaker:
    """A voice by its id; `kind` is "" for the outlet's own. All voices of one kind that are only described are one."""

    name: str
    id: str
    kind: str

    @property
    def named(self) -> bool:
        """Whether the list of events can be filtered by it."""
        return bool(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """How many claims of which speaker stand in which outlet; speakers and outlets from those with the most claims on."""

    counts: Counter[tuple[Speaker, str]]
    speakers: tuple[Speaker, ...]
    outlets: tuple[str, ...]


def crossing(events: Iterable[Subject]) -> Crossing:
    """Every claim of some events once: by its first speaker, in the outlet that printed it."""
    told = [(claim, report) for event in events for claim, report in _printed(event)]
    names = _names(claim for claim, _ in told)
    outlets = _spelled(report.outlet for _, report in told)
    counts: Counter[tuple[Speaker, str]] = Counter()
    for claim, report in told:
        counts[_speaker(claim, names), outlets.get((report.outlet or "").casefold(), NO_OUTLET)] += 1
    spoken: Counter[Speaker] = Counter()
    carried: Counter[str] = Counter()
    for (speaker, outlet), number in counts.items():
        spoken[speaker] += number
        carried[outlet] += number
    return Crossing(
        counts=counts,
        speakers=tuple(sorted(spoken, key=lambda each: (each.name != OWN or each.named, -spoken[each], each))),
        outlets=tuple(sorted(carried, key=lambda each: (-carried[each], each))),
    )


def _printed(event: Subject) -> list[tuple[Claim, Report]]:
    reports = {report.id: report for report in event.reports}
    return [(claim, reports[claim.report]) for claim in event.claims]


def _names(claims: Iterable[Claim]) -> dict[str, str]:
    """The name of each voice that is used most often; of equals the first in the alphabet."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.chain:
            used[claim.chain[0].voice.id][claim.chain[0].voice.name] += 1
    return {voice: min(names, key=lambda name: (-names[name], name)) for voice, names in used.items()}


def _spelled(outlets: Iterable[str | None]) -> dict[str, str]:
    """One spelling for each outlet, whatever its case."""
    known: dict[str, str] = {}
    for outlet in sorted({each for each in outlets if each}):
        known.setdefault(outlet.casefold(), outlet)
    return known


def _speaker(claim: Claim, names: dict[str, str]) -> Speaker:
    if not claim.chain:
        return Speaker(OWN, "", "")
    voice = claim.chain[0].voice
    if voice.kind is VoiceKind.UNNAMED or voice.id.startswith(NAMELESS):
        return Speaker(UNNAMED[voice.kind], "", voice.kind.value)
    return Speaker(names[voice.id], voice.id, "")


def voices(events: Sequence[Subject], *, width: float) -> Picture:
    """Claims by voice and outlet: the 25 voices and outlets with the most, the others together."""
    found = crossing(events)
    label = SMALL_LABEL if width < SMALL else LABEL
    fits = max(2, int((width - label) // LEAST_SIDE))
    rows, columns = _grouped(found.speakers, MOST), _grouped(found.outlets, min(MOST, fits - 1))
    parts, height = _drawn(found, rows, columns, label, min(SIDE, (width - label) / max(1, len(columns))))
    total = found.counts.total()
    return Picture(
        name="voices",
        title="Who reports whom: claims by voice and outlet",
        caption=(
            f"Claims in {report_count(events):,} reports of {len(found.outlets):,} outlets, each by its first speaker, whoever relayed it.",
            f"{sum(speaker.named for speaker in found.speakers):,} voices have a name.",
            "Those that a report only describes are one row a kind.",
            *_rest("voice", len(found.speakers), len(rows)),
            *_rest("outlet", len(found.outlets), len(columns)),
        ),
        tallies=(Tally(noun="claim", total=sum(len(event.claims) for event in events), drawn=total),),
        table=_table(found),
        width=width,
        height=height if total else 40,
        parts=parts if total else (Words(x=0, y=20, text="There are no claims.", css="label"),),
    )


def _rest(noun: str, number: int, groups: int) -> list[str]:
    return [f"{number - groups + 1:,} {noun}s with as few claims or fewer are taken together."] if number > groups else []


def _grouped(ranked: Sequence[Ranked], most: int) -> list[tuple[Ranked, ...]]:
    """The first ones alone, then all others together."""
    rest = tuple(ranked[most:])
    return [*((each,) for each in ranked[:most]), *([rest] if rest else [])]


def _drawn(
    found: Crossing, rows: Sequence[tuple[Speaker, ...]], columns: Sequence[tuple[str, ...]], label: int, side: float
) -> tuple[tuple[Part, ...], float]:
    """The key, the names of outlets, and a row for each voice; and how high all of it is."""
    room = label + side * len(columns)
    key, top = legend((Entry(words=words, css=f"heat h{n}") for n, (_, words) in enumerate(SHADES)), x=0, y=0, room=max(room, label * 2))
    head = top + HEAD
    parts: list[Part] = [*key]
    for n, outlets in enumerate(columns):
        words = fitted(outlets[0] if len(outlets) == 1 else f"{len(outlets)} others", HEAD - 10, SMALL_LETTERS)
        here = Words(x=label + (n + 0.5) * side + 4, y=head - 6, text=words, css="key", turn=-90)
        parts.append(Mark(shapes=(here,), title=", ".join(outlets)))
    for n, speakers in enumerate(rows):
        y = head + n * LOW
        parts += [_label(found, speakers, y, label)]
        parts += [
            _cell(found, speakers, outlets, Box(x=label + m * side, y=y, width=side, height=LOW)) for m, outlets in enumerate(columns)
        ]
    return tuple(parts), head + LOW * len(rows) + 4


def _label(found: Crossing, speakers: tuple[Speaker, ...], y: float, room: int) -> Mark:
    number = sum(count for (speaker, _), count in found.counts.items() if speaker in speakers)
    said = f"{number:,}"
    name = _called(speakers)
    words = fitted(name, room - breadth(said, SMALL_LETTERS) - 20, LETTERS)
    shapes = (
        Words(x=0, y=y + 17, text=words, css="label strong" if speakers[0].name == OWN else "label"),
        Words(x=room - 8, y=y + 17, text=said, css="axis", anchor="end"),
    )
    return Mark(shapes=shapes, title=f"{name}: {said}", target=_target(speakers))


def _called(speakers: tuple[Speaker, ...]) -> str:
    return speakers[0].name if len(speakers) == 1 else f"{len(speakers)} others"


def _target(speakers: tuple[Speaker, ...]) -> Target | None:
    """The events on which a voice speaks; the list has no filter for several voices, or for those without a name."""
    return Target(filters=(("voice", speakers[0].id),)) if len(speakers) == 1 and speakers[0].named else None


def _cell(found: Crossing, speakers: tuple[Speaker, ...], outlets: tuple[str, ...], box: Box) -> Part:
    number = sum(found.counts[speaker, outlet] for speaker in speakers for outlet in outlets)
    if not number:
        return Box(x=box.x, y=box.y, width=box.width, height=box.height, css="none")
    shade = max(n for n, (least, _) in enumerate(SHADES) if number >= least)
    shapes = (
        Box(x=box.x, y=box.y, width=box.width, height=box.height, css=f"heat h{shade}"),
        Words(x=box.x + box.width / 2, y=box.y + 16, text=_short(number), css=f"in h{shade}", anchor="middle"),
    )
    printed = outlets[0] if len(outlets) == 1 else f"{len(outlets)} other outlets"
    return Mark(shapes=shapes, title=f"{_called(speakers)} in {printed}: {number:,}", target=_target(speakers))


def _short(number: int) -> str:
    return str(number) if number < 1000 else f"{number // 1000}k"


def _table(found: Crossing) -> Table:
    """A row for each voice in each outlet that carries it, in the order of the picture."""
    pairs = [(speaker, outlet) for speaker in found.speakers for outlet in found.outlets if found.counts[speaker, outlet]]
    rows: tuple[tuple[Cell, ...], ...] = tuple((s.name, s.id or None, outlet, found.counts[s, outlet]) for s, outlet in pairs)
    return Table(header=("voice", "voice_id", "outlet", "claims"), rows=rows, targets=tuple(_target((speaker,)) for speaker, _ in pairs))
