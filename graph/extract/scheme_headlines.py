"""Unquoted initiatives that an article is about: the headline and the body name them by the same words (万家灯火工程|劳动竞赛)."""

import re
from collections.abc import Iterator

from graph.extract import schemes
from graph.extract.initiative_words import words
from graph.extract.quoted_names import Name
from graph.extract.scheme_edges import LONGEST, left_edge, patterns, trim
from graph.records import PROSE, Article, Block

__all__ = ["find"]

_MARKS = re.compile(r"\W")
_LEAST = 4  # characters before the noun


def _shared(text: str, first: int, second: int, floors: tuple[int, int]) -> int:
    """How many characters before text[first] and text[second] are the same and stand in one noun phrase."""
    edges = [left_edge(text, max(floor, at - LONGEST), at) for at, floor in zip((first, second), floors, strict=True)]
    size = 0
    while first - size > edges[0] and second - size > edges[1] and text[first - size - 1] == text[second - size - 1]:
        size += 1
    return size


def _start(text: str, first: int, noun: int) -> int:
    """Where the name begins in text[first:noun], behind verbs, counts and the body whose it is."""
    verbs = [*words().hard_verb.finditer(text, first, noun), *words().opening_verb.finditer(text, first, noun)]
    return trim(text, max((verb.end() for verb in verbs), default=first), noun)


def _generic(said: str) -> bool:
    """Whether a wording is what every union does (劳模(工匠)创新工作室), or half a quotation."""
    return "“" in said or "”" in said or _MARKS.sub("", said) in words().generic


def _in_headline(text: str, headline: Block, bodies: list[Block]) -> Iterator[Name]:
    for start, end in schemes.heads(text, headline):
        kind, need = words().heads[text[start:end]]
        if need is None or kind == "platform":
            continue
        for block in bodies:
            at = text.find(text[start:end], block.start, block.end)
            while at >= 0:
                size = _shared(text, start, at, (headline.start, block.start))
                first = _start(text, at - size, at)
                said = text[first:at] + text[start:end]
                stop = at + end - start
                goes_on = patterns().goes_on.match(text, stop) or words().further.match(text, stop)  # 工程|项目
                specific = not goes_on and at - first >= _LEAST and len(patterns().empty.sub("", text[first:at])) >= 2
                if specific and not _generic(said):
                    yield Name(schemes.with_scope(text, first, kind), stop, kind, ("headline", "own head"))
                at = text.find(text[start:end], at + 1, block.end)


def find(text: str, article: Article) -> Iterator[Name]:
    """The names in the body whose wording a headline of the article shares."""
    bodies = [block for block in article.blocks if block.role in PROSE]
    for block in article.blocks:
        if block.role == "headline":
            yield from _in_headline(text, block, bodies)
