"""One page to all its facts: the recognisers, the linker and the relation finders in order. A pure function of the page."""

from collections import defaultdict
from collections.abc import Sequence

from graph.extract import articles, descriptions, entities, mentions, relations, statistics, themes
from graph.extract.entities import Linked
from graph.extract.themes import Around
from graph.records import Article, Block, Description, Entity, Page, PageFacts, replace


def _around(page: Page, parts: Sequence[Article], linked: Linked, about: Sequence[Description]) -> dict[str, Around]:
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


def _with_themes(page: Page, parts: Sequence[Article], linked: Linked, about: Sequence[Description]) -> tuple[Entity, ...]:
    around = _around(page, parts, linked, about)

    def themed(entity: Entity) -> Entity:
        return replace(entity, themes=themes.assign(entity.name, entity.kind, around.get(entity.id, Around())))

    return tuple(themed(entity) if entity.type == "Initiative" else entity for entity in linked.entities)


def extract(page: Page) -> PageFacts:
    """Everything that the page says, with evidence. No fact crosses from one article into another."""
    parts = articles.split(page)
    linked = entities.link(page, parts, mentions.find(page, parts))
    about = descriptions.find(page, parts, linked.mentions)
    return PageFacts(
        page=page,
        articles=parts,
        entities=_with_themes(page, parts, linked, about),
        mentions=linked.mentions,
        relations=tuple(relations.find(page, parts, linked)),
        statistics=tuple(statistics.find(page, parts, linked)),
        descriptions=tuple(about),
        homes=linked.homes,
    )
