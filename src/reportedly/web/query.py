"""What the address asks for: the filters of the list of events, its order and its page. The address holds the whole view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeVar
from urllib.parse import urlencode

from reportedly.book import Book, BookEvent
from reportedly.errors import BadFilter
from reportedly.model import Claim, Field

ROWS = 100
"""Rows on one page of a list."""

Row = TypeVar("Row")

SORTS = ("date", "place", "kind", "killed", "reports", "origins", "disputes")
TRUE = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A view of the list of events. Empty words ask for nothing; `sort` may begin with "-" for the other way round."""

    place: str = ""
    since: str = ""
    until: str = ""
    kind: str = ""
    actor: str = ""
    voice: str = ""
    words: str = ""
    disputed: str = ""
    origins: str = ""
    said: str = ""
    lacks: str = ""
    status: str = ""
    sort: str = "date"
    page: str = "1"

    @property
    def number(self) -> int:
        """The page, from 1.

        Raises:
            BadFilter: it is no such number.
        """
        return whole("page", self.page, least=1)

    @property
    def filtered(self) -> bool:
        """Whether any filter is set."""
        return any(value for name, value in asdict(self).items() if name not in ("sort", "page"))

    @property
    def words_of_filters(self) -> str:
        """The filters and the order in words, as they are set; "" for none."""
        named = {"words": "words in a report", "since": "from", "until": "to", "origins": "origins, at least"}
        usual = {**asdict(Query()), "page": self.page}
        told = {
            name: value for name, value in asdict(self).items() if value != usual[name] and (name, value == TRUE) != ("disputed", False)
        }
        return ", ".join("disputed only" if name == "disputed" else f"{named.get(name, name)}: {value}" for name, value in told.items())

    def address(self, path: str, **changes: str) -> str:
        """The address of this view, some of it changed; what is as usual is left out."""
        usual = asdict(Query())
        told = {name: value for name, value in asdict(replace(self, **changes)).items() if value != usual[name]}
        return f"{path}?{urlencode(told)}" if told else path


def query_of(told: Mapping[str, Any]) -> Query:
    """The query of an address; what it does not know is passed over."""
    names = asdict(Query())
    return Query(**{name: str(told[name]).strip() for name in names if str(told.get(name, "")).strip()})


def found(book: Book, query: Query) -> Sequence[BookEvent]:
    """The events that a query asks for, in its order.

    Raises:
        BadFilter: a filter cannot be read; the message says how to write it.
    """
    events = book.events(
        place=query.place or None,
        since=query.since or None,
        until=query.until or None,
        kind=query.kind or None,
        actor=query.actor or None,
        voice=query.voice or None,
        words=query.words or None,
        origins=whole("origins", query.origins, least=0) if query.origins else None,
        said=query.said or None,
        lacks=query.lacks or None,
        status=query.status or None,
        disputed=True if query.disputed == TRUE else None,
    )
    return ordered(events, query.sort)


def ordered(events: Sequence[BookEvent], sort: str) -> Sequence[BookEvent]:
    """Events in an order; of equals those stay first that were. Dates as in the casebook, names from A, numbers from the greatest.

    Raises:
        BadFilter: no order is called so.
    """
    name = sort.removeprefix("-")
    if name not in SORTS:
        raise BadFilter("sort", sort, f"one of {', '.join(SORTS)}, with or without '-' before it")
    if name == "date":
        return tuple(reversed(events)) if sort.startswith("-") else events
    keys = {
        "place": lambda e: (not str(e.place), str(e.place).casefold()),
        "kind": lambda e: e.kind.value.casefold(),
        "killed": lambda e: -1 if e.killed.best is None else e.killed.best,
        "reports": lambda e: len(e.reports),
        "origins": lambda e: e.origins,
        "disputes": lambda e: len(e.disputes),
    }
    names = name in ("place", "kind")
    return tuple(sorted(events, key=keys[name], reverse=(not names) is not sort.startswith("-")))


def chosen(event: BookEvent, told: Mapping[str, Any]) -> tuple[Claim | None, Field | None]:
    """The claim and the field that an address of an event chooses."""
    claim = next((each for each in event.claims if each.id == told.get("claim")), None)
    return claim, next((each for each in Field if each.value == told.get("field")), None)


def event_address(event: BookEvent, claim: Claim | None, field: Field | None) -> str:
    """The address of an event with what is chosen of it."""
    names = {"claim": claim and claim.id, "field": field and field.value}
    told = {name: value for name, value in names.items() if claim is not None and value is not None}
    return f"/event/{event.id}?{urlencode(told)}" if told else f"/event/{event.id}"


def whole(name: str, value: str, *, least: int) -> int:
    """A number from an address or a form.

    Raises:
        BadFilter: it is no whole number, or below `least`.
    """
    if not (value.isascii() and value.isdigit()) or len(value) > 9 or int(value) < least:
        raise BadFilter(name, value, f"a whole number from {least} up")
    return int(value)


def part(rows: Sequence[Row], told: Mapping[str, Any]) -> tuple[Sequence[Row], dict[str, int]]:
    """The rows on the page that an address asks for; and `total`, `number` and `pages` for the template that shows them.

    Raises:
        BadFilter: the page is no such number.
    """
    number = query_of(told).number
    start = (number - 1) * ROWS
    return rows[start : start + ROWS], {"total": len(rows), "number": number, "pages": max(1, -(-len(rows) // ROWS))}
