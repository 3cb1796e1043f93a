"""What an initiative does (mechanism), for whom (target) and with whom (partners), recognised by the words of schema/similarity.yaml."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.errors import SchemaError
from graph.files import folder, read_yaml

FACETS = ("mechanism", "target", "partners")
PARTS = ("theme", "mechanism", "target", "partners", "kind", "wording_name", "wording_text", "scale")


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: labels of its concepts (Chinese, English), the pattern that finds their words, which concepts a word stands for, and the
    families, `sizes`: how many words a concept has."""

    name: str
    labels: dict[str, tuple[str, str]]
    words: re.Pattern[str]
    concepts: dict[str, tuple[str, ...]]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    families: tuple[tuple[str, ...], ...]
    sizes: dict[str, int]

    def find(self, text: str) -> dict[str, str]:
        """Concept -> the first word of `text` that shows it. Of overlapping words the longest counts (知识竞赛 is no 竞赛)."""
        found: dict[str, str] = {}
        for match in self.words.finditer(text):
            for concept in self.concepts[match.group()]:
                found.setdefault(concept, match.group())
        for concept, pattern in self.patterns:
            if shown := pattern.search(text):
                found.setdefault(concept, shown.group())
        return found


@dataclass(frozen=True, slots=True)
class Parties:
    """A way of working that the partners show: with at least so many of them the initiative has the mechanism."""

    mechanism: str
    partners: tuple[str, ...]
    least: int
    weight: float


@dataclass(frozen=True, slots=True)
class Measure:
    """How initiatives are compared: schema/similarity.yaml as read (see the comments there)."""

    weights: dict[str, float]
    places: dict[str, float]
    threshold: float
    peers: int
    family: float
    row: float
    shared: float
    parties: Parties
    divisions: tuple[str, ...]
    kinds: dict[str, tuple[str, str]]
    kindred: dict[frozenset[str], float]
    facets: dict[str, Facet]


def _facet(name: str, content: dict[str, Any], path: str) -> Facet:
    entries: dict[str, dict[str, Any]] = content[name]
    families = tuple(tuple(family) for family in content["families"][name])
    if strange := {concept for family in families for concept in family} - set(entries):
        raise SchemaError(
            "{path}: families of {name} name the unknown {concept}: mend the list", path=path, name=name, concept=min(strange)
        )
    concepts: dict[str, tuple[str, ...]] = {}
    for concept, entry in entries.items():
        for cue in entry.get("cues", ()):
            concepts[cue] = (*concepts.get(cue, ()), concept)
    longest_first = sorted(concepts, key=lambda cue: (-len(cue), cue))
    return Facet(
        name,
        {concept: (entry["zh"], entry["en"]) for concept, entry in entries.items()},
        re.compile("|".join(map(re.escape, longest_first))),
        concepts,
        tuple((concept, re.compile(pattern)) for concept, entry in entries.items() for pattern in entry.get("patterns", ())),
        families,
        {concept: len(entry.get("cues", ())) + len(entry.get("patterns", ())) for concept, entry in entries.items()},
    )


@cache
def measure() -> Measure:
    """schema/similarity.yaml; raises SchemaError when it lacks a part, its weights do not sum to one or a family is wrong."""
    path = folder("schema") / "similarity.yaml"
    content = read_yaml(path)
    weights = {part: float(weight) for part, weight in content["weights"].items()}
    if set(weights) != set(PARTS) or abs(sum(weights.values()) - 1) > 1e-9:
        raise SchemaError("{path}: weights must name {parts} and sum to 1: mend the list", path=path, parts=", ".join(PARTS))
    return Measure(
        weights=weights,
        places=content["places"],
        threshold=float(content["threshold"]),
        peers=int(content["peers"]),
        family=float(content["family"]),
        row=float(content["row"]),
        shared=float(content["shared"]),
        parties=Parties(**content["parties"] | {"partners": tuple(content["parties"]["partners"])}),
        divisions=tuple(content["divisions"]),
        kinds={kind: (entry["zh"], entry["en"]) for kind, entry in content["kinds"].items()},
        kindred={frozenset((a, b)): 0.5 for group in content["kindred"] for a in group for b in group if a != b},
        facets={name: _facet(name, content, str(path)) for name in FACETS},
    )
