"""Given mentions: what is known of them, which name one happening, and which reports tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.language.english import English, nearness
from reportedly.link import told
from reportedly.link.mention_links import link_mentions
from reportedly.link.mentions import Mention, MentionFacts, mention_facts
from reportedly.model import Document, Report, Span, stable_id

RAID = "Missiles hit a grain terminal in Ostvik on Tuesday and killed 14 dockers, the harbour master Ilan Reed said."
AGAIN = "Ilan Reed said that 14 dockers were killed when missiles hit the grain terminal in Ostvik."
TALKS = "Delegates met in Belmora to talk about prisoners, and the envoy Sana Whitlock called the round useful."


def report(text: str) -> Report:
    return Report(id=stable_id("r", text), sha256="0" * 64, file="text", text=text, language="en")


def mention(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(f"{words} in {text[:8]}", report(text).id, (Span(start, start + len(words)),))


def parsed(text: str) -> Document:
    (document,) = English().parse([report(text)])
    return document


def fact(text: str, words: str) -> MentionFacts:
    (found,) = mention_facts(parsed(text), [mention(text, words)])
    return found


def linked(mentions: Sequence[tuple[str, str]]) -> set[frozenset[str]]:
    """The groups of mentions, each given by its report's text and its words."""
    reports = [report(text) for text in dict.fromkeys(text for text, _ in mentions)]
    found = link_mentions(reports, English().parse(reports), [mention(*one) for one in mentions], nearness=nearness)
    return {frozenset(some) for some in found}


def test_a_mention_knows_who_does_what_to_whom_around_it() -> None:
    found = fact(RAID, "hit")
    assert (found.lemma, found.part) == ("hit", "VERB")
    assert found.doers == {"missile"}
    assert {"grain", "terminal"} <= found.done_to
    assert "ostvik" in found.sentence
    assert "14" in found.numbers


def test_a_verb_that_shares_a_subject_has_it() -> None:
    assert fact(RAID, "killed").doers == {"missile"}


def test_the_subject_of_a_passive_is_what_it_is_done_to() -> None:
    assert "docker" in fact(AGAIN, "killed").done_to
    assert not fact(AGAIN, "killed").doers


def test_a_pronoun_stands_for_the_subject_named_before() -> None:
    text = "Sana Whitlock left Ostvik on Monday with Ilan Reed's list. She was killed near Belmora."
    assert {"sana", "whitlock"} <= fact(text, "killed").done_to
    assert "reed" not in fact(text, "killed").done_to


def test_a_word_that_tells_what_became_of_someone_is_done_to_them() -> None:
    text = "Ilan Reed was found dead in Ostvik."
    assert {"ilan", "reed"} <= fact(text, "dead").done_to


def test_a_word_knows_who_stands_beside_the_verb_that_it_hangs_on() -> None:
    text = "Ilan Reed recovered from a wound in Ostvik."
    assert {"ilan", "reed"} <= fact(text, "wound").above


def test_it_is_known_whether_one_or_several_are_meant() -> None:
    assert fact(RAID, "killed").many is True
    assert fact("A shell killed Sana Whitlock.", "killed").many is False
    assert fact("It rained.", "rained").many is None
    assert fact("The convoy stopped.", "stopped").many is None


def test_words_of_one_meaning_are_linked_across_reports() -> None:
    text = "Ilan Reed said that 14 dockers lost their lives, and their deaths came when missiles struck the grain terminal in Ostvik."
    assert frozenset({mention(RAID, "hit").id, mention(text, "struck").id}) in linked([(RAID, "hit"), (RAID, "said"), (text, "struck")])


def test_a_denied_happening_is_known_as_denied() -> None:
    text = "The missiles did not hit the terminal."
    assert fact(text, "hit").negated
    assert not fact(RAID, "hit").negated


def test_mentions_of_one_happening_in_two_reports_are_linked_and_others_are_alone() -> None:
    found = linked([(RAID, "hit"), (AGAIN, "hit"), (TALKS, "met"), (TALKS, "called")])
    assert frozenset({mention(RAID, "hit").id, mention(AGAIN, "hit").id}) in found
    assert frozenset({mention(TALKS, "met").id}) in found
    assert frozenset({mention(TALKS, "called").id}) in found


def test_a_mention_that_stands_on_no_words_is_alone() -> None:
    nowhere = Mention("nowhere", report(RAID).id, (Span(8, 9),))
    reports = [report(RAID)]
    assert link_mentions(reports, English().parse(reports), [nowhere], nearness=nearness) == (("nowhere",),)


def test_the_order_of_reports_plays_no_part() -> None:
    asked = [(RAID, "hit"), (RAID, "killed"), (AGAIN, "hit"), (AGAIN, "killed"), (TALKS, "met")]
    assert linked(asked) == linked(asked[::-1])


def test_a_report_of_the_happening_tells_of_it_more_than_another_does() -> None:
    documents = [parsed(text) for text in (RAID, AGAIN, TALKS)]
    rarity = told.Rarity(documents)
    likely = [
        told.probability(told.signs(fact(RAID, "hit"), documents[0], told.vocabulary(other), rarity, nearness), told.fitted())
        for other in documents[1:]
    ]
    assert likely[0] > likely[1]
