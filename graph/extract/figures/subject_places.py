"""The regions that a figure may belong to: the home region, those above it, and what 全县, 该市 and 全州各级工会 stand for."""

import re

from graph.extract.scenes.clause_patterns import pattern, words
from graph.extract.scenes.scene import ACTORS, Scene, Sentence

__all__ = ["deictic", "home_region", "speaker"]


def home_region(scene: Scene, level: str = "") -> str | None:
    """The entity of the home region, if its name ends with `level`."""
    return scene.home_region.id if scene.home_region is not None and scene.home_region.name.endswith(level) else None


def _above(scene: Scene, level: str) -> str | None:
    """The region above the home region whose name ends with `level`: 全省 in the news of a county."""
    home = scene.home[0] or ""
    around = {home[:2] + "0000", home[:4] + "00", home[:6]} - {home}
    return next((one.id for one in scene.cast.bearing(around) if one.name.endswith(level)), None)


def _last_region(scene: Scene, sentence: Sentence, end: int, level: str) -> str | None:
    """The region named last before a place of a sentence, by itself or in the name of its body: 记者从某市总工会获悉,该市…"""
    regions = scene.divisions
    codes = (scene.entities[item.entity].adcode or "" for item in scene.before(sentence, end) if item.type in (*ACTORS, "Region"))
    return next((regions[code] for code in codes if code in regions and scene.entities[regions[code]].name.endswith(level)), None)


def deictic(scene: Scene, sentence: Sentence, span: tuple[int, int], paragraph: str | None) -> tuple[str | None, str]:
    """(region, 全 or 我 or 本 or 该) for 全县, 我市 at the head of a clause, in a paragraph about `paragraph`.

    The region is None where its unions or workers are the subject, or where the clause opens with no such words (then the second is empty).
    """
    match = pattern("deictic").match(sentence.text, *span)
    if match is None or re.match(words("people", "unions", "local_unions"), match["rest"]):
        return None, ""
    scope, level = match["scope"], match["level"]
    counted = re.match(r"(?:共|已|累计|先后)*\d[\d.万千百]*", match["rest"]) if scope == "全" else None
    if counted is not None and not pattern("won").match(match["rest"], counted.end()):
        return None, ""  # so many of the place's people or firms do something
    if scope == "该":
        return _last_region(scene, sentence, match.start("scope"), level) or home_region(scene, level), scope
    spoken_of = scene.entities.get(paragraph or "")
    coded = scene.cast.coded(spoken_of.adcode or "") if spoken_of is not None else []
    place = spoken_of if spoken_of is not None and spoken_of.type == "Region" else scene.entities[coded[0]] if coded else None
    if place is not None and place.name.endswith(level):
        return place.id, scope
    return home_region(scene, level) or _above(scene, level), scope


def speaker(scene: Scene, sentence: Sentence, match: re.Match[str]) -> str | None:
    """Who speaks for unions in general: the union of the place spoken of last (全州各级工会), else the home union, else the home region."""
    level = re.search(r"全([省市县区州镇])", match[0])
    place = _last_region(scene, sentence, match.start(), level[1]) if level else None
    spoken_of = next(iter(scene.union_of(place)), None) if place else None
    return spoken_of or scene.home[1] or home_region(scene)
