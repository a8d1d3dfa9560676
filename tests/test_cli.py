"""The command line: what each command prints, where, and with which exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from tests.made_casebook import LATER, POST, TRAP, made_book
from typer.main import get_command
from typer.testing import CliRunner

import reportedly
from reportedly.book import Book
from reportedly.cli import app
from reportedly.errors import CasebookBusy, NoCasebook
from reportedly.model import Problem, ProblemReason
from reportedly.pipeline import Outcome, Step

ROOT = Path(__file__).parents[1]
COMMANDS = (
    *("run", "events", "event", "report", "claims", "why", "disputes", "lineage", "problems", "decisions", "sensitivity", "export"),
    *("plot", "cite", "members", "agreement", "trail", "serve", "demo"),
)
READING = ("events", "claims", "disputes", "lineage", "problems", "decisions", "sensitivity")
HELP_SECONDS = 0.3


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Book:
    """A made-up casebook, whatever file is named."""
    book = made_book()
    monkeypatch.setattr("reportedly.open", lambda where, create=True: book, raising=False)  # noqa: ARG005  (as the real one is called)
    return book


@pytest.fixture
def nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """No casebook where one is looked for."""

    def missing(where: str, *, create: bool = True) -> Book:
        raise NoCasebook(f"{where} {create}")

    monkeypatch.setattr("reportedly.open", missing, raising=False)


def call(*arguments: str, width: int = 80) -> tuple[int, str, str]:
    """Exit status, stdout and stderr."""
    done = CliRunner(env={"COLUMNS": str(width), "REPORTEDLY_CASEBOOK": ""}).invoke(app, list(arguments), prog_name="reportedly")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def rows(text: str) -> list[dict[str, object]]:
    """JSON lines as objects."""
    return [json.loads(line) for line in text.splitlines()]


# help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_its_streams_its_exit_statuses_and_an_example(name: str) -> None:
    status, said, _ = call(name, "--help")
    assert status == 0
    assert "stdout" in said
    assert "stderr" in said
    assert "Exit status: 0" in said
    assert f"    reportedly {name} " in said.split("Example:")[1]


def test_the_commands_are_those_that_are_documented() -> None:
    group = get_command(app)
    assert tuple(group.list_commands(typer.Context(group))) == COMMANDS  # type: ignore[attr-defined]  # a group has commands


def test_help_answers_at_once() -> None:
    command = [sys.executable, "-c", "from reportedly.cli import main; main()", "--help"]
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  (our own command)
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < HELP_SECONDS


def test_the_version_is_that_of_the_package() -> None:
    assert call("--version") == (0, f"reportedly {reportedly.__version__}\n", "")


def test_the_page_on_the_command_line_is_what_is_generated(tmp_path: Path) -> None:
    page = tmp_path / "cli.md"
    options = ["--name", "reportedly", "--title", "Command line", "--output", str(page)]
    environment = {**os.environ, "COLUMNS": "80"}
    environment.pop("REPORTEDLY_CASEBOOK", None)
    command = [sys.executable, "-m", "typer", "reportedly.cli", "utils", "docs", *options]
    subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603  (our own command)
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == page.read_text("utf-8"), "Run `make docs` and commit docs/cli.md."


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str) -> None:
    environment = {**os.environ, "_REPORTEDLY_COMPLETE": f"complete_{shell}", "COMP_WORDS": "reportedly ev", "COMP_CWORD": "1"}
    environment |= {"_TYPER_COMPLETE_ARGS": "reportedly ev", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    command = [sys.executable, "-c", "from reportedly.cli import main; main()"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)  # noqa: S603  (our own command)
    assert "events" in done.stdout
    assert "lineage" not in done.stdout


# reading


@pytest.mark.usefixtures("made")
def test_events_are_a_table_with_origins_and_disputes() -> None:
    status, said, wrong = call("events", "war.db", width=140)
    assert (status, wrong) == (0, "")
    heading, _, first, *_ = said.splitlines()
    assert heading.split() == "id date place kind who → whom counts reports origins disputes".split()
    assert "2031-05-14" in first
    assert first.split()[-3:] == ["2", "2", "3"]
    assert "12-15 killed" in said
    assert "Xanadian Navy → civilians" in said


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("name", READING)
def test_nothing_is_wider_than_the_screen(name: str, width: int) -> None:
    status, said, _ = call(name, "war.db", width=width)
    assert status == 0
    assert max(map(len, said.splitlines())) <= width


@pytest.mark.usefixtures("made")
def test_the_filters_of_events_are_those_of_the_book() -> None:
    options = ["--where", "Qamar", "--from", "2031-05", "--to", "2031", "--kind", "shelling", "--actor", "navy", "--disputed", "--json"]
    status, said, _ = call("events", "war.db", *options)
    assert status == 0
    assert [row["kind"] for row in rows(said)] == ["Shelling/artillery/missile attack"]
    assert rows(call("events", "war.db", *options, "--to", "2030")[1]) == []


@pytest.mark.usefixtures("made")
def test_no_event_that_fits_is_an_answer_and_no_failure() -> None:
    assert call("events", "war.db", "--where", "Nowhereville") == (0, "No event fits.\n", "")


@pytest.mark.usefixtures("made")
def test_a_filter_that_cannot_be_read_is_one_sentence_on_stderr() -> None:
    status, said, wrong = call("events", "war.db", "--from", "yesterday")
    assert (status, said) == (2, "")
    assert wrong == "reportedly: since 'yesterday' cannot be read. Nothing was shown. Write it as 2031-05-14, 2031-05 or 2031. [E102]\n"


@pytest.mark.usefixtures("nothing")
@pytest.mark.parametrize("arguments", [(name, "gone.db") for name in READING] + [("event", "gone.db", "e1"), ("report", "gone.db", "r1")])
def test_a_casebook_that_is_not_there_is_not_made(arguments: tuple[str, ...]) -> None:
    status, said, wrong = call(*arguments)
    assert (status, said) == (3, "")
    assert wrong.startswith("reportedly: There is no casebook at gone.db False.")
    assert wrong.endswith("[E301]\n")


def test_one_event_is_shown_by_the_first_letters_of_its_id(made: Book) -> None:
    (event,) = made.events(disputed=True)
    status, said, _ = call("event", "war.db", event.id[:5])
    assert status == 0
    assert event.id in said
    assert "Xanadian Ministry of Defence" in said
    assert "2 independent origins: Casualty Watch; Xanadian Ministry of Defence" in said
    assert "“denied any strike”" in said


def test_an_event_as_json_comes_with_its_claims_disputes_and_checks(made: Book) -> None:
    (event,) = made.events(disputed=True)
    found = rows(call("event", "war.db", event.id, "--json")[1])
    assert [row["type"] for row in found] == ["claim"] * 4 + ["event"] + ["dispute"] * 3 + ["check"]


@pytest.mark.usefixtures("made")
def test_an_unknown_id_says_how_to_find_one() -> None:
    status, _, wrong = call("event", "war.db", "e00000")
    assert status == 2
    assert "reportedly events" in wrong


@pytest.mark.usefixtures("made")
def test_an_ambiguous_id_names_its_candidates() -> None:
    status, _, wrong = call("report", "war.db", "r")
    assert status == 2
    assert POST.id in wrong
    assert LATER.id in wrong


@pytest.mark.usefixtures("made")
def test_a_report_is_shown_with_its_claims_marked() -> None:
    status, said, _ = call("report", "war.db", POST.id)
    assert status == 0
    assert "‹Four cruise missiles hit Qamar on 14 May and killed 12 people›[1]" in said.replace("\n", " ")
    assert "{menu: Home | World | Sport}" in said


@pytest.mark.usefixtures("made")
def test_a_report_as_json_comes_with_its_claims() -> None:
    found = rows(call("report", "war.db", POST.id, "--json")[1])
    assert [row["type"] for row in found] == ["report", "claim", "claim"]
    assert found[0]["text"] == POST.text


@pytest.mark.usefixtures("made")
def test_claims_are_filtered_by_voice() -> None:
    found = rows(call("claims", "war.db", "--voice", "Casualty Watch", "--report", LATER.id, "--json")[1])
    assert [row["quote"] for row in found] == ["the missiles on Qamar killed 15 people", "three of them children"]


def test_why_tells_the_reasons_and_what_keeps_apart(made: Book) -> None:
    one, other = made.claims()[0], made.claims()[-1]
    status, said, _ = call("why", "war.db", one.id, other.id)
    assert status == 0
    assert "two events" in said
    assert "for" in said
    (row,) = rows(call("why", "war.db", one.id, other.id, "--json")[1])
    assert (row["type"], row["a"], row["b"], row["path"]) == ("why", one.id, other.id, [])
    assert len(set(map(str, row["events"]))) == 2  # type: ignore[call-overload]  # a list of ids


@pytest.mark.usefixtures("made")
def test_why_of_one_claim_says_what_to_do(made: Book) -> None:
    status, _, wrong = call("why", "war.db", made.claims()[0].id, made.claims()[0].id)
    assert status == 2
    assert "Name two" in wrong


@pytest.mark.parametrize(("name", "type_"), [("disputes", "dispute"), ("lineage", "lineage"), ("problems", "problem"), ("events", "event")])
def test_json_has_the_keys_of_the_export(made: Book, name: str, type_: str) -> None:
    exported = [row for row in rows("".join(made.export("jsonl"))) if row["type"] == type_]
    key = json.dumps
    assert sorted(map(key, rows(call(name, "war.db", "--json")[1]))) == sorted(map(key, exported))


def test_the_export_is_written_as_it_is(made: Book) -> None:
    assert call("export", "--as", "jsonl", "war.db")[1] == "".join(made.export("jsonl"))


def test_the_export_to_a_file_is_whole_or_not_at_all(made: Book, tmp_path: Path) -> None:
    target = tmp_path / "war.jsonl"
    assert call("export", "war.db", "--as", "jsonl", "--out", str(target)) == (0, "", "")
    assert target.read_text("utf-8") == "".join(made.export("jsonl"))
    assert list(tmp_path.iterdir()) == [target]
    status, _, wrong = call("export", "war.db", "--as", "jsonl", "--out", str(tmp_path / "no" / "war.jsonl"))
    assert status == 2
    assert "was not changed" in wrong


@pytest.mark.usefixtures("made")
def test_an_unknown_format_leaves_the_file_alone(tmp_path: Path) -> None:
    target = tmp_path / "old.csv"
    target.write_text("old", "utf-8")
    assert call("export", "war.db", "--as", "tapestry", "--out", str(target))[0] == 2
    assert target.read_text("utf-8") == "old"


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("name", ["events", "event", "report", "claims", "disputes", "lineage", "problems"])
def test_nothing_in_a_report_steers_the_terminal(made: Book, name: str) -> None:
    (trap,) = made.events(actor="gang")
    more = {"event": [trap.id, "--quotes"], "report": [TRAP.id]}.get(name, [])
    status, said, _ = call(name, "war.db", *more)
    assert status == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(said)
    if name != "disputes":
        assert "[bold" in said
        assert ":bomb:" in said


def test_the_variable_stands_for_the_casebook(made: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def opened(where: str, **_: bool) -> Book:
        asked.append(where)
        return made

    monkeypatch.setattr("reportedly.open", opened, raising=False)
    runner = CliRunner(env={"REPORTEDLY_CASEBOOK": "mine.db"})
    for arguments in (["disputes"], ["event", "ef35", "--json"], ["report", "--json", "r1"], ["report", "other.db", "r1"]):
        assert runner.invoke(app, arguments).exit_code == 0
    assert asked == ["mine.db", "mine.db", "mine.db", "other.db"]


# running


class Adding:
    """What a book's `add` does in a test: steps, then an outcome or an error."""

    def __init__(self, outcome: Outcome | BaseException) -> None:
        self.outcome = outcome
        self.asked: list[tuple[tuple[str, ...], dict[str, object]]] = []

    def __call__(self, *sources: str, **options: object) -> Outcome:
        """Tell one step, then end."""
        self.asked.append((sources, options))
        on_step = options["on_step"]
        assert callable(on_step)
        on_step(Step(done=1, total=2, reports=1, claims=3, problems=0, skipped=0, stage="read", latest="a.txt"))
        if isinstance(self.outcome, BaseException):
            raise self.outcome
        return self.outcome


BAD = Problem(source="in/x.pdf", reason=ProblemReason.ENCRYPTED, detail="It needs a password.")
DONE = Outcome(added=4, skipped=0, problems=(), claims=6, events=3)


@pytest.fixture
def adding(made: Book, monkeypatch: pytest.MonkeyPatch) -> Iterator[Adding]:
    adding = Adding(DONE)
    monkeypatch.setattr(made, "add", adding)
    yield adding
    assert [sources for sources, _ in adding.asked] == [("in", "-")]


RUN = ("run", "in", "-", "--into", "war.db")


def test_a_run_ends_with_the_events(adding: Adding) -> None:
    status, said, progress = call(*RUN, "--workers", "2")
    assert status == 0
    assert "12-15 killed" in said
    assert said.endswith("4 new reports.\nWho says what on one of them:\n  reportedly event made.db ef352\n")
    assert progress.startswith("Reading in, stdin into war.db")
    assert adding.asked[0][1]["workers"] == 2
    assert adding.asked[0][1]["at"] is not None


def test_a_run_that_could_not_read_something_says_what_and_why(adding: Adding) -> None:
    adding.outcome = Outcome(added=4, skipped=0, problems=(BAD,), claims=6, events=3)
    status, said, _ = call(*RUN)
    assert status == 1
    assert "in/x.pdf" in said
    assert "encrypted" in said
    assert "It needs a password." in said


def test_a_second_run_says_that_nothing_was_new(adding: Adding) -> None:
    adding.outcome = Outcome(added=0, skipped=4, problems=(), claims=6, events=3)
    status, said, _ = call(*RUN, width=120)
    assert (status, said) == (0, "Nothing new: 4 reports had been read before.\nWhat is in it:\n  reportedly events made.db\n")


def test_a_run_that_is_interrupted_says_that_what_was_done_is_kept(adding: Adding) -> None:
    adding.outcome = KeyboardInterrupt()
    status, said, wrong = call(*RUN)
    assert (status, said) == (130, "")
    assert "is kept in war.db; the same command goes on" in " ".join(wrong.split())


def test_a_casebook_that_another_run_writes_is_left_alone(adding: Adding) -> None:
    adding.outcome = CasebookBusy("war.db", "another run")
    status, _, wrong = call(*RUN)
    assert status == 3
    assert "Nothing was changed" in wrong


def test_a_run_needs_a_source_and_a_casebook() -> None:
    assert call("run", "--into", "war.db")[0] == 2
    assert call("run", "in")[0] == 2
    assert call("run", "in", "--into", "war.db", "--workers", "0")[0] == 2
