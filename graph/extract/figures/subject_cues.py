"""What a figure may belong to, and the cues that speak for and against each: how it was brought up, how far off, what happened since."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from graph.extract.figures.clauses import countable, facility
from graph.extract.figures.subject_mind import Mind
from graph.extract.figures.subject_places import home_region
from graph.extract.figures.subject_weights import COLUMNS
from graph.extract.scenes.clause_patterns import words
from graph.extract.scenes.scene import Item, Scene, Sentence

__all__ = ["Place", "candidates"]

#: A paragraph is looked back on for so many sentences, before it so many more of the one before.
_BACK, _BEFORE = 12, 2
#: Named at least so many times, an entity is what the article is about.
_OFTEN = 4
_ACTING = {"Union": "body since", "Company": "body since", "Organization": "body since", "Region": "place since"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: the number of its sentence, the span of its clause and its own in the folded text."""

    number: int
    clause: tuple[int, int]
    figure: tuple[int, int]


@cache
def _said() -> Mapping[str, re.Pattern[str]]:
    return {cue: re.compile(words(name)) for cue, name in (("deed", "deed"), ("reach", "reach"), ("part", "part"))}


def _of_clause(sentence: Sentence, place: Place) -> tuple[str, ...]:
    """What the clause says before its figure: that something is done, that it reaches people; around it: that they take part."""
    before = sentence.text[place.clause[0] : place.figure[0]]
    after = sentence.text[place.figure[1] : place.clause[1]].partition("、")[0]
    said = _said()
    found = [cue for cue in ("deed", "reach") if said[cue].search(before)]
    return (*found, *(["part"] if said["part"].search(before[-12:] + after) else []))


def _around(scene: Scene, place: Place) -> Iterator[tuple[int, Item]]:
    """What the paragraph names before the figure and in its clause, the end of the paragraph before with it, in order."""
    sentences = scene.sentences
    block, first = sentences[place.number].block, place.number
    while first > 0 and sentences[first - 1].block == block and place.number - first < _BACK:
        first -= 1
    for number in range(max(first - _BEFORE, 0), place.number):
        yield from ((number, item) for item in sentences[number].items)
    yield from ((place.number, item) for item in sentences[place.number].inside(0, place.clause[1]))


def _distance(scene: Scene, place: Place, last: tuple[int, Item] | None) -> str:
    """How far before a figure its candidate was named last."""
    if last is None:
        return "unnamed"
    number, item = last
    if number == place.number:
        return "clause" if item.at >= place.clause[0] else "earlier clause"
    same = scene.sentences[number].block == scene.sentences[place.number].block
    return "sentence before" if same and place.number - number == 1 else "further"


def _since(scene: Scene, mind: Mind, entity: str, offset: int) -> list[str]:
    """What has come in between since a candidate was named at a view offset: another body or place acts, something is set going."""
    found = set()
    for start, other in reversed(mind.acts):
        if start <= offset:
            break
        if other != entity:
            found.add(_ACTING.get(scene.entities[other].type, ""))
    for start, other in reversed(mind.launches):
        if start <= offset:
            break
        if other != entity:
            found.add("launched since")
    return sorted(found - {""})


def _of_initiative(scene: Scene, mind: Mind, place: Place, item: Item | None, entity: str) -> list[str]:
    """How an initiative was brought up, and whether it is one thing that can be counted."""
    sentence, found = scene.sentences[place.number], []
    launched = next((start for start, other in reversed(mind.launches) if other == entity), -1)
    if launched >= sentence.start:
        found.append("launched here" if launched >= sentence.offsets[place.clause[0]] else "launched before")
    elif launched >= scene.openings[sentence.block]:
        found.append("launched earlier")
    if item is not None:
        found += ["facility"] * facility(scene, item) + ["kind"] * (not countable(scene, item))
    return found


def _cues(scene: Scene, mind: Mind, place: Place, entity: str, last: tuple[int, Item] | None, times: int) -> list[str]:
    """The cues of a candidate by itself; `times`: how often the article names it."""
    found = ["any", _distance(scene, place, last)]
    slots = (("subject", mind.sentence), ("paragraph", mind.paragraph), ("topic", mind.topic))
    found += [cue for cue, held in slots if held == entity]
    if times < 2:
        found.append("once")
    elif times >= _OFTEN:
        found.append("often")
    if last is not None:
        found += _since(scene, mind, entity, last[1].start)
    if scene.entities[entity].type == "Initiative":
        found += _of_initiative(scene, mind, place, last[1] if last is not None else None, entity)
    elif mind.launches and mind.launches[-1][0] >= scene.sentences[place.number].start:
        found.append("sets going")
    return found


def _last_named(scene: Scene, place: Place) -> tuple[dict[str, tuple[int, Item] | None], str | None]:
    """What is named around a figure, with where it was last before it; and the first initiative of its paragraph."""
    last: dict[str, tuple[int, Item] | None] = {}
    first, block = None, scene.sentences[place.number].block
    for number, item in _around(scene, place):
        before = number < place.number or item.at < place.figure[0]
        last[item.entity] = (number, item) if before else last.get(item.entity)
        if first is None and item.type == "Initiative" and scene.sentences[number].block == block:
            first = item.entity
    return last, first


def candidates(scene: Scene, mind: Mind, place: Place, proposed: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The entities that a figure may belong to, each with its cues; `proposed` says who is so by which cue (rule, said, home)."""
    last, first = _last_named(scene, place)
    region = home_region(scene)
    for entity in (*proposed.values(), *([region] if region is not None else ()), *mind.held_in_mind()):
        last.setdefault(entity, None)
    types = {entity: scene.entities[entity].type for entity in last}
    times = {entity: len(scene.named_at.get(entity, ())) for entity, kind in types.items() if kind in COLUMNS}
    most: dict[str, int] = {}
    for entity, count in times.items():
        most[types[entity]] = max(most.get(types[entity], 0), count)
    shared = _of_clause(scene.sentences[place.number], place)
    found = {}
    for entity, count in times.items():
        cues = _cues(scene, mind, place, entity, last[entity], count)
        cues += [cue for cue, who in proposed.items() if who == entity]
        cues += ["most"] * (count == most[types[entity]]) + ["first"] * (entity == first)
        found[entity] = (*cues, *shared)
    return found
