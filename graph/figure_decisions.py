"""What human decisions do to figures and to the dates of pages (see decisions.py). Each says whether it changed anything.

A figure is named by its page and a passage of it (`quote`) that holds this figure alone.
"""

import re

import pandas as pd

from graph.tables import Tables

# A plain number and its unit, as the columns `value` and `unit` hold them.
VALUE = re.compile(r"(\d+(?:\.\d+)?)\s*(\D.*)")
# The date of a page: YYYY, YYYY-MM or YYYY-MM-DD.
DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def _figure(tables: Tables, page: str, quote: str) -> "pd.Series[bool]":
    """Which rows are the figure: none when the passage is not on the page or holds several figures."""
    rows, pages = tables["statistics"], tables["pages"]
    texts = pages.loc[pages["page"] == page, "text"]
    found = [] if texts.empty else [at.start() for at in re.finditer(re.escape(quote), texts.iloc[0])]
    inside = pd.Series(False, index=rows.index)
    for start in found:
        inside |= (rows["page"] == page) & (rows["start"] >= start) & (rows["end"] <= start + len(quote))
    return inside if rows.loc[inside, "start"].nunique() == 1 else inside & False


def _change(tables: Tables, hit: "pd.Series[bool]", **cells: object) -> bool:
    rows = tables["statistics"]
    changed = any((rows.loc[hit, column] != cell).any() for column, cell in cells.items())
    if changed:
        for column, cell in (cells | {"rule": "decision", "confidence": pd.NA}).items():
            rows.loc[hit, column] = cell
    return changed


def subject(tables: Tables, page: str, quote: str, wanted: str) -> bool:
    """The figure belongs to the entity of the id `wanted`."""
    known = bool((tables["entities"]["id"] == wanted).any())
    return known and _change(tables, _figure(tables, page, quote), subject=wanted)


def measure(tables: Tables, page: str, quote: str, wanted: str) -> bool:
    """What was counted is `wanted`."""
    return _change(tables, _figure(tables, page, quote), measure=wanted)


def value(tables: Tables, page: str, quote: str, wanted: str) -> bool:
    """The figure is `wanted`: a plain number and its unit (25 家)."""
    number, unit = VALUE.fullmatch(wanted).groups()  # type: ignore[union-attr]  # checked where decisions are read
    return _change(tables, _figure(tables, page, quote), value=float(number), unit=unit)


def drop_figure(tables: Tables, page: str, quote: str, _: str) -> bool:
    """It is no figure of anybody."""
    hit = _figure(tables, page, quote)
    tables["statistics"] = tables["statistics"][~hit]
    return bool(hit.any())


def date(tables: Tables, page: str, _: str, wanted: str) -> bool:
    """The page is of the day (month, year) `wanted`."""
    pages = tables["pages"]
    hit = (pages["page"] == page) & (pages["date"] != wanted)
    pages.loc[hit, "date"] = wanted
    return bool(hit.any())
