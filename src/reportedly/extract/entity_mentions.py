"""Actors and things that noun phrases name, under one id for every form of a name.

A state's part is composed of the country and the body ("Russian warships" → "state:RU/navy"); groups,
organisations and countries come from lists; persons from the report itself. What is not known keeps the report's words.
"""

from __future__ import annotations

from reportedly.extract import count_words
from reportedly.extract.countries import CountryForm
from reportedly.extract.entity_bodies import Body, body, by_part, fixed
from reportedly.extract.entity_names import Match
from reportedly.extract.entity_people import slug
from reportedly.extract.entity_phrases import bare, conjuncts, is_noun, of_phrase, phrase
from reportedly.extract.entity_reading import reading
from reportedly.extract.entity_tables import words
from reportedly.extract.mentions import EntityMention
from reportedly.model import Document, Entity, EntityKind

GOVERNMENT_PREPOSITIONS = frozenset({"by", "against", "between", "with", "for", "of", "to", "than", "like", "as"})
"""After these a capital can stand for its government; after the others it is a place."""

FORCE_WORDS = frozenset(
    {"force", "troop", "soldier", "unit", "jet", "warplane", "army", "commander", "brigade", "fleet", "plane", "aircraft"}
)
"""Words by which a group or an alliance itself is meant ("coalition warplanes")."""

BACKERS = frozenset({"backed", "led", "held", "controlled", "run", "based", "linked", "supported", "aligned", "affiliated", "sponsored"})
"""In "X-backed" X is not the owner of what follows."""

SOLDIERS = frozenset(
    "soldier policeman policewoman serviceman trooper marine conscript paratrooper commando airman gendarme sailor".split()
)
"""Nouns for members of a state's forces."""

GROUP_NAME_WORDS = frozenset(
    {"front", "brigade", "brigades", "army", "militia", "movement", "battalion", "liberation", "resistance", "fighters"}
)


def entity_at(document: Document, head: int) -> EntityMention | None:
    """The entity that the phrase around a head word names; None for pronouns, places after "in", and words that head no phrase."""
    known = reading(document)
    if head not in known.entities:
        known.entities[head] = _entity_at(document, head, known.names.get(head))
    return known.entities[head]


def _entity_at(document: Document, head: int, name: Match | None) -> EntityMention | None:
    token = document.tokens[head]
    if token.pos == "PRON" or not (is_noun(token) or name is not None):
        return None
    start, end = phrase(document, head)
    if name is not None and _is_place(document, name, head):
        return None
    found = _named(document, head, start) or _part_of_state(document, head, start)
    if found is None:
        found = EntityMention(start=start, end=end, head=head, entity=_described(document, head, start))
    return found


def entities_at(document: Document, head: int) -> tuple[EntityMention, ...]:
    """All entities that a phrase joins: "Russia, Iran and Turkey", "American, Turkish and Israeli forces", "the armies of X and Y"."""
    found: list[EntityMention] = []
    for each in conjuncts(document, head):
        shared = _shared_head(document, each)
        mention = entity_at(document, each)
        found.extend(shared or ((mention,) if mention else ()))
    examples = _examples(document, head)
    return examples or tuple(found)


def belongs_to(document: Document, head: int) -> EntityMention | None:
    """Whose the thing at a head word is: "Islamic State targets", "objects of the X group", "Russian Navy ships"; None when not said."""
    start, _ = phrase(document, head)
    owner = _owner_name(document, head, start)
    if owner is not None:
        if owner.known.sort != "country":
            return EntityMention(start=owner.start, end=owner.end, head=owner.end - 1, entity=owner.known.entity)
        return _owning_part(document, owner, head)
    inside = of_phrase(document, head)
    if inside is None:
        return None
    mention = entity_at(document, inside)
    if mention is None or mention.entity.kind in (EntityKind.OBJECT, EntityKind.WEAPON, EntityKind.UNKNOWN):
        return belongs_to(document, inside) if mention else None
    return mention


def _is_place(document: Document, name: Match, head: int) -> bool:
    if name.known.form is not CountryForm.CAPITAL:
        return False
    token = document.tokens[head]
    if token.dep in ("pobj", "compound", "appos", "npadvmod"):
        above = document.tokens[token.head]
        return above.lower not in GOVERNMENT_PREPOSITIONS or document.tokens[above.head].lower in (
            "city",
            "town",
            "capital",
            "suburb",
            "west",
        )
    return False


def _named(document: Document, head: int, start: int) -> EntityMention | None:
    """A known name, a person, or a body with a name of its own at the head."""
    known, person, own = reading(document).names.get(head), reading(document).people.get(head), fixed(document, head)
    if own is not None:
        return EntityMention(start=start, end=head + 1, head=head, entity=own)
    if known is not None and _is_national(document, known):
        first, end = bare(document, start, head + 1)
        text = document.words(first, end)
        entity = Entity(name=text, id=f"org:{slug(text)}", kind=EntityKind.ORGANISATION)
        return EntityMention(start=start, end=end, head=head, entity=entity)
    if known is not None and not (known.known.sort == "country" and known.end - 1 != head):
        entity = _country(document, known, head, start) if known.known.sort == "country" else known.known.entity
        return EntityMention(start=min(start, known.start), end=max(head + 1, known.end), head=head, entity=entity)
    if person is not None:
        return EntityMention(start=start, end=head + 1, head=head, entity=person.entity)
    return None


def _is_national(document: Document, known: Match) -> bool:
    """Whether a country's adjective makes an aid body another one: the "Kenyan Red Cross" is not the international committee."""
    before = reading(document).names.get(known.start - 1)
    return known.known.sort == "aid" and before is not None and before.known.form is CountryForm.ADJECTIVE


def _country(document: Document, name: Match, head: int, start: int) -> Entity:
    known = name.known
    if known.form is CountryForm.SEAT:
        return by_part()["government"].of(known.country)
    counted = any(document.tokens[i].dep in ("nummod", "det") and document.tokens[i].lower != "the" for i in range(start, head))
    if known.form in (CountryForm.PEOPLE, CountryForm.ADJECTIVE) and counted:
        first, end = bare(document, start, head + 1)
        return Entity(name=document.words(first, end), kind=EntityKind.CIVILIANS)
    return known.entity


def _owner_name(document: Document, head: int, start: int) -> Match | None:
    """The known name nearest before the head that owns it: not the X of "X-backed"."""
    names = reading(document).names
    for i in range(head - 1, start - 1, -1):
        name = names.get(i)
        if name and name.end - 1 == i and not _backs(document, name.end) and not _denied(document, name.start, start):
            return name
    return None


def _backs(document: Document, i: int) -> bool:
    following = document.tokens[i : i + 2]
    return any(t.lower in BACKERS for t in following[: 1 + (following[0].text == "-" if following else 0)])


def _denied(document: Document, name: int, start: int) -> bool:
    """Whether "non-", "anti-", "pro-" or "ex-" stands before the name."""
    before = document.words(max(start, name - 2), name).lower() if name > start else ""
    return before.endswith(("non-", "anti-", "pro-", "counter-", "ex-"))


def _part_of_state(document: Document, head: int, start: int) -> EntityMention | None:
    """A country's body, or the body alone when the phrase names no country; a group's or alliance's forces."""
    owner = _owner_name(document, head, start)
    lemma = document.tokens[head].lemma
    if owner is not None and owner.known.sort != "country":
        whole = FORCE_WORDS | words("fighter") | words("group") | words("medium")
        if lemma in whole or document.tokens[head].lower in whole:
            return EntityMention(start=start, end=head + 1, head=head, entity=owner.known.entity)
        return None
    end = _body_end(document, head)
    found = body(document, tuple(range(owner.end if owner else start, end)))
    if found is None or _is_generic(document, owner.end if owner else start, head):
        return None
    country = owner.known.country if owner else _country_after(document, head, end)
    if country is None:
        first, _ = bare(document, start, end)
        return EntityMention(start=start, end=end, head=head, entity=Entity(name=document.words(first, end), kind=found.kind))
    return EntityMention(start=start, end=end, head=head, entity=found.of(country))


def _body_end(document: Document, head: int) -> int:
    """In "Ministry of Defence" reaches beyond its head."""
    inside = of_phrase(document, head)
    if inside is None or document.tokens[head].lower not in ("ministry", "department", "minister", "secretary", "chiefs", "house"):
        return head + 1
    end = inside + 1
    if end < len(document.tokens) and document.tokens[end].lower == "affairs":
        end += 1
    return end if end - head <= 6 else head + 1


def _country_after(document: Document, head: int, end: int) -> str | None:
    """The country in "the navy of Russia" and "Ministry of Defence of the Russian Federation"."""
    names = reading(document).names
    for i in range(end, min(end + 4, len(document.tokens))):
        if i == end and document.tokens[i].lower not in ("of", "in"):
            return None
        if (name := names.get(i)) and name.known.sort == "country":
            return name.known.country
    inside = of_phrase(document, head)
    name = names.get(inside) if inside is not None else None
    return name.known.country if name and name.known.sort == "country" else None


def _is_generic(document: Document, start: int, head: int) -> bool:
    """Whether words before the head make it another side's: "Syrian Kurdish forces", "opposition troops"."""
    own = ("government", "regime", "state")
    mine = any(document.tokens[i].lemma in own for i in range(start, head))
    for i in range(start, head):
        token = document.tokens[i]
        if token.lemma in own or (mine and token.lower in ("run", "owned", "controlled")):
            continue
        if token.lemma in words("fighter") or (token.entity == "NORP" and i not in reading(document).names) or token.lower in BACKERS:
            return True
    return False


def _described(document: Document, head: int, start: int) -> Entity:
    """What is not known by name, in the report's words."""
    token = document.tokens[head]
    first, end = bare(document, start, head + 1)
    text = " ".join(document.words(first, end).split())
    kind = _kind(document, head)
    if kind is EntityKind.CIVILIANS and token.lemma == "civilian":
        return Entity(name=text, id="civilians", kind=kind)
    if kind is EntityKind.UNKNOWN and token.pos == "PROPN" and (token.entity in ("ORG", "NORP") or token.lower in GROUP_NAME_WORDS):
        group = any(document.tokens[i].lower in GROUP_NAME_WORDS for i in range(first, end))
        kind = EntityKind.REBEL_GROUP if group else EntityKind.ORGANISATION
        return Entity(name=text, id=f"{'group' if group else 'org'}:{slug(text)}", kind=kind)
    return Entity(name=text, kind=kind)


NO_PERSON = frozenset("figure figures life lives body bodies corpse corpses remains death deaths fatality fatalities".split())
"""Words that are counted as people and mean something else as often."""


def _kind(document: Document, head: int) -> EntityKind:
    token = document.tokens[head]
    forms = {token.lemma, token.lower, token.lower.removesuffix("s")}
    if forms & SOLDIERS:
        return EntityKind.STATE_FORCES
    for label, kind in (
        ("civilian", EntityKind.CIVILIANS),
        ("protester", EntityKind.PROTESTERS),
        ("rioter", EntityKind.RIOTERS),
        ("rebel", EntityKind.REBEL_GROUP),
        ("militia", EntityKind.POLITICAL_MILITIA),
        ("weapon", EntityKind.WEAPON),
        ("platform", EntityKind.PLATFORM),
        ("object", EntityKind.OBJECT),
        ("role", EntityKind.PERSON),
    ):
        if forms & words(label):
            return kind
    if forms & count_words.CIVILIAN or forms & count_words.CHILD or forms & count_words.KIN:
        return EntityKind.CIVILIANS
    if forms & count_words.COMBATANT or (forms & count_words.PERSON and not forms & NO_PERSON):
        return EntityKind.REBEL_GROUP if token.lemma in ("force", "troop") else EntityKind.PERSON
    return EntityKind.UNKNOWN


def _shared_head(document: Document, head: int) -> tuple[EntityMention, ...]:
    """One body of several countries: adjectives before it, or countries after "of". Empty when there are fewer than two."""
    start, _ = phrase(document, head)
    names = reading(document).names
    before = [m for i in range(start, head) if (m := names.get(i)) and m.end - 1 == i and not _backs(document, m.end)]
    inside = of_phrase(document, head)
    after = [m for i in conjuncts(document, inside) if (m := names.get(i))] if inside is not None else []
    owners = [m for m in (before if len(before) > 1 else after) if m.known.sort == "country"]
    if len(owners) < 2:
        return ()
    last = max(m.end for m in owners) if owners[0].start < head else start
    found: Body | None = body(document, tuple(range(last, head + 1)))
    if found is None:
        return ()
    return tuple(EntityMention(start=m.start, end=m.end, head=m.end - 1, entity=found.of(m.known.country)) for m in owners)


def _examples(document: Document, head: int) -> tuple[EntityMention, ...]:
    """The names in "other nations such as X, Y and Z", also below an "of". Empty when there are none."""
    inside = of_phrase(document, head)
    for noun in (head, inside):
        if noun is None or document.tokens[noun].lemma not in ("nation", "country", "state", "power", "ally", "group", "government"):
            continue
        for child in document.children[noun]:
            if child > noun and document.tokens[child].lower in ("as", "like", "including"):
                first = next((c for c in document.children[child] if document.tokens[c].dep == "pobj"), None)
                joined = conjuncts(document, first) if first is not None else ()
                return tuple(m for c in joined if (m := entity_at(document, c)))
    return ()


def _owning_part(document: Document, owner: Match, head: int) -> EntityMention:
    """The part of the state that stands between its country and the head ("Syrian army checkpoint"), else the state."""
    for end in range(head, owner.end, -1):
        found = body(document, tuple(range(owner.end, end)))
        if found is not None:
            return EntityMention(start=owner.start, end=end, head=end - 1, entity=found.of(owner.known.country))
    return EntityMention(start=owner.start, end=owner.end, head=owner.end - 1, entity=owner.known.entity)
