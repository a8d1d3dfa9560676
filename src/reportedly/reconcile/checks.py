"""Checks: arithmetic and sense on claims. A failed one is shown, never repaired."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.model import PEOPLE_FIELDS, Check, Claim, Count, Field, Report, VictimClass, When
from reportedly.plugins import stage
from reportedly.reconcile.checks_numbers import numbers
from reportedly.reconcile.checks_places import distances

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

WEEKDAY = re.compile(rf"\b({'|'.join(DAYS)})\b", re.IGNORECASE)

DATE = re.compile(r"\d")
"""A weekday can only be wrong beside a date in figures ("Wednesday, 31 May"); alone it is what the date was worked out from."""

METRES: dict[str, float] = {
    **dict.fromkeys(("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"), 1000.0),
    **dict.fromkeys(("mile", "miles"), 1609.344),
    **dict.fromkeys(("metre", "metres", "meter", "meters"), 1.0),
    **dict.fromkeys(("foot", "feet"), 0.3048),
    **dict.fromkeys(("yard", "yards"), 0.9144),
    **dict.fromkeys(("nautical miles",), 1852.0),
}
"""Length of one unit in metres. International yard and pound agreement of 1959; the nautical mile by the SI brochure."""

_UNIT = "|".join(sorted(METRES, key=len, reverse=True))
UNITS = re.compile(
    rf"(?P<a>\d[\d,]*(?:\.\d+)?)[\s-]*(?P<u>{_UNIT})\s*[(\[,]\s*(?:about |around |some )?(?P<b>\d[\d,]*(?:\.\d+)?)[\s-]*(?P<v>{_UNIT})\b"
)
"""One length in two units: "1,500 km (930 miles)"."""

ROUNDING = 0.06
"""How far the two lengths may differ, as a share of the greater: both are rounded."""

WHOLE = frozenset({None, VictimClass.UNKNOWN})


@stage(
    version=2,
    reads={
        "report.text",
        "report.outlet",
        "report.published",
        "report.headline",
        "claim.stance",
        "claim.modality",
        "claim.chain",
        "claim.spans",
        "claim.trigger",
        "claim.values",
    },
    makes={"checks"},
)
def checks(reports: Sequence[Report], claims: Sequence[Claim], clusters: Sequence[Sequence[str]] | None = None) -> tuple[Check, ...]:
    """Every check that a claim gives ground for, passed or not, sorted by claim and name.

    `clusters` are the claim ids of each event: parts are compared with their wholes within one report and event, and numbers
    with each other within one event. Without them parts only, within the same or overlapping evidence.

    Raises:
        KeyError: a claim's report is not among `reports`.
    """
    by_id = {report.id: report for report in reports}
    found = [check for claim in claims for check in _alone(claim, by_id[claim.report])]
    found += _parts(claims, clusters)
    told = {claim.id: claim for claim in claims}
    for cluster in clusters or ():
        found += numbers(sorted((told[each] for each in cluster), key=lambda claim: claim.place), by_id)
    return tuple(sorted(set(found), key=lambda c: (c.claim, c.name, c.detail)))


def _alone(claim: Claim, report: Report) -> Iterator[Check]:
    """The checks that need one claim only."""
    stated = claim.get(Field.WHEN)
    if stated is not None and isinstance(stated.value, When) and stated.value.start is not None:
        yield from _weekday(claim, stated.text, stated.value)
        yield from _published(claim, stated.value, report)
    yield from _units(claim, report)
    yield from distances(claim)


def _weekday(claim: Claim, text: str, when: When) -> Iterator[Check]:
    named = WEEKDAY.findall(text)
    if when.start is None or when.start != when.end or len(named) != 1 or not DATE.search(text):
        return
    real = DAYS[when.start.weekday()]
    passed = named[0].casefold() == real
    yield Check(claim=claim.id, name="weekday", passed=passed, detail=f"“{text}” is {when.start}, a {real.capitalize()}.")


def _published(claim: Claim, when: When, report: Report) -> Iterator[Check]:
    if when.start is None or report.published is None or not claim.modality.is_real:
        return
    passed = when.start <= report.published
    order = "not after" if passed else "after"
    yield Check(
        claim=claim.id,
        name="published",
        passed=passed,
        detail=f"It is said to have happened from {when.start} on, {order} the publication on {report.published}.",
    )


def _units(claim: Claim, report: Report) -> Iterator[Check]:
    for found in UNITS.finditer(report.quote(claim.spans[0])):
        one = float(found["a"].replace(",", "")) * METRES[found["u"]]
        other = float(found["b"].replace(",", "")) * METRES[found["v"]]
        passed = abs(one - other) <= ROUNDING * max(one, other)
        said = f"{found['a']} {found['u']} are {one / METRES[found['v']]:,.0f} {found['v']}"
        yield Check(claim=claim.id, name="units", passed=passed, detail=f"{said}; the report says {found['b']}.")


def _parts(claims: Sequence[Claim], clusters: Sequence[Sequence[str]] | None) -> Iterator[Check]:
    """Part against whole: the same voice, the same report, the same event (or the same words)."""
    event = {claim: str(n) for n, cluster in enumerate(clusters or ()) for claim in cluster}
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        groups[claim.report, claim.chain[0].voice.id if claim.chain else "", event.get(claim.id, "")].append(claim)
    for group in groups.values():
        for field in sorted(PEOPLE_FIELDS):
            counted = [(c, s.value) for c in group if (s := c.get(field)) is not None and isinstance(s.value, Count)]
            wholes = [(c, n) for c, n in counted if not n.part and n.of in WHOLE]
            for part in (each for each in counted if each[1].part or each[1].of not in WHOLE):
                near = [n for c, n in wholes if clusters is not None or c.spans[0].overlaps(part[0].spans[0])]
                yield from _part(part[0], field, part[1], near)


def _part(claim: Claim, field: Field, part: Count, wholes: Sequence[Count]) -> Iterator[Check]:
    if not wholes:
        return
    whole = max(wholes, key=lambda n: (n.high is None, n.high or 0, n.low, n.wording))
    passed = whole.high is None or part.low <= whole.high
    relation = "no more than" if passed else "more than"
    yield Check(
        claim=claim.id,
        name="part of whole",
        passed=passed,
        detail=f"{field.value.capitalize()}: “{part.wording}” is {relation} “{whole.wording}”.",
    )
