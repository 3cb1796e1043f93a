"""Towns by their short form, where an article names them in full: 清溪 at the head of a clause in the story of 清溪镇."""

import re
from collections.abc import Iterable

from graph.alternation import either
from graph.extract.language.segments import tokens
from graph.extract.places.place_names import Place, is_common_word
from graph.records import replace

__all__ = ["stems"]

_TOWN = re.compile(r"(.{1,3}[^路街桥])(?:镇|乡|街道)$")
_FOLLOWS = r"(?!镇|乡|街道?|村|社区|路|大道|小学|中学|医院|公司|集团|大桥|水库|风景|景区|公园|渔?港|派出所)"


def stems(view: str, spans: Iterable[tuple[int, int]], settled: Iterable[Place]) -> list[Place]:
    """The short forms of towns that open a clause of the spans; `settled` are the article's places."""
    towns: dict[str, Place] = {}
    for place in settled:
        name = _TOWN.match(place.division.name) if place.full and place.division is not None and place.division.level == 4 else None
        if name is not None and not is_common_word(name[1]):
            towns[name[1]] = place
    if not towns:
        return []
    pattern = re.compile(rf"(?<![一-鿿\d])(?:{either(towns)}){_FOLLOWS}")
    found = []
    for start, end in spans:
        for match in pattern.finditer(view, start, end):
            ends = {token.end for token in tokens(view[match.start() : min(end, match.end() + 6)], match.start())}
            if match.end() in ends:
                town = replace(towns[match[0]], start=match.start(), end=match.end(), text=match[0], full=False, path=False)
                found.append(town)
    return found
