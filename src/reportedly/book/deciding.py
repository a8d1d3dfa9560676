"""From what a reviewer wants to a decision, checked against what is in the casebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.book.atlas import spot_of
from reportedly.book.event import BookEvent
from reportedly.book.index import Index, by_prefix, one
from reportedly.book.words import brief, counted, field_words, stated_words
from reportedly.errors import BadFilter, NotFound, UsageError
from reportedly.model import PLACE_FIELDS, Act, Claim, Decision, Deed, Entry, Event, Field, Report, Span, Stated, Where, anchor
from reportedly.plot.spot import precision_words
from reportedly.review.replay import state, undone


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a reviewer wants to decide.

    `claims` are ids or the first letters of them; none means all claims of the event. `other_event` is, for "same event", the event to join
    it with, and for "different event" one that it is not the same as: then the claims of both are kept apart, whoever is chosen. `value` is
    what a corrected claim says, as a reviewer types it, and `words` where its report says so.
    """

    act: Act
    claims: tuple[str, ...] = ()
    other_event: str = ""
    field: Field | None = None
    value: str = ""
    words: str = ""
    reason: str = ""


def decided(  # noqa: PLR0913  (what a decision is made of, by name)
    wish: Wish, event: BookEvent, index: Index, *, number: int, reviewer: str, at: str, seen: str
) -> Decision:
    """The decision.

    Raises:
        UsageError, NotFound, BadFilter: it cannot be made; the message says why.
    """
    claims = tuple(by_prefix("claim", each, event.claims) for each in wish.claims) or event.claims
    others: tuple[Claim, ...] = ()
    stated: Stated | None = None
    was = ""
    if wish.act is Act.SAME_EVENT:
        claims = (*event.claims, *_other(wish, event, index))
    elif wish.act is Act.DIFFERENT_EVENT:
        claims, others = _parted(wish, event, index, claims)
    elif wish.act in (Act.REJECT, Act.CORRECT) and (wish.field is not None or wish.act is Act.CORRECT):
        stated, was = _restated(wish, claims, index)
    elif wish.act is Act.ACCEPT and wish.field is not None and not any(each.get(wish.field) for each in claims):
        raise UsageError(f"The claim says nothing on {wish.field}. Nothing was accepted. Choose one that does.")
    elif wish.act is Act.COMMENT and not wish.reason.strip():
        raise UsageError("A comment without words says nothing. Nothing was written. Write what you have to say.")
    elif wish.act is Act.UNDO:
        raise UsageError("What to undo is named by its number. Nothing was undone.")
    return Decision(
        number=number,
        act=wish.act,
        event=event.id,
        claims=tuple(map(anchor, claims)),
        others=tuple(map(anchor, others)),
        field=wish.field,
        stated=stated,
        was=was,
        reason=wish.reason.strip(),
        reviewer=reviewer,
        at=at,
        seen=seen,
    )


def _parted(wish: Wish, event: BookEvent, index: Index, chosen: tuple[Claim, ...]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims that are of another event, and those that they are kept apart from: the rest of the event, or all of another."""
    if wish.other_event:
        return event.claims, tuple(_other(wish, event, index))
    others = tuple(each for each in event.claims if each not in chosen)
    if not others:
        raise UsageError("All claims of the event were chosen. Nothing was decided. Leave those that are of this event out.")
    return chosen, others


def _other(wish: Wish, event: BookEvent, index: Index) -> Sequence[Claim]:
    other = one("event", wish.other_event, index.events, index.dataset.views.events)
    if other.id == event.id:
        raise UsageError(f"{other.id} is this event itself. Nothing was decided. Name another.")
    return [index.claims[each] for each in other.claims]


def _restated(wish: Wish, claims: Sequence[Claim], index: Index) -> tuple[Stated | None, str]:
    if len(claims) != 1 or wish.field is None:
        raise UsageError("A value is corrected or rejected on one claim and one field. Nothing was decided. Name them.")
    claim = claims[0]
    before = claim.get(wish.field)
    if wish.act is Act.REJECT:
        if before is None:
            raise UsageError(f"Claim {claim.id} says nothing on {wish.field}. Nothing was rejected.")
        return None, stated_words(before)
    from reportedly.review.typed import typed  # noqa: PLC0415  (who only reads does not wait for the gazetteer)

    report = index.reports[claim.report]
    span = _place_of(wish, claim, report, before)
    value = typed(wish.field, wish.value, index.settled.meant)
    return Stated(field=wish.field, value=value, text=report.quote(span), span=span), "" if before is None else stated_words(before)


def taken(field: Field, words: str, index: Index) -> str:
    """How a value that a reviewer types would be taken, in words: of a place which one, and how exactly.

    Raises:
        BadFilter: it cannot be read; the message says how to write it.
    """
    from reportedly.review.typed import typed  # noqa: PLC0415  (as above)

    value = typed(field, words, index.settled.meant)
    if field not in PLACE_FIELDS or not isinstance(value, tuple):
        return brief(value)
    return "; ".join(_which(each) for each in value if isinstance(each, Where))


def _which(place: Where) -> str:
    """Enough of a place to tell it from its namesakes."""
    spot = spot_of(place)
    around = () if spot is None else (f"{spot.lat:.2f}, {spot.lon:.2f}", precision_words(spot))
    return ", ".join(filter(None, (brief((place,)), *around, place.id)))


def _place_of(wish: Wish, claim: Claim, report: Report, before: Stated | None) -> Span:
    """Where the report says what is corrected: the words that were given, nearest to the claim; else those of before, or the evidence."""
    if not wish.words:
        return claim.spans[0] if before is None else before.span
    starts = []
    at = report.text.find(wish.words)
    while at >= 0:
        starts.append(at)
        at = report.text.find(wish.words, at + 1)
    if not starts:
        raise BadFilter("words", wish.words, "they stand in the report, letter by letter")
    start = min(starts, key=lambda each: (abs(each - claim.trigger.start), each))
    return Span(start, start + len(wish.words))


def undoing(decisions: Sequence[Decision], number: int, *, reviewer: str, at: str, reason: str) -> Decision:
    """The undoing of a decision.

    Raises:
        NotFound: there is no such decision.
        UsageError: it is undone already.
    """
    if not 1 <= number <= len(decisions):
        raise NotFound("decision", str(number))
    target = decisions[number - 1]
    if number in undone(decisions):
        raise UsageError(f"Decision {number} is undone already. Nothing was changed.")
    return Decision(
        number=len(decisions) + 1, act=Act.UNDO, event=target.event, undoes=number, reviewer=reviewer, at=at, reason=reason.strip()
    )


def since(history: Sequence[Decision], seen: str, event: Event) -> tuple[str, ...]:
    """What was decided about an event after a state of it was seen, in words; nothing where that cannot be told."""
    for n in range(len(history) + 1):
        if state(event, history[:n]) == seen:
            return tuple(map(decision_words, history[n:]))
    return tuple(map(decision_words, history[-1:]))


UNNAMED = "a reviewer"
"""Who decided, where that is not to be seen."""


def line_of(made: Decision) -> Entry:
    """What the trail says of a decision."""
    told = {"decision": made.number, "act": made.act.value}
    return Entry(deed=Deed.DECISION, who=made.reviewer, about=made.event, at=made.at, detail=told)


def decision_words(decision: Decision) -> str:
    """A decision in a line: who decided what, of what, and when."""
    what = f"undid decision {decision.undoes}" if decision.act is Act.UNDO else f"{DONE[decision.act]}{_object(decision)}"
    return f"{decision.reviewer} {what}, {decision.at[:16].replace('T', ' ')}"


DONE = {
    Act.ACCEPT: "accepted",
    Act.REJECT: "rejected",
    Act.CORRECT: "corrected",
    Act.SAME_EVENT: "joined events",
    Act.DIFFERENT_EVENT: "parted",
    Act.SAME_ORIGIN: "put on one origin",
    Act.INDEPENDENT: "called independent",
    Act.FLAG: "flagged",
    Act.COMMENT: "commented",
}


def _object(decision: Decision) -> str:
    """What was decided on, behind the verb."""
    if decision.act is Act.SAME_EVENT:
        return ""
    if decision.field is None:
        count = len(decision.claims)
        return " it" if decision.act in (Act.ACCEPT, Act.FLAG, Act.COMMENT) else f" {counted(count, 'claim')}"
    was = f" {decision.was}" if decision.was else ""
    now = f" to {stated_words(decision.stated)}" if decision.stated is not None else ""
    return f" {field_words(decision.field)}{was}{now}"
