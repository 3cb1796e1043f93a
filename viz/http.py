"""A small HTTP/1.1 server on asyncio (parsing by httptools): bounded in size, time and number of connections.

It is not a framework: it hands whole requests to one function and writes whole responses, so a body is never cut without notice.
"""

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import parse_qsl, unquote, urlsplit

import httptools

from graph.errors import Message
from graph.messages import told

# Bytes of the request line and headers, and of the body (a query of a megabyte is no question any more).
_MOST_HEAD = 256 * 1024
_MOST_BODY = 2 * 1024 * 1024
# Seconds for a request to arrive, for an idle connection, for a client to take its answer.
_ARRIVE, _IDLE, _TAKE = 10.0, 60.0, 60.0
_MOST_CONNECTIONS = 500
_MOST_AHEAD = 16  # requests that a client may send ahead


@dataclass(slots=True)
class Request:
    """A whole request. `headers` by lower-case name (the last one counts); `query` as pairs, in order.

    `when_gone`: called when the client hangs up before it has its answer.
    """

    method: str = ""
    path: str = "/"
    query: list[tuple[str, str]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    client: str = ""
    when_gone: list[Callable[[], None]] = field(default_factory=list)

    def values(self, name: str) -> list[str]:
        """The values of a query parameter."""
        return [value for key, value in self.query if key == name]


@dataclass(slots=True)
class Response:
    """A whole response."""

    status: int = 200
    body: bytes = b""
    media: str = "text/plain; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


Reply = Callable[[Response], None]
# Answers a request by calling the reply once, now or later.
Handler = Callable[[Request, Reply], None]

_REASON = {status.value: status.phrase for status in HTTPStatus}


def refusal(status: int, message: str, *headers: tuple[str, str], **values: Any) -> Response:
    """A line of text with a status, in the language of the server; `message` is a template, `values` are filled in."""
    return Response(status, told(Message(message, **values)).encode("utf-8", "replace") + b"\n", headers=headers)


def _too_large() -> Response:
    return refusal(431, "the request is too large")


class Connection(asyncio.Protocol):
    """One client. Requests are answered in the order they come, one at a time."""

    def __init__(self, server: "Server") -> None:
        self.server = server
        self.loop = server.loop
        self.transport: asyncio.Transport | None = None
        self.timer: asyncio.TimerHandle | None = None
        self.ready: list[tuple[Request, bool]] = []
        self.current: Request | None = None
        self.peer = ""
        self.parser = httptools.HttpRequestParser(self)
        self.head_size = self.header_size = self.body_size = 0
        self.request = Request()
        self.pieces: list[bytes] = []
        self.url = b""
        self.refused: Response | None = None

    # asyncio's side

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client is there."""
        self.transport = cast("asyncio.Transport", transport)
        peer = transport.get_extra_info("peername")
        # on loopback every client has the same address: its port tells them apart
        self.peer = str(peer[0]) if peer and not str(peer[0]).startswith(("127.", "::1")) else str(peer)
        self.request.client = self.peer
        raw = transport.get_extra_info("socket")
        if raw is not None and raw.family in {socket.AF_INET, socket.AF_INET6}:
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.server.joined(self)
        self._wait(_ARRIVE)

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone."""
        self._wait(None)
        self.server.left(self)
        for call in self.current.when_gone if self.current is not None else ():
            call()

    def _wait(self, seconds: float | None) -> None:
        if self.timer is not None:
            self.timer.cancel()
        self.timer = None if seconds is None else self.loop.call_later(seconds, self._expire)

    def _expire(self) -> None:
        if self.transport is not None:
            self.transport.abort()

    def close(self) -> None:
        """Drops the connection."""
        if self.transport is not None:
            self.transport.close()

    def data_received(self, data: bytes) -> None:
        """Bytes of a request."""
        if self.timer is None or (not self.head_size and not self.ready):
            self._wait(_ARRIVE)
        self.head_size += len(data)
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            pass  # the request is answered as it stands, and the connection closed: what follows would be another protocol
        except httptools.HttpParserError:
            self._refuse(refusal(400, "this is not HTTP/1.1"))
        else:
            if self.head_size > _MOST_HEAD + _MOST_BODY:
                self._refuse(_too_large())

    def _refuse(self, response: Response) -> None:
        self.write(response, keep=False)

    # httptools' side

    def on_url(self, url: bytes) -> None:
        """A part of the request's target."""
        self.url += url
        if len(self.url) > _MOST_HEAD:
            self.refused = _too_large()

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header."""
        self.header_size += len(name) + len(value)
        if self.header_size > _MOST_HEAD:
            self.refused = _too_large()
            return
        self.request.headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_body(self, body: bytes) -> None:
        """A part of the body."""
        self.body_size += len(body)
        if self.body_size <= _MOST_BODY:
            self.pieces.append(body)
        else:
            self.refused = refusal(413, "the request is larger than {size} MB", size=_MOST_BODY // 1024 // 1024)

    def on_message_complete(self) -> None:
        """The request is whole."""
        request, keep = self.request, self.parser.should_keep_alive() and not self.parser.should_upgrade()
        request.method = self.parser.get_method().decode("latin-1")
        target = self.url.decode("latin-1")
        path, _, query = target.partition("?")
        if not path.startswith("/"):
            path = urlsplit(target).path or "/"
        request.path = unquote(path, errors="replace")
        request.query = parse_qsl(query.partition("#")[0], keep_blank_values=True, errors="replace", max_num_fields=1000) if query else []
        request.body = b"".join(self.pieces)
        self.ready.append((request, keep))
        if len(self.ready) > _MOST_AHEAD:
            self._refuse(refusal(400, "too many requests without waiting for an answer"))
            return
        self.request = Request(client=self.peer)
        self.pieces, self.url, self.head_size, self.header_size, self.body_size = [], b"", 0, 0, 0
        if self.current is None:
            self._work()

    def _work(self) -> None:
        self._wait(None)
        request, keep = self.ready.pop(0)
        self.current = request
        if self.refused is not None:
            self.write(self.refused, keep=False)
            return
        self.server.handle(request, lambda response: self._done(response, request, keep))

    def _done(self, response: Response, request: Request, keep: bool) -> None:
        self.write(response, keep=keep, head_only=request.method == "HEAD")
        self.current = None
        if self.transport is None or self.transport.is_closing():
            return
        if self.ready:
            self.loop.call_soon(self._work)
        else:
            self._wait(_TAKE if self.transport.get_write_buffer_size() else _IDLE)

    def write(self, response: Response, *, keep: bool, head_only: bool = False) -> None:
        """Sends a response."""
        if self.transport is None or self.transport.is_closing():
            return
        lines = [
            f"HTTP/1.1 {response.status} {_REASON.get(response.status, '')}",
            f"Content-Type: {response.media}",
            f"Content-Length: {len(response.body)}",
            "X-Content-Type-Options: nosniff",
            *(f"{name}: {value}" for name, value in response.headers),
        ]
        if not keep:
            lines.append("Connection: close")
        head = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")
        self.transport.write(head if head_only else head + response.body)
        if not keep:
            self.transport.close()


class Server:
    """Accepts connections and hands requests to `handle`. The one that has idled longest makes room for a new one."""

    def __init__(self, handle: Handler, *, most: int = _MOST_CONNECTIONS) -> None:
        self.handle_request = handle
        self.most = most
        self.loop = asyncio.get_running_loop()
        self.connections: dict[Connection, None] = {}
        self.server: asyncio.Server | None = None

    def handle(self, request: Request, reply: Reply) -> None:
        """Has a request answered; an error of ours is a 500 without details."""
        try:
            self.handle_request(request, reply)
        except Exception:  # noqa: BLE001 (whatever it was, the client learns no more than that)
            reply(refusal(500, "this could not be answered"))

    def joined(self, connection: Connection) -> None:
        """A new connection."""
        if len(self.connections) >= self.most:
            quiet = next((c for c in self.connections if c.current is None and not c.ready), None)
            if quiet is None:
                connection.write(refusal(503, "too many connections", ("Retry-After", "5")), keep=False)
            else:
                quiet.close()
                self.connections.pop(quiet, None)
        self.connections[connection] = None

    def left(self, connection: Connection) -> None:
        """A connection has ended."""
        self.connections.pop(connection, None)

    async def start(self, host: str, port: int) -> int:
        """Listens; gives the port (of a free one when `port` is 0)."""
        self.server = await self.loop.create_server(lambda: Connection(self), host, port, backlog=512)
        return int(self.server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Stops listening and drops all connections."""
        if self.server is not None:
            self.server.close()
        for connection in list(self.connections):
            connection.close()
