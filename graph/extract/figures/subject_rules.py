"""Whose a figure is by principle: what its own clause says, else what the reader has in mind.

The principles propose; graph.extract.figures.subjects weighs what they propose against everything else that the article names.
"""

import re
from dataclasses import dataclass

from graph.extract.figures.clauses import countable, facility, owning, specific
from graph.extract.figures.subject_mind import CONTESTS, WORKINGS, Mind
from graph.extract.figures.subject_places import home_region
from graph.extract.figures.subject_pointers import anaphor
from graph.extract.language.segments import tokens
from graph.extract.scenes.clause_patterns import pattern, verbs
from graph.extract.scenes.scene import ACTORS, Item, Scene, Sentence

__all__ = ["Owner", "home", "in_mind", "of_person", "own", "reported", "sole"]


@dataclass(frozen=True, slots=True)
class Owner:
    """The entity that a figure belongs to, and the rule that says so."""

    entity: str
    rule: str


def _counted(scene: Scene, sentence: Sentence, span: tuple[int, int], place: tuple[int, int]) -> Item | None:
    """The initiative that a figure counts or measures: 3家“某某”, “某某”活动6场, “某某”签订率达90%."""
    after = next(iter(sentence.inside(place[1], span[1], "Initiative")), None)
    if after is not None:
        gap = sentence.text[place[1] : after.at]
        if pattern("within").fullmatch(gap) and not re.search(verbs(), gap) and _is_counted(scene, sentence, after, span[0]):
            return after
    before = sentence.inside(span[0], place[0], "Initiative")
    if before and not (len(before) > 1 and before[-1].at - before[-2].at <= 2):
        gap = sentence.text[before[-1].at + 1 : place[0]]
        by = re.search("(?:通过|依托|借助|运用|利用|以)\\Z", sentence.text[: before[-1].at])
        if len(gap) <= 14 and not by and not re.search(rf"{verbs()}|[、的等为以]", gap) and countable(scene, before[-1]):
            return before[-1]
    return None


def _had(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int], place: tuple[int, int]) -> Owner | None:
    """Whose a figure is of a clause about a whole place that its paragraph is not about.

    Unions and members are the union's (全区新建工会60家); of those who take part (全区9家参加) it is the initiative's named last,
    of a single initiative that is counted (全区建成工会驿站60个) that one's.
    """
    text, about = sentence.text, mind.sentence
    theirs = pattern("ours").search(text, span[0], place[0]) or pattern("members").match(text, place[1])
    if theirs and about not in (None, mind.paragraph):
        mind.sentence = next(iter(scene.union_of(about or "")), scene.home[1])
        mind.local = False
        return Owner(mind.sentence, "members") if mind.sentence is not None else None
    if re.match(r"[^,]{0,8}(?:参加|参与|参赛|报名)", text[place[1] : span[1]]) and not sentence.inside(*span, "Initiative"):
        joined = mind.named or anaphor(mind, scene, sentence, "活动")
        if joined is not None:
            mind.told = joined
            return Owner(joined, "joined")
    items = [item for item in sentence.inside(span[0], len(text), "Initiative") if specific(scene, item)]
    near = [item for item in items if 0 < place[0] - item.at <= 4 or text[place[1] : item.at] in ("", "的")]
    if not near or len({item.entity for item in items}) > 1:
        return None
    mind.topic, mind.sentence, mind.local = near[0].entity, None, False
    return Owner(near[0].entity, "counted")


def _is_counted(scene: Scene, sentence: Sentence, item: Item, start: int) -> bool:
    """Whether a count before a name is the thing's own; a kind of facility must be the subject (55家职工书屋获得…), not what is built."""
    if countable(scene, item) or not (specific(scene, item) and facility(scene, item)):
        return countable(scene, item)
    return sentence.text.startswith("中", item.at + 1) or pattern("deed").search(sentence.text, start, item.at) is None


def _joined(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int], place: tuple[int, int]) -> str | None:
    """What the counted take part in: 5家企业接受“某某”竞赛督查, 15支队伍参赛."""
    if mind.event is not None and pattern("attendants").search(sentence.text, span[0], place[0]):
        mind.told = mind.event if mind.sentence is None else mind.told
        return mind.event
    match = pattern("join").search(sentence.text, place[1], span[1])
    if match is None or pattern("sent").search(sentence.text, span[0], place[0]) or match.start() - place[1] > 30:
        return None
    items = sentence.inside(match.end(), span[1], "Initiative")
    if items:
        return next((item.entity for item in items if specific(scene, item)), None)
    contest = pattern("contest").match(sentence.text, match.start(), span[1])
    return mind.event if contest is not None and not mind.aside else None


def own(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int], place: tuple[int, int], *, first: bool) -> Owner | None:
    """What the clause of a figure says itself: the agent, the initiative counted, the one at whose event or in which people take part.

    An initiative counted after another figure of the sentence (not `first`) is one of a list and carries nothing on.
    """
    text = sentence.text
    agent = pattern("agent").search(text, span[0], place[0])
    if agent is not None:
        return Owner(sentence.at(max(agent.start("agent"), agent.start("maker"))).entity, "agent")
    thing = pattern("thing").match(text, span[0])
    if thing is not None and thing.start("count") == place[0] and specific(scene, sentence.at(thing.start("thing"))):
        mind.topic, mind.sentence, mind.named = sentence.at(thing.start("thing")).entity, None, None
        return Owner(mind.topic, "counted")
    kind = None if mind.sentence is None else scene.entities[mind.sentence].type
    if pattern("territory").search(text, span[0], place[0]) and kind in (None, "Region"):
        region = mind.sentence if kind == "Region" else home_region(scene)
        if region is not None:
            return Owner(region, "territory")
    means = pattern("means").search(text, span[0], place[0]) if kind is None else None
    if means is not None and owning(scene, sentence.at(means.start("means"))):
        return Owner(sentence.at(means.start("means")).entity, "means")
    if mind.local and (had := _had(scene, mind, sentence, span, place)) is not None:
        return had
    if kind not in ACTORS:
        counted = _counted(scene, sentence, span, place)
        made = counted is not None and counted.at > place[0] and counted.entity != mind.sentence
        if made and kind == "Initiative" and re.search(verbs(), text[span[0] : place[0]]) and not pattern("occasion").search(text, *place):
            counted = None  # an initiative that makes others (打造10个“某某”单位) goes on as the subject; not 开展10期“某某”
        if counted is not None and kind != "Region":
            mind.named = counted.entity
            if counted.entity != mind.sentence and first:
                mind.topic, mind.sentence = counted.entity, None
            return Owner(counted.entity, "counted")
        frame = pattern("frame").search(text, span[0], place[0])
        if frame is not None and specific(scene, sentence.at(frame.start("frame"))):
            return Owner(sentence.at(frame.start("frame")).entity, "frame")
    near = [item for item in sentence.inside(0, place[0], "Initiative") if scene.entities[item.entity].kind in CONTESTS]
    event = near[-1].entity if near else mind.event
    if (event or mind.reported) is not None and mind.told is None and not mind.aside and kind != "Initiative":
        entries = pattern("entries").match(text, place[1], span[1]) or pattern("entered").search(text, span[0], place[0])
        gathered = pattern("entering").search(text, place[1], span[1]) or pattern("scene").match(text, span[0], place[1])
        sent = pattern("sent").search(text, span[0], place[0])
        gathering = event or (mind.reported if gathered else None)
        if gathering is not None and ((gathered and not sent) or (entries and kind is None)):
            return Owner(gathering, "joined")
    joined = _joined(scene, mind, sentence, span, place)
    if joined is not None and kind is None:
        return Owner(joined, "joined")
    return None


def _another(sentence: Sentence, topic: str, span: tuple[int, int], at: int) -> bool:
    """Whether a clause counts another thing beside the topic: “某某”企业1家,书屋示范点31家; 5名专家与8支“某某”队伍."""
    if at < min((item.at for item in sentence.inside(*span) if item.entity == topic), default=at):
        return True
    before = tokens(sentence.text[span[0] : at])
    return bool(before) and all(token.tag[0] in "nb" for token in before)


def in_mind(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int], at: int) -> Owner | None:
    """What the reader has in mind when the clause itself does not say whose the figure at folded offset `at` is."""
    text = sentence.text
    if mind.told is not None:
        return Owner(mind.told, "told")
    if mind.founded is not None and pattern("inside").search(text, span[0], at):
        return Owner(mind.founded, "founded")
    if mind.sentence is not None:
        if scene.entities[mind.sentence].type == "Region":
            mind.paragraph = mind.sentence  # a place that reached something goes on as the subject
        return Owner(mind.sentence, "subject")
    if mind.topic is not None and (mind.held or mind.listing or not _another(sentence, mind.topic, span, at)):
        return Owner(mind.topic, "topic")
    return None


def home(scene: Scene) -> str | None:
    """The acting union of the article; where none is known, its region, else the body, at last the initiative, that it names most.

    Acting is the home union, or the whole one of its department; its company where the article, signed by the union, speaks of that alone.
    """
    union = scene.home[1]
    if union is None:
        counts = {entity: len(named) for entity, named in scene.named_at.items()}
        bodies = [entity for entity in counts if scene.entities[entity].type in ACTORS]
        initiatives = [entity for entity in counts if scene.entities[entity].type == "Initiative"]
        return home_region(scene) or max(bodies or initiatives, key=lambda entity: counts[entity], default=None)
    told = {item.entity for sentence in scene.sentences if sentence.role == "body" for item in sentence.items}
    name = scene.entities[union].name
    companies = [one.id for one in scene.actors if one.type == "Company" and name.startswith(one.name) and one.id in told]
    if companies and union not in told:
        return companies[0]
    wholes = [one for one in scene.actors if one.type == "Union" and one.id != union and name.startswith(one.name)]
    return max(wholes, key=lambda one: len(one.name)).id if wholes and re.search(r"[部室处科]\Z", name) else union


def sole(scene: Scene) -> str | None:
    """The initiative that the article is about: the only one with a name of its own, in its headline and its text."""
    found = {item.entity for sentence in scene.sentences for item in sentence.items if specific(scene, item)}
    if len(found) != 1:
        return None
    entity = min(found)
    roles = {sentence.role for sentence, _ in scene.named_at[entity]}
    return entity if {"headline", "body"} <= roles and scene.entities[entity].kind not in WORKINGS else None


def reported(scene: Scene) -> str | None:
    """The event that an article reports, where it names only one."""
    items = [item for sentence in scene.sentences for item in sentence.items if item.type == "Initiative"]
    contests = {item.entity for item in items if scene.entities[item.entity].kind in CONTESTS and countable(scene, item)}
    return min(contests) if len(contests) == 1 else None


def of_person(sentence: Sentence, clause: int, at: int) -> bool:
    """Whether a person is the subject of the clause or the sentence: 他为公司节省84万元 is nothing that the union did."""
    return any(pattern("person").match(sentence.text, start, at) for start in (0, clause))
