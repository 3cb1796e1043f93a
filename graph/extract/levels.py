"""Levels, regions, years and ordinals that stand before or behind a name and belong to it: 全国, 省, 无锡市, 第三届."""

import re

from graph.extract.gazetteer import gazetteer

_LEVEL = re.compile(
    r"(?:全国|国家级|国家|中国|中华|中央企业|省部级|全省|省级|省|全市|市级|市|全区|区级|区|全县|县级|县|自治区|集团公司|集团|总公司|公司|行业|系统)$"
)
_DATED = re.compile(r"(?:\d{4}年度?|第[一二三四五六七八九十百\d]+[届批]|首[届批])")
_ORDINAL = re.compile(r"(?:第[一二三四五六七八九十百\d]+[届批]|首[届批])$")
# In these words the last character is no level of its own.
_COMPOUND = re.compile(r"(?:园区|社区|景区|辖区|城区|校区|小区|山区|矿区|厂区|片区|街区|专区|战区|城市|超市|都市|门市|股市|[、省市区县][省市区县])$")
# The longest division name with its province and prefecture before it.
_WINDOW = 30


def before(text: str, at: int, floor: int) -> int:
    """Where the run of levels, regions and ordinals that ends at `at` begins; `at` itself when there is none.

    Nothing before `floor` is taken. Divisions are those of the gazetteer.
    """
    regions = {end: start for start, end, _ in gazetteer().scan(text, max(floor, at - _WINDOW), at)}
    start = at
    while start > floor:
        piece = text[max(floor, start - 5) : start]
        level = _ORDINAL.search(piece) or (None if _COMPOUND.search(piece) else _LEVEL.search(piece))
        if start in regions:
            start = regions[start]
        elif level:
            start -= len(level.group())
        else:
            break
    return start


def after(text: str, at: int, stop: int) -> int:
    """Where the run of full division names, years and ordinals ends that begins at `at`; `at` itself when there is none."""
    regions = {start: end for start, end, _ in gazetteer().scan(text, at, min(stop, at + _WINDOW))}
    end = at
    while end < stop:
        if dated := _DATED.match(text, end, stop):
            end = dated.end()
        elif end in regions and text[regions[end] - 1] in "省市区县州旗盟镇":
            end = regions[end]
        else:
            break
    return end
