"""The divisions that an article names, alone or inside longer names, each with the code its context gives it."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache

from graph.extract.places.gazetteer import Division, gazetteer
from graph.extract.places.place_names import Place, best_in, chains, is_common_word, is_everyday_word, is_weak
from graph.extract.places.place_stems import stems
from graph.records import Article, Page, replace

__all__ = ["Place", "places"]

# A medium's name (某某新闻网讯, 某某工人报记者) is not where things happen; before 总工会 a short form is sure to be a place.
_MEDIUM = re.compile(
    r"[一-鿿]{0,6}?(?:网|报|社|台|在线|客户端|融媒体?|信息港|站)(?:\([^)]{1,10}\))?(?: ?讯|(?:见习|实习)?记者|\d{1,2}月)|(?:站|融媒)$"
)
_UNION = re.compile(r"总工会|总(?=[与和、,:的开组把将以在坚积深创]|$)")
_PAPER = re.compile(r"[一-鿿]{0,6}(?:报|刊|网|在线|画报|杂志)》")
_SUM = re.compile(r"等?(?:[两二三四五六七八九十]|\d{1,2})个?(?:地(?!方)|省|市(?!场)|县|区(?!域))")
_ANY = ""
_BREAKS = frozenset({"", "\n", " ", "。", ")", "】"})
_FROM = ("来自", "位于", "地处")
_AT = re.compile(r"[在到赴来从往回驻入]$|位于$|走进$|前往$|全$")


def places(page: Page, article: Article) -> list[Place]:
    """The divisions named in the article, in order. A path (江苏省滨海县) is one place: its lowest unit.

    A name that several divisions bear is settled by a path, by what else the article names, by what the page names, then by
    `page.region`. A short form (江都) counts as a place when its parent stands before it, when it is a province's or prefecture's, or
    when the text gives its full name as well; a town only in a county that the text names.
    """
    spans = tuple((block.start, block.end) for block in article.blocks)
    own = chains(page.view, spans, page.date)
    known, around = _Known(own, page.view), _of_page(page.view, page.date)
    settled = [_settle(place, known, around, _said(page.region)) for place in own]
    listed = _summed(page.view, settled) | _side_by_side(page.view, settled, known.stems | around.stems)
    known.sure = {place.division.code for place in settled if place.full and place.division is not None}
    found = [place for place in settled if place.start in listed or _is_place(place, page.view, known, around)]
    taken = {place.start for place in found}
    towns = [place for place in stems(page.view, spans, found) if place.start not in taken]
    return sorted([*found, *towns], key=lambda place: place.start)


def _summed(view: str, found: Sequence[Place]) -> set[int]:
    """Where the members of lists begin that a number sums up: 乐清、永嘉、平阳三地; 朝阳、海淀等10个区."""
    starts: set[int] = set()
    last: list[Place] = []  # the list so far, from its end
    for place in reversed(found):
        if place.division is None or place.division.level == 4:
            continue
        if last and view[place.end : last[-1].start] in {"、", "和", "与"}:
            last.append(place)
        else:
            last = [place] if _SUM.match(view, place.end) else []
        if len(last) > 1:
            starts.update(member.start for member in last)
    return starts


def _side_by_side(view: str, found: Sequence[Place], stems: Set[str]) -> set[int]:
    """Where the members of lists of three or more begin: prefectures (日照、枣庄、潍坊), or counties of one prefecture which the text names
    (长武、秦都、武功)."""
    starts: set[int] = set()
    run: list[Place] = []
    for place in [*found, None]:
        joined = place is not None and run and view[run[-1].end : place.start] in {"、", "和", "与"}
        if place is not None and joined and _prefecture(place) == _prefecture(run[0]):
            run.append(place)
            continue
        if len(run) > 2 and _prefecture(run[0]) in {_ANY, *stems}:
            starts.update(member.start for member in run)
        run = [place] if place is not None else []
    return starts


def _prefecture(place: Place) -> str:
    if place.division is None:
        return place.text
    return _ANY if place.division.level < 3 else place.division.code[:4]


class _Known:
    """The divisions that a text names beyond doubt: paths, full names that one division bears, and counties that are supported.

    `counts`: code -> how often; `above`: these codes and those of all divisions around them; `stems`: their first two and four digits;
    `sure`: the codes of full names that several divisions bear, settled by what is known.
    """

    def __init__(self, found: Sequence[Place], view: str, *, given: str | None = None) -> None:
        counts = {given: 1} if given else {}
        for place in found:
            division = place.division
            if division is None and place.full and len(place.candidates) == 1 and not _weak(place, view):
                division = place.candidates[0]
            if division is not None and (division.level < 4 or place.path):
                counts[division.code] = counts.get(division.code, 0) + 1
        self.counts = counts | _supported(found, counts)
        self.above = {division.code for code in self.counts for division in gazetteer().path(code)}
        self.stems = {code[:digits] for code in self.counts for digits in (2, 4)}
        self.sure: Set[str] = frozenset()

    def __contains__(self, code: str) -> bool:
        return code in self.counts


@lru_cache(maxsize=2)
def _of_page(view: str, date: str | None) -> _Known:
    lines = re.finditer("[^\n]+", view)  # the words of a line are read for its articles, too
    return _Known(chains(view, tuple(line.span() for line in lines), date), view)


def _supported(found: Sequence[Place], known: Mapping[str, int]) -> dict[str, int]:
    """The counties that the text never names in full but whose short form it repeats, or names together with one of their towns."""
    towns = {d.parent for place in found if place.full for d in place.candidates if d.level == 4}
    counts: dict[str, int] = {}
    for place in found:
        if not place.full and len(place.candidates) == 1 and place.tag[:1] in {"", "n"} and not is_common_word(place.text):
            counts[place.candidates[0].code] = counts.get(place.candidates[0].code, 0) + 1
    return {code: n for code, n in counts.items() if code not in known and (n >= 3 or code in towns)}


@lru_cache(maxsize=2)
def _said(region: str | None) -> _Known:
    """The division that the page is said to come from, where its text does not tell."""
    return _Known((), "", given=region)


def _settle(place: Place, known: _Known, around: _Known, said: _Known) -> Place:
    if place.division is not None:
        return place
    division = _fitting(place, known) or _fitting(place, around) or _fitting(place, said)
    today = [d for d in place.candidates if d.until is None] or place.candidates
    if division is None and len(today) == 1 and today[0].level < 4:
        division = today[0]
    if division is None and not place.full:
        top = best_in(place.candidates)
        division = top if top is not None and top.level < 3 else None
    return place if division is None else replace(place, division=division)


def _fitting(place: Place, known: _Known) -> Division | None:
    """The candidate that is named itself, else the only one that lies in, or around, or beside what is named."""
    own = [d for d in place.candidates if d.code in known]
    if own and not place.full:  # beside 九江市 the short form is the city, not its county of that name
        cities = {d.code for d in own if d.level == 2}
        own = [d for d in own if d.level < 3 or d.parent not in cities]
    if own:
        return max(own, key=lambda d: known.counts[d.code])
    for fits in _related(place.candidates, known):
        if len(fits) == 1:
            return fits[0]
        if len(fits) > 1 and not place.full:
            return best_in(fits)
    return None


def _related(candidates: Sequence[Division], known: _Known) -> Iterable[list[Division]]:
    """The candidates inside a named division, around one, in its prefecture, in its province."""
    path = gazetteer().path
    yield [d for d in candidates if any(upper.code in known for upper in path(d.code))]
    yield [d for d in candidates if d.code in known.above]
    for digits in (4, 2):
        yield [d for d in candidates if d.level < 4 and d.code[:digits] in known.stems]


def _weak(place: Place, view: str) -> bool:
    """Whether a full name may as well be other words: not where it opens a clause and its union follows (文县总工会)."""
    before = view[place.start - 1 : place.start]
    return is_weak(place) and ("一" <= before <= "鿿" or not view.startswith("总工会", place.end))


def _is_place(place: Place, view: str, known: _Known, around: _Known) -> bool:
    if _MEDIUM.match(view, place.end) or (view[place.start - 1 : place.start] == "《" and _PAPER.match(view, place.end)):
        return False
    if place.path:
        return True
    division = place.division
    if place.full:
        if division is None:
            return len(place.candidates) > 1 and place.candidates[0].level < 4 and not is_weak(place)
        if division.level == 4:
            return division.parent in known or division.parent in around or division.code[:4] in known.stems
        return not _weak(place, view) or division.code[:4] in known.stems | around.stems
    if division is None:
        return False
    if _UNION.match(view, place.end):
        return True
    named = division.code in known or division.code in around or division.code in known.sure
    beside = division.code[:4] in known.stems | around.stems
    if beside and not is_common_word(place.text) and view.endswith(_FROM, 0, place.start):
        return True
    if is_everyday_word(place.text):
        sure = place.tag.startswith("ns") or view[place.end : place.end + 1] == ":"
        return named and (sure or _AT.search(view[max(0, place.start - 2) : place.start]) is not None)
    opens = view[place.start - 1 : place.start] in _BREAKS
    return named or division.level < 3 or ((beside or opens) and not is_common_word(place.text))
