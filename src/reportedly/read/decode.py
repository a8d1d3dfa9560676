"""Bytes to text: UTF-8 first, then what the byte-order mark or the bytes themselves tell."""

from __future__ import annotations

import codecs
import re

from reportedly.model import ProblemReason
from reportedly.read.capture import CannotRead

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 50_000
MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ\x90",
    b"SQLite format 3",
    b"\xd0\xcf\x11\xe0",
)
"""First bytes of what is no text: PDF, ZIP and Office, pictures, gzip, programs, databases, old Office."""
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
HIGH_BYTES = re.compile(rb"[\x80-\xff]")
TWICE = re.compile(r"[ÃÂâÐÑØÙ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
"""A character of UTF-8 that was read as Latin-1 or Windows-1252."""
UNDEFINED_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
MOST_QUOTES = 0.15
"""Share of bytes above 127 up to which an English text may be Windows-1252."""
LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
"""Line ends other than the line feed; U+2028 and U+2029 are what word processors and web editors put for a new line and paragraph."""

MOST_GARBLED = 0.5
"""Share of a text's characters that may be garbled before it is refused: beyond it there is no English left to read."""


def decode(data: bytes) -> str:
    """The text of `data`, without its byte-order mark and with every line end as a line feed.

    Raises:
        CannotRead: empty, blank, binary, cut off, or in an encoding that cannot be told.
    """
    if not data.strip():
        raise nothing(data)
    if data.startswith(MAGIC):
        raise binary("It begins like a PDF, an archive, a picture or a program")
    return checked(_text(data))


def checked(text: str) -> str:
    """`text` with its line ends as line feeds, if it is text that can be read.

    Raises:
        CannotRead: blank, full of control characters, or garbled throughout.
    """
    text = LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    if not text.strip():
        raise nothing(text)
    controls = len(CONTROLS.findall(text))
    if "\x00" in text or controls > 3 + len(text) // 1000:
        raise binary(f"It holds {controls} control characters")
    garbled = 2 * len(TWICE.findall(text)) + text.count("\ufffd")
    if garbled > 10 and garbled > MOST_GARBLED * len(text):
        raise encoding("Its characters were garbled when it was converted before (such as “Ã©” for “é”)")
    return text


def charset(data: bytes) -> str | None:
    """The name of the encoding that `data`, which is not UTF-8, is most likely in, or None when none fits.

    Nearly plain ASCII is Windows-1252, the usual home of curly quotes; the rest is told by its letters.
    """
    if len(HIGH_BYTES.findall(data)) < MOST_QUOTES * len(data) and not UNDEFINED_1252.search(data):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415  (only what is not UTF-8 needs it)

    best = from_bytes(data[:SAMPLE]).best()
    return best.encoding if best else None


def _text(data: bytes) -> str:
    name = next((name for mark, name in MARKS if data.startswith(mark)), None)
    if name is None and b"\x00" in data:
        raise binary("It holds zero bytes")
    try:
        return data.decode(name or "utf-8")
    except UnicodeDecodeError as error:
        if error.reason in {"unexpected end of data", "truncated data"}:
            raise CannotRead(
                ProblemReason.TRUNCATED, "It stops in the middle of a character, so its end is missing. Get the whole file and run again."
            ) from error
        if name:
            raise encoding(f"It is marked as {name}, and is not") from error
    return _guessed(data)


def _guessed(data: bytes) -> str:
    if (controls := len(CONTROL_BYTES.findall(data))) > 3 + len(data) // 1000:
        raise binary(f"It holds {controls} control characters")
    guess = charset(data)
    if guess is None:
        raise encoding("Its encoding cannot be told")
    try:
        return data.decode(guess)
    except UnicodeDecodeError as error:
        raise encoding(f"It looks like {guess}, and is not") from error


def nothing(data: bytes | str) -> CannotRead:
    """There are no bytes, or only white space."""
    what = "holds only white space" if data else "is empty"
    return CannotRead(ProblemReason.EMPTY, f"It {what}. Get the text again, or take it out of the sources.")


def binary(why: str) -> CannotRead:
    """The bytes are no text."""
    return CannotRead(
        ProblemReason.BINARY,
        f"{why}, so it is no text. Save it as text, or give it its own ending (.pdf, .html, .eml) when it is one of those.",
    )


def encoding(why: str) -> CannotRead:
    """The bytes are text that cannot be turned into characters."""
    return CannotRead(ProblemReason.ENCODING, f"{why}. Save it as UTF-8 from a program that shows it well.")
