"""What stands left of a body's head: parts that small words run through, and what does not belong to the name."""

import re

from graph.extract.edges import Known, Part, bridge, clause_start, parts_before
from graph.extract.lexicon import HeadWord, name_words

__all__ = ["left_of", "trimmed"]

_PLACES = frozenset({"region", "tier", "zone", "prefix"})
_PROPER = frozenset({"region", "brand", "body", "union", "prefix"})
_LOOSE = frozenset({"verb", "general", "number", "bracket", "every"})
_FULL_REGION = re.compile(r"[省市县区州盟旗镇乡]$")
_BANK = re.compile(r"(?:银行|农商行|[工农建中交]行|信用社)([一-鿿]{2,8})\Z")
_INSIDE = frozenset("和同与会将名位家对")  # small words that may as well be characters of a firm's name


def left_of(view: str, head: HeadWord, floor: int, known: Known) -> list[Part]:
    """The parts left of a head, from left to right, nothing before `floor`."""
    begin = clause_start(view, floor, head.start)
    legal = head.family.name == "company.legal"
    parts = parts_before(view, begin, head.start, known, head.family)
    if (legal or head.family.name == "company.short") and parts and not any(part.kind == "region" for part in parts):
        parts = bridge(view, begin, parts, known.regions, words=legal) + parts
    if legal and parts:
        return _joined(view, begin, parts, known)
    if head.text in {"支行", "分行", "营业部"} and not parts:
        return _bank_before(view, begin, head.start, known)
    if head.family.name == "organ.bureau" and parts:
        return _both(view, begin, parts, known)
    return parts


def _joined(view: str, begin: int, parts: list[Part], known: Known) -> list[Part]:
    """The parts with what stands left of a 和 or 同 that must be a character of the name: 晶和科技, for 科技 alone names no firm."""
    start = parts[0].start
    if view[start - 1] not in _INSIDE or start - 1 <= begin or not {part.kind for part in parts} <= {"general", "verb", "field"}:
        return parts
    left = parts_before(view, begin, start - 1, known)
    if not left or left[-1].kind != "brand":
        return parts
    return [*left, Part("brand", view[start - 1], start - 1, start), *parts]


def _both(view: str, begin: int, parts: list[Part], known: Known) -> list[Part]:
    """The parts with what stands left of the 和 in the name of an organ for two things: 县|教育|和|体育|局."""
    start = parts[0].start
    if view[start - 1] not in "和与" or start - 1 <= begin or not {part.kind for part in parts} <= {"general", "verb", "field"}:
        return parts
    left = parts_before(view, begin, start - 1, known)
    placed = any(part.kind in _PLACES for part in left)
    if not placed or left[-1].kind not in {"general", "verb", "field"} or any(part.kind in {"body", "union"} for part in left):
        return parts
    return [*left, Part("field", view[start - 1], start - 1, start), *parts]


def _bank_before(view: str, begin: int, end: int, known: Known) -> list[Part]:
    """The bank whose branch is named by a street that no dictionary knows: 工商银行|道前|支行."""
    match = _BANK.search(view, begin, end)
    parts = parts_before(view, begin, match.start(1), known) if match else []
    return [*parts, Part("brand", match[1], match.start(1), end)] if match and parts else []


def trimmed(parts: list[Part], *, hard: bool, branch: bool = False) -> list[Part]:
    """The parts without what stands left of a region by chance, and without verbs and general words at the left edge."""
    if parts and parts[0].kind == "every":
        parts, hard = parts[1:], False
    first = next((i for i, part in enumerate(parts) if part.kind == "region"), 0)
    within = False
    brands = name_words().brands
    branch = branch and first > 1 and {part.kind for part in parts[:first]} <= {"brand", "general", "field"}  # 中邮保险某省分公司
    branch = branch or (first > 1 and parts[0].kind == "body" and parts[1].kind == "bracket")  # 某某服务公司(某平台)某县分公司
    branch = branch or (first == 2 and parts[0].text in brands and parts[1].kind in {"field", "general"})  # 华润电力某省公司
    if first and not branch and not all(part.kind in {"prefix", "body", "union"} or part.text in brands for part in parts[:first]):
        left = {part.kind for part in parts[:first]}
        single = first == 1 and len(parts[0].text) == 1 and not _FULL_REGION.search(parts[1].text)
        within = single and (parts[0].kind == "brand" or (hard and parts[0].kind == "general"))
        if not within and (not hard or "brand" not in left or left & {"general", "verb"}):
            parts = parts[first:]
    while parts and parts[0].kind in _LOOSE and any(part.kind in _PROPER for part in parts[1:]):
        if len(parts[0].text) == 1 and (parts[1].kind == "brand" or within):  # 云 in 云纳新材料
            break
        if parts[0].kind == "verb" and parts[1].kind not in _PROPER:  # 胜利 in 胜利油田东辛采油厂
            break
        parts = parts[1:]
    return parts
