"""Levels, regions, years and ordinals that stand before or behind a name and belong to it: 全国, 省, 无锡市, 第三届."""

import re
from functools import cache

from graph.extract.language.initiative_words import frame
from graph.extract.places.gazetteer import gazetteer
from graph.extract.places.zone_names import zone_names

_DATED = re.compile(r"(?:\d{4}年度?|第[一二三四五六七八九十百\d]+[届批]|首[届批])")
_ORDINAL = re.compile(r"(?:第[一二三四五六七八九十百\d]+[届批]|首[届批])$")
# The longest division name with its province and prefecture before it.
_WINDOW = 30


@cache
def _level() -> re.Pattern[str]:
    return re.compile(f"(?:{frame('level')})$")


@cache
def _no_level() -> re.Pattern[str]:
    """Words whose last character only looks like a level, and several levels at once (省市区)."""
    return re.compile(f"(?:{frame('no_level')}|[省市区县][省市区县])$")


def before(text: str, at: int, floor: int) -> int:
    """Where the run of levels, regions and ordinals that ends at `at` begins; `at` itself when there is none.

    Nothing before `floor` is taken. Divisions are those of the gazetteer.
    """
    regions = {end: start for start, end, _ in gazetteer().scan(text, max(floor, at - _WINDOW), at)}
    start = at
    while start > floor:
        piece = text[max(floor, start - 5) : start]
        level = _ORDINAL.search(piece) or (None if _no_level().search(piece) else _level().search(piece))
        if start in regions:
            start = regions[start]
        elif (zone := _zone_before(text, start, floor)) is not None:
            start = zone
        elif level:
            start -= len(level.group())
        else:
            break
    return start


def _zone_before(text: str, at: int, floor: int) -> int | None:
    """Where a named zone begins that ends at `at` (某地经济开发区|职工运动会)."""
    if text[at - 1 : at] not in {"区", "城", "园"}:
        return None
    return next((zone.start for zone in zone_names(text, ((max(floor, at - _WINDOW), at),)) if zone.end == at), None)


def after(text: str, at: int, stop: int) -> int:
    """Where the run of full division names, years and ordinals ends that begins at `at`; `at` itself when there is none."""
    regions = {start: end for start, end, _ in gazetteer().scan(text, at, min(stop, at + _WINDOW))}
    end = at
    while end < stop:
        if dated := _DATED.match(text, end, stop):
            end = dated.end()
        elif end in regions and text[regions[end] - 1] in "省市区县州旗盟镇":
            end = regions[end]
        else:
            break
    return end
