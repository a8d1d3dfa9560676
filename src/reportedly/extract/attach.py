"""Which time, place and number belongs to which happening: the one that it hangs on in the sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportedly.extract.deeds import HARM, REMOTE, Deed, is_verb, verb_deed
from reportedly.extract.frames import left_by, verb_frame
from reportedly.extract.happenings import Happening, is_later
from reportedly.extract.mentions import CountMention, Mentions, PlaceMention, TimeMention, VoiceMention
from reportedly.extract.mourned import mourned, of_some
from reportedly.model import PEOPLE_FIELDS, Document, Field

PASSABLE = frozenset("station locate situate base position include involve leave head live rest".split())
"""Verbs that do not keep a place or a number from the happening above them."""

STANDING = frozenset("hold control run operate surround besiege encircle trap own guard man shelter gather".split())
"""Participles that tell how a thing stands, where it is hit: "a checkpoint run by militants in X"."""

NEAR = 9
"""Words behind a word for the dead in which what killed them is looked for, where the grammar does not show it."""

HURT = frozenset({Deed.KILLING, Deed.WOUNDING})
PLACING = frozenset({"where"})
MEANWHILE = frozenset({"when", "as", "while"})

BESIDE = frozenset("nsubj nsubjpass dobj pobj attr".split())
"""How a noun stands to the verb that tells of it."""

LEADING_TO = frozenset({"in", "after", "as", "when", "by", "from", "during"})

COUNTRY = 6
"""`where_prec` of countries, which tell nothing of a number that its sentence does not tell."""

MOST_STEPS = 40
"""Heads climbed from a mention. Real sentences need fewer; a broken parse must not cost more."""


@dataclass(slots=True)
class Attached:
    """What belongs to one happening."""

    times: list[TimeMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    counts: list[CountMention] = field(default_factory=list)


def attach(document: Document, happenings: Sequence[Happening], mentions: Mentions) -> tuple[list[Attached], list[CountMention]]:
    """For each happening what belongs to it; and the numbers of people that belong to none.

    A time that hangs on nothing that happened is given to the only happening of its sentence, if that has none of its own.
    """
    ground = _Ground(document, happenings, mentions.voices)
    found = [Attached() for _ in happenings]
    _attach_times(ground, found, mentions.times)
    for place in mentions.places:
        alone, _ = ground.owner_of_place(place) if place.relation != "dateline" else (None, False)
        owners = ground.taken.get(place.head, set() if alone is None else {alone})
        for each in sorted(owners):
            found[each].places.append(place)
    left: list[CountMention] = []
    for count in mentions.counts:
        n = ground.of_count(count)
        if n is not None:
            found[n].counts.append(of_some(document, happenings, count))
        elif count.field in PEOPLE_FIELDS:
            left.append(count)
    return found, left


def _attach_times(ground: _Ground, found: Sequence[Attached], times: Iterable[TimeMention]) -> None:
    owned = [(time, *ground.owner_of_time(time)) for time in times]
    timed = {owner for time, owner, own in owned if own and time.when.precision is not None}
    for time, n, own in owned:
        if n is not None and (own or n not in timed):
            found[n].times.append(time)


def adopt(document: Document, tolls: Sequence[tuple[Happening, Attached]], mentions: Mentions, attached: Iterable[Attached]) -> None:
    """Give the words for a number that stands alone ("the capture of two in X on Friday") the times and places below them that none has."""
    taken = {id(each) for one in attached for each in (*one.times, *one.places)}
    ground = _Ground(document, [toll for toll, _ in tolls], mentions.voices)
    for time in mentions.times:
        n, own = ground.owner_of_time(time)
        if own and n is not None and id(time) not in taken:
            tolls[n][1].times.append(time)
    for place in mentions.places:
        n, own = ground.owner_of_place(place)
        if own and n is not None and id(place) not in taken and place.relation != "dateline" and place.where.precision < COUNTRY:
            tolls[n][1].places.append(place)


class _Ground:
    """The happenings of a document by their heads."""

    def __init__(self, document: Document, happenings: Sequence[Happening], voices: Iterable[VoiceMention]) -> None:
        self.document = document
        self.by_head = {head: n for n, h in enumerate(happenings) for head in h.heads}
        self.heads = sorted(self.by_head)
        self.first_below = self._first_below()
        """By the words above them, the happenings that come first in the text among those under each word."""

        self.cues = {v.cue: v.content for v in voices if v.cue not in self.by_head}
        self.told: dict[int, tuple[list[int], list[int]]] = {}
        self.happenings = happenings
        self.in_sentence: dict[int, list[int]] = defaultdict(list)
        self.taken: dict[int, set[int]] = defaultdict(set)
        """Whose place a noun is for sure: what was done to it. Nobody's where it names those who were told."""

        for n, h in enumerate(happenings):
            self.in_sentence[h.sentence].append(n)
            for verb in h.verbs:
                frame = verb_frame(document, verb)
                if verb == h.told_of:
                    self.taken |= {head: set() for head in (*frame.agents, *frame.patients)}
                    continue
                for head in frame.patients:
                    self.taken[head].add(n)

    def _first_below(self) -> dict[int, int]:
        """Every word is climbed to once, by the first happening under it."""
        found: dict[int, int] = {}
        for head in self.heads:
            i = head
            while i not in found:
                found[i] = self.by_head[head]
                i = self.document.tokens[i].head
        return found

    def owner_of_place(self, place: PlaceMention) -> tuple[int | None, bool]:
        """The happening that a place hangs on, and whether it does; else the one that its verb tells, or the only one of its sentence."""
        return self._owner(place.head, of_time=False, closing=False)

    def owner_of_time(self, time: TimeMention) -> tuple[int | None, bool]:
        """The same for a time, and whether it hangs on it. What closes a sentence behind a comma is said of all of it."""
        last = self.document.sentences[self.document.tokens[time.head].sentence].end
        after = (self.document.tokens[i] for i in range(time.end, last))
        closing = time.start > 0 and self.document.tokens[time.start - 1].text == "," and all(t.pos == "PUNCT" for t in after)
        return self._owner(time.head, of_time=True, closing=closing)

    def _owner(self, at: int, *, of_time: bool, closing: bool) -> tuple[int | None, bool]:
        i = at
        for _ in range(MOST_STEPS):
            if i in self.by_head:
                return mourned(self.document, self.happenings, self.by_head, at, i), True
            token = self.document.tokens[i]
            if i != at and self.taken.get(i):
                return min(self.taken[i]), True
            if i in self.cues and i != at:
                return self._in_content(at, self.cues[i]), True
            if i != at and not closing and self._ends_climb(i, of_time=of_time):
                return None, False
            if token.head == i:
                break
            i = token.head
        alone = self.in_sentence[self.document.tokens[at].sentence]
        return (alone[0] if len(alone) == 1 else self._told_by(i, at, of_time=of_time) if alone else None), False

    def _told_by(self, verb: int, at: int, *, of_time: bool) -> int | None:
        """The happening that a verb without a deed of its own tells, for a word at `at` that hangs on the verb.

        A time is of what the verb tells or of what those who act did ("the search resulted in the arrest of two yesterday",
        "the police searched homes in X, arresting two"), a place only of the latter.
        """
        if verb not in self.told:
            self.told[verb] = self._beside(verb)
        told, led = self.told[verb]
        first = bisect_left(told, at)
        if of_time and first:
            return self.by_head[told[first - 1]]
        behind = bisect_left(led, at)
        return self.by_head[led[behind]] if behind < len(led) else None

    def _beside(self, verb: int) -> tuple[list[int], list[int]]:
        """The heads of what a verb tells, and of what those who act did, in text order."""
        document, below = self.document, self.document.children[verb]
        if not is_verb(document.tokens[verb]):
            return [], []
        inside = [i for c in below if document.tokens[c].dep == "prep" for i in document.children[c]]
        told = [i for i in (*below, *inside) if i in self.by_head and document.tokens[i].dep in BESIDE]
        led = [c for c in below if c in self.by_head and document.tokens[c].dep == "advcl" and document.tokens[c].tag == "VBG"]
        acts = any(document.tokens[c].dep == "nsubj" for c in below)
        return sorted(told), [c for c in led if acts and not self._has_subject(c)]

    def _in_content(self, at: int, content: tuple[tuple[int, int], ...]) -> int | None:
        """The last happening before a word that stands inside what is said, though it hangs on the verb of saying."""
        for start, end in content:
            if start <= at < end:
                n = bisect_left(self.heads, at) - 1
                return self.by_head[self.heads[n]] if n >= 0 and self.heads[n] >= start else None
        return None

    def _ends_climb(self, i: int, *, of_time: bool) -> bool:
        token = self.document.tokens[i]
        if not is_verb(token) or token.dep == "ROOT" or self._tells_more(i, of_time=of_time):
            return False
        if token.dep == "advcl" and token.tag == "VBG" and (of_time or self._is_meanwhile(i)):
            return False  # "killed two while searching the house on Friday" is all on Friday
        if of_time:
            return token.dep in ("relcl", "acl", "advcl", "ccomp") and token.lemma not in PASSABLE
        return token.dep in ("relcl", "acl", "advcl", "ccomp", "xcomp", "conj") and token.lemma not in PASSABLE

    def _tells_more(self, i: int, *, of_time: bool) -> bool:
        """Whether a clause tells more of the happening above it.

        "killed four and wounded dozens in X", "a strike that dropped gas on X", "hit a tent where people had gathered in X",
        "troops surrounded in X", "died when a missile slammed into X".
        """
        token, above = self.document.tokens[i], self.document.tokens[i].head
        if token.dep == "conj":
            deed = verb_deed(self.document, i)
            return deed is not None and deed[0] in HURT and above in self.by_head and not self._has_subject(i)
        if token.dep == "relcl":
            return above in self.by_head or (not of_time and self._opens_with(i, PLACING))
        if token.dep == "acl":
            return not of_time and token.tag == "VBN" and token.lemma in STANDING
        if token.dep == "advcl" and (n := self.by_head.get(above)) is not None:
            return bool(self.happenings[n].deeds & HURT) and self._opens_with(i, MEANWHILE) and not is_later(self.document, i)
        return False

    def _has_subject(self, i: int) -> bool:
        return any(self.document.tokens[c].dep in ("nsubj", "nsubjpass") for c in self.document.children[i])

    def _opens_with(self, i: int, wanted: frozenset[str]) -> bool:
        return any(self.document.tokens[c].lower in wanted and c < i for c in self.document.children[i])

    def _is_meanwhile(self, verb: int) -> bool:
        return any(self.document.tokens[c].lower in ("while", "when") for c in self.document.children[verb])

    def of_count(self, count: CountMention) -> int | None:
        """The happening that a number belongs to: by the word that governs it, else by the counted noun."""
        if count.governor is not None and (n := self.by_head.get(count.governor)) is not None:
            return n
        n = self._above(count.governor if count.governor is not None else count.head)
        if n is None:
            n = self._above(count.head)
        if n is None and (left := left_by(self.document, count.head)) is not None:
            n = self._climb(left)
        if n is None and count.governor is not None:
            n = self.first_below.get(count.governor)
            n = self._behind(count.governor) if n is None else n
        if n is not None and not self._may_count(self.happenings[n], count):
            return None
        return n

    def _behind(self, governor: int) -> int | None:
        """The happening in "12 dead in an air strike", "7 killed as a bomb exploded", however the words were attached."""
        last = min(governor + 1 + NEAR, self.document.sentences[self.document.tokens[governor].sentence].end)
        near = next((i for i in range(governor + 1, last) if i in self.by_head), None)
        if near is None or not any(self.document.tokens[i].lower in LEADING_TO for i in range(governor + 1, near)):
            return None
        stop = any(
            is_verb(self.document.tokens[i]) or self.document.tokens[i].lower in ("and", "but", "while") for i in range(governor + 1, near)
        )
        return None if stop else self.by_head[near]

    def _climb(self, at: int) -> int | None:
        i = at
        for _ in range(MOST_STEPS):
            if i in self.by_head:
                return self.by_head[i]
            token = self.document.tokens[i]
            if i != at and i in self.cues:
                return None
            if token.head == i:
                return None
            i = token.head
        return None

    def _above(self, at: int) -> int | None:
        """The happening that a number hangs on; none where it is a funeral: that of "dozens killed in bombings" has no dead of its own."""
        n = self._climb(at)
        return None if n is None or self.happenings[n].main.deed is Deed.FUNERAL else n

    @staticmethod
    def _may_count(happening: Happening, count: CountMention) -> bool:
        """Whether a happening of its sort can have such a number."""
        if count.field in (Field.KILLED, Field.INJURED, Field.MISSING, Field.DISPLACED):
            violent = (
                REMOTE
                | HARM
                | {
                    Deed.CLASH,
                    Deed.OFFENSIVE,
                    Deed.CAPTURE,
                    Deed.MOB,
                    Deed.DISPERSAL,
                    Deed.RIOT,
                    Deed.PROTEST,
                    Deed.ABDUCTION,
                    Deed.TORTURE,
                }
            )
            return happening.main.deed in violent
        if count.field is Field.CAPTURED:
            return happening.main.deed in (Deed.ABDUCTION, Deed.ARREST, Deed.CAPTURE, Deed.CLASH, Deed.OFFENSIVE, Deed.STRIKE)
        return True
