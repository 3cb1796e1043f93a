"""Parts of a large network for the page that shows it: the surroundings of a node, a path, a region, a theme; and the search for names.

A part is a page of its own in small: what viz.data.PageData holds, with its own numbers, for at most `MOST_NODES` nodes. The file that
it is read from is written by viz.parts_file.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from graph.errors import QueryError
from viz.parts_rows import Rows

FILE = "network.sqlite"
MOST_NODES = 1000  # of a part: a picture of more cannot be read, and takes a second to open
_REACH = 20_000  # nodes that are looked at around a focus, and on either side of a path
_NEAR = 500  # of what touches a region's or theme's nodes without having a region or theme of its own
_HITS = 12
_STEPS = 3

Job = dict[str, Any]


def _wave(file: sqlite3.Connection, nodes: Iterable[int], known: dict[int, int], most: int) -> list[int]:
    """The neighbours of `nodes` that are not known yet, most links first; `known`: node -> the node it was reached from."""
    fresh: dict[int, int] = {}
    for node in nodes:
        for other, rank in file.execute("SELECT other, rank FROM near JOIN node ON id = other WHERE node = ? ORDER BY rank", (node,)):
            if other not in known:
                known[other] = node
                fresh[other] = rank
                if len(known) >= most:
                    return sorted(fresh, key=fresh.__getitem__)
    return sorted(fresh, key=fresh.__getitem__)


def _around(file: sqlite3.Connection, focus: int, steps: int) -> tuple[list[int], dict[int, int]]:
    """The surroundings, nearest first, and from which node each was reached."""
    known = {focus: focus}
    found, wave = [focus], [focus]
    for _ in range(steps):
        wave = _wave(file, wave, known, _REACH)
        found += wave
    return found, known


def _trail(known: dict[int, int], node: int) -> list[int]:
    """From a node back to where the walk began."""
    trail = [node]
    while known[trail[-1]] != trail[-1]:
        trail.append(known[trail[-1]])
    return trail


def _path(file: sqlite3.Connection, first: int, last: int) -> list[int]:
    """A shortest path, walked from both ends; only the two ends when there is none within reach."""
    sides = [({first: first}, [first]), ({last: last}, [last])]
    while all(wave for _, wave in sides) and sum(len(known) for known, _ in sides) < 2 * _REACH:
        side = min((0, 1), key=lambda i: len(sides[i][1]))
        known, wave = sides[side]
        sides[side] = (known, _wave(file, wave, known, _REACH))
        meeting = next((node for node in sides[side][1] if node in sides[1 - side][0]), None)
        if meeting is not None:
            there, here = (_trail(sides[i][0], meeting) for i in (0, 1))
            return [*reversed(there), *here[1:]]
    return [first, last]


def _within(region: str) -> tuple[str, list[str]]:
    """SQL for the homes in a region and its subregions; `code=` is the region alone, `none` no region."""
    if not region:
        return "1", []
    if region == "none":
        return "home = ''", []
    if region.endswith("="):
        return "home = ?", [region[:-1]]
    stem = region[:2] if region.endswith("0000") else region[:4] if region.endswith("00") and len(region) == 6 else region
    return "home >= ? AND home < ?", [stem, stem[:-1] + chr(ord(stem[-1]) + 1)]


def _chosen(file: sqlite3.Connection, region: str, themes: Sequence[str]) -> list[int]:
    """The nodes of a region with one of the themes, most links first."""
    where, values = _within(region)
    if themes:
        marks = ", ".join("?" * len(themes))
        where += f" AND id IN (SELECT node FROM theme WHERE theme IN ({marks}))"  # noqa: S608 (marks only)
        values += themes
    return [id_ for (id_,) in file.execute(f"SELECT id FROM node WHERE {where} ORDER BY rank", values)]  # noqa: S608 (our own words)


def _touching(file: sqlite3.Connection, core: Sequence[int], region: str, themed: bool) -> list[int]:
    """What can have no region (or theme) of its own and touches the chosen nodes, most links first."""
    where, values = _within(region)
    blank = f"((home = '' OR {where}) AND type != 'Initiative')" if themed else "home = ''"
    found: dict[int, int] = {}
    query = f"SELECT id, rank FROM near JOIN node ON id = other WHERE node = ? AND {blank} LIMIT {_NEAR}"  # noqa: S608 (our own words)
    for node in core:
        found |= dict(file.execute(query, [node, *(values if themed else [])]).fetchall())
    own = set(core)
    return sorted((id_ for id_ in found if id_ not in own), key=found.__getitem__)[:_NEAR]


def _hubs(file: sqlite3.Connection, nodes: Sequence[int]) -> list[int]:
    """What the nodes of a later page hang on: of each the neighbour with the most links."""
    query = "SELECT other FROM near JOIN node ON id = other WHERE node = ? ORDER BY rank LIMIT 1"
    found = Counter(hub for node in nodes for (hub,) in file.execute(query, (node,)))
    return [hub for hub, _ in found.most_common(_NEAR)]


def _number(file: sqlite3.Connection, key: str) -> int:
    row = file.execute("SELECT id FROM node WHERE key = ?", (key,)).fetchone()
    if row is None:
        raise QueryError("this build has no such node: it may be of an older build")
    return int(row[0])


def _select(file: sqlite3.Connection, job: Job) -> tuple[list[int], int]:
    """(the nodes of the page of the part that is asked for, how many the whole part has)."""
    skip = (max(1, job["page"]) - 1) * MOST_NODES
    if job["from"] and job["to"]:
        path = _path(file, _number(file, job["from"]), _number(file, job["to"]))
        return path, len(path)
    if job["focus"]:
        around, known = _around(file, _number(file, job["focus"]), min(_STEPS, max(1, job["steps"])))
        some = around[skip : skip + MOST_NODES]
        return [around[0], *(step for node in some for step in _trail(known, node))], len(around)
    chosen = _chosen(file, job["region"], job["themes"])
    core = chosen[skip : skip + MOST_NODES]
    touching = _touching(file, core, job["region"], bool(job["themes"])) if job["region"] or job["themes"] else []
    return [*core, *touching, *(_hubs(file, core) if skip else [])], len(chosen)


def _open(folder: Path) -> sqlite3.Connection:
    path = folder / FILE
    if not path.is_file():
        raise QueryError("this build's network is small: network.html holds all of it")
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def part_answer(folder: Path, job: Job) -> bytes:
    """JSON of a part. job: focus, steps; from, to; region, themes (empty: all); page (from 1). Raises QueryError in words for users."""
    with closing(_open(folder)) as file:
        nodes, total = _select(file, job)
        data = Rows(file, nodes).data()
    data["part"] = {"total": total, "page": max(1, job["page"]), "size": MOST_NODES}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


# exact names first, then exact other names, then names that begin with the text, hold it, other names that hold it, the rest (its words)
_FIND = """SELECT json FROM node WHERE instr(name, ?1) OR instr(forms, ?1) OR ({words})
ORDER BY name != ?1, instr('|' || forms || '|', '|' || ?1 || '|') = 0, instr(name, ?1) = 0, instr(name, ?1) > 1, instr(forms, ?1) = 0,
{named} DESC, rank LIMIT {most}"""


def find_answer(folder: Path, job: Job) -> bytes:
    """JSON of the nodes that fit `text` best: [{key, label, type, region, shape, color}, …].

    A node fits when its name or another name holds the text, or when each of the text's words is in its names or its region's names.
    """
    text = " ".join(job["text"].lower()[:100].split())
    rows: list[Any] = []
    if text:
        marks = [f"?{i}" for i in range(2, 2 + len(text.split()))]
        words = " AND ".join(f"(instr(name, {mark}) OR instr(forms, {mark}) OR instr(place, {mark}))" for mark in marks)
        named = " + ".join(f"(instr(name, {mark}) > 0)" for mark in marks)
        with closing(_open(folder)) as file:
            rows = file.execute(_FIND.format(words=words, named=named, most=_HITS), (text, *text.split())).fetchall()
    nodes = [json.loads(row[0]) for row in rows]
    hits = [{name: node.get(name, "") for name in ("key", "label", "type", "region", "shape", "color")} for node in nodes]
    return json.dumps(hits, ensure_ascii=False).encode("utf-8")
