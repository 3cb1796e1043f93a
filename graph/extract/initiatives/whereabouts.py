"""Where an initiative runs, in one code: what its relations say before what only its article suggests."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from graph.records import Entity, Relation, replace

__all__ = ["placed"]


def placed(entities: Sequence[Entity], relations: Iterable[Relation]) -> tuple[Entity, ...]:
    """The entities, each initiative with the code of the region it runs in.

    That is the region its relations name most often, of several the most specific; else where its runners serve or stand; else the code
    it has (the place that opens its name, or the home of its article).
    """
    code = {entity.id: place for entity in entities if (place := entity.adcode or entity.within)}
    stated: dict[str, list[str]] = defaultdict(list)
    seats: dict[str, list[str]] = defaultdict(list)
    runners: dict[str, list[str]] = defaultdict(list)
    for relation in relations:
        if relation.relation == "runs":
            runners[relation.tail].append(relation.head)
        elif relation.tail in code and relation.relation in {"inRegion", "serves", "locatedIn"}:
            (stated if relation.relation == "inRegion" else seats)[relation.head].append(code[relation.tail])

    def where(entity: Entity) -> str | None:
        around = [seat for body in runners[entity.id] for seat in seats.get(body) or ([code[body]] if body in code else [])]
        return _main(stated[entity.id]) or _main(around) or entity.adcode

    return tuple(replace(entity, adcode=where(entity)) if entity.type == "Initiative" else entity for entity in entities)


def _main(codes: Sequence[str]) -> str | None:
    counts = Counter(codes)
    return min(counts, key=lambda code: (-counts[code], -len(code.rstrip("0")), code)) if counts else None
