"""Whom a clause means that names nobody in full: 该平台, 这家企业, 路局, 合同规定, an officer who acts for his body."""

import re

from graph.extract.figures.subject_mind import Mind
from graph.extract.language.segments import tokens
from graph.extract.scenes.clause_patterns import pattern, words
from graph.extract.scenes.scene import Item, Scene, Sentence

__all__ = ["anaphor", "firm", "met", "officer", "own_union", "paper", "taken_up"]


def _is_called(scene: Scene, item: Item, noun: str) -> bool:
    """Whether a noun stands in an initiative's name or behind it, or ends the name of something else."""
    name = scene.entities[item.entity].name
    if item.type != "Initiative":
        return name.endswith(noun)
    view = scene.page.view
    before, after = (
        re.split("[,。;:]", view[max(item.start - 5, 0) : item.start])[-1],
        re.split("[,。;:]", view[item.end : item.end + 8])[0],
    )
    return any(noun in text for text in (before, item.text + after, name)) or (noun == "团队" and name.endswith("工作室"))


def anaphor(mind: Mind, scene: Scene, sentence: Sentence, noun: str) -> str | None:
    """What 活动, 平台, 大赛, 中心, 合同 takes up: the last one called so; else, of words for events, the event reported.

    活动 in a paragraph that calls nothing so before it is what the article reports: its event or first initiative.
    """
    first = 0
    if noun == "活动":
        opening = scene.openings[sentence.block]
        first = next((n for n in range(len(mind.seen), 0, -1) if mind.seen[n - 1].start < opening), 0)
    looked, known = mind.called.get(noun, (0, None)) if first == 0 else (first, None)
    new = (item.entity for item in reversed(mind.seen[looked:]) if _is_called(scene, item, noun))
    found = next(new, known)
    if first == 0:
        mind.called[noun] = (len(mind.seen), found)
    if found is not None:
        return found
    if mind.event is None and noun == "活动":
        return next((item.entity for item in mind.seen if item.type == "Initiative"), None)
    return mind.event if re.fullmatch(words("anaphor", "round", "gathering"), noun) else None


def taken_up(text: str, span: tuple[int, int]) -> re.Match[str] | None:
    """A noun that takes up something as the subject of a clause: 该平台…, or bare before a word that no noun goes on with: 平台覆盖….

    计划 alone before a verb is a verb (计划举办): it takes up nothing.
    """
    match = pattern("anaphor").match(text, *span)
    if match is None or match["this"]:
        return match
    rest = match["rest"]
    if rest == "," or re.match(words("property", "reception"), rest):
        return match
    return match if match["noun"] != "计划" and re.match("[vdpcxl]|ad", tokens(rest)[0].tag) else None


def firm(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """The company that 这家企业 points to, or the firm or institution named last that the clause calls by its noun: 路局每年…."""
    this, match = pattern("this_firm").match(sentence.text, *span), pattern("firm").match(sentence.text, *span)
    if this is None and (match is None or tokens(match["rest"])[0].tag[0] not in "vdptr"):
        return None
    bodies = (scene.entities[item.entity] for item in scene.before(sentence, span[0]))
    if this is not None:
        union = scene.entities[scene.home[1]].name if scene.home[1] is not None else ""
        own = (body.id for body in scene.actors if body.type == "Company" and union.startswith(body.name))
        return next((body.id for body in bodies if body.type == "Company"), next(own, None))
    return next((body.id for body in bodies if body.type in ("Company", "Organization") and match and match["noun"] in body.name), None)


def paper(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """The document that a clause says rules something: 《某办法》规定, 合同约定."""
    match = pattern("paper").match(sentence.text, *span)
    if match is None:
        return None
    noun = match["noun"] or match["this"]
    entity = sentence.at(match.start("paper")).entity if match["paper"] else anaphor(mind, scene, sentence, noun)
    return entity if entity is not None and scene.entities[entity].type == "Document" else None


def officer(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """The body whose officer acts (某县总工会主席某某带队走访…) or, of a company, speaks; officers of unions speak of the place."""
    match = pattern("officer").match(sentence.text, *span)
    if match is None:
        return None
    body = sentence.at(match.start("body"))
    says = pattern("says").match(sentence.text, match.end())
    if pattern("officer").match(sentence.text, span[1]):
        return None  # one of those present
    return body.entity if body.type == "Company" or (body.type == "Union" and not says) else None


def met(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """The one mechanism of the article under which the parties of a clause met: 镇政府与镇工会召开联席会议9次 of 政府与工会联席会议."""
    match = pattern("met").search(sentence.text, *span)
    if match is None:
        return None
    noun = match["noun"] or sentence.at(match.start("topic")).text
    if not re.fullmatch(words("meeting"), noun):
        return None
    found: dict[str, int] = {}
    for entity in scene.named_at:
        parties, held, _ = scene.entities[entity].name.partition(noun)
        names = re.split("[与和同暨]", parties)
        said = bool(held) and len(names) > 1 and all(name and name in sentence.text[span[0] : match.start()] for name in names)
        if scene.entities[entity].type == "Initiative" and said:
            found[entity] = len(parties)
    return max(found, key=lambda entity: (found[entity], entity)) if found else None


def own_union(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """The union that 工会 without a name means: that of the company spoken of, the one that acted last, or the home union."""
    match = pattern("own_union").match(sentence.text, *span)
    if match is None or tokens(match["rest"])[0].tag[0] in "nmbfk":
        return None
    spoken_of = scene.entities.get(mind.sentence or mind.paragraph or "")
    if spoken_of is None or spoken_of.type == "Region":
        return scene.home[1]
    if spoken_of.type == "Union":
        return spoken_of.id
    return next((one.id for one in scene.actors if one.type == "Union" and one.name.startswith(spoken_of.name)), scene.home[1])
