"""An event as a matrix: a row a field, a column a voice, and in each cell what that voice says, with its quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model import (
    Claim,
    Event,
    Field,
    FieldView,
    Modality,
    Report,
    Span,
    Stance,
    Stated,
    Status,
    ValueView,
    VoiceKind,
)
from reportedly.model.words import in_words
from reportedly.reconcile.origins import Origins
from reportedly.review.stands import Stands, stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A voice that speaks on the event.

    `name` is the voice's, or "Qamar Post (own voice)" for what an outlet says itself; `kind` is None for an outlet's own voice.
    `reports` is how many reports carry it here. `origin` is the name of the one origin that its claims rest on: several voices of one
    state share one. None where they rest on more than one, or only deny.
    """

    name: str
    kind: VoiceKind | None
    reports: int
    origin: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one claim says of one field.

    `words` is the value in short words. `text` are the report's words for it and `text_span` where they stand; both are None for a
    denial that names no value: `words` is then what it denies. `quote` is the evidence and stands at `span` in the report.
    `through` names who relayed it, the first first; the outlet of the report is not among them. `stands` is how the value stands to the
    field's others; None for a denial that names no value. `against_interest`: the voice speaks against its own interest here, and its
    opponent says the same.
    """

    words: str
    claim: str
    report: str
    quote: str
    span: Span
    text: str | None
    text_span: Span | None
    stance: Stance
    modality: Modality
    through: tuple[str, ...] = ()
    stands: Stands | None = None
    against_interest: bool = False


Cell = tuple[Entry, ...]
"""The entries of one voice on one field in the casebook's order; empty where it says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A field over all voices: `cells` in the order of the matrix's columns; `low`, `best`, `high` as in `FieldView`."""

    field: Field
    status: Status
    low: int | None
    best: int | None
    high: int | None
    cells: tuple[Cell, ...]

    @property
    def disputed(self) -> bool:
        """Whether voices of different origins cannot both be right here, or one denies what another says."""
        return self.status is Status.DISPUTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """An event's rows in the order of `Field` and columns in the order of their first claims."""

    event: Event
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def matrix(event: Event, claims: Mapping[str, Claim], reports: Mapping[str, Report], behind: Origins) -> Matrix:
    """Who says what on an event. `claims` and `reports` are by id, `behind` on whom each of its claims rests.

    A column is a first speaker, whoever relayed it; the outlet's own voice is one column an outlet. Speakers without a name
    ("sources", "witnesses") are one column a report: in two reports they may be different people.

    Raises:
        KeyError: the event names a claim or a report that is not given.
    """
    told = [claims[i] for i in event.claims]
    spoken: dict[str, list[Claim]] = {}
    for claim in told:
        spoken.setdefault(_key(claim, reports[claim.report]), []).append(claim)
    resting = _resting(told, behind)
    return Matrix(
        event=event,
        columns=tuple(_column(some, reports, resting) for some in spoken.values()),
        rows=tuple(_row(view, list(spoken.values()), reports) for view in event.fields),
    )


def _key(claim: Claim, report: Report) -> str:
    if not claim.chain:
        return f"outlet {report.outlet.casefold()}" if report.outlet is not None else f"report {report.id}"
    voice = claim.chain[0].voice
    return f"voice {voice.id} in {report.id}" if _nameless(claim) else f"voice {voice.id}"


def _nameless(claim: Claim) -> bool:
    """Whether the first speaker is only described ("sources", "a resident")."""
    voice = claim.chain[0].voice
    return voice.kind is VoiceKind.UNNAMED or voice.id.startswith(("voice:", "unnamed:"))


def _resting(claims: Sequence[Claim], behind: Origins) -> Mapping[str, str | None]:
    """For each asserting claim the name of the origin that it rests on, None where it may be one of several."""
    called = {claim.id: behind.called(behind.may_be[claim.id]) for claim in claims if claim.stance is Stance.ASSERTS}
    return {claim: names[0] if len(names) == 1 else None for claim, names in called.items()}


def _column(claims: Sequence[Claim], reports: Mapping[str, Report], resting: Mapping[str, str | None]) -> Column:
    first = claims[0]
    printed = reports[first.report].outlet or f"report {first.report}"
    if first.chain:
        voice = first.chain[0].voice
        name, kind = (f"{voice.name} ({printed})" if _nameless(first) else voice.name), voice.kind
    else:
        name, kind = f"{printed} (own voice)", None
    names = {resting[claim.id] for claim in claims if claim.id in resting}
    return Column(name=name, kind=kind, reports=len({c.report for c in claims}), origin=names.pop() if len(names) == 1 else None)


def _row(view: FieldView, spoken: Sequence[Sequence[Claim]], reports: Mapping[str, Report]) -> Row:
    standing = _Standing(view)
    cells = tuple(tuple(entry for claim in some for entry in _entries(claim, view, reports[claim.report], standing)) for some in spoken)
    return Row(field=view.field, status=view.status, low=view.low, best=view.best, high=view.high, cells=cells)


class _Standing:
    """How each claim's value of a field stands to the others, and which claims speak against their own interest."""

    def __init__(self, view: FieldView) -> None:
        words = zip(view.values, stands(view), strict=True)
        self.words = {claim: word for value, word in words for claim in value.claims}
        self.against_interest = {claim for value in view.values for claim in value.against_interest}


def _entries(claim: Claim, view: FieldView, report: Report, standing: _Standing) -> Iterator[Entry]:
    """What a claim states for a field; for a denial that states nothing, the values that it denies."""
    stated = claim.get(view.field)
    if stated is not None:
        yield _entry(claim, report, in_words(stated.value), stated=stated, standing=standing)
        return
    yield from (_entry(claim, report, in_words(value.value)) for value in view.values if _denies(claim, value))


def _denies(claim: Claim, value: ValueView) -> bool:
    return claim.id in value.denied_by


def _entry(claim: Claim, report: Report, words: str, *, stated: Stated | None = None, standing: _Standing | None = None) -> Entry:
    return Entry(
        words=words,
        claim=claim.id,
        report=claim.report,
        quote=report.quote(claim.spans[0]),
        span=claim.spans[0],
        text=None if stated is None else stated.text,
        text_span=None if stated is None else stated.span,
        stance=claim.stance,
        modality=claim.modality,
        through=tuple(saying.voice.name for saying in claim.chain[1:]),
        stands=None if standing is None else standing.words.get(claim.id),
        against_interest=standing is not None and claim.id in standing.against_interest,
    )
