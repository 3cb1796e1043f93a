"""Whether words that look like a body's name are one: unions in general, units told by a number, names too thin."""

import re
from collections.abc import Iterable, Sequence

from graph.extract.language.lexicon import HeadWord, name_words
from graph.extract.language.name_parts import TIERS, Part
from graph.extract.language.segments import Token, tokens
from graph.extract.places.gazetteer import gazetteer
from graph.extract.places.place_letters import place_letters

__all__ = ["is_attribute", "numbered", "of_several", "thin", "whole_heads"]

_COUNTED = re.compile(r"[一二两三四五六七八九十几多\d]+(?:级|地|城|市|省|县|区|方|国)")
_LEVELS = re.compile(r"[两三四五]级$")
_APART = frozenset({"台湾", "香港", "澳门", "港澳"})  # many unions, none of them that of a division
_UNITS = frozenset({"公司", "厂", "分厂", "总厂"})
_TOWN = 4
_COUNTERS = TIERS | frozenset("一二三四五六七八九十")  # 县委|常委 and 四大|队 are cuts of the dictionary, not of the text
_PROPER = frozenset({"region", "brand", "body", "union", "prefix"})


def is_attribute(view: str, head: HeadWord) -> bool:
    """Whether 工会 opens the name of an event or is the organisation: 福建工会第十次代表大会, 工会组织建设, but not 工会组织开展."""
    if view.startswith("组织", head.end):
        return tokens(view[head.end + 2 : head.end + 6] or "。")[0].tag not in {"v", "ul"}
    following = view[head.end : head.end + 1]
    attribute = head.family.attribute
    return "一" <= following <= "鿿" and attribute is not None and attribute.match(view, head.end) is not None


def numbered(head: HeadWord, parts: Sequence[Part]) -> bool:
    """Whether a trade and a number make the unit of an enterprise: 钻井二公司, 采油三厂, 第三采油厂."""
    if head.family.type != "Company" or parts[0].kind not in {"field", "verb", "number"}:
        return False
    if head.family.name == "company.works":
        return len(parts) == 1 and parts[0].kind == "number" and parts[0].text.startswith("第")
    return len(parts) == 2 and parts[0].kind != "number" and parts[1].kind == "number" and head.text in _UNITS


def of_several(head: HeadWord, parts: Sequence[Part]) -> bool:
    """Whether the unions of several places or levels are meant: 三级工会, 五城工会, 川渝工会, 京津冀工会, 台湾工会."""
    name = "".join(part.text for part in parts)
    if head.family.type == "Union" and (_LEVELS.search(name) or name in _APART):
        return True
    if head.family.type != "Union" or any(division.level < _TOWN for division in gazetteer().candidates(name)):  # 辽宁
        return False
    return _COUNTED.fullmatch(name) is not None or (2 <= len(name) <= 4 and set(name) <= place_letters())


def thin(parts: list[Part]) -> bool:
    """Whether nothing proper but a single character stands in the parts: 办厂, 出医院 (but 云|胶集团, 二|建工会)."""
    if [len(part.text) for part in parts] == [1, 1] and parts[-1].kind == "brand":
        return False
    return sum(len(part.text) for part in parts if part.kind in _PROPER or part.kind == "number") == 1


def whole_heads(view: str, found: Iterable[HeadWord], words: Iterable[Token]) -> list[HeadWord]:
    """The heads that no dictionary word crosses: 工会 in 职|工会|员, 商会 in 协商会 and 局 in 局面 are none."""
    found = list(found)
    if not found:
        return []
    words = list(words)
    inside = {place: word for word in words for place in range(word.start + 1, word.end)}
    starts = {word.start for word in words}
    kept = []
    for head in found:
        left = inside.get(head.start)
        if left is not None and left.text in name_words().not_heads:
            continue
        trade = left is not None and (left.tag.startswith("v") or left.text in name_words().trades_in_gong)
        if trade and head.text == "工会" and head.start + 1 not in starts:
            left = None  # 二|建工|会 is a cut of the dictionary
        cut = left is not None and len(head.text) <= 2 and left.tag != "m" and view[left.start] not in _COUNTERS
        if left is not None and cut and (left.end != head.end or head.text == "商会"):
            continue
        right = inside.get(head.end)
        if right is not None and len(head.text) <= 3 and _runs_on(view, head, right):
            continue
        kept.append(head)
    return kept


def _runs_on(view: str, head: HeadWord, word: Token) -> bool:
    """Whether a word that runs over the end of a head still does when the words are cut anew from the head on (not so 协会|签订)."""
    if word.start == head.start:
        return len(head.text) == 1 and not view.startswith(head.text, head.end)  # 城运局|局长
    anew = tokens(view[head.start : head.end + 4], head.start)
    return any(token.start < head.end < token.end for token in anew)
