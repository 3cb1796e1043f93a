"""Villages and communities, which no list of divisions has: behind the town or county they lie in, beside another, or again."""

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.extract.places import Place
from graph.records import Article, Mention, Page

__all__ = ["find"]

_HEAD = re.compile(r"(?<![农乡])村(?=村|(?!民|级|委|支|党|干|镇|口|落|庄|居|医|务|史|屯|里))|社区(?=[的居村]|$|\W)")
_JOIN = frozenset("、和与及")
_LONGEST = 4
_NEVER = frozenset("的了着在与由对是有等及从向到被把让给将并或各每全数几多某驻该此两")
_KINDS = frozenset({"行政", "自然", "重点", "贫困", "示范", "中心", "城中", "试点", "帮扶", "脱贫", "美丽", "先进", "挂点", "多个", "本"})


def find(page: Page, article: Article, places: Sequence[Place]) -> Iterator[Mention]:
    """The villages of an article in order; a path (某镇某某村) is one mention, its `name` the village alone.

    `places` are the article's divisions: a name of two to four characters begins right behind one that is a county or a town, or behind 、
    and 和 after another village; later it may stand alone.
    """
    upper = {p.end: p for p in places if p.division is not None and p.division.level > 2}
    known: set[str] = set()
    for block in article.blocks:
        last = -1
        for match in _HEAD.finditer(page.view, block.start, block.end):
            found = _behind(page.view, match, upper) or _beside(page.view, match, last) or _again(page.view, match, known)
            if found is None:
                continue
            start, name = found
            last = match.end()
            known.add(name)
            yield Mention("Region", start, last, page.view[start:last], article.id, "region.village", name)


def _behind(view: str, head: re.Match[str], upper: Mapping[int, Place]) -> tuple[int, str] | None:
    for start in range(head.start() - 2, head.start() - _LONGEST - 1, -1):
        if start in upper and _is_name(view[start : head.start()]):
            return upper[start].start, view[start : head.end()]
    return None


def _beside(view: str, head: re.Match[str], last: int) -> tuple[int, str] | None:
    start = last + 1
    if last < 0 or view[last : last + 1] not in _JOIN or not 2 <= head.start() - start <= _LONGEST:
        return None
    return (start, view[start : head.end()]) if _is_name(view[start : head.start()]) else None


def _again(view: str, head: re.Match[str], known: set[str]) -> tuple[int, str] | None:
    name = next((name for name in sorted(known) if view.endswith(name, 0, head.end())), None)
    return (head.end() - len(name), name) if name is not None else None


def _is_name(text: str) -> bool:
    return text.isalpha() and text not in _KINDS and not set(text) & _NEVER
