"""The graph as a pyvis network: what vis-network draws, with our own facts about each node beside it."""

from collections import Counter, defaultdict
from functools import cache
from typing import Any

import networkx as nx
from pypinyin import Style, lazy_pinyin
from pyvis.edge import Edge
from pyvis.network import Network

from graph.layout import islands, node_size
from graph.model import load

Positions = dict[str, tuple[float, float]]

# Everything stands still and straight: positions are given, so no physics; a picture is there at once.
OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1, "shape": "custom"},
    "edges": {"smooth": False, "selectionWidth": 1.5, "hoverWidth": 1.5, "width": 1},
    "interaction": {
        "hover": True, "tooltipDelay": 200, "multiselect": False, "keyboard": False,
        "hideEdgesOnDrag": False, "selectConnectedEdges": False, "hoverConnectedEdges": False,
    },
}  # fmt: skip


@cache
def initials(name: str) -> str:
    """Pinyin initials of a name, lower case (滨海县总工会 -> bhxzgh); other characters stay."""
    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()


def _node(number: int, key: str, data: dict[str, Any], degree: int) -> dict[str, Any]:
    kind = load().classes[data["type"]]
    facts = {"adcode": data["adcode"], "region": data["region"], "kind": data["kind"], "aliases": data["aliases"], "themes": data["themes"]}
    if data.get("signer"):
        facts["signer"] = 1
    return {
        "id": number, "label": data["name"], "shape": kind.shape, "color": kind.colour, "size": node_size(degree),
        "key": key, "type": data["type"], "py": initials(data["name"]), "mentions": data["mentions"],
    } | {name: value for name, value in facts.items() if value}  # fmt: skip


def make_network(graph: nx.MultiDiGraph, positions: Positions) -> tuple[Network, list[tuple[str, str, str]]]:
    """The pyvis network, and the graph's edges (head, relation, tail) in the order in which the network's edges number them.

    A node has the keys id (0, 1, …), label, shape, color, size, x, y, group (island), key (entity id), type, py (pinyin initials),
    mentions, and where known adcode, region, kind, aliases, themes, signer (1: only signs pages). All relations between two nodes are one
    edge: id, from, to, and facts (numbers of the graph's edges). Nodes and edges go into pyvis' lists directly: its add_node and add_edge
    search these lists each time, which is quadratic.
    """
    network = Network(directed=False, cdn_resources="in_line")
    network.options = OPTIONS
    keys = sorted(graph, key=lambda key: (graph.nodes[key]["type"], graph.nodes[key]["name"], key))
    number = {key: i for i, key in enumerate(keys)}
    triples = sorted((head, relation, tail) for head, tail, relation in graph.edges(keys=True))
    lines: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, (head, _, tail) in enumerate(triples):
        ends = sorted((number[head], number[tail]))
        lines[ends[0], ends[1]].append(i)
    degree = Counter(end for a, b in lines if a != b for end in (a, b))
    home = islands(graph)
    for key in keys:
        x, y = positions.get(key, (0.0, 0.0))
        node = _node(number[key], key, graph.nodes[key], degree[number[key]])
        network.nodes.append(node | {"x": x, "y": y, "group": home[key]})
    network.node_ids = [node["id"] for node in network.nodes]
    network.edges = [Edge(a, b, id=i, facts=facts).options for i, ((a, b), facts) in enumerate(sorted(lines.items()))]
    return network, triples
