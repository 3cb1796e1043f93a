"""Fits what speaks for the home of an article (schema/home_weights.yaml) on annotated pages and says how well it does on sets left out.

usage: python benchmarks/homes.py SCORE_PY GOLD_DIR=PAGES_DIR [GOLD_DIR=PAGES_DIR ...] [--write]

An article of the gold that has a region is the one of ours that shares most characters with it; its candidates are those of
graph.extract.places.homes.cues, right is the one with the region's code or name. A conditional logit (McFadden 1974) with an L2 penalty.
Accuracy is of the articles that name a place, each folder with weights fitted on the others; where the gold's region is no candidate (a
zone, a town) every answer is wrong. --write puts the weights of all folders into the schema.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from annotated import Array, arguments, put, recognised
from scipy.optimize import minimize

from graph.extract.linking.context import Context
from graph.extract.linking.entities import Linked
from graph.extract.places.gazetteer import gazetteer
from graph.extract.places.homes import cues, namings
from graph.files import read_yaml
from graph.records import Article, Page

SCHEMA = Path(__file__).resolve().parent.parent / "schema" / "home_weights.yaml"
CUES: list[str] = list(read_yaml(SCHEMA)["cues"])
_STRENGTH = 1.0  # of the penalty
Sample = tuple[Array, int | None]  # a row a candidate, a column a cue; the row that is right


def _shared(page: Page, article: Article, lines: Sequence[Sequence[int]], starts: Sequence[int]) -> int:
    """How many characters an article shares with lines of the gold."""
    spans = [page.raw_span(block.start, block.end) for block in article.blocks]
    return sum(max(0, min(end, starts[last]) - max(start, starts[first - 1])) for first, last in lines for start, end in spans)


def _right(codes: Sequence[str], region: str, code: str | None) -> int | None:
    """Which candidate is the gold's region: by code, else by the longest name that ends it (江苏省滨海县)."""
    known = gazetteer()
    names = {place: division.name for place, one in enumerate(codes) if (division := known.get(one)) is not None}
    found = [place for place, name in names.items() if codes[place] == code or region.endswith(name)]
    return max(found, key=lambda place: (codes[place] == code, len(names[place])), default=None)


def samples(gold: dict[str, Any], page: Page, parts: Sequence[Article], linked: Linked) -> Iterator[Sample]:
    """The articles of an annotated page whose region the gold gives."""
    starts = [0, *accumulate(len(line) + 1 for line in page.raw.split("\n"))]
    codes = {name: e.get("adcode") for e in gold["entities"] if e["type"] == "Region" for name in (e["name"], *e["accept"])}
    context = Context(page, parts, [(m.mention.start, m.mention.end) for m in linked.mentions if m.mention.type == "Person"])
    for one in gold["articles"]:
        if not one.get("region") or not one.get("lines"):
            continue
        article = max(parts, key=lambda part: _shared(page, part, one["lines"], starts))
        told = cues(list(namings(article, context.places(article.id), page.view)))
        if told:
            rows = np.array([[float(values[cue]) for cue in CUES] for values in told.values()])
            yield rows, _right(list(told), one["region"], codes.get(one["region"]))


def fit(chosen: Sequence[Sample]) -> Array:
    """The weights of CUES."""
    known = [(rows, place) for rows, place in chosen if place is not None]

    def loss(w: Array) -> tuple[float, Array]:
        value, slope = _STRENGTH * float(w @ w) / 2, _STRENGTH * w
        for rows, place in known:
            score = rows @ w
            share = np.exp(score - score.max())
            share /= share.sum()
            value -= float(np.log(share[place]))
            slope = slope + rows.T @ share - rows[place]
        return value, slope

    return np.asarray(minimize(loss, np.zeros(len(CUES)), jac=True, method="L-BFGS-B").x)


def right(chosen: Sequence[Sample], weights: Array) -> int:
    """How many articles get the gold's region."""
    return sum(place is not None and int(np.argmax(rows @ weights)) == place for rows, place in chosen)


def main() -> None:
    """Prints the table of folders left out; writes the weights of all pages when asked."""
    _, folders, writes = arguments()
    found = [[one for page in recognised(gold, texts) for one in samples(*page)] for gold, texts in folders]
    print("| set left out | articles | right | right, all sets seen |\n|---|---|---|---|")
    everything = [one for part in found for one in part]
    seen, total = fit(everything), np.zeros(3)
    for (gold, _), part in zip(folders, found, strict=True):
        others = fit([one for other in found if other is not part for one in other])
        row = np.array([len(part), right(part, others), right(part, seen)])
        total += row
        print(f"| {gold.name} | " + " | ".join(f"{count}" for count in row) + " |")
    print("| all | " + " | ".join(f"{count:.0f}" for count in total) + " |")
    if writes:
        put(SCHEMA, None, {cue: f"{weight:.2f}" for cue, weight in zip(CUES, seen, strict=True)})


if __name__ == "__main__":
    main()
