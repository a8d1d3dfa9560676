"""Who may ask the page anything: this machine, under its own name, from its own page, with the session that the launch link gave.

A page open in the same browser can send requests here, and a name that an attacker owns can be made to point here (DNS rebinding).
So every request is held to an exact list of hosts and to the session, and one that could change something to our own origin.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import cast
from urllib.parse import parse_qs

from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

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

CLOSED = "Open the page with the link that was printed; it works once. For a new one, start `reportedly serve` again."

SAFE = frozenset({"GET", "HEAD"})
OWN = frozenset({"same-origin", "none"})
"""Values of Sec-Fetch-Site for what our page, or the user's own hand, asks."""


@dataclass(slots=True)
class Session:
    """The one session of a running page. The launch token opens it once; then only the cookie does."""

    launch: str | None = field(default_factory=lambda: secrets.token_urlsafe(32))
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def opened_by(self, token: str) -> bool:
        """Whether a launch token is the right one; it is then used up."""
        if self.launch is None or not hmac.compare_digest(self.launch.encode(), token.encode()):
            return False
        self.launch = None
        return True

    def is_cookie(self, value: str) -> bool:
        """Whether a cookie's value is this session's."""
        return hmac.compare_digest(self.cookie.encode(), value.encode())


def hosts(port: int) -> frozenset[str]:
    """What the Host header may be, exactly."""
    return frozenset({f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}"})


class Gate:
    """The outermost part of the page: refuses with a sentence what may not come in, and puts our headers on every answer."""

    def __init__(self, app: ASGIApp, *, session: Session, port: int) -> None:
        self.app, self.session = app, session
        self.hosts, self.name = hosts(port), f"reportedly_{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if str(scope["type"]) == "lifespan":
            await self.app(scope, receive, send)
            return
        if str(scope["type"]) != "http":
            return
        scope = cast("HTTPScope", scope)
        refused = self.refusal(scope)
        if refused is not None:
            await _answer(send, *refused)
        elif scope["path"] == "/launch":
            await self._launch(scope, send)
        else:
            await self.app(scope, receive, _with_headers(send))

    def refusal(self, scope: HTTPScope) -> tuple[int, str] | None:
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
        if scope["path"] != "/launch" and not self._is_known(told.get("cookie", [])):
            return 401, CLOSED
        return None

    def _is_known(self, cookies: Iterable[str]) -> bool:
        for line in cookies:
            try:
                found = SimpleCookie(line).get(self.name)
            except CookieError:
                continue
            if found is not None and self.session.is_cookie(found.value):
                return True
        return False

    async def _launch(self, scope: HTTPScope, send: Send) -> None:
        token = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if scope["method"] != "GET" or not self.session.opened_by(token):
            await _answer(send, 403, "This link was used already, or is not the one that was printed. Start `reportedly serve` again.")
            return
        cookie = f"{self.name}={self.session.cookie}; Path=/; HttpOnly; SameSite=Strict"
        headers = [*HEADERS, (b"location", b"/"), (b"set-cookie", cookie.encode()), (b"content-length", b"0")]
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _headers(scope: HTTPScope) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return found


def _with_headers(send: Send) -> Send:
    names = {name for name, _ in HEADERS}

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [(name, value) for name, value in message["headers"] if name.lower() not in names]
            message["headers"] = [*kept, *HEADERS]
        await send(message)

    return sending


async def _answer(send: Send, status: int, sentence: str) -> None:
    body = f"{sentence}\n".encode()
    headers = [*HEADERS, (b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
