"""The errors that a user can act on; every message names the culprit and the mend."""


class GraphError(Exception):
    """Root of all errors that this project raises on purpose.

    `str(error)` is one line for the user: what is wrong, where, and what to do about it.
    """


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
