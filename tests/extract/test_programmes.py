"""Initiatives: quoted names, names with their quoted attribute, unquoted schemes, columns; and quotations that are none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.initiatives import programmes
from graph.records import Mention
from tests.extract.conftest import laid_out


def found(*paragraphs: str, headline: str = "") -> list[Mention]:
    page, article = laid_out(*paragraphs, headline=headline)
    mentions = programmes.find(page, article)
    assert all(m.text == page.view[m.start : m.end] and m.type == "Initiative" for m in mentions)
    return mentions


def texts(*paragraphs: str, headline: str = "") -> list[str]:
    return [mention.text for mention in found(*paragraphs, headline=headline)]


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("区总开展“灯塔圆梦”行动。", "灯塔圆梦", "campaign"),
        ("全市职工参加“金锚杯”职工焊接技能大赛。", "金锚杯", "competition"),
        ("在“海港工会在线”微信公众号发布消息。", "海港工会在线", "platform"),
        ("建成“安心泊”货车司机驿站。", "安心泊", "station"),
        ("实施“四强化四提升”工程。", "四强化四提升", "project"),
        ("推行“2+5+N”工作机制。", "2+5+N", "mechanism"),
        ("构建“1+3+N”流动职工服务体系,覆盖全港。", "“1+3+N”流动职工服务体系", "mechanism"),
        ("打造“老周讲堂”职工学习品牌。", "老周讲堂", "brand"),
        ("设立“灯火夜校”专栏。", "灯火夜校", "column"),
    ],
)
def test_quoted_name_without_its_head_noun(sentence: str, name: str, kind: str) -> None:
    assert [(m.text, m.kind) for m in found(sentence)] == [(name, kind)]


def test_last_noun_of_a_chain_gives_the_kind() -> None:
    assert [m.kind for m in found("联合开展“塔吊先锋”项目建设攻坚行动。")] == ["campaign"]
    assert [m.kind for m in found("举办“炉火杯”数据中心运维平台比武。")] == ["competition"]


def test_row_shares_the_noun_behind_it() -> None:
    assert texts("“船员补贴”“港工乐购”“每月观影日”等近10个主题活动受到欢迎。") == ["船员补贴", "港工乐购", "每月观影日"]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("突出“三级”岗位工资集体协商,效果明显。", "“三级”岗位工资集体协商"),
        ("推行“两心”工作法,职工满意。", "“两心”工作法"),
        ("建成“15分钟”职工服务圈,覆盖全港。", "“15分钟”职工服务圈"),
        ("今年“双节”送温暖,船员都收到了礼包。", "“双节”送温暖"),
        ("开展“双节”慰问老船员送温暖活动。", "“双节”慰问老船员送温暖活动"),
        ("开展“互联网+”船员健康咨询,深受欢迎。", "“互联网+”船员健康咨询"),
        ("建成“码头+渔船+网箱”立体化船员服务阵地,覆盖全港。", "“码头+渔船+网箱”立体化船员服务阵地"),
        ("推进“泊、修、养”一体化船员服务阵地建设,覆盖全港。", "“泊、修、养”一体化船员服务阵地"),
        ("建立“港口—渔村”点对点联系对接机制。", "“港口—渔村”点对点联系对接机制"),
        ("健全“港务局—码头—渔船”三级救助机制,人人受益。", "“港务局—码头—渔船”三级救助机制"),
    ],
)
def test_quotation_that_is_only_an_attribute_brings_its_noun(sentence: str, phrase: str) -> None:
    assert texts(sentence) == [phrase]


def test_event_with_motto_place_and_year_is_one_name() -> None:
    assert texts("由市总主办的“相约灯塔·缘来是港”青岛市2024年海岛相亲节启动仪式举行。") == ["“相约灯塔·缘来是港”青岛市2024年海岛相亲节"]


@pytest.mark.parametrize(
    "sentence",
    [
        "当好职工的“娘家人”,架起党群“连心桥”。",
        "增强“四个意识”,做到“两个维护”,谋划“十四五”发展。",
        "坚持“马上就办、真抓实干”的原则,按照“早谋划、早部署”的要求。",
        "有人“谈虎色变”,有人“狮子大开口”,不能“一刀切”。",
        "“这下心里踏实了。”货车司机老李说。",
        "他表示:“我们会把驿站越办越好”。",
        "公司被评为“平安示范岗”,获得“最美站点”称号。",
        "学习贯彻“党的二十大精神”活动。",
        "走访“饿了么”“美团外卖”等平台的骑手。",
        "为年轻技工添上“薪”动力,筑牢思想之“魂”。",
    ],
)
def test_quotations_that_name_no_initiative(sentence: str) -> None:
    assert texts(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("在码头派出所建立职工法律援助工作站,船员受益。", "职工法律援助工作站"),
        ("建立码头作业风险分级预警机制。", "码头作业风险分级预警机制"),
        ("推动成立造船、航运、修船3个产业链党建联盟。", "产业链党建联盟"),
        ("组织参加全省第四届船员应急救护竞赛。", "全省第四届船员应急救护竞赛"),
        ("市总参与承办了两届灯塔港湾职工论坛。", "灯塔港湾职工论坛"),
        ("以服务远航为主题的2019年港口叉车工操作大赛决赛落幕。", "2019年港口叉车工操作大赛"),
        ("在东港码头举行的引航员救生技能竞赛上,老周夺冠。", "引航员救生技能竞赛"),
        ("由区总工会主办的慰问老船员系列活动在东港启动。", "慰问老船员系列活动"),
        ("7日晚,市总工会庆祝“五一”国际劳动节暨表彰先进颁奖晚会在灯塔剧院举办。", "庆祝“五一”国际劳动节暨表彰先进颁奖晚会"),
        ("3日,灯塔港深化船员创新工作室联盟暨推进引航交流活动在东港举行。", "灯塔港深化船员创新工作室联盟暨推进引航交流活动"),
        ("东港海事局桃花岭道班书香工会驿站通过了验收。", "东港海事局桃花岭道班书香工会驿站"),
        ("新建设工会驿站24个。", "工会驿站"),
        ("全国引航员大赛轻舟赛道到灯塔港比拼。", "全国引航员大赛"),
        ("以扬帆远航为主题的2019年度第一期引航员培训班,来了百余人。", "2019年度第一期引航员培训班"),
        ("这是市总工会渔港船员关爱季系列活动的一场。", "渔港船员关爱季"),
        ("组织机关干部深入全县工会驿站。", "工会驿站"),
        ("港城举办建功灯塔引航员颁奖暨庆“五一”文艺演出。", "建功灯塔引航员颁奖暨庆“五一”文艺演出"),
        ("立足第九届船员技能大赛平台,开展练兵。", "第九届船员技能大赛"),
        ("特别是东港支行营业部工会驿站入选了。", "东港支行营业部工会驿站"),
        ("灯塔县工会户外劳动者服务站点(东港站)获好评。", "灯塔县工会户外劳动者服务站点(东港站)"),
        ("东港社区党群服务中心户外职工爱心接力站开门迎客。", "东港社区党群服务中心户外职工爱心接力站"),
        ("开展送书香进码头活动12场。", "送书香进码头"),
        ("港口职工春季安康行动全面启动。", "港口职工春季安康行动"),
        ("日前启动暖“新”十大行动,职工受益。", "暖“新”十大行动"),
        ("学生走进李海生劳模创新工作室参观。", "李海生劳模创新工作室"),
        ("码头海员家属服务站是最热闹的地方。", "码头海员家属服务站"),
        ("海难救助爱心基金为5名船员捐款。", "海难救助爱心基金"),
        ("给海员送去暖“海”礼包。", "暖“海”礼包"),
        ("东港海员驻港代表爱心看望救助活动开始报名,组织开展远洋海员家属探望救助活动。", "远洋海员家属探望救助活动"),
        ("制定2021年至2023年全港渔民职工小家建设三年规划。", "2021年至2023年全港渔民职工小家建设三年规划"),
        ("渔港与船厂共建的灯塔港海员法律服务一体化基地,有三间房。", "灯塔港海员法律服务一体化基地"),
        ("全力推进灯塔船员圆梦计划。", "灯塔船员圆梦计划"),
        ("船员老周在智慧工会小程序上预约体检。", "智慧工会小程序"),
        ("自从青岛数字工会平台开通,船员办事快了。", "青岛数字工会平台"),
        ("日前,青岛市渔船劳模工匠创新工作室联盟成立。", "青岛市渔船劳模工匠创新工作室联盟"),
        ("两港牵头成立引航工匠创新联盟。", "引航工匠创新联盟"),
    ],
)
def test_unquoted_scheme_behind_its_verb(sentence: str, name: str) -> None:
    assert texts(sentence) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "开展劳动竞赛和集体协商,建立长效机制。",
        "完善工作制度,搭建交流平台。",
        "组织文体活动,开展技能培训。",
        "按要求搭建的这个智慧平台,船员常用。",
        "各港都说智慧工会平台好。",
        "老周曾获得全国职业技能竞赛冠军。",
        "回应每条正当意见和驿站选址的难题。",
        "建设以渔港公共法律服务中心为载体的阵地,给海员救助志愿服务队队员讲课。",
        "如今已在各港海员服务站设了热水点。",
        "是灯塔港务集团公司客运系统成立的首家班组。",
        "眼下全港各级服务平台都很忙。",
        "被港口认定为人才纽带、打造的暖心送进海员公寓。",
    ],
)
def test_practices_without_a_name_of_their_own(sentence: str) -> None:
    assert texts(sentence) == []


def test_part_of_a_contest_is_a_name_of_its_own() -> None:
    assert texts("3日,青岛市第六届船员技能大赛东港选拔赛落幕。") == ["青岛市第六届船员技能大赛", "东港选拔赛"]


def test_name_is_found_again_without_marks() -> None:
    assert texts("区总打造“安心泊驿站”服务品牌。", "安心泊驿站全年开放。") == ["安心泊驿站", "安心泊驿站"]


def test_names_without_marks_bear_rules_of_their_own() -> None:
    rules = [mention.rule for mention in found("区总工会启动“暖流同行”行动,建立职工法律援助工作站。市第三届叉车工技能大赛开幕。")]
    assert rules == ["initiative.quoted", "initiative.unquoted.verb", "initiative.unquoted.begins"]


def test_headline_scheme_is_found_by_its_bare_noun() -> None:
    article = ["港城区建立工会与商会联席会议制度。", "召开联席会议之前征求意见。", "联席会议确定的事项,由联席会议督办。"]
    assert texts(*article, headline="推动联席会议全覆盖") == [
        "联席会议", "工会与商会联席会议制度", "联席会议", "联席会议", "联席会议",
    ]  # fmt: skip


def test_column_between_title_marks_is_an_initiative() -> None:
    assert [(m.text, m.kind) for m in found("专栏设置《船长手记》栏目,刊发《出海》一文。")] == [("船长手记", "column")]


def test_list_in_one_quotation_is_taken_apart_when_its_parts_are_quoted_too() -> None:
    article = ["启动“百船千港”工程,即“百船亮灯、千港送学”。", "“百船亮灯”走近船员,“千港送学”送课上门。"]
    assert texts(*article) == ["百船千港", "百船亮灯", "千港送学", "百船亮灯", "千港送学"]


@given(st.text(alphabet="开展“”‘’《》三心+工作法行动、,。的竞赛活动12N", max_size=60))
def test_any_text_is_read_without_overlaps(text: str) -> None:
    mentions = found(text)
    for one, other in pairwise(mentions):
        assert one.end <= other.start


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        # marks, brackets and feasts inside a name
        ("工会举办青湾镇第六届职工庆“五一”拔河邀请赛。", ["青湾镇第六届职工庆“五一”拔河邀请赛"]),
        ("设立“窗口式”船员法律服务中心。", ["“窗口式”船员法律服务中心"]),
        ("总结出“问、帮、教、谈”四字安全工作法。", ["“问、帮、教、谈”四字安全工作法"]),
        ("推行“诉、调、援”三位一体的维权服务模式。", ["“诉、调、援”三位一体的维权服务模式"]),
        # 就业 is no 就, a name may open with it
        ("大力实施新就业形态船员暖湾工程。", ["新就业形态船员暖湾工程"]),
        # an event that is held somewhere; a house that stands somewhere
        ("下午,海州镇首届职工剪纸大赛在灯塔广场顺利举行。", ["海州镇首届职工剪纸大赛"]),
        ("东港户外工友驿站位于码头一楼。", ["东港户外工友驿站"]),
        # whose it is stands before a name, and is none of it
        ("青湾市总工会港区春运暖心服务行动启动。", ["港区春运暖心服务行动"]),
        ("区总工会“连心互助屋”受到表彰。", ["连心互助屋"]),
        # short names right before their noun
        ("将“双比”活动与生产结合起来。", ["双比"]),
        ("广泛开展能人进码头活动。", ["能人进码头"]),
    ],
)
def test_edges_of_names(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


def test_year_between_a_quoted_name_and_its_noun() -> None:
    assert texts("渔港的“情满海湾 与爱同行”2024年暑期远洋船员子女爱心托管班来了。")[:1] == ["情满海湾 与爱同行"]


def test_counted_name_is_no_other_name_in_the_brackets_that_explain_it() -> None:
    mentions = found("职工参加“三小”(小创意、小改装、小窍门)和“四比”(比安全、比质量、比进度、比服务)活动。")
    assert [m.text for m in mentions] == ["三小", "四比"]


def test_care_campaign_is_a_name_only_where_it_is_an_activity() -> None:
    assert texts("工会到码头开展送清凉慰问活动。", "送清凉队伍走了一天。", headline="到船台送清凉") == ["送清凉"] * 3
    assert texts("工会为船员送清凉,大家很高兴。") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "深化各港口各班组各航线创新工作室的往来。",
        "工会建起职工之家、职工书屋、健身房。",
        "立足岗位组织劳动竞赛。",
        "1家被评选为全国最美骑手驿站。",
        "聚焦“强化安全意识、助力企业生产”核心目标。",
        "做好服务,激活乡村“一池春水”。",
        "她带出来的徒弟拿了灯塔市海员技能大赛银奖。",  # an honour
        "队伍里汇聚了渔港疏浚环境保护工程师。",  # people
        "会议通过了灯塔市海员温暖行动实施方案。",  # a document
    ],
)
def test_no_initiative_by_its_surroundings(sentence: str) -> None:
    assert texts(sentence) == []


def test_facility_by_its_bare_noun_as_a_subject() -> None:
    mentions = found("区总建成“暖桅”船员服务中心。中心集成九大功能,市中心的船员常来。", "这里是市民活动的中心。")
    assert [(m.text, m.name) for m in mentions] == [("暖桅", None), ("中心", "暖桅")]


def test_bare_noun_without_such_a_facility_is_none() -> None:
    assert texts("平台共有会员三万人。") == []


def test_empty_quotation_is_no_name() -> None:
    assert texts("开展“ ”活动和“海灯”行动。") == ["海灯"]


def test_slogan_does_not_repeat_a_name() -> None:
    assert texts("开展“关爱船员”慰问活动,营造“学习船员、尊重船员、关爱船员”的社会氛围。") == ["关爱船员"]


def test_two_events_joined_and_the_place_before_them() -> None:
    assert texts("日前,淮海市东港区船员技能提升行动暨“提升年”动员会启动。")[0].endswith("船员技能提升行动")
    assert texts("青湾柑橘培训项目,获省总工会优秀项目二等奖。") == ["青湾柑橘培训项目"]


def test_verbs_that_only_list_or_conjunctions_open_no_name() -> None:
    assert texts("全年开办涵盖焊工技能的工坊,用好“师徒结对”和工匠创新工作室等平台。") == ["师徒结对"]
    assert texts("区总工会不断发力书屋建设,添了新书。") == []


def test_what_was_counted_stays_outside_the_name() -> None:
    assert texts("公司开展“五小”竞赛,全年征集“五小”革新成果17项,颁奖两次。") == ["五小"]


def test_verb_behind_the_head_noun_ends_the_name() -> None:
    assert texts("以“工会+园区+街道”协作模式汇聚服务合力。") == ["工会+园区+街道"]


def test_editions_counted_before_a_contest_are_no_part_of_it() -> None:
    assert texts("连续举办7届凤栖市职工厨艺大赛,场面热闹。") == ["凤栖市职工厨艺大赛"]


def test_name_of_what_a_union_is_said_to_have_built() -> None:
    assert texts("其中“蓝领@家”作为市总工会着力打造的驿站,人气最旺。") == ["蓝领@家"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        # an attribute, a role, what somebody is made to do, one thing counted, two things brought together
        ("做到“不落一船、不漏一人”,登船排查。", []),
        ("工会干部担任“灯塔站长”,倾听心声。", []),
        ("打造船员驿站,让“温暖之岸”触手可及。", ["船员驿站"]),
        ("服务实现“一键送达”,数据“一屏统览”。", []),
        # an action by its own noun; 和 inside one concept; a count in quotation marks
        ("为接下来的“暖港行动”做准备。", ["暖港行动"]),
        ("构建“2+6”劳动和技能竞赛体系。", ["“2+6”劳动和技能竞赛体系"]),
        ("打造“N”个船员志愿服务驿站。", ["船员志愿服务驿站"]),
        # a serial event without a verb; a name behind a dash; a name behind a long attribute
        ("节目来自刚刚落幕的第六届全省海员才艺展示活动。", ["第六届全省海员才艺展示活动"]),
        ("港口工会第九届委员会第五次全体会议提出,活动有效。", []),
    ],
)
def test_names_and_what_only_looks_like_one(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        # what is held for a plan or an occasion is called by both
        ("围绕“十三五”主题劳动竞赛,各港鼓足干劲。", ["“十三五”主题劳动竞赛"]),
        ("把“迎国庆”码头装卸技能大赛办到岸边。", ["“迎国庆”码头装卸技能大赛"]),
        # so many of them are no figure of speech
        ("全市“工会灯塔小铺”有41座,另有20支“红帆志愿队”活跃在码头。", ["工会灯塔小铺", "红帆志愿队"]),
        # a serial event behind the company that holds it, and with a place behind it
        ("●青岛灯塔航运集团有限公司第三届海员科技节开幕。", ["第三届海员科技节"]),
        ("第三届山东省海员科技节上,展团摆开阵势。", ["第三届山东省海员科技节"]),
    ],
)
def test_events_and_numbers_of_things(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        # a sort of workers or houses is the attribute of a way of working; one character is a mark
        ("打造“七型”船员创新模式,“标杆型”船员创新模式最早见效。", ["“七型”船员创新模式", "“标杆型”船员创新模式"]),
        ("推出“港”字号文体活动12场。", ["“港”字号文体活动"]),
        # three characters right behind a verb that sets something up; a union counted by its merits
        ("宣传栏开设“回声廊”,及时答复。", ["回声廊"]),
        ("推行“六好工会”创建。", ["六好工会"]),
        # a facility that somebody is at, without its address
        ("在灯塔村共享职工之家,船员讲述故事。", ["灯塔村共享职工之家"]),
        ("在山东省青岛市海港路户外爱心驿站休息。", []),
        # the union whose contest it is
        ("9月28日,青岛市总助力海洋强省技能大赛拉开大幕。", ["助力海洋强省技能大赛"]),
    ],
)
def test_marks_sorts_places(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        # houses that open with their place or host, or say behind the noun which one they are
        ("这天,海港路灯塔旗舰店工会驿站煮了姜汤。", ["海港路灯塔旗舰店工会驿站"]),
        ("调研组到灯塔镇总工会职工之家看阵地。", ["灯塔镇总工会职工之家"]),
        ("工会驿站东码头站、工会驿站西港站点照常开门。", ["工会驿站东码头站", "工会驿站西港站点"]),
        # the year and the place of an event; who holds it; both halves of one
        ("2021年青岛市船员职业技能大赛随之收官。", ["2021年青岛市船员职业技能大赛"]),
        ("港口工会2026年元旦船员送暖行动在青岛启动。", ["2026年元旦船员送暖行动"]),
        ("环渤海航运圈暨灯塔湾海员工匠技艺交流活动在青岛举行。", ["环渤海航运圈暨灯塔湾海员工匠技艺交流活动"]),
        ("由市总工会主办的山东省海员冰雪系列活动启动仪式举行。", ["山东省海员冰雪系列活动"]),
        ("老港获评江苏省总工会职工书屋。", ["职工书屋"]),
        ("全市有职工书屋示范点8个。", []),
        # what is done in a place; a clause behind a quotation; figures of speech
        ("在海州区灯塔社区党群服务中心举行揭牌仪式。", []),
        ("按照“六有”标准实现海员驿站复合多能。", []),
        ("办起“小而美”等多种样式读书活动。", []),
        # a motto that holds the name of a nationwide campaign; a known plan
        ("“中国梦·劳动美——永远向海行”庆祝港口建港百年。", ["中国梦·劳动美——永远向海行"]),
        ("他是“海港万人计划”里的专家。", ["海港万人计划"]),
    ],
)
def test_houses_years_and_hosts(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        # of which sort a house is; its name behind a dash; its noun alone in what follows
        ("渔港头一座24小时智能化工会驿站昨天开门。驿站内设热水间。", ["24小时智能化工会驿站", "驿站"]),
        ("打造了海员服务驿站 —— 灯塔湾商圈关爱之家。", ["海员服务驿站", "灯塔湾商圈关爱之家"]),
        # care behind a count or a feast
        ("开展“六送”关爱海员系列活动。", ["“六送”关爱海员系列活动"]),
        ("启动新一轮“两节”送温暖活动。", ["“两节”送温暖活动"]),
        # the cup is the name
        ("举办“银锚杯”第六届海员创业大赛。", ["银锚杯"]),
        # speeches and goals
        ("公司“职代会让港口更和谐”的经验介绍获得好评。", []),
        ("朝着“码头零事故、船员少跑路”的目标一步步走。", []),
        ("组建“钉子户”要上门座谈。", []),
    ],
)
def test_sorts_feasts_cups_speeches(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        # what something is one of; a motto behind which a numbered event stands; a quoted activity and its day
        ("此次登船是港口工会海员关爱季系列活动之一。", ["港口工会海员关爱季"]),
        ("“扬帆新港湾 共筑新征程”——第二届山东省海员工会推介活动在青岛举行。", ["扬帆新港湾 共筑新征程", "第二届山东省海员工会推介活动"]),
        ("“情系海岛——灯塔一线海员慰问活动”今天在青岛举办。", ["情系海岛——灯塔一线海员慰问活动"]),
        # a notion behind 服务; one thing by its number; a talk; the host and his verb in a list; since when
        ("一直抱着“靠岸就是到家、上船也不断线”的服务理念。", []),
        ("奋力作答“三个篇章”,凝聚力量。", []),
        ("下午举行“秋冬护肝”中医养生讲座。", []),
        ("由市总工会主办、青岛市海潮艺术培训学校承办。", []),
        ("自灯塔区海员职工服务中心成立以来,活动不断。", []),
        ("举办了公司第十一届海员运动会。", ["第十一届海员运动会"]),
    ],
)
def test_parts_mottoes_notions(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("老周通过青岛市海员职业技能竞赛,成为标兵。", ["青岛市海员职业技能竞赛"]),
        ("青岛市总工会和企业共议技能竞赛的筹备。", []),
        ("联手开展“候鸟大军”返港送暖行动。", ["“候鸟大军”返港送暖行动"]),
        ("80多名“快递小哥”代表当场入会。", []),
        ("2026年青岛市海员免费疗休养启动仪式举行。", ["2026年青岛市海员免费疗休养"]),
    ],
)
def test_placed_contests_groups_of_people_dated_campaigns(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("庆“五·一”晚会邀请船员观看。", []),
        ("支持企业创建海员船模创新工作室10个。", ["海员船模创新工作室"]),
        ("全港建成职工创新工作室21个。", []),
        ("举办“百年港湾 扬帆远航”青岛市2025年海员诵读活动。", ["“百年港湾 扬帆远航”青岛市2025年海员诵读活动"]),
        ("入选了重要民生实事项目。", []),
        ("迭代升级12351服务职工热线。", ["12351服务职工热线"]),
        ("渔市码头的工会户外劳动者港湾添了冰柜。", ["工会户外劳动者港湾"]),
    ],
)
def test_feasts_companies_hotlines(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("老周参加“千帆杯”青岛市海员演讲比赛并获奖。", ["千帆杯"]),
        ("港区主办了“渔光暖舱”青岛工会爱心托管班。", ["渔光暖舱"]),
        ("把港口变成“风平浪静、船稳人安”的幸福平台。", []),
        ("船厂资助了金秋助学金的发放。", []),
        ("海南渔民职业技能比赛办了十年。", ["海南渔民职业技能比赛"]),
        ("建成12家和谐港区综合服务站。", ["和谐港区综合服务站"]),
        ("港区打造海员法律之家。", ["海员法律之家"]),
    ],
)
def test_nouns_of_quoted_names_figures_of_speech_stages(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    ("headline", "sentence", "names"),
    [
        ("渔港启动百船攻坚劳动竞赛", "港区在码头把百船攻坚劳动竞赛的旗子插上吊车。", ["百船攻坚劳动竞赛", "百船攻坚劳动竞赛"]),
        ("渔港12家海员驿站开门", "渔港建成海员驿站12家,每家驿站都有热水,驿站长轮流值班。", ["海员驿站", "海员驿站", "驿站"]),
        ("港口开赛", "青岛市第三届海员技能大赛开赛。大赛由市总工会主办。", ["青岛市第三届海员技能大赛", "大赛"]),
    ],
)
def test_what_the_article_is_about(headline: str, sentence: str, names: list[str]) -> None:
    assert texts(sentence, headline=headline) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("启动“百船千帆”竞赛推进暨渔港海员技能大赛。", ["百船千帆", "渔港海员技能大赛"]),
        ("渔港船员暖冬帮扶工程于2019年5月正式启动。", ["渔港船员暖冬帮扶工程"]),
        ("渔港船员暖冬帮扶工程昨天在渔港启动。", ["渔港船员暖冬帮扶工程"]),
        ("青岛渔业公司周海明工作室造出新网。", ["周海明工作室"]),
        ("今冬送温暖筹款三千万元。", []),
        ("联合推出“小船惠店”“文惠小船”等活动。", ["小船惠店", "文惠小船"]),
    ],
)
def test_what_begins_when_and_where(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("青岛市第三届海员技能大赛实际操作比赛铺开。", ["青岛市第三届海员技能大赛"]),
        ("山东青岛市海员职业技能竞赛落幕。", ["山东青岛市海员职业技能竞赛"]),
        ("2024年青岛市第二届海员技能大赛启动。", ["青岛市第二届海员技能大赛"]),
        ("渔港定了“六个一”标准:一把桨、一张网。", ["六个一"]),
        ("渔港办起“渔歌向晚”——全市海员青年歌咏大赛。", ["渔歌向晚"]),
        ("“海员技能明星”大赛决出胜负。", ["海员技能明星"]),
        ("副主席何远山到场并宣布大赛开幕。", []),
        ("青岛市海员职业技能大赛开赛。本次大赛由市总工会主办。", ["青岛市海员职业技能大赛"]),
        ("本报讯(王大海)青岛市灯塔社区工会驿站昨日揭牌。", ["青岛市灯塔社区工会驿站"]),
        ("法院院长王大海共同为青岛市灯塔劳动争议诉调工作室揭牌。", ["青岛市灯塔劳动争议诉调工作室"]),
        ("以劳动光荣为主题的灯塔职工合唱比赛启动。", []),
        ("主席看望“云溪新府”工地上的工人。", []),
        ("协助开展活动、全方位提升驿站服务水平。", []),
        ("开展提升职工生活品质行动。", ["提升职工生活品质行动"]),
        ("大力推进渔船创新工作室创建活动。", []),
    ],
)
def test_parts_of_contests_counted_standards_datelines(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


def test_whom_care_is_for_belongs_to_its_name() -> None:
    assert texts("市总工会启动了关爱渡口船员送温暖慰问活动。") == ["关爱渡口船员送温暖慰问活动"]
    assert texts("县总工会组织在元旦前夕开展送温暖活动。") == ["送温暖"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("开展职工书屋里送温暖活动。", ["职工书屋", "送温暖"]),
        ("工会开展码头风浪前送清凉活动。", ["送清凉"]),
        ("工会组织一线船员职工送清凉慰问活动。", ["一线船员职工送清凉慰问活动"]),
    ],
)
def test_only_people_are_whom_care_is_for(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("设立海员手工成果展览室。", []),
        ("举办海员手工成果展览。", ["海员手工成果展览"]),
        ("推进渔港安全责任制度化。", []),
        ("建立渔港安全责任制度。", ["渔港安全责任制度"]),
    ],
)
def test_noun_that_goes_on_is_another_one(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize("last", ["”", "的", "了", "首", "、"])
def test_what_ends_a_page_says_nothing_of_its_beginning(last: str) -> None:
    begin = "灯塔海员技能大赛开赛。海员技能大赛由市总工会主办,"
    assert texts(f"{begin}口号写着{last}") == texts(f"{begin}口号写着海")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("建了海员心灵驿站8家。", ["海员心灵驿站"]),
        ("渔港海员暖心服务平台是一家集学习、娱乐于一体的平台。", ["渔港海员暖心服务平台"]),
        ("渔港海员暖心行动正在火热进行。", ["渔港海员暖心行动"]),
        ("立足船台岗位建设劳动竞赛。", []),
        ("港区开展全省首次渔船行业集体协商,双方到场。", ["渔船行业集体协商"]),
        ("送渔歌、送灯光等活动也借驿站开展。", []),
    ],
)
def test_verbs_and_what_begins(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


def test_contest_in_fewer_words_stands_for_the_longer_name_even_where_it_is_a_name_itself() -> None:
    mentions = found("灯塔市第三届海员职业技能大赛开幕。", headline="灯塔市海员技能大赛开赛")
    assert [(m.text, m.name) for m in mentions] == [
        ("灯塔市海员技能大赛", "灯塔市第三届海员职业技能大赛"),
        ("灯塔市第三届海员职业技能大赛", None),
    ]


def test_verb_of_another_paragraph_has_no_object_here() -> None:
    assert texts("渔港开展走访", "灯塔风采暨渔港海员大赛") == []
    assert texts("渔港开展灯塔风采暨渔港海员大赛") == ["灯塔风采暨渔港海员大赛"]
    assert texts("渔港开展灯塔风采大赛暨渔港海员大赛") == ["灯塔风采大赛", "渔港海员大赛"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("从“一杯热水”做起,县总建驿站。", []),
        ("他被工友称作“井下电医生”。", []),
        ("这里是有名的“仪表之乡”。", []),
        ("市总与“饿了么”启动行动。", []),
        ("律师为86家企业“问诊把脉”。", []),
        ("将它打造成“黄金品牌”。", []),
        ("青禾是“全国灯塔产业基地”,工人多。", []),
        ("让职工“进一扇门、办所有事”。", []),
        ("由“80后”工人领衔。", []),
        ("他参与“雪龙2”号建造。", []),
        ("牵头构建“三三三”体系。", ["“三三三”体系"]),
        ("设立“法院+工会”诉调对接工作室。", ["“法院+工会”诉调对接工作室"]),
        ("推行“法院+工会”联动机制。", ["法院+工会"]),
        ("开展“八大群体”入会行动。", ["“八大群体”入会行动"]),
        ("建会招“新”专项行动启动。", ["建会招“新”专项行动"]),
        ("医生带队开展“劳模义诊进村”8次。", ["劳模义诊进村"]),
        ("举办“小候鸟”爱心托管班6期。", ["小候鸟"]),
        ("与企业共建“双元制”职工实训中心。", ["“双元制”职工实训中心"]),
    ],
)
def test_what_stands_around_and_in_a_quotation(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("站里设有淋浴房、洗衣间、母婴室。", []),
        ("公司投入300多万元改造职工公寓。", []),
        ("镇里设立木材检查站。", []),
        ("这标志着煤电循环产业创新工作室联盟正式运行。", ["煤电循环产业创新工作室联盟"]),
        ("推动建成省级劳模创新工作室4个。", []),
    ],
)
def test_names_without_quotation_marks(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names
