"""The text around each initiative of a page: what its themes are read from."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.extract.entities import Linked
from graph.records import Article, Block, Description, Page, replace


@dataclass(frozen=True, slots=True)
class Around:
    """The text around an initiative, in the normalised view: the sentences that name it, the paragraph of its first mention (else the
    headline that names it), and the headline and all text of its article."""

    sentences: Sequence[str] = field(default=())
    paragraph: str = ""
    headline: str = ""
    article: str = ""


def around(page: Page, parts: Sequence[Article], linked: Linked, about: Sequence[Description]) -> dict[str, Around]:
    """Initiative -> the text around it, from which its themes are read."""
    sentences: dict[str, list[str]] = defaultdict(list)
    for sentence in about:
        if sentence.how == "named":
            sentences[sentence.entity].append(page.view[sentence.start : sentence.end])
    articles_by_id = {part.id: part for part in parts}
    headlines = {part.id: _text(page, [b for b in part.blocks if b.role == "headline"]) for part in parts}
    texts = {part.id: _text(page, [b for b in part.blocks if b.role not in {"byline", "source"}]) for part in parts}
    found: dict[str, Around] = {}
    for kept in linked.mentions:
        article = articles_by_id[kept.mention.article]
        block = next((b for b in article.blocks if b.start <= kept.mention.start < b.end), None)
        if kept.mention.type != "Initiative" or (kept.entity in found and (block is None or block.role == "headline")):
            continue
        paragraph = _text(page, [block]) if block else ""
        if kept.entity not in found:
            found[kept.entity] = Around(tuple(sentences[kept.entity]), paragraph, headlines[article.id], texts[article.id])
        elif found[kept.entity].paragraph == found[kept.entity].headline:  # named in the headline first
            found[kept.entity] = replace(found[kept.entity], paragraph=paragraph)
    return found


def _text(page: Page, blocks: Sequence[Block]) -> str:
    return " ".join(page.view[block.start : block.end] for block in blocks)
