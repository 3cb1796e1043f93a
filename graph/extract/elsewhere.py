"""Whether a paragraph tells of another place than the article before it: the sign of a story of its own where no mark parts the two."""

from collections.abc import Iterable

from graph.extract.gazetteer import Division, gazetteer
from graph.extract.place_names import Place, chains

__all__ = ["moves_away"]

# Where a news item says who acts: in the first characters of its first paragraph.
_OPENING = 40
# How much of an article tells where it is: its headline and the beginning of its paragraphs.
_TOLD = 120


def moves_away(text: str, told: Iterable[str]) -> bool:
    """Whether `text` opens with a place that no place of the texts `told` holds, lies in, or shares its prefecture with.

    False when the opening names no county or higher division, or `told` names none: nothing is known then.
    """
    here = _named(text[:_OPENING])
    if not here:
        return False
    there = [division for part in told for division in _named(part[:_TOLD])]
    return bool(there) and not any(_related(a, b) for a in here for b in there)


def _named(text: str) -> list[Division]:
    """What the counties and higher divisions of a text may be: by their full name, a path, or as whose union."""
    return [division for place in chains(text, ((0, len(text)),), None) if _sure(place, text) for division in _meant(place)]


def _sure(place: Place, text: str) -> bool:
    return place.path or place.full or text.startswith(("总工会", "市总", "县总", "区总", "工会"), place.end)


def _meant(place: Place) -> tuple[Division, ...]:
    return tuple(d for d in ((place.division,) if place.division is not None else place.candidates) if d.level < 4)


def _related(a: Division, b: Division) -> bool:
    within = gazetteer().within
    return within(a.code, b.code) or within(b.code, a.code) or (a.level > 1 and b.level > 1 and a.code[:4] == b.code[:4])
