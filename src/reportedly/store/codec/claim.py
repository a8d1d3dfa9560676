"""Claims and their chains as rows."""

from __future__ import annotations

from functools import lru_cache

from reportedly.model import Claim, Field, Kind, Medium, Modality, Saying, Stake, Stance, Stated, Voice, VoiceKind
from reportedly.store.codec.parts import Row, maybe_span_of, maybe_span_row, members, span_of, span_row, spans_of, spans_row
from reportedly.store.codec.value import value_of, value_row

FIELDS, KINDS, STANCES, MODALITIES = members(Field), members(Kind), members(Stance), members(Modality)
MEDIA, STAKES, VOICE_KINDS = members(Medium), members(Stake), members(VoiceKind)


def voice_row(voice: Voice) -> Row:
    """A voice as a row."""
    return {
        "name": voice.name,
        "id": voice.id,
        "kind": voice.kind.value,
        "of": voice.of,
        "stake": None if voice.stake is None else voice.stake.value,
    }


def voice_of(row: Row) -> Voice:
    """The voice of a row."""
    return _voice(row["name"], row["id"], row["kind"], row["of"], row["stake"])


@lru_cache(maxsize=65536)
def _voice(name: str, identity: str, kind: str, of: str | None, stake: str | None) -> Voice:
    """One object for all rows that say the same: voices speak often."""
    return Voice(name=name, id=identity, kind=VOICE_KINDS[kind], of=of, stake=None if stake is None else STAKES[stake])


def saying_row(saying: Saying) -> Row:
    """One link of a chain as a row."""
    medium = None if saying.medium is None else saying.medium.value
    return {"voice": voice_row(saying.voice), "cue": maybe_span_row(saying.cue), "medium": medium}


def saying_of(row: Row) -> Saying:
    """The link of a chain of a row."""
    medium = None if row["medium"] is None else MEDIA[row["medium"]]
    return Saying(voice=voice_of(row["voice"]), cue=maybe_span_of(row["cue"]), medium=medium)


def stated_row(stated: Stated) -> Row:
    """A stated value as a row."""
    return {"field": stated.field.value, "value": value_row(stated.value), "text": stated.text, "span": span_row(stated.span)}


def stated_of(row: Row) -> Stated:
    """The stated value of a row."""
    field = FIELDS[row["field"]]
    return Stated(field=field, value=value_of(field, row["value"]), text=row["text"], span=span_of(row["span"]))


def claim_row(claim: Claim) -> Row:
    """A claim as a row."""
    return {
        "id": claim.id,
        "report": claim.report,
        "kind": claim.kind.value,
        "stance": claim.stance.value,
        "modality": claim.modality.value,
        "chain": [saying_row(each) for each in claim.chain],
        "spans": spans_row(claim.spans),
        "trigger": span_row(claim.trigger),
        "values": [stated_row(each) for each in claim.values],
        "version": claim.version,
        "refers_to": maybe_span_row(claim.refers_to),
    }


def claim_of(row: Row) -> Claim:
    """The claim of a row."""
    return Claim(
        id=row["id"],
        report=row["report"],
        kind=KINDS[row["kind"]],
        stance=STANCES[row["stance"]],
        modality=MODALITIES[row["modality"]],
        chain=tuple(saying_of(each) for each in row["chain"]),
        spans=spans_of(row["spans"]),
        trigger=span_of(row["trigger"]),
        values=tuple(stated_of(each) for each in row["values"]),
        version=row["version"],
        refers_to=maybe_span_of(row["refers_to"]),
    )
