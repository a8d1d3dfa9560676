"""A text with its parts told apart: headline, boilerplate, story, and the publication date that it states."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import Boilerplate, BoilerplateKind, Span
from reportedly.read import marks
from reportedly.read.boilerplate import boilerplate
from reportedly.read.days import NUMERIC, first_date, read_date
from reportedly.read.headline import after_date, headline_of, title_in
from reportedly.read.lines import Line, lines_of

NOT_PUBLISHED = re.compile(r"updated|modified", re.IGNORECASE)
"""Labels of dates that are not the day of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A report's text with its parts. `dated` is the publication date that the text itself states."""

    text: str
    title: str | None
    headline: Span | None
    boilerplate: tuple[Boilerplate, ...]
    dated: dt.date | None

    @property
    def story(self) -> str:
        """The text without its boilerplate."""
        kept, at = [], 0
        for each in self.boilerplate:
            kept.append(self.text[at : each.span.start])
            at = each.span.end
        return "".join([*kept, self.text[at:]])


def article(text: str, title: str | None) -> Article:
    """Tell the parts of `text` apart.

    A known title that does not stand at the beginning of the story is put before the text, with a blank line
    after it. Without a known title, the headline's words are the title.
    """
    title = " ".join(title.split()) if title else None
    lines = lines_of(text)
    found = boilerplate(lines)
    cut = {mark.span for mark in found}
    story = [line for line in lines if line.span not in cut]
    headline = title_in(text, title, story) if title else headline_of(story)
    dated = stated_date(lines, found) or _after_headline(text, story, headline)
    prefix = _prefix(text, story, headline)
    found = tuple(sorted((*found, *prefix)))
    dated = dated or next((first_date(text[mark.span.start : mark.span.end]) for mark in prefix), None)
    if title and headline is None:
        shift = len(title) + 2
        text, headline = f"{title}\n\n{text}", Span(0, len(title))
        found = tuple(Boilerplate(Span(m.span.start + shift, m.span.end + shift), m.kind) for m in found)
    if title is None and headline is not None:
        title = " ".join(text[headline.start : headline.end].split())
    return Article(text=text, title=title, headline=headline, boilerplate=found, dated=dated)


def stated_date(lines: Sequence[Line], found: Sequence[Boilerplate]) -> dt.date | None:
    """The day in a line of its own: first one that says "published", then a bare one near the top."""
    bylines = {mark.span for mark in found if mark.kind is BoilerplateKind.BYLINE}
    matches = [m for line in lines if line.span in bylines and (m := marks.DATE_LINE.fullmatch(line.words))]
    labelled = [m[0].removeprefix(m["label"]) for m in matches if m["label"] and not NOT_PUBLISHED.search(m["label"])]
    bare = [m[0] for m in matches if not m["label"]]
    return next((day for words in (*labelled, *bare) if (day := first_date(words) or _numeric(words))), None)


def _numeric(words: str) -> dt.date | None:
    found = re.search(NUMERIC, words)
    return read_date(found[0]) if found else None


def _after_headline(text: str, story: Sequence[Line], headline: Span | None) -> dt.date | None:
    """The full date in the dateline of the story's first sentence: "ADEN, 3 June 2031 (Agency) -"."""
    for line in story[:3]:
        start = headline.end if headline and line.span.contains(headline) else line.inner.start
        words = text[start : line.span.end].lstrip(" .:|–—-")
        if found := marks.DATE_IN_DATELINE.match(words):
            return first_date(found["date"])
    return None


def _prefix(text: str, story: Sequence[Line], headline: Span | None) -> tuple[Boilerplate, ...]:
    """The date (and writers) before the headline or story, in the same line."""
    if not story:
        return ()
    line = story[0]
    begin = after_date(text, line)
    if headline and line.inner.start < headline.start < line.inner.end:
        begin = headline.start
    if begin is None or (headline and headline.start < begin):
        return ()
    return (Boilerplate(Span(line.inner.start, begin), BoilerplateKind.BYLINE),)
