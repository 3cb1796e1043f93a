"""Mentions of regions: divisions of every level, villages and communities, and named development zones."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate

from graph.alternation import either
from graph.extract.places.places import Place, places
from graph.extract.places.villages import find as villages_of
from graph.extract.places.zones import find as zones_of
from graph.files import folder, read_lines
from graph.records import Article, Mention, Page

__all__ = ["find"]

_ORDINAL = r"(?:第[一二三四五六七八九十百\d]+[届次])"


def _lists(*names: str) -> list[str]:
    return [word for name in names for word in read_lines(folder("data") / "words" / f"{name}.txt")]


@cache
def _event() -> re.Pattern[str]:
    """An ordinal, or a phrase without a verb up to the head of an event's, a house's or a team's name, which the region before it opens."""
    event = rf"(?:(?![、,。;:!?]|{either(_lists('event_breaks'))}).){{2,24}}?{either(_lists('event_heads'))}(?![传事室厅堂])"
    breaks = either(_lists("event_breaks", "house_breaks"))
    house = rf"(?:(?![、,。;:!?\d《》()“”\s]|{breaks}).){{3,20}}?{either(_lists('house_heads'))}"
    return re.compile(f"{_ORDINAL}|{event}|{house}")


@cache
def _sent() -> re.Pattern[str]:
    """Up to eight characters without a verb and the head of a body that is sent to a place."""
    return re.compile(rf"(?:(?![、,。;:!?“”\s]|{either(_lists('event_breaks'))}).){{0,8}}?(?:{_SENT_BODY})(?!长)")


def find(page: Page, article: Article) -> list[Mention]:
    """The regions that the article names, in order; a path (江苏省滨海县) is one mention of its lowest unit.

    `name` is the division's official name, `adcode` its code when the context settles it. Zones and villages have no code; the `name`
    of a zone is its text, that of a village what stands behind its town. No mention is a region that opens the name of an event
    (某市劳模座谈会), stands inside a short quoted name (“南通铁军”) or before its ·. Regions inside other names are given, too: who joins
    the mentions lets the longest span win.
    """
    found = places(page, article)
    zones = list(zones_of(page, article, found))
    starts = {place.start: place for place in found}
    pairs = ((zone, starts[zone.end + 1]) for zone in zones if zone.end + 1 in starts)
    joint = {place.start: zone for zone, place in pairs if _is_joint(page.view, zone, place)}
    quoted = [match.span() for block in article.blocks for match in _QUOTED.finditer(page.view, block.start, block.end)]
    in_zones = _Spans((zone.start, zone.end) for zone in zones)
    in_quotes = _Spans((start + 1, end - 1) for start, end in quoted)
    regions = []
    for place in found:
        zone = joint.get(place.start)
        if zone is not None:
            regions.append(_mention(place, article, start=zone.start, view=page.view))
        elif not in_zones.cover(place) and not _is_part(page.view, place, in_quotes):
            regions.append(_mention(place, article, start=place.start, view=page.view))
    regions += _corps(page, article)
    villages = list(villages_of(page, article, found))
    inside = _Spans((village.start, village.end) for village in villages)
    regions = [mention for mention in regions if not inside.cover(mention)] + villages
    whole = {mention.start for mention in regions}
    return sorted(regions + [zone for zone in zones if zone.start not in whole], key=lambda mention: mention.start)


_QUOTED = re.compile(r"[“「‘][^“”「」‘’,。;:!?]{2,12}[”」’]")


def _is_joint(view: str, zone: Mention, place: Place) -> bool:
    """Whether zone and district are one body with two names: 荆门高新区·掇刀区, 无锡高新区(新吴区)."""
    if not place.full or view[zone.end : place.start] not in {"·", "("}:
        return False
    return view[place.start - 1] == "·" or view[place.end : place.end + 1] == ")"


# Between brackets within a longer name: 蓝海(深圳)无人机有限公司.
_BRACKET = re.compile(r"[一-鿿]\(")
_INSIDE = re.compile(r"\)[一-鿿]")
# Papers and sites that are called by their place.
_PAPER = re.compile(r"(?:日|晚|早|晨|商|都市|工人|劳动|青年)报(?!道|告|名|到|表)|(?:新闻|工会|职工)网(?!络|格|点|上)")
# Deputies are those of the body, not of the place: 某省人大代表.
_DEPUTY = re.compile("人大代表|政协委员")
# Those whom a body sends to a place, and the Party's organisations of former days: 赴某省蹲点工作组, 中共某省特别支部.
_SENT = frozenset("赴援共")
_SENT_BODY = "组|队|团|站|处|工委|委员会|支部|商会|专班"

# Units of an enterprise that are called by their place: 海安线路车间, 如东养护工区.
_UNIT = re.compile(r"(?![一-鿿]{0,6}[的内各每个多家企业把将让给进到在入走去了着过])[一-鿿]{1,6}?(?:车间|工区|工段)")

# Posts of a body elsewhere, shops and stations of a site: 县法院驻海安巡回审判点, 青禾公寓海安店, 青禾网海安站.
_POST = re.compile(r"[一-鿿]{0,8}?(?:站|点|组|队|处|室|委员会|中心|办)")
_SHOP = re.compile(r"店(?![铺主员里面家])|站(?<=网..站)|站(?<=网...站)")


def _is_part(view: str, place: Place, quoted: "_Spans") -> bool:
    """Whether the place is only a part of another name."""
    if quoted.cover(place) and not quoted.are(place):
        return True
    if _PAPER.match(view, place.end) or (not place.full and _UNIT.match(view, place.end)):
        return True
    if view.startswith("“", place.end):
        return False
    before = view[place.start - 1 : place.start]
    if (before == "驻" and _POST.match(view, place.end)) or ("一" <= before <= "鿿" and _SHOP.match(view, place.end)):
        return True
    if _BRACKET.match(view, max(0, place.start - 2), place.start) and _INSIDE.match(view, place.end):
        return True
    if view.startswith("·", place.end) or _DEPUTY.match(view, place.end) or _event().match(view, place.end):
        return True
    return before in _SENT and _sent().match(view, place.end) is not None


class _Spans:
    """Spans of a text, asked by bisection whether one of them holds a place."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._reach = list(accumulate((end for _, end in self._spans), max))

    def cover(self, place: Place | Mention) -> bool:
        """Whether a span holds the place."""
        before = bisect_right(self._spans, place.start, key=lambda span: span[0])
        return before > 0 and place.end <= self._reach[before - 1]

    def are(self, place: Place) -> bool:
        """Whether the place is one of the spans."""
        at = bisect_left(self._spans, (place.start, place.end))
        return at < len(self._spans) and self._spans[at] == (place.start, place.end)


def _mention(place: Place, article: Article, *, start: int, view: str) -> Mention:
    division = place.division
    end = place.end + (view[start : place.start].count("(") and view.startswith(")", place.end))
    name = division.name if division is not None else place.candidates[0].name if place.full else None
    sort = "path" if place.path else "name" if place.full else "short"
    code = division.code if division is not None else None
    return Mention("Region", start, end, view[start:end], article.id, f"region.{sort}", name, code)


# The corps in Xinjiang and its divisions administer land as a region does; they have no code of GB/T 2260.
_CORPS_NAME = "新疆生产建设兵团"
_CORPS = re.compile(rf"(?:{_CORPS_NAME}|(?<!建设)(?<!\d)兵团)(?:第[一二三四五六七八九十]{{1,2}}师)?(?![一-鿿]{{0,2}}工会|党|团委|总|级)")


def _corps(page: Page, article: Article) -> Iterator[Mention]:
    """新疆生产建设兵团, and 兵团 where the page names it in full."""
    blocks = [block for block in article.blocks if page.view.find("兵团", block.start, block.end) >= 0]
    if not blocks or _CORPS_NAME not in page.view:
        return
    for block in blocks:
        for match in _CORPS.finditer(page.view, block.start, block.end):
            name = _CORPS_NAME + match[0].removeprefix(_CORPS_NAME).removeprefix("兵团")
            yield Mention("Region", match.start(), match.end(), match[0], article.id, "region.corps", name)
