"""Rows of the tables to triples: entities, pages, relations with their evidence, mentions, figures.

Evidence is a Web Annotation specific resource: the page, and a span with quote and position. A relation is a plain triple and,
for each page that states it, a statement node with what the page says (title as written, date seen, evidence). Posts are
memberships of the W3C organisation ontology, without invented start dates.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd
from pyoxigraph import NamedNode

from graph.divisions import ancestors, division_names
from graph.measures import canonical
from graph.model import RelationType, load
from graph.triples import Chunk, date, decimal, integer, label, text
from graph.vocabulary import Names, expand

# A title such as 党组书记、主席 names two roles.
_ROLES = re.compile("[、,，;；/]")

Rows = Iterable[Any]


def roles(title: str) -> list[str]:
    """The roles that a title as written names: `党组书记、主席` -> both."""
    return [role for part in _ROLES.split(title) if (role := part.strip())]


def _number(value: Any) -> float | None:
    return None if pd.isna(value) else float(value)


@dataclass(frozen=True, slots=True)
class FigureContext:
    """What figures have from the whole corpus: row -> themes, subject -> adcode."""

    themes: dict[int, tuple[str, ...]]
    places: dict[str, str]


class Writer:
    """Adds rows to a chunk. All methods take `itertuples` rows of the schema's tables.

    `pages`: entity id -> number of pages that speak of it; `region_ids`: adcode -> entity id;
    `context`: the themes and regions of figures.
    """

    def __init__(self, names: Names, pages: dict[str, int], region_ids: dict[str, str], context: FigureContext) -> None:
        self.names = names
        self.pages = pages
        self.region_ids = region_ids
        self.context = context
        self._raw = ("", "")
        self._added: set[str] = set()

    def region(self, adcode: str) -> NamedNode:
        """The IRI of the region with this code."""
        return self.names.entity(self.region_ids.get(adcode, f"region-{adcode}"))

    def page(self, name: str) -> NamedNode:
        """The IRI of a page, which is also the name of its graph."""
        return self.names.thing("page", name)

    def entities(self, chunk: Chunk, rows: Rows) -> None:
        """What entities.csv says; the relations are said by the pages."""
        model = load()
        for row in rows:
            node, kind = self.names.entity(row.id), model.classes.get(row.type)
            if kind is not None:
                chunk.types(node, f"gh:{kind.iri}", *kind.super)
            chunk.add(node, "skos:prefLabel", label(row.name))
            chunk.add(node, "rdfs:label", label(row.name))
            for alias in filter(None, row.aliases.split("|")):
                chunk.add(node, "skos:altLabel", label(alias))
            chunk.add(node, "dcterms:identifier", text(row.id))
            chunk.texts(node, kind=row.kind)
            if row.id in self.pages:
                chunk.add(node, "gh:pageCount", integer(self.pages[row.id]))
            if row.adcode and row.type == "Region":
                chunk.texts(node, adcode=row.adcode)
                self._above(chunk, row.adcode)
            elif row.type == "Region" and row.within:
                chunk.add(node, "gh:within", node)
                self._below(chunk, node, [row.within, *ancestors(row.within)])
            elif row.adcode:
                chunk.add(node, "gh:region", self.region(row.adcode))
                self.gazetteer_region(chunk, row.adcode)
            for theme in row.themes.split():
                if theme in model.themes:
                    chunk.add(node, "gh:theme", expand(f"theme:{theme}"))
                    chunk.add(node, "dcterms:subject", expand(f"theme:{theme}"))

    def gazetteer_region(self, chunk: Chunk, adcode: str) -> None:
        """A region that no page names but another one's code does: name from the gazetteer, and what it lies in. Said once."""
        if adcode in self.region_ids or adcode in self._added or adcode not in division_names():
            return
        self._added.add(adcode)
        kind, node = load().classes["Region"], self.region(adcode)
        chunk.types(node, f"gh:{kind.iri}", *kind.super)
        chunk.add(node, "skos:prefLabel", label(division_names()[adcode]))
        chunk.add(node, "rdfs:label", label(division_names()[adcode]))
        chunk.texts(node, adcode=adcode)
        self._above(chunk, adcode)

    def _above(self, chunk: Chunk, adcode: str) -> None:
        chunk.add(self.region(adcode), "gh:within", self.region(adcode))
        self._below(chunk, self.region(adcode), ancestors(adcode))

    def _below(self, chunk: Chunk, node: NamedNode, codes: Iterable[str]) -> None:
        """That a region lies in the divisions of these codes, nearest first; those that do not exist are passed over."""
        above = [code for code in codes if code in self.region_ids or code in division_names()]
        for depth, code in enumerate(above):
            if depth == 0:
                chunk.add(node, "skos:broader", self.region(code))
            chunk.add(node, "gh:within", self.region(code))
            self.gazetteer_region(chunk, code)

    def page_head(self, chunk: Chunk, row: Any) -> None:
        """The page itself. The raw text is not repeated: it stands in pages.csv."""
        node = self.page(row.page)
        self._raw = (row.page, row.text)
        chunk.types(node, "gh:Page", "foaf:Document")
        chunk.add(node, "dcterms:title", text(row.page))
        chunk.add(node, "dcterms:date", date(row.date))
        chunk.texts(node, paper=row.paper, sha256=row.sha256)
        if (characters := _number(row.characters)) is not None:
            chunk.add(node, "gh:characters", integer(int(characters)))

    def articles(self, chunk: Chunk, rows: Rows) -> None:
        """The articles of a page."""
        for row in rows:
            node = self.names.thing("article", row.article)
            chunk.types(node, "gh:Article", "schema:NewsArticle")
            chunk.add(node, "dcterms:isPartOf", self.page(row.page))
            if row.headline:
                chunk.add(node, "schema:headline", text(row.headline))
            if row.source:
                chunk.add(node, "dcterms:source", text(row.source))
            chunk.texts(node, rubric=row.rubric, byline=row.byline)
            chunk.add(node, "gh:start", integer(int(row.start)))
            chunk.add(node, "gh:end", integer(int(row.end)))
            if row.region and (row.region in self.region_ids or row.region in division_names()):
                chunk.add(node, "gh:homeRegion", self.region(row.region))
            if row.union:
                chunk.add(node, "gh:homeUnion", self.names.entity(row.union))

    def evidence(self, chunk: Chunk, page: str, start: int, end: int, quote: str) -> NamedNode:
        """A span of a page; the same span is the same node. A quote that the table lacks is cut from the page's text."""
        node = self.names.thing("evidence", page, start, end)
        if node in chunk.subjects:
            return node
        span = self.names.thing("span", page, start, end)
        chunk.types(node, "gh:Evidence", "oa:SpecificResource")
        chunk.add(node, "oa:hasSource", self.page(page))
        chunk.add(node, "oa:hasSelector", span)
        chunk.types(span, "gh:Span", "oa:TextQuoteSelector", "oa:TextPositionSelector")
        if not quote and self._raw[0] == page:
            quote = self._raw[1][start:end]
        if quote:
            chunk.add(span, "oa:exact", text(quote))
        chunk.add(span, "oa:start", integer(start))
        chunk.add(span, "oa:end", integer(end))
        return node

    def _source(self, chunk: Chunk, node: NamedNode, row: Any) -> None:
        chunk.texts(node, rule=row.rule)
        if row.article:
            chunk.add(node, "gh:inArticle", self.names.thing("article", row.article))

    def relations(self, chunk: Chunk, rows: Rows, seen: str | None, relation_of: Callable[[str], RelationType]) -> None:
        """Relations as a page states them: the plain triples, and one statement for each title or verb. `seen`: date of the page."""
        sure: dict[NamedNode, float] = {}
        for row in rows:
            relation = relation_of(row.relation)
            head, tail = self.names.entity(row.head), self.names.entity(row.tail)
            for curie in (f"gh:{relation.name}", *relation.super):
                chunk.add(head, curie, tail)
            if relation.symmetric:
                chunk.add(tail, f"gh:{relation.name}", head)
            node = self.names.thing("statement", row.page, row.head, row.relation, row.tail, row.label)
            chunk.types(node, "gh:Statement", "rdf:Statement")
            chunk.add(node, "rdf:subject", head)
            chunk.add(node, "rdf:predicate", expand(f"gh:{relation.name}"))
            chunk.add(node, "rdf:object", tail)
            chunk.texts(node, asWritten=row.label)
            if relation.name == "holdsPost":
                self._post(chunk, node, head, tail, row.label)
            chunk.add(node, "gh:evidence", self.evidence(chunk, row.page, int(row.start), int(row.end), row.text))
            chunk.add(node, "prov:wasDerivedFrom", self.page(row.page))
            chunk.add(node, "gh:observedOn", date(seen or ""))
            self._source(chunk, node, row)
            if (confidence := _number(row.confidence)) is not None:
                sure[node] = max(confidence, sure.get(node, 0.0))
        for node, confidence in sure.items():
            chunk.add(node, "gh:confidence", decimal(round(confidence, 4)))

    def _post(self, chunk: Chunk, node: NamedNode, person: NamedNode, body: NamedNode, title: str) -> None:
        chunk.types(node, "org:Membership")
        chunk.add(node, "org:member", person)
        chunk.add(node, "org:organization", body)
        for role in roles(title):
            chunk.add(node, "org:role", self.names.thing("role", role))

    def role(self, chunk: Chunk, title: str) -> None:
        """The roles of a title, as things with a name."""
        for role in roles(title):
            node = self.names.thing("role", role)
            chunk.types(node, "org:Role")
            chunk.add(node, "skos:prefLabel", label(role))
            chunk.add(node, "rdfs:label", label(role))

    def mentions(self, chunk: Chunk, rows: Rows) -> None:
        """Where entities are named."""
        for row in rows:
            node, entity = self.names.thing("mention", row.page, row.start, row.end, row.entity), self.names.entity(row.entity)
            chunk.add(self.page(row.page), "schema:mentions", entity)
            chunk.types(node, "gh:Mention", "oa:Annotation")
            chunk.add(node, "oa:motivatedBy", expand("oa:identifying"))
            chunk.add(node, "oa:hasBody", entity)
            chunk.add(node, "oa:hasTarget", self.evidence(chunk, row.page, int(row.start), int(row.end), row.text))
            self._source(chunk, node, row)
            if (confidence := _number(row.confidence)) is not None:
                chunk.add(node, "gh:linkConfidence", decimal(round(confidence, 4)))

    def figures(self, chunk: Chunk, rows: Rows, seen: str | None) -> None:
        """Statistics as observations; the evidence is the sentence when it is known, else the figure alone."""
        for row in rows:
            node = self.names.thing("figure", row.page, row.start, row.end, row.subject, row.measure)
            chunk.types(node, "gh:Figure", "qb:Observation")
            chunk.add(node, "qb:dataSet", NamedNode(f"{self.names.base}id/figures"))
            chunk.add(node, "gh:of", self.names.entity(row.subject))
            chunk.texts(node, measure=row.measure, unit=row.unit, qualifier=row.qualifier, period=row.period)
            chunk.texts(node, asWritten=row.text, comparedAs=canonical(row.measure, row.unit)[0])
            for theme in self.context.themes.get(row.Index, ()):
                chunk.add(node, "gh:aboutTheme", expand(f"theme:{theme}"))
            if adcode := self.context.places.get(row.subject):
                chunk.add(node, "gh:figureRegion", self.region(adcode))
            chunk.add(node, "gh:value", decimal(float(row.value)))
            start, end = _number(row.sentence_start), _number(row.sentence_end)
            sentence = None if start is None or end is None or end <= start else (int(start), int(end), "")
            span = sentence or (int(row.start), int(row.end), row.text)
            chunk.add(node, "gh:evidence", self.evidence(chunk, row.page, *span))
            chunk.add(node, "prov:wasDerivedFrom", self.page(row.page))
            chunk.add(node, "gh:observedOn", date(seen or ""))
            self._source(chunk, node, row)
            if (confidence := _number(row.confidence)) is not None:
                chunk.add(node, "gh:confidence", decimal(round(confidence, 4)))

    def descriptions(self, chunk: Chunk, rows: Rows) -> None:
        """The sentences about initiatives."""
        for row in rows:
            span = self.evidence(chunk, row.page, int(row.start), int(row.end), row.text)
            chunk.add(self.names.entity(row.entity), "gh:describedBy", span)
