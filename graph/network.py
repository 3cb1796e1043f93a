"""Tables to a networkx MultiDiGraph: one node an entity, one edge a relation with all its evidence."""

import json
from collections import defaultdict
from typing import Any

import networkx as nx
import pandas as pd

from graph.model import load
from graph.profiles import regions_of
from graph.tables import Tables, place_codes

_BYLINE = "person.byline"  # the rule of names under, over and in brackets behind articles


def _region_of(tables: Tables) -> dict[str, str]:
    """Entity id -> adcode of its region: its own, else the one it serves or stands in (lowest id first); of an initiative its main one."""
    region_code = place_codes(tables)
    region = dict(region_code)
    relations = tables["relations"]
    placed = relations[relations["relation"].isin(["serves", "inRegion", "locatedIn"])]
    for head, tail in sorted(set(zip(placed["head"], placed["tail"], strict=True))):
        if head not in region and tail in region_code:
            region[head] = region_code[tail]
    # an initiative runs where the tables of regions and themes count it
    return region | {id_: codes[0] for id_, codes in regions_of(tables).items()}


def _edges(relations: pd.DataFrame) -> list[tuple[str, str, str, dict[str, Any]]]:
    """(head, tail, relation, attributes): relations with the same ends and name are one edge; its evidence is a list."""
    grouped: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for row in relations.itertuples():
        grouped[row.head, row.relation, row.tail].append(row)
    edges = []
    for (head, relation, tail), rows in sorted(grouped.items()):
        spans = {(row.page, row.start, row.end): row.text for row in rows}
        evidence = [{"page": page, "start": int(start), "end": int(end), "text": text} for (page, start, end), text in spans.items()]
        attributes: dict[str, Any] = {"label": "、".join(dict.fromkeys(row.label for row in rows if row.label)), "evidence": evidence}
        known = [float(row.confidence) for row in rows if row.confidence is not pd.NA]
        if known:
            attributes["confidence"] = max(known)
        edges.append((head, tail, relation, attributes))
    return edges


def _signers(tables: Tables) -> set[str]:
    """Ids of the persons who only sign: found in bylines alone, without a relation or a figure."""
    entities, mentions, relations = tables["entities"], tables["mentions"], tables["relations"]
    persons = set(entities.loc[entities["type"] == "Person", "id"])
    told = set(mentions.loc[mentions["rule"] != _BYLINE, "entity"]) | set(relations["head"]) | set(relations["tail"])
    return (persons & set(mentions["entity"])) - told - set(tables["statistics"]["subject"])


def make_graph(tables: Tables) -> nx.MultiDiGraph:
    """The graph of the tables.

    Node attributes: type, name, aliases (list), adcode, region (adcode of the region it belongs to), kind, themes (list), pages (list),
    mentions (count), and of persons who only sign pages signer (true). Edge key = relation; attributes: relation, label, confidence (if
    known), evidence (list of page, start, end, text).
    """
    graph = nx.MultiDiGraph()
    counts = tables["mentions"].groupby("entity").size().to_dict()
    region, signers = _region_of(tables), _signers(tables)
    for row in tables["entities"].itertuples():
        graph.add_node(
            row.id, type=row.type, name=row.name, aliases=[alias for alias in row.aliases.split("|") if alias],
            adcode=row.adcode, region=region.get(row.id, ""), kind=row.kind, themes=row.themes.split(),
            pages=row.pages.split(), mentions=int(counts.get(row.id, 0)),
            **({"signer": True} if row.id in signers else {}),
        )  # fmt: skip
    for head, tail, relation, attributes in _edges(tables["relations"]):
        graph.add_edge(head, tail, key=relation, relation=relation, **attributes)
    return graph


def flat(graph: nx.MultiDiGraph, language: str = "zh") -> nx.MultiDiGraph:
    """A copy whose attributes are plain strings and numbers, for formats that know no lists; labels in `language`."""
    model = load()
    out = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        plain = {key: "|".join(value) if isinstance(value, list) else value for key, value in data.items()}
        plain["label"] = data["name"]
        plain["type_label"] = getattr(model.classes[data["type"]], language)
        out.add_node(node, **plain)
    for head, tail, key, data in graph.edges(keys=True, data=True):
        plain = {name: value for name, value in data.items() if name != "evidence"}
        plain["relation_label"] = getattr(model.relations[key], language)
        plain["evidence"] = json.dumps(data["evidence"], ensure_ascii=False)
        plain["weight"] = len(data["evidence"])
        out.add_edge(head, tail, key=key, **plain)
    return out
