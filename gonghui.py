"""The console command `gonghui`: one subcommand a task, each defined beside the code that does it."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version

from graph import messages
from graph.errors import GraphError
from graph.messages import tell

# name: (module with add_arguments(parser) and run(args) -> exit code, what it does). Imported when asked for, so that a
# quick question does not load the libraries of a build.
COMMANDS = {
    "build": ("build_graph", "pages to tables, RDF, exports and an offline network page"),
    "similar": ("graph.similar_command", "initiatives like this one elsewhere, with reasons and quotes"),
    "regions": ("graph.regions_command", "profile of a region: themes, initiatives, figures, peers"),
    "compare": ("graph.compare_command", "regions side by side"),
    "ask": ("graph.ask", "answers to ready questions, no SPARQL needed"),
    "query": ("graph.query", "runs a SPARQL query"),
    "view": ("viz.view_command", "a small network page of a part, to send around"),
    "workbook": ("graph.workbook_command", "one Excel workbook of a build, with Chinese heads"),
    "load": ("graph.load", "loads the graph into another SPARQL store"),
    "serve": ("viz.serve", "SPARQL endpoint, entity pages and views on this computer"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a subcommand; returns its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    messages.speak(messages.language_of(arguments, os.environ))
    parser = argparse.ArgumentParser(prog="gonghui", description=tell("工会图谱: a knowledge graph of China's trade-union press."))
    parser.add_argument("--version", action="store_true", help=tell("show the version and exit"))
    messages.add_language(parser)
    taken = 2 if arguments[:1] == ["--lang"] else int(arguments[:1] in [[f"--lang={language}"] for language in messages.LANGUAGES])
    if taken:  # before the command it is the same as behind it
        arguments = [*arguments[taken : taken + 1], *arguments[:taken], *arguments[taken + 1 :]]
    if arguments == ["--version"]:
        print(f"gonghui {version('gonghui-graph')}")
        return 0
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (module, summary) in COMMANDS.items():
        chosen = arguments[:1] == [name]
        loaded = import_module(module) if chosen else None
        sub = commands.add_parser(
            name, help=tell(summary), description=(messages.about(loaded) if loaded else None),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )  # fmt: skip
        if loaded:
            loaded.add_arguments(sub)
            if name != "ask":  # whose --lang also words the answer
                messages.add_language(sub)
            sub.set_defaults(run=loaded.run)
    try:
        args = parser.parse_args(arguments)
        return int(args.run(args))
    except GraphError as error:
        print(tell("error: {message}", message=error.message), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # the reader of our output (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
