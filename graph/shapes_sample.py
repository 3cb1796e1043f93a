"""What of a graph.nq the check against the shapes looks at: a bounded number of things of each class, with all that their shapes ask for.

The things are chosen by the hash of their IRIs, so every run chooses the same, and one large page is sampled like many small ones.
N-Quads are read several times, which costs little beside the check itself: memory holds the sample alone.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple, parse
from rdflib.namespace import RDF, SH

__all__ = ["read"]

_TYPE = str(RDF.type)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the shapes speak of (IRIs): classes, properties, and among these the relations whose ends they check."""

    classes: frozenset[str]
    properties: frozenset[str]
    relations: frozenset[str]

    def is_of_interest(self, quad: Quad) -> bool:
        if quad.predicate.value == _TYPE:
            return _iri(quad.object) in self.classes
        return quad.predicate.value in self.properties


def _asked(shapes: rdflib.Graph) -> _Asked:
    def objects(*predicates: rdflib.URIRef) -> frozenset[str]:
        return frozenset(str(value) for predicate in predicates for value in shapes.objects(None, predicate))

    return _Asked(objects(SH.targetClass, SH["class"]), objects(SH.path, SH.lessThan), objects(SH.targetSubjectsOf, SH.targetObjectsOf))


def _iri(term: NamedNode | Literal | BlankNode | Triple) -> str:
    return term.value if isinstance(term, NamedNode) else ""


class _Lowest:
    """The `most` keys of the lowest hashes among those that are offered, for each group."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._groups: dict[str, dict[str, bytes]] = defaultdict(dict)

    def offer(self, group: str, key: str) -> None:
        kept = self._groups[group]
        kept[key] = blake2b(key.encode(), digest_size=8).digest()
        if len(kept) > 2 * self._most:
            self._groups[group] = self._cut(kept)

    def _cut(self, kept: dict[str, bytes]) -> dict[str, bytes]:
        return dict(sorted(kept.items(), key=lambda item: item[::-1])[: self._most])

    def keys(self) -> set[str]:
        return {key for kept in self._groups.values() for key in self._cut(kept)}


def _fact(quad: Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object}"


def _sample(path: str, asked: _Asked, most: int) -> tuple[set[str], set[str]]:
    """The chosen things (IRIs) and relations (triples as text)."""
    things, facts = _Lowest(most), _Lowest(most)
    for quad in parse(path=path):
        if quad.predicate.value in asked.relations:
            facts.offer(quad.predicate.value, _fact(quad))
        elif quad.predicate.value == _TYPE and _iri(quad.object) in asked.classes:
            things.offer(_iri(quad.object), _iri(quad.subject))
    return things.keys(), facts.keys()


def _term(term: NamedNode | Literal | BlankNode | Triple) -> rdflib.URIRef | rdflib.Literal:
    if not isinstance(term, Literal):
        return rdflib.URIRef(str(getattr(term, "value", term)))
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))


def _said(path: str, asked: _Asked, most: int) -> Iterator[Quad]:
    """What is said of the chosen things, of the ends of the chosen relations, and of what these point to."""
    wanted, facts = _sample(path, asked, most)
    told: set[str] = set()
    for quad in parse(path=path):
        if quad.predicate.value in asked.relations and _fact(quad) in facts:
            wanted |= {_iri(quad.subject), _iri(quad.object)}
            yield quad
    while wanted:
        found: set[str] = set()
        for quad in parse(path=path):
            if _iri(quad.subject) in wanted and asked.is_of_interest(quad):
                if quad.predicate.value != _TYPE:
                    found.add(_iri(quad.object))
                yield quad
        told |= wanted
        wanted = found - told - {""}


def read(path: Path, shapes: rdflib.Graph, most: int) -> rdflib.Graph:
    """The triples of a graph.nq that the shapes ask for: all, or of more than `most` things of a class so many of them, with what they
    point to; likewise of the relations of each kind. Every thing that is in it is in it whole, as far as the shapes go."""
    graph = rdflib.Graph()
    for quad in _said(str(path), _asked(shapes), most):
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph
