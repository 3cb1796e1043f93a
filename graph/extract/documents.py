"""Documents: laws, plans, opinions, methods, patents, publications and works, as their titles between title marks say."""

import re
from functools import cache, lru_cache

from graph.extract import quotes
from graph.files import folder, read_lines
from graph.records import Article, Mention, Page

# Attributes that stand between a title and its noun (《…》特色栏目, 《…》等三个专栏).
_BETWEEN = r"(?:等[一二两三四五六七八九十多]*个?)?(?:特色|系列|原创|品牌|宣传|视频|短视频|访谈|主题)*"

_LAST_TITLE = re.compile(r"《([^《》\n]{1,20})》?[、和及]?$")


@cache
def _column() -> re.Pattern[str]:
    nouns = "|".join(read_lines(folder("data") / "words" / "column_words.txt"))
    return re.compile(rf"[》〉]\s?{_BETWEEN}(?:{nouns})")


@cache
def _press() -> re.Pattern[str]:
    endings = "|".join(read_lines(folder("data") / "words" / "press_endings.txt"))
    return re.compile(rf"(?:{endings})$")


def titles(text: str, start: int, end: int) -> list[quotes.Quote]:
    """The outermost passages between title marks in text[start:end]."""
    found = [q for q in quotes.find(text, start, end) if q.mark in "《〈"]
    return [q for q in found if not any(o.start < q.start and q.end < o.end for o in found)]


@lru_cache(maxsize=8)
def column_names(text: str) -> frozenset[str]:
    """The titles that a page calls a column somewhere; in a row of titles (《甲》《乙》栏目) the last one speaks for all."""
    names: set[str] = set()
    for hit in _column().finditer(text):
        at = hit.start()
        while row := _LAST_TITLE.search(text, max(0, at - 40), at + 1):
            names.add(row.group(1))
            at = row.start() - 1
    return frozenset(names)


def find(page: Page, article: Article) -> list[Mention]:
    """The Document mentions of an article by their start; the span is the title without its marks.

    Newspapers and magazines (《工人日报》) and columns are left out: the first are sources, the second initiatives.
    """
    found = []
    for block in article.blocks:
        titled = titles(page.view, block.start, block.end)
        for title in titled:
            text = page.view[title.start : title.end]
            if text in column_names(page.view) or not text.strip() or _press().search(text):
                continue
            found.append(
                Mention("Document", title.start, title.end, text, article.id, "document.title", cues=("title marks",))
            )
    return found
