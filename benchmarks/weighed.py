"""Fits what is weighed of the runners that the rules find (schema/runs_weights.yaml) on annotated pages.

usage: python benchmarks/weighed.py SCORE_PY GOLD_DIR=PAGES_DIR [GOLD_DIR=PAGES_DIR ...] [--write]

Every runs that the rules find is right when the gold says so of the entities of these names; what the gold leaves open (core: false)
counts neither way. A logistic regression with an L2 penalty. A runner is given from THRESHOLD on, half the F1 that is reached,
where the F1 with folders left out is highest. The table says how many right and wrong runners go, and precision and F1 before and after
among those found, each folder of pages with weights fitted on the others: pages of one folder were annotated together. --write puts the
weights into the schema.
"""

import math
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
from annotated import Array, arguments, known_names, logistic, put, recognised

from graph.extract.initiatives import practices
from graph.extract.relations.relations import grouped
from graph.extract.relations.weighed import cues
from graph.extract.scenes.scene import scenes
from graph.files import read_yaml

SCHEMA = Path(__file__).resolve().parent.parent / "schema" / "runs_weights.yaml"
CUES: list[str] = list(read_yaml(SCHEMA)["cues"])
THRESHOLD = 0.45
_STRENGTH = 3.0  # of the penalty
Sample = tuple[Path, frozenset[str], bool]  # folder, cues, whether it is right


def samples(gold_dir: Path, pages_dir: Path, scorer: ModuleType) -> Iterator[Sample]:
    """The runners that the rules find on the annotated pages, of which the gold says whether they are right."""
    for gold, page, parts, linked in recognised(gold_dir, pages_dir):
        known = known_names(gold, linked.entities, scorer)
        told = {(r["head"], r["tail"]): r.get("core", True) for r in gold["relations"] if r["rel"] == "runs"}
        unnamed = practices.unnamed(linked.mentions)
        for scene in scenes(page, parts, linked):
            for (relation, head, tail), facts in grouped(scene, unnamed).items():
                right = told.get((known.get(head), known.get(tail)))
                if relation == "runs" and right is not False:
                    yield gold_dir, cues(scene, head, tail, facts), bool(right)


def _design(chosen: list[Sample]) -> tuple[Array, Array]:
    x = np.array([[1.0, *(float(given.issuperset(cue.split(" & "))) for cue in CUES)] for _, given, _ in chosen])
    return x, np.array([float(right) for _, _, right in chosen])


def fit(chosen: list[Sample]) -> Array:
    """Bias and weights of CUES; a sum of zero is the threshold."""
    x, y = _design(chosen)
    fitted = logistic(x, y, np.zeros(x.shape[1]), np.array([0.01, *(_STRENGTH for _ in CUES)]))
    fitted[0] -= math.log(THRESHOLD / (1 - THRESHOLD))
    return fitted


def tally(chosen: list[Sample], weights: Array) -> Array:
    """Right and wrong runners that are found, right and wrong ones that go."""
    x, y = _design(chosen)
    gone = x @ weights < 0
    return np.array([y.sum(), (1 - y).sum(), (gone * y).sum(), (gone * (1 - y)).sum()])


def row(name: str, total: Array) -> str:
    """A row of the report."""
    right, wrong, right_gone, wrong_gone = total
    kept = right - right_gone
    before, after = right / (right + wrong), kept / (kept + wrong - wrong_gone)
    return (
        f"| {name} | {right:.0f} | {wrong:.0f} | {right_gone:.0f} | {wrong_gone:.0f} | {before:.3f} | {after:.3f} |"
        f" {2 * before / (1 + before):.3f} | {2 * kept / (kept + wrong - wrong_gone + right):.3f} |"
    )


def main() -> None:
    """Prints the table of folders left out; writes the weights of all pages when asked."""
    scorer, folders, writes = arguments()
    found = [sample for gold, texts in folders for sample in samples(gold, texts, scorer)]
    print("| folder left out | right | wrong | right gone | wrong gone | precision | after | F1 | after |")
    print("|---|---|---|---|---|---|---|---|---|")
    whole = np.zeros(4)
    for folder, _ in folders:
        weights = fit([sample for sample in found if sample[0] != folder])
        total = tally([sample for sample in found if sample[0] == folder], weights)
        whole += total
        print(row(folder.name, total))
    print(row("all", whole))
    if writes:
        weights = fit(found)
        put(SCHEMA, weights[0], {cue: f"{weight:.2f}" for cue, weight in zip(CUES, weights[1:], strict=True)})


if __name__ == "__main__":
    main()
