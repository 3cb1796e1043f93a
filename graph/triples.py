"""A piece of an RDF graph that is small enough to hold: triples grouped by subject, in the order they were said, each once."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from graph.vocabulary import LANGUAGE, expand

Term = NamedNode | Literal

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGER, _DECIMAL = NamedNode(_XSD + "integer"), NamedNode(_XSD + "decimal")
_DATES = (
    (re.compile(r"\d{4}\Z"), NamedNode(_XSD + "gYear")),
    (re.compile(r"\d{4}-\d\d\Z"), NamedNode(_XSD + "gYearMonth")),
    (re.compile(r"\d{4}-\d\d-\d\d\Z"), NamedNode(_XSD + "date")),
)
# Characters that no RDF literal may hold in XML-based results, and lone surrogates that no UTF-8 file may hold.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def text(value: str) -> Literal:
    """A plain string; characters that XML forbids become U+FFFD (one for one, so lengths stay true)."""
    return Literal(_UNSAFE.sub("\ufffd", value))


def label(value: str) -> Literal:
    """A Chinese label."""
    return Literal(_UNSAFE.sub("\ufffd", value), language=LANGUAGE)


@lru_cache(maxsize=4096)
def integer(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(int(value)), datatype=_INTEGER)


@lru_cache(maxsize=4096)
def decimal(value: float) -> Literal:
    """An xsd:decimal in canonical form: no exponent, no trailing zeros."""
    digits = format(Decimal(repr(float(value))), "f")
    return Literal(digits.rstrip("0").rstrip(".") if "." in digits else digits, datatype=_DECIMAL)


@lru_cache(maxsize=4096)
def date(value: str) -> Literal | None:
    """A year, month or day of ISO form as the fitting XSD type; None for anything else."""
    return next((Literal(value, datatype=kind) for form, kind in _DATES if form.match(value)), None)


class Chunk:
    """Triples grouped by subject. `add` takes the property as a CURIE; a None object adds nothing."""

    def __init__(self) -> None:
        self.subjects: dict[NamedNode, dict[tuple[NamedNode, Term], None]] = {}

    def add(self, subject: NamedNode, curie: str, value: Term | None) -> None:
        """Says `subject curie value`, once."""
        if value is not None:
            self.subjects.setdefault(subject, {})[expand(curie), value] = None

    def types(self, subject: NamedNode, *classes: str) -> None:
        """Says that `subject` is of each of the classes (CURIEs)."""
        for name in classes:
            self.add(subject, "rdf:type", expand(name))

    def texts(self, subject: NamedNode, **values: str) -> None:
        """Says `subject gh:<name> "<value>"` for each value that is not empty; names in this vocabulary's camelCase."""
        for name, value in values.items():
            if value:
                self.add(subject, f"gh:{name}", text(value))

    def drop_repeated(self, said: set[int], shared: Callable[[NamedNode], bool]) -> None:
        """Takes out what earlier chunks said about subjects that are `shared`; `said` holds hashes of triples and grows."""
        for subject in filter(shared, self.subjects):
            pairs = self.subjects[subject]
            for pair in list(pairs):
                key = hash((subject, *pair))
                if key in said:
                    del pairs[pair]
                said.add(key)

    def __len__(self) -> int:
        return sum(map(len, self.subjects.values()))

    def triples(self) -> Iterator[Triple]:
        """All triples, subject by subject."""
        for subject, pairs in self.subjects.items():
            for predicate, value in pairs:
                yield Triple(subject, predicate, value)

    def quads(self, graph: NamedNode | None) -> Iterator[Quad]:
        """All triples in a named graph (None: the default graph)."""
        for subject, pairs in self.subjects.items():
            for predicate, value in pairs:
                yield Quad(subject, predicate, value, graph or DefaultGraph())


def labels(chunk: Chunk, node: NamedNode, zh: str, en: str, kind: str = "rdfs:label") -> None:
    """A Chinese and an English label."""
    chunk.add(node, kind, label(zh))
    chunk.add(node, kind, Literal(en, language="en"))


def turtle_prefixes(known: Mapping[str, str]) -> bytes:
    """The @prefix lines of a Turtle file, in the order of `known`."""
    return "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in known.items()).encode("utf-8")


def turtle_body(triples: Iterable[Triple], known: Mapping[str, str]) -> bytes:
    """Triples in Turtle without the @prefix lines, whose order the serialiser does not promise."""
    turtle = serialize(triples, format=RdfFormat.TURTLE, prefixes=dict(known)) or b""
    while turtle.startswith(b"@prefix "):
        turtle = turtle[turtle.index(b"\n") + 1 :]
    return turtle
