"""Which initiatives of different regions are alike, and why: a score that is the sum of named parts, each pair with its quotes.

Two initiatives of one region, of regions that share a place, or of one scheme are never a pair; nor are those of one article unless their
regions lie apart (a studio of a county and the province's title for it are told together because they belong together).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from graph.blocking import Array, candidates, weighted
from graph.facets import PARTS, measure
from graph.features import VECTORS, Space
from graph.profiles import Profile, profiles, standing
from graph.reasons import Reasons, figures_alike
from graph.tables import Tables, frame

_CHUNK = 20_000
_WHY = {"why": "zh", "why_en": "en"}


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of initiatives: numbers of rows, and what each part adds to the score (a column a part, in the order of PARTS)."""

    a: Array
    b: Array
    parts: Array

    @property
    def scores(self) -> Array:
        """The sums of the parts."""
        return np.asarray(self.parts.sum(axis=1))

    def take(self, chosen: Array) -> "Pairs":
        """The chosen pairs."""
        return Pairs(self.a[chosen], self.b[chosen], self.parts[chosen])


def _apart(one: Profile, other: Profile) -> bool:
    """Whether the two can be compared as the work of different regions."""
    if one.scheme & other.scheme:
        return False
    regions = standing(one.regions, other.regions)
    return regions == "apart" or (regions != "same" and one.article != other.article)


def _kinds(one: Sequence[Profile], other: Sequence[Profile]) -> list[float]:
    kindred = measure().kindred
    return [
        0.0 if not a.kind else 1.0 if a.kind == b.kind else kindred.get(frozenset((a.kind, b.kind)), 0.0)
        for a, b in zip(one, other, strict=True)
    ]


def _scales(one: Sequence[Profile], other: Sequence[Profile]) -> list[float]:
    """Half for the same administrative level, half for figures of the same measure that are near each other."""
    return [
        (0.5 if a.level and a.level == b.level else 0.0) + (0.5 * figures_alike(a, b) if a.figures and b.figures else 0.0)
        for a, b in zip(one, other, strict=True)
    ]


def compare(one: Sequence[Profile], other: Sequence[Profile], vectors: dict[str, Any], rows: tuple[Array, Array]) -> Array:
    """What each part adds to the score of the pairs (one[i], other[i]); `rows` are their rows in `vectors`. Rounded to four digits."""
    weights = measure().weights
    columns: dict[str, Any] = {"kind": _kinds(one, other), "scale": _scales(one, other)}
    for part in VECTORS:
        left, right = vectors[part][rows[0]], vectors[part][rows[1]]
        columns[part] = np.asarray(left.multiply(right).sum(axis=1)).ravel()
    told = np.array([a.told * b.told for a, b in zip(one, other, strict=True)])
    return np.round(np.column_stack([weights[part] * told * np.asarray(columns[part]) for part in PARTS]), 4)


def _chunks(found: Sequence[Profile], vectors: dict[str, Any], a: Array, b: Array) -> Iterator[Pairs]:
    for start in range(0, len(a), _CHUNK):
        rows = a[start : start + _CHUNK], b[start : start + _CHUNK]
        one, other = [found[row] for row in rows[0]], [found[row] for row in rows[1]]
        pairs = Pairs(*rows, compare(one, other, vectors, rows))
        allowed = [_apart(x, y) for x, y in zip(one, other, strict=True)]
        yield pairs.take(np.flatnonzero(np.array(allowed) & (pairs.scores >= measure().threshold)))


def _best(pairs: Pairs, count: int) -> Array:
    """Positions of the pairs that are among the best `count` of one of their two initiatives, best first."""
    order = np.lexsort((pairs.b, pairs.a, -pairs.scores))
    seen: dict[int, int] = defaultdict(int)
    kept = []
    for place in order:
        ends = int(pairs.a[place]), int(pairs.b[place])
        if any(seen[end] < count for end in ends):
            kept.append(place)
        for end in ends:
            seen[end] += 1
    return np.array(kept, dtype=np.int64)


def find_pairs(found: Sequence[Profile]) -> Pairs:
    """The pairs above the threshold, best first; of each initiative at most `peers` and those for which it is a best peer."""
    space = Space(found)
    parts = weighted(space.fitted, [profile.kind for profile in found], [profile.told for profile in found])
    a, b = candidates(parts, [profile.region for profile in found])
    chunks = list(_chunks(found, space.fitted, a, b))
    if not chunks:
        return Pairs(np.zeros(0, int), np.zeros(0, int), np.zeros((0, len(PARTS))))
    pairs = Pairs(*(np.concatenate([getattr(chunk, name) for chunk in chunks]) for name in ("a", "b", "parts")))
    return pairs.take(_best(pairs, measure().peers))


def similar(tables: Tables) -> pd.DataFrame:
    """The table `similar` (columns: schema/tables.yaml), most similar first; a pair stands once, with the lower id as `a`."""
    found = profiles(tables)
    pairs = find_pairs(found)
    reasons = Reasons(tables)
    rows = []
    for rank, (a, b, parts, score) in enumerate(zip(pairs.a, pairs.b, pairs.parts, pairs.scores, strict=True), start=1):
        one, other = found[a], found[b]
        rows.append(
            {"rank": rank, "a": one.id, "b": other.id, "name_a": one.name, "name_b": other.name, "score": round(float(score), 4)}
            | dict(zip(PARTS, parts.tolist(), strict=True))
            | {"region_a": one.region, "region_b": other.region, "regions": standing(one.regions, other.regions)}
            | {name: reasons.why(one, other, dict(zip(PARTS, parts.tolist(), strict=True)), language) for name, language in _WHY.items()}
            | reasons.quotes(one, other)
        )
    return frame("similar", rows)


def rank(found: Sequence[Profile], query: Profile, *, same_region: bool = False) -> list[tuple[Profile, float, dict[str, float]]]:
    """The initiatives by their likeness to `query` (one of `found`, or a free text), best first: (profile, score, parts).

    Those of the query's own region and scheme are left out unless `same_region`; all scores above zero are given.
    """
    return [(other, score, parts) for other, score, parts, _ in rank_any(found, [query], same_region=same_region)]


def rank_any(
    found: Sequence[Profile], queries: Sequence[Profile], *, same_region: bool = False
) -> list[tuple[Profile, float, dict[str, float], Profile]]:
    """`rank` by the likeness to that of the queries which is nearest, given at the end: what is left out of one is out of all."""
    asked = {query.id for query in queries}
    others = [p for p in found if p.id not in asked and (same_region or all(not query.id or _apart(query, p) for query in queries))]
    if not others:
        return []
    vectors = Space(found).vectors([*queries, *others])
    rows = np.arange(len(queries), len(queries) + len(others))
    parts = np.stack(
        [compare([query] * len(others), others, vectors, (np.full(len(others), at), rows)) for at, query in enumerate(queries)]
    )
    scores = parts.sum(axis=2)
    nearest = scores.argmax(axis=0)
    best = scores.max(axis=0)
    order = sorted(range(len(others)), key=lambda at: (-best[at], others[at].id))
    return [
        (others[at], round(float(best[at]), 4), dict(zip(PARTS, parts[nearest[at], at].tolist(), strict=True)), queries[nearest[at]])
        for at in order if best[at] > 0
    ]  # fmt: skip
