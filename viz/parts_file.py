"""Writes what a large network page knows into an SQLite file, from which the local server hands out parts (viz.parts)."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from graph.divisions import ancestors
from viz.data import PageData
from viz.overview import home_of

# node: rank 0 has the most links; for the search, in lower case: name, forms (other names, pinyin initials), place (names of its region and
# those above). near: both directions of each edge.
_SCHEMA = """
CREATE TABLE node (
  id INTEGER PRIMARY KEY, key TEXT UNIQUE, rank INTEGER, home TEXT, type TEXT, name TEXT, forms TEXT, place TEXT, json TEXT
);
CREATE TABLE theme (theme TEXT, node INTEGER, PRIMARY KEY (theme, node)) WITHOUT ROWID;
CREATE TABLE near (node INTEGER, other INTEGER, edge INTEGER, PRIMARY KEY (node, other)) WITHOUT ROWID;
CREATE TABLE edge (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, facts TEXT);
CREATE TABLE about (node INTEGER, kind TEXT, json TEXT);
CREATE TABLE listed (kind TEXT, id INTEGER, json TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
"""
_INDEXES = "CREATE INDEX home ON node (home, rank); CREATE INDEX about_node ON about (node);"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _nodes(data: PageData) -> Iterator[tuple[Any, ...]]:
    links = [0] * len(data.nodes)
    for edge in data.edges:
        for end in {edge["from"], edge["to"]}:
            links[end] += 1
    ranked = sorted(range(len(links)), key=lambda i: (-links[i], -data.nodes[i]["mentions"], i))
    rank = {number: place for place, number in enumerate(ranked)}
    for i, node in enumerate(data.nodes):
        forms = "|".join([*node.get("aliases", ()), node["py"]]).lower()
        home = home_of(node)
        place = "|".join(data.regions.get(code, "") for code in (home, *ancestors(home)) if code).lower()
        yield i, node["key"], rank[i], home, node["type"], node["label"].lower(), forms, place, _json(node | {"links": links[i]})


def _about(data: PageData) -> Iterator[tuple[int, str, str]]:
    for figure in data.figures:
        yield figure[0], "figure", _json(figure[1:])
    alike = defaultdict(list)
    for a, b, score, *why in data.similar:
        alike[a].append((score, b, why))
        alike[b].append((score, a, why))
    for number, others in sorted(alike.items()):
        for score, other, why in sorted(others, key=lambda row: (-row[0], row[1])):
            yield number, "similar", _json([other, score, *why])


def write_parts(data: PageData, path: Path) -> None:
    """Writes the SQLite file `path`, which must not exist. Raises OSError or sqlite3.Error when it cannot be written."""
    with closing(sqlite3.connect(path)) as file:
        file.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        file.executemany("INSERT INTO node VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _nodes(data))
        themes = ((theme, node["id"]) for node in data.nodes for theme in node.get("themes", ()))
        file.executemany("INSERT OR IGNORE INTO theme VALUES (?, ?)", themes)
        edges = ((edge["id"], edge["from"], edge["to"], _json([data.facts[fact] for fact in edge["facts"]])) for edge in data.edges)
        file.executemany("INSERT INTO edge VALUES (?, ?, ?, ?)", edges)
        for here, there in (("a", "b"), ("b", "a")):
            file.execute(f"INSERT OR IGNORE INTO near SELECT {here}, {there}, id FROM edge ORDER BY {here}, {there}")  # noqa: S608 (our words)
        file.executemany("INSERT INTO about VALUES (?, ?, ?)", _about(data))
        for kind in ("passages", "pages", "articles"):
            file.executemany("INSERT INTO listed VALUES (?, ?, ?)", ((kind, i, _json(row)) for i, row in enumerate(getattr(data, kind))))
        file.executescript(_INDEXES)
        file.commit()
