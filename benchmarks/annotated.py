"""What the fits of weights share: annotated pages, what is found on them, whose names are whose, and the logistic regression."""

import importlib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from scipy.optimize import minimize

from graph.extract import mentions
from graph.extract.linking import entities
from graph.extract.linking.entities import Linked
from graph.extract.page import articles, pages
from graph.records import Article, Entity, Page

Array = np.ndarray[Any, np.dtype[np.float64]]


def arguments() -> tuple[ModuleType, list[tuple[Path, Path]], bool]:
    """SCORE_PY GOLD_DIR=PAGES_DIR ... [--write]: the scorer as a module, the folders, and whether weights are to be written."""
    given = [argument for argument in sys.argv[1:] if argument != "--write"]
    score_py = Path(given[0])
    sys.path.insert(0, str(score_py.parent))
    folders = [(Path(gold), Path(pages)) for gold, pages in (argument.split("=", 1) for argument in given[1:])]
    return importlib.import_module(score_py.stem), folders, "--write" in sys.argv


def logistic(x: Array, y: Array, centre: Array, penalty: Array) -> Array:
    """Weights of a logistic regression of `y` on the columns of `x`, drawn towards `centre` by an L2 penalty a column."""

    def loss(w: Array) -> tuple[float, Array]:
        s, away = x @ w, w - centre
        value = (np.logaddexp(0, s) - y * s).sum() + (penalty * away * away).sum() / 2
        return float(value), x.T @ (1 / (1 + np.exp(-s)) - y) + penalty * away

    return np.asarray(minimize(loss, centre, jac=True, method="L-BFGS-B").x)


def put(schema: Path, bias: float | None, cues: Mapping[str, str]) -> None:
    """Writes what was fitted behind the cues of a file of the schema, and its bias if it has one; its comments stay."""
    rows = {f"  {cue}": value for cue, value in cues.items()} | ({} if bias is None else {"bias": f"{bias:.2f}"})
    text = schema.read_text(encoding="utf-8")
    for key, value in rows.items():
        text = re.sub(rf"(?m)^{re.escape(key)}: .*$", f"{key}: {value}", text)
    schema.write_text(text, encoding="utf-8", newline="\n")


def recognised(gold_dir: Path, pages_dir: Path) -> Iterator[tuple[dict[str, Any], Page, tuple[Article, ...], Linked]]:
    """The gold of each annotated page, the page, its articles, and the entities found on it."""
    for file in sorted(gold_dir.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        page = pages.read(pages_dir / gold["page"])
        parts = articles.split(page)
        yield gold, page, parts, entities.link(page, parts, mentions.find(page, parts))


def known_names(gold: dict[str, Any], found: Iterable[Entity], scorer: ModuleType) -> dict[str, str]:
    """Id of an entity of ours -> id of the gold's entity with an acceptable name of that type; regions also by their code."""
    names = {e["id"]: {scorer.fold(name) for name in (e["name"], *e["accept"])} for e in gold["entities"]}

    def same(ours: Entity, theirs: dict[str, Any]) -> bool:
        coded = ours.type == "Region" and ours.adcode is not None and str(theirs.get("adcode")) == ours.adcode
        return bool(ours.type == theirs["type"] and (coded or scorer.fold(ours.name) in names[theirs["id"]]))

    pairs = ((ours.id, next((e["id"] for e in gold["entities"] if same(ours, e)), None)) for ours in found)
    return {ours: theirs for ours, theirs in pairs if theirs is not None}
