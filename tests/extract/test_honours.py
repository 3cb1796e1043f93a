"""Honours: awards by name and level, behind verbs of awarding, and quoted titles; generic prizes are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.titles import honours
from tests.extract.conftest import laid_out


def texts(*paragraphs: str) -> list[str]:
    page, article = laid_out(*paragraphs)
    mentions = honours.find(page, article)
    assert all(m.text == page.view[m.start : m.end] and m.type == "Honour" for m in mentions)
    return [m.text for m in mentions]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("老陈捧回全国五一劳动奖章,班组评上省工人先锋号。", ["全国五一劳动奖章", "省工人先锋号"]),
        ("他是青岛市劳动模范。", ["青岛市劳动模范"]),
        ("劳动模范走进车间,劳模精神代代相传。", []),
        ("省劳模精神宣讲团来了,省市区劳模代表到场。", []),
    ],
)
def test_level_and_region_belong_to_the_award(sentence: str, expected: list[str]) -> None:
    assert texts(sentence) == expected


def test_awards_behind_a_verb_are_a_list() -> None:
    assert texts("公司荣获全省安全生产先进集体、杭州市质量管理示范单位。") == ["全省安全生产先进集体", "杭州市质量管理示范单位"]


def test_general_prizes_are_no_names() -> None:
    assert texts("比赛评出一等奖2名,表彰了一批先进集体和先进个人,大家获得奖金。") == []


def test_award_may_hold_a_quotation() -> None:
    assert texts("车队荣获第三届“平安路”竞赛组织奖,并续办“平安路”竞赛。") == ["第三届“平安路”竞赛组织奖"]


def test_quotation_behind_a_conferring_verb_is_a_title_whatever_it_says() -> None:
    assert texts("平台被评为“最具温度”平台。") == ["最具温度"]


def test_row_of_quoted_titles_with_counts() -> None:
    assert texts("全年评选出“首席焊工标兵”2名、“技术明星”4名,打造“安心泊”司机驿站。") == ["首席焊工标兵", "技术明星"]


def test_quoted_list_of_titles_is_taken_apart() -> None:
    assert texts("先后获得“全国样板工程、省级优质工程”等荣誉。") == ["全国样板工程", "省级优质工程"]


def test_quoted_title_is_found_again_but_not_as_a_programme() -> None:
    assert texts("选树“最美护工”等先进典型评选活动落幕。", "“最美护工”登台。") == ["最美护工", "最美护工"]
    assert texts("市总启动“金锚工匠”培养计划。") == []


def test_region_and_superlative_name_an_honour_without_a_verb() -> None:
    assert texts("山东省十大杰出工人老李来到现场,该县是全国健康旅游示范县。") == ["山东省十大杰出工人", "全国健康旅游示范县"]


def test_titles_of_texts_hold_no_honours() -> None:
    assert texts("印发《省五一劳动奖章评选办法》。") == []


@given(st.text(alphabet="荣获“”全国省市五一劳动奖章先进集体、,。称号了", max_size=50))
def test_any_text_is_read_without_overlaps(text: str) -> None:
    texts(text)


def test_place_in_a_contest_without_the_contest() -> None:
    assert texts("公司荣获“海鸥杯”首届全国港口班组职业技能竞赛团体二等奖。") == ["团体二等奖"]


def test_ordinals_and_those_who_receive_are_no_honours() -> None:
    assert texts("两人获得第三名和第一名,主席为“海港工匠”获得者颁奖。") == ["海港工匠"]


def test_person_of_the_year_behind_a_quoted_title() -> None:
    assert texts("发布首届“海港工匠”年度人物30名。计划再培养200名左右海港工匠。") == ["海港工匠", "海港工匠"]


def test_a_house_that_is_built_is_none_and_a_counted_title_of_a_level_is_one() -> None:
    assert texts("投入5万元,打造“最美船员户外驿站”。") == []
    assert texts("全区有省“书香码头企业”2家。") == ["书香码头企业"]


def test_what_stands_before_the_word_for_a_title_is_one_whatever_its_head() -> None:
    assert texts("两次获得全国优秀安全管理班组称号,被市政府授予集装箱绿色港荣誉称号。") == ["全国优秀安全管理班组", "集装箱绿色港"]
    assert texts("授予李海生绿色港湾守望称号。") == []
    assert texts("获得多个称号。") == []


def test_titles_of_a_place_with_their_number_are_chosen() -> None:
    assert texts("计划选树贵州山地工匠50人,再建省级技师(船员)创新工作室3家。") == ["贵州山地工匠"]


def test_teams_and_groups_of_model_workers_are_no_awards() -> None:
    assert texts("清河县劳模合力团成员来到田头。") == []


def test_a_prize_that_is_set_up_is_one_and_a_counted_choice_is_none() -> None:
    assert texts("设立“海上安全金点子奖”和“岸线守护奖”。") == ["海上安全金点子奖", "岸线守护奖"]
    assert texts("开展“六奖”评选活动。") == []


def test_a_title_whose_noun_goes_on_is_none() -> None:
    assert texts("表彰了一批山东省优秀工会红娘。") == ["山东省优秀工会红娘"]
    assert texts("表彰了山东省优秀工会风采展示活动。") == []


def test_marks_around_the_whole_award_are_not_its_own() -> None:
    assert texts("争创“工人先锋号”旗帜。") == ["工人先锋号"]


def test_the_year_before_a_quoted_title_and_what_it_crowns() -> None:
    assert texts("老周成为2017年度“海港工匠”,他的工作室成为山东省十佳职工创新工作室。") == ["海港工匠", "山东省十佳职工创新工作室"]
    assert texts("三个县被评为海员互助保障模范县区。") == ["海员互助保障模范县区"]


def test_several_titles_by_their_number_are_a_choice() -> None:
    assert texts("开展了“八个十佳”评选表彰活动。") == []


def test_houses_are_honours_only_as_superlatives() -> None:
    assert texts("举行“省级工会灯塔驿站”揭牌仪式,授予“职工服务综合体”铭牌。") == []
    assert texts("其中4家获评“最美工会灯塔驿站”。") == ["最美工会灯塔驿站"]


def test_craftsmen_of_a_place_need_no_verb() -> None:
    assert texts("他是“福建工匠”,也带出了“电网工匠”。") == ["福建工匠"]


def test_ranked_titles_in_a_row() -> None:
    assert texts("“全省港口优秀安全班组”“全省港口优秀群监员”若干。") == ["全省港口优秀安全班组", "全省港口优秀群监员"]


def test_a_prize_of_a_cup_is_told_without_the_cup() -> None:
    assert texts("市总工会荣获“银锚杯”优秀组织奖。") == ["优秀组织奖"]


def test_two_prizes_joined_and_stars() -> None:
    assert texts("荣获港口立功竞赛技能奖和优秀组织奖。") == ["港口立功竞赛技能奖", "优秀组织奖"]
    assert texts("表彰港口之星、创新之星100名。") == ["港口之星", "创新之星"]


def test_one_of_so_many_is_chosen() -> None:
    assert texts("我市的案例入选了全省25个“我常去的灯塔书房”。") == ["我常去的灯塔书房"]


def test_a_national_title_in_marks_needs_no_verb() -> None:
    assert texts("包括全国“海员建功立业标兵岗”青岛港调度班。") == ["海员建功立业标兵岗"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("省总决定命名港务局吊装工作室等50家工作室为“海南职工巧匠坊”。", ["海南职工巧匠坊"]),
        ("大会表彰命名一批“港航互助共同体”。", ["港航互助共同体"]),
        ("隆重表彰十佳模范职工之家、火车头奖章获得者。", ["十佳模范职工之家", "火车头奖章"]),
        ("全省劳模和工匠人才创新坊建设现场会开到港口。", []),
        ("大家走过市劳模一条街。", []),
        ("老周荣获一等奖、渔业公司小李获得二等奖。", []),
    ],
)
def test_titles_that_bodies_are_named(sentence: str, expected: list[str]) -> None:
    assert texts(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("船队先后获得山东省五星级渔港、2021年青岛市平安渔船标杆队等多项荣誉。", ["山东省五星级渔港", "青岛市平安渔船标杆队"]),
        ("发布2020渔港工匠年度人物。", ["渔港工匠年度人物"]),
        ("渔网社入选“海南省职工巧匠坊”。", ["海南省职工巧匠坊"]),
        ("4名职工获评该荣誉称号。", []),
    ],
)
def test_titles_in_a_row_before_the_word_honours(sentence: str, expected: list[str]) -> None:
    assert texts(sentence) == expected


def test_craftsmen_without_marks_are_titles_when_counted_or_alone() -> None:
    assert texts("评选云岭工匠167人,其中大国工匠3人、北疆工匠26人。") == ["云岭工匠", "大国工匠", "北疆工匠"]
    assert texts("合力团成员、天中工匠、技术员梁红到场,劳模工匠、一线职工参加,培养青年工匠30名。") == ["天中工匠"]


def test_a_title_before_a_name_is_one_whatever_stands_before_it() -> None:
    assert texts("省劳模赵梅、市劳模钱进各捐一万元。") == ["省劳模", "市劳模"]
    assert texts("慰问省、市劳模代表。") == []
    assert texts("“柳河工匠”赵梅说,“柳河工匠”名单出炉。")[:1] == ["柳河工匠"]
    assert texts("“工会驿站”于今年开门。") == []


def test_words_that_only_look_like_titles() -> None:
    assert texts("船队希望获得更多技能人才支持,多件作品获得肯定和褒奖。") == []
    assert texts("全市共有省级示范点14个,选树出各港口、各领域工匠73名。") == []
    assert texts("引导全市劳模投身港口建设,先后推介五一劳动奖章获得者和工匠20余名。") == ["五一劳动奖章"]


def test_craftsmen_of_the_country_before_a_name_and_those_who_are_to_be() -> None:
    assert texts("大国工匠陈海生、李船讲了课,大国工匠培育对象王帆在场。") == ["大国工匠", "大国工匠培育对象"]
    assert texts("大国工匠培训班开班。") == []


def test_house_of_a_level_a_motto_and_what_was_founded_together_are_no_titles() -> None:
    assert texts("这里是省级“海工爱心驿站”。") == []
    assert texts("多次举办“航海梦·劳动美——寻找能工巧匠”评选活动。") == []
    assert texts("船厂与省总工会合作成立“灯塔省精益工匠培育示范基地”。") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "他的绝活被公司命名为“李文操作法”。",
        "开展“寻找最美驿站”评选。",
        "建立“首席技师—特级技师—高级技师”晋升通道。",
        "今年以来命名工匠10名。",
    ],
)
def test_methods_searches_and_ladders_are_no_titles(sentence: str) -> None:
    assert texts(sentence) == []
