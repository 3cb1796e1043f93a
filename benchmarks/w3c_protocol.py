"""Runs the W3C SPARQL 1.1 protocol tests (github.com/w3c/rdf-tests, sparql/sparql11/protocol) against our endpoint.

    python benchmarks/w3c_protocol.py PATH/TO/rdf-tests/sparql/sparql11/protocol

Updates are refused by design: a test whose requests hold one passes when every update is answered with 403, and is counted apart.
"""

import asyncio
import http.client
import json
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection

from viz.serve import Options, serve

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
Node = rdflib.term.Node


def make_store(folder: Path, manifest: rdflib.Graph) -> None:
    """A store with the graphs that the tests speak of."""
    (folder / "store").mkdir()
    store = ox.Store(str(folder / "store" / "quads"))
    for data in set(manifest.objects(None, UT.graphData)):
        name = ox.NamedNode(str(manifest.value(data, rdflib.RDFS.label)))
        store.load(path=str(manifest.value(data, UT.graph)).removeprefix("file://"), format=ox.RdfFormat.N_TRIPLES, to_graph=name)
    store.flush()


def requests(manifest: rdflib.Graph, test: Node) -> Iterator[Node]:
    """The requests of a test."""
    action = manifest.value(test, MF.action)
    yield from Collection(manifest, manifest.value(action, HT.requests))  # type: ignore[arg-type]


def send(port: int, manifest: rdflib.Graph, request: Node) -> tuple[int, str, bytes]:
    """Sends a request as the manifest has it; gives status, media type, body."""
    body, headers = b"", {"Host": "localhost"}
    content = manifest.value(request, HT.body)
    if content is not None:
        encoding = str(manifest.value(content, CNT.characterEncoding) or "utf-8")
        body = str(manifest.value(content, CNT.chars)).encode(encoding)
    listed = manifest.value(request, HT.headers)
    for header in Collection(manifest, listed) if listed is not None else ():
        headers[str(manifest.value(header, HT.fieldName))] = str(manifest.value(header, HT.fieldValue))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    path = str(manifest.value(request, HT.absolutePath))
    connection.request(str(manifest.value(request, HT.methodName)), path, body or None, headers)
    answer = connection.getresponse()
    return answer.status, answer.getheader("Content-Type", ""), answer.read()


def is_update(manifest: rdflib.Graph, request: Node) -> bool:
    """Whether a request means to change data."""
    body = str(manifest.value(manifest.value(request, HT.body), CNT.chars) or "")
    names = parse_qs(body) | parse_qs(urlsplit(str(manifest.value(request, HT.absolutePath))).query)
    return "update" in names or any(str(h) == "application/sparql-update" for h in _header_values(manifest, request))


def _header_values(manifest: rdflib.Graph, request: Node) -> Iterator[Node | None]:
    listed = manifest.value(request, HT.headers)
    for header in Collection(manifest, listed) if listed is not None else ():
        yield manifest.value(header, HT.fieldValue)


def failure(manifest: rdflib.Graph, request: Node, status: int, body: bytes) -> str:
    """What is wrong with an answer; "" when it is as expected."""
    response = manifest.value(request, HT.resp)
    wanted = {str(code)[-3] for code in manifest.objects(response, MF.expectedStatus)}
    if wanted and str(status)[0] not in wanted:
        return f"status {status}, expected {sorted(wanted)}xx: {body[:80]!r}"
    truth = manifest.value(response, MF.expectedBoolean)
    if truth is not None and json.loads(body).get("boolean") is not bool(truth.toPython()):  # type: ignore[attr-defined]
        return f"not {truth}: {body[:80]!r}"
    return ""


def run(port: int, manifest: rdflib.Graph) -> int:
    """Runs all tests; prints a line each; gives the number of failures."""
    entries = Collection(manifest, next(manifest.objects(None, MF.entries)))
    passed = refused = failed = 0
    for test in entries:
        name, problem, updates = str(test).rsplit("#", 1)[-1], "", 0
        for request in requests(manifest, test):
            status, _, body = send(port, manifest, request)
            if is_update(manifest, request):
                updates += 1
                problem = problem or ("" if status in {400, 403, 405, 415} else f"an update is answered with {status}")
            elif not updates:
                problem = problem or failure(manifest, request, status, body)
        failed += bool(problem)
        passed += not problem and not updates
        refused += not problem and bool(updates)
        print(f"{'FAIL' if problem else 'refused' if updates else 'pass':8}{name} {problem}")
    print(f"{passed} query tests pass, {refused} update tests are refused, {failed} fail, of {len(entries)}")
    return failed


def main() -> int:
    """Starts the endpoint on the tests' data and runs them."""
    manifest = rdflib.Graph().parse(Path(sys.argv[1]).resolve() / "manifest.ttl")
    with tempfile.TemporaryDirectory() as folder:
        make_store(Path(folder), manifest)
        loop = asyncio.new_event_loop()
        started: asyncio.Future[int] = loop.create_future()
        threading.Thread(target=lambda: loop.run_until_complete(serve(Options(Path(folder), port=0), started)), daemon=True).start()
        while not started.done():
            time.sleep(0.05)
        return run(started.result(), manifest)


if __name__ == "__main__":
    sys.exit(main())
