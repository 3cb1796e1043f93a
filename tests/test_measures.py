"""Canonical measures: what means the same is joined, what does not stays apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.measures import canonical, reason


@pytest.mark.parametrize(
    ("measure", "unit", "expected"),
    [
        ("集体协商建制率", "%", ("集体协商建制率", "%")),
        ("全区企业集体协商率", "%", ("集体协商建制率", "%")),
        ("建制率", "%", ("集体协商建制率", "%")),
        ("工资集体协议续签率", "%", ("集体协商建制率", "%")),
        ("签订集体协商合同", "份", ("签订集体合同", "份")),
        ("累计签订工资集体协议", "个", ("签订集体合同", "份")),
        ("建成运行工会驿站", "家", ("工会驿站", "个")),
        ("户外劳动者服务站点", "处", ("工会驿站", "个")),
        ("建成了户外职工驿站", "家", ("工会驿站", "个")),
        ("高标准建成环境舒适、功能齐全、富有特色的工会驿站", "个", ("工会驿站", "个")),
        ("柳荫路建成户外劳动者服务站", "处", ("工会驿站", "个")),
        ("工会户外劳动者服务站点的指导", "个", ("工会驿站", "个")),
        ("新建了工会驿站", "家", ("新建工会驿站", "个")),
        ("新增户外劳动者驿站", "个", ("新建工会驿站", "个")),
        ("新建职工书屋", "家", ("新建职工书屋", "个")),
        ("建成高标准职工书屋", "家", ("职工书屋", "个")),
        ("创建劳模和工匠人才创新工作室", "家", ("劳模创新工作室", "个")),
        ("举办暑期子女托管班", "期", ("托管班", "期")),
        ("走访慰问困难职工", "名", ("慰问职工", "人")),
        ("发动职工参保", "位", ("互助保障参保职工", "人")),
        ("累计服务职工群众", "人(次)", ("服务职工", "人次")),
        ("开展技能竞赛", "场次", ("开展劳动竞赛", "场")),
        ("调解劳动争议", "起", ("调解劳动争议", "件")),
        ("小微企业", "户", ("小微企业", "家")),
        ("开展技能竞赛", "项", ("开展劳动竞赛", "项")),
    ],
)
def test_what_is_joined(measure: str, unit: str, expected: tuple[str, str]) -> None:
    assert canonical(measure, unit) == expected


def test_what_stays_apart() -> None:
    assert canonical("服务职工", "人次") != canonical("服务职工", "人")
    assert canonical("满意度", "个百分点") != canonical("满意度", "%")
    assert canonical("新建工会组织", "家")[0] != canonical("基层工会组织", "家")[0]
    assert canonical("工会组建率", "%")[0] != canonical("职工入会率", "%")[0]
    assert canonical("困难职工", "户")[1] == "户"


@pytest.mark.parametrize(
    "part",
    [
        "最美驿站",
        "春节期间照常开门的工会驿站",
        "市级职工书屋",
        "24小时工会驿站",
        "入选的工会驿站",
        "慰问工会驿站",
    ],
)
def test_a_part_of_the_things_is_another_measure(part: str) -> None:
    whole = "职工书屋" if "书屋" in part else "工会驿站"
    assert canonical(whole, "个") == (whole, "个")
    assert canonical(part, "个")[0] != whole


def test_what_was_added_is_not_what_there_is() -> None:
    assert canonical("新建工会驿站", "个")[0] != canonical("建成工会驿站", "个")[0]


def test_the_unknown_keeps_its_name() -> None:
    assert canonical("全县安装防护栏", "块") == ("安装防护栏", "块")
    assert reason("全县安装防护栏", "块") is None
    assert reason("全县集体协商率", "%")


@given(
    st.text(alphabet="全县市累计今年2023建成签订集体协商合同率驿站职工会员服务人次数等“”()", max_size=20),
    st.sampled_from(["人", "名", "个", "家", "%", "场(次)", ""]),
)
def test_canonical_is_stable(measure: str, unit: str) -> None:
    once = canonical(measure, unit)
    assert canonical(*once) == once
    assert bool(once[0]) or not measure.strip("“”()")
