"""The themes of an initiative: evidence words in its name and around it, weighted by the place where they stand.

A log-linear model of few weights (schema/theme_weights.yaml, fitted on annotated pages with one page left out in turn) over a list of
evidence words (schema/theme_cues.yaml, written by hand): the words say what belongs to a theme, the weights only how much a place counts.
"""

import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from graph.errors import SchemaError
from graph.extract.initiatives.surroundings import Around
from graph.files import folder, read_yaml
from graph.model import load
from graph.theme_cues import automaton

PLACES = ("name", "near", "sentence", "paragraph", "article")
# What stands this close before and behind the name in its clause tells what it is (“……”乒乓球比赛); the next clause, the next of a list
# tells of something else (“……”读书活动、“……”技能比武).
_BEFORE, _BEHIND = 6, 20
_CLAUSE = re.compile("[,;:。、!?]")
# How often the same cue counts in a place; a paragraph or article may repeat what it is about.
_REPEATS = 2
_REPEATS_TEXT = 4
_SETTLES = 3.0  # the weight of a word that settles a theme alone
_MOST = 3
# 创新 that only says how something is done (创新推行……), or that belongs to a watchword: no innovation by workers.
_HOW = re.compile(
    r"创新(?=实施|构建|推行|推出|开展|打造|建立|成立|采用|举办|工作|机制|方式|形式|方法|思路|性|探索|服务|举措|理念|载体)"
    r"|(?:改革|持续|守正|不断|开拓|积极)创新"
)
# A name may be written with marks in one place and without them in another.
_MARKS = re.compile('[“”‘’「」『』《》"]')

Scores = dict[str, float]


@cache
def weights() -> dict[str, Any]:
    """schema/theme_weights.yaml; raises SchemaError when a place lacks its weight."""
    path = folder("schema") / "theme_weights.yaml"
    content: dict[str, Any] = read_yaml(path)
    if set(content["evidence"]) != set(PLACES):
        raise SchemaError("{path}: evidence must name {places}: mend the list", path=path, places=", ".join(PLACES))
    return content


def _count(text: str, scores: Scores, seen: dict[int, int], *, repeats: int = _REPEATS, prose: bool = True) -> None:
    finder, themes = automaton()
    for pattern, _, _ in finder.find_matches_as_indexes(text):
        seen[pattern] = seen.get(pattern, 0) + 1
        if seen[pattern] <= repeats:
            for theme, weight in themes[pattern]:
                scores[theme] = scores.get(theme, 0.0) + (weight * weight / _SETTLES if prose else weight)


@lru_cache(maxsize=64)
def _of_text(text: str) -> Scores:
    """The evidence in a paragraph or article; kept, for initiatives share them."""
    scores: Scores = {}
    _count(text, scores, {}, repeats=_REPEATS_TEXT)
    return scores


def evidence(name: str, around: Around) -> dict[str, Mapping[str, float]]:
    """Place -> theme -> evidence there: the summed weights of its words, as shares of all themes for the article."""
    bare = _MARKS.sub("", name)
    found: dict[str, Mapping[str, float]] = {"paragraph": _of_text(around.paragraph)}
    found["article"] = _shares(_of_text(around.article))
    of_name: Scores = {}
    _count(bare, of_name, {}, prose=False)
    near: Scores = {}
    said: Scores = {}
    seen_near: dict[int, int] = {}
    seen_said: dict[int, int] = {}
    for sentence in around.sentences:
        plain = _MARKS.sub("", _HOW.sub("", sentence))
        at = plain.find(bare)
        if at >= 0:
            end = at + len(bare)
            _count(_CLAUSE.split(plain[max(0, at - _BEFORE) : at])[-1], near, seen_near)
            _count(_CLAUSE.split(plain[end : end + _BEHIND])[0], near, seen_near)
        _count(plain.replace(bare, "。"), said, seen_said)
    return found | {"name": of_name, "near": near, "sentence": said}


def _shares(scores: Mapping[str, float]) -> Scores:
    whole = max(1.0, sum(scores.values()))
    return {theme: score / whole for theme, score in scores.items()}


def features(found: Mapping[str, Mapping[str, float]], theme: str) -> list[float]:
    """The evidence for a theme as the model weighs it, one number a place, in the order of PLACES."""
    numbers = ((place, found[place].get(theme, 0.0)) for place in PLACES)
    return [number if place == "article" else math.log1p(number) for place, number in numbers]


def assign(name: str, kind: str | None, around: Around) -> tuple[str, ...]:
    """One to three theme ids (schema/themes.yaml), best first; none when no evidence word occurs at all."""
    model = weights()
    found = evidence(name, around)
    scores = {
        theme: sum(model["evidence"][place] * value for place, value in zip(PLACES, features(found, theme), strict=True))
        for theme in dict.fromkeys(theme for place in PLACES for theme in found[place])
    }
    for theme, weight in model["kinds"].get(kind, {}).items():
        scores[theme] = scores.get(theme, 0.0) + weight
    whole = math.log(sum(math.exp(scores.get(theme, 0.0)) for theme in load().themes))
    ranked = sorted(scores, key=lambda theme: (-scores[theme], theme))[:_MOST]
    return tuple(theme for at, theme in enumerate(ranked) if not at or _comes_along(found, theme, ranked[0], scores[theme] - whole))


def _comes_along(found: Mapping[str, Mapping[str, float]], theme: str, best: str, share: float) -> bool:
    """Whether a theme comes along with the best one; `share`: ln of its share among all themes."""
    model, pairs = weights()["further"], weights()["together"]
    pair = pairs.get(best, {}).get(theme) or pairs.get(theme, {}).get(best) or 0.0
    total = model["bias"] + model["share"] * share + model["together"] * pair
    return bool(total + sum(model[place] * value for place, value in zip(PLACES, features(found, theme), strict=True)) >= 0)
