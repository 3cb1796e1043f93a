"""The errors that a user can act on; every message names the culprit and the mend."""

from collections.abc import Sequence
from typing import Any, Self


class Message(str):
    """A line for a person in English that remembers what it was made of, so that graph.messages can say it in Chinese.

    `template` is a format string and the key in schema/messages.yaml, `values` are what it was filled with: any of them may be a
    Message, too. Without values the template is the line itself.
    """

    __slots__ = ("template", "values")
    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> Self:
        """The line, `values` filled in: numbers and texts are kept, of an error what it says, of other things their text."""
        kept = {name: _kept(value) for name, value in values.items()}
        line = super().__new__(cls, template.format(**kept) if kept else template)
        line.template, line.values = template, kept
        return line

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self.template, self.values)


def _kept(value: Any) -> str | int | float:
    if isinstance(value, Exception) and value.args and isinstance(value.args[0], Message):
        return value.args[0]
    return value if isinstance(value, str | int | float) else str(value)


def _again(template: str, values: dict[str, Any]) -> Message:
    return Message(template, **values)


def joined(lines: Sequence[str]) -> Message:
    """Several lines, at least one, as one."""
    first, *rest = lines
    return Message("{first}; {rest}", first=first, rest=joined(rest)) if rest else Message("{line}", line=first)


class GraphError(Exception):
    """Root of all errors that this project raises on purpose.

    `str(error)` is one line for the user: what is wrong, where, and what to do about it; `error.message` can be said in Chinese, too.
    """

    def __init__(self, text: str, /, **values: Any) -> None:
        self.message = Message(text, **values) if values or not isinstance(text, Message) else text
        super().__init__(self.message)


class PageError(GraphError):
    """A page file cannot be read: missing, empty, binary, unknown encoding, too large."""


class AccessError(GraphError):
    """A file or folder may not be read."""


class SchemaError(GraphError):
    """A file in schema/ or data/ contradicts itself or another one."""


class TableError(GraphError):
    """A table lacks a column, holds a value of the wrong type or points to a row that does not exist."""


class DecisionError(GraphError):
    """A line of a decisions file cannot be understood."""


class QueryError(GraphError):
    """A SPARQL query or one of its parameters is wrong, or it ran out of time."""


class OutputError(GraphError):
    """The output folder cannot be written."""
