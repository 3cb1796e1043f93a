"""Development zones used as places: with a name of their own, and alone where the article has named one (高新区)."""

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.extract.language.lexicon import name_words
from graph.extract.language.segments import tokens
from graph.extract.language.zone_words import shortened_zones, zone_alone, zone_head
from graph.extract.places.places import Place
from graph.records import Article, Mention, Page

__all__ = ["find"]

# Up to three characters of a name between a boundary and the head: 港北经济开发区.
_ZONE_NAME = re.compile(r"(?:^|[、,。;:()“”在和与及到赴将把由向])([一-鿿]{2,3})$")
# The zones that the State Council approves: 中国(四川)自由贸易试验区.
_NATIONAL = re.compile(r"中国\([一-鿿]{2,8}\)$")


def find(page: Page, article: Article, places: Sequence[Place]) -> Iterator[Mention]:
    """The zones of an article: the place or the two or three characters that stand before 经济开发区 and the like, or such a head alone;
    `name` is the full name of the zone, `places` are the article's divisions."""
    view = page.view
    ends = {place.end: place for place in places}
    districts = (place for place in places if place.full and place.text.endswith("新区"))
    named = [(place.end, place.text, place.division.code) for place in districts if place.division is not None]
    for block in article.blocks:
        for match in zone_head().finditer(view, block.start, block.end):
            start = _start(view, match, ends, block.start)
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


def _start(view: str, head: re.Match[str], ends: Mapping[int, Place], floor: int) -> int | None:
    """Where the name of a zone begins that ends in `head`, with the place before it (昆山|花桥|经济开发区); None when it has no name."""
    national = _NATIONAL.search(view, max(floor, head.start() - 16), head.start())
    if national is not None:
        return national.start()
    for end in (head.start(), head.start() - 2, head.start() - 3):
        place = ends.get(end)
        if place is not None and place.division is not None and (end == head.start() or _is_inner(view[end : head.start()], head[0])):
            return place.start
    name = _ZONE_NAME.search(view[max(floor, head.start() - 4) : head.start()])
    return head.start() - len(name[1]) if name is not None and _is_name(name[1], head[0]) else None


def _is_name(text: str, head: str) -> bool:
    """Whether the characters before the head of a zone can be its name: no small words, and no head that is too general for one."""
    return text.isalpha() and head not in {"新区", "开发区"} and not set(text) & name_words().stop_characters


def _is_inner(text: str, head: str) -> bool:
    """Whether the characters between a place and the head of a zone can be its name: no verb and no number (某市首届工业园区) either."""
    return _is_name(text, head) and not any(len(word.text) > 1 and word.tag[0] in "vmr" for word in tokens(text))
