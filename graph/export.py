"""The graph in the formats of other tools: GraphML, GEXF, node-link JSON, Neo4j import CSV. One class a format."""

import csv
import json
from pathlib import Path
from typing import ClassVar
from xml.etree import ElementTree

import networkx as nx

from graph.layout import node_size
from graph.model import load
from graph.network import flat

Positions = dict[str, tuple[float, float]]


class Exporter:
    """Writes one format into an existing folder; complete or raises (OSError)."""

    files: ClassVar[tuple[str, ...]] = ()

    def __init__(self, graph: nx.MultiDiGraph, positions: Positions) -> None:
        self.graph = graph
        self.positions = positions

    def write(self, folder: Path) -> None:
        """Writes `self.files` into `folder`."""
        raise NotImplementedError


class GraphML(Exporter):
    """GraphML, for yEd, Cytoscape, igraph."""

    files = ("graph.graphml",)

    def write(self, folder: Path) -> None:
        """Writes graph.graphml."""
        nx.write_graphml(flat(self.graph), folder / "graph.graphml", encoding="utf-8", prettyprint=True)


class Gexf(Exporter):
    """GEXF 1.3 for Gephi and Gephi Lite, with the view's colours, sizes and positions.

    networkx writes an alpha channel that Gephi Lite reads as grey, and stamps the file with today's date: both are taken out.
    """

    files = ("graph.gexf",)

    def write(self, folder: Path) -> None:
        """Writes graph.gexf."""
        plain = flat(self.graph)
        for node, data in plain.nodes(data=True):
            red, green, blue = (int(load().classes[data["type"]].colour[i : i + 2], 16) for i in (1, 3, 5))
            x, y = self.positions.get(node, (0.0, 0.0))
            data["viz"] = {
                "color": {"r": red, "g": green, "b": blue},
                "position": {"x": round(x, 2), "y": round(-y, 2), "z": 0.0},
                "size": round(node_size(self.graph.degree(node)), 2),
            }
        for _, _, _, data in plain.edges(keys=True, data=True):
            data["label"] = data.pop("relation_label")
        root = ElementTree.fromstring("\n".join(nx.generate_gexf(plain, version="1.2draft")))  # noqa: S314 (our own output)
        for parent in root.iter():
            for child in list(parent):
                if child.tag.endswith("meta"):
                    child.attrib.pop("lastmodifieddate", None)
                if child.tag.endswith("color"):
                    child.attrib.pop("a", None)
        ElementTree.register_namespace("", "http://www.gexf.net/1.2draft")
        ElementTree.register_namespace("viz", "http://www.gexf.net/1.2draft/viz")
        (folder / "graph.gexf").write_text(
            '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n",
            encoding="utf-8",
        )


class NodeLink(Exporter):
    """networkx node-link JSON, for D3 and for reading back with networkx."""

    files = ("graph.json",)

    def write(self, folder: Path) -> None:
        """Writes graph.json."""
        data = nx.node_link_data(self.graph, edges="links")
        text = json.dumps(data, ensure_ascii=False, indent=1)
        (folder / "graph.json").write_text(text + "\n", encoding="utf-8")


class Neo4j(Exporter):
    """CSV for `neo4j-admin database import` (header syntax of its manual: `:ID`, `:LABEL`, `:START_ID`, `:TYPE`)."""

    files = ("neo4j/nodes.csv", "neo4j/relationships.csv")

    def write(self, folder: Path) -> None:
        """Writes neo4j/nodes.csv and neo4j/relationships.csv."""
        (folder / "neo4j").mkdir(exist_ok=True)
        with (folder / "neo4j" / "nodes.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(
                ["id:ID", ":LABEL", "name", "aliases:string[]", "adcode", "region", "kind", "themes:string[]", "pages:string[]"]
            )
            for node, data in self.graph.nodes(data=True):
                lists = [";".join(value.replace(";", "；") for value in data[k]) for k in ("aliases", "themes", "pages")]
                writer.writerow([node, data["type"], data["name"], lists[0], data["adcode"], data["region"], data["kind"], *lists[1:]])
        with (folder / "neo4j" / "relationships.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([":START_ID", ":END_ID", ":TYPE", "label", "confidence:double", "page", "start:int", "end:int", "text"])
            for head, tail, key, data in self.graph.edges(keys=True, data=True):
                for evidence in data["evidence"]:
                    confidence = data.get("confidence", "")
                    writer.writerow([head, tail, key, data["label"], confidence, *evidence.values()])


EXPORTERS: tuple[type[Exporter], ...] = (GraphML, Gexf, NodeLink, Neo4j)


def write_all(graph: nx.MultiDiGraph, positions: Positions, folder: Path) -> None:
    """All formats into `folder`."""
    for exporter in EXPORTERS:
        exporter(graph, positions).write(folder)
