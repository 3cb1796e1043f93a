"""Documents: laws, plans, opinions, methods, patents, publications and works, as their titles between title marks say."""

import re
from functools import cache

from graph.extract import quotes
from graph.files import folder, read_lines
from graph.records import Article, Mention, Page

# Attributes that stand between a title and its noun (《…》特色栏目, 《…》等三个专栏).
_BETWEEN = r"(?:等[一二两三四五六七八九十多]*个?)?(?:特色|系列|原创|品牌|宣传|视频|短视频|访谈|主题)*"


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


def columns(text: str, titled: list[quotes.Quote]) -> set[int]:
    """The starts of those titles that name a column; in a row of titles (《甲》《乙》栏目) the last one speaks for all."""
    named: set[int] = set()
    for title, after in zip(reversed(titled), [None, *reversed(titled)], strict=False):
        joined = after is not None and after.start in named and text[title.end + 1 : after.start - 1] in {"", "、", "和", "及"}
        if joined or _column().match(text, title.end):
            named.add(title.start)
    return named


def find(page: Page, article: Article) -> list[Mention]:
    """The Document mentions of an article by their start; the span is the title without its marks.

    Newspapers and magazines (《工人日报》) and columns are left out: the first are sources, the second initiatives.
    """
    found = []
    for block in article.blocks:
        titled = titles(page.view, block.start, block.end)
        skipped = columns(page.view, titled)
        for title in titled:
            text = page.view[title.start : title.end]
            if title.start in skipped or not text.strip() or _press().search(text):
                continue
            found.append(
                Mention("Document", title.start, title.end, text, article.id, "document.title", cues=("title marks",))
            )
    return found
