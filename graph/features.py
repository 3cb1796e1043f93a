"""Profiles to vectors, one sparse matrix a part of the score: the dot product of two rows is how alike two initiatives are in that part."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
from scipy import sparse

from graph.alternation import either
from graph.divisions import ancestors, division_names
from graph.facets import FACETS, measure
from graph.profiles import Profile

# The parts that are cosines of vectors; kind and scale are compared directly.
VECTORS = ("theme", *FACETS, "wording_name", "wording_text")
_THEME_RANK = (1.0, 0.7, 0.5)  # themes stand best first
_SINGLE = 0.3  # a single character in common says less than a pair of characters
_NOT_WORDS = re.compile(r"\W")


@cache
def _place_words(code: str) -> tuple[str, ...]:
    """The names of a division and of those above it, in full and short, longest first: they tell where, not what."""
    names, unit = division_names(), re.compile(f"{either(measure().divisions)}$")
    full = [names[at] for at in (code, *ancestors(code)) if at in names]
    short = [cut for name in full if len(cut := unit.sub("", name)) > 1]
    return tuple(sorted({*full, *short}, key=lambda name: (-len(name), name)))


def without_places(text: str, code: str) -> str:
    """`text` without the names of the region `code` and of those above it."""
    for name in _place_words(code) if code else ():
        text = text.replace(name, "")
    return text


def grams(text: str, size: int) -> list[str]:
    """All runs of `size` characters, marks and spaces left out."""
    plain = _NOT_WORDS.sub("", text)
    return [plain[at : at + size] for at in range(len(plain) - size + 1)]


def _theme(profile: Profile) -> dict[str, float]:
    return dict(zip(profile.themes, _THEME_RANK, strict=False))


def _facet(profile: Profile, name: str) -> dict[str, float]:
    """Concepts by the weight of the place where they stand, and the families of concepts they belong to."""
    found = {concept: weight for concept, (weight, _) in profile.concepts[name].items()}
    for number, family in enumerate(measure().facets[name].families):
        weight = max((found[concept] for concept in family if concept in found), default=0.0)
        if weight:
            found[f"family {number}"] = weight * measure().family
    return found


def _name(profile: Profile) -> dict[str, float]:
    texts = [without_places(name, profile.region) for name in (*profile.names, *profile.forms)]
    return {gram: _SINGLE for text in texts for gram in grams(text, 1)} | {gram: 1.0 for text in texts for gram in grams(text, 2)}


def _text(profile: Profile) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for weight, text in profile.texts:
        for gram in grams(without_places(text, profile.region), 2):
            counts[gram] += weight  # type: ignore[assignment]
    return {gram: math.log1p(count) for gram, count in counts.items()}


_FEATURES: dict[str, Callable[[Profile], dict[str, float]]] = {
    "theme": _theme,
    "mechanism": lambda profile: _facet(profile, "mechanism"),
    "target": lambda profile: _facet(profile, "target"),
    "partners": lambda profile: _facet(profile, "partners"),
    "wording_name": _name,
    "wording_text": _text,
}


class Space:
    """The features of a corpus and how telling each is (idf); turns profiles into vectors of length one.

    A facet that is only hinted at (no concept stands in the name) gives a shorter vector: weak evidence, weak likeness.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.vocabulary: dict[str, dict[str, int]] = {}
        self.idf: dict[str, np.ndarray[Any, np.dtype[np.float64]]] = {}
        self.fitted: dict[str, Any] = {}
        for part in VECTORS:
            rows = [_FEATURES[part](profile) for profile in profiles]
            counts = Counter(feature for row in rows for feature in row)
            # what one initiative alone has can never be in common
            kept = sorted(feature for feature, count in counts.items() if count > 1 or not part.startswith("wording"))
            self.vocabulary[part] = {feature: number for number, feature in enumerate(kept)}
            self.idf[part] = np.log((len(rows) + 1) / (np.array([counts[feature] for feature in kept]) + 0.5))
            self.fitted[part] = self._matrix(part, rows)

    def vectors(self, profiles: Sequence[Profile]) -> dict[str, Any]:
        """Part -> sparse matrix with a row for each profile."""
        return {part: self._matrix(part, [_FEATURES[part](profile) for profile in profiles]) for part in VECTORS}

    def _matrix(self, part: str, rows: Iterable[dict[str, float]]) -> Any:
        vocabulary, idf = self.vocabulary[part], self.idf[part]
        indices: list[int] = []
        values: list[float] = []
        ends = [0]
        for row in rows:
            known = {vocabulary[feature]: weight for feature, weight in row.items() if feature in vocabulary}
            weighted = {number: weight * float(idf[number]) for number, weight in known.items()}
            length = math.sqrt(sum(value * value for value in weighted.values()))
            strength = max(row.values(), default=0.0) ** 0.25 if part in FACETS else 1.0
            for number in sorted(weighted):
                indices.append(number)
                values.append(weighted[number] / length * strength if length else 0.0)
            ends.append(len(indices))
        return sparse.csr_array(
            (np.array(values), np.array(indices, dtype=np.int32), np.array(ends)), shape=(len(ends) - 1, max(1, len(vocabulary)))
        )
