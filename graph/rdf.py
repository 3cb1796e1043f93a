"""Tables to RDF files, page by page, so that memory holds one page at a time: graph.ttl, graph.nq, graph.jsonld.

graph.nq is the data set: what a page says is in a graph named like the page; what is true of the whole corpus (entities, regions,
similar initiatives, the description of the data set) is in the default graph. graph.ttl and graph.jsonld hold all of it as one graph.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pandas as pd
from pyoxigraph import NamedNode, RdfFormat, serialize

from graph.derived_triples import region_theme_triples, similar_triples
from graph.jsonld import JsonLd
from graph.model import load
from graph.region_figures import figure_themes, places
from graph.statements import FigureContext, Writer
from graph.tables import Tables
from graph.themes import theme_chunk
from graph.triples import Chunk, integer, label, text, turtle_body, turtle_prefixes
from graph.vocabulary import BASE, NS, STANDARD, Names, expand, prefixes

FILES = ("graph.ttl", "graph.nq", "graph.jsonld")
_BY_PAGE = ("pages", "articles", "mentions", "relations", "statistics", "descriptions")
_BATCH = 2000  # entities in a chunk


def _page_counts(tables: Tables) -> dict[str, int]:
    """Entity id -> number of pages that name it or state something of it."""
    columns = (("mentions", "entity"), ("relations", "head"), ("relations", "tail"), ("statistics", "subject"))
    pairs = [tables[table][[column, "page"]].set_axis(["id", "page"], axis=1) for table, column in columns]
    counts = pd.concat(pairs).drop_duplicates().groupby("id").size()
    return {str(id_): int(count) for id_, count in counts.items()}


def make_writer(tables: Tables, base: str = BASE) -> Writer:
    """A writer that knows the entities of the tables."""
    entities = tables["entities"]
    regions = entities[(entities["type"] == "Region") & (entities["adcode"] != "")]
    context = FigureContext(figure_themes(tables), places(tables))
    return Writer(Names(base), _page_counts(tables), dict(zip(regions["adcode"], regions["id"], strict=True)), context)


def page_chunk(writer: Writer, name: str, rows: Mapping[str, pd.DataFrame]) -> Chunk:
    """What one page says; `rows` holds its rows of each table."""
    chunk, relation = Chunk(), load().relations
    seen = ""
    for row in rows["pages"].itertuples():
        writer.page_head(chunk, row)
        seen = row.date
    if not len(rows["pages"]):
        chunk.types(writer.page(name), "gh:Page", "foaf:Document")
        chunk.add(writer.page(name), "dcterms:title", text(name))
    writer.articles(chunk, rows["articles"].itertuples())
    known = rows["relations"][rows["relations"]["relation"].isin(relation.keys())]
    writer.relations(chunk, known.itertuples(), seen, relation.__getitem__)
    writer.figures(chunk, rows["statistics"].itertuples(), seen)
    writer.descriptions(chunk, rows["descriptions"].itertuples())
    writer.mentions(chunk, rows["mentions"].itertuples())
    return chunk


def page_chunks(writer: Writer, tables: Tables, only: set[str] | None = None) -> Iterator[tuple[NamedNode, Chunk]]:
    """(graph, triples) for each page in the order of their names; `only`: these pages alone."""
    places = {name: tables[name].groupby("page", sort=False).indices for name in _BY_PAGE}
    pages = sorted(set().union(*places.values()) if only is None else only)
    for page in pages:
        rows = {name: tables[name].iloc[places[name].get(page, [])] for name in _BY_PAGE}
        yield writer.page(page), page_chunk(writer, page, rows)


def shared_chunks(writer: Writer, tables: Tables, extra: Mapping[str, pd.DataFrame]) -> Iterator[Chunk]:
    """What belongs to no single page: entities, the roles of posts, similar initiatives, themes of regions."""
    entities = tables["entities"]
    for start in range(0, len(entities), _BATCH):
        chunk = Chunk()
        writer.entities(chunk, entities.iloc[start : start + _BATCH].itertuples())
        yield chunk
    chunk, posts = Chunk(), tables["relations"]
    for title in sorted(set(posts.loc[posts["relation"] == "holdsPost", "label"])):
        writer.role(chunk, title)
    for article in tables["articles"].itertuples():
        if article.region:
            writer.gazetteer_region(chunk, article.region)
    for subject in sorted(set(tables["statistics"]["subject"])):
        writer.gazetteer_region(chunk, writer.context.places.get(subject, ""))
    yield chunk
    yield theme_chunk()
    yield from similar_triples(writer, extra.get("similar", tables.get("similar")))
    yield from region_theme_triples(writer, extra.get("region_themes", tables.get("region_themes")))


def dataset_chunk(writer: Writer, tables: Tables, triples: int) -> Chunk:
    """The data set's own description in DCAT and VoID."""
    chunk, node, names = Chunk(), writer.names.dataset, writer.names
    chunk.types(node, "dcat:Dataset", "void:Dataset")
    chunk.add(node, "skos:prefLabel", label("工会图谱"))
    chunk.add(node, "rdfs:label", label("工会图谱"))
    chunk.add(node, "dcterms:title", text("Gonghui Graph"))
    chunk.add(node, "void:uriSpace", text(f"{names.base}id/"))
    for space in (NS, *(STANDARD[prefix] for prefix in ("dcterms", "foaf", "oa", "org", "prov", "qb", "schema", "skos"))):
        chunk.add(node, "void:vocabulary", NamedNode(space))
    chunk.add(node, "void:entities", integer(len(tables["entities"])))
    chunk.add(node, "void:triples", integer(triples))
    for name, count in sorted(tables["entities"]["type"].value_counts().items()):
        if name in load().classes:
            part = names.thing("partition", name)
            chunk.add(node, "void:classPartition", part)
            chunk.add(part, "void:class", expand(f"gh:{load().classes[name].iri}"))
            chunk.add(part, "void:entities", integer(int(count)))
    for part_name in ("figures", "region-themes"):
        part = NamedNode(f"{names.base}id/{part_name}")
        chunk.types(part, "qb:DataSet")
        chunk.add(part, "dcterms:isPartOf", node)
    return chunk


class _Files:
    """The three files, written chunk by chunk. A triple that several pages state is written once outside N-Quads."""

    def __init__(self, folder: Path, names: Names, stack: ExitStack) -> None:
        self.names, self.prefixes = names, prefixes(names.base)
        self.turtle, self.quads = (stack.enter_context((folder / name).open("wb")) for name in FILES[:2])
        self.json = stack.enter_context((folder / FILES[2]).open("w", encoding="utf-8", newline="\n"))
        self.jsonld = JsonLd(names.base)
        self.turtle.write(turtle_prefixes(self.prefixes))
        self.json.write(self.jsonld.head)
        self.said: set[int] = set()
        self.triples = 0

    def write(self, chunk: Chunk, graph: NamedNode | None) -> None:
        serialize(chunk.quads(graph), self.quads, RdfFormat.N_QUADS)
        chunk.drop_repeated(self.said, self.names.is_shared if graph is None else self.names.may_repeat)
        self.triples += len(chunk)
        self.turtle.write(turtle_body(chunk.triples(), self.prefixes))
        self.json.write(self.jsonld.nodes(chunk))

    def close(self) -> None:
        self.json.write(self.jsonld.tail)


def write_all(tables: Tables, folder: Path, *, base: str = BASE, extra: Mapping[str, pd.DataFrame] | None = None) -> int:
    """Writes graph.ttl, graph.nq and graph.jsonld into an existing folder; gives the number of distinct triples.

    `base`: what the IRIs of the data start with; ends in `/`. `extra`: the tables `similar` and `region_themes`, where there are any.
    The same tables give the same bytes. Raises GraphError for a base that is no address, OSError when the folder cannot be written.
    """
    writer = make_writer(tables, base)
    with ExitStack() as stack:
        files = _Files(folder, writer.names, stack)
        for chunk in shared_chunks(writer, tables, extra or {}):
            files.write(chunk, None)
        for graph, chunk in page_chunks(writer, tables):
            files.write(chunk, graph)
        rest = dataset_chunk(writer, tables, 0)
        files.write(dataset_chunk(writer, tables, files.triples + len(rest)), None)
        files.close()
        return files.triples
