"""Markdown: its words without its marks; front matter is metadata."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.conftest import STORY, Read

from reportedly.model import Problem, PublishedBasis, Report

FRONT = '---\ntitle: "Shelling kills 12"\noutlet: Qamar Post\npublished: 2031-05-06\nurl: https://post.example/x\n---\n'


def one(found: list[Report | Problem]) -> Report:
    (report,) = found
    assert isinstance(report, Report), report
    return report


def test_front_matter_says_what_a_sidecar_would(read: Read) -> None:
    report = one(read("a.md", FRONT + STORY))
    assert (report.outlet, report.title, report.url) == ("Qamar Post", "Shelling kills 12", "https://post.example/x")
    assert (report.published, report.published_basis) == (dt.date(2031, 5, 6), PublishedBasis.METADATA)
    assert "outlet:" not in report.text


def test_the_first_heading_is_the_title_and_stays_in_the_text(read: Read) -> None:
    report = one(read("a.md", f"# Shelling *kills* 12\n\n{STORY}"))
    assert report.title == "Shelling kills 12"
    assert report.text.startswith("Shelling kills 12\n\nShelling killed at least")


def test_marks_of_links_lists_quotes_and_emphasis_are_no_words(read: Read) -> None:
    text = "The army **denied** it, [the office](https://office.example) said.\n\n> We did `not` fire.\n\n- first\n- second\n\nA\\_b &amp; c.\n"
    report = one(read("a.md", f"{STORY}\n{text}"))
    assert report.text.endswith("The army denied it, the office said.\n\nWe did not fire.\n\nfirst\n\nsecond\n\nA_b & c.")


def test_lines_of_one_paragraph_are_joined(read: Read) -> None:
    assert "12 people in the town" in one(read("a.md", STORY.replace("people in", "people\nin"))).text


def test_a_picture_s_description_is_marked_as_a_caption(read: Read) -> None:
    report = one(read("a.md", f"![Smoke over Qamar](https://post.example/p.jpg)\n\n{STORY}"))
    assert "p.jpg" not in report.text
    assert "Image: Smoke over Qamar" in [report.quote(mark.span).strip() for mark in report.boilerplate]


def test_raw_html_is_text_and_never_run(read: Read) -> None:
    assert "<script>" in one(read("a.md", f"{STORY}\n\n<script>alert(1)</script>\n")).text


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="#*_`[]()<>!-=|\\&; ab\n", max_size=200))
def test_no_marks_break_the_reader(read: Read, marks: str) -> None:
    (found,) = read("a.md", f"{STORY}\n\n{marks}")
    assert isinstance(found, Report)
