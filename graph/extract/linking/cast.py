"""The entities of a page by their names: whose name another name holds or ends with, found without a look at every entity."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import takewhile

from graph.records import Entity

#: The types of entity that act.
ACTORS = frozenset({"Union", "Company", "Organization"})
#: What the name of a division ends in and its short form leaves out.
SUFFIXES = ("自治区", "自治州", "自治县", "街道", *"省市县区镇乡州盟旗")


class Cast:
    """The entities of a page by id; the indexes are made when they are first asked for, once a page."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self.entities = entities

    @cached_property
    def regions(self) -> tuple[Entity, ...]:
        """The regions of the page."""
        return tuple(entity for entity in self.entities.values() if entity.type == "Region")

    @cached_property
    def divisions(self) -> dict[str, str]:
        """The code of each division of the page and the region that bears it."""
        return {region.adcode: region.id for region in self.regions if region.adcode}

    @cached_property
    def zones(self) -> dict[str, str]:
        """The key of each region without a code of its own -> its id; the keys of a zone's bodies open with it."""
        return {region.key: region.id for region in self.regions if not region.adcode}

    @cached_property
    def unions(self) -> dict[str, str]:
        """The code of each division and its general union."""
        found: dict[str, str] = {}
        for entity in self.entities.values():
            if entity.type == "Union" and entity.adcode and entity.name.endswith("总工会"):
                found[entity.adcode] = min(entity.id, found.get(entity.adcode, entity.id))
        return found

    @cached_property
    def _with_code(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for region in self.regions:
            if region.adcode:
                found.setdefault(region.adcode, []).append(region.id)
        return found

    @cached_property
    def _region_names(self) -> dict[str, list[str]]:
        """Full and short names (洪泽区, 洪泽) of regions -> ids."""
        found: dict[str, list[str]] = {}
        for region in self.regions:
            short = next((region.name.removesuffix(end) for end in SUFFIXES if region.name.endswith(end)), region.name)
            for name in {region.name, short} if len(short) > 1 else {region.name}:
                found.setdefault(name, []).append(region.id)
        return found

    @cached_property
    def _region_lengths(self) -> list[int]:
        return sorted({len(name) for name in self._region_names})

    def coded(self, code: str) -> list[str]:
        """The ids of the regions that bear a code."""
        return self._with_code.get(code, [])

    @cached_property
    def _places(self) -> dict[str, int]:
        return {region.id: place for place, region in enumerate(self.regions)}

    def bearing(self, codes: Iterable[str]) -> list[Entity]:
        """The regions that bear one of the codes, in the order of the page."""
        return [self.regions[place] for place in sorted(self._places[region] for code in codes for region in self.coded(code))]

    def regions_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, id) of each region whose full or short name the text holds, where it first does."""
        seen: set[str] = set()
        for start in range(len(text)):
            for length in self._region_lengths:
                name = text[start : start + length]
                if len(name) == length and name in self._region_names and name not in seen:
                    seen.add(name)
                    yield from ((start, start + length, region) for region in self._region_names[name])

    @cached_property
    def _bodies(self) -> dict[str, list[Entity]]:
        """Names and other names of bodies -> the bodies."""
        found: dict[str, list[Entity]] = {}
        for entity in self.entities.values():
            if entity.type in ACTORS:
                for name in dict.fromkeys((entity.name, *entity.aliases)):
                    found.setdefault(name, []).append(entity)
        return found

    @cached_property
    def _backwards(self) -> list[str]:
        return sorted(name[::-1] for name in self._bodies)

    def called(self, name: str) -> list[Entity]:
        """The bodies of this name."""
        return self._bodies.get(name, [])

    def ending(self, end: str) -> Iterator[str]:
        """The names of bodies that end so."""
        back = end[::-1]
        places = range(bisect_left(self._backwards, back), len(self._backwards))
        return (self._backwards[place][::-1] for place in takewhile(lambda place: self._backwards[place].startswith(back), places))
