"""Relations between the entities of a page: candidates from the rule modules, checked against the vocabulary, each once an article."""

from collections.abc import Iterator, Sequence

from graph import model
from graph.extract.confidence import confidence, cue_of
from graph.extract.initiatives import practices
from graph.extract.linking.entities import Linked
from graph.extract.relations import contests, honours, papers, partners, parts, places, posts, regions, runs, takes, weighed
from graph.extract.scenes.scene import Fact, Scene, scenes
from graph.records import Article, Page, Relation

__all__ = ["find"]

_PRACTICE_RULES = frozenset({"runs.near.verb", "runs.subject.verb", "runs.partner.verb", "runs.near.bare"})


def _facts(scene: Scene) -> Iterator[Fact]:
    reading = runs.read(scene)
    yield from posts.find(scene)
    yield from places.bodies(scene)
    yield from runs.find(reading)
    yield from partners.find(scene)
    yield from takes.find(scene)
    yield from parts.find(scene, reading.shared)
    yield from regions.find(scene, reading)
    yield from papers.find(scene)
    heard = tuple(honours.heard(scene))
    yield from honours.find(scene, heard)
    yield from contests.find(scene, heard)


def _told(fact: Fact, unnamed: frozenset[str]) -> bool:
    """Whether a fact counts; of a practice only what a stated subject with its verb runs: where else it runs nobody says."""
    return unnamed.isdisjoint((fact.head, fact.tail)) or fact.rule in _PRACTICE_RULES


def grouped(scene: Scene, unnamed: frozenset[str]) -> dict[tuple[str, str, str], list[Fact]]:
    """(relation, head, tail) -> the facts that say so; only what the vocabulary allows. Symmetric pairs stand under one key."""
    types = model.load().relations
    found: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in _facts(scene):
        kind = types[fact.relation]
        head, tail = scene.entities[fact.head], scene.entities[fact.tail]
        if not _told(fact, unnamed) or head.type not in kind.head or tail.type not in kind.tail or head.id == tail.id:
            continue
        ends = sorted((head.id, tail.id)) if kind.symmetric else (head.id, tail.id)
        found.setdefault((fact.relation, ends[0], ends[1]), []).append(fact)
    return found


def _relation(scene: Scene, facts: Sequence[Fact]) -> Relation:
    """The relation that several facts state: the evidence is the one whose cue is most often right, of equals the first."""
    said = len({fact.sentence.start for fact in facts})
    scores = [confidence(cue_of(fact.rule, said)) for fact in facts]
    at = max(range(len(facts)), key=lambda i: (scores[i] or 0.0, bool(facts[i].label), -i))
    fact = facts[at]
    return Relation(
        fact.head, fact.relation, fact.tail, fact.label, fact.sentence.start, fact.sentence.end,
        scene.article.id, cue_of(fact.rule, said), scores[at],
    )  # fmt: skip


def find(page: Page, articles: Sequence[Article], linked: Linked) -> list[Relation]:
    """The relations of a page, each (head, relation, tail) once an article, in reading order."""
    unnamed = practices.unnamed(linked.mentions)
    read = ((scene, grouped(scene, unnamed)) for scene in scenes(page, articles, linked))
    found = [_relation(scene, facts) for scene, groups in read for facts in weighed.kept(scene, groups)]
    return sorted(found, key=lambda r: (r.start, r.relation, r.head, r.tail))
