import csv
import json
from xml.etree import ElementTree

import networkx as nx

from graph.export import write_all
from graph.model import load
from graph.network import make_graph
from graph.tables import frame


def test_one_node_an_entity_and_one_edge_a_relation_with_its_evidence(tables):
    graph = make_graph(tables)
    assert graph.nodes["union-a"]["name"] == "甲县总工会"
    assert graph.nodes["union-a"]["mentions"] == 2
    assert graph.nodes["initiative-n"]["region"] == "990101"
    edge = graph.edges["union-a", "initiative-n", "runs"]
    assert edge["label"] == "建成"
    assert [evidence["text"] for evidence in edge["evidence"]] == ["近日,甲县总工会建成“暖心驿”户外劳动者服务站12个。"]
    assert "confidence" not in edge


def test_who_only_signs_is_marked(tables):
    """A reporter in a byline, one also named in the text, one never mentioned; one in a relation, one with a figure."""
    span = tables["mentions"].iloc[0][["page", "start", "end", "text", "article"]].to_dict()
    people = ("byline", "both", "unseen", "chair", "counted")
    rules = {
        "byline": ["person.byline"],
        "both": ["person.byline", "person.post"],
        "chair": ["person.byline"],
        "counted": ["person.byline"],
    }
    rows = [{"id": name, "type": "Person", "name": name} for name in people]
    tables["entities"] = frame("entities", [*tables["entities"].to_dict("records"), *rows])
    rows = [span | {"entity": name, "rule": rule} for name, own in rules.items() for rule in own]
    tables["mentions"] = frame(
        "mentions", [*tables["mentions"].to_dict("records"), *rows, span | {"entity": "union-a", "rule": "person.byline"}]
    )
    post = {"head": "chair", "relation": "holdsPost", "tail": "union-a"} | span
    tables["relations"] = frame("relations", [*tables["relations"].to_dict("records"), post])
    figure = tables["statistics"].iloc[0].to_dict() | {"subject": "counted"}
    tables["statistics"] = frame("statistics", [*tables["statistics"].to_dict("records"), figure])
    assert [node for node, signs in make_graph(tables).nodes(data="signer") if signs] == ["byline"]


def test_exports_hold_the_whole_graph(tables, tmp_path):
    graph = make_graph(tables)
    write_all(graph, {"union-a": (3.0, 4.0)}, tmp_path)
    for again in (nx.read_graphml(tmp_path / "graph.graphml"), nx.read_gexf(tmp_path / "graph.gexf")):
        assert set(again.nodes) == set(graph.nodes)
        assert again.number_of_edges() == graph.number_of_edges()
    again = nx.node_link_graph(json.loads((tmp_path / "graph.json").read_text(encoding="utf-8")), edges="links")
    assert nx.utils.graphs_equal(again, graph)
    with (tmp_path / "neo4j" / "relationships.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(tables["relations"])


def test_gephi_lite_sees_colours_and_positions(tables, tmp_path):
    write_all(make_graph(tables), {"union-a": (3.0, 4.0)}, tmp_path)
    viz = "{http://www.gexf.net/1.2draft/viz}"
    root = ElementTree.parse(tmp_path / "graph.gexf").getroot()
    node = next(n for n in root.iter("{http://www.gexf.net/1.2draft}node") if n.get("id") == "union-a")
    colour = node.find(f"{viz}color").attrib
    assert "a" not in colour
    assert "#{:02X}{:02X}{:02X}".format(*(int(colour[c]) for c in "rgb")) == load().classes["Union"].colour
    assert (node.find(f"{viz}position").get("x"), node.find(f"{viz}position").get("y")) == ("3.0", "-4.0")
    assert "lastmodifieddate" not in (tmp_path / "graph.gexf").read_text(encoding="utf-8")
