"""How often facts of a given confidence are right, on gold pages: the curve of docs/extraction.md.

usage: python benchmarks/calibration.py GOLD_DIR PAGES_DIR SCORE_PY      (a Markdown table to standard output)

A fact counts as right when the gold states it, also where the gold calls it optional. Expected calibration error: the mean distance of
confidence and share right over the bins, weighted by the facts in them (Naeini et al. 2015).
"""

import importlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from graph.extract.page.pages import read
from graph.extract.pipeline import extract
from graph.records import PageFacts
from graph.tables import Tables, make_tables

BINS = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


def _to_gold(tables: Tables, gold: dict[str, Any], scorer: ModuleType) -> dict[str, str]:
    """Entity id -> gold id, by type and acceptable name or adcode, as the scorer joins them."""
    names = {
        (entity["type"], scorer.fold(name)): entity["id"] for entity in gold["entities"] for name in [*entity["accept"], entity["name"]]
    }
    codes = {entity.get("adcode"): entity["id"] for entity in gold["entities"] if entity["type"] == "Region"}
    found = {}
    for row in tables["entities"].itertuples():
        gold_id = names.get((row.type, scorer.fold(row.name))) or (codes.get(row.adcode) if row.type == "Region" else None)
        if gold_id:
            found[row.id] = gold_id
    return found


def judged(facts: PageFacts, gold: dict[str, Any], scorer: ModuleType) -> Iterator[tuple[str, float, bool]]:
    """(table, confidence, right) of every mention, relation and figure of a page that has a confidence."""
    tables = make_tables([facts])
    to_gold = _to_gold(tables, gold, scorer)
    spans = {(a, b): i for a, b, i in scorer.spans_of(gold, facts.page.raw)}
    for row in tables["mentions"].itertuples():
        meant = spans.get((row.start, row.end))
        yield "mentions", row.confidence, meant is not None and meant == to_gold.get(row.entity)
    edges = {(r["head"], r["rel"], r["tail"]) for r in gold["relations"]}
    edges |= {(tail, rel, head) for head, rel, tail in edges if rel in scorer.SYMMETRIC}
    for row in tables["relations"].itertuples():
        yield "relations", row.confidence, (to_gold.get(row.head), row.relation, to_gold.get(row.tail)) in edges
    figures = {(s["subject"], round(float(s["value"]), 6), scorer.fold(s["unit"])) for s in gold["statistics"]}
    for row in tables["statistics"].itertuples():
        yield "statistics", row.confidence, (to_gold.get(row.subject), round(row.value, 6), scorer.fold(row.unit)) in figures


def main() -> None:
    """Prints share right by bin of confidence, per table."""
    gold_dir, pages_dir, score_py = (Path(argument) for argument in sys.argv[1:4])
    sys.path.insert(0, str(score_py.parent))
    scorer = importlib.import_module(score_py.stem)
    facts: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for file in sorted(gold_dir.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        for table, confidence, right in judged(extract(read(pages_dir / gold["page"])), gold, scorer):
            if isinstance(confidence, float):
                facts[table].append((confidence, right))
    print("| table | confidence | facts | mean confidence | share right |\n|---|---|---|---|---|")
    for table, pairs in facts.items():
        error = 0.0
        for low, high in pairwise(BINS):
            inside = [pair for pair in pairs if low <= pair[0] < high]
            if inside:
                mean = sum(confidence for confidence, _ in inside) / len(inside)
                share = sum(right for _, right in inside) / len(inside)
                error += abs(mean - share) * len(inside) / len(pairs)
                print(f"| {table} | {low:.2f}-{min(high, 1):.2f} | {len(inside)} | {mean:.2f} | {share:.2f} |")
        print(f"| {table} | all | {len(pairs)} | | expected calibration error {error:.3f} |")


if __name__ == "__main__":
    main()
