"""Our vocabulary, themes and JSON-LD context as files in schema/, generated from its YAML files.

`python -m graph.ontology` writes them anew; a test fails when they are stale.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from graph.files import folder
from graph.jsonld import make_context
from graph.shapes import make_shapes
from graph.themes import theme_chunk
from graph.triples import Chunk, label, labels, turtle_body, turtle_prefixes
from graph.vocabulary import NS, STANDARD, THEME, Term, expand, terms

_DATATYPES = {"text": "xsd:string", "label": "rdf:langString", "integer": "xsd:integer", "decimal": "xsd:decimal"}
_NOTE = "# Generated from schema/*.yaml by `python -m graph.ontology`: edit those, then run it again.\n"


def _turtle(chunk: Chunk, used: Iterable[str]) -> str:
    known = {"gh": NS, "theme": THEME} | STANDARD
    chosen = {prefix: known[prefix] for prefix in used}
    return _NOTE + (turtle_prefixes(chosen) + b"\n" + turtle_body(chunk.triples(), chosen)).decode("utf-8")


def _describe(chunk: Chunk, term: Term) -> None:
    node = expand(f"gh:{term.name}")
    labels(chunk, node, term.zh, term.en)
    if term.note_zh:
        chunk.add(node, "rdfs:comment", label(term.note_zh))
    if term.note_en:
        chunk.add(node, "rdfs:comment", Literal(term.note_en, language="en"))
    chunk.add(node, "rdfs:isDefinedBy", NamedNode(NS.removesuffix("#")))
    for curie in term.super:
        chunk.add(node, "rdfs:subClassOf" if term.kind == "class" else "rdfs:subPropertyOf", expand(curie))


def _property(chunk: Chunk, term: Term) -> None:
    node, target = expand(f"gh:{term.name}"), (term.range or ("iri",))
    if target[0] in _DATATYPES:
        chunk.types(node, "owl:DatatypeProperty")
        chunk.add(node, "rdfs:range", expand(_DATATYPES[target[0]]))
    elif target[0] == "date":
        chunk.types(node, "owl:DatatypeProperty")
    else:
        chunk.types(node, "owl:ObjectProperty", *(["owl:SymmetricProperty"] if term.symmetric else []))
    # several domains or ranges would mean their intersection in RDFS; schema.org's pair means any of them
    for curie, plain, ends in (("domain", "rdfs:domain", term.domain), ("range", "rdfs:range", term.range)):
        classes = [expand(f"gh:{name}") for name in ends if name[0].isupper()]
        for end in classes:
            chunk.add(node, plain if len(classes) == 1 else f"schema:{curie}Includes", end)


def make_ontology() -> str:
    """schema/ontology.ttl: classes, relations and properties with labels in two languages, aligned with standard vocabularies."""
    chunk, own = Chunk(), NamedNode(NS.removesuffix("#"))
    chunk.types(own, "owl:Ontology")
    labels(chunk, own, "工会图谱词汇", "Gonghui Graph vocabulary")
    for term in terms():
        if term.kind == "class":
            chunk.types(expand(f"gh:{term.name}"), "owl:Class")
        else:
            _property(chunk, term)
        _describe(chunk, term)
    _cube(chunk, "FigureStructure", ("of", "measure", "period", "evidence"), ("value",), ("unit", "qualifier"))
    _cube(chunk, "RegionThemeStructure", ("inRegionOf", "underTheme"), ("initiatives", "bodies", "figures"), ())
    used = ("gh", "dcterms", "foaf", "oa", "org", "owl", "prov", "qb", "rdf", "rdfs", "schema", "skos", "xsd")
    return _turtle(chunk, used)


def _cube(chunk: Chunk, name: str, dimensions: Iterable[str], measures: Iterable[str], attributes: Iterable[str]) -> None:
    node = expand(f"gh:{name}")
    chunk.types(node, "qb:DataStructureDefinition")
    for role, group in (("dimension", dimensions), ("measure", measures), ("attribute", attributes)):
        for local in group:
            component = expand(f"gh:{name}-{local}")
            chunk.add(node, "qb:component", component)
            chunk.types(component, "qb:ComponentSpecification")
            chunk.add(component, f"qb:{role}", expand(f"gh:{local}"))


def make_themes() -> str:
    """schema/themes.ttl: the themes as a SKOS concept scheme."""
    return _turtle(theme_chunk(), ("theme", "rdf", "rdfs", "skos"))


def make_files() -> dict[str, str]:
    """File name -> content of everything in schema/ that is generated."""
    context = json.dumps({"@context": make_context()}, ensure_ascii=False, indent=1) + "\n"
    return {
        "ontology.ttl": make_ontology(), "themes.ttl": make_themes(), "shapes.ttl": make_shapes(), "context.jsonld": context,
    }  # fmt: skip


def write_files(target: Path | None = None) -> None:
    """Writes the generated files into schema/ (or `target`)."""
    for name, content in make_files().items():
        ((target or folder("schema")) / name).write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_files()
