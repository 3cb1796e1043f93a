"""Why two initiatives are alike, in words that a reader can quote (Chinese or English), and the sentences that show it."""

import math
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from graph.characters import reading
from graph.facets import FACETS, measure
from graph.features import without_places
from graph.files import folder, read_yaml
from graph.measures import canonical
from graph.model import load
from graph.profiles import Profile, Sentence
from graph.tables import Tables

_LANGUAGES = ("zh", "en")  # their places in schema/reasons.yaml
_QUOTATION = re.compile("[“”‘’「」『』\"']")
_SHOWN = 3  # shared things named for each part
_CLEAR = 0.15  # weight by place from which a concept is worth naming
_LOOKED_AT = 12  # sentences of an initiative among which the quote is chosen
_TOLD = re.compile("[。!?！？…][”’」』)）】]*$")  # the end of a sentence; headlines and labels have none


@cache
def _words() -> dict[str, Any]:
    content: dict[str, Any] = read_yaml(folder("schema") / "reasons.yaml")
    return content


def _comparable(profile: Profile) -> dict[tuple[str, str], float]:
    """(measure, unit) in canonical form -> the largest value."""
    values: dict[tuple[str, str], float] = {}
    for name, unit, value in profile.figures:
        if not name:
            continue  # of what nobody knows
        key = canonical(name, unit)
        values[key] = max(value, values.get(key, value))
    return values


def figures_alike(one: Profile, other: Profile) -> float:
    """1 when a figure of the same measure and unit is equal, 0 when the nearest one is ten times as large, or none is shared."""
    left, right = _comparable(one), _comparable(other)
    gaps = [abs(math.log10(left[key] / right[key])) for key in left.keys() & right.keys() if left[key] > 0 and right[key] > 0]
    return max(0.0, 1 - min(gaps)) if gaps else 0.0


def shared_concepts(one: Profile, other: Profile, facet: str) -> list[str]:
    """The concepts that both show, the clearest first. Of those that the same words show the one with the fewest words stands for all
    (技能大赛 shows a skills contest, and so a competition)."""
    left, right = one.concepts[facet], other.concepts[facet]
    return _narrow(facet, {c: (min(left[c][0], right[c][0]), (left[c][1], right[c][1])) for c in left.keys() & right.keys()})


def clear_concepts(found: Sequence[Profile], facet: str) -> tuple[list[str], list[str]]:
    """The concepts that any of the initiatives shows clearly, and those of them that `shared_concepts` would name."""
    shown: dict[str, tuple[float, tuple[str, ...]]] = {}
    for profile in found:
        for concept, (weight, word) in profile.concepts[facet].items():
            if weight > shown.get(concept, (0.0, ()))[0]:
                shown[concept] = (weight, (word,))
    return _clear(shown), _narrow(facet, shown)


def _clear(shown: dict[str, tuple[float, tuple[str, ...]]]) -> list[str]:
    """Of concept -> (weight, the words that show it) those clear enough, the clearest first."""
    order = sorted((-weight, concept) for concept, (weight, _) in shown.items() if weight >= _CLEAR)
    return [concept for _, concept in order]


def _narrow(facet: str, shown: dict[str, tuple[float, tuple[str, ...]]]) -> list[str]:
    """`_clear` without what the words of a narrower concept show."""
    sizes, clear = measure().facets[facet].sizes, _clear(shown)
    narrow: dict[tuple[str, ...], str] = {}
    for concept in sorted(clear, key=lambda concept: (sizes[concept], concept)):
        narrow.setdefault(shown[concept][1], concept)
    return [concept for concept in clear if concept in narrow.values()]


def _shared_words(one: Profile, other: Profile) -> list[str]:
    """Runs of two and more characters that both names hold, longest first; quotation marks left out, other marks only stand inside."""
    left, right = (_QUOTATION.sub("", without_places(profile.name, profile.region)) for profile in (one, other))
    found: list[str] = []
    for size in range(min(len(left), len(right)), 1, -1):
        runs = dict.fromkeys(left[at : at + size] for at in range(len(left) - size + 1))
        common = [run for run in runs if run in right and run[0].isalnum() and run[-1].isalnum()]
        found += [run for run in common if not any(run in longer for longer in found)]
        if len(found) >= _SHOWN:
            break
    return found[:_SHOWN]


class Reasons:
    """Words and quotes for pairs of initiatives of one set of tables."""

    def __init__(self, tables: Tables) -> None:
        self.dates = dict(zip(tables["pages"]["page"], tables["pages"]["date"], strict=True))
        self._shown: dict[str, frozenset[tuple[str, str]]] = {}

    def why(self, one: Profile, other: Profile, parts: dict[str, float], language: str = "zh") -> str:
        """The parts that add to the score, in words, in the order in which schema/similarity.yaml gives them; "" when there are none.

        `language` is zh or en; names of measures and words of the names are quoted as written.
        """
        tongue, words = _LANGUAGES.index(language), _words()
        themes = load().themes
        both = [(themes[t].zh, themes[t].en)[tongue] if t in themes else t for t in one.themes if t in other.themes]
        said = [("theme", words["comma"][tongue].join(both))]
        for facet in FACETS:
            labels = measure().facets[facet].labels
            if parts[facet] and (concepts := shared_concepts(one, other, facet)):
                said.append((facet, words["comma"][tongue].join(labels[concept][tongue] for concept in concepts[:_SHOWN])))
        if parts["kind"] and one.kind == other.kind:
            said.append(("kind", measure().kinds.get(one.kind, (one.kind, one.kind))[tongue]))
        if parts["wording_name"] and (shared := _shared_words(one, other)):
            said.append(("words", "".join(f"“{word}”" for word in shared)))
        clauses = [words["lead"][part][tongue].format(what) for part, what in said if what]
        return str(words["stop"][tongue]).join(clauses + _scale(one, other, tongue))

    def quotes(self, one: Profile, other: Profile) -> dict[str, Any]:
        """The sentence of each that shows most of what they share: page_a, start_a, end_a, quote_a, date_a, and the same for b."""
        shared = {(facet, concept) for facet in FACETS for concept in shared_concepts(one, other, facet)}
        row: dict[str, Any] = {}
        for end, profile in (("a", one), ("b", other)):
            if sentence := self._quote(profile, shared):
                row |= {
                    f"page_{end}": sentence.page, f"start_{end}": sentence.start, f"end_{end}": sentence.end,
                    f"quote_{end}": sentence.text, f"date_{end}": self.dates.get(sentence.page, ""),
                }  # fmt: skip
        return row

    def _quote(self, profile: Profile, shared: set[tuple[str, str]]) -> Sentence | None:
        """The sentence that shows most of `shared`, to name the initiative in a sentence (no headline) counting like one more; among equals
        the one that is no headline, that names it, that names the fewest others, the first. None without any."""

        def worth(sentence: Sentence) -> tuple[int, bool, bool, int]:
            tells, names = bool(_TOLD.search(sentence.text)), sentence.place == "sentence"
            return len(shared & self._shows(sentence.text)) + (tells and names), tells, names, -sentence.named

        return max(profile.sentences[:_LOOKED_AT], key=worth, default=None)

    def _shows(self, text: str) -> frozenset[tuple[str, str]]:
        """The concepts that a sentence shows, with their facets; kept, as a sentence stands in many pairs."""
        if text not in self._shown:
            facets = measure().facets
            self._shown[text] = frozenset((name, concept) for name in FACETS for concept in facets[name].find(reading(text)))
        return self._shown[text]


def _scale(one: Profile, other: Profile, tongue: int) -> list[str]:
    said, words = [], _words()
    left, right = _comparable(one), _comparable(other)
    for name, unit in sorted(left.keys() & right.keys())[:_SHOWN]:
        values = words["and"][tongue].join(f"{values[name, unit]:g} {unit}".strip() for values in (left, right))
        said.append(f"{name} {values}")
    if one.level and one.level == other.level:
        said.append(words["lead"]["level"][tongue].format(words["levels"][one.level][tongue]))
    return said
