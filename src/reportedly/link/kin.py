"""Words of one meaning: how near two words for happenings are by a dictionary of meanings, and by what kind of harm they tell."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources

REMEMBERED = 20_000
"""Words that are remembered with what was found for them."""

HARMS: Mapping[str, frozenset[str]] = {
    "death": frozenset(
        """kill killing killer die death dead deadly dying fatal fatally fatality suicide murder murderer homicide manslaughter slay
        slaying body corpse autopsy deceased decease perish lifeless execute execution assassinate assassination massacre mourn mourning
        grieve grief funeral bury burial slaughter lynch behead drown succumb casualty loss lose""".split()
    ),
    "wound": frozenset(
        """wound injure injury hurt hospitalize hospitalise surgery treat treatment critical critically stable condition maim paralyze
        paralyse bleed graze recover recovery survive burn casualty""".split()
    ),
    "hit": frozenset("shoot hit strike shot gun stab beat target struck".split()),
    "fire": frozenset(
        """shooting gunshot gunfire shooter gunman fire firing discharge shot bullet shootout crossfire gunfight sniper explosion explode
        blast bombing bomb shelling shell attack strike attacker bomber""".split()
    ),
    "happening": frozenset(
        "incident event accident tragedy it this that which these those bloodshed violence case scene situation happen occur".split()
    ),
}
"""Words for a death, a wound, a person who is hit, what was fired or blew up, and the happening as a whole. A word may be of two."""


@functools.cache
def _table() -> Mapping[str, str]:
    """The meanings of each word as they are written: the number of each and, in hundredths, how much it counts."""
    text = (resources.files("reportedly.link") / "data" / "word_kin.tsv").read_text(encoding="utf-8")
    rows = [line.partition("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    return {word: own for word, _, own in rows}


@functools.lru_cache(maxsize=REMEMBERED)
def _meanings(word: str) -> Mapping[int, float]:
    return {int(n): int(share) / 100 for n, share in (one.split(":") for one in _table().get(word, "").split())}


def kinship(one: str, other: str) -> float:
    """How near the meanings of two words are, 0 to 1, the same both ways: 1 where the most frequent sense of both is the same.

    Source: WordNet 3.0, made into a table by `bench/make_kin.py`, where it stands what a sense and a more general meaning count.
    """
    mine, yours = _meanings(one), _meanings(other)
    return max((mine[n] * yours[n] for n in mine.keys() & yours.keys()), default=0.0)


@functools.lru_cache(maxsize=REMEMBERED)
def harms(word: str) -> frozenset[str]:
    """The kinds of harm that a word tells of."""
    return frozenset(kind for kind, words in HARMS.items() if word in words)
