"""Records: columns of JSONL, CSV and JSON files, a report each."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.conftest import STORY, Read

from reportedly.model import Problem, PublishedBasis, Report

DAY = dt.date(2031, 5, 6)


def facts(found: Report | Problem) -> tuple[str | None, str | None, dt.date | None, str | None]:
    assert isinstance(found, Report), found
    return found.outlet, found.title, found.published, found.url


@pytest.mark.parametrize(
    "row",
    [
        {"text": STORY, "title": "Twelve die", "outlet": "Qamar Post", "published": "2031-05-06", "url": "https://post.example/x"},
        {"body": STORY, "headline": "Twelve die", "source": "Qamar Post", "date": "6 May 2031", "link": "https://post.example/x"},
        {
            "Content": STORY,
            "TITLE": " Twelve  die ",
            "Publisher": {"name": "Qamar Post"},
            "publication-date": "2031-05-06T23:30:00Z",
            "URL": "https://post.example/x",
            "id": 7,
            "tags": ["a"],
        },
        {
            "article": STORY,
            "text": "",
            "title": "Twelve die",
            "outlet": "Qamar Post",
            "date": "May 6, 2031",
            "url": "https://post.example/x",
        },
    ],
)
def test_columns_are_known_by_their_usual_names(read: Read, row: dict[str, object]) -> None:
    expected = ("Qamar Post", "Twelve die", DAY, "https://post.example/x")
    for name, content in (("a.jsonl", json.dumps(row)), ("a.json", json.dumps([row], indent=2)), ("b.json", json.dumps(row, indent=2))):
        (report,) = read(name, content)
        assert facts(report) == expected
        assert isinstance(report, Report)
        assert report.published_basis is PublishedBasis.METADATA
        assert report.text.endswith(STORY)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_may_have_any_usual_delimiter_and_encoding(read: Read, mark: str, encoding: str) -> None:
    table = mark.join(("title", "text", "outlet", "published")) + "\r\n"
    table += mark.join(("“Twelve die”", '"' + STORY.replace("Two", '""Two""') + '"', "Qamar Post", "2031-05-06")) + "\r\n"
    (report,) = read("a.csv", table.encode(encoding))
    assert facts(report) == ("Qamar Post", "“Twelve die”", DAY, None)
    assert isinstance(report, Report)
    assert '"Two"' in report.text


def test_each_record_is_a_report_known_by_its_number(read: Read) -> None:
    rows = [json.dumps({"text": STORY + "More. " * n, "outlet": f"Paper {n}"}) for n in range(3)]
    found = read("a.jsonl", "\n\n".join(rows))
    assert [facts(report)[0] for report in found] == ["Paper 0", "Paper 1", "Paper 2"]
    assert len({report.id for report in found if isinstance(report, Report)}) == 3


def test_a_bad_record_is_counted_and_spoils_no_other(read: Read) -> None:
    good = json.dumps({"text": STORY}).encode()
    found = read("a.jsonl", b"\n".join((b'{"text": "\x00"}', good, b'{"text"', b"[]", good)))
    assert [each.source.rpartition("#")[2] if isinstance(each, Problem) else "read" for each in found] == ["1", "read", "3", "4", "read"]


def test_what_was_read_before_a_table_breaks_stays(read: Read) -> None:
    found = read("a.csv", f'text,outlet\n"{STORY}",Qamar Post\n"{STORY}" x,Hill Times\n"{STORY}",Gulf Wire\n')
    assert [type(each) for each in found] == [Report, Problem]


def test_several_objects_one_after_the_other_are_read_as_lines(read: Read) -> None:
    assert len(read("a.json", f"{json.dumps({'text': STORY})}\n{json.dumps({'text': STORY * 2})}\n")) == 2


def test_a_lone_surrogate_becomes_text_that_can_be_stored(read: Read) -> None:
    (report,) = read("a.jsonl", '{"text": "\\ud83d ' + STORY.replace("\n", "\\n") + '"}')
    assert isinstance(report, Report)
    report.text.encode("utf-8")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
def test_every_line_of_a_file_ends_as_one_report_or_problem(read: Read, texts: list[str]) -> None:
    content = "\n".join(json.dumps({"text": text}) for text in texts)
    assert len(read("a.jsonl", content)) == len(texts)
