"""Files of one folder or a tree of folders: which are sources, and how their bytes are had without harm."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reportedly.model import Problem, ProblemReason
from reportedly.read.capture import LARGEST, CannotRead, Media, shown, too_large

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE = ".reportedlyignore"
ENDINGS = {".txt": Media.TEXT, ".html": Media.HTML, ".htm": Media.HTML, ".md": Media.MARKDOWN, ".pdf": Media.PDF, ".eml": Media.EMAIL}
"""Endings of files that hold one report each."""
CONTAINERS = frozenset({".jsonl", ".json", ".csv"})
"""Endings of files that hold records."""
ABOUT = frozenset("readme license licence changelog contributing authors notice".split())
"""Names of files that speak of their folder; in folders they are passed over, whatever their ending."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """The patterns of one `.reportedlyignore`, for the folder in which it stands."""

    folder: Path
    spec: GitIgnoreSpec

    def says(self, path: Path, *, folder: bool) -> bool | None:
        """Whether `path` is ignored; None when no pattern speaks of it."""
        inner = path.relative_to(self.folder).as_posix()
        return self.spec.check_file(inner + "/" if folder else inner).include


def ending(path: Path) -> str:
    """A path's ending in lower case: ".txt"."""
    return path.suffix.lower()


def is_source(path: Path) -> bool:
    """Whether a file in a folder is taken as a source by its name: not hidden, of a known ending, not about the folder itself."""
    known = ending(path) in ENDINGS or ending(path) in CONTAINERS
    return known and not path.name.startswith(".") and path.stem.lower() not in ABOUT


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder, or a link to one. What cannot be looked at is none: opening it tells why."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def names_in(folder: Path) -> frozenset[str]:
    """The names of everything in a folder; nothing when it cannot be listed, which `walk` tells."""
    try:
        return frozenset(each.name for each in folder.iterdir())
    except OSError:
        return frozenset()


def walk(top: Path) -> Iterator[tuple[Path, tuple[Path, ...]] | Problem]:
    """Each folder below `top` (itself first) with its files, all in sorted order.

    Hidden files and folders and what a `.reportedlyignore` names are left out. A folder that is reached
    twice, such as over a link to one of its parents, is walked once.
    """
    yield from _walk(top, (), set())


def _walk(folder: Path, rules: tuple[_Rules, ...], been: set[tuple[int, int]]) -> Iterator[tuple[Path, tuple[Path, ...]] | Problem]:
    try:
        seen = folder.stat()
        inside = sorted(each for each in folder.iterdir() if not each.name.startswith("."))
        has_rules = (folder / IGNORE).exists()
    except OSError as error:
        yield unreadable(error, "The folder").of(shown(str(folder)))
        return
    if (seen.st_dev, seen.st_ino) in been:
        return
    been.add((seen.st_dev, seen.st_ino))
    if has_rules:
        try:
            rules = (*rules, _rules(folder))
        except CannotRead as error:
            yield error.of(shown(str(folder / IGNORE)))
    folders = [each for each in inside if is_folder(each)]
    files = [each for each in inside if each not in set(folders)]
    yield folder, tuple(each for each in files if not _ignored(each, rules, folder=False))
    for each in folders:
        if not _ignored(each, rules, folder=True):
            yield from _walk(each, rules, been)


def _rules(folder: Path) -> _Rules:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  (only folders with a .reportedlyignore need it)

    data = read_bytes(folder / IGNORE)
    try:
        return _Rules(folder, GitIgnoreSpec.from_lines(data.decode("utf-8").splitlines()))
    except ValueError as error:
        raise CannotRead(
            ProblemReason.MALFORMED, f"Its patterns cannot be read ({error}), so nothing was left out. Write them as in a .gitignore file."
        ) from error


def _ignored(path: Path, rules: tuple[_Rules, ...], *, folder: bool) -> bool:
    for each in reversed(rules):
        said = each.says(path, folder=folder)
        if said is not None:
            return said
    return False


def read_bytes(path: Path) -> bytes:
    """The whole of a file of at most LARGEST bytes.

    Raises:
        CannotRead: missing, no regular file, not permitted, or too large (told before it is read).
    """
    with opened(path) as stream:
        size = path.stat().st_size
        if size > LARGEST:
            raise too_large(f"{size / 10**6:.0f} MB")
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise too_large(f"over {LARGEST // 10**6} MB")
    return data


def opened(path: Path) -> BinaryIO:
    """A regular file, open for reading. Pipes, sockets and devices are not opened.

    Raises:
        CannotRead: missing, no regular file, or not permitted.
    """
    check_regular(path)
    try:
        return path.open("rb")
    except OSError as error:
        raise unreadable(error, "The file") from error


def check_regular(path: Path) -> None:
    """Refuse what is there but holds no bytes of its own.

    Raises:
        CannotRead: missing, or no regular file.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise unreadable(error, "The file") from error
    if not stat.S_ISREG(mode):
        raise CannotRead(
            ProblemReason.UNREADABLE,
            "It is not a file but a pipe, a socket or a device, and was not opened. Write its content to a file, or pipe it into '-'.",
        )


def unreadable(error: OSError | ValueError, what: str) -> CannotRead:
    """Why the system did not give a file or folder."""
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return CannotRead(ProblemReason.MISSING, f"{what} is not there, or is a link that leads nowhere. Check the path.")
    return CannotRead(
        ProblemReason.UNREADABLE, f"{what} cannot be opened ({error.strerror}). Check its permissions and that it is whole, then run again."
    )
