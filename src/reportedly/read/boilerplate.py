"""Which lines of a text are not its story, and of what kind they are. Nothing is taken out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.model import Boilerplate, BoilerplateKind
from reportedly.read import marks
from reportedly.read.days import read_date
from reportedly.read.lines import Line, is_wrapped

LONGEST_LINK = 150
LONGEST_CREDIT = 40
HEAD_LINES = 12
"""The story has begun after so many lines, whatever they look like."""
ALL_OF_IT = 120
"""A longer line that is more than half of the text is its story, whatever it looks like."""
NUMBER = re.compile(r"\(?\d[\d,.]*\)?")


def boilerplate(lines: Sequence[Line]) -> tuple[Boilerplate, ...]:
    """The lines that are no story, in text order.

    Each line is held against the tables of `marks`; then its neighbours are looked at: a caption that stands
    twice, the headline under "Related:", the number beside "Comments", a lone agency name at the end.
    """
    most = max(ALL_OF_IT, sum(len(line.words) for line in lines) // 2)
    kinds = {line.number: kind for line in lines if len(line.words) <= most and (kind := kind_of(line)) is not None}
    for found in (_repeats(lines, kinds), _links(lines, kinds), _numbers(lines, kinds)):
        kinds |= dict(found)
    kinds |= dict(_head(lines, kinds))
    kinds |= dict(_credit(lines, kinds))
    return tuple(Boilerplate(line.span, kinds[line.number]) for line in lines if line.number in kinds)


def is_date_line(line: Line) -> bool:
    """Whether the line holds a date and nothing else of the story."""
    return len(line.words) <= marks.LONGEST_LINE and marks.DATE_LINE.fullmatch(line.words) is not None


def head(lines: Sequence[Line], known: dict[int, BoilerplateKind]) -> tuple[Line, ...]:
    """The lines before the first sentence of the story, boilerplate left out."""
    found: list[Line] = []
    for line in lines[: HEAD_LINES + len(known)]:
        if line.number in known:
            continue
        if line.is_prose or len(found) == HEAD_LINES:
            break
        found.append(line)
    return tuple(found)


def kind_of(line: Line) -> BoilerplateKind | None:
    """What the line's own words say that it is; None for a line that may be the story's."""
    words = line.words
    if len(words) <= marks.LONGEST_LINE:
        bare = marks.BULLET.sub("", words)
        for kind, pattern in marks.ANYWHERE:
            if pattern.fullmatch(bare):
                return kind
        if _labelled(line):
            return BoilerplateKind.BYLINE
    return BoilerplateKind.CAPTION if _captioned(words) else None


def _captioned(words: str) -> bool:
    if len(words) > marks.LONGEST_CAPTION:
        return False
    lower = words.lower()
    if not any(hint in lower for hint in marks.CAPTION_HINTS):
        return False
    if len(words) <= marks.LONGEST_CREDITED and marks.CAPTION[1].fullmatch(words):
        return True
    return marks.PICTURED[1].fullmatch(words) is not None


def _labelled(line: Line) -> bool:
    match = marks.DATE_LINE.fullmatch(line.words) if line.words[-1:] not in "!?" else None
    return match is not None and bool(match["label"])


def _repeats(lines: Sequence[Line], kinds: dict[int, BoilerplateKind]) -> Iterator[tuple[int, BoilerplateKind]]:
    """A caption that stands a second time beside itself or beside the sentence that it repeats."""
    story = [line for line in lines if line.number not in kinds]
    for (a, before), (b, after) in pairwise([(line, line.plain) for line in lines]):
        if before.count(" ") < 3 or kinds.get(a.number, BoilerplateKind.CAPTION) is not BoilerplateKind.CAPTION:
            continue
        captioned = kinds.get(b.number) is BoilerplateKind.CAPTION
        if captioned and after.startswith(before):
            yield a.number, BoilerplateKind.CAPTION
        elif before == after and b.number not in kinds and a.number not in kinds:
            yield (b if a is story[0] else a).number, BoilerplateKind.CAPTION


def _links(lines: Sequence[Line], kinds: dict[int, BoilerplateKind]) -> Iterator[tuple[int, BoilerplateKind]]:
    """The headlines under a line such as "RELATED:", as far as no blank line or sentence comes between them."""
    for at, line in enumerate(lines):
        if not marks.RELATED_LEADS.fullmatch(line.words):
            continue
        for before, link in zip(lines[at:], lines[at + 1 :], strict=False):
            parted = link.number > before.number + 1
            if (parted and before is not line) or link.is_prose or len(link.words) > LONGEST_LINK or link.number in kinds:
                break
            yield link.number, BoilerplateKind.RELATED


def _numbers(lines: Sequence[Line], kinds: dict[int, BoilerplateKind]) -> Iterator[tuple[int, BoilerplateKind]]:
    """A bare number beside a line about comments or sharing."""
    for before, line, after in zip((None, *lines), lines, (*lines[1:], None), strict=False):
        if NUMBER.fullmatch(line.words):
            beside = [kinds.get(near.number) for near in (before, after) if near is not None]
            for kind in (BoilerplateKind.COMMENTS, BoilerplateKind.MENU):
                if kind in beside:
                    yield line.number, kind
                    break


def _head(lines: Sequence[Line], kinds: dict[int, BoilerplateKind]) -> Iterator[tuple[int, BoilerplateKind]]:
    opening = head(lines, kinds)
    dated = [line for line in lines if is_date_line(line)]
    chronicle = len({read_date(line.words) for line in dated if line.number not in kinds}) > 1
    for line in opening:
        if len(line.words) > marks.LONGEST_LINE:
            continue
        if is_date_line(line):
            if not chronicle:
                yield line.number, BoilerplateKind.BYLINE
            continue
        for kind, pattern in marks.HEAD:
            if pattern.fullmatch(line.words):
                yield line.number, kind
                break


def _credit(lines: Sequence[Line], kinds: dict[int, BoilerplateKind]) -> Iterator[tuple[int, BoilerplateKind]]:
    """The last line of the story when it is a name alone: the agency or the writer."""
    story = [line for line in lines if line.number not in kinds]
    if len(story) < 3 or is_wrapped(tuple(lines)):
        return
    before, last = story[-2:]
    short = len(last.words) <= LONGEST_CREDIT and last.words.count(" ") < 4
    if short and last.words[-1].isalnum() and last.words.strip(" -–—")[:1].isupper() and before.is_prose:
        yield last.number, BoilerplateKind.BYLINE
