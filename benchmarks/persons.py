"""Fits what speaks for a person's name without a title (schema/person_weights.yaml) on annotated pages and says how well it does.

usage: python benchmarks/persons.py SCORE_PY GOLD_DIR=PAGES_DIR [GOLD_DIR=PAGES_DIR ...] [--write]

Every candidate of graph.extract.people.weighed counts, also those that titles, speech and lists have told already: what leads to a name
and what follows it is the same for all. Right is a span that the gold has as a person. A logistic regression with an L2 penalty; a name is
taken from the probability .7 on, for most that are left to this rule are none. The table is of the candidates that no other rule took, each
folder with weights fitted on the others. --write puts the weights of all folders into the schema.
"""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
from annotated import Array, arguments, logistic, put, recognised

from graph.extract.language.segments import tokens
from graph.extract.linking.entities import Linked
from graph.extract.people.weighed import candidates, cues
from graph.files import read_yaml
from graph.records import Article, Page

SCHEMA = Path(__file__).resolve().parent.parent / "schema" / "person_weights.yaml"
CUES: list[str] = list(read_yaml(SCHEMA)["cues"])
THRESHOLD = 0.7
_BODIES = frozenset({"Union", "Company", "Organization"})


class Sample(NamedTuple):
    """The cues of a candidate, whether it is a person, and whether another rule has told it."""

    cues: frozenset[str]
    right: bool
    told: bool


def samples(gold: dict[str, Any], page: Page, parts: Sequence[Article], linked: Linked, scorer: ModuleType) -> Iterator[Sample]:
    """The candidates of an annotated page."""
    kinds = {entity["id"]: entity["type"] for entity in gold["entities"]}
    persons = {(start, end) for start, end, entity in scorer.spans_of(gold, page.raw) if kinds[entity] == "Person"}
    for article in parts:
        own = [m.mention for m in linked.mentions if m.mention.article == article.id]
        bodies = [m for m in own if m.type in _BODIES]
        taken = {place for m in bodies for place in range(m.start, m.end)}
        named = {place for m in own if m.type == "Person" and m.rule != "person.weighed" for place in range(m.start, m.end)}
        for block in article.blocks:
            line = tokens(page.view[block.start : block.end], block.start)
            for start, lead, one in candidates(page.view, block, line, taken, {m.end for m in bodies}):
                times = sum(page.view.count(page.view[start : one.end], b.start, b.end) for b in article.blocks)
                found = cues(page.view, block, start, lead, one, times)
                yield Sample(found, page.raw_span(start, one.end) in persons, any(place in named for place in range(start, one.end)))


def _design(chosen: Sequence[Sample]) -> tuple[Array, Array]:
    x = np.array([[1.0, *(float(cue in one.cues) for cue in CUES)] for one in chosen])
    return x, np.array([float(one.right) for one in chosen])


def fit(chosen: Sequence[Sample]) -> Array:
    """Bias and weights of CUES; a sum of zero is the threshold."""
    x, y = _design(chosen)
    fitted = logistic(x, y, np.zeros(x.shape[1]), np.array([0.1, *(1.0 for _ in CUES)]))
    fitted[0] -= math.log(THRESHOLD / (1 - THRESHOLD))
    return fitted


def row(name: str, chosen: Sequence[Sample], weights: Array) -> Array:
    """Prints how many names no other rule told, and how many of them are given, right and wrong."""
    left = [one for one in chosen if not one.told]
    x, y = _design(left)
    given = x @ weights >= 0
    counts = np.array([y.sum(), (given * y).sum(), (given * (1 - y)).sum()])
    print(f"| {name} | " + " | ".join(f"{count:.0f}" for count in counts) + " |")
    return counts


def main() -> None:
    """Prints the table of folders left out; writes the weights of all pages when asked."""
    scorer, folders, writes = arguments()
    found = [[one for page in recognised(gold, texts) for one in samples(*page, scorer)] for gold, texts in folders]
    print("| set left out | names left | found | wrong |\n|---|---|---|---|")
    total = np.zeros(3)
    for (gold, _), part in zip(folders, found, strict=True):
        total += row(gold.name, part, fit([one for other in found if other is not part for one in other]))
    print("| all | " + " | ".join(f"{count:.0f}" for count in total) + " |")
    if writes:
        weights = fit([one for part in found for one in part])
        put(SCHEMA, float(weights[0]), {cue: f"{weight:.2f}" for cue, weight in zip(CUES, weights[1:], strict=True)})


if __name__ == "__main__":
    main()
