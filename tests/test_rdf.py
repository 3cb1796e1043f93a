"""RDF files: the same triples in every format and for every reader, stable names, evidence that can be followed to the page."""

import json
from pathlib import Path

import pandas as pd
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from graph import ontology, rdf
from graph.divisions import ancestors
from graph.errors import GraphError
from graph.files import folder
from graph.jsonld import JsonLd
from graph.network import make_graph
from graph.profiles import regions_of
from graph.statements import roles
from graph.tables import Tables, frame, read_tables
from graph.triples import Chunk, date, decimal, text
from graph.vocabulary import NS, Names, expand, ranges

FIXTURE = Path(__file__).parent / "fixtures" / "tables"
PAGE = "shiyang-2023-05-12.txt"
SENTENCE = "德清县总工会推出“莫干驿站”,为骑手提供歇脚的地方。"
PAIR = {"a": "initiative-x", "b": "initiative-y", "score": 0.72, "theme": 0.4, "partners": 0.0, "why": "主题相同"}
QUOTES = {"page_a": PAGE, "start_a": 17, "end_a": 43, "quote_a": SENTENCE, "page_b": "", "start_b": pd.NA, "end_b": pd.NA}
SIMILAR = pd.DataFrame([PAIR | QUOTES])
THEMES = pd.DataFrame(
    [
        {"adcode": code, "theme": "outdoor-stations", "initiatives": 1, "own": own, "first": "2023-05-12", "ids": "initiative-x"}
        for code, own in (("330521", 1), ("330500", 0), ("330000", 0), ("620000", 0))
    ]
)


@pytest.fixture(scope="module")
def tables() -> Tables:
    return read_tables(FIXTURE)


@pytest.fixture(scope="module")
def built(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("rdf")
    rdf.write_all(tables, out, extra={"similar": SIMILAR, "region_themes": THEMES})
    return out


def triples(path: Path) -> set[ox.Triple]:
    return {ox.Triple(q.subject, q.predicate, q.object) for q in ox.parse(path=str(path))}


def store(built: Path) -> ox.Store:
    found = ox.Store()
    found.load(path=str(built / "graph.nq"))
    found.load(path=str(built / "graph.ttl"))
    return found


def ask(built: Path, query: str) -> list[tuple[str, ...]]:
    head = "".join(f"PREFIX {k}: <{v}> " for k, v in rdf.prefixes().items())
    rows = store(built).query(head + query)
    return sorted(tuple(term.value for term in row) for row in rows)


def test_formats_hold_the_same_triples_for_two_independent_readers(built: Path) -> None:
    first = triples(built / "graph.ttl")
    assert len(first) > 400
    assert triples(built / "graph.nq") == first
    assert triples(built / "graph.jsonld") == first
    turtle = rdflib.Graph().parse(built / "graph.ttl")
    assert len(turtle) == len(first)
    assert set(rdflib.Graph().parse(built / "graph.jsonld")) == set(turtle)
    quads = rdflib.Dataset()
    quads.parse(built / "graph.nq")
    assert {(s, p, o) for s, p, o, _ in quads.quads()} == set(turtle)


def test_the_count_is_that_of_the_turtle_file_and_of_its_own_description(tables: Tables, tmp_path: Path) -> None:
    count = rdf.write_all(tables, tmp_path, extra={"similar": SIMILAR, "region_themes": THEMES})
    assert count == len(triples(tmp_path / "graph.ttl"))
    assert ask(tmp_path, "SELECT ?n { ?d void:triples ?n }") == [(str(count),)]
    assert (tmp_path / "graph.ttl").read_bytes().count(b"@prefix") == len(rdf.prefixes())


def test_same_bytes_whatever_the_order_of_rows(tables: Tables, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        rdf.write_all(tables, tmp_path / name)
        for file in rdf.FILES:
            assert (tmp_path / name / file).read_bytes() == (tmp_path / "one" / file).read_bytes()
    names = set(triples(tmp_path / "one" / "graph.ttl"))
    shuffled = {name: table.iloc[::-1] for name, table in tables.items()}
    rdf.write_all(shuffled, tmp_path / "two")
    assert triples(tmp_path / "two" / "graph.ttl") == names  # no name depends on the position of a row


def test_quotes_and_offsets_lead_back_to_the_page(tables: Tables, built: Path) -> None:
    raw = dict(zip(tables["pages"]["page"], tables["pages"]["text"], strict=True))
    rows = ask(
        built,
        """SELECT ?page ?start ?end ?quote { ?statement gh:evidence ?e . ?e oa:hasSource/dcterms:title ?page ;
        oa:hasSelector [ oa:start ?start ; oa:end ?end ; oa:exact ?quote ] }""",
    )
    assert len({page for page, *_ in rows}) == 4
    for page, start, end, quote in rows:
        assert raw[page][int(start) : int(end)] == quote


def test_every_relation_is_a_plain_triple_and_a_statement_with_evidence(tables: Tables, built: Path) -> None:
    names = Names()
    expected = [
        (names.entity(row.head).value, NS + row.relation, names.entity(row.tail).value, row.page, str(row.start))
        for row in tables["relations"].itertuples()
    ]
    query = """SELECT ?h ?r ?t ?page ?start { ?s rdf:subject ?h ; rdf:predicate ?r ; rdf:object ?t ; gh:evidence ?e . ?h ?r ?t .
        ?e oa:hasSource/dcterms:title ?page ; oa:hasSelector/oa:start ?start }"""
    assert ask(built, query) == sorted(expected)


def test_posts_are_seen_on_the_date_of_the_page_and_titles_name_roles(built: Path) -> None:
    rows = ask(
        built,
        """SELECT ?who ?role ?seen { ?m a org:Membership ; org:member/rdfs:label ?who ; org:role/rdfs:label ?role .
        OPTIONAL { ?m gh:observedOn ?seen } FILTER BOUND(?seen) }""",
    )
    assert rows == [
        ("周宁", "副主席", "2023-09"),
        ("林晓", "主席", "2023-05-12"),
        ("林晓", "主席", "2024"),
        ("林晓", "党组书记", "2023-05-12"),
    ]
    undated = ask(built, "SELECT ?s { ?s prov:wasDerivedFrom/dcterms:title '无日期.txt' ; gh:observedOn ?date }")
    assert undated == []  # no date is invented


def test_a_page_is_a_graph_and_holds_what_it_says(built: Path) -> None:
    graphs = {graph.value for graph in store(built).named_graphs()}
    pages = {row[0] for row in ask(built, "SELECT ?p { ?p a gh:Page }")}
    assert graphs == pages
    assert len(pages) == 4
    stated = ask(built, "SELECT DISTINCT ?g { GRAPH ?g { ?u gh:runs ?i } ?i rdfs:label '莫干驿站'@zh-Hans }")
    assert len(stated) == 2


def test_regions_lie_in_their_city_and_province_though_no_page_names_them(built: Path) -> None:
    rows = ask(built, "SELECT ?name { ?r gh:adcode '330521' ; gh:within/rdfs:label ?name }")
    assert rows == [("德清县",), ("浙江省",), ("湖州市",)]
    assert ask(built, "SELECT ?name { ?r gh:adcode '330521' ; skos:broader/rdfs:label ?name }") == [("湖州市",)]


def test_a_village_lies_in_its_town_and_every_level_above(tables: Tables, tmp_path: Path) -> None:
    entities = tables["entities"].to_dict("records")
    village = {"id": "region-v", "type": "Region", "name": "光明村", "within": "320922001"}
    entities += [village, {"id": "initiative-v", "type": "Initiative", "name": "村驿"}]
    placed = {"head": "initiative-v", "relation": "inRegion", "tail": "region-v", "page": "p.txt", "start": 0, "end": 1, "text": "村"}
    relations = [*tables["relations"].to_dict("records"), placed]
    tables = tables | {"entities": frame("entities", entities), "relations": frame("relations", relations)}
    rdf.write_all(tables, tmp_path)
    query = "SELECT ?name { ?i gh:inRegion/gh:within ?r ; rdfs:label '村驿'@zh-Hans . ?r rdfs:label ?name }"
    assert ask(tmp_path, query) == [("光明村",), ("江苏省",), ("滨海县",), ("盐城市",)]
    assert regions_of(tables)["initiative-v"] == ("320922001",)
    assert make_graph(tables).nodes["region-v"]["region"] == "320922001"


@pytest.mark.parametrize(
    ("code", "above"),
    [("330521", ["330500", "330000"]), ("330521004", ["330521", "330500", "330000"]), ("330500", ["330000"]), ("330000", [])],
)
def test_divisions_above(code: str, above: list[str]) -> None:
    assert ancestors(code) == above


def test_figures_are_observations_with_their_sentence(built: Path) -> None:
    rows = ask(
        built,
        """SELECT ?name ?value ?unit ?quote { ?f a qb:Observation ; gh:of/rdfs:label ?name ; gh:measure '服务职工' ; gh:value ?value ;
        gh:unit ?unit ; gh:evidence/oa:hasSelector/oa:exact ?quote }""",
    )
    assert rows == [("莫干驿站", "12000", "人次", "全县已建成户外劳动者服务站点46个,服务职工1.2万人次。")]


def test_similar_pairs_carry_their_parts_and_regions_their_themes(built: Path) -> None:
    query = "SELECT ?score ?why ?name ?value { ?s gh:score ?score ; gh:why ?why ; gh:part [ gh:partName ?name ; gh:value ?value ] }"
    rows = ask(built, query)
    assert rows == [("0.72", "主题相同", "theme", "0.4")]
    query = """SELECT ?region ?n ?day { ?o gh:inRegionOf/rdfs:label ?region ; gh:underTheme theme:outdoor-stations ;
        gh:initiatives ?n ; gh:firstSeen ?day }"""
    rows = ask(built, query)
    assert rows == [(name, "1", "2023-05-12") for name in ("德清县", "浙江省", "湖州市", "甘肃省")]
    assert ask(built, "SELECT ?quote { ?s a gh:Similarity ; gh:evidence/oa:hasSelector/oa:exact ?quote }") == [(SENTENCE,)]


def test_names_are_ascii_and_begin_with_a_letter(built: Path) -> None:
    terms = {term for triple in triples(built / "graph.ttl") for term in (triple.subject, triple.predicate, triple.object)}
    names = {term.value for term in terms if isinstance(term, ox.NamedNode)}
    ours = {name for name in names if "/id/" in name}
    assert len(ours) > 20
    assert not [term for term in terms if isinstance(term, ox.BlankNode)]
    assert all(name.isascii() for name in names)
    assert all(name.rsplit("/", 1)[1][0].isalpha() for name in ours)


def test_all_properties_are_declared(built: Path) -> None:
    known = {expand(curie) for curie in ranges()}
    assert {triple.predicate for triple in triples(built / "graph.ttl")} <= known


def test_the_base_can_be_set_and_must_be_an_address(tables: Tables, tmp_path: Path) -> None:
    rdf.write_all(tables, tmp_path, base="https://example.org/union/")
    theme = rdf.prefixes()["theme"]
    assert all(t.subject.value.startswith(("https://example.org/union/", theme)) for t in triples(tmp_path / "graph.ttl"))
    for wrong in ("example.org/", "https://example.org/a b/", "https://例子.org/", "https://example.org/x", "file:///tmp/"):
        with pytest.raises(GraphError, match="absolute address"):
            rdf.write_all(tables, tmp_path, base=wrong)


def test_ids_that_another_program_gave_become_safe_names() -> None:
    names = Names()
    assert names.entity("union-1a").value.endswith("/id/union-1a")
    odd = [names.entity(id_).value.rsplit("/", 1)[1] for id_ in ("江苏省", "1", "a b", "x>y", "")]
    assert len(set(odd)) == len(odd)
    assert all(name.startswith("entity-") for name in odd)


@pytest.mark.parametrize(("title", "parts"), [("党组书记、主席", ["党组书记", "主席"]), ("副主席", ["副主席"]), ("", []), ("、", [])])
def test_roles(title: str, parts: list[str]) -> None:
    assert roles(title) == parts


DATES = [("2024", "gYear"), ("2024-05", "gYearMonth"), ("2024-05-01", "date"), ("5月", None), ("", None)]


@pytest.mark.parametrize(("value", "kind"), DATES)
def test_dates_keep_their_precision(value: str, kind: str | None) -> None:
    found = date(value)
    assert (found.datatype.value.rsplit("#")[1] if found else None) == kind


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_decimals_have_no_exponent_and_keep_their_value(value: float) -> None:
    written = decimal(value).value
    assert "e" not in written.lower()
    assert float(written) == value


@given(st.text())
def test_any_text_survives_every_format(value: str) -> None:
    chunk, node = Chunk(), ox.NamedNode("https://example.org/id/a")
    chunk.add(node, "oa:exact", text(value))
    chunk.add(node, "gh:why", ox.Literal(text(value).value, language="zh-Hans"))
    writer = JsonLd()
    document = writer.head + writer.nodes(chunk) + writer.tail
    assert set(chunk.triples()) == {q.triple for q in ox.parse(document.encode(), format=ox.RdfFormat.JSON_LD)}
    turtle = ox.serialize(chunk.triples(), format=ox.RdfFormat.TURTLE) or b""
    assert {q.triple for q in ox.parse(turtle, format=ox.RdfFormat.TURTLE)} == set(chunk.triples())
    assert len(text(value).value) == len(value)


def test_an_empty_build_is_valid_in_every_format(tables: Tables, tmp_path: Path) -> None:
    rdf.write_all({name: table.iloc[:0] for name, table in tables.items()}, tmp_path)
    assert triples(tmp_path / "graph.jsonld") == triples(tmp_path / "graph.ttl") == triples(tmp_path / "graph.nq")


def test_generated_schema_files_are_fresh() -> None:
    for name, content in ontology.make_files().items():
        assert (folder("schema") / name).read_text(encoding="utf-8") == content, f"schema/{name} is stale: python -m graph.ontology"


def test_ontology_says_what_the_data_use_in_two_languages(built: Path) -> None:
    known = rdflib.Graph().parse(folder("schema") / "ontology.ttl").parse(folder("schema") / "themes.ttl")
    ours = {term for triple in triples(built / "graph.ttl") for term in (triple.predicate, triple.object)}
    named = {term.value for term in ours if isinstance(term, ox.NamedNode)} - {NS}
    described = {name for name in named if name.startswith((NS, rdf.prefixes()["theme"]))}
    assert len(described) > 40
    for name in described:
        languages = {label.language for label in known.objects(rdflib.URIRef(name), rdflib.RDFS.label)}
        assert languages == {"zh-hans", "en"}, name


def test_context_file_reads_the_nodes(built: Path) -> None:
    context = json.loads((folder("schema") / "context.jsonld").read_text(encoding="utf-8"))
    document = json.loads((built / "graph.jsonld").read_text(encoding="utf-8"))
    assert document["@context"] == context["@context"]
    assert set(rdflib.Graph().parse(data=json.dumps(context | {"@graph": document["@graph"]}), format="json-ld")) == set(
        rdflib.Graph().parse(built / "graph.ttl")
    )
