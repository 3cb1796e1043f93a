"""Pairs of initiatives of different regions: what counts, what never does, and that every pair says why."""

import random

import numpy as np
import pandas as pd
import pytest

from graph import blocking
from graph.facets import PARTS, measure
from graph.lookup import find_initiatives
from graph.profiles import Profile, Sentence, profiles, read_concepts, standing
from graph.reasons import Reasons
from graph.similar import find_pairs, rank, rank_any, similar
from graph.similar_command import text_profile
from graph.tables import Tables, frame, write_tables

# One paragraph an initiative; the first sentence names it (「…」), the others go on about it.
CORPUS = {
    "暖蜂驿": ("320922", "station", "outdoor-stations", "滨海县总工会建成「暖蜂驿」,外卖骑手在这里歇脚、充电。环卫工人也来饮水热饭。"),
    "清风小站": ("330281", "station", "outdoor-stations", "余姚市总工会开放「清风小站」。快递员和环卫工人可以歇脚、饮水、充电。"),
    "蓝焰杯": ("130821", "competition", "skills-competition", "承德县总工会举办「蓝焰杯」焊工技能大赛,产业工人同台比武。"),
    "金梭杯": ("320322", "competition", "skills-competition", "沛县总工会举办「金梭杯」纺织技能大赛,一线职工比武练兵。"),
    "向阳驿": ("320922", "station", "outdoor-stations", "滨海县总工会又建「向阳驿」,骑手歇脚、充电、饮水。"),
    "牵手桥": ("440111", "event", "family-marriage", "白云区总工会办起「牵手桥」单身职工联谊。"),
}


def make(corpus=CORPUS, *, descriptions=True, extra=()) -> Tables:
    rows = {name: [] for name in ("pages", "articles", "entities", "mentions", "relations", "statistics", "descriptions")}
    text = ""
    for number, (name, (adcode, kind, theme, paragraph)) in enumerate(corpus.items()):
        page, offset = "页.txt", len(text)
        id_ = f"initiative-{number}"
        article = f"{page}#{number}"
        rows["entities"].append({"id": id_, "type": "Initiative", "name": name, "kind": kind, "themes": theme, "pages": page})
        rows["entities"].append({"id": f"region-{adcode}", "type": "Region", "name": adcode, "adcode": adcode})
        start = offset + paragraph.index(name)
        rows["mentions"].append({"entity": id_, "page": page, "start": start, "end": start + len(name), "text": name, "article": article})
        end = offset + paragraph.index("。") + 1
        span = {"page": page, "start": offset, "end": end, "text": paragraph[: end - offset], "article": article}
        rows["relations"].append({"head": id_, "relation": "inRegion", "tail": f"region-{adcode}"} | span)
        if descriptions:
            rows["descriptions"].append({"entity": id_, "how": "named"} | span)
            rest = paragraph[end - offset :]
            if rest:
                carried = {"start": end, "end": end + len(rest), "text": rest, "how": "carried"}
                rows["descriptions"].append(span | {"entity": id_} | carried)
        text += paragraph + "\n"
    rows["pages"].append({"page": "页.txt", "date": "2024-05", "text": text})
    rows["relations"] += extra
    return {name: frame(name, table) for name, table in rows.items()}


def pair(table: pd.DataFrame, one: str, other: str) -> pd.Series:
    hit = table[table.apply(lambda row: {row["name_a"], row["name_b"]} == {one, other}, axis=1)]
    assert len(hit) == 1
    return hit.iloc[0]


def names(table: pd.DataFrame) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in zip(table["name_a"], table["name_b"], strict=True)}


def test_the_same_work_elsewhere_comes_first_though_no_name_is_alike():
    table = similar(make())
    assert {table.iloc[0]["name_a"], table.iloc[0]["name_b"]} in ({"暖蜂驿", "清风小站"}, {"清风小站", "向阳驿"}, {"蓝焰杯", "金梭杯"})
    assert {frozenset({"暖蜂驿", "清风小站"}), frozenset({"蓝焰杯", "金梭杯"})} <= names(table)
    assert frozenset({"牵手桥", "蓝焰杯"}) not in names(table)


def test_one_region_is_never_similar_to_itself():
    assert frozenset({"暖蜂驿", "向阳驿"}) not in names(similar(make()))


def test_two_names_of_one_scheme_are_no_pair():
    link = {"head": "initiative-1", "relation": "partOfInitiative", "tail": "initiative-0", "page": "页.txt", "start": 0, "end": 5}
    assert frozenset({"暖蜂驿", "清风小站"}) not in names(similar(make(extra=[link])))
    assert frozenset({"清风小站", "向阳驿"}) in names(similar(make(extra=[link])))


def test_components_of_one_scheme_in_two_regions_are_no_pair():
    links = [
        {"head": f"initiative-{n}", "relation": "partOfInitiative", "tail": "initiative-5", "page": "页.txt", "start": 0, "end": 5}
        for n in (0, 1)
    ]
    assert frozenset({"暖蜂驿", "清风小站"}) not in names(similar(make(extra=links)))


def test_the_score_is_the_sum_of_its_parts_and_says_why():
    table = similar(make())
    sums = table[list(PARTS)].astype(float).sum(axis=1)
    assert np.allclose(sums, table["score"].astype(float), atol=1e-9)
    assert (table["score"] >= measure().threshold).all()
    row = pair(table, "暖蜂驿", "清风小站")
    assert row["why"].startswith("主题同为户外劳动者服务站点;做法都有服务站点")
    assert "都面向" in row["why"]
    assert row["why_en"].startswith("same theme: Stations for outdoor workers; both work by service stations")
    assert row["why"].count(";") == row["why_en"].count("; ")
    assert row["regions"] == "apart"


def test_quotes_are_cut_from_the_page():
    tables = make()
    table = similar(tables)
    text = tables["pages"]["text"].iloc[0]
    assert len(table) >= 2
    for row in table.to_dict("records"):
        for end in ("a", "b"):
            assert text[row[f"start_{end}"] : row[f"end_{end}"]] == row[f"quote_{end}"] != ""
            assert row[f"date_{end}"] == "2024-05"


def test_what_goes_on_without_the_name_counts():
    """The second sentence of 清风小站 says for whom it is; without it less is shared."""
    full = pair(similar(make()), "暖蜂驿", "清风小站")
    bare = {name: (a, k, t, p.split("。")[0] + "。") for name, (a, k, t, p) in CORPUS.items()}
    assert full["target"] > 0
    assert full["mechanism"] > pair(similar(make(bare)), "暖蜂驿", "清风小站")["mechanism"]


def test_tables_without_descriptions_fall_back_to_the_sentences_of_the_mentions():
    table = similar(make(descriptions=False))
    row = pair(table, "蓝焰杯", "金梭杯")
    assert row["quote_a"].endswith("。")
    assert row["mechanism"] > 0


def test_what_only_stands_in_a_row_scores_lower_and_still_adds_up():
    together = ("320922", "competition", "skills-competition", "县总工会办「甲杯」、「乙杯」、「丙杯」。")
    row = dict.fromkeys(("甲杯", "乙杯", "丙杯"), together)
    tables = make(dict(list(CORPUS.items())[2:4]) | {"独杯": ("320922", "competition", "skills-competition", "县总工会办「独杯」。")} | row)
    span = tables["descriptions"].query("entity == 'initiative-3'").iloc[0].to_dict()
    rows = [*tables["descriptions"].to_dict("records")[:-2], *(span | {"entity": f"initiative-{number}"} for number in (4, 5))]
    found = {profile.name: profile for profile in profiles(tables | {"descriptions": frame("descriptions", rows)})}
    assert (found["独杯"].row, found["甲杯"].row, found["独杯"].told) == (1, 3, 1.0)
    assert found["甲杯"].told == pytest.approx(3 ** -measure().row)
    order, scores, parts = zip(*rank(list(found.values()), found["蓝焰杯"]), strict=True)
    assert [profile.name for profile in order].index("独杯") < [profile.name for profile in order].index("甲杯")
    assert all(score == pytest.approx(sum(part.values()), abs=1e-3) for score, part in zip(scores, parts, strict=True))


def test_words_of_a_sentence_that_names_many_count_less_for_each():
    """托管 stands in no clause that names one of them; the words of the name itself keep their weight."""
    text = "县总工会办「甲营」、「乙营」、「丙大赛」、「丁营」,还设托管。"
    corpus = dict.fromkeys(("甲营", "乙营", "丙大赛", "丁营"), ("320922", "", "", text))
    tables = make(corpus | {"戊营": ("320923", "", "", "县总工会办「戊营」,还设托管。")})
    first, *_, alone = tables["descriptions"].to_dict("records")
    rows = [first | {"entity": f"initiative-{number}"} for number in range(4)] + [alone]
    found = {p.name: p.concepts["mechanism"] for p in profiles(tables | {"descriptions": frame("descriptions", rows)})}
    assert found["戊营"]["childcare"] == (measure().places["sentence"], "托管")
    assert found["丁营"]["childcare"] == (pytest.approx(measure().places["sentence"] / 2), "托管")
    assert found["丙大赛"]["competition"] == (measure().places["name"], "大赛")


@pytest.mark.parametrize(
    ("sentences", "chosen"),
    [
        ([("【甲驿】", "sentence"), ("骑手可以在里面歇脚。", "carried")], 1),
        ([("县总建了甲驿。", "sentence"), ("骑手可以在里面充电、歇脚。", "carried")], 1),
        ([("县总建了甲驿,供人歇脚。", "sentence"), ("里面有热水,也能充电。", "carried")], 0),
        ([("甲驿供人歇脚", "sentence"), ("县总建了甲驿,供人歇脚。", "sentence")], 1),
    ],
)
def test_the_quote_shows_most_of_what_is_shared_and_is_no_headline(sentences, chosen):
    found = profiles(make())
    other = next(profile for profile in found if profile.name == "暖蜂驿")
    told = [Sentence("页.txt", at, at + len(text), text, place) for at, (text, place) in enumerate(sentences)]
    mine = Profile("x", "甲驿", sentences=told, concepts=read_concepts([(1.0, text) for text, _ in sentences]))
    assert Reasons(make()).quotes(mine, other)["quote_a"] == sentences[chosen][0]


def test_reasons_name_the_narrow_concept_and_words_as_written():
    corpus = {
        "工会+法庭": ("320922", "competition", "", "甲县总工会办「工会+法庭」,快递员技能大赛开锣。"),
        "法庭工会+法庭": ("320923", "competition", "", "乙县总工会办「法庭工会+法庭」,快递员技能大赛开锣。"),
    }
    why = pair(similar(make(corpus)), "工会+法庭", "法庭工会+法庭")["why"]
    assert "做法都有技能比武" in why
    assert "竞赛比武" not in why
    assert "都面向快递外卖骑手;" in why
    assert "名称都有“工会+法庭”" in why


def test_traditional_characters_and_broken_lines_are_read_as_what_they_stand_for():
    plain = ("320922", "", "", "县总工会开「甲营」,子女托管、技能大赛都办。")
    other = ("320923", "", "", "縣總工會開「乙营」,子女托\n\n管、⼯会技能⼤賽都辦。")
    found = {profile.name: profile for profile in profiles(make({"甲营": plain, "乙营": other}))}
    assert found["甲营"].concepts["mechanism"] == found["乙营"].concepts["mechanism"]
    assert {"childcare", "skill-contest"} <= found["乙营"].concepts["mechanism"].keys()


def test_what_the_name_ends_in_is_no_partner():
    base = "县总工会办「{}」,职工来上课。"
    corpus = {name: ("320922", "", "", base.format(name)) for name in ("巧匠学院", "工会+学院")}
    found = {profile.name: profile.concepts["partners"] for profile in profiles(make(corpus))}
    assert "schools" not in found["巧匠学院"]
    assert "schools" in found["工会+学院"]


def test_skills_contests_and_labour_competitions_are_told_apart():
    corpus = {
        "金针赛": ("320922", "competition", "skills-competition", "甲县总工会举办「金针赛」,绣工技能大赛开锣。"),
        "铁臂赛": ("320923", "competition", "skills-competition", "乙县总工会举办「铁臂赛」,大桥工地开展劳动竞赛。"),
        "银梭赛": ("320924", "competition", "skills-competition", "丙县总工会举办「银梭赛」,织工技术比武开锣。"),
    }
    found = profiles(make(corpus))
    order = [profile.name for profile, _, _ in rank(found, next(p for p in found if p.name == "金针赛"))]
    assert order == ["银梭赛", "铁臂赛"]


def test_the_tripartite_mechanism_shows_by_its_partners():
    base = ("320922", "method", "", "县总工会推行「三根绳」,人社局、工商联一起上门。")
    other = ("320923", "method", "", "县总工会推行「一根绳」,职工上门。")
    found = {profile.name: profile for profile in profiles(make({"三根绳": base, "一根绳": other}))}
    assert "joint-meeting" in found["三根绳"].concepts["mechanism"]
    assert "joint-meeting" not in found["一根绳"].concepts["mechanism"]


def test_what_is_named_beside_an_initiative_is_not_its_own_doing():
    corpus = {"安心托管": ("320922", "", "", "县总工会举办「安心托管」、技能大赛「银锤杯」。"), **dict(list(CORPUS.items())[1:2])}
    tables = make(corpus)
    start = corpus["安心托管"][3].index("技能大赛「银锤杯")
    other = {
        "entity": "initiative-9",
        "page": "页.txt",
        "start": start,
        "end": start + 8,
        "text": "技能大赛「银锤杯",
        "article": "页.txt#0",
    }
    tables["mentions"] = frame("mentions", [*tables["mentions"].to_dict("records"), other])
    tables["entities"] = frame(
        "entities", [*tables["entities"].to_dict("records"), {"id": "initiative-9", "type": "Initiative", "name": "银锤杯"}]
    )
    found = {profile.name: profile for profile in profiles(tables)}
    weight, word = found["安心托管"].concepts["mechanism"]["competition"]
    assert (weight, word) == (pytest.approx(measure().places["sentence"] * 2 ** -measure().shared), "技能大赛")
    assert found["安心托管"].concepts["mechanism"]["childcare"][0] == measure().places["name"]


def test_order_of_rows_does_not_matter():
    tables = make()
    shuffled = {name: table.sample(frac=1, random_state=3).reset_index(drop=True) for name, table in tables.items()}
    pd.testing.assert_frame_equal(similar(tables), similar(shuffled))


def test_the_table_can_be_written_and_an_empty_one_too(tmp_path):
    tables = make()
    write_tables(tables | {"similar": similar(tables)}, tmp_path)
    assert (tmp_path / "similar.csv").read_text(encoding="utf-8-sig").startswith("rank,a,b,")
    empty = {name: frame(name, []) for name in tables}
    assert len(similar(empty)) == 0


def test_a_description_in_ones_own_words_finds_the_stations():
    found = profiles(make())
    ranked = rank(found, text_profile("给骑手一个能歇脚喝水的地方"))
    assert {ranked[0][0].name, ranked[1][0].name, ranked[2][0].name} == {"暖蜂驿", "清风小站", "向阳驿"}


@pytest.mark.parametrize(("code", "paired"), [("330000", False), ("330200", False), ("320922", True)])
def test_of_one_article_only_what_runs_in_regions_apart_is_a_pair(code, paired):
    words = "总工会办起骑手驿站「{}」,骑手在这里歇脚、充电、饮水、热饭。"
    corpus = {name: (place, "station", "outdoor-stations", words.format(name)) for name, place in (("枫驿", "330281"), ("桐驿", code))}
    tables = make(corpus)
    assert names(similar(tables)) == {frozenset(corpus)}  # two articles
    tables["mentions"]["article"] = "页.txt#0"
    assert names(similar(tables)) == ({frozenset(corpus)} if paired else set())


def test_a_form_that_points_back_tells_of_an_initiative_but_does_not_name_it():
    tables = make({"枫驿": ("330281", "station", "outdoor-stations", "余姚市总工会办起「枫驿」,平台为骑手而设。")})
    span = {"entity": "initiative-0", "page": "页.txt", "start": 12, "end": 14, "text": "平台", "article": "页.txt#0"}
    tables["mentions"] = frame("mentions", [*tables["mentions"].to_dict("records"), span])
    found = profiles(tables)
    assert (found[0].names, found[0].forms) == (("枫驿",), ("平台",))
    assert (measure().places["name"], "平台") in found[0].texts
    assert find_initiatives(found, "平台") == []


def test_a_ranking_by_several_takes_the_nearest_and_leaves_out_the_regions_of_all():
    found = profiles(make())
    asked = [next(profile for profile in found if profile.name == name) for name in ("暖蜂驿", "蓝焰杯")]
    ranked = rank_any(found, asked)
    single = {(query.name, other.name): score for query in asked for other, score, _ in rank(found, query)}
    assert {(query.name, other.name) for other, _, _, query in ranked} >= {("暖蜂驿", "清风小站"), ("蓝焰杯", "金梭杯")}
    for other, score, _, query in ranked:
        assert score == single[query.name, other.name] == max(single.get((each.name, other.name), 0) for each in asked)
    assert "向阳驿" not in [other.name for other, *_ in ranked]  # it runs where 暖蜂驿 does


def test_ranking_leaves_out_the_own_region_unless_asked():
    found = profiles(make())
    query = next(profile for profile in found if profile.name == "暖蜂驿")
    assert "向阳驿" not in [profile.name for profile, _, _ in rank(found, query)]
    assert "向阳驿" in [profile.name for profile, _, _ in rank(found, query, same_region=True)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("320922",), ("320922",), "same"), (("320922", "320923"), ("320923",), "same"), (("320000",), ("320922",), "nested"),
        (("320900",), ("320000",), "nested"), (("320922001",), ("320922",), "nested"), (("320922",), ("330281",), "apart"),
        ((), ("330281",), "unknown"),
    ],
)  # fmt: skip
def test_how_regions_stand(one, other, expected):
    assert standing(one, other) == expected
    assert standing(other, one) == expected


def test_cells_find_what_comparing_all_pairs_finds(monkeypatch):
    """The index for many initiatives is tried on few: the best partners of each must be nearly the same."""
    random_ = random.Random(5)
    heads = ["驿站", "技能大赛", "培训班", "法律援助站", "联谊会", "送清凉", "集体协商", "云平台", "宣讲团", "托管班"]
    codes = ["320922", "330281", "130821", "320322", "440111", "510821", "610111", "370602"]
    corpus = {}
    for number in range(600):
        head = random_.choice(heads)
        words = "".join(chr(random_.randrange(0x4E00, 0x4F00)) for _ in range(30))
        name = f"{chr(0x5000 + number)}{chr(0x6000 + number)}{head}"
        corpus[name] = (random_.choice(codes), "", "", f"总工会办起「{name}」,{words}{random_.choice(heads)}。")
    found = profiles(make(corpus))
    exact = find_pairs(found)
    monkeypatch.setattr(blocking, "EXACT", 100)
    quick = find_pairs(found)
    best = set(zip(exact.a[:2000].tolist(), exact.b[:2000].tolist(), strict=True))
    assert len(best & set(zip(quick.a.tolist(), quick.b.tolist(), strict=True))) / len(best) > 0.95
