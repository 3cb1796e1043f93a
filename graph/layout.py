"""Where each node stands in the picture: regions as islands, inside them a force-directed layout without overlaps.

The forces are ForceAtlas2's (Jacomy et al. 2014, PLoS ONE 9(6) e98679: repulsion m·m/d, attraction linear in d) with a spring to the
island of the node's region. Repulsion is exact for small graphs; for large ones it is a convolution on a mesh (Hockney & Eastwood 1988,
"Computer Simulation Using Particles"), so a step costs O(n + mesh) instead of O(n²). Our own, because networkx' ForceAtlas2 took 17 s for
2,000 nodes, igraph is fast but under the GPL, and neither keeps regions together (figures: docs/view.md).
"""

import math
from collections import Counter
from typing import NamedTuple

import networkx as nx
import numpy as np
import numpy.typing as npt

from graph.divisions import division_names

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_EXACT = 700  # nodes up to which all pairs are computed; measured: above it the mesh is faster
_GAP = 19.0  # free space between two node rims: the page draws nodes up to 9 larger when seen from far
_SIGNERS = "~"  # the island of those who only sign
_ROOM = 42.0  # edge length of the square that a node takes up on its island, on average


def node_size(degree: int) -> float:
    """Radius of a node in the picture by its number of neighbours."""
    return round(7.0 + 2.8 * math.sqrt(min(degree, 120)), 2)


def _prefecture(code: str) -> str:
    upper = code[:4].ljust(4, "0") + "00"
    return upper if upper in division_names() else code[:2] + "0000"  # districts of municipalities have no prefecture


def islands(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Node -> the prefecture (or province) it is drawn with, as a six-digit adcode; `""` when nothing ties it to a region.

    A node without a region of its own goes where most of its neighbours are (three rounds, so that persons follow their body).
    """
    home = {node: _prefecture(data["region"]) for node, data in graph.nodes(data=True) if data.get("region")}
    for _ in range(3):
        found = {}
        for node in sorted(set(graph) - set(home)):
            votes = Counter(home[other] for other in set(nx.all_neighbors(graph, node)) if other in home)
            if votes:
                found[node] = min(votes, key=lambda code: (-votes[code], code))
        if not found:
            break
        home |= found
    return {node: home.get(node, "") for node in graph}


def _repel_exact(at: Floats, mass: Floats) -> Floats:
    across, down = (at[:, axis][:, None] - at[:, axis][None, :] for axis in (0, 1))
    weight = np.outer(mass, mass) / np.maximum(across**2 + down**2, 1.0)
    return np.asarray(at * weight.sum(axis=1)[:, None] - weight @ at)


class _Mesh:
    """Repulsion by convolution of the mass on a square mesh with the field of a unit mass."""

    def __init__(self, nodes: int) -> None:
        self.cells = int(min(256, max(48, 2 * nodes**0.5)))
        reach = np.fft.fftfreq(2 * self.cells, 1 / (2 * self.cells))
        x, y = np.meshgrid(reach, reach, indexing="ij")
        squared = np.maximum(x**2 + y**2, 1.0)
        self.fields = [np.fft.rfft2(axis / squared) for axis in (x, y)]

    def repel(self, at: Floats, mass: Floats) -> Floats:
        low = at.min(axis=0)
        cell = max(float((at.max(axis=0) - low).max()) / (self.cells - 2), 1e-9)
        scaled = (at - low) / cell
        base = scaled.astype(np.int64)
        part = scaled - base
        corners = [
            (base[:, 0] + dx, base[:, 1] + dy, abs(1 - dx - part[:, 0]) * abs(1 - dy - part[:, 1])) for dx in (0, 1) for dy in (0, 1)
        ]
        density = np.zeros((2 * self.cells, 2 * self.cells))
        for x, y, weight in corners:
            np.add.at(density, (x, y), weight * mass)
        spectrum = np.fft.rfft2(density)
        force = np.zeros_like(at)
        for axis, field in enumerate(self.fields):
            grid = np.fft.irfft2(spectrum * field, s=density.shape)
            for x, y, weight in corners:
                force[:, axis] += grid[x, y] * weight
        return np.asarray(force * mass[:, None] / cell)


def _pull(at: Floats, links: Ints, weight: Floats) -> Floats:
    delta = (at[links[:, 1]] - at[links[:, 0]]) * weight[:, None]
    force = np.empty_like(at)
    for axis in (0, 1):
        force[:, axis] = np.bincount(links[:, 0], delta[:, axis], len(at)) - np.bincount(links[:, 1], delta[:, axis], len(at))
    return force


class _Forces(NamedTuple):
    """`spread` scales repulsion, `hold` the spring to a node's anchor; the step cools down over `steps`."""

    spread: float
    hold: float
    steps: int


def _simulate(at: Floats, links: Ints, weight: Floats, anchor: Floats, forces: _Forces) -> Floats:
    """Moves nodes along the forces."""
    spread, hold, steps = forces
    mass: Floats = 1.0 + np.sqrt(np.bincount(links.ravel(), minlength=len(at)).astype(np.float64))
    mesh = _Mesh(len(at)) if len(at) > _EXACT else None
    reach = float(np.ptp(at, axis=0).max()) / 12 + 1.0
    for step in range(steps):
        repulsion = mesh.repel(at, mass) if mesh else _repel_exact(at, mass)
        force = spread * repulsion + _pull(at, links, weight) + hold * mass[:, None] * (anchor - at)
        length = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-9)
        limit = reach * (1 - step / steps) ** 1.5
        at = at + force * (np.minimum(0.12 * length, limit) / length)[:, None]
    return at


def _near(at: Floats, cell: float) -> tuple[Ints, Ints]:
    """All pairs of points in the same or neighbouring square cells."""
    column, row = np.floor((at - at.min(axis=0)) / cell).astype(np.int64).T
    width = int(row.max()) + 3
    key = column * width + row
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    first, second = [], []
    for offset in (0, 1, width - 1, width, width + 1):
        start = np.searchsorted(ordered, ordered + offset, side="left")
        end = np.searchsorted(ordered, ordered + offset, side="right")
        if offset == 0:
            start = np.arange(len(at)) + 1
        count = np.maximum(end - start, 0)
        left = np.repeat(np.arange(len(at)), count)
        right = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + np.repeat(start, count)
        first.append(order[left])
        second.append(order[right])
    return np.concatenate(first), np.concatenate(second)


def _part(at: Floats, radius: Floats, *, rounds: int) -> Floats:
    """Pushes overlapping discs apart until none overlaps or `rounds` are over."""
    cell = 2 * float(radius.max())
    for _ in range(rounds):
        first, second = _near(at, cell)
        delta = at[first] - at[second]
        distance = np.hypot(delta[:, 0], delta[:, 1])
        want = radius[first] + radius[second]
        hit = distance < want - 0.01
        if not hit.any():
            break
        first, second, delta, distance, want = first[hit], second[hit], delta[hit], distance[hit], want[hit]
        # two nodes on one spot part along a direction that their numbers give
        angle = (first * 7 + second * 13) % 360 * (np.pi / 180)
        unit = np.where(distance[:, None] > 1e-6, delta / np.maximum(distance, 1e-6)[:, None], np.stack([np.cos(angle), np.sin(angle)], 1))
        push = unit * ((want - distance + 0.1) / 2)[:, None]
        at = at.copy()
        for axis in (0, 1):
            at[:, axis] += np.bincount(first, push[:, axis], len(at)) - np.bincount(second, push[:, axis], len(at))
    return at


def _landscape(at: Floats) -> Floats:
    """Turned so that the longest extent lies across the page; mirrored to a fixed side."""
    centred: Floats = at - at.mean(axis=0)
    if len(at) < 3:
        return centred
    _, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, ::-1]
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    return np.asarray(centred @ axes)


def _provinces(codes: list[str], size: Ints) -> Ints:
    """Ties each island to the largest of its province, so that provinces stay together."""
    largest: dict[str, int] = {}
    for i in sorted(range(len(codes)), key=lambda i: (-size[i], codes[i])):
        largest.setdefault(codes[i][:2], i)
    pairs = [sorted((i, largest[code[:2]])) for i, code in enumerate(codes) if code and largest[code[:2]] != i]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def _seas(codes: list[str], member: Ints, links: Ints, rng: np.random.Generator) -> Floats:
    """The centre of each island: islands with many common links or of one province lie close."""
    size = np.bincount(member, minlength=len(codes)).astype(np.int64)
    radius = _ROOM * 0.62 * np.sqrt(size) + 24
    at = rng.normal(size=(len(codes), 2)) * radius.sum() / 4
    ends = member[links]
    pairs, times = np.unique(np.sort(ends[ends[:, 0] != ends[:, 1]], axis=1), axis=0, return_counts=True)
    ties = _provinces(codes, size)
    weight = np.concatenate([np.log1p(times) / 4, np.full(len(ties), 1.5)])
    both = np.concatenate([pairs.reshape(-1, 2), ties])
    return _landscape(_simulate(at, both, weight, np.zeros_like(at), _Forces(float(radius.mean()) ** 2 / 14, 0.5, 300)))


def _together(at: Floats, member: Ints, radius: Floats) -> Floats:
    """Moves whole islands close to one another until they almost touch, a little wider than high, as screens are."""
    count = np.bincount(member)
    centre = np.stack([np.bincount(member, at[:, axis]) / count for axis in (0, 1)], axis=1)
    rim = np.zeros(len(count))
    np.maximum.at(rim, member, np.hypot(*(at - centre[member]).T) + radius)
    moved = centre - np.average(centre, axis=0, weights=count)
    area = float((rim**2).sum())
    shrink = (area / max(float((moved**2).sum(axis=1).mean()), 1e-9)) ** 0.5 / 2
    moved = _part(moved * np.array([1.45, 0.6]) * min(shrink, 1.0), rim + 16, rounds=600)
    return np.asarray(at + (moved - centre)[member])


def positions(graph: nx.MultiDiGraph, *, seed: int = 7) -> dict[str, tuple[float, float]]:
    """Node -> (x, y) in pixels at zoom 1, y downwards; no two nodes overlap (radius `node_size`).

    Nodes need the attribute `region` (adcode or `""`); those with `signer` stand apart, since the view leaves them out at first.
    The same graph and seed give the same positions on one machine.
    """
    if not graph:
        return {}
    nodes = sorted(graph)
    index = {node: i for i, node in enumerate(nodes)}
    pairs = {tuple(sorted((index[head], index[tail]))) for head, tail in graph.edges() if head != tail}
    links = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    home = islands(graph) | dict.fromkeys((node for node, signs in graph.nodes(data="signer") if signs), _SIGNERS)
    codes = sorted(set(home.values()))
    member = np.array([codes.index(home[node]) for node in nodes])
    rng = np.random.default_rng(seed)
    # far apart at first, so that islands do not press one another out of shape
    centre = 4 * _seas(codes, member, links, rng)[member]
    radius = np.array([node_size(d) for d in np.bincount(links.ravel(), minlength=len(nodes))]) + _GAP / 2
    size = np.bincount(member)[member] ** 0.5
    at = centre + rng.normal(size=(len(nodes), 2)) * (_ROOM * 0.25 * size)[:, None]
    same = member[links[:, 0]] == member[links[:, 1]]
    weight = np.where(same, 0.5, 0.004)
    steps = 200 if len(nodes) <= 20_000 else 80
    at = _simulate(at, links, weight, centre, _Forces(_ROOM**2 / 9, 0.10, steps))
    at = _together(_part(at, radius, rounds=300), member, radius)
    at = _part(at, radius, rounds=100)
    at = at - (at.max(axis=0) + at.min(axis=0)) / 2
    return {node: (round(float(x), 1), round(float(y), 1)) for node, (x, y) in zip(nodes, at, strict=True)}
