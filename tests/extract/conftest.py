"""What the tests of finders share: a page of one article, made of paragraphs; the bodies and regions of a text, linked."""

from graph.extract import mentions
from graph.extract.linking import entities
from graph.extract.page import articles
from graph.extract.page.pages import normalise
from graph.records import Article, Block, Page


def laid_out(*paragraphs: str, headline: str = "") -> tuple[Page, Article]:
    parts = [headline, *paragraphs] if headline else list(paragraphs)
    view = "\n".join(parts)
    page = Page("p.txt", "p.txt", view, view, range(len(view)), range(1, len(view) + 1))
    blocks, at = [], 0
    for number, part in enumerate(parts):
        blocks.append(Block("headline" if headline and number == 0 else "body", at, at + len(part)))
        at += len(part) + 1
    return page, Article("a1", "p.txt", tuple(blocks))


def bodies_of(text: str) -> list[tuple[str, str, str, int]]:
    """(type, text, canonical name, view offset) of the bodies and regions of a page with this text."""
    view, starts, ends = normalise(text)
    page = Page("p.txt", "p.txt", text, view, starts, ends)
    found = articles.split(page)
    result = entities.link(page, found, mentions.find(page, found))
    names = {entity.id: entity.name for entity in result.entities}
    kinds = {"Union", "Company", "Organization", "Region"}
    return [(m.mention.type, m.mention.text, names[m.entity], m.mention.start) for m in result.mentions if m.mention.type in kinds]
