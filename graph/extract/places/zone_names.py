"""The names of development zones in a text: a place and the few characters before 经济开发区 and the like, or a listed name."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from graph.extract.language.lexicon import name_words
from graph.extract.language.segments import Token, tokens
from graph.extract.language.zone_words import no_zones, zone_head
from graph.extract.places.gazetteer import gazetteer
from graph.extract.places.place_names import is_common_word
from graph.files import folder, read_rows
from graph.records import Article

__all__ = ["ZoneName", "listed_zones", "spans_of", "zone_names"]

_REACH = 30
_INNER = 6  # characters between the place and the head of a zone
_NAME = 4  # characters of a zone's name without a place
# The zones that the State Council approves: 中国(四川)自由贸易试验区.
_NATIONAL = re.compile(r"中国\([一-鿿]{2,8}\)$")
# Two places that share a zone: 某地-某地经济开发区.
_HYPHEN = re.compile(r"(?<![-—])[-—]$")
_TIERS = frozenset({*"省市县区州盟旗镇乡"})


class ZoneName(NamedTuple):
    """A zone's name in a text: its span, and whether what follows makes it the beginning of a body's name."""

    start: int
    end: int
    body: bool


@cache
def listed_zones() -> Mapping[str, str]:
    """The zones of data/regions/zones.tsv: name -> code of the division they lie in."""
    return {row[0]: row[1] for row in read_rows(folder("data") / "regions" / "zones.tsv")}


def spans_of(article: Article) -> tuple[tuple[int, int], ...]:
    """The spans of an article's blocks."""
    return tuple((block.start, block.end) for block in article.blocks)


@lru_cache(maxsize=512)
def zone_names(view: str, spans: tuple[tuple[int, int], ...]) -> tuple[ZoneName, ...]:
    """The named zones of an article's spans, in order; a name that is sure in one place is taken wherever it stands."""
    found, open_heads = [], []
    for start, end in spans:
        for head in zone_head().finditer(view, start, end):
            begin = _start(view, head, start)
            if begin is not None:
                found.append(ZoneName(begin, head.end(), head["body"] is not None))
            else:
                open_heads.append(head)
    known = {view[zone.start : zone.end] for zone in found}
    for head in open_heads if known else ():
        name = max((name for name in known if view.endswith(name, 0, head.end())), key=len, default=None)
        if name is not None:
            floor = next(start for start, end in spans if start <= head.start() < end)
            begin = _with_places(view, head.end() - len(name), max(floor, head.start() - _REACH))
            found.append(ZoneName(begin, head.end(), head["body"] is not None))
    return tuple(sorted(found))


def _start(view: str, head: re.Match[str], floor: int) -> int | None:
    """Where the name of a zone begins that ends in `head`, with the places before it (昆山|花桥|经济开发区); None when it has no name."""
    floor = max(floor, head.start() - _REACH)
    national = _NATIONAL.search(view, floor, head.start())
    if national is not None:
        return national.start()
    places = {last: first for first, last, _ in gazetteer().scan(view, floor, head.start())}
    begin = _listed(view, head, floor)
    if begin is None:
        begin = _behind_place(view, head, places)
    if begin is None:
        begin = _alone(view, head, floor)
    if begin is None and head["part"] is not None:  # 自贸区某某片区
        begin = head.start()
    if begin is None or _is_division(view, begin, head.end()):  # 浦东新区
        return None
    return _with_places(view, begin, floor)


def _is_division(view: str, begin: int, end: int) -> bool:
    return any(last == end and gazetteer().is_official(view[first:last]) for first, last, _ in gazetteer().scan(view, begin, end))


def _with_places(view: str, begin: int, floor: int) -> int:
    """Where the places begin that stand right before a zone's name, or the bare tier (省黄三角农高区)."""
    places = {last: first for first, last, _ in gazetteer().scan(view, floor, begin)}
    while begin in places:
        begin = places[begin]
    if _HYPHEN.search(view, floor, begin) and begin - 1 in places:
        begin = places[begin - 1]
    tier = view[floor:begin][-2:]
    return begin - 1 if tier[-1:] in _TIERS and not tier[:-1].isalpha() else begin


def _listed(view: str, head: re.Match[str], floor: int) -> int | None:
    starts = range(max(floor, head.end() - 18), head.start())
    return next((at for at in starts if view[at : head.end()] in listed_zones()), None)


def _behind_place(view: str, head: re.Match[str], places: Mapping[int, int]) -> int | None:
    for last in range(head.start(), head.start() - _INNER - 1, -1):
        if last in places:
            inner = tokens(view[last : head.start()]) if last < head.start() else []
            soft = head["soft"] is not None
            return places[last] if _is_inner(inner, soft=soft) and _is_sure(view[places[last] : last], soft=soft) else None
    return None


def _is_sure(place: str, *, soft: bool) -> bool:
    """Whether a place is a full name, or the dictionary has it as a place (not 南部); before a firm head any but an ordinary word."""
    return gazetteer().is_official(place) or tokens(place)[0].tag == "ns" or not (soft or is_common_word(place))


def _is_inner(words: Sequence[Token], *, soft: bool) -> bool:
    """Whether words between a place and the head of a zone can be its name: no small words, verbs, numbers, and nothing that tells only
    of what sort it is."""
    known = name_words()
    if any(set(word.text) & known.stop_characters or not word.text.isalpha() or word.text in _TIERS for word in words):
        return False
    if any(len(word.text) > 1 and (word.tag[0] in "vmrpcudab" or word.text in known.general_words | known.stop_words) for word in words):
        return False
    return not soft or all(len(word.text) == 1 or word.tag[:2] in {"ns", "nz", "nr", "nt", "j"} for word in words)


def _alone(view: str, head: re.Match[str], floor: int) -> int | None:
    """Where a name of two to four characters begins right before the head, at the edge of a word and behind no noun: a proper name,
    or any noun where a body of the zone follows (某某开发区总工会)."""
    line = tokens(view[floor : head.start()], floor) if floor < head.start() else []
    first = len(line)
    while first and head.start() - line[first - 1].start <= _NAME and (first == len(line) or _is_loose(view, floor, line[first - 1])):
        first -= 1
    name = line[first:]
    organ = head["organ"] is not None
    if not name or head.start() - name[0].start < 2 or (head["soft"] and not organ):
        return None
    before = line[first - 1] if first else None
    apart = before is None or not before.text.isalpha() or before.tag[0] in "pc"
    bound = before is None or apart or before.tag[0] in "vudtfr" or before.text in name_words().stop_characters
    proper = _is_inner(name, soft=not organ and not apart)
    told = {view[name[0].start : head.start()], *(word.text for word in name)}
    return name[0].start if proper and bound and told.isdisjoint(no_zones()) else None


def _is_loose(view: str, floor: int, word: Token) -> bool:
    """Whether a character that is no word of its own may begin a name that the dictionary cuts; right behind a mark any may."""
    if len(word.text) > 1 or not word.text.isalpha() or word.text in name_words().stop_characters | _TIERS:
        return False
    return word.tag[0] not in "pcuvdrmqft" or (word.tag[0] == "v" and not view[max(floor, word.start - 1) : word.start].isalpha())
