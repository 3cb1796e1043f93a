"""Whose a figure is: of all that an article names around it, the one that the most and the heaviest cues speak for.

Each article is read clause by clause (graph.extract.figures.subject_reading); what a figure may belong to, and the cues of each, are those
of graph.extract.figures.subject_cues; the weights stand in schema/subject_weights.yaml.
"""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence

from graph.extract.figures.figures import Figure
from graph.extract.figures.subject_cues import Place, candidates
from graph.extract.figures.subject_mind import Mind
from graph.extract.figures.subject_reading import read
from graph.extract.figures.subject_rules import Owner, home, in_mind, of_person, own, reported, sole
from graph.extract.figures.subject_weights import subject_weights
from graph.extract.scenes.scene import Scene, Sentence

__all__ = ["Owner", "owners", "weighed"]

#: A first sentence of at most so many characters is a heading run in with its paragraph.
_HEADING = 20
_CLAUSE = re.compile(r"[^,;:。!?]+[,;:。!?]*")
Candidates = dict[str, tuple[str, ...]]  # entity id -> its cues


def _next(scene: Scene, mind: Mind, number: int) -> Mind:
    """The mind before a sentence is read: a new paragraph keeps what the article is about."""
    sentence, before = scene.sentences[number], scene.sentences[max(number - 2, 0) : number]
    if before and before[-1].block == sentence.block:
        mind.opening = mind.opening and len(before[-1].text) <= _HEADING
        if sentence.text.startswith("其中"):
            return mind  # of what the sentence before has told
    else:
        # Texts of the web break after each sentence: a place that reached something goes on.
        alone = bool(before) and [one.block for one in before].count(before[-1].block) == 1
        going_on = mind.paragraph if alone and mind.paragraph and scene.entities[mind.paragraph].type == "Region" else None
        mind = mind.next_paragraph(going_on)
    mind.next_sentence()
    return mind


def weighed(scene: Scene, figures: Sequence[Sequence[Figure]]) -> Iterator[tuple[Sentence, Figure, Owner | None, Candidates]]:
    """Each figure in order, whose it is by a principle, and all that it may belong to; `figures` holds one sequence per sentence.

    Figures of an article that names nobody, and of what a person does for himself, are left out.
    """
    last = max((number for number, found in enumerate(figures) if found), default=-1)
    if last < 0:
        return
    at_home, about, mind = home(scene), sole(scene), Mind(reported=reported(scene))
    headline = Owner(about, "headline") if about is not None else None
    for number, (sentence, found) in enumerate(zip(scene.sentences[: last + 1], figures[: last + 1], strict=True)):
        mind = _next(scene, mind, number)
        waiting = deque(found)
        for match in _CLAUSE.finditer(sentence.text):
            span = match.span()
            read(scene, mind, sentence, span)
            while waiting and (start := bisect_left(sentence.offsets, waiting[0].start)) < span[1]:
                figure = waiting.popleft()
                place = (start, bisect_left(sentence.offsets, figure.end))
                said = own(scene, mind, sentence, span, place, first=figure is found[0])
                owner = said or in_mind(scene, mind, sentence, span, start) or headline
                if owner is None and mind.paragraph is None and scene.home[1] is not None and of_person(sentence, span[0], start):
                    continue
                proposed = {"rule": owner, "said": said, "home": Owner(at_home, "home") if at_home is not None else None}
                could = candidates(scene, mind, Place(number, span, place), {cue: one.entity for cue, one in proposed.items() if one})
                if could:
                    yield sentence, figure, owner, could


def owners(scene: Scene, figures: Sequence[Sequence[Figure]]) -> Iterator[tuple[Sentence, Figure, Owner]]:
    """The owner of each figure, in order; `figures` holds one sequence per sentence of the scene."""
    score = subject_weights().score
    for sentence, figure, owner, could in weighed(scene, figures):
        best = max(could, key=lambda entity: (score(scene.entities[entity].type, could[entity]), entity))
        yield sentence, figure, owner if owner is not None and owner.entity == best else Owner(best, "weighed")
