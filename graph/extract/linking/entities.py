"""Mentions -> entities: homes of the articles, short and deictic forms, canonical names, keys."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.extract.confidence import confidence
from graph.extract.linking import things
from graph.extract.linking.bodies import link_bodies
from graph.extract.linking.context import Context
from graph.extract.linking.identity import Identity, fold
from graph.extract.linking.implied import implied
from graph.records import Article, Entity, LinkedMention, Mention, Page, entity_id

__all__ = ["Linked", "link"]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking knows of a page. `homes` maps article id to (home adcode, home union's entity id); `open` are mentions of no entity."""

    entities: tuple[Entity, ...]
    mentions: tuple[LinkedMention, ...]
    homes: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    open: tuple[Mention, ...] = ()


def link(page: Page, articles: Sequence[Article], mentions: Sequence[Mention]) -> Linked:
    """The entities of a page and the entity of each mention, in page order.

    A mention whose entity the text leaves open (县总 where no county is named) is in `open` alone. Besides the entities that are
    mentioned there are those that a body's name implies (滨海县总工会: 滨海县; see implied), without a mention.
    """
    context = Context(page, articles, [(m.start, m.end) for m in mentions if m.type == "Person"])
    by_type: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_type[mention.type].append(mention)
    bodies = link_bodies(context, mentions)
    found: dict[Mention, Identity] = dict(bodies)
    found |= things.regions(context, by_type["Region"])
    found |= things.persons(context, by_type["Person"], bodies)
    found |= things.initiatives(context, by_type["Initiative"])
    found |= things.documents(context, by_type["Document"])
    found |= things.honours(context, by_type["Honour"])
    entities = _entities(found)
    entities |= {e.id: e for e in implied(bodies, context.zones.all()) if e.id not in entities}
    linked = _linked(found)
    return Linked(tuple(entities.values()), linked, _homes(context, articles, found), tuple(m for m in mentions if m not in found))


def _linked(found: Mapping[Mention, Identity]) -> tuple[LinkedMention, ...]:
    """The mentions in page order; their confidence rests on the rule, the link, and whether the article names the entity again."""
    often = Counter((mention.article, mention.type, identity.key) for mention, identity in found.items())
    linked = []
    for mention in sorted(found, key=lambda m: (m.start, m.end)):
        key, link = found[mention].key, found[mention].link
        said = "again" if often[mention.article, mention.type, key] > 1 else "once"
        share = confidence(f"{mention.rule}.{link.replace('.', '-')}.{said}", table="mentions")
        linked.append(LinkedMention(mention, entity_id(mention.type, key), link, share))
    return tuple(linked)


def _entities(found: Mapping[Mention, Identity]) -> dict[str, Entity]:
    """Entity id -> entity, in the order of first mention."""
    groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in sorted(found, key=lambda m: (m.start, m.end)):
        groups[mention.type, found[mention].key].append(mention)
    return {entity.id: entity for (kind, key), own in groups.items() for entity in [_entity(kind, key, own, found)]}


def _entity(kind: str, key: str, own: Sequence[Mention], found: Mapping[Mention, Identity]) -> Entity:
    identities = [found[mention] for mention in own]
    name = _best_name(kind, identities)
    texts = dict.fromkeys(i.name for i in identities if i.rank != 1)
    texts |= dict.fromkeys(m.text for m in own if _is_name(m, found[m].link))
    kinds = Counter(mention.kind for mention in own if mention.kind)
    return Entity(
        id=entity_id(kind, key),
        type=kind,
        name=name,
        key=key,
        adcode=next((i.adcode for i in identities if i.adcode), None),
        kind=kinds.most_common(1)[0][0] if kinds else None,
        aliases=tuple(text for text in texts if fold(text) != fold(name)),
        within=next((i.within for i in identities if i.within), None),
    )


# By these links and rules a mention calls its entity by a name that holds elsewhere, too; by the others only where it stands
# (县总, 该公司, 驿站).
_NAMING_LINKS = frozenset({"region", "name", "adcode", "again", "shortened", "national"})
_NAMING_RULES = frozenset({"practice.standing", "union.unit.full"})
_POINTING_RULES = (".deictic", ".bare", ".zone.again")


def _is_name(mention: Mention, link: str) -> bool:
    return (link in _NAMING_LINKS or mention.rule in _NAMING_RULES) and not mention.rule.endswith(_POINTING_RULES)


def _best_name(kind: str, identities: Iterable[Identity]) -> str:
    """The name of the highest rank: the longest for bodies, the commonest (then first) for the rest."""
    top = max(i.rank for i in identities)
    names = Counter(i.name for i in identities if i.rank == top)
    if kind in {"Union", "Company", "Organization"}:
        return max(names, key=len)
    return names.most_common(1)[0][0]


# A union that only announces or awards is not the one that an item is about.
_AWARDS = re.compile(r"(?:日前|近日|联合|发文|正式|下发文件)*(?:公布|表彰|授予|命名|评为|认定|通报|公示)")


def _homes(context: Context, articles: Sequence[Article], found: Mapping[Mention, Identity]) -> dict[str, tuple[str | None, str | None]]:
    """Article id -> home division and home union: the total union of the home, else that of the byline, else the first."""
    homes: dict[str, tuple[str | None, str | None]] = {}
    of_article: dict[str, list[Mention]] = {}
    for mention in sorted((m for m in found if m.type == "Union"), key=lambda m: m.start):
        of_article.setdefault(mention.article, []).append(mention)
    for article in articles:
        unions = of_article.get(article.id, [])
        code = context.homes.get(article.id)
        spans = [(block.start, block.end) for block in article.blocks if block.role == "byline"]
        own = [m for m in unions if found[m].key == f"{code}|总工会"]
        signed = [m for m in unions if any(start <= m.start < end for start, end in spans)]
        acting = [m for m in unions if not _AWARDS.match(context.view, m.end) and context.view[m.start - 1] not in "被获受"]
        first = (signed or own or acting)[:1]
        homes[article.id] = (code, entity_id("Union", found[first[0]].key) if first else None)
    return homes
