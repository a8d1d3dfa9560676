"""Who "we" are in what a party to the conflict says: "We shelled the port," the ministry said."""

from __future__ import annotations

from reportedly.extract.entity_names import country_entity, known_by_id
from reportedly.extract.frames import verb_frame
from reportedly.extract.happenings import Happening
from reportedly.model import Chain, Document, Entity, EntityKind, Field, Stated

WE = frozenset({"we", "us"})


def speaker_acts(document: Document, happening: Happening, chain: Chain) -> Stated | None:
    """The side of the first speaker as the actor of what "we" did, with the pronoun as the words for it.

    None where nobody speaks, "we" do nothing, or the speaker speaks for no state or group: a witness's "we" are not known.
    """
    head = next((h for v in happening.verbs for h in verb_frame(document, v).agents if document.tokens[h].lower in WE), None)
    side = _side(chain) if head is not None else None
    if head is None or side is None:
        return None
    return Stated(field=Field.ACTOR, value=(side,), text=document.words(head, head + 1), span=document.span(head, head + 1))


def _side(chain: Chain) -> Entity | None:
    if not chain or chain[0].voice.of is None:
        return None
    voice, of = chain[0].voice, chain[0].voice.of
    if not of.startswith("state:"):
        return known_by_id().get(of)
    if voice.id.startswith(f"{of}/"):
        return Entity(name=voice.name, id=voice.id, kind=EntityKind.STATE_FORCES)
    return country_entity(of.removeprefix("state:"))
