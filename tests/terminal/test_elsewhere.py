"""What the choice of a rule changes, and exports that follow one, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.made_casebook import made_book
from typer.testing import CliRunner

from reportedly.book import Book
from reportedly.cli import app
from reportedly.model import Dataset
from reportedly.reconcile.rules import RULES


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Book:
    """A made-up casebook, whatever file is named."""
    book = made_book()
    monkeypatch.setattr("reportedly.open", lambda where, create=True: book, raising=False)  # noqa: ARG005  (as the real one is called)
    return book


def call(*arguments: str, width: int = 80) -> tuple[int, str, str]:
    """Exit status, stdout and stderr."""
    done = CliRunner(env={"COLUMNS": str(width), "REPORTEDLY_CASEBOOK": ""}).invoke(app, list(arguments), prog_name="reportedly")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def rows(text: str) -> list[dict[str, object]]:
    """JSON lines as objects."""
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.usefixtures("made")
def test_sensitivity_tells_the_killed_by_each_rule_and_where_they_differ() -> None:
    status, said, wrong = call("sensitivity", "war.db", width=120)
    assert (status, wrong) == (0, "")
    by_rule = {line.split()[0]: line.split()[1:] for line in said.splitlines() if line.split()[:1] and line.split()[0] in RULES}
    assert by_rule["ucdp"] == ["12", "12", "15", "2", "0", "·"]
    assert by_rule["airwars"] == ["12", "—", "15", "2", "0", "—"]
    assert by_rule["latest"] == ["15", "15", "15", "2", "0", "1"]
    assert "1 event with different best numbers" in said


def test_sensitivity_as_json_has_a_line_a_rule_and_a_line_an_event_that_differs(made: Book) -> None:
    *totals, last = rows(call("sensitivity", "war.db", "--json")[1])
    assert [row["rule"] for row in totals] == list(RULES)
    assert totals[-1]["killed"] == {"low": 15, "best": 15, "high": 15, "top": 15, "open": 0}
    (event,) = made.events(disputed=True)
    assert (last["type"], last["event"], last["spread"]) == ("difference", event.id, 3)
    assert last["killed"]["airwars"] == {"low": 12, "best": None, "high": 15}  # type: ignore[index]  # numbers by rule


@pytest.mark.parametrize("name", ["csv", "geojson"])
@pytest.mark.parametrize("rule", RULES)
def test_an_export_follows_its_rule(made: Book, name: str, rule: str) -> None:
    status, said, _ = call("export", "--as", name, "--rule", rule, "war.db")
    assert status == 0
    assert said.splitlines() == "".join(made.export(name, rule=rule)).splitlines()
    assert (said == call("export", "--as", name, "war.db")[1]) is (rule == "ucdp")


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(("name", "rule", "words"), [("csv", "tapestry", "one of ucdp, acled"), ("jsonl", "acled", "follows no rule")])
def test_a_rule_that_cannot_be_followed_leaves_the_file_alone(tmp_path: Path, name: str, rule: str, words: str) -> None:
    target = tmp_path / "old.csv"
    target.write_text("old", "utf-8")
    status, said, wrong = call("export", "war.db", "--as", name, "--rule", rule, "--out", str(target))
    assert (status, said) == (2, "")
    assert words in wrong
    assert target.read_text("utf-8") == "old"


def test_where_nobody_counts_the_dead_no_rule_changes_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = made_book(Dataset(reports=(), claims=()))
    monkeypatch.setattr("reportedly.open", lambda where, create=True: empty, raising=False)  # noqa: ARG005  (as the real one is called)
    assert call("sensitivity", "war.db") == (0, "No event has a number of killed, so no rule changes anything.\n", "")
    assert [row["events"] for row in rows(call("sensitivity", "war.db", "--json")[1])] == [0] * len(RULES)
