"""Text that other programs read: to a stream, or to a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from reportedly.errors import UsageError


def write(stream: TextIO, pieces: Iterable[str]) -> None:
    """Write text as UTF-8, byte for byte; on a terminal with harmless signs for what a terminal would obey."""
    if stream.isatty():
        from reportedly.terminal.safe import safe  # noqa: PLC0415  (Rich is loaded only when it is needed)

        stream.writelines(safe(piece, lines=True) for piece in pieces)
        return
    stream.flush()
    for piece in pieces:
        stream.buffer.write(piece.encode("utf-8", "backslashreplace"))


def save(pieces: Iterable[str | bytes], path: Path) -> None:
    """Write a file whole or not at all; text as UTF-8.

    Raises:
        UsageError: the file cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.writelines(piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace") for piece in pieces)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UsageError(f"{path} cannot be written ({error.strerror}). It was not changed. Give another file to --out.") from error
