"""Plain text, and the text of a record. Every character is kept."""

from __future__ import annotations

from reportedly.read.capture import Capture
from reportedly.read.decode import checked, decode
from reportedly.read.page import Page


def page(capture: Capture) -> Page:
    """The decoded file, or the record's text."""
    text = capture.known.text
    return Page(text=decode(capture.data) if text is None else checked(text))
