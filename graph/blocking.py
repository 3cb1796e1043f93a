"""Which pairs of initiatives are worth comparing: a short list for each, found without comparing all pairs once there are many.

Up to `EXACT` initiatives every row of the weighted vectors is multiplied with all others. Beyond, the vectors are made short (facets as
they are, wording by random projection: Johnson and Lindenstrauss 1984), grouped into about sqrt(n) cells by k-means, and a row meets only
the rows of the cells nearest to it (an inverted file index: Jégou, Douze and Schmid 2011, "Product Quantization for Nearest Neighbor
Search"). Fixed seeds: the same initiatives give the same lists.
"""

import warnings
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from scipy import sparse
from scipy.cluster.vq import kmeans2

from graph.facets import measure

EXACT = 4000
SHORT_LIST = 128  # candidates for each initiative; their exact scores decide
_DIMENSIONS = 192  # of the projection of each wording part
_PROBES = 16  # cells that a row is compared with
_SAMPLE = 20_000  # rows that k-means learns from
_CHUNK = 512

Array = np.ndarray[Any, np.dtype[Any]]


def weighted(vectors: dict[str, Any], kinds: Sequence[str], told: Sequence[float]) -> dict[str, Any]:
    """The vectors times the root of their weights and times `told`, and the kinds as vectors: the dot product over all parts is
    nearly the score."""
    weights = measure().weights
    parts = {part: matrix * np.sqrt(weights[part]) for part, matrix in vectors.items()}
    numbers = {kind: number for number, kind in enumerate(measure().kinds)}
    rows = [row for row, kind in enumerate(kinds) if kind in numbers]
    columns = [numbers[kinds[row]] for row in rows]
    ones = np.full(len(rows), np.sqrt(weights["kind"]))
    parts["kind"] = sparse.csr_array((ones, (rows, columns)), shape=(len(kinds), len(numbers)))
    rows_told = sparse.diags_array(np.array(told))
    return {part: sparse.csr_array(rows_told @ matrix) for part, matrix in parts.items()}


class _Best:
    """The best `SHORT_LIST` partners of each row so far."""

    def __init__(self, rows: int) -> None:
        self.ids = np.full((rows, SHORT_LIST), -1, dtype=np.int32)
        self.scores = np.full((rows, SHORT_LIST), -1.0, dtype=np.float32)

    def offer(self, rows: Array, ids: Array, scores: Array) -> None:
        """Scores of `rows` (first axis) with `ids` (second axis); negative ones are ignored."""
        all_ids = np.concatenate([self.ids[rows], np.broadcast_to(ids, scores.shape)], axis=1)
        all_scores = np.concatenate([self.scores[rows], scores], axis=1)
        top = np.argpartition(-all_scores, SHORT_LIST - 1, axis=1)[:, :SHORT_LIST]
        self.scores[rows] = np.take_along_axis(all_scores, top, axis=1)
        self.ids[rows] = np.take_along_axis(all_ids, top, axis=1)

    def pairs(self) -> tuple[Array, Array]:
        """Rows and partners, each pair once with the lower number first, in order."""
        rows, places = np.nonzero((self.ids >= 0) & (self.scores > 0))
        partners = self.ids[rows, places]
        low, high = np.minimum(rows, partners).astype(np.int64), np.maximum(rows, partners).astype(np.int64)
        keys = np.unique(low * len(self.ids) + high)
        return keys // len(self.ids), keys % len(self.ids)


def candidates(parts: dict[str, Any], groups: Sequence[str]) -> tuple[Array, Array]:
    """Pairs (rows, partners; rows < partners) worth an exact score. Rows of the same group (not "") are no pair.

    `parts` as `weighted` gives them.
    """
    numbers = {name: number for number, name in enumerate(dict.fromkeys(groups))}
    codes = np.array([numbers[name] if name else -1 - row for row, name in enumerate(groups)])
    best = _Best(len(groups))
    search = _all if len(groups) <= EXACT else _cells
    for rows, ids, scores in search(parts):
        scores[codes[rows][:, None] == codes[ids][None, :]] = -1.0  # also a row with itself
        best.offer(rows, ids, scores)
    return best.pairs()


def _all(parts: dict[str, Any]) -> Iterator[tuple[Array, Array, Array]]:
    together = sparse.hstack(list(parts.values()), format="csr")
    ids = np.arange(together.shape[0])
    for start in range(0, len(ids), _CHUNK):
        rows = ids[start : start + _CHUNK]
        yield rows, ids, (together[rows] @ together.T).toarray().astype(np.float32)


def _short(parts: dict[str, Any]) -> Array:
    """The weighted vectors as dense rows of a few hundred numbers whose dot products are nearly the same."""
    random = np.random.default_rng(7)
    columns = []
    for part, matrix in parts.items():
        if part.startswith("wording"):
            projection = random.standard_normal((matrix.shape[1], _DIMENSIONS), dtype=np.float32) / np.sqrt(_DIMENSIONS)
            columns.append((matrix.astype(np.float32) @ projection).astype(np.float32))
        else:
            columns.append(matrix.toarray().astype(np.float32))
    return np.hstack(columns)


def _centres(rows: Array) -> Array:
    count = round(float(np.sqrt(len(rows))))
    sample = rows[np.unique(np.linspace(0, len(rows) - 1, min(_SAMPLE, len(rows))).astype(int))]
    start = sample[np.linspace(0, len(sample) - 1, count).astype(int)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # an empty cell is harmless
        return kmeans2(sample, start, iter=5, minit="matrix")[0]  # type: ignore[no-any-return]


def _cells(parts: dict[str, Any]) -> Iterator[tuple[Array, Array, Array]]:
    rows = _short(parts)
    centres = _centres(rows)
    half = (centres**2).sum(axis=1) / 2
    probes = np.empty((len(rows), _PROBES), dtype=np.int32)
    for start in range(0, len(rows), 4096):
        nearness = rows[start : start + 4096] @ centres.T - half
        top = np.argpartition(-nearness, _PROBES - 1, axis=1)[:, :_PROBES]
        order = np.argsort(-np.take_along_axis(nearness, top, axis=1), axis=1, kind="stable")
        probes[start : start + 4096] = np.take_along_axis(top, order, axis=1)
    home = probes[:, 0]
    asked, by_cell = np.nonzero(np.ones_like(probes))[0], probes.ravel()
    order = np.argsort(by_cell, kind="stable")
    bounds = np.searchsorted(by_cell[order], np.arange(len(centres) + 1))
    for cell in range(len(centres)):
        ids = np.flatnonzero(home == cell)
        asking = asked[order[bounds[cell] : bounds[cell + 1]]]
        for start in range(0, len(asking) if len(ids) else 0, _CHUNK):
            chunk = asking[start : start + _CHUNK]
            yield chunk, ids, rows[chunk] @ rows[ids].T
