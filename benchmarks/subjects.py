"""Fits the weights of whose a figure is (schema/subject_weights.yaml) on annotated pages and says how well they do on sets left out.

usage: python benchmarks/subjects.py SCORE_PY GOLD_DIR=PAGES_DIR [GOLD_DIR=PAGES_DIR ...] [--write]

A figure of the gold (value and unit, in its line or the nearest) has the candidates of graph.extract.figures.subject_cues; right are
those that are the gold's subject by type and acceptable name. A conditional logit (McFadden 1974) over the candidates of each figure,
with an L2 penalty; the cue `rule` keeps its weight, since the principles were made on annotated pages, where they do better than
elsewhere. Accuracy is of the figures whose value was found, each folder scored with weights fitted on the others; figures whose subject
was not recognised count as wrong. --write puts the weights of all folders into the schema.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from annotated import Array, arguments, known_names, put, recognised
from scipy.optimize import minimize
from scipy.sparse import csr_array

from graph.extract.figures import statistics, subjects
from graph.extract.figures.subject_weights import COLUMNS
from graph.extract.scenes.scene import scenes
from graph.files import read_yaml
from graph.records import Page

SCHEMA = Path(__file__).resolve().parent.parent / "schema" / "subject_weights.yaml"
TYPES = tuple(dict.fromkeys(COLUMNS.values()))
GIVEN = "rule"
WEIGHTS = read_yaml(SCHEMA)["cues"]
CELLS = {(cue, column): place for place, (cue, column) in enumerate((cue, column) for cue in WEIGHTS for column in TYPES)}
_STRENGTH = 6.0  # of the penalty
Candidate = tuple[list[int], bool]  # cells of the table, whether it is the gold's subject
Sample = tuple[list[Candidate], bool]  # of a figure; whether the principles are right


def _wanted(gold: dict[str, Any], page: Page, found: list[tuple[int, float, str]], scorer: ModuleType) -> dict[int, str]:
    """View offset of a figure -> the gold's subject; `found`: (offset, value, unit), the nearest lines first."""
    starts = [0, *accumulate(len(line) + 1 for line in page.raw.split("\n"))]
    rows = [(one["line"], (round(float(one["value"]), 6), scorer.fold(one["unit"])), one["subject"]) for one in gold["statistics"]]
    pairs = sorted(
        (abs(bisect_right(starts, page.raw_span(start, start + 1)[0]) - line), start, number)
        for start, value, unit in found
        for number, (line, figure, _) in enumerate(rows)
        if figure == (round(value, 6), scorer.fold(unit))
    )
    wanted: dict[int, str] = {}
    taken: set[int] = set()
    for _, start, number in pairs:
        if start not in wanted and number not in taken:
            wanted[start] = rows[number][2]
            taken.add(number)
    return wanted


def samples(gold_dir: Path, pages_dir: Path, scorer: ModuleType) -> Iterator[Sample]:
    """The figures of the annotated pages whose value is right."""
    for gold, page, parts, linked in recognised(gold_dir, pages_dir):
        names = sorted((linking.mention.start, linking.mention.end) for linking in linked.mentions)
        meant = known_names(gold, linked.entities, scorer)
        told = list(scenes(page, parts, linked))
        figures = [[statistics.figures_of(scene, sentence, names) for sentence in scene.sentences] for scene in told]
        every = [(one.start, one.value, one.unit) for rows in figures for row in rows for one in row]
        wanted = _wanted(gold, page, every, scorer)
        for scene, found in zip(told, figures, strict=True):
            for _, figure, owner, could in subjects.weighed(scene, found):
                if figure.start in wanted:
                    right = {entity for entity in could if meant.get(entity) == wanted[figure.start]}
                    column = {entity: COLUMNS[scene.entities[entity].type] for entity in could}
                    rows = [([CELLS[cue, column[entity]] for cue in cues], entity in right) for entity, cues in could.items()]
                    yield rows, owner is not None and owner.entity in right


def fit(chosen: list[Sample]) -> Array:
    """The weights of CELLS."""
    figures = [rows for rows, _ in chosen if any(right for _, right in rows)]
    flat = [(number, cell) for number, (cells, _) in enumerate(one for rows in figures for one in rows) for cell in cells]
    lengths = np.array([len(rows) for rows in figures])
    starts, owner = np.concatenate([[0], np.cumsum(lengths)[:-1]]), np.repeat(np.arange(len(figures)), lengths)
    places, cells = np.array(flat).T
    x = csr_array((np.ones(len(flat)), (places, cells)), shape=(int(lengths.sum()), len(CELLS)))
    y = np.array([float(right) for rows in figures for _, right in rows])
    centre = np.array([WEIGHTS[cue].get(column, 0.0) if cue == GIVEN else 0.0 for cue, column in CELLS])
    penalty = np.array([1e6 if cue == GIVEN else _STRENGTH for cue, _ in CELLS])

    def loss(w: Array) -> tuple[float, Array]:
        s = x @ w
        e = np.exp(s - np.maximum.reduceat(s, starts)[owner])
        all_, right, away = np.add.reduceat(e, starts), np.add.reduceat(e * y, starts), w - centre
        value = (np.log(all_) - np.log(right)).sum() + (penalty * away * away).sum() / 2
        return float(value), x.T @ (e / all_[owner] - e * y / right[owner]) + penalty * away

    return np.asarray(minimize(loss, centre, jac=True, method="L-BFGS-B").x)


def right(chosen: list[Sample], weights: Array) -> int:
    """How many figures go to the gold's subject."""
    best = (max(rows, key=lambda one: float(weights[one[0]].sum())) for rows, _ in chosen if rows)
    return sum(one[1] for one in best)


def write(weights: Array) -> None:
    """Puts the weights into schema/subject_weights.yaml; its comments stay."""
    rows = {}
    for cue in (cue for cue in WEIGHTS if cue != GIVEN):
        cells = {column: round(float(weights[CELLS[cue, column]]), 2) for column in TYPES}
        rows[cue] = "{" + ", ".join(f"{column}: {weight:.2f}" for column, weight in cells.items() if weight) + "}"
    put(SCHEMA, None, rows)


def main() -> None:
    """Prints the table of folders left out; writes the weights of all when asked."""
    scorer, folders, writes = arguments()
    found = [list(samples(gold, texts, scorer)) for gold, texts in folders]
    print("| set left out | figures | principles | weighed | weighed, all sets seen |\n|---|---|---|---|---|")
    everything = [one for part in found for one in part]
    seen, total = fit(everything), np.zeros(4)
    for (gold, _), part in zip(folders, found, strict=True):
        others = fit([one for other in found if other is not part for one in other])
        row = np.array([len(part), sum(good for _, good in part), right(part, others), right(part, seen)])
        total += row
        print(f"| {gold.name} | {row[0]} | " + " | ".join(f"{count / row[0]:.3f}" for count in row[1:]) + " |")
    print(f"| all | {total[0]:.0f} | " + " | ".join(f"{count / total[0]:.3f}" for count in total[1:]) + " |")
    if writes:
        write(seen)


if __name__ == "__main__":
    main()
