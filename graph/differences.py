"""What differs between regions, in sentences that a reader can quote (Chinese and English): figures, who was reported first, how, for whom
and with whom they work. Nothing is inferred where no date is known; only exact figures of one period are measured against each other."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from graph.facets import FACETS, measure
from graph.files import folder, read_yaml
from graph.profiles import Profile
from graph.reasons import clear_concepts
from graph.region_figures import RegionFigure, qualifiers

_SHOWN = 4  # concepts of a facet


@dataclass(frozen=True, slots=True)
class Difference:
    """What is said of some regions: on what (key of `aspects` in schema/differences.yaml), in Chinese and in English."""

    aspect: str
    zh: str
    en: str


@cache
def _words() -> dict[str, Any]:
    content: dict[str, Any] = read_yaml(folder("schema") / "differences.yaml")
    return content


def aspect_name(aspect: str) -> str:
    """The Chinese name of what a Difference is on."""
    return str(_words()["aspects"][aspect][0])


@dataclass(frozen=True, slots=True)
class _Tongue:
    """One of the languages of schema/differences.yaml, by its place there."""

    place: int

    def word(self, key: str, **values: Any) -> str:
        return str(_words()[key][self.place]).format(**values)

    def row(self, items: Sequence[str], between: str = "comma") -> str:
        return self.word(between).join(items)


def _both(aspect: str, said: Callable[[_Tongue], str]) -> Difference:
    zh, en = (said(tongue) + tongue.word("end") for tongue in (_Tongue(0), _Tongue(1)))
    return Difference(aspect, zh, en)


def dated(figure: RegionFigure, place: int = 0) -> str:
    """The figure as shown, with its period and the date of its page: 12 个（截至目前，2024-05 见报）."""
    tongue = _Tongue(place)
    date = tongue.word("reported", date=figure.date) if figure.date else tongue.word("undated")
    return tongue.word("noted", number=figure.number, notes=tongue.row([*filter(None, [figure.period]), date], "pause"))


def of_figures(by_region: Mapping[str, Sequence[RegionFigure]]) -> Difference:
    """The figures of one measure by the names of two and more regions, and how far apart those are that can be measured."""
    groups: dict[tuple[str, frozenset[str]], dict[str, RegionFigure]] = defaultdict(dict)
    left: dict[str, list[str]] = defaultdict(list)
    for region, figures in by_region.items():
        if reason := _not_measured(figures):
            left[reason].append(region)
        else:
            groups[figures[0].period, _meant(figures[0])][region] = figures[0]
    for group in [group for group in groups.values() if len(group) == 1]:
        left["apart"] += group
    measured = [group for group in groups.values() if len(group) > 1]

    def said(tongue: _Tongue) -> str:
        values = {region: list(dict.fromkeys(dated(figure, tongue.place) for figure in figures)) for region, figures in by_region.items()}
        clauses = [tongue.row([tongue.word("value", region=region, values=tongue.row(own)) for region, own in values.items()])]
        if measured:
            clauses.append(tongue.word("compared", said=tongue.row([_gap(group, tongue) for group in measured])))
        if left:
            why = [tongue.word("because", regions=tongue.row(regions), reason=tongue.word(reason)) for reason, regions in left.items()]
            clauses.append(tongue.word("uncompared", said=tongue.row(why)))
        return tongue.row(clauses, "stop")

    return _both("figures", said)


def _not_measured(figures: Sequence[RegionFigure]) -> str:
    """Why the figures of a region cannot be measured against others (a key of schema/differences.yaml), "" when they can."""
    if not all(figure.date for figure in figures):
        return "undated"
    if len({(figure.value, figure.qualifier, figure.period) for figure in figures}) > 1:
        return "several"
    return "about" if (qualifiers("before") | qualifiers("after")) & set(figures[0].words) else ""


def _meant(figure: RegionFigure) -> frozenset[str]:
    """The words beside a figure that make it another number than the plain one: plans, growth, shares."""
    return frozenset(figure.words) - qualifiers("exact")


def _gap(group: Mapping[str, RegionFigure], tongue: _Tongue) -> str:
    """How far apart the largest and the smallest are."""
    order = sorted(group, key=lambda region: -group[region].value)
    most, least = group[order[0]], group[order[-1]]
    if most.value == least.value:
        return tongue.word("equal", regions=tongue.row(order))
    unit = tongue.word("percent") if most.unit == "%" else most.written if most.written == least.written else most.unit
    gap = f"{most.value - least.value:.12g} {unit}".strip()
    return tongue.word("more" if len(order) == 2 else "most", one=order[0], other=order[-1], gap=gap)


def of_dates(by_region: Mapping[str, Sequence[str]]) -> Difference:
    """Since when: the first dates ("" unknown) of the initiatives under one theme by the names of two and more regions."""
    known = {region: min(dates) for region, dates in by_region.items() if all(dates)}

    def said(tongue: _Tongue) -> str:
        clauses = []
        for region, dates in by_region.items():
            undated, count = sum(not date for date in dates), len(dates)
            key = "first" if not undated else "known" if undated < count else "dateless"
            clauses.append(tongue.word(key, region=region, date=min(filter(None, dates), default=""), count=count, undated=undated))
        if len(known) > 1:
            clauses.append(_earliest(known, "earliest" if len(known) == len(by_region) else "earliest_known", tongue))
        return tongue.row(clauses, "stop")

    return _both("first", said)


def _earliest(known: Mapping[str, str], key: str, tongue: _Tongue) -> str:
    """Whose date is the earliest, if the dates are fine enough to tell (2024 may be before or after 2024-05)."""
    first, *others = sorted(known, key=lambda region: known[region])
    same = [region for region in others if known[region] == known[first]]
    fine = all(known[first][: len(known[region])] != known[region][: len(known[first])] for region in others if region not in same)
    if not fine or (same and len(known[first]) < len("2024-05-01")):
        return tongue.word("unclear")
    return tongue.word("together", regions=tongue.row([first, *same])) if same else tongue.word(key, region=first)


def of_facets(by_region: Mapping[str, Sequence[Profile]]) -> list[Difference]:
    """How, for whom and with whom: what the sentences about the initiatives under one theme tell of in all regions, and in one only."""
    found = []
    for facet in FACETS:
        clear, named = {}, {}
        for region, profiles in by_region.items():
            clear[region], named[region] = clear_concepts(profiles, facet)
        worth = {concept for concepts in named.values() for concept in concepts}
        common = [concept for concept in next(iter(clear.values())) if concept in worth and all(concept in own for own in clear.values())]
        alone = {region: [c for c in concepts if sum(c in own for own in clear.values()) == 1] for region, concepts in named.items()}
        if any(alone.values()):
            found.append(_both(facet, partial(_told, facet, common, alone)))
    return found


def _told(facet: str, common: Sequence[str], alone: Mapping[str, Sequence[str]], tongue: _Tongue) -> str:
    def named(concepts: Sequence[str]) -> str:
        return tongue.row([measure().facets[facet].labels[concept][tongue.place] for concept in concepts[:_SHOWN]])

    clauses = [tongue.word("all", what=named(common))] if common else []
    clauses += [tongue.word("only", region=region, what=named(concepts)) for region, concepts in alone.items() if concepts]
    return tongue.row(clauses, "stop")
