"""Mentions of regions: divisions of every level, and named development zones."""

import re
from collections.abc import Iterator

from graph.extract.places import Place, places
from graph.records import Article, Mention, Page

__all__ = ["find"]

_ZONE = re.compile(
    r"(?:国家级|国家|省级)?(?:高新技术产业(?:开发)?区|高新技术开发区|高新技术产业园区|高新区|经济技术开发区|经济开发区|经开区|技术开发区"
    r"|综合保税区|综保区|保税区|保税港区|出口加工区|工业园区|自由贸易试验区|自贸试验区|自贸区|旅游度假区|新区|开发区)"
    r"(?!管委会|党工委|工委|总?工会|法院|检察院|分局|局|公司|集团|医院|中学|小学)"
)
# Up to three characters of a name between a boundary and the head: 沛北经济开发区.
_ZONE_NAME = re.compile(r"(?:^|[、,。;:()“”在和与及到赴将把由向])([一-鿿]{2,3})$")


def find(page: Page, article: Article) -> list[Mention]:
    """The regions that the article names, in order; a path (江苏省滨海县) is one mention of its lowest unit.

    `name` is the division's official name, `adcode` its code when the context settles it. A zone has no code; its `name` is
    the text. Regions inside longer names are given, too: whoever joins the mentions lets the longest span win.
    """
    found = places(page, article)
    zones = list(_zones(page, article, found))
    taken = {(zone.start, zone.end) for zone in zones}
    spans = sorted(taken)
    regions = [_mention(place, article) for place in found if not _inside(place, spans)]
    return sorted(regions + zones, key=lambda mention: mention.start)


def _inside(place: Place, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place.start and place.end <= end for start, end in spans)


def _mention(place: Place, article: Article) -> Mention:
    division = place.division
    name = division.name if division is not None else place.candidates[0].name if place.full else None
    sort = "path" if place.path else "name" if place.full else "short"
    cues = [cue for cue, holds in (("path", place.path), ("full name", place.full), ("one reading", len(place.candidates) == 1)) if holds]
    return Mention(
        "Region", place.start, place.end, place.text, article.id, f"region.{sort}", name,
        division.code if division is not None else None, cues=tuple(cues),
    )  # fmt: skip


def _zones(page: Page, article: Article, found: list[Place]) -> Iterator[Mention]:
    """Zones with a name of their own: the place or the two or three characters that stand before 经济开发区 and the like."""
    view = page.view
    ends = {place.end: place for place in found}
    for block in article.blocks:
        for match in _ZONE.finditer(view, block.start, block.end):
            place = ends.get(match.start())
            if place is not None and place.division is not None and place.division.level < 4:
                start = place.start
            elif match[0] in {"新区", "开发区"}:
                continue
            else:
                name = _ZONE_NAME.search(view[max(block.start, match.start() - 4) : match.start()])
                if name is None:
                    continue
                start = match.start() - len(name[1])
            text = view[start : match.end()]
            yield Mention("Region", start, match.end(), text, article.id, "region.zone", text)
