"""Kinds of bodies and where their names begin; which body a form in a list or behind a post means. Through the whole pipeline."""

import pytest

from tests.extract.conftest import bodies_of

HEAD = "# 泗阳县总工会走进一线\n\n"


def linked(text: str) -> list[tuple[str, str, str]]:
    """(type, text, canonical name) of the bodies and regions in the body text of a page."""
    return [(kind, text, name) for kind, text, name, start in bodies_of(HEAD + text) if start > len(HEAD.strip("# \n"))]


@pytest.mark.parametrize(
    ("sentence", "kind", "names"),
    [
        ("青禾医学院附属翠湖医院护士到场。", "Organization", ["青禾医学院附属翠湖医院"]),
        ("江苏辅青律师事务所派出律师。", "Organization", ["江苏辅青律师事务所"]),
        ("江苏应用科技学院承办。", "Organization", ["江苏应用科技学院"]),
        ("水利部黄河水利委员会和国家民政部发文。", "Organization", ["水利部黄河水利委员会", "国家民政部"]),
        ("今年3月,省总工会联合国家林草局开班。", "Organization", ["国家林草局"]),
        ("全国总工会中国职工对外交流中心来访。", "Organization", ["全国总工会中国职工对外交流中心"]),
        ("江苏省绥东重点国有林管理局三棵树经营所参赛。", "Organization", ["江苏省绥东重点国有林管理局三棵树经营所"]),
        ("泗阳东站、泗阳火车站送来热水。", "Organization", ["泗阳东站", "泗阳火车站"]),
        ("泗阳县文化旅游和广播电视局主办。", "Organization", ["泗阳县文化旅游和广播电视局"]),
        ("江苏省物流与快递行业协会主办。", "Organization", ["江苏省物流与快递行业协会"]),
        ("瑞丰矿劳动竞赛委员会颁奖。", "Organization", ["瑞丰矿劳动竞赛委员会"]),
        ("县公安局巡逻大队副大队长周平到场。", "Organization", ["县公安局巡逻大队"]),
        ("县第一中学、县技工学校和县老年大学参赛。", "Organization", ["县第一中学", "县技工学校", "县老年大学"]),
        ("泗阳县普法办公室和江苏通用航空职业技术学院参加。", "Organization", ["泗阳县普法办公室", "江苏通用航空职业技术学院"]),
        ("泗阳县职工书法家协会、县摄影家协会到场。", "Organization", ["泗阳县职工书法家协会", "县摄影家协会"]),
        ("8家整洁的社区党群服务中心开门。", "Organization", []),
        ("荣誉属于湘雅医院,传化集团没有参加。", "Organization", ["湘雅医院"]),
        ("荣誉属于湘雅医院,传化集团没有参加。", "Company", ["传化集团"]),
        ("省公共就业和人才服务中心主任周平到场。", "Organization", ["省公共就业和人才服务中心"]),
        ("特邀泗阳县第五医院周平主任主讲。", "Organization", ["泗阳县第五医院"]),
        ("专家调研我市工会工作。", "Union", []),
        ("划归交通投资五大集团公司,公司营销部到场。", "Company", []),
        ("全市县职业技术学院的教师参加。", "Organization", []),
        ("甘肃六建和江苏南通二建参加。", "Company", ["甘肃六建", "江苏南通二建"]),
        ("中铝物流集团甘肃有限公司参加。", "Company", ["中铝物流集团甘肃有限公司"]),
        ("航天二院和太钢不锈炼钢二厂派人。", "Company", ["太钢不锈炼钢二厂"]),
        ("江苏省国有资产经营管理公司参加。", "Company", ["江苏省国有资产经营管理公司"]),
        ("张强在瑞丰矿工作,瑞丰厂工人都认识他。", "Company", ["瑞丰矿", "瑞丰厂"]),
        ("中国教育工会江苏省委员会发文。", "Union", ["中国教育工会江苏省委员会"]),
        ("泗阳县建材轻化工会开班,员工会收到通知。", "Union", ["泗阳县建材轻化工会"]),
        ("本报讯(记者周平)青禾钢铁集团开班。", "Company", ["青禾钢铁集团"]),
        ("周平2002年起任泗阳青禾电子有限公司董事。", "Company", ["泗阳青禾电子有限公司"]),
        ("泗阳农行和县建设银行送来服务,走在泗阳县中行走不远。", "Company", ["泗阳农行", "县建设银行"]),
        ("农业银行的柜台、江苏春秋国际旅行社和青禾物业。", "Company", ["农业银行", "江苏春秋国际旅行社", "青禾物业"]),
        ("养老保险和青禾小区物业管理。", "Company", []),
        ("江苏省社会治安综合治理委员会发文。", "Organization", ["江苏省社会治安综合治理委员会"]),
        ("人社部职业能力建设司和全国人大社会建设委员会到场。", "Organization", ["人社部职业能力建设司", "全国人大社会建设委员会"]),
        ("人事部中央综治委联合发文,中国外交部没有到场。", "Organization", ["人事部", "中央综治委", "中国外交部"]),
        ("周平从泗阳青禾中等专业学校毕业,在青禾理工大学进修。", "Organization", ["泗阳青禾中等专业学校", "青禾理工大学"]),
        ("泗阳救助管理站站长和泗阳师大参加,各县交界处没有。", "Organization", ["泗阳救助管理站", "泗阳师大"]),
        ("泗阳县商务委员会和县住房和城乡建设委员会发文。", "Organization", ["泗阳县商务委员会", "县住房和城乡建设委员会"]),
        ("泗阳县人大代表周平、泗阳县政协委员吴强和市人大代表们视察。", "Organization", ["泗阳县人大", "泗阳县政协"]),
        ("深入泗阳经济开发区群团活动中心和县公安交通警察大队。", "Organization", ["泗阳经济开发区群团活动中心", "县公安交通警察大队"]),
        ("泗阳粮食文化展示馆和青禾矿女工家属协管会。", "Organization", ["泗阳粮食文化展示馆", "青禾矿女工家属协管会"]),
        ("全国总工会赴江苏蹲点工作组来访,全总的同志到场。", "Organization", ["全国总工会赴江苏蹲点工作组"]),
        ("从青禾派出所出发,泗阳县园林绿化站的职工看到青禾石油工程。", "Organization", ["青禾派出所", "泗阳县园林绿化站"]),
        ("瑞丰钢铁分公司来到瑞丰钢铁分公司泗阳青禾医院项目。", "Organization", ["泗阳青禾医院"]),
        ("书记周平、副主席吴强等一行到青禾公司。", "Company", ["青禾公司"]),
        ("云岭集团、青禾物流、三鑫医疗等企业为职工捐款。", "Company", ["云岭集团", "青禾物流", "三鑫医疗"]),
        ("建工青禾集团慰问职工,青禾石油工程派人。", "Company", ["建工青禾集团", "青禾石油工程"]),
        ("西青街社区工会联合会联合镇总工会开会。", "Union", ["西青街社区工会联合会"]),
        ("江苏帕得利机械股份有限公司参加。", "Company", ["江苏帕得利机械股份有限公司"]),
        ("近日,开发区扶贫协会和青禾镇产业集聚区妇联开会。", "Organization", ["开发区扶贫协会"]),
        ("县农商行、泗阳信用联社和青禾农商银行到场。", "Company", ["县农商行", "泗阳信用联社", "青禾农商银行"]),
        ("青禾电商物流园和泗阳县快递物流园开门,物流园都有食堂。", "Organization", ["青禾电商物流园", "泗阳县快递物流园"]),
        ("泗阳公安局禁毒大队和江苏省工人文化宫联盟参加。", "Organization", ["泗阳公安局禁毒大队", "江苏省工人文化宫联盟"]),
        ("身为中国铁路青禾局集团有限公司青禾高铁基础设施段的工长。", "Company", ["中国铁路青禾局集团有限公司青禾高铁基础设施段"]),
    ],
)
def test_kinds_and_their_left_edges(sentence, kind, names):
    assert [text for found, text, _ in linked(sentence) if found == kind] == names


@pytest.mark.parametrize(
    "sentence",
    [
        "泗阳线路车间获奖。",
        "县法院驻海安巡回审判点开庭,青禾公寓海安店开业。",
        "江苏辅青律师事务所派出律师。",
        "江苏应用科技学院承办。",
        "江苏六建参加。",
        "泗阳东站送来热水。",
        "江苏省国有资产经营管理公司参加。",
    ],
)
def test_the_place_inside_a_name_is_no_mention_of_its_own(sentence):
    assert not [text for kind, text, _ in linked(sentence) if kind == "Region"]


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("宿迁市委、市政府高度重视。", "市政府", "宿迁市政府"),
        ("在连云港市,徐州市委和市政府派人。", "市政府", "徐州市政府"),
        ("青田桥街道党工委副书记、总工会主席周平到场。", "总工会", "青田桥街道总工会"),
        ("青田桥街道工委副书记、总工会主席周平到场。", "总工会", "青田桥街道总工会"),
        ("名单交给共青团县委。", "共青团县委", "共青团泗阳县委"),
        ("县人社局、总工会发文。", "总工会", "泗阳县总工会"),
        ("县快递行业协会开会。会后,快递行业协会发文。", "快递行业协会", "泗阳县快递行业协会"),
        ("县快递行业工会联合会开会,快递行业工会联合会发文。", "快递行业工会联合会", "泗阳县快递行业工会联合会"),
        ("青禾集团瑞丰矿开会,瓶装水已送到矿。", "矿", "青禾集团瑞丰矿"),
        ("青禾控股集团开会。集团公司获奖。", "集团公司", "青禾控股集团"),
        ("中国财贸轻纺烟草工会全国委员会来访。", "中国财贸轻纺烟草工会全国委员会", "中国财贸轻纺烟草工会全国委员会"),
    ],
)
def test_which_body_a_form_means(text, form, name):
    assert [full for _, told, full in linked(text) if told == form] == [name]


def test_a_mine_that_one_enters_or_is_down_in_is_none():
    assert [told for _, told, _ in linked("青禾集团瑞丰矿开会。他入矿三年,对矿上有感情。")] == ["青禾集团瑞丰矿"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("她来到职工服务中心理疗。", ["泗阳县职工服务中心"]),
        ("孩子们在文化馆学书法。", ["泗阳县文化馆"]),
        ("全县各级职工服务中心、文化馆和图书馆要开门。", []),
        ("县里规范职工服务中心建设。", []),
    ],
)
def test_a_house_alone_is_that_of_the_home_unless_it_is_one_of_several(sentence, names):
    assert [name for kind, _, name in linked(sentence) if kind == "Organization"] == names


@pytest.mark.parametrize("sentence", ["来源:徐州晚报。", "徐州日报5月2日讯,天气转晴。", "来源:徐州新闻网。"])
def test_a_paper_that_a_text_comes_from_is_neither_a_body_nor_a_place(sentence):
    assert linked(sentence) == []


def test_a_paper_that_does_something_is_a_body():
    assert [text for kind, text, _ in linked("比赛由徐州日报主办。") if kind == "Organization"] == ["徐州日报"]


def test_a_bare_federation_is_none_of_another_city() -> None:
    told = "淄博市家政行业工会联合会换届。工会联合会添了两间教室。"
    assert [name for _, text, name, _ in bodies_of(told) if text == "工会联合会"] == ["淄博市家政行业工会联合会"]
    left = "淄博市家政行业工会联合会换届。烟台市总工会促成家政协会与工会联合会签约。"
    assert [name for _, text, name, _ in bodies_of(left) if text == "工会联合会"] == []


@pytest.mark.parametrize("several", ["三级工会", "五城工会", "闽台工会", "沪杭工会"])
def test_the_unions_of_several_places_or_levels_are_no_body(several: str) -> None:
    assert [text for kind, text, *_ in bodies_of(f"{several}加强交流,辽宁工会加强交流。") if kind == "Union"] == ["辽宁工会"]


def test_a_new_area_without_its_name_is_the_district_that_is_told_of() -> None:
    told = "近日,滨海新区总工会开会。新区总工会主席李伟说,新区工会要办实事,新区人社局到会。"
    assert [name for *_, name, _ in bodies_of(told) if name != "滨海新区"] == ["滨海新区总工会"] * 3 + ["滨海新区人社局"]
