"""The embedded store of a build: an Oxigraph store on disk, opened read-only. graph.store builds it."""

from pathlib import Path

from pyoxigraph import Store

from graph.errors import QueryError
from graph.files import is_file, is_folder
from graph.sparql import answer_rows
from graph.vocabulary import BASE

QUADS = "quads"


def find_store(path: Path) -> Path:
    """The store in an output folder (or the store folder itself). Raises QueryError when there is none, AccessError."""
    for candidate in (path / "store", path):
        if is_file(candidate / QUADS / "CURRENT"):
            return candidate
    if not is_folder(path):
        raise QueryError("{path}: no such folder: give the output folder of a build", path=path)
    raise QueryError("{path}: no store here: build one with `gonghui build PAGES --out {path}`", path=path)


def open_store(path: Path) -> Store:
    """The store of an output folder, read-only; several processes may hold it open at once. Raises QueryError."""
    found = find_store(path)
    try:
        return Store.read_only(str(found / QUADS))
    except (OSError, RuntimeError) as error:  # RuntimeError: what Oxigraph raises for a damaged store
        raise QueryError("{found}: cannot be opened ({said}): build it again", found=found, said=str(error)[:120]) from error


def base_of(store: Store) -> str:
    """The base that the IRIs of this data set start with."""
    rows = answer_rows(store, "SELECT ?space { ?dataset void:uriSpace ?space }")[1]
    return rows[0][0].removesuffix("id/") if rows else BASE
