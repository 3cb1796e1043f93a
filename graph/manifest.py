"""manifest.json: what a build was made of and with."""

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from graph.tables import Tables

_LIBRARIES = ("networkx", "pandas", "pyarrow", "pyoxigraph", "pyshacl", "pyvis", "rdflib")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def write(tables: Tables, counts: Mapping[str, int], target: Path, *, base: str, decisions: Iterable[Path]) -> None:
    """Writes it into the folder `target`: versions, the base of the IRIs, counts, hashes of decisions and pages.

    No clock time: the same input gives the same bytes.
    """
    by_type = tables["entities"].groupby("type").size()
    facts = {
        "tool": {"gonghui-graph": _version("gonghui-graph"), "python": platform.python_version()}
        | {name: _version(name) for name in _LIBRARIES},
        "base": base,
        "counts": {name: len(table) for name, table in tables.items()} | dict(counts),
        "entities": {str(name): int(count) for name, count in by_type.items()},
        "decisions": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in decisions},
        "pages": dict(zip(tables["pages"]["page"], tables["pages"]["sha256"], strict=True)),
    }
    (target / "manifest.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
