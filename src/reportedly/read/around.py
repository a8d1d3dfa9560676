"""What a web page shows around its article: menus, captions, comments, links to other stories. Kept, and marked as no story."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from reportedly.model import Boilerplate, BoilerplateKind, Span
from reportedly.read.article import Article
from reportedly.read.boilerplate import kind_of
from reportedly.read.lines import lines_of

UNSEEN = frozenset("head script style noscript template svg iframe object select datalist textarea audio video canvas".split())
"""Elements of which a page shows no text."""

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
"""What the style of an element says that a page does not show."""

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

MOST_PLACES = 20
"""What an article has more often than this is looked for in its first so many places."""


@dataclass(frozen=True, slots=True)
class Around:
    """A line of a page outside its article, with its kind, and how many paragraphs of the article the page shows before it.

    `passed` counts the title as one: 0 stands before the title, 1 between the title and the first paragraph.
    """

    words: str
    kind: BoilerplateKind
    passed: int


def around(tree: HtmlElement, title: str, paragraphs: Sequence[str]) -> tuple[Around, ...]:
    """The lines that the page shows and its article (the title, or "", and its paragraphs) does not hold, in the order of the page.

    Time: linear in the page's text.
    """
    article = _Article((title, *paragraphs))
    found: list[Around] = []
    passed = 0
    for words, kind in _lines(tree):
        after = article.after(_plain(words), passed)
        if after is None:
            found.append(Around(words, kind, passed))
        else:
            passed = max(passed, after)
    return tuple(found)


class _Article:
    """The words of an article, to be asked how far into it a line of the page stands."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.words: list[str] = []
        self.after_word: list[int] = []
        self.whole: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self.starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for n, paragraph in enumerate(paragraphs, 1):
            plain = _plain(paragraph)
            _noted(self.whole[plain], n)
            self.words += plain
            self.after_word += [n] * len(plain)
        for at in range(len(self.words) - SURE + 1):
            _noted(self.starts[tuple(self.words[at : at + SURE])], at)
        self.twice = len(paragraphs) > 1 and _plain(paragraphs[0]) == _plain(paragraphs[1])

    def after(self, line: tuple[str, ...], passed: int) -> int | None:
        """How many paragraphs the page has shown with the end of this line, or None when it is none of the article's."""
        found = [*self.whole.get(line, ()), *self._inside(line)]
        ahead = [n for n in found if n > passed] or found
        if not ahead:
            return None
        return 2 if self.twice and min(ahead) == 1 else min(ahead)

    def _inside(self, line: tuple[str, ...]) -> Iterator[int]:
        for at in self.starts.get(line[:SURE], ()) if len(line) >= SURE else ():
            if tuple(self.words[at : at + len(line)]) == line:
                yield self.after_word[at + len(line) - 1]


def _noted(places: list[int], place: int) -> None:
    if len(places) < MOST_PLACES:
        places.append(place)


def woven(article: Article, told: str, lines: Sequence[Around]) -> Article:
    """`article` with the lines at the places where the page shows them, marked; `told` is its text as the page's reader gave it.

    Lines of one kind that follow each other stand in one block, a line each.
    """
    before = len(article.text) - len(told)
    starts = [0, *(before + m.end() for m in re.finditer(r"\A|\n\n", told))]
    blocks = [(passed, kind, "\n".join(e.words for e in some)) for (passed, kind), some in groupby(lines, key=lambda e: (e.passed, e.kind))]
    parts: list[str] = []
    marked: list[Boilerplate] = []
    ends, added, done, total = [0], [0], 0, 0
    for passed, kind, words in blocks:
        inside = passed < len(starts)
        at = starts[passed] if inside else len(article.text)
        parts += [article.text[done:at], f"{words}\n\n" if inside else f"\n\n{words}"]
        start = at + total + (0 if inside else 2)
        marked.append(Boilerplate(Span(start, start + len(words)), kind))
        done, total = at, total + len(words) + 2
        ends.append(at)
        added.append(total)

    def moved(span: Span) -> Span:
        by = added[bisect_right(ends, span.start) - 1]
        return Span(span.start + by, span.end + by)

    own = [Boilerplate(moved(mark.span), mark.kind) for mark in article.boilerplate]
    return replace(
        article,
        text="".join([*parts, article.text[done:]]),
        headline=moved(article.headline) if article.headline else None,
        boilerplate=tuple(sorted((*own, *marked))),
    )


def _lines(tree: HtmlElement) -> Iterator[tuple[str, BoilerplateKind]]:
    """Every line that the page shows, with the kind that it would be outside the article."""
    words: list[str] = []
    kinds = [BoilerplateKind.MENU]
    walker = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if element.tag not in INLINE:
                yield from _line(words, kinds[-1])
            kinds.append(_named(element) or kinds[-1])
            if element.tag in UNSEEN or _is_hidden(element):
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


def _line(words: list[str], kind: BoilerplateKind) -> Iterator[tuple[str, BoilerplateKind]]:
    """The line that has come together, which is then empty."""
    line = " ".join("".join(words).split())
    words.clear()
    if any(c.isalnum() for c in line):
        own = next((kind_of(each) for each in lines_of(line)), None)
        yield line, own or kind


def _named(element: HtmlElement) -> BoilerplateKind | None:
    if element.tag == "figcaption":
        return BoilerplateKind.CAPTION
    name = f"{element.get('id', '')} {element.get('class', '')}"[:200]
    return next((kind for pattern, kind in NAMED if pattern.search(name)), None)


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or HIDDEN.search(element.get("style") or "") is not None


def _plain(words: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", words.lower()))
