"""JSON-LD 1.1 with a context that stands in the file, so that reading it needs no network."""

import json
from functools import cache
from typing import Any

from pyoxigraph import Literal, NamedNode

from graph.triples import Chunk
from graph.vocabulary import BASE, LANGUAGE, expand, prefixes, ranges, terms

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD = "http://www.w3.org/2001/XMLSchema#"


def make_context(base: str = BASE) -> dict[str, Any]:
    """The context: prefixes, our terms by their bare names, and how the values of each property look.

    The same as schema/context.jsonld, but for `id`, which follows `base`.
    """
    context: dict[str, Any] = {"@version": 1.1} | prefixes(base)
    for term in terms():
        if term.kind == "class":
            context[term.name] = f"gh:{term.name}"
    for curie, kind in ranges().items():
        if curie != "rdf:type":
            context[_name(curie)] = {"@id": curie} | _coercion(kind)
    return context


def _name(curie: str) -> str:
    """Our own terms go by their bare names, except where that is a prefix (theme)."""
    local = curie.removeprefix("gh:")
    return curie if local in prefixes() else local


def _coercion(kind: str) -> dict[str, str]:
    return {
        "iri": {"@type": "@id"},
        "label": {"@language": LANGUAGE},
        "integer": {"@type": "xsd:integer"},
        "decimal": {"@type": "xsd:decimal"},
    }.get(kind, {})


class JsonLd:
    """Turns chunks into the text of a JSON-LD document: `head`, then `nodes` for each chunk, then `tail`."""

    tail = "\n]}\n"

    def __init__(self, base: str = BASE) -> None:
        self._prefixes = sorted(prefixes(base).items(), key=lambda pair: (-len(pair[1]), pair[0]))
        self._kinds = {expand(curie).value: (_name(curie), kind) for curie, kind in ranges().items()}
        self._first = True
        context = json.dumps(make_context(base), ensure_ascii=False, indent=1)
        self.head = f'{{"@context": {context},\n"@graph": ['
        self._short = cache(self._compact)

    def _compact(self, iri: str) -> str:
        for prefix, namespace in self._prefixes:
            if iri.startswith(namespace) and (local := iri[len(namespace) :]) and not local.startswith("//"):
                return f"{prefix}:{local}"
        return iri

    def _value(self, value: NamedNode | Literal, kind: str) -> Any:
        if isinstance(value, NamedNode):
            return self._short(value.value) if kind == "iri" else {"@id": self._short(value.value)}
        if value.language:
            plain = kind == "label" and value.language == LANGUAGE.lower()
            return value.value if plain else {"@value": value.value, "@language": value.language}
        datatype = value.datatype.value
        if datatype == _XSD + "string":
            return value.value if kind == "text" else {"@value": value.value}
        if kind in {"integer", "decimal"} and datatype == _XSD + kind:
            return int(value.value) if kind == "integer" else value.value
        return {"@value": value.value, "@type": self._short(datatype)}

    def nodes(self, chunk: Chunk) -> str:
        """The chunk's subjects as node objects, one a line."""
        lines = []
        for subject, pairs in chunk.subjects.items():
            node: dict[str, Any] = {"@id": self._short(subject.value)}
            for predicate, value in pairs:
                if predicate.value == _RDF_TYPE:
                    node.setdefault("@type", []).append(self._short(value.value))
                    continue
                name, kind = self._kinds[predicate.value]
                node.setdefault(name, []).append(self._value(value, kind))
            flat = {k: v[0] if isinstance(v, list) and len(v) == 1 else v for k, v in node.items()}
            lines.append(json.dumps(flat, ensure_ascii=False))
        if not lines:
            return ""
        start = "\n" if self._first else ",\n"
        self._first = False
        return start + ",\n".join(lines)
