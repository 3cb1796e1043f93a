"""Entities that the name of a body implies without a mention: its division, the company of its union, the union of its sub-body."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from graph.extract.linking.body_forms import either, is_company_pointer, is_full_company
from graph.extract.linking.identity import Identity, fold, organ_key
from graph.extract.linking.short_names import core
from graph.extract.linking.zones import Zone
from graph.extract.places.gazetteer import gazetteer
from graph.records import Entity, Mention, entity_id

__all__ = ["implied"]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Unions of a company (某某有限公司(某车间)工会), branches of industry (某省煤矿), offices of a total union (某市总工会帮扶中心),
    unions of a hospital, a school or an office (某县人民医院工会)."""
    return (
        re.compile(rf"(?P<who>.{{2,}}{either('owner')}).{{0,10}}?工会(?:委员会)?\Z|(?P<firm>.{{2,}}{either('firm')})工会(?:委员会)?\Z"),
        re.compile(rf"[省市县区州盟旗](?:属|直)?{either('branch')}\Z"),
        re.compile(rf"(?P<who>.{{2,}}?总工会).{{2,}}{either('office')}\Z"),
        re.compile(rf"(?P<who>.{{3,}}{either('public_unit')})(?:机关)?工会(?:委员会)?\Z"),
    )


class _Names:
    """Names, asked by bisection for one that is a longer or shorter form of another."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = set(names)
        self._sorted = sorted(self._names)
        self._backwards = sorted(name[::-1] for name in self._names)

    def akin(self, name: str) -> bool:
        """Whether one of the names ends `name`, ends with it or begins with it."""
        if any(name[start:] in self._names for start in range(len(name))):
            return True
        for names, wanted in ((self._sorted, name), (self._backwards, name[::-1])):
            place = bisect_left(names, wanted)
            if place < len(names) and names[place].startswith(wanted):
                return True
        return False


def _is_group(name: str) -> bool:
    """Whether a name is that of one group, were it as short as 某某集团, and no 集团 or 集团公司 that points back."""
    return name.endswith("集团") and len(core(name)) >= 2 and not is_company_pointer(name)


def _company(name: str, adcode: str | None, known: _Names) -> Iterator[Entity]:
    company, branch, _, _ = _patterns()
    hit = company.match(name)
    if hit is None:
        return
    who = hit["who"] or hit["firm"]
    if not (hit["firm"] or is_full_company(who) or _is_group(who)) or branch.search(who):
        return
    # The company may be known by a longer or shorter form of its name.
    if not known.akin(who):
        yield Entity(entity_id("Company", fold(who)), "Company", who, fold(who), adcode)


def _unit(name: str, adcode: str | None, known: _Names) -> Iterator[Entity]:
    hit = _patterns()[3].match(name)
    if hit is None or "公司" in hit["who"] or _patterns()[0].match(name) or known.akin(hit["who"]):
        return
    division = gazetteer().get(adcode) if adcode else None
    own = hit["who"].removeprefix(division.name) if division is not None else hit["who"]
    key = f"{adcode}|{organ_key(own)}" if own not in {"", hit["who"]} else organ_key(hit["who"])
    yield Entity(entity_id("Organization", key), "Organization", hit["who"], key, adcode)


def _parent(name: str, adcode: str | None) -> Iterator[Entity]:
    hit = _patterns()[2].match(name)
    division = gazetteer().get(adcode) if adcode else None
    if hit is not None and division is not None and division.name in hit["who"]:
        key = f"{division.code}|总工会"
        yield Entity(entity_id("Union", key), "Union", hit["who"], key, division.code)


def implied(found: Mapping[Mention, Identity], zones: Mapping[str, Zone]) -> Iterator[Entity]:
    """The entities without a mention, some of which may be mentioned elsewhere; names only of bodies that the text calls in full.
    `zones` are those of the page by their key."""
    known = _Names(i.name for m, i in found.items() if m.type == "Company")
    units = _Names(i.name for m, i in found.items() if m.type == "Organization")
    for mention, identity in found.items():
        division = gazetteer().get(identity.adcode) if identity.adcode else None
        if division is not None:
            yield Entity(entity_id("Region", division.code), "Region", division.name, division.code, division.code)
        zone = zones.get(identity.key.rsplit("|", 1)[0]) if mention.type == "Union" else None
        if zone is not None:
            yield Entity(entity_id("Region", zone.key), "Region", zone.name, zone.key, within=zone.within)
        if mention.type == "Union" and (identity.rank == 2 or identity.link == "tier"):
            yield from _company(identity.name, identity.adcode, known)
            yield from _unit(identity.name, identity.adcode, units)
        if mention.type in ("Union", "Organization"):
            yield from _parent(identity.name, identity.adcode)
