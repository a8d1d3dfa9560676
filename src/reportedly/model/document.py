"""A report's text as a parser sees it: sentences, words, their heads and their names."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark.

    `i` is its index in `Document.tokens`; `start`/`end` its place in the
    report's text; `text` the word, with the capitals that it would have in
    running text where the report writes in capitals throughout; `head` the index of its syntactic head (its own for a root);
    `pos` a Universal Dependencies tag; `tag` a Penn Treebank tag; `dep` a
    ClearNLP relation as spaCy's English models give it; `entity` the name
    type it is inside of (OntoNotes, such as "GPE"), or ""; `sentence` the index
    of its sentence.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    sentence: int
    lower: str = field(init=False, repr=False, compare=False)
    """The word in lower case, worked out once: it is asked for some twenty times a word."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", self.text.lower())


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `[start, end)`; `root` is the index of the head word.

    `paragraph` counts the blocks of the text from 0; `headline` tells whether
    the sentence is part of the report's headline.
    """

    start: int
    end: int
    root: int
    paragraph: int
    headline: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the language model marked: tokens `[start, end)` and its OntoNotes type."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """One report, parsed. All indices are token indices unless a `Span` is given.

    `children[i]` are the syntactic children of token i, in text order.
    Boilerplate of the report has no tokens here, so nothing can be claimed from it.
    """

    report: str
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    children: tuple[tuple[int, ...], ...]

    def span(self, start: int, end: int) -> Span:
        """The span of tokens `[start, end)`; needs `start < end`."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def words(self, start: int, end: int) -> str:
        """The text of tokens `[start, end)`, as it stands in the report."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def subtree(self, i: int) -> tuple[int, ...]:
        """Indices of token i and of all words under it, in text order."""
        found, todo = [i], list(self.children[i])
        while todo:
            j = todo.pop()
            found.append(j)
            todo.extend(self.children[j])
        return tuple(sorted(found))

    def ancestors(self, i: int) -> tuple[int, ...]:
        """Indices of the heads above token i, nearest first."""
        found: list[int] = []
        while (head := self.tokens[i].head) != i:
            found.append(head)
            i = head
        return tuple(found)
