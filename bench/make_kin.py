"""Make the table of words of one meaning out of WordNet 3.0: python -m bench.make_kin --wordnet FOLDER [--write]

FOLDER holds WordNet's `index.*` and `data.*` (Debian's package wordnet-base: usr/share/wordnet). With --write the table is put into
`link/data/word_kin.tsv`, where `link/kin.py` reads it. A word has the meanings (synsets) of its first senses and the more general ones
above them; a noun or adjective also those of the verbs that it is derived from, so that "purchase", "buy" and "acquisition" meet.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PARTS = {"v": "verb", "n": "noun", "a": "adj", "r": "adv"}

HAPPENING = frozenset({4, 9, 10, 11, 12, 19, 21, 22, 26})
"""WordNet's files of nouns that can name a happening: act, cognition, communication, event, feeling, phenomenon, possession, process
and state."""

SENSES = (1.0, 0.8, 0.6, 0.5, 0.4)
"""How much each sense of a word counts, the most frequent first; later ones do not."""

DERIVED = 0.9
"""How much the meaning of a word from which another is derived counts for this."""

ABOVE = 0.6
"""How much a more general meaning, or what a deed causes, counts for the meaning below it."""

LEVELS = 2
LEAST = 0.25
"""Meanings that count less are left out."""

MOST = 600
"""A meaning that more words have, those below it counted, is too general to tell anything."""

UP = frozenset({"@", "@i", ">"})
"""Pointers to what is more general, and from a deed to what it causes."""

TARGET = Path(__file__).parent.parent / "src/reportedly/link/data/word_kin.tsv"
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A synset: its file, and the synsets that its pointers lead to by their sign."""

    file: int
    to: tuple[tuple[str, Key], ...]


def meanings(folder: Path) -> dict[Key, Meaning]:
    """All synsets."""
    found = {}
    for part, name in PARTS.items():
        for line in _lines(folder / f"data.{name}"):
            fields = line.split(" | ")[0].split()
            words = int(fields[3], 16)
            at = 4 + 2 * words
            pointers = [fields[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(fields[at]))]
            to = tuple((sign, (kind.replace("s", "a"), int(offset))) for sign, offset, kind, _ in pointers)
            found[part, int(fields[0])] = Meaning(int(fields[1]), to)
    return found


def _lines(file: Path) -> Iterator[str]:
    return (line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith(" "))


def senses(folder: Path) -> dict[str, list[Key]]:
    """The synsets of each single word for each of its parts of speech, the most frequent first."""
    found: dict[str, list[Key]] = {}
    for part, name in PARTS.items():
        for line in _lines(folder / f"index.{name}"):
            fields = line.split()
            if "_" not in fields[0]:
                offsets = fields[-int(fields[2]) :]
                found[f"{fields[0]} {part}"] = [(part, int(offset)) for offset in offsets[: len(SENSES)]]
    return found


def told(key: Key, known: Mapping[Key, Meaning]) -> Iterator[tuple[Key, float]]:
    """The meanings of happenings that a meaning is, or is derived from."""
    part, meaning = key[0], known[key]
    if part == "v" or (part == "n" and meaning.file in HAPPENING):
        yield key, 1.0
    if part != "v":
        yield from ((to, DERIVED) for sign, to in meaning.to if sign in ("+", "\\") and to[0] == "v")
    if part in ("a", "r"):
        yield from ((to, DERIVED) for sign, to in meaning.to if to[0] == "n" and known[to].file in HAPPENING)


def above(key: Key, known: Mapping[Key, Meaning]) -> Iterator[tuple[Key, float]]:
    """A meaning, and the more general ones."""
    level = {key: 1.0}
    for _ in range(LEVELS + 1):
        yield from level.items()
        level = {
            to: weight * ABOVE
            for one, weight in level.items()
            for sign, to in known[one].to
            if sign in UP or (sign == "+" and one[0] == "n" and to[0] == "v")
        }


def table(folder: Path) -> dict[str, dict[Key, float]]:
    """The meanings of each word, with how much each counts."""
    known = meanings(folder)
    found: dict[str, dict[Key, float]] = defaultdict(dict)
    for name, keys in senses(folder).items():
        own = found[name.split()[0]]
        for share, key in zip(SENSES, keys, strict=False):
            for one, derived in told(key, known):
                for top, weight in above(one, known):
                    own[top] = max(own.get(top, 0.0), share * derived * weight)
    holders = Counter(key for own in found.values() for key, weight in own.items() if weight >= LEAST)
    kept = {
        word: {key: weight for key, weight in own.items() if weight >= LEAST and 1 < holders[key] <= MOST} for word, own in found.items()
    }
    return {word: own for word, own in sorted(kept.items()) if own}


def main() -> None:
    """Make the table, tell its size, and write it if asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.make_kin", description=__doc__)
    parser.add_argument("--wordnet", type=Path, required=True, help="the folder with WordNet 3.0's files")
    parser.add_argument("--write", action="store_true", help="put the table into the package")
    options = parser.parse_args()
    found = table(options.wordnet)
    numbers: dict[Key, int] = {}
    for own in found.values():
        for key in own:
            numbers.setdefault(key, len(numbers))
    sys.stdout.write(f"{len(found)} words, {len(numbers)} meanings\n")
    if options.write:
        lines = [
            "# Words and their meanings, each with how much it counts in hundredths. Made by bench/make_kin.py from WordNet 3.0",
            "# (copyright 2006 by Princeton University; see NOTICE). A meaning that one word alone has is left out.",
            "word\tmeanings",
            *(
                "\t".join([word, " ".join(f"{numbers[key]}:{round(100 * w)}" for key, w in sorted(own.items()))])
                for word, own in found.items()
            ),
        ]
        TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
