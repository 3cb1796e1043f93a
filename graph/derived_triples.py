"""Similar initiatives and the themes of regions (tables similar and region_themes) to triples."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
from pandas.api.types import is_numeric_dtype
from pyoxigraph import Literal, NamedNode

from graph.model import load
from graph.statements import Writer
from graph.triples import Chunk, date, decimal, integer, label, text
from graph.vocabulary import expand

_BATCH = 2000
_COUNTS = ("initiatives", "bodies", "figures")


def _batches(table: pd.DataFrame | None) -> Iterator[pd.DataFrame]:
    if table is not None:
        for start in range(0, len(table), _BATCH):
            yield table.iloc[start : start + _BATCH]


def _parts(table: pd.DataFrame) -> list[str]:
    """The columns that are parts of the score: numbers, apart from the score itself and the offsets of quotes."""
    columns = [name for name in table.columns if name not in {"score", "rank"} and not name.startswith(("start", "end"))]
    return [name for name in columns if is_numeric_dtype(table[name])]


def similar_triples(writer: Writer, table: pd.DataFrame | None) -> Iterator[Chunk]:
    """A node for each pair (columns a, b, score, why, why_en, page_a, start_a, end_a, quote_a ..., one numeric column a part).

    Parts that add nothing are left out.
    """
    for batch in _batches(table):
        chunk, parts = Chunk(), _parts(batch)
        for row in batch.to_dict("records"):
            node = writer.names.thing("similar", *sorted((row["a"], row["b"])))
            chunk.types(node, "gh:Similarity", "prov:Entity")
            for end in ("a", "b"):
                chunk.add(node, "gh:between", writer.names.entity(row[end]))
            chunk.add(node, "gh:score", decimal(round(float(row["score"]), 4)))
            if row.get("why"):
                chunk.add(node, "gh:why", label(str(row["why"])))
            if row.get("why_en"):
                chunk.add(node, "gh:why", Literal(text(str(row["why_en"])).value, language="en"))
            for side in ("a", "b"):
                _quote(writer, chunk, node, row, side)
            for name in parts:
                if pd.notna(row[name]) and round(float(row[name]), 4):
                    part = writer.names.thing("part", row["a"], row["b"], name)
                    chunk.add(node, "gh:part", part)
                    chunk.types(part, "gh:SimilarityPart")
                    chunk.add(part, "gh:partName", text(name))
                    chunk.add(part, "gh:value", decimal(round(float(row[name]), 4)))
        yield chunk


def _quote(writer: Writer, chunk: Chunk, node: NamedNode, row: dict[str, Any], side: str) -> None:
    """The sentence that shows one side best, where the table has it."""
    page, start, end = (row.get(f"{name}_{side}") for name in ("page", "start", "end"))
    if not page or start is None or end is None or pd.isna(start) or pd.isna(end):
        return
    evidence = writer.evidence(chunk, str(page), int(start), int(end), str(row.get(f"quote_{side}") or ""))
    chunk.add(node, "gh:evidence", evidence)
    writer.names.share(evidence, writer.names.thing("span", page, int(start), int(end)))


def region_theme_triples(writer: Writer, table: pd.DataFrame | None) -> Iterator[Chunk]:
    """An observation for each row (columns adcode, region, theme, initiatives, own, bodies, figures, first, ids)."""
    for batch in _batches(table):
        chunk = Chunk()
        for row in batch.to_dict("records"):
            _region_theme(writer, chunk, row)
        yield chunk


def _region_theme(writer: Writer, chunk: Chunk, row: dict[str, Any]) -> None:
    adcode = str(row.get("adcode") or "")
    region = writer.region(adcode) if adcode else writer.names.entity(str(row["region"]))
    node = writer.names.thing("region-theme", region.value, row["theme"])
    chunk.types(node, "gh:RegionTheme", "qb:Observation")
    chunk.add(node, "qb:dataSet", NamedNode(f"{writer.names.base}id/region-themes"))
    chunk.add(node, "gh:inRegionOf", region)
    writer.gazetteer_region(chunk, adcode)
    if row["theme"] in load().themes:
        chunk.add(node, "gh:underTheme", expand(f"theme:{row['theme']}"))
    for name in _COUNTS:
        if name in row and pd.notna(row[name]) and row[name] != "":
            chunk.add(node, f"gh:{name}", integer(int(row[name])))
    if row.get("own") is not None and pd.notna(row["own"]):
        chunk.add(node, "gh:ownInitiatives", integer(int(row["own"])))
    chunk.add(node, "gh:firstSeen", date(str(row.get("first") or "")))
    for id_ in str(row.get("ids") or "").split():
        chunk.add(node, "gh:counts", writer.names.entity(id_))
