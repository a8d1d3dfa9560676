"""An event explained in plain sentences, each made from claims and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reportedly.model import (
    PEOPLE_FIELDS,
    Claim,
    Count,
    Dispute,
    Event,
    Field,
    FieldView,
    LineageEdge,
    LineageWhy,
    RelationKind,
    Remark,
    Report,
    Stance,
    Status,
    ValueView,
)
from reportedly.model.words import in_words, listed
from reportedly.reconcile.growth import Step, growth, voice_of
from reportedly.reconcile.roots import joined

SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()

SHOWN = 4
"""Names that a sentence lists before it says how many more there are."""

ASKED = {
    Field.ACTOR: "who did it",
    Field.TARGET: "what was hit",
    Field.WHEN: "the day",
    **{field: f"the number of {field.value}" for field in PEOPLE_FIELDS},
}
"""What a dispute on a field is about, where the field's name does not say it."""


class _Known:
    """An event with all that its sentences are made from."""

    def __init__(self, event: Event, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        self.event, self.claims, self.reports = event, claims, reports

    def voices(self, claims: Iterable[str]) -> list[str]:
        """The names of those who make some claims, each once."""
        return list(dict.fromkeys(voice_of(self.claims[c], self.reports[self.claims[c].report]) for c in claims))

    def outlets(self, reports: Iterable[str]) -> list[str]:
        """What some reports are called."""
        return [self.reports[each].outlet or self.reports[each].file for each in reports]

    def of_reports(self, reports: Collection[str]) -> tuple[str, ...]:
        """The event's claims in some of its reports."""
        return tuple(c for c in self.event.claims if self.claims[c].report in reports)

    def asserting(self, value: ValueView) -> list[str]:
        """The claims that assert a value."""
        return [c for c in value.claims if self.claims[c].stance is Stance.ASSERTS]


def explanation(
    event: Event,
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    disputes: Sequence[Dispute] = (),
    lineage: Iterable[LineageEdge] = (),
) -> tuple[Remark, ...]:
    """What a reader should know of an event before its numbers, in the order in which it matters.

    On whom it rests; which reports are copies; what is disputed, and who says what; what is denied; how tolls rose; what
    independent origins agree on, and who speaks against its own interest there; and which toll only one gives. `disputes` are those of
    the event, `lineage` may be of all reports.

    Raises:
        KeyError: a claim of the event, or its report, is not given.
    """
    known = _Known(event, claims, reports)
    found = [_basis(known), *_copies(known, lineage)]
    found += [each for dispute in disputes if (each := _dispute(known, dispute)) is not None]
    for view in event.fields:
        if view.field in PEOPLE_FIELDS:
            found += _toll(known, view)
        else:
            found += [_admitted(known, view.field, value) for value in view.values if value.against_interest]
    return tuple(found)


def _basis(known: _Known) -> Remark:
    event = known.event
    reports = len(event.reports)
    told = f"{_capital(_number(reports))} report{'s tell' if reports > 1 else ' tells'} of it"
    if event.origins == 0:
        return Remark(text=f"{told}; nobody asserts it.", claims=event.claims)
    names = listed(event.origin_names, SHOWN)
    if event.origins == 1:
        but = "but all rest on one origin" if reports > 1 else "on the word of one origin"
        return Remark(text=f"{told}, {but}: {names}.", claims=event.claims)
    on = "from" if reports > 1 else "on the word of"
    return Remark(text=f"{told}, {on} {_number(event.origins)} independent origins: {names}.", claims=event.claims)


def _copies(known: _Known, lineage: Iterable[LineageEdge]) -> Iterator[Remark]:
    """Which of the event's reports print another one's words, and which print the same while nothing tells which was first."""
    inside = frozenset(known.event.reports)
    copies = [e for e in sorted(lineage) if e.why is LineageWhy.COPIES and e.report in inside and e.source_id in inside]
    of: dict[str, list[str]] = {}
    for edge in copies:
        if not edge.is_undirected:
            of.setdefault(edge.source_id, []).append(edge.report)
    for source, some in sorted(of.items()):
        names = known.outlets(dict.fromkeys(some))
        print_ = "prints" if len(names) == 1 else "print"
        text = f"{listed(names, SHOWN)} {print_} words of {known.outlets([source])[0]}."
        yield Remark(text=text, claims=known.of_reports({source, *some}))
    for group in joined(inside, [(e.source_id, e.report) for e in copies if e.is_undirected]):
        if len(group) > 1:
            text = f"{listed(sorted(known.outlets(group)), SHOWN)} print the same words; which was first is not told."
            yield Remark(text=text, claims=known.of_reports(group))


def _dispute(known: _Known, dispute: Dispute) -> Remark | None:
    asked = ASKED.get(dispute.field, f"the {dispute.field.value.replace('_', ' ')}")
    if dispute.kind is RelationKind.DENIES:
        return _denial(known, dispute, asked)
    view = known.event.get(dispute.field)
    if view is None:
        return None
    sides = []
    for value in view.values:
        claims = [c for c in known.asserting(value) if c in dispute.claims]
        if claims:
            sides.append(f"{in_words(value.value)} by the word of {listed(known.voices(claims), SHOWN)}")
    return Remark(text=f"{_capital(asked)} is disputed: {'; '.join(sides)}.", claims=dispute.claims)


def _denial(known: _Known, dispute: Dispute, asked: str) -> Remark:
    against = known.voices(c for c in dispute.claims if known.claims[c].stance is Stance.ASSERTS)
    word = f", against the word of {listed(against, SHOWN)}" if against else ""
    said = []
    for stance, one, more in ((Stance.DENIES, "denies", "deny"), (Stance.DOUBTS, "doubts", "doubt")):
        who = known.voices(c for c in dispute.claims if known.claims[c].stance is stance)
        said += [f"{listed(who, SHOWN)} {one if len(who) == 1 else more}"] if who else []
    return Remark(text=_capital(f"{' and '.join(said)} what is said of {asked}{word}."), claims=dispute.claims)


def _toll(known: _Known, view: FieldView) -> Iterator[Remark]:
    """What a field of people says besides disputes."""
    if view.status is Status.UPDATED:
        yield from _rise(view.field, growth(known.event, view.field, known.claims, known.reports))
    for value in view.values:
        if value.origins > 1 and isinstance(value.value, Count):
            yield _agreed(known, view.field, value)
    asserted = [value for value in view.values if value.origins > 0]
    if len(asserted) == 1 and asserted[0].origins == 1 and known.event.origins > 1:
        claims = known.asserting(asserted[0])
        who = known.voices(claims)
        give = "gives" if len(who) == 1 else "give"
        text = f"Only {listed(who, SHOWN)} {give} a number of {view.field.value}: {in_words(asserted[0].value)}."
        yield Remark(text=text, claims=tuple(claims))


def _rise(field: Field, steps: Sequence[Step]) -> Iterator[Remark]:
    """The numbers of one voice that changed, first to last."""
    by_voice: dict[str, list[Step]] = {}
    for step in steps:
        for voice in step.voices:
            by_voice.setdefault(voice, []).append(step)
    for voice, some in sorted(by_voice.items()):
        if len({(s.count.low, s.count.high) for s in some}) > 1:
            said = [f"{in_words(s.count)}{f' ({s.day})' if s.day is not None else ''}" for s in some]
            text = f"The number of {field.value} changed by the word of {voice}: {', then '.join(said)}."
            yield Remark(text=text, claims=tuple(c for s in some for c in s.claims))


def _agreed(known: _Known, field: Field, value: ValueView) -> Remark:
    claims = known.asserting(value)
    who = listed(known.voices(claims), SHOWN)
    text = f"{_capital(_number(value.origins))} independent origins give the same number of {field.value}, {in_words(value.value)}: {who}"
    if value.against_interest:
        text = f"{text}; {_against(known, value)}"
    return Remark(text=f"{text}.", claims=tuple(claims))


def _admitted(known: _Known, field: Field, value: ValueView) -> Remark:
    """What a side and its opponent both say of a field that counts no people, one of them against its own interest."""
    claims = known.asserting(value)
    asked = ASKED.get(field, f"the {field.value.replace('_', ' ')}")
    text = f"Of {asked} {listed(known.voices(claims), SHOWN)} say the same, {in_words(value.value)}; {_against(known, value)}."
    return Remark(text=text, claims=tuple(claims))


def _against(known: _Known, value: ValueView) -> str:
    """Who speaks against its own interest."""
    who = known.voices(value.against_interest)
    return f"{listed(who, SHOWN)} {'speaks against its' if len(who) == 1 else 'speak against their'} own interest"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _number(count: int) -> str:
    return SMALL[count] if count < len(SMALL) else f"{count:,}"
