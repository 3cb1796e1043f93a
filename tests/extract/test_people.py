"""Persons: after posts and jobs, before speech, in bylines and lists; the right edge of names; what is no name."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.bodies import bodies
from graph.extract.language.person_names import best, whole
from graph.extract.people import people
from graph.records import Byline, Mention
from tests.extract.conftest import laid_out


def found(*paragraphs: str, bylines: tuple[str, ...] = ()) -> list[Mention]:
    page, article = laid_out(*paragraphs)
    view = page.view
    signed = tuple(Byline(name, view.index(name), view.index(name) + len(name), "reporter") for name in bylines)
    article = replace(article, bylines=signed)
    mentions = people.find(page, article, bodies.find(page, article))
    assert all(m.text == view[m.start : m.end] and m.type == "Person" for m in mentions)
    return mentions


def texts(*paragraphs: str) -> list[str]:
    return [mention.text for mention in found(*paragraphs)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县委常委、县总工会主席岳海涛到会。", ["岳海涛"]),
        ("市总工会副主席鲁岩表示支持。", ["鲁岩"]),
        ("市总工会副主席鲁岩峰表示支持。", ["鲁岩峰"]),
        ("主席牛军介绍了情况。", ["牛军"]),
        ("工会主席昝道明,一直在一线。", ["昝道明"]),
        ("董事长欧阳晓明致辞。", ["欧阳晓明"]),
        ("党组书记、主席 王 昊", ["王 昊"]),
        ("副主席艾合买提·买买提到会祝贺。", ["艾合买提·买买提"]),
        ("副主席吐尔逊·阿不都拉带着礼物来了。", ["吐尔逊·阿不都拉"]),
        ("副主席古丽·艾力表示,驿站要办好。", ["古丽·艾力"]),
        ("“五一劳动奖章”得主昝道明到会。", ["昝道明"]),
        ("公司主席岳海涛创新工作室挂牌,职工王伟工作室、王建国劳模创新工作室前来取经。", []),
        ("麦麦提·吾斯曼带着礼物来了。", ["麦麦提·吾斯曼"]),
        ("热娜古丽·卡德尔、王建国、古丽·艾尔肯等12人获奖。", ["热娜古丽·卡德尔", "王建国", "古丽·艾尔肯"]),
        ("开展“中国梦·劳动美”活动,打造匠心·筑梦课堂。", []),
        ("外卖骑手高晓林送完单就来歇脚。", ["高晓林"]),
        ("蓝海公司的陈国梁偏要试试。", ["陈国梁"]),
        ("会上,向林琪、樊帆颁发证书。", ["林琪", "樊帆"]),
        ("工作人员封捷说,站里备有药箱。", ["封捷"]),
        ("市总科员王慧到山东蓝海公司考核。", ["王慧"]),
        ("党组书记王慧到企业调研。", ["王慧"]),
        ("39岁的路福海很骄傲。", ["路福海"]),
        ("大家听了李建城同志的报告。", ["李建城"]),
        ("(梁翠芳 程华)大会是月初开的。", ["梁翠芳", "程华"]),
        ("炼钢厂炉长巫江海被授予奖章。", ["巫江海"]),
        ("当天分别看望何海舟、程远山、罗青禾等职工。", ["何海舟", "程远山", "罗青禾"]),
        ("吴平、叶文泉为职工发放棉被。", ["吴平", "叶文泉"]),
        ("包文航,60岁,连续五届当选。", ["包文航"]),
        ("站长带领(左三)参观。", []),
        ("勉励职工练好本领、干好工作。", []),
        ("还要实施青年职工安·家等计划。", []),
        ("大会闭幕,刘汉林当选为县总工会主席。", ["刘汉林"]),
        ("省劳模许亮以“匠心”为题讲课。", ["许亮"]),
        ("权益保障部部长黄伟通报情况。", ["黄伟"]),
        ("县长钱立新等出席。", ["钱立新"]),
        ("泗阳县总工会的郭凯以自己的作品夺魁,万达昌公司的邱枫、瑞丰公司的陈歌等4人获奖。", ["郭凯", "邱枫", "陈歌"]),
        ("高莉演说的作品获奖。", ["高莉"]),
        ("以“大国工匠”刘丽为代表的团队。", ["刘丽"]),
        ("获奖的有吴海涛、高莉演说的作品。", ["吴海涛", "高莉"]),
        ("市总工会副主席候选人张大为讲话。", ["张大为"]),
        ("熔炼分厂高级技师普洪斌被命名为工匠。", ["普洪斌"]),
        ("党组成员、经审委主任高立新到会。", ["高立新"]),
        ("工会主席张庆余率堰桥公司员工到场。", ["张庆余"]),
        ("市总工会主任许燕军到会。许燕军代表市总工会祝贺。", ["许燕军", "许燕军"]),
        ("羽毛球运动员康学良亦获奖。", ["康学良"]),
        ("快递员李小四的收入涨了。", ["李小四"]),
        ("抹灰工祝平辉和保全工陈新本获奖。", ["祝平辉", "陈新本"]),
        ("数控铣工常晓飞作报告。", ["常晓飞"]),
        ("市总张显东副主席宣布结果。", ["张显东"]),
        ("绞车司机张春洪满脸笑容。", ["张春洪"]),
        ("班长于成方向记者表示。", ["于成方"]),
        ("选举钟荣茂为主席。", ["钟荣茂"]),
    ],
)
def test_posts_and_jobs_before_the_name(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("5人获评工匠,袁彩芬光荣当选代表。", ["袁彩芬"]),
        ("“心里踏实。”王晓丽说。", ["王晓丽"]),
        ("如高云岭团队完成的项目。", ["高云岭"]),
        ("解决难题的朱国银、肉眼判断品位的缪沅泽等。", ["朱国银", "缪沅泽"]),
        ("来自浙江银波洗涤有限公司熨班的陈秀云,走上台。", ["陈秀云"]),
        ("到张皓亮、赖庆贵、何永奎等劳模家中慰问。", ["张皓亮", "赖庆贵", "何永奎"]),
        ("“技术大师”徐立平为他颁奖。", ["徐立平"]),
    ],
)
def test_names_without_a_title(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "主席高度重视,书记全面部署,主任应邀到会。",
        "请乡党委副书记任书屋建设联络员。",
        "赢得企业、职工双满意,职工方一谈协商就为难。",
        "职工安全有保障,员工满意度高,工人文化宫开放。",
        "平台管服务、管办公、管传播。",
        "发明专利和金点子获评先进。",
        "记者从会上获悉,记者在现场看到。",
        "2名工作者荣获“先进”称号。",
        "以习近平新时代中国特色社会主义思想为指导。",
        "双溪镇通过召开会议解决问题。",
        "关心、关爱、温暖职工,祝福、问候送到家。",
        "小王、王师傅、李女士都来了。",
        "王主任和郭主席走访了职工。",
    ],
)
def test_what_is_no_name(sentence: str) -> None:
    assert texts(sentence) == []


def test_signers_and_names_told_before() -> None:
    mentions = found("本报讯 记者 林小杰 报道", "主席程海涛到会。", "大家记住了程海涛的话。", bylines=("林小杰",))
    assert [(m.text, m.rule) for m in mentions] == [
        ("林小杰", "person.byline"),
        ("程海涛", "person.post"),
        ("程海涛", "person.again"),
    ]


def test_a_space_inside_a_name_is_left_out_of_its_name() -> None:
    assert found("党组书记、主席 王 昊")[0].name == "王昊"


def test_a_person_inside_the_name_of_a_body_is_none() -> None:
    assert texts("张洪亮律师事务所成立。", "江苏王国强机械有限公司增资。") == []


@pytest.mark.parametrize(
    ("text", "answer"), [("王建国", True), ("欧阳海", True), ("管服务", False), ("安全", False), ("古丽·阿布都", True)]
)
def test_shapes_of_names(text: str, answer: bool) -> None:
    assert whole(text) is answer


@given(
    st.sampled_from("王李张陈欧赵"),
    st.text("建国志强海涛丽娜", min_size=1, max_size=2),
    st.sampled_from(["说,", "表示,", "。", ",", "、", "告诉记者,"]),
)
def test_a_name_ends_where_an_act_or_a_mark_begins(surname: str, given_name: str, after: str) -> None:
    text = surname + given_name + after
    candidate = best(text, 0, len(text))
    assert candidate is not None
    assert text[: candidate.end] == surname + given_name


@given(st.text("王主席书记职工说的、,和张·(强", max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县总工会副主席赵文杰作动员,主席王文作总结讲话。", ["王文", "赵文杰"]),
        ("县工会主席温以宁致闭幕词。", ["温以宁"]),
        ("县总工会主席张作霖参加。", ["张作霖"]),
        ("获得者王已勤,市劳动模范管延海为领衔人。", ["王已勤", "管延海"]),
        ("部长锁萌萌一行到会,组长鲜康讲话。", ["锁萌萌", "鲜康"]),
        ("以王磊、李娜、张勇等人为代表。", ["王磊", "李娜", "张勇"]),
        ("王强、李静、赵磊等企业到会。", []),
        ("一线职工占比达70%。", []),
    ],
)
def test_given_names_of_small_words_and_places_and_names_before_what_they_hold(sentence: str, names: list[str]) -> None:
    assert sorted(texts(sentence)) == sorted(names)


def test_a_familiar_form_is_the_one_person_of_that_surname() -> None:
    mentions = found("木工李文新介绍说,活儿不少。", "老李常说,老年人要关心。小区里有人问老李。")
    assert [(m.text, m.name) for m in mentions if m.rule == "person.familiar"] == [("老李", "李文新"), ("老李", "李文新")]
    assert "老李" not in texts("木工李文新和瓦工李大山都来了。", "老李常说。")


def test_a_department_in_a_list_is_no_person() -> None:
    assert texts("来源:云州市总工会宣教部、经技部") == []
    assert texts("获奖者有张强文、李继科、王文会。") == ["张强文", "李继科", "王文会"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("保障部部长才让卓玛介绍了做法,校长次仁拉姆出席。", ["才让卓玛", "次仁拉姆"]),
        ("班长乌云其木格、次仁多吉、吉克阿牛等5人获奖。", ["乌云其木格", "次仁多吉", "吉克阿牛"]),
        ("常务副主席齐为民表示支持。", ["齐为民"]),
        ("负责人向记者介绍了做法。", []),
    ],
)
def test_names_of_two_pieces_and_given_names_that_are_words(sentence: str, names: list[str]) -> None:
    assert texts(sentence) == names


def test_a_name_has_the_third_character_that_it_has_elsewhere() -> None:
    assert texts("村支书查正严正蹲在田埂上。", "这样的课,查正严说每月都有。") == ["查正严", "查正严"]
    assert texts("劳模王军", "劳模王军") == ["王军", "王军"]  # at the very end of a page


def test_a_name_that_also_stands_without_the_third_character_is_another_person_s() -> None:
    said = texts("主席王志说,要快。", "全国劳模王志强说,要稳。", "主席王志强调,要落实。")
    assert said == ["王志", "王志强", "王志"]


def test_a_name_of_two_characters_may_be_spaced_before_what_is_said() -> None:
    assert texts("街道总工会主席 黄 敏说。") == ["黄 敏"]
