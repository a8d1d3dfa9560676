"""The lines of a text, with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportedly.model import Span
from reportedly.read.marks import BULLET, FULL_STOPS

PROSE_WORDS = 8
WRAP_WIDTHS = range(50, 101)
QUOTES = str.maketrans("‘’‚‛“”„‟`´", "''''\"\"\"\"''")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: where it stands (without its line end), and its words.

    `inner` is the span of the words, without outer white space; `number` counts all lines from 0.
    """

    number: int
    span: Span
    inner: Span
    words: str

    @property
    def is_prose(self) -> bool:
        """Whether the line is a sentence of a story: long enough, and ended by a full stop."""
        return self.words.endswith(FULL_STOPS) and self.words.count(" ") >= PROSE_WORDS - 1

    @property
    def plain(self) -> str:
        """The words with plain quotes, single spaces and without a bullet, in lower case: for comparing."""
        return BULLET.sub("", " ".join(self.words.translate(QUOTES).split())).rstrip(" .").lower()


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank, in order."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for number, raw in enumerate(text.split("\n")):
        if words := raw.strip():
            inner = start + len(raw) - len(raw.lstrip())
            yield Line(number, Span(start, start + len(raw)), Span(inner, inner + len(words)), words)
        start += len(raw) + 1


def is_wrapped(lines: tuple[Line, ...]) -> bool:
    """Whether a line end is no paragraph's end: of the lines 50-100 characters long, at least four and most flow on into the next."""
    full = [(a, b) for a, b in pairwise(lines) if len(a.words) in WRAP_WIDTHS]
    flowing = [a for a, b in full if b.number == a.number + 1 and not re.search(r"[.!?”\"]$", a.words)]
    return len(full) >= 4 and len(flowing) * 2 > len(full)
