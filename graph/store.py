"""The embedded store: the data set as an Oxigraph store on disk, with a search index of its names and quotes beside it.

The default graph holds everything once (so plain queries count right and run fast), each page's graph what the page says.
"""

from pathlib import Path

from pyoxigraph import DefaultGraph, RdfFormat, Store

from graph.errors import QueryError
from graph.files import folder as files_folder
from graph.search import build_index
from graph.sparql import answer_rows
from graph.vocabulary import BASE

QUADS = "quads"


def build(folder: Path, store_folder: Path) -> int:
    """Builds a store in `store_folder` (made, or empty) from graph.ttl and graph.nq in `folder`; gives the number of quads.

    The ontology goes into the default graph, too, so that terms have labels. The folder may be moved afterwards.
    """
    store_folder.mkdir(parents=True, exist_ok=True)
    store = Store(str(store_folder / QUADS))
    store.bulk_load(path=str(folder / "graph.ttl"), format=RdfFormat.TURTLE, to_graph=DefaultGraph())
    store.bulk_load(path=str(folder / "graph.nq"), format=RdfFormat.N_QUADS)
    store.bulk_load(path=str(files_folder("schema") / "ontology.ttl"), format=RdfFormat.TURTLE, to_graph=DefaultGraph())
    store.flush()
    store.optimize()
    build_index(store, store_folder, folder / "tables" / "pages.csv")
    return len(store)


def find_store(path: Path) -> Path:
    """The store in an output folder (or the store folder itself). Raises QueryError when there is none."""
    for candidate in (path / "store", path):
        if (candidate / QUADS / "CURRENT").is_file():
            return candidate
    raise QueryError(f"{path}: no store here: build one with `python build_graph.py PAGES --out {path}`")


def open_store(path: Path) -> Store:
    """The store of an output folder, read-only; several processes may hold it open at once. Raises QueryError."""
    found = find_store(path)
    try:
        return Store.read_only(str(found / QUADS))
    except OSError as error:
        raise QueryError(f"{found}: cannot be opened ({str(error)[:120]}): build it again") from error


def base_of(store: Store) -> str:
    """The base that the IRIs of this data set start with."""
    rows = answer_rows(store, "SELECT ?space { ?dataset void:uriSpace ?space }")[1]
    return rows[0][0].removesuffix("id/") if rows else BASE
