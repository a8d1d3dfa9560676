"""The whole command line on real files, in processes of its own: as its users run it."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = (sys.executable, "-c", "from reportedly.cli import main; main()")
STORY = """Missiles hit depot near Homs

Four missiles hit a depot near Homs on 14 May 2031 and killed at least 12 soldiers, the Syrian Defence Ministry said.
"""
COLUMNS = 80
STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def reportedly(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command, with pipes."""
    known = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR", "FORCE_COLOR"}}
    return subprocess.run([*COMMAND, *arguments], input=stdin, capture_output=True, check=False, env={**known, **environment})  # noqa: S603  (our own)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a report, and with a file that is none."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "story.txt").write_text(STORY, "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    return folder


@pytest.fixture(scope="module")
def casebook(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A casebook made by a run."""
    made = str(tmp_path_factory.mktemp("made") / "war.db")
    done = reportedly("run", str(reports), "--into", made)
    assert done.returncode == 1, done.stderr
    said = done.stdout.decode()
    assert "2031-05-14" in said
    assert "empty.txt" in said
    assert "1 new report." in said
    assert done.stderr.decode().startswith("Reading ")
    return made


def test_a_second_run_finds_nothing_new(reports: Path, casebook: str) -> None:
    before = reportedly("export", "--as", "jsonl", casebook).stdout
    done = reportedly("run", str(reports / "story.txt"), "--into", casebook)
    assert (done.returncode, done.stdout.decode()[:12]) == (0, "Nothing new:")
    assert reportedly("export", "--as", "jsonl", casebook).stdout == before


def test_what_was_run_can_be_looked_at(casebook: str) -> None:
    (event,) = [json.loads(line) for line in reportedly("events", casebook, "--where", "Syria", "--json").stdout.splitlines()][:1]
    shown = reportedly("event", casebook, event["id"][:6])
    assert shown.returncode == 0
    assert ">= 12" in shown.stdout.decode()


def test_a_missing_file_is_a_problem_and_no_failure(tmp_path: Path) -> None:
    done = reportedly("run", str(tmp_path / "gone.txt"), "--into", str(tmp_path / "war.db"))
    assert done.returncode == 1
    assert b"gone.txt" in done.stdout
    assert b"missing" in done.stdout
    assert b"Traceback" not in done.stderr


def test_a_report_may_come_from_stdin(tmp_path: Path) -> None:
    done = reportedly("run", "-", "--into", str(tmp_path / "war.db"), stdin=STORY.encode())
    assert done.returncode == 0, done.stderr
    assert b"2031-05-14" in done.stdout


def test_a_file_that_is_no_casebook_is_refused_in_a_sentence(reports: Path) -> None:
    done = reportedly("events", str(reports / "story.txt"))
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.endswith(b"[E302]\n")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("arguments", [("export", "--as", "jsonl"), ("events",), ("claims", "--json")])
def test_a_reader_that_goes_away_ends_a_command_without_a_word(casebook: str, arguments: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    with subprocess.Popen([*COMMAND, *arguments, casebook], stdout=write, stderr=subprocess.PIPE) as process:  # noqa: S603  (our own)
        os.close(write)
        _, wrong = process.communicate()
    assert (process.returncode, wrong) == (141, b"")


def test_an_interrupted_run_is_finished_by_the_same_command(tmp_path: Path) -> None:
    folder, made = tmp_path / "many", str(tmp_path / "war.db")
    folder.mkdir()
    for n in range(28):
        (folder / f"{n}.txt").write_text(STORY.replace("14 May", f"{n + 1} May") * 4, "utf-8")
    with subprocess.Popen([*COMMAND, "run", str(folder), "--into", made], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603  (our own)
        assert process.stderr is not None
        process.stderr.readline()
        while not Path(made).exists():
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        said, wrong = process.communicate()
    assert (process.returncode, said) == (130, b""), wrong
    assert b"the same command goes on" in wrong
    assert b"Traceback" not in wrong
    assert reportedly("run", str(folder), "--into", made).returncode == 0
    assert reportedly("export", "--as", "jsonl", made).stdout.count(b'{"type":"report"') == 28


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What a command prints on a terminal of 80 columns."""
    child, terminal = pty.fork()
    if child == 0:
        for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
            os.environ.pop(name, None)
        os.environ.update({"TERM": "xterm-256color", **environment})
        os.execv(sys.executable, [*COMMAND, *arguments])  # noqa: S606  (our own command)
    printed = b""
    try:
        while piece := os.read(terminal, 65_536):
            printed += piece
    except OSError:
        pass
    os.waitpid(child, 0)
    os.close(terminal)
    return printed.decode()


def test_a_terminal_gets_colours_unless_they_are_refused(casebook: str) -> None:
    assert "\x1b[36m" in on_a_terminal("events", casebook)
    assert "\x1b[36m" not in on_a_terminal("events", casebook, NO_COLOR="1")
    assert b"\x1b" not in reportedly("events", casebook).stdout


def test_a_run_on_a_terminal_draws_a_bar_and_takes_it_away(reports: Path, tmp_path: Path) -> None:
    said = on_a_terminal("run", str(reports), "--into", str(tmp_path / "war.db"))
    assert "━" in said
    left = STYLE.sub("", said.rsplit("\x1b[2K", 1)[1])
    assert "━" not in left
    assert "1 new report." in left


def test_the_first_words_of_a_run_come_at_once(reports: Path, tmp_path: Path) -> None:
    start = time.perf_counter()
    arguments = ["run", str(reports), "--into", str(tmp_path / "war.db")]
    with subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:  # noqa: S603  (our own)
        assert process.stdout is not None
        first = process.stdout.readline()
        seconds = time.perf_counter() - start
        process.communicate()
    assert first.startswith(b"Reading ")
    assert seconds < 5


def test_letters_that_a_stream_cannot_show_are_escaped(casebook: str) -> None:
    done = reportedly("events", casebook, PYTHONIOENCODING="latin-1")
    assert done.returncode == 0, done.stderr
    assert rb"\u2192" in done.stdout
