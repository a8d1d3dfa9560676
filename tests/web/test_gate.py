"""Who may ask the page anything."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest
from litestar.testing import TestClient
from tests.made_casebook import made_book

from reportedly.web.app import HANDLERS, application
from reportedly.web.deciding import decide, undo
from reportedly.web.desk import admit, code, dismiss, draw, login, logout, settle
from reportedly.web.gate import HEADERS, Gate, hosts
from reportedly.web.sessions import Session

PORT = 8737
BASE = f"http://127.0.0.1:{PORT}"
OPEN = ["/static/page.css", "/login", "/logout"]
"""What is there for whoever reaches the page: how to sign in. It is held to hosts and origins like all else."""


def filled(path: str) -> str:
    """An address that a route answers to."""
    return re.sub(r"\{\w+:int\}", "1", re.sub(r"\{\w+:str\}", "e1", path))


PATHS = [*sorted({filled(path) for handler in HANDLERS for path in handler.paths} - {*OPEN}), "/nowhere", "/launch"]
"""Every route there is, one that there is not, and the one that lets in."""


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def client(session: Session) -> Iterator[TestClient[Gate]]:
    app = application(made_book(), session=session, port=PORT, reviewer="Ria")
    with TestClient(app, base_url=BASE, raise_server_exceptions=True) as made:
        yield made


def opened(client: TestClient[Gate], session: Session) -> None:
    answer = client.get(f"/launch?token={session.launch}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


WRONG_HOSTS = [
    "evil.example",
    f"evil.example:{PORT}",
    "127.0.0.1",
    "127.0.0.1:80",
    f"127.0.0.1:{PORT}.evil.example",
    f"127.0.0.1.evil.example:{PORT}",
    f"0.0.0.0:{PORT}",
    f"localhost.evil.example:{PORT}",
    "localhost",
    f"LOCALHOST:{PORT}",
    f"[::]:{PORT}",
    f"127.1:{PORT}",
    f"user@127.0.0.1:{PORT}",
    "",
]


@pytest.mark.parametrize("host", WRONG_HOSTS)
def test_a_wrong_host_is_refused_before_anything_else(client: TestClient[Gate], session: Session, host: str) -> None:
    opened(client, session)
    for path, method in itertools.product([*PATHS, *OPEN], ["GET", "POST"]):
        answer = client.request(method, path, headers={"host": host})
        assert answer.status_code == 421, (method, path)
        assert "Nothing was shown" in answer.text


CROSS = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "none"},
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"sec-fetch-site": "same-origin", "origin": "https://evil.example"},
    {"sec-fetch-site": "same-origin", "origin": f"http://127.0.0.1:{PORT + 1}"},
    {},
]


@pytest.mark.parametrize("headers", CROSS)
def test_what_could_change_something_must_come_from_our_own_page(
    client: TestClient[Gate], session: Session, headers: dict[str, str]
) -> None:
    opened(client, session)
    for path, method in itertools.product([*PATHS, *OPEN], ["POST", "PUT", "PATCH", "DELETE"]):
        answer = client.request(method, path, headers=headers)
        assert answer.status_code == 403, (method, path)
        assert "Nothing was changed" in answer.text


def test_another_page_cannot_load_ours_into_itself(client: TestClient[Gate], session: Session) -> None:
    opened(client, session)
    for path in PATHS[:-1]:
        assert client.get(path, headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}).status_code == 403, path


@pytest.mark.parametrize("host", sorted(hosts(PORT)))
def test_each_of_our_names_answers(client: TestClient[Gate], session: Session, host: str) -> None:
    client.cookies.set(f"reportedly_{PORT}", session.cookie)
    assert client.get("/problems", headers={"host": host}).status_code == 200


def test_without_the_session_nothing_is_shown(client: TestClient[Gate]) -> None:
    for path in PATHS[:-1]:
        answer = client.get(path)
        assert answer.status_code == 401, path
        assert "reportedly serve" in answer.text


@pytest.mark.parametrize("cookie", ["", "x", "reportedly_8737=", "reportedly_8737=wrong", "reportedly_1=right", "=;=;=", "reportedly_8737"])
def test_a_wrong_cookie_is_no_session(client: TestClient[Gate], cookie: str) -> None:
    assert client.get("/", headers={"cookie": cookie}).status_code == 401


def test_the_launch_link_works_once(client: TestClient[Gate], session: Session) -> None:
    token = session.launch
    opened(client, session)
    answer = client.get(f"/launch?token={token}", follow_redirects=False)
    assert answer.status_code == 403
    assert "used already" in answer.text
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("token", ["", "x", "%00", "a" * 5000, "é"])
def test_a_wrong_launch_token_opens_nothing_and_uses_nothing_up(client: TestClient[Gate], session: Session, token: str) -> None:
    assert client.get(f"/launch?token={token}", follow_redirects=False).status_code == 403
    opened(client, session)


def test_the_cookie_cannot_be_read_by_scripts_or_sent_from_elsewhere(client: TestClient[Gate], session: Session) -> None:
    answer = client.get(f"/launch?token={session.launch}", follow_redirects=False)
    assert re.fullmatch(rf"reportedly_{PORT}=[\w-]{{40,}}; Path=/; HttpOnly; SameSite=Strict", answer.headers["set-cookie"])


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_our_headers(client: TestClient[Gate], session: Session, path: str) -> None:
    for _ in range(2):  # without the session, and with it
        answer = client.get(path, follow_redirects=False)
        for name, value in HEADERS:
            assert answer.headers[name.decode()] == value.decode()
        client.cookies.set(f"reportedly_{PORT}", session.cookie)


def test_no_script_or_style_stands_in_a_page(client: TestClient[Gate], session: Session) -> None:
    opened(client, session)
    pages = [answer for answer in map(client.get, PATHS[:-1]) if answer.headers["content-type"].startswith("text/html")]
    assert len(pages) >= 12
    for page in pages:
        assert not re.search(r"<script(?![^>]*\bsrc=)|\bon\w+=|<style|\bstyle=|javascript:", page.text), page.url


def test_what_changes_something_is_asked_for_by_post_and_nothing_else_is() -> None:
    changing = {page for page in HANDLERS if set(page.http_methods) != {"GET"}}
    assert changing == {decide, undo, login, logout, admit, dismiss, draw, code, settle}
    assert all(set(page.http_methods) == {"POST"} for page in changing)
