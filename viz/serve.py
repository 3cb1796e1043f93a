"""Serve a build on this computer: SPARQL endpoint, editor, search, pages of things, the network and the matrix.

examples:
  gonghui serve out                          http://127.0.0.1:7878/
  gonghui serve out --port 9000 --timeout 10
  gonghui serve out --host 0.0.0.0           for colleagues: asks for a token, which it shows
"""

import argparse
import asyncio
import ipaddress
import os
import secrets
import signal
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from graph.errors import GraphError, OutputError
from graph.messages import say, tell
from graph.opened import QUADS, base_of, find_store, open_store
from viz.http import Server
from viz.pool import Pool
from viz.site import Access, Site

_LOOK = 1.0  # seconds between looks whether the build was replaced


@dataclass(frozen=True, slots=True)
class Options:
    """How to serve: `seconds` limits one query, `workers` run at once, `waiting` may wait."""

    out: Path
    host: str = "127.0.0.1"
    port: int = 7878
    seconds: float = 30.0
    workers: int = 2
    waiting: int = 64
    token: str = ""
    cors: str = ""


def _port(text: str) -> int:
    """A port number; argparse turns the error into one line."""
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(tell("{text} is no port: give 0 to 65535", text=text))
    return int(text)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `gonghui serve`."""
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("output folder of a build"))
    parser.add_argument("--host", default="127.0.0.1", help=tell("address to listen on (default 127.0.0.1: this computer alone)"))
    parser.add_argument("--port", type=_port, default=7878, help=tell("port (default 7878; 0: a free one)"))
    parser.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS", help=tell("limit for one query (default 30)"))
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 2, metavar="N", help=tell("queries at once (default: cores)"))
    parser.add_argument("--waiting", type=int, default=64, metavar="N", help=tell("queries that may wait; more get 503 (default 64)"))
    parser.add_argument("--token", default="", help=tell("what clients must give; made up for any --host but loopback"))
    parser.add_argument("--cors", default="", metavar="ORIGIN", help=tell("let pages of this origin read the endpoint (default: none)"))


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _version(out: Path) -> tuple[int, int] | None:
    """What changes when another build takes the folder's place."""
    try:
        stat = (find_store(out) / QUADS / "CURRENT").stat()
    except (OSError, GraphError):
        return None
    return stat.st_ino, stat.st_mtime_ns


async def _watch(options: Options, pool: Pool, site: Site) -> None:
    seen = _version(options.out)
    while True:
        await asyncio.sleep(_LOOK)
        now = _version(options.out)
        if now is not None and now != seen:
            seen = now
            pool.renew()
            with suppress(GraphError):
                site.base = base_of(open_store(options.out))


async def serve(options: Options, started: "asyncio.Future[int] | None" = None) -> None:
    """Serves until it is cancelled; `started` gets the port. Raises QueryError without a store, OutputError for a taken port."""
    out = options.out.resolve()
    base = base_of(open_store(out))
    local = is_loopback(options.host)
    pool = Pool(find_store(out), options.workers, seconds=options.seconds, waiting=options.waiting)
    hosts = frozenset({"127.0.0.1", "localhost", "::1"}) if local else None
    site = Site(pool, out, base=base, access=Access(hosts, options.token, options.cors))
    server = Server(site)
    try:
        port = await server.start(options.host, options.port)
    except OSError as error:
        raise OutputError(
            "{host}:{port}: {reason}: choose another --port or --host",
            host=options.host,
            port=options.port,
            reason=os.strerror(error.errno or 0),
        ) from error
    watcher = asyncio.create_task(_watch(options, pool, site))
    try:
        await pool.start()
        if started is not None:
            started.set_result(port)
        address = f"http://{options.host if local else '<this computer>'}:{port}/{f'?token={options.token}' if options.token else ''}"
        say("serving {out} at {address} (Ctrl+C ends)", out=options.out, address=address)
        await asyncio.Event().wait()
    finally:
        watcher.cancel()
        await server.close()
        await pool.close()


async def _until_told(options: Options) -> None:
    task = asyncio.create_task(serve(options))
    with suppress(NotImplementedError):  # Windows has no signal handlers in its event loop; Ctrl+C raises there
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with suppress(asyncio.CancelledError):
        await task


def run(args: argparse.Namespace) -> int:
    """Serves until Ctrl+C. Raises QueryError and OutputError."""
    find_store(args.out)  # what is wrong with the folder is said before anything starts
    token = args.token or ("" if is_loopback(args.host) else secrets.token_urlsafe(18))
    options = Options(
        out=args.out, host=args.host, port=args.port, seconds=args.timeout, workers=max(1, args.workers),
        waiting=max(0, args.waiting), token=token, cors=args.cors,
    )  # fmt: skip
    with suppress(KeyboardInterrupt):
        asyncio.run(_until_told(options))
    return 0
