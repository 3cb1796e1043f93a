"""Which administrative division lies in which, by GB/T 2260 code."""

from functools import cache

from graph.files import folder, read_rows


@cache
def division_names() -> dict[str, str]:
    """Code -> official name of provinces, prefectures and counties, from data/regions/divisions.tsv (its head names the source)."""
    rows = read_rows(folder("data") / "regions" / "divisions.tsv")
    return {row[0]: row[1] for row in rows}


def full_name(code: str, own: str = "") -> str:
    """The name of a division (`own`, if the list has it not) behind those that it lies in: 江苏省徐州市沛县."""
    names = division_names()
    return "".join(names[upper] for upper in reversed(ancestors(code)) if upper in names) + (names.get(code) or own or code)


def ancestors(code: str) -> list[str]:
    """The codes above `code`, nearest first: a town (nine digits) lies in the county of its first six, a county in `xxyy00`, a city
    in `xx0000`. Placeholder codes that are no division (省直辖, 市辖区) may be among them: look them up before use.
    """
    above = [code[:6]] if len(code) > 6 else []
    above += [upper for upper in (code[:4] + "00", code[:2] + "0000") if upper not in {code, *above}]
    return above
