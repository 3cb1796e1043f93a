"""Loading into other stores: a small Graph Store Protocol server of our own, and a real Virtuoso where one is installed."""

import csv
import io
import shutil
import socket
import threading
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pandas as pd
import pyoxigraph as ox
import pytest

from benchmarks import servers
from graph import load, questions, rdf, sparql, store
from graph.errors import QueryError
from graph.load import Target, load_into
from graph.opened import open_store
from graph.tables import read_tables

FIXTURE = Path(__file__).parent / "fixtures" / "tables"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, tables = tmp_path_factory.mktemp("out"), read_tables(FIXTURE)
    ids = dict(zip(tables["entities"]["name"], tables["entities"]["id"], strict=True))
    similar = pd.DataFrame([{"a": ids["歌风驿站"], "b": ids["莫干驿站"], "score": 0.72, "theme": 0.4, "why": "主题相同"}])
    rdf.write_all(tables, folder, extra={"similar": similar})
    store.build(folder, folder / "store")
    return folder


class Other:
    """A store that speaks the protocol and can be told to fail at its n-th request."""

    def __init__(self) -> None:
        self.store = ox.Store()
        self.requests: list[str] = []
        self.fail_at = -1
        other = self

        class Handler(BaseHTTPRequestHandler):
            def _take(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                split = urlsplit(self.path)
                if split.path == "/query":
                    self._answer(200, other.query(parse_qs(body.decode())["query"][0]))
                    return
                other.requests.append(self.command)
                if len(other.requests) == other.fail_at:
                    self._answer(507, b"disk full")
                    return
                named = parse_qs(split.query, keep_blank_values=True)
                graph = ox.NamedNode(named["graph"][0]) if "graph" in named else ox.DefaultGraph()
                if self.command == "PUT":
                    other.store.clear_graph(graph) if other.store.contains_named_graph(graph) or "default" in named else None
                other.store.load(body, format=ox.RdfFormat.N_TRIPLES, to_graph=graph)
                self._answer(204, b"")

            do_PUT = do_POST = _take  # noqa: N815

            def _answer(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        self.target = Target(f"{self.base}/data", f"{self.base}/query")

    def query(self, text: str) -> bytes:
        out = io.BytesIO()
        sparql.write(self.store.query(text), "csv", out)
        return out.getvalue()


@pytest.fixture
def other() -> Iterator[Other]:
    made = Other()
    yield made
    made.server.shutdown()


def quads(out: Path) -> set[ox.Quad]:
    return set(ox.parse(path=str(out / "graph.nq")))


def test_everything_arrives_and_is_counted(out: Path, other: Other, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "_PIECE", 100)
    lines = list(load_into(out, other.target))
    assert set(other.store) == quads(out)
    assert other.requests.count("PUT") == 5  # four pages and the default graph; the rest of each is added
    assert "checked: all 5 graphs" in lines[-1]


def test_a_second_run_sends_nothing(out: Path, other: Other) -> None:
    list(load_into(out, other.target))
    other.requests.clear()
    assert any("5 of 5 graphs are there already" in line for line in load_into(out, other.target))
    assert other.requests == []


def test_a_load_that_was_cut_off_goes_on(out: Path, other: Other, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "_PIECE", 100)
    list(load_into(out, other.target))
    whole = len(other.requests)
    other.store.clear()
    other.requests.clear()
    other.fail_at = whole - 2
    with pytest.raises(QueryError, match=r"507 .*disk full"):
        list(load_into(out, other.target))
    other.fail_at = -1
    other.requests.clear()
    list(load_into(out, other.target))
    assert set(other.store) == quads(out)
    assert len(other.requests) < whole


def test_a_store_that_loses_triples_is_found_out(out: Path, other: Other, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = next(g for g in sorted({q.graph_name for q in quads(out)}, key=str) if isinstance(g, ox.NamedNode))
    send = Target.send

    def lossy(self: Target, name: str, triples: list[ox.Triple], *, replace: bool) -> None:
        send(self, name, triples[1:] if name == graph.value else triples, replace=replace)

    monkeypatch.setattr(Target, "send", lossy)
    with pytest.raises(QueryError, match="1 graphs differ"):
        list(load_into(out, other.target))


def test_addresses_and_dead_stores_are_named(out: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="http://"):
        Target("file:///tmp/x")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        dead = Target(f"http://127.0.0.1:{taken.getsockname()[1]}/data")
        with pytest.raises(QueryError, match="is the store running"):
            list(load_into(out, dead))
    with pytest.raises(QueryError, match=r"no graph\.nq"):
        list(load_into(tmp_path, dead))


# Virtuoso (Debian's virtuoso-opensource-7-bin)

DATASET = "https://w3id.org/gonghui/dataset"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def virtuoso(out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if shutil.which("virtuoso-t") is None:
        pytest.skip("virtuoso-t is not installed (Debian: virtuoso-opensource-7-bin)")
    with servers.virtuoso(tmp_path_factory.mktemp("virtuoso"), http=free_port(), sql=free_port()) as address:
        target = Target(f"{address}/sparql-graph-crud-auth", f"{address}/sparql", DATASET, "dba:dba")
        assert "checked" in list(load_into(out, target))[-1]
        yield address


def rows(address: str, query: str) -> list[list[str]]:
    request = urllib.request.Request(f"{address}/sparql?{urlencode({'query': query})}", headers={"Accept": "text/csv"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return list(csv.reader(io.StringIO(answer.read().decode("utf-8"))))[1:]


def plain(value: str) -> str:
    """A value without the spellings that stores choose for themselves: 0.60 and 0.6, 2024+08:00 and 2024."""
    try:
        return f"{float(value):g}"
    except ValueError:
        return value


@pytest.mark.parametrize("name", sorted(questions.load_questions()))
def test_virtuoso_gives_the_same_answers(virtuoso: str, out: Path, name: str) -> None:
    question = questions.load_questions()[name]
    opened = open_store(out)
    given = {p.name: questions.resolve(opened, p, "无日期.txt") for p in question.parameters if p.kind == "page"}
    query = questions.fill(question, given)
    expected = [[plain(value) for value in row] for row in sparql.answer_rows(opened, query)[1]]
    found = [[plain(value) for value in row] for row in rows(virtuoso, query)]
    assert sorted(found) == sorted(expected)


def test_a_second_load_into_virtuoso_sends_nothing(virtuoso: str, out: Path) -> None:
    target = Target(f"{virtuoso}/sparql-graph-crud-auth", f"{virtuoso}/sparql", DATASET, "dba:dba")
    assert "5 of 5 graphs" in next(iter(load_into(out, target)))
