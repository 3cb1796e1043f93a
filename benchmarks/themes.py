"""Fits the weights of the themes (schema/theme_weights.yaml) on annotated pages and says how well they do on a page left out.

usage: python benchmarks/themes.py SCORE_PY GOLD_DIR=PAGES_DIR [GOLD_DIR=PAGES_DIR ...] [--write]

The initiatives are those that the extraction finds and the gold knows. Two steps: the first theme by a conditional logit over all themes
(one weight a place, L2 penalty 1), further themes by a logistic regression over those ranked second and third, which also knows how often
two themes are given together (pointwise mutual information of the annotated pages, smoothed). A theme comes along from half the F1 that can
be reached on, the threshold that makes F1 highest (Lipton, Elkan and Naryanaswamy 2014). Precision, recall and F1 are of (initiative,
theme) pairs, micro-averaged, each page scored with weights fitted on the others. --write puts the weights into the schema.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np
from annotated import Array, arguments, logistic, recognised
from scipy.optimize import minimize

from graph.extract.initiatives import descriptions, themes
from graph.extract.initiatives.surroundings import around
from graph.model import load

THEMES = list(load().themes)
KINDS = [(kind, theme) for kind, weights in themes.weights()["kinds"].items() for theme in weights]
THRESHOLD = 0.8 / 2
_SELDOM = 0.5  # ln of the ratio by which most pairs of themes are given together less often than by chance: it becomes zero


@dataclass(frozen=True, slots=True)
class Sample:
    """An initiative: its page, features (themes x places and kinds), themes of the gold."""

    page: str
    features: Array
    gold: Array


def samples(gold_dir: Path, pages_dir: Path, scorer: ModuleType) -> Iterator[Sample]:
    """The initiatives of the annotated pages that the extraction finds."""
    for gold, page, parts, linked in recognised(gold_dir, pages_dir):
        names = {scorer.fold(name): e for e in gold["entities"] if e["type"] == "Initiative" for name in [*e["accept"], e["name"]]}
        texts = around(page, parts, linked, descriptions.find(page, parts, linked.mentions))
        for entity in linked.entities:
            known = names.get(scorer.fold(entity.name)) if entity.type == "Initiative" else None
            if known and known["themes"]:
                found = themes.evidence(entity.name, texts[entity.id])
                kinds = [[float(entity.kind == kind and theme == t) for kind, t in KINDS] for theme in THEMES]
                features = np.hstack([np.array([themes.features(found, theme) for theme in THEMES]), np.array(kinds)])
                yield Sample(gold["page"], features, np.array([float(theme in known["themes"]) for theme in THEMES]))


def fit_first(chosen: list[Sample]) -> Array:
    """Weights of places and kinds: a conditional logit with the gold's themes in equal parts."""
    x = np.stack([sample.features for sample in chosen])
    y = np.stack([sample.gold / sample.gold.sum() for sample in chosen])

    def loss(w: Array) -> tuple[float, Array]:
        scores = x @ w
        scores -= scores.max(1, keepdims=True)
        total = np.exp(scores).sum(1, keepdims=True)
        return float(-(y * (scores - np.log(total))).sum() + w @ w / 2), np.einsum("nk,nkd->d", np.exp(scores) / total - y, x) + w

    return np.asarray(minimize(loss, np.zeros(x.shape[2]), jac=True, method="L-BFGS-B").x)


def fit_pairs(chosen: list[Sample]) -> Array:
    """ln((count + chance) / (2 chance)) of each pair of themes, smoothed, one decimal, above that of pairs seldom given together."""
    gold = np.array([sample.gold for sample in chosen])
    chance = np.outer(gold.sum(0) + 1, gold.sum(0) + 1) / len(gold)
    found = np.log((gold.T @ gold + chance + 0.3) / (2 * chance + 0.3)).round(1) + _SELDOM
    np.fill_diagonal(found, 0)
    return np.asarray(np.where(found < 0.2, 0.0, found).round(1))


def _ranked(sample: Sample, first: Array, pairs: Array) -> tuple[int, list[tuple[int, Array]]]:
    """The best theme, and the next two with what decides whether they come along: 1, ln of the share, evidence, pair."""
    scores = sample.features @ first
    order = np.argsort(-scores, kind="stable")[:3]
    best = int(order[0])
    shares = scores - np.log(np.exp(scores).sum())
    places = sample.features[:, : len(themes.PLACES)]
    return best, [(int(t), np.array([1.0, shares[t], *places[t], pairs[best, t]])) for t in order[1:]]


def fit_further(chosen: list[Sample], first: Array, pairs: Array) -> Array:
    """Weights of bias, share, evidence and pair: a logistic regression over the themes ranked second and third, zero at the threshold."""
    rows = [(row, sample.gold[t]) for sample in chosen for t, row in _ranked(sample, first, pairs)[1]]
    x, y = np.array([row for row, _ in rows]), np.array([right for _, right in rows])
    fitted = logistic(x, y, np.zeros(x.shape[1]), np.ones(x.shape[1]))
    fitted[0] -= math.log(THRESHOLD / (1 - THRESHOLD))
    return fitted


def tally(chosen: list[Sample], first: Array, pairs: Array, further: Array) -> Array:
    """Right, given and wanted pairs, first themes that are right, and initiatives."""
    total = np.zeros(5)
    for sample in chosen:
        best, rest = _ranked(sample, first, pairs)
        given = [best, *(t for t, row in rest if row @ further >= 0)]
        total += (sample.gold[given].sum(), len(given), sample.gold.sum(), sample.gold[best], 1)
    return total


def row(name: str, total: Array) -> str:
    """A row of the report."""
    right, given, wanted, best, count = total
    shares = right / given, right / wanted, 2 * right / (given + wanted), best / count, given / count
    return f"| {name} | {count:.0f} | " + " | ".join(f"{share:.3f}" for share in shares) + " |"


def write(first: Array, pairs: Array, further: Array) -> None:
    """Puts the weights into schema/theme_weights.yaml; its comments stay."""
    path = Path(__file__).resolve().parent.parent / "schema" / "theme_weights.yaml"
    places = dict(zip(themes.PLACES, first.round(2).tolist(), strict=False))
    kinds = [f"  {kind}: {{{theme}: {weight:.2f}}}" for (kind, theme), weight in zip(KINDS, first[len(places) :], strict=True)]
    table = [
        f"  {theme}: " + _flow({other: value for other, value in zip(THEMES[at + 1 :], pairs[at, at + 1 :].tolist(), strict=True) if value})
        for at, theme in enumerate(THEMES)
        if pairs[at, at + 1 :].any()
    ]
    rest = dict(zip(("bias", "share", *themes.PLACES, "together"), further.round(2).tolist(), strict=True))
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^evidence: .*$", "evidence: " + _flow(places), text)
    text = re.sub(r"(?m)^kinds:\n(?:  .*\n)+", "kinds:\n" + "\n".join(kinds) + "\n", text)
    text = re.sub(r"(?m)^together:\n(?:  .*\n)*", "together:\n" + "\n".join(table) + "\n", text)
    path.write_text(re.sub(r"(?m)^further: .*$", "further: " + _flow(rest), text), encoding="utf-8", newline="\n")


def _flow(values: dict[str, float]) -> str:
    return "{" + ", ".join(f"{name}: {value:g}" for name, value in values.items()) + "}"


def main() -> None:
    """Prints the table of pages left out; writes the weights of all pages when asked."""
    scorer, folders, writes = arguments()
    found = [sample for gold, texts in folders for sample in samples(gold, texts, scorer)]
    print("| page left out | initiatives | precision | recall | F1 | first theme right | themes each |\n|---|---|---|---|---|---|---|")
    whole = np.zeros(5)
    for page in dict.fromkeys(sample.page for sample in found):
        others = [sample for sample in found if sample.page != page]
        first, pairs = fit_first(others), fit_pairs(others)
        total = tally([sample for sample in found if sample.page == page], first, pairs, fit_further(others, first, pairs))
        whole += total
        print(row(page, total))
    print(row("all", whole))
    first, pairs = fit_first(found), fit_pairs(found)
    further = fit_further(found, first, pairs)
    print(dict(zip((*themes.PLACES, *KINDS), first.round(2).tolist(), strict=True)), further.round(2).tolist())
    if writes:
        write(first, pairs, further)


if __name__ == "__main__":
    main()
