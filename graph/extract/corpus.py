"""Many pages: which files are meant, and extraction over all of them, on one core or on several."""

import glob
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from graph.errors import AccessError, GraphError, PageError
from graph.extract.pages import read
from graph.extract.pipeline import extract
from graph.files import files_below, is_folder, is_there
from graph.records import PageFacts

# What counts as a page inside a folder; a file that is named outright is read whatever its ending.
SUFFIXES = {".txt", ".md", ".markdown", ".html", ".htm", ".pdf"}

# Files that stand beside pages and are none.
_NOT_PAGES = {"readme.md", "sources.md", "license.md", "readme.txt"}

# Pages handed to a worker process at once: large enough to hide the hand-over, small enough for an even end.
_CHUNK = 8


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read: what is wrong and the mend in one line; `details` is a traceback for an error of ours."""

    message: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A page file: its path and the name by which the tables call it (no white space, unique in a build)."""

    path: Path
    name: str


def _inside(argument: str) -> tuple[list[Path], list[AccessError]]:
    """The pages of a folder, and its subfolders that may not be read."""
    below, refused = files_below(Path(argument))
    found = [path for path in below if path.suffix.lower() in SUFFIXES and path.name.lower() not in _NOT_PAGES]
    if not found and not refused:
        raise PageError(f"{argument}: no pages in this folder: give one with {', '.join(sorted(SUFFIXES))} files")
    return found, refused


def _files(argument: str) -> tuple[list[Path], list[AccessError]]:
    """The files that an argument means, and the folders that may not be read. Raises PageError and AccessError."""
    path = Path(argument)
    if is_folder(path):
        return _inside(argument)
    if is_there(path) or not glob.has_magic(argument):
        return [path], []
    found = sorted(Path(name) for name in glob.glob(argument, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute pattern)
    if not found:
        raise PageError(f"{argument}: no file matches: check the pattern, and the rights of the folder")
    return [file for file in found if not is_folder(file)], []


def find_sources(arguments: Iterable[str]) -> tuple[list[Source], list[Failure]]:
    """The page files behind files, folders and globs, sorted by name, and what could not be used.

    Two files of one name would share their facts, so the second is left out and reported.
    """
    sources: dict[str, Source] = {}
    failures: list[Failure] = []
    for argument in arguments:
        try:
            paths, refused = _files(argument)
        except GraphError as error:
            failures.append(Failure(str(error)))
            continue
        failures += [Failure(str(error)) for error in refused]
        for path in paths:
            name = "_".join(path.name.split())
            known = sources.setdefault(name, Source(path, name))
            if known.path.resolve() != path.resolve():
                failures.append(Failure(f"{path}: {known.path} has the same name: rename one of them"))
    return sorted(sources.values(), key=lambda source: source.name), failures


def _one(source: Source, *, date: str | None) -> PageFacts | Failure:
    try:
        return extract(read(source.path, name=source.name, date=date))
    except GraphError as error:
        return Failure(str(error))
    except Exception as error:  # noqa: BLE001 (a page that trips our rules must not cost the other pages; it is reported)
        return Failure(f"{source.path}: left out, our error: {error!r}: please report it with this page", traceback.format_exc())


def extract_all(
    sources: Sequence[Source], *, date: str | None = None, jobs: int = 1, progress: Callable[[int], None] = lambda done: None
) -> Iterator[PageFacts | Failure]:
    """The facts of each page, or why there are none, in the order of `sources`; `progress` hears how many pages are done.

    With `jobs` > 1 the pages are read by that many processes; the order and the results stay the same.
    """
    work = partial(_one, date=date)
    if jobs <= 1 or len(sources) < 2 * _CHUNK:
        for done, source in enumerate(sources, start=1):
            yield work(source)
            progress(done)
        return
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        for done, result in enumerate(pool.map(work, sources, chunksize=_CHUNK), start=1):
            yield result
            progress(done)
