"""Time to a stable picture, frames a second, memory and size of the network page, beside plain pyvis and bare vis-network.

python benchmarks/view/measure.py 500 2000 10000        prints a table; needs Debian's chromium and the dev dependencies

All pages show the same made-up graph (corpus.py) in the same window, without a GPU and without a connection.
- plain pyvis: add_node, add_edge, default physics, until its loading bar ends (up to 2,000 nodes: beyond it takes many minutes)
- bare vis-network: the positions of our layout, straight edges, no panels
- ours: network.html as it opens; `all` is the view after "draw everything", where it opens on an overview
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import networkx as nx
from corpus import make_tables
from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network

from graph.layout import positions
from graph.network import make_graph
from viz.network import make_network
from viz.page import DRAWN, vis_library, write_network

_LONGEST = 300_000  # ms until a page is given up
_COUNT = """async () => {
  let frames = 0, on = true; const count = () => { frames++; if (on) requestAnimationFrame(count); };
  requestAnimationFrame(count); const t = performance.now(); await new Promise(done => { window.stopCount = done; }); on = false;
  return frames / (performance.now() - t) * 1000; }"""


def _plain(graph: nx.MultiDiGraph, path: Path) -> None:
    network = Network(cdn_resources="in_line")
    for node, data in graph.nodes(data=True):
        network.add_node(node, label=data["name"])
    for head, tail, _ in graph.edges(keys=True):
        network.add_edge(head, tail)
    path.write_text(network.generate_html(), encoding="utf-8")


def _bare(graph: nx.MultiDiGraph, at: dict[str, tuple[float, float]], path: Path) -> None:
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


def _open(browser: Browser, path: Path, ready: str, hash_: str) -> tuple[Page, float]:
    """The page, and the seconds until it was ready and had painted two more frames."""
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
    context.add_init_script("try { localStorage.setItem('gonghui-help-seen', '1') } catch {}")
    page = context.new_page()
    page.goto(path.as_uri() + hash_, wait_until="commit")
    page.wait_for_selector(ready, state="attached", timeout=_LONGEST)  # a function would need eval, which the policy forbids
    stable = page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))")
    return page, stable / 1000


def _visit(browser: Browser, path: Path, ready: str, hash_: str = "", *, times: int = 3) -> dict[str, float]:
    """Median time to a stable picture of `times` visits; the rest from the last one."""
    stable = []
    for _ in range(times):
        page, seconds = _open(browser, path, ready, hash_)
        stable.append(seconds)
        if len(stable) < times:
            page.context.close()
    page.wait_for_timeout(500)
    page.mouse.move(700, 450)
    zoom = _frames(page, lambda step: page.mouse.wheel(0, -60 if step % 40 < 20 else 60))
    page.mouse.move(480, 800)
    page.mouse.down()
    pan = _frames(page, lambda step: page.mouse.move(480 + 4 * (step % 50), 800 - 3 * (step % 50)))
    page.mouse.up()
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    memory = page.evaluate("performance.memory.usedJSHeapSize")
    page.context.close()
    return {"stable s": median(stable), "pan fps": pan, "zoom fps": zoom, "heap MB": memory / 1e6, "file MB": path.stat().st_size / 1e6}


def _runs(browser: Browser, size: int, folder: Path) -> Iterator[tuple[str, dict[str, float]]]:
    tables = make_tables(size)
    graph = make_graph(tables)
    began = time.perf_counter()
    at = positions(graph)
    layout = time.perf_counter() - began
    began = time.perf_counter()
    write_network(tables, graph, at, folder / "ours.html")
    yield "made in Python", {"layout s": layout, "page s": time.perf_counter() - began}
    _bare(graph, at, folder / "bare.html")
    ready = "html[data-ready='1']"
    yield "ours", _visit(browser, folder / "ours.html", ready)
    if size > DRAWN:
        yield "ours, all", _visit(browser, folder / "ours.html", ready, "#e=1")
    yield "bare vis-network", _visit(browser, folder / "bare.html", ready)
    if size <= DRAWN:
        _plain(graph, folder / "plain.html")
        yield "plain pyvis", _visit(browser, folder / "plain.html", "#text:text-is('100%')", times=1)


def main() -> None:
    """Measures the sizes given as arguments."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-precise-memory-info"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        for size in map(int, sys.argv[1:] or ["500", "2000", "10000"]):
            for name, figures in _runs(browser, size, Path(folder)):
                print(f"{size:>7} {name:<18}", "  ".join(f"{key} {value:.2f}" for key, value in figures.items()), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
