"""Standing practices: work that unions everywhere keep under one fixed name, written without marks (产改, 厂务公开, 职工之家)."""

import re
from functools import cache

from graph.extract.initiative_words import either
from graph.files import folder, read_lines, read_yaml
from graph.records import Article, Mention, Page

__all__ = ["find"]


@cache
def _forms() -> tuple[dict[str, tuple[str, str | None]], re.Pattern[str]]:
    """Form -> (kind, canonical name), and the pattern of all forms; raises SchemaError when a word list is missing."""
    here = folder("data") / "words"
    rows = [line.split("\t") for line in read_lines(here / "standing_practices.tsv")]
    behind = either(map(str, read_yaml(here / "practice_frames.yaml")["not_behind"]))
    forms = {row[0]: (row[1], row[2] if len(row) > 2 else None) for row in rows}
    return forms, re.compile(rf"(?<!召开)(?<!次)(?<!建、)(?:{either(forms)})(?!{behind})")


def find(page: Page, article: Article) -> list[Mention]:
    """The Initiative mentions of standing practices in an article, rule practice.standing, in order of their place."""
    forms, pattern = _forms()
    found = []
    for block in article.blocks:
        for hit in pattern.finditer(page.view, block.start, block.end):
            kind, name = forms[hit.group()]
            found.append(
                Mention("Initiative", *hit.span(), hit.group(), article.id, "practice.standing", name=name, kind=kind, cues=("known",))
            )
    return found
