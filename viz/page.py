"""One offline HTML file with the network: data, scripts, styles and drawing libraries inlined; nothing in it points to the net."""

import html
import json
import re
from dataclasses import asdict
from pathlib import Path
from string import Template

import networkx as nx
import pyvis

from graph.errors import OutputError
from graph.tables import Tables
from viz.data import PageData, page_data
from viz.inline import packed, policy, read_part, script_safe
from viz.network import Positions

__all__ = ["DRAWN", "PageData", "render", "write_network"]

_SCRIPTS = (
    "text", "data", "state", "filters", "walks", "shapes", "labels", "arrange", "scene", "draw_vis", "draw_force", "dom", "quotes",
    "details", "controls", "search", "share", "picture", "overview", "keys", "help", "bar", "main",
)  # fmt: skip
_STYLES = ("base", "panels", "print")

# Nodes that vis-network draws smoothly on an office laptop; more are drawn by force-graph, or as an overview (docs/view.md: figures).
DRAWN = 2000


def vis_library() -> str:
    """The vis-network script that pyvis ships; raises OutputError when the installation lacks it."""
    found = sorted((Path(pyvis.__file__).parent / "lib").glob("vis-*/vis-network.min.js"))
    if not found:
        raise OutputError("pyvis came without vis-network: reinstall it (pip install --force-reinstall pyvis)")
    return found[-1].read_text(encoding="utf-8")


def _own_styles(library: str) -> list[str]:
    """The style elements that force-graph makes for itself (empty at first, then filled), so that the policy lets them in."""
    return ["", *(json.loads(text) for text in re.findall(r'createTextNode\(t\)\)\}\}\(("(?:[^"\\]|\\.)*")', library))]


def render(data: PageData) -> str:
    """The whole page as text."""
    libraries = [vis_library()]
    style = "".join(read_part("static", f"{name}.css") for name in _STYLES)
    styles = [style]
    if len(data.nodes) > data.limits["drawn"]:
        libraries.append(read_part("vendor", "force-graph.min.js"))
        styles += _own_styles(libraries[-1])
    code = '"use strict";\n(() => {\nconst GG = {};\n' + "".join(read_part("static", f"{name}.js") for name in _SCRIPTS) + "})();\n"
    scripts = [script_safe(script) for script in (*libraries, code)]
    kind, text = packed(asdict(data))
    return Template(read_part("templates", "network.html")).substitute(
        title=html.escape(data.title), policy=html.escape(policy(scripts, styles)), style=style, kind=kind, data=text,
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )  # fmt: skip


def write_network(
    tables: Tables, graph: nx.MultiDiGraph, positions: Positions, path: Path, *, title: str = "工会图谱", drawn: int = DRAWN
) -> None:
    """Writes the network page of a graph (graph.network.make_graph) with positions (graph.layout.positions).

    `tables` may also hold `similar` (columns a, b, score, why: entity ids of alike initiatives). With more than `drawn` nodes the
    page opens on an overview. Raises OSError when `path` cannot be written.
    """
    path.write_text(render(page_data(tables, graph, positions, title=title, drawn=drawn)), encoding="utf-8", newline="\n")
