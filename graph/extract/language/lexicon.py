"""The words that recognise bodies, read from data/words: heads of names, what may stand inside a name, what ends it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick_rs

from graph.alternation import either
from graph.files import folder, read_lines, read_yaml

__all__ = ["Family", "HeadWord", "Heads", "NameWords", "heads", "name_words"]

_OTHER_WORDS = ("会同", "内蒙古")  # begin with a character that after a head makes another word, and do not go on it

_LONGEST = 8  # characters that a head may go on behind one that it overlaps


@dataclass(frozen=True, slots=True)
class Family:
    """A family of heads (data/words/body_heads.yaml says what the fields mean)."""

    name: str
    type: str
    needs: str
    tier: bool
    bare: bool
    listed: bool
    not_before: re.Pattern[str] | None
    attribute: re.Pattern[str] | None
    not_after: frozenset[str]


def _any_of(words: list[str] | None) -> re.Pattern[str] | None:
    return re.compile("|".join(word if "(?" in word else re.escape(word) for word in words)) if words else None


@dataclass(frozen=True, slots=True)
class HeadWord:
    """A head found in a text: its family and its span."""

    family: Family
    text: str
    start: int
    end: int


class Heads:
    """All heads in one automaton; `find` yields the longest ones from left to right."""

    def __init__(self, entries: dict[str, dict[str, Any]]) -> None:
        self._families: dict[str, Family] = {}
        for name, entry in entries.items():
            bare = entry.get("bare", False)
            family = Family(
                name, entry["type"], entry["needs"], entry.get("tier", False), bare is True, bare == "listed",
                _any_of(entry.get("not_before")), _any_of(entry.get("attribute")), frozenset(entry.get("not_after", "")),
            )  # fmt: skip
            for word in entry["heads"]:
                self._families.setdefault(word, family)
        self._words = sorted(self._families)
        self._automaton = ahocorasick_rs.AhoCorasick(self._words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def family(self, head: str) -> Family:
        """The family of a head (KeyError for a word that is none)."""
        return self._families[head]

    def knows(self, word: str) -> bool:
        """Whether a word is a head."""
        return word in self._families

    def find(self, text: str, offset: int = 0) -> list[HeadWord]:
        """The heads in the text whose next characters do not make them another word; `offset` is added to the places."""
        found = []
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            word = self._words[index]
            family = self._families[word]
            if family.not_before is not None and family.not_before.match(text, end) and not text.startswith(_OTHER_WORDS, end):
                found += self._over(text, start + 1, end, offset)
                continue
            if start and text[start - 1] in family.not_after:
                continue
            found.append(HeadWord(family, word, offset + start, offset + end))
        return found

    def _over(self, text: str, start: int, end: int, offset: int) -> list[HeadWord]:
        """The head that the edge of another word runs through: 办公室 in 普法办|公室."""
        inside = self.find(text[start : end + _LONGEST], offset + start) if end - start > 0 else []
        return [head for head in inside if head.start < offset + end < head.end][:1]


@dataclass(frozen=True, slots=True)
class NameWords:
    """What may and may not stand inside a name (data/words/name_words.yaml), and enterprises known without legal form."""

    stop_characters: frozenset[str]
    measures: frozenset[str]
    stop_words: frozenset[str]
    name_words: frozenset[str]
    purposes: frozenset[str]
    ends: frozenset[str]  # stop words that no name holds
    no_part: frozenset[str]  # those and words for roles
    stops: frozenset[str]  # stop words and words for roles
    general_words: frozenset[str]
    prefixes: frozenset[str]
    role_words: frozenset[str]
    homographs: frozenset[str]
    long_tiers: dict[str, str]
    unit_words: frozenset[str]
    builders: re.Pattern[str]
    pointed: dict[str, tuple[str, ...]]
    industries: frozenset[str]
    groups: frozenset[str]
    before_region: frozenset[str]
    alone: frozenset[str]
    no_tier: frozenset[str]
    no_region: frozenset[str]
    not_heads: frozenset[str]
    brands: frozenset[str]
    ambiguous_brands: frozenset[str]
    of_a_firm: tuple[str, ...]
    after_brand: tuple[str, ...]
    of_many: frozenset[str]
    sorts: re.Pattern[str]
    trades_in_gong: frozenset[str]
    houses: frozenset[str]
    not_one_house: tuple[str, ...]
    after_house: tuple[str, ...]
    of_states: tuple[str, ...]
    sites: tuple[str, ...]
    not_a_site: tuple[str, ...]
    forest_bureaus: re.Pattern[str]
    house_names: frozenset[str]


@cache
def heads() -> Heads:
    """The heads of data/words/body_heads.yaml."""
    return Heads(read_yaml(folder("data") / "words" / "body_heads.yaml"))


def _builders(firms: list[str], units: list[str], names: list[str]) -> re.Pattern[str]:
    """An enterprise with the number of its unit: 中铁四局, 中建八局, 中国十九冶."""
    firm, unit, name = map(either, (firms, units, names))
    return re.compile(rf"(?:{firm})(?:第?(?:[一二三四五六七八九十]{{1,4}}|\d{{1,3}})(?:{unit})|(?:{name}))")


@cache
def name_words() -> NameWords:
    """The words of data/words/name_words.yaml, brands.txt and ambiguous_brands.txt."""
    words = folder("data") / "words"
    entry = read_yaml(words / "name_words.yaml")
    ends = frozenset(entry["stop_words"]) - frozenset(entry["name_words"])
    return NameWords(
        stop_characters=frozenset(entry["stop_characters"]),
        measures=frozenset(entry["measures"]),
        stop_words=frozenset(entry["stop_words"]),
        name_words=frozenset(entry["name_words"]),
        purposes=frozenset(entry["purposes"]),
        ends=ends,
        no_part=ends | frozenset(entry["role_words"]),
        stops=frozenset(entry["stop_words"]) | frozenset(entry["role_words"]),
        general_words=frozenset(entry["general_words"]),
        prefixes=frozenset(entry["prefixes"]),
        homographs=frozenset(entry["homographs"]),
        role_words=frozenset(entry["role_words"]),
        long_tiers=entry["long_tiers"],
        unit_words=frozenset(entry["unit_words"]),
        builders=_builders(entry["builders"], entry["builder_units"], entry["builder_names"]),
        pointed={noun: tuple(endings) for noun, endings in entry["pointed"].items()},
        industries=frozenset(entry["industries"]),
        groups=frozenset(entry["groups"]),
        alone=frozenset(entry["alone"]),
        before_region=frozenset(entry["before_region"]),
        no_tier=frozenset(entry["no_tier"]),
        no_region=frozenset(entry["no_region"]),
        not_heads=frozenset(entry["not_heads"]),
        brands=frozenset(read_lines(words / "brands.txt")),
        ambiguous_brands=frozenset(read_lines(words / "ambiguous_brands.txt")),
        of_a_firm=tuple(entry["of_a_firm"]),
        after_brand=tuple(entry["after_brand"]),
        of_many=frozenset(entry["of_many"]),
        trades_in_gong=frozenset(entry["trades_in_gong"]),
        houses=frozenset(entry["houses"]),
        not_one_house=tuple(entry["not_one_house"]),
        after_house=tuple(entry["after_house"]),
        of_states=tuple(entry["of_states"]),
        sites=tuple(entry["sites"]),
        not_a_site=tuple(entry["not_a_site"]),
        forest_bureaus=re.compile(f"{either(entry['forest_bureaus'])}(?=林业局|森林工业局|森工局)"),
        house_names=frozenset(entry["house_names"]),
        sorts=re.compile(f"(?:{'|'.join(map(re.escape, entry['sorts']))})$"),
    )
