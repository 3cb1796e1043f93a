"""One Excel workbook of a build for people who read Chinese: articles, entities, relations, figures, similar initiatives, regions by theme.

Every sheet has filter buttons over its columns. The heads and the names of types, relations, kinds and themes are Chinese
(schema/workbook.yaml); tables/*.csv keep the English ones, which programs rely on, and hold what Excel has no room for.

examples:
  gonghui workbook out                     writes 图谱.xlsx into the current folder
  gonghui workbook out -o 2024年图谱.xlsx
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from graph.errors import OutputError
from graph.facets import measure
from graph.files import folder, read_yaml
from graph.messages import say, tell
from graph.model import load
from graph.region_figures import places
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
        "paper": dict(zip(tables["pages"]["page"], tables["pages"]["paper"], strict=True)),
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


def _themes(tables: Tables) -> list[str]:
    """Of each figure the themes of whose it is, and of the initiatives that its sentence names."""
    themes = dict(zip(tables["entities"]["id"], tables["entities"]["themes"], strict=True))
    named: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in tables["mentions"].itertuples():
        if themes.get(row.entity):
            named[row.page].append((row.start, row.entity))
    found = []
    for row in tables["statistics"].itertuples():
        inside = pd.notna(row.sentence_start) and pd.notna(row.sentence_end)
        beside = [entity for start, entity in named[row.page] if inside and row.sentence_start <= start < row.sentence_end]
        found.append(" ".join(dict.fromkeys(theme for entity in (row.subject, *beside) for theme in themes.get(entity, "").split())))
    return found


def _figures(tables: Tables) -> pd.DataFrame:
    """The figures with the sentence that each stands in, cut from its page, the region that it tells of, and themes."""
    figures, pages = tables["statistics"], tables["pages"]
    texts = dict(zip(pages["page"], pages["text"], strict=True))
    spans = zip(figures["page"], figures["sentence_start"].fillna(0), figures["sentence_end"].fillna(0), strict=True)
    place = places(tables)
    return figures.assign(
        sentence=[texts.get(page, "")[start:end] for page, start, end in spans],
        region=[place.get(subject, "") for subject in figures["subject"]],
        themes=_themes(tables),
    )


def sheets(tables: Tables) -> list[Sheet]:
    """The sheets of the workbook, as schema/workbook.yaml says; what Excel has no rows for is left out."""
    plan = read_yaml(folder("schema") / "workbook.yaml")
    words = _words(tables, plan["words"])
    tables = tables | {"statistics": _figures(tables)}
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
