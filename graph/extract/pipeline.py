"""One page to all its facts: the recognisers, the linker and the relation finders in order. A pure function of the page."""

from collections import defaultdict
from collections.abc import Sequence

from graph.extract import articles, descriptions, entities, mentions, relations, statistics, themes
from graph.records import Description, Entity, Page, PageFacts, replace


def _with_themes(page: Page, found: Sequence[Entity], about: Sequence[Description]) -> tuple[Entity, ...]:
    texts: dict[str, list[str]] = defaultdict(list)
    for sentence in about:
        texts[sentence.entity].append(page.view[sentence.start : sentence.end])
    return tuple(
        replace(entity, themes=themes.assign(entity.name, entity.kind, texts[entity.id])) if entity.type == "Initiative" else entity
        for entity in found
    )


def extract(page: Page) -> PageFacts:
    """Everything that the page says, with evidence. No fact crosses from one article into another."""
    parts = articles.split(page)
    linked = entities.link(page, parts, mentions.find(page, parts))
    about = descriptions.find(page, parts, linked.mentions)
    return PageFacts(
        page=page,
        articles=parts,
        entities=_with_themes(page, linked.entities, about),
        mentions=linked.mentions,
        relations=tuple(relations.find(page, parts, linked)),
        statistics=tuple(statistics.find(page, parts, linked)),
        descriptions=tuple(about),
        homes=linked.homes,
    )
