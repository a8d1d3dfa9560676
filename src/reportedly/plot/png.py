"""A picture as a PNG: drawn here, with a font that comes with the package, so that it is the same on every machine."""

from __future__ import annotations

import font_source_sans_pro
import resvg_py

from reportedly.plot.picture import Picture
from reportedly.plot.svg import file

ZOOM = 2
"""Pixels of the PNG for one of the picture: fine enough for print at column width."""

FAMILY = "Source Sans Pro"
FONTS = tuple(font_source_sans_pro.font_files_ttf[name] for name in ("SourceSansPro", "SourceSansProBold"))

KNOWN = (range(0x530), range(0x1E00, 0x2300), range(0xFFFD, 0xFFFE))
"""Characters that the font has: Latin, Greek, Cyrillic, and signs."""


def png(picture: Picture) -> bytes:
    """The picture's bytes. Scripts that our font lacks are drawn with the fonts of the machine, where it has one for them."""
    text = file(picture)
    foreign = any(not any(ord(c) in some for some in KNOWN) for c in set(text))
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=text,
            zoom=ZOOM,
            background="#ffffff",
            skip_system_fonts=not foreign,
            font_files=list(FONTS),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
            serif_family=FAMILY,
        )
    )
