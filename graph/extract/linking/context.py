"""What a mention needs from around it: the home of its article, the places before it, the division a bare 省, 市, 县 means."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.extract.linking.zones import Zones
from graph.extract.places.gazetteer import Division, gazetteer
from graph.extract.places.homes import home_of
from graph.extract.places.places import Place, places
from graph.records import Article, Block, Page

__all__ = ["TIER", "Context"]

TIER = re.compile(
    r"(?:自治区|师市|省|市(?!场|政(?![府协法])|民(?!政|宗|委)|容|值)"
    r"|县(?!域)|区(?!域|块)|自治州|州|盟|旗(?!下|舰)|街道|镇|乡(?!村))"
)
_LEVELS = {"省": 1, "自治区": 1, "市": 2, "师市": 2, "州": 2, "自治州": 2, "盟": 2, "县": 3, "区": 3, "旗": 3, "镇": 4, "乡": 4, "街道": 4}
_MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})


_ORGAN = r"(?:委|纪委|人民政府|政府|人大常委会|人大|政协|总工会|总|人社局)"
_LISTED = re.compile(rf"{_ORGAN}(?:[、和与及]?[省市县区州]{_ORGAN})*[、和与及]?")


class Context:
    """A page's articles with their places and homes."""

    def __init__(self, page: Page, articles: Sequence[Article], persons: Iterable[tuple[int, int]] = ()) -> None:
        """`persons` are the view spans of persons' names: a place inside one (管延安) is none."""
        self.view = page.view
        self.page = page.name
        self.articles = {article.id: article for article in articles}
        inside = {at for start, end in persons for at in range(start, end)}
        self._places = {
            article.id: sorted((p for p in places(page, article) if p.start not in inside), key=lambda p: p.start) for article in articles
        }
        self.homes = {article.id: home_of(article, self._places[article.id], page.view) or page.region for article in articles}
        self.zones = Zones(page.view, articles, self._places, self.homes)
        self._blocks = {article.id: sorted(article.blocks, key=lambda b: b.start) for article in articles}
        self._starts = {key: [place.start for place in found] for key, found in self._places.items()}
        self._at = {(key, place.start): place for key, found in self._places.items() for place in found}
        self._called = {(p.division.code, p.text[-1]): p for own in self._places.values() for p in own if p.division and p.full}
        self._province = self._common_province()

    def _common_province(self) -> str | None:
        """The province in which at least half of the page's articles with a home are at home (a paper of that province)."""
        found = [code[:2] for article, code in self.homes.items() if code and not self.articles[article].source]
        best = max(sorted(set(found)), key=found.count, default=None)
        return f"{best}0000" if best is not None and len(found) > 1 and 2 * found.count(best) >= len(found) else None

    def places(self, article: str) -> Sequence[Place]:
        """The places that the article names, in reading order."""
        return self._places[article]

    def home(self, article: str) -> Division | None:
        """The article's home division."""
        code = self.homes.get(article)
        return gazetteer().get(code) if code else None

    def block(self, article: str, at: int) -> Block | None:
        """The block of the article that holds the view offset."""
        blocks = self._blocks[article]
        place = bisect_right(blocks, at, key=lambda b: b.start) - 1
        return blocks[place] if place >= 0 and at < blocks[place].end else None

    def place_at(self, article: str, start: int, end: int) -> Place | None:
        """The place that begins at `start` and ends by `end`."""
        place = self._at.get((article, start))
        return place if place is not None and place.end <= end else None

    def place_in(self, article: str, start: int, end: int) -> Place | None:
        """The first place that lies between `start` and `end`."""
        found = self._places.get(article, [])
        first = bisect_left(self._starts.get(article, []), start)
        return found[first] if first < len(found) and found[first].end <= end else None

    def before(self, article: str, at: int) -> Iterator[Division]:
        """The divisions that the article names before `at`, the nearest first."""
        found = self._places.get(article, [])
        for place in range(bisect_right(self._starts.get(article, []), at) - 1, -1, -1):
            division = found[place].division
            if division is not None:
                yield division

    def tier(self, article: str, word: str, at: int) -> Division | None:
        """The division that a bare tier word (省, 市, 县, 区, 镇 ...) means at a place of an article; None when it stays open.

        That of the organ right before it in a list decides (某市委、市政府); then a division of that tier which the paragraph has named
        in full, when the paragraph has named none of the home's path (it tells of another place); else the home's own path; then the
        nearest division of that tier named before; for 省 at last the page's province.
        """
        if (listed := self._listed(article, word, at)) is not None:
            return listed
        level = _LEVELS[word]
        home = self.home(article)
        path = gazetteer().path(home.code) if home is not None else ()
        if level < 4 and (told := self._told(article, word, at, path)) is not None:
            return told
        if level < 4:
            found = _in_path(path, word) or self._formerly(path, word)
            if found is not None:
                return found
        near = next((d for d in self._near(article, at) if _is_tier(d, word)), None) or self._later(article, word)
        if near is None and level == 1:
            return gazetteer().get(self._province) if self._province else None
        return near

    def _listed(self, article: str, word: str, at: int) -> Division | None:
        """The division of a tier whose organ stands right before in a list."""
        found = self._places.get(article, [])
        last = bisect_left(self._starts.get(article, []), at) - 1
        if last < 0 or at - found[last].end > 16 or (division := found[last].division) is None or not _is_tier(division, word):
            return None
        return division if _LISTED.fullmatch(self.view, found[last].end, at) else None

    def _later(self, article: str, word: str) -> Division | None:
        """The one division of a tier below the city that the article names at all (its full name stands at the end)."""
        if word not in {"县", "区", "旗", "镇", "乡", "街道"}:
            return None
        found = {p.division.code: p.division for p in self._places.get(article, []) if p.division and p.full and _is_tier(p.division, word)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _told(self, article: str, word: str, at: int, path: Sequence[Division]) -> Division | None:
        """The one division of a tier that the paragraph has named in full before, if it has named none of the home's path."""
        block = self.block(article, at)
        if block is None or block.role != "body":
            return None
        starts = self._starts[article]
        told_here = self._places[article][bisect_left(starts, block.start) : bisect_right(starts, at)]
        near = [p for p in told_here if p.end <= at and p.division is not None]
        if word == "省":
            above = [gazetteer().path(p.division.code)[0] for p in near if p.division]
            told = {d.code: d for d in above if _is_tier(d, word)}
            return next(iter(told.values())) if len(told) == 1 else None
        own = {division.code for division in path[1:]}
        if any(p.division and p.division.code in own for p in near):
            return None
        told = {p.division.code: p.division for p in near if p.full and p.division is not None and _is_tier(p.division, word)}
        return next(iter(told.values())) if len(told) == 1 else None

    def _formerly(self, path: Sequence[Division], word: str) -> Division | None:
        """The unit of the path that the page calls by an older name of that tier: 县 in a page that writes 武鸣县 for 武鸣区."""
        for division in reversed(path):
            place = self._called.get((division.code, word))
            if place is not None:
                own = re.search(rf"{re.escape(division.name[:2])}\w*$", place.text)
                return replace(division, name=own[0]) if own else division
        return None

    def _near(self, article: str, at: int) -> Iterator[Division]:
        """The divisions named before `at` and those above them, nearest first."""
        known = gazetteer()
        return (division for place in self.before(article, at) for division in reversed(known.path(place.code)))


def _in_path(path: Sequence[Division], word: str) -> Division | None:
    """The unit of the path that the tier word means: 市 is the home itself when it is a city, else the city above it; 区 is
    the autonomous region where the home is no district."""
    own = next((division for division in reversed(path) if _is_tier(division, word)), None)
    if own is None and word == "区" and path and path[0].name.endswith("自治区"):
        return path[0]
    return own


def _is_tier(division: Division, word: str) -> bool:
    if word == "省":
        return division.level == 1 and division.code not in _MUNICIPALITIES
    if word in {"市", "师市"}:
        return division.name.endswith("市")
    if word == "区":
        return division.level == 3 and division.name.endswith("区")
    if word == "县":
        return division.level == 3 and division.name.endswith(("县", "旗"))
    if word in {"镇", "乡", "街道"}:
        return division.level == 4 and division.name.endswith(word)
    return division.name.endswith(word)
