"""A small network page of a part of a build, to send around.

examples:
  gonghui view out --focus 沛县总工会 --steps 2 -o part.html      a body and what is within two steps of it
  gonghui view out --theme 集体协商与集体合同 -o bargaining.html   all initiatives of a theme and who runs them
  gonghui view out --region 江苏省 --theme legal-aid -o js.html    of a region and its subregions
"""

import argparse
from pathlib import Path

import networkx as nx

from graph import layout, network, similar
from graph.divisions import ancestors, division_names
from graph.errors import OutputError, QueryError
from graph.lookup import candidates, find_region
from graph.messages import say, tell
from graph.model import load
from graph.tables import Tables, read_build
from viz import part
from viz.page import Settings, write_network

_LISTED = 6  # candidates of an ambiguous name in a message


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """OUT, --focus, --steps, --theme, --region, --title, --output."""
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("the folder of a build"))
    parser.add_argument("--focus", metavar="NAME", help=tell("a name, another name or an id"))
    parser.add_argument("--steps", type=int, default=2, choices=(1, 2, 3), help=tell("how far from the focus (default 2)"))
    parser.add_argument("--theme", action="append", default=[], help=tell("a theme by id or name; may be repeated"))
    parser.add_argument("--region", help=tell("a region by name or code, with its subregions"))
    parser.add_argument("--title", help=tell("title of the page (default: what was asked for)"))
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help=tell("the HTML file to write"))


def _region_names(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Adcode -> name of all regions, the graph's own ones (towns, places of no list) among them."""
    own = {data["adcode"]: data["name"] for _, data in graph.nodes(data=True) if data["type"] == "Region" and data["adcode"]}
    return division_names() | own


def find_node(graph: nx.MultiDiGraph, name: str) -> str:
    """The id of the one entity with this id, name or alias; raises QueryError with near names when there is none or more than one."""
    if name in graph:
        return name
    exact = [node for node, data in graph.nodes(data=True) if data["name"] == name]
    found: list[str] = exact or [node for node, data in graph.nodes(data=True) if name in data["aliases"]]
    # 甲市总工会 of 乙省甲市总工会: what a name ends with; the middle of a name may be anything
    found = found or [node for node, data in graph.nodes(data=True) if len(name) > 1 and data["name"].endswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        regions = _region_names(graph)  # tells apart what bears one name in many places
        described = ((node, graph.nodes[node]["name"], regions.get(graph.nodes[node]["region"])) for node in sorted(found)[:_LISTED])
        listed = ", ".join(f"{node} ({' '.join(filter(None, about))})" for node, *about in described)
        raise QueryError(
            "--focus {name}: {count} entities bear this name: give one of the ids {listed}", name=name, count=len(found), listed=listed
        )
    raise QueryError(
        "--focus {name}: no entity of this name: {hint}",
        name=name,
        hint=candidates(name, (data["name"] for _, data in graph.nodes(data=True))),
    )


def _theme(name: str) -> str:
    themes = load().themes
    for theme in themes.values():
        if name in {theme.id, theme.zh, theme.en}:
            return theme.id
    raise QueryError(
        "--theme {name}: no such theme: give one of {themes}", name=name, themes=", ".join(f"{t.id} ({t.zh})" for t in themes.values())
    )


def _region(graph: nx.MultiDiGraph, name: str) -> str:
    codes = {data["region"] for _, data in graph.nodes(data=True) if data["region"]}
    above = {upper for code in codes for upper in ancestors(code)}
    return find_region({code: division for code, division in _region_names(graph).items() if code in codes | above}, name)


def select(graph: nx.MultiDiGraph, args: argparse.Namespace) -> set[str]:
    """The ids of the nodes that the arguments ask for; raises QueryError when nothing is left."""
    if not (args.focus or args.theme or args.region):
        raise QueryError("nothing to choose by: give --focus, --theme or --region")
    nodes = part.surroundings(graph, [find_node(graph, args.focus)], args.steps) if args.focus else set(graph)
    if args.region:
        nodes = part.within(graph, nodes, _region(graph, args.region))
    if args.theme:
        nodes = part.with_theme(graph, nodes, [_theme(name) for name in args.theme])
    if not nodes:
        raise QueryError("nothing in this build matches all of --focus, --theme and --region: leave one out")
    return nodes


def _title(args: argparse.Namespace) -> str:
    themes = [load().themes[_theme(name)].zh for name in args.theme]
    return str(args.title or " · ".join(["工会图谱", *filter(None, [args.focus, args.region]), *themes]))


def run(args: argparse.Namespace) -> int:
    """Writes the page; returns 0."""
    tables: Tables = read_build(args.out)
    whole = network.make_graph(tables)
    nodes = select(whole, args)
    alike = similar.similar(tables)
    chosen = part.cut(tables | {"similar": alike}, nodes) | {"elsewhere": part.elsewhere(whole, alike, nodes)}
    graph = network.make_graph(chosen)
    try:
        write_network(chosen, graph, layout.positions(graph), args.output, Settings(title=_title(args)))
    except OSError as error:
        raise OutputError(
            "{output}: cannot be written ({reason}): choose another file with -o", output=args.output, reason=error.strerror
        ) from error
    template = "{output}: {nodes} nodes, {edges} relations"
    say(template, output=args.output, nodes=graph.number_of_nodes(), edges=graph.number_of_edges())
    return 0
