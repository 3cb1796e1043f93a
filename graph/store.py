"""Builds the embedded store: the data set as an Oxigraph store on disk, with a search index of its names and quotes beside it.

The default graph holds everything once (so plain queries count right and run fast), each page's graph what the page says.
"""

from pathlib import Path

from pyoxigraph import DefaultGraph, RdfFormat, Store

from graph.files import folder as files_folder
from graph.opened import QUADS
from graph.search_index import build_index


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
    count = len(store)
    del store  # closes it
    for log in (store_folder / QUADS).glob("LOG*"):  # the database's diary: hours and the folder's path, nothing that a store needs
        log.unlink()
    return count
