"""Teams, houses and sites: bodies that a union, a place or a firm sends out, runs or has somewhere. Through the whole pipeline."""

import pytest

from tests.extract.conftest import bodies_of

HEAD = "# 泗阳县总工会走进一线\n\n"


def named(kind: str, sentence: str) -> list[str]:
    return [text for sort, text, _, start in bodies_of(HEAD + sentence) if sort == kind and start >= len(HEAD.strip("# \n"))]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县总工会慰问组深入车间,组成3个慰问组。慰问组送去清凉。", ["县总工会慰问组", "慰问组"]),
        ("大伙编成泗阳县劳模工匠技术服务队。", ["泗阳县劳模工匠技术服务队"]),
        ("瑞丰纺织有限公司志愿服务团队成立。", []),
        ("当天,泗阳县总工会职工服务中心揭牌。", ["泗阳县总工会职工服务中心"]),
        ("成立泗阳县劳动人事争议联合调处中心。", ["泗阳县劳动人事争议联合调处中心"]),
        ("泗阳县职工心理关爱中心、泗阳县劳动争议诉调对接中心开门。", ["泗阳县职工心理关爱中心", "泗阳县劳动争议诉调对接中心"]),
        ("泗阳县劳模工匠创新工作室联盟成立,泗阳县电商产业联盟也来了。", ["泗阳县电商产业联盟"]),
        ("泗阳县职工互助保障中心和华北水利水电大学到场。", ["泗阳县职工互助保障中心", "华北水利水电大学"]),
        ("海峡两岸农业合作协会会长周平到场。", ["海峡两岸农业合作协会"]),
        ("在江苏省对口支援昌都工作前方指挥部建会。", ["江苏省对口支援昌都工作前方指挥部"]),
        ("县委副书记、县产改领导小组组长周平讲话。", ["县产改领导小组"]),
        ("走访李口镇困难职工家庭。镇党委委员周平等参加。", ["镇党委"]),
        ("泗阳县10个街道党工委派人参加。", []),
        ("本中心,指泗阳县职工法律服务中心。", ["泗阳县职工法律服务中心"]),
    ],
)
def test_what_a_union_or_a_place_sends_out_or_runs_is_a_body(sentence: str, names: list[str]) -> None:
    assert [name for name in named("Organization", sentence) if name != "县委"] == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("走访沃尔玛云溪店、永辉超市泗阳店。", ["沃尔玛云溪店", "永辉超市泗阳店"]),
        ("顺丰泗阳中转场添了风扇,京东泗阳站点也有。", ["顺丰泗阳中转场", "京东泗阳站点"]),
        ("顺丰快递站、沃尔玛超市店面一尘不染。", ["顺丰快递", "沃尔玛超市"]),
        ("继泗阳瑞航飞机工程公司之后又有一家。", ["泗阳瑞航飞机工程公司"]),
        ("来自江苏省泗阳县君正能源化工有限公司的焊工参赛。", ["江苏省泗阳县君正能源化工有限公司"]),
    ],
)
def test_a_firm_and_its_sites(sentence: str, names: list[str]) -> None:
    assert named("Company", sentence) == names


@pytest.mark.parametrize("sentence", ["泗阳智慧工会平台开通。", "泗阳网上工会上线。"])
def test_work_by_computer_is_no_union(sentence: str) -> None:
    assert named("Union", sentence) == []
