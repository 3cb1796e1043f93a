"""Where the name of a firm or institution says that it stands: 国网某市供电公司, 中车某地公司, 某银行甲市分行乙区支行."""

import re
from collections.abc import Sequence
from functools import cache

from graph.alternation import either
from graph.extract.language.lexicon import name_words
from graph.extract.places.gazetteer import Division, gazetteer

__all__ = ["seat", "seat_inside"]

# What a place in the middle of a name follows: the whole of which it names a part, or a bracket.
_WHOLE = re.compile(r"(?:公司|集团|银行|电力|能源|铁路局|总厂|分行|分公司|\()$")
_COUNTY, _TOWN = 3, 4


@cache
def _brands() -> re.Pattern[str]:
    """The names of enterprises of the whole country, which a place may follow."""
    return re.compile(either(name_words().brands | name_words().prefixes))


def seat(name: str, home: Division | None) -> Division | None:
    """The lowest division that a name gives, at its head, after an enterprise's brand or behind the whole it is a part of.

    The place that the text is about counts anywhere in a name (某某某市有限公司), so does a prefecture inside the one before it
    (甲省公路局乙分局, 甲省某某集团乙市公司); a county only inside the province of `home` (the division that the text is about):
    short names of counties are words, too.
    """
    brand = _brands().match(name)
    ends = {0, brand.end() if brand else 0}
    found: Division | None = None
    for start, end, candidates in gazetteer().scan(name):
        own = home is not None and any(d.level > 1 and gazetteer().within(home.code, d.code) for d in candidates)
        inside = found is not None and any(d.level < _COUNTY and gazetteer().within(d.code, found.code) for d in candidates)
        if end > len(name) - 1 - (not inside) or not (own or inside or start in ends or _WHOLE.search(name[:start])):
            continue
        full = end - start > 2 and gazetteer().is_official(name[start:end])
        division = _chosen(candidates, found, home, full=full)
        if division is not None:
            ends.add(end)
            found = division
    return found


def seat_inside(name: str, home: Division | None, around: str | None) -> str | None:
    """The code of the division that a name gives (see seat), inside the one that is known to open it (甲省公路局乙分局), else of that."""
    division = seat(name, home)
    if division is None or (around is not None and not gazetteer().within(division.code, around)):
        return around
    return division.code


def _chosen(candidates: Sequence[Division], above: Division | None, home: Division | None, *, full: bool) -> Division | None:
    """Of the divisions that a name may mean the one inside that before it, else inside the home's province, else a whole prefecture;
    elsewhere a county only by its full name."""
    divisions = [d for d in candidates if d.level < _TOWN]
    inside = [d for d in divisions if above is not None and gazetteer().within(d.code, above.code)]
    near = [d for d in divisions if home is not None and d.code[:2] == home.code[:2]]
    for some in (inside, near, [d for d in divisions if full or d.level < _COUNTY]):
        top = min((d.level for d in some), default=0)
        some = [d for d in some if d.level == top]
        if len(some) == 1:
            return some[0]
    return None
