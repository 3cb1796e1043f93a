"""Words of a text with their parts of speech, from a dictionary of Chinese (jieba's, through jieba-rs).

Names are not in the dictionary; what is there tells where a name must stop. Unknown words are left as single characters on purpose:
guessing them (the hidden Markov model) would swallow the 与 and 在 that end a name.
"""

from functools import cache, lru_cache
from typing import NamedTuple

import rjieba

from graph.files import folder, read_lines

__all__ = ["Token", "tokens"]

_FREQUENCY = 1000  # of the project's own words, on the dictionary's scale: above chance neighbours, below the common words


class Token(NamedTuple):
    """A word: its text, its part of speech (jieba's tags: n, v, p, ns, nr, x for punctuation ...), its place in the text."""

    text: str
    tag: str
    start: int
    end: int


@cache
def _segmenter() -> rjieba.Jieba:
    segmenter = rjieba.Jieba()
    for line in read_lines(folder("data") / "words" / "segment_words.tsv"):
        word, tag = line.split("\t")
        segmenter.add_word(word, _FREQUENCY, tag)
    for brand in read_lines(folder("data") / "words" / "brands.txt"):
        segmenter.add_word(brand, _FREQUENCY, "nz")
    return segmenter


@lru_cache(maxsize=512)
def tokens(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The words of a text in order, without gaps; `offset` is added to their places. Kept, for several readers ask for a paragraph."""
    found = []
    position = offset
    for word, tag in _segmenter().tag(text, False):
        end = position + len(word)
        found.append(Token(word, tag, position, end))
        position = end
    return tuple(found)
