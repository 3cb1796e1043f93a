"""Load a build into another SPARQL store by the SPARQL 1.1 Graph Store Protocol, graph by graph, and check it by counts.

Graphs that the store holds already, with as many triples as here, are not sent again: a load that was cut off goes on where it
stopped when the command is run again. docs/stores.md has the addresses of common stores, and their faster bulk loaders.

examples:
  gonghui load out --to http://localhost:3030/gonghui/data --query http://localhost:3030/gonghui/query
  gonghui load out --to http://localhost:8890/sparql-graph-crud-auth --query http://localhost:8890/sparql \\
      --user dba:secret --default-graph https://w3id.org/gonghui/dataset
  gonghui load out --to http://localhost:7200/repositories/gonghui/rdf-graphs/service --query http://localhost:7200/repositories/gonghui
"""

import argparse
import base64
import csv
import io
import sys
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse, serialize

from graph.errors import Message, QueryError
from graph.messages import tell, told

_PIECE = 20_000  # triples in one request
_SECONDS = 300.0
DEFAULT = ""  # stands for the default graph


@dataclass(slots=True)
class Target:
    """The other store: address for data, address for queries (or None), the graph that stands for the default graph ("": its own)."""

    data: str
    query: str | None = None
    default: str = DEFAULT
    user: str = ""
    digest: urllib.request.AbstractDigestAuthHandler = field(init=False)
    challenge: str = ""

    def __post_init__(self) -> None:
        for url in filter(None, (self.data, self.query)):
            if urlsplit(url).scheme not in {"http", "https"}:
                raise QueryError("{url}: give an address that starts with http:// or https://", url=url)
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        if self.user:
            name, _, password = self.user.partition(":")
            for url in filter(None, (self.data, self.query)):
                passwords.add_password(None, url, name, password)
        self.digest = urllib.request.AbstractDigestAuthHandler(passwords)

    def send(self, graph: str, triples: list[Triple], *, replace: bool) -> None:
        """Puts (or adds) triples into a graph. Raises QueryError when the store does not take them."""
        name = graph or self.default
        url = f"{self.data}{'&' if '?' in self.data else '?'}{urlencode({'graph': name}) if name else 'default'}"
        body = serialize(triples, format=RdfFormat.N_TRIPLES)
        self._ask(url, body, "PUT" if replace else "POST", {"Content-Type": "application/n-triples"})

    def counts(self) -> dict[str, int]:
        """Graph -> number of triples that the store holds; DEFAULT for its default graph."""
        found = {row["g"]: int(row["n"]) for row in self._rows("SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")}
        if self.default:
            found[DEFAULT] = found.pop(self.default, 0)
        else:
            found[DEFAULT] = int(self._rows("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")[0]["n"])
        return found

    def _authorise(self, request: urllib.request.Request) -> None:
        """Adds the Authorization header. What the store wants is asked with an empty request first: many close the connection on a
        large one without it.
        """
        if not self.challenge:
            probe = urllib.request.Request(request.full_url, b"", {"Content-Type": "application/n-triples"}, method="POST")  # noqa: S310
            try:
                with urllib.request.urlopen(probe, timeout=_SECONDS):  # noqa: S310
                    self.challenge = "none"
            except urllib.error.HTTPError as error:
                self.challenge = error.headers.get("WWW-Authenticate", "") or "none"
        scheme, _, rest = self.challenge.partition(" ")
        if scheme.lower() == "digest":
            wanted = urllib.request.parse_keqv_list(urllib.request.parse_http_list(rest))
            request.add_header("Authorization", f"Digest {self.digest.get_authorization(request, wanted)}")
        elif scheme.lower() == "basic":
            request.add_header("Authorization", "Basic " + base64.b64encode(self.user.encode("utf-8")).decode("ascii"))

    def _rows(self, query: str) -> list[dict[str, str]]:
        body = urlencode({"query": query}).encode()
        headers = {"Accept": "text/csv", "Content-Type": "application/x-www-form-urlencoded"}
        text = self._ask(self.query or "", body, "POST", headers).decode("utf-8")
        return list(csv.DictReader(io.StringIO(text)))

    def _ask(self, url: str, body: bytes | None, method: str, headers: dict[str, str]) -> bytes:
        request = urllib.request.Request(url, body, headers, method=method)  # noqa: S310 (http and https alone, see above)
        try:
            if self.user and url.startswith(self.data):
                self._authorise(request)
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
                return bytes(answer.read())
        except urllib.error.HTTPError as error:
            said = " ".join(error.read(300).decode("utf-8", "replace").split())
            raise QueryError(
                "{method} {url}: the store answered {code} {reason}: {said}",
                method=method,
                url=url,
                code=error.code,
                reason=error.reason,
                said=said,
            ) from error
        except (urllib.error.URLError, OSError) as error:
            raise QueryError(
                "{url}: cannot be reached ({reason}): is the store running?", url=url, reason=getattr(error, "reason", error)
            ) from error


def _graph(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else DEFAULT


def own_counts(out: Path) -> Counter[str]:
    """Graph -> number of triples of a build. Raises QueryError when it has no graph.nq."""
    try:
        return Counter(_graph(quad) for quad in parse(path=str(out / "graph.nq")))
    except OSError as error:
        raise QueryError("{out}: no graph.nq here: give the output folder of a build", out=out) from error


def load_into(out: Path, target: Target, *, restart: bool = False) -> Iterator[str]:
    """Sends the build to the store; gives a line for people now and then. Raises QueryError when the counts differ at the end."""
    own = own_counts(out)
    there = target.counts() if target.query and not restart else {}
    todo = {graph for graph, count in own.items() if there.get(graph) != count}
    template = "{there} of {all} graphs are there already, {triples} triples to send"
    yield Message(template, there=len(own) - len(todo), all=len(own), triples=sum(own[graph] for graph in todo))
    begun: set[str] = set()
    sent = 0
    for graph, quads in groupby(parse(path=str(out / "graph.nq")), _graph):
        while graph in todo and (piece := [quad.triple for quad in islice(quads, _PIECE)]):
            target.send(graph, piece, replace=graph not in begun)
            begun.add(graph)
            if sent // 100_000 != (sent + len(piece)) // 100_000:
                yield Message("{triples} triples sent", triples=sent + len(piece))
            sent += len(piece)
    yield Message("{triples} triples sent", triples=sent)
    if target.query is None:
        yield Message("not checked: give --query to compare the counts")
        return
    yield from _check(own, target)


def _check(own: Counter[str], target: Target) -> Iterator[str]:
    there = target.counts()
    # in a store whose default graph is the union of all, the default graph holds everything
    union = there[DEFAULT] >= sum(own.values()) - own[DEFAULT] and there[DEFAULT] > own[DEFAULT]
    wrong = [graph for graph, count in own.items() if there.get(graph) != count and not (graph == DEFAULT and union)]
    if wrong:
        shown = ", ".join(f"{graph or 'default graph'}: {there.get(graph, 0)} instead of {own[graph]}" for graph in sorted(wrong)[:5])
        raise QueryError("{count} graphs differ in the store ({shown}): run the command again", count=len(wrong), shown=shown)
    yield Message("checked: all {count} graphs have as many triples there as here", count=len(own))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `gonghui load`."""
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("output folder of a build"))
    parser.add_argument("--to", required=True, metavar="URL", help=tell("the store's Graph Store Protocol address"))
    parser.add_argument("--query", metavar="URL", help=tell("its SPARQL query address: to skip what is there, and to check by counts"))
    parser.add_argument("--default-graph", default=DEFAULT, metavar="IRI", help=tell("stands for the default graph in stores without one"))
    parser.add_argument("--user", default="", metavar="NAME:PASSWORD", help=tell("for stores that ask (digest or basic)"))
    parser.add_argument("--restart", action="store_true", help=tell("send everything, also what is there already"))


def run(args: argparse.Namespace) -> int:
    """Loads. Raises QueryError when the store refuses or the counts differ."""
    target = Target(args.to, args.query, args.default_graph, args.user)
    for line in load_into(args.out, target, restart=args.restart):
        sys.stderr.write(told(line) + "\n")
        sys.stderr.flush()
    return 0
