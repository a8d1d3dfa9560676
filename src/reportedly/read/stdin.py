"""Standard input: what it holds is told by how it begins."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from reportedly.model import Problem
from reportedly.read.capture import LARGEST, CannotRead, Capture, Known, Media, capture, too_large
from reportedly.read.columns import has_column
from reportedly.read.records import csv_rows, json_rows, jsonl_rows, lines_of, record_captures

HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
HEADER = re.compile(rb"(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Reply-To): \S", re.IGNORECASE)
JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*(?:[{\]]|\Z)|\{\s*(?:[\"}]|\Z))")
"""How a list of objects or an object begins; a text may begin with a bracket too."""
COLUMN = re.compile(r"[\w-]{0,30}(?: [\w-]{1,30})?")
DASH = "-"


def stdin_captures(stream: BinaryIO) -> Iterator[Capture | Problem]:
    """The captures of a stream, told by its first line and bytes, in this order:

    a JSON object in the first line: JSONL, read as it comes; the beginning of a JSON list or object: JSON; "%PDF-": PDF;
    an HTML head: HTML; two e-mail headers: an e-mail; a header line with a column for texts and another column: CSV;
    otherwise one plain text.
    """
    lines = lines_of(stream)
    first = next(lines, b"")
    try:
        if _is_object(first):
            rows = jsonl_rows(chain([first], lines))
        else:
            data = _whole(first, lines)
            if JSON.match(data):
                rows = json_rows(data)
            elif _is_table(first):
                rows = csv_rows(io.BytesIO(data))
            else:
                yield capture(source=DASH, file=DASH, data=data, known=Known(), media=_media(data))
                return
        yield from record_captures(rows, source=DASH, file=DASH, beside=Known())
    except CannotRead as error:
        yield error.of(DASH)


def _whole(first: bytes, lines: Iterator[bytes]) -> bytes:
    parts, size = [first], len(first)
    for line in lines:
        size += len(line)
        if size > LARGEST:
            raise too_large(f"over {LARGEST // 10**6} MB", "Standard input")
        parts.append(line)
    if size > LARGEST:
        raise too_large(f"over {LARGEST // 10**6} MB", "Standard input")
    return b"".join(parts)


def _is_object(line: bytes) -> bool:
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):  # the answer to the question
        return False


def _is_table(line: bytes) -> bool:
    try:
        header = line.decode("utf-8-sig").strip()
    except UnicodeDecodeError:  # the answer to the question
        return False
    names = [name.strip().strip('"') for name in re.split(r"[,;\t|]", header)]
    return len(names) > 1 and has_column(names, "text") and all(COLUMN.fullmatch(name) for name in names)


def _media(data: bytes) -> Media:
    if data.startswith(b"%PDF-"):
        return Media.PDF
    if HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        return Media.HTML
    headers = [line for line in data[:4096].split(b"\n\n")[0].replace(b"\r", b"").split(b"\n") if HEADER.match(line)]
    return Media.EMAIL if len(headers) > 1 and HEADER.match(data) else Media.TEXT
