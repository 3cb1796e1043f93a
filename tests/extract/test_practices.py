"""Practices: plain noun phrases as objects of a verb; they bring no guessed relations."""

from pathlib import Path

import pytest

from graph.extract.initiatives import practices
from graph.extract.page.pages import read
from graph.extract.pipeline import extract
from graph.records import Article, Block, Mention, Page


def found(text: str, role: str = "body") -> list[Mention]:
    page = Page("p.txt", "p.txt", text, text, range(len(text)), range(1, len(text) + 1))
    return practices.find(page, Article("a1", "p.txt", (Block(role, 0, len(text)),)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("建立轮流值班制度、结对走访制度和定期通报制度等3项制度。", ["轮流值班制度", "结对走访制度", "定期通报制度"]),
        ("指导开展行业集体协商12家,覆盖职工1万人。", ["行业集体协商"]),
        ("推动签订女职工权益专项集体合同。", ["女职工权益专项集体合同"]),
        ("逐步健全工资集体协商制度,大家安心。", ["工资集体协商制度"]),
        ("推行平安车间一票否决制。", ["平安车间一票否决制"]),
        ("定期召开全县建会工作联席会和推进会。", ["建会工作联席会"]),
        ("推行三家督导检查。", ["三家督导检查"]),
        ("举办涵盖电工、钳工技能培训的活动,开展职工技能培训。", []),
        ("案件纳入法院等单位协作联动机制。", []),
        ("全年办结法律援助案件30件。", ["法律援助"]),
        ("区总工会派专职指导员上门指导。", ["专职指导员"]),
        ("开展“平安班组”、应急逃生知识竞赛等活动。", ["应急逃生知识竞赛"]),
    ],
)
def test_objects_with_a_head_noun_are_practices(text: str, names: list[str]) -> None:
    assert [mention.text for mention in found(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "工会的集体协商是一项工作。",  # no verb that runs it
        "开展集体协商。",  # nothing but the head
        "完善薪酬、荣誉等方面激励机制。",  # fields in which there is one, no name
        "提供法律咨询、心理疏导、急救知识培训等服务。",  # examples of services
        "加强制度化建设。",
        "举办多种形式联谊活动。",
        "建立体制机制。",
        "完善激励机制。",
        "抓好海员机制。",
        "走进某市工匠学院,看了创新工作室。",
        "加强法律服务和法律援助。",
    ],
)
def test_general_words_are_none(text: str) -> None:
    assert found(text) == []


def test_the_name_stands_again_only_as_a_whole_phrase() -> None:
    text = "建立结对走访制度。结对走访制度是制度,结对走访制度汇编不是。"
    assert [mention.start for mention in found(text)] == [2, 9]


def test_a_practice_gets_its_stated_runner_and_no_guessed_region(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text("# 甘肃省皋兰县建会\n\n皋兰县总工会近日建立结对走访制度,职工都说好。\n", encoding="utf-8")
    facts = extract(read(path))
    practice = next(e for e in facts.entities if e.name == "结对走访制度")
    said = {r.relation for r in facts.relations if practice.id in (r.head, r.tail)}
    assert said == {"runs"}


def test_the_headline_speaks_for_the_theme_of_a_practice(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text("# 皋兰县集体协商出实招\n\n皋兰县总工会近日建立结对走访制度,大家都说好。\n", encoding="utf-8")
    practice = next(e for e in extract(read(path)).entities if e.name == "结对走访制度")
    assert "collective-bargaining" in practice.themes
