"""Reports of two sides through the whole job: who speaks against its own interest, on every way out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.terminal.test_pages import printed
from tests.web.test_pages import asking, shown

import reportedly
from reportedly.book import Book, BookEvent
from reportedly.model import LineageWhy, Stake
from reportedly.terminal.event import event_page

ADMITS = """Army base near Lamu attacked

NAIROBI, 13 May 2031 - The Kenyan Defence Ministry said on Tuesday that 12 of its soldiers were killed on Monday when al-Shabaab fighters
attacked an army base near Lamu with mortars.
"""
CLAIMS = """Night of fighting near Lamu

MOGADISHU, 13 May 2031 - Al-Shabaab said on Tuesday that its fighters killed 12 Kenyan soldiers when they attacked an army base near
Lamu on Monday.
"""
DENIES = """Toll near Lamu

NAIROBI, 13 May 2031 - The Kenyan Defence Ministry denied on Tuesday that 12 of its soldiers were killed on Monday when al-Shabaab fighters
attacked an army base near Lamu with mortars.
"""


def read(folder: Path, *texts: str) -> Book:
    """A casebook of reports by different outlets."""
    folder.mkdir()
    for n, text in enumerate(texts):
        (folder / f"{n}.txt").write_text(text, "utf-8")
    rows = [{"file": f"{n}.txt", "outlet": f"Post {n}", "published": "2031-05-13"} for n in range(len(texts))]
    (folder / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    book = reportedly.open(folder.with_suffix(".db"), create=True)
    book.add(folder)
    return book


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return read(tmp_path_factory.mktemp("two") / "sides", ADMITS, CLAIMS)


@pytest.fixture(scope="module")
def attack(book: Book) -> BookEvent:
    (event,) = book.events()
    return event


def test_the_ministry_that_admits_is_marked_and_the_rebels_who_boast_are_not(attack: BookEvent) -> None:
    (value,) = attack.killed.values
    voices = {claim.id: claim.chain[0].voice for claim in attack.claims if claim.id in value.claims}
    assert {voice.stake for voice in voices.values()} == {Stake.OWN_LOSSES, Stake.ENEMY_LOSSES}
    assert {voices[each].name for each in value.against_interest} == {"Kenyan Ministry of Defence"}
    assert value.origins == 2


def test_it_is_said_in_words_in_the_terminal_and_on_the_page(book: Book, attack: BookEvent) -> None:
    said = "Kenyan Ministry of Defence speaks against its own interest."
    assert any(remark.text.endswith(said) for remark in attack.explanation)
    assert "12 combatants [against its own interest]" in " ".join(printed(event_page(attack, width=160), 160).split())
    page = shown(asking(book), f"/event/{attack.id}")
    assert said in page.text
    assert page.text.count("against its own interest") == page.text.count(said) + 1
    assert page.text.count("both sides agree") == 2


def test_the_export_has_the_key_where_it_is_true_and_nowhere_else(book: Book, attack: BookEvent) -> None:
    lines = [json.loads(line) for line in book.export("jsonl")]
    (fields,) = [line["fields"] for line in lines if line["type"] == "event"]
    marked = {name: value["against_interest"] for name, view in fields.items() for value in view["values"] if "against_interest" in value}
    assert marked == {"killed": list(attack.killed.values[0].against_interest)}


def test_a_denial_makes_no_mark(tmp_path: Path) -> None:
    book = read(tmp_path / "denied", DENIES, CLAIMS)
    assert any(dispute.kind.value == "denies" for dispute in book.disputes())
    assert not any(value.against_interest for event in book.events() for view in event.raw.fields for value in view.values)


def test_two_prints_of_one_text_on_one_day_are_one_origin_named_after_both(tmp_path: Path) -> None:
    text = ADMITS.replace("The Kenyan Defence Ministry said on Tuesday that 12 of its soldiers", "At least 12 soldiers")
    longer = (
        f"{text}\nThe road between the town and the base was closed for hours, and shops along it stayed shut until late in the evening.\n"
    )
    book = read(tmp_path / "prints", longer, longer.replace("late in the evening", "the evening"))
    (edge,) = [edge for edge in book.lineage() if edge.why is LineageWhy.COPIES]
    assert edge.is_undirected
    assert {name for event in book.events() for name in event.origin_names} == {"Post 0 or Post 1"}
    (event, *_) = book.events()
    assert "Post 0 and Post 1 print the same words; which was first is not told." in [remark.text for remark in event.explanation]
