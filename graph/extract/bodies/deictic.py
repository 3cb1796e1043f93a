"""Bodies that only the article tells: 公司 after a company was named, 该学院, 公司工会 after their like were."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from graph.extract.bodies.again import firm_of
from graph.extract.bodies.groups import MANY
from graph.extract.bodies.parts import Name
from graph.extract.language.edges import Known, clause_start, parts_before
from graph.extract.language.lexicon import HeadWord, name_words
from graph.extract.language.segments import tokens
from graph.records import Article, Block, Mention, Page

__all__ = ["find"]

_Found = tuple[int, int, str, str, str | None]  # start, end, type, rule, full name
_PARTY_POST = re.compile(r"(?:副书记|书记|委员|常委)、")
_NOTHING = Known({}, {})
_GOING, _WITHIN = frozenset("入下出进回离"), frozenset("上里下内")
_AT = frozenset("在内里外上")  # the dictionary has 站在, 校内
_NOT_ONE = frozenset("家各某两几多些每子分母总")  # characters before 公司 that make it one of several or a part


def find(page: Page, article: Article, names: Sequence[Name], loose: Iterable[HeadWord], taken: set[int]) -> Iterator[Mention]:
    """The deictic mentions outside `taken`, whose places are extended: 该厂 and the like, and those among the heads without a name of
    their own (`loose`)."""
    for start, end, kind, rule, name in [*_pointed(page.view, article, names), *_headed(page.view, article, names, loose)]:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            yield Mention(kind, start, end, page.view[start:end], article.id, rule, name)


def _headed(view: str, article: Article, names: Sequence[Name], loose: Iterable[HeadWord]) -> Iterator[_Found]:
    for head in loose:
        block = next(b for b in article.blocks if b.start <= head.start < b.end)
        if head.family.name == "union.federation":
            found = _federation(view, head, names) or _tail(view, head, block, names)
        elif head.family.type == "Union":
            found = _union(view, head, block, names)
        else:
            found = _company(view, head, block, names) or _alone(view, head, block, names)
            found = found or _tail(view, head, block, names) or _house(view, head, block)
        if found is not None:
            yield found


def _pointed(view: str, article: Article, names: Sequence[Name]) -> Iterator[_Found]:
    """该段, 该校, 该学院 and their unions: the body named last whose name ends so."""
    endings = name_words().pointed
    for block in article.blocks:
        for match in _pointers().finditer(view, block.start, block.end):
            noun, union = match[1], match[2]
            fitting = (n for n in reversed(names) if n.end <= match.start())
            last = next((n for n in fitting if _unit(view, n).endswith(endings[noun])), None)
            if last is None or view[match.start() - 1 : match.start()] in {"应", "本"} or _inside_word(view, match.end(), block.end):
                continue
            name, kind = _unit(view, last), last.family.type
            if union:
                yield match.start(), match.end(), "Union", "union.unit.deictic", name + union
            elif kind != "Union":
                yield match.start(), match.end(), kind, f"{kind.lower()}.deictic", name


def _unit(view: str, name: Name) -> str:
    """The body, or that whose union it is."""
    return view[name.start : name.end].removesuffix("工会") if name.family.name == "union.unit" else view[name.start : name.end]


def _inside_word(view: str, end: int, last: int) -> bool:
    """Whether a noun ends within a word of the dictionary: 该|厂房, 该|院士; not 该校|内, 该站|在."""
    first = tokens(view[end - 1 : min(end + 3, last)], end - 1)[0]
    return view[end : end + 1] not in _AT and first.end > end


@cache
def _pointers() -> re.Pattern[str]:
    nouns = "|".join(sorted(name_words().pointed, key=len, reverse=True))
    return re.compile(rf"该({nouns})(工会委员会|工会)?")


def _federation(view: str, head: HeadWord, names: Sequence[Name]) -> _Found | None:
    """联合工会, 工联会 alone after a union whose name ends so."""
    several = view.startswith(("组建", "建设"), head.end) or MANY.match(view, head.end)
    if several or view[head.start - 1 : head.start] in name_words().of_many:
        return None
    last = next((n for n in reversed(names) if n.end <= head.start and view[n.start : n.end].endswith(head.text)), None)
    return None if last is None else (head.start, head.end, "Union", "union.deictic", view[last.start : last.end])


def _alone(view: str, head: HeadWord, block: Block, names: Sequence[Name]) -> _Found | None:
    """分行, 学院, 帮扶中心 alone after a body whose name ends so."""
    zone = _of_zone(view, head, names)
    if zone is not None:
        return zone
    before, after = view[head.start - 1 : head.start], view[head.end : head.end + 1]
    if view.startswith("工会", head.end) and head.text in name_words().unit_words:  # of its union
        return None
    if head.text not in name_words().alone or before == "、" or after in {"、", "和", "等"} or not _apart(before):
        return None
    if parts_before(view, clause_start(view, block.start, head.start), head.start, _NOTHING):
        return None
    if len(head.text) == 1 and (before in _GOING or after in _WITHIN):  # 入|矿, 矿|上
        return None
    last = next((n for n in reversed(names) if n.end <= head.start and view[n.start : n.end].endswith(head.text)), None)
    if last is None or (last.family.type == "Union" and head.text != "联合会"):
        return None
    kind = last.family.type
    return head.start, head.end, kind, f"{kind.lower()}.deictic", view[last.start : last.end]


def _tail(view: str, head: HeadWord, block: Block, names: Sequence[Name]) -> _Found | None:
    """The end of a name that was given in full, longer than its head: 职工艺术团 of 某市总工会职工艺术团."""
    firm = head.family.type == "Company" and head.text != "厂"
    several = view[head.end : head.end + 1] in {"、", "等"} or MANY.match(view, head.end)
    if several or firm or head.text == "联盟":  # that of workshops is an initiative
        return None
    floor = clause_start(view, block.start, head.start)
    for name in reversed(names):
        if name.end > head.start or name.family.type != head.family.type or not view.endswith(head.text, name.start, name.end):
            continue
        start, end = head.start, name.end - len(head.text)
        while start > floor and end > name.start and view[start - 1] == view[end - 1]:
            start, end = start - 1, end - 1
        if name.start < end and start < head.start and _begins(view, block, start):
            kind = name.family.type
            return start, head.end, kind, f"{kind.lower()}.deictic", view[name.start : name.end]
    return None


def _begins(view: str, block: Block, start: int) -> bool:
    """Whether a name may begin at a place: no 、 and no character of a name before it, and no word runs over it."""
    before = view[max(block.start, start - 8) : start]
    line = tokens(view[start - len(before) : start + 4], start - len(before))
    if before.endswith(("、", "各", "每", "个", "家", "支")) or any(token.start < start < token.end for token in line):
        return False
    last = next((token for token in line if token.end == start), None)
    if last is None or not last.text[-1].isalnum() or last.tag[0] in "pcu":
        return True
    return last.text in name_words().stop_characters | name_words().stop_words


def _house(view: str, head: HeadWord, block: Block) -> _Found | None:
    """文化馆, 职工服务中心 alone: that of the article's home, where it stands in no list and nothing makes it one of several."""
    if head.text not in name_words().houses or block.role != "body" or view.startswith(name_words().after_house, head.end):
        return None
    before = view[max(block.start, head.start - 8) : head.start]
    if before.endswith(("、", "和", "及", "与", "“", "”", *name_words().not_one_house)):
        return None
    last = tokens(before)[-1].text if before else ""
    ends = not last or not last.isalnum() or last in name_words().stop_characters | name_words().stop_words
    return (head.start, head.end, "Organization", "org.house.bare", None) if ends else None


def _of_zone(view: str, head: HeadWord, names: Sequence[Name]) -> _Found | None:
    """管委会 in the second post of one who has the first in the party committee of a zone: 某新区党工委书记、管委会主任."""
    last = next((n for n in reversed(names) if n.end <= head.start), None)
    if head.text != "管委会" or last is None or not view.endswith("党工委", last.start, last.end):
        return None
    if _PARTY_POST.fullmatch(view, last.end, head.start) is None:
        return None
    full = view[last.start : last.end].removesuffix("党工委") + head.text
    return head.start, head.end, "Organization", "organization.deictic", full


def _company(view: str, head: HeadWord, block: Block, names: Sequence[Name]) -> _Found | None:
    """公司 alone, when a company was named before."""
    if head.text not in {"公司", "集团", "集团公司"} or view.startswith("工会", head.end) or view[head.start - 1 : head.start] in _NOT_ONE:
        return None
    parts = parts_before(view, clause_start(view, block.start, head.start), head.start, _NOTHING)
    if parts and not (len(parts) == 1 and parts[0].text == "服务"):
        return None
    if head.text != "公司":
        if not _apart(view[head.start - 1 : head.start]):
            return None
        last = next((n for n in reversed(names) if n.end <= head.start and _is_group(view, n)), None)
        return None if last is None else (head.start, head.end, "Company", "company.deictic", view[last.start : last.end])
    if not any(_is_firm(name) and name.start < head.start for name in names):
        return None
    return head.start, head.end, "Company", "company.deictic", None


def _apart(before: str) -> bool:
    """Whether the character before 公司工会 or 集团 is no part of a name and does not make it one of many."""
    return not "一" <= before <= "鿿" or before == "兼" or (before in name_words().stop_characters and before not in "各每某其")


def _is_group(view: str, name: Name) -> bool:
    return name.family.type == "Company" and "集团" in view[name.start : name.end] and not view.endswith("分公司", 0, name.end)


def _is_firm(name: Name) -> bool:
    """Whether a name is an enterprise's, or that of the union of an enterprise without legal form (远洋三建工会)."""
    return name.family.type == "Company" or firm_of(name) is not None


def _union(view: str, head: HeadWord, block: Block, names: Sequence[Name]) -> _Found | None:
    """公司工会, 学院工会: the union of a unit that was named before and ends in the same noun."""
    if head.text not in {"工会", "工会委员会"}:
        return None
    if view[head.start - 1 : head.start] == "该" and view[head.start - 2 : head.start - 1] not in {"应", "本"}:
        named = any(name.family.type == "Union" and name.start < head.start for name in names)
        return (head.start - 1, head.end, "Union", "union.deictic", None) if named else None
    units = sorted((unit for unit in name_words().unit_words if view.endswith(unit, block.start, head.start)), key=len)
    if not units:
        return None
    unit, start = units[-1], head.start - len(units[-1])
    before = view[max(block.start, start - 1) : start]
    if not _apart(before) or (len(unit) == 1 and before == "、"):
        return None
    firm = unit in {"公司", "集团", "企业"}
    endings = name_words().pointed.get(unit, (unit[-2:],))
    if not any(n.start < head.start and (_unit(view, n).endswith(endings) or (firm and _is_firm(n))) for n in names):
        return None
    return start, head.end, "Union", "union.unit.deictic", None
