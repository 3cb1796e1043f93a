"""Builds the index of graph.search from a store and the texts of the pages."""

import csv
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pyoxigraph import Store
from pypinyin import Style, lazy_pinyin

from graph.divisions import full_name
from graph.search import FILE, characters
from graph.sparql import stream_rows

_NAMES = """SELECT DISTINCT ?thing ?kind ?text ?place ?code {
  ?thing dcterms:identifier ?id ; a ?kind . FILTER(STRSTARTS(STR(?kind), STR(gh:)))
  { ?thing skos:prefLabel ?text } UNION { ?thing skos:altLabel ?text }
  OPTIONAL { ?thing gh:region ?region . ?region skos:prefLabel ?place OPTIONAL { ?region gh:adcode ?code } }
}"""
# The sentences that support a statement, a figure or a description; not the spans of mere mentions.
_QUOTES = """SELECT DISTINCT ?evidence ?text {
  { ?any gh:evidence ?evidence } UNION { ?any gh:describedBy ?evidence }
  ?evidence oa:hasSelector/oa:exact ?text
}"""


def initials(text: str) -> str:
    """The pinyin initials of a name as FTS words."""
    return " ".join(letter for letter in lazy_pinyin(text, style=Style.FIRST_LETTER, errors="ignore") if letter)


def _names(store: Store) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    for iri, kind, text, place, code in stream_rows(store, _NAMES):
        around = characters(full_name(code, place)) if code else characters(place)
        yield iri, kind.rsplit("#", 1)[-1], text, place, characters(text), initials(text), around


def _quotes(store: Store) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    for iri, text in stream_rows(store, _QUOTES):
        yield iri, "Evidence", text, "", characters(text), "", ""


def _texts(pages: Path) -> Iterator[tuple[str, str]]:
    """(page, raw text) of each page with a text in pages.csv; nothing when there is no such table."""
    if pages.is_file():
        csv.field_size_limit(2**31 - 1)
        with pages.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                text = row.get("text") or ""
                # the apostrophe by which graph.tables disarms what a spreadsheet would run as a formula
                yield row["page"], text[1:] if re.match(r"'[=+\-@\t\r']", text) else text


def build_index(store: Store, folder: Path, pages: Path) -> None:
    """Writes search.sqlite into `folder`; `pages`: pages.csv, for quotes in their context."""
    with closing(sqlite3.connect(folder / FILE)) as index:
        index.execute("PRAGMA journal_mode = OFF")
        index.execute("PRAGMA synchronous = OFF")
        columns = "iri UNINDEXED, kind UNINDEXED, text UNINDEXED, place UNINDEXED, words, initials, around"
        index.execute(f"CREATE VIRTUAL TABLE hit USING fts5({columns})")
        index.executemany("INSERT INTO hit VALUES (?, ?, ?, ?, ?, ?, ?)", _names(store))
        index.executemany("INSERT INTO hit VALUES (?, ?, ?, ?, ?, ?, ?)", _quotes(store))
        index.execute("CREATE TABLE page (title TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID")
        index.executemany("INSERT OR IGNORE INTO page VALUES (?, ?)", _texts(pages))
        index.execute("INSERT INTO hit(hit) VALUES ('optimize')")
        index.commit()
