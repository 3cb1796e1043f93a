"""China's administrative divisions: names of today and before, short forms, and the division that a name in a text may mean."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import ahocorasick_rs

from graph.files import folder, read_lines, read_rows

__all__ = ["Division", "Gazetteer", "gazetteer", "short_forms"]


@dataclass(frozen=True, slots=True)
class Division:
    """One division. `code`: GB/T 2260 (six digits), for towns nine digits, for the towns of 东莞 and 中山 parent and name
    joined by a colon; `level`: 1 province, 2 prefecture, 3 county, 4 town; `parent`: a code, empty for provinces; `until`:
    the year a dissolved division ended, else None."""

    code: str
    name: str
    level: int
    parent: str
    until: int | None = None


# What tells that 街 is short for 街道: organs that a subdistrict has and a street has not.
_STREET = re.compile(r"街(?!道)(?P<organ>(?:总|联合)?工会|工联会|办事处|党工委|纪工委|团工委|工委|人大工委|妇联|商会|综合(?:执法|行政))?")
_BAY = "湾"  # the bay that bears a county's name is the city's (连云港海州湾)
_LONGEST_STEM = 6
# Districts whose names begin with 市: in 青岛市南区 the city is 青岛.
_CITY_DISTRICTS = frozenset({"中区", "南区", "北区"})


class Gazetteer:
    """All divisions with look-up by code and by name. Get the one copy from `gazetteer()`."""

    def __init__(self) -> None:
        self._divisions: dict[str, Division] = {}
        self._official: dict[str, list[Division]] = defaultdict(list)
        self._short: dict[str, list[Division]] = defaultdict(list)
        self._former: dict[str, list[tuple[Division, int]]] = defaultdict(list)
        self._usual: set[str] = set()  # names in daily use that count as full: 景宁县, 景宁自治县, 土右旗
        regions = folder("data") / "regions"
        self._groups = _groups(read_lines(regions / "ethnic_groups.txt"))
        self._read_divisions(read_rows(regions / "divisions.tsv"))
        self._read_contracted(read_rows(regions / "contracted.tsv"))
        self._read_towns(read_rows(regions / "towns.tsv"))
        self._read_former(read_rows(regions / "former.tsv"))
        self._names = sorted({*self._official, *self._short, *self._former})
        self._automaton = ahocorasick_rs.AhoCorasick(self._names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        self._meant: dict[tuple[str, int | None], tuple[Division, ...]] = {}

    def _add(self, division: Division) -> None:
        self._divisions[division.code] = division
        self._official[division.name].append(division)
        if division.level < 4:
            for short in short_forms(division.name, self._groups):
                self._short[short].append(division)
                if short[-1] == division.name[-1] and "自治" in division.name:
                    self._usual.add(short)

    def _read_divisions(self, rows: list[list[str]]) -> None:
        codes = {code for code, _ in rows}
        for code, name in rows:
            self._add(Division(code, name, _level(code), _parent(code, codes)))

    def _read_contracted(self, rows: list[list[str]]) -> None:
        for name, code in rows:
            self._short[name].append(self._divisions[code])
            self._usual.add(name)

    def _read_towns(self, rows: list[list[str]]) -> None:
        for county, towns in rows:
            for entry in towns.split(" "):
                digits, name = (entry[:3], entry[3:]) if entry[0].isdigit() else (f":{entry}", entry)
                self._add(Division(county + digits, name, 4, county))

    def _read_former(self, rows: list[list[str]]) -> None:
        current = set(self._divisions)
        for name, year, code in rows:
            if code not in self._divisions:
                self._divisions[code] = Division(code, name, _level(code), _parent(code, current), int(year))
            self._former[name].append((self._divisions[code], int(year)))

    def divisions(self) -> Mapping[str, Division]:
        """All divisions by code, dissolved ones too."""
        return MappingProxyType(self._divisions)

    def get(self, code: str) -> Division | None:
        """The division with this code; None when there is none."""
        return self._divisions.get(code)

    def path(self, code: str) -> tuple[Division, ...]:
        """The division and all above it, province first; empty for an unknown code."""
        found: list[Division] = []
        division = self._divisions.get(code)
        while division is not None:
            found.append(division)
            division = self._divisions.get(division.parent)
        return tuple(reversed(found))

    def within(self, code: str, ancestor: str) -> bool:
        """Whether `code` is `ancestor` or lies in it."""
        while code:
            if code == ancestor:
                return True
            division = self._divisions.get(code)
            code = division.parent if division is not None else ""
        return False

    def candidates(self, name: str, *, date: str | None = None) -> tuple[Division, ...]:
        """The divisions that a name may mean, best first: official names, then former ones, then short forms.

        `date` (YYYY...) is the day of the text: a former name that ended before it comes last, since old names linger.
        """
        year = int(date[:4]) if date else None
        known = self._meant.get((name, year))
        if known is None:
            known = self._meant[name, year] = self._ordered(name, year)
        return known

    def _ordered(self, name: str, year: int | None) -> tuple[Division, ...]:
        former = self._former.get(name, [])
        valid = [division for division, until in former if year is None or year <= until + 1]
        late = [division for division, until in former if year is not None and year > until + 1]
        official = self._official.get(name, []) or (self._official.get(f"{name}道", []) if name[-1:] == "街" else [])
        ordered = (*official, *valid, *self._short.get(name, ()), *late)
        return tuple(dict.fromkeys(ordered))

    def is_official(self, name: str) -> bool:
        """Whether the name is a division's full name, of today or before, or one in daily use that keeps its kind (景宁县, 土右旗)."""
        return name in self._official or name in self._former or name in self._usual

    def is_current(self, name: str) -> bool:
        """Whether the name is a division's full name of today."""
        return name in self._official

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, tuple[Division, ...]]]:
        """The names of divisions in text[start:end], leftmost longest, none overlapping, each with its candidates.

        某某街 is a subdistrict behind its district and before an organ of its own (某某街总工会).
        """
        part = text if start == 0 and end is None else text[start:end]
        streets = list(self._streets(part)) if "街" in part else []
        if not streets:
            yield from self._named(part, start)
            return
        taken = {place for first, last in streets for place in range(first, last)}
        named = [hit for hit in self._named(part) if taken.isdisjoint(range(hit[0], hit[1]))]
        found = [*named, *((first, last, self.candidates(part[first:last])) for first, last in streets)]
        yield from ((start + first, start + last, divisions) for first, last, divisions in sorted(found, key=lambda hit: hit[0]))

    def _streets(self, part: str) -> Iterator[tuple[int, int]]:
        """The subdistricts that a text calls 某某街."""
        for hit in _STREET.finditer(part):
            last = hit.start() + 1
            for first in range(max(last - 1 - _LONGEST_STEM, 0), last - 2):
                found = self._official.get(f"{part[first:last]}道")
                if found and (hit["organ"] or any(part.endswith(self._divisions[one.parent].name, 0, first) for one in found)):
                    yield first, last
                    break

    def _named(self, part: str, start: int = 0) -> Iterator[tuple[int, int, tuple[Division, ...]]]:
        covered = 0
        for number, first, last in self._automaton.find_matches_as_indexes(part):
            name = self._names[number]
            if first < covered or (part.startswith(_BAY, last) and self._is_small(name)):
                continue
            if name[-1] == "市" and part[last : last + 2] in _CITY_DISTRICTS and self._inner(name, part[last - 1 : last + 2]):
                covered = last + 2
                yield start + first, start + last - 1, self.candidates(name[:-1])
                yield start + last - 1, start + covered, self.candidates(part[last - 1 : covered])
            else:
                yield start + first, start + last, self.candidates(name)

    def _is_small(self, name: str) -> bool:
        """Whether a name is only the short one of counties and smaller places."""
        return name not in self._official and all(one.level >= 3 for one in self.candidates(name))

    def _inner(self, city: str, district: str) -> bool:
        """Whether a city has a district of the name."""
        outside, inside = self._official.get(city, ()), self._official.get(district, ())
        return any(self.within(inner.code, outer.code) for outer in outside for inner in inside)


def _level(code: str) -> int:
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def _parent(code: str, codes: set[str]) -> str:
    if code.endswith("0000"):
        return ""
    if not code.endswith("00") and code[:4] + "00" in codes:
        return code[:4] + "00"
    return code[:2] + "0000"


def _groups(names: list[str]) -> re.Pattern[str]:
    one = "|".join(sorted(names, key=len, reverse=True))
    return re.compile(rf"(?P<stem>.{{2,}}?)(?:{one})+自治(?P<kind>[州县旗区])$|(?P<plain>.{{2,}})自治(?P<plain_kind>[州县旗区])$")


_SUFFIX = re.compile(r"(?P<stem>.{2,}?)(?:特别行政区|地区|新区|林区|特区|省|市|县|区|旗|盟)$")


def short_forms(name: str, groups: re.Pattern[str]) -> tuple[str, ...]:
    """The forms of a division's full name without its suffix (江都区 -> 江都; 恩施土家族苗族自治州 -> 恩施, 恩施州, 恩施自治州).

    A stem of one character (沛县) is no short form.
    """
    match = groups.fullmatch(name)
    if match is not None:
        stem = match["stem"] or match["plain"]
        kind = match["kind"] or match["plain_kind"]
        return (stem,) if kind == "区" else (stem, stem + kind, f"{stem}自治{kind}")
    match = _SUFFIX.fullmatch(name)
    return (match["stem"],) if match is not None else ()


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of data/regions, read once."""
    return Gazetteer()
