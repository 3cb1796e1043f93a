"""What a region does: its themes and initiatives, its figures, the regions most like it, and what those do and it does not.

examples:
  gonghui regions out 沛县
  gonghui regions out 江苏省 --format md
  gonghui regions out 320322 --format xlsx -o 沛县.xlsx
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd

from graph.lookup import find_region
from graph.messages import tell
from graph.model import load
from graph.profiles import Profile, profiles
from graph.region_figures import RegionFigure, region_figures
from graph.regions_profile import Peer, first_dates, named_within, peers, region_names, region_themes
from graph.show import Sheet, add_output_arguments, show
from graph.tables import Tables, read_build

_PEERS = 8
_VIA = {"own": "本级", "rolled": "下级", "both": "本级和下级"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """OUT, REGION, --format, --output."""
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("the folder of a build"))
    parser.add_argument("region", metavar="REGION", help=tell("name or code of a region"))
    add_output_arguments(parser)


def theme_label(theme: str) -> str:
    """The Chinese label of a theme id, or the id itself."""
    known = load().themes
    return known[theme].zh if theme in known else theme


def _themes(mine: pd.DataFrame) -> Sheet:
    columns = (
        ("theme", "主题"), ("initiatives", "举措"), ("own", "其中本级"), ("via", "来自"), ("bodies", "机构"), ("figures", "数据"),
        ("first", "最早见报"),
    )  # fmt: skip
    rows = [
        {"theme": theme_label(row.theme), "initiatives": int(row.initiatives), "own": int(row.own), "via": _VIA[row.via],
         "bodies": int(row.bodies), "figures": int(row.figures), "first": row.first}
        for row in mine.sort_values(["initiatives", "theme"], ascending=[False, True], kind="stable").itertuples()
    ]  # fmt: skip
    return Sheet("themes", "主题", columns, rows)


def _initiatives(found: Sequence[Profile], names: dict[str, str], first: dict[str, str]) -> Sheet:
    columns = (("name", "举措"), ("region", "地区"), ("themes", "主题"), ("first", "最早见报"), ("quote", "原文"), ("source", "出处"))
    rows = []
    for profile in sorted(found, key=lambda p: (first.get(p.id, "9999"), p.region, p.name)):
        sentence = profile.sentences[0] if profile.sentences else None
        rows.append(
            {"name": profile.name, "region": names.get(profile.region, profile.region), "first": first.get(profile.id, ""),
             "themes": "、".join(map(theme_label, profile.themes)), "quote": sentence.text if sentence else "",
             "source": f"{sentence.page}:{sentence.start}-{sentence.end}" if sentence else ""}
        )  # fmt: skip
    return Sheet("initiatives", "举措(按最早见报日期)", columns, rows)


def figures_sheet(figures: Sequence[RegionFigure]) -> Sheet:
    """Figures with the dates of their pages and their sentences."""
    columns = (
        ("measure", "指标"), ("value", "数值"), ("date", "见报日期"), ("subject", "主体"), ("sentence", "原文"), ("source", "出处"),
    )  # fmt: skip
    rows = [
        {"measure": f.measure, "value": f.text, "date": f.date, "subject": f.subject, "sentence": f.sentence,
         "source": f"{f.page}:{f.start}-{f.end}"}
        for f in figures
    ]  # fmt: skip
    return Sheet("figures", "数据", columns, rows)


def _peers(found: Sequence[Peer], names: dict[str, str]) -> Sheet:
    columns = (("region", "地区"), ("score", "主题相似度"), ("shared", "共同主题"), ("only", "它有而本地未见的主题"))
    rows = [
        {"region": names.get(peer.adcode, peer.adcode), "score": peer.score, "shared": "、".join(map(theme_label, peer.shared)),
         "only": "、".join(map(theme_label, peer.only))}
        for peer in found
    ]  # fmt: skip
    return Sheet("peers", "同级地区中主题最相近的", columns, rows)


def _missing(found: Sequence[Peer], table: pd.DataFrame, names: dict[str, str], called: Callable[[str, str], str]) -> Sheet:
    """What the peers run under themes that the region lacks."""
    ids = {(row.adcode, row.theme): row.ids.split() for row in table.itertuples()}
    columns = (("theme", "主题"), ("region", "地区"), ("initiatives", "举措"))
    rows = [
        {"theme": theme_label(theme), "region": names.get(peer.adcode, peer.adcode),
         "initiatives": "、".join(called(id_, peer.adcode) for id_ in ids[peer.adcode, theme])}
        for theme in dict.fromkeys(theme for peer in found for theme in peer.only)
        for peer in found if theme in peer.only
    ]  # fmt: skip
    return Sheet("missing", "相近地区在做而本地未见报道的", columns, rows)


def answer(tables: Tables, given: str) -> list[Sheet]:
    """The sheets of a region's profile. Raises QueryError with candidates when the region is not clear or has no initiatives."""
    table, names, found = region_themes(tables), region_names(tables), profiles(tables)
    code = find_region({code: names.get(code, code) for code in table["adcode"]}, given)
    mine = table[table["adcode"] == code]
    here = {id_ for ids in mine["ids"] for id_ in ids.split()}
    near = peers(table, code)[:_PEERS]
    sheets = [_themes(mine), _initiatives([p for p in found if p.id in here], names, first_dates(tables))]
    sheets += [figures_sheet(region_figures(tables).get(code, [])), _peers(near, names)]
    sheets.append(_missing(near, table, names, named_within(tables, names)))
    return [Sheet(s.key, f"{names.get(code, code)} · {s.title}", s.columns, s.rows) for s in sheets]


def run(args: argparse.Namespace) -> int:
    """Shows the profile."""
    show(answer(read_build(args.out), args.region), args)
    return 0
