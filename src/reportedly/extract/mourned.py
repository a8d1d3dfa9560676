"""Which words of a sentence tell of a burial, and which of what the dead were killed by, where the grammar mixes the two up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.extract.deeds import VIOLENT, Deed
from reportedly.extract.entity_phrases import of_phrase
from reportedly.extract.frames import noun_frame, subject_of, verb_frame
from reportedly.extract.happenings import Happening
from reportedly.extract.mentions import CountMention
from reportedly.model import Document, Field

AUXILIARY = ("aux", "auxpass")
ALL = frozenset({"the", "all", "both", "every", "these", "those", "its", "their", "his", "her"})
"""Words before a number by which it is that of all."""


def mourned(document: Document, happenings: Sequence[Happening], by_head: Mapping[int, int], at: int, head: int) -> int:
    """The number of the happening that the word at token `at` belongs to, if it hangs on `head`, a head of a happening.

    "On Friday, people killed in a strike on Tuesday were buried": what stands between the killing and "were" is of the killing,
    what stands before "people" is of the burial.
    """
    n = by_head[head]
    if happenings[n].main.deed is Deed.FUNERAL:
        killing = next((m for verb in happenings[n].verbs if (m := _killing(document, by_head, at, verb)) not in (None, n)), None)
        return n if killing is None or happenings[killing].main.deed not in VIOLENT else killing
    if happenings[n].main.deed in VIOLENT and (burial := _burial_below(document, head, at)) is not None:
        m = by_head.get(burial, n)
        return m if happenings[m].main.deed is Deed.FUNERAL else n
    return n


def _killing(document: Document, by_head: Mapping[int, int], at: int, verb: int) -> int | None:
    """The last happening told between the subject of a verb and a word that stands before the auxiliary of the verb."""
    opening = min((c for c in document.children[verb] if document.tokens[c].dep in AUXILIARY), default=verb)
    subject = subject_of(document, verb)
    if subject is None or not subject < at < opening:
        return None
    return next((by_head[i] for i in range(at - 1, subject - 1, -1) if i in by_head and i != verb), None)


def _burial_below(document: Document, head: int, at: int) -> int | None:
    """The passive verb that was taken for a clause under the participle of its own subject, behind a word that opens the sentence."""
    token, below = document.tokens[head], document.children[head]
    subject = next((c for c in below if document.tokens[c].dep == "nsubj"), None)
    if token.tag != "VBN" or subject is None or at > subject or any(document.tokens[c].dep in AUXILIARY for c in below):
        return None
    clauses = (c for c in below if c > head and document.tokens[c].dep in ("advcl", "ccomp", "conj"))
    return next((c for c in clauses if any(document.tokens[k].dep == "auxpass" for k in document.children[c])), None)


def of_some(document: Document, happenings: Sequence[Happening], count: CountMention) -> CountMention:
    """A number of dead as that of some of them, where it only tells how many were buried: "the funeral of two people killed in the blast".

    "The funeral of the 12 people killed in the blast" tells of all, and so does "12 people were killed and buried".
    """
    if count.field is not Field.KILLED or count.count.part or _is_main(document, count.governor):
        return count
    burials = (h for h in happenings if h.main.deed is Deed.FUNERAL and h.sentence == document.tokens[count.head].sentence)
    if not any(count.head in _buried(document, h) for h in burials):
        return count
    before = {document.tokens[i].lower for i in (count.start - 1, *document.children[count.head]) if 0 <= i < count.head}
    return count if before & ALL else replace(count, count=replace(count.count, part=True))


def _is_main(document: Document, governor: int | None) -> bool:
    """Whether a number is told in a clause of its own, "12 people were killed", and not beside those who were buried."""
    if governor is None or document.tokens[governor].dep in ("relcl", "acl"):
        return False
    return any(document.tokens[c].dep in AUXILIARY for c in document.children[governor])


def _buried(document: Document, burial: Happening) -> frozenset[int]:
    """The words for those who are buried, as the grammar has them."""
    of = [i for noun in burial.nouns if (i := of_phrase(document, noun)) is not None]
    frames = [*(verb_frame(document, v) for v in burial.verbs), *(noun_frame(document, n) for n in burial.nouns)]
    aimed = [o.head for frame in frames for o in frame.obliques if o.preposition in ("for", "of") and o.depth <= 1]
    return frozenset([*of, *aimed, *(h for frame in frames for h in frame.patients)])
