"""Queries: what is refused before it runs, what an error says, what the formats hold."""

import io
import json
import socket
import threading
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import rdf, sparql, sparql_text
from graph.errors import QueryError
from graph.sparql import Dataset, Limited, TooLargeError, cut, literal, width
from graph.tables import read_tables
from graph.vocabulary import prefixes

FIXTURE = Path(__file__).parent / "fixtures" / "tables"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    out = tmp_path_factory.mktemp("rdf")
    rdf.write_all(read_tables(FIXTURE), out)
    found = ox.Store()
    found.load(path=str(out / "graph.ttl"))
    found.load(path=str(out / "graph.nq"))
    return found


def answer(store: ox.Store, query: str, name: str) -> str:
    out = io.BytesIO()
    sparql.write(sparql.evaluate(store, query), name, out)
    return out.getvalue().decode("utf-8")


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("SELECT * {}", "SELECT"),
        ("# INSERT\nPREFIX a: <http://x/insert#> ask {}", "ASK"),
        ("BASE <http://x/> PREFIX delete: <y> construct {} {}", "CONSTRUCT"),
        ("DESCRIBE <http://x/a>", "DESCRIBE"),
        ("PREFIX a: <http://x/> insert data {}", "UPDATE"),
        ("LOAD <http://x/>", "UPDATE"),
        ("WITH <http://x/> DELETE {} WHERE {}", "UPDATE"),
        ("", ""),
        ("hello", ""),
    ],
)
def test_form(query: str, kind: str) -> None:
    assert sparql_text.form(query) == kind


@pytest.fixture
def listener() -> "tuple[int, list[str]]":
    """A port that notes who connects."""
    calls: list[str] = []
    server = socket.create_server(("127.0.0.1", 0))

    def accept() -> None:
        while True:
            try:
                connection, peer = server.accept()
            except OSError:
                return
            calls.append(str(peer))
            connection.close()

    threading.Thread(target=accept, daemon=True).start()
    return server.getsockname()[1], calls


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
        "SELECT * { service silent <URL> { ?s ?p ?o } }",
        "SELECT * { BIND(<URL> AS ?u) SERVICE ?u { ?s ?p ?o } }",
        "SELECT * { S\\u0045RVICE <URL> { ?s ?p ?o } }",
        "SELECT * { \\U00000053ERVICE SILENT <URL> { ?s ?p ?o } }",
        'SELECT * { BIND("\\u0022" AS ?x) SERVICE <URL> { ?s ?p ?o } BIND("" AS ?y) }',
        "SELECT * { ?s ?p '''a''' . SERVICE <URL> { ?s ?p ?o } }",
        "SELECT * { # '\n SERVICE <URL> { ?s ?p ?o } # '\n }",
        "SELECT * { { SELECT * { OPTIONAL { SERVICE\t<URL>{ ?s ?p ?o } } } } }",
        "ASK { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
        "SELECT * FROM <URL> { ?s ?p ?o }",
        "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
        "PREFIX x: <URL> DESCRIBE x: FROM <URL>",
        "LOAD <URL>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    ],
)
def test_no_query_reaches_another_server(store: ox.Store, listener: tuple[int, list[str]], query: str) -> None:
    port, calls = listener
    with pytest.raises(QueryError):
        list(sparql.evaluate(store, query.replace("URL", f"http://127.0.0.1:{port}/x")))  # type: ignore[arg-type]
    assert calls == []


@pytest.mark.parametrize("query", ['SELECT ("SERVICE" AS ?x) {}', "SELECT ?service { ?service ?p ?o }", "# SERVICE\nSELECT * {}"])
def test_the_word_service_elsewhere_is_no_offence(store: ox.Store, query: str) -> None:
    sparql.evaluate(store, query)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * {\n ?s fooo:bar ?o }", "line 2, column 5: unknown prefix fooo:"),
        ("SELECT * { ?s skoss:broader ?o }", "did you mean skos:?"),
        ("SELECT ?x WHERE { ?s ?p ?o \n FILTER(?x = ) }", "line 2, column 17"),
        ("SELECT * { ?s ?p ", "at the end"),
        ("DELETE WHERE { ?s ?p ?o }", "read-only"),
        ("SELECT * FROM <http://example.org/none> { ?s ?p ?o }", "not in this store"),
    ],
)
def test_errors_say_where_and_what(store: ox.Store, query: str, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        sparql.evaluate(store, query)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_property_of_ours_is_named_with_the_nearest() -> None:
    with pytest.raises(QueryError, match="line 1, column 15: gh:run is not in the vocabulary: did you mean gh:runs"):
        sparql_text.check_terms("SELECT * { ?s gh:run ?o }", prefixes())
    with pytest.raises(QueryError, match="did you mean my:theme"):
        sparql_text.check_terms(f"PREFIX my: <{prefixes()['gh']}> SELECT * {{ ?s my:theem ?o }}", prefixes())
    with pytest.raises(QueryError, match="ns#Union> is not in the vocabulary"):
        sparql_text.check_terms("SELECT * { ?s a <https://w3id.org/gonghui/ns#Union>. }", prefixes())
    sparql_text.check_terms("SELECT * { ?s a gh:UnionBody. }", prefixes())
    sparql_text.check_terms("SELECT * { ?s gh:runs ?o ; skos:anything 'gh:run' }", prefixes())


def test_every_format_holds_the_answer(store: ox.Store) -> None:
    query = "SELECT ?name ?none { ?t gh:kind ?k ; rdfs:label ?name OPTIONAL { ?t gh:adcode ?none } } ORDER BY ?name"
    names = ["集体协商春季要约行动", "歌风驿站", "暖新驿站", "莫干驿站"]
    rows = json.loads(answer(store, query, "json"))["results"]["bindings"]
    assert sorted(row["name"]["value"] for row in rows) == sorted(names)
    for name in sparql.RESULTS:
        assert all(word in answer(store, query, name) for word in names)
    assert answer(store, query, "csv").startswith("name,none\r\n")
    table = answer(store, query, "table").splitlines()
    assert table[-1] == "(4 rows)"
    assert len({width(line[: line.rindex("站") + 1].rstrip()) for line in table if "驿站" in line}) == 1
    assert answer(store, query, "markdown").count("\n| ") == 5  # the rule and four rows
    for name in sparql.GRAPHS:
        with pytest.raises(QueryError, match="is a table"):
            answer(store, query, name)


def test_graphs_are_written_as_graphs(store: ox.Store) -> None:
    query = "CONSTRUCT { ?t rdfs:label ?name } WHERE { ?t gh:kind 'station' ; rdfs:label ?name }"
    triples = None
    for name, form in sparql.GRAPHS.items():
        found = {quad.triple for quad in ox.parse(answer(store, query, name).encode(), format=form)}
        assert len(found) == 3
        assert triples in (None, found)
        triples = found
    assert answer(store, query, "turtle") == answer(store, query, "turtle")
    with pytest.raises(QueryError, match="is a graph"):
        answer(store, query, "json")
    assert answer(store, "ASK { ?s gh:runs ?o }", "table").splitlines()[2] == "yes"


def test_markdown_and_tables_cannot_be_broken_out_of(store: ox.Store) -> None:
    query = "SELECT ?x { VALUES ?x { 'a|b' '<script>' 'line\\nbreak' '\\\\' } }"
    lines = answer(store, query, "markdown").splitlines()
    assert len(lines) == 6
    assert "<script>" not in "".join(lines)
    assert len(answer(store, query, "table").splitlines()) == 7


def test_a_dataset_of_the_protocol_replaces_the_stores_own(store: ox.Store) -> None:
    graph = sorted(store.named_graphs(), key=str)[0].value
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    inside = next(iter(sparql.evaluate(store, count, dataset=Dataset(default=(graph,)))))[0].value  # type: ignore[index, arg-type]
    assert int(inside) == len(list(store.quads_for_pattern(None, None, None, ox.NamedNode(graph))))
    named = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert next(iter(sparql.evaluate(store, named, dataset=Dataset(named=(graph,)))))[0].value == "1"  # type: ignore[index, arg-type]
    none = next(iter(sparql.evaluate(store, count, dataset=Dataset(default=("http://example.org/none",)))))[0].value  # type: ignore[index, arg-type]
    assert none == "0"
    with pytest.raises(QueryError, match="no IRI"):
        sparql.evaluate(store, count, dataset=Dataset(default=("no iri",)))


def test_large_answers_stop(store: ox.Store) -> None:
    with pytest.raises(TooLargeError, match="add a LIMIT"):
        sparql.write(sparql.evaluate(store, "SELECT * { ?a ?b ?c . ?d ?e ?f }"), "json", Limited(100_000))  # type: ignore[arg-type]


@given(st.text())
def test_any_text_is_safe_as_a_literal(text: str) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    rows = list(ox.Store().query(f"SELECT ({literal(text)} AS ?x) {{}}"))
    assert rows[0]["x"].value == text


@given(st.text(), st.integers(min_value=2, max_value=30))
def test_cut_never_exceeds_its_width(text: str, most: int) -> None:
    assert width(cut(text, most)) <= most


@given(st.text())
def test_scanning_never_fails(text: str) -> None:
    list(sparql_text.tokens(text))
    sparql_text.form(text)
    sparql_text.graphs_named(text)
