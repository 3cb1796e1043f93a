"""Development zones used as places: with a name of their own, and alone where the article has named one (高新区)."""

import re
from collections.abc import Iterator, Sequence

from graph.extract.lexicon import name_words
from graph.extract.places import Place
from graph.extract.zone_words import shortened_zones, zone_alone, zone_head
from graph.records import Article, Mention, Page

__all__ = ["find"]

# Up to three characters of a name between a boundary and the head: 港北经济开发区.
_ZONE_NAME = re.compile(r"(?:^|[、,。;:()“”在和与及到赴将把由向])([一-鿿]{2,3})$")


def find(page: Page, article: Article, places: Sequence[Place]) -> Iterator[Mention]:
    """The zones of an article: the place or the two or three characters that stand before 经济开发区 and the like, or such a head alone;
    `name` is the full name of the zone, `places` are the article's divisions."""
    view = page.view
    ends = {place.end: place for place in places}
    districts = (place for place in places if place.full and place.text.endswith("新区"))
    named = [(place.end, place.text, place.division.code) for place in districts if place.division is not None]
    for block in article.blocks:
        for match in zone_head().finditer(view, block.start, block.end):
            start = _start(view, match, ends.get(match.start()), block.start)
            if start is None:
                continue
            text = view[start : match.end()]
            named.append((match.end(), text, ""))
            if match["body"] is None:
                yield Mention("Region", start, match.end(), text, article.id, "region.zone", text)
        for match in zone_alone().finditer(view, block.start, block.end):
            last = max((n for n in named if n[0] < match.start() and n[1].endswith(shortened_zones()[match[0]])), default=None)
            if last is not None:
                yield Mention("Region", match.start(), match.end(), match[0], article.id, "region.zone.again", last[1], last[2] or None)


def _start(view: str, head: re.Match[str], place: Place | None, floor: int) -> int | None:
    """Where the name of a zone begins that ends in `head`; None when it has no name."""
    if place is not None and place.division is not None:
        return place.start
    name = _ZONE_NAME.search(view[max(floor, head.start() - 4) : head.start()])
    if name is None or head[0] in {"新区", "开发区"} or set(name[1]) & name_words().stop_characters:
        return None
    return head.start() - len(name[1])
