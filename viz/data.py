"""What the page knows: the documented contract between the tables and the scripts of the page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx as nx
import pandas as pd

from graph.divisions import ancestors, division_names
from graph.model import load
from graph.tables import Tables
from viz.network import Positions, make_network
from viz.passages import Passages

_SEEN = 6  # mentions shown for a node: the first ones, in page order


@dataclass(frozen=True, slots=True)
class PageData:
    """All data of one network page, as JSON values. Numbers of nodes, pages, passages and articles are positions in their lists.

    A place is [passage, start, end, article]: a quote as code points of the passage's text; article is -1 when unknown.
    """

    title: str
    nodes: list[dict[str, Any]]  # see viz.network.make_network; plus seen: [place, …], the first mentions, and of initiatives
    # first: [date, file name] of the earliest page that names or describes them (of undated pages the first)
    edges: list[dict[str, Any]]  # id, from, to, facts: [number of a fact, …]
    options: dict[str, Any]  # vis-network's options
    facts: list[list[Any]]  # [head, relation, tail, label, confidence or null, [place, …]]
    figures: list[list[Any]]  # [subject, measure, text of the figure, qualifier, period, value, unit, confidence or null, place]
    passages: list[list[Any]]  # [page, start, text]
    pages: list[list[str]]  # [file name, paper, date]
    articles: list[list[Any]]  # [page, headline, source]
    similar: list[list[Any]]  # [a, b, score, why, the same in English]
    elsewhere: list[list[Any]]  # similar initiatives that the page does not hold: [node, key, name, region's code, score, why, in English]
    classes: dict[str, dict[str, str]]  # zh, en, note_zh, note_en, colour, shape
    relations: dict[str, dict[str, Any]]  # zh, en, inverse_zh, inverse_en, symmetric
    themes: dict[str, dict[str, str]]  # zh, en
    regions: dict[str, str]  # adcode -> name, of all that occur and those above them
    limits: dict[str, int] = field(default_factory=dict)  # drawn: nodes drawn at once before the overview opens; part: nodes of a part
    # of a network too large for one file, whose lists are empty: regions (viz.overview), and how many nodes, edges, pages, papers (names)
    overview: dict[str, Any] = field(default_factory=dict)


def _number(value: Any) -> float | None:
    return None if value is None or value is pd.NA or value != value else float(value)


class _Places:
    """Turns offsets of a table row into places."""

    def __init__(self, tables: Tables) -> None:
        pages = tables["pages"]
        self.numbers = {name: i for i, name in enumerate(pages["page"])}
        self.passages = Passages(dict(zip(pages["page"], pages["text"], strict=True)), self.numbers)
        self.articles = {name: i for i, name in enumerate(tables["articles"]["article"])}

    def place(self, row: Any, start: str = "start", end: str = "end") -> list[int] | None:
        first, last = getattr(row, start), getattr(row, end)
        if first is pd.NA or last is pd.NA:
            return None
        found = self.passages.place(row.page, int(first), int(last))
        return None if found is None else [*found, self.articles.get(row.article, -1)]


def _facts(relations: pd.DataFrame, triples: Iterable[tuple[str, str, str]], number: Mapping[str, int], places: _Places) -> list[list[Any]]:
    rows = defaultdict(list)
    for row in relations.itertuples():
        rows[row.head, row.relation, row.tail].append(row)
    facts: list[list[Any]] = []
    for head, relation, tail in triples:
        found = rows.get((head, relation, tail), [])
        label = "、".join(dict.fromkeys(row.label for row in found if row.label))
        known = [value for row in found if (value := _number(row.confidence)) is not None]
        where = {tuple(place): None for row in found if (place := places.place(row)) is not None}
        facts.append([number[head], relation, number[tail], label, max(known, default=None), [list(place) for place in where]])
    return facts


def _figures(statistics: pd.DataFrame, number: Mapping[str, int], places: _Places) -> list[list[Any]]:
    figures = []
    for row in statistics.itertuples():
        place = places.place(row, "sentence_start", "sentence_end") or places.place(row)
        if row.subject in number and place is not None:
            figures.append([
                number[row.subject], row.measure, row.text, row.qualifier, row.period, float(row.value), row.unit,
                _number(row.confidence), place,
            ])  # fmt: skip
    return figures


def _seen(mentions: pd.DataFrame, number: Mapping[str, int], places: _Places) -> dict[int, list[list[int]]]:
    seen: dict[int, list[list[int]]] = defaultdict(list)
    for row in mentions.itertuples():
        if row.entity in number and len(seen[number[row.entity]]) < _SEEN:
            place = places.place(row)
            if place is not None:
                seen[number[row.entity]].append(place)
    return seen


def _first(tables: Tables) -> dict[str, list[str]]:
    """Initiative -> date and name of the earliest page that names or describes it; where no page has a date, of the first."""
    dates = dict(zip(tables["pages"]["page"], tables["pages"]["date"], strict=True))
    initiatives = set(tables["entities"]["id"][tables["entities"]["type"] == "Initiative"])
    pages: dict[str, dict[str, None]] = defaultdict(dict)
    for table in (tables["mentions"], tables["descriptions"]):
        for entity, page in zip(table["entity"], table["page"], strict=True):
            if entity in initiatives and page in dates:
                pages[entity][page] = None
    first = {entity: min(named, key=lambda page: (not dates[page], dates[page])) for entity, named in pages.items()}
    return {entity: [dates[page], page] for entity, page in first.items()}


def _regions(nodes: Iterable[dict[str, Any]], more: Iterable[str]) -> dict[str, str]:
    official = division_names()
    named = {node["adcode"]: node["label"] for node in nodes if node["type"] == "Region" and node.get("adcode")}
    codes = {code for node in nodes for code in (node.get("region", ""), node["group"], node.get("adcode", ""))} | set(more)
    codes |= {above for code in codes - {""} for above in ancestors(code)}
    names = {code: official.get(code) or named.get(code) for code in codes}
    return {code: name for code, name in sorted(names.items()) if name}


def _why(row: Any) -> tuple[str, str]:
    """The reasons in Chinese and English; tables that others wrote may lack them."""
    return str(getattr(row, "why", "") or ""), str(getattr(row, "why_en", "") or "")


def _similar(table: pd.DataFrame | None, number: Mapping[str, int]) -> list[list[Any]]:
    if table is None or table.empty:
        return []
    rows = (row for row in table.itertuples() if row.a in number and row.b in number)
    return [[number[row.a], number[row.b], round(float(row.score), 3), *_why(row)] for row in rows]


def _elsewhere(table: pd.DataFrame | None, number: Mapping[str, int]) -> list[list[Any]]:
    if table is None:
        return []
    rows = (row for row in table.itertuples() if row.entity in number)
    return [[number[row.entity], row.other, row.name, row.region, round(float(row.score), 3), *_why(row)] for row in rows]


def _vocabulary(records: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    return {key: {name: getattr(record, name) for name in names} for key, record in records.items()}


def page_data(tables: Tables, graph: nx.MultiDiGraph, positions: Positions, *, title: str, drawn: int) -> PageData:
    """The data of a page.

    `tables` may hold the tables `similar` (columns a, b, score, why, why_en) and `elsewhere` (viz.part.elsewhere).
    """
    network, triples = make_network(graph, positions)
    number = {node["key"]: node["id"] for node in network.nodes}
    places = _Places(tables)
    facts = _facts(tables["relations"], triples, number, places)
    figures = _figures(tables["statistics"], number, places)
    seen = _seen(tables["mentions"], number, places)
    first = _first(tables)
    nodes = [
        node | ({"seen": seen[node["id"]]} if node["id"] in seen else {}) | ({"first": first[node["key"]]} if node["key"] in first else {})
        for node in network.nodes
    ]
    elsewhere = _elsewhere(tables.get("elsewhere"), number)
    model = load()
    return PageData(
        title=title, nodes=nodes, edges=network.edges, options=network.options, facts=facts, figures=figures,
        passages=[list(row) for row in places.passages.rows],
        pages=[[row.page, row.paper, row.date] for row in tables["pages"].itertuples()],
        articles=[[places.numbers.get(row.page, -1), row.headline, row.source] for row in tables["articles"].itertuples()],
        similar=_similar(tables.get("similar"), number), elsewhere=elsewhere,
        classes=_vocabulary(model.classes, ("zh", "en", "note_zh", "note_en", "colour", "shape")),
        relations=_vocabulary(model.relations, ("zh", "en", "inverse_zh", "inverse_en", "symmetric")),
        themes=_vocabulary(model.themes, ("zh", "en")), regions=_regions(nodes, (row[3] for row in elsewhere)), limits={"drawn": drawn},
    )  # fmt: skip
