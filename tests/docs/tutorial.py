"""Runs the commands of docs/tutorial.md: `python -m tests.docs.tutorial` writes what they print into it again.

A block of the kind `console` holds lines that begin with "$ " and below each what it prints (standard output only). All blocks run one after
the other in one new folder in which `samples` stands. Ids of events and reports change with what they are made of, so a comment
`<!-- id e1234 = COMMAND -->` says how the one in the text is found: of the objects that COMMAND prints, the one with the most claims
(of equals the first). When it has another id now, the first five letters of that take the place of the old ones in the whole text.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.docs.papers import DOCS, ROOT

TUTORIAL = DOCS / "tutorial.md"
BLOCK = re.compile(r"^```console\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)
IDENTITY = re.compile(r"<!-- id (?P<old>\w+) = (?P<command>.+?) -->")
LETTERS = 5
WIDTH = 110


def environment() -> Mapping[str, str]:
    """What the commands run with: this installation, a fixed width, no colours."""
    bin_folder = Path(sys.executable).parent
    return {
        "PATH": f"{bin_folder}:{os.environ['PATH']}",
        "COLUMNS": str(WIDTH),
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
        "HOME": os.environ["HOME"],
    }


def said(command: str, folder: Path) -> str:
    """What a command prints, without white space at the ends of lines."""
    done = subprocess.run(  # noqa: S603  (the commands are those of our own tutorial)
        ["/bin/sh", "-c", command], cwd=folder, env=dict(environment()), capture_output=True, encoding="utf-8", check=False
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())


def identified(text: str, folder: Path) -> str:
    """The text with the ids that its comments ask for."""
    for found in list(IDENTITY.finditer(text)):
        rows = [json.loads(line) for line in said(found["command"], folder).splitlines()]
        if not rows:
            raise LookupError(f"{found['command']} prints nothing, so no id can be taken from it.")
        best = max(rows, key=lambda row: len(row.get("claims", ())))
        text = text.replace(found["old"], str(best["id"])[:LETTERS])
    return text


def ran(lines: str, folder: Path) -> str:
    """The lines of a block with what each command prints now."""
    commands = re.findall(r"^\$ (.+)$", lines, re.MULTILINE)
    return "".join(f"$ {command}\n{shown}\n" if (shown := said(command, folder)) else f"$ {command}\n" for command in commands)


def refreshed(text: str) -> str:
    """The tutorial with its ids and outputs as they are now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "samples").symlink_to(ROOT / "samples")
        said("reportedly run samples --into demo.db", folder)
        text = identified(text, folder)
        (folder / "demo.db").unlink()
        return BLOCK.sub(lambda found: f"```console\n{ran(found['lines'], folder)}```", text)


if __name__ == "__main__":
    TUTORIAL.write_text(refreshed(TUTORIAL.read_text("utf-8")), "utf-8")
