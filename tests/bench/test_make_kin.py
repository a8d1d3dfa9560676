"""The table of words of one meaning, made from a dictionary of a few words in WordNet's form."""

from __future__ import annotations

from pathlib import Path

from bench import make_kin

VERBS = """00000010 40 v 02 seize 0 take 0 001 > 00000020 v 0000 01 + 08 00 | to take by force
00000020 40 v 01 hold 0 000 01 + 08 00 | to have
"""
NOUNS = """00000030 04 n 01 seizure 0 001 + 00000010 v 0101 | the act of seizing
00000040 06 n 01 lorry 0 000 | a thing
"""


def line(word: str, part: str, offset: int) -> str:
    """A line of an index: one sense, no pointers."""
    return f"{word} {part} 1 0 1 0 {offset:08d}"


def folder(at: Path) -> Path:
    for name in make_kin.PARTS.values():
        (at / f"data.{name}").write_text("  1 licence\n")
        (at / f"index.{name}").write_text("  1 licence\n")
    (at / "data.verb").write_text("  1 licence\n" + VERBS)
    (at / "data.noun").write_text("  1 licence\n" + NOUNS)
    (at / "index.verb").write_text("\n".join([line("hold", "v", 20), line("seize", "v", 10), line("take", "v", 10)]) + "\n")
    (at / "index.noun").write_text("\n".join([line("lorry", "n", 40), line("seizure", "n", 30)]) + "\n")
    return at


def test_a_noun_has_the_meaning_of_its_verb_and_a_deed_that_of_what_it_causes(tmp_path: Path) -> None:
    found = make_kin.table(folder(tmp_path))
    assert found["seizure"]["v", 10] == make_kin.DERIVED
    assert found["seize"] == found["take"] == {("v", 10): 1.0, ("v", 20): make_kin.ABOVE}
    assert found["hold"] == {("v", 20): 1.0}


def test_a_word_for_a_thing_has_no_meaning_in_the_table(tmp_path: Path) -> None:
    assert "lorry" not in make_kin.table(folder(tmp_path))
