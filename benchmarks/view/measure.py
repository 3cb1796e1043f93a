"""Time to a stable picture, frames a second, memory and size of the network page, beside plain pyvis and bare vis-network.

python benchmarks/view/measure.py 500 2000 10000        prints medians and ratios; needs Debian's chromium and the dev dependencies

All pages show the same made-up graph (corpus.py) in the same window, without a GPU and without a connection.
- plain pyvis: add_node, add_edge, default physics, until its loading bar ends (up to 2,000 nodes: beyond it takes many minutes)
- bare vis-network: the positions of our layout, straight edges, no panels
- ours: network.html as it opens; `all` is the view after "draw everything", where it opens on an overview
"""

import argparse
import json
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import networkx as nx
from corpus import make_tables
from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network

from graph.layout import positions
from graph.network import make_graph
from viz.network import Positions, make_network
from viz.page import DRAWN, vis_library, write_network

_LONGEST = 900_000  # ms until a page is given up: plain pyvis needs minutes
_MOST_BARE = 20_000  # nodes that bare vis-network still draws in a bearable time
_COUNT = """async () => {
  let frames = 0, on = true; const count = () => { frames++; if (on) requestAnimationFrame(count); };
  requestAnimationFrame(count); const t = performance.now(); await new Promise(done => { window.stopCount = done; }); on = false;
  return frames / (performance.now() - t) * 1000; }"""


class View(NamedTuple):
    """A page, what is on it when it is ready, and where it is opened; `once`: too slow to be opened several times."""

    path: Path
    ready: str
    hash_: str = ""
    once: bool = False


def _plain(graph: nx.MultiDiGraph, path: Path) -> None:
    network = Network(cdn_resources="in_line")
    for node, data in graph.nodes(data=True):
        network.add_node(node, label=data["name"])
    for head, tail, _ in graph.edges(keys=True):
        network.add_edge(head, tail)
    path.write_text(network.generate_html(), encoding="utf-8")


def _bare(graph: nx.MultiDiGraph, at: Positions, path: Path) -> None:
    network, _ = make_network(graph, at)
    nodes = [{key: node[key] for key in ("id", "label", "x", "y", "size", "color")} | {"shape": "dot"} for node in network.nodes]
    edges = [{"from": edge["from"], "to": edge["to"]} for edge in network.edges]
    path.write_text(
        '<!DOCTYPE html><meta charset="utf-8"><style>html,body,#net{height:100%;margin:0}</style><div id="net"></div>'
        f"<script>{vis_library()}</script><script>const network = new vis.Network(document.getElementById('net'), "
        f"{{nodes: new vis.DataSet({json.dumps(nodes)}), edges: new vis.DataSet({json.dumps(edges)})}}, "
        "{physics: false, layout: {improvedLayout: false}, edges: {smooth: false}});"
        "network.once('afterDrawing', () => { document.documentElement.dataset.ready = '1'; });</script>",
        encoding="utf-8",
    )


def _frames(page: Page, act: Any) -> float:
    """Frames a second that the page shows while `act` goes on for two seconds."""
    page.evaluate(f"() => {{ window.frames_ = ({_COUNT})(); }}")
    end = time.monotonic() + 2
    step = 0
    while time.monotonic() < end:
        act(step)
        step += 1
    return float(page.evaluate("() => { window.stopCount(); return window.frames_; }"))


def _open(browser: Browser, view: View) -> tuple[Page, float]:
    """The page, and the seconds until it was ready and had painted two more frames."""
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
    context.add_init_script("try { localStorage.setItem('gonghui-help-seen', '1') } catch {}")
    page = context.new_page()
    page.goto(view.path.as_uri() + view.hash_, wait_until="commit")
    page.wait_for_selector(view.ready, state="attached", timeout=_LONGEST)  # a function would need eval, which the policy forbids
    stable = page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))")
    return page, stable / 1000


def _moved(page: Page) -> dict[str, float]:
    """Frames a second while zooming and panning, and the memory after it."""
    page.wait_for_timeout(700)
    page.mouse.move(700, 450)
    zoom = _frames(page, lambda step: page.mouse.wheel(0, -60 if step % 40 < 20 else 60))
    page.mouse.move(480, 800)
    page.mouse.down()
    pan = _frames(page, lambda step: page.mouse.move(480 + 4 * (step % 50), 800 - 3 * (step % 50)))
    page.mouse.up()
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return {"pan fps": pan, "zoom fps": zoom, "heap MB": page.evaluate("performance.memory.usedJSHeapSize") / 1e6}


def _measure(browser: Browser, views: dict[str, View], times: int) -> dict[str, dict[str, float]]:
    """Medians of `times` visits to each view, in turns, so that what else the machine does falls on all alike."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in views}
    for turn in range(times):
        for name, view in views.items():
            if view.once and turn:
                continue
            page, seconds = _open(browser, view)
            found[name].append({"stable s": seconds, **_moved(page)})
            page.context.close()
    sizes = {name: {"file MB": view.path.stat().st_size / 1e6} for name, view in views.items()}
    return {name: {key: median(run[key] for run in runs) for key in runs[0]} | sizes[name] for name, runs in found.items()}


def _views(graph: nx.MultiDiGraph, at: Positions, folder: Path) -> dict[str, View]:
    """What is compared: ours is written already."""
    ready = "html[data-ready='1']"
    views = {"ours": View(folder / "ours.html", ready)}
    if len(graph) > DRAWN:
        views["ours, all"] = View(folder / "ours.html", ready, "#e=1")
    if len(graph) <= _MOST_BARE:
        _bare(graph, at, folder / "bare.html")
        views["bare vis-network"] = View(folder / "bare.html", ready)
    if len(graph) <= DRAWN:
        _plain(graph, folder / "plain.html")
        views["plain pyvis"] = View(folder / "plain.html", "#text:text-is('100%')", once=True)
    return views


def _line(size: int, name: str, figures: dict[str, float]) -> None:
    print(f"{size:>7} {name:<24}", "  ".join(f"{key} {value:.2f}" for key, value in figures.items()), flush=True)


def _size(browser: Browser, size: int, times: int, folder: Path) -> None:
    tables = make_tables(size)
    graph = make_graph(tables)
    began = time.perf_counter()
    at = positions(graph)
    layout = time.perf_counter() - began
    began = time.perf_counter()
    write_network(tables, graph, at, folder / "ours.html")
    _line(size, "made in Python", {"layout s": layout, "page s": time.perf_counter() - began})
    found = _measure(browser, _views(graph, at, folder), times)
    for name, figures in found.items():
        _line(size, name, figures)
    for name in set(found) - {"ours"}:
        _line(size, f"ours to {name}", {"stable, ratio": found["ours"]["stable s"] / found[name]["stable s"]})


def main() -> None:
    """Measures the sizes given as arguments."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[500, 2000, 10000])
    parser.add_argument("--times", type=int, default=5, help="visits to each page; the medians are printed (default 5)")
    args = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-precise-memory-info"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        for size in args.sizes:
            _size(browser, size, args.times, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
