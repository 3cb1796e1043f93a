"""Regions side by side: what each does under a theme, the same measures in one row, and what differs in sentences to quote.

Nothing is summed or converted.

examples:
  gonghui compare out 滨海县 洪泽区 新吴区
  gonghui compare out 320922 320813 --format xlsx -o 对照.xlsx
"""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph.differences import Difference, aspect_name, dated, of_dates, of_facets, of_figures
from graph.divisions import full_name
from graph.errors import QueryError
from graph.lookup import find_region
from graph.messages import tell
from graph.profiles import Profile, profiles
from graph.region_figures import RegionFigure, region_figures
from graph.regions_command import theme_label
from graph.regions_profile import first_dates, named_within, region_names, region_themes
from graph.show import Sheet, add_output_arguments, show
from graph.tables import Tables, read_build

_NAMED = 4  # initiatives named in a cell
_Cells = dict[str, dict[str, list[str]]]  # theme -> adcode -> ids of initiatives


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
    """Sheets: themes by region (what runs in a subdivision bears its name), measures by region with the dates of their pages (shared ones
    first), what differs in sentences to quote, then the initiatives under shared themes and the figures of shared measures with theirs.

    Raises QueryError with candidates when a region is not clear, and when fewer than two are given.
    """
    table, names, figures = region_themes(tables), region_names(tables), region_figures(tables)
    known = {code: names.get(code, code) for code in [*table["adcode"], *figures]}
    codes = list(dict.fromkeys(find_region(known, name) for name in given))
    if len(codes) < 2:
        raise QueryError("give two or more different regions")
    regions = _called(codes, known)
    unsorted: _Cells = defaultdict(dict)
    for row in table.itertuples():
        if row.adcode in regions:
            unsorted[row.theme][row.adcode] = row.ids.split()
    cells = dict(sorted(((theme, _ordered(own, codes)) for theme, own in unsorted.items()), key=lambda entry: (-len(entry[1]), entry[0])))
    measures = _measures(figures, codes)
    rows = [
        {"measure": name, "theme": _themes(by_region)}
        | {code: "、".join(dict.fromkeys(map(dated, by_region.get(code, [])))) for code in codes}
        for (name, _), by_region in measures.items()
    ]
    columns = tuple(regions.items())
    shared = _Shared(
        {theme: own for theme, own in cells.items() if len(own) > 1}, {key: own for key, own in measures.items() if len(own) > 1},
        regions, first_dates(tables), {profile.id: profile for profile in profiles(tables)},
    )  # fmt: skip
    called = named_within(tables, names)
    themes = [
        {"theme": theme_label(theme)} | {code: _cell([called(id_, code) for id_ in own.get(code, [])]) for code in codes}
        for theme, own in cells.items()
    ]
    return [
        Sheet("themes", "主题", (("theme", "主题"), *columns), themes),
        Sheet("measures", "数据", (("measure", "指标"), ("theme", "主题"), *columns), rows),
        shared.differences(), shared.initiatives(), shared.figures(),
    ]  # fmt: skip


def _ordered(cells: dict[str, list[str]], codes: Sequence[str]) -> dict[str, list[str]]:
    return {code: cells[code] for code in codes if code in cells}


def _called(codes: Sequence[str], known: dict[str, str]) -> dict[str, str]:
    """Code -> name, with those above it where two of the regions bear the same."""
    same = [known[code] for code in codes]
    return {code: known[code] if same.count(known[code]) == 1 else full_name(code, known[code]) for code in codes}


@dataclass(frozen=True, slots=True)
class _Shared:
    """What more than one of the regions has: theme -> adcode -> ids of initiatives, (measure, unit) -> adcode -> figures; the names of
    the regions, the first dates and the profiles of the initiatives."""

    themes: _Cells
    measures: dict[tuple[str, str], dict[str, list[RegionFigure]]]
    regions: dict[str, str]
    first: dict[str, str]
    found: dict[str, Profile]

    def differences(self) -> Sheet:
        """A sentence a row."""
        rows = []
        for theme, cells in self.themes.items():
            dates = {self.regions[code]: [self.first.get(id_, "") for id_ in ids] for code, ids in cells.items()}
            told = {self.regions[code]: [self.found[id_] for id_ in ids] for code, ids in cells.items()}
            rows += [_difference(theme_label(theme), each) for each in (of_dates(dates), *of_facets(told))]
        for (name, _), by_region in self.measures.items():
            rows.append(_difference(name, of_figures({self.regions[code]: by_region[code] for code in self.regions if code in by_region})))
        columns = (("about", "主题或指标"), ("aspect", "方面"), ("words", "异同"))
        return Sheet("differences", "异同", columns, rows, whole=("about", "words"))

    def initiatives(self) -> Sheet:
        """The initiatives under the shared themes, each with its first date and a sentence."""
        columns = (
            ("theme", "主题"), ("region", "地区"), ("name", "举措"), ("first", "最早见报"), ("quote", "原文"), ("source", "出处"),
        )  # fmt: skip
        rows = []
        for theme, cells in self.themes.items():
            for code, ids in cells.items():
                for profile in sorted((self.found[id_] for id_ in ids), key=lambda p: (self.first.get(p.id, "9999"), p.name, p.id)):
                    sentence = profile.sentences[0] if profile.sentences else None
                    rows.append(
                        {"theme": theme_label(theme), "region": self.regions[code], "name": profile.name,
                         "first": self.first.get(profile.id, ""), "quote": sentence.text if sentence else "",
                         "source": f"{sentence.page}:{sentence.start}-{sentence.end}" if sentence else ""}
                    )  # fmt: skip
        return Sheet("initiatives", "共同主题的举措", columns, rows)

    def figures(self) -> Sheet:
        """The figures of the shared measures with their dates and sentences."""
        columns = (
            ("measure", "指标"), ("region", "地区"), ("value", "数值"), ("date", "见报日期"), ("subject", "主体"), ("sentence", "原文"),
            ("source", "出处"),
        )  # fmt: skip
        rows = [
            {"measure": figure.measure, "region": self.regions[code], "value": figure.text, "date": figure.date,
             "subject": figure.subject, "sentence": figure.sentence, "source": f"{figure.page}:{figure.start}-{figure.end}"}
            for by_region in self.measures.values() for code in self.regions for figure in by_region.get(code, [])
        ]  # fmt: skip
        return Sheet("evidence", "共同指标的原文", columns, rows)


def _difference(about: str, said: Difference) -> dict[str, str]:
    return {"about": about, "aspect": aspect_name(said.aspect), "words": said.zh, "words_en": said.en}


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
    """Shows the comparison; machine formats also carry the differences in English."""
    sheets = answer(read_build(args.out), args.regions)
    if args.format in {"csv", "json", "xlsx"}:
        more = {"differences": (("words_en", "异同(英文)"),)}
        sheets = [replace(sheet, columns=(*sheet.columns, *more.get(sheet.key, ()))) for sheet in sheets]
    show(sheets, args)
    return 0
