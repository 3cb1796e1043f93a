"""Canonical measures and units: what must be joined so that the figures of different regions can be compared.

Which forms are one measure, and why, stands in data/words/measures.yaml. What is not listed there keeps its own name without
the words that only say where and when; nothing is guessed. Values are never converted: units that need it (斤, 公斤) stay apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from graph.alternation import either
from graph.errors import SchemaError
from graph.files import folder, read_yaml

__all__ = ["canonical", "reason"]

_ADDED = "新建"
_MARKS = re.compile(r"[\s“”\"'‘’「」『』《》〈〉()()]")


@dataclass(frozen=True, slots=True)
class _Measure:
    name: str
    pattern: re.Pattern[str]
    units: frozenset[str]
    reason: str


@dataclass(frozen=True, slots=True)
class _Rules:
    units: dict[str, str]
    nouns: tuple[tuple[tuple[str, ...], frozenset[str], str], ...]
    front: re.Pattern[str]
    back: re.Pattern[str]
    measures: tuple[_Measure, ...]


def _check(rules: _Rules) -> _Rules:
    known = set(rules.units.values()) | {unit for _, _, unit in rules.nouns} | {"%", "元", "人", "份"}
    for measure in rules.measures:
        if strange := sorted(measure.units - known):
            raise SchemaError(
                "data/words/measures.yaml: {name} names the unit {unit}, which is no canonical unit: mend the list",
                name=measure.name,
                unit=strange[0],
            )
        if not measure.reason:
            raise SchemaError("data/words/measures.yaml: {name} gives no reason: add it", name=measure.name)
    return rules


def _listed(entry: dict[str, Any]) -> Iterator[_Measure]:
    for name, rule in entry.items():
        yield _Measure(name, re.compile(rule["pattern"]), frozenset(rule["units"]), rule["reason"])


def _things(entry: dict[str, Any], verbs: dict[str, list[str]], praise: str) -> Iterator[_Measure]:
    """The measures of things that are counted: how many there are, and how many were added."""
    for name, rule in entry.items():
        thing = f"{either(rule['of'])}*{either(rule['heads'])}"
        for before, words, more in (("", verbs["there"], "?"), (_ADDED, verbs["added"], "")):
            pattern = f"(?:{either(words)}了?(?:{praise})?){more}{thing}"
            yield _Measure(before + name, re.compile(pattern), frozenset(rule["units"]), rule["reason"])


@cache
def _rules() -> _Rules:
    entry: dict[str, Any] = read_yaml(folder("data") / "words" / "measures.yaml")
    units = {form: unit for unit, rule in entry["units"].items() for form in [unit, *rule["forms"]]}
    return _check(
        _Rules(
            units=units,
            nouns=tuple((tuple(rule["ends"]), frozenset(rule["forms"]), rule["unit"]) for rule in entry["nouns"]),
            front=re.compile("(?:" + "|".join(entry["strip"]["front"]) + ")(?=.)"),
            back=re.compile("(?<=.)(?:" + "|".join(entry["strip"]["back"]) + r")\Z"),
            measures=(*_things(entry["things"], entry["verbs"], entry["praise"]), *_listed(entry["measures"])),
        )
    )


def _stripped(measure: str, rules: _Rules) -> str:
    text = _MARKS.sub("", measure)
    while match := rules.front.match(text):
        text = text[match.end() :]
    while match := rules.back.search(text):
        text = text[: match.start()]
    return text


@lru_cache(maxsize=65536)
def _find(measure: str, unit: str) -> tuple[str, str, _Measure | None]:
    rules = _rules()
    text, unit = _stripped(measure, rules), rules.units.get(unit, unit)
    joined = next((to for ends, forms, to in rules.nouns if unit in forms and text.endswith(ends)), unit)
    forms = (text, _MARKS.sub("", measure), text.replace("了", "", 1))
    for candidate in rules.measures:
        # The front that was stripped may itself be part of a listed form (动员职工参保).
        if joined in candidate.units and any(candidate.pattern.fullmatch(form) for form in forms):
            return candidate.name, joined, candidate
    return text, joined, None


def canonical(measure: str, unit: str) -> tuple[str, str]:
    """The canonical (measure, unit) of a statistic: 全县集体协商率, % -> 集体协商建制率, %; 建成驿站, 家 -> 工会驿站, 个.

    Persons (名, 位, 人) are one unit; attendances (人次) stay apart from persons, percentage points from percent.
    """
    name, joined, _ = _find(measure, unit)
    return name, joined


def reason(measure: str, unit: str) -> str | None:
    """Why this measure is joined with others under one name; None when it stands for itself."""
    found = _find(measure, unit)[2]
    return found.reason if found else None
