"""The divisions that an article names, alone or inside longer names, each with the code its context gives it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.extract.gazetteer import Division, gazetteer
from graph.extract.segments import tokens
from graph.files import folder, read_lines
from graph.records import Article, Page, replace

__all__ = ["Place", "places"]


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


_ROAD = re.compile(r"(?:大?[路街道桥]|巷|里弄|机场|高速|铁路|火车站|籍|话|菜|戏|剧|拉面|烧|酒|茶|牌)")
# A medium's name (某某新闻网讯, 某某工人报记者) is not where things happen; before 总工会 a short form is sure to be a place.
_MEDIUM = re.compile(r"[一-鿿]{0,6}?(?:网|报|社|台|在线|客户端)(?:\([^)]{1,10}\))?(?:讯|记者|\d{1,2}月)")
_UNION = re.compile(r"总工会|总(?=[与和、,:的开组把将以在坚积深创]|$)")
_AT = re.compile(r"[在到赴来从往回驻入]$|位于$|走进$|前往$|全$")
_WORD_TAIL = re.compile(r"(?:市[民场值容区政级域]|区[域级]|县[级域]|省级|镇级|州级)")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_lines(folder("data") / "regions" / name))


def _common_words() -> frozenset[str]:
    return _words("common_words.txt")


def places(page: Page, article: Article) -> list[Place]:
    """The divisions named in the article, in order. A path (江苏省滨海县) is one place: its lowest unit.

    A name that several divisions bear is settled by a path, by what else the article names, then by what the page names. A
    short form (江都) counts as a place when its parent stands before it, when it is a province's or prefecture's, or when the
    text gives its full name as well; a town only in a county that the text names.
    """
    spans = tuple((block.start, block.end) for block in article.blocks)
    own = _chains(page.view, spans, page.date)
    known = _known(own)
    around = _known(_chains(page.view, ((0, len(page.view)),), page.date))
    settled = (_settle(place, known, around) for place in own)
    return [place for place in settled if _is_place(place, page.view, known, around)]


@lru_cache(maxsize=64)
def _chains(view: str, spans: tuple[tuple[int, int], ...], date: str | None) -> tuple[Place, ...]:
    """The names of divisions in the spans, adjacent ones that lie in each other joined to paths."""
    found: list[Place] = []
    for start, end in spans:
        last: Place | None = None
        for place in _names(view, start, end, date):
            joined = _joined(last, place) if last is not None and last.end == place.start else None
            if joined is not None:
                found[-1] = joined
            else:
                found.append(place)
            last = found[-1]
    return tuple(found)


def _names(view: str, start: int, end: int, date: str | None) -> Iterator[Place]:
    known = gazetteer()
    words = tokens(view[start:end], start)
    inside = {place for word in words for place in range(word.start + 1, word.end)}
    tags = {(word.start, word.end): word.tag for word in words}
    for first, last, _ in known.scan(view, start, end):
        name = view[first:last]
        if last in inside and _WORD_TAIL.match(view, last - 1):
            name, last = name[:-1], last - 1
        full = known.is_official(name)
        if not full and (first in inside or last in inside or _ROAD.match(view, last)):
            continue
        candidates = known.candidates(name, date=date)
        if candidates:
            yield Place(first, last, name, candidates, None, full, path=False, tag=tags.get((first, last), ""))


def _joined(upper: Place, lower: Place) -> Place | None:
    """The path of two adjacent names if some reading of the second lies in some reading of the first."""
    known = gazetteer()
    uppers = (upper.division,) if upper.division is not None else upper.candidates
    common = not lower.full and lower.text in _common_words()
    for outer in uppers:
        if common and lower.candidates[0].level > outer.level + 1:
            continue  # 新疆天山 is the mountain, not the district
        inner = tuple(d for d in lower.candidates if d.level > outer.level and known.within(d.code, outer.code))
        if inner:
            division = inner[0] if len(inner) == 1 or upper.path else _best_in(inner)
            return Place(upper.start, lower.end, upper.text + lower.text, inner, division, lower.full, path=True)
    return None


def _best_in(divisions: Sequence[Division]) -> Division | None:
    """The highest of the divisions if it is alone on its level (吉林 in a path is the prefecture, not a county)."""
    level = min(d.level for d in divisions)
    top = [d for d in divisions if d.level == level]
    return top[0] if len(top) == 1 else None


def _known(found: Sequence[Place]) -> dict[str, int]:
    """The codes that the text names beyond doubt, with how often: paths, and full names that one division bears."""
    counts: dict[str, int] = {}
    for place in found:
        division = place.division
        if division is None and place.full and len(place.candidates) == 1 and not _weak(place):
            division = place.candidates[0]
        if division is not None and (division.level < 4 or place.path):
            counts[division.code] = counts.get(division.code, 0) + 1
    return counts | _supported(found, counts)


def _supported(found: Sequence[Place], known: Mapping[str, int]) -> dict[str, int]:
    """The counties that the text never names in full but whose short form it repeats, or names together with one of their towns."""
    towns = {d.parent for place in found if place.full for d in place.candidates if d.level == 4}
    counts: dict[str, int] = {}
    for place in found:
        if not place.full and len(place.candidates) == 1 and place.tag[:1] in {"", "n"} and place.text not in _common_words():
            counts[place.candidates[0].code] = counts.get(place.candidates[0].code, 0) + 1
    return {code: n for code, n in counts.items() if code not in known and (n >= 3 or code in towns)}


def _weak(place: Place) -> bool:
    """Whether a full name may as well be other words side by side (和|县级, 会同|县经发局)."""
    return place.text in _words("common_names.txt") or (len(place.text) == 2 and not place.tag.startswith("ns"))


def _settle(place: Place, known: dict[str, int], around: dict[str, int]) -> Place:
    if place.division is not None:
        return place
    for codes in (known, around):
        division = _fitting(place, codes)
        if division is not None:
            return replace(place, division=division)
    if len(place.candidates) == 1 and place.candidates[0].level < 4:
        return replace(place, division=place.candidates[0])
    if not place.full:
        top = [d for d in place.candidates if d.level == min(c.level for c in place.candidates)]
        if len(top) == 1 and top[0].level < 3:
            return replace(place, division=top[0])
    return place


def _fitting(place: Place, codes: dict[str, int]) -> Division | None:
    """The candidate that the codes name themselves, else the only one that lies in, or around, or beside them."""
    own = [d for d in place.candidates if d.code in codes]
    if own:
        return max(own, key=lambda d: codes[d.code])
    for related in (_inside, _around, _same_prefecture, _same_province):
        fits = [d for d in place.candidates if any(related(d, code) for code in codes)]
        if len(fits) == 1:
            return fits[0]
        if len(fits) > 1 and not place.full:
            return _best_in(fits)
    return None


def _inside(division: Division, code: str) -> bool:
    return gazetteer().within(division.code, code)


def _around(division: Division, code: str) -> bool:
    return gazetteer().within(code, division.code)


def _same_prefecture(division: Division, code: str) -> bool:
    return division.level < 4 and division.code[:4] == code[:4]


def _same_province(division: Division, code: str) -> bool:
    return division.level < 4 and division.code[:2] == code[:2]


def _is_place(place: Place, view: str, known: dict[str, int], around: dict[str, int]) -> bool:
    if _MEDIUM.match(view, place.end):
        return False
    if place.path:
        return True
    division = place.division
    if place.full:
        if division is None:
            return len(place.candidates) > 1 and place.candidates[0].level < 4 and not _weak(place)
        if division.level == 4:
            return division.parent in known or division.parent in around or _shares(division, known, 4)
        return not _weak(place) or any(_shares(division, codes, 2) or division.code in codes for codes in (known, around))
    if division is None:
        return False
    if _UNION.match(view, place.end):
        return True
    named = division.code in known or division.code in around
    if place.text in _common_words():
        return named and (place.tag.startswith("ns") or _AT.search(view[max(0, place.start - 2) : place.start]) is not None)
    return division.level <= 2 or named


def _shares(division: Division, codes: dict[str, int], digits: int) -> bool:
    """Whether the codes name another division that begins with the same digits (2: province, 4: prefecture)."""
    return any(code[:digits] == division.code[:digits] for code in codes if code != division.code)
