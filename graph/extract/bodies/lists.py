"""Bodies without a head of their own in a list that says what they are: 瑞丰电子、蓝海汽车等企业; 临港园、保税区等6家示范单位."""

import re
from collections.abc import Iterable, Iterator, Sequence

from graph.extract.language.edges import Known, clause_start, parts_before
from graph.extract.language.lexicon import HeadWord, name_words
from graph.extract.language.name_parts import TIERS, Part
from graph.extract.language.segments import tokens
from graph.extract.places.gazetteer import gazetteer

__all__ = ["beside", "listed"]

_COUNT = r"[\d一二三四五六七八九十百两几多余]+(?:家|个|户)"
_NUMBER = r"(?:[\d一二三四五六七八九十百两几多余]+(?:家|个|户)?)?"
_COMPANIES = r"(?!一?行(?!业))(?:(?![到往进赴在])[\u4e00-\u9fff]){0,6}?(?:企业|公司|厂家|车企|药企|厂商)"
_UNITS = r"(?:[\u4e00-\u9fff]{0,8}?(?:试点|示范|成员|先进|获奖|优秀|优胜|参赛|共建|合作))?单位"
_END = re.compile(rf"(?:等(?!人|同志|进){_NUMBER}|{_COUNT})(?:(?P<company>{_COMPANIES})|(?P<unit>{_UNITS}))")
_SEPARATORS = frozenset("、和与及")
_OPENED = re.compile(r"[在对到向了如有由括及请访添是为将](?=(?![市县区镇]))([\u4e00-\u9fff]{3,8})\Z")  # the first of a list
_TRADE = re.compile(r"[\u4e00-\u9fff]{2,4}(?:电子|机械|化工|纺织|食品|科技|气体|水泥|钢铁|陶瓷|服装|汽车|药业|建材|能源|电气|材料)")
_LAST = re.compile(
    r"(?:[、和与及]|所属|下属|旗下|直属|走访|慰问|看望|走进|来到|深入|参观|(?<![\u4e00-\u9fff、]))(?=[\u4e00-\u9fff]{2,10}\Z)"
)
_OWN = frozenset({"所属", "下属", "旗下", "直属"})
_IN_LISTS = frozenset({"company.short", "company.works", "union.unit", "org.institute", "org.school", "org.hospital", "org.media"})
_SMALL = frozenset("以的了着等该各某每与和及在对向从被把让将")
_ZONE = re.compile(r"[\u4e00-\u9fff]{2,18}(?:园|区|城|港|基地)")


def listed(view: str, start: int, end: int, known: Known) -> Iterator[tuple[int, int, str]]:
    """(start, end, type) of the names right before 等企业, 3家企业 or 等单位 and, over 、 and 和, left of them.

    In a list of units only zones and parks are taken: other members have heads of their own. A member made of dictionary words alone
    (海螺水泥) is an enterprise only among more that have a brand or a head; 装备制造、生物医药等企业 lists trades.
    """
    for match in _END.finditer(view, start, end):
        if match["company"]:
            members = list(_members(view, start, match.start(), known))
            brands = sum(sure for _, _, sure in members)
            yield from ((first, stop, "Company") for first, stop, sure in members if sure or 2 * brands >= len(members))
        else:
            yield from _zones(view, start, match.start(), known)


def beside(view: str, start: int, loose: Iterable[HeadWord], told: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """(start, end, type) of the members of a list whose heads have nothing proper before them, next to a member of their type that
    has: 甲公司、电池公司、国贸公司; also right behind a body and 所属 (某集团所属电机公司)."""
    before = {end: kind for _, end, kind in told}
    after = {first: kind for first, _, kind in told}
    for head in loose:
        kind = head.family.type
        if head.family.name not in _IN_LISTS or (kind == "Company" and view.startswith("工会", head.end)):
            continue
        match = next(iter([*_LAST.finditer(view, max(start, head.start - 14), head.start)][::-1]), None)
        if match is None or not _ordinary(view[match.end() : head.start], view[match.end() : head.end]):
            continue
        first = match.end()
        left = before.get(match.start()) if match[0] else None
        right = after.get(head.end + 1) if view[head.end : head.end + 1] in _SEPARATORS else None
        if kind in {left, right} or (match[0] in _OWN and left in {"Company", "Union"}):
            yield first, head.end, kind
            before[head.end] = kind


def _ordinary(what: str, item: str) -> bool:
    """Whether the words before a head can name one of several: 电池 in 电池公司, not 物业 or 直属."""
    words = name_words()
    own = what.removesuffix("公司").removesuffix("厂")
    if not own or not _whole(item.ljust(3, "一")) or tokens(own)[0].text in words.stop_words | TIERS:
        return False
    return not all(token.text in words.general_words for token in tokens(own))


def _members(view: str, start: int, stop: int, known: Known) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it has a brand or a head) of the members of a list of enterprises, the last first."""
    last = stop
    while True:
        begin = clause_start(view, start, stop)
        parts = parts_before(view, begin, stop, known)
        first = parts[0].start if parts else stop
        body = bool(parts) and parts[-1].kind in {"body", "union"}
        opened = _OPENED.search(view, begin, stop) if view[begin - 1 : begin] != "、" else None
        whole = (view[begin - 1 : begin] == "、" or stop < last) and not body and _whole(view[begin:stop]) and opened is None
        if whole:
            first = begin
        trade = view[begin - 1 : begin] == "、" and not body and stop - begin >= 4 and _TRADE.fullmatch(view, begin, stop) is not None
        if trade and not whole:
            first = begin
        elif not body and not whole and not _branded(parts):
            if opened is None or not _whole(opened[1]):
                return
            first = opened.start(1)
        if view.endswith("会", first, stop):  # no enterprise: 行业工会联合会
            return
        yield first, stop, body or _branded(parts) or _holds_brand(view[first:stop])
        if view[first - 1] not in _SEPARATORS or first - 1 < start:
            return
        stop = first - 1


def _zones(view: str, start: int, stop: int, known: Known) -> Iterator[tuple[int, int, str]]:
    while True:
        parts = parts_before(view, clause_start(view, start, stop), stop, known)
        if not parts:
            return
        first = parts[0].start
        alone = view[stop] != "等" and view[first - 1 : first] not in _SEPARATORS and view[stop] not in _SEPARATORS  # 某新区29个单位
        if _ZONE.fullmatch(view, first, stop) and not alone and not any(p.kind in {"every", "tier"} for p in parts):
            yield first, stop, "Organization"
        elif parts[-1].kind not in {"body", "union"}:
            return
        if view[first - 1] not in _SEPARATORS or first - 1 < start:
            return
        stop = first - 1


def _whole(item: str) -> bool:
    """Whether all that stands between two 、 can be one name: no small word, no word that ends names in it, more than general words."""
    words = name_words()
    if not 3 <= len(item) <= 12 or not item.isalnum() or set(item) & _SMALL or words.sorts.search(item) or gazetteer().is_official(item):
        return False
    found = tokens(item)
    if any(len(t.text) > 1 and (t.text in words.no_part or t.tag[0] in "pcdru") for t in found):
        return False
    return not all(t.text in words.general_words for t in found)


def _holds_brand(item: str) -> bool:
    """Whether a word that the dictionary takes for a name, or lone characters before a word (赣禹|工程), stand in a member."""
    found = tokens(item)
    if any(t.tag.startswith(("nz", "nr", "nt")) for t in found):
        return True
    return len(found) > 2 and [len(t.text) for t in found[:2]] == [1, 1] and len(found[-1].text) > 1


def _branded(parts: list[Part]) -> bool:
    """Whether the parts hold a brand of two characters or more, known or unknown to the dictionary."""
    if any(part.text in name_words().brands for part in parts):
        return True
    if any(part.kind in {"every", "tier", "zone", "union", "verb", "body"} for part in parts):
        return False
    brand = "".join(part.text for part in parts if part.kind == "brand")
    return len(brand) >= 2 and 3 <= parts[-1].end - parts[0].start <= 12
