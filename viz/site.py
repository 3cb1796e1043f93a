"""The addresses of the local site: SPARQL endpoint, editor, search, pages of things, and the pages of the build."""

import hmac
import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode

from graph.messages import tell
from graph.questions import load_questions
from graph.triples import Chunk, turtle_body, turtle_prefixes
from graph.vocabulary import STANDARD, prefixes, terms
from viz.entity_page import shell, worded
from viz.http import Reply, Request, Response, refusal
from viz.pool import BusyError, Pool
from viz.sparql_protocol import GRAPHS, accepted, read_job
from viz.worker import MEDIA

_HERE = Path(__file__).resolve().parent
# address -> file of ours and its media type
_STATIC = {
    "/static/serve.css": ("static/serve/serve.css", "text/css; charset=utf-8"),
    "/static/query.js": ("static/serve/query.js", "text/javascript; charset=utf-8"),
    "/static/yasgui.js": ("vendor/yasgui/yasgui.min.js", "text/javascript; charset=utf-8"),
    "/static/yasgui.css": ("vendor/yasgui/yasgui.min.css", "text/css; charset=utf-8"),
}
# address -> media type of the files of a build that are served as they are
_BUILT = {
    "/network.html": "text/html; charset=utf-8", "/matrix.html": "text/html; charset=utf-8", "/graph.ttl": "text/turtle; charset=utf-8",
    "/graph.nq": "application/n-quads", "/graph.jsonld": "application/ld+json",
}  # fmt: skip
# The pages of a build bring their own policy; ours run only our own files, and the editor styles itself.
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"  # noqa: E501
_COUNT = re.compile(r"[0-9]{1,6}")
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
_SUFFIXES = {"ttl": "turtle", "jsonld": "jsonld", "nt": "ntriples", "rdf": "rdfxml", "html": "html"}


@dataclass(frozen=True, slots=True)
class Access:
    """Who may read: `hosts` by whose names the server may be called (None: any), `token` asked of every request, `cors` an origin."""

    hosts: frozenset[str] | None = None
    token: str = ""
    cors: str = ""


class Site:
    """Answers requests. `out`: folder of the build; `base`: what its IRIs begin with."""

    def __init__(self, pool: Pool, out: Path, *, base: str, access: Access) -> None:
        self.pool, self.out, self.base = pool, out, base
        self.access = access

    def __call__(self, request: Request, reply: Reply) -> None:
        """Answers by calling `reply`, now or when a worker is done."""
        denied = self._check(request)
        if denied is not None:
            reply(denied)
        elif request.path in {"/sparql", "/sparql/"}:
            self._sparql(request, reply)
        elif request.method not in {"GET", "HEAD"}:
            reply(refusal(405, "use GET", ("Allow", "GET, HEAD")))
        elif request.path.startswith("/id/"):
            self._thing(request, reply)
        else:
            route = self._routes().get(request.path)
            if route is not None:
                route(request, reply)
            else:
                reply(self._file(request))

    def _check(self, request: Request) -> Response | None:
        """Refuses other sites that point at this one (DNS rebinding) and, where a token is asked, those without it."""
        host = request.headers.get("host", "").rsplit(":", 1)[0].strip("[]").lower()
        if self.access.hosts is not None and host not in self.access.hosts:
            return refusal(421, "this server answers to its own address only")
        if not self.access.token:
            return None
        header = request.headers.get("authorization", "")
        cookies = dict(pair.strip().partition("=")[::2] for pair in request.headers.get("cookie", "").split(";"))
        given = [header.removeprefix("Bearer ").strip(), cookies.get("token", ""), *request.values("token")]
        if any(hmac.compare_digest(value.encode(), self.access.token.encode()) for value in given if value):
            if request.values("token") and request.path == "/":
                cookie = f"token={self.access.token}; HttpOnly; SameSite=Strict; Path=/"
                return Response(303, headers=(("Location", "/"), ("Set-Cookie", cookie)))
            return None
        return refusal(401, "give the token: Authorization: Bearer TOKEN, or open /?token=TOKEN", ("WWW-Authenticate", "Bearer"))

    def _routes(self) -> dict[str, Callable[[Request, Reply], None]]:
        return {
            "/": lambda _, reply: reply(_html(shell(tell("Gonghui Graph"), _home()))),
            "/query": lambda _, reply: reply(_html(shell(tell("SPARQL query"), _editor(), head=_EDITOR_HEAD))),
            "/editor.json": lambda _, reply: reply(Response(200, editor_data(self.base), "application/json")),
            "/search": self._search,
            "/page": self._page,
            "/.well-known/void": self._void,
            "/resource": self._resource,
            "/network/part": self._part,
            "/network/find": lambda request, reply: self._work({"do": "find", "text": _one(request, "q")}, request, reply),
        }

    def _sparql(self, request: Request, reply: Reply) -> None:
        cors = (("Access-Control-Allow-Origin", self.access.cors), ("Vary", "Origin")) if self.access.cors else ()
        if request.method == "OPTIONS":
            allow = (("Access-Control-Allow-Headers", "Accept, Content-Type, Authorization"),) if self.access.cors else ()
            reply(Response(204, headers=(("Allow", "GET, HEAD, POST, OPTIONS"), *cors, *allow)))
        elif request.method in {"GET", "HEAD"} and not request.query:
            self._description(request, reply)
        else:
            job = read_job(request)
            if isinstance(job, Response):
                reply(job)
            else:
                self._work(job, request, reply, (("Vary", "Accept"), *cors))

    def _work(self, job: dict[str, Any], request: Request, reply: Reply, headers: tuple[tuple[str, str], ...] = ()) -> None:
        """Hands a job to the pool; its answer is the reply."""

        def answered(status: int, media: int, body: bytes) -> None:
            policy = (("Content-Security-Policy", _POLICY),) if MEDIA[media].startswith("text/html") else ()
            reply(Response(status, body, MEDIA[media], (*headers, *policy)))

        try:
            made = self.pool.submit(job, request.client, answered)
        except BusyError:
            reply(refusal(503, "too many queries are waiting: try again in a moment", ("Retry-After", "2")))
        else:
            request.when_gone.append(lambda: self.pool.abandon(made))

    def _description(self, request: Request, reply: Reply) -> None:
        """The service description (SPARQL 1.1 Service Description); a browser is sent to the editor."""
        takes = accepted(request.headers.get("accept", ""))
        if takes.weight("text/html") > takes.weight("text/turtle"):
            reply(Response(303, headers=(("Location", "/query"),)))
            return
        host = request.headers.get("host", "")
        safe = host if _HOST.fullmatch(host) else "localhost"
        reply(Response(200, service_description(f"http://{safe}/sparql", self.base), "text/turtle; charset=utf-8"))

    def _search(self, request: Request, reply: Reply) -> None:
        text = _one(request, "q")
        html_too = accepted(request.headers.get("accept", "")).weight("text/html") > 0
        wants = "html" if html_too and request.values("format") != ["json"] else "json"
        self._work({"do": "search", "text": text, "format": wants}, request, reply)

    def _page(self, request: Request, reply: Reply) -> None:
        self._work({"do": "thing", "title": _one(request, "title"), "format": "html"}, request, reply)

    def _resource(self, request: Request, reply: Reply) -> None:
        self._work({"do": "thing", "iri": _one(request, "iri"), "format": _wanted(request)}, request, reply)

    def _void(self, request: Request, reply: Reply) -> None:
        self._work({"do": "thing", "iri": f"{self.base}dataset", "format": "turtle"}, request, reply)

    def _part(self, request: Request, reply: Reply) -> None:
        """A part of a network that is too large for one file (viz.parts)."""
        job: dict[str, Any] = {name: _one(request, name) for name in ("focus", "from", "to", "region")}
        job |= {name: int(_one(request, name)) if _COUNT.fullmatch(_one(request, name)) else 1 for name in ("steps", "page")}
        self._work({"do": "part", "themes": request.values("theme")[:100]} | job, request, reply)

    def _thing(self, request: Request, reply: Reply) -> None:
        local = request.path.removeprefix("/id/")
        name, dot, suffix = local.rpartition(".")
        wanted = _SUFFIXES.get(suffix, "") if dot else ""
        job = {"do": "thing", "iri": f"{self.base}id/{name if wanted else local}", "format": wanted or _wanted(request)}
        self._work(job, request, reply, (("Vary", "Accept"),))

    def _file(self, request: Request) -> Response:
        if request.path in _STATIC:
            name, media = _STATIC[request.path]
            return _read(_HERE / name, media)
        if request.path in _BUILT:
            return _read(self.out / request.path[1:], _BUILT[request.path])
        return refusal(404, "nothing is here: start at /")


def _read(path: Path, media: str) -> Response:
    try:
        return Response(200, path.read_bytes(), media)
    except OSError:
        return refusal(404, "this build has no such file")


def _one(request: Request, name: str) -> str:
    """A parameter that is given once; "" without it."""
    return " ".join(request.values(name)).strip()


def _wanted(request: Request) -> str:
    given = request.values("format")
    if given:
        return given[0] if given[0] in {*GRAPHS.values(), "html"} else "turtle"
    return accepted(request.headers.get("accept", "")).best({"text/html": "html"} | GRAPHS) or "turtle"


def _html(text: str) -> Response:
    return Response(200, text.encode("utf-8"), "text/html; charset=utf-8", (("Content-Security-Policy", _POLICY),))


def _home() -> str:
    items = [
        f'<li><a href="/query?ask={question.name}">{html.escape(worded(question.zh, question.en))}</a></li>'
        for question in load_questions().values()
    ]
    return (
        '<form action="/search"><p><input name="q" type="search" size="40" placeholder="'
        f'{tell("names, quotes, pinyin initials; several words, too")}" aria-label="{tell("search")}"> '
        f'<button>{tell("search")}</button></p></form><p><a href="/query">{tell("SPARQL editor")}</a> · {tell("endpoint")} '
        f'<code>/sparql</code> · <a href="/.well-known/void">VoID</a> · {tell("download")} <a href="/graph.ttl">Turtle</a> '
        '<a href="/graph.nq">N-Quads</a> <a href="/graph.jsonld">JSON-LD</a></p>'
        f"<h2>{tell('questions to ask')}</h2><ol>{''.join(items)}</ol>"
    )


_EDITOR_HEAD = (
    '<link rel="stylesheet" href="/static/yasgui.css"><script defer src="/static/yasgui.js"></script>'
    '<script defer src="/static/query.js"></script>'
)


def _editor() -> str:
    return (
        f'<p><select id="questions" aria-label="{tell("questions to ask")}">'
        f'<option value="">{tell("choose a question …")}</option></select></p>'
        f'<p id="hint">{tell("Ctrl+Enter runs it · Ctrl+Space completes a word")}</p><div id="editor"></div>'
    )


_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples", "RDF_XML", "JSON-LD",
)  # fmt: skip


def editor_data(base: str) -> bytes:
    """What the editor completes and offers: prefixes, terms (name, labels, kind), questions."""
    data = {
        "base": base,
        "prefixes": prefixes(base),
        "terms": [{"name": f"gh:{t.name}", "kind": "class" if t.kind == "class" else "property", "zh": t.zh, "en": t.en} for t in terms()],
        "questions": [{"name": q.name, "said": worded(q.zh, q.en), "query": q.query} for q in load_questions().values()],
    }
    return json.dumps(data, ensure_ascii=False).encode("utf-8")


def service_description(endpoint: str, base: str) -> bytes:
    """The endpoint described in Turtle."""
    chunk, node = Chunk(), NamedNode(endpoint)
    space = "http://www.w3.org/ns/sparql-service-description#"
    pairs: dict[tuple[NamedNode, NamedNode | Literal], None] = {}
    for name, value in (
        ("supportedLanguage", space + "SPARQL11Query"), ("endpoint", node.value), ("defaultDataset", base + "dataset"),
        *(("resultFormat", f"http://www.w3.org/ns/formats/{fmt}") for fmt in _FORMATS),
    ):  # fmt: skip
        pairs[NamedNode(space + name), NamedNode(value)] = None
    pairs[NamedNode(STANDARD["rdf"] + "type"), NamedNode(space + "Service")] = None
    chunk.subjects[node] = pairs
    known = {"sd": space, "rdf": STANDARD["rdf"]}
    return turtle_prefixes(known) + turtle_body(chunk.triples(), known)
