"""partOfInitiative by how names are made: 工会+ -> 工会+法律, 母子合同 -> 母合同, 联席会议 -> 互联网+联席会议."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.records import Entity

_LEAST = 4  # characters that a whole's name must have to be seen in a longer one
_MARKS = "“”‘’「」『』《》()· "


def core(name: str) -> str:
    """A name without quotation marks, brackets, dots and spaces."""
    return "".join(c for c in name if c not in _MARKS)


@dataclass(frozen=True, slots=True)
class _Index:
    """Core name -> ids of the initiatives called so: by their name alone, and by any of their names."""

    by_name: Mapping[str, list[str]]
    by_alias: Mapping[str, list[str]]


def _index(initiatives: Iterable[Entity]) -> _Index:
    by_name: dict[str, list[str]] = {}
    by_alias: dict[str, list[str]] = {}
    for entity in initiatives:
        by_name.setdefault(core(entity.name), []).append(entity.id)
        for name in dict.fromkeys(core(n) for n in (entity.name, *entity.aliases)):
            by_alias.setdefault(name, []).append(entity.id)
    return _Index(by_name, by_alias)


def _plus(name: str, index: _Index) -> Iterator[tuple[str, str]]:
    """Names that begin with this one, which ends in a plus: 工会+."""
    if name.endswith("+"):
        for other, ids in index.by_name.items():
            if other.startswith(name) and other != name:
                yield from ((child, "parts.plus") for child in ids)


def _pairs(name: str, index: _Index) -> Iterator[tuple[str, str]]:
    """Names that have one each of a pair of modifiers in this one: 母子合同 -> 母合同, 子合同."""
    for at in range(len(name) - 3):
        one, other, head = name[at], name[at + 1], name[at + 2 :]
        if one != other and one + head in index.by_name and other + head in index.by_name:
            for child in (*index.by_name[one + head], *index.by_name[other + head]):
                yield child, "parts.pair"


_NUMBERED = re.compile(r"(?:[二三四五六七八九十两]|[2-9])(?P<tail>[型个大项级化][^、,+]{2,})")


def _numbered(name: str, index: _Index) -> Iterator[tuple[str, str]]:
    """Names with the same tail as one that counts them: 六型创新模式 -> 专家型创新模式."""
    hit = _NUMBERED.fullmatch(name)
    if hit:
        for other, ids in index.by_name.items():
            if other != name and other.endswith(hit["tail"]) and not _NUMBERED.fullmatch(other):
                yield from ((child, "parts.numbered") for child in ids)


def _listed(name: str, index: _Index) -> Iterator[tuple[str, str]]:
    """The members of a name that is a list: 初心引领、安心保障."""
    if "、" in name:
        for member in name.split("、"):
            if len(member) >= _LEAST - 1:
                yield from ((child, "parts.listed") for child in index.by_name.get(member, ()))


def _edges(name: str) -> set[str]:
    """The beginnings and ends of a name that may be a whole's name.

    In a formula (服务阵地+驿站) and in a list the shorter name is the part, not the whole.
    """
    if any(mark in name.removeprefix("互联网+") for mark in "+、,"):
        return set()
    return {name[:n] for n in range(_LEAST, len(name))} | {name[-n:] for n in range(_LEAST, len(name))}


def parts(initiatives: Mapping[str, Entity]) -> Iterator[tuple[str, str, str]]:
    """(part, whole, rule) for initiatives of one article, by their names; a part may come with several wholes."""
    index = _index(initiatives.values())
    for whole, entity in initiatives.items():
        name = core(entity.name)
        for make in (_plus, _pairs, _listed, _numbered):
            yield from ((part, whole, rule) for part, rule in make(name, index) if part != whole)
    for part, entity in initiatives.items():
        name = core(entity.name)
        own = {core(n) for n in (entity.name, *entity.aliases)}
        for edge in sorted(_edges(name)):
            for whole in index.by_alias.get(edge, ()):
                # Two initiatives each of which is called by a piece of the other's name are not part and whole.
                if whole != part and not _edges(core(initiatives[whole].name)) & own:
                    yield part, whole, "parts.name"
