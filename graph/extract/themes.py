"""The themes of an initiative: evidence words in its name, its kind and its sentences, weighted and added up."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import ahocorasick_rs

from graph.errors import SchemaError
from graph.files import folder, read_yaml
from graph.model import load

# A cue in the name speaks for the whole initiative, one in a sentence may belong to its neighbour.
_NAME = 4.0
_NEAR = 1.0
_CLAUSE = 0.5
_FAR = 0.3
_HEADLINE = 1.0
# What stands this close before and behind the name in a sentence tells what it is (“……”乒乓球比赛).
_BEFORE, _BEHIND = 6, 10
# How often the same cue counts in the sentences together.
_REPEATS = 2
# What the kind says by itself.
_KINDS = {
    "competition": ("skills-competition", 1.0),
    "column": ("cadre-building", 1.0),
    "course": ("training", 2.0),
    "platform": ("digital-union", 1.0),
}
# The best theme must reach the first; others come along from this share of the best on.
_LEAST = 1.0
_SHARE = 0.55
_MOST = 3
_CLAUSE_END = re.compile("([,。;:!?])")
# 创新 that only says how something is done (创新推行……), or that belongs to a watchword: no innovation by workers.
_HOW = re.compile(
    r"创新(?=实施|构建|推行|推出|开展|打造|建立|成立|采用|举办|工作|机制|方式|形式|方法|思路|性|探索|服务|举措|理念|载体)"
    r"|(?:改革|持续|守正|不断|开拓|积极)创新"
)
# A name may be written with marks in one place and without them in another.
_MARKS = re.compile('[“”‘’「」『』《》"]')


@cache
def _cues() -> tuple[ahocorasick_rs.AhoCorasick, list[list[tuple[str, float]]]]:
    """The automaton over all cue words and, by pattern, the themes each speaks for; raises SchemaError on an unknown theme."""
    path = folder("schema") / "theme_cues.yaml"
    by_word: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for theme, cues in read_yaml(path).items():
        if theme not in load().themes:
            raise SchemaError(f"{path}: {theme} is not in schema/themes.yaml: rename it or add the theme")
        for word, weight in cues.items():
            by_word[str(word)].append((theme, float(weight)))
    words = sorted(by_word)
    automaton = ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, [by_word[word] for word in words]


def _add(scores: dict[str, float], text: str, factor: float, seen: dict[int, int]) -> None:
    automaton, themes = _cues()
    for pattern, _, _ in automaton.find_matches_as_indexes(text):
        seen[pattern] = seen.get(pattern, 0) + 1
        if seen[pattern] <= _REPEATS:
            for theme, weight in themes[pattern]:
                scores[theme] += factor * weight


def _add_sentence(scores: dict[str, float], sentence: str, name: str, near: dict[int, int], far: dict[int, int]) -> None:
    sentence = _MARKS.sub("", _HOW.sub("", sentence))
    at = sentence.find(name)
    if at < 0:
        _add(scores, sentence, _FAR, far)
        return
    first, last = max(0, at - _BEFORE), at + len(name) + _BEHIND
    _add(scores, sentence[first:at], _NEAR, near)
    _add(scores, sentence[at + len(name) : last], _NEAR, near)
    left = _CLAUSE_END.split(sentence[:first])
    right = _CLAUSE_END.split(sentence[last:].replace(name, ""), maxsplit=1)
    for clause in (left[-1], right[0]):
        _add(scores, clause, _CLAUSE, far)
    for rest in ("".join(left[:-1]), "".join(right[1:])):
        _add(scores, rest, _FAR, far)


def assign(name: str, kind: str | None, sentences: Sequence[str], *, headline: str = "") -> tuple[str, ...]:
    """One to three theme ids (schema/themes.yaml), best first; none when no evidence word occurs at all.

    `sentences` are those that speak of the initiative; the name counts most, the kind least. `headline` is that of its article when
    the initiative is part of what the article is about and has no name of its own.
    """
    scores: dict[str, float] = defaultdict(float)
    bare = _MARKS.sub("", name)
    _add(scores, bare, _NAME, {})
    near: dict[int, int] = {}
    far: dict[int, int] = {}
    for sentence in sentences:
        _add_sentence(scores, sentence, bare, near, far)
    _add(scores, headline, _HEADLINE, {})
    if kind in _KINDS:
        theme, weight = _KINDS[kind]
        scores[theme] += weight
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _LEAST:
        return ()
    return tuple(theme for theme, score in ranked[:_MOST] if score >= _SHARE * ranked[0][1])
