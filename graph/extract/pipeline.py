"""One page to all its facts: the recognisers, the linker and the relation finders in order. A pure function of the page."""

from collections.abc import Sequence

from graph.extract import mentions
from graph.extract.figures import statistics
from graph.extract.initiatives import descriptions, themes
from graph.extract.initiatives.surroundings import Around, around
from graph.extract.linking import entities
from graph.extract.linking.entities import Linked
from graph.extract.page import articles
from graph.extract.relations import relations
from graph.records import Article, Description, Entity, Page, PageFacts, replace


def _with_themes(page: Page, parts: Sequence[Article], linked: Linked, about: Sequence[Description]) -> tuple[Entity, ...]:
    found = around(page, parts, linked, about)

    def themed(entity: Entity) -> Entity:
        return replace(entity, themes=themes.assign(entity.name, entity.kind, found.get(entity.id, Around())))

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
        open=linked.open,
    )
