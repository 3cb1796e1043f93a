"""Positions: repeatable, without overlaps, regions together."""

import itertools
import math

import networkx as nx
import pytest

from graph.layout import islands, node_size, positions


def _network(regions: dict[str, int]) -> nx.MultiDiGraph:
    """A union and a number of initiatives in each region, a person without a region beside each union, one link between unions."""
    graph = nx.MultiDiGraph()
    for code, size in regions.items():
        graph.add_node(f"union-{code}", region=code)
        graph.add_node(f"person-{code}", region="")
        graph.add_edge(f"person-{code}", f"union-{code}", key="holdsPost")
        for i in range(size):
            graph.add_node(f"initiative-{code}-{i}", region=code)
            graph.add_edge(f"union-{code}", f"initiative-{code}-{i}", key="runs")
    codes = sorted(regions)
    graph.add_edge(f"union-{codes[0]}", f"union-{codes[-1]}", key="cooperatesWith")
    graph.add_node("alone", region="")
    return graph


REGIONS = {"320322": 30, "320922": 25, "110108": 12, "440106": 5}


def test_same_graph_same_positions_whatever_the_order_of_nodes() -> None:
    graph = _network(REGIONS)
    other = nx.MultiDiGraph()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    other.add_edges_from(reversed(list(graph.edges(keys=True))))
    assert positions(graph) == positions(other)
    assert positions(graph) != positions(graph, seed=8)


@pytest.mark.parametrize("regions", [REGIONS, {"320322": 400, "330106": 500, "430121": 3}])
def test_no_node_covers_another(regions: dict[str, int]) -> None:
    graph = _network(regions)
    at = positions(graph)
    assert set(at) == set(graph)
    size = {node: node_size(len(set(nx.all_neighbors(graph, node)))) for node in graph}
    for one, two in itertools.combinations(at, 2):
        assert math.dist(at[one], at[two]) > size[one] + size[two], (one, two)


def test_nodes_of_a_region_stand_together() -> None:
    graph = _network(REGIONS)
    groups: dict[str, list[tuple[float, float]]] = {}
    graph.remove_node("alone")
    at = positions(graph)
    for node, code in islands(graph).items():
        groups.setdefault(code, []).append(at[node])
    centres = {code: (sum(x for x, _ in all_) / len(all_), sum(y for _, y in all_) / len(all_)) for code, all_ in groups.items()}
    for code, all_ in groups.items():
        for place in all_:
            assert min(centres, key=lambda other: math.dist(centres[other], place)) == code


def test_islands_are_prefectures_and_persons_follow_their_body() -> None:
    home = islands(_network(REGIONS))
    assert home["union-320322"] == home["person-320322"] == "320300"
    assert home["union-110108"] == "110000"  # no prefecture above a district of a municipality
    assert home["alone"] == ""


def test_who_only_signs_stands_apart_from_what_has_no_region() -> None:
    graph = _network(REGIONS)
    graph.add_nodes_from((f"alone-{i}" for i in range(5)), region="")
    graph.add_nodes_from((f"signer-{i}" for i in range(5)), region="", signer=True)
    at = positions(graph)
    signers, others = ([at[node] for node in graph if node.startswith(start)] for start in ("signer", "alone"))
    centre = [sum(axis) / 5 for axis in zip(*signers, strict=True)]
    assert max(math.dist(centre, place) for place in signers) < min(math.dist(centre, place) for place in others)
    assert islands(graph)["signer-0"] == ""


def test_nothing_and_next_to_nothing_can_be_laid_out() -> None:
    assert positions(nx.MultiDiGraph()) == {}
    one = nx.MultiDiGraph()
    one.add_node("a", region="")
    assert positions(one) == {"a": (0.0, 0.0)}
    one.add_edge("a", "a", key="cooperatesWith")
    assert positions(one) == {"a": (0.0, 0.0)}
    one.add_node("b", region="320322")
    assert math.dist(*positions(one).values()) > 2 * node_size(0)
