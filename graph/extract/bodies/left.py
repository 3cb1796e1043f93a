"""What stands left of a body's head: parts that small words run through, and what does not belong to the name."""

import re

from graph.extract.language.edges import Known, bridge, clause_start, parts_before
from graph.extract.language.lexicon import HeadWord, name_words
from graph.extract.language.name_parts import TIERS, Part
from graph.extract.language.segments import Token, tokens

__all__ = ["left_of", "trimmed"]

_PLACES = frozenset({"region", "tier", "zone", "prefix"})
_PROPER = frozenset({"region", "brand", "body", "union", "prefix"})
_LOOSE = frozenset({"verb", "general", "number", "bracket", "every"})
_FULL_REGION = re.compile(r"[省市县区州盟旗镇乡]$")
_BANK = re.compile(r"(?:银行|农商行|[工农建中交]行|信用社)([一-鿿]{2,8})\Z")
_SMALL = frozenset("的了和与及等将被把对向在里各该每这那到来去是有")  # what stands in no shortened name of a bureau
_AFTER_TIER = TIERS | {"级"}  # 市级, 市县: of several
_FOR_TWO = ("协会", "学会", "商会", "研究会", "促进会", "联合会", "基金会", "服务中心", "管理中心", "交流中心")
_LEADING = frozenset("任记讯访选逛继指")  # verbs and the like that stand alone before a region: 任|某市某厂厂长
_SOUNDS = frozenset("得地里能来如正")  # small words that spell the sounds of a brand, too: 某省雷帕得有限公司
_INSIDE = frozenset("和同与会将名位家对")  # small words that may as well be characters of a firm's name


def left_of(view: str, head: HeadWord, floor: int, known: Known) -> list[Part]:
    """The parts left of a head, from left to right, nothing before `floor`."""
    begin = clause_start(view, floor, head.start)
    legal = head.family.name == "company.legal"
    parts = parts_before(view, begin, head.start, known, head.family)
    if (legal or head.family.name == "company.short") and parts and not any(part.kind == "region" for part in parts):
        parts = bridge(view, begin, parts, known, words=legal) + parts
    if head.text.endswith("矿") and not any(part.kind in _PROPER for part in parts):
        parts = _of_group(view, begin, head, known) or parts
    if legal or head.text == "集团":
        parts = _anchored(view, begin, head, parts, known) + parts
    if legal and parts:
        return _sounded(view, begin, _joined(view, begin, parts, known))
    if head.family.type == "Organization" and head.family.needs == "proper" and not any(part.kind in _PROPER | {"tier"} for part in parts):
        reached = _reaching(view, begin, head, parts, known)
        if not reached and parts and parts[-1].kind == "verb":  # 采茶戏|保护|传承|中心
            reached, parts = (again, []) if (again := _reaching(view, begin, head, [], known)) else ([], parts)
        parts = reached + parts
    if head.text in {"支行", "分行", "营业部"} and not parts:
        return _bank_before(view, begin, head.start, known)
    if head.family.name == "org.practice" and not any(part.kind == "region" for part in parts):
        return _practice(view, begin, head.start, known) or parts
    if head.family.name in {"organ.bureau", "organ.named"} or head.text == "委员会" or head.text.endswith(_FOR_TWO):
        parts = _both(view, begin, head, parts, known)
    if head.family.name == "organ.bureau":
        known_place = any(part.kind in _PLACES or part.kind == "body" for part in parts)
        return parts if known_place else _abbreviated(view, begin, head.start, known) or parts
    return parts


def _anchored(view: str, begin: int, head: HeadWord, parts: list[Part], known: Known) -> list[Part]:
    """The region that opens a firm's name and what stands between it and the parts, where the dictionary knows no names there:
    某县|供排水|有限公司, 某省|职教扶贫开发|有限责任公司. Without a legal form only in a list (某省|某某|集团、…)."""
    first = parts[0].start if parts else head.start
    if first == begin or (head.text == "集团" and "、" not in {view[begin - 1 : begin], view[head.end : head.end + 1]}):
        return []
    ends = sorted((start, stop) for stop, start in known.regions.items() if begin <= start and stop < first <= stop + 14)
    for start, stop in ends:
        between = tokens(view[stop:first])
        if any(stop < place <= first for place in known.bodies) or "联合" in view[stop:first]:
            continue
        foreign = (token for token in between if not _of_brand(token))
        if (start == begin or _leads(view, begin, start)) and not any(_never_within(token) for token in foreign):
            return [Part("region", view[start:stop], start, stop), Part("brand", view[stop:first], stop, first)]
    return []


def _of_brand(token: Token) -> bool:
    """Whether a word that ends names elsewhere may stand behind the region of a firm: 某省雷帕得…, 某省正原…, 某省越青先进材料…."""
    if token.text in _SOUNDS:
        return token.start > 0 or token.text == "正"
    return token.start > 0 and token.tag[0] in "ab" and token.text in name_words().no_part


def _of_group(view: str, begin: int, head: HeadWord, known: Known) -> list[Part]:
    """The enterprise right before two or three characters that name its mine, where the dictionary knows no name: 某某煤电|青禾|矿."""
    for length in (2, 3):
        start = head.start - length
        own = view[start : head.start]
        if start <= begin or not own.isalpha() or set(own) & _SMALL or own in name_words().stops | name_words().general_words:
            continue
        parts = parts_before(view, begin, start, known)
        if parts and (parts[-1].kind == "body" or any(view[part.start : start] in name_words().brands for part in parts)):
            return [*parts, Part("brand", own, start, head.start)]
    return []


def _reaching(view: str, begin: int, head: HeadWord, parts: list[Part], known: Known) -> list[Part]:
    """The region or bare tier that opens the name of an organisation, and what stands between it and the parts, if it begins with no
    verb and holds no small word: 某县|采茶戏保护|传承中心, 区|临湖|文体中心."""
    first = parts[0].start if parts else head.start
    for stop in range(first - 1, max(begin, first - 12), -1):
        bare = view[stop - 1] in TIERS and (stop - 1 == begin or view[stop - 2] in name_words().stop_characters)
        start = known.regions.get(stop, stop - 1 if bare else None)
        if start is None or start < begin:
            continue
        between = tokens(view[stop:first])
        if between[0].tag[0] == "v" or view[stop] in _AFTER_TIER or any(_never_within(t) or t.end + stop in known.bodies for t in between):
            return []
        acts = next((i for i, token in enumerate(between) if token.tag[0] == "v"), len(between))
        if any(t.tag[0] in "mq" for t in between) or any(t.tag[0] != "v" for t in between[acts:]) or (acts < len(between) and parts):
            return []
        kind = "region" if stop in known.regions else "tier"
        return [Part(kind, view[start:stop], start, stop), Part("field", view[stop:first], stop, first)]
    return []


def _leads(view: str, begin: int, at: int) -> bool:
    """Whether the word that ends at `at` ends every name: 深入|福建..., 分别是|某市..."""
    last = tokens(view[begin:at])[-1].text
    return last in name_words().stop_characters or last in name_words().ends


def _never_within(token: Token) -> bool:
    words = name_words()
    if len(token.text) == 1:
        return token.text in words.stop_characters or not token.text.isalnum()
    return token.tag[0] in "xupcrdm" or token.text in words.no_part


def _abbreviated(view: str, begin: int, end: int, known: Known) -> list[Part]:
    """The place right before two or three characters that shorten what a bureau is for: 县|经发|局, 某市|城运|局."""
    for length in (2, 3):
        what = view[end - length : end]
        if end - length <= begin or set(what) & _SMALL or what in name_words().stop_words:
            continue
        parts = parts_before(view, begin, end - length, known)
        if parts and parts[-1].kind in _PLACES and what.isalnum():
            return [*parts, Part("field", what, end - length, end)]
    return []


def _joined(view: str, begin: int, parts: list[Part], known: Known) -> list[Part]:
    """The parts with what stands left of a 和 or 同 that must be a character of the name: 晶和科技, for 科技 alone names no firm."""
    start = parts[0].start
    if view[start - 1] not in _INSIDE or start - 1 <= begin or not {part.kind for part in parts} <= {"general", "verb", "field"}:
        return parts
    left = parts_before(view, begin, start - 1, known)
    if not left or left[-1].kind != "brand":
        return parts
    return [*left, Part("brand", view[start - 1], start - 1, start), *parts]


def _sounded(view: str, begin: int, parts: list[Part]) -> list[Part]:
    """The parts with the two characters before them that no dictionary joins, the second a small word elsewhere: 金|能|科技."""
    start = parts[0].start
    line = tokens(view[begin:start], begin)[-2:]
    if len(line) < 2 or {part.kind for part in parts} & _PROPER or any(len(token.text) > 1 for token in line):
        return parts
    first, second = line
    if second.text not in _SOUNDS or first.tag[0] not in "naj" or first.text in name_words().stop_characters:
        return parts
    return [Part("brand", view[first.start : start], first.start, start), *parts]


def _both(view: str, begin: int, head: HeadWord, parts: list[Part], known: Known) -> list[Part]:
    """The parts with what stands left of the 和 in the name of an organ for two things: 县|教育|和|体育|局."""
    start = parts[0].start if parts else head.start
    if view[start - 1] not in "和与" or start - 1 <= begin or not {part.kind for part in parts} <= {"general", "verb", "field", "brand"}:
        return parts
    left = parts_before(view, begin, start - 1, known)
    placed = any(part.kind in _PLACES for part in left)
    if not placed or left[-1].kind not in {"general", "verb", "field"} or any(part.kind in {"body", "union"} for part in left):
        return parts
    return [*left, Part("field", view[start - 1], start - 1, start), *parts]


def _practice(view: str, begin: int, end: int, known: Known) -> list[Part]:
    """The place and the two to six characters, words of no dictionary, that name a practice: 某省|辅正|律师事务所."""
    for start in range(end - 2, max(begin, end - 6) - 1, -1):
        if view[start] in name_words().stop_characters or start in known.bodies:
            return []
        if start in known.regions:
            first = known.regions[start]
            return [Part("region", view[first:start], first, start), Part("brand", view[start:end], start, end)]
    return []


def _bank_before(view: str, begin: int, end: int, known: Known) -> list[Part]:
    """The bank whose branch is named by a street that no dictionary knows: 工商银行|道前|支行."""
    match = _BANK.search(view, begin, end)
    parts = parts_before(view, begin, match.start(1), known) if match else []
    return [*parts, Part("brand", match[1], match.start(1), end)] if match and parts else []


def trimmed(parts: list[Part], *, hard: bool, branch: bool = False, pointed: bool = False) -> list[Part]:
    """The parts without what stands left of a region by chance, and without verbs and general words at the left edge.

    `hard`: they begin where their clause does; `branch`: the name is that of a branch; `pointed`: 我, 本, 该 or 全 stands before them.
    """
    if parts and parts[0].kind == "every":
        parts, hard = parts[1:], False
    first = next((i for i, part in enumerate(parts) if part.kind == "region"), 0)
    if branch and first > 1 and parts[first - 1].kind == "body":  # 评定|某物流集团|某省|有限公司
        parts, first = parts[first - 1 :], 1
    within = False
    brands = name_words().brands
    branch = branch and first > 1 and {part.kind for part in parts[:first]} <= {"brand", "general", "field"}  # 中邮保险某省分公司
    branch = branch or (first > 1 and parts[0].kind == "body" and parts[1].kind == "bracket")  # 某某服务公司(某平台)某县分公司
    branch = branch or (first == 2 and parts[0].text in brands and parts[1].kind in {"field", "general"})  # 华润电力某省公司
    # 市|惠民|帮扶中心, 省|青禾江|航道局
    own = first == 1 and parts[0].kind == "tier" and not _FULL_REGION.search(parts[1].text) and not pointed
    told = all(part.kind in {"prefix", "body", "union"} or part.text in brands for part in parts[:first])
    bound = any(part.text == "附属" for part in parts[:first])  # 某大学|附属|某山|医院
    if not (branch or own or told or bound):
        left = {part.kind for part in parts[:first]}
        single = first == 1 and len(parts[0].text) == 1 and not _FULL_REGION.search(parts[1].text)
        within = single and parts[0].text not in _LEADING and (parts[0].kind == "brand" or (hard and parts[0].kind == "general"))
        led = first == 1 and parts[0].text in _LEADING
        if not within and (led or not hard or "brand" not in left or left & {"general", "verb"}):
            parts = parts[first:]
    while parts and parts[0].kind in _LOOSE and any(part.kind in _PROPER for part in parts[1:]):
        if len(parts[0].text) == 1 and (parts[1].kind == "brand" or within):  # 云 in 云纳新材料
            break
        if parts[0].text in name_words().industries and parts[1].kind in {"brand", "field"}:  # 建工|云岭|集团
            break
        if parts[0].kind == "verb" and parts[1].kind not in _PROPER:  # 胜利 in 胜利油田东辛采油厂
            break
        parts = parts[1:]
    return parts
