"""Who may ask the page anything: this machine, under its own name, from its own page, with the session that the launch link gave.

A page open in the same browser can send requests here, and a name that an attacker owns can be made to point here (DNS rebinding).
So every request is held to an exact list of hosts and to the session, and one that could change something to our own origin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from http.cookies import CookieError, SimpleCookie
from typing import cast
from urllib.parse import parse_qs

from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from reportedly.model import Deed
from reportedly.web.roles import NOBODY, Who
from reportedly.web.sessions import Session

HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (
        b"content-security-policy",
        b"default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"cache-control", b"no-store"),
)
"""What every answer says to the browser: nothing from elsewhere, no script but ours, no frame around us."""

CLOSED = (
    "Open the page with the link that was printed; it works once. For a new one, start `reportedly serve` again. "
    "Members of the desk sign in at /login."
)

UNGUARDED = ("/launch", "/login", "/static/")
"""What is there before anybody is known: how to become known, and what that looks like."""

SAFE = frozenset({"GET", "HEAD"})
OWN = frozenset({"same-origin", "none"})
"""Values of Sec-Fetch-Site for what our page, or the user's own hand, asks."""


def hosts(port: int) -> frozenset[str]:
    """What the Host header may be, exactly."""
    return frozenset({f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}"})


Told = Callable[[Deed, str, str], None]
"""What is told of what happens at the gate: the deed, who did it, and to what."""


class Gate:
    """The outermost part of the page: refuses with a sentence what may not come in, and puts our headers on every answer.

    It finds out who asks, and leaves that in the scope as `who`. `told` hears of the launch and of every file that is given out.
    """

    def __init__(self, app: ASGIApp, *, session: Session, port: int, told: Told) -> None:
        self.app, self.session, self.told = app, session, told
        self.hosts, self.name = hosts(port), cookie_name(port)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if str(scope["type"]) == "lifespan":
            await self.app(scope, receive, send)
            return
        if str(scope["type"]) != "http":
            return
        scope = cast("HTTPScope", scope)
        who = self._who(_headers(scope).get("cookie", []))
        refused = self.refusal(scope, who)
        if refused is not None:
            await _answer(send, *refused)
        elif scope["path"] == "/launch":
            await self._launch(scope, send)
        else:
            scope["who"] = who or NOBODY  # type: ignore[typeddict-unknown-key]
            await self.app(scope, receive, self._with_headers(scope, send, who or NOBODY))

    def refusal(self, scope: HTTPScope, who: Who | None) -> tuple[int, str] | None:
        """Why a request may not come in, as a status and a sentence; None when it may."""
        told = _headers(scope)
        host = told.get("host", [])
        if len(host) != 1 or host[0] not in self.hosts:
            return 421, "This page only answers under 127.0.0.1 or localhost, with its port. Nothing was shown."
        site = told.get("sec-fetch-site", ["none"])[0]
        origin = told.get("origin", [f"http://{host[0]}"])[0]
        method = str(scope["method"])
        if method not in SAFE and (site != "same-origin" or origin != f"http://{host[0]}"):
            return 403, "This request came from another page. Nothing was changed. Use the buttons of this page."
        if site not in OWN and told.get("sec-fetch-mode", ["navigate"])[0] != "navigate":
            return 403, "Another page asked for this. Nothing was shown."
        if who is None and not scope["path"].startswith(UNGUARDED):
            return 401, CLOSED
        return None

    def _who(self, cookies: Iterable[str]) -> Who | None:
        """Who asks; None for somebody who may not even look."""
        for value in cookie_values(cookies, self.name):
            who = self.session.who(value)
            if who is not None:
                return who
        return self.session.nobody()

    async def _launch(self, scope: HTTPScope, send: Send) -> None:
        token = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if scope["method"] != "GET" or not self.session.opened_by(token):
            await _answer(send, 403, "This link was used already, or is not the one that was printed. Start `reportedly serve` again.")
            return
        self.told(Deed.LOGIN, self.session.owner, "launch link")
        cookie = cookie_line(self.name, self.session.cookie)
        headers = [*HEADERS, (b"location", b"/"), (b"set-cookie", cookie.encode()), (b"content-length", b"0")]
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    def _with_headers(self, scope: HTTPScope, send: Send, who: Who) -> Send:
        names = {name for name, _ in HEADERS}

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = list(message["headers"])
                if any(name.lower() == b"content-disposition" and value.startswith(b"attachment") for name, value in given):
                    query = scope["query_string"].decode("latin-1")
                    self.told(Deed.EXPORT, who.name or who.role.value, f"{scope['path']}{'?' if query else ''}{query}")
                message["headers"] = [*((name, value) for name, value in given if name.lower() not in names), *HEADERS]
            await send(message)

        return sending


def cookie_name(port: int) -> str:
    """The name of the page's cookie: cookies do not tell ports apart."""
    return f"reportedly_{port}"


def cookie_line(name: str, value: str) -> str:
    """The cookie of a session: no script can read it, and no other page can send it."""
    return f"{name}={value}; Path=/; HttpOnly; SameSite=Strict"


def cookie_values(lines: Iterable[str], name: str) -> Iterator[str]:
    """The values that Cookie headers give under a name."""
    for line in lines:
        try:
            found = SimpleCookie(line).get(name)
        except CookieError:
            continue
        if found is not None:
            yield found.value


def _headers(scope: HTTPScope) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return found


async def _answer(send: Send, status: int, sentence: str) -> None:
    body = f"{sentence}\n".encode()
    headers = [*HEADERS, (b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
