"""What the tests of finders share: a page of one article, made of paragraphs."""

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
