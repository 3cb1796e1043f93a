"""Villages and communities, which no list of divisions has: behind the town or county they lie in, beside another, or again."""

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.extract.language.lexicon import name_words
from graph.extract.language.name_parts import TIERS
from graph.extract.language.person_names import person_words
from graph.extract.language.segments import tokens
from graph.extract.language.zone_words import village_head, village_kinds
from graph.extract.places.places import Place
from graph.records import Article, Mention, Page

__all__ = ["find"]

_JOIN = frozenset("、和与及")
_LONGEST = 4
_ENTERING = re.compile("(?:[在到]|走进|来到|前往|深入|位于|地处|家住)$")
_TOWN = 4  # the level of towns and subdistricts


def find(page: Page, article: Article, places: Sequence[Place]) -> Iterator[Mention]:
    """The villages of an article in order; a path (某镇某某村) is one mention, its `name` the village alone.

    `places` are the article's divisions: a name of two to four characters begins right behind one that is a county or a town, behind 、
    and 和 after another village, or behind a verb of going; a surname alone (某镇李村) and a common noun only behind a town. Elsewhere
    in the article, its headline included, the name may stand alone.
    """
    upper = {p.end: p for p in places if p.division is not None and p.division.level > 2}
    heads = [match for block in article.blocks for match in village_head().finditer(page.view, block.start, block.end)]
    named: dict[int, tuple[int, str]] = {}  # by where the head begins
    last = -1
    for match in heads:
        if found := _behind(page.view, match, upper) or _beside(page.view, match, last) or _entered(page.view, match):
            last, named[match.start()] = match.end(), found
    known = {name for _, name in named.values()}
    for match in heads:
        if found := named.get(match.start()) or _again(page.view, match, known):
            start, name = found
            yield Mention("Region", start, match.end(), page.view[start : match.end()], article.id, "region.village", name)


def _behind(view: str, head: re.Match[str], upper: Mapping[int, Place]) -> tuple[int, str] | None:
    for start in range(head.start() - 1, head.start() - _LONGEST - 1, -1):
        place, name = upper.get(start), view[start : head.start()]
        if place is None or place.division is None or not _is_name(name):
            continue
        town = place.division.level >= _TOWN
        if len(name) == 1:
            fits = town and head[0] == "村" and name in person_words().surnames
        else:  # 某县电商村 is a kind of village, 某镇光明村 is one
            fits = town or not any(len(word.text) > 1 and word.tag in {"n", "t", "s"} for word in tokens(name))
        if fits:
            return place.start, view[start : head.end()]
    return None


def _beside(view: str, head: re.Match[str], last: int) -> tuple[int, str] | None:
    start = last + 1
    if last < 0 or view[last : last + 1] not in _JOIN or not 2 <= head.start() - start <= _LONGEST:
        return None
    return (start, view[start : head.end()]) if _is_name(view[start : head.start()]) else None


def _entered(view: str, head: re.Match[str]) -> tuple[int, str] | None:
    """A name of two or three characters behind a verb of going: 走进兰河社区."""
    for start in (head.start() - 2, head.start() - 3):
        if _ENTERING.search(view, max(0, start - 2), start) and _is_name(view[start : head.start()]):
            return start, view[start : head.end()]
    return None


def _again(view: str, head: re.Match[str], known: set[str]) -> tuple[int, str] | None:
    """The longest name that the article has given, where a word ends before it: 李村 is not in 大李村."""
    name = max((name for name in known if view.endswith(name, 0, head.end())), key=len, default=None)
    if name is None or not _is_edge(view[max(0, head.end() - len(name) - 4) : head.end() - len(name)]):
        return None
    return head.end() - len(name), name


def _is_edge(before: str) -> bool:
    """Whether the characters before a name end in a mark, a particle, a tier or a verb."""
    if not before or not before[-1].isalpha() or before[-1] in name_words().stop_characters | TIERS:
        return True
    word = tokens(before)[-1]
    return len(word.text) > 1 and word.tag[0] == "v"


def _is_name(text: str) -> bool:
    """Whether characters before 村 and 社区 can be a name: no particle, no word that says of what kind or how many they are."""
    particles, kinds = village_kinds()
    if not text.isalpha() or set(text) & particles or text in kinds:
        return False
    words = name_words()
    if text in words.house_names:  # 复兴, 团结, 胜利
        return True
    if any(len(word.text) > 1 and (word.tag[0] in "varm" or word.text in words.stops | kinds) for word in tokens(text)):
        return False
    return not any(len(word.text) > 1 and word.text in words.general_words for word in tokens(text))
