"""Bodies that only the article tells: 公司 after a company was named, 该学院, 公司工会 after their like were."""

from collections.abc import Iterable, Iterator, Sequence

from graph.extract.body_again import firm_of
from graph.extract.body_parts import Name
from graph.extract.edges import Known, clause_start, parts_before
from graph.extract.lexicon import HeadWord, name_words
from graph.records import Article, Block, Mention, Page

__all__ = ["find"]

_NOTHING = Known({}, {})
_BEFORE = frozenset("该与和由向对在及让请被给到经从")  # characters before 公司工会 that are no part of a name
_NOT_ONE = frozenset("家各某两几多些每子分母总")  # characters before 公司 that make it one of several or a part


def find(page: Page, article: Article, names: Sequence[Name], loose: Iterable[HeadWord], taken: set[int]) -> Iterator[Mention]:
    """The deictic mentions among the heads without a name of their own (`loose`), outside `taken`, whose places are extended."""
    for head in loose:
        block = next(b for b in article.blocks if b.start <= head.start < b.end)
        if head.family.type == "Union":
            found = _union(page.view, head, block, names)
        else:
            found = _company(page.view, head, block, names) or _this(page.view, head, names)
        if found is not None and taken.isdisjoint(range(found[0], head.end)):
            start, kind, rule = found
            taken.update(range(start, head.end))
            yield Mention(kind, start, head.end, page.view[start : head.end], article.id, rule)


def _company(view: str, head: HeadWord, block: Block, names: Sequence[Name]) -> tuple[int, str, str] | None:
    """公司 alone, when a company was named before."""
    if head.text != "公司" or view.startswith("工会", head.end) or view[head.start - 1 : head.start] in _NOT_ONE:
        return None
    parts = parts_before(view, clause_start(view, block.start, head.start), head.start, _NOTHING)
    if parts and not (len(parts) == 1 and parts[0].text == "服务"):
        return None
    if not any(_is_firm(name) and name.start < head.start for name in names):
        return None
    return head.start, "Company", "company.deictic"


def _is_firm(name: Name) -> bool:
    """Whether a name is an enterprise's, or that of the union of an enterprise without legal form (远洋三建工会)."""
    return name.family.type == "Company" or firm_of(name) is not None


def _this(view: str, head: HeadWord, names: Sequence[Name]) -> tuple[int, str, str] | None:
    """该学院, 该集团, after a body with the same head was named."""
    if view[head.start - 1 : head.start] != "该" or head.text not in name_words().unit_words or view.startswith("工会", head.end):
        return None
    last = next((n for n in reversed(names) if n.start < head.start and view[n.start : n.end].endswith(head.text)), None)
    return None if last is None else (head.start - 1, last.family.type, f"{last.family.type.lower()}.deictic")


def _union(view: str, head: HeadWord, block: Block, names: Sequence[Name]) -> tuple[int, str, str] | None:
    """公司工会, 学院工会: the union of a unit that was named before and ends in the same noun."""
    if head.text not in {"工会", "工会委员会"}:
        return None
    if view[head.start - 1 : head.start] == "该" and view[head.start - 2 : head.start - 1] not in {"应", "本"}:
        named = any(name.family.type == "Union" and name.start < head.start for name in names)
        return (head.start - 1, "Union", "union.deictic") if named else None
    units = sorted((unit for unit in name_words().unit_words if view.endswith(unit, block.start, head.start)), key=len)
    if not units:
        return None
    unit, start = units[-1], head.start - len(units[-1])
    before = view[max(block.start, start - 1) : start]
    if ("一" <= before <= "鿿" and before not in _BEFORE) or (len(unit) == 1 and before == "、"):
        return None
    firm = unit in {"公司", "集团", "企业"}
    endings = (unit[-2:], unit[-2:] + "工会")
    if not any(n.start < head.start and (view[n.start : n.end].endswith(endings) or (firm and _is_firm(n))) for n in names):
        return None
    return start, "Union", "union.unit.deictic"
