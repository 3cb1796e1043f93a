"""Initiatives without quotation marks that open with whose or where they are; names behind the first of their kind."""

import pytest

from graph.extract import mentions
from tests.extract.conftest import laid_out


def initiatives(sentence: str) -> list[str]:
    page, article = laid_out(sentence)
    return [m.text for m in mentions.find(page, [article]) if m.type == "Initiative"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("代表们还看了海港船舶修造有限公司职工之家,听了介绍。", "海港船舶修造有限公司职工之家"),
        ("骑手驶入梧州市北出口春运服务站,接过热水。", "梧州市北出口春运服务站"),
        ("——青岛渔具行业工资集体协商追踪", "青岛渔具行业工资集体协商"),
        ("他走进青岛经济开发区职工法律服务一体化基地,2022年挂牌。", "青岛经济开发区职工法律服务一体化基地"),
        ("抓好青岛市工会会员卡赋能工作。", "青岛市工会会员卡"),
        ("海港船舶修造有限公司李建国劳模创新工作室在升级中创效。", "李建国劳模创新工作室"),
    ],
)
def test_owner_attribute_and_noun_are_one_name(sentence: str, name: str) -> None:
    assert [text for text in initiatives(sentence) if text.endswith(name)]


@pytest.mark.parametrize(
    "sentence",
    [
        "青岛市总工会验收职工之家,听了汇报。",
        "海港船舶修造有限公司改造服务站点的计划已定。",
        "青岛市瞄准工会驿站受众需求。",
        "职工参加浙江省组织劳动竞赛。",
        "全国总工会工资集体协商专家到会。",
        "成为青岛市职工之家的样本。",
        "把青岛市劳模工匠创新工作室的称号授予他。",
    ],
)
def test_what_an_owner_does_is_no_name(sentence: str) -> None:
    assert not [text for text in initiatives(sentence) if text.startswith(("青岛", "海港", "全国总工会"))]


def test_a_name_begins_behind_what_says_it_is_the_first() -> None:
    assert initiatives("青岛市总工会建成山东省首家渔业劳动者服务中心。") == ["渔业劳动者服务中心"]


def test_a_responsibility_system_keeps_its_whole_noun() -> None:
    assert initiatives("市总工会推行集体协商包片和目标责任制度。") == ["集体协商包片和目标责任制度"]


def test_contest_with_its_scope_behind_the_motto_is_one_name() -> None:
    assert initiatives("“灯塔情·劳动美”全省海员演讲比赛举行决赛。") == ["“灯塔情·劳动美”全省海员演讲比赛"]


def test_what_is_visited_and_what_is_defined_are_named() -> None:
    assert initiatives("代表们参观了银帆劳模工匠馆。") == ["银帆劳模工匠馆"]
    assert initiatives("银帆劳模工匠馆是一个集宣传、培训于一体的展馆。") == ["银帆劳模工匠馆"]


def test_states_that_change_into_one_another_are_no_names() -> None:
    assert initiatives("推动“山海同城”城市群发展。") == []
    assert initiatives("将服务从“单一经济救助”拓展至“工作-生活-健康”全场景。") == []


def test_a_verb_ends_the_number_of_a_site() -> None:
    assert "工会驿站打造成职工暖心站" not in initiatives("切实将工会驿站打造成职工暖心站、群众爱心屋。")


def test_levels_with_a_bracket_are_one_list() -> None:
    assert initiatives("市总工会形成市、县(区)、企业三级竞赛网络,赛事办到了工厂。") == ["市、县(区)、企业三级竞赛网络"]


def test_a_contest_of_a_place_is_named_wherever_it_stands() -> None:
    name = "浙江省百万船员劳动和技能竞赛"
    assert initiatives(f"总会以{name}统揽全省工作。") == [name]
    assert initiatives("在2023年浙江省百万船员重点建设项目劳动竞赛中,他获奖。") == ["2023年浙江省百万船员重点建设项目劳动竞赛"]


def test_an_exhibition_keeps_its_whole_noun() -> None:
    assert initiatives("举办了百项船员专利创新成果展览,集中展示。") == ["船员专利创新成果展览"]
