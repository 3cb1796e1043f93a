"""Bodies of enterprises with numbered units, pointers, names that small words run through; linked through the whole pipeline."""

import pytest

from graph.extract.bodies import bodies
from graph.extract.page import articles
from graph.extract.page.pages import normalise
from graph.records import Page
from tests.extract.conftest import bodies_of

HEAD = "# 走进一线\n\n"


def linked(text: str) -> list[tuple[str, str, str]]:
    """(type, text, canonical name) of the bodies of a page with this text."""
    return [(kind[0], text, name) for kind, text, name, _ in bodies_of(HEAD + text) if kind != "Region"]


def told(text: str) -> list[str]:
    return [text for _, text, _ in linked(text)]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("【中原工会】", []),
        ("## 数读工会", []),
        ("【泗阳工会】", ["泗阳工会"]),
        ("【青禾机械厂工会】", ["青禾机械厂工会"]),
        ("## 美团工会", ["美团工会"]),
        ("【巴蜀工会】泗阳县总工会建起高素质工会干部队伍。", ["泗阳县总工会"]),
    ],
)
def test_a_rubric_that_names_no_division_and_no_body_is_a_column(title, names):
    assert [text for _, text, _ in linked(f"{title}\n\n近日,职工夜校开课。")] == names


def test_nothing_stands_before_the_first_character_of_a_page():
    view, starts, ends = normalise("工人文化宫很热闹。\n\n泗阳县总工会服务再升级")
    page = Page("p.txt", "p.txt", view, view, starts, ends)
    assert [m.text for article in articles.split(page) for m in bodies.find(page, article)] == ["工人文化宫", "泗阳县总工会"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("中铁九十局六公司工会慰问职工。", ["中铁九十局六公司工会"]),
        ("中建七十局和中冶某公司到场。", ["中建七十局"]),
        ("比赛由钻井五公司牵头,采油七厂协办。", ["钻井五公司", "采油七厂"]),
        ("活动由泗阳县总工会、晶元和科技有限公司协办。", ["泗阳县总工会", "晶元和科技有限公司"]),
        ("泗阳县总工会、扬子海洋集团工会等5家单位参加,扬子海洋集团9个集体获奖。", ["泗阳县总工会", "扬子海洋集团工会", "扬子海洋集团"]),
        ("国家电网公司和国家能源湖南发电公司派人。", ["国家电网公司", "国家能源湖南发电公司"]),
        ("九师白杨市总工会开会。", ["九师白杨市总工会"]),
        ("新南京国际大酒店开业。", ["新南京国际大酒店"]),
        ("桂林漓江假日酒店开业。", ["桂林漓江假日酒店"]),
        ("泗阳县疗区俱乐部由县总工会管理。", ["泗阳县疗区俱乐部", "县总工会"]),
        ("他赶上建厂六十周年,进厂当了工人。", []),
        ("11个市(区)总工会参加,各地市总工会响应。", []),
        ("走中国特色的工会发展道路。", []),
        ("在云棉纺织、机械加工等行业开展竞赛。", []),
        ("泗阳县人社局会同市发改委印发。", ["泗阳县人社局", "市发改委"]),
        ("服务中心成江苏工会一景,江苏工会分批培训。", ["江苏工会", "江苏工会"]),
    ],
)
def test_edges(sentence: str, names: list[str]) -> None:
    assert told(sentence) == names


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("贵阳东车辆段职工都说好,该段工会送来姜汤。", "该段工会", "贵阳东车辆段工会"),
        ("泗阳县人社局招工,该局派出人员。", "该局", "泗阳县人社局"),
        ("金桥职业技术学院办班,该校派出教师。", "该校", "金桥职业技术学院"),
        ("在扬子交运集团听取汇报后,他参观了集团荣誉室。", "集团", "扬子交运集团"),
        ("扬子油田夺冠,油田公司工会十分重视。", "油田公司工会", "扬子油田工会"),
        ("泗阳县众兴镇总工会走访企业,镇总工会送去毛巾。", "镇总工会", "泗阳县众兴镇总工会"),
        ("钢城县货运行业联合工会成立,联合工会处理了3起纠纷。", "联合工会", "钢城县货运行业联合工会"),
        ("湖北省总工会书记和团省委书记到场。", "团省委", "共青团湖北省委"),
        ("泗阳县总工会学习最高人民法院的意见。", "最高人民法院", "最高人民法院"),
        ("泗阳县总工会与兵团总工会座谈。", "兵团总工会", "兵团总工会"),
        ("泗阳县总工会参观南京博物院。", "南京博物院", "南京博物院"),
        ("泗阳县总工会主席到场,县总经审办主任也来了。", "县总经审办", "泗阳县总工会经审办"),
        ("北岭煤矿工会受表彰。北岭煤矿租了东岭煤矿,矿工会带头。", "矿工会", "北岭煤矿工会"),
        ("鞍钢机修厂的工人先进了车间,后来调离鞍钢。", "鞍钢", "鞍钢"),
    ],
)
def test_whom_a_pointer_means(text: str, form: str, name: str) -> None:
    assert [full for _, said, full in linked(text) if said == form] == [name]


def test_a_paragraph_that_tells_of_another_county_means_its_union() -> None:
    text = "泗阳县总工会送清凉,县总备了冰茶。\n\n沭阳县总工会也去了工地,今年县总又送去毛巾。"
    assert [name for _, said, name in linked(text) if said == "县总"] == ["泗阳县总工会", "沭阳县总工会"]


def test_the_name_of_an_organ_for_two_things() -> None:
    assert told("泗阳县教育和体育局发文,省经济和信息化厅协办。") == ["泗阳县教育和体育局", "省经济和信息化厅"]
    assert told("泗阳县妇联和教育局发文。") == ["泗阳县妇联", "教育局"]


def test_the_province_of_a_paragraph_that_names_places_of_another() -> None:
    text = "泗阳县总工会开会,省总工会来人。\n\n晋中市总工会也开会,省总工会派员。"
    assert [name for _, said, name in linked(text) if said == "省总工会"] == ["江苏省总工会", "山西省总工会"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("全总调研组来到江苏,调研组走访企业。", ["全总调研组", "调研组"]),
        ("走进移动沭阳分公司座谈。", ["移动沭阳分公司"]),
        ("民航西南地区管理局工会认真落实通知。", ["民航西南地区管理局工会"]),
        ("泗阳县工会积极推进协商。", ["泗阳县工会"]),
        ("成都、德阳、资阳市总工会签约。", ["成都", "德阳", "资阳市总工会"]),
        ("在同昌气体、民汇化工、联川电子等企业开展竞赛。", ["同昌气体", "民汇化工", "联川电子"]),
        ("先后深入宿迁市、沭阳县等工矿企业演出。", []),
        ("中国民航工会要求落实,民航工会派员。", ["中国民航工会", "民航工会"]),
        ("泗阳县冷链仓储企业联合工会有了牌子。", ["泗阳县冷链仓储企业联合工会"]),
        ("全国总工会宣教部指导。", ["全国总工会宣教部"]),
    ],
)
def test_more_edges(sentence: str, names: list[str]) -> None:
    assert told(sentence) == names


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("江淮银行泗阳分行获奖,分行员工领奖。", "分行", "江淮银行泗阳分行"),
        ("金桥职业技术学院揭牌,通过学院与企业共建基地。", "学院", "金桥职业技术学院"),
        ("泗阳县总工会困难职工帮扶中心揭牌,帮扶中心及时介入。", "帮扶中心", "泗阳县总工会困难职工帮扶中心"),
    ],
)
def test_a_head_alone_after_its_body(text: str, form: str, name: str) -> None:
    assert [full for _, said, full in linked(text) if said == form] == [name]


def test_a_brand_that_goes_on_is_another_name() -> None:
    assert told("走进中建孚佳公寓,看望京东骑手。") == ["京东"]
    assert told("联合人保某市分公司和中江保险江苏分公司座谈。")[-1] == "中江保险江苏分公司"


def test_a_county_of_two_characters_before_its_union() -> None:
    assert [name for _, said, name in linked("1月,文县总工会走访企业,县总工会主席到场。") if said == "县总工会"] == ["文县总工会"]
    assert told("泗阳县总工会和县总工会女职工委员会到场。")[-1] == "县总工会女职工委员会"


def test_a_group_is_not_its_numbered_bureau() -> None:
    text = "中交九十公局第三工程有限公司与中交九十公局集团获奖,贯彻中交集团战略。"
    assert [name for _, said, name in linked(text) if said == "中交集团"] == ["中交集团"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("数控快手李建民夺魁,大家的日子步步高。", []),
        ("工会用恒力推进工作,菜鸟也成了能手。", []),
        ("美团、蜂鸟等平台建会。", ["美团", "蜂鸟"]),
        ("滴滴司机走进驿站。", ["滴滴"]),
        ("200人来到龙湖公园。", []),
        ("项目交给星港汽配行业工会联合会。", ["星港汽配行业工会联合会"]),
    ],
)
def test_an_enterprise_whose_name_is_a_word_needs_a_sign(sentence, names):
    assert told(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("通州海丰有限公司、华宁县供排水有限公司获奖。", ["通州海丰有限公司", "华宁县供排水有限公司"]),
        ("深入福建立达昌集团、福建闽海有限公司调研。", ["福建立达昌集团", "福建闽海有限公司"]),
        ("泗阳县经促局、科技局派人。", ["泗阳县经促局", "科技局"]),
        ("南京市海达局局长到会,县里开局良好,市总工会发布局势报告。", ["南京市海达局", "市总工会"]),
        ("青岛等五市工会签约。", []),
        ("哈东集团所属电机公司工会、锅炉公司工会获奖。", ["哈东集团", "电机公司工会", "锅炉公司工会"]),
        ("走访精工机电公司、万达昌公司和电池公司。", ["精工机电公司", "万达昌公司", "电池公司"]),
        ("泗阳县文学协会、冶金美术协会协办。", ["泗阳县文学协会", "冶金美术协会"]),
        ("万达昌公司、物业公司、企业工会和学校工会派人。", ["万达昌公司"]),
        ("河钢宣钢、包钢3家单位介绍经验。", ["河钢宣钢", "包钢"]),
        ("4月,凌波稀土党委书记到会,凌波稀土团结奋进。", ["凌波稀土", "凌波稀土"]),
        ("国网宁夏电力、合肥城投和湖南移动工会签约。", ["国网宁夏电力", "合肥城投", "湖南移动工会"]),
        ("青海油田工程建设公司获奖。", ["青海油田工程建设公司"]),
        ("泗阳县桂城街道办事处副主任、新华街道办主任到会。", ["泗阳县桂城街道办事处", "新华街道办"]),
        ("泗阳县委组织部会同县总工会走访。", ["泗阳县委组织部", "县总工会"]),
        ("江苏省援疆工作前方指挥部、泗阳县防汛抗旱指挥部派人。", ["江苏省援疆工作前方指挥部", "泗阳县防汛抗旱指挥部"]),
        ("各县(市、区)总工会党组书记到会。", []),
        ("福建工会负责人表示支持,市政集团绿洲公司协办。", ["福建工会", "市政集团绿洲公司"]),
        ("江苏移动互联网企业建会,福建工会支持。", ["福建工会"]),
    ],
)
def test_members_of_lists_and_names_that_open_with_their_place(sentence: str, names: list[str]) -> None:
    assert told(sentence) == names


def test_a_university_of_another_place_is_another_one() -> None:
    text = "西南交通大学、浙江大学派队,中国机械冶金建材工会和中国机械冶金建材职工技术协会到会。"
    assert [name for _, _, name in linked(text)] == ["西南交通大学", "浙江大学", "中国机械冶金建材工会", "中国机械冶金建材职工技术协会"]


def test_a_district_whose_name_comes_later() -> None:
    text = "区总工会党组书记到楼宇座谈。来稿单位是南海区总工会。"
    assert [name for _, said, name in linked(text) if said == "区总工会"] == ["南海区总工会"]


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("泗阳县泗阳经济开发区总工会对接,开发区总工会汇报。", "开发区总工会", "泗阳县泗阳经济开发区总工会"),
        ("鞍钢矿业齐大山铁矿夺冠,鞍钢矿业获奖。", "鞍钢矿业", "鞍钢矿业"),
        ("裕昌钢铁公司开赛,裕昌轧钢厂参加,公司领导到场。", "公司", "裕昌钢铁公司"),
        ("瑞丰机械厂获奖,瑞丰机械有活力。", "瑞丰机械", "瑞丰机械厂"),
        ("泗阳经济开发区党工委书记、管委会主任李强到会。", "管委会", "泗阳经济开发区管委会"),
    ],
)
def test_which_body_a_short_form_means(text: str, form: str, name: str) -> None:
    assert [full for _, said, full in linked(text) if said == form] == [name]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        # Sub-units, and a body posted to another place.
        ("泗阳县城市管理综合执法局环卫大队参赛。", ["泗阳县城市管理综合执法局环卫大队"]),
        ("清河铁路局瑞丰庄养路工区开会。", ["清河铁路局瑞丰庄养路工区"]),
        ("泗阳县人民政府驻广州办事处和县驻东莞流动党委办班。", ["泗阳县人民政府驻广州办事处", "县驻东莞流动党委"]),
        # A bare tier before a short region, a verb inside the name; not behind 我, not over a number or another union.
        ("徐州市铜山区总工会和市惠民帮扶中心开班,比赛在区临湖文体中心举行。", ["徐州市铜山区总工会", "市惠民帮扶中心", "区临湖文体中心"]),
        ("泗阳县采茶戏保护传承中心演出。", ["泗阳县采茶戏保护传承中心"]),
        ("我市锦江科技有限公司获奖,全县9个供电所参加。", ["锦江科技有限公司"]),
        ("泗阳县总工会联合行业协会办班。", ["泗阳县总工会"]),
        # 总 is the union's before 计划, 投资 and 负责人.
        ("泗阳县总计划建站,县总投资18万元,县总负责人到场,全县总投资5亿元。", ["泗阳县总", "县总", "县总"]),
        ("泗阳县总会同市公安局工会办班。", ["泗阳县总", "市公安局工会"]),
        # A union's name before any noun but an event or a facility.
        ("打造江苏工会特色,江苏工会第十次代表大会召开。", ["江苏工会"]),
        ("泗阳县总工会直属工会职工球赛开打。", ["泗阳县总工会"]),
        # The first of a list of firms; trades are none; a brand that the dictionary cuts.
        ("云源新材、霁海晴等8家示范企业获奖。", ["云源新材", "霁海晴"]),
        ("铜箔制造、光纤检测等重点企业技能大赛开赛。", []),
        ("给中通快递小哥送水。", ["中通快递"]),
        # 两地 and a number are no names; a union's station is none of its own; 该项目工会 and a numbered mine.
        ("清河云溪两地工会开会,四所青禾湖学院授牌,泗阳公园工会爱心驿站开门。", []),
        ("中铁四局瑞丰项目工会办班,该项目工会设书屋。", ["中铁四局瑞丰项目工会", "该项目工会"]),
        ("泗阳三号煤矿开会。", ["泗阳三号煤矿"]),
        # The palace of the home.
        ("泗阳县总工会调研,工人文化宫人气很旺。", ["泗阳县总工会", "工人文化宫"]),
        ("大家都爱去工人文化宫。", []),
        # Brands: the longer one is looked at for what follows it.
        ("中通快递杯足球赛开赛,满帮集团工会送水。", ["满帮集团工会"]),
        # Persons that look for a firm are no firms.
        ("李一之、余军等人几次找公司讨薪。", []),
    ],
)
def test_sub_units_posted_bodies_and_short_unions(sentence: str, names: list[str]) -> None:
    assert told(sentence) == names


def test_a_chain_of_places_that_the_dictionary_has_as_one_word_opens_a_name_whole() -> None:
    assert told("近日,吉林长春南关区总工会启动新办法,甘肃兰州七里河区人社局到场。") == ["吉林长春南关区总工会", "甘肃兰州七里河区人社局"]
    assert told("近日,客人走访了杭州市和安吉县总工会。")[-1] == "安吉县总工会"


@pytest.mark.parametrize("text", ["该校区很大", "该校长致辞", "该校友回来了", "该校园很大"])
def test_a_noun_within_a_longer_word_points_to_nobody(text: str) -> None:
    school = "云州师范学校建成。"
    assert [where for _, _, _, where in bodies_of(school + text)] == [0]


@pytest.mark.parametrize("text", ["该校在城西", "该校内有书屋", "该校现有教师", "该校教师"])
def test_a_noun_at_the_end_of_its_word_points_back(text: str) -> None:
    school = "云州师范学校建成。"
    assert ("Organization", "该校", "云州师范学校", len(school)) in bodies_of(school + text)
