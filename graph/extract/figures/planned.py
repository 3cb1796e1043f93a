"""Whether a figure is planned and not reached: 计划建30个, 到2025年末要超过5000场, 提出建设100个站点的目标.

A word of planning before a verb makes plans of the figures behind it in its sentence, until a word says what is done (已, 目前). Words:
data/words/planned.yaml.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Any

from graph.alternation import either
from graph.files import folder, read_yaml

__all__ = ["is_planned"]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What plans, what is done, a goal before a figure, a goal behind it."""
    entry: dict[str, Any] = read_yaml(folder("data") / "words" / "planned.yaml")
    act = either(entry["act"])
    firm = either([word for word in entry["act"] if len(word) > 1 or word == "建"])  # 应用于 is no 应
    apart = {word: f"(?<![{others}])" for word, others in entry["other"].items()}
    plan, must = ("|".join(apart.get(w, "") + w for w in sorted(entry[name], key=len, reverse=True)) for name in ("plan", "must"))
    goal, done = either(entry["goal"]), either(entry["done"])
    return (
        re.compile(rf"(?:{plan})(?=(?:{act})|(?:19|20)\d\d年)|(?:{must})(?=(?:{firm}))"),
        re.compile(done),
        re.compile(rf"(?:{goal})(?:是|为|:)"),
        re.compile(rf"[^,;。]{{0,24}}的(?:[^,;。的]{{0,6}})?(?:{goal})"),
    )


def _starts(pattern: re.Pattern[str], view: str, start: int, end: int, names: Sequence[tuple[int, int]]) -> list[int]:
    """Where a pattern is found outside names, the last one last."""
    found = []
    for match in pattern.finditer(view, start, end):
        at = bisect_right(names, (match.start(), len(view))) - 1
        if at < 0 or names[at][1] <= match.start():
            found.append(match.start())
    return found


def is_planned(view: str, bounds: tuple[int, int], place: tuple[int, int], names: Sequence[tuple[int, int]] = ()) -> bool:
    """Whether the figure at `place` of a sentence (view span `bounds`) is a plan; words inside `names` (sorted spans) do not count."""
    plan, done, before, behind = _patterns()
    start, end = bounds
    here, there = place
    cues = max(_starts(plan, view, start, here, names) + _starts(before, view, start, here, names), default=-1)
    if cues >= 0 and done.search(view, cues + 1, here) is None:
        return True
    clause = max(start, *(view.rfind(stop, start, here) + 1 for stop in ",;。"))
    return behind.match(view, there, end) is not None and done.search(view, clause, here) is None
