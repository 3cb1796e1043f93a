"""Sends hostile requests to a running endpoint and says what came back; an ordinary query after every fifty must be answered.

gonghui serve out --port 7878 --timeout 2 &  python benchmarks/hostile.py 7878 1000
"""

import http.client
import random
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from urllib.parse import quote, urlencode

ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
PLAIN = "SELECT ?name WHERE { ?s a <https://w3id.org/gonghui/ns#Region> ; <http://www.w3.org/2000/01/rdf-schema#label> ?name } LIMIT 3"


def post(port: int, body: bytes, content: str, *, timeout: float = 30) -> int:
    """The status of a POST."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request("POST", "/sparql", body, {"Content-Type": content})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0  # the server dropped the connection
    finally:
        connection.close()


def query(port: int, text: str) -> int:
    """The status of a query."""
    return post(port, text.encode("utf-8"), "application/sparql-query")


def raw(port: int, data: bytes, *, wait: bool) -> int:
    """Sends bytes; hangs up at once unless `wait`."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        try:
            client.sendall(data)
            return int(client.recv(4096).split(b" ")[1]) if wait else -1
        except (OSError, IndexError, ValueError):
            return 0


def kinds(port: int, rng: random.Random, open_ones: list[socket.socket]) -> dict[str, Callable[[], int]]:
    """Name -> one hostile request."""

    def half_open() -> int:
        client = socket.create_connection(("127.0.0.1", port), timeout=30)
        client.sendall(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Le")
        open_ones.append(client)
        return -1

    head = b"GET /sparql?query=%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
    return {
        "bad syntax": lambda: query(port, "SELECT * WHERE { ?s " * rng.randrange(1, 2000)),
        "random bytes": lambda: post(port, rng.randbytes(rng.randrange(1, 20000)), "application/sparql-query"),
        "huge": lambda: query(port, "SELECT * WHERE { " + "?s ?p ?o . " * 300_000 + "}"),
        "deep": lambda: query(port, "SELECT * WHERE { " + "{ " * rng.randrange(1000, 50000)),
        "endless": lambda: query(port, ENDLESS),
        "large order": lambda: query(port, "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f"),
        "SERVICE": lambda: query(port, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"),
        "FROM": lambda: query(port, "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }"),
        "update": lambda: post(port, urlencode({"update": "DROP ALL"}).encode(), "application/x-www-form-urlencoded"),
        "no HTTP": lambda: raw(port, rng.randbytes(300), wait=True),
        "hangs up": lambda: raw(port, head % quote(ENDLESS).encode(), wait=False),
        "half open": half_open,
    }


def main() -> int:
    """Runs; exit code 1 when an ordinary query was not answered."""
    port, number, rng = int(sys.argv[1]), int(sys.argv[2]), random.Random(1)
    found: Counter[tuple[str, int]] = Counter()
    waits: list[float] = []
    open_ones: list[socket.socket] = []
    asks = kinds(port, rng, open_ones)
    # most kinds as often as another; those that take their whole time limit less often
    names = [name for name in asks for _ in range(1 if name in {"endless", "large order"} else 6)]
    queue = [rng.choice(names) for _ in range(number)]

    def worker() -> None:
        while queue:
            name = queue.pop()
            found[name, asks[name]()] += 1
            if len(queue) % 50 == 0:
                began = time.perf_counter()
                found["an ordinary query", query(port, PLAIN)] += 1
                waits.append(time.perf_counter() - began)

    threads = [threading.Thread(target=worker) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for (name, status), count in sorted(found.items()):
        print(f"{name:20} {status if status > 0 else 'no answer wanted' if status else 'dropped':>18} {count:6}")
    after = query(port, PLAIN)
    print(f"afterwards: {after}; ordinary queries waited at most {max(waits, default=0):.1f} s; {len(open_ones)} connections half open")
    return 0 if after == 200 else 1


if __name__ == "__main__":
    sys.exit(main())
