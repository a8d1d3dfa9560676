"""A picture as SVG text: whole in a file of its own, or as a part of a page. Everything that is put into it is escaped."""

from __future__ import annotations

import functools
from collections.abc import Callable
from html import escape
from importlib.resources import files
from itertools import pairwise

from reportedly.plot.lettering import clean, wrapped
from reportedly.plot.picture import Picture
from reportedly.plot.shapes import Box, Dot, Line, Mark, Outline, Part, Shape, Target, Words

NAMESPACE = "http://www.w3.org/2000/svg"
MARGIN = 24
TITLE = 22
LINE = 17

HATCHES: tuple[str, ...] = (
    "",
    "M0,8 L8,0 M-2,2 L2,-2 M6,10 L10,6",
    "M2,2 h2 M6,6 h2",
    "M0,4 H8",
    "M0,0 L8,8 M-2,6 L2,10 M6,-2 L10,2",
    "M4,0 V8",
    "M0,4 H8 M4,0 V8",
    "M0,8 L8,0 M0,0 L8,8",
)
"""The pattern of each filling, as a path in a square of 8 pixels: fillings can be told apart without colour."""


def file(picture: Picture) -> str:
    """The picture as a file: with its title, its caption, its style, and no links."""
    room = picture.width
    titles = wrapped((picture.title,), room, TITLE - 2)
    caption = wrapped((clean(each) for each in picture.sentences), room)
    head = TITLE * len(titles) + 18
    height = MARGIN + head + picture.height + 14 + LINE * len(caption) + MARGIN
    size = f'width="{_n(picture.width + 2 * MARGIN)}" height="{_n(height)}" viewBox="0 0 {_n(picture.width + 2 * MARGIN)} {_n(height)}"'
    parts = [f'<svg xmlns="{NAMESPACE}" {size} class="plot" direction="ltr" role="img"><title>{_text(picture.title)}</title>']
    parts += [f"<desc>{_text(' '.join(picture.sentences))}</desc><style>{style()}</style>", _defs(picture.name)]
    parts.append(f'<rect class="paper" width="100%" height="100%"/><g transform="translate({MARGIN},{MARGIN})">')
    parts += [_words(Words(x=0, y=TITLE * (n + 1) - 6, text=line, css="title")) for n, line in enumerate(titles)]
    parts.append(f'<g transform="translate(0,{head})">')
    parts += [_part(part, picture.name, None) for part in picture.parts]
    parts.append("</g>")
    below = head + picture.height + 14
    parts += [_words(Words(x=0, y=below + LINE * (n + 1) - 4, text=line, css="axis")) for n, line in enumerate(caption)]
    return "\n".join((*parts, "</g></svg>")) + "\n"


def piece(picture: Picture, address: Callable[[Target], str], *, name: str) -> str:
    """The picture as a part of a page, which styles it and says its title and caption. `name` is unique on the page.

    `address` tells where a target leads. Marks are no tab stops: the table beside the picture has the same links.
    """
    size = f'width="{_n(picture.width)}" height="{_n(picture.height)}" viewBox="0 0 {_n(picture.width)} {_n(picture.height)}"'
    said = _text(f"{picture.title}. The table below says the same.")
    parts = [f'<svg {size} class="plot" direction="ltr" role="group" aria-label="{said}">', _defs(name)]
    return "".join((*parts, *(_part(part, name, address) for part in picture.parts), "</svg>"))


def style() -> str:
    """The style of a file. A page has its own for the same classes."""
    return (files("reportedly.plot") / "file.css").read_text("utf-8")


def _defs(name: str) -> str:
    made = []
    for n, path in enumerate(HATCHES):
        lines = f'<path class="hatch" d="{path}"/>' if path else ""
        body = f'<rect class="s{n}" width="8" height="8"/>{lines}'
        made.append(f'<pattern id="{_text(name)}-{n}" width="8" height="8" patternUnits="userSpaceOnUse">{body}</pattern>')
    return f"<defs>{''.join(made)}</defs>"


def _part(part: Part, name: str, address: Callable[[Target], str] | None) -> str:
    if not isinstance(part, Mark):
        return _shape(part, name)
    inner = f"<title>{_text(part.title)}</title>{''.join(_shape(shape, name) for shape in part.shapes)}"
    if part.target is None or address is None:
        return f'<g class="mark">{inner}</g>'
    return f'<a class="mark" tabindex="-1" aria-label="{_text(part.title)}" href="{_text(address(part.target))}">{inner}</a>'


def _shape(shape: Shape, name: str) -> str:
    if isinstance(shape, Words):
        return _words(shape)
    if isinstance(shape, Dot):
        return f'<circle class="{shape.css}" cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}"/>'
    if isinstance(shape, Line):
        points = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)
        return f'<polyline class="{shape.css}" points="{points}"/>'
    return _outline(shape) if isinstance(shape, Outline) else _box(shape, name)


def _outline(outline: Outline) -> str:
    """A path in steps from point to point, which are shorter than the points. They are whole hundredths, so that none drifts."""
    drawn = []
    for line in outline.lines:
        at = [(round(x * 100), round(y * 100)) for x, y in line]
        steps = "".join(f"{_step(x - a)}{_step(y - b)}" for (a, b), (x, y) in pairwise(at))
        drawn.append(f"M{_n(at[0][0] / 100)},{_n(at[0][1] / 100)}l{steps}{'z' if outline.closed else ''}")
    return f'<path class="{outline.css}" fill-rule="evenodd" d="{"".join(drawn)}"/>'


@functools.lru_cache(maxsize=4096)
def _step(hundredths: int) -> str:
    """A number of hundredths behind another in a path: a minus parts them as well as a space does.

    >>> _step(50), _step(-150), _step(0)
    (' .5', '-1.5', ' 0')
    """
    sign, digits = "-" if hundredths < 0 else " ", _n(abs(hundredths) / 100)
    return sign + (digits.removeprefix("0") or "0")


def _box(box: Box, name: str) -> str:
    fill = "" if box.fill is None else f' fill="url(#{_text(name)}-{box.fill})"'
    return f'<rect class="{box.css}" x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"{fill}/>'


def _words(words: Words) -> str:
    turn = f' transform="rotate({_n(words.turn)} {_n(words.x)} {_n(words.y)})"' if words.turn else ""
    anchor = "" if words.anchor == "start" else f' text-anchor="{words.anchor}"'
    return f'<text class="{words.css}" x="{_n(words.x)}" y="{_n(words.y)}"{anchor}{turn}>{_text(words.text)}</text>'


def _text(words: str) -> str:
    return escape(clean(words), quote=True)


def _n(number: float) -> str:
    """A number with at most two decimals and no more signs than it needs.

    >>> _n(3.0), _n(3.14159), _n(-0.001)
    ('3', '3.14', '0')
    """
    return f"{round(number, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
