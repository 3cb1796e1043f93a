"""Persons in a list: where a list of names stands, where each ends, and a name told by those on both sides of it."""

import re

from graph.extract.language.person_names import best, person_words, shaped
from graph.extract.places.gazetteer import gazetteer

__all__ = ["NAMES_LIST", "OF_PEOPLE", "between", "members"]

# What ends a name in a list: 等, what is handed to them, what they do.
_DOES = r"等|[颁授赠送]|[为参出陪获荣在带向对来赴先分作主讲被率深走看慰](?![一-鿿]?[、]|等)"
NAMES_LIST = re.compile(
    r"(?:(?<=[、向给到访望问邀])|(?<![一-鿿·]))(?:[一-鿿]{2,4}、){0,40}[一-鿿]{2,4}?(?:和[一-鿿]{2,3}?)?"
    rf"(?={_DOES}|[^一-鿿、]|\Z)"
)
_ITEM = re.compile(rf"[一-鿿]{{2,4}}?(?=[、和]|{_DOES}|[^一-鿿]|\Z)")
OF_PEOPLE = re.compile(
    r"等(?:(?:\d+|[一二两三四五六七八九十]+)[余多]?[名位人]|人(?![员工才])|[一-鿿]{0,8}?(?:人才|劳模|工匠|同志|师傅|代表|职工|选手))"
)


def members(view: str, start: int, end: int, limit: int) -> list[tuple[int, int]]:
    """(start, end) of the members of a list; what follows it, up to `limit`, tells where the last ends (赵文荣 in 赵文荣等)."""
    found = _ITEM.finditer(view, start, min(end + 2, limit))
    return [(item.start(), item.end()) for item in found if item.end() <= end]


def between(view: str, start: int, limit: int) -> int | None:
    """Where what stands between two 、 ends if it is shaped as a name and a clear name follows: 张三、孙今存、李四."""
    stop = view.find("、", start, min(limit, start + 4))
    text = view[start:stop]
    if view[start - 1] != "、" or stop - start not in {2, 3} or text[0] not in person_words().common or not shaped(text):
        return None
    right = best(view, stop + 1, limit)
    return stop if right is not None and right.closed and right.score >= 1.6 and not gazetteer().candidates(text) else None
