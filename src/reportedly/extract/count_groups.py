"""Counts that belong together: lists that share one verb, and parts of a larger number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reportedly.extract import count_words as words
from reportedly.extract.count_outcomes import Governed
from reportedly.extract.count_phrases import DEAD, QUOTES, Phrase
from reportedly.model import Document, Token, VictimClass

JOINING = (
    frozenset(
        {",", "and", "&", "plus", "as", "well", "along", "with", "or", "another", "also", "other", "the", "/", "(", "her", "his", "their"}
    )
    | QUOTES
)
INCLUDING = frozenset({"including", "includes", "include", "included"})
THEM = frozenset({"them", "whom", "those", "which"})
WERE = frozenset({"was", "were", "are", "is"})
SKIP = frozenset({"also", "the", ":", "at", "least", "(", "mostly", "those", "killed"}) | QUOTES
AFTER = 5
"""Words after a phrase in which "among the dead" is looked for."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A phrase, what is said of it, and whether it is part of a larger number."""

    phrase: Phrase
    governed: Governed | None
    part: bool = False


def group(document: Document, said: Sequence[Counted]) -> tuple[Counted, ...]:
    """Give lists and parts the verb that they share, and add the sum of "a woman and her two sons"."""
    done: list[Counted] = []
    last: Counted | None = None
    for _, each in groupby(said, key=lambda c: document.tokens[c.phrase.head].sentence):
        items = _parts(document, _lists(document, list(each)), last)
        wholes = [c for c in items if c.governed is not None and not c.part]
        last = wholes[-1] if wholes else None
        done.extend(_sums(document, items))
    return tuple(done)


def _listed(document: Document, first: Phrase, second: Phrase) -> bool:
    """Whether only commas and joining words stand between two phrases."""
    behind = _behind_age(document, _behind_name(document, first)) if first.singular else first.end
    gap = [document.tokens[i].lower for i in range(behind, second.start)]
    return len(gap) <= 6 and all(word in JOINING for word in gap)


def _behind_name(document: Document, it: Phrase) -> int:
    """Where the name of "a leader, Amal Haddad," ends."""
    tokens = document.tokens
    i = it.end
    while i + 1 < len(tokens) and i < it.end + 6 and (tokens[i].pos == "PROPN" or (i == it.end and tokens[i].text == ",")):
        i += 1
    return i if tokens[i - 1].pos == "PROPN" else it.end


def _behind_age(document: Document, i: int) -> int:
    """Where ", 34" behind a name or "a guard" ends."""
    aged = i + 1 < len(document.tokens) and document.tokens[i].text == "," and document.tokens[i + 1].tag == "CD"
    return i + 2 if aged else i


def _lists(document: Document, items: list[Counted]) -> list[Counted]:
    """Verbs after a list reach back through it; verbs before a list reach forward."""
    for i in range(len(items) - 2, -1, -1):
        after = items[i + 1]
        open_ended = items[i].governed is None and after.governed is not None and after.governed.governor >= after.phrase.end
        if open_ended and _listed(document, items[i].phrase, after.phrase):
            items[i] = replace(items[i], governed=after.governed)
    for i in range(1, len(items)):
        before = items[i - 1]
        open_ended = items[i].governed is None and before.governed is not None and before.governed.governor < before.phrase.head
        if open_ended and _listed(document, before.phrase, items[i].phrase):
            items[i] = replace(items[i], governed=before.governed)
    return items


def _parts(document: Document, items: list[Counted], last: Counted | None) -> list[Counted]:
    for i, item in enumerate(items):
        whole = _whole(items, i) if _announced(document, item) else None
        if _announced(document, item):
            items[i] = _as_part(document, item, items[whole].governed if whole is not None else None, last)
            if whole is not None and items[whole].governed is None and items[i].governed is not None:
                items[whole] = replace(items[whole], governed=items[i].governed)
        elif (among := _among(document, items, i, last)) is not None:
            items[i] = replace(item, governed=among, part=True)
            for k in range(i - 1, -1, -1):
                if items[k].governed is not None or not _listed(document, items[k].phrase, items[k + 1].phrase):
                    break
                items[k] = replace(items[k], governed=among, part=True)
        elif i > 0 and items[i - 1].part and _listed(document, items[i - 1].phrase, item.phrase) and _same(item, items[i - 1]):
            items[i] = replace(item, governed=items[i - 1].governed, part=True)
    return items


def _same(item: Counted, before: Counted) -> bool:
    return item.governed is None or item.governed == before.governed


def _announced(document: Document, item: Counted) -> bool:
    """Whether "including", "among them", "of whom" or "among the dead were" stands before, or "of them" within."""
    if item.part:
        return item.governed is not None or not item.phrase.bare
    tokens = document.tokens
    first = document.sentences[tokens[item.phrase.head].sentence].start
    i = item.phrase.start - 1
    while i > first and tokens[i].lower in SKIP and i > item.phrase.start - 4:
        i -= 1
    if i < first:
        return False
    word, before = tokens[i].lower, tokens[i - 1].lower if i > first else ""
    if word in INCLUDING:
        return True
    if word in THEM and before in {"among", "amongst", "of", "with"}:
        return True
    earlier = {tokens[k].lower for k in range(max(first, i - 7), i)}
    return word in WERE and bool(earlier & {"among", "amongst"}) and bool(earlier & (DEAD | THEM))


def _whole(items: list[Counted], i: int) -> int | None:
    """The nearest earlier phrase of the sentence that can contain the part."""
    part = items[i].phrase
    for k in range(i - 1, -1, -1):
        whole = items[k].phrase
        if not items[k].part and (whole.high is None or whole.high >= part.low) and not whole.singular:
            return k
    return None


def _as_part(document: Document, item: Counted, whole: Governed | None, last: Counted | None) -> Counted:
    """The part with the verb of its whole: of this sentence, or of the last one where this sentence speaks of the dead."""
    if item.part and item.governed is not None:
        return item
    tokens = document.tokens
    first = document.sentences[tokens[item.phrase.head].sentence].start
    if whole is not None:
        return replace(item, governed=whole, part=True)
    for i in range(item.phrase.head, max(first, item.phrase.start - 12) - 1, -1):
        if tokens[i].lower in DEAD or tokens[i].lower in words.OUTCOMES:
            outcome = words.OUTCOMES.get(tokens[i].lower)
            if outcome is not None and (outcome.told or outcome.counts):
                return replace(item, governed=Governed(i, outcome.field), part=True)
            return replace(item, governed=last.governed if last else None, part=True)
    back = item.part or any(tokens[i].lower in THEM | {"they"} for i in range(max(first, item.phrase.start - AFTER), item.phrase.start))
    return replace(item, governed=item.governed or (last.governed if last and back else None), part=True)


def _among(document: Document, items: Sequence[Counted], i: int, last: Counted | None) -> Governed | None:
    """`six children were among 19 dead`, `five of the staff among those killed`."""
    tokens = document.tokens
    start = items[i].phrase.end
    end = min(document.sentences[tokens[items[i].phrase.head].sentence].end, start + AFTER)
    for k in range(start, end):
        if tokens[k].lower in {"among", "amongst"}:
            if i + 1 < len(items) and items[i + 1].phrase.start <= k + 2:
                return items[i + 1].governed
            return _crowd(tokens, k, last.governed if last else None)
        if tokens[k].lower not in WERE | {",", "identified", "also", "counted", "found"}:
            return None
    return None


def _crowd(tokens: Sequence[Token], among: int, last: Governed | None) -> Governed | None:
    """What "among the dead", "among those killed", "among the victims" says; of victims the sentence before told."""
    for i in range(among + 1, min(among + 5, len(tokens))):
        outcome = words.OUTCOMES.get(tokens[i].lower)
        if outcome is not None and (outcome.told or outcome.counts):
            return Governed(i, outcome.field)
        if tokens[i].lower in DEAD:
            return last
    return None


def _sums(document: Document, items: Iterable[Counted]) -> list[Counted]:
    """Where a list counts someone without a number ("a woman and her two sons"), one whole for all and each as part."""
    done: list[Counted] = []
    run: list[Counted] = []
    for item in items:
        if run and _listed(document, run[-1].phrase, item.phrase) and item.governed == run[-1].governed is not None and not item.part:
            run.append(item)
            continue
        done.extend(_sum(document, run))
        run = [item]
    return [*done, *_sum(document, run)]


def _sum(document: Document, run: list[Counted]) -> list[Counted]:
    if len(run) < 2 or run[0].part or run[0].governed is None or not any(c.phrase.singular for c in run) or _zero(run):
        return run
    first, last = run[0].phrase, run[-1].phrase
    highs = [c.phrase.high for c in run]
    classes = {c.phrase.of for c in run}
    whole = Phrase(
        start=first.start, end=last.end, head=first.head, low=sum(c.phrase.low for c in run),
        high=None if None in highs else sum(h for h in highs if h is not None), noun=document.tokens[first.head].lower,
        of=first.of if len(classes) == 1 else VictimClass.UNKNOWN,
    )  # fmt: skip
    return [Counted(whole, run[0].governed), *(replace(c, part=True) for c in run)]


def _zero(run: list[Counted]) -> bool:
    return any(c.phrase.high == 0 for c in run)
