"""Which origin a first speaker is: a key for each claim with a chain, the same for all names of one speaker."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.model import Claim, Report, Stance, Voice, VoiceKind

NAMELESS = ("voice:", "unnamed:")
"""How the ids of voices begin that have no name outside their report."""


UNITS = frozenset("region province governorate oblast district county department prefecture".split())
"""What a state's parts are called. One report says whose a part is, another does not."""


def sides(claims: Iterable[Claim]) -> dict[str, str]:
    """For whom named voices speak, where reports that tell it agree: one report's "rebel spokesman" is another's plain name.

    Who speaks for a part of a state ("the governor of the northern region") speaks for the state that another report gives to it.
    """
    told: dict[str, set[str]] = defaultdict(set)
    parts: dict[str, set[str]] = defaultdict(set)
    voices = sorted({saying.voice for claim in claims for saying in claim.chain}, key=lambda voice: (voice.id, voice.of or "", voice.name))
    for voice in voices:
        if voice.of is not None and not voice.of.startswith(NAMELESS):
            told[voice.id].add(voice.of)
            words = voice.id.partition(":")[2].split("-")
            if words[-1] in UNITS:
                for at in range(len(words) - 1):
                    parts["voice:" + "-".join(words[at:])].add(voice.of)
    for voice in voices:
        told[voice.id] |= parts.get(voice.of or "", set())
    return {voice: next(iter(found)) for voice, found in told.items() if len(found) == 1 and not voice.startswith(NAMELESS)}


def plain_key(voice: Voice, text: str, known: Mapping[str, str]) -> str:
    """The key of a first speaker by its name alone. `text` is the report that the words go back to, `known` what `sides` tells."""
    if voice.of is not None and not voice.of.startswith(NAMELESS):
        return voice.of
    if voice.kind is VoiceKind.UNNAMED:
        return f"unnamed in {text}"
    if voice.id.startswith(NAMELESS):
        return f"{voice.id} in {text}"
    return known.get(voice.id, voice.id)


def is_stateless(claim: Claim, known: Mapping[str, str]) -> bool:
    """Whether its first speaker holds an office of which no word tells whose it is."""
    voice = claim.chain[0].voice
    return voice.kind is VoiceKind.OFFICIAL and (voice.of is None or voice.of.startswith(NAMELESS)) and voice.id not in known


def speakers(claims: Sequence[Claim], reports: Mapping[str, Report], texts: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    """For the id of each claim with a chain the key of its first speaker.

    In one text (a report and its copies, see `texts`) these are one:

    * who says one sentence, whatever a copy's title has done to the name;
    * what a named person speaks for, and the person;
    * a description and its shorter form: "the coalition's own investigators", "investigators";
    * an office without a name, and the only named office holder who speaks there.
    """
    speaking = [claim for claim in claims if claim.chain]
    found = {claim.id: plain_key(claim.chain[0].voice, texts[claim.report], known) for claim in speaking}
    sentences = {claim.id: (texts[claim.report], reports[claim.report].quote(claim.spans[0])) for claim in speaking}
    found = _renamed(found, _by_sentence(sentences, found))
    found = _renamed(found, _by_name(speaking, texts, found))
    return _renamed(found, _by_office(speaking, texts, found, known))


def _renamed(found: Mapping[str, str], same: Mapping[str, str]) -> dict[str, str]:
    return {claim: same.get(key, key) for claim, key in found.items()}


def _by_sentence(sentences: Mapping[str, tuple[str, str]], found: Mapping[str, str]) -> dict[str, str]:
    """Nameless keys to the named one under which a copy of the text has the same words."""
    named: dict[tuple[str, str], str] = {}
    for claim, key in found.items():
        if not _is_nameless(key):
            named.setdefault(sentences[claim], key)
    return {key: named[sentences[claim]] for claim, key in found.items() if _is_nameless(key) and sentences[claim] in named}


def _by_name(claims: Sequence[Claim], texts: Mapping[str, str], found: Mapping[str, str]) -> dict[str, str]:
    """What persons speak for to the persons; short descriptions to longer ones that end in them."""
    same: dict[str, str] = {}
    described: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for claim in claims:
        voice, text, key = claim.chain[0].voice, texts[claim.report], found[claim.id]
        if voice.of is not None and voice.of.startswith(NAMELESS):
            same[f"{voice.of} in {text}"] = key
        if _is_nameless(key) and voice.kind is not VoiceKind.UNNAMED:
            described[text][key] = tuple(re.findall(r"\w+", voice.name.casefold()))
    for names in described.values():
        for key, words in names.items():
            longer = [other for other, more in names.items() if len(more) > len(words) and more[-len(words) :] == words]
            if len(longer) == 1:
                same.setdefault(key, longer[0])
    return same


def _by_office(claims: Sequence[Claim], texts: Mapping[str, str], found: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    """Offices without a name to the only named holder of an office without a state who asserts something in the text."""
    holders: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.stance is Stance.ASSERTS and is_stateless(claim, known) and not _is_nameless(found[claim.id]):
            holders[texts[claim.report]].add(found[claim.id])
    return {
        found[claim.id]: next(iter(holders[texts[claim.report]]))
        for claim in claims
        if is_stateless(claim, known) and _is_office(claim) and len(holders[texts[claim.report]]) == 1
    }


def _is_nameless(key: str) -> bool:
    return " in " in key and key.startswith(("voice:", "unnamed"))


def _is_office(claim: Claim) -> bool:
    """Whether it is called by an office of one word ("the governor"): a longer description may be of somebody else."""
    voice = claim.chain[0].voice
    return voice.id.startswith("voice:") and len(voice.name.split()) == 1 and voice.name.casefold() not in BODIES


BODIES = frozenset("authorities government ministry officials police army military spokesman spokeswoman official troops rebels".split())
"""Words of one that are bodies or many, and not the one who holds an office."""
