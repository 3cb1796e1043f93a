"""Full-text search in names and quotes: an SQLite FTS5 index whose words are single characters, so any part of a Chinese name is found.

Names are found by their pinyin initials, too (`hwldz` finds 户外劳动者). graph.search_index builds it.
"""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

FILE = "search.sqlite"
_WORD = re.compile(r"[A-Za-z0-9]+|\w")


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its IRI, its class (a local name; Evidence for a quote), the name or quote that fits."""

    iri: str
    kind: str
    text: str


def characters(text: str) -> str:
    """The text as FTS words: each Chinese character, each run of Latin letters or digits, joined by spaces."""
    return " ".join(_WORD.findall(text.lower()))


def _open(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{(folder / FILE).resolve().as_uri()}?mode=ro", uri=True)


def page_text(folder: Path, title: str) -> str:
    """The raw text of a page; "" when the store came without the texts."""
    with closing(_open(folder)) as index:
        row = index.execute("SELECT text FROM page WHERE title = ?", (title,)).fetchone()
    return row[0] if row else ""


def search(folder: Path, text: str, *, most: int = 20) -> list[Hit]:
    """The things whose name, short form, pinyin initials or quote holds `text`; names before quotes, short before long."""
    words = characters(text[:200])
    if not words:
        return []
    phrase = f'words : "{words}"'
    if text.isascii() and text.isalpha():
        phrase += f' OR initials : "{" ".join(text.lower())}"'
    with closing(_open(folder)) as index:
        rows = index.execute(
            "SELECT iri, kind, min(text) FROM (SELECT iri, kind, text FROM hit WHERE hit MATCH ? LIMIT 5000) GROUP BY iri, kind "
            "ORDER BY kind = 'Evidence', length(min(text)), min(text), iri LIMIT ?",
            (phrase, most),
        ).fetchall()
    return [Hit(*row) for row in rows]
