"""One page to all its facts: the recognisers, the linker and the relation finders in order. A pure function of the page."""

from collections import defaultdict
from collections.abc import Sequence

from graph.extract import articles, descriptions, entities, mentions, practices, relations, statistics, themes
from graph.extract.entities import Linked
from graph.records import Article, Description, Entity, Page, PageFacts, replace


def _headlines(page: Page, parts: Sequence[Article], linked: Linked) -> dict[str, str]:
    """Practice -> the headline of an article that speaks of it."""
    unnamed = practices.unnamed(linked.mentions)
    text = {part.id: " ".join(page.view[b.start : b.end] for b in part.blocks if b.role == "headline") for part in parts}
    return {m.entity: text[m.mention.article] for m in reversed(linked.mentions) if m.entity in unnamed}


def _with_themes(page: Page, parts: Sequence[Article], linked: Linked, about: Sequence[Description]) -> tuple[Entity, ...]:
    texts: dict[str, list[str]] = defaultdict(list)
    for sentence in about:
        texts[sentence.entity].append(page.view[sentence.start : sentence.end])
    headlines = _headlines(page, parts, linked)

    def themed(entity: Entity) -> Entity:
        found = themes.assign(entity.name, entity.kind, texts[entity.id], headline=headlines.get(entity.id, ""))
        return replace(entity, themes=found)

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
