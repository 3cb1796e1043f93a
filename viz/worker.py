"""A process that answers from the store. Its parent kills it when it takes too long; it holds nothing that would be lost.

`python -m viz.worker STORE LANGUAGE`: frames on standard input (4 bytes length, JSON), answers on standard output
(`ANSWER`, then the body).
"""

import json
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from pyoxigraph import QueryTriples, Store

from graph.errors import GraphError, Message
from graph.messages import speak, told
from graph.opened import base_of, open_store
from graph.sparql import Dataset, Limited, TooLargeError, evaluate, write
from graph.sparql_text import check_terms, form
from graph.vocabulary import prefixes
from viz.entity_page import entity_answer, search_answer
from viz.parts import find_answer, part_answer

# HTTP status, number of the media type in MEDIA, length of the body
ANSWER = struct.Struct(">HHI")
LENGTH = struct.Struct(">I")

MEDIA = (
    "text/plain; charset=utf-8", "application/sparql-results+json", "application/sparql-results+xml", "text/csv; charset=utf-8",
    "text/tab-separated-values; charset=utf-8", "text/turtle; charset=utf-8", "application/n-triples", "application/rdf+xml",
    "application/ld+json", "text/html; charset=utf-8", "application/json",
)  # fmt: skip
_MEDIA_OF = {
    "json": 1, "xml": 2, "csv": 3, "tsv": 4, "turtle": 5, "ntriples": 6, "rdfxml": 7, "jsonld": 8, "html": 9, "plain-json": 10,
}  # fmt: skip
# A process that asks for more memory than this is ended by the system; its parent says so. Only where the system can (not Windows).
_MEMORY = 4 * 2**30

Answer = tuple[int, int, bytes]


def plain(status: int, message: str, /, **values: Any) -> Answer:
    """A line of text, in the language of the server: a Message, or a template and what is filled in."""
    return status, 0, told(Message(message, **values) if values else message).encode("utf-8", "replace") + b"\n"


def _query(store: Store, base: str, job: dict[str, Any]) -> Answer:
    text = job["query"]
    if form(text) == "UPDATE":
        return plain(403, "this endpoint is read-only: updates are refused")
    found = evaluate(store, text, base=base, dataset=Dataset(tuple(job.get("default", ())), tuple(job.get("named", ()))))
    check_terms(text, prefixes(base))  # a term that does not exist would be answered with nothing, and nobody told
    name = job["graph" if isinstance(found, QueryTriples) else "table"]
    if not name:
        if isinstance(found, QueryTriples):
            return plain(
                406, "the answer is a graph, and the Accept header allows no format for it: ask for Turtle, N-Triples, RDF/XML or JSON-LD"
            )
        return plain(406, "the answer is a table, and the Accept header allows no format for it: ask for JSON, XML, CSV or TSV")
    out = Limited(job["most"])
    write(found, name, out)  # type: ignore[arg-type]
    return 200, _MEDIA_OF[name], out.getvalue()


def _answer(store: Store, folder: Path, base: str, job: dict[str, Any]) -> Answer:
    if job["do"] == "query":
        return _query(store, base, job)
    if job["do"] == "search":
        name, body = search_answer(folder, base, job)
    elif job["do"] == "part":
        name, body = "plain-json", part_answer(folder, job)
    elif job["do"] == "find":
        name, body = "plain-json", find_answer(folder, job)
    else:
        found = entity_answer(store, folder, base, job)
        if found is None:
            return plain(404, "nothing here has this address")
        name, body = found
    return 200, _MEDIA_OF[name], body


def answer(store: Store, folder: Path, base: str, job: dict[str, Any]) -> Answer:
    """The answer to one job: HTTP status, media type, body. What a user got wrong is 400, in words; no path, no trace."""
    try:
        return _answer(store, folder, base, job)
    except TooLargeError as error:
        return plain(413, error.message)
    except GraphError as error:
        return plain(400, error.message)
    except Exception as error:  # noqa: BLE001 (a worker answers whatever happens; the class says enough without a path)
        return plain(500, "the query could not be answered ({kind})", kind=type(error).__name__)


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def serve(work: Callable[[dict[str, Any]], Answer], source: BinaryIO, sink: BinaryIO) -> None:
    """Says that it is ready (an empty answer), then answers frames until the source ends."""
    sink.write(ANSWER.pack(0, 0, 0))
    sink.flush()
    while len(head := source.read(LENGTH.size)) == LENGTH.size:
        job = json.loads(source.read(LENGTH.unpack(head)[0]))
        status, media, body = work(job)
        sink.write(ANSWER.pack(status, media, len(body)) + body)
        sink.flush()


def main(store_folder: Path) -> None:
    """Opens the store and serves its parent."""
    _limit_memory()
    store = open_store(store_folder)
    base = base_of(store)
    serve(lambda job: answer(store, store_folder, base, job), sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    speak(sys.argv[2])
    main(Path(sys.argv[1]))
