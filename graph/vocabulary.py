"""The names of our RDF: namespaces, the terms of schema/*.yaml with their ranges, and the IRIs of things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import Any
from urllib.parse import urlsplit

from pyoxigraph import NamedNode

from graph.errors import GraphError, SchemaError
from graph.files import folder, read_yaml
from graph.model import load

BASE = "https://w3id.org/gonghui/"
# The vocabulary and the themes keep their address whatever the base of the data is: queries stay valid everywhere.
NS = BASE + "ns#"
THEME = BASE + "theme/"
LANGUAGE = "zh-Hans"

STANDARD = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# A local name that every Turtle writer can shorten (rdflib's is slow on names that start with a digit).
_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property of our vocabulary. `kind` is class, relation or property; `range` as in schema/terms.yaml."""

    name: str
    kind: str
    zh: str
    en: str
    note_en: str = ""
    note_zh: str = ""
    super: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    symmetric: bool = False


@cache
def prefixes(base: str = BASE) -> dict[str, str]:
    """Prefix -> namespace: the standard ones, `gh` (vocabulary), `theme`, and `id` (the things under `base`)."""
    return {"gh": NS, "id": base + "id/", "theme": THEME} | STANDARD


@cache
def expand(curie: str) -> NamedNode:
    """The IRI of a CURIE such as `skos:prefLabel`; raises SchemaError for an unknown prefix."""
    prefix, _, local = curie.partition(":")
    try:
        return NamedNode(({"gh": NS, "theme": THEME} | STANDARD)[prefix] + local)
    except KeyError:
        raise SchemaError("schema/: {curie} has an unknown prefix: add it to graph/vocabulary.py", curie=curie) from None


@cache
def ranges() -> dict[str, str]:
    """CURIE of every property in our data -> iri, text, label, integer, decimal or date."""
    own = {f"gh:{term.name}": (term.range or ("iri",))[0] for term in terms() if term.kind != "class"}
    literal = {"text", "label", "integer", "decimal", "date"}
    own = {name: kind if kind in literal else "iri" for name, kind in own.items()}
    standard: dict[str, str] = _terms_file()["standard"]
    return own | standard


def _terms_file() -> Any:
    return read_yaml(folder("schema") / "terms.yaml")


def _own_terms() -> Iterator[Term]:
    model = load()
    for entity in model.classes.values():
        yield Term(entity.iri, "class", entity.zh, entity.en, entity.note_en, entity.note_zh, entity.super)
    for relation in model.relations.values():
        head, tail = (tuple(model.classes[kind].iri for kind in end) for end in (relation.head, relation.tail))
        yield Term(
            relation.name, "relation", relation.zh, relation.en,
            super=relation.super, domain=head, range=tail, symmetric=relation.symmetric,
        )  # fmt: skip
    entries = _terms_file()
    for kind, group in (("class", entries["classes"]), ("property", entries["properties"])):
        for name, entry in group.items():
            values: dict[str, Any] = {key: _tuple(value) if key in {"super", "domain", "range"} else value for key, value in entry.items()}
            try:
                yield Term(name, kind, **values)
            except TypeError as error:
                raise SchemaError(
                    "schema/{source}: {name} is not well formed ({error}): mend the entry", source="terms.yaml", name=name, error=error
                ) from error


def _tuple(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


@cache
def terms() -> tuple[Term, ...]:
    """All classes and properties of our vocabulary; raises SchemaError when a name stands twice or points nowhere."""
    found = tuple(_own_terms())
    names = [term.name for term in found]
    classes = {term.name for term in found if term.kind == "class"} | {"iri", "text", "label", "integer", "decimal", "date"}
    for term in found:
        if names.count(term.name) > 1:
            raise SchemaError("schema/terms.yaml: {name} stands twice: rename one", name=term.name)
        for name in term.domain + term.range:
            if name not in classes:
                raise SchemaError("schema/terms.yaml: {name} points to the unknown {other}: mend the list", name=term.name, other=name)
        for curie in term.super:
            expand(curie)
    return found


def check_base(base: str) -> str:
    """`base` itself; raises GraphError unless it is an absolute http(s) or urn IRI of ASCII that ends in / or #."""
    parts = urlsplit(base)
    absolute = (parts.scheme in {"http", "https"} and parts.netloc) or parts.scheme == "urn"
    if not absolute or not base.isascii() or re.search(r'[\s<>"{}|\\^`]', base) or base[-1] not in "/#:":
        raise GraphError("base {base!r}: give an absolute address that ends in /, such as {BASE}", base=base, BASE=BASE)
    return base


def digest(*parts: object) -> str:
    """Sixteen hex digits that stand for `parts`, the same everywhere and always (ten million keys collide once in 400,000 builds)."""
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class Names:
    """The IRIs of things under a base; every one is `<base>id/<kind>-<digits>`."""

    def __init__(self, base: str = BASE) -> None:
        self.base = check_base(base)
        self._entities: dict[str, NamedNode] = {}
        self._nodes: set[NamedNode] = set()
        self._shared: set[NamedNode] = set()

    def entity(self, id_: str) -> NamedNode:
        """The IRI of an entity: its id; an id that is no plain ASCII name is replaced by its hash."""
        if id_ not in self._entities:
            local = id_ if _LOCAL.match(id_) else f"entity-{digest(id_)}"
            self._entities[id_] = NamedNode(f"{self.base}id/{local}")
            self._nodes.add(self._entities[id_])
        return self._entities[id_]

    def share(self, *nodes: NamedNode) -> None:
        """Notes that these are described in the default graph and perhaps in a page's graph, too."""
        self._shared.update(nodes)

    def is_shared(self, node: NamedNode) -> bool:
        """Whether `share` was told of this IRI."""
        return node in self._shared

    def may_repeat(self, node: NamedNode) -> bool:
        """Whether several graphs may say the same of this IRI: it is an entity, or shared."""
        return node in self._nodes or node in self._shared

    def thing(self, kind: str, *key: object) -> NamedNode:
        """The IRI of something that has no id of its own: its kind and the hash of its key."""
        return NamedNode(f"{self.base}id/{kind}-{digest(*key)}")

    @property
    def dataset(self) -> NamedNode:
        """The data set itself."""
        return NamedNode(f"{self.base}dataset")
