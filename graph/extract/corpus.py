"""Many pages: which files are meant, and extraction over all of them, on one core or on several."""

import filecmp
import glob
import signal
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from pathlib import Path

from graph.errors import GraphError, Message, PageError
from graph.extract.page.pages import read
from graph.extract.pipeline import extract
from graph.files import files_below, is_folder, is_there
from graph.records import PageFacts

# What counts as a page inside a folder; a file that is named outright is read whatever its ending.
SUFFIXES = {".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx"}

# What Word and WPS wrote before .docx, and still can.
_OLD_WORD = {".doc", ".wps", ".rtf"}

# Files that stand beside pages and are none (~$… is what Word leaves beside a file that is open).
_NOT_PAGES = {"readme.md", "sources.md", "license.md", "readme.txt", "thumbs.db", "desktop.ini"}

# Files of one kind that a note names.
_NAMED = 5

# Pages handed to a worker process at once: large enough to hide the hand-over, small enough for an even end.
_CHUNK = 8


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that is not in the build: why, and the mend, in one line; `details` is a traceback for an error of ours.

    `harmless`: the build says no less without it, as of a copy of a page or a picture beside the pages.
    """

    message: str
    details: str = ""
    harmless: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A page file: its path, the name by which the tables call it (no white space, unique in a build) and the path that they show."""

    path: Path
    name: str
    shown: str


def _old_word(argument: str, files: Sequence[Path], *, harmless: bool = True) -> Iterator[Failure]:
    """The files of a folder whose text Word or WPS can give, by name."""
    names = [path.name for path in files if path.suffix.lower() in _OLD_WORD]
    if names:
        listed = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
        yield Failure(
            Message(
                "{argument}: old Word files passed over ({listed}): save them as .docx in Word or WPS", argument=argument, listed=listed
            ),
            harmless=harmless,
        )


def _passed_over(argument: str, files: Sequence[Path]) -> Iterator[Failure]:
    """How many files of a folder are of a kind that is not read, and of which kinds."""
    kinds = Counter(path.suffix.lower() or "without ending" for path in files if path.suffix.lower() not in _OLD_WORD)
    if kinds:
        listed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0])))
        template = "{argument}: {count} files of other kinds passed over ({listed}): pages are {endings} files"
        if kinds.total() == 1:
            template = "{argument}: 1 file of another kind passed over ({listed}): pages are {endings} files"
        values = {"argument": argument, "count": kinds.total(), "listed": listed, "endings": ", ".join(sorted(SUFFIXES))}
        yield Failure(Message(template, **values), harmless=True)


def _inside(argument: str) -> tuple[list[Path], list[Failure]]:
    """The pages of a folder; its subfolders that may not be read, and the files beside pages that are of other kinds."""
    below, refused = files_below(Path(argument))
    seen = [path for path in below if path.name.lower() not in _NOT_PAGES and not path.name.startswith((".", "~$"))]
    found = [path for path in seen if path.suffix.lower() in SUFFIXES]
    others = [path for path in seen if path.suffix.lower() not in SUFFIXES]
    old = list(_old_word(argument, others, harmless=bool(found)))
    if not found and not refused and not old:
        raise PageError(
            "{argument}: no pages in this folder: give one with {endings} files", argument=argument, endings=", ".join(sorted(SUFFIXES))
        )
    return found, [*(Failure(error.message) for error in refused), *old, *_passed_over(argument, others)]


def _files(argument: str) -> tuple[list[Path], list[Failure]]:
    """The files that an argument means, and what of it is not read. Raises PageError and AccessError."""
    path = Path(argument)
    if is_folder(path):
        return _inside(argument)
    if is_there(path) or not glob.has_magic(argument):
        return [path], []
    found = sorted(Path(name) for name in glob.glob(argument, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute pattern)
    if not found:
        raise PageError("{argument}: no file matches: check the pattern, and the rights of the folder", argument=argument)
    return [file for file in found if not is_folder(file)], []


def _shown(path: Path, argument: str) -> str:
    """A file's path below the folder that the argument names: tables are alike wherever that stands, and tell of nobody's home."""
    fixed = Path(*takewhile(lambda part: not glob.has_magic(part), Path(argument).parts))
    return path.relative_to(fixed).as_posix() if path != fixed and path.is_relative_to(fixed) else path.name


def _namesake(path: Path, known: Path) -> Failure:
    try:
        same = filecmp.cmp(path, known, shallow=False)
    except OSError:
        same = False  # whether it is a copy cannot be told
    return _copy(path, known) if same else Failure(Message("{path}: {known} has the same name: rename one of them", path=path, known=known))


def _copy(path: Path, known: Path) -> Failure:
    return Failure(
        Message("{path}: left out, since it is the same as {known} byte for byte: delete one of them", path=path, known=known),
        harmless=True,
    )


def find_sources(arguments: Iterable[str]) -> tuple[list[Source], list[Failure]]:
    """The page files behind files, folders and globs, sorted by name, and what could not be used.

    Two files of one name would share their facts, so the second is left out and reported; when it is the same file again,
    nothing is lost.
    """
    sources: dict[str, Source] = {}
    failures: list[Failure] = []
    for argument in arguments:
        try:
            paths, left = _files(argument)
        except GraphError as error:
            failures.append(Failure(error.message))
            continue
        failures += left
        for path in paths:
            name = "_".join(path.name.split())
            known = sources.setdefault(name, Source(path, name, _shown(path, argument)))
            if known.path.resolve() != path.resolve():
                failures.append(_namesake(path, known.path))
    return sorted(sources.values(), key=lambda source: source.name), failures


def _one(source: Source, *, date: str | None, region: str | None) -> PageFacts | Failure:
    try:
        return extract(read(source.path, name=source.name, shown=source.shown, date=date, region=region))
    except GraphError as error:
        return Failure(error.message)
    except Exception as error:  # noqa: BLE001 (a page that trips our rules must not cost the other pages; it is reported)
        return Failure(
            Message("{path}: left out, our error: {error}: please report it with this page", path=source.path, error=repr(error)),
            traceback.format_exc(),
        )


def extract_all(
    sources: Sequence[Source],
    *,
    date: str | None = None,
    region: str | None = None,
    jobs: int = 1,
    progress: Callable[[int], None] = lambda done: None,
) -> Iterator[PageFacts | Failure]:
    """The facts of each page, or why there are none, in the order of `sources`; `progress` hears how many pages are done.

    `date` and `region` hold for the pages that do not say theirs.

    Of files that are the same byte for byte the first alone is given: a copy would prove each fact twice. With `jobs` > 1 the
    pages are read by that many processes; the order and the results stay the same.
    """
    first: dict[str, str] = {}
    paths = {source.name: source.path for source in sources}
    for result in _all(sources, partial(_one, date=date, region=region), jobs=jobs, progress=progress):
        if isinstance(result, PageFacts):
            known = first.setdefault(result.page.sha256, result.page.name)
            if known != result.page.name:
                yield _copy(paths[result.page.name], paths[known])
                continue
        yield result


def _all(
    sources: Sequence[Source], work: Callable[[Source], PageFacts | Failure], *, jobs: int, progress: Callable[[int], None]
) -> Iterator[PageFacts | Failure]:
    if jobs <= 1 or len(sources) < 2 * _CHUNK:
        for done, source in enumerate(sources, start=1):
            yield work(source)
            progress(done)
        return
    # Ctrl-C reaches the workers, too: they leave it to us, who drop what no worker has begun
    with ProcessPoolExecutor(max_workers=jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)) as pool:
        try:
            for done, result in enumerate(pool.map(work, sources, chunksize=_CHUNK), start=1):
                yield result
                progress(done)
        finally:
            pool.shutdown(cancel_futures=True)
