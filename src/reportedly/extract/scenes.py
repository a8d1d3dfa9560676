"""Where and when an operation was, for what was done in it: "… searched a village in X last night. During the search …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.extract.mentions import PlaceMention, TimeMention
from reportedly.extract.reference import BACK, Draft
from reportedly.model import Document, Modality

OPERATIONS = frozenset(
    "operation search raid patrol mission sweep assault offensive battle fighting clash firefight exchange incident".split()
)
"""Nouns for a stretch of doings that others are part of."""

SEARCHING = frozenset("search raid sweep patrol storm comb clear operate".split())
"""Verbs that tell such a stretch without its noun."""

WITHIN = frozenset({"during", "in", "throughout", "amid", "of"})
"""What stands before it where something was done in it, "of" behind a result or a course."""

OUTCOME = frozenset({"result", "course", "part"})

FURTHER = frozenset({"also", "then", "subsequently", "additionally"})
"""Adverbs by which those who are known already do one thing more."""

BACKWARDS = 6
"""Sentences before in which the operation is told, at most."""

DATED = 3
"""Sentences before in which only a day is told, at most."""


def set_scenes(document: Document, drafts: Sequence[Draft], times: Sequence[TimeMention], places: Sequence[PlaceMention]) -> None:
    """Give what was done "during the operation", in place, the time and the place of the operation where it has none of its own."""
    marks: dict[int, tuple[int, ...]] = {}
    for draft in drafts:
        here = draft.attached.places or draft.borrowed_places
        if draft.modality not in (Modality.HAPPENED, Modality.ONGOING) or (draft.attached.times and here):
            continue
        if not here and (noun := _own_operation(document, draft)) is not None:
            behind = range(noun, document.sentences[draft.happening.sentence].end)
            here = draft.borrowed_places = [p for p in places if p.head in behind and p.relation != "dateline"]
        number = draft.happening.sentence
        if number not in marks:
            marks[number] = tuple(_marks(document, number))
        scene = _scene(document, number, times) if _is_part(document, draft, marks[number]) else None
        if scene is None:
            continue
        if not draft.attached.times:
            draft.borrowed_times = [t for t in times if document.tokens[t.head].sentence == scene and t.when.precision is not None]
        if not here:
            draft.borrowed_places = [p for p in places if document.tokens[p.head].sentence == scene and p.relation != "dateline"]


def _own_operation(document: Document, draft: Draft) -> int | None:
    """The operation in which it was done, told in the same breath: "detained two in an operation to arrest a leader in X"."""
    heads = frozenset(draft.happening.heads)
    around = [c for head in heads for c in (head, *document.children[head])]
    for preposition in (c for at in around for c in document.children[at] if document.tokens[c].lower in WITHIN - {"of"}):
        inside = (i for i in document.children[preposition] if document.tokens[i].dep == "pobj" and i > min(heads))
        noun = next((i for i in inside if document.tokens[i].lemma in OPERATIONS and i not in heads), None)
        if noun is not None:
            return noun
    return None


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
    return _is_known(document, i)


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
