"""The page of one event: who says what, what is disputed, how it was told, and what a reviewer can decide about it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from reportedly.book import BookEvent
from reportedly.book.ties import tie_groups
from reportedly.book.words import brief, field_words, toll_words
from reportedly.model import PEOPLE_FIELDS, Field
from reportedly.reconcile.rules import RULES, UCDP, rule_named
from reportedly.web.deciding import panel
from reportedly.web.drawing import drawing
from reportedly.web.order import by_origin, disputed_first
from reportedly.web.pages import Asked, book_of
from reportedly.web.query import event_address
from reportedly.web.roles import Do


@get("/event/{identity:str}", sync_to_thread=False, opt={"do": Do.READ})
def event_page(request: Asked, identity: FromPath[str]) -> Template:
    """Who says what on one event. `rule` in the address makes the numbers of people.

    Raises:
        BadFilter: no rule is called so.
    """
    book = book_of(request)
    event = book.event(identity)
    rule = rule_named(str(request.query_params.get("rule", "")).strip() or UCDP.name)
    made = event.matrix()
    told = panel(book, event, request.query_params)
    return Template(
        "event.html",
        context={
            "event": event,
            "index": event.index,
            "matrix": made,
            "rows": disputed_first(made),
            "groups": _groups([column.origin for column in made.columns]),
            "rule": rule,
            "rules": RULES.values(),
            "usual": UCDP,
            "estimates": {row.field: event.estimate(row.field, rule.name) for row in made.rows if row.field in PEOPLE_FIELDS},
            "grade": event.grade,
            "order": by_origin([column.origin for column in made.columns]),
            "growth": event.growth(),
            "drawing": drawing(event),
            "field_words": field_words,
            "toll_words": toll_words,
            "brief": brief,
            "relations": {row.field: _relations(event, row.field) for row in made.rows},
            "accepted": {row.field: _accepted(event, row.field) for row in made.rows},
            "ties": [(words, [(tie, book.event(tie.other(event.id))) for tie in some]) for words, some in tie_groups(event)],
            "around": around(event),
            "around_days": around_days(event),
            "cited": event_address(event, told["chosen"], told["chosen_field"]),
            **told,
        },
    )


def around(event: BookEvent) -> str:
    """The map of what happened where this event did, about it; "" where it is on no map."""
    if not event.spots:
        return ""
    spot = event.spots[0]
    return f"/map?{urlencode({'place': spot.id, 'at': f'{spot.lat:.3f},{spot.lon:.3f},7'})}"


def around_days(event: BookEvent) -> str:
    """The timeline of its place, and of everywhere if it has none, with its days marked; "" where it has no day."""
    if event.day is None or not event.given.days:
        return ""
    last = event.given.days[0][1] or event.day
    place = {"place": event.spots[0].id} if event.spots else {}
    return f"/map?{urlencode({**place, 'brush': f'{event.day.isoformat()}/{last.isoformat()}'})}#timeline"


def _groups(names: Sequence[str | None]) -> list[tuple[str | None, int]]:
    """The origins over the ordered columns, each with how many columns it spans."""
    groups: list[tuple[str | None, int]] = []
    for n in by_origin(names):
        if groups and names[n] is not None and groups[-1][0] == names[n]:
            groups[-1] = (names[n], groups[-1][1] + 1)
        else:
            groups.append((names[n], 1))
    return groups


def _relations(event: BookEvent, field: Field) -> list[str]:
    """How the values of a field stand to each other, in words, contradictions first."""
    view = event.field(field)
    told = sorted(view.relations, key=lambda r: (r.kind.value != "contradicts", r.kind.value))
    return list(dict.fromkeys(f"{relation.kind.value}: {relation.why}" for relation in told))


def _accepted(event: BookEvent, field: Field) -> set[str]:
    """The ids of the claims whose value of a field a reviewer accepted."""
    return {claim for value in event.field(field).values if value.accepted for claim in value.claims}
