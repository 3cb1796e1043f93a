"""The later, shorter namings of an article's initiatives, and what they stand for."""

import pytest

from graph.extract.initiatives import programmes
from tests.extract.conftest import laid_out


def called(*paragraphs: str, headline: str = "") -> list[tuple[str, str | None]]:
    """The mentions of initiatives with the names they stand for."""
    page, article = laid_out(*paragraphs, headline=headline)
    return [(m.text, m.name) for m in programmes.find(page, article)]


def test_quoted_part_of_a_longer_name_stands_for_it() -> None:
    assert called("港城启动“海员点灯行动”项目。", headline="海员爱上“点灯行”") == [("点灯行", "海员点灯行动"), ("海员点灯行动", None)]


def test_quoted_words_that_are_in_no_name_or_too_short_are_none() -> None:
    assert called("港城启动“海员点灯行动”项目,有人说要“点灯”。") == [("海员点灯行动", None)]


def test_initials_of_the_parts_of_a_motto_stand_for_it() -> None:
    body = "港区开展“学海图、练航速、守码头”系列活动。"
    assert called(body, headline="渔港“学练守”热起来") == [("学练守", "学海图、练航速、守码头"), ("学海图、练航速、守码头", None)]


@pytest.mark.parametrize(
    ("headline", "short"),
    [
        ("灯塔市海员大赛8个赛区开锣", "灯塔市海员大赛"),
        ("灯塔海员技能大赛落幕", "灯塔海员技能大赛"),
        ("市总举办海员技能大赛", "海员技能大赛"),
    ],
)
def test_headline_names_a_contest_by_fewer_words(headline: str, short: str) -> None:
    full = "灯塔市第三届海员职业技能大赛"
    assert called(f"9月3日,{full}开幕。", headline=headline) == [(short, full), (full, None)]


@pytest.mark.parametrize("headline", ["渔港举办大赛", "渔民歌手大赛落幕"])
def test_headline_of_the_noun_alone_or_of_other_words_is_no_naming(headline: str) -> None:
    full = "灯塔市第三届海员职业技能大赛"
    assert full not in [name for _, name in called(f"9月3日,{full}开幕。", headline=headline)]


def test_text_names_a_contest_by_the_end_of_its_name() -> None:
    full = "首届海员消防运动会"
    body = f"渔港启动{full}。120人参赛。消防运动会设4个项目。"
    assert called(body) == [(full, None), ("消防运动会", full)]


def test_pointer_before_a_shorter_name() -> None:
    full = "渔港第十三届海员消防运动会"
    assert ("海员消防运动会", full) in called(f"{full}昨天开幕。本届海员消防运动会由市总工会主办。")


def test_the_one_alliance_by_its_bare_noun_wherever_it_stands() -> None:
    full = "引航工匠创新联盟"
    assert called(f"两港成立{full}。联盟由海员工会牵头。5家公司加入联盟。") == [(full, None), ("联盟", full), ("联盟", full)]
    assert len(called(f"两港成立{full}。另有灯塔技能联盟和千帆服务联盟。产业联盟很多,联盟各有章程。")) <= 4


def test_of_two_alliances_none_is_the_one() -> None:
    two = "港城成立“海员法律服务联盟”,又成立“海员健康服务联盟”。"
    assert called(two + "30家单位加入联盟。") == [("海员法律服务联盟", None), ("海员健康服务联盟", None)]


def test_of_two_longer_names_the_longest_is_meant() -> None:
    body = "渔港启动第三届海员消防运动会。昨天,灯塔市渔港第三届海员消防运动会开幕。海员消防运动会设4个项目。"
    assert called(body)[-1] == ("海员消防运动会", "灯塔市渔港第三届海员消防运动会")


def test_part_of_another_noun_phrase_is_no_naming() -> None:
    assert called("渔港启动首届海员消防运动会。船厂青年消防运动会另行安排。") == [("首届海员消防运动会", None)]


def test_stations_of_an_article_about_them_by_any_of_their_nouns() -> None:
    body = "渔港建成海员驿站12家。每个站点都有热水,有的站点能洗澡,12家服务站全天开放。"
    assert called(body, headline="渔港12处站点开门") == [
        ("站点", "海员驿站"),
        ("海员驿站", None),
        ("站点", "海员驿站"),
        ("服务站", "海员驿站"),
    ]


def test_bare_station_is_the_one_just_named_but_none_of_a_list() -> None:
    one = "记者在灯塔社区工会驿站看到,驿站里有热水。"
    assert called(one, headline="渔港驿站暖人心")[-1] == ("驿站", "灯塔社区工会驿站")
    listed = "渔港建成海员驿站12家,有灯塔社区工会驿站、东港社区工会驿站。已经开门的驿站都有热水。"
    assert called(listed, headline="渔港驿站暖人心")[-1][1] != "东港社区工会驿站"


def test_stations_of_an_article_about_something_else_are_named_in_full_only() -> None:
    body = "渔港建成海员驿站12家。每个站点都有热水。"
    assert called(body, headline="渔港工会这一年") == [("海员驿站", None)]


def test_headline_of_the_bare_noun_speaks_of_the_kind() -> None:
    body = "渔港建成海员驿站12家。像这样的驿站有热水,海员把驿站当家。"
    assert called(body, headline="渔港把驿站建进码头") == [("海员驿站", None)]
    assert len(called(body, headline="渔港海员驿站有热水")) == 4


def test_station_of_any_sort_behind_a_verb_or_a_pointer() -> None:
    body = "渔港建成首个船员议事指导站。市总明确指导站要有专人,给予每个指导站经费,青年指导站另建。"
    full = "船员议事指导站"
    assert called(body, headline="船员议事指导站进码头")[1:] == [(full, None), ("指导站", full), ("指导站", full)]


def test_contest_is_not_meant_by_its_bare_noun() -> None:
    assert called("渔港启动首届海员消防运动会。运动会由市总工会主办。") == [("首届海员消防运动会", None)]


def test_other_facilities_only_by_the_noun_of_the_headline() -> None:
    body = "渔港建成“海嫂小屋”7处。这样的小屋有热水,站点全天开放。"
    assert called(body, headline="“海嫂小屋”里的暖意") == [("海嫂小屋", None), ("海嫂小屋", None), ("小屋", "海嫂小屋")]


def test_known_facility_behind_a_quoted_name_is_that_one() -> None:
    assert called("渔港建成工会驿站8家,“海鸥湾”工会驿站夜里也开。")[:1] == [("工会驿站", None)]
    assert [said for said, _ in called("渔港建成工会驿站8家,“海鸥湾”工会驿站夜里也开。")].count("工会驿站") == 1


def test_facility_as_the_subject_whatever_it_does() -> None:
    body = "渔港推出“海工惠”服务平台。平台开展了8期观影。"
    assert called(body) == [("海工惠", None), ("平台", "海工惠")]


def test_platform_by_the_noun_of_what_it_is_said_to_be() -> None:
    body = "“海工惠”是渔港市总工会办的网上服务平台。平台注册了2000人。"
    assert called(body) == [("海工惠", None), ("平台", "海工惠")]


def test_plan_of_years_by_its_years_but_not_by_the_noun_alone() -> None:
    full = "渔船安全提升三年行动"
    assert called(f"渔港启动{full}。三年行动从8月做起,行动有8项。") == [(full, None), ("三年行动", full)]


def test_name_with_a_space_for_its_dot() -> None:
    assert called("渔港启动“百船联动·工暖渔港”活动。", headline="百船联动 工暖渔港")[:1] == [("百船联动 工暖渔港", None)]


@pytest.mark.parametrize(
    ("body", "stands_for"),
    [
        ("灯塔市第三届海员职业技能大赛开幕。大赛由市总主办。", "灯塔市第三届海员职业技能大赛"),
        ("“金锚杯”海员技能竞赛启动。竞赛面向全市海员。", "金锚杯"),
        ("市总开展“送你一盏灯”慰问活动。活动吸引海员三百人。", "送你一盏灯"),
    ],
)
def test_the_head_of_a_sentence_calls_an_event_by_its_noun(body: str, stands_for: str) -> None:
    assert called(body)[-1][1] == stands_for


@pytest.mark.parametrize("body", ["建成“安心泊”驿站。大赛由市总主办。", "“金锚杯”竞赛启动。市里的竞赛很多,竞赛面向海员。"])
def test_a_noun_elsewhere_or_of_another_kind_calls_nothing(body: str) -> None:
    assert len(called(body)) == 1
