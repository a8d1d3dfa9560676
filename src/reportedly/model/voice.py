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
    ENEMY_LOSSES = "enemy losses"
    THIRD_PARTY = "third party"


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
    for ("state:RU"), or None: two ministries of one state have the same `of`.
    """

    name: str
    id: str
    kind: VoiceKind
    of: str | None = None
    stake: Stake | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One link of a chain: a voice, the words that show that it speaks, and the medium."""

    voice: Voice
    cue: Span | None = None
    medium: Medium | None = None


Chain = tuple[Saying, ...]
"""First speaker first, then each relayer. Empty: the outlet says it in its own voice."""
