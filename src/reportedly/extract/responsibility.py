"""Who is said to be behind a happening: responsibility claimed, laid on someone, or denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.extract.entity_mentions import entities_at
from reportedly.extract.entity_phrases import conjuncts
from reportedly.extract.entity_salience import resolve
from reportedly.extract.frames import subject_of, verb_frame
from reportedly.extract.happenings import Happening
from reportedly.extract.mentions import EntityMention, VoiceMention
from reportedly.extract.said import said_of
from reportedly.extract.voice_speakers import voice
from reportedly.model import Chain, Document, Entity, EntityKind, Saying, Stance

INVOLVED = frozenset("involvement responsibility complicity participation role part hand guilt link connection blame".split())
TAKEN = frozenset({"responsibility", "credit"})
"""What is claimed by those who say that it was they."""

CLAIMING = frozenset({"claim", "accept", "take", "admit", "acknowledge", "assume"})
BLAMING = frozenset({"blame", "accuse", "suspect"})
SIDES = frozenset({EntityKind.CIVILIANS, EntityKind.OBJECT, EntityKind.WEAPON, EntityKind.PLATFORM, EntityKind.UNKNOWN})
"""Kinds of which nobody can be held responsible here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """`actors` are said by `chain` to be behind the happening with the number `happening` (None: the last one told), or not to be.

    Tokens `[start, end)` are the words; `trigger` the word that says it.
    """

    actors: tuple[EntityMention, ...]
    happening: int | None
    chain: Chain
    stance: Stance
    start: int
    end: int
    trigger: int


def responsibilities(document: Document, happenings: Sequence[Happening], voices: Sequence[VoiceMention]) -> Iterator[Responsibility]:
    """Every statement about who is behind a happening, denials first, in text order of their words."""
    by_head = {head: n for n, h in enumerate(happenings) for head in h.heads}
    for mention in voices:
        if mention.stance is Stance.DENIES and mention.chain:
            yield from _denied(document, by_head, mention)
    for token in document.tokens:
        if token.lemma in CLAIMING and token.pos == "VERB":
            yield from _claimed(document, by_head, token.i)
        elif token.lemma in BLAMING and token.pos == "VERB":
            yield from _blamed(document, by_head, token.i, voices)
        elif token.lower in ("responsible", "behind"):
            yield from _held(document, by_head, token.i, voices)


def _denied(document: Document, by_head: dict[int, int], mention: VoiceMention) -> Iterator[Responsibility]:
    words = [
        i
        for start, end in mention.content
        for i in range(start, end)
        if document.tokens[i].lemma in INVOLVED and document.tokens[i].pos == "NOUN"
    ]
    if not words:
        return
    speaker = mention.chain[0].voice
    own = Entity(name=speaker.name, id=speaker.id, kind=EntityKind.STATE if speaker.id.startswith("state:") else EntityKind.REBEL_GROUP)
    actors: list[EntityMention] = []
    for word in words:
        owner = _owner(document, word)
        if owner is not None:
            actors.append(owner)
        else:
            actors.append(EntityMention(start=word, end=word + 1, head=word, entity=own))
    start, end = min(s for s, _ in mention.content), max(e for _, e in mention.content)
    event = next((by_head[i] for i in range(words[0], end) if i in by_head), None)
    yield Responsibility(
        actors=tuple(actors),
        happening=event,
        chain=mention.chain,
        stance=Stance.DENIES,
        start=min(start, mention.cue),
        end=max(end, mention.cue + 1),
        trigger=words[0],
    )


def _owner(document: Document, word: int) -> EntityMention | None:
    """Whose involvement: "the involvement of X", "X's role"; None for the speaker's own."""
    for child in document.children[word]:
        token = document.tokens[child]
        if token.dep == "poss":
            return resolve(document, child)
        if token.lower == "of" and child > word:
            inside = next((c for c in document.children[child] if document.tokens[c].dep == "pobj"), None)
            mention = resolve(document, inside) if inside is not None else None
            if mention is not None and mention.entity.kind not in SIDES:
                return mention
    return None


def _claimed(document: Document, by_head: dict[int, int], verb: int) -> Iterator[Responsibility]:
    """In "X claimed responsibility for the attack", "X took credit for it"."""
    frame = verb_frame(document, verb)
    word = next((h for h in frame.patients if document.tokens[h].lemma in TAKEN), None)
    if word is None or not frame.agents or any(document.tokens[c].dep == "neg" for c in document.children[verb]):
        return
    actors = tuple(m for h in frame.agents if (m := resolve(document, h)) is not None and m.entity.kind not in SIDES - {EntityKind.UNKNOWN})
    if not actors or any(t.lower in ("no", "nobody") for t in document.tokens[actors[0].start : actors[0].end]):
        return
    speaker = voice(document, actors[0].head, [])
    chain = () if speaker is None else (Saying(voice=speaker, cue=document.span(verb, verb + 1)),)
    event = next((by_head[o.head] for o in frame.obliques if o.preposition == "for" and o.head in by_head), None)
    end = max([word + 1, *(o.head + 1 for o in frame.obliques if o.preposition == "for")])
    yield Responsibility(actors=actors, happening=event, chain=chain, stance=Stance.ASSERTS, start=actors[0].start, end=end, trigger=word)


def _blamed(document: Document, by_head: dict[int, int], verb: int, voices: Sequence[VoiceMention]) -> Iterator[Responsibility]:
    """In "X blamed Y for the attack", "the attack was blamed on Y", "X accused Y of the attack"."""
    frame = verb_frame(document, verb)
    event = next((h for h in (*frame.patients, *(o.head for o in frame.obliques if o.preposition in ("for", "of"))) if h in by_head), None)
    if event is None:
        return
    dated = ("DATE", "TIME")
    laid_on = [o.head for o in frame.obliques if o.preposition == "on" and o.under == verb and document.tokens[o.head].entity not in dated]
    heads = laid_on or [h for h in frame.patients if h != event]
    actors = _sides(document, heads)
    if not actors:
        return
    chain = next((v.chain for v in voices if v.cue == verb), None)
    if chain is None:
        speaker = voice(document, frame.agents[0], []) if frame.agents else None
        chain = () if speaker is None else (Saying(voice=speaker, cue=document.span(verb, verb + 1)),)
    spots = [verb, event, *(a.start for a in actors), *(a.end - 1 for a in actors), *frame.agents]
    yield Responsibility(
        actors=actors, happening=by_head[event], chain=chain, stance=Stance.ASSERTS, start=min(spots), end=max(spots) + 1, trigger=verb
    )


def _held(document: Document, by_head: dict[int, int], word: int, voices: Sequence[VoiceMention]) -> Iterator[Responsibility]:
    """In "X was responsible for the attack", "X is behind the attack"; "was not" is a denial where somebody says it."""
    verb = document.tokens[word].head
    to = next((c for c in document.children[word] if document.tokens[c].lower == "for"), word)
    event = next((c for c in document.children[to] if document.tokens[c].dep == "pobj" and c in by_head), None)
    subject = subject_of(document, verb) if document.tokens[verb].lemma == "be" else None
    actors = _sides(document, [subject]) if subject is not None and event is not None else ()
    if event is None or not actors or _in_general(document, event):
        return
    said = said_of(document, word, voices, presupposed=False)[0]
    negated = any(document.tokens[c].dep == "neg" for c in document.children[verb])
    stance = Stance.DENIES if negated and said.stance is Stance.ASSERTS else said.stance
    if said.chain or not negated:
        first, last = min(word, actors[0].start), max(event, actors[-1].end - 1)
        yield Responsibility(
            actors=actors, happening=by_head[event], chain=said.chain, stance=stance, start=first, end=last + 1, trigger=word
        )


def _in_general(document: Document, noun: int) -> bool:
    """Whether a plural speaks of no happenings in particular: "attacks", not "the attacks" or "two attacks"."""
    return document.tokens[noun].tag == "NNS" and not any(
        document.tokens[c].dep in ("det", "nummod", "poss") for c in document.children[noun]
    )


def _sides(document: Document, heads: Sequence[int]) -> tuple[EntityMention, ...]:
    """Those at some heads, and those joined to them, who can be held responsible, each once."""
    joined = (m for h in heads for each in conjuncts(document, h)[:3] for m in _meant(document, each))
    return tuple({m.start: m for m in joined if m.entity.kind not in SIDES}.values())


def _meant(document: Document, head: int) -> Sequence[EntityMention]:
    """Who is named at a head, or meant by the pronoun there."""
    if document.tokens[head].pos != "PRON":
        return entities_at(document, head)
    mention = resolve(document, head)
    return () if mention is None else (mention,)
