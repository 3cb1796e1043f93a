"""An initiative stands in the region that its sentence tells, not in that of the article around it."""

from graph.extract.page.pages import normalise
from graph.extract.pipeline import extract
from graph.placement import placed
from graph.records import Page
from graph.tables import make_tables


def codes(text: str) -> dict[str, str]:
    view, starts, ends = normalise(text)
    entities = placed(make_tables([extract(Page("p.txt", "p.txt", text, view, starts, ends))]))["entities"]
    initiatives = entities[entities["type"] == "Initiative"]
    return dict(zip(initiatives["name"], initiatives["adcode"], strict=True))


def test_the_sentence_wins_over_the_article():
    text = (
        "# 驿站办到工地旁\n\n芜湖市总工会今年打造“雨燕驿站”,为户外劳动者送水。芜湖市总工会还办夜校。\n\n"
        "宁国市总工会推出“每周匠星”评选,每周选出一名工匠。"
    )
    assert codes(text) == {"雨燕驿站": "340200", "每周匠星": "341881"}


def test_the_article_counts_where_nothing_else_is_told():
    assert codes("# 驿站办到工地旁\n\n滨海县总工会主席王芳介绍了工作。\n\n职工都爱去“沙洲驿站”歇脚。") == {"沙洲驿站": "320922"}


def test_what_runs_in_a_village_alone_stands_in_its_town():
    assert codes("# 书屋开张\n\n本报讯 滨海县总工会近日在东坎街道光明村办起“桑果”骑手驿站。") == {"桑果": "320922001"}


def test_a_district_that_the_text_leaves_open_lies_in_no_other():
    view, _, _ = normalise("# 书屋开张\n\n本报讯 嘉兴市南湖区总工会办起书屋,鼓楼区和南湖经济开发区的人也来。")
    facts = extract(Page("p.txt", "p.txt", view, view, range(len(view)), range(1, len(view) + 1)))
    regions = {entity.name: entity.within for entity in facts.entities if entity.type == "Region"}
    assert regions["鼓楼区"] is None
    assert regions["南湖经济开发区"] == "330402"
