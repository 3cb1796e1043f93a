"""Times the shipped questions: our engine, our endpoint over HTTP, rdflib, the native Oxigraph server and Virtuoso, in one run.

    python benchmarks/sparql.py --triples 100000 1000000 --virtuoso --oxigraph PATH/TO/oxigraph > docs/sparql-benchmark.md

Virtuoso: Debian's virtuoso-opensource-7-bin. oxigraph: the server from PyPI. Builds are made in --folder and kept there.
"""

import argparse
import http.client
import json
import math
import multiprocessing
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import urlencode

import rdflib
from servers import running, virtuoso
from sparql_data import make_build

from graph import questions
from graph.load import Target, load_into
from graph.opened import open_store
from graph.sparql import Limited, evaluate, write

_RUNS, _RDFLIB_RUNS = 20, 3
_SECONDS = 20.0  # no more time for one question and engine
_DATASET = "https://w3id.org/gonghui/dataset"

Ask = Callable[[str], object]


def times(ask: Ask, query: str, runs: int) -> list[float]:
    """Milliseconds of up to `runs` runs after one to warm up."""
    began = time.perf_counter()
    found: list[float] = []
    ask(query)
    while len(found) < runs and time.perf_counter() - began < _SECONDS:
        start = time.perf_counter()
        ask(query)
        found.append((time.perf_counter() - start) * 1000)
    return sorted(found)


def shown(found: list[float]) -> str:
    """p50 / p95."""
    return f"{statistics.median(found):.1f} / {found[math.ceil(len(found) * 0.95) - 1]:.1f}" if found else f"over {_SECONDS:.0f} s"


def over_http(port: int, path: str) -> Ask:
    """Asks over one connection that is kept open; JSON back."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/sparql-results+json"}

    def ask(query: str) -> object:
        body = urlencode({"query": query})
        try:
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
        except (ConnectionError, http.client.HTTPException):  # closed while the others were measured
            connection.close()
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
        found = answer.read()
        if answer.status != 200:
            raise SystemExit(f"port {port}: {answer.status} {found[:200]!r}")
        return found

    return ask


def own_engine(out: Path) -> Ask:
    """What `gonghui query` runs, JSON written."""
    store = open_store(out)

    def ask(query: str) -> object:
        found = Limited(10**9)
        write(evaluate(store, query), "json", found)  # type: ignore[arg-type]
        return found.getvalue()

    return ask


def _rdflib_question(graph: rdflib.Graph, query: str, runs: int, pipe: Connection) -> None:
    pipe.send(times(lambda text: graph.query(text).serialize(format="json"), query, runs))


def _rdflib_child(path: Path, pipe: Connection) -> None:
    graph = rdflib.Graph().parse(path)
    pipe.send(None)
    fork = multiprocessing.get_context("fork")
    while True:
        query, runs = pipe.recv()
        ours, theirs = fork.Pipe()
        process = fork.Process(target=_rdflib_question, args=(graph, query, runs, theirs))
        process.start()
        pipe.send(ours.recv() if ours.poll(2 * _SECONDS) else [])
        process.kill()
        process.join()


class RdflibEngine:
    """rdflib on the same triples: loaded once by a process that forks for each question, since some take it minutes and must be ended."""

    def __init__(self, path: Path) -> None:
        self.pipe, other = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=_rdflib_child, args=(path, other))
        self.process.start()
        self.pipe.recv()

    def times(self, query: str) -> list[float]:
        """Milliseconds of three runs; empty when they take too long."""
        self.pipe.send((query, _RDFLIB_RUNS))
        return list(self.pipe.recv())

    def close(self) -> None:
        """Ends it and frees its memory."""
        self.process.kill()
        self.process.join()


@contextmanager
def engines(out: Path, args: argparse.Namespace) -> Iterator[dict[str, Ask]]:
    """The engines to compare on one build."""
    root = Path(__file__).resolve().parents[1]
    serve = [sys.executable, "gonghui.py", "serve", str(out), "--port", "17878", "--timeout", "120"]
    with running(serve, "http://127.0.0.1:17878/", root):
        found = {"gonghui": own_engine(out), "endpoint": over_http(17878, "/sparql")}
        if not args.oxigraph:
            yield from with_virtuoso(found, out, args)
            return
        native = [args.oxigraph, "serve-read-only", "--location", str(out / "store" / "quads"), "--bind", "127.0.0.1:17980"]
        with running(native, "http://127.0.0.1:17980/", out):
            found["oxigraph server"] = over_http(17980, "/query")
            yield from with_virtuoso(found, out, args)


def with_virtuoso(found: dict[str, Ask], out: Path, args: argparse.Namespace) -> Iterator[dict[str, Ask]]:
    """Adds Virtuoso, freshly loaded, when it is asked for."""
    if not args.virtuoso:
        yield found
        return
    with (
        tempfile.TemporaryDirectory(prefix="virtuoso-") as folder,
        virtuoso(Path(folder), http=18890, sql=11131, buffers=340000) as address,
    ):
        for line in load_into(out, Target(f"{address}/sparql-graph-crud-auth", f"{address}/sparql", _DATASET, "dba:dba")):
            sys.stderr.write(f"virtuoso: {line}\n")
        found["virtuoso"] = over_http(18890, "/sparql")
        yield found


_LUA = """local n = 0
request = function()
  n = n + 1
  local query = "SELECT ?p ?o WHERE { <https://w3id.org/gonghui/id/union-" .. n .. "> ?p ?o } LIMIT 10"
  query = query:gsub("[^%w]", function(c) return string.format("%%%02X", string.byte(c)) end)
  return wrk.format("GET", "PATH?query=" .. query, {["Accept"] = "application/sparql-results+json"})
end
"""


def throughput(port: int, path: str, seconds: int = 8, clients: int = 4) -> float:
    """Simple queries a second with `clients` clients, each query another one: by wrk where it is installed, else by threads of this
    process (which take more of the cores than the servers do).
    """
    if shutil.which("wrk"):
        with tempfile.NamedTemporaryFile("w", suffix=".lua", encoding="utf-8") as script:
            script.write(_LUA.replace("PATH", path))
            script.flush()
            command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds}", "-s", script.name, f"http://127.0.0.1:{port}"]
            said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
        return float(next(line for line in said.splitlines() if line.startswith("Requests/sec")).split()[1])
    return _python_throughput(port, path, seconds, clients)


def _python_throughput(port: int, path: str, seconds: int, clients: int) -> float:
    counts, stop = [0] * clients, time.perf_counter() + seconds

    def client(number: int) -> None:
        ask = over_http(port, path)
        while time.perf_counter() < stop:
            thing = f"<https://w3id.org/gonghui/id/union-{number}x{counts[number]}>"
            ask(f"SELECT ?p ?o WHERE {{ {thing} ?p ?o }} LIMIT 10")
            counts[number] += 1

    threads = [threading.Thread(target=client, args=(n,)) for n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds


def report(out: Path, size: int, args: argparse.Namespace) -> None:
    """Prints the table of one size."""
    with engines(out, args) as asked:
        count = json.loads(asked["gonghui"]("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"))["results"]["bindings"][0]["n"]["value"]  # type: ignore[arg-type]
        rdflib_engine = RdflibEngine(out / "graph.ttl") if size <= args.rdflib else None
        names = [*asked, *(["rdflib"] if rdflib_engine else [])]
        print(f"\n## {int(count):,} triples\n\nMilliseconds, p50 / p95.\n\n| question | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
        for question in questions.load_questions().values():
            if args.question and question.name not in args.question:
                continue
            query = question.query.replace("gongren-01-zhejiang.txt", "page-000003.txt")
            cells = [shown(times(ask, query, args.runs)) for ask in asked.values()]
            if rdflib_engine:
                cells.append(shown(rdflib_engine.times(query)))
            print(f"| {question.name} | {' | '.join(cells)} |", flush=True)
        if rdflib_engine:
            rdflib_engine.close()
        print(f"\nSimple queries a second, 4 clients: endpoint {throughput(17878, '/sparql'):,.0f}", end="")
        print(f", bare oxigraph server {throughput(17980, '/query'):,.0f}." if args.oxigraph else ".")
        print(f"Load of the machine, mean of the last 1, 5 and 15 minutes: {', '.join(f'{load:.1f}' for load in os.getloadavg())}.")


def main() -> None:
    """Reads the arguments, makes the builds, prints the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--triples", type=int, nargs="+", default=[100_000])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "gonghui-benchmark")
    parser.add_argument("--runs", type=int, default=_RUNS)
    parser.add_argument(
        "--question", nargs="+", default=[], metavar="NAME", help="only these questions, for instance one that was rewritten"
    )
    parser.add_argument("--virtuoso", action="store_true")
    parser.add_argument("--oxigraph", default="", help="path of the oxigraph server's program")
    parser.add_argument("--rdflib", type=int, default=200_000, help="largest build that rdflib is tried on")
    args = parser.parse_args()
    print("# SPARQL benchmark\n\nMade by benchmarks/sparql.py on generated builds (benchmarks/sparql_data.py).")
    for size in args.triples:
        out = args.folder / str(size)
        if not (out / "store").exists():
            shutil.rmtree(out, ignore_errors=True)
            make_build(out, size)
        report(out, size, args)


if __name__ == "__main__":
    main()
