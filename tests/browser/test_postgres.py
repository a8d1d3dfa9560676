"""A casebook in a PostgreSQL database: the same reports make the same casebook, and the page shows and decides as over a file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError
from tests.browser.conftest import ROOT, browsing, let_in, served
from tests.browser.postgres import server

import reportedly


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """The samples in a PostgreSQL database."""
    with server() as url:
        command = [sys.executable, "-m", "reportedly.cli", "run", str(ROOT / "samples"), "--into", url]
        subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603  (our own command)
        yield url


def test_it_holds_what_the_file_holds(database: str, samples: Path) -> None:
    with reportedly.open(database) as there, reportedly.open(samples) as here:
        assert list(there.export("jsonl")) == list(here.export("jsonl"))
        assert there.digest() == here.digest()


def test_the_page_shows_it_and_keeps_what_is_decided(browser: Browser, database: str) -> None:
    with served(database) as (_, link), browsing(browser, let_in(link)) as shown:
        page = shown.go("/map")
        page.wait_for_selector("#map[data-drawn]")
        page = shown.go("/?place=Mogadishu")
        page.locator("#events tbody a").first.click()
        page.get_by_label("then the next").uncheck()
        page.get_by_role("button", name="Flag").click()
        expect(page.locator(".told")).to_contain_text("Ria flagged it")
        page.get_by_role("button", name="Undo decision 1").first.click()
        expect(page.locator(".told")).to_contain_text("undid decision 1")
    with reportedly.open(database) as book:
        assert [each.act.value for each in book.decisions()] == ["flag", "undo"]
        assert book.desk.broken() == ()
        assert [line.entry.deed.value for line in book.desk.trail()][-2:] == ["decision", "decision"]


def test_the_database_itself_refuses_to_change_what_was_decided(database: str) -> None:
    engine = create_engine(database)
    for statement in ("DELETE FROM decision", "UPDATE decision SET number = 9", "DELETE FROM trail", "UPDATE trail SET digest = ''"):
        with pytest.raises(DBAPIError, match=r"never|only ever added"), engine.begin() as connection:
            connection.execute(text(statement))
    engine.dispose()


def test_a_database_that_cannot_be_reached_says_what_to_do_without_its_password() -> None:
    command = [sys.executable, "-m", "reportedly.cli", "events", "postgresql+psycopg://ria:secret@127.0.0.1:1/war"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)  # noqa: S603  (our own command)
    assert done.returncode == 3
    assert "could not be read or written" in done.stderr
    assert "secret" not in done.stderr
