"""Which voices say a happening, and how they stand to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportedly.extract.mentions import VoiceMention
from reportedly.model import Chain, Document, Span, Stance


class Said(NamedTuple):
    """A chain of voices, its stance, the words that show that it speaks, and the token ranges of what it says."""

    chain: Chain
    stance: Stance
    cue: Span | None
    content: tuple[tuple[int, int], ...] = ()


def said_of(document: Document, at: int, voices: Sequence[VoiceMention], *, presupposed: bool) -> list[Said]:
    """Who says what stands at token `at`: the innermost voice, and all who doubt it besides; the outlet itself where nobody does.

    `presupposed` tells that a denial around it denies only who did it, so that the happening itself is the outlet's own.
    """
    around = [v for v in voices if any(start <= at < end for start, end in v.content)]
    speaking = [v for v in around if v.chain and not (presupposed and v.stance is Stance.DENIES)]
    doubting = [v for v in around if not v.chain]
    found = [Said((), Stance.ASSERTS, None)]
    if speaking:
        inner = min(speaking, key=lambda v: (sum(end - start for start, end in v.content), -len(v.chain)))
        found = [Said(inner.chain, inner.stance, document.span(inner.cue, inner.cue + 1), inner.content)]
    return found + [Said((), v.stance, document.span(v.cue, v.cue + 1)) for v in doubting[:1]]
