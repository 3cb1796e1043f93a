"""SHACL: shapes generated from schema/*.yaml, and the check of a build against them, with violations in words."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyshacl
import rdflib
from rdflib.namespace import RDF, SH, SKOS

from graph import shapes_sample
from graph.files import folder
from graph.model import load
from graph.triples import turtle_prefixes
from graph.vocabulary import LANGUAGE, NS, STANDARD, THEME, Term, ranges, terms

# Of each class and each relation the check looks at so many (see graph.shapes_sample): what is wrong in one of 300 is found 19 times in 20.
MOST = 1000

_DATATYPES = {"text": "xsd:string", "label": "rdf:langString", "integer": "xsd:integer", "decimal": "xsd:decimal"}
# class -> (property, least, most, further constraint): what a reader of the data may rely on
_RULES: dict[str, tuple[tuple[str, int, int | None, str], ...]] = {
    "Page": (("dcterms:title", 1, 1, ""),),
    "Article": (("dcterms:isPartOf", 1, 1, "sh:class gh:Page"), ("gh:start", 1, 1, "sh:lessThan gh:end"), ("gh:end", 1, 1, "")),
    "Statement": (
        ("rdf:subject", 1, 1, ""), ("rdf:predicate", 1, 1, ""), ("rdf:object", 1, 1, ""),
        ("gh:evidence", 1, None, "sh:class gh:Evidence"), ("prov:wasDerivedFrom", 1, 1, "sh:class gh:Page"),
        ("gh:confidence", 0, 1, "sh:minInclusive 0; sh:maxInclusive 1"), ("gh:observedOn", 0, 1, ""),
    ),
    "Evidence": (("oa:hasSource", 1, 1, "sh:class gh:Page"), ("oa:hasSelector", 1, 1, "sh:class gh:Span")),
    "Span": (
        ("oa:exact", 1, 1, "sh:minLength 1"), ("oa:start", 1, 1, "sh:minInclusive 0; sh:lessThan oa:end"), ("oa:end", 1, 1, ""),
    ),
    "Mention": (
        ("oa:hasBody", 1, 1, "sh:nodeKind sh:IRI"), ("oa:hasTarget", 1, 1, "sh:class gh:Evidence"),
        ("gh:linkConfidence", 0, 1, "sh:minInclusive 0; sh:maxInclusive 1"),
    ),
    "Figure": (
        ("gh:of", 1, 1, "sh:nodeKind sh:IRI"), ("gh:measure", 0, 1, "sh:minLength 1"), ("gh:value", 1, 1, ""),
        ("gh:unit", 0, 1, ""), ("gh:evidence", 1, 1, "sh:class gh:Evidence"), ("gh:comparedAs", 0, 1, "sh:minLength 1"),
    ),
    "Similarity": (("gh:between", 2, 2, "sh:class gh:Initiative"), ("gh:score", 1, 1, "")),
    "SimilarityPart": (("gh:partName", 1, 1, ""), ("gh:value", 1, 1, "")),
    "RegionTheme": (("gh:inRegionOf", 1, 1, "sh:class gh:Region"), ("gh:underTheme", 1, 1, "")),
}  # fmt: skip


def _property(curie: str, least: int, most: int | None, more: str) -> str:
    kind = ranges().get(curie, "iri")
    parts = [f"sh:path {curie}"]
    parts += [f"sh:minCount {least}"] * bool(least) + ([f"sh:maxCount {most}"] if most is not None else [])
    parts += [f"sh:datatype {_DATATYPES[kind]}"] if kind in _DATATYPES else []
    parts += [more] if more else []
    return "    sh:property [ " + " ; ".join(parts) + " ] "


def _shape(name: str, target: str, body: Iterable[str]) -> str:
    return f"gh:{name}Shape a sh:NodeShape ;\n    {target} ;\n" + ";\n".join(body) + ".\n"


def _entity_shape(name: str) -> str:
    language = f'sh:languageIn ( "{LANGUAGE}" )'
    body = [_property("skos:prefLabel", 1, 1, f"{language} ; sh:minLength 1"), _property("dcterms:identifier", 0, 1, "")]
    body.append(_property("skos:altLabel", 0, None, language))
    if name == "Region":
        body.append(_property("gh:adcode", 0, 1, 'sh:pattern "^([0-9]{6}|[0-9]{9})$"'))
    if name == "Initiative":
        themes = " ".join(f"theme:{theme}" for theme in load().themes)
        body.append(_property("gh:theme", 0, 3, f"sh:in ( {themes} )"))
    return _shape(name, f"sh:targetClass gh:{name}", body)


def _any_class(names: Iterable[str]) -> str:
    chosen = [f"[ sh:class gh:{name} ]" for name in names]
    return f"sh:or ( {' '.join(chosen)} )"


def _relation_shapes(term: Term) -> str:
    label = {other.name: f"{other.zh} {other.en}" for other in terms()}
    shapes = []
    for end, target, names in (("Head", "sh:targetSubjectsOf", term.domain), ("Tail", "sh:targetObjectsOf", term.range)):
        side = "head 主体" if end == "Head" else "tail 客体"
        message = f"{side} of {term.name} {term.zh} must be {' or '.join(label[name] for name in names)}"
        body = [f"    {_any_class(names)} ", f"    sh:message {json.dumps(message, ensure_ascii=False)} "]
        shapes.append(_shape(term.name + end, f"{target} gh:{term.name}", body))
    return "\n".join(shapes)


def make_shapes() -> str:
    """schema/shapes.ttl."""
    known = {"gh": NS, "theme": THEME} | STANDARD
    chosen = {prefix: known[prefix] for prefix in ("gh", "theme", "dcterms", "oa", "prov", "rdf", "sh", "skos", "xsd")}
    note = "# Generated from schema/*.yaml by `python -m graph.ontology`: edit those, then run it again.\n"
    shapes = [_entity_shape(entity.iri) for entity in load().classes.values()]
    shapes += [_relation_shapes(term) for term in terms() if term.kind == "relation"]
    shapes += [_shape(name, f"sh:targetClass gh:{name}", [_property(*rule) for rule in rules]) for name, rules in _RULES.items()]
    return note + turtle_prefixes(chosen).decode("utf-8") + "\n" + "\n".join(shapes)


@cache
def _shapes_graph() -> rdflib.Graph:
    return rdflib.Graph().parse(folder("schema") / "shapes.ttl", format="turtle")


# SHACL constraint component -> what it means that a value breaks it
_WORDS = {
    "MinCount": "is missing 缺失", "MaxCount": "has too many values 值过多", "Datatype": "is of the wrong type 类型不符",
    "Class": "points to something of the wrong class 指向的类别不符", "LanguageIn": "has the wrong language tag 语言标记不符",
    "MinLength": "is empty 为空", "LessThan": "is not before its end 起点不在终点之前", "Pattern": "has the wrong form 格式不符",
    "In": "is not in the closed list 不在封闭列表内", "NodeKind": "is no IRI 不是 IRI",
    "MinInclusive": "is too small 过小", "MaxInclusive": "is too large 过大",
}  # fmt: skip


def _message(report: rdflib.Graph, result: rdflib.term.Node) -> str:
    component = str(report.value(result, SH.sourceConstraintComponent)).rsplit("#", 1)[-1].removesuffix("ConstraintComponent")
    return _WORDS.get(component) or " ".join(str(report.value(result, SH.resultMessage)).split())


def _in_words(report: rdflib.Graph, data: rdflib.Graph) -> list[str]:
    lines = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
        name = data.value(focus, SKOS.prefLabel) or ""
        value = report.value(result, SH.value)
        place = f"{str(focus).rsplit('/', 1)[-1]} {name}".strip()
        what = f"{data.namespace_manager.normalizeUri(str(path))} " if path else ""
        lines.append(f"{place}: {what}{_message(report, result)}" + (f" (value {value})" if value is not None and value != focus else ""))
    return sorted(set(lines))


def validate(folder_with_graph: Path, *, most: int = MOST) -> list[str]:
    """What the graph.nq of a build breaks of schema/shapes.ttl, one line each, sorted; [] when nothing.

    Of more than `most` things of a class, or relations of a kind, so many are checked, and what they point to.
    """
    graph = shapes_sample.read(folder_with_graph / "graph.nq", _shapes_graph(), most)
    for prefix, space in ({"gh": NS, "theme": THEME} | STANDARD).items():
        graph.bind(prefix, space)
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=_shapes_graph(), inference="none", do_owl_imports=False, inplace=True)
    return [] if conforms or not isinstance(report, rdflib.Graph) else _in_words(report, graph)
