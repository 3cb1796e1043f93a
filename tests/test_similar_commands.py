"""The commands similar, regions and compare on a folder of tables."""

import argparse
import json
import shlex

import pytest

from graph import compare_command, regions_command, similar_command
from graph.errors import QueryError, TableError
from graph.lookup import find_division, find_region, nearest
from graph.tables import frame, read_build, write_tables
from viz import view_command

PAGE = "一版.txt"
SENTENCES = {
    "暖蜂驿": ("320922", "outdoor-stations", "滨海县总工会建成“暖蜂驿”12个,供外卖骑手歇脚充电。"),
    "清风小站": ("330281", "outdoor-stations", "余姚市总工会开放“清风小站”20个,供环卫工人歇脚饮水。"),
    "巧手班": ("330281", "training", "余姚市总工会开办“巧手班”,培训职工。"),
    "巧手班二": ("320322", "training", "沛县总工会开办“巧手班”,培训职工。"),
}
REGIONS = {"320922": "滨海县", "330281": "余姚市", "320322": "沛县"}


@pytest.fixture
def out(tmp_path):
    rows = {name: [] for name in ("pages", "articles", "entities", "mentions", "relations", "statistics", "descriptions")}
    text = ""
    rows["entities"] = [{"id": f"region-{code}", "type": "Region", "name": name, "adcode": code} for code, name in REGIONS.items()]
    for key, (adcode, theme, sentence) in SENTENCES.items():
        name, id_ = key.removesuffix("二"), f"initiative-{key}"
        span = {"page": PAGE, "start": len(text), "end": len(text) + len(sentence), "text": sentence, "article": f"{PAGE}#1"}
        at = len(text) + sentence.index(name)
        rows["entities"].append({"id": id_, "type": "Initiative", "name": name, "themes": theme, "kind": "station"})
        rows["mentions"].append(span | {"entity": id_, "start": at, "end": at + len(name), "text": name})
        rows["relations"].append(span | {"head": id_, "relation": "inRegion", "tail": f"region-{adcode}"})
        rows["descriptions"].append(span | {"entity": id_, "how": "named"})
        if "个" in sentence:
            digits = sentence.index("个") - 2
            figure = {"subject": id_, "measure": "户外劳动者服务站", "value": int(sentence[digits : digits + 2]), "unit": "个"}
            place = {"start": len(text) + digits, "end": len(text) + digits + 3, "text": sentence[digits : digits + 3]}
            rows["statistics"].append(
                figure | {"page": PAGE, "sentence_start": len(text), "sentence_end": len(text) + len(sentence)} | place
            )
        text += sentence
    rows["pages"].append({"page": PAGE, "date": "2024-05", "text": text})
    (tmp_path / "tables").mkdir()
    write_tables({name: frame(name, table) for name, table in rows.items()}, tmp_path / "tables")
    return tmp_path


def ask(command, capfdbinary, *arguments):
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    assert command.run(parser.parse_args([*map(str, arguments), "--format", "json"])) == 0
    return json.loads(capfdbinary.readouterr().out.decode("utf-8"))


def test_similar_by_a_part_of_the_name(out, capfdbinary):
    rows = ask(similar_command, capfdbinary, out, "暖蜂")
    assert rows[0]["name"] == "清风小站"
    assert rows[0]["quote"] == SENTENCES["清风小站"][2]
    assert rows[0]["source"].startswith(PAGE)
    assert rows[0]["score"] == pytest.approx(
        sum(rows[0][part] for part in ("theme", "mechanism", "target", "partners", "kind", "wording_name", "wording_text", "scale"))
    )


def test_similar_by_description(out, capfdbinary):
    rows = ask(similar_command, capfdbinary, out, "让送外卖的骑手有地方歇脚", "--top", "1")
    assert [row["name"] for row in rows] == ["暖蜂驿"]


def test_a_name_that_several_bear_is_answered_for_all_of_them(out, capfdbinary):
    sheets = ask(similar_command, capfdbinary, out, "巧手班")
    assert [(row["name"], row["region"], row["first"], row["ask"]) for row in sheets["meant"]] == [
        ("巧手班", "沛县", "2024-05", "巧手班 --region 沛县"), ("巧手班", "余姚市", "2024-05", "巧手班 --region 余姚市"),
    ]  # fmt: skip
    assert sheets["meant"][0]["quote"] == SENTENCES["巧手班二"][2]
    assert sheets["meant"][0]["source"].startswith(f"{PAGE}:")
    assert {row["id"] for row in sheets["similar"]}.isdisjoint(row["id"] for row in sheets["meant"])
    assert "清风小站" not in {row["name"] for row in sheets["similar"]}  # where one of them runs, too


def test_a_part_of_different_names_gets_the_candidates_alone(out, capsys):
    tables = read_build(out)
    tables["entities"] = tables["entities"].replace({"name": {"巧手班": "巧手小站"}})
    (sheet,) = similar_command.answer(tables, "小站", None, top=3)
    assert [row["ask"] for row in sheet.rows] == ["巧手小站 --region 沛县", "巧手小站 --region 余姚市", "清风小站"]
    assert [row["figures"] for row in sheet.rows] == ["", "", "工会驿站 20 个"]
    assert sheet.title == "名称中有“小站”的举措"
    assert "小站 may be 3 initiatives: choose one" in capsys.readouterr().err


def test_what_is_to_be_written_means_that_one_alone(out):
    """Two of a name in one region, in regions of one name, without any region; names that a shell would read."""
    tables = read_build(out)
    known = [("甲 营", "410402"), ("甲 营", "130105"), ("甲 营", ""), ("甲营", "320922"), ("甲营", "320922"), ("$甲营", "330281")]
    added = [
        {"id": f"initiative-{at}", "type": "Initiative", "name": name, "adcode": code, "themes": "training"}
        for at, (name, code) in enumerate(known)
    ]
    tables["entities"] = frame("entities", [*tables["entities"].to_dict("records"), *added])
    meant, _ = similar_command.answer(tables, "甲营", None, top=3)
    written = {row["id"]: row["ask"] for row in meant.rows}
    assert written == {
        "initiative-0": '"甲 营" --region 410402', "initiative-1": '"甲 营" --region 130105', "initiative-2": "initiative-2",
        "initiative-3": "initiative-3", "initiative-4": "initiative-4", "initiative-5": "initiative-5",
    }  # fmt: skip
    for id_, given in written.items():
        parser = argparse.ArgumentParser()
        similar_command.add_arguments(parser)
        args = parser.parse_args(["out", *shlex.split(given)])
        (sheet,) = similar_command.answer(tables, args.name, args.region, top=3)
        assert {row["like"] for row in sheet.rows} <= {id_}


def test_one_of_several_of_a_name_is_chosen_by_its_region(out, capfdbinary):
    assert ask(similar_command, capfdbinary, out, "巧手班", "--region", "余姚")[0]["region"] == "沛县"
    assert ask(similar_command, capfdbinary, out, "巧手班", "--region", "江苏")[0]["region"] == "余姚市"
    with pytest.raises(QueryError, match="滨海县"):
        ask(similar_command, capfdbinary, out, "巧手班", "--region", "滨海县")


def test_a_description_that_nothing_is_like_is_not_told_of_regions(out, capsys):
    tables = read_build(out)
    assert similar_command.answer(tables, "为老旧小区加装电梯的议事会", None, top=3)[0].rows == []
    assert "say more of what is done" in capsys.readouterr().err


def test_an_unknown_name_gets_the_nearest_ones(out, capfdbinary):
    with pytest.raises(QueryError, match="清风小站"):
        ask(similar_command, capfdbinary, out, "清风小岗")


def test_a_region_profile_says_what_its_peers_do(out, capfdbinary):
    sheets = ask(regions_command, capfdbinary, out, "滨海")
    assert sheets["themes"] == [
        {"theme": "户外劳动者服务站点", "initiatives": 1, "own": 1, "via": "本级", "bodies": 0, "figures": 1, "first": "2024-05"}
    ]
    assert sheets["initiatives"][0]["quote"] == SENTENCES["暖蜂驿"][2]
    assert sheets["peers"][0]["region"] == "余姚市"
    assert sheets["missing"] == [{"theme": "技能培训与学历提升", "region": "余姚市", "initiatives": "巧手班"}]


def test_a_province_rolls_up(out, capfdbinary):
    sheets = ask(regions_command, capfdbinary, out, "江苏省")
    assert {row["name"] for row in sheets["initiatives"]} == {"暖蜂驿", "巧手班"}
    assert {row["via"] for row in sheets["themes"]} == {"下级"}


def test_the_same_measure_stands_in_one_row(out, capfdbinary):
    sheets = ask(compare_command, capfdbinary, out, "滨海县", "330281", "沛县")
    assert sheets["measures"][0]["theme"] == "户外劳动者服务站点"
    assert [sheets["measures"][0][code] for code in ("320922", "330281", "320322")] == [
        "12 个（2024-05 见报）", "20 个（2024-05 见报）", "",
    ]  # fmt: skip
    assert (sheets["evidence"][1]["sentence"], sheets["evidence"][1]["date"]) == (SENTENCES["清风小站"][2], "2024-05")
    words = {(row["about"], row["aspect"]): row["words"] for row in sheets["differences"]}
    assert words["工会驿站", "数据"].endswith("按各自见报时的数据，余姚市比滨海县多 8 个。")
    assert words["户外劳动者服务站点", "见报先后"].endswith("日期不够细，先后不明。")
    assert words["户外劳动者服务站点", "服务对象"] == "只有滨海县写到快递外卖骑手；只有余姚市写到户外劳动者。"
    assert [row["name"] for row in sheets["initiatives"]] == ["暖蜂驿", "清风小站", "巧手班", "巧手班"]
    stations = next(row for row in sheets["themes"] if row["theme"] == "户外劳动者服务站点")
    assert stations["320922"] == "1:暖蜂驿"
    assert stations["320322"] == ""


def test_what_runs_in_a_subdivision_bears_its_name(out, capfdbinary):
    sheets = ask(compare_command, capfdbinary, out, "江苏省", "余姚市")
    stations = next(row for row in sheets["themes"] if row["theme"] == "户外劳动者服务站点")
    assert (stations["320000"], stations["330281"]) == ("1:暖蜂驿(滨海县)", "1:清风小站")


def test_what_has_next_to_nothing_in_common_is_not_listed(out, capfdbinary):
    rows = ask(similar_command, capfdbinary, out, "暖蜂", "--top", "50")
    assert rows
    assert all(row["score"] >= 0.06 for row in rows)


def test_a_comparison_needs_two_regions(out, capfdbinary):
    with pytest.raises(QueryError, match="two or more"):
        ask(compare_command, capfdbinary, out, "滨海县", "320922")


NAMES = {"320000": "江苏省", "320322": "沛县", "320106": "鼓楼区", "350102": "鼓楼区", "350000": "福建省", "320300": "徐州市"}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("沛县", "320322"),
        ("320322", "320322"),
        ("徐州", "320300"),
        ("江苏省沛县", "320322"),
        ("福建省鼓楼区", "350102"),
        ("江苏省鼓楼区", "320106"),
    ],
)
def test_a_region_by_code_name_short_name_or_path(given, code):
    assert find_region(NAMES, given) == code


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("鼓楼区", "江苏省南京市鼓楼区 320106, 福建省福州市鼓楼区 350102"),
        ("鼓楼", "ambiguous"),
        ("沛州", "did you mean"),
        ("新华区", "河北省石家庄市新华区 130105, .*平顶山市新华区 410402: pages that do not say of which count for none"),
        ("火星", "火星: known are, for instance, 江苏省, 沛县"),
        (" “”", "give the name or code of a region: known are, for instance, 江苏省, 沛县"),
    ],
)
def test_a_region_that_is_not_clear_gets_candidates(given, says):
    with pytest.raises(QueryError, match=says):
        find_region(NAMES, given)


def test_a_division_is_found_by_its_whole_path_and_named_by_it_when_several_bear_its_name():
    assert find_division("河北省石家庄市新华区") == "130105"
    assert find_division("石家庄市新华区") == "130105"
    assert find_division("岳池") == "511621"
    with pytest.raises(QueryError, match=r"新华区 is ambiguous: .*河北省沧州市新华区 130902"):
        find_division("新华区")
    with pytest.raises(QueryError, match=r"--region '岳地县': no such region: did you mean .*岳池县"):
        find_division("岳地县")


def test_nearest_names_come_best_first():
    assert nearest("暖蜂站", ["清风小站", "暖蜂驿站", "暖峰", "读书会"])[0] == "暖蜂驿站"


@pytest.mark.parametrize(
    ("given", "says"), [("", "give the name .*: known are, for instance, .*暖蜂驿"), ("甲乙丙", "甲乙丙, .*: known are, for instance")]
)
def test_an_empty_or_unknown_initiative_gets_candidates(out, capfdbinary, given, says):
    with pytest.raises(QueryError, match=says):
        ask(similar_command, capfdbinary, out, given)


@pytest.mark.parametrize(
    ("command", "more"),
    [
        (similar_command, ["暖蜂驿"]),
        (regions_command, ["沛县"]),
        (compare_command, ["沛县", "滨海县"]),
        (view_command, ["--focus", "沛县", "-o", "x.html"]),
    ],
)
def test_a_folder_without_a_build_is_named_with_the_mend(tmp_path, command, more):
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    with pytest.raises(TableError, match=r"nowhere: no build here: build one with `gonghui build PAGES --out .*nowhere`"):
        command.run(parser.parse_args([str(tmp_path / "nowhere"), *more]))
