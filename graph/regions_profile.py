"""What a region does, by theme: counts that roll up from counties to cities and provinces, and the regions most like it."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from graph.divisions import ancestors, division_names
from graph.profiles import depth, regions_of
from graph.region_figures import figure_themes, places
from graph.tables import Tables, frame

LEVELS = {1: "province", 2: "prefecture", 3: "county", 4: "town"}
_UNSEEN = math.log(2) ** 2  # weight of one initiative under a theme that all regions have


@dataclass(slots=True)
class _Cell:
    """A region and a theme: initiatives (True: the region's own), the bodies that run them, numbers of figures, dates."""

    initiatives: dict[str, bool] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)
    figures: set[int] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)


def region_names(tables: Tables) -> dict[str, str]:
    """adcode -> official name: of the list of divisions, and of towns and zones that the pages name."""
    entities = tables["entities"]
    named = entities[(entities["type"] == "Region") & (entities["adcode"] != "")]
    return dict(zip(named["adcode"], named["name"], strict=True)) | division_names()


def first_dates(tables: Tables) -> dict[str, str]:
    """Initiative id -> the earliest date of a page that names or describes it. Pages without a date say nothing."""
    dates = {page: date for page, date in zip(tables["pages"]["page"], tables["pages"]["date"], strict=True) if date}
    first: dict[str, str] = {}
    for name in ("mentions", "descriptions"):
        for entity, page in zip(tables[name]["entity"], tables[name]["page"], strict=True):
            if page in dates:
                first[entity] = min(dates[page], first.get(entity, dates[page]))
    return first


def with_ancestors(codes: Iterable[str]) -> dict[str, bool]:
    """The codes (True) and the existing divisions above them (False)."""
    own = set(codes)
    above = {upper for code in own for upper in ancestors(code) if upper in division_names()}
    return {code: code in own for code in sorted(own | above)}


def region_themes(tables: Tables) -> pd.DataFrame:
    """The table `region_themes` (columns: schema/tables.yaml). An initiative counts for its regions and for all divisions above them,
    once each, under each of its themes. A town that only the place of a village tells counts for its county: it has no name here."""
    entities = tables["entities"]
    rows = entities[entities["type"] == "Initiative"]
    themes = {id_: names.split() for id_, names in zip(rows["id"], rows["themes"], strict=True)}
    runners: dict[str, set[str]] = defaultdict(set)
    for row in tables["relations"].itertuples():
        if row.relation == "runs":
            runners[row.tail].add(row.head)
    first, names = first_dates(tables), region_names(tables)
    cells: dict[tuple[str, str], _Cell] = defaultdict(_Cell)
    for id_, codes in regions_of(tables).items():
        for code, own in with_ancestors(_named(code, names) for code in codes).items():
            for theme in themes[id_]:
                cell = cells[code, theme]
                cell.initiatives[id_] = own
                cell.bodies |= runners[id_]
                cell.dates |= {first[id_]} if id_ in first else set()
    _count_figures(tables, names, cells)
    return frame("region_themes", (_row(code, names.get(code, code), theme, cell) for (code, theme), cell in cells.items()))


def _named(code: str, names: dict[str, str]) -> str:
    """The code itself, or that of the nearest division above it that has a name."""
    return next((upper for upper in (code, *ancestors(code)) if upper in names), code)


def _count_figures(tables: Tables, names: dict[str, str], cells: dict[tuple[str, str], _Cell]) -> None:
    """Counts the figures of initiatives, bodies and regions under their themes, where an initiative runs under them."""
    place, themes = places(tables), figure_themes(tables)
    for row in tables["statistics"].itertuples():
        if row.subject in place:
            for code in with_ancestors([_named(place[row.subject], names)]):
                for theme in themes.get(row.Index, ()):
                    if (code, theme) in cells:
                        cells[code, theme].figures.add(row.Index)


def _row(code: str, name: str, theme: str, cell: _Cell) -> dict[str, Any]:
    own = sum(cell.initiatives.values())
    return {
        "adcode": code, "region": name, "level": LEVELS[depth(code)], "theme": theme, "initiatives": len(cell.initiatives), "own": own,
        "via": "own" if own == len(cell.initiatives) else "both" if own else "rolled", "bodies": len(cell.bodies),
        "figures": len(cell.figures), "first": min(cell.dates, default=""), "ids": " ".join(sorted(cell.initiatives)),
    }  # fmt: skip


def named_within(tables: Tables, names: dict[str, str]) -> Callable[[str, str], str]:
    """(initiative id, adcode) -> its name, with its region behind it where it runs in a subdivision only: 送清凉(秀屿区)."""
    regions, entities = regions_of(tables), tables["entities"]
    called: dict[str, str] = dict(zip(entities["id"], entities["name"], strict=True))

    def name(id_: str, code: str) -> str:
        codes = regions.get(id_, ())
        below = next((own for own in codes if code in ancestors(own)), "")
        return called.get(id_, id_) + (f"({names.get(below, below)})" if below and code not in codes else "")

    return name


@dataclass(frozen=True, slots=True)
class Peer:
    """A region like another one: how alike their themes are (0 to 1), what both do and what only the peer does (theme ids)."""

    adcode: str
    score: float
    shared: tuple[str, ...]
    only: tuple[str, ...]


def peers(table: pd.DataFrame, adcode: str) -> list[Peer]:
    """The regions of the same level by the likeness of their themes (cosine of initiatives a theme, rare themes count more), best first.

    Each profile is as long as if it had a little of something unseen besides (`_UNSEEN`): one initiative in common is no likeness of 1.
    `table` is `region_themes`. Themes of a peer that the region lacks come in the order of the peer's number of initiatives.
    """
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for row in table[table["adcode"].map(depth) == depth(adcode)].itertuples():
        counts[row.adcode][row.theme] = int(row.initiatives)
    if adcode not in counts:
        return []
    regions_with: dict[str, int] = defaultdict(int)
    for themes in counts.values():
        for theme in themes:
            regions_with[theme] += 1
    vectors = {
        code: {theme: math.log1p(count) * math.log(1 + len(counts) / regions_with[theme]) for theme, count in themes.items()}
        for code, themes in counts.items()
    }
    mine = vectors[adcode]
    found = []
    for code, vector in vectors.items():
        shared = sorted(mine.keys() & vector.keys(), key=lambda theme: (-mine[theme] * vector[theme], theme))
        if code != adcode and shared:
            length = math.hypot(_UNSEEN, *mine.values()) * math.hypot(_UNSEEN, *vector.values())
            only = sorted(vector.keys() - mine.keys(), key=lambda theme: (-counts[code][theme], theme))
            score = sum(mine[theme] * vector[theme] for theme in shared) / length
            found.append(Peer(code, round(score, 4), tuple(shared), tuple(only)))
    return sorted(found, key=lambda peer: (-peer.score, peer.adcode))
