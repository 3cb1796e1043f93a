"""Whether words that look like a body's name are one: unions in general, units told by a number, names too thin."""

import re
from collections.abc import Sequence

from graph.extract.language.edges import Part
from graph.extract.language.lexicon import HeadWord
from graph.extract.language.segments import tokens
from graph.extract.places.gazetteer import gazetteer
from graph.extract.places.place_letters import place_letters

__all__ = ["is_attribute", "numbered", "of_several", "thin"]

_COUNTED = re.compile(r"[一二两三四五六七八九十几多\d]+(?:级|地|城|市|省|县|区|方|国)")
_UNITS = frozenset({"公司", "厂", "分厂", "总厂"})
_TOWN = 4
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
    """Whether the unions of several places or levels are meant: 三级工会, 五城工会, 川渝工会, 京津冀工会."""
    name = "".join(part.text for part in parts)
    if head.family.type != "Union" or any(division.level < _TOWN for division in gazetteer().candidates(name)):  # 辽宁
        return False
    return _COUNTED.fullmatch(name) is not None or (2 <= len(name) <= 4 and set(name) <= place_letters())


def thin(parts: list[Part]) -> bool:
    """Whether nothing proper but a single character stands in the parts: 办厂, 出医院 (but 云|胶集团, 二|建工会)."""
    if [len(part.text) for part in parts] == [1, 1] and parts[-1].kind == "brand":
        return False
    return sum(len(part.text) for part in parts if part.kind in _PROPER or part.kind == "number") == 1
