"""The cue words of the relation rules, data/words/relation_cues.yaml."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from graph.files import folder, read_yaml

__all__ = ["cues"]


@cache
def cues() -> Mapping[str, Any]:
    """The cue words: name -> list of words."""
    words: Mapping[str, Any] = read_yaml(folder("data") / "words" / "relation_cues.yaml")
    return words
