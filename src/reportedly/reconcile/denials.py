"""What a denial or a doubt is about, and whom it stands against."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportedly.model import COUNT_FIELDS, PEOPLE_FIELDS, Claim, Field, Report, Stance

INVOLVED = re.compile(
    r"\b(?:involve(?:d|ment)|responsib\w+|behind|role|part in|complicit\w*|carr(?:y|ied|ying) out|perpetrat\w+"
    r"|to blame|at fault|hand in)\b",
    re.IGNORECASE,
)
"""Words by which someone denies to have done it, whatever else is said."""

OURS = re.compile(r"\b(?:none|no|any|not one)\b[^.;]{0,40}\bof (?:ours|theirs|its own|our own|their own)\b|\bours\b", re.IGNORECASE)
"""Words by which a side denies that what was used was its own ("no missile of ours")."""

AIMS = (Field.TARGET, Field.WEAPON, Field.OUTCOME, Field.PLATFORM, Field.LAUNCHED_FROM, Field.NOTIFIED)
"""What can be denied besides the deed and its numbers, the likeliest first. Place and time only tell which happening is meant."""


def issues(claims: Sequence[Claim], reports: Mapping[str, Report]) -> dict[str, Field]:
    """For each denial and doubt of an event the id of its claim and the field that it is about.

    In this order: the actor, where the words deny being involved or that the means were one's own; a number that it gives; the
    actor, where the denying side does not elsewhere own the deed; another field that it gives; else what the asserting claims
    state that is most at issue (deaths, then other numbers of people, the actor, the target ...). A denial of which nothing
    tells the field is left out.
    """
    asserting = [c for c in claims if c.stance is Stance.ASSERTS]
    found = {c.id: _issue(c, asserting, reports[c.report]) for c in claims if c.stance is not Stance.ASSERTS}
    return {claim: field for claim, field in found.items() if field is not None}


def _issue(denial: Claim, asserting: Sequence[Claim], report: Report) -> Field | None:
    words = " ".join(report.quote(span) for span in denial.spans)
    if denial.stance is Stance.DENIES and (OURS.search(words) or (INVOLVED.search(words) and denial.get(Field.ACTOR))):
        return Field.ACTOR
    number = next((f for f in Field if f in COUNT_FIELDS and denial.get(f)), None)
    if number is not None:
        return number
    if denial.get(Field.ACTOR) and not _owns_the_deed(denial, asserting):
        return Field.ACTOR
    aim = next((f for f in AIMS if denial.get(f)), None)
    if aim is not None:
        return aim
    order = (*(f for f in Field if f in PEOPLE_FIELDS), Field.ACTOR, Field.TARGET, *Field)
    return next((f for f in order if any(c.get(f) for c in asserting)), None)


def _owns_the_deed(denial: Claim, asserting: Sequence[Claim]) -> bool:
    """Whether the side that denies says elsewhere in the event that it acted, or denies nothing about its own deed."""
    side = _side(denial)
    return any(_side(c) == side and side is not None and side in _owners(c) for c in asserting)


def _side(claim: Claim) -> str | None:
    """Whom the first speaker speaks for, or who it is."""
    return (claim.chain[0].voice.of or claim.chain[0].voice.id) if claim.chain else None


def _owners(claim: Claim) -> frozenset[str]:
    return frozenset(e.owner for e in claim.entities(Field.ACTOR) if e.owner is not None)


def opposed(denial: Claim, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that assert what a denial denies: all that assert, and do not come from the voice that denies."""
    return tuple(c for c in claims if c.stance is Stance.ASSERTS and (_side(c) is None or _side(c) != _side(denial)))


def is_disputed(denial: Claim, issue: Field, claims: Sequence[Claim]) -> bool:
    """Whether a denial or doubt makes a dispute.

    A denial needs someone who asserts (the outlet's own voice is enough). A doubt that names what is doubted stands for the
    claim it doubts, so it needs nobody.
    """
    return bool(opposed(denial, claims)) or (denial.stance is Stance.DOUBTS and denial.get(issue) is not None)
