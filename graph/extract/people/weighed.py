"""Persons whom no title, speech or list gives away: what stands before and behind a name, and the name itself, weighed as cues.

The weights are in schema/person_weights.yaml, fitted on annotated pages by benchmarks/persons.py.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from graph.extract.language.fitted import fitted
from graph.extract.language.person_names import Candidate, best, named_after, person_words
from graph.extract.language.segments import Token, tokens
from graph.extract.places.gazetteer import gazetteer
from graph.records import Block

__all__ = ["candidates", "cues", "weighed"]

_ROLES = frozenset({"body", "note", "caption", "subhead", "byline"})
_LEADS = (
    ("。!?;\n", "start"), (",:", "comma"), ("、", "list"), (" ", "space"), ("”", "quote"), ("(", "bracket"), ("■□●◆▲★○◇△☆", "symbol"),
)  # fmt: skip
_MARKS = {mark: lead for marks, lead in _LEADS for mark in marks}
_ENDS = {"。": "stop", "!": "stop", "?": "stop", ";": "stop", ":": "stop", ",": "comma", "、": "list", " ": "space"}
# 王强、李静等企业: firms that are called so.
_FIRMS = re.compile(r"(?:[、和][一-鿿]{2,4}?){0,9}等(?:\d+[余多]?[家个]|[一-鿿]{0,4}(?:企业|公司|单位|品牌))")
_TIERS = "省市县区旗州盟镇乡村"
# By the first letter of the part of speech (jieba's tags) of the word behind.
_SORTS = {"v": "verb", "p": "preposition", "d": "adverb", "t": "adverb", "c": "conjunction", "u": "particle", "n": "noun"}


@cache
def _tuples() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Posts, jobs and words of speech as str.startswith takes them."""
    words = person_words()
    return tuple(words.posts), tuple(words.jobs), tuple(words.speech)


@cache
def _openers() -> frozenset[str]:
    """The characters with which surnames begin."""
    words = person_words()
    return words.surnames | {name[0] for name in words.compound}


def _before(view: str, start: int, block: Block, word: Token | None, bodies: Collection[int]) -> str | None:
    """What leads to a name, None for what hardly ever does (a verb, another noun, a number)."""
    if start == block.start:
        return "start"
    if start in bodies:
        return "body"
    if (mark := _MARKS.get(view[start - 1])) is not None:
        return mark
    if word is None or not word.text.isalpha():
        return None
    posts, jobs, _ = _tuples()
    words = person_words()
    if word.text == "的":
        return "of"
    if word.text in words.words_before:
        return "leads"
    if view.endswith(posts, block.start, start):
        return "post"
    if view.endswith(jobs, block.start, start):
        return "job"
    return "worker" if word.text[-1] in words.worker_endings else None


def _behind(view: str, end: int, limit: int) -> str:
    """What follows a name."""
    if end >= limit:
        return "end"
    if not "一" <= view[end] <= "鿿":
        return _ENDS.get(view[end], "mark")
    words = person_words()
    if view.startswith(_tuples()[2], end):
        return "speech"
    if view.startswith(words.behind, end):
        return "address"
    if any(view[end : end + size] in words.acts for size in (2, 3, 4)):
        return "act"
    word = tokens(view[end : min(limit, end + 8)])[0]
    return ("" if len(word.text) == 1 else "long ") + _SORTS.get(word.tag[0], "word")


def candidates(
    view: str, block: Block, line: Sequence[Token], taken: Collection[int], bodies: Collection[int]
) -> Iterator[tuple[int, str, Candidate]]:
    """(start, what leads to it, how it fits) of the possible names of a block outside the places `taken`; `bodies` are where bodies end."""
    words, openers = person_words(), _openers()
    if block.role not in _ROLES:
        return
    for index, token in enumerate(line):
        start, first = token.start, token.text[0]
        if first not in openers or start in taken:
            continue
        if not (first in words.surnames or view[start : start + 2] in words.compound) or not (
            len(token.text) == 1 or token.tag.startswith("nr") or token.text in words.compound
        ):
            continue
        lead = _before(view, start, block, line[index - 1] if index else None, bodies)
        candidate = best(view, start, block.end) if lead is not None else None
        if lead is None or candidate is None or candidate.score < 0 or any(place in taken for place in range(start, candidate.end)):
            continue
        text = view[start : candidate.end]
        named = text[-1] not in _TIERS and not gazetteer().candidates(text) and not named_after(view, candidate.end)
        if named and not _FIRMS.match(view, candidate.end, block.end):
            yield start, lead, candidate


def cues(view: str, block: Block, start: int, lead: str, candidate: Candidate, times: int) -> frozenset[str]:
    """What speaks for and against a name that the article has so many `times`; two characters come again by chance, too."""
    words = person_words()
    text = view[start : candidate.end]
    compound = text[:2] in words.compound
    given = text[2 if compound else 1 :]
    found = {f"behind {lead}", f"before {_behind(view, candidate.end, block.end)}", f"in {block.role}"}
    found.add("common" if text[0] in words.common or compound else "rare")
    found.add(f"{len(given)} given, {sum(character in words.given for character in given)} known")
    found.add(
        "fits " + ("badly" if candidate.score < 0.8 else "so" if candidate.score < 1.6 else "well" if candidate.score < 2.4 else "best")
    )
    told = (
        ("a word", not candidate.unknown),
        ("noun", candidate.noun),
        ("closed", candidate.closed),
        ("again", times > 1 and len(given) > 1),
        ("often", times > 2 and len(given) > 1),
    )
    return frozenset(found | {cue for cue, holds in told if holds})


def weighed(
    view: str, blocks: Sequence[Block], lines: Sequence[Sequence[Token]], taken: Collection[int], bodies: Collection[int]
) -> Iterator[tuple[int, int]]:
    """The spans of an article's names for which more speaks than against; `lines` are the words of its blocks."""
    for block, line in zip(blocks, lines, strict=True):
        for start, lead, candidate in candidates(view, block, line, taken, bodies):
            text = view[start : candidate.end]
            times = sum(view.count(text, other.start, other.end) for other in blocks)
            if fitted("person_weights").score(cues(view, block, start, lead, candidate, times)) >= 0:
                yield start, candidate.end
