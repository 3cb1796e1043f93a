"""Words of the press: what papers are called, how people sign, what editors write (data/words/press_words.yaml)."""

from functools import cache

from graph.files import folder, read_yaml


@cache
def press_words(name: str) -> tuple[str, ...]:
    """A list of data/words/press_words.yaml."""
    lists: dict[str, list[str]] = read_yaml(folder("data") / "words" / "press_words.yaml")
    return tuple(lists[name])
