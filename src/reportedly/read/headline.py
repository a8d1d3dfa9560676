"""Where a report's headline stands: a known title in the text, or a first line that looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.model import Span
from reportedly.read import marks
from reportedly.read.lines import QUOTES, WRAP_WIDTHS, Line

LONGEST_TITLE = 200
MOST_WORDS = 30
NEAR = 400
"""A known title that begins after so many characters of the story is not its headline."""
LONGEST_BYLINE = 120
NO_HEADLINE_ENDS = tuple(",;:-–—(")
QUOTE_MARKS = "\"'‘’‚“”„`´"
ANY_QUOTE = f"[{QUOTE_MARKS}]"


def title_in(text: str, title: str, lines: Sequence[Line]) -> Span | None:
    """Where `title` stands as the headline: at the start of one of the first lines of the story, or after a date there.

    White space, the forms of quotes and upper case do not matter; a line that is the beginning of a longer title
    ("Fire in Qamar port" of "Fire in Qamar port | Qamar Post") counts. `lines` are those of the story. Where a sentence
    begins with the title's words and goes on ("Fire in Qamar" … "Fire in Qamar has spread"), that is no headline.
    """
    pattern = _pattern(title)
    if pattern is None or not lines:
        return None
    first = lines[0].span.start
    for line in lines[:5]:
        if line.span.start - first > NEAR:
            return None
        for begin in (line.inner.start, after_date(text, line, pattern)):
            found = pattern.match(text, begin, begin + NEAR + 2 * len(title)) if begin is not None else None
            if found and _ends(text, found.end()):
                return Span(found.start(), found.end())
        if line.plain.count(" ") >= 3 and _begins(title, line):
            return line.inner
    return None


def after_date(text: str, line: Line, title: re.Pattern[str] | None = None) -> int | None:
    """Where the headline or story begins in a line that starts with its publication date, or None when it does not.

    With a title, the names of writers may stand between: "May 5 2031 by Ada Qasim Ceasefire holds".
    """
    end = line.inner.end
    prefix = marks.DATE_PREFIX.match(text, line.inner.start, end)
    start = line.inner.start
    found = title.search(text, start, min(end, start + LONGEST_BYLINE + LONGEST_TITLE)) if title else None
    if found and marks.DATE_WORDS.fullmatch(text, start, found.start()):
        return found.start()
    if prefix is None or prefix.end() >= end:
        return None
    if found and found.start() >= prefix.end():
        between = text[prefix.end() : found.start()]
        if not between or (prefix["by"] and len(between) <= LONGEST_BYLINE):
            return found.start()
    following = text[prefix.end()]
    chronicle = ":" in prefix[0][-2:] and not prefix["label"]
    if chronicle or prefix["by"] or not (following.isupper() or following.isdigit() or following in QUOTE_MARKS):
        return None
    return prefix.end()


def headline_of(lines: Sequence[Line]) -> Span | None:
    """The first line of the story when it looks like a headline: short, without a full stop, followed by a text.

    Not one: a dateline, a line that a sentence goes on from, the first of several lines broken at one width.
    """
    if len(lines) < 2:
        return None
    line, after = lines[0], lines[1]
    words = line.words
    if len(words) > LONGEST_TITLE or not 2 <= len(words.split()) <= MOST_WORDS:
        return None
    if words.endswith((*marks.FULL_STOPS, *NO_HEADLINE_ENDS)) and not words.endswith(("?”", "!”")):
        return None
    beside = after.number == line.number + 1
    if beside and (after.words[0].islower() or (len(words) in WRAP_WIDTHS and _wraps(lines))):
        return None
    if marks.DATE_IN_DATELINE.match(words) or " -- " in words or not any(other.is_prose for other in lines[1:]):
        return None
    return line.inner


def _wraps(lines: Sequence[Line]) -> bool:
    return len(lines) > 2 and all(len(line.words) in WRAP_WIDTHS for line in lines[1:3]) and lines[2].number == lines[1].number + 1


def _pattern(title: str) -> re.Pattern[str] | None:
    words = title.rstrip(QUOTE_MARKS + ")].").split()
    if not words or len(title) > 3 * LONGEST_TITLE:
        return None
    escaped = (re.sub(f"[{QUOTE_MARKS}]", lambda _: ANY_QUOTE, re.escape(word)) for word in words)
    return re.compile(r"\s+".join(escaped) + f"(?:[.,]?[{QUOTE_MARKS})\\]]+)?", re.IGNORECASE)


def _begins(title: str, line: Line) -> bool:
    rest = " ".join(title.translate(QUOTES).split()).lower().removeprefix(line.plain)
    return len(rest) < len(title) and re.match(r"\s*[|–—:-]\s", rest) is not None


def _ends(text: str, at: int) -> bool:
    rest = text[at : at + NEAR].partition("\n")[0]
    words = rest.lstrip(" \t.!?:|–—-")
    gap = rest[: len(rest) - len(words)]
    if not words or gap[:1] in tuple(".!?:|–—"):
        return True
    return gap[:1].isspace() and (not gap.isspace() or not words[0].islower())
