"""One offline HTML file with the network: data, scripts, styles and drawing libraries inlined; nothing in it points to the net."""

import json
import re
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis

from graph.errors import OutputError
from graph.tables import Tables
from viz.data import PageData, page_data
from viz.inline import Contents, fill, packed, read_part
from viz.network import Positions
from viz.overview import overview
from viz.parts import MOST_NODES
from viz.parts_file import write_parts

__all__ = ["DRAWN", "MOST", "PageData", "Settings", "render", "write_network"]

_SCRIPTS = (
    "words", "text", "data", "state", "filters", "walks", "shapes", "labels", "arrange", "scene", "moving", "draw_vis", "draw_force", "dom",
    "parts", "quotes", "details", "controls", "matches", "search", "share", "picture", "overview", "crosstab", "keys", "help", "bar",
    "main",
)  # fmt: skip
_STYLES = ("base", "panels", "print")

# Nodes that vis-network draws smoothly on an office laptop; more are drawn by force-graph, or as an overview (docs/view.md: figures).
DRAWN = 2000
# Characters of packed data that one file carries: 100,000 nodes with a sentence or two each open in 3 s on an office laptop and go through
# as the attachment of a mail (20 MB there); twice as much takes twice as long and does not (docs/view.md: figures).
MOST = 15_000_000


def vis_library() -> str:
    """The vis-network script that pyvis ships; raises OutputError when the installation lacks it."""
    found = sorted((Path(pyvis.__file__).parent / "lib").glob("vis-*/vis-network.min.js"))
    if not found:
        raise OutputError("pyvis came without vis-network: reinstall it (pip install --force-reinstall pyvis)")
    return found[-1].read_text(encoding="utf-8")


def _own_styles(library: str) -> list[str]:
    """The style elements that force-graph makes for itself (empty at first, then filled), so that the policy lets them in."""
    return ["", *(json.loads(text) for text in re.findall(r'createTextNode\(t\)\)\}\}\(("(?:[^"\\]|\\.)*")', library))]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a page is made.

    `drawn`: with more nodes it opens on an overview. `most`: characters of packed data beyond which, when `parts` names a file, the data go
    there (viz.parts_file) and the page holds an overview, whose parts the local server delivers.
    """

    title: str = "工会图谱"
    drawn: int = DRAWN
    most: int = MOST
    parts: Path | None = None


def render(data: PageData, text: tuple[str, str]) -> str:
    """The whole page; `text`: the data, packed (viz.inline)."""
    large = len(data.nodes) > data.limits["drawn"]
    libraries = [vis_library(), *([read_part("vendor", "force-graph.min.js")] if large else [])]
    contents = Contents(
        _SCRIPTS, _STYLES, libraries, library_styles=_own_styles(libraries[-1]) if large else (), connect="'self'" if data.overview else ""
    )
    return fill("network.html", contents, title=data.title, data=text)


def _plain(data: PageData) -> dict[str, Any]:
    return {field.name: getattr(data, field.name) for field in fields(data)}


def _from_above(data: PageData) -> PageData:
    """What the page of a network keeps when its nodes go into a file of parts."""
    counts = {"nodes": len(data.nodes), "edges": len(data.edges), "pages": len(data.pages)}
    papers = sorted({page[1] for page in data.pages} - {""})
    return replace(
        data, nodes=[], edges=[], facts=[], figures=[], passages=[], pages=[], articles=[], similar=[], elsewhere=[],
        overview=counts | {"papers": papers, "regions": overview(data, MOST_NODES)}, limits=data.limits | {"part": MOST_NODES},
    )  # fmt: skip


def write_network(tables: Tables, graph: nx.MultiDiGraph, positions: Positions, path: Path, settings: Settings | None = None) -> None:
    """Writes the network page of a graph (graph.network.make_graph) with positions (graph.layout.positions).

    `tables` may also hold `similar` (columns a, b, score, why, why_en; a and b: ids of initiatives) and `elsewhere` (viz.part.elsewhere).
    Raises OSError when `path` cannot be written.
    """
    settings = settings or Settings()
    data = page_data(tables, graph, positions, title=settings.title, drawn=settings.drawn)
    text = packed(_plain(data))
    if settings.parts is not None and len(text[1]) > settings.most:
        write_parts(data, settings.parts)
        data = _from_above(data)
        text = packed(_plain(data))
    path.write_text(render(data, text), encoding="utf-8", newline="\n")
