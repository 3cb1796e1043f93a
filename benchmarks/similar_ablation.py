"""What each part of the similarity score is worth: the table of docs/similarity.md.

usage: python benchmarks/similar_ablation.py SCORE_PY SET[+SET...] [SET[+SET...] ...]      (a Markdown table to standard output)

A SET is SIMILAR.json=GOLD_DIR=PAGES_DIR; in sets joined by + initiatives are ranked set by set, the figure is the mean over all queries.
For each argument two columns: by hand (initiatives, themes, regions, partners and figures as annotated) and built (everything
extracted). nDCG@10 as eval/similar_score.py defines it; only the pages of the gold folder that the graded pairs name are read.
"""

import importlib
import json
import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from graph.extract.initiatives import descriptions
from graph.extract.page import articles
from graph.extract.page.pages import read
from graph.extract.pipeline import extract
from graph.facets import PARTS
from graph.features import Space, grams
from graph.placement import placed
from graph.profiles import Profile, profiles, standing
from graph.records import LinkedMention, Mention, Page, entity_id
from graph.similar import compare
from graph.tables import Tables, frame, make_tables

K = 10
Key = tuple[str, str]


class Gold:
    """An annotated page as rows of tables."""

    def __init__(self, file: Path, pages_dir: Path, scorer: ModuleType) -> None:
        self.gold: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        self.page: Page = read(pages_dir / self.gold["page"])
        self.scorer = scorer
        self.lines = [0]
        for line in self.page.raw.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.entities = {entity["id"]: entity for entity in self.gold["entities"]}
        self.region: dict[str, str] = {}
        for relation in self.gold["relations"]:
            if relation["rel"] in {"inRegion", "serves", "locatedIn"}:
                self.region.setdefault(relation["head"], self.entities[relation["tail"]].get("adcode") or "")
        self.ids = {id_: entity_id(entity["type"], f"{self.gold['page']}|{id_}") for id_, entity in self.entities.items()}

    def rows(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """(table, row) for the tables that similarity reads."""
        name, raw = self.gold["page"], self.page.raw
        parts = articles.split(self.page)
        yield "pages", {"page": name, "text": raw}
        for part in parts:
            first, last = min(b.start for b in part.blocks), max(b.end for b in part.blocks)
            yield "articles", {"article": part.id, "page": name, "start": self.page.starts[first], "end": self.page.ends[last - 1]}
        for id_, entity in self.entities.items():
            code = entity.get("adcode") or self.region.get(id_, "")
            yield "entities", {"id": self.ids[id_], "type": entity["type"], "name": entity["name"], "adcode": code, "pages": name,
                               "kind": entity.get("kind") or "", "themes": " ".join(entity.get("themes") or ()),
                               "aliases": "|".join(sorted({m["text"] for m in entity.get("mentions", ())} - {entity["name"]}))}  # fmt: skip
        place = {start: at for at, start in reversed(list(enumerate(self.page.starts)))}
        found = []
        for start, end, id_ in sorted(self.scorer.spans_of(self.gold, raw)):
            article = next((p.id for p in parts for b in p.blocks if b.start <= place.get(start, -1) < b.end), parts[0].id)
            span = {"page": name, "start": start, "end": end, "text": raw[start:end], "article": article}
            yield "mentions", span | {"entity": self.ids[id_], "type": self.entities[id_]["type"]}
            if start in place and self.entities[id_]["type"] == "Initiative":
                view = place[start], place[start] + end - start
                mention = Mention("Initiative", *view, raw[start:end], article, "gold", None, None, None)
                found.append(LinkedMention(mention, self.ids[id_], "gold"))
        for told in descriptions.find(self.page, parts, found):
            start, end = self.page.raw_span(told.start, told.end)
            yield "descriptions", {"entity": told.entity, "page": name, "start": start, "end": end, "text": raw[start:end], "how": told.how}
        for relation in self.gold["relations"]:
            if "line" in relation:
                start, end = self.lines[relation["line"] - 1], self.lines[relation["line"]] - 1
                yield "relations", {"head": self.ids[relation["head"]], "relation": relation["rel"], "tail": self.ids[relation["tail"]],
                                    "page": name, "start": start, "end": end, "text": raw[start:end]}  # fmt: skip
        for figure in self.gold["statistics"]:
            start = self.lines[figure["line"] - 1]
            yield "statistics", {"subject": self.ids[figure["subject"]], "measure": figure["what"], "value": figure["value"], "page": name,
                                 "unit": figure["unit"], "start": start, "end": start}  # fmt: skip


def by_hand(golds: Iterable[Gold]) -> Tables:
    """The annotations as tables."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for gold in golds:
        for table, row in gold.rows():
            rows[table].append(row)
    return {name: frame(name, rows[name]) for name in make_tables([])}


def known(tables: Tables, golds: Iterable[Gold]) -> dict[Key, str]:
    """(page, gold id) -> initiative id of the tables, by acceptable names as the scorer joins them."""
    initiatives = tables["entities"][tables["entities"]["type"] == "Initiative"]
    found: dict[Key, str] = {}
    for gold in golds:
        fold = gold.scorer.fold
        for row in initiatives.itertuples():
            if gold.gold["page"] in row.pages.split():
                for id_, entity in gold.entities.items():
                    if entity["type"] == "Initiative" and fold(row.name) in {fold(name) for name in [*entity["accept"], entity["name"]]}:
                        found.setdefault((gold.gold["page"], id_), row.id)
    return found


class Ranking:
    """All pairs of initiatives of different regions, what each part adds, and the graded pairs."""

    def __init__(self, tables: Tables, golds: list[Gold], queries: list[dict[str, Any]]) -> None:
        self.found: list[Profile] = profiles(tables)
        self.queries = queries
        row_of = {profile.id: row for row, profile in enumerate(self.found)}
        self.rows = {key: row_of[id_] for key, id_ in known(tables, golds).items()}
        back = {row: key for key, row in self.rows.items()}  # an initiative answers once, also where the gold knows it from two pages
        vectors = Space(self.found).fitted
        self.parts: dict[Key, tuple[list[Key], Any]] = {}
        for query in queries:
            me = query["page"], query["id"]
            if me in self.rows:
                others = [key for row, key in back.items() if row != self.rows[me] and _apart(self.found[self.rows[me]], self.found[row])]
                a, b = np.full(len(others), self.rows[me]), np.array([self.rows[key] for key in others], dtype=int)
                one, other = [self.found[row] for row in a], [self.found[row] for row in b]
                self.parts[me] = others, compare(one, other, vectors, (a, b))

    def ndcg(self, scores: Any) -> float:
        """Mean nDCG@10 over the queries; `scores` maps (query, others, parts) to a number for each other. What scores 0 is not listed."""
        total = 0.0
        for query in self.queries:
            me = query["page"], query["id"]
            grades = {(s["page"], s["id"]): s["grade"] for s in query["similar"]}
            ideal = sum(g / math.log2(n + 2) for n, g in enumerate(sorted(grades.values(), reverse=True)[:K]))
            if me in self.parts:
                others, parts = self.parts[me]
                values = scores(me, others, parts, grades)
                order = sorted((at for at in range(len(others)) if values[at] > 0), key=lambda at: (-values[at], others[at]))
                total += sum(grades.get(others[at], 0) / math.log2(n + 2) for n, at in enumerate(order[:K])) / ideal
        return total / len(self.queries)

    def profile(self, key: Key) -> Profile:
        """The profile of a graded initiative."""
        return self.found[self.rows[key]]


def _apart(one: Profile, other: Profile) -> bool:
    regions = standing(one.regions, other.regions)
    return not one.scheme & other.scheme and regions != "same" and not (regions == "unknown" and one.article == other.article)


def _overlap(one: Iterable[str], other: Iterable[str]) -> float:
    left, right = set(one), set(other)
    return len(left & right) / len(left | right) if left | right else 0.0


def measures(ranking: Ranking) -> Iterator[tuple[str, float]]:
    """(row of the table, nDCG@10)."""
    draw = random.Random(1)
    yield "random order", sum(ranking.ndcg(lambda me, others, parts, grades: [draw.random() for _ in others]) for _ in range(20)) / 20
    yield (
        "pairs of characters of the names",
        ranking.ndcg(
            lambda me, others, parts, grades: [
                _overlap(grams(ranking.profile(me).name, 2), grams(ranking.profile(o).name, 2)) for o in others
            ]
        ),
    )
    yield (
        "theme overlap",
        ranking.ndcg(lambda me, others, parts, grades: [_overlap(ranking.profile(me).themes, ranking.profile(o).themes) for o in others]),
    )
    yield "**the score**", ranking.ndcg(lambda me, others, parts, grades: parts.sum(axis=1))
    yield "a perfect order of what is found", ranking.ndcg(lambda me, others, parts, grades: [grades.get(o, 0) for o in others])
    for at, part in enumerate(PARTS):
        yield f"without `{part}`", ranking.ndcg(lambda me, others, parts, grades, at=at: parts.sum(axis=1) - parts[:, at])
    for at, part in enumerate(PARTS):
        yield f"`{part}` alone", ranking.ndcg(lambda me, others, parts, grades, at=at: parts[:, at])


def _read(argument: str, scorer: ModuleType) -> tuple[list[Gold], list[dict[str, Any]]]:
    """The annotated pages that the graded pairs of a set name, and its queries."""
    pairs, gold_dir, pages_dir = map(Path, argument.split("="))
    queries: list[dict[str, Any]] = json.loads(pairs.read_text(encoding="utf-8"))["queries"]
    wanted = {query["page"] for query in queries} | {other["page"] for query in queries for other in query["similar"]}
    files = [file for file in sorted(gold_dir.glob("*.json")) if json.loads(file.read_text(encoding="utf-8"))["page"] in wanted]
    return [Gold(file, pages_dir, scorer) for file in files], queries


def main() -> None:
    """Prints the table."""
    score_py = Path(sys.argv[1])
    sys.path.insert(0, str(score_py.parent))
    scorer = importlib.import_module(score_py.stem)
    table: dict[str, list[str]] = {}
    heads, counts = [], []
    for number, argument in enumerate(sys.argv[2:], start=1):
        sets = [_read(one, scorer) for one in argument.split("+")]
        total = sum(len(queries) for _, queries in sets)
        built = [placed(make_tables([extract(gold.page) for gold in golds])) for golds, _ in sets]
        for kind, found in (("by hand", [by_hand(golds) for golds, _ in sets]), ("built", built)):
            heads.append(f"set {number}, {sum(len(golds) for golds, _ in sets)} pages, {kind}")
            counts.append(str(total))
            means: dict[str, float] = defaultdict(float)
            for tables, (golds, queries) in zip(found, sets, strict=True):
                for name, value in measures(Ranking(tables, golds, queries)):
                    means[name] += value * len(queries) / total
            for name, value in means.items():
                table.setdefault(name, []).append(f"{value:.2f}")
    print(f"| nDCG@{K} | {' | '.join(heads)} |\n|---|{'---|' * len(heads)}\n| queries | {' | '.join(counts)} |")
    for name, values in table.items():
        print(f"| {name} | {' | '.join(values)} |")


if __name__ == "__main__":
    main()
