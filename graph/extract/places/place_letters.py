"""The characters that name a province or a large city alone: 川渝, 京津冀."""

from functools import cache

from graph.files import folder, read_rows

__all__ = ["place_letters"]


@cache
def place_letters() -> frozenset[str]:
    """The characters of data/regions/letters.tsv."""
    return frozenset(letter for letter, _ in read_rows(folder("data") / "regions" / "letters.tsv"))
