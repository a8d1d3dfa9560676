"""Words of reports, made harmless for a terminal: what a terminal would obey, or an eye would miss, is shown as a sign."""

from __future__ import annotations

import unicodedata

from rich.text import Text

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of characters that steer or hide: controls, formats (bidi, zero-width), lone surrogates, separators."""

SOFT_HYPHEN = "\u00ad"
CONTROL_PICTURES = 0x2400
DELETE = 0x7F
DELETE_PICTURE = "␡"


def safe(words: str, *, lines: bool = False) -> str:
    r"""Words with every steering or hidden character shown as a sign; nothing else changes.

    `lines` keeps line breaks and tabs; else each run of white space becomes one blank.

    >>> safe("red \x1b[31m alert")
    'red ␛[31m alert'
    >>> safe("a\u202eb")
    'a⟨U+202E⟩b'
    """
    if not lines:
        words = " ".join(words.split())
    elif "\t" in words:
        words = words.replace("\t", "    ")
    if words.isprintable():
        return words
    return "".join(c if c == "\n" and lines else _sign(c) for c in words)


def _sign(character: str) -> str:
    if unicodedata.category(character) not in HIDDEN:
        return character
    code = ord(character)
    if code < 0x20:
        return chr(CONTROL_PICTURES + code)
    if code == DELETE:
        return DELETE_PICTURE
    return "" if character == SOFT_HYPHEN else f"⟨U+{code:04X}⟩"


def plain(words: str, style: str = "") -> Text:
    """Words of a report as one stretch of text, which Rich does not read as markup."""
    return Text(safe(words), style=style)
