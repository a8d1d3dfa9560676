"""What the small readers find: typed mentions with their tokens. Only `extract/` speaks of these.

Every mention covers tokens `[start, end)` of the document, never empty.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import Chain, Count, Entity, Field, Stance, When, Where


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression and the days it means. `head` is the word it hangs on the sentence by."""

    start: int
    end: int
    head: int
    when: When


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place name, or a described spot ("10 km south of X": the whole phrase), resolved.

    `head` is its head word. `relation` is the lower-case preposition or phrase before it ("in", "near",
    "from", "towards", "south of"), or "" when there is none.
    """

    start: int
    end: int
    head: int
    where: Where
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMention:
    """A number of people or things and what is said of them.

    `start`/`end` cover number, hedge and counted noun ("at least 12 people"); `head` is the counted noun, or the
    number where it stands alone. `field` is what the number counts: one of model.COUNT_FIELDS.
    `governor` is the word that says what became of them (killed, toll, fired, hit), or None.
    """

    start: int
    end: int
    head: int
    field: Field
    count: Count
    governor: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """Someone or something named by a noun phrase. `head` is its head word."""

    start: int
    end: int
    head: int
    entity: Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceMention:
    """A stretch of text that a chain of voices says.

    `content` are the token ranges `[start, end)` of what is said (a quotation, a that-clause, a following
    sentence that goes on); `cue` is the word that carries the saying ("said", "according", "denied").
    `stance` is how the last speaker stands to it: "denied that X" denies.
    """

    chain: Chain
    content: tuple[tuple[int, int], ...]
    cue: int
    stance: Stance = Stance.ASSERTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """What the readers of times, places, numbers and voices found in one document, each in text order."""

    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    counts: tuple[CountMention, ...]
    voices: tuple[VoiceMention, ...]
