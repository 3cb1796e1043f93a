"""A part of the tables: the surroundings of a node, a theme, a region; enough to draw that part alone."""

from collections.abc import Collection

import networkx as nx
import pandas as pd

from graph.tables import Tables

# table -> its columns that hold entity ids: a row stays when all of them are in the part
_ENDS = {
    "entities": ("id",), "mentions": ("entity",), "relations": ("head", "tail"), "statistics": ("subject",), "descriptions": ("entity",),
    "similar": ("a", "b"),
}  # fmt: skip


def surroundings(graph: nx.MultiDiGraph, starts: Collection[str], steps: int) -> set[str]:
    """The nodes within `steps` relations of any of `starts`, in either direction."""
    found = set(starts)
    wave = set(starts)
    for _ in range(steps):
        wave = {other for node in wave for other in nx.all_neighbors(graph, node)} - found
        found |= wave
    return found


def with_theme(graph: nx.MultiDiGraph, nodes: Collection[str], themes: Collection[str]) -> set[str]:
    """Of `nodes`, the initiatives that have one of the themes and what is directly related to them."""
    core = {node for node in nodes if set(themes) & set(graph.nodes[node]["themes"])}
    near = {other for node in core for other in nx.all_neighbors(graph, node)}
    return core | {node for node in near & set(nodes) if graph.nodes[node]["type"] != "Initiative"}


def within(graph: nx.MultiDiGraph, nodes: Collection[str], code: str) -> set[str]:
    """Of `nodes`, those of a region or its subregions, and what of no region is directly related to them."""
    stem = code[:2] if code.endswith("0000") else code.removesuffix("00") if len(code) == 6 else code
    core = {node for node in nodes if graph.nodes[node]["region"].startswith(stem)}
    near = {other for node in core for other in nx.all_neighbors(graph, node)}
    return core | {node for node in near & set(nodes) if not graph.nodes[node]["region"]}


def elsewhere(graph: nx.MultiDiGraph, similar: pd.DataFrame, nodes: Collection[str]) -> pd.DataFrame:
    """The initiatives outside `nodes` that are similar to one in it, so that a part can name them: entity, other, name, region (code),
    score, why, why_en. `similar`: columns a, b, score, why, why_en; `graph`: the whole.
    """
    keep = set(nodes)
    rows = [
        (inner, outer, graph.nodes[outer]["name"], graph.nodes[outer]["region"], row.score, row.why, row.why_en)
        for row in similar.itertuples()
        for inner, outer in ((row.a, row.b), (row.b, row.a))
        if inner in keep and outer not in keep
    ]
    return pd.DataFrame(rows, columns=["entity", "other", "name", "region", "score", "why", "why_en"]).drop_duplicates(["entity", "other"])


def cut(tables: Tables, nodes: Collection[str]) -> Tables:
    """The tables with nothing but `nodes`, and the pages and articles that their rows name."""
    keep = set(nodes)
    part = dict(tables)
    for name, columns in _ENDS.items():
        if name in tables:
            table = tables[name]
            mask = table[columns[0]].isin(keep)
            for column in columns[1:]:
                mask &= table[column].isin(keep)
            part[name] = table[mask].reset_index(drop=True)
    pages = {page for name in ("mentions", "relations", "statistics") for page in part[name]["page"]}
    for name in ("pages", "articles"):
        part[name] = tables[name][tables[name]["page"].isin(pages)].reset_index(drop=True)
    return part
