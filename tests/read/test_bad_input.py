"""Bad input ends as one problem with its reason and a sentence that says what to do; the rest of the run goes on."""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import time
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.conftest import STORY, Pdf, Read

from reportedly.model import Problem, ProblemReason, Report
from reportedly.read.capture import LARGEST
from reportedly.read.report import read_report
from reportedly.read.sources import captures

P = ProblemReason
ENDINGS = (".txt", ".html", ".htm", ".md", ".eml", ".pdf", ".json", ".jsonl", ".csv")
MAIL = "From: Qamar Post <desk@post.example>\nSubject: Shelling kills 12\nMIME-Version: 1.0\n"
PARTS = f'{MAIL}Content-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/plain; charset=utf-8\n\n{STORY}\n'
PAGE = f"<html><head><title>Shelling kills 12</title></head><body><article><p>{STORY}</p>"


def read_all(*sources: Path | str, stdin: bytes = b"") -> list[Report | Problem]:
    found = captures([str(source) for source in sources], stdin=io.BytesIO(stdin))
    return [each if isinstance(each, Problem) else read_report(each) for each in found]


def only_problem(found: Sequence[Report | Problem]) -> Problem:
    (problem,) = found
    assert isinstance(problem, Problem)
    assert problem.detail.endswith(".")
    assert problem.detail.count(".") >= 2  # what happened, and what to do
    return problem


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        *((f"empty{ending}", b"", P.EMPTY) for ending in ENDINGS),
        *((f"blank{ending}", b" \n\t\r\n", P.EMPTY) for ending in ENDINGS),
        *((f"picture{ending}", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, P.BINARY) for ending in ENDINGS if ending != ".pdf"),
        ("picture.pdf", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, P.MALFORMED),
        ("packed.txt", gzip.compress(STORY.encode()), P.BINARY),
        ("packed.txt", gzip.compress(STORY.encode())[:40], P.BINARY),
        ("packed.txt.gz", gzip.compress(STORY.encode()), P.UNSUPPORTED),
        ("packed.jsonl", gzip.compress(STORY.encode()), P.BINARY),
        ("story.docx", b"PK\x03\x04", P.UNSUPPORTED),
        ("story", STORY.encode(), P.UNSUPPORTED),
        ("cut.txt", (STORY + "é").encode()[:-1], P.TRUNCATED),
        ("cut.html", f'{PAGE}<p class="la'.encode(), P.TRUNCATED),
        ("cut.html", PAGE[:-60].encode(), P.TRUNCATED),
        ("cut.eml", PARTS.encode(), P.TRUNCATED),
        ("cut.json", json.dumps([{"text": STORY}] * 2)[:-30].encode(), P.TRUNCATED),
        ("cut.json", b'[{"text": "Shelling"},', P.TRUNCATED),
        ("cut.jsonl", json.dumps({"text": STORY})[:-30].encode(), P.TRUNCATED),
        ("cut.csv", f'text,outlet\n"{STORY[:90]}'.encode(), P.TRUNCATED),
        ("twice.txt", ("Обстрел города " * 20).encode().decode("latin-1").encode(), P.ENCODING),
        ("mixed.txt", STORY.encode() + b"\xff\xfe\x81\x8d" * 30, P.ENCODING),
        ("marked.txt", b"\xff\xfe\x00\xd8a\x00" + b"b\x00" * 9, P.ENCODING),
        ("wide.jsonl", json.dumps({"text": STORY}).encode("utf-16"), P.ENCODING),
        ("broken.json", b'{"text" "Shelling"} ', P.MALFORMED),
        ("broken.json", b"42", P.MALFORMED),
        ("deep.json", b"[" * 100_000, P.MALFORMED),
        ("broken.jsonl", b"{'text': 'Shelling'}\n", P.MALFORMED),
        ("deep.jsonl", b'{"a":' * 100_000, P.MALFORMED),
        ("list.jsonl", b"[1, 2]\n", P.MALFORMED),
        ("wide.csv", b"text,outlet\na,b,c\n", P.MALFORMED),
        ("plain.eml", STORY.encode(), P.MALFORMED),
        ("deep.html", b"<div>" * 300 + STORY.encode(), P.MALFORMED),
        ("flood.html", b"<div " + b" ".join(b"a%d=1" % n for n in range(5_000)) + b">" + STORY.encode(), P.MALFORMED),
        ("script.html", b"<html><body><script>draw()</script><div id=root></div></body></html>", P.NO_TEXT),
        ("front.md", b"---\noutlet: Qamar Post\n---\n", P.NO_TEXT),
        ("attached.eml", PARTS.replace("text/plain", "application/zip").encode() + b"--B--\n", P.NO_TEXT),
        ("untitled.csv", b"a,b\n1,2\n", P.NO_TEXT),
        ("untitled.json", b'{"title": "Shelling kills 12"}', P.NO_TEXT),
        ("digits.txt", b"12 13 14 15 16\n", P.NO_TEXT),
        ("russian.txt", ("Обстрел города Камар: двенадцать человек погибли. " * 5).encode(), P.NOT_ENGLISH),
        ("german.txt", ("Beim Beschuss der Stadt kamen am Dienstag mindestens zwölf Menschen ums Leben. " * 5).encode(), P.NOT_ENGLISH),
    ],
)
def test_each_kind_of_bad_file_is_one_problem(read: Read, name: str, content: bytes, reason: ProblemReason) -> None:
    problem = only_problem(read(name, content))
    assert problem.reason is reason
    assert problem.source.partition("#")[0].endswith(name)


def test_a_locked_pdf_is_one_problem(read: Read, pdf: Pdf) -> None:
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<{'43' * 16}> <{'43' * 16}>]"
    problem = only_problem(read("locked.pdf", pdf([["Shelling killed 12 people."]], trailer=lock)))
    assert problem.reason is P.ENCRYPTED
    assert "password" in problem.detail


def test_a_pdf_that_stops_before_its_end_is_one_problem(read: Read, pdf: Pdf) -> None:
    whole = pdf([["Shelling killed 12 people."]])
    assert only_problem(read("cut.pdf", whole[: len(whole) // 2])).reason is P.TRUNCATED


def test_a_pdf_of_pictures_is_one_problem(read: Read, pdf: Pdf) -> None:
    assert only_problem(read("scan.pdf", pdf([], stream=b"0 0 100 100 re f"))).reason is P.NO_TEXT


def test_a_reader_that_breaks_ends_as_one_problem(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(_: object) -> None:
        raise LookupError("no such thing")

    monkeypatch.setattr("reportedly.read.text.page", break_down)
    problem = only_problem(read("story.txt", STORY))
    assert problem.reason is P.FAILED
    assert "LookupError: no such thing" in problem.detail


@pytest.mark.parametrize("ending", ENDINGS)
def test_fifty_megabytes_are_refused_at_once(tmp_path: Path, ending: str) -> None:
    big = tmp_path / f"big{ending}"
    with big.open("wb") as stream:
        for _ in range(50):
            stream.write(b"word " * 200_000)
    tracemalloc.start()
    start = time.perf_counter()
    problem = only_problem(read_all(big))
    spent, (_, peak) = time.perf_counter() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert problem.reason is P.TOO_LARGE
    assert spent < 5
    assert peak < 3 * LARGEST


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("book.txt", STORY * 4_000),
        ("book.md", STORY * 4_000),
        ("stars.md", "*a **b " * 200_000),
        ("book.eml", f"{MAIL}\n{STORY * 4_000}"),
        ("book.jsonl", json.dumps({"text": STORY * 4_000})),
        ("book.html", f"<html><body><p>{STORY * 4_000}</p></body></html>"),
    ],
)
def test_a_text_that_is_longer_than_any_report_is_refused(read: Read, name: str, content: str) -> None:
    problem = only_problem(read(name, content))
    assert problem.reason is P.TOO_LARGE
    assert "1,000,000" in problem.detail


def test_a_page_of_too_many_tags_is_refused_at_once(read: Read) -> None:
    start = time.perf_counter()
    assert only_problem(read("tags.html", f"<html><body>{'<div>x</div>' * 300_000}</body></html>")).reason is P.MALFORMED
    assert time.perf_counter() - start < 5


def test_fifty_megabytes_that_are_many_records_are_read_one_by_one(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    line = json.dumps({"text": STORY * 30}).encode() + b"\n"
    with many.open("wb") as stream:
        for _ in range(50_000_000 // len(line) + 1):
            stream.write(line)
    tracemalloc.start()
    found = sum(not isinstance(each, Problem) for each in captures([str(many)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == 50_000_000 // len(line) + 1
    assert peak < 5_000_000


def test_fifty_megabytes_on_stdin_are_refused() -> None:
    problem = only_problem(read_all("-", stdin=b"word " * 10_000_000))
    assert (problem.source, problem.reason) == ("-", P.TOO_LARGE)


def test_a_pdf_that_swells_beyond_measure_is_not_opened(read: Read, pdf: Pdf) -> None:
    assert only_problem(read("bomb.pdf", pdf([], filters="/Filter [/FlateDecode /FlateDecode]", stream=b"x"))).reason is P.TOO_LARGE


@pytest.mark.parametrize("name", ["gone.txt", "gone", "gone/story.txt", "a\0b.txt"])
def test_what_is_not_there_is_one_problem(tmp_path: Path, name: str) -> None:
    assert only_problem(read_all(f"{tmp_path}/{name}")).reason is P.MISSING


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as wire:
        here = Path.cwd()
        os.chdir(tmp_path)  # a socket's path is short
        wire.bind("wire.txt")
        os.chdir(here)
        named = [only_problem(read_all(tmp_path / name)) for name in ("pipe.txt", "wire.txt")]
        in_folder = read_all(tmp_path)
    assert {problem.reason for problem in named} == {P.UNREADABLE}
    assert in_folder == sorted(named)
    assert only_problem(read_all("/dev/zero")).reason is P.UNREADABLE


def test_links_that_lead_nowhere_or_round_in_a_circle_are_problems(tmp_path: Path) -> None:
    (tmp_path / "dead.txt").symlink_to("gone.txt")
    (tmp_path / "one.txt").symlink_to("other.txt")
    (tmp_path / "other.txt").symlink_to("one.txt")
    reasons = {problem.source.rpartition("/")[2]: problem.reason for problem in read_all(tmp_path) if isinstance(problem, Problem)}
    assert reasons == {"dead.txt": P.MISSING, "one.txt": P.UNREADABLE, "other.txt": P.UNREADABLE}


def test_a_name_that_the_system_refuses_is_one_problem(tmp_path: Path) -> None:
    assert only_problem(read_all(tmp_path / f"{'x' * 300}.txt")).reason is P.UNREADABLE


def test_a_folder_with_nothing_to_read_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "notes.odt").write_bytes(b"PK")
    (tmp_path / "README.md").write_text("About this folder.", "utf-8")
    problem = only_problem(read_all(tmp_path))
    assert (problem.source, problem.reason) == (str(tmp_path), P.EMPTY)


def test_the_rest_of_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(STORY, "utf-8")
    (tmp_path / "c.pdf").write_bytes(b"no pdf")
    (tmp_path / "d.jsonl").write_text(json.dumps({"text": STORY}) + '\n{"text":\n' + json.dumps({"text": STORY * 2}) + "\n", "utf-8")
    os.mkfifo(tmp_path / "e.txt")
    (tmp_path / "f.txt").write_text(STORY * 3, "utf-8")
    found = read_all(tmp_path / "gone.txt", tmp_path)
    assert [each.reason if isinstance(each, Problem) else each.file for each in found] == [
        P.MISSING,
        P.EMPTY,
        "b.txt",
        P.MALFORMED,
        "d.jsonl",
        P.MALFORMED,
        "d.jsonl",
        P.UNREADABLE,
        "f.txt",
    ]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(ENDINGS),
    st.one_of(
        st.binary(max_size=400),
        st.tuples(
            st.sampled_from([PAGE, PARTS, json.dumps([{"text": STORY}]), f'text\n"{STORY}"\n']), st.integers(0, 900), st.binary(max_size=9)
        ),
    ),
)
def test_whatever_a_file_holds_reading_ends_in_reports_and_problems(
    read: Read, ending: str, content: bytes | tuple[str, int, bytes]
) -> None:
    data = content if isinstance(content, bytes) else content[0].encode()[: content[1]] + content[2] + content[0].encode()[content[1] :]
    found = read(f"any{ending}", data)
    assert found
    assert all(isinstance(each, Report) or each.reason is not P.FAILED for each in found)
