"""A network too large for one file: what its page keeps, and the parts that the server hands out."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import build_graph
from graph.errors import QueryError
from graph.layout import positions
from graph.model import load
from graph.network import make_graph
from graph.tables import Tables, frame, write_tables
from viz import parts
from viz.data import PageData, page_data
from viz.overview import overview, part_of
from viz.page import Settings, write_network


def _data(tables: Tables) -> PageData:
    graph = make_graph(tables)
    alike = pd.DataFrame([{"a": "initiative-n", "b": "initiative-x", "score": 0.7, "why": "主题相同"}])
    return page_data(tables | {"similar": alike}, graph, positions(graph), title="图", drawn=9)


@pytest.fixture
def folder(tables: Tables, tmp_path: Path) -> Path:
    graph = make_graph(tables)
    alike = pd.DataFrame([{"a": "initiative-n", "b": "initiative-x", "score": 0.7, "why": "主题相同"}])
    settings = Settings(parts=tmp_path / parts.FILE, most=100)
    write_network(tables | {"similar": alike}, graph, positions(graph), tmp_path / "network.html", settings)
    return tmp_path


def _part(folder: Path, **asked: Any) -> dict[str, Any]:
    job = {"focus": "", "steps": 1, "from": "", "to": "", "region": "", "themes": [], "page": 1} | asked
    return json.loads(parts.part_answer(folder, job))


def _names(part: dict[str, Any]) -> set[str]:
    return {node["label"] for node in part["nodes"]}


def test_a_small_build_keeps_its_data_in_the_page(tables: Tables, tmp_path: Path) -> None:
    graph = make_graph(tables)
    write_network(tables, graph, positions(graph), tmp_path / "network.html", Settings(parts=tmp_path / parts.FILE))
    assert not (tmp_path / parts.FILE).exists()
    with pytest.raises(QueryError, match="holds all of it"):
        _part(tmp_path)


def test_the_page_of_a_large_build_may_ask_its_own_server_alone(folder: Path, tables: Tables) -> None:
    page = (folder / "network.html").read_text(encoding="utf-8")
    assert "connect-src &#x27;self&#x27;;" in page
    graph = make_graph(tables)
    write_network(tables, graph, positions(graph), folder / "small.html")
    assert "connect-src" not in (folder / "small.html").read_text(encoding="utf-8")


def test_a_focus_brings_its_surroundings_with_their_quotes(folder: Path, tables: Tables) -> None:
    whole, part = _data(tables), _part(folder, focus="initiative-n")
    assert _names(part) == {"暖心驿", "甲县总工会", "甲县"}
    assert part["part"] == {"total": 3, "page": 1, "size": parts.MOST_NODES}
    assert sorted(fact[1] for fact in part["facts"]) == ["inRegion", "runs", "serves"]
    for head, relation, tail, _, _, places in part["facts"]:
        ends = [part["nodes"][i]["label"] for i in (head, tail)]
        same = [fact for fact in whole.facts if [whole.nodes[fact[i]]["label"] for i in (0, 2)] == ends and fact[1] == relation]
        quotes = [whole.passages[place[0]][2][place[1] : place[2]] for place in same[0][5]]
        assert [part["passages"][place[0]][2][place[1] : place[2]] for place in places] == quotes
        assert all(part["pages"][part["passages"][place[0]][0]] in whole.pages for place in places)
    assert part["elsewhere"] == [[0, "initiative-x", "歇脚屋", part["elsewhere"][0][3], 0.7, "主题相同", ""]]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"focus": "initiative-n", "steps": 2}, {"暖心驿", "甲县总工会", "甲县", "张三"}),
        ({"from": "person-z", "to": "initiative-n"}, {"张三", "甲县总工会", "暖心驿"}),
        ({"from": "person-z", "to": "initiative-x"}, {"张三", "歇脚屋"}),
        ({"themes": ["outdoor-stations"]}, {"暖心驿", "歇脚屋", "甲县总工会", "乙县总工会", "甲县", "乙县"}),
        ({"region": "990102"}, {"歇脚屋", "乙县总工会", "乙县"}),
    ],
)
def test_parts(folder: Path, asked: dict[str, Any], names: set[str]) -> None:
    assert _names(_part(folder, **asked)) == names


def test_later_pages_bring_what_their_nodes_hang_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_NODES", 2)
    pages = [_part(folder, page=number) for number in (1, 2, 3, 4)]
    assert len(pages[0]["nodes"]) == 2
    assert len(set().union(*map(_names, pages))) == 7
    assert all(page["edges"] for page in pages[1:3])
    around = _part(folder, focus="initiative-n", steps=2, page=2)
    assert around["part"]["total"] == 4
    assert around["nodes"][0]["label"] == "暖心驿"


def test_what_is_not_there_is_said(folder: Path) -> None:
    with pytest.raises(QueryError, match="no such node"):
        _part(folder, focus="union-gone")


FIRST = {"暖心驿": "暖心驿", "nxy": "暖心驿", "甲县": "甲县", "甲县总": "甲县总工会", "总 甲县": "甲县总工会"}


@pytest.mark.parametrize(("text", "first"), FIRST.items())
def test_search(folder: Path, text: str, first: str) -> None:
    assert json.loads(parts.find_answer(folder, {"text": text}))[0]["label"] == first


def test_a_build_puts_the_parts_beside_its_store(tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_graph.page, "Settings", partial(Settings, most=100))
    (tmp_path / "tables").mkdir()
    write_tables({name: frame(name, []) for name in load().tables} | tables, tmp_path / "tables")
    assert build_graph.main(["--tables", str(tmp_path / "tables"), "--out", str(tmp_path / "out"), "-q"]) in {0, 1}
    assert _names(_part(tmp_path / "out" / "store", focus="initiative-n")) == {"暖心驿", "甲县总工会", "甲县"}


def test_same_input_same_bytes(tables: Tables, tmp_path: Path) -> None:
    graph = make_graph(tables)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        settings = Settings(parts=tmp_path / name / parts.FILE, most=100)
        write_network(tables, graph, positions(graph), tmp_path / name / "network.html", settings)
    for file in (parts.FILE, "network.html"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_search_takes_no_pattern(folder: Path) -> None:
    for text in ("", "%", "_", "'", "*"):
        assert json.loads(parts.find_answer(folder, {"text": text})) == []


def test_from_above_every_node_is_counted_once_on_each_level(counties_data: PageData) -> None:
    found = overview(counties_data, 0)
    groups = {group[0]: sum(group[3].values()) for group in found["310000"]["groups"]}
    assert sum(groups.values()) == len(counties_data.nodes)
    assert set(groups) == {"310101", "310104", "310000="}
    assert found[""] == found["310000"]  # a picture of nothing but 上海市 would show one disc


@pytest.fixture
def counties_data(tables: Tables) -> PageData:
    codes = {"region-990101": "310101", "region-990102": "310104", "union-a": "310101", "union-b": "310000"}
    entities = tables["entities"]
    place = [codes.get(id_, code) for id_, code in zip(entities["id"], entities["adcode"], strict=True)]
    return _data(tables | {"entities": entities.assign(adcode=place)})


@pytest.mark.parametrize(
    ("home", "whole", "digits", "part"),
    [
        ("320322", "", 2, "320000"), ("320322", "320000", 4, "320300"), ("320300", "320300", 6, "320300="), ("", "", 2, "none"),
        ("310101", "310000", 4, "310101"), ("320322001", "320300", 6, "320322"),
    ],
)  # fmt: skip
def test_the_part_of_a_region_that_a_code_lies_in(home: str, whole: str, digits: int, part: str) -> None:
    regions = dict.fromkeys(("320000", "320300", "320322", "310000", "310101"), "")
    assert part_of(home, whole, digits, regions) == part
