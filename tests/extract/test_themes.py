"""Themes: evidence words in name, neighbourhood, paragraph and article; the name counts most."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract import mentions
from graph.extract.initiatives import descriptions, themes
from graph.extract.initiatives.surroundings import Around, around
from graph.extract.linking import entities
from graph.extract.page import articles
from graph.extract.page.pages import read
from graph.model import load


def said(*sentences: str, headline: str = "") -> Around:
    """The text around an initiative whose article is a headline and one paragraph."""
    return Around(sentences, "".join(sentences), headline + "".join(sentences))


def test_name_decides() -> None:
    assert themes.assign("户外劳动者驿站", "station", said("户外劳动者驿站里也办普法讲座。"))[0] == "outdoor-stations"


def test_sentence_decides_when_the_name_says_nothing() -> None:
    assert themes.assign("安心泊", None, said("“安心泊”货车司机驿站开放,提供饮水充电。"))[0] == "outdoor-stations"


def test_noun_behind_the_name_outweighs_the_rest_of_the_sentence() -> None:
    sentence = "开展困难职工走访、法律援助和“金锚杯”乒乓球比赛等活动。"
    assert themes.assign("金锚杯", None, said(sentence))[0] == "culture-sports"


def test_noun_behind_year_and_circle_outweighs_the_rest_of_the_sentence() -> None:
    sentence = "开展困难职工走访、法律援助和“星桥杯”2031年全市职工象棋比赛等活动。"
    assert themes.assign("星桥杯", None, said(sentence))[0] == "culture-sports"


def test_the_next_of_a_list_and_the_next_clause_are_not_next_to_the_name() -> None:
    sentence = "工会办起“星桥杯”朗诵比赛、“金锚杯”焊工技能比武,请来律师普法。"
    assert set(themes.evidence("星桥杯", said(sentence))["near"]) == {"culture-sports"}
    assert set(themes.evidence("金锚杯", said(sentence))["near"]) == {"skills-competition"}


def test_the_sentence_that_goes_on_about_it_tells_what_it_is() -> None:
    assert themes.assign("三桅", None, Around(["工会推出“三桅”做法。", "律师上门普法。"])) == ("legal-aid",)


def test_around_an_initiative_are_the_sentences_that_go_on_about_it(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("潮汐县总工会推出“三桅”做法\n\n潮汐县总工会推行“三桅”工作法。律师每周上门普法。\n", encoding="utf-8")
    page = read(file)
    parts = articles.split(page)
    linked = entities.link(page, parts, mentions.find(page, parts))
    texts = around(page, parts, linked, descriptions.find(page, parts, linked.mentions))
    assert any("律师每周上门普法。" in text.sentences for text in texts.values())


@pytest.mark.parametrize(
    ("name", "theme"),
    [
        ("产改服务中心", "workforce-reform"),
        ("公益健康讲座", "mutual-aid"),
        ("送书法下基层", "culture-sports"),
        ("红娘志愿者", "family-marriage"),
    ],
)
def test_what_is_served_outweighs_the_word_for_serving(name: str, theme: str) -> None:
    assert themes.assign(name, None, Around())[0] == theme


@pytest.mark.parametrize("name", ["百家企业行", "全省职工建功赛"])
def test_a_word_across_the_border_of_two_others_is_none(name: str) -> None:
    assert not {"family-marriage", "party-building"} & set(themes.assign(name, None, Around()))


@pytest.mark.parametrize("post", ["党支部书记", "党总支副书记"])
def test_the_post_of_a_speaker_tells_nothing(post: str) -> None:
    sentence = f"云州服务站揭牌,县总工会{post}到场。"
    assert "party-building" not in themes.assign("云州服务站", "station", said(sentence))


def test_what_the_whole_article_is_about_comes_along() -> None:
    sentence = "“镇东驿站”开放。"
    rest = "网约车司机、外卖骑手和快递员加入工会,货车司机领到保险,新就业形态劳动者有了自己的组织。"
    assert themes.assign("镇东驿站", None, Around([sentence], sentence, sentence + rest)) == ("outdoor-stations", "new-employment")
    assert themes.assign("镇东驿站", None, said(sentence)) == ("outdoor-stations",)


def test_headline_speaks_for_what_the_sentence_leaves_open() -> None:
    sentence = "县总建立“重点走访+分类指导”双轨做法,帮企业算清账。"
    assert themes.assign("重点走访+分类指导", "method", said(sentence, headline="集体协商谈出双赢"))[0] == "collective-bargaining"


def test_doing_something_in_a_new_way_is_no_innovation() -> None:
    assert themes.assign("三桅", None, Around(["工会持续创新,创新推行“三桅”普法机制。"])) == ("legal-aid",)


def test_marks_do_not_hide_the_name() -> None:
    plain = themes.assign("“四暖”工作法", "method", said("“四暖”工作法关爱新就业形态船员。"))
    assert plain == themes.assign("四暖工作法", "method", said("四暖工作法关爱新就业形态船员。"))


def test_a_word_in_the_name_brings_a_second_theme() -> None:
    assert set(themes.assign("劳模法律服务队", None, Around())) == {"model-workers", "legal-aid"}


def test_a_word_far_from_the_name_brings_no_second_theme() -> None:
    sentence = "“金锚杯”劳动竞赛开幕。"
    assert themes.assign("金锚杯", "competition", said(sentence, "当天还有摄影展。")) == ("skills-competition",)


def test_a_second_theme_comes_along_the_sooner_when_the_two_are_often_given_together(monkeypatch: pytest.MonkeyPatch) -> None:
    text = said("“暖心驿站”开放,骑手可以进来饮水。")
    assert themes.assign("暖心驿站", "station", text) == ("outdoor-stations", "new-employment")
    model = themes.weights() | {"together": {}}
    monkeypatch.setattr(themes, "weights", lambda: model)
    assert themes.assign("暖心驿站", "station", text) == ("outdoor-stations",)


def test_a_station_of_a_community_is_no_building_of_unions() -> None:
    assert themes.assign("临江社区工会驿站", "station", said("临江社区工会驿站开放。")) == ("outdoor-stations",)


def test_nothing_is_assigned_without_evidence() -> None:
    assert themes.assign("甲乙丙", None, said("甲乙丙。")) == ()


@pytest.mark.parametrize("theme", sorted(load().themes))
def test_each_theme_is_found_by_its_own_label(theme: str) -> None:
    assert theme in themes.assign(load().themes[theme].zh, None, Around())


@given(st.text(max_size=30), st.lists(st.text(max_size=60), max_size=3))
def test_at_most_three_known_themes_without_repeats(name: str, sentences: list[str]) -> None:
    got = themes.assign(name, None, said(*sentences))
    assert len(got) == len(set(got)) <= 3
    assert set(got) <= set(load().themes)
