"""Files, folders, and what is passed over: the same captures in the same order every time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.read.conftest import STORY

from reportedly.model import Problem, ProblemReason
from reportedly.read.capture import Capture
from reportedly.read.sources import captures


def put(folder: Path, *names: str) -> None:
    """Write a story into each file, each a little longer than the one before."""
    for number, name in enumerate(names, start=1):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STORY + "Further shells fell. " * number, "utf-8")


def files(*sources: Path | str) -> list[str]:
    """The names of the captures, and the reasons of the problems."""
    return [each.reason if isinstance(each, Problem) else each.file for each in captures([str(source) for source in sources])]


def test_folders_are_read_through_in_sorted_order_their_own_files_first(tmp_path: Path) -> None:
    put(tmp_path, "z.txt", "b/two.txt", "a/deep/three.txt", "a/one.txt", "c.md")
    assert files(tmp_path) == ["c.md", "z.txt", "one.txt", "three.txt", "two.txt"]


def test_sources_are_read_in_the_order_given(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.txt", "in/c.txt")
    assert files(tmp_path / "b.txt", tmp_path / "in", tmp_path / "a.txt") == ["b.txt", "c.txt", "a.txt"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.txt")
    assert files(tmp_path / "b.txt", tmp_path, tmp_path / "b.txt") == ["b.txt", "a.txt"]


def test_hidden_files_other_endings_and_files_about_the_folder_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, ".hidden.txt", ".git/a.txt", "photo.jpg", "README.md", "licence.txt", "STORY.TXT", "page.HTM")
    assert files(tmp_path) == ["STORY.TXT", "page.HTM"]


def test_a_json_file_that_speaks_of_no_report_is_other_data_in_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "settings.json").write_text('{"colour": "red", "sizes": [1, 2]}', "utf-8")
    (tmp_path / "story.json").write_text('{"text": "Rebels shelled the port."}', "utf-8")
    assert files(tmp_path) == ["a.txt", "story.json"]


def test_a_json_file_given_by_name_is_always_read(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"colour": "red"}', "utf-8")
    (problem,) = captures([str(tmp_path / "settings.json")])
    assert isinstance(problem, Problem)
    assert problem.reason is ProblemReason.NO_TEXT


@pytest.mark.parametrize("name", [".hidden.txt", "README.md"])
def test_a_file_given_by_name_is_never_passed_over(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)
    assert files(tmp_path / name) == [name]


def test_a_link_to_a_parent_folder_is_walked_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "in/b.txt")
    (tmp_path / "in" / "again").symlink_to(tmp_path)
    assert files(tmp_path) == ["a.txt", "b.txt"]


def test_a_link_to_a_file_or_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    put(tmp_path, "far/a.txt", "far/in/b.txt")
    (tmp_path / "near").mkdir()
    (tmp_path / "near" / "c.txt").symlink_to(tmp_path / "far" / "a.txt")
    (tmp_path / "near" / "d").symlink_to(tmp_path / "far" / "in")
    assert files(tmp_path / "near") == ["c.txt", "b.txt"]


@pytest.mark.parametrize(
    ("rules", "kept"),
    [
        ("*.md\n", ["a.txt", "b.txt", "old.txt"]),
        ("drafts/\n", ["a.txt", "c.md"]),
        ("*.txt\n!a.txt\n", ["a.txt", "c.md"]),
        ("/drafts/old.txt\n", ["a.txt", "c.md", "b.txt"]),
        ("# a.txt\n\n", ["a.txt", "c.md", "b.txt", "old.txt"]),
        ("**/old.*\n", ["a.txt", "c.md", "b.txt"]),
    ],
)
def test_reportedlyignore_leaves_out_as_gitignore_does(tmp_path: Path, rules: str, kept: list[str]) -> None:
    put(tmp_path, "a.txt", "c.md", "drafts/b.txt", "drafts/old.txt")
    (tmp_path / ".reportedlyignore").write_text(rules, "utf-8")
    assert files(tmp_path) == kept


def test_a_nearer_reportedlyignore_wins(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "in/a.txt", "in/b.txt")
    (tmp_path / ".reportedlyignore").write_text("a.txt\n", "utf-8")
    (tmp_path / "in" / ".reportedlyignore").write_text("!a.txt\nb.txt\n", "utf-8")
    assert [str(Path(c.source).relative_to(tmp_path)) for c in captures([str(tmp_path)]) if isinstance(c, Capture)] == ["in/a.txt"]


def test_a_reportedlyignore_that_cannot_be_read_is_a_problem_and_leaves_nothing_out(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / ".reportedlyignore").write_bytes(b"\xff\xfe\xff")
    assert files(tmp_path) == [ProblemReason.MALFORMED, "a.txt"]


def test_a_file_given_by_name_is_read_whatever_reportedlyignore_says(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / ".reportedlyignore").write_text("*\n", "utf-8")
    assert files(tmp_path / "a.txt") == ["a.txt"]


def test_a_name_that_is_no_utf_8_is_shown_in_a_way_that_can_be_stored(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"na\xefve.txt")).write_text(STORY, "utf-8")
    (found,) = captures([str(tmp_path)])
    assert isinstance(found, Capture)
    assert found.file == "na\\xefve.txt"
    found.source.encode("utf-8")


def test_the_same_bytes_with_the_same_facts_have_one_id(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    (tmp_path / "b.txt").write_text(STORY, "utf-8")
    (tmp_path / "c.txt").write_text(f"{STORY} ", "utf-8")
    a, b, c = (each for each in captures([str(tmp_path)]) if isinstance(each, Capture))
    assert a.id == b.id != c.id
