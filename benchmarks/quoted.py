"""Fits the weights of quoted names (schema/quoted_weights.yaml) on annotated pages and says how well they do on a page left out.

usage: python benchmarks/quoted.py SCORE_PY GOLD_DIR=PAGES_DIR [GOLD_DIR=PAGES_DIR ...] [--write]

Every quotation that may be a name (graph.extract.initiatives.quoted_names.candidates) is right when the gold has an initiative of exactly
its span; those that the gold leaves open (core: false) or that overlap one count neither way. A logistic regression over the cues, with an
L2 penalty on the distance from the weights that were set by hand. A quotation is a name from the probability one half on: half the F1 that
can be reached would make F1 highest (Lipton, Elkan and Naryanaswamy 2014), but names that the annotators leave open bring relations that
the gold lacks. Precision, recall and F1 are of these quotations, each page scored with weights fitted on the others. --write puts the
weights into the schema.
"""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
from annotated import Array, arguments, logistic, put

from graph.extract.initiatives import programmes
from graph.extract.initiatives.quoted_names import candidates
from graph.extract.page import articles, pages, quotes
from graph.files import read_yaml

SCHEMA = Path(__file__).resolve().parent.parent / "schema" / "quoted_weights.yaml"
BY_HAND = {cue: by_hand for cue, (by_hand, _) in read_yaml(SCHEMA)["cues"].items()}
CUES = list(BY_HAND)
THRESHOLD = 0.5
_STRENGTH = 2.0  # of the penalty
Sample = tuple[str, tuple[str, ...], bool]  # page, cues, whether it names an initiative


def samples(gold_dir: Path, pages_dir: Path, scorer: ModuleType) -> Iterator[Sample]:
    """The quotations of the annotated pages of which the gold says whether they are names."""
    for file in sorted(gold_dir.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        page = pages.read(pages_dir / gold["page"])
        known = {e["id"]: e for e in gold["entities"] if e["type"] == "Initiative"}
        spans = [(start, end, known[id_]["core"]) for start, end, id_ in scorer.spans_of(gold, page.raw) if id_ in known]
        for article in articles.split(page):
            context = programmes.context_of(page, article)
            for block in article.blocks:
                marks = [q for q in quotes.find(page.view, block.start, block.end) if q.mark not in "《〈" and q.end > q.start]
                levels = [[q for q in marks if q.depth == depth] for depth in range(3)]
                together = [same for level in levels for same in quotes.rows(page.view, level)]
                every = (found for same in together for found in candidates(page.view, same, block, context))
                for found in (found for found in every if not found.longer):
                    start, end = page.raw_span(found.quote.start, found.quote.end)
                    over = [span for span in spans if span[0] < end and start < span[1]]
                    if not over or (start, end, True) in over:
                        yield gold["page"], found.cues, bool(over)


def _design(chosen: list[Sample]) -> tuple[Array, Array]:
    x = np.array([[1.0, *(float(cue in cues) for cue in CUES)] for _, cues, _ in chosen])
    return x, np.array([float(right) for _, _, right in chosen])


def fit(chosen: list[Sample]) -> Array:
    """Bias and weights of CUES; a sum of zero is the threshold."""
    x, y = _design(chosen)
    centre = np.array([-1.5, *BY_HAND.values()])
    penalty = np.array([0.1, *(_STRENGTH for _ in CUES)])
    fitted = logistic(x, y, centre, penalty)
    fitted[0] -= math.log(THRESHOLD / (1 - THRESHOLD))
    return fitted


def tally(chosen: list[Sample], weights: Array) -> Array:
    """Right, given and wanted names, and quotations."""
    x, y = _design(chosen)
    given = x @ weights >= 0
    return np.array([(given * y).sum(), given.sum(), y.sum(), len(y)])


def row(name: str, total: Array) -> str:
    """A row of the report."""
    right, given, wanted, count = total
    shares = right / max(given, 1), right / max(wanted, 1), 2 * right / max(given + wanted, 1)
    return f"| {name} | {count:.0f} | " + " | ".join(f"{share:.3f}" for share in shares) + " |"


def main() -> None:
    """Prints the table of pages left out; writes the weights of all pages when asked."""
    scorer, folders, writes = arguments()
    found = [sample for gold, texts in folders for sample in samples(gold, texts, scorer)]
    print("| page left out | quotations | precision | recall | F1 |\n|---|---|---|---|---|")
    whole = np.zeros(4)
    for page in dict.fromkeys(name for name, _, _ in found):
        weights = fit([sample for sample in found if sample[0] != page])
        total = tally([sample for sample in found if sample[0] == page], weights)
        whole += total
        print(row(page, total))
    print(row("all", whole))
    if writes:
        weights = fit(found)
        put(SCHEMA, weights[0], {cue: f"[{BY_HAND[cue]:g}, {weight:.2f}]" for cue, weight in zip(CUES, weights[1:], strict=True)})


if __name__ == "__main__":
    main()
