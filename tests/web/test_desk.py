"""Who may do what on the page, signing in and out, a sample from opening to settling, and the trail."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from litestar.testing import TestClient
from tests.made_casebook import made_book

from reportedly.book import Book
from reportedly.book.deciding import Wish
from reportedly.model import Act, Deed, Kind, Role
from reportedly.web.app import HANDLERS, application
from reportedly.web.gate import Gate
from reportedly.web.roles import ALLOWED, Do, Who
from reportedly.web.sessions import TRIES, WITHIN, Session

PORT = 8737
BASE = f"http://127.0.0.1:{PORT}"
OWN = {"sec-fetch-site": "same-origin", "origin": BASE}
AT = dt.datetime(2031, 6, 1, 12, tzinfo=dt.UTC)
Client = TestClient[Gate]


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        """Its time, in seconds."""
        return self.now


@pytest.fixture
def book() -> Book:
    return made_book()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(clock: Clock) -> Session:
    return Session(anonymous=True, clock=clock)


@pytest.fixture
def app(book: Book, session: Session) -> Gate:
    return application(book, session=session, port=PORT, reviewer="Olu")


def visiting(app: Gate, cookie: str | None = None) -> Client:
    client = TestClient(app, base_url=BASE, raise_server_exceptions=True)
    client.headers.update(OWN)
    if cookie is not None:
        client.cookies.set(f"reportedly_{PORT}", cookie)
    return client


@pytest.fixture
def by_role(app: Gate, book: Book, session: Session) -> dict[Role, Client]:
    """Somebody of each role: Olu has the launch link, the others are members by the name of their role."""
    made = {Role.OWNER: visiting(app, session.cookie), Role.ANONYMOUS: visiting(app)}
    for role in (Role.VIEWER, Role.REVIEWER, Role.CURATOR):
        key = book.desk.admit(role.value, role, by="Olu", at=AT)
        made[role] = visiting(app)
        assert made[role].post("/login", data={"name": role.value, "key": key}, follow_redirects=False).status_code == 303
    return made


TABLE = {
    Do.OPEN: set(Role),
    Do.READ: set(Role),
    Do.NAMES: set(Role) - {Role.ANONYMOUS},
    Do.DECIDE: {Role.REVIEWER, Role.CURATOR, Role.OWNER},
    Do.CODE: {Role.REVIEWER, Role.CURATOR, Role.OWNER},
    Do.SETTLE: {Role.CURATOR, Role.OWNER},
    Do.UNDO_ANY: {Role.CURATOR, Role.OWNER},
    Do.AUDIT: {Role.CURATOR, Role.OWNER},
    Do.ADMIT: {Role.OWNER},
}
"""Who may do what, written down a second time."""


def test_every_role_may_do_what_the_table_says_and_no_more() -> None:
    for role in Role:
        assert {do for do in Do if Who(name="x", role=role).may(do)} == {do for do, roles in TABLE.items() if role in roles}
    assert set(ALLOWED) == set(Role)


def test_every_handler_says_what_it_is_for() -> None:
    assert [str(handler) for handler in HANDLERS if handler.opt.get("do") not in set(Do)] == []


ROUTES = [
    (method, re.sub(r"\{number:int\}", "1", re.sub(r"\{identity:str\}", "e", path)), Do(handler.opt["do"]))
    for handler in HANDLERS
    for method in sorted(handler.http_methods - {"HEAD", "OPTIONS"})
    for path in sorted(handler.paths)
]


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(("method", "path", "do"), ROUTES)
def test_nobody_gets_further_than_their_role(by_role: dict[Role, Client], role: Role, method: str, path: str, do: Do) -> None:
    answer = by_role[role].request(method, path, follow_redirects=False)
    refused = answer.status_code == 403 and "may not" in answer.text
    assert refused is (role not in TABLE[do]), (answer.status_code, answer.text[:300])


def test_who_may_only_look_is_shown_no_name_of_who_decided_and_no_button(by_role: dict[Role, Client], book: Book) -> None:
    (strike,) = book.events(kind=Kind.SHELLING)
    other = next(each for each in book.events() if each.id != strike.id)
    book.decide(strike.id, Wish(act=Act.COMMENT, reason="look at this"), reviewer="Gwendolyn", at=AT)
    book.decide(strike.id, Wish(act=Act.SAME_EVENT, other_event=other.id), reviewer="Gwendolyn", at=AT)
    now = book.event(strike.id)
    a, b = now.claims[0].id, now.claims[-1].id
    paths = ["/", f"/event/{now.id}", "/decisions", "/review", f"/why?a={a}&b={b}", "/events.json", "/events.csv", "/map.json", "/lineage"]
    for path in paths:
        answer = by_role[Role.ANONYMOUS].get(path)
        assert answer.status_code == 200, path
        assert "Gwendolyn" not in answer.text, path
        assert "/decisions" not in re.findall(r'action="([^"]*)"', answer.text), path
        assert not re.search(r'<form[^>]*action="[^"]*/(decisions|undo)"', answer.text), path
    assert "a reviewer" in by_role[Role.ANONYMOUS].get("/decisions").text
    assert "Gwendolyn" in by_role[Role.VIEWER].get("/decisions").text


def test_a_reviewer_undoes_their_own_and_a_curator_anybodys(by_role: dict[Role, Client], book: Book) -> None:
    event = book.events()[0]
    book.decide(event.id, Wish(act=Act.FLAG), reviewer="reviewer", at=AT)
    book.decide(event.id, Wish(act=Act.FLAG), reviewer="Olu", at=AT)
    assert by_role[Role.REVIEWER].post("/decisions/2/undo", data={}, follow_redirects=False).status_code == 403
    assert len(book.decisions()) == 2
    assert by_role[Role.REVIEWER].post("/decisions/1/undo", data={}, follow_redirects=False).status_code == 303
    assert by_role[Role.CURATOR].post("/decisions/2/undo", data={}, follow_redirects=False).status_code == 303
    assert [each.reviewer for each in book.decisions()[2:]] == ["reviewer", "curator"]


# signing in


def test_signing_in_makes_a_new_session_each_time_and_signing_out_ends_it_here(app: Gate, book: Book) -> None:
    key = book.desk.admit("Ria", Role.REVIEWER, by="Olu", at=AT)
    client = visiting(app)
    seen = []
    for _ in range(2):
        client.post("/login", data={"name": "Ria", "key": key}, follow_redirects=False)
        seen.append(client.cookies[f"reportedly_{PORT}"])
        assert client.get("/desk").status_code == 200
    assert seen[0] != seen[1]
    assert visiting(app, seen[0]).get("/desk").status_code == 403
    client.post("/logout", follow_redirects=False)
    assert visiting(app, seen[1]).get("/desk").status_code == 403


def test_who_is_dismissed_or_given_another_role_is_so_at_once(by_role: dict[Role, Client], book: Book) -> None:
    assert by_role[Role.CURATOR].get("/trail").status_code == 200
    book.desk.admit("curator", Role.VIEWER, by="Olu", at=AT)
    assert by_role[Role.CURATOR].get("/trail").status_code == 403
    book.desk.dismiss("curator", by="Olu", at=AT)
    assert by_role[Role.CURATOR].get("/desk").status_code == 403


def test_without_the_right_key_nobody_is_signed_in_and_the_trail_says_so(app: Gate, book: Book) -> None:
    book.desk.admit("Ria", Role.REVIEWER, by="Olu", at=AT)
    client = visiting(app)
    answer = client.post("/login", data={"name": "Ria", "key": "guess"}, follow_redirects=False)
    assert answer.status_code == 403
    assert "Nobody was signed in" in answer.text
    assert "set-cookie" not in answer.headers
    assert [line.entry.deed for line in book.desk.trail()][-1] is Deed.REFUSED


def test_a_thousand_guesses_are_ten(app: Gate, book: Book, clock: Clock) -> None:
    key = book.desk.admit("Ria", Role.REVIEWER, by="Olu", at=AT)
    client = visiting(app)
    looked_at = sum(
        "too many" not in client.post("/login", data={"name": "Ria", "key": f"{n}"}, follow_redirects=False).text for n in range(200)
    )
    assert looked_at == TRIES
    assert client.post("/login", data={"name": "Ria", "key": key}, follow_redirects=False).status_code == 403
    clock.now += WITHIN
    assert client.post("/login", data={"name": "Ria", "key": key}, follow_redirects=False).status_code == 303


def test_without_leave_to_look_nobody_does(book: Book) -> None:
    closed = visiting(application(book, session=Session(), port=PORT, reviewer="Olu"))
    assert closed.get("/").status_code == 401
    assert closed.get("/login").status_code == 200
    assert closed.get("/static/page.css").status_code == 200


# a sample, from opening to settling


def test_a_sample_is_opened_coded_blind_compared_and_settled(by_role: dict[Role, Client], book: Book) -> None:
    curator, reviewer = by_role[Role.CURATOR], by_role[Role.REVIEWER]
    (strike,) = book.events(kind=Kind.SHELLING)
    told = {"size": "1", "seed": "3", "one": "curator", "other": "reviewer", "kind": strike.kind.value}
    assert curator.post("/desk/samples", data=told, follow_redirects=False).headers["location"] == "/desk/sample/1"
    form = reviewer.get("/desk/sample/1/code").text
    options = {
        name: re.findall(rf'name="{name}" value="([^"]*)"', form) for name in ("place", "killed", "when", "actor", "target", "injured")
    }
    given = {name: values for name, values in options.items() if values}
    assert given["killed"][:2] == ["12", "15"]
    first = {name: values[0] for name, values in given.items()}
    for act in ("accept", "flag"):
        answer = reviewer.post(f"/event/{strike.id}/decisions", data={"act": act, "seen": strike.state}, follow_redirects=False)
        assert (answer.status_code, "unseen by the other" in answer.text) == (400, True)
    bad = reviewer.post("/desk/sample/1/code", data={"event": strike.id, **first, "killed": "99"}, follow_redirects=False)
    assert (bad.status_code, "Nothing was kept" in bad.text) == (400, True)
    reviewer.post("/desk/sample/1/code", data={"event": strike.id, **first}, follow_redirects=False)
    assert "shown when both are done" in curator.get("/desk/sample/1").text
    assert curator.get("/desk/sample/1/csv").status_code == 400
    curator.post("/desk/sample/1/code", data={"event": strike.id, **first, "killed": "15"}, follow_redirects=False)
    page = curator.get("/desk/sample/1").text
    assert "not computable: 1 coded by both" in page
    assert "Where they are apart" in page
    assert "strike" not in reviewer.get("/desk/sample/1/csv").text
    assert f"{strike.id},killed,15,12,false" in curator.get("/desk/sample/1/csv").text
    curator.post("/desk/sample/1/settle", data={"event": strike.id, "field": "killed", "choice": "15"}, follow_redirects=False)
    assert book.event(strike.id).killed.best == 15
    assert book.decisions()[-1].reason == "settles sample 1"
    assert '<span class="badge accepted">accepted</span>' in curator.get("/desk/sample/1").text
    seen = {"act": "flag", "seen": book.event(strike.id).state}
    assert reviewer.post(f"/event/{strike.id}/decisions", data=seen, follow_redirects=False).status_code == 303


def test_a_new_key_is_shown_once(by_role: dict[Role, Client], app: Gate) -> None:
    owner = by_role[Role.OWNER]
    page = owner.post("/desk/members", data={"name": "Ria", "role": "reviewer"}).text
    (key,) = re.findall(r'<code class="key">([^<]+)</code>', page)
    assert key not in owner.get("/desk").text
    assert visiting(app).post("/login", data={"name": "Ria", "key": key}, follow_redirects=False).status_code == 303
    owner.post("/desk/members/dismiss", data={"name": "Ria"})
    assert visiting(app).post("/login", data={"name": "Ria", "key": key}, follow_redirects=False).status_code == 403


# the trail


def test_the_trail_has_logins_exports_and_decisions(by_role: dict[Role, Client], book: Book) -> None:
    by_role[Role.VIEWER].get("/events.csv?place=Qamar")
    event = book.events()[0]
    by_role[Role.REVIEWER].post(f"/event/{event.id}/decisions", data={"act": "flag", "seen": event.state}, follow_redirects=False)
    lines = [(line.entry.deed, line.entry.who, line.entry.about) for line in book.desk.trail()]
    assert (Deed.EXPORT, "viewer", "/events.csv?place=Qamar") in lines
    assert (Deed.LOGIN, "viewer", "viewer") in lines
    assert lines[-1][:2] == (Deed.DECISION, "reviewer")
    page = by_role[Role.CURATOR].get("/trail").text
    assert "No line was changed" in page
    assert len(by_role[Role.CURATOR].get("/trail.csv").text.splitlines()) == len(lines) + 1
