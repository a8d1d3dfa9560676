"""Markdown: its words without its marks, a paragraph a block. Front matter is read as metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reportedly.model import ProblemReason
from reportedly.read.capture import CannotRead, Capture, bounded
from reportedly.read.columns import known_of
from reportedly.read.decode import decode
from reportedly.read.page import Page, said

FRONT = re.compile(r"---[ \t]*\n(?P<rows>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
ROW = re.compile(r"(?P<name>\w[\w -]*):[ \t]*(?P<value>\S.*)")
PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 100})
KEPT = frozenset({"text", "code_inline", "text_special"})


def page(capture: Capture) -> Page:
    """The text of the blocks, with blank lines between; the first heading of the first level is the title."""
    text = bounded(decode(capture.data))
    front = FRONT.match(text)
    rows = {m["name"]: m["value"].strip().strip("\"'") for m in ROW.finditer(front["rows"])} if front else {}
    known = known_of(rows)
    tokens = PARSER.parse(text[front.end() :] if front else text)
    body = "\n\n".join(words for token in tokens if (words := _words(token)))
    if not body.strip():
        raise CannotRead(
            ProblemReason.NO_TEXT, "It has no text below its front matter. Get the text again, or take the file out of the sources."
        )
    page = said(known.outlet, known.title or _title(tokens), known.url, known.published)
    return replace(page, text=body)


def _title(tokens: list[Token]) -> str | None:
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _words(inline) or None
    return None


def _words(token: Token) -> str:
    if token.type in {"fence", "code_block"}:
        return token.content.strip("\n")
    return "".join(_inline(token.children or [])).strip() if token.type == "inline" else ""


def _inline(children: list[Token]) -> Iterator[str]:
    for child in children:
        if child.type in KEPT:
            yield child.content
        elif child.type in {"softbreak", "hardbreak"}:
            yield " " if child.type == "softbreak" else "\n"
        elif child.type == "image" and child.content:
            yield f"Image: {child.content}"
