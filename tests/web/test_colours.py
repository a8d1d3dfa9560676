"""The colours of the page can be told apart from what they stand on, in both themes."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from reportedly.web.reading import SIGNS

SHEET = (files("reportedly.web") / "static" / "page.css").read_text("utf-8")
LIGHT = dict(re.findall(r"--([\w-]+): (#\w{6});", SHEET[SHEET.index(":root {") : SHEET.index("@media (prefers")]))
DARK = dict(
    re.findall(r"--([\w-]+): (#\w{6});", SHEET[SHEET.index(':root[data-theme="dark"]') : SHEET.index(':root[data-theme="light"] {')])
)
ASKED = dict(re.findall(r"--([\w-]+): (#\w{6});", SHEET[SHEET.index("@media (prefers") : SHEET.index(':root[data-theme="dark"]')]))


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("family", SIGNS.values())
def test_words_and_lines_of_a_mark_can_be_seen(theme: dict[str, str], family: str) -> None:
    assert contrast(theme["ink"], theme[family]) >= 7
    assert contrast(theme[f"{family}-line"], theme[family]) >= 3
    assert contrast(theme[f"{family}-line"], theme["paper"]) >= 3


def test_the_dark_theme_is_the_same_whether_it_is_asked_for_or_chosen() -> None:
    assert DARK == ASKED


def test_no_two_families_have_one_line() -> None:
    lines = re.findall(r"\.claim\.(\w+) \{[^}]*text-decoration: underline (\w+) [^;]* (\d)px;", SHEET)
    assert {name for name, *_ in lines} == set(SIGNS.values())
    assert len({(form, width) for _, form, width in lines}) == len(SIGNS)
