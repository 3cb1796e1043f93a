"""Full-text search in names and quotes: an SQLite FTS5 index whose words are single characters, so any part of a Chinese name is found.

Names are found by their pinyin initials, too (`hwldz` finds 户外劳动者). Several words (`驿站 德清`) must all be there: in a
name and the names of its region, or in one quote. graph.search_index builds it.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.errors import QueryError

FILE = "search.sqlite"
_WORD = re.compile(r"[A-Za-z0-9]+|\w")


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its IRI, its class (a local name; Evidence for a quote), the fitting name or quote, its region's name or ""."""

    iri: str
    kind: str
    text: str
    place: str


def characters(text: str) -> str:
    """The text as FTS words: each Chinese character, each run of Latin letters or digits, joined by spaces."""
    return " ".join(_WORD.findall(text.lower()))


def _phrase(word: str, columns: str) -> str:
    """One word of a search as FTS asks for it."""
    phrase = f'{columns} : "{characters(word)}"'
    if word.isascii() and word.isalpha():
        phrase += f' OR initials : "{" ".join(word.lower())}"'
    return f"({phrase})"


@contextmanager
def _open(folder: Path) -> Iterator[sqlite3.Connection]:
    """The index; raises QueryError when it is gone or damaged."""
    try:
        with closing(sqlite3.connect(f"{(folder / FILE).resolve().as_uri()}?mode=ro", uri=True)) as index:
            yield index
    except sqlite3.Error as error:
        raise QueryError("the search index of this build is gone or damaged: build again") from error


def page_text(folder: Path, title: str) -> str:
    """The raw text of a page; "" when the store came without the texts."""
    with _open(folder) as index:
        row = index.execute("SELECT text FROM page WHERE title = ?", (title,)).fetchone()
    return row[0] if row else ""


def search(folder: Path, text: str, *, most: int = 20) -> list[Hit]:
    """The things whose name, short form, pinyin initials or quote holds `text`: names before quotes, short before long.

    Of several words each must be there, or, for a name, in the names of its region and of those above.
    """
    given = [word for word in text[:200].split() if characters(word)]
    if not given:
        return []
    columns = "words" if len(given) == 1 else "{words around}"
    phrases = " AND ".join(_phrase(word, columns) for word in given)
    with _open(folder) as index:
        rows = index.execute(
            "SELECT iri, kind, min(text), min(place) FROM (SELECT iri, kind, text, place FROM hit WHERE hit MATCH ? LIMIT 5000) "
            "GROUP BY iri, kind "
            "ORDER BY kind = 'Evidence', length(min(text)), min(text), iri LIMIT ?",
            (phrases, most),
        ).fetchall()
    return [Hit(*row) for row in rows]
