"""Which language a story is in. Only English is read."""

from __future__ import annotations

import re
import unicodedata

from reportedly.model import ProblemReason
from reportedly.read.capture import CannotRead

ENOUGH = 60
"""Letters below which a language is not told."""
SAMPLE = 4_000
MOST_FOREIGN = 0.5
"""Share of letters outside the Latin script above which even a short text is not English."""
ENGLISH_WORDS = frozenset("the of and to that were are with from said his their who which after this it its been".split())
"""Common words of English that are no common words of its neighbours."""
ENOUGH_ENGLISH = 0.1
"""Share of those words at which a text is English, whatever its names look like."""
SHORT = 400
"""Letters below which half that share is enough."""
NAMES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
WORD = re.compile(r"[^\W\d_]+")


def language_of(story: str) -> str | None:
    """The code "en", or None when the story is too short to tell (fewer than 60 letters).

    Capitals make no difference. Names of people and places mislead: a text whose words are
    the commonest English ones often enough is English.

    Raises:
        CannotRead: there are no letters, or the story is in another language, which the reason names.
    """
    words = WORD.findall(story[: 2 * SAMPLE].lower())
    letters = sum(map(len, words))
    if not words:
        raise CannotRead(
            ProblemReason.NO_TEXT, "It holds no words besides menus and the like. Get the text again, or take it out of the sources."
        )
    if _foreign("".join(words)) > MOST_FOREIGN:
        raise _not_english(_identified(story))
    if letters < ENOUGH:
        return None
    wanted = ENOUGH_ENGLISH if letters >= SHORT else ENOUGH_ENGLISH / 2
    if sum(word in ENGLISH_WORDS for word in words) >= wanted * len(words):
        return "en"
    code = _identified(story)
    if code != "en":
        raise _not_english(code)
    return "en"


def _identified(story: str) -> str:
    import py3langid  # noqa: PLC0415  (takes 0.2 s and 0.8 s more for its first text; most texts need it not)

    return str(py3langid.classify(" ".join(story.lower().split())[:SAMPLE])[0])


def _foreign(letters: str) -> float:
    """Share of letters that are not Latin."""
    beyond = [letter for letter in letters if letter > "\u024f"]
    return sum("LATIN" not in unicodedata.name(letter, "") for letter in beyond) / len(letters)


def _not_english(code: str) -> CannotRead:
    name = f"{NAMES[code]} ({code})" if code in NAMES else f"language “{code}”"
    return CannotRead(
        ProblemReason.NOT_ENGLISH, f"The text is in {name}; only English is read. Give an English translation, or take it out."
    )
