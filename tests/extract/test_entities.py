"""Actors and things by one id, whatever form of the name a report uses."""

from __future__ import annotations

import pytest

from reportedly.extract.entities import belongs_to, entities_at, entity_at, resolve
from reportedly.language.english import English
from reportedly.model import Document, Entity, EntityKind, Report


def parsed(text: str) -> Document:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return document


def index(document: Document, word: str, nth: int = 0) -> int:
    return [t.i for t in document.tokens if t.text == word][nth]


def at(document: Document, word: str, nth: int = 0) -> Entity:
    mention = entity_at(document, index(document, word, nth))
    assert mention is not None
    return mention.entity


@pytest.mark.parametrize(
    ("text", "head", "identity", "name"),
    [
        ("The Peruvian defence ministry sent help.", "ministry", "state:PE/mod", "Peruvian Ministry of Defence"),
        ("The Ministry of Defence of Peru sent help.", "Ministry", "state:PE/mod", "Peruvian Ministry of Defence"),
        ("Lima's ministry of defence sent help.", "ministry", "state:PE/mod", "Peruvian Ministry of Defence"),
        ("Peru's Defense Ministry sent help.", "Ministry", "state:PE/mod", "Peruvian Ministry of Defence"),
        ("Kenyan warships shelled the port.", "warships", "state:KE/navy", "Kenyan Navy"),
        ("Kenyan warplanes bombed the port.", "warplanes", "state:KE/air-force", "Kenyan Air Force"),
        ("Kenyan troops entered the town.", "troops", "state:KE/army", "Kenyan army"),
        ("Kenyan government forces entered the town.", "forces", "state:KE/army", "Kenyan army"),
        ("Kenyan police fired tear gas.", "police", "state:KE/police", "Kenyan police"),
        ("The Kenyan government denied it.", "government", "state:KE/government", "Kenyan government"),
        ("Kenyan state media reported it.", "media", "state:KE/state-media", "Kenyan state media"),
        ("The Pentagon confirmed the strike.", "Pentagon", "state:US/mod", "US Department of Defense"),
        ("The Kremlin rejected the plan.", "Kremlin", "state:RU/government", "Russian government"),
        ("Nairobi rejected the plan.", "Nairobi", "state:KE", "Kenya"),
        ("The Kenyans rejected the plan.", "Kenyans", "state:KE", "Kenya"),
        ("The US rejected the plan.", "US", "state:US", "United States"),
    ],
)
def test_a_part_of_any_state_is_composed_of_country_and_body(text: str, head: str, identity: str, name: str) -> None:
    found = at(parsed(text), head)
    assert (found.id, found.name) == (identity, name)


@pytest.mark.parametrize(
    ("text", "head", "identity"),
    [
        ("ISIS attacked the village.", "ISIS", "group:islamic-state"),
        ("Daesh attacked the village.", "Daesh", "group:islamic-state"),
        ("IS attacked the village.", "IS", "group:islamic-state"),
        ("The so-called Islamic State group attacked the village.", "group", "group:islamic-state"),
        ("Islamic State militants attacked the village.", "militants", "group:islamic-state"),
        ("Al Shabab fighters attacked the village.", "fighters", "group:al-shabaab"),
        ("Boko Haram attacked the village.", "Haram", "group:boko-haram"),
        ("Houthi rebels attacked the village.", "rebels", "group:houthis"),
        ("NATO warplanes bombed the village.", "warplanes", "org:nato"),
    ],
)
def test_a_group_has_one_id_in_all_its_names(text: str, head: str, identity: str) -> None:
    assert at(parsed(text), head).id == identity


def test_small_words_are_no_names(document: Document) -> None:
    """The turkey is not for us."""
    assert at(document, "turkey").id is None


def test_in_x_backed_x_is_not_the_actor() -> None:
    found = at(parsed("Kenyan-backed rebels attacked the village."), "rebels")
    assert (found.id, found.kind) == (None, EntityKind.REBEL_GROUP)


def test_forces_of_another_people_in_a_country_are_not_its_army() -> None:
    found = at(parsed("Syrian Kurdish forces recaptured the base."), "forces")
    assert found.id is None


def test_a_capital_after_in_is_a_place(document: Document) -> None:
    """A bomb went off in Nairobi."""
    assert entity_at(document, index(document, "Nairobi")) is None


def test_a_person_has_the_same_id_when_only_the_surname_follows() -> None:
    document = parsed("Defence Minister Tomas Quill arrived on Monday. Quill left on Tuesday.")
    assert at(document, "Quill").id == at(document, "Quill", 1).id == "person:tomas-quill"


def test_targets_are_objects_in_the_words_of_the_report(document: Document) -> None:
    """The shells hit a large ammunition depot and three shelters."""
    depot, shelters = at(document, "depot"), at(document, "shelters")
    assert (depot.name, depot.kind) == ("large ammunition depot", EntityKind.OBJECT)
    assert (shelters.name, shelters.kind) == ("shelters", EntityKind.OBJECT)


@pytest.mark.parametrize(
    ("text", "head", "identity"),
    [
        ("The jets struck Islamic State targets.", "targets", "group:islamic-state"),
        ("The jets struck objects of the ISIS terrorist grouping.", "objects", "group:islamic-state"),
        ("The jets struck a Kenyan army checkpoint.", "checkpoint", "state:KE/army"),
    ],
)
def test_a_thing_tells_whose_it_is(text: str, head: str, identity: str) -> None:
    document = parsed(text)
    owner = belongs_to(document, index(document, head))
    assert owner is not None
    assert owner.entity.id == identity


def test_what_nobody_owns_belongs_to_nobody(document: Document) -> None:
    """The jets struck a shelter."""
    assert belongs_to(document, index(document, "shelter")) is None


@pytest.mark.parametrize(
    ("text", "head", "identities"),
    [
        ("Kenya, Uganda and Rwanda agreed on a plan.", "Kenya", ["state:KE", "state:UG", "state:RW"]),
        ("Kenyan, Ugandan and Rwandan forces were informed.", "forces", ["state:KE/military", "state:UG/military", "state:RW/military"]),
        ("They notified the militaries of Kenya and Uganda.", "militaries", ["state:KE/military", "state:UG/military"]),
    ],
)
def test_joined_actors_are_told_apart(text: str, head: str, identities: list[str]) -> None:
    document = parsed(text)
    assert [m.entity.id for m in entities_at(document, index(document, head))] == identities


@pytest.mark.parametrize(
    ("text", "head", "identity"),
    [
        ("Kenya fired a missile. It then fired again.", "It", "state:KE"),
        ("The Kenyan defence ministry issued a list. The ministry gave no names.", "ministry", "state:KE/mod"),
        ("Al-Shabaab attacked the town. The group left at night.", "group", "group:al-shabaab"),
        ("Kenya fired missiles from its warships.", "warships", "state:KE/navy"),
        ("Tomas Quill arrived. He left at once.", "He", "person:tomas-quill"),
        ("The Observatory spoke of Al-Shabaab. The monitoring group gave no names.", "group", "org:sohr"),
        ("The Observatory spoke of Al-Shabaab. The rights group gave no names.", "group", "org:sohr"),
        ("The Observatory spoke of Al-Shabaab. The armed group gave no names.", "group", "group:al-shabaab"),
        ("The dead man was Chen Yong. Chen was 40.", "Chen", "person:chen-yong"),
        ("Tomas was here, and so were Tomas Quill and Tomas Ode.", "Tomas", "person:tomas-ode"),
    ],
)
def test_pronouns_and_descriptions_go_back_to_their_antecedent(text: str, head: str, identity: str) -> None:
    document = parsed(text)
    hits = [t.i for t in document.tokens if t.text == head]
    mention = resolve(document, hits[-1])
    assert mention is not None
    assert mention.entity.id == identity


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("The Syrian Observatory for Human Rights reported blasts. They hit a depot.", None),
        ("Al-Shabaab left Kilifi. The Syrian Observatory for Human Rights reported blasts. They had hit a depot.", "group:al-shabaab"),
        ("The Yemeni Mercy Centre counted four strikes. They hit food stores.", None),
    ],
)
def test_who_does_a_deed_is_not_whoever_reported_it(text: str, identity: str | None) -> None:
    document = parsed(text)
    they = index(document, "They")
    mention = resolve(document, they, doer=True)
    assert (mention and mention.entity.id) == identity


def test_who_speaks_may_be_who_reports(document: Document) -> None:
    """The Syrian Observatory for Human Rights reported blasts. They said more would follow."""
    mention = resolve(document, index(document, "They"))
    assert mention is not None
    assert mention.entity.id == "org:sohr"


def test_a_pronoun_without_antecedent_stays_unresolved(document: Document) -> None:
    """It rained."""
    assert resolve(document, index(document, "It")) is None


def test_a_mention_covers_its_own_words(document: Document) -> None:
    """The Peruvian Ministry of Defence, which is in Lima, sent help."""
    mention = entity_at(document, index(document, "Ministry"))
    assert mention is not None
    assert document.words(mention.start, mention.end) == "The Peruvian Ministry of Defence"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two suicide bombers attacked the army.", EntityKind.PERSON),
        ("The bombers wore vests. It was a suicide attack.", EntityKind.PERSON),
        ("Three bombers struck the airport from the air.", EntityKind.STATE_FORCES),
    ],
)
def test_bombers_are_people_or_aircraft(text: str, kind: EntityKind) -> None:
    assert at(parsed(text), "bombers").kind is kind


def test_a_hedge_is_no_part_of_a_phrase(document: Document) -> None:
    """At least three militants attacked the army."""
    mention = entity_at(document, index(document, "militants"))
    assert mention is not None
    assert document.words(mention.start, mention.end) == "three militants"
