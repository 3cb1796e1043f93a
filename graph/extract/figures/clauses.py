"""The tests by which a reader tells which initiatives have figures of their own."""

import re
from functools import cache

from graph.extract.scenes.clause_patterns import houses, words
from graph.extract.scenes.scene import Item, Scene, generic

__all__ = ["countable", "facility", "owning", "quoted", "specific"]

# A name holds a quoted part, or says which of a row it is.
_NAMED = re.compile(r"[“‘「『]|第.{1,3}届|首届|杯")
_QUOTES = '“「『"‘'


def quoted(scene: Scene, item: Item) -> bool:
    """Whether a name stands right after an opening quotation mark."""
    return item.start > 0 and scene.page.view[item.start - 1] in _QUOTES


def specific(scene: Scene, item: Item) -> bool:
    """Whether an initiative has a name of its own and lasts, so that figures can be its own."""
    if item.type != "Initiative":
        return False
    entity = scene.entities[item.entity]
    if quoted(scene, item) or entity.kind == "station":
        return True
    if re.search(rf"{words('agreement')}\Z", entity.name):
        return False
    gathering = entity.kind != "mechanism" and re.search(rf"{words('session')}\Z", entity.name)
    return not (generic(entity.name) or gathering)


@cache
def _facility() -> re.Pattern[str]:
    """The name of a kind of facility that many unions have: general words before the head of a station."""
    return re.compile(rf"[“‘]?{words('facility')}*{houses()}[”’]?")


def facility(scene: Scene, item: Item) -> bool:
    """Whether an initiative is a kind of facility (工会驿站, 职工书屋): counted, it is what its builder built."""
    return _facility().fullmatch(scene.entities[item.entity].name) is not None


def countable(scene: Scene, item: Item) -> bool:
    """Whether a count next to an initiative's name counts that one thing (not 联谊活动6场: any such activity; nor 职工书屋6家)."""
    common = not (quoted(scene, item) or _NAMED.search(item.text)) and re.search(rf"{words('common')}\Z", item.text)
    return specific(scene, item) and not common and not facility(scene, item)


def owning(scene: Scene, item: Item) -> bool:
    """Whether what is told after an initiative is its doing: a quoted name, or an event with participants."""
    kind = scene.entities[item.entity].kind
    named = quoted(scene, item) and not facility(scene, item)
    return named or (countable(scene, item) and kind in ("competition", "event", "campaign"))
