"""Who acts, told by the order of words; marked up as in test_relations."""

import pytest

from tests.extract.test_relations import pairs


@pytest.mark.parametrize("lead", ["2031-01-15 ", "五一前夕", "◆要闻|", "与之呼应", "由此带动", "头版头条"])
def test_who_stands_right_before_the_deed_does_it_whatever_opens_the_clause(lead: str) -> None:
    text = f"{lead}[U:云州市总工会]开展“[I:暖冬行]”。"
    assert pairs("runs", "[U:清河县总工会]举办“[I:厨艺赛]”。", text) == {("清河县总工会", "厨艺赛"), ("云州市总工会", "暖冬行")}


@pytest.mark.parametrize("lead", ["随后为", "多次向辖区内的", "一早走进位于城西的", "主要依托"])
def test_behind_a_preposition_or_a_verb_of_going_nobody_acts(lead: str) -> None:
    assert pairs("runs", f"[U:清河县总工会]{lead}[C:远山机械公司]开展“[I:暖冬行]”。") == {("清河县总工会", "暖冬行")}


@pytest.mark.parametrize("near", ["附近", "旁边", "对面", "门口"])
def test_what_stands_near_a_body_is_not_run_by_it(near: str) -> None:
    assert pairs("runs", f"[O:云州师范学院]{near}的“[I:暖心驿站]”开放。", home=(None, None)) == set()
    assert pairs("runs", f"[U:清河县总工会]在[O:云州师范学院]{near}建起“[I:暖心驿站]”。") == {("清河县总工会", "暖心驿站")}


def test_a_body_whose_founding_is_celebrated_in_a_list_does_nothing() -> None:
    text = "[U:云州市总工会]办好“[I:匠心月]”启动仪式暨[O:清河工匠学院]成立仪式、“[I:厨艺赛]”等活动。"
    assert pairs("runs", text) == {("云州市总工会", "匠心月"), ("云州市总工会", "厨艺赛")}


@pytest.mark.parametrize("deed", ["为加快推进“[I:四五计划]”发展作出更大贡献", "为实施“[I:强县战略]”作贡献"])
def test_what_somebody_contributes_to_is_run_by_others(deed: str) -> None:
    assert pairs("runs", f"[U:清河县总工会]号召职工{deed}。") == set()
