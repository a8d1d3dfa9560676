"""What a web page shows around its article: menus, captions, comments, links to other stories. Kept, and marked as no story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from reportedly.model import Boilerplate, BoilerplateKind, Span
from reportedly.read.boilerplate import kind_of
from reportedly.read.lines import lines_of

UNSEEN = frozenset("head script style noscript template svg iframe object select textarea".split())
"""Elements of which a page shows no text."""

INLINE = frozenset("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup "
                   "time tt u var wbr".split())  # fmt: skip
"""Elements that do not end a line."""

NAMED = (
    (re.compile(r"comment|disqus", re.IGNORECASE), BoilerplateKind.COMMENTS),
    (re.compile(r"cookie|consent|gdpr", re.IGNORECASE), BoilerplateKind.COOKIES),
    (re.compile(r"caption", re.IGNORECASE), BoilerplateKind.CAPTION),
    (re.compile(r"related|recommend|read-?more|most-?read|trending", re.IGNORECASE), BoilerplateKind.RELATED),
    (re.compile(r"byline|author|dateline", re.IGNORECASE), BoilerplateKind.BYLINE),
)
"""What an element's id and class say of its text."""

SURE = 4
"""A line of fewer words is the article's only where the article has it as a line of its own."""


@dataclass(frozen=True, slots=True)
class Around:
    """A line of a page outside its article, with its kind."""

    words: str
    kind: BoilerplateKind


def around(tree: HtmlElement, article: str) -> tuple[Around, ...]:
    """The lines that the page shows and `article` (its text, a paragraph a line) does not hold, in the order of the page."""
    lines = {_plain(line) for line in article.split("\n")}
    whole = f" {_plain(article)} "
    found = []
    for line in _lines(tree):
        plain = _plain(line.words)
        if plain not in lines and not (plain.count(" ") >= SURE - 1 and f" {plain} " in whole):
            found.append(line)
    return tuple(found)


def appended(text: str, lines: Sequence[Around]) -> tuple[str, tuple[Boilerplate, ...]]:
    """`text` with the lines behind it, each a paragraph, and where these stand."""
    parts, marked, at = [text], [], len(text)
    for line in lines:
        start = at + 2
        at = start + len(line.words)
        parts.append(f"\n\n{line.words}")
        marked.append(Boilerplate(Span(start, at), line.kind))
    return "".join(parts), tuple(marked)


def _lines(tree: HtmlElement) -> Iterator[Around]:
    words: list[str] = []
    kinds = [BoilerplateKind.MENU]
    walker = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if element.tag not in INLINE:
                yield from _line(words, kinds[-1])
            kinds.append(_named(element) or kinds[-1])
            if element.tag in UNSEEN:
                walker.skip_subtree()
            else:
                words.append(element.text or "")
        else:
            if event == "end":
                if element.tag not in INLINE:
                    yield from _line(words, kinds[-1])
                kinds.pop()
            words.append(element.tail or "")
    yield from _line(words, kinds[-1])


def _line(words: list[str], kind: BoilerplateKind) -> Iterator[Around]:
    """The line that has come together, which is then empty."""
    line = " ".join("".join(words).split())
    words.clear()
    if any(c.isalnum() for c in line):
        own = next((kind_of(each) for each in lines_of(line)), None)
        yield Around(line, own or kind)


def _named(element: HtmlElement) -> BoilerplateKind | None:
    if element.tag == "figcaption":
        return BoilerplateKind.CAPTION
    name = f"{element.get('id', '')} {element.get('class', '')}"[:200]
    return next((kind for pattern, kind in NAMED if pattern.search(name)), None)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))
