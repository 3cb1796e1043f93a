"""Regions side by side: what each does under a theme, and the same measures in one row. Nothing is summed or converted.

examples:
  gonghui compare out 滨海县 洪泽区 新吴区
  gonghui compare out 320922 320813 --format xlsx -o 对照.xlsx
"""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from graph.errors import QueryError
from graph.lookup import find_region
from graph.messages import tell
from graph.region_figures import RegionFigure, region_figures
from graph.regions_command import theme_label
from graph.regions_profile import named_within, region_names, region_themes
from graph.show import Sheet, add_output_arguments, show
from graph.tables import Tables, read_build

_NAMED = 4  # initiatives named in a cell


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """OUT, REGION..., --format, --output."""
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("the folder of a build"))
    parser.add_argument("regions", metavar="REGION", nargs="+", help=tell("names or codes of two and more regions"))
    add_output_arguments(parser)


def _measures(figures: dict[str, list[RegionFigure]], codes: Sequence[str]) -> dict[tuple[str, str], dict[str, list[RegionFigure]]]:
    """(measure, unit) -> adcode -> figures; measures that more regions share first."""
    found: dict[tuple[str, str], dict[str, list[RegionFigure]]] = defaultdict(lambda: defaultdict(list))
    for code in codes:
        for figure in figures.get(code, []):
            if figure.measure:  # of what is not said can't stand beside others
                found[figure.measure, figure.unit][code].append(figure)
    return dict(sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0])))


def answer(tables: Tables, given: Sequence[str]) -> list[Sheet]:
    """Sheets: themes by region (what runs in a subdivision bears its name), measures by region (shared ones first), and the sentences
    behind the shared ones.

    Raises QueryError with candidates when a region is not clear, and when fewer than two are given.
    """
    table, names, figures = region_themes(tables), region_names(tables), region_figures(tables)
    known = {code: names.get(code, code) for code in [*table["adcode"], *figures]}
    codes = list(dict.fromkeys(find_region(known, name) for name in given))
    if len(codes) < 2:
        raise QueryError("give two or more different regions")
    called = named_within(tables, names)
    cells = {(row.theme, row.adcode): row.ids.split() for row in table.itertuples() if row.adcode in codes}
    columns = tuple((code, known[code]) for code in codes)
    themes = [
        {"theme": theme_label(theme)} | {code: _cell([called(id_, code) for id_ in cells.get((theme, code), [])]) for code in codes}
        for theme in sorted({theme for theme, _ in cells}, key=lambda theme: (-sum((theme, code) in cells for code in codes), theme))
    ]
    measures = _measures(figures, codes)
    rows = [
        {"measure": name, "theme": _themes(by_region)}
        | {code: "、".join(dict.fromkeys(figure.text for figure in by_region.get(code, []))) for code in codes}
        for (name, _), by_region in measures.items()
    ]
    evidence = [
        {"measure": figure.measure, "region": known[code], "value": figure.text, "subject": figure.subject, "sentence": figure.sentence,
         "source": f"{figure.page}:{figure.start}-{figure.end}"}
        for by_region in measures.values() if len(by_region) > 1 for code in codes for figure in by_region.get(code, [])
    ]  # fmt: skip
    proof = (("measure", "指标"), ("region", "地区"), ("value", "数值"), ("subject", "主体"), ("sentence", "原文"), ("source", "出处"))
    return [
        Sheet("themes", "主题", (("theme", "主题"), *columns), themes),
        Sheet("measures", "数据", (("measure", "指标"), ("theme", "主题"), *columns), rows),
        Sheet("evidence", "共同指标的原文", proof, evidence),
    ]  # fmt: skip


def _themes(by_region: dict[str, list[RegionFigure]]) -> str:
    """The themes that all figures of a measure have, the rest is told by what else their sentences speak of."""
    figures = [figure for found in by_region.values() for figure in found]
    return "、".join(theme_label(theme) for theme in figures[0].themes if all(theme in other.themes for other in figures))


def _cell(names: Sequence[str]) -> str:
    if not names:
        return ""
    rest = f" 等{len(names)}项" if len(names) > _NAMED else ""
    return f"{len(names)}:{'、'.join(names[:_NAMED])}{rest}"


def run(args: argparse.Namespace) -> int:
    """Shows the comparison."""
    show(answer(read_build(args.out), args.regions), args)
    return 0
