"""Long and short forms of enterprise and institution names: their core, and whether one shortens the other."""

import re
from functools import lru_cache

from graph.extract.language.lexicon import heads, name_words
from graph.extract.language.segments import tokens
from graph.extract.places.gazetteer import Division, gazetteer

__all__ = ["core", "core_edges", "is_shortened"]

_LEGAL = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|集团公司|股份公司|总公司|分公司|子公司|公司|集团|控股|企业)+(?:分公司)?$")
_PART = re.compile(
    r"(?:分公司|支公司|分厂|总厂|厂|矿|支行|分行|营业部|分院|分校|车间|项目部|林场|农场|经营所|工区|[大中支]队|"
    r"[一二三四五六七八九十]公司)$"
)
_BRACKET = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=4096)
def core(name: str) -> str:
    """What tells an enterprise from others: its name without region, brackets and legal form (某省瑞丰电子仪器有限公司 -> 瑞丰电子仪器)."""
    bare = _BRACKET.sub("", name)
    ends = [0]
    for start, end, _ in gazetteer().scan(bare[:30]):
        if start != ends[-1] or end >= len(bare) - 1:
            break
        ends.append(end)
    stems = [_stem(bare[end:]) for end in ends]
    telling = [stem for stem in stems if stem and not all(token.text in name_words().general_words for token in tokens(stem))]
    return telling[-1] if telling else stems[0] or bare


def _stem(rest: str) -> str:
    """What stands between the region of a name and its legal form."""
    return _LEGAL.sub("", rest[1:] if rest.startswith(("省", "市")) else rest)


def core_edges(name: str) -> tuple[str, str]:
    """The two characters that open and that close the core of a name; what shortens another name shares one of them with it."""
    telling = core(name)
    return f"^{telling[:2]}", f"{telling[-2:]}$"


def is_shortened(short: str, full: str) -> bool:
    """Whether `short` may stand for `full`: its core begins or ends the other's, or skips characters but keeps both ends."""
    if "集团" in short and "集团" not in full:
        return False
    if len(short) >= len(full) and core(short) != core(full):
        return False
    if _apart(short, full):
        return False
    a, b = core(short), core(full)
    headed = full.startswith(short) and any(heads().knows(short[-size:]) for size in (2, 3))
    if headed and _PART.search(full) and len(_PART.sub("", full)) - len(short) > 1:
        return False  # 鞍钢矿业 is no 鞍钢矿业齐大山铁矿
    if len(a) < 2 or (_PART.search(full) and short in name_words().brands):  # a brand is more than one of its works
        return False
    builder = name_words().builders.match(full)
    if name_words().builders.fullmatch(short) or (builder is not None and len(a) < builder.end()):  # 中交集团 is no 中交一公局集团
        return a == b
    if b.startswith(a) or (len(a) >= 3 and b.endswith(a)) or (b.endswith(a) and short != a):
        return True
    return len(a) >= 3 and a[0] == b[0] and a[-2:] == b[-2:] and _skips(a, b)


def _apart(short: str, full: str) -> bool:
    """Whether the two names open with places that do not lie in each other and differ in nothing else (甲市机场, 乙市机场), or the
    short one has but a head behind its place (浙江大学 is no 西南交通大学)."""
    (here, a), (there, b) = _opening(short), _opening(full)
    if heads().knows(core(short)):
        return bool(here) and not any(x.code == y.code for x in here for y in there)
    within = gazetteer().within
    return a == b and bool(here and there) and not any(within(x.code, y.code) or within(y.code, x.code) for x in here for y in there)


def _opening(name: str) -> tuple[tuple[Division, ...], str]:
    """The divisions with which a name may open, and the rest of the name."""
    start, end, divisions = next(gazetteer().scan(name[:12]), (1, 0, ()))
    return (divisions, name[end:]) if start == 0 else ((), name)


def _skips(short: str, full: str) -> bool:
    """Whether the characters of `short` stand in `full` in their order."""
    rest = iter(full)
    return all(char in rest for char in short)
