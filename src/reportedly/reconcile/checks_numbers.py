"""Numbers of one event against each other: a running total, a voice against itself, a headline against the text below it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from reportedly.model import COUNT_FIELDS, PEOPLE_FIELDS, Check, Claim, Count, Field, Report, Stance, When
from reportedly.reconcile.held import ADDED, is_part

Said = TypeVar("Said", Count, When)

Told = tuple[Claim, Count]
"""A claim with the number that it gives of the field in question."""


def numbers(members: Sequence[Claim], reports: Mapping[str, Report]) -> Iterator[Check]:
    """The checks of the numbers that claims of one event give. `members` are in the casebook's order."""
    asserted = [claim for claim in members if claim.stance is Stance.ASSERTS]
    for field in Field:
        told = [(c, s.value) for c in asserted if (s := c.get(field)) is not None and isinstance(s.value, Count)]
        if field in PEOPLE_FIELDS:
            yield from _running(field, told, reports)
            yield from _headline(field, told, reports)
        if field in COUNT_FIELDS and field is not Field.DISTANCE_KM:
            yield from _itself(field, told, reports)
    yield from _days(asserted, reports)


def _whole(told: Iterable[Told]) -> list[Told]:
    return [(claim, number) for claim, number in told if not is_part(number)]


def meet(one: Count, other: Count) -> bool:
    """Whether two numbers can be one."""
    return (other.high is None or one.low <= other.high) and (one.high is None or other.low <= one.high)


def _running(field: Field, told: Sequence[Told], reports: Mapping[str, Report]) -> Iterator[Check]:
    """A total that is told with what was added to it ("two more died, bringing the toll to 12"), against the one before.

    In one report the sum must be right. Of another report, printed earlier, with the same voice the earlier total and what was
    added must be no more than the new one: in between others may have died.
    """
    whole = [(claim, number) for claim, number in _whole(told) if number.high == number.low]
    added = [(c, n) for c, n in told if ADDED.search(n.wording) and not n.part and n.high == n.low]
    for more, plus in added:
        for claim, total in whole:
            if claim.report != more.report or not claim.spans[0].overlaps(more.spans[0]) or total.low <= plus.low:
                continue
            before = _total_before(claim, more, total, whole, reports)
            if before is None:
                continue
            earlier, last = before
            sum_ = last.low + plus.low
            passed = sum_ == total.low if earlier.report == claim.report else sum_ <= total.low
            fits = "fits" if passed else "does not fit"
            yield Check(
                claim=claim.id,
                name="running total",
                passed=passed,
                detail=f"{_name(field)}: “{last.wording}” before and “{plus.wording}” make {sum_}, which {fits} “{total.wording}”.",
            )


def _total_before(claim: Claim, more: Claim, total: Count, whole: Sequence[Told], reports: Mapping[str, Report]) -> Told | None:
    """The total that was told before: elsewhere in the report, else last by the same voice in a report printed earlier."""
    beside = [(c, n) for c, n in whole if c.report == claim.report and not c.spans[0].overlaps(more.spans[0]) and n.low != total.low]
    if beside:
        return max(beside, key=lambda each: (each[1].low, each[0].id))
    day = reports[claim.report].published
    earlier = [
        (when, n.low, c.id, c, n)
        for c, n in whole
        if day is not None and (when := reports[c.report].published) is not None and when < day and _voice(c) == _voice(claim)
    ]
    last = max(earlier, key=lambda each: each[:3], default=None)
    return None if last is None else (last[3], last[4])


def _headline(field: Field, told: Sequence[Told], reports: Mapping[str, Report]) -> Iterator[Check]:
    """The number in a report's headline against those in the text below it: one of these must be the same."""
    by_report: dict[str, list[Told]] = defaultdict(list)
    for claim, number in _whole(told):
        by_report[claim.report].append((claim, number))
    for report, some in sorted(by_report.items()):
        headline = reports[report].headline
        above = [(c, n) for c, n in some if headline is not None and headline.contains(c.trigger)]
        below = [(c, n) for c, n in some if headline is not None and not headline.contains(c.trigger)]
        for claim, number in above if below else ():
            passed = any(meet(number, other) for _, other in below)
            listed = ", ".join(dict.fromkeys(f"“{other.wording}”" for _, other in below))
            yield Check(
                claim=claim.id,
                name="headline",
                passed=passed,
                detail=f"{_name(field)}: the headline says “{number.wording}”, the text {listed}.",
            )


def _itself(field: Field, told: Sequence[Told], reports: Mapping[str, Report]) -> Iterator[Check]:
    """What one named voice gives on one day of printing must be able to be one number. Later ones are updates.

    Of people a report may tell a number and what it was before; so two of one report are no contradiction.
    """
    for (a, one), (b, other) in _pairs(_whole(told), reports):
        if one.of is not other.of or (field in PEOPLE_FIELDS and a.report == b.report) or meet(one, other):
            continue
        said = f"{_name(field)}: {a.chain[0].voice.name} is said to have given “{one.wording}” and “{other.wording}”"
        yield Check(claim=b.id, name="one voice", passed=False, detail=f"{said}, neither later than the other.")


def _days(asserted: Sequence[Claim], reports: Mapping[str, Report]) -> Iterator[Check]:
    """The days that one named voice gives in one outlet on one day of printing: another outlet may have worked out another one."""
    dated = [(c, s.value) for c in asserted if (s := c.get(Field.WHEN)) is not None and isinstance(s.value, When)]
    for (a, one), (b, other) in _pairs(dated, reports):
        outlets = {reports[a.report].outlet or a.report, reports[b.report].outlet or b.report}
        if len(outlets) > 1 or not one.days_apart(other):
            continue
        said = f"When: {a.chain[0].voice.name} is said to have given {_interval(one)} and {_interval(other)}"
        yield Check(claim=b.id, name="one voice", passed=False, detail=f"{said}, neither later than the other.")


def _interval(when: When) -> str:
    return str(when.start) if when.start == when.end else f"{when.start} to {when.end or 'now'}"


def _pairs(told: Sequence[tuple[Claim, Said]], reports: Mapping[str, Report]) -> Iterator[tuple[tuple[Claim, Said], tuple[Claim, Said]]]:
    """Pairs of claims of one named voice, printed on one day or, where that is not known, in one report; each value once a report."""
    printed: dict[tuple[str, dt.date | str], dict[tuple[str, Said], tuple[Claim, Said]]] = defaultdict(dict)
    for claim, value in told:
        voice = _voice(claim)
        if voice is not None:
            at = reports[claim.report].published or claim.report
            printed[voice, at].setdefault((claim.report, value), (claim, value))
    for some in printed.values():
        yield from combinations(some.values(), 2)


def _voice(claim: Claim) -> str | None:
    """The id of a named first speaker, None for the outlet itself and for those of whom only a description is known."""
    speaker = claim.chain[0].voice.id if claim.chain else None
    return None if speaker is None or speaker.startswith(("unnamed:", "voice:")) else speaker


def _name(field: Field) -> str:
    return field.value.replace("_", " ").capitalize()
