"""Development zones of an article as entities: which zone a name, or a bare 高新区, 园区 and 区, means."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.extract.language.zone_words import zone_kind
from graph.extract.linking.identity import fold
from graph.extract.places.gazetteer import gazetteer
from graph.extract.places.places import Place
from graph.extract.places.zone_names import listed_zones, spans_of, zone_names
from graph.extract.places.zones import meant
from graph.records import Article

__all__ = ["Zone", "Zones"]


@dataclass(frozen=True, slots=True)
class Zone:
    """A named zone in an article: its span and name; `key` is the same for its long and its short form; `within` is the code of the
    division in which it lies, if the text or a list tells."""

    start: int
    end: int
    name: str
    key: str
    within: str | None


class Zones:
    """The named zones of a page's articles."""

    def __init__(
        self, view: str, articles: Sequence[Article], places: Mapping[str, Sequence[Place]], homes: Mapping[str, str | None]
    ) -> None:
        """`places` and `homes` are those of the articles by their ids."""
        self._zones: dict[str, list[Zone]] = defaultdict(list)
        for article in articles:
            at = {place.start: place for place in places[article.id]}
            for start, end, _ in zone_names(view, spans_of(article)):
                self._zones[article.id].append(_zone(view[start:end], start, at, homes.get(article.id)))

    def at(self, article: str, start: int, end: int) -> Zone | None:
        """The zone that begins at `start` and ends by `end`."""
        return next((zone for zone in self._zones.get(article, ()) if zone.start == start and zone.end <= end), None)

    def meant(self, article: str, short: str, at: int) -> Zone | None:
        """The zone that a short form means at a place of an article: the one named last, else the only one of its kind."""
        own = self._zones.get(article)
        last = meant([(zone.end, zone.name, zone.key) for zone in own], short, at) if own else None
        return next(zone for zone in own or () if zone.key == last[2]) if last is not None else None

    def called(self, article: str, name: str) -> Zone | None:
        """The zone of an article that bears a name."""
        return next((zone for zone in self._zones.get(article, ()) if zone.name == name), None)

    def all(self) -> dict[str, Zone]:
        """Every zone of the page by its key, as it is named first."""
        return {zone.key: zone for own in reversed(self._zones.values()) for zone in reversed(own)}


def _zone(name: str, start: int, places: Mapping[int, Place], home: str | None) -> Zone:
    """The zone with the division that its name opens with, the one in the list, or the article's home."""
    last, end = None, start
    while (place := places.get(end)) is not None and place.end < start + len(name):
        last, end = place, place.end
    own = name[end - start :]
    listed = next((code for part in (name, own) if (code := listed_zones().get(part))), None)
    division = last.division if last is not None else None
    within = listed or (division.code if division is not None else home)
    known = gazetteer().get(within) if within else None
    key = zone_kind(own if last is not None and division is not None else name)
    return Zone(start, start + len(name), name, f"{within or ''}|{fold(key)}", known.code if known is not None else None)
