"""Words of general language by which a report says what came of what, and what is part of what."""

from __future__ import annotations

import re

from reportedly.model import Kind

ENDS = re.compile(r"[.!?][\"”’)]*\s|\n|;")
"""The end of a sentence, or of one of its main parts."""

START = r"(?:^|[.!?][\"”’)]*\s|\n)\s*"
"""Where a sentence starts."""

WORDS = r"(?:(?!(?:and|but|while|when|before|after|as|to|who|which|that)\b)[\w’'-]+\s+)"
"""A word of a noun phrase before its last one."""

LEADING = rf"\s+{WORDS}{{0,5}}$"
"""The words of a noun phrase from the word that governs it to its own: "after [Tuesday's deadly air] strike"."""

ANSWERING = (
    r"\b(?:in (?:response|reply|retaliation|revenge|reprisal|answer|reaction|protest|condemnation) (?:to|for|against|at|of|over)"
    r"|to avenge|to retaliate for|retaliating for|(?:was|were|as) (?:a |an )?(?:retaliation|revenge|reprisal|response) (?:for|to))"
)
"""Words between a deed and the one that it answers."""

AFTERWARDS = (
    r"\b(?:after|following|in the wake of|in the aftermath of|because of|over|at the (?:funerals?|burials?) of (?:[\w-]+ )?killed in)"
)
"""Words between a deed and the one that it came after."""

ANSWERS = re.compile(ANSWERING + LEADING, re.IGNORECASE)
AFTER = re.compile(AFTERWARDS + LEADING, re.IGNORECASE)

ABOUT = re.compile(rf"^(?:\s+(?:of|for|against|over|about|on|at))?{LEADING}", re.IGNORECASE)
"""Words between a word of blame or protest and what it is about: "condemned [the] strike", "protested against [the] strike"."""

AGAINST = re.compile(rf"\b(?:against|over|condemning|denouncing){LEADING}", re.IGNORECASE)
"""Words anywhere between a protest and what it is about: "marched in the capital to protest against [the] strike"."""

BLAMED = re.compile(rf"^\s+(?:[\w’'-]+\s+){{1,6}}?(?:of|for|over){LEADING}", re.IGNORECASE)
"""Words between a word of blame and what somebody is blamed for: "blamed [the army for the] shelling"."""

KILLED = r"\b(?:killed|slain|murdered|massacred|assassinated|executed|shot|dead|died|perished|victims?|casualties|martyrs|lost their lives)"
"""Words for those who are buried by what was done to them."""

DEADLY = re.compile(r"^(?:kill|shot|shoot|murder|massacre|assassinat|execut|died|slain)", re.IGNORECASE)
"""The start of a trigger that is itself one of these words."""

OF_THOSE = re.compile(
    rf"^[^.;\n]*?{KILLED}\s+(?:[\w-]+\s+){{0,4}}?(?:in|of|by|from|during|when|as)(?:{LEADING}|\s+[^,.;\n]{{0,60}}$)", re.IGNORECASE
)
"""Words between a burial and what those were killed by: "the funeral [of 12 people killed in Tuesday's] strike"."""

OF_THEM = re.compile(r"^\s+[^,;]{0,90}$")
"""Words between a burial and the killing itself: "the funeral [of 12 people] killed …"."""

BURIED_AFTER = re.compile(
    r"^(?:(?!\band\b)[^.;\n])*\b(?:and|(?:and )?(?:was|were|has been|have been|had been))(?: \w+)?\s+$", re.IGNORECASE
)
"""Words between what people were killed by and their burial: "seven people killed in the strike [on the town were] buried"."""

LED_TO = re.compile(
    rf"\b(?:prompted|triggered|sparked|drew|provoked|led to|was followed by|were followed by)\s+{WORDS}{{0,4}}$", re.IGNORECASE
)
"""Words between a deed and what it brought about."""

OPENING = re.compile(rf"{START}(?:(?:hours|days|a day|weeks) )?(?:after|following|in response to){LEADING}", re.IGNORECASE)
"""Words that open a sentence before the deed that the rest of it came after: "After Tuesday's strike, …"."""

IN_ANSWER = re.compile(rf"{START}In (?:response|retaliation|revenge|reprisal)\b(?! (?:to|for|against))[^.;\n]{{0,80}}$")
"""The start of a sentence whose deed answers what was told just before."""

PART = re.compile(
    r"\b(?:part of|one of|the (?:latest|first|last|second|third|deadliest|worst|biggest|largest|heaviest)(?: [\w-]+){0,2} (?:in|of)"
    rf"|in the course of)\s+{WORDS}{{0,5}}$",
    re.IGNORECASE,
)
"""Words between a deed and the row of deeds that it is one of."""

IT_IS_PART = re.compile(
    rf"{START}(?:It|This|That|The (?:[\w-]+ ){{0,2}}(?:strike|attack|raid|bombing|blast|explosion|shelling|ambush|assault|killing)) "
    r"(?:was|is|came|comes)\s+[^.;\n]{0,40}$"
)
"""The start of a sentence that says of what was told just before that it is part of more, up to the words of `PART`."""

OPERATION = re.compile(r"\b(?:operations?|offensives?|campaigns?|incursions?|invasions?)$", re.IGNORECASE)
"""Words for what consists of single deeds, as the end of a trigger."""

EXPLOSIVE = frozenset({Kind.AIR_STRIKE, Kind.SHELLING, Kind.REMOTE_EXPLOSIVE, Kind.SUICIDE_BOMB, Kind.GRENADE, Kind.CHEMICAL_WEAPON})
HARM = EXPLOSIVE | {Kind.ATTACK, Kind.ABDUCTION, Kind.SEXUAL_VIOLENCE, Kind.ASSAULT, Kind.ARMED_CLASH}

NAMED: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(("strike", "airstrike", "raid", "bombardment"), frozenset({Kind.AIR_STRIKE, Kind.SHELLING, Kind.ATTACK})),
    **dict.fromkeys(("bombing", "blast", "explosion", "bomb"), EXPLOSIVE),
    "shelling": frozenset({Kind.SHELLING}),
    **dict.fromkeys(("clash", "fighting", "battle", "ambush"), frozenset({Kind.ARMED_CLASH, Kind.ATTACK})),
    **dict.fromkeys(("abduction", "kidnapping"), frozenset({Kind.ABDUCTION})),
    **dict.fromkeys(("attack", "assault", "killing", "massacre"), HARM),
}
"""Nouns by which a report comes back to a happening that it told before, and the kinds that they stand for."""

NOUN = rf"(?P<noun>{'|'.join(sorted(NAMED, key=len, reverse=True))})(?P<many>es|s)?\b"

BACK = rf"\s+(?:the|this|that|these|those|[\w]+day[’']s|last (?:week|month)[’']s)\s+{WORDS}{{0,3}}?{NOUN}"
"""A noun phrase that points back to what is known: "the air strike", "Tuesday's attack"."""

ANSWERS_BACK = re.compile(rf"[^.;\n]{{0,140}}?{ANSWERING}{BACK}", re.IGNORECASE)
AFTER_BACK = re.compile(rf"[^.;\n]{{0,140}}?{AFTERWARDS}{BACK}", re.IGNORECASE)
ABOUT_BACK = re.compile(rf"[^.;\n]{{0,100}}?\b(?:against|over|of|for|condemning|denouncing){BACK}", re.IGNORECASE)
"""As `ANSWERS`, `AFTER` and `ABOUT`, from behind a deed to a noun phrase that points back."""

BURIED_BACK = re.compile(rf"[^.;\n]{{0,140}}?{KILLED}\s+(?:[\w-]+\s+){{0,3}}?(?:in|of|by|from|during){BACK}", re.IGNORECASE)
OPENED_BACK = re.compile(
    rf"{START}[^.;\n]{{0,80}}?{KILLED}\s+(?:[\w-]+\s+){{0,3}}?(?:in|of|by|from|during){BACK}[^.;\n]{{0,80}}$", re.IGNORECASE
)
"""As `OF_THOSE`, with a noun phrase that points back, behind a burial and before it."""

OPENING_BACK = re.compile(
    rf"{START}(?:{ANSWERING}|(?:(?:hours|days|a day|weeks) )?(?:after|following)){BACK}[^.;\n]{{0,80}}$", re.IGNORECASE
)
"""As `OPENING`, with a noun phrase that points back: "In retaliation for the strike, …"."""
