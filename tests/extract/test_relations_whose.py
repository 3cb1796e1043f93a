"""Whose an initiative is where several bodies and places are spoken of; marked up as in test_relations."""

import pytest

from tests.extract.test_relations import found, pairs

PROVINCE = ("130000", "临江省总工会")


def test_a_name_that_goes_on_with_a_body_behind_its_quotation_or_year_is_that_bodys() -> None:
    told = "[U:临江省总工会]主席到场。[U:清河县总工会]派人到场。"
    for name in ("“花开时节”清河县总工会联欢晚会", "“花开时节”2031年清河县总工会联欢晚会"):
        text = f"[I:{name}/event]在文化宫上演。"
        assert ("临江省总工会", name) not in pairs("runs", told, text, home=PROVINCE)
        assert pairs("inRegion", told, text, home=PROVINCE) == {(name, "清河县")}


def test_the_event_is_what_takes_place_not_what_its_name_speaks_of() -> None:
    text = "“[I:灯下共读]”全省[I:职工书房]主题阅读活动在云州举行。活动由[U:云州市总工会]主办。"
    assert pairs("runs", text, home=(None, None)) == {("云州市总工会", "灯下共读")}


def test_who_names_a_house_does_not_run_it() -> None:
    text = "[U:清河县总工会]已建成[U:临江省总工会]命名的“[I:灯下书房/station]”12家。"
    assert ("临江省总工会", "灯下书房") not in pairs("runs", text)


def test_a_slogan_is_no_event() -> None:
    text = "以“[I:同心筑梦]”为主题的“[I:匠心杯]”比武活动在云州启动。活动由[U:云州市总工会]主办。"
    assert ("云州市总工会", "匠心杯") in pairs("runs", text, home=(None, None))


def test_who_orders_does_not_build() -> None:
    text = "[U:清河县总工会]按照[U:临江省总工会]要求搭建的平台,设有“[I:云课堂]”等栏目。"
    assert pairs("runs", text) == {("清河县总工会", "云课堂")}


def test_what_an_order_is_about_is_run_by_who_gave_it() -> None:
    text = "近日,[U:清河县总工会]落实[U:临江省总工会]关于开展“[I:暖心季]”工作的通知,走访一线。"
    assert pairs("runs", text) == {("临江省总工会", "暖心季")}


def test_a_partner_taken_for_an_initiative_does_not_break_the_list() -> None:
    text = "[U:云州市总工会]联合[I:云州技能鉴定站/station]、[O:云州市人社局]、[U:清河县总工会]打造“[I:炉火杯]”品牌。"
    assert pairs("runs", text) >= {("云州市总工会", "炉火杯"), ("云州市人社局", "炉火杯"), ("清河县总工会", "炉火杯")}


@pytest.mark.parametrize("unions", ["各级工会", "各地市总工会", "各级总工会"])
def test_all_the_unions_of_a_province_are_not_those_of_a_county(unions: str) -> None:
    text = f"如今,“[I:幸福小站]”成了[R:临江省]{unions}开展“[I:暖冬行]”的新平台。"
    assert ("暖冬行", "临江省") in pairs("inRegion", "[U:清河县总工会]举办厨艺赛。", text)
    assert ("清河县总工会", "暖冬行") not in pairs("runs", "[U:清河县总工会]举办厨艺赛。", text)


@pytest.mark.parametrize(("lead", "ours"), [("对接全省", False), ("在全省推进", False), ("打造全省", True), ("建成全省首个", True)])
def test_what_the_whole_province_has_is_not_the_countys(lead: str, ours: bool) -> None:
    text = f"[U:清河县总工会]主席到场。{lead}“[I:金种子]”工程,惠及职工。"
    assert (("清河县总工会", "金种子") in pairs("runs", text)) is ours


def test_a_place_that_opens_the_sentence_is_where_all_of_it_happens() -> None:
    text = "[U:云州市总工会]出台办法。在[R:南宫市],[C:远山机械公司]建起“[I:老周工坊]”。"
    assert ("老周工坊", "南宫市") in pairs("inRegion", text, home=("130500", "云州市总工会"))


def test_what_is_run_for_the_country_takes_place_where_the_sentence_says() -> None:
    text = "“[I:远方杯/competition]”大赛在[R:云州市]开幕。大赛由[U:中华全国总工会]主办。"
    assert pairs("inRegion", text, home=(None, None)) == {("远方杯", "云州市")}


def test_the_union_of_a_guest_takes_no_contest_from_the_county_that_holds_it() -> None:
    headline = "[R:清河县]:“[I:炉火杯/competition]”开赛。"
    texts = (headline, "[R:清河县]“[I:炉火杯/competition]”竞赛开幕,[U:云州市总工会]副主席[P:王小满]到场致辞。")
    home = ("130534", "云州市总工会")
    assert pairs("runs", *texts, home=home) == set()
    assert pairs("inRegion", *texts, home=home) == {("炉火杯", "清河县")}


def test_a_union_whose_chair_opens_a_contest_does_not_hold_it() -> None:
    text = "[U:清河县总工会]举办“[I:炉火杯/competition]”竞赛。[U:云州市总工会]主席[P:王小满]宣布“[I:炉火杯/competition]”启动。"
    assert pairs("runs", text) == {("清河县总工会", "炉火杯")}


def test_the_county_right_before_the_name_lies_nearer_than_the_province_that_runs_it() -> None:
    text = "[U:临江省总工会]举办[R:清河县]“[I:炉火杯/competition]”竞赛。"
    assert pairs("inRegion", text, home=PROVINCE) == {("炉火杯", "清河县")}


def test_the_app_of_a_province_is_no_countys() -> None:
    text = "[U:滨海县总工会]组织培训,职工登录“[I:江苏工会APP/platform]”报名。"
    home = ("320922", "滨海县总工会")
    assert pairs("runs", text, home=home) == set()
    assert pairs("inRegion", text, home=home) == set()


def test_by_whom_a_house_was_built_with_what_it_cost() -> None:
    text = "“[I:海之家/station]”由[U:清河县总工会](投资50万元)建成。"
    assert pairs("runs", text) == {("清河县总工会", "海之家")}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("[U:清河县总工会]表彰在书房建设中出力的职工,以及“[I:炉火杯]”竞赛的冠军。", ""),
        ("[U:清河县总工会]建档困难职工,“[I:炉火杯]”惠及职工。", ""),
        ("[U:清河县总工会]以“[I:炉火杯]”为抓手推动创新。", "以"),
    ],
)
def test_a_verb_of_one_character_is_not_the_beginning_of_another_word(text: str, verb: str) -> None:
    assert [r.label for r, _, _ in found(text) if r.relation == "runs"] == [verb]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[U:清河县总工会]走访职工。", "清河县"),  # the union named last in the paragraph
        ("[U:清河县总工会]走访职工。[U:南山县总工会]派人到场。", "南山县"),  # the article's own again
        ("[U:清河县总工会]走访职工。[U:临江省总工会]派人到场。", "南山县"),  # the home lies in the place of the last
        ("", "南山县"),
    ],
)
def test_the_union_of_a_firm_without_a_place_is_where_the_paragraph_is(before: str, expected: str) -> None:
    told = "[U:南山县总工会]作出安排。"
    text = f"{before}[U:远山药业工会]设立“[I:主席接待日]”。"
    assert pairs("inRegion", told, text, home=("130535", "南山县总工会")) == {("主席接待日", expected)}
