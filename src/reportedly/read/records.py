"""Records: the lines of a JSONL file, the rows of a CSV file, the items of a JSON file. Containers are streamed."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from reportedly.model import Problem, ProblemReason
from reportedly.read.capture import LARGEST, CannotRead, Capture, Known, Media, capture, too_large
from reportedly.read.columns import known_of
from reportedly.read.decode import CONTROL_BYTES, MAGIC, binary, charset, decode, encoding

CHUNK = 1_000_000
SAMPLE = 200_000
LONGEST_HEADER = 100_000
"""Most characters of a table's first line."""
NO_TEXT = "The record has no text. Put it into a column named text (or body, content, article), or take the record out."


@dataclass(frozen=True, slots=True)
class Row:
    """The n-th record of a container, counted from 1: its columns, and the bytes that it is known by."""

    number: int
    columns: Mapping[str, object]
    data: bytes


@dataclass(frozen=True, slots=True)
class BadRow:
    """The n-th record of a container gives nothing; `number` 0 is the container itself."""

    number: int
    why: CannotRead


def record_captures(rows: Iterator[Row | BadRow], *, source: str, file: str, beside: Known) -> Iterator[Capture | Problem]:
    """The captures of a container's rows. What a row does not say of itself is taken from `beside`."""
    empty = True
    for row in rows:
        empty = False
        place = f"{source}#{row.number}" if row.number else source
        if isinstance(row, BadRow):
            yield row.why.of(place)
            continue
        known = known_of(row.columns)
        if known.text is None:
            yield Problem(source=place, reason=ProblemReason.NO_TEXT, detail=NO_TEXT)
        else:
            yield capture(source=place, file=file, data=row.data, known=known.or_else(beside), media=Media.RECORD)
    if empty:
        yield Problem(
            source=source, reason=ProblemReason.EMPTY, detail="It holds no records. Get the file again, or take it out of the sources."
        )


def jsonl_rows(lines: Iterator[bytes]) -> Iterator[Row | BadRow]:
    """The rows of a JSONL stream; blank lines are passed over and not counted. One bad line spoils no other."""
    number = 0
    for line in lines:
        data = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 0 else line.strip()
        if not data:
            continue
        number += 1
        yield _guarded(number, data, last=not line.endswith(b"\n"))


def jsonl_file_rows(stream: BinaryIO) -> Iterator[Row | BadRow]:
    """The rows of a JSONL file that can be read from its start.

    Raises:
        CannotRead: what it begins with is no text, so that no line of it is looked at.
    """
    first = stream.read(SAMPLE)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise encoding("It is marked as utf-16, and JSONL is UTF-8")
    if first.startswith(MAGIC):
        raise binary("It begins like a PDF, an archive, a picture or a program")
    if (controls := len(CONTROL_BYTES.findall(first))) > 3 + len(first) // 100:
        raise binary(f"Its beginning holds {controls} control characters")
    stream.seek(0)
    yield from jsonl_rows(lines_of(stream))


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream. Of a line that is too long only the first LARGEST + 1 bytes are kept."""
    while line := stream.readline(LARGEST + 1):
        whole = line.endswith(b"\n") or len(line) <= LARGEST
        yield line
        while not whole:
            rest = stream.readline(CHUNK)
            whole = not rest or rest.endswith(b"\n")


def json_rows(data: bytes) -> Iterator[Row | BadRow]:
    """The items of a JSON list, or the one object; several objects one after the other are read as JSONL.

    Raises:
        CannotRead: it is not JSON, or neither a list nor an object.
    """
    text = decode(data)
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and text.lstrip().startswith("{"):
            yield from jsonl_rows(iter(text.encode("utf-8").split(b"\n")))
            return
        raise _bad_json(error, text) from error
    except RecursionError as error:
        raise _malformed("Its JSON is nested too deeply") from error
    for number, item in enumerate(whole if isinstance(whole, list) else [whole], start=1):
        yield _row(number, item, _as_line(item))


def csv_rows(stream: BinaryIO) -> Iterator[Row | BadRow]:
    """The rows of a CSV file with a header line; the delimiter is a comma, semicolon, tab or bar, as the header shows.

    Raises:
        CannotRead: zero bytes, an encoding that cannot be told, or no header that could be one.
    """
    name = _encoding(stream)
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding=name, errors="strict", newline="")
    try:
        yield from table_rows(text)
    finally:
        text.detach()


def table_rows(text: TextIO) -> Iterator[Row | BadRow]:
    """The rows of a table in text form."""
    csv.field_size_limit(LARGEST)
    header = text.readline(LONGEST_HEADER + 1).removeprefix("\ufeff")
    if len(header) > LONGEST_HEADER:
        raise too_large(f"over {LONGEST_HEADER:,} characters long", "The table's header line")
    if not header.strip():
        raise CannotRead(
            ProblemReason.EMPTY, "The table has no header line. Name its columns in the first line (text, title, outlet, published, url)."
        )
    mark = max(",;\t|", key=header.count)
    names = next(csv.reader([header], delimiter=mark))
    number = 0
    try:
        for cells in csv.reader(text, delimiter=mark, strict=True):
            if any(cell.strip() for cell in cells):
                number += 1
                yield _cells(number, names, cells)
    except UnicodeDecodeError as error:
        yield BadRow(number + 1, encoding(f"The table is not {error.encoding} throughout, so nothing was read from here on"))
    except csv.Error as error:
        cut = "unexpected end" in str(error)
        yield BadRow(number + 1, _cut_off("The last row") if cut else _malformed(f"The table cannot be read from here on ({error})"))


def _cells(number: int, names: Sequence[str], cells: Sequence[str]) -> Row | BadRow:
    if len(cells) > len(names):
        return BadRow(number, _malformed(f"The row has {len(cells)} cells, and the header names {len(names)}"))
    columns = dict(zip(names, cells, strict=False))
    data = _as_line(columns)
    return BadRow(number, too_large(f"{len(data) / 10**6:.0f} MB", "The record")) if len(data) > LARGEST else Row(number, columns, data)


def _guarded(number: int, data: bytes, *, last: bool) -> Row | BadRow:
    if len(data) > LARGEST:
        return BadRow(number, too_large(f"over {LARGEST // 10**6} MB", "The line"))
    try:
        return _row(number, json.loads(decode(data)), data)
    except CannotRead as error:
        return BadRow(number, error)
    except json.JSONDecodeError as error:
        if last and _ends_early(error, data.decode("utf-8", "replace")):
            return BadRow(number, _cut_off("The last line"))
        return BadRow(number, _malformed(f"The line is not JSON ({error.msg} at character {error.pos + 1})"))
    except RecursionError:  # told as a bad row
        return BadRow(number, _malformed("The line's JSON is nested too deeply"))


def _row(number: int, item: object, data: bytes) -> Row | BadRow:
    if not isinstance(item, dict):
        return BadRow(number, _malformed(f"The record is not an object with named columns, but {type(item).__name__}"))
    if len(data) > LARGEST:
        return BadRow(number, too_large(f"{len(data) / 10**6:.0f} MB", "The record"))
    return Row(number, item, data)


def _as_line(item: object) -> bytes:
    return json.dumps(item, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def _encoding(stream: BinaryIO) -> str:
    """Look through the whole table once: zero bytes end it; what is not UTF-8 is told by its first bytes."""
    first = stream.read(4)
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    stream.seek(0)
    decoder, fits = codecs.getincrementaldecoder("utf-8")(), True
    while chunk := stream.read(CHUNK):
        if b"\x00" in chunk:
            raise binary("The table holds zero bytes")
        fits = fits and _decodes(decoder, chunk)
    if fits and _decodes(decoder, b"", final=True):
        return "utf-8"
    stream.seek(0)
    guess = charset(stream.read(SAMPLE))
    if guess is None:
        raise encoding("The table's encoding cannot be told")
    return guess


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:  # the answer to the question
        return False
    return True


def _bad_json(error: json.JSONDecodeError, text: str) -> CannotRead:
    if _ends_early(error, text):
        return _cut_off("The JSON")
    return _malformed(f"It is not JSON ({error.msg} in line {error.lineno}, character {error.colno})")


def _ends_early(error: json.JSONDecodeError, text: str) -> bool:
    return error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")


def _cut_off(what: str) -> CannotRead:
    return CannotRead(ProblemReason.TRUNCATED, f"{what} stops before it ends, so part of it is missing. Get the whole file and run again.")


def _malformed(what: str) -> CannotRead:
    return CannotRead(ProblemReason.MALFORMED, f"{what}. Put it right, and run again; what was read before stays.")
