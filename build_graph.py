"""Build a knowledge graph from union-press pages: tables, RDF, exports and an offline network page in one folder.

examples:
  python build_graph.py data/pages --out out              the sample corpus
  python build_graph.py D:\\报纸\\2023 --out 图谱           a folder of .txt, .md, .html, .pdf and .docx pages
  python build_graph.py "pages/*.txt" extra.html --out out --date 2023-08-16
  python build_graph.py --tables my_tables --out out      from tables that a person or another program wrote
  python build_graph.py page.txt --explain 县总            which rule found 县总, and what it was linked to
"""

import argparse
import datetime
import hashlib
import json
import os
import platform
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from graph import checks, decisions, export, layout, network, rdf, regions_profile, shapes, similar, store
from graph.answering import show
from graph.errors import GraphError, OutputError
from graph.extract import corpus
from graph.files import folder, inside, is_folder, is_there
from graph.placement import placed
from graph.progress import progress_of
from graph.records import PageFacts
from graph.show import EXCEL_CELL
from graph.tables import Tables, make_tables, read_tables, write_tables
from viz import matrix, page, parts

FINE, INCOMPLETE, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130

_LIBRARIES = ("networkx", "pandas", "pyarrow", "pyoxigraph", "pyshacl", "pyvis", "rdflib")


@dataclass(frozen=True, slots=True)
class Options:
    """What one build is asked to do; `say` takes a line for the user, `level` is -1 quiet, 0 normal, 1 verbose."""

    out: Path
    base: str
    decisions: tuple[Path, ...]
    level: int
    title: str

    def say(self, line: str, level: int = 0) -> None:
        """Prints a line on standard error if the user wants to hear of `level`."""
        if self.level >= level:
            print(line, file=sys.stderr, flush=True)


def _successes(results: Iterable[PageFacts | corpus.Failure], failures: list[corpus.Failure]) -> Iterator[PageFacts]:
    for result in results:
        if isinstance(result, corpus.Failure):
            failures.append(result)
        else:
            yield result


def tables_from_pages(arguments: Sequence[str], options: Options, *, date: str | None, jobs: int) -> tuple[Tables, list[corpus.Failure]]:
    """The tables of all pages that can be read, and what could not be."""
    sources, failures = corpus.find_sources(arguments)
    results = corpus.extract_all(sources, date=date, jobs=jobs, progress=progress_of(len(sources), options.say))
    tables = make_tables(_successes(results, failures))
    return tables, failures


def _decide(tables: Tables, chosen: Sequence[decisions.Decision], options: Options) -> Tables:
    tables, idle = decisions.apply_decisions(tables, chosen)
    for decision in idle:
        options.say(f"decision without effect: {decision}")
    if chosen:
        options.say(f"{len(chosen) - len(idle)} of {len(chosen)} decisions applied", 1)
    return placed(tables)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def _manifest(tables: Tables, counts: dict[str, int], options: Options) -> dict[str, Any]:
    """What the folder was made of and with. No clock time: the same input gives the same bytes."""
    by_type = tables["entities"].groupby("type").size()
    return {
        "tool": {"gonghui-graph": _version("gonghui-graph"), "python": platform.python_version()}
        | {name: _version(name) for name in _LIBRARIES},
        "base": options.base,
        "counts": {name: len(table) for name, table in tables.items()} | counts,
        "entities": {str(name): int(count) for name, count in by_type.items()},
        "decisions": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in options.decisions},
        "pages": dict(zip(tables["pages"]["page"], tables["pages"]["sha256"], strict=True)),
    }


def write_outputs(tables: Tables, target: Path, options: Options) -> list[str]:
    """Everything that a build makes, into the empty folder `target`; returns the lines of SHACL violations and contradictions."""
    problems = checks.summary(checks.require(tables))
    tables = tables | {"similar": similar.similar(tables), "region_themes": regions_profile.region_themes(tables)}
    (target / "tables").mkdir()
    write_tables(tables, target / "tables")
    graph = network.make_graph(tables)
    positions = layout.positions(graph)
    export.write_all(graph, positions, target)
    extra = {name: tables[name] for name in ("similar", "region_themes")}
    triples = rdf.write_all(tables, target, base=options.base, extra=extra)
    problems += shapes.validate(target)
    store.build(target, target / "store")
    settings = page.Settings(title=options.title, parts=target / "store" / parts.FILE)
    page.write_network(tables, graph, positions, target / "network.html", settings)
    matrix.write_matrix(tables, tables["similar"], tables["region_themes"], target / "matrix.html")
    counts = {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges(), "triples": triples}
    manifest = json.dumps(_manifest(tables, counts, options), ensure_ascii=False, indent=1)
    (target / "manifest.json").write_text(manifest + "\n", encoding="utf-8")
    return problems


def _check_out(out: Path) -> None:
    """Raises OutputError when the results cannot be put there without harm to something that is not ours."""
    if is_there(out) and not is_folder(out):
        raise OutputError(f"{out}: is a file: give another folder with --out")
    if is_folder(out) and inside(out) and not is_there(out / "manifest.json"):
        raise OutputError(f"{out}: holds files that no build made: give an empty or a new folder with --out")


def _swap(new: Path, out: Path) -> None:
    old = new.with_name(new.name + ".old")
    if out.exists():
        out.rename(old)
    try:
        new.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def write_folder(tables: Tables, options: Options) -> list[str]:
    """Builds beside the output folder and swaps it in whole: a run that is killed or fails leaves the previous build as it was."""
    _check_out(options.out)
    try:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{options.out.name}-", dir=options.out.parent))
        try:
            new.chmod(0o755)
            problems = write_outputs(tables, new, options)
            _swap(new, options.out)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{options.out}: cannot be written ({reason}): free space, close its files or choose another --out") from error
    return problems


def explain(tables: Tables, text: str) -> list[str]:
    """Where `text` is a mention, which rule found and linked it, and the relations and figures with their rules."""
    names = tables["entities"].set_index("id")["name"]
    mentions, relations, figures = tables["mentions"], tables["relations"], tables["statistics"]
    ids = set(tables["entities"][tables["entities"]["name"] == text]["id"]) | set(mentions[mentions["text"] == text]["entity"])
    facts = [
        (row, f"{row.text} [{row.type}] is {names[row.entity]} ({row.entity}); link {row.link}")
        for row in mentions[mentions["entity"].isin(ids)].itertuples()
    ]
    facts += [
        (row, f"{names[row.head]} -{row.relation}-> {names[row.tail]}: {row.text}")
        for row in relations[relations["head"].isin(ids) | relations["tail"].isin(ids)].itertuples()
    ]
    facts += [(row, f"{names[row.subject]}: {row.measure} {row.text}") for row in figures[figures["subject"].isin(ids)].itertuples()]
    return [f"{row.page}:{row.start}-{row.end} rule {row.rule}; {what}" for row, what in facts]


def _folder(given: str) -> Path:
    if not given.strip():
        raise OutputError('"": names no folder: give its name, or leave the option out')
    return Path(given)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of a build."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="pages: files, folders, globs (.txt, .md, .html, .pdf, .docx)")
    parser.add_argument("--out", type=_folder, default=Path("out"), help="folder for the results, replaced as a whole (default: out)")
    parser.add_argument("--tables", type=_folder, metavar="DIR", help="start from the tables in DIR instead of pages")
    parser.add_argument("--date", help="date of pages that do not say it: 2023, 2023-08 or 2023-08-16")
    parser.add_argument("--base", default="https://w3id.org/gonghui/", help="base of the IRIs in the RDF output (default: %(default)s)")
    parser.add_argument("--decisions", type=_folder, metavar="DIR", help="folder of decisions (default: data/decisions of the project)")
    parser.add_argument("--title", default="工会图谱", help="title of the network page")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes that read pages (default: one a core)")
    parser.add_argument("--explain", metavar="MENTION", help="write no output; show every fact about this name with its rule")
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="only errors")
    loudness.add_argument("-v", "--verbose", action="store_true", help="more about what is done")


def _is_date(text: str) -> bool:
    """Whether the text is a year, a month or a day that exists."""
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        return False
    try:
        datetime.date.fromisoformat(text + "2000-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def _options(args: argparse.Namespace) -> Options:
    decided = args.decisions or folder("data") / "decisions"
    if args.decisions and not is_folder(decided):
        raise OutputError(f"{decided}: no such folder: give the folder that holds your decisions")
    if args.date is not None and not _is_date(args.date):
        raise OutputError(f"--date {args.date!r}: write 2023, 2023-08 or 2023-08-16")
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`]+[/#]", args.base):
        raise OutputError(f"--base {args.base}: give an absolute IRI that ends in / or #")
    if args.explain is not None and not args.explain.strip():
        raise OutputError('--explain "": give the name that is to be explained')
    if args.jobs < 1:
        raise OutputError(f"--jobs {args.jobs}: give 1 or more")
    level = -1 if args.quiet else int(args.verbose)
    chosen = tuple(path for path in inside(decided) if path.suffix == ".csv")
    return Options(args.out, args.base, chosen, level, args.title)


def _report(tables: Tables, options: Options, began: float) -> None:
    entities, mentions, proofs, figures = (len(tables[name]) for name in ("entities", "mentions", "relations", "statistics"))
    relations = len(tables["relations"].drop_duplicates(["head", "relation", "tail"]))
    if not entities:
        options.say("found nothing: are these pages of Chinese union press?", -1)
    pages = len(tables["pages"])
    options.say(
        f"{pages} page{'s' * (pages != 1)}: {entities} entities in {mentions} mentions, {relations} relations in {proofs} proofs, "
        f"{figures} figures in {time.monotonic() - began:.1f} s"
    )
    long = int((tables["pages"]["text"].str.len() > EXCEL_CELL).sum())
    if long:
        options.say(f"tables/pages.csv: {long} texts too long for a cell of Excel ({EXCEL_CELL} characters): whole in the file only")
    if max(map(len, tables.values())) > shapes.MOST:
        options.say(f"SHACL looked at up to {shapes.MOST} things of each class and relations of each kind, the other checks at all", 1)
    options.say(f"open {options.out / 'network.html'} (network) and {options.out / 'matrix.html'} (regions and themes) in a browser;")
    options.say(f"tables for Excel in {options.out / 'tables'}, RDF in {options.out / 'graph.ttl'} and graph.nq")


def _tell(failures: Sequence[corpus.Failure], options: Options) -> list[corpus.Failure]:
    """Says what is not in the build; returns what is missing in it."""
    for failure in failures:
        options.say(f"{'note' if failure.harmless else 'error'}: {failure.message}", 0 if failure.harmless else -1)
        if failure.details:
            options.say(failure.details, 1)
    return [failure for failure in failures if not failure.harmless]


def run(args: argparse.Namespace) -> int:
    """One build; returns the exit code: 0 fine, 1 something could not be read or contradicts itself, 2 nothing could be read."""
    began = time.monotonic()
    options = _options(args)
    failures: list[corpus.Failure] = []
    chosen = decisions.read_decisions(options.decisions)  # a mistake in them is said before the long work
    if args.tables and args.paths:
        raise OutputError("pages and --tables are both given: a build starts from one of them")
    if args.tables:
        tables = read_tables(args.tables)
    elif args.paths:
        if not args.explain:
            _check_out(args.out)
        tables, failures = tables_from_pages(args.paths, options, date=args.date, jobs=args.jobs)
    else:
        raise OutputError("no pages given: name files or folders, or --tables DIR (see --help)")
    failures = _tell(failures, options)
    if failures and tables["pages"].empty:
        return BAD_INPUT
    tables = _decide(tables, chosen, options)
    if args.explain:
        lines = explain(tables, args.explain)
        show([("\n".join(lines) or f"{args.explain}: not found").encode("utf-8") + b"\n"])
        return FINE if lines else INCOMPLETE
    problems = write_folder(tables, options)
    for problem in problems:
        options.say(f"contradiction: {problem}", -1)
    _report(tables, options, began)
    return INCOMPLETE if failures or problems else FINE


def main(argv: Sequence[str] | None = None) -> int:
    """Command line: `python build_graph.py PATH... --out DIR`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser)
    try:
        return run(parser.parse_args(argv))
    except GraphError as error:
        print(f"error: {error}", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
