"""A large network from above: its nodes merged by region, level by level, with what each part holds."""

from collections import Counter, defaultdict
from typing import Any

from viz.data import PageData

_DIGITS = (2, 4, 6, 9)  # of a code that name a province, prefecture, county, town
NOWHERE = "none"  # the part of what no region is known of


def home_of(node: dict[str, Any]) -> str:
    """The code of the region where a node is counted: its own, else its island's; "" when none."""
    return str(node.get("region") or node.get("adcode") or node["group"])


def part_of(home: str, whole: str, digits: int, regions: dict[str, str]) -> str:
    """The part of `whole` that a home lies in: a division of at least so many digits; `whole=` for what lies in no smaller one.

    Divisions that do not exist (a city between 上海市 and its districts) are passed over.
    """
    for length in _DIGITS:
        code = home[:length].ljust(6, "0") if length <= 6 else home
        if length >= digits and code in regions and code != whole:
            return code
    return f"{whole}=" if whole else NOWHERE


def _summary(code: str, nodes: list[dict[str, Any]]) -> list[Any]:
    themes = Counter(theme for node in nodes for theme in node.get("themes", ()))
    x, y = (round(sum(node[axis] for node in nodes) / len(nodes), 1) for axis in ("x", "y"))
    return [code, x, y, dict(sorted(Counter(node["type"] for node in nodes).items())), dict(sorted(themes.items()))]


def _weights(data: PageData, wholes: list[str], parts: list[str]) -> dict[str, Counter[tuple[str, str]]]:
    """Whole -> (part, part) -> facts between the two."""
    weights: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for edge in data.edges:
        a, b = edge["from"], edge["to"]
        if wholes[a] == wholes[b] and parts[a] != parts[b]:
            first, second = sorted((parts[a], parts[b]))
            weights[wholes[a]][first, second] += len(edge["facts"])
    return weights


def overview(data: PageData, least: int) -> dict[str, dict[str, Any]]:
    """Region -> what its picture from above shows; "" is the whole. Only regions with more than `least` nodes and at least two parts.

    groups: [[code, x, y, {type: nodes}, {theme: initiatives}], …], the largest first; links: [[group, group, facts], …]. A code is a
    division's, or `code=` for what of a division lies in none of its parts, or `none`.
    """
    homes = [home_of(node) for node in data.nodes]
    wholes = [""] * len(homes)
    found: dict[str, dict[str, Any]] = {}
    only: dict[str, str] = {}  # undivided -> its single part
    for digits in _DIGITS:
        parts = [
            whole if whole == NOWHERE or whole.endswith("=") else part_of(home, whole, digits, data.regions)
            for home, whole in zip(homes, wholes, strict=True)
        ]
        members: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
        for node, whole, part in zip(data.nodes, wholes, parts, strict=True):
            members[whole][part].append(node)
        weights = _weights(data, wholes, parts)
        for whole, groups in members.items():
            if len(groups) > 1 and sum(map(len, groups.values())) > least:
                codes = sorted(groups, key=lambda code: (-len(groups[code]), code))
                order = {code: i for i, code in enumerate(codes)}
                links = sorted([*sorted((order[a], order[b])), facts] for (a, b), facts in weights[whole].items())
                found[whole] = {"groups": [_summary(code, groups[code]) for code in codes], "links": links}
            elif len(groups) == 1:
                only[whole] = next(iter(groups))
        wholes = parts
    for whole in reversed(only):
        if whole not in found and only[whole] in found:
            found[whole] = found[only[whole]]
    return dict(sorted(found.items()))
