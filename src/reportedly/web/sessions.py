"""Who is signed in on a running page: the one who has the launch link, and members with their keys."""

from __future__ import annotations

import hmac
import secrets
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from reportedly.model import Member, Role
from reportedly.web.roles import NOBODY, Who

TRIES, WITHIN = 10, 15 * 60.0
"""Wrong keys that are looked at for one name within so many seconds; what comes on top is refused unseen."""


@dataclass(slots=True)
class Session:
    """The sessions of a running page. The launch token opens the owner's once; members sign in with their keys.

    `owner` is who started the page. `anonymous` lets people look without signing in. `clock` tells seconds.
    """

    owner: str = "reviewer"
    anonymous: bool = False
    launch: str | None = field(default_factory=lambda: secrets.token_urlsafe(32))
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    clock: Callable[[], float] = time.monotonic
    members: Callable[[], tuple[Member, ...]] = tuple
    signed_in: dict[str, str] = field(default_factory=dict)
    tries: dict[str, deque[float]] = field(default_factory=dict)

    def opened_by(self, token: str) -> bool:
        """Whether a launch token is the right one; it is then used up."""
        if self.launch is None or not hmac.compare_digest(self.launch.encode(), token.encode()):
            return False
        self.launch = None
        return True

    def who(self, cookie: str) -> Who | None:
        """Whose session a cookie's value is, with the role that they have now; None where it is nobody's any more."""
        if hmac.compare_digest(self.cookie.encode(), cookie.encode()):
            return Who(name=self.owner, role=Role.OWNER)
        name = next((name for known, name in self.signed_in.items() if hmac.compare_digest(known.encode(), cookie.encode())), None)
        member = next((each for each in self.members() if each.name == name and each.key is not None), None)
        return None if member is None else Who(name=member.name, role=member.role)

    def nobody(self) -> Who | None:
        """Who somebody without a session is: a viewer without a name where that is allowed, else None."""
        return NOBODY if self.anonymous else None

    def sign_in(self, member: Member) -> str:
        """Open a session for a member, and give its cookie's value."""
        value = secrets.token_urlsafe(32)
        self.signed_in[value] = member.name
        return value

    def sign_out(self, cookie: str) -> None:
        """End a session. That of the launch link goes on until the page is stopped."""
        self.signed_in.pop(cookie, None)

    def may_try(self, name: str) -> bool:
        """Whether another key is looked at for a name; counts the try."""
        now = self.clock()
        tries = self.tries.setdefault(name, deque(maxlen=TRIES))
        if len(tries) == TRIES and now - tries[0] < WITHIN:
            return False
        tries.append(now)
        return True

    def forget_tries(self, name: str) -> None:
        """The right key was given."""
        self.tries.pop(name, None)
