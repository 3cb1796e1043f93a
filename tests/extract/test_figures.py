"""Figures: what measures something is found with value, unit and qualifier; what only looks like a number is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.figures.figures import find


def _figures(text: str) -> list[tuple[float, str, str]]:
    return [(figure.value, figure.unit, figure.qualifier) for figure in find(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("走访企业3.6万家", [(36000, "家", "")]),
        ("创造产值34亿元,纳税超过4亿元", [(3.4e9, "元", ""), (4e8, "元", "超过")]),
        ("发放慰问金2000多万元", [(2e7, "元", "多")]),
        ("参赛率由82%提高到93%", [(82, "%", ""), (93, "%", "提高到")]),
        ("最低工资标准为1650元/月", [(1650, "元/月", "")]),
        ("吸引近万人次参与", [(10000, "人次", "近")]),
        ("开展维权活动近6万场(次)", [(60000, "场(次)", "近")]),
        ("覆盖率高达91.6%以上", [(91.6, "%", "以上")]),
        ("满意度提高了3.5个百分点", [(3.5, "个百分点", "提高")]),
        ("每年组织1至2次专题培训", [(2, "次", "1至")]),
        ("给予300元-500元补助", [(300, "元", ""), (500, "元", "300元-")]),
        ("惠及职工26.5万余人", [(265000, "人", "余")]),
        ("八成以上企业、三分之二的职工", [(80, "%", "以上"), (66.67, "%", "")]),
        ("聘请十余名律师,带动两万人就业", [(10, "名", "余"), (20000, "人", "")]),
        ("每年表彰百名以上职工", [(100, "名", "以上")]),
        ("志愿服务时长达1.2万小时", [(12000, "小时", "达")]),
        ("办结时限由15天缩短至3天", [(15, "天", ""), (3, "天", "缩短至")]),
        ("签约22家商户", [(22, "家", "")]),
        ("建成站点1300个", [(1300, "个", "")]),
        ("直播点击量突破10万+,粉丝数达5.2万。", [(100000, "", "突破"), (52000, "", "达")]),
        ("提供岗位 2000 余个,来自 108 家企业,招聘超 1.3 万人", [(2000, "个", "余"), (108, "家", ""), (13000, "人", "超")]),
    ],
)
def test_figures(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert [(value, unit) for value, unit, _ in _figures(text)] == [(value, unit) for value, unit, _ in expected]
    assert [qualifier for *_, qualifier in _figures(text)] == [qualifier for *_, qualifier in expected]


@pytest.mark.parametrize(
    "text",
    [
        "2023年5月1日上午9时30分",
        "自2019年以来的3年间",
        "第三届、第12名、前10名选手",
        "24小时热线12351",
        "王某今年35岁",
        "0~3岁托育班",
        "荣获《30条措施》和“20个最美站点”称号",
        "“1+6+1”工作机制",
        "两个方面、三项制度、一批职工",
        "百名工匠进千家企业",
        "十分感谢",
        "党的二十届三中全会",
        "历时3个多月",
        "省政府确定的十件民生实事之一",
        "5G基站和A4纸",
        "联系电话:025-88887777",
        "数十名职工、十几家企业",
        "10人以上企业、年底前",
        "面积1:1配套",
    ],
)
def test_what_measures_nothing(text: str) -> None:
    assert _figures(text) == []


def test_numbers_inside_names_are_names() -> None:
    text = "开展乐18会员日活动10期"
    inside = find(text, 0, len(text), [(2, 8)])
    assert [(figure.value, figure.unit) for figure in inside] == [(10, "期")]


def test_offsets_count_from_the_text() -> None:
    text = "去年新建工会8家。今年服务职工1.5万人次。"
    (figure,) = find(text, 10, len(text))
    assert text[figure.start : figure.end] == "1.5万人次"


@given(st.text(alphabet="0123456789.,;%一二三十百千万亿余多约近超名家个元人次年月日时第前至-到(“”《》)以上", max_size=40))
def test_spans_are_ordered_and_inside(text: str) -> None:
    end = 0
    for figure in find(text, 0, len(text)):
        assert end <= figure.start < figure.end <= len(text)
        assert figure.value >= 0
        end = figure.end
