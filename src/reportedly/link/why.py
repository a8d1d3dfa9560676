"""Why two claims are, or are not, taken to speak of one happening."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportedly.link.apart import apart, apart_in_report
from reportedly.link.facts import facts
from reportedly.link.weights import explain
from reportedly.model import Claim, Link, Report


class Why(NamedTuple):
    """The answer about two claims.

    `link` has every reason for and against, compared by themselves. `apart` says what keeps them from ever being of one event, or is
    None. `path` are the links that join them in their event, from the first to the second; empty where they are in two events.
    """

    link: Link
    apart: str | None
    path: tuple[Link, ...]


def why(reports: Sequence[Report], claims: Sequence[Claim], a: str, b: str, links: Iterable[Link]) -> Why:
    """What is to be said about claims `a` and `b`. `claims` must hold all claims of their two reports, `links` those that were made.

    The reasons are those of the two claims. Linking across reports weighs all that each report says of a happening together, so
    claims may be joined by the path of others where these reasons alone would not do it.

    Raises:
        KeyError: a claim or its report is not given.
        ValueError: both are one claim.
    """
    if a == b:
        raise ValueError(f"{a} is one claim, not two.")
    known = {fact.claim.id: fact for fact in facts(reports, claims)}
    one, other = known[a], known[b]
    strange = apart(one, other)
    if strange is None and one.claim.report == other.claim.report:
        strange = apart_in_report(one, other)
    return Why(explain(one, other), strange, path(links, a, b))


def path(links: Iterable[Link], a: str, b: str) -> tuple[Link, ...]:
    """The fewest links that lead from one claim to the other, in that order; empty where none do."""
    beside: dict[str, list[Link]] = {}
    for link in links:
        beside.setdefault(link.a, []).append(link)
        beside.setdefault(link.b, []).append(link)
    came: dict[str, Link | None] = {a: None}
    queue = deque([a])
    while queue and b not in came:
        at = queue.popleft()
        for link in beside.get(at, ()):
            far = link.b if link.a == at else link.a
            if far not in came:
                came[far] = link
                queue.append(far)
    found: list[Link] = []
    at = b
    while (link_ := came.get(at)) is not None:
        found.append(link_)
        at = link_.b if link_.a == at else link_.a
    return tuple(reversed(found))
