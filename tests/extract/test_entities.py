"""Linking: which entity a full, short or deictic form means, and what that entity is called and keyed by."""

import re

import pytest

from graph.extract.confidence import confidence
from graph.extract.linking import entities
from graph.extract.page import articles
from graph.extract.page.pages import normalise
from graph.extract.pipeline import extract
from graph.records import Mention, Page
from graph.tables import make_tables
from tests.extract.conftest import bodies_of


def link(text: str, *wanted: tuple[str, str]):
    """Link the page `text` with a mention for every place where a wanted (type, text) stands outside a longer wanted one."""
    view, starts, ends = normalise(text)
    page = Page("p.txt", "p.txt", text, view, starts, ends)
    found = articles.split(page)
    mentions: list[Mention] = []
    taken: set[int] = set()
    for kind, form in sorted(wanted, key=lambda item: -len(item[1])):
        at = view.find(form)
        while at >= 0:
            article = next(a.id for a in found for b in a.blocks if b.start <= at < b.end)
            if at not in taken:
                mentions.append(Mention(kind, at, at + len(form), form, article, "test"))
            taken.update(range(at, at + len(form)))
            at = view.find(form, at + 1)
    return entities.link(page, found, sorted(mentions, key=lambda m: m.start))


def names(linked, form):
    """The canonical names that a form leads to, in order of place."""
    by_id = {entity.id: entity for entity in linked.entities}
    return [by_id[m.entity].name for m in linked.mentions if m.mention.text == form]


def named(linked, kind, name):
    return next(e for e in linked.entities if (e.type, e.name) == (kind, name))


COUNTY = "# 建好驿站\n\n滨海县总工会主席 王芳\n\n"
CITY_DISTRICT = "# 建好驿站\n\n淮安市洪泽区总工会主席 王芳\n\n"


@pytest.mark.parametrize(
    ("lead", "form", "name"),
    [
        (COUNTY, "县总", "滨海县总工会"),
        (COUNTY, "县总工会", "滨海县总工会"),
        (COUNTY, "县工会", "滨海县总工会"),
        (COUNTY, "市总工会", "盐城市总工会"),
        (COUNTY, "省总", "江苏省总工会"),
        (COUNTY, "全总", "中华全国总工会"),
        (CITY_DISTRICT, "区总", "洪泽区总工会"),
        (CITY_DISTRICT, "市总", "淮安市总工会"),
        ("# 新办法\n\n福建省总工会日前开会,全省工会参加。\n\n", "福建工会", "福建省总工会"),
        ("# 新办法\n\n东莞市总工会日前开会,全市工会参加。\n\n", "市总", "东莞市总工会"),
        ("# 新办法\n\n江山市总工会日前开会,江山市职工参加。\n\n", "市总工会", "江山市总工会"),
        ("# 新办法\n\n新疆维吾尔自治区总工会日前开会。\n\n", "区总", "新疆维吾尔自治区总工会"),
        ("# 新办法\n\n北京市朝阳区总工会日前开会。\n\n", "市总工会", "北京市总工会"),
        ("# 新办法\n\n延边朝鲜族自治州总工会日前开会。\n\n", "州总工会", "延边朝鲜族自治州总工会"),
    ],
)
def test_short_unions(lead, form, name):
    full = [("Union", full) for full in ("滨海县总工会", "淮安市洪泽区总工会", "福建省总工会", "东莞市总工会", "江山市总工会",
                                         "新疆维吾尔自治区总工会", "北京市朝阳区总工会", "延边朝鲜族自治州总工会")]  # fmt: skip
    linked = link(f"{lead}今年,{form}建成驿站十家。", ("Union", form), *full)
    assert names(linked, form)[-1:] == [name]


@pytest.mark.parametrize("other", ["扬州市江都区总工会", "江都区总", "江苏省扬州市江都区总工会"])
def test_a_total_union_has_the_name_of_its_division_whatever_path_stands_on_the_page(other):
    linked = link(f"# 三招\n\n江都区总工会日前开会。\n\n小编说:{other}办得好。", ("Union", "江都区总工会"), ("Union", other))
    union = named(linked, "Union", "江都区总工会")
    assert names(linked, "江都区总工会") == ["江都区总工会"]
    assert union.key == "321012|总工会"
    assert union.adcode == "321012"
    assert set(union.aliases) == {other}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("盐城市滨海县总工会", "滨海县总工会"), ("湖北荆门掇刀区总工会", "掇刀区总工会"), ("徐州鼓楼区总工会", "徐州市鼓楼区总工会"),
        ("洪泽县总工会", "洪泽县总工会"), ("滨海县东坎街道总工会", "滨海县东坎街道总工会"),
    ],
)  # fmt: skip
def test_namesakes_stand_behind_their_city_and_former_names_stay(said, name):
    assert names(link(f"# 三招\n\n{said}日前开会。", ("Union", said)), said) == [name]


POINTING = """# 泗阳县建起工会驿站

本报讯 泗阳县总工会联合江苏泗绢集团有限公司建起“桑林”工会驿站,驿站由县总出资,该公司工会管理,该公司职工称好。泗绢集团还捐了书。
县委书记到场,县总工会主席许可代表市总、全总致谢,称这是泗阳县总的大事。
"""


def test_what_points_only_where_it_stands_is_no_alias():
    view, starts, ends = normalise(POINTING)
    facts = extract(Page("p.txt", "p.txt", POINTING, view, starts, ends))
    texts = {linked.mention.text for linked in facts.mentions}
    assert {"县总", "县总工会", "市总", "全总", "该公司", "泗绢集团", "泗阳县总"} <= texts
    rows = make_tables([facts])["entities"].itertuples()
    aliases = {row.name: set(filter(None, row.aliases.split("|"))) for row in rows}
    assert "全总" in aliases["中华全国总工会"]
    assert "泗绢集团" in aliases["江苏泗绢集团有限公司"]
    assert "泗阳县总" in aliases["泗阳县总工会"]
    pointing = re.compile("[该本我]|[省市县区](?:总工会|总|委)$|(?:公司|工会|驿站)$")
    assert [alias for forms in aliases.values() for alias in forms if pointing.match(alias)] == []


def test_equal_short_forms_of_two_articles_are_two_unions():
    linked = link(
        "# 甲事\n\n本报讯 滨海县总工会开会。县总很忙。\n\n# 乙事\n\n本报讯 沛县总工会开会。县总很忙。",
        ("Union", "县总"), ("Union", "滨海县总工会"), ("Union", "沛县总工会"),
    )  # fmt: skip
    assert names(linked, "县总") == ["滨海县总工会", "沛县总工会"]


def test_what_the_text_leaves_open_is_not_linked():
    linked = link("# 新办法\n\n县总日前开会,县政府支持。", ("Union", "县总"), ("Organization", "县政府"))
    assert linked.mentions == ()
    assert linked.entities == ()


def test_shared_head_of_two_tiers():
    linked = link(f"{COUNTY}今年,省、市总工会来人。", ("Union", "市总工会"), ("Union", "省"), ("Union", "滨海县总工会"))
    assert names(linked, "省") == ["江苏省总工会"]
    assert names(linked, "市总工会") == ["盐城市总工会"]


def test_unions_of_enterprises_and_towns():
    linked = link(
        "# 班组\n\n南通市恒岳轴承股份有限公司工会主席 高立\n\n公司工会建书屋,恒岳的职工叫好。八滩镇工会也来。",
        ("Union", "南通市恒岳轴承股份有限公司工会"), ("Union", "公司工会"), ("Company", "恒岳"), ("Union", "八滩镇工会"),
    )  # fmt: skip
    assert names(linked, "公司工会") == ["南通市恒岳轴承股份有限公司工会"]
    assert names(linked, "恒岳") == ["南通市恒岳轴承股份有限公司"]


def test_town_unions_go_to_the_town_named_last():
    linked = link(
        f"{COUNTY}滨海县八滩镇召开镇政府与镇工会会议。坎北街道召开街道工会会议。",
        ("Union", "镇工会"), ("Union", "街道工会"), ("Organization", "镇政府"), ("Union", "滨海县总工会"),
    )  # fmt: skip
    assert names(linked, "镇工会") == ["八滩镇工会"]
    assert names(linked, "镇政府") == ["八滩镇政府"]
    assert names(linked, "街道工会") == ["坎北街道工会"]


def test_organs_of_the_home_and_lists_of_organs():
    linked = link(
        f"{COUNTY}县委、县政府支持,会同县经发局、科技局,在县法院和县人民法院都设站,省家协派人,共青团盐城市委参加,武汉理工大学授课。",
        *[("Organization", o) for o in ("县委", "县政府", "县经发局", "科技局", "县法院", "县人民法院")],
        *[("Organization", o) for o in ("省家协", "共青团盐城市委", "武汉理工大学")],
    )  # fmt: skip
    assert {m.mention.text: names(linked, m.mention.text)[0] for m in linked.mentions} == {
        "县委": "滨海县委", "县政府": "滨海县政府", "县经发局": "滨海县经发局", "科技局": "滨海县科技局", "县法院": "滨海县人民法院",
        "县人民法院": "滨海县人民法院", "省家协": "江苏省家协", "共青团盐城市委": "共青团盐城市委", "武汉理工大学": "武汉理工大学",
    }  # fmt: skip


def test_companies_shortened_and_pointed_at():
    linked = link(
        "# 试点\n\n本报讯 无锡市新吴区的QX蓝芯显示(中国)有限公司和江苏瑞丰电子仪器有限公司来了。"
        "QX蓝芯领奖,瑞丰公司发言,公司职工鼓掌。",
        ("Company", "QX蓝芯显示(中国)有限公司"), ("Company", "江苏瑞丰电子仪器有限公司"), ("Company", "QX蓝芯"),
        ("Company", "瑞丰公司"), ("Company", "公司"),
    )  # fmt: skip
    assert names(linked, "QX蓝芯") == ["QX蓝芯显示(中国)有限公司"]
    assert names(linked, "瑞丰公司") == ["江苏瑞丰电子仪器有限公司"]
    assert names(linked, "公司") == ["江苏瑞丰电子仪器有限公司"]


def test_companies_that_only_look_alike_stay_apart():
    linked = link(
        "# 试点\n\n本报讯 滨海县的江苏三峰复合板股份有限公司和江苏三峰电子有限公司来了,三汇公司没来。",
        ("Company", "江苏三峰复合板股份有限公司"), ("Company", "江苏三峰电子有限公司"), ("Company", "三汇公司"),
    )  # fmt: skip
    assert len({m.entity for m in linked.mentions}) == 3


def test_persons_are_names_with_their_bodies():
    linked = link(
        "# 甲事\n\n本报讯 滨海县总工会主席王芳说好。王芳又说。\n\n# 乙事\n\n本报讯 沛县总工会主席王芳说好。",
        ("Person", "王芳"), ("Union", "滨海县总工会"), ("Union", "沛县总工会"),
    )  # fmt: skip
    ids = [m.entity for m in linked.mentions if m.mention.type == "Person"]
    assert ids[0] == ids[1] != ids[2]


def test_initiatives_with_and_without_head_noun_are_one_but_practices_do_not_swallow_them():
    linked = link(
        f"{COUNTY}实施“三对照三提升”行动,三对照三提升见效。开展集体协商,办集体协商沙龙。",
        *[("Initiative", i) for i in ("三对照三提升", "“三对照三提升”行动", "集体协商", "集体协商沙龙")],
    )  # fmt: skip
    by_text = {m.mention.text: m.entity for m in linked.mentions}
    assert by_text["三对照三提升"] == by_text["“三对照三提升”行动"]
    assert by_text["集体协商"] != by_text["集体协商沙龙"]


def test_an_initiative_of_a_tier_or_with_another_name_in_brackets_is_one():
    linked = link(
        f"{COUNTY}举办2022年职工焊工大赛,县2022年职工焊工大赛开幕。建成户外劳动者服务站(工会驿站)30家,工会驿站有水喝。",
        *[("Initiative", i) for i in ("2022年职工焊工大赛", "县2022年职工焊工大赛", "户外劳动者服务站", "工会驿站")],
    )  # fmt: skip
    assert [e.name for e in linked.entities if e.type == "Initiative"] == ["2022年职工焊工大赛", "户外劳动者服务站"]


def test_honours_get_the_division_of_their_tier():
    linked = link(
        f"{COUNTY}获省五一劳动奖章、市工人先锋号、江苏省“工人先锋号”、全国五一劳动奖章。",
        *[("Honour", h) for h in ("省五一劳动奖章", "市工人先锋号", "江苏省“工人先锋号”", "全国五一劳动奖章")],
    )  # fmt: skip
    assert [e.name for e in linked.entities if e.type == "Honour"] == [
        "江苏省五一劳动奖章", "盐城市工人先锋号", "江苏省工人先锋号", "全国五一劳动奖章",
    ]  # fmt: skip


def test_keys_of_documents():
    linked = link(
        f"{COUNTY}按《江苏省集体协商条例》和《考核办法》办,学《工会法》。",
        *[("Document", d) for d in ("江苏省集体协商条例", "考核办法", "工会法")],
    )  # fmt: skip
    assert {e.name: e.key for e in linked.entities if e.type == "Document"} == {
        "江苏省集体协商条例": "江苏省集体协商条例", "考核办法": "考核办法|320922", "工会法": "工会法",
    }  # fmt: skip


def test_regions_are_divisions_and_those_that_bodies_imply_come_without_a_mention():
    linked = link(
        f"{COUNTY}江苏省滨海县的站点,滨海县的职工,港北经济开发区的厂。",
        ("Region", "江苏省滨海县"), ("Region", "滨海县"), ("Region", "港北经济开发区"), ("Union", "滨海县总工会"),
    )  # fmt: skip
    county = named(linked, "Region", "滨海县")
    assert (county.id, county.key, county.adcode) == ("region-320922", "320922", "320922")
    assert named(linked, "Region", "港北经济开发区").key == "320922|港北经开区"
    implied = link(f"{COUNTY}省总来人。", ("Union", "省总"), ("Union", "滨海县总工会"))
    assert {e.name for e in implied.entities if e.type == "Region"} == {"滨海县", "江苏省"}
    assert all(m.mention.type == "Union" for m in implied.mentions)


def test_homes():
    linked = link(f"{COUNTY}县总开会,江苏省总工会来人。", ("Union", "县总"), ("Union", "滨海县总工会"), ("Union", "江苏省总工会"))
    assert linked.homes == {"p.txt#1": ("320922", named(linked, "Union", "滨海县总工会").id)}


def test_ids_do_not_depend_on_what_else_stands_on_the_page():
    one = link(f"{COUNTY}县总开会。", ("Union", "县总"), ("Union", "滨海县总工会"))
    two = link("# 别事\n\n本报讯 盐城市滨海县总工会和省总工会开会。", ("Union", "盐城市滨海县总工会"), ("Union", "省总工会"))
    assert named(one, "Union", "滨海县总工会").id == named(two, "Union", "滨海县总工会").id


def test_a_place_inside_a_persons_name_is_no_home():
    linked = link("# 表彰劳模\n\n全国劳动模范管延海带头。管延海介绍经验。", ("Person", "管延海"))
    assert [code for code, _ in linked.homes.values()] == [None]


def test_a_union_that_only_announces_is_no_home():
    text = "# 喜报\n\n上周,中华全国总工会公布榜单,江边公司王强工作室在列。"
    assert [union for _, union in link(text, ("Union", "中华全国总工会")).homes.values()] == [None]


def test_a_zone_with_the_name_of_its_district_serves_the_district():
    name = "宿迁高新区(宿豫区)总工会"
    linked = link(f"# 拜会\n\n{name}举办活动,江苏省宿迁市的职工参加。", ("Union", name))
    assert named(linked, "Union", name).adcode == "321311"


def test_a_short_zone_is_the_one_that_the_article_names_whatever_form_its_name_has():
    text = "# 高新区工会开会\n\n辽阳国家高新区工会开会。会后,高新区总工会办班,高新区叫好。辽阳高新技术产业开发区建站。"
    linked = link(
        text, ("Union", "高新区工会"), ("Union", "辽阳国家高新区工会"), ("Union", "高新区总工会"),
        ("Region", "辽阳高新技术产业开发区"),
    )  # fmt: skip
    assert {e.name for e in linked.entities if e.type == "Union"} == {"辽阳国家高新区工会"}
    zone = next(e for e in linked.entities if e.type == "Region" and not e.adcode)
    assert (zone.key, zone.within) == ("211000|高新区", "211000")


def test_the_union_of_any_park_is_none_and_that_of_a_street_in_a_zone_is_the_streets():
    assert not link("# 交流\n\n辽阳市总工会请工业园区工会来谈。", ("Union", "工业园区工会")).mentions
    text = "# 交流\n\n成都高新区桂溪街道总工会开会。成都市武侯区桂溪街道总工会办班。"
    linked = link(text, ("Union", "成都高新区桂溪街道总工会"), ("Union", "成都市武侯区桂溪街道总工会"))
    assert len({m.entity for m in linked.mentions}) == 1


def test_a_county_that_the_page_calls_by_its_older_name_keeps_it():
    text = "# 送清凉\n\n广西武鸣县总工会慰问县环卫站。"
    linked = link(text, ("Union", "广西武鸣县总工会"), ("Organization", "县环卫站"))
    assert names(linked, "县环卫站") == ["武鸣县环卫站"]


def test_the_corps_division_before_its_city_is_the_city():
    linked = link("# 对接\n\n十三师新星市总工会到访。师市总工会感谢。", ("Union", "十三师新星市总工会"), ("Union", "师市总工会"))
    assert len({m.entity for m in linked.mentions}) == 1


def test_the_political_conference_of_a_city_is_no_city_administration():
    linked = link("# 会议\n\n苏州市总工会与市政协开会。", ("Union", "苏州市总工会"), ("Organization", "市政协"))
    assert names(linked, "市政协") == ["苏州市政协"]


def test_confidence_of_a_mention_is_the_share_of_its_cue_and_none_for_a_rule_never_counted():
    text = "# 共建\n\n滨海县总工会成立。滨海县总工会很忙。"
    linked = link(text, ("Union", "滨海县总工会"))
    assert [m.confidence for m in linked.mentions] == [None, None]  # the rule "test" is in no table
    assert confidence("union.total.full.region.again", table="mentions") > confidence("region.short.adcode.once", table="mentions")


def test_two_bodies_of_one_kind_in_two_cities_are_two():
    linked = link("2月11日,局长赴济南机场走访。2月10日,主席到福州机场走访。", ("Company", "济南机场"), ("Company", "福州机场"))
    assert names(linked, "福州机场") == ["福州机场"]


def test_a_local_firm_by_its_tier():
    linked = link(COUNTY + "滨海县总工会走进县供电公司。", ("Union", "滨海县总工会"), ("Company", "县供电公司"))
    assert names(linked, "县供电公司") == ["滨海县供电公司"]
    assert named(linked, "Company", "滨海县供电公司").adcode == "320922"


def test_a_firm_known_from_its_union_stands_where_its_name_says():
    linked = link("近日,国网新津县供电公司工会举办比赛。", ("Union", "国网新津县供电公司工会"))
    assert named(linked, "Company", "国网新津县供电公司").adcode == "510118"


def test_an_office_behind_a_place_alone_is_that_of_the_association_named_before():
    text = "# 互助\n\n中国职工保险互助会陕西省办事处送来补助。陕西省办事处主任说好。\n\n# 驿站\n\n陕西省办事处开门。"
    linked = link(text, ("Organization", "中国职工保险互助会陕西省办事处"), ("Organization", "陕西省办事处"))
    assert names(linked, "陕西省办事处") == ["中国职工保险互助会陕西省办事处", "陕西省办事处"]


@pytest.mark.parametrize(("doubled", "plain"), [("委", "委"), ("政府", "人民政府"), ("总工会", "总工会")])
def test_a_tier_that_repeats_the_places_own_makes_no_other_body(doubled: str, plain: str) -> None:
    named = {name for _, text, name, _ in bodies_of(f"阜平县县{doubled}开会。\n阜平县{plain}举办培训。") if text != "阜平县"}
    assert len(named) == 1
    assert not any("县县" in name for name in named)


def test_a_market_behind_a_city_loses_nothing() -> None:
    assert "舞钢市市场监管局" in {name for _, _, name, _ in bodies_of("舞钢市市场监管局开会。")}
