"""Where and when an operation was, for what was done in it: "… searched a village in X last night. During the search …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.extract.entity_tables import words
from reportedly.extract.mentions import PlaceMention, TimeMention
from reportedly.extract.reference import BACK, Draft
from reportedly.model import Document

OPERATIONS = frozenset(
    "operation search raid patrol mission sweep assault offensive battle fighting clash firefight exchange incident".split()
)
"""Nouns for a stretch of doings that others are part of."""

SEARCHING = frozenset("search raid sweep patrol storm comb clear operate".split())
"""Verbs that tell such a stretch without its noun."""

WITHIN = frozenset({"during", "in", "throughout", "amid", "of"})
"""What stands before it where something was done in it, "of" behind a result or a course."""

OUTCOME = frozenset({"result", "course", "part"})

RESULTING = frozenset({"result", "end", "lead"})

FURTHER = frozenset({"also", "then", "subsequently", "additionally"})
"""Adverbs by which those who are known already do one thing more."""

TAKING_PART = frozenset("force patrol team unit squad troop soldier commando convoy compound".split()) | words("object")
""""A" force or spot in the sentence that sets a scene is "the" force or spot where the scene goes on."""

NEW = frozenset({"a", "an", "another"})

AWAY = frozenset("elsewhere meanwhile separate separately earlier previously previous before once ago".split())
"""Words of a sentence that may lead to another place or time."""

NEXT = frozenset({"after", "upon", "on", "following", "while", "when"})
"""What opens a sentence that goes on from the one before: "After surrounding the house, …", "Upon being seen, …"."""

BACKWARDS = 6
"""Sentences before in which the operation is told, at most."""

NEAR = 25
"""Words before "which" among which the operation stands that it means."""

MOST_STEPS = 10
"""Heads climbed from a participle to its verb. Real sentences need fewer; a broken parse must not cost more."""

DATED = 3
"""Sentences before in which only a day is told, at most."""


def set_scenes(document: Document, drafts: Sequence[Draft], times: Sequence[TimeMention], places: Sequence[PlaceMention]) -> None:
    """Give what was done "during the operation", in place, the time and the place of the operation where it has none of its own."""
    marks: dict[int, tuple[int, ...]] = {}
    before: dict[int, int | None] = {}
    placed = frozenset(document.tokens[p.head].sentence for p in places if p.relation != "dateline")
    for draft in drafts:
        here = draft.attached.places or draft.borrowed_places
        if not draft.modality.is_real or (draft.attached.times and here):
            continue
        if not here and (noun := _own_operation(document, draft)) is not None:
            behind = range(noun, document.sentences[draft.happening.sentence].end)
            here = draft.borrowed_places = [p for p in places if p.head in behind and p.relation != "dateline"]
        number = draft.happening.sentence
        if number not in marks:
            marks[number] = tuple(_marks(document, number))
        scene = _scene(document, number, times) if _is_part(document, draft, marks[number]) else None
        if scene is None and not draft.attached.times and not here and any(_is_past(document, verb) for verb in draft.happening.verbs):
            if number not in before:
                before[number] = _going_on(document, number, placed)
            scene = before[number]
        if scene is None:
            continue
        if not draft.attached.times:
            draft.borrowed_times = [t for t in times if document.tokens[t.head].sentence == scene and t.when.precision is not None]
        if not here:
            draft.borrowed_places = [p for p in places if document.tokens[p.head].sentence == scene and p.relation != "dateline"]


def _own_operation(document: Document, draft: Draft) -> int | None:
    """The operation in which it was done, told in the same breath.

    "Detained two in an operation to arrest a leader in X", "an operation in X, which resulted in two being killed".
    """
    heads = frozenset(draft.happening.heads)
    for above in (document.tokens[document.tokens[verb].head] for verb in draft.happening.verbs):
        clause = document.tokens[above.head] if above.dep == "prep" else above
        if clause.lemma in RESULTING and (told := _resulting(document, clause.i)) is not None:
            return told
    around = [c for head in heads for c in (head, *document.children[head])]
    for preposition in (c for at in around for c in document.children[at] if document.tokens[c].lower in WITHIN - {"of"}):
        inside = (i for i in document.children[preposition] if document.tokens[i].dep == "pobj" and i > min(heads))
        noun = next((i for i in inside if document.tokens[i].lemma in OPERATIONS and i not in heads), None)
        if noun is not None:
            return noun
    return None


def _going_on(document: Document, number: int, placed: frozenset[int]) -> int | None:
    """The sentence with a place from which another goes on that names none.

    "A force searched a compound in X. … The force detained two"; "A patrol came under fire in X. After taking cover, troops killed two."
    """
    if number in placed or _leads_away(document, number):
        return None
    paragraph = document.sentences[number].paragraph
    if number - 1 in placed and document.sentences[number - 1].paragraph == paragraph and _opens_next(document, number):
        return number - 1
    return next((n for n in _before(document, number) if n in placed and _same_part(document, n, number)), None)


def _leads_away(document: Document, number: int) -> bool:
    """Whether a sentence may lead to another place or time."""
    sentence = document.sentences[number]
    return any(t.lower in AWAY for t in document.tokens[sentence.start : sentence.end])


def _is_past(document: Document, verb: int) -> bool:
    """Whether a verb tells what was done then, and not what had been done before; a participle has the time of the verb above it."""
    token = document.tokens[verb]
    for _ in range(MOST_STEPS):
        if token.tag != "VBG" or token.head == token.i:
            break
        token = document.tokens[token.head]
    helpers = {document.tokens[c].lower for c in document.children[token.i] if document.tokens[c].dep in ("aux", "auxpass")}
    return token.tag == "VBD" or (token.tag == "VBN" and bool(helpers & {"was", "were"}) and not helpers & {"had", "been"})


def _opens_next(document: Document, number: int) -> bool:
    """Whether a sentence opens with a participle that has no subject of its own: "After taking cover, …", "Seeing a weapon, …"."""
    sentence = document.sentences[number]
    first = document.tokens[sentence.start]
    verb = first if first.lower not in NEXT else document.tokens[sentence.start + 1] if sentence.end > sentence.start + 1 else first
    return verb.tag == "VBG" and verb.dep in ("advcl", "pcomp")


def _same_part(document: Document, earlier: int, number: int) -> bool:
    """Whether a sentence speaks of "the force" or "the house" where an earlier one told of "a force" or "a house"."""
    told = set(_with(document, earlier, NEW))
    return not told.isdisjoint(_with(document, number, frozenset({"the"})))


def _with(document: Document, number: int, articles: frozenset[str]) -> Iterator[str]:
    """The forces and spots that a sentence names with one of some articles."""
    sentence = document.sentences[number]
    for i in range(sentence.start, sentence.end):
        token = document.tokens[i]
        if token.lemma in TAKING_PART and token.pos == "NOUN" and any(document.tokens[c].lower in articles for c in document.children[i]):
            yield token.lemma


def _resulting(document: Document, verb: int) -> int | None:
    """The operation that "which" means in "an operation in X, which resulted in …", however the clause was attached."""
    which = next((c for c in document.children[verb] if document.tokens[c].lower in ("which", "that") and c < verb), None)
    first = document.sentences[document.tokens[verb].sentence].start
    return (
        None
        if which is None
        else next((i for i in range(which, max(first, which - NEAR), -1) if document.tokens[i].lemma in OPERATIONS), None)
    )


def _marks(document: Document, number: int) -> Iterator[int]:
    """The words of a sentence that say that something was done within what was told before: "in the operation", "searching the house"."""
    sentence = document.sentences[number]
    return (i for i in range(sentence.start, sentence.end) if _is_told(document, i) or _searches_on(document, i))


def _is_part(document: Document, draft: Draft, marks: Sequence[int]) -> bool:
    """Whether the sentence says that it was done within what was told before: in the operation, while searching the house, or "also"."""
    if any(i not in draft.happening.heads for i in marks):
        return True
    return any(_goes_on(document, verb) for verb in draft.happening.verbs)


def _is_told(document: Document, i: int) -> bool:
    token, preposition = document.tokens[i], document.tokens[document.tokens[i].head]
    if token.lemma not in OPERATIONS or token.dep != "pobj" or preposition.lower not in WITHIN:
        return False
    if preposition.lower == "of" and document.tokens[preposition.head].lemma not in OUTCOME:
        return False
    return _is_known(document, i) or any(_is_known(document, thing) for thing in _of(document, i))


def _of(document: Document, i: int) -> Iterator[int]:
    """What an operation was done to: "a search of the house"."""
    for preposition in document.children[i]:
        if document.tokens[preposition].lower == "of":
            yield from (c for c in document.children[preposition] if document.tokens[c].dep == "pobj")


def _searches_on(document: Document, i: int) -> bool:
    token = document.tokens[i]
    if token.lemma not in SEARCHING or token.dep != "advcl" or token.tag != "VBG":
        return False
    return any(document.tokens[c].dep == "dobj" and _is_known(document, c) for c in document.children[i])


def _goes_on(document: Document, verb: int) -> bool:
    beside = document.children[verb]
    known = any(document.tokens[c].dep in ("nsubj", "nsubjpass") and _is_known(document, c) for c in beside)
    return known and any(document.tokens[c].dep == "advmod" and document.tokens[c].lower in FURTHER for c in beside)


def _is_known(document: Document, i: int) -> bool:
    return any(document.tokens[c].lower in BACK and document.tokens[c].dep in ("det", "poss") for c in document.children[i])


def _scene(document: Document, sentence: int, times: Sequence[TimeMention]) -> int | None:
    """The nearest sentence before in which an operation is told for the first time, failing that in which a day is told."""
    before = list(_before(document, sentence))
    told = next((number for number in before if _tells_operation(document, number)), None)
    if told is not None:
        return told
    dated = {document.tokens[t.head].sentence for t in times if t.when.precision is not None}
    return next((number for number in before[:DATED] if number in dated), None)


def _tells_operation(document: Document, number: int) -> bool:
    sentence = document.sentences[number]
    words = [document.tokens[i] for i in range(sentence.start, sentence.end)]
    searched = any(w.lemma in SEARCHING and w.pos == "VERB" for w in words)
    named = (w for w in words if w.lemma in OPERATIONS and w.pos == "NOUN" and w.dep != "compound")  # no "assault rifle"
    return searched or any(not _is_told(document, w.i) for w in named)


def _before(document: Document, sentence: int) -> Iterator[int]:
    for number in range(sentence - 1, max(-1, sentence - 1 - BACKWARDS), -1):
        if document.sentences[number].headline:
            return
        yield number
