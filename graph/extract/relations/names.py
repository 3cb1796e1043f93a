"""partOfInitiative by how names are made: 工会+ -> 工会+法律, 母子合同 -> 母合同, 六型模式 -> 专家型模式, 工会驿站 -> 某社区工会驿站."""

import re
from collections.abc import Iterator, Mapping

from graph.extract.initiatives.scheme_houses import names_one_of
from graph.records import Entity

_MARKS = "“”‘’「」『』《》()· "
_Index = Mapping[str, list[str]]  # name without marks -> ids of the initiatives called so


def core(name: str) -> str:
    """A name without quotation marks, brackets, dots and spaces."""
    return "".join(c for c in name if c not in _MARKS)


def _plus(name: str, index: _Index) -> Iterator[tuple[str, str]]:
    """Names that begin with this one, which ends in a plus: 工会+."""
    if name.endswith("+"):
        for other, ids in index.items():
            if other.startswith(name) and other != name:
                yield from ((child, "parts.plus") for child in ids)


def _pairs(name: str, index: _Index) -> Iterator[tuple[str, str]]:
    """Names that have one each of a pair of modifiers in this one: 母子合同 -> 母合同, 子合同."""
    for at in range(len(name) - 3):
        one, other, head = name[at], name[at + 1], name[at + 2 :]
        if one != other and one + head in index and other + head in index:
            for child in (*index[one + head], *index[other + head]):
                yield child, "parts.pair"


_DOT = re.compile("[·—:]")
_NUMBERED = re.compile(r"(?:[二三四五六七八九十两]|[2-9])(?P<tail>[型个大项级化][^、,+]{2,})")


def _numbered(name: str, index: _Index) -> Iterator[tuple[str, str]]:
    """Names with the same tail as one that counts them: 六型创新模式 -> 专家型创新模式."""
    hit = _NUMBERED.fullmatch(name)
    if hit:
        for other, ids in index.items():
            if other != name and other.endswith(hit["tail"]) and not _NUMBERED.fullmatch(other):
                yield from ((child, "parts.numbered") for child in ids)


def _dotted(initiatives: Mapping[str, Entity]) -> Iterator[tuple[str, str, str]]:
    """Names that go on behind this one with a dot or dash: 普惠日 -> 普惠日·骑手服务季. A slogan that has dots itself has no parts."""
    for whole, name in ((id_, entity.name) for id_, entity in initiatives.items()):
        if len(name) > 3 and not _DOT.search(name):
            for part, entity in initiatives.items():
                if entity.name.startswith(name) and _DOT.match(entity.name, len(name)):
                    yield part, whole, "parts.dotted"


def _houses(name: str, index: _Index) -> Iterator[tuple[str, str]]:
    """Houses of a scheme by their own place or sort: 工会驿站 -> 灯塔社区工会驿站, 智能化工会驿站."""
    for other, ids in index.items():
        if len(name) > 3 and other.endswith(name) and other != name and names_one_of(other.removesuffix(name)):
            yield from ((child, "parts.house") for child in ids)


def parts(initiatives: Mapping[str, Entity]) -> Iterator[tuple[str, str, str]]:
    """(part, whole, rule) for initiatives of one article, by their names; a part may come with several wholes."""
    index: dict[str, list[str]] = {}
    for entity in initiatives.values():
        index.setdefault(core(entity.name), []).append(entity.id)
    yield from _dotted(initiatives)
    for whole, entity in initiatives.items():
        for make in (_plus, _pairs, _numbered, _houses):
            yield from ((part, whole, rule) for part, rule in make(core(entity.name), index) if part != whole)
