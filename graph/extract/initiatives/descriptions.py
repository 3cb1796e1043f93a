"""Sentences about an initiative: those that name it, and those that go on about it until something else is named."""

from bisect import bisect_left
from collections.abc import Sequence

from graph.extract.page.articles import sentences
from graph.records import PROSE, Article, Description, LinkedMention, Page


def find(page: Page, articles: Sequence[Article], mentions: Sequence[LinkedMention]) -> list[Description]:
    """The sentences about each initiative, in order of the page.

    A sentence without an initiative of its own carries on the topic of the one before it in the same paragraph.
    """
    named = sorted((m.mention.start, m.entity) for m in mentions if m.mention.type == "Initiative")
    starts = [start for start, _ in named]
    found = []
    for article in articles:
        for block in article.blocks:
            if block.role not in PROSE and block.role not in {"headline", "subhead"}:
                continue
            topic: list[str] = []
            for start, end in sentences(page, block):
                inside = named[bisect_left(starts, start) : bisect_left(starts, end)]
                here = list(dict.fromkeys(entity for _, entity in inside))
                how = "named" if here else "carried"
                topic = here or (topic if block.role in PROSE else [])
                found += [Description(entity, start, end, article.id, how) for entity in topic]
    return found
