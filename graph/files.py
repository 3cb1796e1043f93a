"""Where the project's own words and facts stand on disk, and how its text files are read."""

import os
import stat
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.errors import AccessError, Message, SchemaError

_HERE = Path(__file__).resolve().parent


def no_access(path: str | Path, error: OSError) -> AccessError:
    """The line for a path that the system does not let us read."""
    return AccessError(
        "{path}: cannot be read ({reason}): check its rights, or copy it elsewhere", path=path, reason=error.strerror or error
    )


def _mode(path: Path) -> int:
    """What stands at the path (`st_mode`), 0 when nothing does. Raises AccessError when that cannot be told."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: no file has such a name
        return 0
    except OSError as error:
        raise no_access(path, error) from error


def is_there(path: Path) -> bool:
    """Whether a file or folder stands there. Raises AccessError when that cannot be told."""
    return _mode(path) != 0


def is_folder(path: Path) -> bool:
    """Whether a folder stands there. Raises AccessError when that cannot be told."""
    return stat.S_ISDIR(_mode(path))


def is_file(path: Path) -> bool:
    """Whether a file stands there. Raises AccessError when that cannot be told."""
    return stat.S_ISREG(_mode(path))


def inside(path: Path) -> list[Path]:
    """What a folder holds, sorted. Raises AccessError."""
    try:
        return sorted(path.iterdir())
    except OSError as error:
        raise no_access(path, error) from error


def files_below(path: Path) -> tuple[list[Path], list[AccessError]]:
    """The files in a folder and its subfolders, sorted, and an error for each folder that may not be read."""
    refused: list[AccessError] = []
    walk = os.walk(path, onerror=lambda error: refused.append(no_access(error.filename or path, error)))
    return sorted(Path(above, name) for above, _, names in walk for name in names), refused


def csv_text(path: Path) -> str:
    """The text of a CSV file that people may have edited: UTF-8, or GB18030, as Excel in China saves it; line ends as they are.

    Raises AccessError, and ValueError when it is neither.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise no_access(path, error) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError:
            raise ValueError(Message("neither UTF-8 (byte {byte}) nor GB18030", byte=wrong.start)) from wrong


@cache
def folder(name: str) -> Path:
    """The folder `schema` or `data`: beside the package in a checkout, inside it (`_schema`, `_data`) when installed.

    Raises SchemaError when the installation lacks it.
    """
    for candidate in (_HERE.parent / name, _HERE / f"_{name}"):
        if candidate.is_dir() and (name != "data" or (candidate / "words").is_dir()):
            return candidate
    raise SchemaError("folder {name}/ is missing from the installation: reinstall the package", name=name)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file; raises SchemaError with file and line when it cannot be parsed."""
    try:
        with path.open(encoding="utf-8") as file:
            return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (a safe loader in C)
    except (OSError, yaml.YAMLError) as error:
        raise SchemaError("{path}: {error}", path=path, error=" ".join(str(error).split())) from error


def read_lines(path: Path) -> list[str]:
    """The lines of a word list without comments (`#` to the end of the line) and blank lines, in file order."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SchemaError("{path}: {error}", path=path, error=error.strerror or error) from error
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


def read_rows(path: Path) -> list[list[str]]:
    """The rows of a word list in columns (TSV without a header), comments and blank lines as in `read_lines`."""
    return [line.split("\t") for line in read_lines(path)]
