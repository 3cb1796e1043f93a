"""The pieces that the name of a body is made of, and which of them a word is."""

import re
from dataclasses import dataclass

from graph.extract.language.lexicon import name_words
from graph.extract.language.segments import Token
from graph.extract.language.zone_words import is_zone_or_quarter

__all__ = ["TIERS", "Part", "kind_of", "lies_around"]

TIERS = frozenset("省市县区州盟旗镇乡村街")
_EVERY = frozenset(a + b for a in "全各" for b in "省市县区州镇乡村国地")
_STOP_TAGS = frozenset("pcudrytqi")
_FOREIGN = re.compile(r"(?=.*[A-Z])[A-Za-z0-9&.+·-]+")
_MEASURED = re.compile(r"(?:煤矿|研究|设计|局|院|厂|矿|公司|建|冶|航|附|中|小|分|医|项目|车间|工区|大队|支队|号|人民)")
_COUNTED = re.compile(r"[级类项个大家名位省市县区镇乡村]|$")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a name left of its head.

    Kinds: region, tier (a bare 县, 市 ...), zone, body, union, prefix (中国), brand, field, verb (a field word that may as well be a verb),
    general (says what sort of body, not which), number, bracket; `every` marks 全市, 各县, 县(市、区): no single body.
    """

    kind: str
    text: str
    start: int
    end: int


def kind_of(token: Token, right: str) -> str | None:
    """The kind of a word inside a name, or None when a name ends there; `right` is the text right of it."""
    words = name_words()
    text, tag = token.text, token.tag
    if text in words.prefixes:
        return "prefix"
    if text in words.brands:
        return "brand"
    if text in _EVERY:
        return "every"
    if text in words.no_part:
        return None
    if _FOREIGN.fullmatch(text):
        return "brand" if right else None
    if tag == "m":
        return None if text.endswith(("届", "次")) else _number(text, right)
    if len(text) == 1:
        single = "general" if text in words.general_words else "brand"
        return None if text in words.stop_characters or not text.isalnum() else single
    if is_zone_or_quarter().search(text):
        return "zone"
    if text in words.name_words:
        if tag == "f":  # 北方, 南方
            return "brand"
        return "verb" if tag.startswith("v") else "general" if text in words.general_words else "field"
    return "general" if text in words.general_words else _kind_of_tag(text, tag)


def _number(text: str, right: str) -> str | None:
    if text in name_words().stop_characters:  # 2025|年
        return None
    if text[0] == "第" or _MEASURED.match(right):
        return "number"
    return "brand" if len(text) == 1 and not text.isdigit() and not _COUNTED.match(right) else None


def _kind_of_tag(text: str, tag: str) -> str | None:
    if tag[0] in _STOP_TAGS or tag in {"x", "f", "z"}:
        return None
    if tag[0] == "v":
        return "verb" if tag == "vn" else None
    if tag == "ns":
        return "brand" if text[-1] in "店站厂矿港路" else "region"
    return "brand" if tag.startswith(("nr", "nt", "nz", "o", "e")) else "field"


def lies_around(outer: Part, inner: Part) -> bool:
    """Whether a region may lie around the next one; the label over an item (某市 某市总工会…, 某区 某市某区总工会…) does not."""
    label = outer.text == inner.text or (len(inner.text) > 2 and outer.text[-1] in "区县旗" and inner.text[-1] in "省市州盟")
    return outer.kind == "region" and not label
