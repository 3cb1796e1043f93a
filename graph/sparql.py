"""Runs a SPARQL query on the store and writes the answer in every usual format."""

import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
)

from graph.errors import Message, QueryError
from graph.sparql_text import check_local, explain, graphs_named
from graph.triples import turtle_body, turtle_prefixes
from graph.vocabulary import BASE, prefixes

Answer = QuerySolutions | QueryBoolean | QueryTriples

RESULTS = {
    "json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML, "csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV,
}  # fmt: skip
GRAPHS = {
    "turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "rdfxml": RdfFormat.RDF_XML, "jsonld": RdfFormat.JSON_LD,
}  # fmt: skip
# Formats that the command line offers: those above, and the two for people.
FORMATS = ("table", "markdown", *RESULTS, *GRAPHS)
_WIDEST = 48


class TooLargeError(QueryError):
    """The answer is larger than allowed."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs a query sees (SPARQL 1.1 Protocol): IRIs for its default graph and its named graphs; empty: the store's own.

    A graph that the store does not hold is empty; nothing is fetched.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def _graphs(iris: Iterable[str]) -> list[NamedNode | BlankNode]:
    try:
        return [NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise QueryError("a graph's name is no IRI: {error}", error=error) from error


def evaluate(store: Store, query: str, *, base: str | None = None, dataset: Dataset | None = None) -> Answer:
    """The answer to a read-only query. The usual prefixes need no declaration; `base`: what the `id:` prefix follows.

    Raises QueryError: syntax (with line and column), SERVICE, a graph in FROM that the store does not hold.
    """
    check_local(query)
    known = prefixes(base) if base else prefixes()
    wanted = dataset or Dataset()
    for iri in graphs_named(query):
        if not store.contains_named_graph(_graphs([iri])[0]):
            raise QueryError("graph <{iri}> is not in this store, and nothing is fetched: name a page's IRI", iri=iri)
    default: list[NamedNode | BlankNode | DefaultGraph] | None = [*_graphs(wanted.default)] if wanted.default or wanted.named else None
    named = _graphs(wanted.named) if wanted.default or wanted.named else None
    try:
        return store.query(query, base_iri=base or BASE, prefixes=known, default_graph=default, named_graphs=named)
    except SyntaxError as error:
        raise explain(error, query, known) from error
    except (ValueError, OSError) as error:
        raise QueryError(" ".join(str(error).split())[:300]) from error


class Limited(io.RawIOBase):
    """Collects bytes up to a limit; raises TooLargeError beyond it."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.pieces: list[bytes] = []
        self.size = 0

    def write(self, data: object) -> int:
        """Keeps `data` (bytes-like)."""
        piece = bytes(data)  # type: ignore[call-overload]
        self.size += len(piece)
        if self.size > self.most:
            raise TooLargeError("the answer is larger than {size} MB: add a LIMIT or ask for less", size=self.most // 1000000)
        self.pieces.append(piece)
        return len(piece)

    def getvalue(self) -> bytes:
        """All that was kept."""
        return b"".join(self.pieces)


def fits(answer: Answer, name: str) -> bool:
    """Whether `answer` can be written in the format `name`."""
    if isinstance(answer, QueryTriples):
        return name in GRAPHS or name in {"table", "markdown"}
    return name in RESULTS or name in {"table", "markdown"}


@dataclass(frozen=True, slots=True)
class Wording:
    """How an answer speaks to people, in a table or Markdown: what stands over the column of a variable, and for its values."""

    heads: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def write(answer: Answer, name: str, out: IO[bytes], *, wording: Wording | None = None) -> None:
    """Writes the answer in one of FORMATS; the wording shows in a table or Markdown only, the other formats keep what programs rely on.

    Raises QueryError when the format does not fit the kind of answer.
    """
    if not fits(answer, name):
        kind = Message("a graph" if isinstance(answer, QueryTriples) else "a table")
        raise QueryError(
            "the answer is {kind}, which {name} cannot hold: use {formats}",
            kind=kind,
            name=name,
            formats=", ".join(GRAPHS if kind == "a graph" else RESULTS),
        )
    if isinstance(answer, QueryTriples):
        if name in {"table", "markdown"}:
            _for_people(["subject", "predicate", "object"], ([_plain(t) for t in triple] for triple in answer), name, out)
        elif name == "turtle":
            out.write(turtle_prefixes(prefixes()) + turtle_body(answer, prefixes()))
        else:
            answer.serialize(out, GRAPHS[name])
    elif name in RESULTS:
        answer.serialize(out, RESULTS[name])
    elif isinstance(answer, QueryBoolean):
        _for_people(["answer"], [["yes" if answer else "no"]], name, out)
    else:
        said = wording or Wording()
        names = [variable.value for variable in answer.variables]
        values = [said.values.get(name, {}) for name in names]
        rows = ([known.get(plain, plain) for known, plain in zip(values, map(_plain, row), strict=True)] for row in answer)
        _for_people([said.heads.get(name, name) for name in names], rows, name, out)


def _plain(term: object) -> str:
    return str(getattr(term, "value", "" if term is None else term))


def width(text: str) -> int:
    """The columns that `text` takes in a terminal: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 0 if unicodedata.combining(char) else 1 for char in text)


def cut(text: str, most: int) -> str:
    """`text` on one line, cut to `most` columns."""
    line = " ".join(text.split())
    if width(line) <= most:
        return line
    kept, taken = "", 0
    for char in line:
        taken += width(char)
        if taken > most - 1:
            break
        kept += char
    return kept + "…"


def _for_people(header: Sequence[str], rows: Iterable[Sequence[str]], name: str, out: IO[bytes]) -> None:
    lines = _markdown(header, rows) if name == "markdown" else table_lines(header, rows)
    for line in lines:
        out.write(line.encode("utf-8", "replace") + b"\n")


def _markdown(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(" ".join(c.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;") for c in cells) + " |"

    yield line(header)
    yield "|" + " --- |" * len(header)
    yield from map(line, rows)


def table_lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """An aligned table for a terminal, and the number of rows; wide cells are cut."""
    shown = [[cut(cell, _WIDEST) for cell in row] for row in [header, *rows]]
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    for number, row in enumerate(shown):
        yield "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=True)).rstrip()
        if number == 0:
            yield "  ".join("-" * size for size in widths)
    yield f"({len(shown) - 1} row{'' if len(shown) == 2 else 's'})"


def answer_rows(store: Store, query: str, *, base: str | None = None) -> tuple[list[str], list[list[str]]]:
    """Header and rows of a SELECT as plain strings, for the project's own pages."""
    answer = _solutions(store, query, base)
    return [v.value for v in answer.variables], [[_plain(term) for term in row] for row in answer]


def stream_rows(store: Store, query: str) -> Iterator[list[str]]:
    """The rows of a SELECT as plain strings, one at a time."""
    for row in _solutions(store, query, None):
        yield [_plain(term) for term in row]


def _solutions(store: Store, query: str, base: str | None) -> QuerySolutions:
    answer = evaluate(store, query, base=base)
    if not isinstance(answer, QuerySolutions):
        raise QueryError("only a SELECT has rows")
    return answer


def literal(text: str, language: str = "") -> str:
    """`text` as a SPARQL literal, safely escaped."""
    return str(Literal(text, language=language) if language else Literal(text))
