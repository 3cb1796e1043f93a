"""The endpoint over real HTTP: the SPARQL 1.1 Protocol as far as a read-only server can, and what hostile clients try."""

import asyncio
import http.client
import json
import random
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
import rdflib

from graph import messages, rdf, store
from graph.tables import read_tables
from viz import entity_page
from viz.serve import Options, is_loopback, serve
from viz.sparql_protocol import accepted

FIXTURE = Path(__file__).parent / "fixtures" / "tables"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
FORM = "application/x-www-form-urlencoded"


class Running:
    """A server in a thread of its own."""

    def __init__(self, options: Options) -> None:
        self.loop = asyncio.new_event_loop()
        self.port = 0
        ready = threading.Event()

        async def main() -> None:
            started: asyncio.Future[int] = self.loop.create_future()
            self.task = self.loop.create_task(serve(options, started))
            self.port = await started
            ready.set()
            await asyncio.wait([self.task])

        self.thread = threading.Thread(target=lambda: self.loop.run_until_complete(main()), daemon=True)
        self.thread.start()
        assert ready.wait(20), "the server did not start"

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self.task.cancel)
        self.thread.join(10)

    def ask(self, method: str, target: str, body: bytes | str | None = None, **headers: str) -> tuple[int, dict[str, str], bytes]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)) as connection:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, target, body.encode() if isinstance(body, str) else body, named)
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()

    def query(self, text: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        return self.ask("GET", f"/sparql?{urlencode({'query': text})}", **headers)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    shutil.copytree(FIXTURE, folder / "tables")
    rdf.write_all(read_tables(FIXTURE), folder)
    store.build(folder, folder / "store")
    (folder / "network.html").write_text("<!doctype html><title>net</title>", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def server(out: Path) -> Iterator[Running]:
    running = Running(Options(out, port=0, seconds=1.0, workers=2, waiting=4))
    yield running
    running.stop()


# The protocol (https://www.w3.org/TR/sparql11-protocol/, section 2.1, and the cases of its test suite)


@pytest.mark.parametrize(
    ("method", "target", "body", "content"),
    [
        ("GET", f"/sparql?query={quote(COUNT)}", None, ""),
        ("POST", "/sparql", urlencode({"query": COUNT}), FORM),
        ("POST", "/sparql", urlencode({"query": COUNT}), f"{FORM}; charset=UTF-8"),
        ("POST", "/sparql", COUNT, "application/sparql-query"),
        ("POST", "/sparql/", COUNT, "application/sparql-query; charset=utf-8"),
    ],
)
def test_the_three_ways_to_send_a_query(server: Running, method: str, target: str, body: str | None, content: str) -> None:
    status, headers, answer = server.ask(method, target, body, **({"Content_Type": content} if content else {}))
    assert status == 200
    assert headers["content-type"] == "application/sparql-results+json"
    assert int(json.loads(answer)["results"]["bindings"][0]["n"]["value"]) > 400


@pytest.mark.parametrize(
    ("query", "accept", "content"),
    [
        (COUNT, "", "application/sparql-results+json"),
        (COUNT, "*/*", "application/sparql-results+json"),
        (COUNT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (COUNT, "text/csv", "text/csv"),
        (COUNT, "text/tab-separated-values", "text/tab-separated-values"),
        (COUNT, "application/xml;q=0.5, text/csv;q=0.9, */*;q=0.1", "text/csv"),
        (COUNT, "text/html, application/xhtml+xml, application/xml;q=0.9", "application/sparql-results+xml"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("ASK {}", "application/sparql-results+json", "application/sparql-results+json"),
        ("DESCRIBE <https://w3id.org/gonghui/dataset>", "", "text/turtle"),
        ("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }", "application/rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }", "application/n-triples", "application/n-triples"),
        ("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }", "application/ld+json", "application/ld+json"),
    ],
)
def test_content_negotiation(server: Running, query: str, accept: str, content: str) -> None:
    status, headers, body = server.query(query, **({"Accept": accept} if accept else {}))
    assert status == 200
    assert headers["content-type"].split(";")[0] == content
    assert body


NOT_GIVEN = [(COUNT, "image/png"), (COUNT, "text/turtle"), ("CONSTRUCT { ?s a ?t } { ?s a ?t }", "text/csv")]


@pytest.mark.parametrize(("query", "accept"), NOT_GIVEN)
def test_what_cannot_be_given_is_406(server: Running, query: str, accept: str) -> None:
    assert server.query(query, Accept=accept)[0] == 406


def graphs(out: Path) -> list[str]:
    return sorted({q.graph_name.value for q in ox.parse(path=str(out / "graph.nq")) if isinstance(q.graph_name, ox.NamedNode)})


def number(answer: tuple[int, dict[str, str], bytes]) -> int:
    return int(json.loads(answer[2])["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize("way", ["get", "form", "direct"])
def test_the_dataset_of_a_request(server: Running, out: Path, way: str) -> None:
    names = graphs(out)
    sizes = dict.fromkeys(names, 0)
    for quad in ox.parse(path=str(out / "graph.nq")):
        if isinstance(quad.graph_name, ox.NamedNode):
            sizes[quad.graph_name.value] += 1
    named = "SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"

    def send(query: str, **graph: list[str]) -> tuple[int, dict[str, str], bytes]:
        extra = [(f"{kind}-graph-uri", iri) for kind, iris in graph.items() for iri in iris]
        if way == "get":
            return server.ask("GET", f"/sparql?{urlencode([('query', query), *extra])}")
        if way == "form":
            return server.ask("POST", "/sparql", urlencode([("query", query), *extra]), Content_Type=FORM)
        return server.ask("POST", f"/sparql?{urlencode(extra)}", query, Content_Type="application/sparql-query")

    assert number(send(COUNT, default=names[:1])) == sizes[names[0]]
    assert number(send(COUNT, default=names[:2])) <= sizes[names[0]] + sizes[names[1]]
    assert number(send(named, named=names[:2])) == 2
    assert number(send(named, default=names[:1], named=names[1:2])) == 1
    assert number(send(f"SELECT (COUNT(*) AS ?n) FROM <{names[1]}> WHERE {{ ?s ?p ?o }}", default=names[:1])) == sizes[names[0]]
    assert number(send(COUNT, default=["http://example.org/elsewhere"])) == 0


@pytest.mark.parametrize(
    ("method", "target", "body", "content", "status"),
    [
        ("PUT", f"/sparql?query={quote(COUNT)}", None, "", 405),
        ("DELETE", f"/sparql?query={quote(COUNT)}", None, "", 405),
        ("GET", f"/sparql?query={quote(COUNT)}&query={quote(COUNT)}", None, "", 400),
        ("GET", "/sparql?other=1", None, "", 400),
        ("GET", "/sparql?query=", None, "", 400),
        ("POST", "/sparql", urlencode({"query": COUNT}), "text/plain", 415),
        ("POST", "/sparql", urlencode({"query": COUNT}), "", 415),
        ("POST", "/sparql", COUNT, FORM, 400),
        ("POST", f"/sparql?query={quote(COUNT)}", COUNT, "application/sparql-query", 400),
        ("POST", "/sparql", "SELECT * { ?s ?p '\xe9' }".encode("latin-1"), "application/sparql-query", 400),
        ("POST", "/sparql", COUNT.encode("utf-16"), "application/sparql-query; charset=UTF-16", 400),
        ("POST", "/sparql", urlencode({"query": COUNT.encode("utf-16")}), FORM, 400),
        ("GET", f"/sparql?query={quote('SELECT * WHERE {')}", None, "", 400),
        ("GET", f"/sparql?query={quote('SELECT * { ?s nope:x ?o }')}", None, "", 400),
        ("GET", f"/sparql?query={quote('SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }')}", None, "", 400),
        ("GET", f"/sparql?query={quote('SELECT * FROM <http://127.0.0.1/x> { ?s ?p ?o }')}", None, "", 400),
        ("GET", f"/sparql?update={quote('CLEAR ALL')}", None, "", 403),
        ("POST", "/sparql", urlencode({"update": "CLEAR ALL"}), FORM, 403),
        ("POST", "/sparql", "CLEAR ALL", "application/sparql-update", 403),
        ("GET", f"/sparql?query={quote('INSERT DATA { <a:b> <a:b> <a:b> }')}", None, "", 403),
        ("POST", "/sparql", "PREFIX x: <y:> delete where { ?s ?p ?o }", "application/sparql-query", 403),
        ("POST", "/query", COUNT, "application/sparql-query", 405),
        ("GET", "/../../etc/passwd", None, "", 404),
        ("GET", "/static/../serve.py", None, "", 404),
        ("GET", "/id/nothing-here", None, "", 404),
        ("GET", "/id/a%3E%20b", None, "", 404),
    ],
)
def test_what_is_wrong_is_refused_with_a_reason(
    server: Running, out: Path, method: str, target: str, body: bytes | str | None, content: str, status: int
) -> None:
    found, headers, answer = server.ask(method, target, body, **({"Content_Type": content} if content else {}))
    assert found == status
    assert headers["content-type"].startswith("text/plain")
    assert answer.strip()
    for secret in (str(out), "Traceback", ".py", "/store"):
        assert secret not in answer.decode()


def test_errors_name_line_and_column(server: Running) -> None:
    assert b"line 2, column" in server.query("SELECT * {\n ?s ?p }")[2]


@pytest.mark.parametrize("term", ["gh:Union", "<https://w3id.org/gonghui/ns#Union>"])
def test_a_class_that_does_not_exist_is_no_silent_zero(server: Running, term: str) -> None:
    status, _, body = server.query(f"SELECT (COUNT(?s) AS ?n) {{ ?s a {term} }}")
    assert status == 400
    assert "line 1, column 33" in body.decode()
    assert "is not in the vocabulary: did you mean" in body.decode()
    assert "gh:UnionBody" in body.decode()
    assert server.query("SELECT (COUNT(?s) AS ?n) { ?s a gh:UnionBody }")[0] == 200


def test_head_has_the_headers_alone(server: Running) -> None:
    full = server.query(COUNT)
    status, headers, body = server.ask("HEAD", f"/sparql?{urlencode({'query': COUNT})}")
    assert (status, body) == (200, b"")
    assert headers["content-length"] == str(len(full[2]))


def test_cors_is_off_unless_asked_for(server: Running, out: Path) -> None:
    assert "access-control-allow-origin" not in server.query(COUNT, Origin="http://evil.example")[1]
    assert server.ask("OPTIONS", "/sparql")[1]["allow"] == "GET, HEAD, POST, OPTIONS"
    open_to = Running(Options(out, port=0, seconds=5.0, workers=1, cors="http://good.example"))
    try:
        assert open_to.query(COUNT)[1]["access-control-allow-origin"] == "http://good.example"
    finally:
        open_to.stop()


def test_service_description_and_void_are_rdf(server: Running) -> None:
    status, headers, body = server.ask("GET", "/sparql", Accept="text/turtle")
    assert (status, headers["content-type"].split(";")[0]) == (200, "text/turtle")
    described = rdflib.Graph().parse(data=body, format="turtle")
    space = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert (None, space.supportedLanguage, space.SPARQL11Query) in described
    assert server.ask("GET", "/sparql", Accept="text/html")[0] == 303
    void = rdflib.Graph().parse(data=server.ask("GET", "/.well-known/void")[2], format="turtle")
    assert list(void.objects(None, rdflib.VOID.triples))


# What it does to itself


def test_an_endless_query_ends_and_the_next_is_answered(server: Running) -> None:
    began = time.monotonic()
    status, _, body = server.query(ENDLESS)
    assert status == 504
    assert b"within 1 second" in body
    assert time.monotonic() - began < 4
    assert server.query(COUNT)[0] == 200


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?f ?i",
        "SELECT (COUNT(*) AS ?n) WHERE { ?a (<x:a>|!<x:b>)* ?b . ?b (<x:a>|!<x:b>)* ?c . ?c (<x:a>|!<x:b>)* ?d . ?d (<x:a>|!<x:b>)* ?e }",
        "SELECT * WHERE { " + "{ " * 20000 + "?s ?p ?o" + " }" * 20000 + " }",
        "SELECT (" + "(" * 50000 + "1" + ")" * 50000 + " AS ?x) {}",
        "SELECT * WHERE { FILTER(" + "!" * 100000 + "true) }",
    ],
)
def test_queries_that_break_workers_break_nothing_else(server: Running, query: str) -> None:
    status = server.ask("POST", "/sparql", query, Content_Type="application/sparql-query")[0]
    assert status in {400, 413, 500, 504}
    assert server.query(COUNT)[0] == 200


def test_too_many_queries_get_503_and_when_to_come_back(server: Running) -> None:
    found: list[tuple[int, str]] = []

    def one() -> None:
        status, headers, _ = server.query(ENDLESS)
        found.append((status, headers.get("retry-after", "")))

    threads = [threading.Thread(target=one) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {status for status, _ in found} == {503, 504}
    assert all(after for status, after in found if status == 503)
    assert server.query(COUNT)[0] == 200


def test_a_client_that_hangs_up_frees_its_worker(out: Path) -> None:
    patient = Running(Options(out, port=0, seconds=60.0, workers=1))
    try:
        for _ in range(2):
            with socket.create_connection(("127.0.0.1", patient.port)) as client:
                client.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                time.sleep(0.2)
        began = time.monotonic()
        assert patient.query(COUNT)[0] == 200
        assert time.monotonic() - began < 10
    finally:
        patient.stop()


def raw(server: Running, data: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", server.port), timeout=15) as client:
        pieces = []
        try:
            client.sendall(data)
            while piece := client.recv(65536):
                pieces.append(piece)
        except ConnectionError:  # refused before all was sent; a server that keeps it open (TimeoutError) fails the test
            pass
        return b"".join(pieces)


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b" 400 "),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 400_000 + b"\r\n\r\n", b" 431 "),
        (b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2200000\r\n\r\n" + b"a" * 2_200_000, b" 413 "),
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", b" 421 "),
        (b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n", b" 421 "),
        (b"GET /nothing HTTP/1.1\r\nHost: localhost\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n", b" 404 "),
        (b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b" 400 "),
    ],
)
def test_what_is_no_proper_request_is_refused(server: Running, data: bytes, status: bytes) -> None:
    assert status in raw(server, data).split(b"\r\n")[0]
    assert server.query(COUNT)[0] == 200


def test_requests_sent_ahead_are_answered_in_order(server: Running) -> None:
    request = b"GET /sparql?query=%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
    asks = [quote(f"SELECT (COUNT(*) AS ?n{i}) {{ ?s ?p ?o }}").encode() for i in range(5)]
    answer = raw(server, b"".join(request % (ask, b"Connection: close\r\n" if i == 4 else b"") for i, ask in enumerate(asks)))
    places = [answer.index(f'"n{i}"'.encode()) for i in range(5)]
    assert places == sorted(places)


def test_hostile_clients_leave_it_answering(server: Running) -> None:
    rng = random.Random(5)
    kinds: list[Callable[[], None]] = []
    idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(50)]
    for client in idle:
        client.sendall(b"GET /sparql?query=SEL")

    def hang_up() -> None:
        with socket.create_connection(("127.0.0.1", server.port)) as client:
            client.sendall(f"GET /sparql?query={quote(COUNT)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())

    kinds = [
        lambda: void(server.query("SELECT * WHERE { ?s ?p " * rng.randrange(1, 50))),
        lambda: void(server.query("DROP ALL")),
        lambda: void(server.query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")),
        lambda: void(server.ask("POST", "/sparql", rng.randbytes(5000), Content_Type="application/sparql-query")),
        lambda: void(raw(server, rng.randbytes(200) + b"\r\n\r\n")),
        hang_up,
    ]
    for _ in range(150):
        rng.choice(kinds)()
    assert server.query(COUNT)[0] == 200
    for client in idle:
        client.close()


def void(_: object) -> None:
    """Only that there was an answer counts."""


def test_a_build_that_takes_the_folders_place_is_seen(out: Path, tmp_path: Path) -> None:
    shutil.copytree(out, tmp_path / "live")
    tables = read_tables(FIXTURE)
    smaller = tables | {"relations": tables["relations"].iloc[:0]}
    (tmp_path / "next").mkdir()
    rdf.write_all(smaller, tmp_path / "next")
    store.build(tmp_path / "next", tmp_path / "next" / "store")
    running = Running(Options(tmp_path / "live", port=0, seconds=5.0, workers=2))
    try:
        before = number(running.query(COUNT))
        (tmp_path / "live").rename(tmp_path / "old")
        (tmp_path / "next").rename(tmp_path / "live")
        deadline = time.monotonic() + 10
        # a worker that starts between the renaming and the look sees the new one first
        while before in (seen := {number(running.query(COUNT)) for _ in range(6)}) and time.monotonic() < deadline:
            time.sleep(0.2)
        assert len(seen) == 1
        assert seen.pop() < before
    finally:
        running.stop()


def test_other_addresses_ask_for_a_token(out: Path) -> None:
    running = Running(Options(out, host="0.0.0.0", port=0, seconds=5.0, workers=1, token="s3cret"))
    try:
        for target in ("/", f"/sparql?query={quote(COUNT)}", "/graph.nq", "/search?q=a"):
            assert running.ask("GET", target)[0] == 401
        assert running.query(COUNT, Authorization="Bearer wrong")[0] == 401
        assert running.query(COUNT, Authorization="Bearer s3cret")[0] == 200
        status, headers, _ = running.ask("GET", "/?token=s3cret")
        assert status == 303
        assert "HttpOnly" in headers["set-cookie"]
        assert running.ask("GET", "/", Cookie=headers["set-cookie"].split(";")[0])[0] == 200
    finally:
        running.stop()


HOSTS = {"127.0.0.1": True, "::1": True, "localhost": True, "0.0.0.0": False, "example.org": False}


@pytest.mark.parametrize(("host", "local"), HOSTS.items())
def test_loopback(host: str, local: bool) -> None:
    assert is_loopback(host) is local


# Pages for people


def find(server: Running, name: str) -> str:
    iri = json.loads(server.ask("GET", f"/search?{urlencode({'q': name})}", Accept="application/json")[2])[0]["iri"]
    return str(iri).removeprefix("https://w3id.org/gonghui")


def test_the_page_of_a_thing_in_html_and_rdf(server: Running) -> None:
    path = find(server, "莫干驿站")
    status, headers, body = server.ask("GET", path, Accept="text/html")
    text = body.decode()
    assert (status, headers["content-type"].split(";")[0]) == (200, "text/html")
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "<mark>德清县总工会推出“莫干驿站”,为骑手提供歇脚的地方。</mark>全县已建成" in text  # the quote in its context
    assert "46" in text
    assert find(server, "德清县总工会") in text
    for accept, form in (("text/turtle", ox.RdfFormat.TURTLE), ("application/ld+json", ox.RdfFormat.JSON_LD)):
        found = {q.predicate.value for q in ox.parse(server.ask("GET", path, Accept=accept)[2], format=form)}
        assert "https://w3id.org/gonghui/ns#runs" in found
    assert server.ask("GET", f"{path}.ttl")[1]["content-type"].startswith("text/turtle")


def test_the_page_of_an_initiative_says_its_kind_in_words_and_the_sentences_about_it(server: Running) -> None:
    text = server.ask("GET", find(server, "莫干驿站"), Accept="text/html")[2].decode()
    assert "<h2>sentences about it</h2><blockquote>" in text
    assert ">id:evidence-" not in text.split("<h2>")[0]
    assert "Stations for outdoor workers" in text


def test_the_context_of_a_quote_shows_no_tags_of_the_page() -> None:
    cut = 'ass="x"> <p>甲<b>乙</b>丙 <a href="'
    assert entity_page._TAG.sub(" ", cut).split() == ["甲", "乙", "丙"]


def test_search_tells_where_a_thing_is(server: Running) -> None:
    target = f"/search?{urlencode({'q': '德清县总工会'})}"
    assert json.loads(server.ask("GET", target, Accept="application/json")[2])[0]["place"] == "德清县"
    assert "<small>Union body · 德清县</small>" in server.ask("GET", target, Accept="text/html")[2].decode()


def test_hostile_names_are_escaped(server: Running) -> None:
    text = server.ask("GET", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E", Accept="text/html")[2].decode()
    assert "<script>alert" not in text
    page = server.ask("GET", f"/page?{urlencode({'title': 'xinwen-2024.md'})}", Accept="text/html")[2].decode()
    assert "<b>“暖新驿站”" not in page
    assert "&lt;b&gt;“暖新驿站”" in page


PATHS = ["/", "/query", "/search?q=驿站", "/static/query.js", "/static/serve.css", "/editor.json", "/network.html"]


@pytest.mark.parametrize("path", PATHS)
def test_pages_load_nothing_from_elsewhere(server: Running, path: str) -> None:
    status, _, body = server.ask("GET", quote(path, safe="/?="), Accept="text/html")
    assert status == 200
    for start in ('src="http', "src='http", 'href="http', 'src="//', "url(http", "@import"):
        assert start not in body.decode()


def test_the_editor_knows_vocabulary_and_questions(server: Running) -> None:
    data = json.loads(server.ask("GET", "/editor.json")[2])
    assert {"gh:runs", "gh:UnionBody"} <= {term["name"] for term in data["terms"]}
    assert len(data["questions"]) >= 20
    assert "</script" not in server.ask("GET", "/query")[2].decode().split("</head>")[1]


def test_missing_files_of_a_build_are_404(server: Running) -> None:
    assert server.ask("GET", "/matrix.html")[0] == 404


def test_accept_headers() -> None:
    assert accepted("").best({"a/b": "x"}) == "x"
    assert accepted("a/*;q=0.5, a/b;q=0").best({"a/b": "x", "a/c": "y"}) == "y"
    assert accepted(";;;,,").best({"a/b": "x"}) == "x"
    assert accepted("a/b; q=2").best({"a/b": "x"}) == "x"


def test_pages_and_refusals_speak_the_language_that_was_asked_for(server: Running, out: Path) -> None:
    english = server.ask("GET", "/")[2].decode()
    assert '<html lang="en">' in english
    assert "questions to ask" in english
    assert "问题" not in english
    assert server.ask("GET", "/nowhere")[2].decode() == "nothing is here: start at /\n"
    messages.speak("zh")
    try:
        running = Running(Options(out, port=0, seconds=1.0, workers=1, waiting=4))
        try:
            home, query = running.ask("GET", "/")[2].decode(), running.ask("GET", "/query")[2].decode()
            assert '<html lang="zh-Hans">' in home
            assert "可以问的问题" in home
            assert "选一个问题" in query
            thing = running.ask("GET", find(running, "莫干驿站"), Accept="text/html")[2].decode()
            assert "<h2>事实</h2>" in thing
            assert running.ask("GET", "/nowhere")[2].decode() == "这里没有内容：请从 / 开始\n"
            assert running.query("SELECT * {\n ?s ?p }")[2].decode().startswith("第 2 行第")
            assert running.query("INSERT DATA { <a:b> <a:b> <a:b> }")[2].decode() == "这个端点只读：拒绝更新\n"
            assert "秒内没有得出回答" in running.query(ENDLESS)[2].decode()
        finally:
            running.stop()
    finally:
        messages.speak("en")
