"""Counts by region and theme, how they roll up, the regions most like one, and figures under one measure."""

import pytest

from graph.compare_command import answer
from graph.placement import placed
from graph.region_figures import RegionFigure, region_figures
from graph.regions_profile import peers, region_themes
from graph.tables import Tables, frame


def make(initiatives, *, pages=(("一.txt", "2023-08"), ("二.txt", ""))) -> Tables:
    """Initiatives as (id, adcode, themes, page): each with a mention, a runner and its region."""
    rows = {name: [] for name in ("pages", "articles", "entities", "mentions", "relations", "statistics", "descriptions")}
    rows["pages"] = [{"page": page, "date": date, "text": "甲" * 50} for page, date in pages]
    for id_, adcode, themes, page in initiatives:
        span = {"page": page, "start": 0, "end": 2, "text": "甲甲", "article": f"{page}#1"}
        rows["entities"] += [
            {"id": id_, "type": "Initiative", "name": id_, "themes": themes},
            {"id": f"region-{adcode}", "type": "Region", "name": adcode, "adcode": adcode},
            {"id": f"union-{adcode}", "type": "Union", "name": f"{adcode}总工会", "adcode": adcode},
        ]
        rows["mentions"].append({"entity": id_} | span)
        rows["relations"] += [
            {"head": id_, "relation": "inRegion", "tail": f"region-{adcode}"} | span,
            {"head": f"union-{adcode}", "relation": "runs", "tail": id_} | span,
        ]
    return {name: frame(name, table) for name, table in rows.items()}


def cell(table, adcode, theme):
    hit = table[(table["adcode"] == adcode) & (table["theme"] == theme)]
    return hit.iloc[0] if len(hit) else None


def test_a_county_counts_for_its_city_and_province_and_is_marked():
    table = region_themes(make([("a", "320922", "training", "一.txt"), ("b", "320900", "training", "一.txt")]))
    county, city, province = (cell(table, code, "training") for code in ("320922", "320900", "320000"))
    assert (county["initiatives"], county["own"], county["via"]) == (1, 1, "own")
    assert (city["initiatives"], city["own"], city["via"]) == (2, 1, "both")
    assert (province["initiatives"], province["own"], province["via"]) == (2, 0, "rolled")
    assert (county["region"], county["level"], province["level"]) == ("滨海县", "county", "province")
    assert city["ids"] == "a b"
    assert province["bodies"] == 2


def test_an_initiative_in_two_counties_of_a_city_counts_once_for_the_city():
    tables = make([("a", "320922", "training", "一.txt"), ("a", "320923", "training", "一.txt")])
    tables["entities"] = tables["entities"].drop_duplicates("id").reset_index(drop=True)
    assert cell(region_themes(tables), "320900", "training")["initiatives"] == 1


def test_a_district_of_a_municipality_has_no_city_between():
    table = region_themes(make([("a", "110105", "training", "一.txt")]))
    assert sorted(table["adcode"]) == ["110000", "110105"]


def test_a_village_counts_for_the_county_where_no_page_names_its_town():
    tables = make([("a", "320922", "training", "一.txt")])
    place = tables["entities"]["id"] == "region-320922"
    tables["entities"].loc[place, ["adcode", "within"]] = ["", "320922101"]
    tables["entities"].loc[tables["entities"]["type"] == "Union", "adcode"] = ""
    assert sorted(region_themes(tables)["adcode"]) == ["320000", "320900", "320922"]


def test_the_first_date_is_the_earliest_known_one_and_empty_when_none_is():
    table = region_themes(
        make(
            [("a", "320922", "training innovation", "一.txt"), ("b", "320922", "training", "二.txt"), ("c", "320322", "charity", "二.txt")]
        )
    )
    assert cell(table, "320922", "training")["first"] == "2023-08"
    assert cell(table, "320322", "charity")["first"] == ""


def test_the_region_of_the_runner_serves_when_no_other_is_known():
    tables = make([("a", "320922", "training", "一.txt")])
    tables["relations"] = tables["relations"][tables["relations"]["relation"] == "runs"]
    assert cell(region_themes(placed(tables)), "320922", "training")["initiatives"] == 1


def test_peers_are_of_the_same_level_and_say_what_is_missing():
    rows = [
        ("a", "320922", "training", "一.txt"),
        ("b", "320322", "training charity", "一.txt"),
        ("c", "440111", "safety-health", "一.txt"),
    ]
    found = peers(region_themes(make(rows)), "320922")
    assert [(peer.adcode, peer.shared, peer.only) for peer in found] == [("320322", ("training",), ("charity",))]
    assert 0 < found[0].score < 1
    assert peers(region_themes(make(rows)), "650100") == []


def test_more_in_common_is_a_nearer_peer_than_one_initiative():
    rows = [(f"甲{n}", code, "training", "一.txt") for n, code in enumerate(("320922", "320322") * 4)]
    near, far = peers(region_themes(make([*rows, ("乙", "330281", "training", "一.txt")])), "320922")
    assert (near.adcode, far.adcode) == ("320322", "330281")
    assert far.score < near.score < 1


@pytest.mark.parametrize(
    ("unit", "qualifier", "shown"),
    [("名", "余", "93余名"), ("场次", "计划、超", "计划 超 93 场次"), ("人", "计划、多", "计划 93多人"), ("", "近", "近 93")],
)
def test_a_figure_is_shown_in_the_unit_of_its_page(unit, qualifier, shown):
    assert RegionFigure("慰问职工", "人", unit, 93, qualifier, "", "甲", "一.txt", "", 0, 1, "").text == shown


@pytest.mark.parametrize(("qualifier", "shown"), [("达", "达 93 %(今年2月)"), ("以上", "93 % 以上(今年2月)"), ("", "93 %(今年2月)")])
def test_figures_stand_under_one_measure_and_are_never_summed(qualifier, shown):
    tables = make([("a", "320922", "collective-bargaining", "一.txt"), ("b", "320322", "collective-bargaining", "一.txt")])
    base = {"unit": "%", "page": "一.txt", "start": 3, "end": 6, "text": "甲甲甲", "sentence_start": 0, "sentence_end": 10}
    tables["statistics"] = frame(
        "statistics",
        [
            base | {"subject": "union-320922", "measure": "全县集体协商建制率", "value": 93, "qualifier": qualifier, "period": "今年2月"},
            base | {"subject": "union-320322", "measure": "集体协商率", "value": 96, "start": 20, "end": 23},
            base | {"subject": "union-320322", "measure": "集体协商率", "value": 97, "start": 30, "end": 33},
        ],
    )
    figures = region_figures(tables)
    assert {figure.measure for by in figures.values() for figure in by} == {"集体协商建制率"}
    assert figures["320922"][0].text == shown
    assert [figure.value for figure in figures["320322"]] == [96, 97]
    assert figures["320922"][0].sentence == "甲" * 10
    assert "320900" not in figures  # a county's figure is not its city's


def test_figures_of_a_union_count_under_the_theme_of_their_measure():
    tables = make([("a", "320922", "outdoor-stations", "一.txt"), ("b", "320322", "outdoor-stations", "一.txt")])
    base = {"page": "一.txt", "start": 3, "end": 6, "text": "甲甲甲", "sentence_start": 0, "sentence_end": 10}
    tables["statistics"] = frame(
        "statistics",
        [
            base | {"subject": "union-320922", "measure": "建成了户外职工驿站", "unit": "家", "value": 13},
            base | {"subject": "union-320322", "measure": "建成工会驿站", "unit": "个", "value": 25, "start": 20, "end": 23},
            base | {"subject": "union-320322", "measure": "安装防护栏", "unit": "块", "value": 25, "start": 30, "end": 33},
        ],
    )
    table = region_themes(tables).set_index(["adcode", "theme"])["figures"]
    assert table["320922", "outdoor-stations"] == table["320322", "outdoor-stations"] == 1
    assert table["320000", "outdoor-stations"] == 2
    measures = answer(tables, ["320922", "320322"])[1].rows
    assert [row["measure"] for row in measures] == ["工会驿站", "安装防护栏"]
    assert measures[0]["theme"] == "户外劳动者服务站点"
    assert [measures[0][code] for code in ("320922", "320322")] == ["13 家（2023-08 见报）", "25 个（2023-08 见报）"]


def test_regions_of_one_name_are_told_apart():
    heads = answer(make([("a", "320106", "training", "一.txt"), ("b", "350102", "training", "一.txt")]), ["320106", "350102"])[0].columns
    assert [head for _, head in heads[1:]] == ["江苏省南京市鼓楼区", "福建省福州市鼓楼区"]
