"""Short names: what may stand for a full name is found by the ends of their cores."""

import pytest

from graph.extract.linking.short_names import core_edges, is_shortened

FULL = ("德清县瑞丰电子仪器有限公司", "瑞丰电子仪器集团有限公司", "浙江大远机械制造股份有限公司", "恒泰药业有限责任公司")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("瑞丰电子", FULL[0]),
        ("瑞丰仪器", FULL[0]),
        ("瑞丰电子仪器", FULL[1]),
        ("瑞丰集团", FULL[1]),
        ("大远机械", FULL[2]),
        ("恒泰药业", FULL[3]),
    ],
)
def test_a_short_name_shares_an_end_of_the_core_with_the_full_one(short: str, full: str) -> None:
    assert is_shortened(short, full)
    assert set(core_edges(short)) & set(core_edges(full))


@pytest.mark.parametrize("short", ["瑞丰", "远机", "恒药", "大仪", "电子仪器", "机械制造", "集团"])
@pytest.mark.parametrize("full", FULL)
def test_what_shares_no_end_is_no_short_name(short: str, full: str) -> None:
    assert bool(set(core_edges(short)) & set(core_edges(full))) or not is_shortened(short, full)
