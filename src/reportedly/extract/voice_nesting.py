"""Speeches inside others: who relays whom."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.extract.voice_grammar import Range, Speech
from reportedly.extract.voice_speakers import UNNAMED
from reportedly.model import Saying, Stance, VoiceKind


@dataclass(frozen=True, slots=True)
class Heard:
    """A speech with its voices: none where the outlet itself speaks. `source` are the tokens of the speaker's phrase, or None."""

    speech: Speech
    chain: tuple[Saying, ...]
    source: Range | None

    @property
    def told(self) -> bool:
        """Whether someone else than the outlet says it, or doubts it: not what is only wanted, judged or talked of."""
        return not self.speech.held and (bool(self.chain) or self.speech.stance is not Stance.ASSERTS)

    @property
    def length(self) -> int:
        """The number of words of what is said."""
        return sum(end - start for start, end in self.speech.content)

    def holds(self, cue: int) -> bool:
        """Whether a word stands inside what is said."""
        return any(start <= cue < end for start, end in self.speech.content)


def without_idle_hearsay(found: Sequence[Heard]) -> list[Heard]:
    """No unnamed voice where the same words already have a named speaker."""
    named = [h.told and bool(h.chain) and h.chain[0].voice.kind is not VoiceKind.UNNAMED for h in found]
    around = _innermost(found, named)
    return [h for n, h in enumerate(found) if not (h.chain and h.chain[0].voice == UNNAMED) or around[n] is None]


def nested(found: Sequence[Heard]) -> tuple[Heard, ...]:
    """A speech whose cue stands inside another's content is relayed by that one; the widest come first, so that chains add up."""
    around = _innermost(found, [h.told and bool(h.chain) and h.speech.stance is Stance.ASSERTS for h in found])
    done = list(found)
    for n in sorted(range(len(found)), key=lambda i: (-found[i].length, i)):
        outer = around[n]
        if outer is not None and found[n].chain:
            known = {link.voice.id for link in done[n].chain}
            relayed = tuple(link for link in done[outer].chain if link.voice.id not in known)
            done[n] = replace(done[n], chain=(*done[n].chain, *relayed))
    return tuple(sorted(done, key=lambda h: h.speech.cue))


def _innermost(found: Sequence[Heard], fits: Sequence[bool]) -> list[int | None]:
    """For each speech the number of the smallest fitting other one whose content holds its cue, unless each holds the other's."""
    opening = sorted((start, end, found[m].length, m) for m, fit in enumerate(fits) if fit for start, end in found[m].speech.content)
    around: list[int | None] = [None] * len(found)
    open_now: list[tuple[int, int, int]] = []
    at = 0
    for cue, n in sorted((h.speech.cue, n) for n, h in enumerate(found)):
        while at < len(opening) and opening[at][0] <= cue:
            _, end, length, m = opening[at]
            heapq.heappush(open_now, (length, m, end))
            at += 1
        aside = []
        while open_now:
            length, m, end = open_now[0]
            if end > cue and m != n and not found[n].holds(found[m].speech.cue):
                around[n] = m
                break
            heapq.heappop(open_now)
            if end > cue:
                aside.append((length, m, end))
        for each in aside:
            heapq.heappush(open_now, each)
    return around
