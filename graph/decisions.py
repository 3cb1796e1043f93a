"""Human decisions, appended to data/decisions/*.csv and re-applied on every build; they change tables, never sources.

A decisions file has the columns `decision, target, object, page, quote, who, when, why`. What is decided about (`target`) is
an entity id; when `page` and `quote` are given instead, it is the entity that this quote names on this page, which survives a
change of ids.

| decision | target | object |
|---|---|---|
| same | entity | the entity that it is (it keeps its id) |
| not-same | entity | empty: its mentions on `page` are somebody else |
| alias | entity | one more name |
| relabel | entity | its right canonical name |
| retype | entity | its right class |
| theme | initiative | its theme ids, separated by spaces |
| drop | entity, or `head relation tail` | empty: it is left out with all that hangs on it |
| add | head entity | `relation tail`; `page` and `quote` are its evidence |
| subject | empty: the figure in `quote` on `page` | the entity that it belongs to |
| measure | empty: as above | what was counted |
| value | empty: as above | plain number and unit: `25 家` |
| drop-figure | empty: as above | empty: it is no figure |
| date | empty: the page `page` | its date: YYYY, YYYY-MM or YYYY-MM-DD |
"""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from graph import figure_decisions as figures
from graph.errors import DecisionError
from graph.files import csv_text
from graph.model import load
from graph.records import entity_id
from graph.tables import Tables, frame, place_codes

# The columns that hold entity ids.
_POINTERS = {
    "mentions": ("entity",), "relations": ("head", "tail"), "statistics": ("subject",), "articles": ("union",),
    "descriptions": ("entity",),
}  # fmt: skip

COLUMNS = ("decision", "target", "object", "page", "quote", "who", "when", "why")


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of a decisions file and where it stands (`file:line`)."""

    decision: str
    target: str
    object: str
    page: str
    quote: str
    who: str
    when: str
    why: str
    source: str

    def __str__(self) -> str:
        about = self.target or f"{self.page} “{self.quote}”"
        return f"{self.source}: {self.decision} {about} {self.object}".rstrip()


def _text(path: Path) -> str:
    try:
        return csv_text(path)
    except ValueError as error:
        raise DecisionError("{path}: {error}: save it as CSV UTF-8", path=path, error=error) from error


def _decision(cells: dict[str, str], source: str) -> Decision:
    """One checked line; raises DecisionError for words that no decision can have."""
    known = {"retype": set(load().classes), "theme": set(load().themes), "add": set(load().relations)}
    decision, wanted = cells["decision"], cells["object"]
    if decision not in _ACTIONS.keys() | _ON_TEXT.keys():
        known_ones = ", ".join([*_ACTIONS, *_ON_TEXT])
        raise DecisionError("{source}: {decision!r} is none of {known}", source=source, decision=decision, known=known_ones)
    if decision == "date" and not cells["page"]:
        raise DecisionError("{source}: {decision} needs the page", source=source, decision=decision)
    if decision in _ON_TEXT and decision != "date" and not (cells["page"] and cells["quote"]):
        raise DecisionError("{source}: {decision} needs the page and the quote", source=source, decision=decision)
    if decision not in _ON_TEXT and not cells["target"] and not (cells["page"] and cells["quote"]):
        raise DecisionError("{source}: give a target, or page and quote", source=source)
    if not cells["who"] or not cells["when"]:
        raise DecisionError("{source}: say who decided and when", source=source)
    if decision not in {"drop", "not-same", "drop-figure"} and not wanted:
        raise DecisionError("{source}: {decision} needs an object", source=source, decision=decision)
    if decision == "value" and not figures.VALUE.fullmatch(wanted):
        raise DecisionError("{source}: {value!r} is no number with its unit, such as 25 家", source=source, value=wanted)
    if decision == "date" and not figures.DATE.fullmatch(wanted):
        raise DecisionError("{source}: {value!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD", source=source, value=wanted)
    words = cells["object"].split()[:1] if cells["decision"] == "add" else cells["object"].split()
    for word in words:
        if word not in known.get(cells["decision"], {word}):
            raise DecisionError(
                "{source}: {word} is none of {names}", source=source, word=word, names=", ".join(sorted(known[cells["decision"]]))
            )
    return Decision(**cells, source=source)


def read_decisions(paths: Iterable[Path]) -> list[Decision]:
    """All decisions in the files, in order. Raises DecisionError with file and line for what cannot be understood."""
    decisions = []
    for path in paths:
        lines = [(number, line) for number, line in enumerate(_text(path).splitlines(), start=1) if not line.startswith("#")]
        reader = csv.DictReader(line for _, line in lines)
        if missing := set(COLUMNS) - set(reader.fieldnames or ()):
            raise DecisionError(
                "{path}: column {columns} is missing: separate columns by commas (docs/decisions.md)",
                path=path,
                columns=", ".join(sorted(missing)),
            )
        for row in reader:
            cells = {column: (row[column] or "").strip() for column in COLUMNS}
            decisions.append(_decision(cells, f"{path}:{lines[reader.line_num - 1][0]}"))
    return decisions


def _by_quote(tables: Tables, page: str, quote: str) -> str | None:
    mentions = tables["mentions"]
    found = mentions[(mentions["page"] == page) & (mentions["text"] == quote)]
    return None if found.empty else str(found["entity"].iloc[0])


def _target(tables: Tables, decision: Decision) -> str | None:
    if decision.target:
        return decision.target if (tables["entities"]["id"] == decision.target).any() else None
    return _by_quote(tables, decision.page, decision.quote)


def _replace_id(tables: Tables, old: str, new: str) -> None:
    for table, columns in _POINTERS.items():
        for column in columns:
            tables[table].loc[tables[table][column] == old, column] = new


def _drop_rows(tables: Tables, id_: str) -> None:
    tables["entities"] = tables["entities"][tables["entities"]["id"] != id_]
    tables["mentions"] = tables["mentions"][tables["mentions"]["entity"] != id_]
    relations = tables["relations"]
    tables["relations"] = relations[(relations["head"] != id_) & (relations["tail"] != id_)]
    tables["statistics"] = tables["statistics"][tables["statistics"]["subject"] != id_]
    tables["descriptions"] = tables["descriptions"][tables["descriptions"]["entity"] != id_]
    tables["articles"].loc[tables["articles"]["union"] == id_, "union"] = ""


def _entity(tables: Tables, id_: str) -> "pd.Series[str]":
    return tables["entities"][tables["entities"]["id"] == id_].iloc[0]


def _set(tables: Tables, id_: str, column: str, value: str) -> None:
    tables["entities"].loc[tables["entities"]["id"] == id_, column] = value


def _join(*values: str, by: str) -> str:
    return by.join(sorted({part for value in values for part in value.split(by) if part}))


def _same(tables: Tables, decision: Decision, target: str) -> bool:
    kept = decision.object
    if kept == target or not (tables["entities"]["id"] == kept).any():
        return False
    gone, stays = _entity(tables, target), _entity(tables, kept)
    if gone["type"] != stays["type"]:
        return False
    aliases = _join(stays["aliases"], gone["aliases"], gone["name"], by="|")
    _set(tables, kept, "aliases", _join(*(a for a in aliases.split("|") if a != stays["name"]), by="|"))
    _set(tables, kept, "pages", _join(stays["pages"], gone["pages"], by=" "))
    _replace_id(tables, target, kept)
    tables["entities"] = tables["entities"][tables["entities"]["id"] != target]
    return True


def _not_same(tables: Tables, decision: Decision, target: str) -> bool:
    mentions, row = tables["mentions"], _entity(tables, target)
    here = (mentions["entity"] == target) & (mentions["page"] == decision.page)
    if not here.any() or row["pages"].split() == [decision.page]:
        return False
    new = entity_id(row["type"], f"{target}|{decision.page}")
    for table, columns in _POINTERS.items():
        for column in columns:
            rows = tables[table]
            rows.loc[(rows[column] == target) & (rows["page"] == decision.page), column] = new
    _set(tables, target, "pages", " ".join(page for page in row["pages"].split() if page != decision.page))
    twin = row.to_dict() | {"id": new, "pages": decision.page}
    tables["entities"] = pd.concat([tables["entities"], pd.DataFrame([twin])], ignore_index=True)
    return True


def _alias(tables: Tables, decision: Decision, target: str) -> bool:
    row = _entity(tables, target)
    if not decision.object or decision.object in {row["name"], *row["aliases"].split("|")}:
        return False
    _set(tables, target, "aliases", _join(row["aliases"], decision.object, by="|"))
    return True


def _relabel(tables: Tables, decision: Decision, target: str) -> bool:
    row = _entity(tables, target)
    if not decision.object or decision.object == row["name"]:
        return False
    names = {row["name"], *row["aliases"].split("|")} - {decision.object, ""}
    _set(tables, target, "aliases", "|".join(sorted(names)))
    _set(tables, target, "name", decision.object)
    return True


def _retype(tables: Tables, decision: Decision, target: str) -> bool:
    if decision.object not in load().classes or _entity(tables, target)["type"] == decision.object:
        return False
    _set(tables, target, "type", decision.object)
    mentions, model = tables["mentions"], load()
    mentions.loc[mentions["entity"] == target, "type"] = decision.object
    relations = tables["relations"]
    # a relation that the new class cannot have goes with the old class
    wrong = [
        (r.head == target and decision.object not in model.relations[r.relation].head)
        or (r.tail == target and decision.object not in model.relations[r.relation].tail)
        for r in relations.itertuples()
    ]
    tables["relations"] = relations[[not w for w in wrong]]
    return True


def _theme(tables: Tables, decision: Decision, target: str) -> bool:
    row = _entity(tables, target)
    if row["type"] != "Initiative" or not set(decision.object.split()) <= set(load().themes) or row["themes"] == decision.object:
        return False
    _set(tables, target, "themes", decision.object)
    return True


def _drop(tables: Tables, decision: Decision, target: str) -> bool:
    _drop_rows(tables, target)
    return True


def _drop_relation(tables: Tables, decision: Decision) -> bool:
    head, relation, tail = decision.target.split()
    rows = tables["relations"]
    hit = (rows["head"] == head) & (rows["relation"] == relation) & (rows["tail"] == tail)
    tables["relations"] = rows[~hit]
    if relation == "inRegion" and hit.any() and place_codes(tables).get(tail) == _entity(tables, head)["adcode"]:
        _set(tables, head, "adcode", "")  # graph.placement finds where else it runs
    return bool(hit.any())


def _add(tables: Tables, decision: Decision, target: str) -> bool:
    relation, _, tail = decision.object.partition(" ")
    pages = tables["pages"]
    texts = pages[pages["page"] == decision.page]["text"]
    start = -1 if texts.empty else texts.iloc[0].find(decision.quote)
    if relation not in load().relations or not (tables["entities"]["id"] == tail).any() or not decision.quote or start < 0:
        return False
    row = {
        "head": target, "relation": relation, "tail": tail, "page": decision.page, "start": start,
        "end": start + len(decision.quote), "text": decision.quote, "rule": "decision",
    }  # fmt: skip
    tables["relations"] = pd.concat([tables["relations"], frame("relations", [row])], ignore_index=True)
    return True


_ACTIONS: dict[str, Callable[[Tables, Decision, str], bool]] = {
    "same": _same, "not-same": _not_same, "alias": _alias, "relabel": _relabel, "retype": _retype, "theme": _theme,
    "drop": _drop, "add": _add,
}  # fmt: skip
# What is decided about a passage of a page: page, quote, object.
_ON_TEXT: dict[str, Callable[[Tables, str, str, str], bool]] = {
    "subject": figures.subject, "measure": figures.measure, "value": figures.value, "drop-figure": figures.drop_figure,
    "date": figures.date,
}  # fmt: skip


def _apply(tables: Tables, decision: Decision) -> bool:
    if decision.decision == "drop" and len(decision.target.split()) == 3:
        return _drop_relation(tables, decision)
    if decision.decision in _ON_TEXT:
        return _ON_TEXT[decision.decision](tables, decision.page, decision.quote, decision.object)
    target = decision.target if decision.decision == "add" and decision.target else _target(tables, decision)
    if target is None or not (tables["entities"]["id"] == target).any():
        return False
    return _ACTIONS[decision.decision](tables, decision, target)


def apply_decisions(tables: Tables, decisions: Iterable[Decision]) -> tuple[Tables, list[Decision]]:
    """New tables with the decisions applied in order, and the decisions that changed nothing (they no longer bite)."""
    out = {name: table.copy() for name, table in tables.items()}
    idle = [decision for decision in decisions if not _apply(out, decision)]
    return {name: frame(name, table.to_dict("records")) for name, table in out.items()}, idle
