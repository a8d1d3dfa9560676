"""PDF: the words of its pages in paragraphs."""

from __future__ import annotations

import zlib

from tests.read.conftest import Pdf, Read

from reportedly.model import Problem, ProblemReason, PublishedBasis, Report

BLOCKS = [
    ["Shelling kills 12 in Qamar"],
    ["Shelling killed at least 12 people in the town of", "Qamar on Tuesday, the health office said."],
    ["Two of the dead were children, and the hospital", "of the town was hit as well."],
]


def one(found: list[Report | Problem]) -> Report:
    (report,) = found
    assert isinstance(report, Report), report
    return report


def test_lines_of_a_block_are_one_paragraph(read: Read, pdf: Pdf) -> None:
    assert one(read("a.pdf", pdf(BLOCKS))).text == "\n\n".join(" ".join(block) for block in BLOCKS)


def test_the_first_block_is_the_headline(read: Read, pdf: Pdf) -> None:
    report = one(read("a.pdf", pdf(BLOCKS)))
    assert report.title == "Shelling kills 12 in Qamar"


def test_the_date_of_the_file_is_not_the_date_of_the_report(read: Read, pdf: Pdf) -> None:
    report = one(read("a.pdf", pdf(BLOCKS, trailer="/Info << /CreationDate (D:20310506100000Z) >>")))
    assert (report.published, report.published_basis) == (None, PublishedBasis.NONE)


def test_a_packed_page_is_read(read: Read, pdf: Pdf) -> None:
    packed = zlib.compress(b"BT /F1 11 Tf 14 TL 72 760 Td (Shelling killed at least 12 people in the town of Qamar.) Tj ET")
    assert "12 people" in one(read("a.pdf", pdf([], stream=packed, filters="/Filter /FlateDecode"))).text


def test_a_page_that_unpacks_beyond_measure_is_refused(read: Read, pdf: Pdf) -> None:
    packed = zlib.compress(b"\x00" * 210_000_000, 9)
    (problem,) = read("a.pdf", pdf([], stream=packed, filters="/Filter /FlateDecode"))
    assert isinstance(problem, Problem)
    assert problem.reason is ProblemReason.TOO_LARGE


def test_a_damaged_pdf_is_a_problem(read: Read) -> None:
    (problem,) = read("a.pdf", b"%PDF-1.4\n" + b"damage " * 100 + b"\n%%EOF\n")
    assert isinstance(problem, Problem)
    assert problem.reason is ProblemReason.MALFORMED
