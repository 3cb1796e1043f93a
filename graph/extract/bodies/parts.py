"""What a body's name is made of, as the recognisers hand it on."""

from dataclasses import dataclass

from graph.extract.language.lexicon import Family
from graph.extract.language.name_parts import Part

__all__ = ["TIER_NAMES", "Name"]

TIER_NAMES = {
    "省": "province", "市": "city", "州": "city", "盟": "city", "县": "county", "旗": "county", "区": "district",
    "镇": "town", "乡": "town", "街": "town", "村": "village",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A body's name in the view.

    `sort`: full, or what stands for its region: province, city, county, district, town, village, zone, bare.
    """

    family: Family
    start: int
    end: int
    sort: str
    parts: tuple[Part, ...]
