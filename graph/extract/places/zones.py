"""Development zones used as places: with a name of their own, and alone where the article names one (高新区)."""

from collections.abc import Iterable, Iterator, Sequence

from graph.extract.language.segments import tokens
from graph.extract.language.zone_words import shortened_zones, zone_alone, zone_kind
from graph.extract.places.places import Place
from graph.extract.places.zone_names import spans_of, zone_names
from graph.records import Article, Mention, Page

__all__ = ["find", "meant"]

_Named = tuple[int, str, str]  # end, name, code or nothing
_AFTER = "vpcudtfx"  # the word before a zone alone: a verb, a small word, a time, no noun

_MANY = frozenset("各每某诸全两")


def find(page: Page, article: Article, places: Sequence[Place]) -> Iterator[Mention]:
    """The zones of an article: the place or the few characters that stand before 经济开发区 and the like, or such a head alone;
    `name` is the full name of the zone, `places` are the article's divisions."""
    view = page.view
    districts = (place for place in places if place.full and place.text.endswith("新区"))
    named: list[_Named] = [(place.end, place.text, place.division.code) for place in districts if place.division is not None]
    taken: set[int] = set()
    for zone in zone_names(view, spans_of(article)):
        text = view[zone.start : zone.end]
        named.append((zone.end, text, ""))
        taken.update(range(zone.start, zone.end))
        if not zone.body:
            yield Mention("Region", zone.start, zone.end, text, article.id, "region.zone", text)
    taken.update(at for place in places for at in range(place.start, place.end))
    if not named:
        return
    named.sort()
    for block in article.blocks:
        for match in zone_alone().finditer(view, block.start, block.end):
            if match.start() in taken or not _stands_alone(view, match.start(), block.start):
                continue
            last = meant(named, match[0], match.start())
            if last is not None:
                yield Mention("Region", match.start(), match.end(), match[0], article.id, "region.zone.again", last[1], last[2] or None)


def meant(named: Iterable[_Named], short: str, at: int) -> _Named | None:
    """The zone that a short form means: the one named last before it, else the only one that the article names at all."""
    ends = shortened_zones().get(short, (short,))
    fitting = [zone for zone in named if zone[1].endswith(ends)]
    before = [zone for zone in fitting if zone[0] <= at]
    if before:
        return before[-1]
    return fitting[0] if len({zone_kind(zone[1]) for zone in fitting}) == 1 else None


def _stands_alone(view: str, at: int, floor: int) -> bool:
    """Whether a zone is no part of a longer word or of a list of kinds (乡镇、开发区; 国家级新区)."""
    before = view[max(floor, at - 8) : at]
    if not before or before[-1] in "\n。,;:!?“”《》】—#":
        return True
    return before[-1].isalpha() and before[-1] not in _MANY and (before[-1] in "该本我" or tokens(before)[-1].tag[0] in _AFTER)
