"""Where the project's own words and facts stand on disk, and how its text files are read."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.errors import SchemaError

_HERE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """The folder `schema` or `data`: beside the package in a checkout, inside it (`_schema`, `_data`) when installed.

    Raises SchemaError when the installation lacks it.
    """
    for candidate in (_HERE.parent / name, _HERE / f"_{name}"):
        if candidate.is_dir() and (name != "data" or (candidate / "words").is_dir()):
            return candidate
    raise SchemaError(f"folder {name}/ is missing from the installation: reinstall the package")


def read_yaml(path: Path) -> Any:
    """The content of a YAML file; raises SchemaError with file and line when it cannot be parsed."""
    try:
        with path.open(encoding="utf-8") as file:
            return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (a safe loader in C)
    except (OSError, yaml.YAMLError) as error:
        raise SchemaError(f"{path}: {' '.join(str(error).split())}") from error


def read_lines(path: Path) -> list[str]:
    """The lines of a word list without comments (`#` to the end of the line) and blank lines, in file order."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SchemaError(f"{path}: {error.strerror}") from error
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return [line for line in lines if line]
