"""The names of divisions in a text, adjacent ones joined to paths: what they are, and what they might mean."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from graph.extract.language.segments import tokens
from graph.extract.places.gazetteer import Division, gazetteer
from graph.files import folder, read_lines

__all__ = ["Place", "best_in", "chains", "is_common_word", "is_everyday_word", "is_weak"]


@dataclass(frozen=True, slots=True)
class Place:
    """A division named in the view: the span of the whole path, the candidates of its lowest unit, and the one that is meant
    (None when the article leaves it open). `full`: the lowest unit stands there with its full name; `path`: its parent does, too;
    `tag`: the part of speech under which the dictionary has the name as a word (ns: place), else empty."""

    start: int
    end: int
    text: str
    candidates: tuple[Division, ...]
    division: Division | None
    full: bool
    path: bool
    tag: str = ""

    @property
    def code(self) -> str | None:
        """The code of the division that is meant."""
        return self.division.code if self.division is not None else None


_ROAD = re.compile(
    r"(?:大?[路街道桥]|外环|绕城|环城|巷|里弄|机场|社区|小区|高速|铁路|火车站|服务区|段(?![时期])|话|菜|戏|剧|拉面|烧|酒|茶(?!农)|牌)"
)
_LANDMARK = re.compile("[杯奖山脚北南东西路牌湖江河湾]")
_WORD_TAIL = re.compile(r"(?:市[民场值容区政级域]|区[域级]|县[级域]|省级|镇级|州级)")
# Words that hold a place and what says of whom or of how much land one speaks (陕西籍, 天津地区), or that it is the capital (首都北京).
_OF_PLACE = ("籍", "地区")
_CAPITAL = "首都"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_lines(folder("data") / "regions" / name))


def is_common_word(text: str) -> bool:
    """Whether a short form is as often an ordinary word (data/regions/common_words.txt)."""
    return text in _words("common_words.txt")


def is_everyday_word(text: str) -> bool:
    """Whether a short form is an ordinary word even where the text names the division (data/regions/everyday_words.txt)."""
    return text in _words("everyday_words.txt")


def is_weak(place: Place) -> bool:
    """Whether a full name may as well be other words side by side (和|县级, 会同|县经发局)."""
    return place.text in _words("common_names.txt") or (len(place.text) == 2 and not place.tag.startswith("ns"))


def _opens_line(view: str, start: int, end: int) -> bool:
    """Whether a path opens a line, as headlines do (山东海阳万名职工 ...), and goes on as no mountain, prize or road."""
    return view[start - 1 : start] in {"", "\n"} and not _LANDMARK.match(view, end)


@lru_cache(maxsize=512)
def chains(view: str, spans: tuple[tuple[int, int], ...], date: str | None) -> tuple[Place, ...]:
    """The names of divisions in the spans, adjacent ones that lie in each other joined to paths."""
    found: list[Place] = []
    for start, end in spans:
        last: Place | None = None
        for place in _names(view, start, end, date):
            alone = view[place.end : place.end + 1] in {":", "\n"} or (last is not None and _opens_line(view, last.start, place.end))
            joined = _joined(last, place, alone=alone) if last is not None and last.end == place.start else None
            if joined is not None:
                found[-1] = joined
            else:
                found.append(place)
            last = found[-1]
    return tuple(found)


def _names(view: str, start: int, end: int, date: str | None) -> Iterator[Place]:
    known = gazetteer()
    words = tokens(view[start:end], start)
    tags = {(word.start, word.end): word.tag for word in words}
    edges = {end, *(word.start for word in words)}
    paths: set[int] = set()
    hits = [(first, _end(view, last, edges)) for first, last, _ in known.scan(view, start, end)]
    for number, (first, last) in enumerate(hits):
        name = view[first:last]
        full = known.is_official(name)
        if not full and first not in paths:
            paths = _nested(view, hits[number:], edges)
        if not full and first not in paths and (not _is_word(view, first, last, edges) or _ROAD.match(view, last)):
            continue
        candidates = known.candidates(name, date=date)
        if candidates:
            yield Place(first, last, name, candidates, None, full, path=False, tag=tags.get((first, last), ""))


def _end(view: str, last: int, edges: Set[int]) -> int:
    """Where a name ends that ends in `last` unless its last character begins a word: 南宁|市民."""
    return last - 1 if last not in edges and _WORD_TAIL.match(view, last - 1) else last


def _is_word(view: str, first: int, last: int, edges: Set[int]) -> bool:
    """Whether words begin and end where a short form does; the dictionary has 陕西籍, 天津地区 and 首都北京 whole."""
    begins = first in edges or (view.startswith(_CAPITAL, first - 2) and first - 2 in edges)
    return begins and (last in edges or view.startswith(_OF_PLACE, last))


def _nested(view: str, hits: Sequence[tuple[int, int]], edges: Set[int]) -> set[int]:
    """Where the names of a path begin that is a word for the dictionary (辽宁沈阳), or cut amiss by it (湖|南岳|阳): each of them lies
    in the one before it, and words begin and end where the path does, or it ends in a full name (吉林长春南关区)."""
    known = gazetteer()
    starts = {hits[0][0]}
    for (begin, middle), (first, last) in pairwise(hits):
        outer, inner = known.candidates(view[begin:middle]), known.candidates(view[first:last])
        if first != middle or not any(known.within(d.code, o.code) for o in outer for d in inner if d.level > o.level):
            return set()
        starts.add(first)
        if known.is_official(view[first:last]):
            return starts
        if last in edges or view.startswith(_OF_PLACE, last):
            return starts if hits[0][0] in edges and not _ROAD.match(view, last) else set()
    return set()


def _joined(upper: Place, lower: Place, *, alone: bool) -> Place | None:
    """The path of two adjacent names if some reading of the second lies in some reading of the first.

    `alone`: nothing follows that would make the second another word (湖北远安: at the head of an item).
    """
    known = gazetteer()
    uppers = (upper.division,) if upper.division is not None else upper.candidates
    common = not lower.full and is_common_word(lower.text)
    for outer in uppers:
        inner = tuple(d for d in lower.candidates if d.level > outer.level and known.within(d.code, outer.code))
        if common and not alone and all(d.level > outer.level + 1 for d in inner):
            continue  # 新疆天山 is the mountain, not the district
        if inner:
            division = inner[0] if len(inner) == 1 or upper.path else best_in(inner)
            return Place(upper.start, lower.end, upper.text + lower.text, inner, division, lower.full, path=True)
    return None


def best_in(divisions: Sequence[Division]) -> Division | None:
    """The highest of the divisions if it is alone on its level (吉林 in a path is the prefecture, not a county)."""
    level = min(d.level for d in divisions)
    top = [d for d in divisions if d.level == level]
    return top[0] if len(top) == 1 else None
