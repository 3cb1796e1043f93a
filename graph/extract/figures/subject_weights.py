"""What the cues of graph.extract.figures.subject_cues weigh for each type of entity."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from graph.errors import SchemaError
from graph.files import folder, read_yaml

__all__ = ["COLUMNS", "SubjectWeights", "subject_weights"]

#: The column of the table for each type of entity; other types own no figures.
COLUMNS = {
    "Union": "union", "Company": "body", "Organization": "body", "Region": "region", "Initiative": "initiative", "Document": "other",
    "Person": "other",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SubjectWeights:
    """Column -> cue -> weight, zero where a cue says nothing about a type."""

    columns: Mapping[str, Mapping[str, float]]

    def score(self, type_: str, cues: Iterable[str]) -> float:
        """The sum of the weights of the cues of an entity of a type; raises KeyError when a cue has no row."""
        return sum(map(self.columns[COLUMNS[type_]].__getitem__, cues))


@cache
def subject_weights() -> SubjectWeights:
    """schema/subject_weights.yaml; raises SchemaError when it has an unknown column."""
    path = folder("schema") / "subject_weights.yaml"
    rows = read_yaml(path)["cues"]
    columns = dict.fromkeys(COLUMNS.values())
    unknown = {column for row in rows.values() for column in row} - set(columns)
    if unknown:
        raise SchemaError(
            "{path}: {unknown} is no column: write one of {columns}",
            path=path,
            unknown=", ".join(sorted(unknown)),
            columns=", ".join(columns),
        )
    return SubjectWeights({column: {cue: row.get(column, 0.0) for cue, row in rows.items()} for column in columns})
