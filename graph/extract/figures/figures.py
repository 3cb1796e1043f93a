"""Figures in running text: a number with its unit and qualifier that measures something.

What looks like a number but measures nothing is left out: dates, ages, ordinals (第三届, 前10名), codes, clock times,
figures inside names and titles, small Chinese numerals (两个方面), and multitudes (百名工匠).
Units and their kinds: data/words/units.yaml; qualifiers: data/words/qualifiers.yaml.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.extract.language.numbers import Number
from graph.extract.language.numbers import find as find_numbers
from graph.files import folder, read_yaml

__all__ = ["Figure", "find"]

_RANGE = re.compile(r"(?:至|到|~|-|—|–)\Z")
_NAMED = re.compile(r"《[^《》]*》|“[^“”,。;:!?]{1,40}”|「[^「」,。;:!?]{1,40}」|【[^【】]*】")
_CODE_BEFORE = re.compile(r"(?:[A-Za-z+×#*/.]|[A-Za-z\d]-|\d[:/])\Z")
_ORDINAL_BEFORE = re.compile(r"(?:第|前|排名|\d[时点]|周|星期|No\.?)\Z")
# A size that only says which employers are meant (100人以上企业) is a condition, no result.
_CONDITION = re.compile(r"(?:以上|以下|以内)的?(?:[^,。;:、]{0,6})(?:企业|单位|公司|规模|小微|工会|楼宇|群体|集体)")
_MULTITUDE = re.compile(r"[百千万亿]+")
# 十件实事之一: how many there are of which one is meant.
_ONE_OF = re.compile(r"[^,。;:、]{0,12}之一")
_CHANGED = re.compile(r"(?:缩短|压缩|压减|缩减|延长|减少|减|提前|节省|节约)(?:了|到|至|为)?\Z")
_CHANGES = re.compile(r"(?:缩短|压缩|压减|缩减|延长|减少|减|提前)")
_SERVED = re.compile(r"(?:时长|时间|服务|培训|学习|授课|累计)(?:累计|共|约|近|超过|超|达到|达|逾|了)*\Z")
_AMOUNT_BEFORE = re.compile(r"(?:[^数分质]量|[人次总金]数|额|粉丝数?)(?:累计|总计|已|达到|突破|超过|达|超|近|约|逾|为|共)*\Z")
_HOURS = ("小时", "个小时")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: span from the numeral to the end of its unit, plain value, unit and qualifier as written, kind of unit."""

    start: int
    end: int
    value: float
    unit: str
    qualifier: str
    kind: str


@cache
def _units() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of a unit right after a numeral, and the kind of each unit."""
    entry = read_yaml(folder("data") / "words" / "units.yaml")
    kinds = {unit: kind for kind, units in entry["kinds"].items() for unit in units}
    words = sorted(kinds, key=lambda unit: (-len(unit), unit))
    rate, variant = "|".join(entry["rates"]), "|".join(entry["variants"])
    each = "|".join(re.escape(unit) + (f"(?![{entry['unlike'][unit]}])" if unit in entry["unlike"] else "") for unit in words)
    return re.compile(rf" ?(?P<unit>{each})(?:\((?:{variant})\))?(?P<rate>/(?:{rate})(?:[·/](?:{rate}))?)?"), kinds


@cache
def _qualifiers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of the qualifiers that end right before a numeral and that begin right after a unit."""
    entry = read_yaml(folder("data") / "words" / "qualifiers.yaml")

    def longest_first(words: list[str]) -> str:
        return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))

    # 约, 近, 上 also end words of their own: 签约, 附近, 以上.
    bound = rf"(?<![签邀要预合节集条附最以线网])(?:{longest_first(entry['before'])})"
    level = rf"(?P<level>{longest_first(entry['level'])})了?"
    before = re.compile(rf"(?:{level}(?P<below>{bound})?|(?P<bound>{bound}))\Z")
    return before, re.compile(longest_first(entry["after"]))


def _blocked(text: str, start: int, end: int, names: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that hold names: the given mentions, titles and short quotations; sorted, merged."""
    spans = sorted([*names, *(match.span() for match in _NAMED.finditer(text, start, end))])
    merged: list[tuple[int, int]] = []
    for first, last in spans:
        if merged and first < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _inside(spans: list[tuple[int, int]], number: Number) -> bool:
    at = bisect_right(spans, (number.start, 1 << 60)) - 1
    return (at >= 0 and number.start < spans[at][1]) or (at + 1 < len(spans) and spans[at + 1][0] < number.end)


def _is_code(text: str, start: int, number: Number, after: int) -> bool:
    """Whether the number is part of a code, formula, clock time or ordinal."""
    before = text[max(start, number.start - 4) : number.start]
    if _CODE_BEFORE.search(before) or _ORDINAL_BEFORE.search(before):
        return True
    return text.startswith(("+", "×"), after)


def _measures(text: str, start: int, number: Number, unit_end: int, *, kind: str, bound: bool) -> bool:
    """Whether number and unit measure something, by the kind of the unit and the script of the number."""
    if kind == "label":
        return False
    before = text[max(start, number.start - 10) : number.start]
    if kind == "duration":
        if text[number.end : unit_end].strip() in _HOURS and _SERVED.search(before):
            return True
        return bool(_CHANGED.search(before) or _CHANGES.match(text, unit_end))
    if _ONE_OF.match(text, unit_end):
        return False
    if kind == "person" and _CONDITION.match(text, unit_end):
        return False
    if number.chinese and not number.percent:
        # 十分, 万分 are adverbs; below ten a Chinese numeral enumerates more often than it measures (两个方面, 三项措施).
        if number.value < 10 or text[number.end : unit_end].strip() == "分":
            return False
        if _MULTITUDE.fullmatch(text, number.start, number.end) and not bound:
            return False
    return True


def _is_amount(text: str, bounds: tuple[int, int], number: Number) -> bool:
    """Whether a large number without a unit closes what is said of an amount: 浏览量达10万+, 粉丝数突破5万."""
    large = number.value >= 1000 and not text[number.start : number.end].isdigit()
    closed = number.end >= bounds[1] or text[number.end] in ",。;、)+"
    return large and closed and _AMOUNT_BEFORE.search(text, max(bounds[0], number.start - 10), number.start) is not None


def _figure(text: str, bounds: tuple[int, int], number: Number, lower: str) -> Figure | None:
    start, stop = bounds
    pattern, kinds = _units()
    match = None if number.percent else pattern.match(text, number.end, stop)
    if match is None and not number.percent and not _is_amount(text, bounds, number):
        return None
    end = match.end() if match else number.end
    unit = match[0].strip() if match else "%" if number.percent else ""
    kind = kinds[match["unit"]] if match else "share" if number.percent else "count"
    if match is not None and _is_code(text, start, number, end):
        return None
    before, after = _qualifiers()
    front = number.start - (text[number.start - 1 : number.start] == " ")
    head = before.search(text, max(start, front - 8), front)
    tail = after.match(text, end, stop)
    limits = (lower, tail and tail[0], number.approximation, head and (head["bound"] or head["below"]))
    qualifier = next((word for word in limits if word), "") or (head and head["level"]) or ""
    if not _measures(text, start, number, end, kind=kind, bound=any(limits)):
        return None
    return Figure(number.start, end, number.value, unit, qualifier, kind)


def find(text: str, start: int, end: int, names: Sequence[tuple[int, int]] = ()) -> Iterator[Figure]:
    """The figures in text[start:end], in order; `names` are spans whose numbers belong to names.

    A range with one unit (1至2次) is one figure, its upper end; the lower end stands in the qualifier.
    """
    blocked = _blocked(text, start, end, names)
    lower, lower_end = "", -1
    for number in find_numbers(text, start, end):
        if number.end > end or _inside(blocked, number):
            continue
        range_start = text[lower_end : number.start] if 0 <= lower_end < number.start else ""
        low = lower + range_start if range_start and _RANGE.fullmatch(range_start) else ""
        figure = _figure(text, (start, end), number, low)
        lower_end = figure.end if figure is not None else number.end
        lower = text[number.start : lower_end]
        if figure is not None:
            yield figure
