"""How far a mention, relation or figure can be trusted: the share of right ones that its cue had on hand-annotated pages."""

from collections.abc import Mapping
from functools import cache

from graph.files import folder, read_rows

_ENOUGH = 5


@cache
def _counts(table: str) -> Mapping[str, tuple[int, int]]:
    """Cue -> (right, seen), for each row of data/confidence/<table>.tsv and each of its levels (runs.subject, runs)."""
    counts: dict[str, tuple[int, int]] = {}
    for cue, right, seen in read_rows(folder("data") / "confidence" / f"{table}.tsv"):
        parts = cue.split(".")
        for depth in range(1, len(parts) + 1):
            level = ".".join(parts[:depth])
            old = counts.get(level, (0, 0))
            counts[level] = (old[0] + int(right), old[1] + int(seen))
    return counts


def cue_of(rule: str, sentences: int) -> str:
    """The cue that the table counts: the rule, and whether one sentence of the article says so or several."""
    return f"{rule}.{'again' if sentences > 1 else 'once'}"


def confidence(cue: str, *, table: str = "relations") -> float | None:
    """The expected share of right rows, by the rule of succession (right + 1) / (seen + 2).

    It is that of the most exact level of the cue that was seen at least five times; None when no level was.
    """
    while cue:
        right, seen = _counts(table).get(cue, (0, 0))
        if seen >= _ENOUGH:
            return round((right + 1) / (seen + 2), 3)
        cue = cue.rpartition(".")[0]
    return None
