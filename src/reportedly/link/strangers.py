"""Which claims cannot be of one event, asked of many claims at once.

What keeps two claims apart is asked trait by trait (`apart.TRAITS`), and most claims share each of theirs with many others. So a crowd
of claims is kept as the few answers that its members give to each trait, and two crowds are compared by these.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from reportedly.link.apart import TRAITS
from reportedly.link.facts import ClaimFacts

Traits = tuple[tuple[int, ...], ...]
"""For each trait the numbers of what some claims have of it, in order."""

REMEMBERED = 1_000_000
"""So many answers about two values of a trait are kept before all are forgotten: about 90 MB."""

PAIR = 40
"""Bits of the greater of two numbers of values in the one number that stands for both."""


class Strangers:
    """Which claims cannot be of one event. What two values of a trait answer is asked once, as long as it is remembered."""

    def __init__(self) -> None:
        self._numbers: tuple[dict[Hashable, tuple[int]], ...] = tuple({} for _ in TRAITS)
        self._facts: tuple[list[ClaimFacts], ...] = tuple([] for _ in TRAITS)
        self._known: tuple[dict[int, bool], ...] = tuple({} for _ in TRAITS)

    def traits(self, members: Iterable[ClaimFacts]) -> Traits:
        """What some claims, at least one, have of each trait."""
        return together([self._own(each) for each in members])

    def _own(self, fact: ClaimFacts) -> Traits:
        own: list[tuple[int]] = []
        for trait, numbers, facts in zip(TRAITS, self._numbers, self._facts, strict=True):
            value = trait.value(fact)
            number = numbers.get(value)
            if number is None:
                number = numbers[value] = (len(facts),)
                facts.append(fact)
            own.append(number)
        return tuple(own)

    def apart(self, one: Traits, other: Traits) -> bool:
        """Whether two claims of which these are the traits cannot be of one event."""
        for n, known in enumerate(self._known):
            mine, yours = one[n], other[n]
            if mine is yours:
                continue
            for a in mine:
                for b in yours:
                    if a == b:
                        continue
                    pair = (a << PAIR) | b if a < b else (b << PAIR) | a
                    strange = known.get(pair)
                    if self._ask(n, pair) if strange is None else strange:
                        return True
        return False

    def _ask(self, n: int, pair: int) -> bool:
        """Ask for the first time what two values of the `n`th trait answer."""
        known, facts = self._known[n], self._facts[n]
        if len(known) >= REMEMBERED:
            known.clear()
        known[pair] = strange = TRAITS[n].apart(facts[pair >> PAIR], facts[pair & (1 << PAIR) - 1]) is not None
        return strange


def together(some: Iterable[Traits]) -> Traits:
    """What claims have of each trait, from what each of them has."""
    first, *others = some
    found = list(first)
    for each in others:
        for n, theirs in enumerate(each):
            if theirs is not found[n] and not set(theirs) <= set(found[n]):
                found[n] = tuple(sorted({*found[n], *theirs}))
    return tuple(found)
