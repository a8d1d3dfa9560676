"""A quick look over HTML before a parser gets it: what would hang the parser or lose text is refused.

One pass from left to right; every character is looked at a fixed number of times, whatever the page does.
"""

from __future__ import annotations

import re

from reportedly.model import ProblemReason
from reportedly.read.capture import CannotRead

DEEPEST = 250
"""The parser drops, without a word, what is nested deeper than 255 elements."""
MOST_ATTRIBUTES = 1_000
"""On one tag. The parser's time grows with the square of this number."""
MOST_TAGS = 100_000
"""On one page. The parser and the search for the article take some seconds for so many."""
TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*)|<!--")
INSIDE = re.compile(r"""=\s*(?P<quote>["'])|>|[^\s>=]+""")
"""A quoted value's beginning (a quote counts only after "="), a tag's end, or a word."""
ALONE = frozenset("area base br col embed hr img input link meta param source track wbr".split())
MAY_STAY_OPEN = frozenset("p li dt dd td th tr thead tbody tfoot option optgroup colgroup html body head rt rp".split())
WHOLE = frozenset({"html", "body"})
RAW = frozenset("script style textarea title xmp noframes iframe".split())


def check(markup: str) -> None:
    """Refuse markup that is hostile to its parser, or that was cut off.

    A page is cut off when it stops inside a tag, or when it opens its body, closes neither that nor the page,
    and ends inside an element that must be closed.

    Raises:
        CannotRead: nested too deeply, too many attributes or tags, or cut off.
    """
    at, depth, tags = 0, 0, 0
    seen: set[str] = set()
    while tag := TAG.search(markup, at):
        if tag[0] == "<!--":
            end = markup.find("-->", tag.end())
            at = end + 3 if end >= 0 else len(markup)
            continue
        tags += 1
        if tags > MOST_TAGS:
            raise _hostile(f"more than {MOST_TAGS:,} tags")
        at, empty = _end_of_tag(markup, tag.end())
        name = tag["name"].lower()
        if name in WHOLE:
            seen.add(tag["slash"] + name)
        if name in ALONE or name in MAY_STAY_OPEN or empty:
            continue
        if tag["slash"]:
            depth = max(0, depth - 1)
            continue
        if name in RAW:
            at = _end_of_raw(markup, name, at)
            continue
        depth += 1
        if depth > DEEPEST:
            raise _hostile(f"elements nested more than {DEEPEST} deep")
    if depth and seen and seen.isdisjoint({"/html", "/body"}):
        raise _cut_off("before its body ends")


def _end_of_tag(markup: str, at: int) -> tuple[int, bool]:
    """Where the tag ends, and whether it is closed in itself ("/>")."""
    words = 0
    while piece := INSIDE.search(markup, at):
        at = piece.end()
        if piece[0] == ">":
            return at, markup[at - 2] == "/"
        if quote := piece["quote"]:
            at = markup.find(quote, at) + 1
            if at == 0:
                break
            continue
        words += 1
        if words > 2 * MOST_ATTRIBUTES:
            raise _hostile(f"a tag with more than {MOST_ATTRIBUTES:,} attributes")
    raise _cut_off("in the middle of a tag")


def _end_of_raw(markup: str, name: str, at: int) -> int:
    found = re.compile(f"</{name}", re.IGNORECASE).search(markup, at)
    return found.start() if found else at


def _cut_off(where: str) -> CannotRead:
    return CannotRead(ProblemReason.TRUNCATED, f"The page stops {where}, so its end is missing. Get the whole page and run again.")


def _hostile(what: str) -> CannotRead:
    return CannotRead(
        ProblemReason.MALFORMED, f"The page has {what}, which no parser reads safely. It was not opened. Save its text as a .txt file."
    )
