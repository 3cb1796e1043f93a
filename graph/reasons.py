"""Why two initiatives are alike, in words that a reader can quote (Chinese or English), and the sentences that show it."""

import math
from typing import Any

from graph.facets import FACETS, measure
from graph.features import grams, without_places
from graph.measures import canonical
from graph.model import load
from graph.profiles import Profile, Sentence
from graph.tables import Tables

# What is said in each language: index 0 Chinese, 1 English.
_LANGUAGES = ("zh", "en")
_LEAD = {
    "theme": ("主题同为{}", "same theme: {}"), "mechanism": ("做法都有{}", "both work by {}"), "target": ("都面向{}", "both for {}"),
    "partners": ("合作方都有{}", "both with {}"), "kind": ("同为{}", "both of the kind {}"), "words": ("名称都有{}", "both names say {}"),
    "level": ("都在{}", "both at {} level"),
}  # fmt: skip
_LEVELS = {1: ("省级", "province"), 2: ("市级", "prefecture"), 3: ("县级", "county"), 4: ("乡镇街道", "town")}
_COMMA = ("、", ", ")
_STOP = (";", "; ")
_AND = (" 与 ", " and ")
_SHOWN = 3  # shared things named for each part
_CLEAR = 0.15  # weight by place from which a concept is worth naming
_LOOKED_AT = 12  # sentences of an initiative among which the quote is chosen


def _comparable(profile: Profile) -> dict[tuple[str, str], float]:
    """(measure, unit) in canonical form -> the largest value."""
    values: dict[tuple[str, str], float] = {}
    for name, unit, value in profile.figures:
        key = canonical(name, unit)
        values[key] = max(value, values.get(key, value))
    return values


def figures_alike(one: Profile, other: Profile) -> float:
    """1 when a figure of the same measure and unit is equal, 0 when the nearest one is ten times as large, or none is shared."""
    left, right = _comparable(one), _comparable(other)
    gaps = [abs(math.log10(left[key] / right[key])) for key in left.keys() & right.keys() if left[key] > 0 and right[key] > 0]
    return max(0.0, 1 - min(gaps)) if gaps else 0.0


def shared_concepts(one: Profile, other: Profile, facet: str) -> list[str]:
    """The concepts that both show, the clearest first."""
    left, right = one.concepts[facet], other.concepts[facet]
    both = [(min(left[concept][0], right[concept][0]), concept) for concept in left.keys() & right.keys()]
    return [concept for weight, concept in sorted(both, key=lambda entry: (-entry[0], entry[1])) if weight >= _CLEAR]


def _shared_words(one: Profile, other: Profile) -> list[str]:
    """Runs of two and more characters that both names hold, longest first."""
    left, right = (without_places(profile.name, profile.region) for profile in (one, other))
    found: list[str] = []
    for size in range(min(len(left), len(right)), 1, -1):
        common = [gram for gram in grams(left, size) if gram in set(grams(right, size))]
        found += [gram for gram in dict.fromkeys(common) if not any(gram in longer for longer in found)]
        if len(found) >= _SHOWN:
            break
    return found[:_SHOWN]


class Reasons:
    """Words and quotes for pairs of initiatives of one set of tables."""

    def __init__(self, tables: Tables) -> None:
        self.dates = dict(zip(tables["pages"]["page"], tables["pages"]["date"], strict=True))

    def why(self, one: Profile, other: Profile, parts: dict[str, float], language: str = "zh") -> str:
        """The parts that add to the score, in words, in the order in which schema/similarity.yaml gives them; "" when there are none.

        `language` is zh or en; names of measures and words of the names are quoted as written.
        """
        tongue = _LANGUAGES.index(language)
        themes = load().themes
        both = [(themes[t].zh, themes[t].en)[tongue] if t in themes else t for t in one.themes if t in other.themes]
        said = [("theme", _COMMA[tongue].join(both))]
        for facet in FACETS:
            labels = measure().facets[facet].labels
            if parts[facet] and (concepts := shared_concepts(one, other, facet)):
                said.append((facet, _COMMA[tongue].join(labels[concept][tongue] for concept in concepts[:_SHOWN])))
        if parts["kind"] and one.kind == other.kind:
            said.append(("kind", measure().kinds.get(one.kind, (one.kind, one.kind))[tongue]))
        if parts["wording_name"] and (words := _shared_words(one, other)):
            said.append(("words", "".join(f"“{word}”" for word in words)))
        clauses = [_LEAD[part][tongue].format(what) for part, what in said if what]
        return _STOP[tongue].join(clauses + _scale(one, other, tongue))

    def quotes(self, one: Profile, other: Profile) -> dict[str, Any]:
        """The sentence of each that shows most of what they share: page_a, start_a, end_a, quote_a, date_a, and the same for b."""
        shared = {(facet, concept) for facet in FACETS for concept in shared_concepts(one, other, facet)}
        row: dict[str, Any] = {}
        for end, profile in (("a", one), ("b", other)):
            if sentence := quote(profile, {profile.concepts[facet][concept][1] for facet, concept in shared}):
                row |= {
                    f"page_{end}": sentence.page, f"start_{end}": sentence.start, f"end_{end}": sentence.end,
                    f"quote_{end}": sentence.text, f"date_{end}": self.dates.get(sentence.page, ""),
                }  # fmt: skip
        return row


def _scale(one: Profile, other: Profile, tongue: int) -> list[str]:
    said = []
    left, right = _comparable(one), _comparable(other)
    for name, unit in sorted(left.keys() & right.keys())[:_SHOWN]:
        values = _AND[tongue].join(f"{values[name, unit]:g} {unit}".strip() for values in (left, right))
        said.append(f"{name} {values}")
    if one.level and one.level == other.level:
        said.append(_LEAD["level"][tongue].format(_LEVELS[one.level][tongue]))
    return said


def quote(profile: Profile, words: set[str]) -> Sentence | None:
    """The sentence that holds most of `words`; among equals one that names the initiative, then the first. None without any."""
    sentences = profile.sentences[:_LOOKED_AT]
    if not sentences:
        return None
    places = range(len(sentences))
    best = max(places, key=lambda at: (sum(word in sentences[at].text for word in words), sentences[at].place == "sentence", -at))
    return sentences[best]
