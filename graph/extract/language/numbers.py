"""Numbers in Chinese running text: 3.6万, 2000多万, 一百二十, 十余, 百分之五十, 三分之二, 八成五.

A number is only the numeral with its scale (万, 亿) and its inner approximation (多, 余); units and outer
qualifiers (超, 近, 以上) belong to `graph.extract.figures.figures`. Numerals whose value the text leaves open
(数十, 十几, 七八) are no numbers. Chinese numerals follow GB/T 15835-2011.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Number", "chinese_value", "find", "parse"]

_LONGEST = 30
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "万亿": 10**12}

# A space may stand between digits and what follows (2000 余).
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
# 千 and 百 after digits are scales only where they do not open a unit or a word of their own (5千克, 3百货).
_SCALE = r"(?:[十百千]?(?:万亿|[万亿])|[百千](?![米克瓦卡帕赫分货]))"
_CHINESE = r"[一二两三四五六七八九十百千万亿零〇]+(?![米克瓦卡帕赫])"
_APPROX = r"[多余]"
# 成 is a tenth unless it opens a word: 八成以上, but 八成员, 三成立.
_TENTHS = r"(?:[一二两三四五六七八九十]|(?<![\d.])\d(?:\.\d)?)成(?:[一二三四五六七八九半](?![\d个名人家项]))?"
_NOT_TENTHS = r"(?![立员果功为就效都本品交绩熟长分才人型套片群年名因色])"

_NUMBER = re.compile(
    rf"(?P<percent>百分之(?:{_ARABIC}|[一二两三四五六七八九十百零〇点]+))"
    rf"|(?P<share>[二三四五六七八九十]{{1,3}}分之[一二两三四五六七八九十]{{1,3}})"
    rf"|(?P<tenths>{_TENTHS}){_NOT_TENTHS}"
    rf"|(?P<arabic>{_ARABIC})(?P<inner> ?{_APPROX}(?={_SCALE}))?(?P<scale> ?{_SCALE})?(?P<tail> ?[多余])?"
    rf"|(?P<chinese>{_CHINESE})(?P<inner2>{_APPROX}(?=[万亿]))?(?P<scale2>万亿|[万亿])?(?P<tail2>[多余])?"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number: span, value, approximation as written ("" if none), script, and whether it is a share of a hundred."""

    start: int
    end: int
    value: float
    approximation: str = ""
    chinese: bool = False
    percent: bool = False


def _below_ten_thousand(text: str) -> int | None:
    """The value of a numeral without 万 and 亿: digits and 千 百 十 in falling order; None when it is none."""
    total, digit, limit, gap = 0, None, 10**4, False
    for char in text:
        if char in "零〇":
            if digit is not None or gap:
                return None
            gap = True
        elif char in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[char]
        else:
            scale = _SMALL[char]
            if scale >= limit or (digit is None and (scale != 10 and total)):
                return None
            total += (1 if digit is None else digit) * scale
            digit, limit, gap = None, scale, False
    if digit is not None and limit > 10 and total and not gap:
        return total + digit * limit // 10  # 一百二 is 120, 三千五 is 3500
    return total + (digit or 0)


def chinese_value(text: str) -> int | None:
    """The value of a Chinese numeral (一百二十三, 三万六千, 二〇二三); None when it is ill-formed or leaves its value open.

    >>> chinese_value("两千零一十五"), chinese_value("三四")
    (2015, None)
    """
    if not text or len(text) > _LONGEST:
        return None
    if all(char in _DIGITS for char in text):
        if len(text) == 1:
            return _DIGITS[text]
        # Digit by digit as in years; two or three bare digits are a guess between neighbours (三四, 七八).
        return int("".join(str(_DIGITS[char]) for char in text)) if len(text) >= 4 else None
    for mark in ("亿", "万"):
        if mark in text:
            before, _, after = text.rpartition(mark)
            high = 1 if not before else chinese_value(before)
            low = 0 if not after else chinese_value(after)
            if high is None or low is None or low >= _LARGE[mark]:
                return None
            if len(after) == 1 and not before.endswith(tuple("零〇")):
                low *= _LARGE[mark] // 10  # 三万六 is 36000
            return high * _LARGE[mark] + low
    return _below_ten_thousand(text)


def _decimal(text: str) -> float | None:
    """An Arabic or Chinese numeral, the latter with 点 as decimal mark."""
    if text[0].isdigit():
        return float(text.replace(",", ""))
    whole, _, fraction = text.partition("点")
    value = chinese_value(whole)
    if value is None or any(char not in _DIGITS for char in fraction):
        return None
    return float(f"{value}.{''.join(str(_DIGITS[char]) for char in fraction) or 0}")


def _scale(text: str) -> int:
    factor = 1
    for large in ("万亿", "亿", "万"):
        if text.endswith(large):
            factor, text = _LARGE[large], text.removesuffix(large)
            break
    return factor * (_SMALL[text] if text else 1)


def _scaled(value: float, factor: int) -> float:
    # Decimal shifts must stay exact: 1.1万 is 11000, not 11000.000000000002.
    return round(value * factor, 6)


def _tenths(text: str) -> float | None:
    whole, _, fraction = text.partition("成")
    tens = float(whole) if whole[0].isdigit() else chinese_value(whole)
    if tens is None:
        return None
    return round(tens * 10 + (5 if fraction == "半" else _DIGITS.get(fraction, 0)), 6)


def _share(text: str) -> float | None:
    below, _, above = text.partition("分之")
    whole, part = chinese_value(below), chinese_value(above)
    if not whole or part is None or part > whole:
        return None
    return round(100 * part / whole, 2)


def _make(match: re.Match[str]) -> Number | None:
    start, end = match.span()
    if end - start > _LONGEST:
        return None  # a code or a run of characters, no number that anybody counts
    if match["percent"]:
        value = _decimal(match["percent"].removeprefix("百分之"))
        return None if value is None else Number(start, end, value, chinese=not match[0][-1].isdigit(), percent=True)
    if match["share"] or match["tenths"]:
        value = _share(match["share"]) if match["share"] else _tenths(match["tenths"])
        return None if value is None else Number(start, end, value, chinese=True, percent=True)
    if match["arabic"]:
        factor = _scale(match["scale"].strip()) if match["scale"] else 1
        value = _scaled(float(match["arabic"].replace(",", "")), factor)
        return Number(start, end, value, (match["inner"] or match["tail"] or "").strip())
    whole = chinese_value(match["chinese"])
    if whole is None:
        return None
    factor = _scale(match["scale2"]) if match["scale2"] else 1
    return Number(start, end, float(whole * factor), match["inner2"] or match["tail2"] or "", chinese=True)


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """The numbers in text[start:end], in order; offsets count from the beginning of `text`."""
    end = len(text) if end is None else end
    for match in _NUMBER.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else ""
        if (match["chinese"] and before in ("几", "数")) or text[match.end() : match.end() + 1] == "几":
            continue  # 几十, 数百, 十几: the text leaves the value open
        number = _make(match)
        if number is not None:
            yield number


def parse(text: str) -> Number | None:
    """The number that is the whole of `text`, or None."""
    match = _NUMBER.fullmatch(text)
    return _make(match) if match else None
