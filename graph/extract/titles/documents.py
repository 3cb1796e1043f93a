"""Documents: laws, plans, opinions, methods, patents, publications and works, as their titles between title marks say."""

import re
from functools import cache, lru_cache

from graph.alternation import either
from graph.extract.page import quotes
from graph.files import folder, read_lines
from graph.records import Article, Mention, Page

# Attributes that stand between a title and its noun (《…》特色栏目, 《…》等三个专栏).
_BETWEEN = r"(?:等[一二两三四五六七八九十多]*个?)?(?:特色|系列|原创|品牌|宣传|视频|短视频|访谈|主题)*"

_LAST_TITLE = re.compile(r"《([^《》\n]{1,20})》?[、和及]?$")

# A title of at most so many characters may be the short form of one named before.
_SHORT = 4


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


@cache
def _issued() -> re.Pattern[str]:
    words = folder("data") / "words"
    verbs, heads = read_lines(words / "issue_verbs.txt"), read_lines(words / "document_heads.txt")
    # The last verb counts (联合制定出台), and a count or an attribute of no content is no part of the title.
    return re.compile(
        rf"{either(verbs)}(?:了)?(?:\d+[个项部]|相关|有关|专门的?|具体的?|详细的?|新的?)?"
        rf"(?!{either(verbs)})([^,。;:!?“”‘’《》\n了的]{{6,40}}?{either(heads)})(?!的|等|{_ON})"
    )


_ON = "制定|和|与|、|》"


def _plain(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Titles without marks behind a verb of issuing."""
    return [hit.span(1) for hit in _issued().finditer(text, start, end)]


@cache
def _official() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(read_lines(folder('data') / 'words' / 'document_heads.txt'))})$")


def _quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Titles between quotation marks: their last noun is that of an official text."""
    marks = [q for q in quotes.find(text, start, end) if q.mark in "“「"]
    return [(q.start, q.end) for q in marks if _official().search(text[q.start : q.end])]


def _full(short: str, before: list[str]) -> str | None:
    """The full title that a short form (《意见》) stands for: the last one before it that ends so."""
    return next((title for title in reversed(before) if title.endswith(short) and len(title) > len(short)), None)


def find(page: Page, article: Article) -> list[Mention]:
    """The Document mentions of an article by their start; the span is the title without its marks.

    Newspapers and magazines (《工人日报》) and columns are left out: the first are sources, the second initiatives. A short form (《意见》)
    carries the full title as its name.
    """
    found: list[Mention] = []
    text = page.view
    for block in article.blocks:
        titled = titles(text, block.start, block.end)
        spans = [(t.start, t.end, "document.title") for t in titled]
        for rule, hits in (("document.issued", _plain), ("document.quoted", _quoted)):
            free = (h for h in hits(text, block.start, block.end) if not any(t.start < h[1] and h[0] < t.end for t in titled))
            spans += [(start, end, rule) for start, end in free]
        for start, end, rule in sorted(spans):
            title = text[start:end]
            if not title.strip() or title in column_names(text) or _press().search(title):
                continue
            full = _full(title, [m.text for m in found]) if len(title) <= _SHORT else None
            found.append(Mention("Document", start, end, title, article.id, rule, name=full))
    return found
