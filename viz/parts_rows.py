"""The rows of a part of a large network, read from its file and numbered anew."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

_FACTS = 6000  # of a part
_PLACES = 4  # quotes of a fact; its page on the server lists all
_LETTERS = 1_500_000  # characters of paragraphs after which a fact brings only its first quote
_FIGURES = 40  # of a node
_ALIKE = 6  # similar initiatives of a node that are named though they are not in the part
_CHUNK = 500  # ids in one query


class Rows:
    """`nodes`: numbers of nodes in the file, the most important first."""

    def __init__(self, file: sqlite3.Connection, nodes: Sequence[int]) -> None:
        self.file = file
        self.nodes = list(dict.fromkeys(nodes))
        self.number = {node: i for i, node in enumerate(self.nodes)}
        self.letters = 0
        # kind -> number in the file -> number in the part; and the rows themselves
        self.numbers: dict[str, dict[int, int]] = {"passages": {}, "pages": {}, "articles": {}}
        self.rows: dict[str, list[Any]] = {"passages": [], "pages": [], "articles": []}

    def _in_chunks(self, query: str) -> Iterator[Any]:
        for at in range(0, len(self.nodes), _CHUNK):
            chunk = self.nodes[at : at + _CHUNK]
            yield from self.file.execute(query.replace("(?)", f"({', '.join('?' * len(chunk))})"), chunk)

    def _listed(self, kind: str, number: int) -> int:
        """The part's number of a passage, page or article; it comes along with what it names."""
        known = self.numbers[kind]
        if number not in known:
            row = json.loads(self.file.execute("SELECT json FROM listed WHERE kind = ? AND id = ?", (kind, number)).fetchone()[0])
            if kind != "pages" and row[0] >= 0:
                row[0] = self._listed("pages", row[0])
            known[number] = len(self.rows[kind])
            self.rows[kind].append(row)
            self.letters += len(row[2]) if kind == "passages" else 0
        return known[number]

    def _place(self, place: list[int]) -> list[int]:
        passage, start, end, article = place
        return [self._listed("passages", passage), start, end, self._listed("articles", article) if article >= 0 else -1]

    def _places(self, places: list[list[int]]) -> list[list[int]]:
        return [self._place(place) for place in places[: _PLACES if self.letters < _LETTERS else 1]]

    def _nodes(self) -> list[dict[str, Any]]:
        found = dict(self._in_chunks("SELECT id, json FROM node WHERE id IN (?)"))
        nodes = []
        for number in self.nodes:
            node = json.loads(found[number])
            nodes.append(node | {"id": self.number[number]} | ({"seen": self._places(node["seen"])} if "seen" in node else {}))
        return nodes

    def _edges(self) -> tuple[list[dict[str, Any]], list[list[Any]]]:
        edges: list[dict[str, Any]] = []
        facts: list[list[Any]] = []
        near = "SELECT node, other, edge FROM near WHERE node IN (?) AND node <= other"
        within = [(a, b, edge) for a, b, edge in self._in_chunks(near) if b in self.number]
        within.sort(key=lambda row: (max(self.number[row[0]], self.number[row[1]]), row[2]))
        for _, _, edge in within:
            if len(facts) >= _FACTS:
                break
            a, b, text = self.file.execute("SELECT a, b, facts FROM edge WHERE id = ?", (edge,)).fetchone()
            first = len(facts)
            for head, relation, tail, label, confidence, places in json.loads(text):
                facts.append([self.number[head], relation, self.number[tail], label, confidence, self._places(places)])
            numbers = list(range(first, len(facts)))
            edges.append({"id": len(edges), "from": self.number[a], "to": self.number[b], "facts": numbers})
        return edges, facts

    def _figures(self) -> list[list[Any]]:
        count = dict.fromkeys(self.nodes, 0)
        figures = []
        for node, text in self._in_chunks("SELECT node, json FROM about WHERE kind = 'figure' AND node IN (?) ORDER BY rowid"):
            count[node] += 1
            if count[node] <= _FIGURES:
                *row, place = json.loads(text)
                figures.append([self.number[node], *row, self._place(place)])
        return figures

    def _alike(self) -> tuple[list[list[Any]], list[list[Any]]]:
        """Pairs of similar initiatives in the part; and those of which only one is in it: [node, key, name, region, score, why, why_en]."""
        inside: list[list[Any]] = []
        outside: list[list[Any]] = []
        count = dict.fromkeys(self.nodes, 0)
        for node, text in self._in_chunks("SELECT node, json FROM about WHERE kind = 'similar' AND node IN (?) ORDER BY rowid"):
            other, score, *why = json.loads(text)
            count[node] += 1
            if other in self.number:
                if node < other:
                    inside.append([self.number[node], self.number[other], score, *why])
            elif count[node] <= _ALIKE:
                named = json.loads(self.file.execute("SELECT json FROM node WHERE id = ?", (other,)).fetchone()[0])
                outside.append([self.number[node], named["key"], named["label"], named.get("region", ""), score, *why])
        return inside, outside

    def data(self) -> dict[str, Any]:
        """What viz.data.PageData holds of these nodes, without what is the same for every part."""
        nodes = self._nodes()
        edges, facts = self._edges()
        figures = self._figures()
        similar, elsewhere = self._alike()
        return {"nodes": nodes, "edges": edges, "facts": facts, "figures": figures, "similar": similar, "elsewhere": elsewhere} | self.rows
