"""The word lists and schema files in YAML: readable, and alike, with both parsers of PyYAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(path for folder in ("data", "schema") for path in (ROOT / folder).rglob("*.yaml"))


def load(path: Path, loader: Any) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)


def test_there_are_files_to_read() -> None:
    assert {"body_short.yaml", "theme_cues.yaml", "classes.yaml"} <= {path.name for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_parser_in_python_reads_every_file(path: Path) -> None:
    """PyYAML without its C extension is stricter with flow lists: `分(?!管)` has to be quoted there."""
    assert load(path, yaml.SafeLoader)


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML without its C extension")
@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_both_parsers_read_the_same(path: Path) -> None:
    assert load(path, yaml.SafeLoader) == load(path, yaml.CSafeLoader)
