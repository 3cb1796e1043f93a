"""Places named by one character: 在汉举行, 来浙调研, and 来沛 in the story of 沛县."""

import re
from collections.abc import Iterable, Mapping, Set
from functools import cache

from graph.extract.language.segments import tokens
from graph.extract.places.gazetteer import gazetteer
from graph.extract.places.place_names import Place
from graph.files import folder, read_rows

__all__ = ["letters", "place_letters"]

_BEFORE = re.compile(r"[在来赴抵留返离驻]([一-鿿])")
_COUNTY = 3


@cache
def _listed() -> Mapping[str, tuple[str, ...]]:
    """Character -> codes, of data/regions/letters.tsv."""
    rows = read_rows(folder("data") / "regions" / "letters.tsv")
    return {letter: tuple(codes.split(" ")) for letter, codes in rows}


@cache
def place_letters() -> frozenset[str]:
    """The characters that name a place alone."""
    return frozenset(_listed())


def letters(view: str, spans: Iterable[tuple[int, int]], codes: Set[str], stems: Set[str]) -> list[Place]:
    """The places named by one character after 在, 来 and the like.

    `codes`: the divisions that the text names; `stems`: their first two and four digits. A province or city must lie there; a county of two
    characters (沛县) must be named.
    """
    named = [division for code in codes if (division := gazetteer().get(code)) is not None]
    counties = {d.name[0]: (d.code,) for d in named if d.level == _COUNTY and len(d.name) == 2}
    known = {**_listed(), **counties}
    found = []
    for start, end in spans:
        for match in _BEFORE.finditer(view, start, end):
            fitting = [code for code in known.get(match[1], ()) if code in codes or (code[:4] if code[2:] != "0000" else code[:2]) in stems]
            division = gazetteer().get(fitting[0]) if len(fitting) == 1 else None
            if division is not None and _stands_alone(view, match.start(), match.start(1), end):
                found.append(Place(match.start(1), match.end(1), match[1], (division,), division, full=False, path=False))
    return found


def _stands_alone(view: str, verb: int, letter: int, end: int) -> bool:
    """Whether verb and character are words of their own: not 在长春, not 在新华区, not 存在京津."""
    line = tokens(view[max(0, verb - 4) : min(end, letter + 7)], max(0, verb - 4))
    return any(token.start == letter and token.end == letter + 1 for token in line) and any(token.end == letter for token in line)
