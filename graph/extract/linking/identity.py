"""What a mention turns out to be: key and name of its entity. Small helpers that all kinds of names share."""

import re
from dataclasses import dataclass
from functools import cache

from graph.files import folder, read_rows

__all__ = ["Identity", "fold", "organ_key", "undoubled", "union_key"]

# The organs of a place that a text may call by its tier, too: 清河县|县委.
_DOUBLED = re.compile("(?<=..)([省市县区州盟旗镇乡])\\1(?=委|纪委|政府|政协|人大|人民|总工会|法院|检察院|妇联|直)")
_MARKS = re.compile(r"[\s“”\"'‘’「」『』《》〈〉()·・\-—]")


@dataclass(frozen=True, slots=True)
class Identity:
    """The entity that a mention means.

    `key` is the same on every page; `name` what this mention knows of the canonical name, the better the higher `rank`
    (2: the text says it in full, 1: put together from the context, 0: a shortened form); `adcode` the division of the body;
    `within` that in which a place without a code of its own lies; `link` the rule.
    """

    key: str
    name: str
    rank: int
    link: str
    adcode: str | None = None
    within: str | None = None


def fold(name: str) -> str:
    """A name without quotation marks, brackets, dashes and spaces, in small letters: what two spellings must share."""
    return _MARKS.sub("", name).lower()


def union_key(name: str) -> str:
    """The folded name of a union, a federation's in its long form, so that 工联会 and 工会联合会 meet."""
    return fold(name).replace("工联会", "工会联合会")


def undoubled(name: str) -> str:
    """A name without a tier that repeats the place's own: 清河县县委 -> 清河县委; 赵县县委 keeps it."""
    return _DOUBLED.sub(r"\1", name)


@cache
def _forms() -> tuple[tuple[str, str], ...]:
    pairs = read_rows(folder("data") / "words" / "organ_forms.tsv")
    return tuple(sorted(((long, short) for long, short in pairs), key=lambda pair: -len(pair[0])))


def organ_key(name: str) -> str:
    """The folded name of an organ in its short form (人民政府 -> 政府), so that both forms meet."""
    folded = fold(name)
    for long, short in _forms():
        folded = folded.replace(long, short)
    return re.sub(r"^中共(?=.)", "", re.sub(r"(?<=[^员府协])委员会$", "委", folded))
