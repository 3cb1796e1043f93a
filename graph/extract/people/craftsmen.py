"""Craftsmen of a place or of the country without quotation marks: 大国工匠2人, 北疆工匠18人, 龙江工匠、省五一劳动奖章获得者."""

import re
from collections.abc import Iterator
from functools import cache

from graph.files import folder, read_lines

__all__ = ["craftsmen"]

_COUNT = re.compile(r"\s?\d+[余多]?[人名]|[、,。;]|称号|荣誉称号|获得者")
_HAN = re.compile("[^\\W\\d和与及者各的]{2}")
_LENGTH = 2  # characters of the name before 工匠


@cache
def _sorts() -> frozenset[str]:
    """What says of what sort craftsmen are, not whose title it is."""
    return frozenset(read_lines(folder("data") / "words" / "craftsman_sorts.txt"))


def craftsmen(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of the titles: two characters and 工匠, counted or called a title, or alone between two marks."""
    at = text.find("工匠", start, end)
    while at >= 0:
        first, last = at - _LENGTH, at + 2
        name = text[first:at] if first >= start else ""
        match = _COUNT.match(text, last)
        if match is not None and _HAN.fullmatch(name) and name not in _sorts():
            counted = len(match[0]) > 1
            apart = not "一" <= text[first - 1 : first] <= "鿿" or text[first - 1] in "及和与"
            if counted or apart:
                yield first, last
        at = text.find("工匠", last, end)
