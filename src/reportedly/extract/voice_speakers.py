"""From the head of a speaker's phrase to the voice: whose it is, what kind it is, for whom it speaks."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from reportedly.extract.entity_mentions import belongs_to
from reportedly.extract.entity_names import sorts
from reportedly.extract.entity_people import slug
from reportedly.extract.entity_phrases import bare, phrase
from reportedly.extract.entity_reading import reading
from reportedly.extract.entity_salience import last_state, resolve
from reportedly.extract.voice_grammar import children, prepositional
from reportedly.extract.voice_words import speech
from reportedly.model import Document, Entity, EntityKind, Voice, VoiceKind

PARTY_PARTS = frozenset(
    {
        "mod",
        "navy",
        "army",
        "military",
        "air-force",
        "special-forces",
        "security-forces",
        "general-staff",
        "border-guards",
        "national-guard",
        "military-officials",
        "revolutionary-guards",
        "marines",
        "coast-guard",
        "defence-minister",
    }
)
"""Parts of a state that fight or command those who do."""

ACTS = frozenset(
    {"attack", "strike", "airstrike", "blast", "explosion", "bombing", "fighting", "clash", "raid", "run", "war", "battle", "shelling"}
)
"""Happenings, which "claim" lives but say nothing."""

OF_SORT = {
    "monitor": VoiceKind.MONITOR,
    "aid": VoiceKind.AID,
    "media": VoiceKind.MEDIA,
    "expert": VoiceKind.EXPERT,
    "group": VoiceKind.PARTY,
}

STATE_ROLES = frozenset({"minister", "president", "premier", "secretary", "chancellor", "general", "admiral", "colonel", "marshal"})
"""Offices of a state: without a country they are of the state that the report speaks of."""

PEOPLE = frozenset(
    {
        "those",
        "these",
        "many",
        "some",
        "others",
        "most",
        "few",
        "all",
        "both",
        "everyone",
        "everybody",
        "someone",
        "somebody",
        "anyone",
        "one",
        "half",
        "several",
        "another",
        "each",
    }
)
"""Pronouns for people of whom nothing more is said."""

FIGURES = frozenset({"estimate", "figure", "count", "tally", "number", "data", "statistic"})
"""Numbers, which are said by whom they belong to."""

NOBODY = frozenset({"nobody", "none", "neither", "nothing", "no-one"})
"""Words for the absence of anyone who speaks."""

SILENT = frozenset({EntityKind.OBJECT, EntityKind.WEAPON, EntityKind.PLATFORM})
"""What cannot speak."""

UNNAMED = Voice(name="unnamed sources", id="unnamed:sources", kind=VoiceKind.UNNAMED)
"""Nobody is named at all ("reportedly")."""


def voice(document: Document, head: int, earlier: Sequence[Voice], *, sure: bool = True) -> Voice | None:
    """The voice that a speaker's phrase stands for; None for nobody, for the author, and for what cannot speak.

    `sure` tells that the cue is a word of saying and nothing else, so that even an unknown noun is a speaker.

    `earlier` are the voices heard so far in the report, the latest last: "he said" and "the statement said" go back to them.
    """
    token = document.tokens[head]
    if token.lower in NOBODY or any(document.tokens[c].lower in ("no", "neither") for c in children(document, head, "det")):
        return None
    if token.tag in ("WP", "WDT"):
        noun = _relative(document, head)
        return voice(document, noun, earlier, sure=sure) if noun is not None else None
    return _pronoun(document, head, earlier) if token.pos == "PRON" else _of_noun(document, _named(document, head), earlier, sure=sure)


def _named(document: Document, head: int) -> int:
    """The name in "the governor of X, NAME": the person in apposition to what a phrase calls them."""
    people = reading(document).people
    named = next((c for c in children(document, head, "appos") if c in people), None)
    return head if named is None or head in people or document.tokens[head].lemma in speech("document") else named


def _of_noun(document: Document, head: int, earlier: Sequence[Voice], *, sure: bool) -> Voice | None:
    token = document.tokens[head]
    if token.lemma in speech("document") or (token.lemma in FIGURES and _owner(document, head) is not None):
        return _document(document, head, earlier)
    if token.lemma in ("spokesman", "spokeswoman", "spokesperson") and head not in reading(document).people:
        return _spokesman(document, head, earlier)
    mention = resolve(document, head)
    if mention is None and sure and token.pos not in ("VERB", "AUX", "PUNCT") and token.lemma not in ACTS:
        return _described(document, head)
    if mention is None or mention.entity.id is None or mention.entity.id == "civilians":
        return _described(document, head) if mention is not None and _can_speak(document, head, mention.entity, sure=sure) else None
    if mention.entity.kind is EntityKind.PERSON:
        return _person(document, head, mention.entity, earlier)
    return _of_entity(document, mention.entity, head)


def _spokesman(document: Document, head: int, earlier: Sequence[Voice]) -> Voice:
    """Whom a spokesman without a name speaks for."""
    owner = _owner(document, head)
    if owner is not None:
        return _of_entity(document, owner, head)
    return next((v for v in reversed(earlier) if v.of or v.kind is VoiceKind.OFFICIAL), None) or _described(document, head)


@functools.cache
def _speakers() -> frozenset[str]:
    labels = ("document", "personal", "unnamed", "witness", "expert", "monitor", "aid", "official", "party", "media")
    return frozenset().union(*(speech(label) for label in labels))


def _can_speak(document: Document, head: int, entity: Entity, *, sure: bool) -> bool:
    token = document.tokens[head]
    if {token.lemma, token.lower} & _speakers():
        return True
    if (entity.kind in SILENT and not (sure and entity.kind is EntityKind.OBJECT)) or token.tag == "VBG" or token.lemma in ACTS:
        return False
    return sure or entity.kind is not EntityKind.UNKNOWN or token.pos == "PROPN"


def is_author(document: Document, head: int) -> bool:
    """Whether "I" or "we" speaks, which outside quotations is the outlet itself."""
    return document.tokens[head].lower in ("i", "we", "us")


def _relative(document: Document, head: int) -> int | None:
    """The noun that "who" or "which" stands for, or None."""
    verb = next((i for i in document.ancestors(head) if document.tokens[i].dep == "relcl"), None)
    noun = document.tokens[verb].head if verb is not None else None
    return noun if noun is not None and noun != verb and document.tokens[noun].tag not in ("WP", "WDT") else None


def _pronoun(document: Document, head: int, earlier: Sequence[Voice]) -> Voice | None:
    lower = document.tokens[head].lower
    if lower in ("he", "she"):
        spoke = next((v for v in reversed(earlier[-4:]) if _is_someone(v)), None)
    elif lower in ("it", "they"):
        spoke = next((v for v in reversed(earlier[-2:]) if not v.id.startswith("person:")), None)
    else:
        return _described(document, head) if lower in PEOPLE else None
    if spoke is not None:
        return spoke
    mention = resolve(document, head)
    if mention is None:
        return Voice(name=lower, id=f"unnamed:{lower}", kind=VoiceKind.UNNAMED)
    return (
        _person(document, head, mention.entity, earlier)
        if mention.entity.kind is EntityKind.PERSON
        else _of_entity(document, mention.entity, head)
    )


def _is_someone(heard: Voice) -> bool:
    """Whether a voice can be "he" or "she": a person, or one known by an office."""
    return heard.id.startswith(("person:", "voice:")) or (
        not heard.id.startswith("state:") and bool({*heard.name.lower().split()} & speech("personal"))
    )


def _document(document: Document, head: int, earlier: Sequence[Voice]) -> Voice | None:
    """In "A statement from X", "X's statement", "the statement on the ministry's website", "the statement" said."""
    owner = _owner(document, head)
    if owner is None:
        place = prepositional(document, head, "on", "in")
        owner = _owner(document, place) if place is not None else None
    if owner is not None:
        return _of_entity(document, owner, head)
    said = next((v for v in reversed(earlier) if v.kind is not VoiceKind.MEDIA), None)
    return said or _described(document, head)


def _owner(document: Document, head: int) -> Entity | None:
    """Whose a document is, or for whom a spokesman speaks."""
    for child in (
        prepositional(document, head, "from", "by", "for", "of", "with", "at"),
        next(iter(children(document, head, "poss")), None),
    ):
        if child is not None:
            found = resolve(document, child)
            if found is not None and found.entity.id is not None:
                return found.entity
    owner = belongs_to(document, head)
    if owner is not None:
        return owner.entity
    below = [
        c
        for c in children(document, head, "compound", "nmod", "amod")
        if document.tokens[c].lower in ("ministry", "army", "police", "military", "government")
    ]
    found = resolve(document, below[-1]) if below else None
    return found.entity if found and found.entity.id else None


def _of_entity(document: Document, entity: Entity, head: int) -> Voice:
    identity = entity.id or f"voice:{slug(entity.name)}"
    if identity.startswith("state:"):
        state, _, part = identity.partition("/")
        kind = VoiceKind.PARTY if part in PARTY_PARTS else VoiceKind.MEDIA if part == "state-media" else VoiceKind.OFFICIAL
        return Voice(name=entity.name, id=identity, kind=kind, of=state)
    if identity.startswith("group:") or entity.kind is EntityKind.EXTERNAL_FORCES:
        return Voice(name=entity.name, id=identity, kind=VoiceKind.PARTY, of=identity)
    kind = OF_SORT.get(sorts().get(identity, ""), _kind(document, head))
    if kind is VoiceKind.UNNAMED and entity.kind is EntityKind.ORGANISATION:
        kind = (
            VoiceKind.AID if "red-cross" in identity or "red-crescent" in identity else VoiceKind.OFFICIAL if identity in sorts() else kind
        )
    return Voice(name=entity.name, id=identity, kind=kind)


def _person(document: Document, head: int, entity: Entity, earlier: Sequence[Voice]) -> Voice:
    """A person keeps the kind and the side that the report gave on first naming."""
    known = next((v for v in reversed(earlier) if v.id == entity.id), None)
    if known is not None:
        return known
    full = reading(document).people.get(head)
    at = full.end - 1 if full else head
    owner, roles = _role(document, at)
    speaks = bool(roles & (speech("official") | speech("party") | speech("personal")))
    if roles & CIVIL_GENERALS:
        roles -= {"general"}
    if owner is None and roles & STATE_ROLES:
        owner = _only_state(document, at)
    if owner is not None and (speaks or not str(owner.id).startswith("state:")):
        whole = _of_entity(document, owner, at)
        known_kind = whole.kind if whole.kind is not VoiceKind.UNNAMED else _kind_of(roles, VoiceKind.UNNAMED)
        kind = VoiceKind.EXPERT if roles & speech("expert") else VoiceKind.PARTY if roles & speech("party") else known_kind
        return Voice(name=entity.name, id=str(entity.id), kind=kind, of=whole.of or (None if whole.kind is VoiceKind.MEDIA else whole.id))
    return Voice(name=entity.name, id=str(entity.id), kind=_kind_of(roles, VoiceKind.WITNESS))


def _only_state(document: Document, at: int) -> Entity | None:
    """The state that a report speaks of before a word, where it names no other: of two, nothing tells whose minister speaks."""
    names = reading(document).names
    found = {names[i].known.country for i in range(max(0, at - EARLIER), at) if i in names and names[i].known.sort == "country"}
    return last_state(document, at) if len(found) == 1 else None


EARLIER = 1000
"""So many words back the states are looked for that a report names before an office holder."""


def _role(document: Document, at: int) -> tuple[Entity | None, frozenset[str]]:
    """Whom a person belongs to, from the words before the name and its apposition, and the role's words."""
    start, end = phrase(document, at)
    spots = [at, *children(document, at, "appos")]
    if document.tokens[at].dep == "appos":
        spots.append(document.tokens[at].head)
    roles = {document.tokens[i].lemma for i in range(start, end)} | {document.tokens[i].lower for i in range(start, end)}
    owner = next((m.entity for i in range(start, end) if document.tokens[i].text == "Observatory" and (m := resolve(document, i))), None)
    for spot in spots:
        first, last = phrase(document, spot)
        roles |= {document.tokens[i].lemma for i in range(first, last)}
        found = belongs_to(document, spot)
        inside = found.entity if found else None
        if inside is None and spot != at:
            owned = prepositional(document, spot, "of", "at", "for", "with")
            mention = resolve(document, owned) if owned is not None else None
            inside = mention.entity if mention else None
        owner = owner or inside
    return owner, frozenset(roles)


def _kind(document: Document, head: int) -> VoiceKind:
    """The kind of a voice by its head word ("local authorities"), else by the words before it ("hospital sources")."""
    start, end = phrase(document, head)
    token = document.tokens[head]
    whole = frozenset({t.lemma for t in document.tokens[start:end]} | {t.lower for t in document.tokens[start:end]})
    own = _kind_of(frozenset({token.lemma, token.lower}), VoiceKind.UNNAMED)
    return own if own is not VoiceKind.UNNAMED else _kind_of(whole, VoiceKind.UNNAMED)


CIVIL_GENERALS = frozenset({"prosecutor", "secretary", "attorney", "director", "consul", "inspector", "governor"})
"""Words that make a "general" no soldier."""


def _kind_of(found: frozenset[str], otherwise: VoiceKind) -> VoiceKind:
    if "general" in found and found & CIVIL_GENERALS:
        found = (found - {"general"}) | {"official"}
    for label, kind in (
        ("witness", VoiceKind.WITNESS),
        ("monitor", VoiceKind.MONITOR),
        ("expert", VoiceKind.EXPERT),
        ("media", VoiceKind.MEDIA),
        ("aid", VoiceKind.AID),
        ("party", VoiceKind.PARTY),
        ("official", VoiceKind.OFFICIAL),
    ):
        if found & speech(label):
            return kind
    return otherwise


def _of_end(document: Document, head: int, end: int) -> int:
    """Where "the governor of the X region" ends."""
    of = next((c for c in document.children[head] if c == end and document.tokens[c].lower in ("of", "for")), None)
    inside = next(iter(children(document, of, "pobj")), None) if of is not None else None
    return inside + 1 if inside is not None and inside - head <= LONGEST_OF else end


LONGEST_OF = 8
"""An office is named with at most so many words of what it is over."""


def _described(document: Document, head: int) -> Voice:
    """A voice without a known name, in the report's words: "witnesses", "Russian military sources"."""
    first, end = bare(document, *phrase(document, head))
    if document.tokens[head].lemma in speech("personal") | speech("official") | speech("claimnoun"):
        end = _of_end(document, head, end)
    name = " ".join(document.words(first, end).split())
    owner = belongs_to(document, head)
    side = owner.entity.id if owner is not None and owner.entity.id else ""
    of = side.partition("/")[0] if side.startswith(("state:", "group:")) else None
    kind = _kind(document, head)
    if document.tokens[head].lemma in speech("unnamed") and kind is not VoiceKind.PARTY:
        kind = VoiceKind.UNNAMED
    prefix = "unnamed" if kind is VoiceKind.UNNAMED else "org" if _is_named(document, first, end) else "voice"
    return Voice(name=name, id=f"{prefix}:{slug(name)}", kind=kind, of=of)


def _is_named(document: Document, first: int, end: int) -> bool:
    """Whether words are a name of their own, of two words or more, and not what somebody is called."""
    words = document.tokens[first:end]
    called = frozenset().union(*(speech(label) for label in ("personal", "unnamed", "witness", "official", "party")))
    return (
        len(words) > 1
        and (first > document.sentences[words[0].sentence].start or any(t.pos == "PROPN" for t in words))
        and all(t.text[:1].isupper() and t.lemma.casefold() not in called for t in words)
    )
