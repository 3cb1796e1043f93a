"""The scorer and the annotated sample pages: what the annotations claim stands on the pages, and what is counted."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import score
from graph.model import load
from graph.tables import frame, write_tables

ROOT = Path(__file__).resolve().parent.parent
GOLD = sorted((ROOT / "benchmarks" / "gold").glob("*.json"))
TEXT = "东县总工会开展“灯塔行动”。\n县总工会慰问3户。"
ANNOTATED = {
    "page": "p.txt",
    "entities": [
        {"id": "e1", "type": "Union", "name": "东县总工会", "accept": ["东县总工会", "西市东县总工会"], "mentions": [
            {"line": 1, "text": "东县总工会"}, {"line": 2, "text": "县总工会"}]},
        {"id": "e2", "type": "Initiative", "name": "灯塔行动", "accept": ["灯塔行动"], "themes": ["training", "benefits"], "mentions": [
            {"line": 1, "text": "灯塔行动"}]},
        {"id": "e3", "type": "Initiative", "name": "慰问", "accept": ["慰问"], "core": False, "themes": [], "mentions": [
            {"line": 2, "text": "慰问"}]},
    ],
    "relations": [{"head": "e1", "rel": "runs", "tail": "e2"}, {"head": "e1", "rel": "runs", "tail": "e3", "core": False}],
    "statistics": [{"subject": "e1", "value": 3, "unit": "户"}],
}  # fmt: skip


def counts(tmp_path: Path, **rows: list[dict[str, object]]) -> dict[str, tuple[int, int, int]]:
    """(right, extra, missed) of each kind for tables with these rows."""
    entities = [
        {"id": "u", "type": "Union", "name": "西市东县总工会", "pages": "p.txt"},
        {"id": "i", "type": "Initiative", "name": "灯塔行动", "themes": "training charity", "pages": "p.txt"},
        {"id": "x", "type": "Union", "name": "南县总工会", "pages": ""},
    ]
    tables = {name: frame(name, rows.get(name, [])) for name in load().tables}
    (tmp_path / "tables").mkdir()
    write_tables(tables | {"entities": frame("entities", entities)}, tmp_path / "tables")
    (tmp_path / "p.txt").write_text(TEXT, encoding="utf-8", newline="\n")
    (tmp_path / "gold.json").write_text(json.dumps(ANNOTATED), encoding="utf-8")
    found = score.score(score.read(tmp_path / "tables", [tmp_path / "gold.json"], tmp_path))
    return {kind: (count.right, len(count.extra), len(count.missed)) for kind, count in found.items()}


def mention(entity: str, said: str) -> dict[str, object]:
    at = TEXT.rindex(said)
    return {"entity": entity, "page": "p.txt", "start": at, "end": at + len(said), "text": said}


def test_right_names_extra_spans_and_what_is_missed(tmp_path):
    found = counts(tmp_path, mentions=[mention("u", "东县总工会"), mention("x", "县总工会"), mention("i", "灯塔"), mention("i", "慰问")])
    assert found["mentions"] == (2, 1, 1)  # 灯塔 is too short; what is not core costs nothing
    assert found["linked"] == (1, 2, 2)  # the second union is another one
    assert found["entities"] == (2, 1, 0)
    assert found["themes"] == (1, 1, 1)


def test_facts_need_both_ends_and_figures_their_subject(tmp_path):
    relation = {"head": "u", "relation": "runs", "tail": "i", "page": "p.txt", "start": 0, "end": 13, "confidence": 0.9}
    figure = {"subject": "i", "measure": "慰问", "value": 3, "unit": "户", "page": "p.txt", "start": 20, "end": 22}
    found = counts(
        tmp_path,
        mentions=[mention("u", "东县总工会")],
        relations=[relation, relation | {"head": "i", "tail": "u", "relation": "partOf"}],
        statistics=[figure],
    )
    assert found["relations"] == (1, 1, 0)
    assert found["statistics value"] == (1, 0, 0)
    assert found["statistics subject"] == (0, 1, 1)


def test_a_shorter_claim_gives_way():
    assert score.spans_of(ANNOTATED, TEXT) == [(0, 5, "e1"), (8, 12, "e2"), (15, 19, "e1"), (19, 21, "e3")]


@pytest.mark.parametrize("file", GOLD, ids=lambda file: file.stem)
def test_annotations_stand_on_their_page(file):
    gold = json.loads(file.read_text(encoding="utf-8"))
    lines = (ROOT / "data" / "pages" / gold["page"]).read_text(encoding="utf-8").split("\n")
    types = {entity["id"]: entity["type"] for entity in gold["entities"]}
    assert len(types) == len(gold["entities"])
    for entity in gold["entities"]:
        assert entity["type"] in load().classes
        assert entity["name"] in entity["accept"]
        assert all(mention["text"] in lines[mention["line"] - 1] for mention in entity["mentions"])
        assert set(entity.get("themes") or ()) <= set(load().themes)
    for row in gold["relations"]:
        relation = load().relations[row["rel"]]
        assert types[row["head"]] in relation.head
        assert types[row["tail"]] in relation.tail
    assert all(row["subject"] in types for row in gold["statistics"])


def test_every_sample_page_is_annotated():
    pages = {path.name for path in (ROOT / "data" / "pages").glob("gongren-*")}
    assert {json.loads(file.read_text(encoding="utf-8"))["page"] for file in GOLD} == pages


def test_the_reference_scorer_counts_alike(reference, sample):
    tables, pages = sample / "tables", ROOT / "data" / "pages"
    command = [sys.executable, str(reference / "eval" / "score.py"), str(tables), *map(str, GOLD), "--pages", str(pages), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    ours = {f"{kind} all": round(count.measures()[2], 4) for kind, count in score.score(score.read(tables, GOLD, pages)).items()}
    assert ours == {kind: theirs[kind] for kind in ours}


def test_tables_without_gold_or_pages_are_refused() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "score.py"), "tables", str(GOLD[0])]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert said.returncode == 2
    assert "--pages" in said.stderr.splitlines()[-1]
