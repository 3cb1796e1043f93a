"""Themes: evidence words in name, neighbourhood and sentences; the name counts most."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract import themes
from graph.model import load


def test_name_decides() -> None:
    assert themes.assign("户外劳动者驿站", "station", ["站里也办普法讲座。"])[0] == "outdoor-stations"


def test_sentence_decides_when_the_name_says_nothing() -> None:
    assert set(themes.assign("安心泊", None, ["“安心泊”货车司机驿站开放,提供饮水充电。"])) == {"new-employment", "outdoor-stations"}


def test_noun_behind_the_name_outweighs_the_rest_of_the_sentence() -> None:
    sentence = "开展困难职工走访、法律援助和“金锚杯”乒乓球比赛等活动。"
    assert themes.assign("金锚杯", "competition", [sentence])[0] == "culture-sports"


def test_own_clause_outweighs_the_others() -> None:
    sentence = "去年发展新就业形态会员,“三桅”法律服务队走进码头,职工书屋添了图书。"
    assert themes.assign("三桅", None, [sentence])[0] == "legal-aid"


def test_doing_something_in_a_new_way_is_no_innovation() -> None:
    assert themes.assign("三桅", None, ["工会持续创新,创新推行“三桅”普法机制。"]) == ("legal-aid",)


def test_marks_do_not_hide_the_name() -> None:
    plain = themes.assign("“四暖”工作法", "method", ["“四暖”工作法关爱新就业形态船员。"])
    assert plain == themes.assign("四暖工作法", "method", ["四暖工作法关爱新就业形态船员。"])


def test_nothing_is_assigned_without_evidence() -> None:
    assert themes.assign("甲乙丙", None, ["甲乙丙。"]) == ()


@pytest.mark.parametrize("theme", sorted(load().themes))
def test_each_theme_is_found_by_its_own_label(theme: str) -> None:
    assert theme in themes.assign(load().themes[theme].zh, None, [])


@given(st.text(max_size=30), st.lists(st.text(max_size=60), max_size=3))
def test_at_most_three_known_themes_without_repeats(name: str, sentences: list[str]) -> None:
    got = themes.assign(name, None, sentences)
    assert len(got) == len(set(got)) <= 3
    assert set(got) <= set(load().themes)
