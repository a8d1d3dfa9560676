"""The project's papers: their texts, headings, links and blocks of code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAPERS = tuple(sorted((*ROOT.glob("*.md"), *DOCS.rglob("*.md"), ROOT / "samples" / "README.md")))
BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (?P<words>.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Code:
    """A block of code in a paper."""

    paper: Path
    language: str
    text: str

    def __str__(self) -> str:
        return f"{named(self.paper)}: {self.text.strip().splitlines()[0]}"


def named(path: Path) -> str:
    """A path from the project's folder."""
    return path.relative_to(ROOT).as_posix()


def text_of(name: str) -> str:
    """The text of a paper by its path from the project's folder."""
    return (ROOT / name).read_text("utf-8")


def codes(language: str) -> Iterator[Code]:
    """The blocks of one language in all papers."""
    for paper in PAPERS:
        for found in BLOCK.finditer(paper.read_text("utf-8")):
            if found["language"] == language:
                yield Code(paper, language, found["code"])


def prose(paper: Path) -> str:
    """A paper without its blocks of code and what is between back-ticks."""
    return re.sub(r"`[^`\n]*`", "", BLOCK.sub("", paper.read_text("utf-8")))


def anchors(paper: Path) -> set[str]:
    """What a link can point to in a paper: its headings in lower case, with hyphens for spaces and without marks."""
    words = (found["words"] for found in HEADING.finditer(paper.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", each.lower()).strip().replace(" ", "-") for each in words}


def rows(text: str) -> Iterator[list[str]]:
    """The rows of a paper's tables, cells without outer space; the lines of dashes are left out."""
    for line in text.splitlines():
        if line.startswith("|") and not set(line) <= set("|-: "):
            yield [cell.strip() for cell in line.strip("|").split("|")]
