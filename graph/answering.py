"""What the commands that answer queries share: the time limit, the output arguments, and writing the answer."""

import argparse
import io
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import Message, OutputError
from graph.messages import tell
from graph.opened import base_of, open_store
from graph.sparql import FORMATS, Wording, evaluate, fits, write
from graph.sparql_text import check_terms
from graph.vocabulary import prefixes

_SECONDS = 60.0
_PATIENCE = 3  # seconds before a terminal is told how long a query runs


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Ends the whole process with exit code 1 and a line on stderr after `seconds`: the store cannot stop a query by itself.

    On a terminal it shows the time that went by.
    """
    done = threading.Event()

    def watch() -> None:
        passed = 0.0
        while not done.wait(min(1.0, max(0.0, seconds - passed))):
            passed += 1.0
            if passed >= seconds:
                said = Message("no answer within {seconds:g} s: narrow the query, or give --timeout more seconds", seconds=seconds)
                sys.stderr.write("\r" + tell("error: {message}", message=said) + "\n")
                sys.stderr.flush()
                os._exit(1)
            if passed >= _PATIENCE and sys.stderr.isatty():
                sys.stderr.write(f"\r{passed:.0f} s of {seconds:g} ...")
                sys.stderr.flush()

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        done.set()


def add_output_arguments(parser: argparse.ArgumentParser) -> None:
    """--format, --timeout and --output."""
    parser.add_argument("--format", choices=FORMATS, help=tell("how the answer is written (default: table; turtle for a graph)"))
    parser.add_argument("--timeout", type=float, default=_SECONDS, metavar="SECONDS", help=tell("give up after this long (default 60)"))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=tell("write the answer into FILE instead of showing it"))


def answer(args: argparse.Namespace, query: str, *, wording: Wording | None = None) -> None:
    """Runs `query` on the build in `args.out` and writes the answer as the arguments say; `wording` as in graph.sparql.write.

    Raises QueryError and OutputError.
    """
    store = open_store(args.out)
    base = base_of(store)
    found = evaluate(store, query, base=base)
    check_terms(query, prefixes(base))
    name = args.format or ("table" if fits(found, "json") else "turtle")
    collected = io.BytesIO()
    write(found, name, collected, wording=wording)
    if args.output is None:
        show([collected.getvalue()])
        return
    try:
        args.output.write_bytes(collected.getvalue())
    except OSError as error:
        raise OutputError("{output}: {reason}: choose another file", output=args.output, reason=error.strerror) from error


def show(pieces: Iterable[bytes]) -> None:
    """Writes to standard output; a reader that has seen enough (`| head`) is no error."""
    try:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
