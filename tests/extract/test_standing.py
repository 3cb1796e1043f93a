"""Standing practices are initiatives without marks, under one name; what only begins like one is none."""

import pytest

from graph.extract.initiatives import programmes, standing
from graph.records import Article, Block, Mention, Page


def page_of(text: str) -> tuple[Page, Article]:
    page = Page("p.txt", "p.txt", text, text, range(len(text)), range(1, len(text) + 1))
    return page, Article("a1", "p.txt", (Block("body", 0, len(text)),))


def found(text: str) -> list[Mention]:
    return standing.find(*page_of(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县总工会纵深推进产改,厂务公开建制率达九成。", ["产改", "厂务公开"]),
        ("师带徒更加规范,新建“职工之家”两处。", ["师带徒", "职工之家"]),
        ("以劳模工匠创新工作室为载体带徒传艺。", ["劳模工匠创新工作室"]),
        ("开展党的二十大精神宣讲,覆盖班组两百个。", ["党的二十大精神宣讲"]),
    ],
)
def test_practices_of_every_union_are_found_without_marks(text: str, names: list[str]) -> None:
    assert [mention.text for mention in found(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "区产改办负责考核,产改指导员下沉一线。",  # an office, a post
        "方案经职代会审议通过,报工匠学院备案。",  # an organ that decides, a school: who acts, not what is done
        "全市建成职工创新工作室、劳模工匠创新工作室42家。",  # counted: a kind of thing
        "公布了县级劳模工匠创新工作室名单。",  # a title
        "党的二十大精神宣讲团来到矿区。",  # a team
        "发挥老船长传帮带作用。",  # what somebody is good for
    ],
)
def test_what_only_begins_like_a_practice_is_none(text: str) -> None:
    assert not found(text)


def test_the_short_form_bears_the_full_name() -> None:
    assert [mention.name for mention in found("纵深推进产改。")] == ["产业工人队伍建设改革"]


def test_items_of_a_list_behind_a_quoted_name_stay() -> None:
    page, article = page_of("工会开展“清凉一夏”慰问、安全隐患随手拍、金秋助学等活动。")
    assert {"安全隐患随手拍", "金秋助学"} <= {mention.text for mention in programmes.find(page, article)}
