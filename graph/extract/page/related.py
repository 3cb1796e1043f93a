"""What web pages give behind an article: links to others, what readers wrote, the same text again."""

import re
from collections.abc import Iterator, Sequence

from graph.extract.page.furniture import leads_on, over_comments, over_links, tells_of_others
from graph.extract.page.paragraphs import Paragraph
from graph.records import replace

__all__ = ["set_aside"]

_HEADS = frozenset({"heading", "short"})
_BETWEEN = frozenset({"other", "source", "byline", "credit"})  # between a headline and its text
# A teaser breaks off.
_TEASER = re.compile(r"(?:…|\.{2,}|\[详细\]|\[全文\])\W*$")
_SIGNS = re.compile(r"\W+")
# Characters from which a line, and a paragraph, that stands on a page twice is the same again.
_SAME = {"short": 8, "body": 60}


def set_aside(found: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs without lists of links, comments, notices, and copies of what stands above: they are in no article.

    What stands over such a list becomes an `end`: behind it nothing goes on with the article. The list goes on to the headline of the next
    text.
    """
    aside = {i for i, paragraph in enumerate(found) if paragraph.kind == "other" and tells_of_others(paragraph.text)} | set(_copies(found))
    ends: set[int] = set()
    position = 0
    while position < len(found):
        text = found[position].text
        end = position + 1
        if over_links(text) or over_comments(text):
            end = _end(found, end, comments=over_comments(text))
            if end > position + 1 or end == len(found):
                ends.add(position)
            aside |= {i for i in range(position + 1, end) if found[i].kind != "source"}
        elif leads_on(text) and end < len(found) and found[end].kind in _HEADS:
            aside.add(end)
            end += 1
        position = end
    return [replace(paragraph, kind="end") if i in ends else paragraph for i, paragraph in enumerate(found) if i in ends or i not in aside]


def _end(found: Sequence[Paragraph], start: int, *, comments: bool) -> int:
    """Where the list that begins at `start` ends: before the headline of the next text."""
    stop = next((i for i in range(start, len(found)) if _begins(found[i], comments=comments)), len(found))
    if stop == len(found) or found[stop].kind == "rubric":
        return stop
    head = stop
    while head > start and found[head - 1].kind in _BETWEEN:
        head -= 1
    marked = next((i for i in range(head - 1, max(start, head - 3) - 1, -1) if found[i].kind == "heading"), None)
    if marked is not None:
        return marked
    return head - 1 if head > start and found[head - 1].kind == "short" else stop


def _begins(paragraph: Paragraph, *, comments: bool) -> bool:
    """Whether a paragraph is text of its own behind a list of links."""
    if paragraph.kind == "rubric" or paragraph.opens_article:
        return True
    return not comments and paragraph.kind == "body" and "。" in paragraph.text and not _TEASER.search(paragraph.text)


def _copies(found: Sequence[Paragraph]) -> Iterator[int]:
    """The lines and paragraphs that stand above word for word (captions of pictures, a page for telephones behind the one for screens)."""
    seen: set[str] = set()
    for i, paragraph in enumerate(found):
        if paragraph.kind in {"body", "heading", "short"}:
            told = _SIGNS.sub("", paragraph.text)
            if told in seen and len(told) >= _SAME.get(paragraph.kind, len(told) + 1):
                yield i
            seen.add(told)
