"""graph.gexf as Gephi Lite sees it: the parser that Gephi Lite uses finds the view's positions, colours, sizes and names."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.export import Gexf
from graph.layout import node_size, positions
from graph.model import load
from graph.network import make_graph
from graph.tables import Tables

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def graph(counties: Tables) -> nx.MultiDiGraph:
    return make_graph(counties)


@pytest.fixture(scope="module")
def read(graph: nx.MultiDiGraph, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What graphology-gexf reads in the GEXF of the corpus."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules" / "graphology-gexf").is_dir():
        pytest.skip("graphology-gexf is not installed (npm ci --prefix tests/browser)")
    folder = tmp_path_factory.mktemp("gexf")
    Gexf(graph, positions(graph)).write(folder)
    done = subprocess.run([node, HERE / "read_gexf.cjs", folder / "graph.gexf"], capture_output=True, check=True, encoding="utf-8")
    return json.loads(done.stdout)


def _hex(colour: str) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in colour.removeprefix("rgb(").removesuffix(")").split(","))


def test_nodes_stand_where_the_view_has_them_and_look_the_same(read: dict[str, Any], graph: nx.MultiDiGraph) -> None:
    at = positions(graph)
    assert set(read["nodes"]) == set(graph)
    for key, node in read["nodes"].items():
        x, y = at[key]
        assert (node["x"], -node["y"]) == pytest.approx((x, y), abs=0.01)  # y points up there, down in a browser
        assert _hex(node["color"]) == load().classes[graph.nodes[key]["type"]].colour.lower()
        assert node["size"] == pytest.approx(node_size(graph.degree(key)), abs=0.01)
        assert node["label"] == graph.nodes[key]["name"]


def test_names_arrive_as_their_characters(read: dict[str, Any]) -> None:
    assert read["nodes"]["person-320322"]["label"] == "</script><img src=x onerror=alert(1)>"


def test_relations_arrive_with_their_direction_and_name(read: dict[str, Any], graph: nx.MultiDiGraph) -> None:
    assert read["type"] == "directed"
    assert len(read["edges"]) == graph.number_of_edges()
    found = {(head, tail) for head, tail, _ in read["edges"]}
    assert ("union-320322", "station-320322") in found
    assert ("station-320322", "union-320322") not in found
