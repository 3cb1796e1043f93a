"""Facilities by their place: the houses (驿站, 职工之家) that bear the name of where they stand or of who keeps them."""

import re
from functools import cache

from graph.extract.initiatives.scheme_edges import LONGEST, left_edge, trim
from graph.extract.language.initiative_words import frame, frames, words
from graph.extract.places import levels

# Which one of several, or their union, in brackets behind the noun: 服务站点(东门站), 工作室(联盟).
_SITE = re.compile(r"\((?!以下|简称|全国|最美|原)([一-鿿]{1,8})\)")
_SORT = re.compile(r"(?:(?<!总)工会(?=户外)|户外|24小时|智能化?|智慧|流动|移动|共享|无人值守|旗舰型?|不打烊)+$")
_SITE_BEHIND = re.compile(r"(?<=驿站)[一-鿿]{2,7}?站点?(?=[、,。;等和办在照开请])")
# What unions of a country or a province confer (某省总工会职工书屋), and what is done to a house, not its name.
_TITLED = re.compile(r"(?:全国|省|自治区)总工会(?:职工)?$|入选|获评|新建|已建|^建")
# What parts the place or the host of a house from what stands before it.
_SITE_EDGE = re.compile(r"和(?!平|谐|美|睦|县|田|静|硕|林)|[的、在与及到了对为从向]|(?<!周)至|讯(?:\([^()]*\))?|等(?!级)|\d{4}年")
# The division whose houses are meant, all of them.
_ALL_OF = re.compile("(?:[省市县旗州乡镇]|街道|(?<![社园景校小])区)(?:工会|爱心|智慧|共享|暖心|暖新)*$")
# Being at a place or going there.
_AT = re.compile(r"位于|前往|来到|走到|抵达|参观|探访|走进|走访|察看|(?<![存现实正所潜])在(?![职岗校线建])")


@cache
def houses() -> tuple[str, ...]:
    """How the names of facilities end that are no bodies."""
    return tuple(frames()["houses"])


@cache
def _sites() -> re.Pattern[str]:
    """How the place or the host of a house ends."""
    division = "(?:(?![各全该本我每])[一-鿿]){2}[市县区](?=工会)"
    return re.compile(rf"(?:{frame('sites')}|{division})(?:工会|户外劳动者|户外|职工|爱心|书香|智慧|共享|暖心|暖新|劳动者)*$")


def with_sort(text: str, start: int) -> int:
    """The start of a facility's name with the words before it that say of which sort it is (24小时智能化|工会驿站)."""
    sort = _SORT.search(text[max(0, start - 12) : start])
    return start - len(sort.group()) if sort else start


def names_one_of(said: str) -> bool:
    """Whether what stands before the name of a scheme of houses says which or of which sort it is (灯塔社区|工会驿站, 智能化|工会驿站).

    With a division alone (灯塔县|工会驿站) it is all the houses there.
    """
    sited = _sites().search(said) is not None and _ALL_OF.search(said) is None
    return sited or _SORT.fullmatch(said) is not None


def with_site(text: str, end: int) -> int:
    """The end of a name with the bracket behind it that says which one it is (服务站点(东门站)); `end` without one."""
    if (numbered := _SITE_BEHIND.match(text, end)) and not words().hard_verb.search(numbered.group()):
        return numbered.end()
    site = _SITE.match(text, end)
    return site.end() if site and words().ending.search(site.group(1)) and site.group(1) not in words().known else end


def place(text: str, start: int, floor: int) -> int | None:
    """Where the name of a facility begins that somebody is at (在灯塔村共享|职工之家); None without three characters.

    An address (某市海港路) is none of the name.
    """
    edge = left_edge(text, max(floor, start - LONGEST), start)
    at = list(_AT.finditer(text, edge, start))
    first = at[-1].end() if at else start
    address = levels.after(text, first, start) > first or "街道" in text[first:start]
    return first if start - first >= 3 and not address else None


def sited(text: str, start: int, floor: int) -> int | None:
    """Where the name of a house begins that opens with its place or host (海港路灯塔旗舰店|工会驿站); None without one."""
    window = max(floor, start - LONGEST)
    edge = max([left_edge(text, window, start), *(hit.end() for hit in _SITE_EDGE.finditer(text, window, start))])
    verbs = [*words().hard_verb.finditer(text, edge, start), *words().clause.finditer(text, edge, start), *_AT.finditer(text, edge, start)]
    first = trim(text, max((verb.end() for verb in verbs), default=edge), start) if edge < start else start
    if _TITLED.search(text[first:start]):
        return None
    return first if start - first >= 4 and _sites().search(text[first:start]) else None
