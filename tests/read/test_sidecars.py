"""A `reports.jsonl` or `reports.csv` says of the files beside it who published them, and when."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from tests.read.conftest import STORY

from reportedly.model import Problem, ProblemReason, PublishedBasis, Report
from reportedly.read.report import read_report
from reportedly.read.sources import captures

ROW = {"file": "a.txt", "outlet": "Qamar Post", "published": "2031-05-06", "url": "https://post.example/x", "title": "Shelling kills 12"}
TABLE = "file,outlet,published,url,title\na.txt,Qamar Post,2031-05-06,https://post.example/x,Shelling kills 12\n"


def read_all(*sources: Path) -> list[Report | Problem]:
    return [each if isinstance(each, Problem) else read_report(each) for each in captures([str(source) for source in sources])]


def facts(report: Report | Problem) -> tuple[str | None, dt.date | None, str | None, str | None]:
    assert isinstance(report, Report)
    return report.outlet, report.published, report.url, report.title


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one story in it."""
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "content"), [("reports.jsonl", json.dumps(ROW)), ("reports.csv", TABLE), ("reports.csv", TABLE.replace(",", ";"))]
)
def test_a_sidecar_says_what_a_file_does_not(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, "utf-8")
    (report,) = read_all(folder)
    assert facts(report) == ("Qamar Post", dt.date(2031, 5, 6), "https://post.example/x", "Shelling kills 12")
    assert isinstance(report, Report)
    assert report.published_basis is PublishedBasis.METADATA
    assert report.text == f"Shelling kills 12\n\n{STORY}"


def test_a_sidecar_holds_for_a_file_given_by_name(folder: Path) -> None:
    (folder / "reports.jsonl").write_text(json.dumps(ROW), "utf-8")
    (report,) = read_all(folder / "a.txt")
    assert facts(report)[0] == "Qamar Post"


def test_a_sidecar_given_by_name_stands_for_the_files_that_it_names(folder: Path) -> None:
    (folder / "b.txt").write_text(STORY * 2, "utf-8")
    (folder / "reports.jsonl").write_text(json.dumps(ROW), "utf-8")
    assert [facts(report)[0] for report in read_all(folder / "reports.jsonl")] == ["Qamar Post"]


def test_of_two_sidecars_jsonl_wins_and_csv_fills_what_it_does_not_name(folder: Path) -> None:
    (folder / "b.txt").write_text(STORY * 2, "utf-8")
    (folder / "reports.jsonl").write_text(json.dumps({"file": "a.txt", "outlet": "Gulf Wire"}), "utf-8")
    (folder / "reports.csv").write_text(f"{TABLE}b.txt,Hill Times,,,\n", "utf-8")
    assert [facts(report)[0] for report in read_all(folder)] == ["Gulf Wire", "Hill Times"]


def test_a_sidecar_speaks_of_its_own_folder_only(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(STORY * 2, "utf-8")
    (folder / "reports.jsonl").write_text(json.dumps(ROW), "utf-8")
    assert [facts(report)[0] for report in read_all(folder)] == ["Qamar Post", None]


def test_what_a_sidecar_says_wins_over_the_page(folder: Path) -> None:
    page = '<html><head><title>T</title><meta property="article:published_time" content="2030-01-01"></head><body><p>' + STORY
    (folder / "a.html").write_text(f"{page}</p></body></html>", "utf-8")
    (folder / "reports.jsonl").write_text(json.dumps(ROW | {"file": "a.html"}), "utf-8")
    (report,) = read_all(folder / "a.html")
    assert facts(report)[:2] == ("Qamar Post", dt.date(2031, 5, 6))


def test_a_date_that_can_be_read_two_ways_is_left_out(folder: Path) -> None:
    (folder / "reports.jsonl").write_text(json.dumps(ROW | {"published": "05/06/2031"}), "utf-8")
    (report,) = read_all(folder)
    assert facts(report)[:2] == ("Qamar Post", None)


def test_a_row_without_its_file_and_a_bad_row_are_problems_and_the_rest_holds(folder: Path) -> None:
    rows = [
        json.dumps(ROW | {"file": "gone.txt"}),
        "{",
        json.dumps({"outlet": "x"}),
        json.dumps(ROW | {"file": "../b.txt"}),
        json.dumps(ROW),
    ]
    (folder / "reports.jsonl").write_text("\n".join(rows), "utf-8")
    found = read_all(folder)
    told = {each.source.rpartition("/")[2]: each.reason for each in found if isinstance(each, Problem)}
    assert told == {
        "reports.jsonl#1": ProblemReason.MISSING,
        "reports.jsonl#2": ProblemReason.MALFORMED,
        "reports.jsonl#3": ProblemReason.MALFORMED,
        "reports.jsonl#4": ProblemReason.MALFORMED,
    }
    assert [facts(each)[0] for each in found if isinstance(each, Report)] == ["Qamar Post"]


def test_reports_with_texts_are_no_sidecar(folder: Path) -> None:
    (folder / "reports.jsonl").write_text(json.dumps({"file": "a.txt", "text": STORY * 2}), "utf-8")
    assert [each.file for each in read_all(folder) if isinstance(each, Report)] == ["a.txt", "reports.jsonl"]


def test_a_file_of_another_ending_that_a_sidecar_names_is_told_of(folder: Path) -> None:
    (folder / "b.odt").write_bytes(b"PK")
    (folder / "reports.jsonl").write_text(json.dumps(ROW | {"file": "b.odt"}), "utf-8")
    assert [each.reason for each in read_all(folder) if isinstance(each, Problem)] == [ProblemReason.UNSUPPORTED]


def test_names_are_compared_as_they_are_read_not_as_they_are_coded(tmp_path: Path) -> None:
    (tmp_path / "cafe\u0301.txt").write_text(STORY, "utf-8")
    (tmp_path / "reports.jsonl").write_text(json.dumps(ROW | {"file": "caf\u00e9.txt"}), "utf-8")
    assert [facts(report)[0] for report in read_all(tmp_path)] == ["Qamar Post"]
