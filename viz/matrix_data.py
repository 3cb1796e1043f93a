"""What the matrix page knows: regions, themes, initiatives with their quotes, and the ranked list of similar initiatives."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pandas as pd

from graph.divisions import ancestors, division_names
from graph.facets import PARTS, measure
from graph.model import load
from graph.profiles import regions_of
from graph.regions_profile import first_dates, region_names
from graph.tables import Tables

_QUOTES = 3  # sentences shown for an initiative: those that name it come first
_LEAST = 0.1  # score of a pair worth a reader's time; the table holds weaker ones, too
_PAIRS = 3000  # pairs on the page, the most similar ones; the table holds all

# Stands for the region of what is in none; sorts behind all codes.
NOWHERE = "none"

# Names of the parts of the score in both languages.
_PARTS = {
    "theme": ("主题", "Theme"), "mechanism": ("做法", "How"), "target": ("对象", "For whom"), "partners": ("合作方", "With whom"),
    "kind": ("类型", "Kind"), "wording_name": ("名称用词", "Words of the names"), "wording_text": ("描述用词", "Words of the texts"),
    "scale": ("规模", "Scale"),
}  # fmt: skip


class _Quotes:
    """Sentences numbered once each: [page number, start, end, text]."""

    def __init__(self, tables: Tables) -> None:
        self.pages = {name: number for number, name in enumerate(tables["pages"]["page"])}
        self.rows: list[list[Any]] = []
        self.numbers: dict[tuple[str, int, int], int] = {}

    def number(self, page: str, start: int, end: int, text: str) -> int:
        """The number of a sentence; pages that the table of pages lacks are numbered on."""
        key = (page, start, end)
        if key not in self.numbers:
            self.numbers[key] = len(self.rows)
            self.rows.append([self.pages.setdefault(page, len(self.pages)), start, end, text])
        return self.numbers[key]


def _initiatives(tables: Tables, ids: Iterable[str], quotes: _Quotes) -> list[dict[str, Any]]:
    entities = tables["entities"].set_index("id")
    sentences: dict[str, list[int]] = defaultdict(list)
    texts = tables["descriptions"].sort_values("how", ascending=False, kind="stable")  # named before carried
    for row in texts.itertuples():
        if len(sentences[row.entity]) < _QUOTES:
            sentences[row.entity].append(quotes.number(row.page, int(row.start), int(row.end), row.text))
    first = first_dates(tables)
    return [
        {"id": id_, "name": entities.at[id_, "name"], "kind": entities.at[id_, "kind"], "themes": entities.at[id_, "themes"].split(),
         "first": first.get(id_, ""), "quotes": sentences.get(id_, [])}
        for id_ in ids
    ]  # fmt: skip


def _regions(table: pd.DataFrame, names: dict[str, str]) -> list[dict[str, Any]]:
    rows = table.drop_duplicates("adcode").sort_values("adcode", kind="stable")
    known = set(rows["adcode"])
    return [
        {"code": row.adcode, "name": row.region, "level": row.level, "up": next((up for up in ancestors(row.adcode) if up in known), ""),
         "province": names.get(row.adcode[:2] + "0000", "")}
        for row in rows.itertuples()
    ]  # fmt: skip


def _pairs(similar: pd.DataFrame, number: dict[str, int], quotes: _Quotes) -> list[list[Any]]:
    """[a, b, score, [why, why in English], parts, quote of a or null, quote of b or null, region of a, region of b]."""
    found = []
    for row in similar.head(_PAIRS).to_dict("records"):
        shown = [
            quotes.number(row[f"page_{end}"], int(row[f"start_{end}"]), int(row[f"end_{end}"]), row[f"quote_{end}"])
            if row[f"page_{end}"] else None
            for end in ("a", "b")
        ]  # fmt: skip
        parts = [round(float(row[part]), 3) for part in PARTS]
        ends = number[row["a"]], number[row["b"]]
        why = [row["why"], row.get("why_en") or ""]
        found.append([*ends, round(float(row["score"]), 3), why, parts, *shown, row["region_a"], row["region_b"]])
    return found


def matrix_data(tables: Tables, similar: pd.DataFrame, region_themes: pd.DataFrame) -> dict[str, Any]:
    """The data of the page, as JSON values. Numbers of initiatives, regions, quotes and pages are positions in their lists.

    cells: [region, theme, bodies, figures, first date, [own initiatives], [those of subdivisions]].
    """
    similar = similar[similar["score"] >= _LEAST]
    quotes = _Quotes(tables)
    nowhere = _nowhere(tables)
    used = set(nowhere) | {id_ for ids in region_themes["ids"] for id_ in ids.split()} | set(similar["a"]) | set(similar["b"])
    ids = sorted(used & set(tables["entities"]["id"]))
    number = {id_: at for at, id_ in enumerate(ids)}
    regions = _regions(region_themes, division_names())
    if nowhere:
        regions.append({"code": NOWHERE, "name": "", "level": "", "up": "", "province": ""})
    place = {region["code"]: at for at, region in enumerate(regions)}
    initiatives = _initiatives(tables, ids, quotes)
    pairs = _pairs(similar, number, quotes)
    own = _own(region_themes)
    cells = []
    for row in region_themes.itertuples():
        split: tuple[list[int], list[int]] = ([], [])
        for id_ in row.ids.split():
            split[(row.adcode, id_) not in own].append(number[id_])
        cells.append([place[row.adcode], row.theme, int(row.bodies), int(row.figures), row.first, *split])
    cells += _cells_nowhere(tables, nowhere, number, place)
    dates = dict(zip(tables["pages"]["page"], tables["pages"]["date"], strict=True))
    papers = dict(zip(tables["pages"]["page"], tables["pages"]["paper"], strict=True))
    paired = set(similar["region_a"]) | set(similar["region_b"])
    return {
        "regions": regions, "cells": cells, "initiatives": initiatives, "pairs": pairs, "quotes": quotes.rows, "total": len(similar),
        "pages": [[page, papers.get(page, ""), dates.get(page, "")] for page in quotes.pages],
        "themes": {id_: {"zh": theme.zh, "en": theme.en} for id_, theme in load().themes.items()},
        "parts": [{"zh": _PARTS[part][0], "en": _PARTS[part][1]} for part in PARTS],
        "kinds": {kind: {"zh": zh, "en": en} for kind, (zh, en) in measure().kinds.items()},
        "names": {code: name for code, name in region_names(tables).items() if code in paired},
    }  # fmt: skip


def _nowhere(tables: Tables) -> dict[str, list[str]]:
    """Initiative id -> themes, of the initiatives that run in no known region."""
    entities = tables["entities"]
    rows = entities[(entities["type"] == "Initiative") & ~entities["id"].isin(regions_of(tables).keys())]
    return {id_: themes.split() for id_, themes in zip(rows["id"], rows["themes"], strict=True) if themes}


def _cells_nowhere(tables: Tables, nowhere: dict[str, list[str]], number: dict[str, int], place: dict[str, int]) -> list[list[Any]]:
    """The cells of what runs in no known region, so that no number of the page is less than all without a word."""
    relations, first = tables["relations"], first_dates(tables)
    cells = []
    for theme in sorted({theme for themes in nowhere.values() for theme in themes}):
        ids = sorted(id_ for id_, themes in nowhere.items() if theme in themes)
        bodies = relations[(relations["relation"] == "runs") & relations["tail"].isin(ids)]["head"].nunique()
        figures = int(tables["statistics"]["subject"].isin(ids).sum())
        dates = [first[id_] for id_ in ids if id_ in first]
        cells.append([place[NOWHERE], theme, int(bodies), figures, min(dates, default=""), [number[id_] for id_ in ids], []])
    return cells


def _own(region_themes: pd.DataFrame) -> set[tuple[str, str]]:
    """(adcode, initiative) where the initiative runs in the region itself: no subdivision in the table counts it, too."""
    below: dict[str, set[str]] = defaultdict(set)
    everywhere = {(row.adcode, id_) for row in region_themes.itertuples() for id_ in row.ids.split()}
    for code, id_ in everywhere:
        for up in ancestors(code):
            below[up].add(id_)
    return {(code, id_) for code, id_ in everywhere if id_ not in below[code]}
