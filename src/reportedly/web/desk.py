"""The desk on the page: signing in, members, samples that two code blind, how far they agree, and the trail."""

from __future__ import annotations

import datetime as dt
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import FormMultiDict
from litestar.params import FromPath
from litestar.response import Template

from reportedly.book.deciding import Wish
from reportedly.book.desk import DECIDING, Desk, Unit, as_read, options_of, role_named
from reportedly.book.words import field_words
from reportedly.errors import NotAllowed, UsageError
from reportedly.export.cells import Cell, line
from reportedly.model import CANNOT_TELL, NONE_OF_THEM, Act, Deed, Field, Role, Sample
from reportedly.model.words import in_words
from reportedly.review.agreement import agreement
from reportedly.web.forms import only, words_of
from reportedly.web.gate import cookie_line, cookie_name, cookie_values
from reportedly.web.pages import Asked, book_of, download, see_other
from reportedly.web.query import found, part, query_of, whole
from reportedly.web.roles import Do, who_of
from reportedly.web.sessions import Session

SIGNED = tuple(role for role in Role if role is not Role.ANONYMOUS)
"""The roles that members have."""

USUAL_SIZE = 20


def desk_of(request: Asked) -> Desk:
    """The desk of the casebook that is shown."""
    return book_of(request).desk


def session_of(request: Asked) -> Session:
    """The sessions of the running page."""
    session: Session = request.app.state.session
    return session


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


# signing in


@get("/login", sync_to_thread=False, opt={"do": Do.OPEN})
def login_page(request: Asked) -> Template:
    """Where members sign in."""
    return Template("login.html", context={"wrong": "", "there": any(member.key is not None for member in desk_of(request).members())})


@post("/login", opt={"do": Do.OPEN})
async def login(request: Asked) -> Response[Any]:
    """Sign in with a name and a key: a new session, whatever there was before."""
    form = await request.form()
    session, name, key = session_of(request), words_of(form, "name"), words_of(form, "key")
    refused = ""
    if not session.may_try(name):
        refused = "There were too many wrong keys for this name. Nobody was signed in. Wait a quarter of an hour."
    elif (member := desk_of(request).who_signs_in(name, key)) is None:
        refused = "Name and key do not go together. Nobody was signed in. The owner of the casebook can give you a new key."
    if refused:
        request.app.state.trail(Deed.REFUSED, name[:80], "")
        return Template("login.html", context={"wrong": refused, "there": True}, status_code=403)
    assert member is not None  # noqa: S101  (refused otherwise)
    session.forget_tries(name)
    _end_session(request)
    request.app.state.trail(Deed.LOGIN, member.name, member.role.value)
    line = cookie_line(cookie_name(request.app.state.port), session.sign_in(member))
    return Response(b"", status_code=303, headers={"location": "/", "set-cookie": line})


@post("/logout", sync_to_thread=False, opt={"do": Do.OPEN})
def logout(request: Asked) -> Response[bytes]:
    """End the session, here and not only in the browser."""
    who = who_of(request)
    _end_session(request)
    if who.name:
        request.app.state.trail(Deed.LOGOUT, who.name, "")
    name = cookie_name(request.app.state.port)
    return Response(b"", status_code=303, headers={"location": "/login", "set-cookie": f"{cookie_line(name, '')}; Max-Age=0"})


def _end_session(request: Asked) -> None:
    for value in cookie_values(request.headers.getall("cookie", []), cookie_name(request.app.state.port)):
        session_of(request).sign_out(value)


# members and samples


@get("/desk", sync_to_thread=False, opt={"do": Do.NAMES})
def desk_page(request: Asked) -> Template:
    """Who works here, and what is coded blind."""
    return _desk(request)


def _desk(request: Asked, *, new_key: tuple[str, str] | None = None) -> Template:
    desk, who = desk_of(request), who_of(request)
    members = desk.members()
    samples = [
        (sample, [(name, len(desk.left(sample, name))) for name in sample.reviewers], desk.done(sample)) for sample in desk.samples()
    ]
    able = [member.name for member in members if member.key is not None and member.role in DECIDING]
    context = {"members": members, "samples": samples[::-1], "able": able, "roles": SIGNED, "who": who, "new_key": new_key}
    return Template("desk.html", context={**context, "size": USUAL_SIZE, "query": query_of(request.query_params)})


@post("/desk/members", opt={"do": Do.ADMIT})
async def admit(request: Asked) -> Template:
    """Take somebody in or give them another role, with a new key that is shown this once."""
    form = await request.form()
    name, role = words_of(form, "name"), words_of(form, "role")
    key = desk_of(request).admit(name, role_named(role), by=who_of(request).name, at=_now())
    return _desk(request, new_key=(name, key))


@post("/desk/members/dismiss", opt={"do": Do.ADMIT})
async def dismiss(request: Asked) -> Response[bytes]:
    """Let a member sign in no more; their sessions end."""
    form = await request.form()
    desk_of(request).dismiss(words_of(form, "name"), by=who_of(request).name, at=_now())
    return see_other("/desk")


@post("/desk/samples", opt={"do": Do.SETTLE})
async def draw(request: Asked) -> Response[bytes]:
    """Open a sample of the events that fit a filter."""
    form = await request.form()
    query = query_of({name: words_of(form, name) for name in ("place", "kind", "since", "until")})
    size, seed = (whole(name, words_of(form, name), least=least) for name, least in (("size", 1), ("seed", 0)))
    pair = (words_of(form, "one"), words_of(form, "other"))
    made = desk_of(request).draw(found(book_of(request), query), size, pair, by=who_of(request).name, at=_now(), seed=seed)
    return see_other(f"/desk/sample/{made.number}")


@get("/desk/sample/{number:int}", sync_to_thread=False, opt={"do": Do.NAMES})
def sample_page(request: Asked, number: FromPath[int]) -> Template:
    """A sample: how far it is; once both are done, how far they agree and where they do not."""
    book, who = book_of(request), who_of(request)
    sample = book.desk.sample(number)
    done = book.desk.done(sample)
    index = book.as_read()
    units = book.desk.units(sample, index) if done else ()
    events = {each: as_read(index, each) for each in sample.events if each in index.events}
    context = {
        "sample": sample,
        "done": done,
        "left": [(name, len(book.desk.left(sample, name))) for name in sample.reviewers],
        "agreements": book.desk.agreements(sample, index) if done else {},
        "whole": agreement([unit.choices for unit in units]) if done else None,
        "apart": [unit for unit in units if not unit.agreed],
        "settled": _settled(units, request),
        "events": events,
        "field_words": field_words,
        "who": who,
    }
    return Template("sample.html", context=context)


def _settled(units: tuple[Unit, ...], request: Asked) -> dict[tuple[str, Field], str]:
    """What stands accepted for a field that they were apart on, in words."""
    book, found = book_of(request), {}
    known = book.index().events
    for unit in units:
        view = known[unit.event].get(unit.field) if unit.event in known else None
        taken = [in_words(value.value) for value in view.values if value.accepted] if view is not None else []
        if taken:
            found[unit.event, unit.field] = ", ".join(taken)
    return found


@get("/desk/sample/{number:int}/csv", sync_to_thread=False, opt={"do": Do.NAMES})
def sample_csv(request: Asked, number: FromPath[int]) -> Response[str]:
    """What both said, a row a field of an event, once both are done."""
    book = book_of(request)
    sample = book.desk.sample(number)
    if not book.desk.done(sample):
        raise UsageError(f"Sample {number} is not coded by both yet, and till then neither sees the other. Nothing was written.")
    rows: list[list[Cell]] = [["event", "field", *sample.reviewers, "agreed"]]
    rows += [[unit.event, unit.field.value, *unit.choices, unit.agreed] for unit in book.desk.units(sample, book.as_read())]
    return download("".join(map(line, rows)), media_type="text/csv", name=f"sample-{number}.csv")


@get("/desk/sample/{number:int}/code", sync_to_thread=False, opt={"do": Do.CODE})
def code_page(request: Asked, number: FromPath[int]) -> Response[Any] | Template:
    """The next event of a sample that somebody has to code, or the one that `event` names: what the reports say, without any decision."""
    book, who = book_of(request), who_of(request)
    sample = book.desk.sample(number)
    if who.name not in sample.reviewers:
        raise NotAllowed(who.role.value, f"code sample {number}, which is for {' and '.join(sample.reviewers)}")
    left = book.desk.left(sample, who.name)
    asked = str(request.query_params.get("event", ""))
    event = asked if asked in sample.events else next(iter(left), "")
    if not event:
        return see_other(f"/desk/sample/{number}")
    index = book.as_read()
    before = book.desk.ballots(sample).get((event, who.name))
    fields = [(field, options_of(index, event, field)) for field in sample.fields]
    context = {
        "sample": sample,
        "event": as_read(index, event),
        "index": index,
        "fields": [(field, options) for field, options in fields if options],
        "said": {} if before is None else before.choices,
        "place": sample.events.index(event) + 1,
        "left": len(left),
        "field_words": field_words,
        "none": NONE_OF_THEM,
        "cannot": CANNOT_TELL,
    }
    return Template("code.html", context=context)


@post("/desk/sample/{number:int}/code", opt={"do": Do.CODE})
async def code(request: Asked, number: FromPath[int]) -> Response[bytes]:
    """Keep what somebody says of an event of a sample, and go to the next."""
    form = await request.form()
    book, who = book_of(request), who_of(request)
    sample, event = book.desk.sample(number), words_of(form, "event")
    book.desk.code(number, event, _choices(form, sample, request, event), reviewer=who.name, at=_now())
    return see_other(f"/desk/sample/{number}/code" if book.desk.left(sample, who.name) else f"/desk/sample/{number}")


def _choices(form: FormMultiDict, sample: Sample, request: Asked, event: str) -> dict[Field, str]:
    """One choice for each field that reports give, each of those that there are.

    Raises:
        UsageError: a field was left out, or something else was chosen.
    """
    index, made = book_of(request).as_read(), {}
    for field in sample.fields:
        options = options_of(index, event, field)
        choice = only(form, field.value)
        if options and choice not in (*options, NONE_OF_THEM, CANNOT_TELL):
            raise UsageError(
                f"Nothing that can be chosen was chosen for {field_words(field)}. Nothing was kept. Choose one for each field."
            )
        if options:
            made[field] = choice
    return made


@post("/desk/sample/{number:int}/settle", opt={"do": Do.SETTLE})
async def settle(request: Asked, number: FromPath[int]) -> Response[bytes]:
    """Settle a field on which both were apart: the value that is chosen is accepted, by a decision like any other."""
    form = await request.form()
    book, who = book_of(request), who_of(request)
    sample = book.desk.sample(number)
    if not book.desk.done(sample):
        raise UsageError(f"Sample {number} is not coded by both yet. Nothing was decided.")
    event, field, choice = words_of(form, "event"), Field(words_of(form, "field")), only(form, "choice")
    now = book.event(event)
    value = next((each for each in now.field(field).values if in_words(each.value) == choice and each.claims), None)
    if value is None:
        raise UsageError(f"No claim says {choice!r} any more. Nothing was decided. Look at the event.")
    wish = Wish(act=Act.ACCEPT, claims=value.claims[:1], field=field, reason=words_of(form, "reason") or f"settles sample {number}")
    book.decide(now.id, wish, reviewer=who.name, at=_now())
    return see_other(f"/desk/sample/{number}#apart")


# the trail


@get("/trail", sync_to_thread=False, opt={"do": Do.AUDIT})
def trail_page(request: Asked) -> Template:
    """Everything that was done, the latest first, and whether the trail is whole."""
    lines = desk_of(request).trail()
    shown, paging = part(lines[::-1], request.query_params)
    context = {"lines": shown, "broken": desk_of(request).broken(), "head": lines[-1].digest if lines else ""}
    return Template("trail.html", context={**paging, **context})


@get("/trail.csv", sync_to_thread=False, opt={"do": Do.AUDIT})
def trail_csv(request: Asked) -> Response[str]:
    """The whole trail as a table, first line first."""
    rows: list[list[Cell]] = [["number", "at", "who", "deed", "about", "digest"]]
    rows += [[w.number, w.entry.at, w.entry.who, w.entry.deed.value, w.entry.about, w.digest] for w in desk_of(request).trail()]
    return download("".join(map(line, rows)), media_type="text/csv", name="trail.csv")


DESK = [
    login_page,
    login,
    logout,
    desk_page,
    admit,
    dismiss,
    draw,
    sample_page,
    sample_csv,
    code_page,
    code,
    settle,
    trail_page,
    trail_csv,
]
