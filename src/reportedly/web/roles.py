"""Who may do what on the page. Every handler names what it is for; one that names nothing is refused to everybody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from reportedly.errors import NotAllowed
from reportedly.model import Decision, Role


class Do(StrEnum):
    """What a handler is for; the words stand behind "may not"."""

    OPEN = "open this"
    """Whoever reaches the page: what is needed to sign in."""
    READ = "read this casebook"
    NAMES = "see who decided"
    DECIDE = "decide"
    CODE = "code a sample"
    SETTLE = "open and settle samples"
    UNDO_ANY = "undo what others decided"
    AUDIT = "read the trail"
    ADMIT = "say who the members are"


_VIEWER = frozenset({Do.OPEN, Do.READ, Do.NAMES})
_REVIEWER = _VIEWER | {Do.DECIDE, Do.CODE}
_CURATOR = _REVIEWER | {Do.SETTLE, Do.UNDO_ANY, Do.AUDIT}

ALLOWED: dict[Role, frozenset[Do]] = {
    Role.ANONYMOUS: frozenset({Do.OPEN, Do.READ}),
    Role.VIEWER: _VIEWER,
    Role.REVIEWER: _REVIEWER,
    Role.CURATOR: _CURATOR,
    Role.OWNER: _CURATOR | {Do.ADMIT},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who asks: a member, the one who started the page, or somebody without a name."""

    name: str
    role: Role

    def may(self, do: Do | str) -> bool:
        """Whether their role reaches so far."""
        return Do(do) in ALLOWED[self.role]


NOBODY = Who(name="", role=Role.ANONYMOUS)


def who_of(connection: ASGIConnection[Any, Any, Any, Any]) -> Who:
    """Who asks, as the gate found out."""
    who: Who = connection.scope["who"]  # type: ignore[typeddict-item]  # the gate puts it there
    return who


def authorized(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Let in whoever may do what the handler is for.

    Raises:
        NotAllowed: they may not.
    """
    do, who = handler.opt.get("do"), who_of(connection)
    if do is None or not who.may(do):
        raise NotAllowed(who.role.value, str(do or "do this"))


def may_undo(connection: ASGIConnection[Any, Any, Any, Any], decision: Decision) -> bool:
    """Whether who asks may undo a decision: their own, or anybody's where their role reaches so far."""
    who = who_of(connection)
    return who.may(Do.UNDO_ANY) or (who.may(Do.DECIDE) and decision.reviewer == who.name)
