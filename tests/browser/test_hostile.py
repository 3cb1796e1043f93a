"""Names and quotes are data: wherever a page shows them they are these characters, and nothing of them runs."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

from graph import regions_profile, similar
from graph.layout import positions
from graph.network import make_graph
from graph.tables import Tables
from viz.matrix import write_matrix
from viz.page import Settings, write_network

BAD = "</script><img src=x onerror=alert(1)>"


def _bad(tables: Tables) -> Tables:
    """The corpus with this as every name, headline, paper and label."""
    entities = tables["entities"].assign(name=[f"{BAD}{i}" for i in range(len(tables["entities"]))], aliases=BAD)
    rename = {page: f"{BAD}{page}" for page in tables["pages"]["page"]}
    moved = {
        name: table.assign(page=[rename[page] for page in table["page"]])
        for name, table in tables.items()
        if "page" in table and len(table)
    }
    changed = {
        "pages": moved["pages"].assign(paper=BAD), "articles": moved["articles"].assign(headline=BAD, source=BAD),
        "relations": moved["relations"].assign(label=BAD), "statistics": moved["statistics"].assign(measure=BAD, qualifier=BAD),
    }  # fmt: skip
    alike = pd.DataFrame([{"a": "station-320322", "b": "station-430121", "score": 0.8, "why": BAD}])
    return tables | moved | changed | {"entities": entities, "similar": alike}


@pytest.fixture(scope="module")
def folder(counties: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    tables = _bad(counties)
    out = tmp_path_factory.mktemp("hostile")
    graph = make_graph(tables)
    columns = ["entity", "other", "name", "region", "score", "why"]
    elsewhere = pd.DataFrame([["station-330106", "station-x", BAD, "430121", 0.5, BAD]], columns=columns)
    write_network(tables | {"elsewhere": elsewhere}, graph, positions(graph), out / "network.html", Settings(title=BAD))
    full = similar.similar(tables)
    write_matrix(tables, full, regions_profile.region_themes(tables), out / "matrix.html", title=BAD)
    return out


def _clean(page: Any) -> None:
    assert page.locator("img").count() == 0
    assert page.evaluate("document.querySelectorAll('#side script, #panel script, #dialog script, #tip script').length") == 0


def test_title_search_panel_and_filters(visit: Any, folder: Path) -> None:
    page = visit(folder / "network.html")
    assert page.title() == BAD
    assert page.inner_text("#title") == BAD
    assert BAD in page.inner_text("#source")
    page.fill("#find", "</script>")
    assert page.locator("#hits li span").first.inner_text().startswith(BAD)
    page.press("#find", "Enter")
    for key in ("station-320322", "station-330106", "person-320322", "region-320322"):
        page.evaluate("key => window.gonghui.goTo(key)", key)
        assert page.locator("#panel h2").inner_text().startswith(BAD)
        assert page.inner_text("#panel").count(BAD) > 2  # other names, relations, the words of a relation
        for fold in page.locator("#panel summary").all():
            fold.click()
        _clean(page)
    for box in ("relations", "papers"):
        page.click(f"#side details[data-id={box}] summary")
    assert page.locator("#side select[aria-label=报纸与日期] option").last.inner_text() == BAD
    _clean(page)


def test_tooltips_of_nodes_and_links(visit: Any, folder: Path) -> None:
    page = visit(folder / "network.html")
    a, b = (page.evaluate("key => window.gonghui.where(key)", key) for key in ("union-430121", "person-430121"))
    for at in (a, {"x": (a["x"] + b["x"]) / 2, "y": (a["y"] + b["y"]) / 2}):
        page.mouse.move(at["x"] + 60, at["y"] + 60)
        page.mouse.move(at["x"], at["y"], steps=4)
        page.wait_for_selector("#tip:not([hidden])")
        assert BAD in page.inner_text("#tip")
        _clean(page)


def test_dialogs_and_pictures(visit: Any, folder: Path) -> None:
    page = visit(folder / "network.html", "#s=station-320322")
    for opener in ("列表", "地区 × 主题"):
        page.click(f"#tools >> text={opener}")
        _clean(page)
        page.click("#dialog .close")
    page.click("#tools >> text=分享")
    assert "<img" not in page.input_value("#dialog textarea").replace(BAD, "")
    with page.expect_download() as got:
        page.click("text=下载矢量图")
    svg = Path(got.value.path()).read_text(encoding="utf-8")
    assert "<img" not in svg
    assert "<script" not in svg
    texts = [element.text or "" for element in ElementTree.fromstring(svg).iter() if element.tag.endswith(("text", "title"))]
    assert BAD in texts
    assert any(text.startswith(BAD) and text != BAD for text in texts), "the chosen node's name"


def test_the_matrix(visit: Any, folder: Path) -> None:
    page = visit(folder / "matrix.html")
    assert page.title().startswith(BAD)
    for cell in page.locator("main button").all()[:3]:
        cell.click()
        _clean(page)
    assert BAD in page.inner_text("body")
    _clean(page)
