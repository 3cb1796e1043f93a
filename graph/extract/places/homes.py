"""The home of an article: the division that 全县, 县总 and 县政府 mean in it."""

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.extract.places.gazetteer import gazetteer
from graph.extract.places.places import Place
from graph.files import folder, read_yaml
from graph.records import Article, Block

__all__ = ["Naming", "cues", "home_of", "namings"]

_UNION = re.compile(r"总工会|总(?![部体量数局经裁值计额共之是会公书理监厂院校队])|工会")
_ROLES = {"byline": 6, "headline": 4, "subhead": 2, "note": 2, "body": 1, "caption": 1}
_OPENING = 2  # what the first paragraph names counts twice
_ACTING = 3  # and three times before 总工会
_SUBJECT = 2  # so does the place whose union opens the headline
# A province that opens the name of a firm does not tell where a text is: there are firms of that name all over it.
_FIRM = re.compile(r"(?!启动|推[动进出]|举[办行]|开展|召开|发布|出台|组织|公布)[^,。;:!?、的在“”\s省市县区工]{2,16}?(?:公司|集团|股份)")
_SHORT = 0.5  # a short name may be another place's


@dataclass(frozen=True, slots=True)
class Naming:
    """A place as an article names it: the code of its division (a town's: of its county), what it counts, where it stands.

    `opens`: at the head of the headline or first in the first paragraph; `scene`: a scene of what happens (在某市举行), or in passing.
    """

    code: str
    weight: float
    role: str
    opens: bool
    scene: bool


def namings(article: Article, found: Sequence[Place], view: str) -> Iterator[Naming]:
    """The places of an article; each counts more in the byline, the headline and the opening, and more before 总工会."""
    opening = next((block.start for block in article.blocks if block.role in {"body", "caption"}), -1)
    blocks: list[Block] = sorted(article.blocks, key=lambda b: b.start)
    begun, seen = False, set[str]()
    for place in found:
        block = blocks[bisect_right(blocks, place.start, key=lambda b: b.start) - 1]
        if place.division is None or block.role not in _ROLES or (place.division.level == 1 and _FIRM.match(view, place.end)):
            continue
        acts = _UNION.match(view, place.end) is not None
        heads = block.role == "headline" and place.start == block.start
        weight = 1.0 * _ROLES[block.role] * (_OPENING if block.start == opening else 1) * (_ACTING if acts else 1)
        weight *= (_SUBJECT if heads and acts else 1) * (1 if place.full or place.path else _SHORT)
        first = block.start == opening and not begun
        begun = begun or first
        code = place.division.code if place.division.level < 4 else place.division.parent
        passing = block.role == "body" and block.start != opening and code not in seen
        seen.add(code)
        scene = passing or bool(_VENUE.search(view[max(0, place.start - 1) : place.start]))
        yield Naming(code, weight, block.role, heads or first, scene)


def cues(named: Sequence[Naming]) -> dict[str, dict[str, float]]:
    """Code -> cue -> value for each division that an article may be about: those it names and those around them.

    `share` is a division's part of all that the article's places count, `inside` that of the places inside it.
    """
    weights, inside = defaultdict[str, float](float), defaultdict[str, float](float)
    times, parts = Counter[str](), Counter[str]()
    for naming in named:
        weights[naming.code] += naming.weight
        times[naming.code] += 1
    for code, weight in weights.items():
        for division in gazetteer().path(code)[:-1]:
            inside[division.code] += weight
            parts[division.code] += 1
    total = sum(weights.values())
    stands = {(naming.code, naming.role) for naming in named}
    opens = {(naming.code, naming.role == "headline") for naming in named if naming.opens}
    return {
        code: {
            "share": weights.get(code, 0.0) / total,
            "weight": math.log1p(weights.get(code, 0.0)),
            "named": times[code] / len(named),
            "inside": inside.get(code, 0.0) / total,
            "several inside": parts[code] > 1,
            "byline": (code, "byline") in stands,
            "headline": (code, "headline") in stands,
            "opens headline": (code, True) in opens,
            "opens text": (code, False) in opens,
            "province": code.endswith("0000"),
            "county": not code.endswith("00"),
        }
        for code in dict.fromkeys([*weights, *parts])
    }


@cache
def _weights() -> Mapping[str, float]:
    """schema/home_weights.yaml."""
    weights: dict[str, float] = read_yaml(folder("schema") / "home_weights.yaml")["cues"]
    return weights


def home_of(article: Article, found: Sequence[Place], view: str) -> str | None:
    """The code of the division that the article is about: the one for which most speaks, the one named earlier at par.

    A place that the article only names as a scene gives way to the division around it that the text's own words speak of.
    """
    weights = _weights()
    named = list(namings(article, found, view))
    told = cues(named)
    if not told:
        return None
    best = max(told, key=lambda code: sum(weights[cue] * value for cue, value in told[code].items()))
    own = [naming for naming in named if naming.code == best]
    return _lifted(best, article, view) if own and all(naming.scene for naming in own) else best


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
