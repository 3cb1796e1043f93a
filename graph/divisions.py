"""Which administrative division lies in which, by GB/T 2260 code."""

import csv
from functools import cache

from graph.files import folder


@cache
def division_names() -> dict[str, str]:
    """Code -> official name, from data/regions/divisions.tsv (columns code, name, level, parent; see the file's source note)."""
    path = folder("data") / "regions" / "divisions.tsv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader((line for line in file if not line.startswith("#")), delimiter="\t")
        header = next(rows)
        code, name = header.index("code"), header.index("name")
        return {row[code]: row[name] for row in rows}


def ancestors(code: str) -> list[str]:
    """The codes above `code`, nearest first: a town (nine digits) lies in the county of its first six, a county in `xxyy00`, a city
    in `xx0000`. Placeholder codes that are no division (省直辖, 市辖区) may be among them: look them up before use.
    """
    above = [code[:6]] if len(code) > 6 else []
    county = code[:6]
    above += [upper for upper in (county[:4] + "00", county[:2] + "0000") if upper not in {code, county, *above}]
    return above
