"""Bodies beside verbs: parties joined by 联合 and 会同, what is being founded, owners named beside, later and shorter names; linked."""

import pytest

from tests.extract.conftest import bodies_of


def linked(text: str) -> list[tuple[str, str]]:
    """(text, canonical name) of the bodies in a text of Siyang's union, without that of the headline."""
    return [(said, name) for kind, said, name, _ in bodies_of("# 泗阳县总工会抓实服务\n\n" + text) if kind != "Region"][1:]


def told(text: str) -> list[str]:
    return [said for said, _ in linked(text)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("会同县人社局、县工商联开展要约行动。", ["县人社局", "县工商联"]),
        ("会同县总工会开展要约行动。", ["会同县总工会"]),
        ("会同县人民政府印发文件。", ["会同县人民政府"]),
        ("和县公安局关爱民警。和县税务局慰问职工。", ["和县公安局", "和县税务局"]),
        ("联合乡人民政府慰问职工。", ["联合乡人民政府"]),
        ("泗阳县银波电机有限公司创新工作室联合西安交通大学攻关。", ["泗阳县银波电机有限公司", "西安交通大学"]),
        ("金能科技股份有限公司职工提了建议。", ["金能科技股份有限公司"]),
        ("银波重工有限公司总装分厂的班前会。", ["银波重工有限公司"]),
        ("云州煤业集团青禾煤矿机电队来了人。", ["云州煤业集团青禾煤矿"]),
        ("邀请大唐泗阳发电厂工程师授课。", ["大唐泗阳发电厂"]),
        ("泗阳县总工会职工法律援助中心里很热闹。", ["泗阳县总工会职工法律援助中心"]),
        ("县总建成“电气岛”职工服务中心。", ["县总"]),
    ],
)
def test_verbs_and_workshops_are_no_part_of_a_name(sentence: str, names: list[str]) -> None:
    assert told(sentence) == names


def test_the_head_of_a_sentence_is_no_county() -> None:
    assert linked("会同县人社局开展要约行动。") == [("县人社局", "泗阳县人社局")]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("今年7月,成立快递行业工会联合会。", ["快递行业工会联合会"]),
        ("先后组建快递行业工会联合会、网约车行业工会联合会。", ["快递行业工会联合会", "网约车行业工会联合会"]),
        ("成立全县首家货车司机联合工会。", ["货车司机联合工会"]),
        ("推动组建行业工会联合会12家。", []),
        ("组建区域性、行业性工会联合会。", []),
        ("成立快递行业工会联合会5家。", []),
        ("日前组建的快递行业工会联合会很忙。", []),
        ("成立后的网约车司机工会联合会很忙。", []),
        ("成立两年来家政行业工会联合会很忙。", []),
        ("成立新就业工会联合会。", []),
        ("街道成立家政行业工会联合会。", []),
    ],
)
def test_a_federation_that_is_being_founded_is_its_place_s(sentence: str, names: list[str]) -> None:
    assert linked(sentence) == [(name, "泗阳县" + name) for name in names]


def test_a_federation_keeps_its_place_where_it_is_named_again() -> None:
    found = linked("去年成立快递行业工会联合会。快递行业工会联合会主席王芳很忙。")
    assert found == [("快递行业工会联合会", "泗阳县快递行业工会联合会")] * 2


def test_the_text_goes_on_about_a_firm_and_not_about_its_owner() -> None:
    text = "银波重工有限公司是蓝海集团核心企业。公司工会办起夜校,公司获奖。"
    assert linked(text)[-2:] == [("公司工会", "银波重工有限公司工会"), ("公司", "银波重工有限公司")]


def test_what_is_done_for_a_firm_does_not_make_the_text_go_on_about_another() -> None:
    text = "泗阳县总工会为银波重工有限公司重点企业职工送清凉。公司工会主席周强很忙。"
    assert linked(text)[-1] == ("公司工会", "银波重工有限公司工会")


def test_the_union_of_the_firm_is_not_that_of_a_mine() -> None:
    text = "云州矿业公司工会举办大赛。青禾矿职工很多。公司工会表彰先进。"
    assert linked(text)[-1] == ("公司工会", "云州矿业公司工会")


@pytest.mark.parametrize(("full", "short"), [("安徽水利开发股份有限公司", "安徽水利"), ("白银有色集团股份有限公司", "白银公司")])
def test_a_firm_by_its_place_and_trade_or_by_its_place_alone(full: str, short: str) -> None:
    assert linked(f"{full}召开会议。{short}很忙。") == [(full, full), (short, full)]


def test_practices_of_lawyers_are_no_firms() -> None:
    assert [kind for kind, *_ in bodies_of("聘请江苏辅青律师事务所5名律师。")] == ["Organization"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县里成立产改工作领导小组。", [("产改工作领导小组", "泗阳县产改工作领导小组")]),
        ("泗阳县 泗阳县总工会日前开会。", [("泗阳县总工会", "泗阳县总工会")]),
        ("选举产生青禾科技园工会联合会第一届委员会。", [("青禾科技园工会联合会", "青禾科技园工会联合会")]),
        ("泗阳县地处苏北。", []),
        ("沭阳县等6个县建立快递行业工会联合会。", []),
        ("企业成立安全生产领导小组。", []),
        ("全县各级工会成立产改领导小组。", []),
        ("各单位成立专项领导小组。", []),
        ("成立工作领导小组。", []),
        ("泗阳县快递行业联合工会很忙。联合工会3月12日开会。", [("泗阳县快递行业联合工会",) * 2, ("联合工会", "泗阳县快递行业联合工会")]),
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(sentence: str, names: list[tuple[str, str]]) -> None:
    assert linked(sentence) == names
