"""Words that show what is done, for whom and with whom."""

import re

import pytest

from graph.facets import FACETS, PARTS, measure
from graph.model import load


def concepts(facet: str, text: str) -> set[str]:
    return set(measure().facets[facet].find(text))


@pytest.mark.parametrize(
    ("facet", "text", "expected"),
    [
        ("mechanism", "建起一处歇脚点,可以饮水、充电", {"station"}),
        ("mechanism", "举办安全知识竞赛", {"quiz"}),  # the longest word counts: no competition of skills
        ("mechanism", "举办焊工技能大赛", {"competition", "skill-contest"}),
        ("mechanism", "开展百日劳动竞赛", {"competition", "labour-contest"}),
        ("mechanism", "成立职工创新工作室", {"studio"}),  # not innovation besides
        ("mechanism", "实施“两带三促”,实行“2+3”", set()),  # that a way has a formula of numbers says nothing about it
        ("target", "面向外卖骑手和环卫工人", {"couriers", "new-employment", "outdoor"}),
        ("partners", "会同区法院、司法局", {"court", "justice"}),
        ("partners", "全体职工都很高兴", set()),
    ],
)
def test_concepts_of_a_text(facet, text, expected):
    assert concepts(facet, text) == expected


def test_the_word_that_shows_a_concept_is_in_the_text():
    text = "区法院和联合工会把培训送进园区,为货车司机建起驿站"
    found = {facet: measure().facets[facet].find(text) for facet in FACETS}
    assert all(found.values())
    assert all(word in text for words in found.values() for word in words.values())


def test_weights_are_shares_of_one_score():
    assert set(measure().weights) == set(PARTS)
    assert sum(measure().weights.values()) == pytest.approx(1)
    assert all(weight > 0 for weight in measure().weights.values())


def test_kindred_kinds_are_kinds():
    assert {kind for pair in measure().kindred for kind in pair} <= set(measure().kinds)


def test_every_label_is_chinese_and_english_and_no_two_concepts_share_one():
    for facet in FACETS:
        for language in (0, 1):
            labels = [label[language] for label in measure().facets[facet].labels.values()]
            assert len(labels) == len(set(labels))
            assert all(bool(re.search(r"[\u4e00-\u9fff]", label)) is (language == 0) for label in labels)


def test_parts_are_columns_of_the_table():
    assert set(PARTS) <= {column.name for column in load().tables["similar"]}
