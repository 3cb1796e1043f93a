"""Where an initiative runs, in one code: what its relations say before what only its name or its article suggests."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from graph.tables import Tables, place_codes


def placed(tables: Tables) -> Tables:
    """The tables, each initiative with the code of the region it runs in (column `adcode`).

    That is the region its relations name most often, of several the most specific; else where its runners serve or stand; else the code
    it has (the place that opens its name, or the home of its article).
    """
    code = place_codes(tables)
    entities = tables["entities"].copy()
    initiatives = entities["type"] == "Initiative"
    stated: dict[str, list[str]] = defaultdict(list)
    seats: dict[str, list[str]] = defaultdict(list)
    runners: dict[str, list[str]] = defaultdict(list)
    relations = tables["relations"]
    for head, relation, tail in zip(relations["head"], relations["relation"], relations["tail"], strict=True):
        if relation == "runs":
            runners[tail].append(head)
        elif tail in code and relation in {"inRegion", "serves", "locatedIn"}:
            (stated if relation == "inRegion" else seats)[head].append(code[tail])

    def where(id_: str) -> str:
        around = [seat for body in runners[id_] for seat in seats.get(body) or ([code[body]] if body in code else [])]
        return _main(stated[id_]) or _main(around) or code.get(id_, "")

    entities.loc[initiatives, "adcode"] = [where(id_) for id_ in entities.loc[initiatives, "id"]]
    return tables | {"entities": entities}


def _main(codes: Sequence[str]) -> str:
    counts = Counter(codes)
    return min(counts, key=lambda code: (-counts[code], -len(code.rstrip("0")), code)) if counts else ""
