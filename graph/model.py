"""The vocabulary of the graph, read from schema/*.yaml into frozen records and checked against itself."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.errors import SchemaError
from graph.files import folder, read_yaml


@dataclass(frozen=True, slots=True)
class EntityClass:
    """A kind of entity: labels, RDF class (`iri`, local name) and its superclasses (CURIEs), colour and shape in the view."""

    name: str
    zh: str
    en: str
    note_zh: str
    note_en: str
    iri: str
    super: tuple[str, ...]
    colour: str
    shape: str
    actor: bool


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation: labels in both directions and the kinds that may stand at its ends."""

    name: str
    zh: str
    en: str
    inverse_zh: str
    inverse_en: str
    head: tuple[str, ...]
    tail: tuple[str, ...]
    super: tuple[str, ...]
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the closed list."""

    id: str
    zh: str
    en: str
    broader: str | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: type (str, int, float, list, aliases), meaning, whether it may be missing or repeated; `name_of`: the column
    of entity ids whose names it holds for people who read the CSV ("" for all others)."""

    name: str
    type: str
    note: str
    key: bool
    required: bool
    name_of: str


@dataclass(frozen=True, slots=True)
class Model:
    """All vocabularies together."""

    classes: dict[str, EntityClass]
    relations: dict[str, RelationType]
    themes: dict[str, Theme]
    tables: dict[str, tuple[Column, ...]]


def _build(record: type, name: str, entry: dict[str, Any], source: str) -> Any:
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    try:
        return record(name, **values)
    except TypeError as error:
        raise SchemaError(
            "schema/{source}: {name} is not well formed ({error}): mend the entry", source=source, name=name, error=error
        ) from error


def _tables(entries: dict[str, dict[str, dict[str, Any]]]) -> dict[str, tuple[Column, ...]]:
    return {
        table: tuple(
            Column(name, c["type"], c.get("note", ""), c.get("key", False), c.get("required", False), c.get("name_of", ""))
            for name, c in columns.items()
        )
        for table, columns in entries.items()
    }


def _check(model: Model) -> None:
    for relation in model.relations.values():
        for kind in relation.head + relation.tail:
            if kind not in model.classes:
                raise SchemaError(
                    "schema/relations.yaml: {name} names the unknown class {kind}: mend the list", name=relation.name, kind=kind
                )
        if relation.symmetric and relation.head != relation.tail:
            raise SchemaError("schema/relations.yaml: {name} is symmetric but its ends differ: mend the list", name=relation.name)
    for theme in model.themes.values():
        if theme.broader is not None and theme.broader not in model.themes:
            raise SchemaError(
                "schema/themes.yaml: {name} is narrower than the unknown {broader}: mend the list", name=theme.id, broader=theme.broader
            )
    for table, columns in model.tables.items():
        for column in columns:
            if column.type not in {"str", "int", "float", "list", "aliases"}:
                raise SchemaError(
                    "schema/tables.yaml: {table}.{column} has the unknown type {type}: mend the list",
                    table=table,
                    column=column.name,
                    type=column.type,
                )


@cache
def load() -> Model:
    """The vocabulary in schema/; raises SchemaError when a file is broken or contradicts another."""
    schema = folder("schema")
    classes = read_yaml(schema / "classes.yaml")
    relations = read_yaml(schema / "relations.yaml")
    themes = read_yaml(schema / "themes.yaml")
    model = Model(
        classes={name: _build(EntityClass, name, entry, "classes.yaml") for name, entry in classes.items()},
        relations={name: _build(RelationType, name, entry, "relations.yaml") for name, entry in relations.items()},
        themes={name: Theme(name, entry["zh"], entry["en"], entry.get("broader")) for name, entry in themes.items()},
        tables=_tables(read_yaml(schema / "tables.yaml")),
    )
    _check(model)
    return model
