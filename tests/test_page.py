"""The network page as a file: complete, closed to the net, escaped, the same every time."""

import base64
import gzip
import html
import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from graph.errors import OutputError
from graph.layout import positions
from graph.network import make_graph
from graph.tables import Tables
from viz.data import page_data
from viz.page import Settings, write_network

HOSTILE = "</script><img src=x onerror=alert(1)>\u2028"


def _write(tables: Tables, path: Path, **options: Any) -> str:
    graph = make_graph(tables)
    write_network(tables, graph, positions(graph), path, Settings(**options))
    return path.read_text(encoding="utf-8")


def _data(page: str) -> dict[str, Any]:
    kind, text = re.search(r'<script type="application/(\w+)" id="data">(.*?)</script>', page, re.DOTALL).groups()  # type: ignore[union-attr]
    return json.loads(text if kind == "json" else gzip.decompress(base64.b64decode(text)))


def _named(tables: Tables, name: str) -> Tables:
    """The tables with a person of this name."""
    entities = tables["entities"].copy()
    entities.loc[entities["id"] == "person-z", "name"] = name
    return tables | {"entities": entities}


def test_nothing_in_the_page_points_to_the_net(tables: Tables, tmp_path: Path) -> None:
    page = _write(tables, tmp_path / "network.html", drawn=1)
    code = re.sub(r"<script[ >].*?</script>", "", page, flags=re.DOTALL)
    assert not re.search(r"https?://|//cdn", code)
    assert not re.search(r"<(script|link|img|iframe)[^>]*(src|href)=(?!\"data:)", code)
    assert "bootstrap" not in page.lower()


def test_the_policy_allows_exactly_the_scripts_of_the_page(tables: Tables, tmp_path: Path) -> None:
    page = _write(tables, tmp_path / "network.html")
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page).group(1))  # type: ignore[union-attr]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = {"'sha256-" + base64.b64encode(sha256(script.encode()).digest()).decode() + "'" for script in scripts}
    assert hashes == set(re.search(r"script-src ([^;]*);", policy).group(1).split())  # type: ignore[union-attr]


def test_hostile_names_cannot_leave_the_data(tables: Tables, tmp_path: Path) -> None:
    page = _write(_named(tables, HOSTILE), tmp_path / "network.html", title=HOSTILE)
    assert "<img" not in page
    assert HOSTILE in {node["label"] for node in _data(page)["nodes"]}
    assert re.search(r"<title>&lt;/script&gt;&lt;img", page)


def test_same_input_same_bytes(tables: Tables, tmp_path: Path) -> None:
    _write(tables, tmp_path / "one.html")
    _write({name: table.copy() for name, table in tables.items()}, tmp_path / "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_large_data_are_packed_and_the_same(tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = _data(_write(tables, tmp_path / "one.html"))
    monkeypatch.setattr("viz.inline._PACK", 100)
    page = _write(tables, tmp_path / "two.html")
    assert 'type="application/gzip"' in page
    assert _data(page) == plain


def test_what_the_page_knows(tables: Tables) -> None:
    graph = make_graph(tables)
    alike = pd.DataFrame([{"a": "initiative-n", "b": "initiative-x", "score": 0.71234, "why": "主题相同"}])
    data = page_data(tables | {"similar": alike}, graph, positions(graph), title="图", drawn=9)
    number = {node["key"]: node["id"] for node in data.nodes}
    assert [node["id"] for node in data.nodes] == list(range(7))
    station = data.nodes[number["initiative-n"]]
    assert (station["label"], station["py"], station["shape"], station["themes"]) == ("暖心驿", "nxy", "star", ["outdoor-stations"])
    facts = {(fact[0], fact[1], fact[2]): fact for fact in data.facts}
    post = facts[number["person-z"], "holdsPost", number["union-a"]]
    assert post[3:5] == ["主席", None]
    passage, start, end, article = post[5][0]
    assert data.passages[passage] == [0, 0, "甲县总工会主席 张三"]
    assert data.passages[passage][2][start:end] == "甲县总工会主席 张三"
    assert data.articles[article][0] == 0
    assert sorted(fact for edge in data.edges for fact in edge["facts"]) == list(range(len(data.facts)))
    figure = data.figures[0]
    assert figure[:3] == [number["initiative-n"], "户外劳动者服务站", "12个"]
    assert data.passages[figure[8][0]][2][figure[8][1] : figure[8][2]] == "近日,甲县总工会建成“暖心驿”户外劳动者服务站12个。"
    assert data.similar == [[number["initiative-n"], number["initiative-x"], 0.712, "主题相同", ""]]


def test_a_quote_of_a_page_that_is_not_there_is_left_out(tables: Tables) -> None:
    tables = tables | {"pages": tables["pages"].iloc[:0]}
    graph = make_graph(tables)
    data = page_data(tables, graph, positions(graph), title="图", drawn=9)
    assert data.passages == []
    assert {len(fact[5]) for fact in data.facts} == {0}


def test_an_installation_without_the_library_is_named(tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viz.page.pyvis.__file__", str(tmp_path / "pyvis" / "__init__.py"))
    with pytest.raises(OutputError, match="reinstall"):
        _write(tables, tmp_path / "network.html")


def test_the_page_of_nothing_can_be_written(tmp_path: Path, tables: Tables) -> None:
    assert _data(_write({name: table.iloc[:0] for name, table in tables.items()}, tmp_path / "network.html"))["nodes"] == []
