"""What differs between regions, in sentences: nothing is measured or ordered of which the pages do not say enough."""

import pytest

from graph.differences import aspect_name, dated, of_dates, of_facets, of_figures
from graph.profiles import Profile, read_concepts
from graph.region_figures import RegionFigure


def figure(value, *, date="2024-05", qualifier="", period="", unit="个", written=""):
    return RegionFigure("工会驿站", unit, written or unit, value, qualifier, period, "甲", "一.txt", date, 0, 1, "")


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (figure(12), "12 个（2024-05 见报）"),
        (figure(12, date=""), "12 个（日期不详）"),
        (figure(12, qualifier="超", period="今年"), "超 12 个（今年，2024-05 见报）"),
    ],
)
def test_a_figure_is_shown_with_the_date_of_its_page(made, shown):
    assert dated(made) == shown


def test_two_exact_figures_of_one_period_are_measured():
    said = of_figures({"甲县": [figure(12)], "乙县": [figure(20, date="2025-01-02", qualifier="累计")]})
    assert said.zh == "甲县 12 个（2024-05 见报）、乙县 累计 20 个（2025-01-02 见报）；按各自见报时的数据，乙县比甲县多 8 个。"
    assert said.en.endswith("by what each page said at its time, 乙县 has 8 个 more than 甲县.")
    assert aspect_name(said.aspect) == "数据"


def test_of_three_the_ends_are_told_and_percentages_differ_by_points():
    said = of_figures({name: [figure(value, unit="%")] for name, value in (("甲县", 12.5), ("乙县", 20), ("丙县", 15))})
    assert "乙县最多、甲县最少，相差 7.5 个百分点" in said.zh


def test_units_written_apart_are_said_in_the_common_one():
    said = of_figures({"甲县": [figure(12, written="家")], "乙县": [figure(20, written="处")]})
    assert "甲县 12 家" in said.zh
    assert "多 8 个" in said.zh
    assert "数值相同" in of_figures({"甲县": [figure(12)], "乙县": [figure(12)]}).zh


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ([figure(20, date="")], "乙县（日期不详）"),
        ([figure(20), figure(30)], "乙县（有多个数据）"),
        ([figure(20, qualifier="近")], "乙县（是约数）"),
        ([figure(20, qualifier="余")], "乙县（是约数）"),
        ([figure(20, period="今年")], "甲县、乙县（时段或口径不同）"),
        ([figure(20, qualifier="计划")], "甲县、乙县（时段或口径不同）"),
        ([figure(20, qualifier="增长")], "甲县、乙县（时段或口径不同）"),
    ],
)
def test_what_cannot_be_measured_is_not_and_why(other, reason):
    said = of_figures({"甲县": [figure(12)], "乙县": other})
    assert "按各自见报时" not in said.zh
    assert reason in said.zh.split("未作比较：")[1]


def test_the_same_figure_on_two_pages_is_one():
    said = of_figures({"甲县": [figure(12), figure(12, date="2024-06")], "乙县": [figure(20)]})
    assert "多 8 个" in said.zh


@pytest.mark.parametrize(
    ("dates", "ends"),
    [
        ({"甲县": ["2024-05-01", "2023"], "乙县": ["2022-01"]}, "；乙县见报最早。"),
        ({"甲县": ["2024-05-01"], "乙县": ["2024-05-01"]}, "；甲县、乙县最早见报日期相同。"),
        ({"甲县": ["2024-05-01"], "乙县": ["2024-05"]}, "；日期不够细，先后不明。"),
        ({"甲县": ["2024"], "乙县": ["2024"]}, "；日期不够细，先后不明。"),
        ({"甲县": ["2024-05-01"], "乙县": [""]}, "甲县最早 2024-05-01 见报（1 项）；乙县的 1 项日期不详。"),
        ({"甲县": ["2024-05-01"], "乙县": ["2022-01", ""]}, "；乙县已知最早 2022-01 见报（2 项，其中 1 项日期不详）。"),
        ({"甲县": ["2024"], "乙县": ["2022-01"], "丙县": [""]}, "；日期齐全的地区中，乙县见报最早。"),
    ],
)
def test_who_was_first_is_said_only_where_the_dates_tell(dates, ends):
    assert of_dates(dates).zh.endswith(ends)


def told(name, text):
    return Profile(name, name, concepts=read_concepts([(1.0, text)]))


def test_what_all_tell_of_and_what_one_alone_does():
    mine, others = [told("甲", "技能大赛开锣,农民工上台"), told("乙", "办起读书会")], [told("丙", "技能大赛")]
    found = of_facets({"甲县": mine, "乙县": others, "丙县": [told("丁", "技能大赛、读书会")]})
    assert {said.aspect: said.zh for said in found} == {"target": "只有甲县写到农民工。"}  # reading is told of by two of three
    (only, _) = of_facets({"甲县": mine, "乙县": others})
    assert (only.aspect, only.zh) == ("mechanism", "都写到技能比武；只有甲县写到阅读。")
    assert only.en == "all tell of skills contests; only 甲县 tells of reading."


def test_what_a_word_shows_besides_the_narrow_concept_is_not_missing_elsewhere():
    """技能大赛 shows a skills contest, named, and so a competition, which the other region tells of in general."""
    said = {each.aspect: each.zh for each in of_facets({"甲县": [told("甲", "技能大赛")], "乙县": [told("乙", "趣味比赛")]})}
    assert said["mechanism"] == "都写到竞赛比武；只有甲县写到技能比武。"
