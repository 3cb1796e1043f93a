"""Total unions that share their head in a list: 甲市、乙市、丙市总工会."""

from collections.abc import Iterator, Mapping

from graph.extract.bodies.parts import Name
from graph.extract.language.name_parts import TIERS
from graph.extract.places.gazetteer import gazetteer

__all__ = ["sharing"]

_COUNTIES = frozenset("市县区旗")


def sharing(view: str, floor: int, name: Name, regions: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The regions left of a region's total union that share its head: all named in full (瑞丰市、云溪县总工会), or all short,
    or short before a last one in full that gives them its tier (甲、乙、丙市总工会)."""
    if name.family.name != "union.total" or any(part.kind != "region" for part in name.parts) or not name.parts:
        return
    tier = _tier(name.parts[-1].text)
    for first, last in _listed(view, floor, name.start, regions):
        text = view[first:last]
        own = _tier(text)
        short = tier and not own and any(d.name == text + tier for d in gazetteer().candidates(text))
        if own != tier and not short and not {own, tier} <= _COUNTIES:
            return
        yield first, last


def _listed(view: str, floor: int, start: int, regions: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    while start > floor and view[start - 1] in "、和与及":
        region = _region(view, floor, start - 1, regions)
        if region is None:
            return
        yield region
        start = region[0]


def _region(view: str, floor: int, end: int, regions: Mapping[int, int]) -> tuple[int, int] | None:
    """The region, with the regions around it (江苏吴江), that ends at a place."""
    first = regions.get(end)
    if first is None or first < floor:
        return None
    while regions.get(first, -1) >= floor:
        first = regions[first]
    return first, end


def _tier(region: str) -> str:
    return region[-1] if len(region) > 2 and region[-1] in TIERS else ""
