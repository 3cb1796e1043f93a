"""The text around each initiative of a page: what its themes are read from."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.extract.linking.entities import Linked
from graph.records import Article, Block, Description, Page, replace


@dataclass(frozen=True, slots=True)
class Around:
    """The text around an initiative, in the normalised view: the sentences about it, the paragraph of its first mention (else the
    headline that names it), and all text of its article."""

    sentences: Sequence[str] = field(default=())
    paragraph: str = ""
    article: str = ""


def around(page: Page, parts: Sequence[Article], linked: Linked, about: Sequence[Description]) -> dict[str, Around]:
    """Initiative -> the text around it, from which its themes are read."""
    sentences: dict[str, list[str]] = defaultdict(list)
    for sentence in about:
        sentences[sentence.entity].append(page.view[sentence.start : sentence.end])
    blocks = {part.id: sorted(part.blocks, key=lambda b: b.start) for part in parts}
    texts = {part.id: _text(page, [b for b in part.blocks if b.role not in {"byline", "source"}]) for part in parts}
    found: dict[str, Around] = {}
    in_headline: set[str] = set()  # named only in a headline so far
    for kept in linked.mentions:
        article = kept.mention.article
        if kept.mention.type != "Initiative":
            continue
        place = bisect_right(blocks[article], kept.mention.start, key=lambda b: b.start) - 1
        block = blocks[article][place] if place >= 0 and kept.mention.start < blocks[article][place].end else None
        headline = block is None or block.role == "headline"
        if kept.entity not in found:
            found[kept.entity] = Around(tuple(sentences[kept.entity]), _text(page, [block]) if block else "", texts[article])
            if headline:
                in_headline.add(kept.entity)
        elif not headline and block and kept.entity in in_headline:
            in_headline.remove(kept.entity)
            found[kept.entity] = replace(found[kept.entity], paragraph=_text(page, [block]))
    return found


def _text(page: Page, blocks: Sequence[Block]) -> str:
    return " ".join(page.view[block.start : block.end] for block in blocks)
