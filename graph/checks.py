"""Finds what contradicts itself in the tables: dangling ids, spans that are not their text, wrong kinds at a relation's ends."""

from dataclasses import dataclass
from itertools import islice

from graph.errors import Message, TableError, joined
from graph.model import load
from graph.tables import Tables

_POINTERS = (
    ("mentions", "entity"), ("relations", "head"), ("relations", "tail"), ("statistics", "subject"), ("descriptions", "entity"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """One contradiction: table, row (0-based position in the table) and what is wrong, in words.

    `fatal`: nothing can be built of tables that hold it (unknown ids, types and relations).
    """

    table: str
    row: int
    message: str
    fatal: bool = False

    def __str__(self) -> str:
        return str(self.line())

    def line(self) -> Message:
        """Where it is and what is wrong."""
        return Message("{table}.csv row {row}: {message}", table=self.table, row=self.row + 2, message=self.message)


def _ids(tables: Tables) -> list[Problem]:
    known = set(tables["entities"]["id"])
    problems = [
        Problem("entities", row, Message("id {id} stands twice", id=id_), fatal=True)
        for row, (id_, twice) in enumerate(zip(tables["entities"]["id"], tables["entities"]["id"].duplicated(), strict=True))
        if twice
    ]
    for table, column in _POINTERS:
        problems += [
            Problem(table, row, Message("{column} {id} is not in entities.csv", column=column, id=id_ or "(empty)"), fatal=True)
            for row, id_ in enumerate(tables[table][column])
            if id_ not in known
        ]
    return problems


def _kinds(tables: Tables) -> list[Problem]:
    model = load()
    kind = dict(zip(tables["entities"]["id"], tables["entities"]["type"], strict=True))
    problems = [
        Problem(
            "entities", row, Message("type {type} is none of {known}", type=type_ or "(empty)", known=", ".join(model.classes)), fatal=True
        )
        for row, type_ in enumerate(tables["entities"]["type"])
        if type_ not in model.classes
    ]
    relations = tables["relations"]
    for row, (head, name, tail) in enumerate(zip(relations["head"], relations["relation"], relations["tail"], strict=True)):
        relation = model.relations.get(name)
        if relation is None:
            problems.append(
                Problem(
                    "relations", row, Message("relation {name} is none of {known}", name=name, known=", ".join(model.relations)), fatal=True
                )
            )
        elif kind.get(head, relation.head[0]) not in relation.head or kind.get(tail, relation.tail[0]) not in relation.tail:
            problems.append(
                Problem(
                    "relations", row, Message("{name} cannot join {head} and {tail}", name=name, head=kind.get(head), tail=kind.get(tail))
                )
            )
    return problems


def _spans(tables: Tables) -> list[Problem]:
    texts = {page: text for page, text in zip(tables["pages"]["page"], tables["pages"]["text"], strict=True) if text}
    known = set(tables["pages"]["page"])
    problems = []
    for table in ("mentions", "relations", "statistics", "descriptions"):
        rows = tables[table]
        for row, (page, start, end, text) in enumerate(zip(rows["page"], rows["start"], rows["end"], rows["text"], strict=True)):
            if known and page not in known:
                problems.append(Problem(table, row, Message("page {page} is not in pages.csv", page=page or "(empty)")))
            elif page in texts and not 0 <= start < end <= len(texts[page]):
                problems.append(
                    Problem(table, row, Message("span {start}-{end} is outside {page}", start=int(start), end=int(end), page=page))
                )
            elif page in texts and text and texts[page][start:end] != text:
                problems.append(
                    Problem(
                        table,
                        row,
                        Message("{page}[{start}:{end}] is not {text!r}", page=page, start=int(start), end=int(end), text=text[:20]),
                    )
                )
    return problems


def check(tables: Tables) -> list[Problem]:
    """All contradictions in the tables, in table and row order."""
    return sorted(_ids(tables) + _kinds(tables) + _spans(tables), key=lambda problem: (problem.table, problem.row))


def require(tables: Tables) -> list[Problem]:
    """All contradictions; raises TableError that names the first fatal ones, since nothing can be built of such tables."""
    problems = check(tables)
    fatal = [problem for problem in problems if problem.fatal]
    if fatal:
        raise TableError("{problems}: mend the tables", problems=joined(summary(fatal, most=5)))
    return problems


def summary(problems: list[Problem], most: int = 10) -> list[Message]:
    """The first `most` problems as lines, and a line that counts the rest."""
    lines = [problem.line() for problem in islice(problems, most)]
    if len(problems) > most:
        lines.append(Message("... and {count} more", count=len(problems) - most))
    return lines
