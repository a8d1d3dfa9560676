"""Fixtures of the reading stage: a story, files written and read, and small PDFs made by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.model import Problem, Report
from reportedly.read.report import read_report
from reportedly.read.sources import captures

STORY = (
    "Shelling killed at least 12 people in the town of Qamar on Tuesday, the health office said.\n\n"
    "Two of the dead were children, and the hospital of the town was hit as well, according to its director.\n\n"
    "The army denied that it had fired on the town, and said that it had answered an attack from the hills.\n"
)

Read = Callable[..., list[Report | Problem]]
Pdf = Callable[..., bytes]


@pytest.fixture
def story() -> str:
    """A story of three paragraphs, without headline or date."""
    return STORY


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a file into a folder of its own, and read it."""

    def write_and_read(name: str, content: str | bytes) -> list[Report | Problem]:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return [read_report(c) if not isinstance(c, Problem) else c for c in captures([str(path)])]

    return write_and_read


@pytest.fixture
def pdf() -> Pdf:
    """Make a PDF of one page with the given blocks of lines, and with extra entries for its trailer and a filter for its stream."""

    def make(blocks: list[list[str]], *, trailer: str = "", filters: str = "", stream: bytes | None = None) -> bytes:
        drawn = ["BT /F1 11 Tf 14 TL 72 760 Td"]
        for block in blocks:
            drawn += [f"({line}) Tj T*" for line in block] + ["T*"]
        content = stream if stream is not None else " ".join([*drawn, "ET"]).encode("latin-1")
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            f"<< /Length {len(content)} {filters} >>\nstream\n".encode() + content + b"\nendstream",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        data, places = b"%PDF-1.4\n", []
        for number, body in enumerate(objects, start=1):
            places.append(len(data))
            data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        table = b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
        start = len(data)
        data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + table
        return data + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()

    return make
