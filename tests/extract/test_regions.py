"""Regions: which names in a text are places, and which division they mean there."""

import pytest

from graph.extract.linking.context import Context
from graph.extract.page import articles
from graph.extract.page.pages import normalise
from graph.extract.places import regions
from graph.records import Page


def page_of(text: str) -> Page:
    view, starts, ends = normalise(text)
    return Page("p.txt", "p.txt", text, view, starts, ends)


def found(text: str):
    page = page_of(text)
    return [(m.text, m.adcode) for article in articles.split(page) for m in regions.find(page, article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("活动在江苏省滨海县举行,代表们到场。", [("江苏省滨海县", "320922")]),
        ("广东东莞的职工说好。", [("广东东莞", "441900")]),
        ("河北承德县推行新办法,承德县职工满意。", [("河北承德县", "130821"), ("承德县", "130821")]),
        ("湖南省永州市道县的站点建成,道县再建十个。", [("湖南省永州市道县", "431124"), ("道县", "431124")]),
        ("扬州市民热线开通,扬州市场繁荣。", [("扬州", "321000"), ("扬州", "321000")]),
        ("全市职工、本县工会、各区街道都来。", []),
        ("中国职工在前进的道路上合作互助,建设和平家园,来宾很多。", []),
        ("镇(街、区)和县级机关都参加。", []),
        ("新疆天山杯工程获奖。", [("新疆", "650000")]),
        ("南京路上的职工,北京大道的站点。", []),
        ("近日,辽宁沈阳和平区的职工说好。", [("辽宁沈阳和平区", "210102")]),
        ("河北唐山路北区、陕西西安未央区都来。", [("河北唐山路北区", "130203"), ("陕西西安未央区", "610112")]),
    ],
)
def test_what_is_a_place(text, expected):
    assert found(text) == expected


def test_a_county_short_form_needs_its_full_name_in_the_text_or_the_head_of_a_sentence():
    assert found("走访锡山的职工。") == []
    assert found("锡山的职工说好。") == [("锡山", "320205")]
    assert found("无锡市锡山区的站点建成。锡山的职工说好。") == [("无锡市锡山区", "320205"), ("锡山", "320205")]


def test_a_rare_word_is_the_place_where_the_text_names_it_and_an_everyday_one_is_not():
    assert found("永丰县和资源县添了书屋。整合永丰资源,擦亮品牌。")[2:] == [("永丰", "360825")]
    assert found("盱眙书屋很热闹,走访盱眙社区。") == [("盱眙", "320830")]


def test_prefectures_in_a_list_are_places_whatever_words_they_are():
    assert found("日照、枣庄、潍坊的选手得奖。") == [("日照", "371100"), ("枣庄", "370400"), ("潍坊", "370700")]


def test_a_short_form_that_is_a_word_needs_a_place_before_it_or_the_dictionary():
    text = "江苏省南京市鼓楼区召开会议。大家在鼓楼见面,登上鼓楼。"
    assert found(text)[:2] == [("江苏省南京市鼓楼区", "320106"), ("鼓楼", "320106")]


def test_the_article_settles_a_name_that_many_bear():
    assert found("辽宁省沈阳市的职工来了,铁西区的也来了。")[1] == ("铁西区", "210106")
    assert found("吉林省四平市的职工来了,铁西区的也来了。")[1] == ("铁西区", "220302")
    assert found("铁西区的职工来了。") == [("铁西区", None)]


def test_a_town_counts_only_inside_a_county_that_the_text_names():
    assert found("滨海县蔡桥镇建成站点。") == [("滨海县蔡桥镇", "320922102")]
    assert found("滨海县建成站点,蔡桥镇也有。") == [("滨海县", "320922"), ("蔡桥镇", "320922102")]
    assert found("蔡桥镇建成站点。") == []


def test_another_article_of_the_page_settles_less_than_the_own_one():
    page = page_of("# 甲\n\n本报讯 辽宁省沈阳市和铁西区的职工来了。\n\n# 乙\n\n本报讯 吉林省四平市和铁西区的职工来了。")
    codes = [[m.adcode for m in regions.find(page, article)] for article in articles.split(page)]
    assert codes == [["210100", "210106"], ["220300", "220302"]]


def test_zones():
    assert found("锦屏街道、萧北经济开发区和萧县经济开发区添了书屋,萧县人叫好。") == [
        ("锦屏街道", "341322003"), ("萧北经济开发区", None), ("萧县经济开发区", None), ("萧县", "341322"),
    ]  # fmt: skip
    assert found("高新区和开发区都建站。") == []


def test_a_zone_alone_is_the_one_that_the_article_named():
    text = "大连高新区总工会办班,高新区内设站,也让高新区职工满意。乡镇、高新区都建站。"
    assert found(text)[1:] == [("高新区", None), ("高新区", None)]
    assert found("让高新区职工满意。") == []
    assert found("保税区大赛落幕\n\n大赛由南通青湾保税区总工会举办,来自保税区的选手参加,当前保税区上下叫好。")[0] == ("保税区", None)
    assert len(found("保税区大赛落幕\n\n大赛由南通青湾保税区总工会举办,来自保税区的选手参加,当前保税区上下叫好。")) == 4
    assert found("南通经济开发区建站,国家级开发区、各开发区和各类开发区都来学。") == [("南通经济开发区", None)]


def test_a_zone_without_its_place_is_told_by_a_proper_name_a_union_or_the_official_list():
    assert found("大家走进竹园开发区,竹园开发区总工会办班。")[0] == ("竹园开发区", None)
    assert found("大家走进竹园开发区,竹园村的人多。") == []
    assert found("比赛在西咸新区举行,浐灞生态区组队。") == [("西咸新区", None), ("浐灞生态区", None)]
    assert found("奎屯-青河经济技术开发区的职工说好。") == [("奎屯-青河经济技术开发区", None)]
    assert found("大家建设美丽新城,立足经开区发展,扩大示范区域。") == []
    assert found("上海市浦东新区的职工说好。") == [("上海市浦东新区", "310115")]


def test_villages_lie_in_a_town_or_stand_beside_another():
    text = "滨海县蔡桥镇禾谷村村民入会。蔡桥镇石柳村、南桦村先后建会。乡镇和农村都有,南桦村的人多。"
    assert [name for name, _ in found(text)] == ["滨海县蔡桥镇禾谷村", "蔡桥镇石柳村", "南桦村", "南桦村"]
    assert found("滨海县农业农村局和各村。") == [("滨海县", "320922")]
    assert [name for name, _ in found("滨海县蔡桥镇李村、石柳村建会,大李村也来,走访李村。蔡桥镇各村。")] == [
        "滨海县蔡桥镇李村", "石柳村", "李村", "蔡桥镇",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["扶贫村", "这个村", "深度贫困村", "文明村", "走进社区", "建设社区", "智慧社区", "老旧社区", "李社区"])
def test_a_kind_of_village_is_no_village(kind):
    assert found(f"滨海县{kind}的职工来了。") == [("滨海县", "320922")]
    assert found(f"滨海县蔡桥镇{kind}。") == [("滨海县蔡桥镇", "320922102")]


def test_a_common_noun_is_a_village_behind_a_town_only():
    assert found("滨海县电商村、滨海县党员进社区。") == [("滨海县", "320922"), ("滨海县", "320922")]
    assert found("滨海县蔡桥镇光明村。") == [("滨海县蔡桥镇光明村", None)]


def test_a_region_inside_another_name_is_no_mention():
    assert found("台州市职工疗休养工作交流会在临海市召开。") == [("临海市", "331082")]
    assert found("台州市召开职工疗休养工作交流会。") == [("台州市", "331000")]
    assert found("台州市各级工会抓好劳动竞赛。") == [("台州市", "331000")]
    assert found("扬州市第四届运动会的消息。") == []
    assert found("扬州市职工足球赛的消息,高邮市职工赛事的消息。") == [("高邮市", "321084")]
    assert found("弘扬“南通铁军”精神,在“南通”领奖。") == [("南通", "320600")]


def test_zone_and_district_in_one_name_are_the_district():
    assert found("湖北省荆门市的荆门高新区·掇刀区建站。")[1:] == [("荆门高新区·掇刀区", "420804")]
    assert found("江苏省无锡市的无锡高新区(新吴区)建站。")[1:] == [("无锡高新区(新吴区)", "320214")]


def test_a_medium_is_no_place():
    assert found("黄南新闻网讯 近日,西宁市建成驿站。") == [("西宁市", "630100")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# 建好驿站\n\n滨海县总工会主席 王芳\n\n盐城市和江苏省、淮安市、南京市的经验在盐城市推开。", "320922"),
        ("# 广东东莞:开通新平台\n\n近日,平台在全省率先开通,广州、深圳的职工也用。", "441900"),
        ("# 年度工匠发布\n\n3月6日,省总工会在贵阳办揭晓仪式,全省职工关注。", "520000"),
        ("# 送温暖\n\n自治区总工会在呼和浩特市启动活动,全区工会参加。内蒙古自治区总工会主席讲话。", "150000"),
        ("# 湖北远安:送岗位\n\n近日,招聘会在街头开始。", "420525"),
        ("# 没有地名\n\n区总工会开展活动,全区职工参加。", None),
        ("# 一年建站上百个\n\n盐城市各级工会今年忙着建站。\n\n滨海县总工会建站30个,滨海县城有10个。\n\n射阳县总工会建站20个。", "320900"),
        ("# 宣汉:小家暖人心\n\n四川省总工会日前在达州市开会,参观宣汉的企业。", "511722"),
    ],
)
def test_home_of_an_article(text, code):
    page = page_of(text)
    assert list(Context(page, articles.split(page)).homes.values()) == [code]


def test_members_of_a_list_that_a_number_sums_up_are_places():
    assert found("西湖、拱墅等6个区的职工参加。浙江省的职工高兴。")[:2] == [("西湖", "330106"), ("拱墅", "330105")]
    assert found("西湖、拱墅的职工参加。") == []


def test_a_region_before_a_name_in_quotation_marks_is_a_place_and_one_in_a_source_is_none():
    assert found("参加湖南省“星火杯”竞赛。") == [("湖南省", "430000")]
    assert found("好消息。来源:《湖南工人报》") == []


def test_a_district_whose_name_is_an_ordinary_word_needs_its_city():
    assert found("陕西省的职工高兴,新城区工资最低。") == [("陕西省", "610000")]
    assert found("陕西省西安市的职工高兴,新城区建站。")[1:] == [("新城区", "610102")]


def test_short_forms_in_a_list_of_one_prefecture_are_places():
    assert found("咸阳市的职工高兴。长武、秦都、武功被评为模范县区。")[1:] == [("长武", "610428"), ("秦都", "610402"), ("武功", "610431")]
    assert found("咸阳市的职工高兴。武功、书法、歌唱各有比赛。")[1:] == []


def test_a_county_where_somebody_comes_from_is_a_place():
    assert found("四平市办起培训班。来自伊通的木工学会了电焊。")[1:] == [("伊通", "220323")]


def test_a_region_to_which_somebody_goes_for_a_meeting_is_a_place():
    assert found("省总工会主席到聊城市就厂务公开召开座谈会。") == [("聊城市", "371500")]


def test_a_path_that_opens_a_headline_may_end_in_an_ordinary_word():
    assert found("山东海阳万名职工参加竞赛\n\n本报讯 比赛结束。") == [("山东海阳", "370687")]
    assert found("听说山东海阳万名职工参加竞赛。")[0] == ("山东", "370000")


def test_the_corps_is_a_region():
    assert found("新疆生产建设兵团启动竞赛。今年,兵团将聚焦产业。兵团总工会发文。") == [("新疆生产建设兵团", None), ("兵团", None)]
    assert found("华东野战军的兵团来了。") == []


@pytest.mark.parametrize("text", ["蓝海(深圳)无人机有限公司建会。", "甘州融媒讯 高兴。", "昆明信息港讯 高兴。", "中工网天津站记者来了。"])
def test_a_place_inside_a_firm_or_a_medium_is_no_mention(text):
    assert found(text) == []


def test_a_name_that_a_dissolved_division_bore_too_means_the_one_of_today():
    assert ("重庆市", "500000") in found("西藏类乌齐县的职工高兴。重庆市的干部来了。")


def test_a_city_and_its_county_of_one_short_name():
    assert found("承德市、承德县的站点建成。承德县职工、承德县工会、承德的职工说好。")[-1] == ("承德", "130800")
    assert found("河北承德县的站点建成,承德县职工、承德的职工说好。")[-1] == ("承德", "130821")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("近日,辽宁沈阳的骑手领到了书。", [("辽宁沈阳", "210100")]),  # one word for the dictionary
        ("近日,湖南岳阳的骑手领到了书。", [("湖南岳阳", "430600")]),  # 湖|南岳|阳
        ("近日,广西南宁市民领到了书。", [("广西南宁", "450100")]),
        ("三十名陕西籍农民工返岗,天津地区停工。", [("陕西", "610000"), ("天津", "120000")]),
        ("代表们到了首都北京。", [("北京", "110000")]),
        ("大家在山东坡上看日出。", []),
    ],
)
def test_a_path_that_the_dictionary_cuts_amiss_is_one_all_the_same(text, expected):
    assert found(text) == expected


def test_a_district_that_begins_with_the_character_of_the_city():
    assert found("青岛市南区添了驿站,市南区职工说好。") == [("青岛市南区", "370202"), ("市南区", "370202")]
    assert found("济南市中区的职工说好。") == [("济南市中区", "370103")]
    assert found("青岛市南下干部的后人来了。") == [("青岛市", "370200")]


def test_a_zone_behind_its_place_has_its_own_name_and_parts():
    assert found("昆山柏溪经济开发区的职工说好。") == [("昆山柏溪经济开发区", None)]
    assert found("泉州台商投资区的职工说好。") == [("泉州台商投资区", None)]
    assert found("中国(四川)自由贸易试验区青江片区挂牌,广西自贸试验区南宁片区三周岁。") == [
        ("中国(四川)自由贸易试验区青江片区", None),
        ("广西自贸试验区南宁片区", None),
    ]
    assert found("永州市首届工业园区的职工说好。")[0] == ("永州市", "431100")


def test_a_village_is_known_from_a_verb_of_going_and_before_it_is_told_where_it_lies():
    assert found("讲师走进兰溪社区。")[-1] == ("兰溪社区", None)
    assert found("兰溪社区的书屋\n\n西安市长安区的人来了。12月1日,长安区兰溪社区的书屋开门。")[0] == ("兰溪社区", None)
    assert found("大家走进文明社区、美丽村庄,走进农村村头。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("长沙市环卫职工之家开门。", []),
        ("长沙市工会驿站不打烊。", ["长沙市"]),  # those of the city
        ("外卖员在长沙市青园路户外爱心驿站休息。", ["长沙市"]),
        ("长沙市新建户外爱心驿站六个。", ["长沙市"]),
        ("省总工会驻长沙市办事处开门。", []),
        ("省总工会赴长沙市蹲点工作组来了。", []),
        ("大家赴长沙市开展蹲点工作。", ["长沙市"]),
        ("湖南省人大代表方文说好。", []),
    ],
)
def test_a_region_that_opens_the_name_of_a_house_or_a_team_is_no_mention(text, expected):
    assert [name for name, _ in found(text)] == expected


def test_a_town_may_go_by_its_short_form_at_the_head_of_a_clause():
    full = "东莞市清溪镇的人来了。"
    assert found(full + "清溪送来热汤。")[1:] == [("清溪", "441900:清溪镇")]
    assert found(full + "大家看清溪流过。清溪公园开门。")[1:] == []
    assert found("东莞市的人来了。清溪送来热汤。")[1:] == []


def test_a_hall_is_no_meeting_and_a_line_of_day_and_place_no_name():
    assert found("活动在长沙市一大型会议室开始。")[0] == ("长沙市", "430100")
    assert found("本报北京5月10日讯青年歌手大赛开幕。") == [("北京", "110000")]


def test_a_village_may_be_called_by_a_verb():
    assert [text for text, _ in found("怀宁县月山镇复兴村的基地。")] == ["怀宁县月山镇复兴村"]
    assert found("推动村里的工作。") == []
