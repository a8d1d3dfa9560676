"""Text in pictures: it fits, and nothing of it steers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.made_casebook import HOSTILE

from reportedly.plot.lettering import breadth, clean, fitted, wrapped


@given(st.text(), st.floats(20, 400))
def test_what_is_fitted_fits(text: str, room: float) -> None:
    assert breadth(fitted(text, room)) <= room


@given(st.text())
def test_what_is_cleaned_is_clean(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_signs_that_steer_are_replaced_and_words_are_kept() -> None:
    assert clean(HOSTILE).isprintable()
    assert clean("می\u200cخواهم القمر Камар 卡馬爾") == "می\u200cخواهم القمر Камар 卡馬爾"


@given(st.lists(st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=60), max_size=5))
def test_wrapping_loses_no_word_that_fits(sentences: list[str]) -> None:
    words = [word for word in " ".join(sentences).split() if breadth(word, 12) <= 300]
    kept = " ".join(wrapped(sentences, 300)).split()
    assert [word for word in kept if word in words] == [word for word in words if word in kept]
    assert set(words) <= set(kept)
