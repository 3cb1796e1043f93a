"""Bodies without a head of their own in a list that says what they are: 亿纬动力、长城汽车等企业; 微纳园、综保区等8家试点单位."""

import re
from collections.abc import Iterator

from graph.extract.edges import Known, Part, clause_start, parts_before
from graph.extract.lexicon import name_words
from graph.extract.segments import tokens

__all__ = ["listed"]

_NUMBER = r"(?:[\d一二三四五六七八九十百两几多余]+(?:家|个|户)?)?"
_COMPANIES = r"[\u4e00-\u9fff]{0,6}?(?:企业|公司|厂家|车企|药企|厂商)"
_UNITS = r"(?:[\u4e00-\u9fff]{0,8}?(?:试点|示范|成员|先进|获奖|优秀|优胜|参赛|共建|合作))?单位"
_END = re.compile(rf"等{_NUMBER}(?:(?P<company>{_COMPANIES})|(?P<unit>{_UNITS}))")
_SEPARATOR = re.compile(r"[、和与及]\Z")
_SMALL = frozenset("的了着等该各某每与和及在对向从被把让将")
_ZONE = re.compile(r"[\u4e00-\u9fff]{2,18}(?:园|区|城|港|基地)")


def listed(view: str, start: int, end: int, known: Known) -> Iterator[tuple[int, int, str]]:
    """(start, end, type) of the names right before 等企业 or 等单位 and, over 、 and 和, left of them.

    In a list of units only zones and parks are taken: other members have heads of their own.
    """
    for match in _END.finditer(view, start, end):
        stop = match.start()
        while True:
            begin = clause_start(view, start, stop)
            parts = parts_before(view, begin, stop, known)
            between = view[begin - 1 : begin] == "、" and match["company"] and _whole(view[begin:stop])
            if not parts and not between:
                break
            first = begin if between else parts[0].start
            if match["company"] and (between or _branded(parts)):
                yield first, stop, "Company"
            elif match["unit"] and _ZONE.fullmatch(view, first, stop) and not any(p.kind in {"every", "tier"} for p in parts):
                yield first, stop, "Organization"
            elif parts[-1].kind not in {"body", "union"}:
                break
            separator = _SEPARATOR.search(view, max(start, first - 1), first)
            if separator is None:
                break
            stop = separator.start()


def _whole(item: str) -> bool:
    """Whether all that stands between two 、 of a list of enterprises can be one name: no verb at its head, no small word in it."""
    if not 3 <= len(item) <= 12 or not item.isalnum():
        return False
    words = name_words()
    found = tokens(item)
    if any(len(t.text) > 1 and (t.text in words.stop_words | words.role_words or t.tag[0] in "pcdru") for t in found):
        return False
    return not set(item) & _SMALL and not all(t.text in words.general_words for t in found)


def _branded(parts: list[Part]) -> bool:
    """Whether the parts hold a brand of two characters or more, known or unknown to the dictionary."""
    if any(part.text in name_words().brands for part in parts):
        return True
    if any(part.kind in {"every", "tier", "zone", "union", "verb", "body"} for part in parts):
        return False
    brand = "".join(part.text for part in parts if part.kind == "brand")
    return len(brand) >= 2 and 3 <= parts[-1].end - parts[0].start <= 12
