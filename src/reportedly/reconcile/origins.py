"""Origins: how many independent roots of information stand behind the claims of one event.

What is one origin:

* one first speaker, whoever relays it; voices of one state or group (two ministries, a minister, the army, the state) are one;
* all names of one speaker (see `speakers`);
* an office holder whose state no word tells ("the defence minister") is that of a state which speaks in the same report, if one does;
* the wire copy of one agency, and all reports that copy one text (see `Roots.texts_of`: a paragraph of background makes no copy of the
  rest);
* a text of which nothing tells who had it first is the word of one of its outlets, and called after them ("A or B"): it adds no origin
  where one of these tells of the happening by itself;
* an outlet's own voice, but only where the report (or the text it copies) attributes nothing on that event: elsewhere the
  headline and the lead restate what a named voice says further down, and take that voice's origin;
* another medium that is named as the only source: likewise;
* the unnamed or merely described voices ("sources", "witnesses") of one report: in two reports they may be two.

A denial or a doubt is never an origin.
"""

from __future__ import annotations

from collections import ChainMap, Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model import Claim, Report, Stance, VoiceKind
from reportedly.reconcile.roots import Roots, Texts, one_of
from reportedly.reconcile.speakers import is_stateless, speakers


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The origins of one event's claims: for each claim id the keys it may rest on (usually one), and their names."""

    may_be: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]

    def behind(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The keys of the independent origins of some claims. Denials and doubts add none.

        A claim of an outlet that restates one of several voices adds an origin only when none of them is there yet.
        """
        options = [self.may_be[c.id] for c in claims if c.stance is Stance.ASSERTS]
        sure = {some[0] for some in options if len(some) == 1}
        for some in sorted(each for each in options if len(each) > 1):
            if sure.isdisjoint(some):
                sure.add(some[0])
        return frozenset(sure)

    def everyone(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The keys of all origins of an event: every voice that asserts something on it."""
        return frozenset(key for c in claims if c.stance is Stance.ASSERTS for key in self.may_be[c.id])

    def called(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The names of some origins, sorted."""
        return tuple(sorted(self.names.get(key, key) for key in keys))


def origins(claims: Sequence[Claim], reports: Mapping[str, Report], known: Roots) -> Origins:
    """The origins of the claims of one event."""
    attributed: dict[Texts, set[str]] = defaultdict(set)
    stateless: set[str] = set()
    called: dict[str, Counter[str]] = defaultdict(Counter)
    spoken = speakers(claims, reports, known.text, known.sides)
    texts = known.texts_of(claims)
    for claim in claims:
        if not claim.chain:
            continue
        there, key, home = texts[claim.id], spoken[claim.id], known.text[claim.report]
        name = claim.chain[0].voice.name
        called[key][f"{name} ({known.outlets[home]})" if key.endswith(f" in {home}") and home in there else name] += 1
        if claim.stance is Stance.ASSERTS and not _is_relayed(claim):
            for each in {there, (home,)} if len(there) > 1 else {there}:
                attributed[each].add(key)
        if is_stateless(claim, known.sides):
            stateless.add(key)
    for some in attributed.values():
        if any(key.startswith("state:") for key in some):
            some.difference_update(stateless)
    names = ChainMap({key: _commonest(counter) for key, counter in called.items()}, known.names)
    either: ChainMap[str, Texts] = ChainMap({}, known.either)
    may_be = {}
    for claim in claims:
        there = texts[claim.id]
        own = one_of((known.own[text] for text in there), names, either)
        near = attributed.get(there, set()).union(*(attributed.get((text,), ()) for text in there))
        may_be[claim.id] = _options(claim, known, near, own, spoken)
    return Origins(may_be=_settled(may_be, claims, either), names=names)


def _settled(may_be: Mapping[str, Texts], claims: Iterable[Claim], either: Mapping[str, Texts]) -> dict[str, Texts]:
    """The keys of which one stands for one of several outlets as that of the outlet which tells of the happening by itself, if one does."""
    sure = {key for c in claims if c.stance is Stance.ASSERTS for key in may_be[c.id] if key not in either}
    open_ = {key for keys in may_be.values() for key in keys if key in either}
    meant = {key: min(there) for key in open_ if (there := sure.intersection(either[key]))}
    return {claim: tuple(sorted({meant.get(key, key) for key in keys})) for claim, keys in may_be.items()}


def _commonest(names: Counter[str]) -> str:
    """The name used most often; of equals the first in the alphabet."""
    return min(names, key=lambda name: (-names[name], name))


def _is_relayed(claim: Claim) -> bool:
    """Whether only another medium is named as the source ("CNN reports that …"): like an outlet's own voice it may rest on anyone."""
    voice = claim.chain[0].voice
    return voice.kind is VoiceKind.MEDIA and voice.of is None


def _options(claim: Claim, known: Roots, there: Collection[str], own: str, spoken: Mapping[str, str]) -> tuple[str, ...]:
    """The keys that a claim may rest on: `there` are those attributed in its text, `own` that of the text's outlet."""
    if not claim.chain:
        return tuple(sorted(there)) or (own,)
    key = spoken[claim.id]
    if _is_relayed(claim):
        return tuple(sorted(there)) or (key,)
    if is_stateless(claim, known.sides) and key not in there:
        return tuple(sorted(each for each in there if each.startswith("state:"))) or (key,)
    return (key,)
