"""A network too large for one file: an overview from disk, and with `gonghui serve` the parts that a person asks for, in a real browser."""

import importlib.util
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

import pandas as pd
import pytest

from graph import rdf, store
from graph.layout import positions
from graph.network import make_graph
from graph.tables import Tables, write_tables
from viz import parts
from viz.page import Settings, write_network

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = "</script><img src=x onerror=alert(1)>"
NODES = 3000


def _generated(nodes: int) -> Tables:
    """The made-up corpus of the benchmarks."""
    path = ROOT / "benchmarks" / "view" / "corpus.py"
    spec = importlib.util.spec_from_file_location("corpus", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.make_tables(nodes)


@pytest.fixture(scope="module")
def out(counties: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of 3,000 made-up nodes and the four counties of the other tests, made as if one file could not hold it."""
    made = _generated(NODES)
    both = {name: pd.concat([made[name], counties[name]], ignore_index=True) for name in made if name in counties}
    both["entities"] = both["entities"].drop_duplicates("id")
    tables = {**made, **both}
    folder = tmp_path_factory.mktemp("served")
    (folder / "tables").mkdir()
    write_tables(tables, folder / "tables")
    rdf.write_all(tables, folder)
    store.build(folder, folder / "store")
    graph = make_graph(tables)
    alike = {"similar": counties["similar"]}
    settings = Settings(parts=folder / "store" / parts.FILE, most=1000)
    write_network(tables | alike, graph, positions(graph), folder / "network.html", settings)
    return folder


@pytest.fixture(scope="module")
def address(out: Path, serving: Callable[[Path], str]) -> str:
    return serving(out)


@pytest.fixture
def open_page(browser: Any, address: str) -> Iterator[Callable[[str], Any]]:
    """Opens the served page at a hash; no error, no request to another server."""
    wrong: list[str] = []
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 800})
    context.add_init_script("localStorage.setItem('gonghui-help-seen', '1')")
    context.on("request", lambda request: None if request.url.startswith((address, "data:", "blob:")) else wrong.append(request.url))

    def go(hash_: str = "") -> Any:
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" and "400" not in message.text else None)
        page.goto(f"{address}/network.html{hash_}")
        page.wait_for_selector("html[data-ready='1']", state="attached")
        return page

    yield go
    context.close()
    assert wrong == []


def _status(page: Any, pattern: str) -> re.Match[str]:
    for _ in range(100):  # waiting for a function would need eval, which the policy forbids
        found = re.search(pattern, page.inner_text("#status"))
        if found:
            return found
        page.wait_for_timeout(50)
    pytest.fail(page.inner_text("#status"))


def _find(page: Any, words: str) -> None:
    page.fill("#find", words)
    page.wait_for_selector("#hits li")
    page.press("#find", "Enter")


def _click(page: Any, key: str) -> None:
    at = page.evaluate("key => window.gonghui.where(key)", key)
    page.mouse.click(at["x"], at["y"])


def _part(address: str, **asked: Any) -> dict[str, Any]:
    with urlopen(f"{address}/network/part?{urlencode(asked, doseq=True)}") as reply:
        return json.loads(reply.read())


def test_the_file_is_small_and_says_that_it_holds_the_overview_alone(visit: Any, out: Path) -> None:
    assert (out / "network.html").stat().st_size < 1_500_000
    page = visit(out / "network.html")
    assert "本文件只含总览" in page.inner_text("#crumbs")
    _status(page, r"合并为 \d+ 组")
    _click(page, "r:330000")
    assert "gonghui serve OUT" in page.inner_text("#dialog")
    assert "--region 浙江省" in page.inner_text("#dialog")
    page.click("#dialog .close")
    page.fill("#find", "浙江")
    assert page.locator("#hits li").first.inner_text().startswith("浙江省")


def test_a_link_into_a_part_opens_the_overview_from_disk(visit: Any, out: Path) -> None:
    page = visit(out / "network.html", "#f=union-320322&k=1&s=union-320322")
    _status(page, r"合并为 \d+ 组")


def test_a_region_unfolds_with_its_evidence(open_page: Any) -> None:
    page = open_page()
    _click(page, "r:430000")
    _status(page, r"显示 \d+ 个节点")
    assert "湖南省" in page.inner_text("#crumbs")
    _find(page, "星沙驿")
    page.wait_for_selector("#panel:not([hidden])")
    assert page.locator("#panel h2").inner_text() == "星沙驿"
    page.locator("#panel summary", has_text="近日").first.click()
    assert "户外劳动者服务站13个" in page.locator("#panel figure.quote mark").first.inner_text()
    assert page.get_attribute("#panel a[href^='id/']", "href") == "id/station-430121"
    page.click("#crumbs >> text=全部")
    _status(page, r"合并为 \d+ 组")


def test_focus_steps_back_and_a_link_to_it(open_page: Any) -> None:
    page = open_page()
    _find(page, "pxzgh")
    assert _status(page, r"显示 (\d+) 个节点")[1] == "4"
    page.click("#crumbs >> text=2 步")
    _status(page, r"显示 5 个节点")
    again = open_page(page.evaluate("location.hash"))
    assert again.inner_text("#status") == page.inner_text("#status")
    page.go_back()
    assert _status(page, r"显示 (4) 个节点")


def test_similar_initiatives_elsewhere_can_be_reached(open_page: Any) -> None:
    page = open_page()
    _find(page, "云帆驿")
    page.wait_for_selector("#panel >> text=这些举措不在本图中")
    page.click("#panel button:has-text('星沙驿')")
    page.wait_for_selector("#panel h2:has-text('星沙驿')")


def test_a_path_that_only_the_server_knows(open_page: Any) -> None:
    page = open_page()
    _find(page, "云帆驿")
    page.click("#panel >> text=找路径")
    _find(page, "海之家")
    page.wait_for_selector("#crumbs >> text=2 步)")
    assert _status(page, r"显示 (\d+) 个节点")[1] == "3"


def test_many_nodes_come_in_pages(open_page: Any, address: str) -> None:
    page = open_page()
    page.click("#crumbs >> text=只看联系最多的 1000 个")
    page.wait_for_selector("#crumbs >> text=第 1–1000 个")
    page.click("#crumbs >> text=下一批")
    page.wait_for_selector("#crumbs >> text=第 1001–2000 个")
    first, second = (_part(address, page=number) for number in (1, 2))
    assert first["part"]["total"] > NODES
    assert len(first["nodes"]) == parts.MOST_NODES
    assert second["edges"], "what a later page shows hangs on nothing"
    ids = [{node["key"] for node in one["nodes"]} for one in (first, second)]
    assert len(ids[0] | ids[1]) >= 2 * parts.MOST_NODES


def test_a_theme_in_a_region(open_page: Any) -> None:
    page = open_page()
    page.select_option("#side select[aria-label=地区]", value="430000")
    page.locator("#side label", has_text="户外劳动者服务站点").click()
    _status(page, r"显示 \d+ 个节点")
    _find(page, "星沙驿")
    page.wait_for_selector("#panel h2:has-text('星沙驿')")


def test_hostile_names_from_the_server_are_shown_as_their_characters(open_page: Any, address: str) -> None:
    page = open_page()
    page.fill("#find", "</script>")
    page.wait_for_selector("#hits li")
    assert page.locator("#hits li span").first.inner_text() == HOSTILE
    page.press("#find", "Enter")
    page.wait_for_selector("#panel:not([hidden])")
    assert page.locator("#panel h2").inner_text() == HOSTILE
    assert HOSTILE in page.inner_text("#crumbs")
    assert page.locator("img").count() == 0
    with urlopen(f"{address}/network/find?{urlencode({'q': '</script>'})}") as reply:
        assert reply.headers["Content-Type"] == "application/json"
        assert [hit["label"] for hit in json.loads(reply.read())] == [HOSTILE]


def test_a_large_picture_moves_as_an_image_and_is_whole_again(visit: Any, tmp_path: Path) -> None:
    tables = _generated(NODES)
    graph = make_graph(tables)
    write_network(tables, graph, positions(graph), tmp_path / "large.html")
    page = visit(tmp_path / "large.html", "#e=1")
    assert page.evaluate("window.gonghui.renderer()") == "force-graph"
    page.wait_for_timeout(900)
    key = next(node for node, data in graph.nodes(data=True) if data["type"] == "Region")
    before = page.evaluate("key => window.gonghui.where(key)", key)
    page.mouse.move(500, 700)
    page.mouse.down()
    page.mouse.move(560, 670, steps=6)
    painted = """() => { const canvas = document.querySelector('#net canvas'); const { width, height } = canvas;
        const pen = new OffscreenCanvas(width, height).getContext('2d'); pen.drawImage(canvas, 0, 0);
        const { data } = pen.getImageData(0, 0, width, height);
        let n = 0; for (let i = 3; i < data.length; i += 4) if (data[i]) n++; return n; }"""
    while_moving = page.evaluate(painted)
    page.mouse.up()
    page.wait_for_timeout(900)
    after = page.evaluate("key => window.gonghui.where(key)", key)
    assert (after["x"] - before["x"], after["y"] - before["y"]) == pytest.approx((60, -30), abs=3)
    assert while_moving > 0.5 * page.evaluate(painted)
    page.mouse.click(after["x"], after["y"])
    page.wait_for_selector("#panel:not([hidden])")
    assert page.locator("#panel h2").inner_text() == graph.nodes[key]["name"]
    page.click("#tools >> text=列表")
    assert page.locator("#dialog li").count() == 200
    page.click("#dialog >> text=显示更多")
    assert page.locator("#dialog li").count() == NODES


def test_axe_finds_nothing_serious_in_the_overview(visit: Any, out: Path) -> None:
    axe = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core is not installed (npm ci --prefix tests/browser)")
    page = visit(out / "network.html", bypass_csp=True)
    for key in ("", "r:330000"):
        if key:
            _click(page, key)
        page.evaluate(axe.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run({ resultTypes: ['violations'] })")
        serious = [(one["id"], one["nodes"][0]["html"]) for one in found["violations"] if one["impact"] in {"serious", "critical"}]
        assert serious == []


def test_the_overview_by_keyboard(visit: Any, out: Path) -> None:
    page = visit(out / "network.html")
    page.focus("#net")
    said = set()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
        said.add(page.inner_text("#said"))
    assert len(said) >= 2
    page.keyboard.press("Enter")
    assert "gonghui serve OUT" in page.inner_text("#dialog")


def test_a_part_that_is_not_there_is_said(open_page: Any) -> None:
    page = open_page("#f=union-gone&k=1")
    assert "没有读到" in page.inner_text("#status")
    _find(page, "沛县总工会")
    page.wait_for_selector("#panel:not([hidden])")
    assert page.locator("#panel h2").inner_text() == "沛县总工会"
