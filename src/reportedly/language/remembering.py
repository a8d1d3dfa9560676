"""What spaCy's attribute ruler finds, without asking all its patterns of every word.

The ruler gives a word its part of speech by its tag, its form and how it depends on another: 180 patterns, nearly all of one word. What
those find is the same for all words that are alike in what the patterns ask for, so they are asked once for each kind of word, and what
they found is kept (docs/decisions/0002-language-core.md has what that saves).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

Match = tuple[int, int, int, int]
"""As in `AttributeRuler.match`: the pattern's number and its name in the strings, and from which word to before which it matches."""

KEPT = 100_000
"""Kinds of word that are kept; when there are more, all are forgotten and asked for anew."""


def remember(ruler: AttributeRuler) -> None:
    """Have a ruler keep what its patterns of one word find. It gives the same as before.

    Raises:
        KeyError: a pattern of one word asks for what is no attribute of a word; the ruler is left as it was.
    """
    from spacy.matcher import Matcher  # noqa: PLC0415  (heavy: only those who parse pay for it)
    from spacy.tokens import Doc  # noqa: PLC0415

    alone, together = Matcher(ruler.vocab), Matcher(ruler.vocab)
    asked: set[Any] = set()
    entries: list[Any] = ruler.patterns
    for number, entry in enumerate(entries):
        ones = [pattern for pattern in entry["patterns"] if len(pattern) == 1]
        more = [pattern for pattern in entry["patterns"] if len(pattern) > 1]
        asked.update(name for (word,) in ones for name in word)
        for matcher, patterns in ((alone, ones), (together, more)):
            if patterns:
                matcher.add(str(number), patterns)
    attributes: list[int | str] = sorted(asked)
    Doc(ruler.vocab, words=["word"]).to_array(attributes)
    kept: dict[tuple[float, ...], tuple[tuple[int, int], ...]] = {}

    def found(matcher: Matcher, doc: Doc, start: int, end: int) -> list[Match]:
        matches = matcher(doc[start:end], allow_missing=True) if len(matcher) else ()
        return [(int(ruler.vocab.strings[name]), name, start + first, start + last) for name, first, last in matches]

    def match(doc: Doc) -> list[Match]:
        matches = found(together, doc, 0, len(doc))
        for i, kind in enumerate(map(tuple, doc.to_array(attributes).reshape(len(doc), len(attributes)).tolist())):
            if kind not in kept:
                if len(kept) >= KEPT:
                    kept.clear()
                kept[kind] = tuple((number, name) for number, name, _, _ in found(alone, doc, i, i + 1))
            matches.extend((number, name, i, i + 1) for number, name in kept[kind])
        matches.sort()
        return matches

    ruler.match = match  # type: ignore[method-assign]
