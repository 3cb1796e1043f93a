"""The SPARQL 1.1 Protocol, read-only: a request becomes a job for a worker, or is refused with a reason."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl

from viz.http import Request, Response, refusal

# media type -> name of the format; the first of each is the default
TABLES = {
    "application/sparql-results+json": "json", "application/json": "json", "application/sparql-results+xml": "xml",
    "application/xml": "xml", "text/csv": "csv", "text/tab-separated-values": "tsv",
}  # fmt: skip
GRAPHS = {
    "text/turtle": "turtle", "application/x-turtle": "turtle", "application/n-triples": "ntriples", "text/plain": "ntriples",
    "application/rdf+xml": "rdfxml", "application/xml": "rdfxml", "application/ld+json": "jsonld", "application/json": "jsonld",
}  # fmt: skip
_MOST = 64_000_000  # bytes of an answer
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a client takes: media range -> weight."""

    ranges: tuple[tuple[str, float], ...]

    def weight(self, media: str) -> float:
        """How much the client wants a media type; the most specific range counts."""
        kind = media.partition("/")[0]
        known = dict(self.ranges)
        return next((known[r] for r in (media, f"{kind}/*", "*/*") if r in known), 0.0)

    def best(self, offers: dict[str, str]) -> str:
        """The name of the offer with the most weight, the first among equals; "" when none is taken."""
        weights = [(self.weight(media), name) for media, name in offers.items()]
        top = max(weight for weight, _ in weights)
        return next(name for weight, name in weights if weight == top) if top > 0 else ""


def accepted(header: str) -> Accepted:
    """Reads an Accept header (RFC 9110, section 12.5.1); an empty one takes everything."""
    ranges = []
    for part in header.split(","):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            if match := re.fullmatch(r"q\s*=\s*([01](?:\.\d{0,3})?)", parameter, re.IGNORECASE):
                weight = float(match[1])
        if media:
            ranges.append((media.lower(), weight))
    return Accepted(tuple(ranges) or (("*/*", 1.0),))


@lru_cache(maxsize=256)  # a client sends the same header with every query
def _formats(header: str) -> tuple[str, str]:
    """The formats an Accept header takes for a table and for a graph; "" when none."""
    takes = accepted(header)
    return takes.best(TABLES), takes.best(GRAPHS)


def _text(body: bytes, content: str) -> str | None:
    charset = re.search(r"charset\s*=\s*\"?([\w-]+)", content, re.IGNORECASE)
    if charset and charset[1].lower() not in {"utf-8", "utf8", "us-ascii"}:
        return None
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _parameters(request: Request) -> list[tuple[str, str]] | Response:
    """All parameters of the operation, the query among them."""
    if request.method in {"GET", "HEAD"}:
        return request.query
    content = request.headers.get("content-type", "")
    kind = content.partition(";")[0].strip().lower()
    if kind == "application/sparql-update":
        return refusal(403, "this endpoint is read-only: updates are refused")
    if kind not in {_FORM, "application/sparql-query"}:
        return refusal(415, "send the query as {form} or application/sparql-query", form=_FORM)
    text = _text(request.body, content)
    if text is None:
        return refusal(400, "the query is not UTF-8")
    if kind == _FORM:
        try:
            return request.query + parse_qsl(text, keep_blank_values=True, strict_parsing=bool(text), errors="strict", max_num_fields=1000)
        except (ValueError, UnicodeDecodeError):
            return refusal(400, "the form cannot be read")
    if any(name == "query" for name, _ in request.query):
        return refusal(400, "the query stands in the body already: leave it out of the address")
    return [*request.query, ("query", text)]


def read_job(request: Request) -> dict[str, Any] | Response:
    """The job for a worker, or why there is none: 400, 403 (update), 405, 406, 415."""
    if request.method not in {"GET", "HEAD", "POST"}:
        return refusal(405, "use GET or POST", ("Allow", "GET, HEAD, POST, OPTIONS"))
    parameters = _parameters(request)
    if isinstance(parameters, Response):
        return parameters
    given: dict[str, list[str]] = {}
    for name, value in parameters:
        given.setdefault(name, []).append(value)
    if "update" in given or "using-graph-uri" in given or "using-named-graph-uri" in given:
        return refusal(403, "this endpoint is read-only: updates are refused")
    if len(given.get("query", [])) != 1:
        return refusal(400, "give exactly one query")
    table, graph = _formats(given["format"][0] if given.get("format") else request.headers.get("accept", ""))
    if not table and not graph:
        return refusal(406, "offered are {formats}", formats=", ".join(dict.fromkeys([*TABLES, *GRAPHS])))
    return {
        "do": "query", "query": given["query"][0], "table": table, "graph": graph, "most": _MOST,
        "default": given.get("default-graph-uri", []), "named": given.get("named-graph-uri", []),
    }  # fmt: skip
