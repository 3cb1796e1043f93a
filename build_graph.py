"""Build a knowledge graph from union-press pages: tables, RDF, exports and an offline network page in one folder.

examples:
  python build_graph.py data/pages --out out              the sample corpus
  python build_graph.py D:\\报纸\\2023 --out 图谱           a folder of .txt, .md, .html, .pdf and .docx pages
  python build_graph.py "pages/*.txt" extra.html --out out --date 2023-08-16 --region 广安市岳池县
  python build_graph.py --tables my_tables --out out      from tables that a person or another program wrote
  python build_graph.py page.txt --explain 县总            which rule found 县总, and what it was linked to
"""

import argparse
import datetime
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph import build_report, checks, decisions, export, layout, manifest, messages, network, rdf, regions_profile, shapes, similar, store
from graph.answering import show
from graph.errors import GraphError, Message, OutputError
from graph.explain import explain, left_open
from graph.extract import corpus
from graph.files import folder, inside, is_folder, is_there
from graph.lookup import find_division
from graph.messages import tell, told
from graph.placement import placed
from graph.progress import progress_of
from graph.records import PageFacts
from graph.tables import Tables, make_tables, read_tables, write_tables
from viz import matrix, page, parts

FINE, INCOMPLETE, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True, slots=True)
class Options:
    """What one build is asked to do; `say` takes a line for the user, `level` is -1 quiet, 0 normal, 1 verbose."""

    out: Path
    base: str
    decisions: tuple[Path, ...]
    level: int
    title: str

    def say(self, line: str, level: int = 0) -> None:
        """Prints a line on standard error, in the user's language, if the user wants to hear of `level`."""
        if self.level >= level:
            print(told(line), file=sys.stderr, flush=True)


@dataclass(frozen=True, slots=True)
class Read:
    """What came of the pages: their tables, what could not be read, and why the name that is to be explained was left open."""

    tables: Tables
    failures: list[corpus.Failure] = field(default_factory=list)
    left: list[Message] = field(default_factory=list)


def tables_from_pages(
    arguments: Sequence[str], options: Options, *, date: str | None, region: str | None, jobs: int, about: str = ""
) -> Read:
    """The tables of all pages that can be read, what could not be, and where the name `about` was found and left open."""
    sources, failures = corpus.find_sources(arguments)
    results = corpus.extract_all(sources, date=date, region=region, jobs=jobs, progress=progress_of(len(sources), options.say))
    left: list[Message] = []

    def pages() -> Iterator[PageFacts]:
        for result in results:
            if isinstance(result, corpus.Failure):
                failures.append(result)
            else:
                left.extend(left_open(result, about) if about else ())
                yield result

    return Read(make_tables(pages()), failures, left)


def _decide(tables: Tables, chosen: Sequence[decisions.Decision], options: Options) -> Tables:
    tables, idle = decisions.apply_decisions(tables, chosen)
    for decision in idle:
        options.say(Message("decision without effect: {decision}", decision=decision))
    if chosen:
        options.say(Message("{count} of {all} decisions applied", count=len(chosen) - len(idle), all=len(chosen)), 1)
    return placed(tables)


def write_outputs(tables: Tables, target: Path, options: Options) -> list[str]:
    """Everything that a build makes, into the empty folder `target`; returns the lines of SHACL violations and contradictions."""
    problems: list[str] = [*checks.summary(checks.require(tables))]
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
    manifest.write(tables, counts, target, base=options.base, decisions=options.decisions)
    return problems


def _check_out(out: Path) -> None:
    """Raises OutputError when the results cannot be put there without harm to something that is not ours."""
    if is_there(out) and not is_folder(out):
        raise OutputError("{out}: is a file: give another folder with --out", out=out)
    if is_folder(out) and inside(out) and not is_there(out / "manifest.json"):
        raise OutputError("{out}: holds files that no build made: give an empty or a new folder with --out", out=out)


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
        raise OutputError(
            "{out}: cannot be written ({reason}): free space, close its files or choose another --out", out=options.out, reason=reason
        ) from error
    return problems


def _folder(given: str) -> Path:
    if not given.strip():
        raise OutputError('"": names no folder: give its name, or leave the option out')
    return Path(given)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of a build."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help=tell("pages: files, folders, globs (.txt, .md, .html, .docx, .pdf)"))
    parser.add_argument("--out", type=_folder, default=Path("out"), help=tell("folder for the results, replaced as a whole (default: out)"))
    parser.add_argument("--tables", type=_folder, metavar="DIR", help=tell("start from the tables in DIR instead of pages"))
    parser.add_argument("--date", help=tell("date of pages that do not say it: 2023, 2023-08 or 2023-08-16"))
    parser.add_argument(
        "--region", help=tell("region of pages that do not say it: name, whole path or code, such as 广安市岳池县 or 511621")
    )
    base = "https://w3id.org/gonghui/"
    parser.add_argument("--base", default=base, help=tell("base of the IRIs in the RDF output (default: %(default)s)"))
    parser.add_argument(
        "--decisions", type=_folder, metavar="DIR", help=tell("folder of decisions (default: data/decisions of the project)")
    )
    parser.add_argument("--title", default="工会图谱", help=tell("title of the network page"))
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help=tell("processes that read pages (default: one a core)"))
    parser.add_argument("--explain", metavar="MENTION", help=tell("write no output; show every fact about this name with its rule"))
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help=tell("only errors"))
    loudness.add_argument("-v", "--verbose", action="store_true", help=tell("more about what is done"))


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
        raise OutputError("{decided}: no such folder: give the folder that holds your decisions", decided=decided)
    if args.date is not None and not _is_date(args.date):
        raise OutputError("--date {date!r}: write 2023, 2023-08 or 2023-08-16", date=args.date)
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`]+[/#]", args.base):
        raise OutputError("--base {base}: give an absolute IRI that ends in / or #", base=args.base)
    if args.explain is not None and not args.explain.strip():
        raise OutputError('--explain "": give the name that is to be explained')
    if args.jobs < 1:
        raise OutputError("--jobs {jobs}: give 1 or more", jobs=args.jobs)
    level = -1 if args.quiet else int(args.verbose)
    chosen = tuple(path for path in inside(decided) if path.suffix == ".csv")
    return Options(args.out, args.base, chosen, level, args.title)


def _report(tables: Tables, options: Options, began: float) -> None:
    if tables["entities"].empty:
        options.say("found nothing: are these pages of Chinese union press?", -1)
    options.say(build_report.found(tables, time.monotonic() - began))
    for line in (*build_report.gaps(tables), *build_report.long_texts(tables)):
        options.say(line)
    if max(map(len, tables.values())) > shapes.MOST:
        template = "SHACL looked at up to {most} things of each class and relations of each kind, the other checks at all"
        options.say(Message(template, most=shapes.MOST), 1)
    for line in build_report.to_open(options.out):
        options.say(line)


def _tell(failures: Sequence[corpus.Failure], options: Options) -> list[corpus.Failure]:
    """Says what is not in the build; returns what is missing in it."""
    for failure in failures:
        template = "note: {message}" if failure.harmless else "error: {message}"
        options.say(Message(template, message=failure.message), 0 if failure.harmless else -1)
        if failure.details:
            options.say(failure.details, 1)
    return [failure for failure in failures if not failure.harmless]


def _read(args: argparse.Namespace, options: Options) -> Read:
    """The tables that a build starts from. Raises OutputError when it is not clear which."""
    if args.tables and args.paths:
        raise OutputError("pages and --tables are both given: a build starts from one of them")
    if args.tables:
        return Read(read_tables(args.tables))
    if not args.paths:
        raise OutputError("no pages given: name files or folders, or --tables DIR (see --help)")
    region = find_division(args.region) if args.region is not None else None
    if not args.explain:
        _check_out(args.out)
    return tables_from_pages(args.paths, options, date=args.date, region=region, jobs=args.jobs, about=args.explain or "")


def _explain(tables: Tables, name: str, left: Sequence[Message]) -> int:
    """Shows the facts about a name; returns the exit code."""
    lines = [*explain(tables, name), *left]
    show(told(line).encode("utf-8") + b"\n" for line in lines or [Message("{name}: not found", name=name)])
    return FINE if lines else INCOMPLETE


def run(args: argparse.Namespace) -> int:
    """One build; returns the exit code: 0 fine, 1 something could not be read or contradicts itself, 2 nothing could be read."""
    began = time.monotonic()
    options = _options(args)
    chosen = decisions.read_decisions(options.decisions)  # a mistake in them is said before the long work
    read = _read(args, options)
    failures = _tell(read.failures, options)
    if failures and read.tables["pages"].empty:
        return BAD_INPUT
    tables = _decide(read.tables, chosen, options)
    if args.explain:
        return _explain(tables, args.explain, read.left)
    problems = write_folder(tables, options)
    for problem in problems:
        options.say(Message("contradiction: {problem}", problem=problem), -1)
    _report(tables, options, began)
    return INCOMPLETE if failures or problems else FINE


def main(argv: Sequence[str] | None = None) -> int:
    """Command line: `python build_graph.py PATH... --out DIR`."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    messages.speak(messages.language_of(arguments, os.environ))
    description = messages.about(sys.modules[__name__])
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser)
    messages.add_language(parser)
    try:
        return run(parser.parse_args(arguments))
    except GraphError as error:
        print(tell("error: {message}", message=error.message), file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
