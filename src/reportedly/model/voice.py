"""Who says something, and through whom it came."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span


class VoiceKind(StrEnum):
    """What kind of speaker a voice is."""

    OFFICIAL = "official"
    """A state body or office holder that is not itself fighting here."""
    PARTY = "party"
    """A party to the conflict: an army, a defence ministry, an armed group."""
    MONITOR = "monitor"
    AID = "aid"
    MEDIA = "media"
    EXPERT = "expert"
    WITNESS = "witness"
    UNNAMED = "unnamed"
    """"Sources", "reports", "it is claimed"."""


class Stake(StrEnum):
    """What the voice has at stake in what it says."""

    OWN_LOSSES = "own losses"
    """It speaks of what its own side suffered."""
    ENEMY_LOSSES = "enemy losses"
    """It speaks of what its own side did to another."""
    THIRD_PARTY = "third party"
    """It speaks of what others did to others."""


SIDES = ("state:", "group:")
"""How the ids of those begin that can be a side of a conflict."""


class Medium(StrEnum):
    """How the voice said it."""

    STATEMENT = "statement"
    BRIEFING = "briefing"
    INTERVIEW = "interview"
    SOCIAL_MEDIA = "social media"
    BROADCAST = "broadcast"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Someone who says something.

    `name` is the usual form ("Russian Ministry of Defence"); `id` is the same for
    every form of one voice's name. `of` is the id of the state or group it speaks
    for ("state:RU"), or None: two ministries of one state have the same `of`. `stake` is what it has at stake in the claim that it
    makes, None where that is not known: one voice has another in another claim, so tell voices apart by their ids.
    """

    name: str
    id: str
    kind: VoiceKind
    of: str | None = None
    stake: Stake | None = None

    @property
    def side(self) -> str | None:
        """The state or group that it speaks for or is ("state:RU"), or an alliance's forces; None where that is not known."""
        if self.of is not None:
            return self.of if self.of.startswith((*SIDES, "org:")) else None
        return self.id.partition("/")[0] if self.id.startswith(SIDES) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One link of a chain: a voice, the words that show that it speaks, and the medium."""

    voice: Voice
    cue: Span | None = None
    medium: Medium | None = None


Chain = tuple[Saying, ...]
"""First speaker first, then each relayer. Empty: the outlet says it in its own voice."""
