"""Records to tables and back: the contract between extraction and everything after it (columns: schema/tables.yaml).

CSV is for people (UTF-8 with a byte order mark, cells that a spreadsheet would run as a formula are disarmed by a leading
apostrophe that reading takes off again); Parquet is for machines. Rows are sorted, so the same facts give the same bytes.
"""

import csv
import io
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from graph.errors import TableError
from graph.files import csv_text, inside, is_folder
from graph.model import Column, load
from graph.records import Entity, PageFacts, Relation, Statistic

Tables = dict[str, pd.DataFrame]

# Characters that make Excel, LibreOffice and WPS read a cell as a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

_SORT = {
    "pages": ["page"],
    "articles": ["page", "start", "article"],
    "entities": ["type", "name", "id"],
    "mentions": ["page", "start", "end", "entity"],
    "relations": ["page", "start", "relation", "head", "tail", "label"],
    "statistics": ["page", "start", "end", "subject"],
    "descriptions": ["page", "start", "entity"],
    "similar": ["rank", "a", "b"],
    "region_themes": ["adcode", "theme"],
}


def _row(page: str, raw: str, start: int, end: int) -> dict[str, Any]:
    return {"page": page, "start": start, "end": end, "text": raw[start:end]}


def _relation_row(facts: PageFacts, relation: Relation) -> dict[str, Any]:
    start, end = facts.page.raw_span(relation.start, relation.end)
    return _row(facts.page.name, facts.page.raw, start, end) | {
        "head": relation.head, "relation": relation.relation, "tail": relation.tail, "label": relation.label,
        "article": relation.article, "rule": relation.rule, "confidence": relation.confidence,
    }  # fmt: skip


def _statistic_row(facts: PageFacts, figure: Statistic) -> dict[str, Any]:
    start, end = facts.page.raw_span(figure.start, figure.end)
    sentence_start, sentence_end = facts.page.raw_span(figure.sentence_start, figure.sentence_end)
    return _row(facts.page.name, facts.page.raw, start, end) | {
        "subject": figure.subject, "measure": figure.measure, "value": figure.value, "unit": figure.unit,
        "qualifier": figure.qualifier, "period": figure.period, "sentence_start": sentence_start,
        "sentence_end": sentence_end, "article": figure.article, "rule": figure.rule, "confidence": figure.confidence,
    }  # fmt: skip


def _mention_rows(facts: PageFacts) -> Iterable[dict[str, Any]]:
    for linked in facts.mentions:
        start, end = facts.page.raw_span(linked.mention.start, linked.mention.end)
        yield _row(facts.page.name, facts.page.raw, start, end) | {
            "entity": linked.entity, "type": linked.mention.type, "article": linked.mention.article,
            "rule": linked.mention.rule, "link": linked.link, "confidence": linked.confidence,
        }  # fmt: skip


def _description_rows(facts: PageFacts) -> Iterable[dict[str, Any]]:
    for sentence in facts.descriptions:
        start, end = facts.page.raw_span(sentence.start, sentence.end)
        yield _row(facts.page.name, facts.page.raw, start, end) | {
            "entity": sentence.entity, "article": sentence.article, "how": sentence.how,
        }  # fmt: skip


def _article_rows(facts: PageFacts) -> Iterable[dict[str, Any]]:
    for article in facts.articles:
        spans = [facts.page.raw_span(block.start, block.end) for block in article.blocks]
        region, union = facts.homes.get(article.id, (None, None))
        yield {
            "article": article.id, "page": facts.page.name, "start": min(s for s, _ in spans),
            "end": max(e for _, e in spans), "headline": article.headline, "rubric": article.rubric,
            "byline": " ".join(byline.name for byline in article.bylines), "source": article.source,
            "region": region, "union": union,
        }  # fmt: skip


def _page_row(facts: PageFacts) -> dict[str, Any]:
    page = facts.page
    return {
        "page": page.name, "path": page.path, "sha256": page.sha256, "encoding": page.encoding,
        "characters": len(page.raw), "paper": page.paper, "date": page.date, "text": page.raw,
    }  # fmt: skip


class _EntityRows:
    """Entities of all pages, joined by id. The longest name is the canonical one, the others become aliases."""

    def __init__(self) -> None:
        self.records: dict[str, list[Entity]] = defaultdict(list)
        self.pages: dict[str, set[str]] = defaultdict(set)

    def add(self, facts: PageFacts) -> None:
        for entity in facts.entities:
            self.records[entity.id].append(entity)
            self.pages[entity.id].add(facts.page.name)

    def rows(self) -> Iterable[dict[str, Any]]:
        for id_, records in self.records.items():
            name = max((record.name for record in records), key=lambda n: (len(n), n))
            forms = {alias for record in records for alias in (record.name, *record.aliases)}
            themes = [theme for record in records for theme in record.themes]
            yield {
                "id": id_, "type": records[0].type, "name": name, "aliases": "|".join(sorted(forms - {name})),
                "adcode": next((r.adcode for r in records if r.adcode), None),
                "within": next((r.within for r in records if r.within), None),
                "kind": next((r.kind for r in records if r.kind), None),
                # most pages first; among equals the order in which pages gave them
                "themes": " ".join(sorted(dict.fromkeys(themes), key=lambda t: (-themes.count(t), themes.index(t)))[:3]),
                "pages": " ".join(sorted(self.pages[id_])),
            }  # fmt: skip


def make_tables(pages: Iterable[PageFacts]) -> Tables:
    """The tables of a corpus. Consumes `pages` one at a time; entities with the same id are joined over pages."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in load().tables}
    entities = _EntityRows()
    for facts in pages:
        entities.add(facts)
        rows["pages"].append(_page_row(facts))
        rows["articles"].extend(_article_rows(facts))
        rows["mentions"].extend(_mention_rows(facts))
        rows["relations"].extend(_relation_row(facts, relation) for relation in facts.relations)
        rows["statistics"].extend(_statistic_row(facts, figure) for figure in facts.statistics)
        rows["descriptions"].extend(_description_rows(facts))
    rows["entities"].extend(entities.rows())
    return {name: frame(name, table) for name, table in rows.items()}


def frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """A table from its rows: all columns of the schema, typed, sorted, without duplicates.

    Strings are never missing (`""`); unknown numbers are NA (`Int64`, `Float64`).
    """
    columns = load().tables[name]
    table = pd.DataFrame(list(rows), columns=[column.name for column in columns], dtype=object)
    for column in columns:
        values = table[column.name]
        if column.type == "int":
            table[column.name] = pd.to_numeric(values).astype("Int64")
        elif column.type == "float":
            table[column.name] = pd.to_numeric(values).astype("Float64")
        else:
            table[column.name] = values.where(values.notna(), "").astype(str).astype(object)
    table = table.drop_duplicates()
    return table.sort_values(_SORT[name], kind="stable", ignore_index=True)


def place_codes(tables: Tables) -> dict[str, str]:
    """Entity id -> its adcode, or that of the division in which a place without a code of its own lies; others are missing."""
    entities = tables["entities"]
    rows = zip(entities["id"], entities["adcode"], entities["within"], strict=True)
    return {id_: adcode or within for id_, adcode, within in rows if adcode or within}


def disarm(value: str) -> str:
    """The cell with a leading apostrophe when a spreadsheet would run it as a formula."""
    if value.startswith(_FORMULA) or (value.startswith("'") and value[1:2] in {*_FORMULA, "'"}):
        return "'" + value
    return value


def _rearm(value: str) -> str:
    return value[1:] if value.startswith("'") and value[1:2] in {*_FORMULA, "'"} else value


def _cell(value: Any, column: Column) -> str:
    if column.type in {"int", "float"}:
        if value is pd.NA or value is None or (isinstance(value, float) and math.isnan(value)):
            return ""
        number = float(value)
        return str(int(number)) if number.is_integer() else repr(number)
    return disarm(str(value))


def write_csv(table: pd.DataFrame, columns: Iterable[Column], path: Path) -> None:
    """One table as CSV: UTF-8 with BOM, `\\r\\n` line ends (RFC 4180), formula cells disarmed."""
    chosen = list(columns)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([column.name for column in chosen])
        cells = [[_cell(value, column) for value in table[column.name]] for column in chosen]
        writer.writerows(zip(*cells, strict=True))


def write_tables(tables: Tables, folder: Path) -> None:
    """All tables as CSV and Parquet into an existing folder, ids beside their names; derived tables only if they are there."""
    names = dict(zip(tables["entities"]["id"], tables["entities"]["name"], strict=True)) if "entities" in tables else {}
    for name, columns in load().tables.items():
        if name not in tables:
            continue
        table = tables[name].copy(deep=False)
        for column in (column for column in columns if column.name_of):
            table[column.name] = pd.Series([names.get(id_, "") for id_ in table[column.name_of]], index=table.index, dtype=object)
        write_csv(table, columns, folder / f"{name}.csv")
        pq.write_table(pa.Table.from_pandas(table, preserve_index=False), folder / f"{name}.parquet")


def _read_table(path: Path, name: str) -> pd.DataFrame:
    columns = load().tables[name]
    csv.field_size_limit(2**31 - 1)
    try:
        reader = csv.DictReader(io.StringIO(csv_text(path), newline=""))
        have = set(reader.fieldnames or ())
        missing = [column.name for column in columns if column.required and column.name not in have]
        if missing:
            raise TableError("{path}: column {columns} is missing: add it (see schema/tables.yaml)", path=path, columns=", ".join(missing))
        rows = [{key: _rearm(value or "") for key, value in row.items() if key} for row in reader]
    except (ValueError, csv.Error) as error:
        raise TableError("{path}: not a CSV file in UTF-8 or GB18030 ({error}): save it as CSV UTF-8", path=path, error=error) from error
    for column in columns:
        if column.name_of:
            for row in rows:
                row.pop(column.name, None)  # made anew by write_tables: names may change
        if column.type in {"int", "float"}:
            for line, row in enumerate(rows, start=2):
                row[column.name] = _number(row.get(column.name, ""), column, path, line)  # type: ignore[assignment]
    return frame(name, rows)


def _number(text: str, column: Column, path: Path, line: int) -> float | None:
    if not text:
        if column.required:
            raise TableError("{path}:{line}: column {column} is empty: give a number", path=path, line=line, column=column.name)
        return None
    try:
        number = int(text) if column.type == "int" else float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise TableError("{path}:{line}: {column} is {text!r}: give a plain number", path=path, line=line, column=column.name, text=text)
    return number


def read_tables(folder: Path) -> Tables:
    """The tables in a folder. Missing files give empty tables, except entities.csv and mentions.csv.

    Raises TableError for a missing folder, table or column and for a value of the wrong type, AccessError.
    """
    if not is_folder(folder):
        raise TableError("{folder}: no such folder: give one that holds entities.csv and mentions.csv", folder=folder)
    found = {path.name for path in inside(folder)}
    tables: Tables = {}
    for name in load().tables:
        path = folder / f"{name}.csv"
        if path.name in found:
            tables[name] = _read_table(path, name)
        elif name in {"entities", "mentions"}:
            raise TableError("{path}: missing: a build starts from entities.csv and mentions.csv at least", path=path)
        else:
            tables[name] = frame(name, [])
    return tables


def read_build(out: Path) -> Tables:
    """The tables of a build's output folder. Raises TableError, with the command that makes a build, when there is none."""
    if not is_folder(out / "tables"):
        raise TableError("{out}: no build here: build one with `gonghui build PAGES --out {out}`", out=out)
    return read_tables(out / "tables")
