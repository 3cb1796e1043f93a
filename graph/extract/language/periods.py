"""The time that a figure is about, as written: 2023年, 今年以来, 近4年, 截至去年底, 每年."""

import re
from bisect import bisect_right
from collections.abc import Sequence

__all__ = ["PERIOD", "before", "find"]

_YEAR = r"(?:(?:19|20)\d\d年度?|今年|去年|前年|明年|当年|本年度?|上年度?|同年)"
_PART = r"(?:上半年|下半年|年初|年底|年末|年中|底|末|初|[一二三四]季度|前[一二三四五六七八九十\d]+个?月|以来|来|内)"
_MONTH = r"(?:[01]?\d月(?:份|底|初|中旬|上旬|下旬)?(?:[0-3]?\d日)?)"
_DATE = rf"(?:{_YEAR}(?:{_MONTH}|{_PART})?|{_MONTH})"
_COUNT = r"(?:\d+|[一二三四五六七八九十两几]+|数)"

#: One expression of time. Source: our own list, from reading union news.
PERIOD = (
    rf"(?:(?:截至|截止到?|到|至|自)?(?:{_DATE}(?:[至到-]{_DATE})?|目前|现在|上半年|年底|“?十[一二三四五]五”?(?:期间|以来)?)(?:以来|至今|期间|为止|间)?"
    rf"|(?<![这那头每哪])(?:近|过去|最近|连续)?{_COUNT}(?:余|多)?(?:年|个月)(?:间|来|以来|多来)?"
    r"|近年来?|近些年来?|多年来|近期|日前|近日|全年|年内|一直以来|长期以来|成立以来|开办以来|运行以来|启动以来|实施以来"
    r"|每(?:年|月|季度?|周|天|学期)|比?去年同期|当[天日])"
)
# What a figure is measured against is not its time: 比上年增长, 较去年, 在去年基础上.
_PERIOD = re.compile(f"(?:(?<![比较])(?:{PERIOD}))(?!的?基础上)")


def find(text: str, start: int, end: int, names: Sequence[tuple[int, int]] = ()) -> list[tuple[int, str]]:
    """The expressions of time in text[start:end] as (end offset, text), in order; those inside `names` (sorted spans) are left out."""
    found: list[tuple[int, str]] = []
    for match in _PERIOD.finditer(text, start, end):
        at = bisect_right(names, (match.start(), len(text))) - 1
        if at < 0 or names[at][1] <= match.start():
            found.append((match.end(), match[0]))
    return found


def before(found: Sequence[tuple[int, str]], place: int) -> str:
    """The last of the expressions of time that ends at or before `place`; "" when there is none."""
    at = bisect_right(found, place, key=lambda one: one[0]) - 1
    return found[at][1] if at >= 0 else ""
