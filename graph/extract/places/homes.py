"""The home of an article: the division that 全县, 县总 and 县政府 mean in it."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from graph.extract.places.gazetteer import gazetteer
from graph.extract.places.places import Place
from graph.records import Article

__all__ = ["home_of"]

_UNION = re.compile(r"总工会|总(?![部体量数局经裁值计额共之是会公书理监厂院校队])|工会")
_ROLES = {"byline": 6, "headline": 4, "subhead": 2, "note": 2, "body": 1, "caption": 1}
_OPENING = 2  # what the first paragraph names counts twice

_SUBJECT = 2  # so does the place whose union opens the headline


def home_of(article: Article, found: Sequence[Place], view: str) -> str | None:
    """The division that the article is about.

    Each place counts for its division, more in the byline, the headline and the opening, and more before 总工会; a place in
    the home's own name path counts for the lowest unit only. The division with the highest count wins, the earlier at par.
    """
    counts: dict[str, float] = {}
    named: set[str] = set()
    opening = next((block.start for block in article.blocks if block.role in {"body", "caption"}), -1)
    blocks = sorted(article.blocks, key=lambda b: b.start)
    for place in found:
        block = blocks[bisect_right(blocks, place.start, key=lambda b: b.start) - 1]
        if place.division is None or block.role not in _ROLES:
            continue
        code = place.division.code if place.division.level < 4 else place.division.parent
        weight = _ROLES[block.role] * (_OPENING if block.start == opening else 1) * (3 if _UNION.match(view, place.end) else 1)
        if block.role == "headline" and place.start == block.start and _UNION.match(view, place.end):
            weight *= _SUBJECT
        told = block.role != "body" or block.start == opening or code in counts
        if told and not _VENUE.search(view[max(0, place.start - 1) : place.start]):
            named.add(code)
        counts[code] = counts.get(code, 0.0) + weight * (1 if place.full or place.path else 0.5)
    if not counts:
        return None
    best = max(counts, key=lambda code: counts[code])
    return best if best in named else _lifted(best, article, view)


# Words that mean the home division by its tier, the lowest tier first.
_TIERS = (
    (3, re.compile(r"全[县区旗]|[县区旗](?:总工会|总(?![体部])|委|政府)")),
    (2, re.compile(r"全[市州盟]|[市州盟](?:总工会|总(?![体部])|委|政府)")),
    (1, re.compile(r"全(?:省|自治区)|(?:省|自治区)(?:总工会|总(?![体部])|委|政府)")),
)
_VENUE = re.compile(r"[在于赴到抵]$")


def _lifted(code: str, article: Article, view: str) -> str:
    """The division above `code` whose tier the article's own words (全省, 省总工会) speak of, if they never speak of a lower one.

    For an item in which the only place named is where a thing took place: 省总工会在某市举行 ...
    """
    path = gazetteer().path(code)
    text = "\n".join(view[block.start : block.end] for block in article.blocks)
    autonomous = path[0].name.endswith("自治区") and not path[-1].name.endswith("区") and "自治区" in text
    tiers = _TIERS[1:] if autonomous else _TIERS  # there 全区 is the whole autonomous region
    tier = next((level for level, words in tiers if words.search(text)), None)
    above = [division for division in path if tier is not None and division.level <= tier]
    return above[-1].code if above else code
