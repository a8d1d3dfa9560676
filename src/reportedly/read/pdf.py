"""PDF: the words of its pages, a paragraph a block of lines. A PDF's own dates are of the file, not of the report."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw

from reportedly.model import ProblemReason
from reportedly.read.capture import CannotRead, Capture
from reportedly.read.decode import checked, nothing
from reportedly.read.page import Page

MOST_INFLATED = 200_000_000
"""Most bytes that all streams of a file may unpack to."""
STREAM = re.compile(rb"stream\r?\n")
CHAINED = re.compile(rb"/FlateDecode\s*/(?:FlateDecode|Fl)\b|/Fl\s*/(?:FlateDecode|Fl)\b")
GAP = 1.35
"""A line that follows after more than so many usual distances of lines begins a paragraph."""
STEP = 1_000_000


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page, and how high it stands (points from the bottom), where that is known."""

    words: str
    height: float | None


def page(capture: Capture) -> Page:
    """The text of all pages, with a blank line between paragraphs.

    Raises:
        CannotRead: no PDF, locked, cut off, too large when unpacked, or pages without text.
    """
    data = capture.data
    if not data.strip():
        raise nothing(data)
    if b"%PDF-" not in data[:1024]:
        raise CannotRead(
            ProblemReason.MALFORMED, "It does not begin like a PDF. Open it in a viewer and save it again, or give it its right ending."
        )
    if b"%%EOF" not in data[-2048:]:
        raise CannotRead(ProblemReason.TRUNCATED, "The PDF has no end, so part of it is missing. Get the whole file and run again.")
    _weigh(data)
    text = "\n\n".join(_paragraphs(data))
    if not text.strip():
        raise CannotRead(
            ProblemReason.NO_TEXT, "The PDF's pages hold pictures and no text. Run text recognition (OCR) over it, and read the result."
        )
    return Page(text=checked(text))


def _weigh(data: bytes) -> None:
    """Unpack each stream without keeping it, and refuse a file that swells beyond measure."""
    if CHAINED.search(data):
        raise _swells("packs a stream twice over")
    left = MOST_INFLATED
    for found in STREAM.finditer(data):
        end = data.find(b"endstream", found.end())
        left -= _inflated(data[found.end() : end if end >= 0 else len(data)], left)
        if left < 0:
            raise _swells(f"unpacks to more than {MOST_INFLATED // 10**6} MB")


def _inflated(stream: bytes, most: int) -> int:
    unpack = zlib.decompressobj()
    size, rest = 0, stream
    while rest and size <= most and not unpack.eof:
        try:
            size += len(unpack.decompress(rest, STEP))
        except zlib.error:  # not packed this way: pdfium reads it as it is
            return size
        rest = unpack.unconsumed_tail
    return size


def _paragraphs(data: bytes) -> Iterator[str]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(error) from error
    try:
        for number in range(len(document)):
            yield from _blocks(_rows(document, number))
    finally:
        document.close()


def _rows(document: pypdfium2.PdfDocument, number: int) -> list[_Row]:
    try:
        sheet = document[number]
        words = sheet.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise CannotRead(
            ProblemReason.MALFORMED, f"Page {number + 1} of the PDF is damaged. Open it in a viewer, save it again, and run again."
        ) from error
    text = words.get_text_range()
    located = len(text) == words.count_chars()
    rows, at = [], 0
    for raw in text.split("\n"):
        line = raw.rstrip("\r")
        if line.strip():
            first = at + len(line) - len(line.lstrip())
            rows.append(_Row(line.strip(), words.get_charbox(first, loose=True)[1] if located else None))
        at += len(raw) + 1
    words.close()
    sheet.close()
    return rows


def _blocks(rows: Sequence[_Row]) -> Iterator[str]:
    """Rows joined to paragraphs: a wider distance, or a jump upwards to another column, parts them."""
    steps = [a.height - b.height for a, b in pairwise(rows) if a.height is not None and b.height is not None]
    down = sorted(step for step in steps if step > 0)
    usual = down[len(down) // 4] if down else 0.0  # the lower quartile: on a page of short paragraphs the gaps outnumber the lines
    block = ""
    for before, row in zip((None, *rows), rows, strict=False):
        if block and before is not None and _parts(before, row, usual):
            yield block
            block = ""
        block = _joined(block, row.words)
    if block:
        yield block


def _parts(before: _Row, row: _Row, usual: float) -> bool:
    if before.height is None or row.height is None:
        return before.words.endswith((".", "”", '"', "!", "?"))
    step = before.height - row.height
    return not -0.5 * usual <= step <= GAP * usual


def _joined(block: str, words: str) -> str:
    if not block:
        return words
    if block.endswith(("\ufffe", "\u00ad", "\x02")):
        return block[:-1] + words
    return f"{block} {words}"


def _refused(error: pypdfium2.PdfiumError) -> CannotRead:
    if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
        return CannotRead(ProblemReason.ENCRYPTED, "The PDF asks for a password. Save a copy without one, and read that.")
    return CannotRead(ProblemReason.MALFORMED, "The PDF is damaged and cannot be opened. Get it again, or save it again from a viewer.")


def _swells(what: str) -> CannotRead:
    return CannotRead(
        ProblemReason.TOO_LARGE, f"The PDF {what}. It was not opened. Print it to a new PDF, or save its text as a .txt file."
    )
