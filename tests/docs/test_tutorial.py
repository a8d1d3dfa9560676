"""The tutorial's commands are ones that there are, and print what it shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer.core
import typer.main
from tests.docs.papers import PAPERS, ROOT, codes, named
from tests.docs.tutorial import TUTORIAL, refreshed, said

import reportedly
from reportedly.cli import app

COMMAND = re.compile(r"^(?: {4}|\$ )(?P<line>reportedly \w.*?)(?: [|>].*)?$", re.MULTILINE)
LINES = [(paper, found["line"]) for paper in PAPERS for found in COMMAND.finditer(paper.read_text("utf-8"))]


def test_there_are_commands_to_look_at() -> None:
    assert len(LINES) > 20


@pytest.mark.parametrize(("paper", "line"), LINES, ids=lambda each: named(each) if isinstance(each, Path) else each)
def test_every_command_line_is_one_that_can_be_given(paper: Path, line: str) -> None:  # noqa: ARG001  (it names the test)
    group = typer.main.get_command(app)
    words = shlex.split(line)[1:]
    if words[0].startswith("-"):
        return
    assert isinstance(group, typer.core.TyperGroup)
    assert words[0] in group.commands
    options = {option for each in group.commands[words[0]].params for option in (*each.opts, *each.secondary_opts)} | {"--help"}
    assert {word for word in words[1:] if word.startswith("--")} <= options


def test_the_readmes_program_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "samples").mkdir()
    for file in sorted((ROOT / "samples" / "mogadishu-2017").iterdir()):
        (tmp_path / "samples" / file.name).write_bytes(file.read_bytes())
    monkeypatch.chdir(tmp_path)
    (program,) = (code.text for code in codes("python") if code.paper.name == "README.md")
    exec(compile(program, "README.md", "exec"), {})  # noqa: S102  (our own words)
    assert "count" in capsys.readouterr().out.lower()
    with reportedly.open(tmp_path / "demo.db", create=False) as book:
        assert len(book.reports()) >= 4


@pytest.mark.slow
def test_the_tutorial_shows_what_the_commands_print() -> None:
    text = TUTORIAL.read_text("utf-8")
    assert refreshed(text) == text


def test_a_command_of_the_tutorial_is_run_as_it_stands(tmp_path: Path) -> None:
    assert said("echo one; echo two >&2", tmp_path) == "one"
