"""Statistics: every figure that tells what a body, region or initiative did or reached, with whose it is, when, and of what.

The work is done by five modules: `figures` (value, unit, qualifier), `subjects` (whose), `measured` (of what), `periods` (when),
`planned` (a plan or a result).
The confidence says how often the rule that chose the subject, or the weighing of all candidates where none did, was right
(data/confidence/statistics.tsv).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.extract.confidence import confidence
from graph.extract.figures import figures, measured, planned, subjects
from graph.extract.figures.figures import Figure
from graph.extract.language import periods
from graph.extract.linking.entities import Linked
from graph.extract.scenes.scene import Scene, Sentence, scenes
from graph.records import PROSE, Article, Page, Statistic

__all__ = ["figures_of", "find"]

#: What somebody quoted tells of himself (“我拿到了9万元赔偿”) is no result of a body; 我们, 我市 speak for one.
_ANECDOTE = re.compile(r"“[^“”]*我(?![们市县区省国州镇乡])[^“”]*”")
_NAMED = frozenset({"Union", "Company", "Organization", "Person"})
_BODIES = frozenset({"Union", "Company", "Organization", "Region"})


def _within(names: Sequence[tuple[int, int]], sentence: Sentence) -> Sequence[tuple[int, int]]:
    return names[bisect_left(names, (sentence.start, 0)) : bisect_left(names, (sentence.end, 0))]


def figures_of(scene: Scene, sentence: Sentence, names: Sequence[tuple[int, int]]) -> tuple[Figure, ...]:
    """The figures of a sentence outside the spans of `names`."""
    if sentence.role not in PROSE:  # headlines and subheads repeat figures of the body, adverts and contacts hold none
        return ()
    view = scene.page.view
    told = [match.span() for match in _ANECDOTE.finditer(view, sentence.start, sentence.end)]
    found = figures.find(view, sentence.start, sentence.end, _within(names, sentence))
    return tuple(figure for figure in found if not any(start <= figure.start < end for start, end in told))


def _qualifier(view: str, sentence: Sentence, figure: Figure, names: Sequence[tuple[int, int]]) -> str:
    """计划 for what is not reached yet; then the qualifier at the figure, else 累计 from further ahead in its clause."""
    clause = max(view.rfind(stop, sentence.start, figure.start) for stop in ",;:。")
    how = figure.qualifier or ("累计" if "累计" in view[max(clause, sentence.start) : figure.start] else "")
    plan = planned.is_planned(view, (sentence.start, sentence.end), (figure.start, figure.end), _within(names, sentence))
    return "、".join(filter(None, ("计划" if plan else "", how)))


def _of_scene(scene: Scene, names: Sequence[tuple[int, int]]) -> list[Statistic]:
    view = scene.page.view
    found = [figures_of(scene, sentence, names) for sentence in scene.sentences]
    counted: dict[int, tuple[str, str]] = {}
    things: dict[int, list[tuple[int, str]]] = {}
    for sentence in scene.sentences:
        things.setdefault(sentence.block, []).extend((item.start, item.text) for item in sentence.items if item.type == "Initiative")
    for sentence, here in zip(scene.sentences, found, strict=True):
        if here:
            actors = {item.text for item in sentence.items if item.type in _BODIES}
            named = {item.text for item in sentence.items if item.type in _NAMED}
            spoken = measured.phrases(view, (sentence.start, sentence.end), here, actors, named, things[sentence.block])
            times = periods.find(view, sentence.start, sentence.end, _within(names, sentence))
            for figure, phrase in zip(here, spoken, strict=True):
                counted[figure.start] = phrase, periods.before(times, figure.start)
    return [
        Statistic(
            subject=owner.entity,
            measure=counted[figure.start][0],
            value=figure.value,
            unit=figure.unit,
            qualifier=_qualifier(view, sentence, figure, names),
            period=counted[figure.start][1],
            start=figure.start,
            end=figure.end,
            sentence_start=sentence.start,
            sentence_end=sentence.end,
            article=scene.article.id,
            rule=f"statistic.{owner.rule}",
            confidence=confidence(f"{owner.rule}.{scene.entities[owner.entity].type}", table="statistics"),
        )
        for sentence, figure, owner in subjects.owners(scene, found)
    ]


def find(page: Page, articles: Sequence[Article], linked: Linked) -> list[Statistic]:
    """The statistics of a page in the order of its articles and text; offsets are view offsets, ends exclusive.

    Numbers inside mentions are names; a figure of an article that names no body and no region has nobody to belong to and is left out.
    """
    names = sorted((linking.mention.start, linking.mention.end) for linking in linked.mentions)
    return [statistic for scene in scenes(page, articles, linked) for statistic in _of_scene(scene, names)]
