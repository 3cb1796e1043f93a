"""Relations between the entities of a page: candidates from the rule modules, checked against the vocabulary, each once."""

from collections.abc import Iterator, Sequence

from graph import model
from graph.extract import relations_papers, relations_partners, relations_parts, relations_places, relations_posts, relations_runs
from graph.extract.entities import Linked
from graph.extract.relations_text import Fact, Scene, scenes
from graph.records import Article, Page, Relation

__all__ = ["find"]


def _facts(scene: Scene) -> Iterator[Fact]:
    yield from relations_posts.find(scene)
    yield from relations_places.bodies(scene)
    yield from relations_runs.find(scene)
    yield from relations_partners.find(scene)
    shared = relations_runs.shared(scene)
    yield from relations_parts.find(scene, shared)
    yield from relations_places.initiatives(scene, relations_runs.runners(scene), shared)
    yield from relations_papers.find(scene)


def find(page: Page, articles: Sequence[Article], linked: Linked) -> list[Relation]:
    """The relations of a page, each (head, relation, tail) once an article, in reading order."""
    types = model.load().relations
    found: dict[tuple[str, str, str, str], Relation] = {}
    for scene in scenes(page, articles, linked):
        for fact in _facts(scene):
            kind = types[fact.relation]
            head, tail = scene.entities[fact.head], scene.entities[fact.tail]
            if head.type not in kind.head or tail.type not in kind.tail or head.id == tail.id:
                continue
            first, second = sorted((head.id, tail.id)) if kind.symmetric else (head.id, tail.id)
            key = (scene.article.id, first, fact.relation, second)
            found.setdefault(
                key,
                Relation(head.id, fact.relation, tail.id, fact.label, fact.sentence.start, fact.sentence.end, scene.article.id, fact.rule),
            )
    return sorted(found.values(), key=lambda r: (r.start, r.relation, r.head, r.tail))
