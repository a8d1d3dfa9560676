"""Standard input: what it holds is told by how it begins."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
from tests.read.conftest import STORY, Pdf

from reportedly.model import Problem, ProblemReason, Report
from reportedly.read.report import read_report
from reportedly.read.sources import captures

PAGE = "<p>" + STORY.strip().replace("\n\n", "</p><p>") + "</p>"


def read_all(data: bytes | str) -> list[Report | Problem]:
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return [each if isinstance(each, Problem) else read_report(each) for each in captures(["-"], stdin=stream)]


@pytest.mark.parametrize(
    ("data", "outlets"),
    [
        (STORY, [None]),
        ("﻿" + STORY, [None]),
        ("\n".join(json.dumps({"text": STORY, "outlet": f"Paper {n}"}) for n in range(3)), ["Paper 0", "Paper 1", "Paper 2"]),
        (json.dumps([{"text": STORY, "outlet": "Post"}, {"text": STORY, "outlet": "Wire"}], indent=1), ["Post", "Wire"]),
        (json.dumps({"text": STORY, "outlet": "Post"}, indent=1), ["Post"]),
        (f'text,outlet\n"{STORY}",Post\n"{STORY}",Wire\n', ["Post", "Wire"]),
        (f'outlet;text\nPost;"{STORY}"\n', ["Post"]),
        (f"From: Post <a@post.example>\nSubject: Shelling kills 12\n\n{STORY}", ["Post"]),
        (f'<!DOCTYPE html><html><head><meta property="og:site_name" content="Post"></head><body>{PAGE}</body></html>', ["Post"]),
        ("Text, outlet and all\n\n" + STORY, [None]),
        ("From: the front, a report.\n\n" + STORY, [None]),
        ("[Updated] " + STORY, [None]),
        ("{1} " + STORY, [None]),
    ],
)
def test_the_beginning_tells_what_it_is(data: str, outlets: list[str | None]) -> None:
    found = read_all(data)
    assert [each.outlet for each in found if isinstance(each, Report)] == outlets
    assert len(found) == len(outlets)


def test_a_pdf_is_known_by_its_first_bytes(pdf: Pdf) -> None:
    (report,) = read_all(pdf([STORY.strip().split("\n\n")]))
    assert isinstance(report, Report)
    assert "Shelling killed at least 12 people" in report.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", ProblemReason.EMPTY),
        (b"\n \n", ProblemReason.EMPTY),
        (b"%PDF-1.7\nno more", ProblemReason.TRUNCATED),
        (b"\x1f\x8b\x08\x00\x00", ProblemReason.BINARY),
        (b'[{"text": "Shelling', ProblemReason.TRUNCATED),
    ],
)
def test_bad_streams_are_one_problem(data: bytes, reason: ProblemReason) -> None:
    (problem,) = read_all(data)
    assert isinstance(problem, Problem)
    assert (problem.source, problem.reason) == ("-", reason)


def test_lines_of_json_are_read_as_they_come() -> None:
    lines = [json.dumps({"text": STORY}).encode() + b"\n" for _ in range(3)]
    taken: list[int] = []

    class Slow(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            if not lines:
                return 0
            line = lines.pop(0)
            taken.append(len(line))
            buffer[: len(line)] = line
            return len(line)

    found: Iterator[object] = captures(["-"], stdin=io.BufferedReader(Slow(), buffer_size=2_000))
    next(found)
    assert len(taken) < 3
    assert len(list(found)) == 2


def test_records_of_stdin_are_numbered() -> None:
    found = list(captures(["-"], stdin=io.BytesIO(json.dumps([{"text": STORY}, {"title": "no text"}]).encode())))
    assert [each.source for each in found] == ["-#1", "-#2"]
