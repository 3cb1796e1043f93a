"""Union bodies, companies and other organisations: full names, their edges, short and deictic forms, and what is no body."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.bodies import bodies
from graph.records import Mention
from tests.extract.conftest import laid_out


def found(*paragraphs: str) -> list[Mention]:
    page, article = laid_out(*paragraphs)
    mentions = bodies.find(page, article)
    assert all(m.text == page.view[m.start : m.end] for m in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    return mentions


def texts(kind: str, *paragraphs: str) -> list[str]:
    return [mention.text for mention in found(*paragraphs) if mention.type == kind]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("近日,安徽省芜湖市总工会下发通知。", ["安徽省芜湖市总工会"]),
        ("活动由芜湖市鸠江区总工会主办。", ["芜湖市鸠江区总工会"]),
        ("内蒙古自治区总工会与呼和浩特市总工会共同部署。", ["内蒙古自治区总工会", "呼和浩特市总工会"]),
        ("由自治区总工会牵头。", ["自治区总工会"]),
        ("中华全国总工会发布通报,全国总工会权益保障部部长到会。", ["中华全国总工会", "全国总工会"]),
        ("昆山经济技术开发区总工会新建两个站点。", ["昆山经济技术开发区总工会"]),
        ("市三级工会来谈,力争与台湾工会交流,南通保税区基层工会参加。", []),
        ("新疆生产建设兵团第八师石河子市总工会开会。", ["新疆生产建设兵团第八师石河子市总工会"]),
        ("兵团第一师阿拉尔市总工会到访。", ["兵团第一师阿拉尔市总工会"]),
        ("昆山经济技术开发区工会第四次代表大会召开,陈晨代表开发区总工会讲话。", ["昆山经济技术开发区工会", "开发区总工会"]),
        ("由青村山华侨经济区工会、奎屯—青河经济技术开发区总工会组队。", ["青村山华侨经济区工会", "奎屯—青河经济技术开发区总工会"]),
        ("金湖县银涂镇总工会副主席到会。", ["金湖县银涂镇总工会"]),
        ("江苏省教科文卫体工会派员指导。", ["江苏省教科文卫体工会"]),
        ("省财贸轻纺工会来调研。", ["省财贸轻纺工会"]),
        ("与宿迁市网约车行业工会联合会签约。", ["宿迁市网约车行业工会联合会"]),
        ("宿迁市货运行业工会联合会城南分会成立。", ["宿迁市货运行业工会联合会城南分会"]),
        ("爱心由东山物流园工会联合会传递。", ["东山物流园工会联合会"]),
        ("江苏金棉纺织有限公司工会主席到会。", ["江苏金棉纺织有限公司工会"]),
        ("大丰华锐股份有限公司总装车间工会被评为先进。", ["大丰华锐股份有限公司总装车间工会"]),
        ("高邮市人民医院工会开展比赛。", ["高邮市人民医院工会"]),
        ("西峰矿工会成立了工作室。", ["西峰矿工会"]),
        ("福建工会在全省推开这一做法。", ["福建工会"]),
        ("市总工会女职工委员会主任到会。", ["市总工会女职工委员会"]),
        ("讲座请到全国总工会女职工部。", ["全国总工会女职工部"]),
    ],
)
def test_union_bodies_from_region_or_unit_to_body_type(sentence: str, names: list[str]) -> None:
    assert texts("Union", sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县总要求各级工会抓好落实。", ["县总"]),
        ("洪泽区总请来专家。", ["洪泽区总"]),
        ("东台市总结合实际开展活动。", ["东台市总"]),
        ("市总统一部署,省总有关部门支持。", ["市总", "省总"]),
        ("根据全总要求,区总会同人社局办班。", ["全总", "区总"]),
        ("请省、市总专家授课。", ["省", "市总"]),
        ("获得全总、省、市总工会表彰。", ["全总", "省", "市总工会"]),
        ("该市总工会投入30万元。", ["市总工会"]),
        ("由县总分管领导主持评议。", ["县总"]),
        ("市政协副主席、总工会主席到会,各地总工会都来了。", ["总工会"]),
        ("第八师总工会承办。", ["第八师总工会"]),
    ],
)
def test_short_forms(sentence: str, names: list[str]) -> None:
    assert texts("Union", sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "各级工会、基层工会要抓好落实。",
        "镇(区、街道)工会每年召开两次会议。",
        "县(市、区)总工会和市县总工会都要建站。",
        "各区总工会、各镇街工会共同参与。",
        "企业工会与职工协商,行业工会联合会参加。",
        "纳入全县总体规划,全市总人口下降,园区总面积扩大。",
        "聚焦职工会员需求,东莞职工会员增加。",
        "在“东台工会”微信公众号发布。",
        "江苏工会工作会议召开,全省工会干部参加,打造智慧工会。",
        "中国工会第十八次全国代表大会召开。",
        "各厂、矿工会都建了家。",
        "安全总监到场,完全总结出来。",
    ],
)
def test_what_is_no_single_union(sentence: str) -> None:
    assert texts("Union", sentence) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("走访江苏恒达电子设备有限公司了解情况。", ["江苏恒达电子设备有限公司"]),
        ("金纬纺织(淮安公司)职工参加。", ["金纬纺织(淮安公司)"]),
        ("走进宏岳重工集团(盐城)紧固件有限公司。", ["宏岳重工集团(盐城)紧固件有限公司"]),
        ("走访QX蓝芯显示(中国)有限公司班组。", ["QX蓝芯显示(中国)有限公司"]),
        ("国网山东省电力公司临沂供电公司组织抢修。", ["国网山东省电力公司临沂供电公司"]),
        ("在中国工商银行沐川支行和邮储银行泸县支行设站。", ["中国工商银行沐川支行", "邮储银行泸县支行"]),
        ("胜利油田东辛采油厂、贵阳工务段参加。", ["胜利油田东辛采油厂", "贵阳工务段"]),
        ("苏盐阀门机械公司实现增收。", ["苏盐阀门机械公司"]),
        ("走进江苏先派新材料有限公司车间。", ["江苏先派新材料有限公司"]),
        ("他在恒州物流集团有限公司上班。", ["恒州物流集团有限公司"]),
        ("市供电公司、县第二酒厂参赛。", ["市供电公司"]),
        ("中铁十四局集团有限公司承建。", ["中铁十四局集团有限公司"]),
        ("共建单位有亿安动力、骁风汽车等企业。", ["亿安动力", "骁风汽车"]),
        ("组织中通、韵达和京东等7家企业的代表座谈。", ["中通", "韵达", "京东"]),
        ("与货拉拉长沙分公司共建。", ["货拉拉长沙分公司"]),
        ("参观村瀚电子与泓光卫星的车间。", ["村瀚电子", "泓光卫星"]),
        ("来到盐城华达服务公司(美团)宝应分公司。", ["盐城华达服务公司(美团)宝应分公司"]),
        ("近日,中国船舶集团有限公司南方特种装备集团川江公司召开大会。", ["中国船舶集团有限公司南方特种装备集团川江公司"]),
    ],
)
def test_companies(sentence: str, names: list[str]) -> None:
    assert texts("Company", sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "物业公司、快递公司和劳务派遣公司都要建会。",
        "27家企业、3家物流公司参加。",
        "不少公司、一家公司、某公司没有做到。",
        "《中华人民共和国公司法》和公司制改革。",
        "农业合作社812家,种养殖合作社40家。",
        "有人想办厂,有人出医院。",
    ],
)
def test_what_is_no_single_company(sentence: str) -> None:
    assert texts("Company", sentence) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("东海县政协副主席到会。", ["东海县政协"]),
        ("根据县委、县政府部署。", ["县委", "县政府"]),
        ("市委市政府高度重视。", ["市委", "市政府"]),
        ("市委常委、统战部部长到会。", ["市委"]),
        ("工信局、人社局、工商联等单位支持。", ["工信局", "人社局", "工商联"]),
        ("省人社厅、省企业联合会联合发文。", ["省人社厅", "省企业联合会"]),
        ("福州市人社局指导,与福州市快递协会签订协议。", ["福州市人社局", "福州市快递协会"]),
        ("淮海市快递协会同淮海市快递业工会联合会签约。", ["淮海市快递协会"]),
        ("江阴市人力资源和社会保障局印发方案。", ["江阴市人力资源和社会保障局"]),
        ("烟台市交警三大队、烟台市公安局交通警察支队到场。", ["烟台市交警三大队", "烟台市公安局交通警察支队"]),
        ("意见由县协调劳动关系三方委员会印发。", ["县协调劳动关系三方委员会"]),
        ("赴武汉理工大学学习,成都市双流区棠湖中学教师参加。", ["武汉理工大学", "成都市双流区棠湖中学"]),
        ("西安市劳模协会会长到场。", ["西安市劳模协会"]),
        ("市作协、市总职工文体活动中心来人。", ["市作协", "市总职工文体活动中心"]),
        ("中国职工保险互助会甘肃省办事处送来慰问金。", ["中国职工保险互助会甘肃省办事处"]),
        ("共青团淮安市委、团市委和市委两新工委参加。", ["共青团淮安市委", "团市委", "市委两新工委"]),
        ("由中宣部、教育部发布。", ["中宣部", "教育部"]),
        ("阳山县代表队夺冠。", ["阳山县代表队"]),
        ("命名保税区、临港产业园等6家省级示范单位。", ["保税区", "临港产业园"]),
    ],
)
def test_organisations(sentence: str, names: list[str]) -> None:
    assert texts("Organization", sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "镇(区、街道)政府每年召开会议,各级党委、政府支持。",
        "研究职工提出的问题,当前局面向好,走进演播大厅。",
        "集体协商会面临新情况。",
        "当选全国人大代表和省政协委员。",
        "建立3家服务中心,以职工为中心,把服务送到市中心。",
        "清河县总工会紧紧围绕全年中心工作,服务发展大局。",
        "学校、医院和社区要配合。",
    ],
)
def test_what_is_no_single_organisation(sentence: str) -> None:
    assert texts("Organization", sentence) == []


def test_a_union_swallows_its_company_and_leaves_its_chairman() -> None:
    mentions = found("连云港市恒岳轴承股份有限公司工会主席 高立")
    assert [(m.type, m.text) for m in mentions] == [("Union", "连云港市恒岳轴承股份有限公司工会")]


def test_the_party_secretary_of_a_company_holds_a_post_of_the_company() -> None:
    assert texts("Company", "宜宾启明仪表有限公司党总支书记、工会主席到车间。") == ["宜宾启明仪表有限公司"]


def test_town_bodies_only_where_the_sentence_has_the_town() -> None:
    assert texts("Union", "界集镇今年把镇工会与镇政府联席会议开到村里。") == ["镇工会"]
    assert texts("Union", "要发挥镇工会的作用。") == []


def test_shortened_mentions_carry_the_full_name() -> None:
    mentions = found("江苏瑞泽电子设备有限公司是大户。", "瑞泽电子今年增资,瑞泽公司的职工受益,江苏瑞泽还要扩产。")
    assert [(m.text, m.name) for m in mentions[1:]] == [(text, "江苏瑞泽电子设备有限公司") for text in ("瑞泽电子", "瑞泽公司", "江苏瑞泽")]
    assert {m.rule for m in mentions[1:]} == {"company.again"}


def test_a_name_that_the_text_gives_in_brackets() -> None:
    mentions = found("淮海市家政行业工会联合会上月挂了牌(下称“家政会”),家政会教保姆做菜。")
    assert [m.text for m in mentions] == ["淮海市家政行业工会联合会", "家政会", "家政会"]


def test_two_companies_that_share_a_short_form_leave_it_open() -> None:
    mentions = found("江苏瑞泽电子有限公司和山东瑞泽电子有限公司都来了。", "瑞泽电子获奖。")
    assert [(m.text, m.name) for m in mentions] == [("江苏瑞泽电子有限公司", None), ("山东瑞泽电子有限公司", None), ("瑞泽电子", None)]


def test_the_company_alone_after_it_was_named() -> None:
    mentions = found("公司很忙。", "江苏瑞泽电子设备有限公司扩产,不仅为公司增收,该公司工会还办班。")
    assert [(m.text, m.rule) for m in mentions] == [
        ("江苏瑞泽电子设备有限公司", "company.legal.full"),
        ("公司", "company.deictic"),
        ("该公司工会", "union.unit.deictic"),
    ]


def test_the_union_of_this_mine_after_the_mine_was_named() -> None:
    assert texts("Union", "北岭矿工会开展培训。该矿工会完善制度。") == ["北岭矿工会", "该矿工会"]
    assert texts("Company", "北岭矿重视职工之家建设,矿工和矿区居民都受益。") == ["北岭矿"]


def test_organs_of_law_alone_only_in_lists_and_cultural_palaces() -> None:
    assert texts("Organization", "经贵州省委依法治省办同意立项。") == ["贵州省委依法治省办"]
    assert texts("Organization", "展示了职工书屋、工人文化宫、工匠学院的成果。") == ["工人文化宫"]
    assert texts("Organization", "各级工人文化宫要发挥公益作用。") == []


def test_every_one_of_a_kind_is_no_body_and_quarters_of_the_sky_are_brands() -> None:
    assert texts("Union", "来自金湖县各街道联合工会、车间工会的骨干参加。") == []
    assert texts("Organization", "龙华区各街道党工委负责。") == []
    assert texts("Company", "走进北方特种装备集团。") == ["北方特种装备集团"]


def test_a_company_with_and_without_its_parent_has_one_short_form() -> None:
    page = "中国船舶集团有限公司北方特种装备集团川江公司召开大会。川江公司获奖。", "北方特种装备集团川江公司工会 李伟"
    assert texts("Company", *page) == ["中国船舶集团有限公司北方特种装备集团川江公司", "川江公司"]


def test_this_body_points_back_to_one_of_its_kind() -> None:
    assert [m.text for m in found("淮海技师学院办了班,该学院还送教进厂,该医院没有。")] == ["淮海技师学院", "该学院"]


@given(st.lists(st.sampled_from("江苏省淮安市县总工会公司有限委政府的在与、,。(“1)集团局"), max_size=30).map("".join))
def test_no_text_breaks_it_and_no_two_mentions_overlap(text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("淮安市、宿迁市、泰州市总工会共同发起。", ["淮安市", "宿迁市", "泰州市总工会"]),
        ("海盐、平湖、桐乡三地总工会签约。", []),
        ("江苏省和宿迁市总工会到会。", ["宿迁市总工会"]),
        ("东台市、射阳县总工会表态。", ["东台市", "射阳县总工会"]),
        ("宿迁高新区(宿豫区)总工会举办活动。", ["宿迁高新区(宿豫区)总工会"]),
        ("金湖县委常委、总工会主席王强出席。", ["总工会"]),
        ("银涂镇党委副书记、工会主席王强出席。", []),
        ("金湖县总工会成立,该工会制订方案,各级工会应该工会组织齐全。", ["金湖县总工会", "该工会"]),
        ("苏恒矿业公司工会组织召开会议,江苏工会组织建设加强。", ["苏恒矿业公司工会"]),
        ("恒油三建工会从班组抓起,该公司工会干事李强说。", ["恒油三建工会", "该公司工会"]),
        ("宿迁市各县区工会瞄准目标。", []),
        ("两名焊工兼任县总工会副主席,完成县总工会换届。", ["县总工会", "县总工会"]),
        ("受到全总表彰,省总表彰了先进。", ["全总", "省总"]),
    ],
)
def test_unions_in_lists_in_chains_of_posts_and_before_what_they_do(sentence: str, names: list[str]) -> None:
    assert texts("Union", sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县总工会与县人社局、法院、检察院、政法委签约,到法院起诉。", ["县人社局", "法院", "检察院", "政法委"]),
        ("县总联合人社局开展招聘。", ["人社局"]),
        ("金湖县推进产业工人队伍建设改革协调小组审议。", ["金湖县推进产业工人队伍建设改革协调小组"]),
        ("金湖县委成立产改领导小组。", ["金湖县委", "产改领导小组"]),
        ("金湖县委产改领导小组办公室印发通知,领导小组办公室要求落实。", ["金湖县委产改领导小组办公室", "领导小组办公室"]),
        ("国家税务总局金湖县税务局参加。", ["国家税务总局金湖县税务局"]),
        ("市公安局交管局、县公安局交警大队参加。", ["市公安局交管局", "县公安局交警大队"]),
        ("金湖县第一中学、金湖县保健院获奖。", ["金湖县第一中学", "金湖县保健院"]),
        ("苏恒电子有限公司党委和工会高度重视。", []),
        ("由金湖县总工会、江苏金湖高新技术产业园区等单位协办。", ["江苏金湖高新技术产业园区"]),
        ("好消息。来源:《江苏工人报》", []),
    ],
)
def test_organs_in_lists_groups_and_parts_of_other_organs(sentence: str, names: list[str]) -> None:
    assert texts("Organization", sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("苏恒科技、达上达集团、顺化物流、三金医疗等行业龙头企业先后建家。", ["苏恒科技", "达上达集团", "顺化物流", "三金医疗"]),
        ("在电子信息、装备制造、新能源、生物医药等重点企业开展,民营企业、外资企业等各类企业建会。", []),
        ("淮安市鹿之角科技有限公司到会。", ["淮安市鹿之角科技有限公司"]),
        ("金湖县自来水公司、工商银行运前支行参加。", ["金湖县自来水公司", "工商银行运前支行"]),
        ("记者在国网金湖县供电公司采访。", ["国网金湖县供电公司"]),
        ("金湖县总工会职工和县自来水公司签约。", ["县自来水公司"]),
        ("恒油三建工会成立。恒油三建面貌一新,公司职工高兴。", ["恒油三建", "公司"]),
        ("江苏海燕电子有限公司的“海燕”项目启动。", ["江苏海燕电子有限公司"]),
    ],
)
def test_enterprises_in_lists_behind_small_words_and_from_their_unions(sentence: str, names: list[str]) -> None:
    assert texts("Company", sentence) == names
