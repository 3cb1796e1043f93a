"""Short forms of total unions: 全总, 省总, 县总, 东莞市总, and the 省 of 省、市总工会."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from graph.extract.bodies.parts import TIER_NAMES
from graph.extract.language.segments import Token
from graph.files import folder, read_yaml

__all__ = ["shared_tiers", "short_unions"]

_TIERS = "省市县区州盟旗"
_SHARED = re.compile(rf"(?:全总、)?((?:[{_TIERS}]、?)+)\Z")


@cache
def _patterns() -> tuple[re.Pattern[str], frozenset[str]]:
    words = read_yaml(folder("data") / "words" / "body_short.yaml")
    after = "|".join(words["total_not_before"])
    return re.compile(rf"(?<=[{_TIERS}全团师])总(?!{after})"), frozenset(words["tier_not_after"])


def short_unions(view: str, start: int, end: int, regions: Mapping[int, int], words: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """(start, end, sort) of the short forms in a span; `regions` maps ends of regions to their starts, `words` are dictionary words.

    Sort: national, full (a region and 总), province, city, county, district.
    """
    total, not_after = _patterns()
    inside = {place for word in words for place in range(word.start + 1, word.end)}
    for match in total.finditer(view, start, end):
        tier = match.start() - 1
        if tier in inside and tier + 1 not in regions:
            continue
        if view[tier] == "全":
            if tier not in inside:
                yield tier, match.end(), "national"
            continue
        begin = regions.get(tier + 1)
        if begin is not None and begin >= start and view[tier] not in "团师":
            while regions.get(begin, -1) >= start:
                begin = regions[begin]
            yield begin, match.end(), "full"
        elif view[tier] in TIER_NAMES and (tier == start or view[tier - 1] not in not_after):
            yield tier, match.end(), TIER_NAMES[view[tier]]


def shared_tiers(view: str, floor: int, start: int) -> Iterator[tuple[int, int, str]]:
    """The tiers that share the head of a form beginning at `start` with a bare tier: the 省 of 省、市总工会."""
    begin = max(floor, start - 8)
    match = _SHARED.search(view, begin, start)
    if match is None or view[start - 1] != "、":
        return
    before = view[max(floor, match.start() - 1) : match.start()]
    if "一" <= before <= "鿿" and before in _patterns()[1]:
        return
    for place in range(match.start(1), match.end(1)):
        if view[place] in TIER_NAMES:
            yield place, place + 1, TIER_NAMES[view[place]]
