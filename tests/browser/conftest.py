"""The page in Debian's Chromium with the network cut: a small corpus of our own, opened from disk as a user would."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from graph.layout import positions
from graph.network import make_graph
from graph.tables import Tables, frame
from viz.page import Settings, write_network

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path("/usr/bin/chromium")
HOSTILE = "</script><img src=x onerror=alert(1)>"

_STATION = "近日,{union}建成“{name}”户外劳动者服务站{n}个,为快递员、网约车司机提供歇脚饮水的地方。"
_UNIONS = {
    "320322": ("沛县", "沛县总工会"), "320922": ("滨海县", "滨海县总工会"),
    "330106": ("西湖区", "西湖区总工会"), "430121": ("长沙县", "长沙县总工会"),
}  # fmt: skip
_NAMES = ("云帆驿", "海之家", "湖畔小站", "星沙驿")
_CHAIRS = (HOSTILE, "王小明", "李建国", "赵春梅")
_TABLES = ("pages", "articles", "entities", "mentions", "relations", "statistics")


class _Writer:
    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {name: [] for name in _TABLES}

    def page(self, name: str, sentences: list[str], paper: str, date: str) -> dict[str, dict[str, Any]]:
        """Writes a page of one paragraph; returns the place of each sentence."""
        text, places = "版面导读\n\n", {}
        for sentence in sentences:
            start = len(text)
            text += sentence
            places[sentence] = {"page": name, "start": start, "end": len(text), "text": sentence, "article": f"{name}#1"}
        self.rows["pages"].append({"page": name, "text": text + "\n", "paper": paper, "date": date})
        self.rows["articles"].append({"article": f"{name}#1", "page": name, "start": 0, "end": len(text), "headline": "服务站进街巷"})
        return places

    def entity(self, key: str, type_: str, name: str, **more: str) -> None:
        self.rows["entities"].append({"id": key, "type": type_, "name": name, **more})

    def fact(self, head: str, relation: str, tail: str, place: dict[str, Any], **more: Any) -> None:
        self.rows["relations"].append({"head": head, "relation": relation, "tail": tail, **place, **more})


def corpus() -> Tables:
    """Four counties in three provinces with a station each, a hostile person, two papers, two dates, one alike pair."""
    out = _Writer()
    for i, (code, (county, union)) in enumerate(_UNIONS.items()):
        sentence = _STATION.format(union=union, name=_NAMES[i], n=10 + i)
        post = f"{union}主席{_CHAIRS[i]}介绍了做法。"
        places = out.page(f"第{i + 1}版.txt", [sentence, post], "工人日报" if i < 2 else "江苏工人报", "2023-08-16" if i % 2 else "2022-05")
        out.entity(f"region-{code}", "Region", county, adcode=code)
        out.entity(f"union-{code}", "Union", union, adcode=code, aliases="县总" if i < 2 else "区总")
        themes = "outdoor-stations new-employment" if i < 2 else "outdoor-stations"
        out.entity(f"station-{code}", "Initiative", _NAMES[i], adcode=code, kind="station", themes=themes)
        out.entity(f"person-{code}", "Person", _CHAIRS[i])
        out.fact(f"union-{code}", "runs", f"station-{code}", places[sentence], label="建成", confidence=0.9)
        out.fact(f"station-{code}", "inRegion", f"region-{code}", places[sentence], confidence=0.6)
        out.fact(f"union-{code}", "serves", f"region-{code}", places[post])
        out.fact(f"person-{code}", "holdsPost", f"union-{code}", places[post], label="主席", confidence=0.4)
        out.rows["mentions"].append({"entity": f"union-{code}", **places[sentence]})
        start = places[sentence]["start"] + sentence.index(f"{10 + i}个")
        figure = {"page": f"第{i + 1}版.txt", "start": start, "end": start + 3, "text": f"{10 + i}个", "article": f"第{i + 1}版.txt#1"}
        ends = {"sentence_start": places[sentence]["start"], "sentence_end": places[sentence]["end"]}
        out.rows["statistics"].append({"subject": f"station-{code}", "measure": "服务站", "value": 10 + i, "unit": "个", **figure, **ends})
    out.entity("org-x", "Organization", "省快递协会")
    last = out.page("第5版.txt", ["省快递协会参与了云帆驿、海之家的建设。"], "", "")["省快递协会参与了云帆驿、海之家的建设。"]
    out.fact("org-x", "takesPart", "station-320322", last)
    out.fact("org-x", "takesPart", "station-320922", last)
    tables = {name: frame(name, rows) for name, rows in out.rows.items()}
    tables["descriptions"] = frame("descriptions", [])
    tables["similar"] = pd.DataFrame([{"a": "station-320322", "b": "station-430121", "score": 0.8, "why": "主题同为户外劳动者服务站点"}])
    return tables


def write(path: Path, **options: Any) -> Path:
    """The page of the corpus at `path`."""
    tables = corpus()
    graph = make_graph(tables)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_network(tables, graph, positions(graph), path, Settings(**options))
    return path


@pytest.fixture(scope="session")
def serving() -> Iterator[Callable[[Path], str]]:
    """Serves a build with `gonghui serve`; gives its address."""
    started: list[subprocess.Popen[str]] = []

    def serve(out: Path) -> str:
        command = [sys.executable, "gonghui.py", "serve", str(out), "--port", "0", "--workers", "1"]
        started.append(subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, encoding="utf-8"))
        assert started[-1].stderr is not None
        line = started[-1].stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert found, line
        return found[0]

    yield serve
    for process in started:
        process.terminate()
    for process in started:
        process.wait(10)


@pytest.fixture(scope="session")
def counties() -> Tables:
    """The corpus as tables."""
    return corpus()


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page in a folder whose name has spaces and Chinese characters."""
    return write(tmp_path_factory.mktemp("view") / "报纸 2023" / "网络 图谱.html")


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same page made as if ten nodes were too many to draw at once."""
    return write(tmp_path_factory.mktemp("large") / "large.html", drawn=10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium without a sandbox and GPU, as in a container; skips where it is not installed."""
    if not CHROMIUM.exists():
        pytest.skip("chromium is not installed (apt-get install chromium fonts-noto-cjk)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a file offline. At the end of the test: no console error, no uncaught error, no request but for the file itself."""
    contexts, wrong = [], []

    def go(path: Path, hash_: str = "", *, first: bool = False, **options: Any) -> Any:
        settings = {"viewport": {"width": 1280, "height": 800}, "locale": "zh-CN", "accept_downloads": True} | options
        context = browser.new_context(offline=True, **settings)
        contexts.append(context)
        page = context.new_page()
        if not first:
            page.add_init_script("localStorage.setItem('gonghui-help-seen', '1')")
        page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(("file:", "blob:", "data:")) else None)
        page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
        page.goto(path.as_uri() + hash_)
        page.wait_for_selector("html[data-ready='1']", state="attached")
        return page

    yield go
    for context in contexts:
        context.close()
    assert wrong == []
