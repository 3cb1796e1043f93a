"""Later mentions of bodies that the article names in full: shortened names (瑞丰公司 for 某省瑞丰电子仪器有限公司) and 以下简称."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import ahocorasick_rs

from graph.extract.bodies.groups import FOUNDED
from graph.extract.bodies.parts import Name
from graph.extract.language.lexicon import heads, name_words
from graph.extract.language.name_parts import Part
from graph.extract.language.segments import tokens
from graph.records import Article, Mention, Page

__all__ = ["find", "firm_of", "full_names"]

_CALLED = re.compile(r"[^。;!?()、\n]{0,12}\((?:以下|下|后文|文中)?(?:统称|简称|称)[为:]?[“\"]?([\w·]{2,12})[”\"]?\)")
_UNION = re.compile(r"工会(?:委员会)?")
_GROUP = re.compile(r"(?:领导|协调)小组(?:办公室)?\Z")
_VISITORS = re.compile(r"(?:调研|考察|督导|督查|慰问|检查|观摩|验收|工作|蹲点|帮扶|指导|巡视|巡察|调查|走访)(?:组|团|队)\Z")
_SOCIETIES = ("协会", "学会", "商会", "联合会", "联合工会")  # 快递行业协会 of a city
_LEGAL = frozenset({"company.legal", "company.short"})


def find(page: Page, article: Article, aliases: Mapping[str, Name], taken: set[int]) -> Iterator[Mention]:
    """The later mentions that use no place in `taken`; their places are added to it. `name` of a mention is the full name."""
    if not aliases:
        return
    words = sorted(aliases)
    automaton = ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    for block in article.blocks:
        for index, first, last in automaton.find_matches_as_indexes(page.view[block.start : block.end]):
            start, end, name = block.start + first, block.start + last, aliases[words[index]]
            quoted = page.view[start - 1 : start] == "“" and page.view[end : end + 1] == "”"
            if quoted and not words[index].endswith(("公司", "集团", "会")):
                continue  # a brand in quotation marks is a project's
            if name.family.name == "org.visitors" and page.view[start - 1] in "个支各":  # 组成三个慰问组
                continue
            if taken.isdisjoint(range(start, end)) and _at_words(page.view, start, end, block.start, block.end):
                kind = name.family.type
                full = page.view[name.start : name.end]
                union = _UNION.match(page.view, end)
                if union is not None and kind != "Union":  # 油田公司工会
                    kind, full, end = "Union", full + union[0], union.end()
                taken.update(range(start, end))
                yield Mention(kind, start, end, page.view[start:end], article.id, f"{kind.lower()}.again", name=full)


def full_names(view: str, names: Iterable[Name]) -> dict[str, Name]:
    """Shortened names -> the full name they stand for; an alias that two names share is none."""
    found: dict[str, Name | None] = {}
    for name in names:
        society = view.endswith(_SOCIETIES, name.start, name.end)
        if name.sort == FOUNDED:
            found.setdefault(view[name.start : name.end], name)
        if name.sort != "full" and name.family.name != "organ.group" and not society:
            continue
        if name.family.name == "company.short" and len(name.parts) > 1 and name.parts[-1].end == name.end:  # 某某|稀土 before 党委
            found.setdefault(view[name.start : name.end], name)
        if name.family.name == "company.short" and name.parts[0].kind == "brand":
            continue
        firm = firm_of(name)
        if firm is not None:
            found.setdefault(view[firm.start : firm.end], firm)
        full = view[name.start : name.end]
        called = _CALLED.match(view, name.end)
        for alias in (_shortened(view, name) | ({called[1]} if called else set())) - {full}:
            other = found.get(alias, name)
            told = view[other.start : other.end] if other is not None else ""
            longer = other if len(told) >= len(full) else name  # the one may open with a parent that the other leaves out
            found[alias] = longer if told and (told.endswith(full) or full.endswith(told)) else None
    return {alias: name for alias, name in found.items() if name is not None}


def firm_of(union: Name) -> Name | None:
    """The enterprise of a union whose own part has no head: 远洋三建 of 远洋三建工会."""
    head = union.parts[-1].end if union.parts else union.start
    kinds = {part.kind for part in union.parts}
    if union.family.name != "union.unit" or not {"brand", "number"} <= kinds <= {"brand", "number", "field", "prefix"}:
        return None
    return Name(heads().family("公司"), union.start, head, "full", union.parts)


def _shortened(view: str, name: Name) -> set[str]:
    """What a full name is shortened to: without its region, without its legal form, the brand with 公司 or 集团."""
    first = next((i for i, part in enumerate(name.parts) if part.kind not in {"region", "prefix", "tier"}), None)
    if name.family.name == "organ.group":
        head = _GROUP.search(view, name.start, name.end)
        return {head[0]} if head else set()
    visitors = _VISITORS.search(view, name.start, name.end) if name.family.name == "org.visitors" else None
    if visitors is not None:
        return {visitors[0]}
    if name.family.name == "national.union":
        return _industry(view[name.start : name.end])
    if first is None:
        return set()
    parts = name.parts[first:]
    start = parts[0].start
    if parts[0].kind == "body" and len(parts) > 1 and name.end - parts[1].start >= 4 and parts[1].kind in {"region", "brand"}:
        start = parts[1].start  # 清河公司 of 蓝海集团清河公司
    own = parts[0].kind not in {"general", "verb"} or view.endswith(_SOCIETIES, name.start, name.end)
    short = {view[start : name.end]} if own and name.end - start >= 4 else set()
    short |= _tails(view, name)
    if name.family.name not in _LEGAL:
        return short
    if parts[-1].kind in {"field", "verb"} and name.family.name == "company.legal":
        short.add(parts[-1].text + "公司")
    if parts[0].kind == "body" and len(parts) > 2 and parts[1].kind == "region":  # 蓝海集团|某市|瑞泽|电子
        parts = parts[2:]
        start = parts[0].start
    brand = "".join(part.text for part in parts[: next((i for i, p in enumerate(parts) if p.kind != "brand"), len(parts))])
    if len(brand) < 2:
        named = view[start : parts[1].end] if _named(parts) else ""
        return short | ({named, named + "公司"} if named else set())
    bodies = {view[start : part.end] for part in parts if part.kind != "bracket"}
    bodies |= {view[start : part.start + 2] for part in parts if part.kind == "field" and len(part.text) == 4}  # 瑞泽电子(设备)
    bodies = {body for body in bodies if len(body) > 1}
    bodies |= {body + "公司" for body in bodies if not body.endswith("公司")}
    if _ordinary(brand) or (name.family.name == "company.short" and brand in name_words().brands):
        bodies.discard(brand)
    stem = view[name.start : start]
    group = {brand + "集团"} if "集团" in view[name.start : name.end] else set()
    return short | bodies | {brand + "公司"} | group | ({stem + body for body in bodies} if stem else set())


def _named(parts: Sequence[Part]) -> bool:
    """Whether a word of the dictionary that is no trade and a trade open the name of a firm behind its region: 盛隆|冶金."""
    words = name_words()
    known = words.name_words | words.general_words | words.industries
    first = parts[0]
    return len(parts) > 1 and first.kind == "field" and len(first.text) == 2 and first.text not in known and parts[1].kind == "field"


def _industry(name: str) -> set[str]:
    """民航工会 of 中国民航工会."""
    short = re.sub(r"^(?:中国|中华全国|全国)", "", name)
    return {short} if len(short) >= 4 and short not in {name, "总工会"} else set()


def _tails(view: str, name: Name) -> set[str]:
    """What a firm of a trade is called by its trade: 油田公司, 供电公司; and by place and trade, or place alone: 宝鸡机床 for
    宝鸡机床集团, 某地公司 for 某地有色集团股份有限公司."""
    own = [part for part in name.parts if part.kind != "bracket"]
    if len(own) > 1 and own[-1].kind == "brand" and name.family.name == "company.works" and view[name.end - 1] == "矿":
        return {view[own[-1].start : name.end]}  # 青禾矿 of 某某煤电青禾矿
    if len(own) < 2 or own[-1].kind not in {"field", "general", "verb", "number"}:
        return {"油田公司"} if name.family.name == "company.plain" and view.endswith("油田", 0, name.end) else set()
    if own[0].kind == "body" and own[-1].kind == "number":  # 六公司 of 中铁一局六公司
        return {view[own[-1].start : name.end]}
    found = {own[-1].text + "公司"} if name.family.name == "company.short" and view.endswith("公司", 0, name.end) else set()
    trade = own[1:]
    placed = own[0].kind == "region" and not own[0].text.endswith(("省", "市", "县", "区"))
    if name.family.name in _LEGAL and placed and all(part.kind in {"field", "verb"} for part in trade):
        found |= {own[0].text + "".join(part.text for part in some) for some in (trade, trade[:1])} | {own[0].text + "公司"}
    return found


def _ordinary(brand: str) -> bool:
    """Whether a brand is an everyday word of the dictionary (希望, 光明), too common to stand for the firm alone."""
    first = tokens(brand)[0]
    return first.text == brand and first.tag[0] in "nvad" and not first.tag.startswith(("nz", "nr", "nt"))


def _at_words(view: str, start: int, end: int, floor: int, ceiling: int) -> bool:
    """Whether no dictionary word runs over the edges of the span."""
    left, right = max(floor, start - 8), min(ceiling, end + 8)
    return all(
        not (t.start < start < t.end or t.start < end < t.end)
        for t in tokens(view[left:right], left)
        if len(t.text) > 1 and t.text not in {"公司党委", "矿工会"} and not t.text.startswith("工会")
    )
