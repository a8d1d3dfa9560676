"""What one report says of how its happenings stand to each other: what came of what, and what is part of what.

Two claims are held against each other where their triggers stand in one sentence; a claim and one told before it where the sentence
points back: "in retaliation for the strike", "In response, …", "It was one of a series of …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.link.facts import SERIES_HEAD, VIOLENT, ClaimFacts
from reportedly.link.sequel_words import (
    ABOUT,
    ABOUT_BACK,
    AFTER,
    AFTER_BACK,
    AGAINST,
    ANSWERS,
    ANSWERS_BACK,
    BLAMED,
    BURIED_AFTER,
    BURIED_BACK,
    DEADLY,
    ENDS,
    IN_ANSWER,
    IT_IS_PART,
    KILLED,
    LED_TO,
    NAMED,
    OF_THEM,
    OF_THOSE,
    OPENED_BACK,
    OPENING,
    OPENING_BACK,
    OPERATION,
    PART,
)
from reportedly.link.whole import holds, refuted
from reportedly.model import Family, Kind, Sign, SignRule, Stance, TieKind

REACH = 6
"""Claims of a report that come next in the text, that one is held against."""

BACKWARDS = 25
"""Claims of a report before one, among which that is looked for which its sentence points back to."""

BEHIND = 240
"""Characters behind a trigger in which words that point back are looked for."""

ABROAD = 90
"""Characters before a trigger in which words that open its sentence are looked for."""

SPOKEN = frozenset({Kind.ACCUSE, Kind.REJECT, Kind.SANCTION})
"""Kinds that are about what they came of."""

SURE, LIKELY = 1.0, 0.6
"""What words count that say it, and words of time, which mostly mean it."""

RESPONSE, PART_WORDS = "is told as what came of", "is told as part of"


def told(facts: Sequence[ClaimFacts]) -> tuple[Sign, ...]:
    """The signs of one report, whose claims' facts are given in the casebook's order; each once, the surest of its kind."""
    ordered = sorted(facts, key=lambda f: (f.claim.trigger.start, f.claim.trigger.end, f.claim.id))
    found: dict[tuple[TieKind, str, str], Sign] = {}
    for n, fact in enumerate(ordered):
        signs = [sign for other in ordered[n + 1 : n + 1 + REACH] for sign in _between(fact, other)]
        signs += _pointing(fact, ordered[max(0, n - BACKWARDS) : n], ordered[n + 1 : n + 1 + REACH])
        for sign in signs:
            known = found.get((sign.kind, sign.a, sign.b))
            if known is None or known.weight < sign.weight:
                found[sign.kind, sign.a, sign.b] = sign
    return tuple(found.values())


def _between(first: ClaimFacts, later: ClaimFacts) -> Iterator[Sign]:
    """The signs between two claims, the first of which stands first in the text."""
    if first.claim.trigger.overlaps(later.claim.trigger) or not (first.modal == later.modal == "real"):
        return
    for whole, part in ((first, later), (later, first)):
        if (held := holds(whole, part)) is not None:
            yield _sign(TieKind.PART_OF, (whole, part), held.weight, held.why, SignRule.CONTAINMENT)
    text = first.report.text
    gap = text[first.claim.trigger.end : later.claim.trigger.start]
    if ENDS.search(gap) is None:
        before = text[max(0, first.claim.trigger.start - ABROAD) : first.claim.trigger.start]
        yield from _in_sentence(first, later, gap, before)


def _in_sentence(first: ClaimFacts, later: ClaimFacts, gap: str, before: str) -> Iterator[Sign]:
    """The signs between two claims of one sentence, from the words between them and before the first."""
    if PART.search(gap) and _is_whole(later) and not refuted(later, first):
        yield _worded(TieKind.PART_OF, later, first, SURE, PART_WORDS)
    elif (ends := _buried(first, later, gap, before)) is not None:
        yield _worded(TieKind.FOLLOWS, *ends, SURE, RESPONSE)
    elif (weight := _answered(first, later, gap)) and _may_follow(later, first):
        yield _worded(TieKind.FOLLOWS, later, first, weight, RESPONSE)
    elif _may_follow(first, later) and (LED_TO.search(gap) or ("," in gap and later.family not in VIOLENT and OPENING.search(before))):
        yield _worded(TieKind.FOLLOWS, first, later, SURE if LED_TO.search(gap) else LIKELY, RESPONSE)


def _buried(first: ClaimFacts, later: ClaimFacts, gap: str, before: str) -> tuple[ClaimFacts, ClaimFacts] | None:
    """What people were killed by and their burial, where one sentence tells both; else None."""
    if first.burial and later.family in VIOLENT and _may_follow(later, first):
        killing = DEADLY.match(later.report.quote(later.claim.trigger)) is not None and OF_THEM.match(gap) is not None
        return (later, first) if killing or OF_THOSE.match(gap) else None
    if later.burial and first.family in VIOLENT and _may_follow(first, later) and BURIED_AFTER.match(gap):
        words = re.split(ENDS, before)[-1] + _quoted(first)
        return (first, later) if re.search(KILLED, words, re.IGNORECASE) else None
    return None


def _answered(answer: ClaimFacts, cause: ClaimFacts, gap: str) -> float:
    """How surely the words between two claims say that the first came of the second; 0 where they do not."""
    if ANSWERS.search(gap):
        return SURE
    if cause.family in VIOLENT and _is_about(answer) and (ABOUT.search(gap) or AGAINST.search(gap)):
        return SURE
    if cause.family in VIOLENT and answer.claim.kind in SPOKEN and BLAMED.search(gap):
        return SURE
    return LIKELY if answer.family not in VIOLENT and AFTER.search(gap) else 0.0


def _pointing(fact: ClaimFacts, before: Sequence[ClaimFacts], behind: Sequence[ClaimFacts]) -> Iterator[Sign]:
    """The signs between a claim and one told before it, to which its sentence points back without a claim of its own."""
    if fact.modal != "real":
        return
    text, trigger = fact.report.text, fact.claim.trigger
    opening = text[max(0, trigger.start - 2 * ABROAD) : trigger.start]
    if _is_whole(fact) and (found := PART.search(opening)) and IT_IS_PART.search(opening[: found.start()]):
        part = next((each for each in _told_before(fact, before) if not _is_whole(each)), None)
        if part is not None and not refuted(fact, part):
            yield _worded(TieKind.PART_OF, fact, part, SURE, PART_WORDS)
    if IN_ANSWER.search(opening) and (cause := next(_told_before(fact, before), None)) is not None and _may_follow(cause, fact):
        yield _worded(TieKind.FOLLOWS, cause, fact, SURE, "is told as the answer to")
    for found, weight in _back(fact, opening):
        if not _claimed(found, fact, behind):
            named = NAMED[found["noun"].casefold()]
            known = (each for each in _told_before(fact, before) if each.claim.kind in named and (found["many"] or not each.series))
            again = next(known, None)
            if again is not None and _may_follow(again, fact):
                yield _worded(TieKind.FOLLOWS, again, fact, weight, RESPONSE)
                return


def _back(fact: ClaimFacts, opening: str) -> Iterator[tuple[re.Match[str], float]]:
    """The noun phrases of a claim's sentence that point back to what it came of, the surest first, and how sure that is."""
    text, start = fact.report.text, fact.claim.trigger.end
    if found := ANSWERS_BACK.match(text, start, start + BEHIND):
        yield found, SURE
    if _is_about(fact) and (found := ABOUT_BACK.match(text, start, start + BEHIND)):
        yield found, SURE
    if fact.family not in VIOLENT and (found := AFTER_BACK.match(text, start, start + BEHIND)):
        yield found, LIKELY
    if fact.burial and (found := BURIED_BACK.match(text, start, start + BEHIND) or OPENED_BACK.search(opening)):
        yield found, SURE
    if found := OPENING_BACK.search(opening):
        yield found, SURE if ANSWERS.search(found[0][: found.start("noun") - found.start()]) else LIKELY


def _told_before(fact: ClaimFacts, before: Sequence[ClaimFacts]) -> Iterator[ClaimFacts]:
    """The real, violent happenings of earlier sentences, the last first."""
    text = fact.report.text
    for each in reversed(before):
        if each.modal == "real" and each.family in VIOLENT and ENDS.search(text, each.claim.trigger.end, fact.claim.trigger.start):
            yield each


def _claimed(found: re.Match[str], fact: ClaimFacts, behind: Sequence[ClaimFacts]) -> bool:
    """Whether a noun behind a claim's trigger is that of a claim itself: then the two are held against each other."""
    at = found.start("noun")
    behind_it = found.string is fact.report.text
    return behind_it and any(each.claim.trigger.start <= at < each.claim.trigger.end for each in (fact, *behind))


def _may_follow(cause: ClaimFacts, answer: ClaimFacts) -> bool:
    """Whether nothing keeps one claim from telling what came of the other: both are real, the answer is asserted, its day not before."""
    if not (cause.modal == answer.modal == "real") or answer.claim.stance is not Stance.ASSERTS or answer.series:
        return False
    if cause.when is None or answer.when is None or cause.when.start is None:
        return True
    return answer.when.end is None or answer.when.end >= cause.when.start


def _is_about(fact: ClaimFacts) -> bool:
    return fact.claim.kind in SPOKEN or fact.family is Family.PROTESTS


def _is_whole(fact: ClaimFacts) -> bool:
    words = fact.report.quote(fact.claim.trigger)
    return fact.series or SERIES_HEAD.search(words) is not None or OPERATION.search(words) is not None


def _worded(kind: TieKind, a: ClaimFacts, b: ClaimFacts, weight: float, how: str) -> Sign:
    first, later = _quoted(a), _quoted(b)
    return _sign(kind, (a, b), weight, f"“{later}” {how} “{first}”", SignRule.WORDING)


def _quoted(fact: ClaimFacts) -> str:
    return re.sub(r"\s+", " ", fact.report.quote(fact.claim.trigger))


def _sign(kind: TieKind, ends: tuple[ClaimFacts, ClaimFacts], weight: float, why: str, rule: SignRule) -> Sign:
    return Sign(kind=kind, a=ends[0].claim.id, b=ends[1].claim.id, rule=rule, weight=weight, why=why)
