"""Numbers: every spelling of the press, and none that the text leaves open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.language.numbers import chinese_value, find, parse

_DIGITS = "零一二三四五六七八九"


def _section(value: int) -> str:
    """A number below 10000 in Chinese, as a careful writer spells it."""
    out, gap = "", False
    for scale, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // scale % 10
        if digit == 0:
            gap = bool(out)
            continue
        out += ("零" if gap else "") + _DIGITS[digit] + mark
        gap = False
    return out


def _spell(value: int) -> str:
    if value == 0:
        return "零"
    out = ""
    for scale, mark in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        section = value // scale % 10**4
        if section:
            out += ("零" if out and section < 1000 else "") + _section(section) + mark
    # 一万亿二百亿 is spelt with one 亿 only: the two highest sections share it.
    return out.replace("万亿", "万", 1) if "亿" in out.replace("万亿", "") else out


@given(st.integers(0, 10**12))
def test_chinese_numerals_come_back(value: int) -> None:
    assert chinese_value(_spell(value)) == value


@given(st.integers(0, 10**12 - 1))
def test_arabic_numerals_come_back_with_thousands_marks(value: int) -> None:
    number, plain = parse(f"{value:,}"), parse(str(value))
    assert number is not None
    assert plain is not None
    assert number.value == plain.value == value


@pytest.mark.parametrize(
    ("text", "value", "approximation"),
    [
        ("3.6万", 36000, ""), ("1.1万余", 11000, "余"), ("34亿", 3.4e9, ""), ("2000多万", 2e7, "多"), ("5千", 5000, ""),
        ("10余万", 1e5, "余"), ("300多", 300, "多"), ("1,148", 1148, ""), ("1.45万亿", 1.45e12, ""), ("3百万", 3e6, ""),
        ("二十", 20, ""), ("十余", 10, "余"), ("二十多万", 2e5, "多"), ("两万", 20000, ""), ("一百二", 120, ""),
        ("三万六", 36000, ""), ("一千零五十", 1050, ""), ("百余", 100, "余"), ("千", 1000, ""), ("4.86万", 48600, ""),
        ("二〇二三", 2023, ""), ("一亿零三百万", 103000000, ""),
    ],
)  # fmt: skip
def test_plain_numbers(text: str, value: float, approximation: str) -> None:
    number = parse(text)
    assert number is not None
    assert (number.value, number.approximation, number.percent) == (value, approximation, False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("百分之五十", 50),
        ("百分之98.5", 98.5),
        ("百分之九十八点五", 98.5),
        ("三分之二", 66.67),
        ("八成", 80),
        ("九成五", 95),
        ("两成半", 25),
    ],
)
def test_shares(text: str, value: float) -> None:
    number = parse(text)
    assert number is not None
    assert (number.value, number.percent) == (value, True)


@pytest.mark.parametrize("text", ["三四", "七八", "十百", "二三十", "零零", "百千", "五分之七"])
def test_numerals_without_a_value(text: str) -> None:
    assert parse(text) is None


def test_open_numbers_are_left_alone() -> None:
    assert [number.value for number in find("数十名职工、几百家企业、十几个站点,共四家")] == [4]


def test_a_scale_is_not_torn_out_of_a_word() -> None:
    assert [number.value for number in find("5千克大米、3千名职工、八成员、三成以上")] == [5, 3000, 8, 30]


@given(st.text(alphabet="0123456789.,一二两三四五六七八九十百千万亿零〇多余几来成半分之点%名元至", max_size=30))
def test_spans_reparse_and_nothing_crashes(text: str) -> None:
    end = 0
    for number in find(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end
        again = parse(text[number.start : number.end])
        assert again is not None
        assert again.value == number.value


@given(st.text(max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    for number in find(text):
        assert number.value >= 0


@pytest.mark.parametrize("text", ["一二三四十百千万" * 3000, "9" * 5000, "百分之" + "9" * 5000, "九" * 5000])
def test_endless_numerals_are_no_numbers(text: str) -> None:
    assert list(find(text)) == []
