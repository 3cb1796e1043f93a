"""Later mentions of bodies that the article has named in full: shortened names (瑞特公司 for 江苏瑞特电子设备有限公司), 以下简称, 公司 alone."""

import re
from collections.abc import Iterable, Sequence

from graph.extract.body_names import Name
from graph.extract.edges import Known, clause_start, parts_before
from graph.extract.lexicon import HeadWord, name_words
from graph.extract.segments import tokens
from graph.records import Article, Mention, Page

__all__ = ["find"]

_CALLED = re.compile(r"[^。;!?()、\n]{0,12}\((?:以下|下|后文|文中)?(?:统称|简称|称)[为:]?[“\"]?([\w·]{2,12})[”\"]?\)")
_LEGAL = frozenset({"company.legal", "company.short"})
_NOT_ONE = frozenset("家各某两几多些每子分母总")


def find(page: Page, article: Article, names: Sequence[Name], found: Sequence[Mention], loose: Sequence[HeadWord]) -> list[Mention]:
    """The later mentions that lie outside `found`; `loose` are heads without a name of their own (公司, 工会)."""
    taken = sorted((m.start, m.end) for m in found)
    again: list[Mention] = []
    for alias, name in _aliases(page.view, names).items():
        for block in article.blocks:
            place = page.view.find(alias, max(block.start, name.end), block.end)
            while place >= 0:
                end = place + len(alias)
                if _free(place, end, taken) and _at_words(page.view, place, end, block.start, block.end):
                    again.append(_again(page, article, place, end, name))
                    taken.append((place, end))
                place = page.view.find(alias, end, block.end)
    return again + _deictic(page, article, names, taken, loose)


def _aliases(view: str, names: Iterable[Name]) -> dict[str, Name]:
    """Shortened names -> the full name they stand for; an alias that two names share is none."""
    found: dict[str, Name | None] = {}
    for name in names:
        if name.sort != "full":
            continue
        called = _CALLED.match(view, name.end)
        own = {called[1]} if called else set()
        own |= _shortened(view, name)
        for alias in own - {view[name.start : name.end]}:
            other = found.get(alias, name)
            same = other is not None and view[other.start : other.end] == view[name.start : name.end]
            found[alias] = (other if same else None) if alias in found else name
    return {alias: name for alias, name in sorted(found.items(), key=lambda item: (-len(item[0]), item[0])) if name is not None}


def _shortened(view: str, name: Name) -> set[str]:
    """What a full name is shortened to: without its region, without its legal form, the brand with 公司 or 集团."""
    parts = list(name.parts)
    while parts and parts[0].kind in {"region", "prefix"}:
        parts = parts[1:]
    if not parts:
        return set()
    start = parts[0].start
    short = {view[start : name.end]} if parts[0].kind != "general" and name.end - start >= 4 else set()
    if name.family.name not in _LEGAL:
        return {s for s in short if name.family.type != "Union" or parts[0].kind not in {"general", "verb"}}
    brand_end = start
    for part in parts:
        if part.kind != "brand":
            break
        brand_end = part.end
    brand = view[start:brand_end]
    if len(brand) < 2:
        return short
    stem = view[name.start : start]
    ends = [part.end for part in parts if part.kind != "bracket"]
    bodies = {view[start:end] for end in ends}
    if len(tokens(brand)) == 1 and tokens(brand)[0].tag[:1] in "nva" and not tokens(brand)[0].tag.startswith(("nz", "nr", "nt")):
        bodies.discard(brand)
    if parts[-1].kind in {"field", "verb"} and name.family.name == "company.legal":
        short.add(parts[-1].text + "公司")
    short |= bodies | {brand + "公司", brand + "集团"} | {stem + body for body in bodies if stem}
    return short


def _at_words(view: str, start: int, end: int, floor: int, ceiling: int) -> bool:
    """Whether no dictionary word runs over the edges of the span."""
    left, right = max(floor, start - 8), min(ceiling, end + 8)
    return all(not (t.start < start < t.end or t.start < end < t.end) for t in tokens(view[left:right], left) if t.end - t.start > 1)


def _deictic(page: Page, article: Article, names: Sequence[Name], taken: list[tuple[int, int]], loose: Iterable[HeadWord]) -> list[Mention]:
    """公司 alone after a company in the same paragraph; 公司工会, 学院工会 after the unit in the article."""
    found = []
    view, words = page.view, name_words()
    for head in loose:
        block = next(b for b in article.blocks if b.start <= head.start < b.end)
        if head.family.type == "Union" and head.text in {"工会", "工会委员会"}:
            unit = next((u for u in sorted(words.unit_words, key=len, reverse=True) if view.startswith(u, head.start - len(u))), None)
            if unit is None or not _named(view, names, article.blocks[0].start, head.start, unit):
                continue
            start, rule, kind = head.start - len(unit), "union.unit.deictic", "Union"
        elif head.text == "公司" and _lone(view, head, block.start) and any(n.family.type == "Company" and n.start < head.start for n in names):
            start, rule, kind = head.start, "company.deictic", "Company"
        else:
            continue
        if _free(start, head.end, taken):
            found.append(Mention(kind, start, head.end, view[start : head.end], article.id, rule))
            taken.append((start, head.end))
    return found


def _lone(view: str, head: HeadWord, floor: int) -> bool:
    """Whether 公司 stands alone: no part of a name, not one of several."""
    if view.startswith("工会", head.end) or view[head.start - 1 : head.start] in _NOT_ONE:
        return False
    parts = parts_before(view, clause_start(view, floor, head.start), head.start, Known({}, {}))
    return not parts or (parts[-1].text == "服务" and len(parts) == 1)


def _named(view: str, names: Iterable[Name], floor: int, end: int, unit: str) -> bool:
    return any(floor <= n.start < end and view[n.start : n.end].endswith(unit[-2:]) for n in names)


def _again(page: Page, article: Article, start: int, end: int, name: Name) -> Mention:
    return Mention(
        type=name.family.type, start=start, end=end, text=page.view[start:end], article=article.id,
        rule=f"{name.family.type.lower()}.again", name=page.view[name.start : name.end],
    )  # fmt: skip


def _free(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    return all(end <= first or last <= start for first, last in taken)
