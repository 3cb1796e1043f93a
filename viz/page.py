"""One offline HTML file with the network: data, scripts, styles and drawing libraries inlined; nothing in it points to the net."""

import base64
import gzip
import hashlib
import html
import json
from dataclasses import asdict
from pathlib import Path
from string import Template
from typing import Any

import networkx as nx
import pyvis

from graph.errors import OutputError
from graph.tables import Tables
from viz.data import PageData, page_data
from viz.network import Positions

__all__ = ["PageData", "render", "write_network"]

_HERE = Path(__file__).resolve().parent
_SCRIPTS = (
    "text", "data", "state", "filters", "walks", "shapes", "labels", "arrange", "scene", "draw_vis", "draw_force", "dom", "quotes",
    "details", "controls", "search", "share", "picture", "overview", "keys", "help", "main",
)  # fmt: skip
_STYLES = ("base", "panels", "print")

# Nodes that vis-network draws smoothly on an office laptop; more are drawn by force-graph, or as an overview (docs/view.md: figures).
DRAWN = 2000
# JSON larger than this is packed (gzip, base64): it opens faster than it would load plain.
_PACK = 1_500_000


# Hashes of the style elements that force-graph 1.52.0 makes (an empty one, then its two sheets), for the Content-Security-Policy.
_FORCE_GRAPH_STYLES = (
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='", "'sha256-jtRRMYY2VbEXuBKbHvqM1/fPT8vazFrEooXdvwUK4y8='",
    "'sha256-9xjtvxMT1ApHlgn9ohbh2FNfvK5Tqtzy94BjfXBeMSY='",
)  # fmt: skip


def vis_library() -> str:
    """The vis-network script that pyvis ships; raises OutputError when the installation lacks it."""
    found = sorted((Path(pyvis.__file__).parent / "lib").glob("vis-*/vis-network.min.js"))
    if not found:
        raise OutputError("pyvis came without vis-network: reinstall it (pip install --force-reinstall pyvis)")
    return found[-1].read_text(encoding="utf-8")


def script_json(value: Any) -> str:
    """JSON that may stand in a <script> element: no character of it can end the element or start another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _script_safe(code: str) -> str:
    """Library code that may stand in a <script> element."""
    return code.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


def _policy(scripts: list[str], styles: list[str]) -> str:
    """Content-Security-Policy: only these scripts and styles (hashes) run, and nothing is loaded from anywhere."""
    return (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src {' '.join(styles)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _read(*parts: str) -> str:
    return _HERE.joinpath(*parts).read_text(encoding="utf-8")


def render(data: PageData) -> str:
    """The whole page as text."""
    packed = script_json(asdict(data))
    kind = "application/json"
    if len(packed) > _PACK:
        kind = "application/gzip"
        packed = base64.b64encode(gzip.compress(packed.encode("utf-8"), mtime=0)).decode("ascii")
    libraries = [vis_library()]
    allowed: list[str] = []
    if len(data.nodes) > data.limits["drawn"]:
        libraries.append(_read("vendor", "force-graph.min.js"))
        allowed.extend(_FORCE_GRAPH_STYLES)
    code = '"use strict";\n(() => {\nconst GG = {};\n' + "".join(_read("static", f"{name}.js") for name in _SCRIPTS) + "})();\n"
    scripts = [_script_safe(script) for script in (*libraries, code)]
    style = "".join(_read("static", f"{name}.css") for name in _STYLES)
    return Template(_read("templates", "network.html")).substitute(
        title=html.escape(data.title), policy=html.escape(_policy(scripts, [_hash(style), *allowed])), style=style, kind=kind, data=packed,
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
