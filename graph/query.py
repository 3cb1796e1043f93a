"""Run any SPARQL query on a build. The usual prefixes (gh, id, theme, rdfs, skos, org, oa, prov ...) need no declaration.

examples:
  gonghui query out my-question.rq
  echo 'SELECT ?name { ?u a gh:UnionBody ; rdfs:label ?name }' | gonghui query out - --format csv
  gonghui query out construct.rq --format turtle -o part.ttl
"""

import argparse
import sys
from pathlib import Path

from graph.answering import add_output_arguments, answer, time_limit
from graph.errors import QueryError
from graph.messages import tell


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `gonghui query`."""
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("output folder of a build"))
    parser.add_argument("query", metavar="FILE", help=tell("a file with a SPARQL query, or - for standard input"))
    add_output_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Runs a query. Raises QueryError."""
    try:
        text = (sys.stdin.buffer.read() if args.query == "-" else Path(args.query).read_bytes()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError("{query}: not UTF-8: save it as UTF-8", query=args.query) from error
    except OSError as error:
        raise QueryError("{query}: {reason}: give a file with a query, or -", query=args.query, reason=error.strerror) from error
    with time_limit(args.timeout):
        answer(args, text)
    return 0
