"""How wide text is, what of it fits, and what of it may stand in a picture."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

LETTERS = 13
"""Pixels of the letters of a label."""

SMALL_LETTERS = 12
"""Pixels of the letters of an axis or a remark."""

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
"""Unicode categories of characters that steer, hide, or are none; XML has no place for some of them."""

JOINERS = "\u200c\u200d"
"""Without these some scripts are misspelled."""

THIN = frozenset("iIjlftr.,:;'’|!()[]- /\"")
BROAD = frozenset("mwMW@%—→")
LEEWAY = 1.16
"""A page is drawn with the font of the machine, which may be broader than ours."""


def clean(text: str) -> str:
    r"""One line of text with a sign for each character that would steer, hide, or break the file.

    >>> clean("Qamar\n \x1b[31m Post")
    'Qamar �[31m Post'
    """
    return "".join("\N{REPLACEMENT CHARACTER}" if _hides(c) else c for c in " ".join(text.split()))


def _hides(character: str) -> bool:
    return unicodedata.category(character) in HIDDEN and character not in JOINERS


def breadth(text: str, size: float = LETTERS) -> float:
    """About how many pixels a line takes: for layout, some more than less."""
    return sum(_share(c) for c in text) * size * LEEWAY


def _share(character: str) -> float:
    """The width of a character as a part of the size of its letters."""
    if character in THIN:
        return 0.31
    if character in BROAD:
        return 0.86
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return 1.0
    return 0.62 if character.isupper() else 0.52


def fitted(text: str, room: float, size: float = LETTERS) -> str:
    """The line, or as much of it as fits with "…" behind it."""
    text = clean(text)
    if breadth(text, size) <= room:
        return text
    kept = text
    while kept and breadth(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def wrapped(sentences: Iterable[str], room: float, size: float = SMALL_LETTERS) -> tuple[str, ...]:
    """Sentences as lines that fit."""
    lines: list[str] = []
    for word in " ".join(sentences).split():
        tried = f"{lines[-1]} {word}" if lines else word
        if lines and breadth(tried, size) <= room:
            lines[-1] = tried
        else:
            lines.append(fitted(word, room, size))
    return tuple(lines)
