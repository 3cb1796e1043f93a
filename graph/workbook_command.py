"""One Excel workbook of a build for people who read Chinese: entities, relations, figures, similar initiatives, regions by theme.

The heads and the names of types, relations, kinds and themes are Chinese (schema/workbook.yaml); tables/*.csv keep the English ones, which
programs rely on, and hold what Excel has no room for.

examples:
  gonghui workbook out                     writes 图谱.xlsx into the current folder
  gonghui workbook out -o 2024年图谱.xlsx
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from graph.errors import OutputError
from graph.facets import measure
from graph.files import folder, read_yaml
from graph.messages import say, tell
from graph.model import load
from graph.regions_profile import region_names
from graph.show import EXCEL_ROWS, Sheet, cut_cells, workbook
from graph.tables import Tables, read_build

_LISTS = {"themes": " ", "pages": " ", "aliases": "|"}  # columns that hold several values, and what stands between them


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """OUT and --output."""
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("the folder of a build"))
    said = tell("the workbook (default: 图谱.xlsx)")
    parser.add_argument("-o", "--output", type=Path, default=Path("图谱.xlsx"), metavar="FILE", help=said)


def _words(tables: Tables, fixed: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Way of telling a value (`as` in schema/workbook.yaml) -> value of a table -> what people read."""
    model = load()
    return {
        "class": {name: kind.zh for name, kind in model.classes.items()},
        "relation": {name: relation.zh for name, relation in model.relations.items()},
        "kind": {kind: zh for kind, (zh, _) in measure().kinds.items()},
        "theme": {theme.id: theme.zh for theme in model.themes.values()},
        "region": region_names(tables),
        "entity": dict(zip(tables["entities"]["id"], tables["entities"]["name"], strict=True)),
        "date": dict(zip(tables["pages"]["page"], tables["pages"]["date"], strict=True)),
    } | fixed


def _rows(table: pd.DataFrame, columns: dict[str, dict[str, str]], words: dict[str, dict[str, str]]) -> Iterator[dict[str, Any]]:
    for row in table.to_dict("records"):
        out: dict[str, Any] = {}
        for key, column in columns.items():
            name = column.get("of", key)
            value = row[name]
            if isinstance(value, str):
                told = words.get(column.get("as", ""), {})
                parts = filter(None, value.split(_LISTS[name])) if name in _LISTS else [value]
                out[key] = "、".join(told.get(part, part) for part in parts)
            else:
                out[key] = None if pd.isna(value) else int(value) if float(value).is_integer() else float(value)
        yield out


def _with_sentences(figures: pd.DataFrame, pages: pd.DataFrame) -> pd.DataFrame:
    """The figures with the sentence that each stands in, cut from its page."""
    texts = dict(zip(pages["page"], pages["text"], strict=True))
    spans = zip(figures["page"], figures["sentence_start"].fillna(0), figures["sentence_end"].fillna(0), strict=True)
    return figures.assign(sentence=[texts.get(page, "")[start:end] for page, start, end in spans])


def sheets(tables: Tables) -> list[Sheet]:
    """The sheets of the workbook, as schema/workbook.yaml says; what Excel has no rows for is left out."""
    plan = read_yaml(folder("schema") / "workbook.yaml")
    words = _words(tables, plan["words"])
    tables = tables | {"statistics": _with_sentences(tables["statistics"], tables["pages"])}
    found = []
    for name, sheet in plan["sheets"].items():
        heads = tuple((key, column["zh"]) for key, column in sheet["columns"].items())
        table = tables[name].head(EXCEL_ROWS)
        found.append(Sheet(name, sheet["zh"], heads, list(_rows(table, sheet["columns"], words))))
    return found


def run(args: argparse.Namespace) -> int:
    """Writes the workbook and says what Excel has no room for. Raises OutputError."""
    tables = read_build(args.out)
    found = sheets(tables)
    try:
        args.output.write_bytes(workbook(found))
    except OSError as error:
        raise OutputError(
            "{output}: {reason}: close it in Excel, or choose another file", output=args.output, reason=error.strerror
        ) from error
    for sheet in found:
        left = len(tables[sheet.key]) - len(sheet.rows)
        if left:
            template = "{title}: {left} rows left out, since Excel holds {most}: tables/{key}.csv has all"
            say(template, title=sheet.title, left=left, most=EXCEL_ROWS, key=sheet.key)
    if cut := cut_cells(found):
        say("{output}: {count} cells cut at the characters that Excel holds: tables/*.csv have them whole", output=args.output, count=cut)
    say("wrote {output}: {sheets}", output=args.output, sheets=", ".join(f"{sheet.title} {len(sheet.rows)}" for sheet in found))
    return 0
