"""What a reviewer does on the page: decide, undo, go on to the next event that waits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from litestar import Response, get, post
from litestar.datastructures import FormMultiDict
from litestar.params import FromPath
from litestar.response import Template

from reportedly.book import Book, BookEvent
from reportedly.book.deciding import Wish, decision_words, taken
from reportedly.errors import BadFilter, NotAllowed, StaleDecision, UsageError
from reportedly.model import Act, Decision, Field
from reportedly.reconcile.rules import RULES, UCDP
from reportedly.review.queue import Item
from reportedly.review.replay import undone
from reportedly.review.typed import WANTED
from reportedly.web.forms import words_of
from reportedly.web.pages import Asked, book_of, see_other
from reportedly.web.query import chosen, part
from reportedly.web.roles import Do, may_undo, who_of

NEAR_DAYS = 7
"""Events of one place whose days are no further apart are offered to be joined."""

OFFERED = 8


@get("/review", sync_to_thread=False, opt={"do": Do.READ})
def queue_page(request: Asked) -> Template:
    """What waits for a reviewer, and why."""
    book = book_of(request)
    shown, paging = part(book.queue(), request.query_params)
    events = {item.event: book.event(item.event) for item in shown}
    return Template("queue.html", context={**paging, "items": shown, "events": events, "all": len(book.index().dataset.views.events)})


@get("/review/next", sync_to_thread=False, opt={"do": Do.READ})
def next_page(request: Asked) -> Response[bytes]:
    """Go to the first event that waits; with `after`, to the one that waits behind it, or the first where it waits no longer."""
    return see_other(_next(book_of(request).queue(), str(request.query_params.get("after", ""))))


def _under(address: str, rule: str) -> str:
    """The address of an event under the rule that is chosen, if another one than usual is."""
    return f"{address}?{urlencode({'rule': rule})}" if rule in RULES and rule != UCDP.name and address.startswith("/event/") else address


def _next(queue: Sequence[Item], after: str, step: int = 1) -> str:
    waiting = [item.event for item in queue]
    at = waiting.index(after) + step if after in waiting else 0
    return f"/event/{waiting[at]}" if 0 <= at < len(waiting) else "/review"


@get("/decisions", sync_to_thread=False, opt={"do": Do.READ})
def decisions_page(request: Asked) -> Template:
    """Everything that was decided, the latest first, and what no longer fits."""
    book = book_of(request)
    decisions = book.decisions()
    shown, paging = part(decisions[::-1], request.query_params)
    context = {"decisions": shown, "unfit": book.index().reviewed.unfit, "undone": undone(decisions), "decision_words": decision_words}
    return Template("decisions.html", context={**paging, **context})


@post("/event/{identity:str}/decisions", opt={"do": Do.DECIDE})
async def decide(request: Asked, identity: FromPath[str]) -> Response[Any]:
    """Decide something about an event, then show it again, or the next that waits."""
    form = await request.form()
    book, wish = book_of(request), wish_of(form)
    event = book.event(identity)
    blind = book.desk.blind(who_of(request).name, event.id)
    if blind is not None:
        raise UsageError(
            f"You code this event in sample {blind.number}, unseen by the other. Nothing was decided. Decide when both are done."
        )
    try:
        made = book.decide(event.id, wish, reviewer=who_of(request).name, at=dt.datetime.now(dt.UTC), seen=words_of(form, "seen"))
    except StaleDecision as error:
        now = book.event(identity)
        return Template(
            "stale.html", context={"error": error, "event": now, "wish": wish, "claims": _shown(now, wish)}, status_code=error.http_status
        )
    waiting = book.queue()  # Whatever comes next shows it: what is worked out here need not be when it is asked for.
    if words_of(form, "then") == "next":
        return see_other(_under(_next(waiting, event.id), words_of(form, "rule")))
    if wish.act is Act.DIFFERENT_EVENT and wish.other_event:
        return see_other(f"/event/{book.event(event.id).id}?{_told(made, words_of(form, 'rule'))}#decide")
    return see_other(_back(book, made, event.id, words_of(form, "rule")))


@get("/taken", sync_to_thread=False, opt={"do": Do.DECIDE})
def taken_page(request: Asked) -> dict[str, str]:
    """How the typed words `value` would be taken for the field `field`.

    Raises:
        BadFilter: there is no such field, or the value cannot be read.
    """
    named, words = (str(request.query_params.get(name, "")) for name in ("field", "value"))
    if named not in list(Field):
        raise BadFilter("field", named, f"one of {', '.join(Field)}")
    field = Field(named)
    try:
        return {"taken": taken(field, words, book_of(request).index())}
    except BadFilter as error:
        return {"refused": f"Write it as {error.wanted}."}


def _back(book: Book, made: Decision, event: str, rule: str = "") -> str:
    """Where what was decided on can be seen: of a parted event what stayed, else where its first claim is now. The rule stays chosen."""
    held = book.index().event_of
    now = next((held[each.claim] for each in (*made.others, *made.claims) if each.claim in held), event)
    return f"/event/{now}?{_told(made, rule)}#decide"


def _told(made: Decision, rule: str) -> str:
    """The query of an address that tells what was decided, and keeps the rule."""
    return urlencode({"decided": made.number, **({"rule": rule} if rule in RULES else {})})


def _shown(event: BookEvent, wish: Wish) -> Sequence[str]:
    """What is said now by the claims and field that a stale decision was about."""
    claims = [claim for claim in event.claims if claim.id in wish.claims]
    stated = [claim.get(wish.field) for claim in claims] if wish.field is not None else []
    return [each.text for each in stated if each is not None]


@post("/decisions/{number:int}/undo", opt={"do": Do.DECIDE})
async def undo(request: Asked, number: FromPath[int]) -> Response[bytes]:
    """Undo a decision, then show what it was about."""
    form = await request.form()
    book, who = book_of(request), who_of(request)
    decisions = book.decisions()
    if 1 <= number <= len(decisions) and not may_undo(request, decisions[number - 1]):
        raise NotAllowed(who.role.value, Do.UNDO_ANY.value)
    made = book.undo(number, reviewer=who_of(request).name, at=dt.datetime.now(dt.UTC), reason=words_of(form, "reason"))
    back = words_of(form, "back")
    known = book.index().events
    where = book.index().reviewed.moved.get(made.event, made.event)
    event = back if back in known else where
    return see_other(f"/event/{event}?{urlencode({'decided': made.number})}#decide" if event in known else "/decisions")


def wish_of(form: FormMultiDict) -> Wish:
    """What a form asks for.

    Raises:
        BadFilter: an act or a field that there is not.
    """
    act, field = words_of(form, "act"), words_of(form, "field")
    try:
        return Wish(
            act=Act(act),
            claims=tuple(str(each) for each in form.getall("claims", []) if each),
            other_event=words_of(form, "other_event"),
            field=Field(field) if field else None,
            value=words_of(form, "value"),
            words=words_of(form, "words"),
            reason=words_of(form, "reason"),
        )
    except ValueError as error:
        raise BadFilter("act or field", f"{act} {field}", f"one of {', '.join(Act)}, and one of {', '.join(Field)}") from error


def panel(book: Book, event: BookEvent, told: Mapping[str, Any]) -> dict[str, Any]:
    """What the panel for decisions shows: the value that the address selects, what was decided before, events that may be joined."""
    claim, field = chosen(event, told)
    decisions = book.decisions()
    queue = book.queue()
    return {
        "chosen": claim,
        "chosen_field": field,
        "stated": claim.get(field) if claim is not None and field is not None else None,
        "wanted": WANTED.get(field, "some words") if field is not None else "",
        "history": event.history[::-1],
        "undone": undone(decisions),
        "decision_words": decision_words,
        "decided": next((each for each in decisions if str(each.number) == str(told.get("decided", ""))), None),
        "near": near(book, event),
        "same": str(told.get("same", "")),
        "waits": next((item for item in queue if item.event == event.id), None),
        "before": _under(_next(queue, event.id, -1), str(told.get("rule", ""))),
        "after": _under(_next(queue, event.id), str(told.get("rule", ""))),
    }


def near(book: Book, event: BookEvent) -> list[BookEvent]:
    """Other events of its place or kind within some days: those that it may be joined with, the nearest first."""
    day, place = event.day, event.place.top
    if day is None:
        return []
    found = []
    for other in book.events(since=day - dt.timedelta(days=NEAR_DAYS), until=day + dt.timedelta(days=NEAR_DAYS)):
        there = place is not None and other.place.top is not None and other.place.top.value == place.value
        if other.id != event.id and (there or other.kind is event.kind):
            apart = abs(((other.day or day) - day).days)
            found.append((not there, other.kind is not event.kind, apart, other.id, other))
    return [each[-1] for each in sorted(found, key=lambda each: each[:-1])[:OFFERED]]


DECIDING = [queue_page, next_page, decisions_page, decide, taken_page, undo]
