"""What speaks for and against somebody or something taking a part in harm: signs by name, from grammar, words and what the rules found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.extract.deeds import VIOLENT, Deed, noun_lemma
from reportedly.extract.entity_reading import reading
from reportedly.extract.entity_tables import rows
from reportedly.extract.frames import is_passive
from reportedly.extract.happenings import fitting
from reportedly.extract.mentions import EntityMention, TimeMention
from reportedly.extract.reference import Draft
from reportedly.extract.sorts import sort_of_person, sort_of_thing
from reportedly.model import Document, Report

CLIMB = 6
"""Words above a noun in which a deed is looked for."""

PREPOSITIONS = frozenset("by against on of in at near from to with for outside inside between front behind into over under".split())
LISTS = ("fighter", "rebel", "militia", "group", "civilian", "object", "platform", "weapon", "role", "title", "medium")
"""Lists of `actor_words.tsv` that are told."""

WORDS = frozenset({"VERB", "NOUN", "AUX"})
"""Parts of speech of words that tell what a phrase hangs on."""

OPENING = 3
"""Sentences that open a report."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of a document before any of its nouns is looked at.

    `deeds` are words that name a deed, by token; `by_sentence` the same by sentence; `ages` how long before the report its sentences tell
    of; `roles` what the rules took for whom, by token; `worded` the signs of the words of each sentence and their tokens; `whole` those of
    the report as a whole.
    """

    document: Document
    deeds: Mapping[int, Deed]
    by_sentence: Mapping[int, tuple[int, ...]]
    ages: Mapping[int, str]
    roles: Mapping[int, frozenset[str]]
    often: Mapping[str, int]
    worded: Sequence[Sequence[tuple[int, str]]]
    whole: tuple[str, ...]


def ground(report: Report, document: Document, drafts: Sequence[Draft], times: Sequence[TimeMention]) -> Ground:
    """What the nouns of a document are looked at with."""
    deeds = {c.at: c.deed for some in fitting(document) for c in some}
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for at in sorted(deeds):
        by_sentence[document.tokens[at].sentence].append(at)
    often = Counter(token.lower for token in document.tokens)
    whole = tuple(_of_report(document, deeds))
    told = {number: tuple(some) for number, some in by_sentence.items()}
    return Ground(document, deeds, told, _ages(report, document, times), _roles(drafts), often, _worded(document), whole)


def _worded(document: Document) -> list[list[tuple[int, str]]]:
    found: list[list[tuple[int, str]]] = [[] for _ in document.sentences]
    for token in document.tokens:
        if token.pos in ("VERB", "NOUN", "ADJ"):
            found[token.sentence].append((token.i, f"with={token.lemma.lower()}"))
    return found


def _roles(drafts: Sequence[Draft]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for draft in drafts:
        sides = (("actor", draft.roles.actor), ("target", draft.roles.target), ("weapon", draft.roles.weapon))
        told = [(role, m.start, m.end) for role, some in sides for m in some]
        told += [(c.field.value, c.start, c.end) for c in draft.attached.counts]
        for role, start, end in told:
            for i in range(start, end):
                found[i] |= {role, f"{role}+{draft.kind.name}", f"{role}+{draft.modality.name}"}
    return {i: frozenset(some) for i, some in found.items()}


def _ages(report: Report, document: Document, times: Sequence[TimeMention]) -> dict[int, str]:
    """How long before the report its sentences tell of, where they give a day: the latest."""
    found: dict[int, int] = {}
    for each in times:
        if report.published is not None and each.when.start is not None and each.when.precision is not None:
            sentence = document.tokens[each.head].sentence
            days = (report.published - each.when.start).days
            found[sentence] = min(found.get(sentence, days), days)
    return {sentence: _age(days) for sentence, days in found.items()}


def _age(days: int) -> str:
    return "ahead" if days < 0 else "days" if days <= 3 else "weeks" if days <= 14 else "months" if days <= 70 else "long"


def _of_report(document: Document, deeds: Mapping[int, Deed]) -> Iterator[str]:
    violent = Counter(deed for deed in deeds.values() if deed in VIOLENT)
    total = sum(violent.values())
    yield f"deeds={steps(total)}"
    yield f"length={steps(len(document.sentences) // 3)}"
    yield f"density={steps(250 * total // max(1, len(document.tokens)))}"
    yield from (f"told={deed.name}" + ("+" if number > 2 else "") for deed, number in violent.items())
    opening = {deed for at, deed in deeds.items() if document.tokens[at].sentence < OPENING and deed in VIOLENT}
    yield from (f"opening={deed.name}" for deed in opening) if opening else ("opening=none",)


def steps(number: int) -> str:
    """A number in coarse steps: 0, 1, 2, 3-4, 5-8, 9-16, more."""
    return next((str(most) for most in (0, 1, 2, 4, 8, 16) if number <= most), "more")


def signs(of: Ground, mention: EntityMention) -> tuple[str, ...]:
    """The names of the signs at a noun, each once, in a fixed order."""
    noun = _Noun(of, mention)
    beside = (*noun.of_neighbours(), *noun.of_deed_above(), *noun.of_sentence(), *noun.of_sides())
    return tuple(dict.fromkeys((*noun.of_itself(), *noun.of_grammar(), *beside, *of.whole)))


class _Noun:
    """One noun, and the signs at it."""

    def __init__(self, of: Ground, mention: EntityMention) -> None:
        self.of, self.document, self.mention = of, of.document, mention
        self.token = of.document.tokens[mention.head]
        self.kind = mention.entity.kind.name
        self.lists = lists_of(noun_lemma(self.token))
        self.name = f"{self.token.pos}+{self.token.entity}"
        lemmas = [noun_lemma(document_token).lower() for document_token in self.document.tokens[mention.start : mention.end]]
        sorts = (sort_of_person(lemmas[-1:]), sort_of_thing(lemmas))
        self.sorts = tuple(f"{way}:{sort}" for way, sort in zip(("who", "what"), sorts, strict=True) if sort is not None)

    def of_itself(self) -> Iterator[str]:
        token = self.token
        many = token.tag in ("NNS", "NNPS")
        known = self.mention.entity.id is not None
        if token.pos != "PROPN":
            yield f"noun={noun_lemma(token).lower()}"
        yield from (f"kind={self.kind}", f"name={self.name}", *(f"list={each}" for each in self.lists))
        yield from (f"sort={each}" for each in self.sorts)
        yield from (f"many={many}", f"known={known}", f"kind={self.kind}+{many}", f"kind={self.kind}+{known}")
        article = self._article()
        yield from (f"article={article}", f"article={article}+{self.kind}", f"often={steps(self.of.often[token.lower])}")
        for child in self.document.children[token.i]:
            beside = self.document.tokens[child]
            if child < token.i and beside.dep in ("amod", "compound") and beside.pos != "PROPN":
                yield f"described={beside.lemma.lower()}"
            if child < token.i and beside.dep in ("compound", "nmod", "amod") and child in reading(self.document).names:
                yield "described=name"

    def _article(self) -> str:
        for child in self.document.children[self.token.i]:
            beside = self.document.tokens[child]
            if child < self.token.i and beside.dep in ("det", "poss", "nummod"):
                return beside.dep if beside.dep != "det" else "the" if beside.lower in ("the", "this", "that", "these", "those") else "a"
        return "none"

    def of_grammar(self) -> Iterator[str]:
        token, above = self.token, self.document.tokens[self.token.head]
        relation = token.dep if token.dep != "pobj" else above.lower
        governor = self.document.tokens[above.head] if above.pos == "ADP" else above
        yield from (f"dep={token.dep}", f"relation={relation}", f"relation={relation}+{self.kind}")
        if governor.pos in WORDS and governor.i != token.i:
            yield f"under={governor.lemma.lower()}"
            yield f"under={relation}+{governor.lemma.lower()}"
            over = self.document.tokens[governor.head]
            if over.i != governor.i and over.pos in WORDS:
                yield f"over={over.lemma.lower()}"
        for child in self.document.children[token.i]:
            if self.document.tokens[child].dep in ("relcl", "acl", "appos", "prep"):
                yield from (f"below={deed}" for deed in self._below(child))

    def of_neighbours(self) -> Iterator[str]:
        """The words before and behind the phrase."""
        first, last = self.mention.start - 1, self.mention.end
        while first > 0 and self.document.tokens[first].pos in ("DET", "NUM"):
            first -= 1
        for side, i in (("before", first), ("behind", last)):
            beside = self.document.tokens[i] if 0 <= i < len(self.document.tokens) else None
            if beside is not None and beside.sentence == self.token.sentence and beside.pos != "PROPN":
                yield f"{side}={beside.lemma.lower()}"
        if first >= 0 and self.document.tokens[first].pos == "ADP":
            above = self.document.tokens[self.document.tokens[first].head]
            yield f"before={above.lemma.lower()}+{self.document.tokens[first].lower}"

    def _below(self, child: int) -> Iterator[str]:
        for i in (child, *self.document.children[child]):
            if i in self.of.deeds:
                yield f"{self.document.tokens[child].dep}+{self.of.deeds[i].name}+{is_passive(self.document, i)}"

    def of_deed_above(self) -> Iterator[str]:
        climbed = self._climb()
        if climbed is None:
            yield from ("above=none", f"above=none+{self.kind}")
            return
        way, at = climbed
        deed, verb = self.of.deeds[at].name, self.document.tokens[at].pos
        voice = "passive" if is_passive(self.document, at) else verb
        path = ">".join(way[:3])
        yield f"word={way[0] if way else ''}+{self.document.tokens[at].lemma.lower()}"
        yield from (f"above={deed}", f"path={path}+{voice}", f"path={path}+{voice}+{deed}", f"path={path}+{voice}+{self.kind}")
        yield from (
            f"steps={len(way)}",
            f"above={deed}+{self.kind}",
            f"above={deed}+{self.name}",
            f"first={way[0] if way else ''}+{voice}+{deed}",
        )
        yield from (f"above={deed}+{each}" for each in (*self.lists, *self.sorts))

    def _climb(self) -> tuple[list[str], int] | None:
        """The relations up to the first word above that names a deed, and that word."""
        way: list[str] = []
        i = self.token.i
        for _ in range(CLIMB):
            token, above = self.document.tokens[i], self.document.tokens[self.document.tokens[i].head]
            if above.i == i:
                return None
            relation = token.dep
            if relation == "pobj":
                relation = above.lower if above.lower in PREPOSITIONS else "preposition"
            if relation != "prep" and (not way or way[-1] != relation):
                way.append(relation)
            i = above.i
            if i in self.of.deeds:
                return way, i
        return None

    def of_sentence(self) -> Iterator[str]:
        here = [i for i in self.of.by_sentence.get(self.token.sentence, ()) if self.of.deeds[i] in VIOLENT]
        deeds = {self.of.deeds[i].name for i in here}
        for deed in sorted(deeds):
            yield from (f"beside={deed}", f"beside={deed}+{self.kind}", *(f"beside={deed}+{each}" for each in (*self.lists, *self.sorts)))
        if not deeds:
            yield f"beside=none+{self.kind}"
        yield f"different={min(3, len(deeds))}"
        yield from self._nearest("left", max((i for i in here if i < self.token.i), default=None))
        yield from self._nearest("right", min((i for i in here if i > self.token.i), default=None))
        for step in (-1, 1):
            around = {self.of.deeds[i].name for i in self.of.by_sentence.get(self.token.sentence + step, ()) if self.of.deeds[i] in VIOLENT}
            yield from (f"sentence{step:+}={deed}" for deed in sorted(around) or ("none",))
        yield from (sign for i, sign in self.of.worded[self.token.sentence] if i != self.token.i)
        age = self.of.ages.get(self.token.sentence, "none")
        yield from (f"sentence={steps(self.token.sentence)}", f"age={age}", f"age={age}+{bool(deeds)}")

    def _nearest(self, side: str, at: int | None) -> Iterator[str]:
        if at is not None:
            far = abs(at - self.token.i)
            passive = is_passive(self.document, at)
            yield f"{side}={steps(far)}"
            yield f"{side}={self.of.deeds[at].name}+{far <= 5}+{passive}"

    def of_sides(self) -> Iterator[str]:
        told = self.of.roles.get(self.token.i, frozenset())
        yield from (f"rule={each}" for each in sorted(told))
        yield from (f"rule={each}+{self.kind}" for each in sorted(told) if "+" not in each) if told else ("rule=none",)


def lists_of(lemma: str) -> tuple[str, ...]:
    """The lists of nouns that hold a word."""
    return _LISTS.get(lemma.lower(), ())


def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, cell in rows("actor_words.tsv", 2):
        for word in cell.split("|") if name in LISTS else ():
            found[word].append(name)
    return {word: tuple(names) for word, names in found.items()}


_LISTS = _by_word()
