"""Whose a figure is: the subject that its clause names, else the initiative just set going, else the acting union.

A newspaper paragraph names its actor once and lets verbs follow one another. So each article is read clause by clause,
with a few things kept in mind: the subject of the sentence and of the paragraph, the initiative at hand, the event
that the article reports, and the home union.
"""

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.extract.clauses import countable, owning, pattern, quoted, specific, verbs, words
from graph.extract.figures import Figure
from graph.extract.relations_text import ACTORS, Item, Scene, Sentence

__all__ = ["Owner", "owners"]

#: A first sentence of at most so many characters is a heading run in with its paragraph.
_HEADING = 20
_CLAUSE = re.compile(r"[^,;:。!?]+[,;:。!?]*")
_QUOTES = '“「『"‘'


@dataclass(frozen=True, slots=True)
class Owner:
    """The entity that a figure belongs to, and the rule that says so."""

    entity: str
    rule: str


@dataclass(slots=True)
class _Mind:
    """What a reader keeps in mind; each is an entity id or None. `held`: the topic outlives its sentence; `opening`: a paragraph begins."""

    sentence: str | None = None
    paragraph: str | None = None
    topic: str | None = None
    held: bool = False
    opening: bool = True
    event: str | None = None
    founded: str | None = None
    seen: list[Item] = field(default_factory=list)


def _subject(scene: Scene, sentence: Sentence, start: int, end: int) -> Item | None:
    """The entity that a clause names as its subject."""
    match = pattern("subject").match(sentence.text, start, end)
    if match is None:
        return None
    joint = sentence.inside(*match.span("chain"))
    # Of joint subjects the union is the one whose news it is.
    home = next((one for one in joint if one.entity == _home_region(scene)), joint[0])
    item, rest = next((one for one in joint if one.type == "Union"), home), match["rest"]
    for following in sentence.inside(match.start("rest"), end, "Union", "Company", "Organization", "Initiative"):
        # 某县某产业“某某”规定: the place or the wider scheme only modifies what follows at once.
        gap = sentence.text[item.at + 1 : following.at]
        modifies = re.fullmatch(rf".{{0,4}}{words('sector')}|", gap) or (
            quoted(scene, following) and len(gap) <= 12 and not re.search(rf"{verbs()}|[是将已为对把有以在]", gap)
        )
        if item.type in ACTORS or not modifies:
            break
        item, rest = following, sentence.text[following.at + 1 : end]
    examples = re.match(r"([^,;:]*?)等\d", rest)
    if rest.startswith("等") or (examples and not re.search(verbs(), examples[1])):
        return None  # 甲、乙等8家单位: examples
    if item.type == "Initiative" and not specific(scene, item):
        return None
    if item.entity == _home_region(scene) and re.match(words("people", "unions", "local_unions"), rest):
        return None  # 本县各级工会: the home union speaks for them
    if rest.startswith("的") and item.type != "Company":
        return None
    person = next(iter(sentence.inside(item.at + 1, end)), None)
    if person is not None and person.type == "Person" and not re.search(verbs(), sentence.text[item.at : person.at]):
        return None  # 某公司技师某某
    return item


def _topic(scene: Scene, sentence: Sentence, start: int, end: int) -> Item | None:
    """The one initiative that a clause sets going; several named side by side own nothing together."""
    match = pattern("launch").search(sentence.text, start, end)
    if match is None:
        return None
    item = sentence.at(match.start("topic"))
    listed = re.match(r"[、和及]", match["after"]) or "等" in match["after"][:12] or sentence.text[item.at - 1] in "和及与"
    if not owning(scene, item) or listed:
        return None
    others = [other for other in sentence.inside(item.at + 1, end, "Initiative") if specific(scene, other)]
    return None if others and others[0].at - item.at < 3 else item


def _counted(scene: Scene, sentence: Sentence, span: tuple[int, int], place: tuple[int, int]) -> Item | None:
    """The initiative that a figure counts or measures: 3家“某某”, “某某”活动6场, “某某”签订率达90%."""
    after = next(iter(sentence.inside(place[1], span[1], "Initiative")), None)
    if after is not None:
        gap = sentence.text[place[1] : after.at]
        if len(gap) <= 8 and not re.search(rf"{verbs()}|、|的.", gap) and countable(scene, after):
            return after
    before = sentence.inside(span[0], place[0], "Initiative")
    if before and not (len(before) > 1 and before[-1].at - before[-2].at <= 2):
        gap = sentence.text[before[-1].at + 1 : place[0]]
        if len(gap) <= 14 and not re.search(rf"{verbs()}|[、的等为以]", gap) and countable(scene, before[-1]):
            return before[-1]
    return None


def _part_of(scene: Scene, sentence: Sentence, item: Item, place: tuple[int, int]) -> bool:
    """Whether a figure counts parts of a named initiative (“某某”行动和60项内容), not initiatives of that name."""
    return quoted(scene, item) and place[0] - item.at > 4


def _joined(scene: Scene, mind: _Mind, sentence: Sentence, span: tuple[int, int], place: tuple[int, int]) -> str | None:
    """The initiative that the counted take part in: 5家企业接受“某某”竞赛督查, 15支队伍参赛."""
    match = pattern("join").search(sentence.text, place[1], span[1])
    if match is None or match.start() - place[1] > 30:
        return None
    items = sentence.inside(match.end(), span[1], "Initiative")
    if items:
        return next((item.entity for item in items if specific(scene, item)), None)
    return mind.event if pattern("contest").match(sentence.text, match.start(), span[1]) else None


def _anaphor(mind: _Mind, scene: Scene, noun: str) -> str | None:
    """The initiative that 活动, 平台, 大赛 takes up: the last one called so, else the event reported."""
    for item in reversed(mind.seen):
        if noun in item.text + scene.page.view[item.end : item.end + 8] + scene.entities[item.entity].name:
            return item.entity
    return mind.event


def _home_region(scene: Scene, level: str = "") -> str | None:
    """The entity of the home region, if its name ends with `level`."""
    for entity in scene.entities.values():
        if entity.type == "Region" and scene.home[0] and entity.adcode == scene.home[0]:
            return entity.id if entity.name.endswith(level) else None
    return None


def _deictic(scene: Scene, mind: _Mind, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """The region that 全县, 我市 at the head of a clause means; none where its unions or workers are the subject."""
    match = pattern("deictic").match(sentence.text, *span)
    if match is None or re.match(words("people", "unions", "local_unions", "union_nouns"), match["rest"]):
        return None
    spoken_of = scene.entities.get(mind.paragraph or "")
    if spoken_of is not None and spoken_of.type == "Region" and spoken_of.name.endswith(match["level"]):
        return spoken_of.id
    return _home_region(scene, match["level"])


def _take_subject(scene: Scene, mind: _Mind, entity: str, rest: str) -> None:
    mind.sentence, mind.topic = entity, None
    if scene.entities[entity].type == "Initiative" or entity == _home_region(scene) or re.match(words("passive"), rest):
        mind.paragraph = None
    else:
        mind.paragraph = entity


def _read(scene: Scene, mind: _Mind, sentence: Sentence, span: tuple[int, int]) -> None:
    """Take in one clause: a new subject, an initiative set going, an event reported."""
    text, item = sentence.text, _subject(scene, sentence, *span)
    if item is not None:
        _take_subject(scene, mind, item.entity, text[item.at + 1 : span[1]])
    else:
        anaphor, place = pattern("anaphor").match(text, *span), pattern("place").match(text, *span)
        taken_up = _anaphor(mind, scene, anaphor["noun"]) if anaphor else None
        company = sentence.at(place.start("place")) if place else None
        if taken_up is not None:
            _take_subject(scene, mind, taken_up, "")
        elif company is not None and company.type == "Company" and mind.sentence is None:
            _take_subject(scene, mind, company.entity, "")
        elif scene.home[1] is not None and pattern("unions").match(text, *span):
            _take_subject(scene, mind, scene.home[1], "")
        elif mind.sentence is None and mind.topic is None:
            mind.sentence = _deictic(scene, mind, sentence, span)
    topic = _topic(scene, sentence, *span)
    acting = mind.sentence is not None and scene.entities[mind.sentence].type != "Initiative"
    if topic is not None and (not acting or text[span[1] - 1] == ":"):
        # A sentence that does nothing but name an initiative is the heading of what follows.
        heading = mind.opening and span == (0, len(text)) and quoted(scene, topic) and not re.search(r"\d", text)
        mind.topic, mind.held, mind.sentence = topic.entity, heading, None
    elif topic is None and not mind.held and pattern("other").match(text, *span) and not re.search(r"\d", text[slice(*span)]):
        mind.topic = None
    if topic is not None and scene.entities[topic.entity].kind in ("competition", "event"):
        mind.event = topic.entity
    founded = pattern("founded").search(text, *span)
    if founded is not None and sentence.at(founded.start("body")).type == "Union":
        mind.founded = sentence.at(founded.start("body")).entity
    for name in ("hosted", "event"):
        event = pattern(name).search(text, *span)
        if event is not None and specific(scene, sentence.at(event.start("event"))):
            mind.event = sentence.at(event.start("event")).entity
    mind.seen += [one for one in sentence.inside(*span, "Initiative") if specific(scene, one)]


def _owner(scene: Scene, mind: _Mind, sentence: Sentence, span: tuple[int, int], place: tuple[int, int]) -> Owner | None:
    text = sentence.text
    agent = pattern("agent").search(text, span[0], place[0])
    if agent is not None:
        return Owner(sentence.at(agent.start("agent")).entity, "agent")
    kind = None if mind.sentence is None else scene.entities[mind.sentence].type
    if kind in (None, "Initiative", "Region"):
        counted = _counted(scene, sentence, span, place)
        if counted is not None and (kind != "Region" or _part_of(scene, sentence, counted, place)):
            if counted.entity != mind.sentence and (owning(scene, counted) or text[span[0] : span[1]].endswith("中,")):
                mind.topic, mind.sentence = counted.entity, None
            return Owner(counted.entity, "counted")
    joined = _joined(scene, mind, sentence, span, place)
    if joined is not None and (kind is None or pattern("crowd").fullmatch(text, span[0], place[0])):
        return Owner(joined, "joined")
    if mind.founded is not None and pattern("inside").search(text, span[0], place[0]):
        return Owner(mind.founded, "founded")
    if mind.sentence is not None:
        if kind == "Region":
            mind.paragraph = mind.sentence  # a place that reached something goes on as the subject
        return Owner(mind.sentence, "subject")
    if mind.topic is not None:
        return Owner(mind.topic, "topic")
    inside = pattern("place").match(text, *span)
    if inside is not None:
        mind.sentence = sentence.at(inside.start("place")).entity
        return Owner(mind.sentence, "place")
    general = pattern("unions").match(text, *span) or pattern("deictic").match(text, *span)
    return Owner(mind.paragraph, "paragraph") if mind.paragraph is not None and not general else None


def _acting(scene: Scene, union: str) -> str:
    """The home union; the company it belongs to where the article, signed by the union, speaks of the company alone."""
    bodies = {item.entity for sentence in scene.sentences if sentence.role == "body" for item in sentence.items}
    name = scene.entities[union].name
    companies = [one.id for one in scene.entities.values() if one.type == "Company" and name.startswith(one.name) and one.id in bodies]
    return companies[0] if companies and union not in bodies else union


def _fallback(scene: Scene) -> Owner | None:
    """The acting union of the article; where none is known, its region, else what it names most."""
    if scene.home[1] is not None:
        return Owner(_acting(scene, scene.home[1]), "home.union")
    region = _home_region(scene)
    if region is not None:
        return Owner(region, "home.region")
    items = [item for sentence in scene.sentences for item in sentence.items]
    for types in (ACTORS, {"Initiative"}):
        counts = Counter(item.entity for item in items if item.type in types)
        if counts:
            return Owner(counts.most_common(1)[0][0], "home.body")
    return None


def owners(scene: Scene, figures: Sequence[Sequence[Figure]]) -> Iterator[tuple[Sentence, Figure, Owner]]:
    """The owner of each figure, in order; `figures` holds one sequence per sentence of the scene.

    Figures of an article that names nobody are left out.
    """
    home, mind, block = _fallback(scene), _Mind(), -1
    for number, (sentence, found) in enumerate(zip(scene.sentences, figures, strict=True)):
        if sentence.block != block:
            block, mind = sentence.block, _Mind(event=mind.event, seen=mind.seen)
        else:
            mind.opening = mind.opening and len(scene.sentences[number - 1].text) <= _HEADING
        mind.sentence, mind.founded, mind.topic = None, None, mind.topic if mind.held else None
        waiting = deque(found)
        for match in _CLAUSE.finditer(sentence.text):
            span = match.span()
            _read(scene, mind, sentence, span)
            while waiting and (start := bisect_left(sentence.offsets, waiting[0].start)) < span[1]:
                figure = waiting.popleft()
                place = (start, bisect_left(sentence.offsets, figure.end))
                owner = _owner(scene, mind, sentence, span, place) or home
                if owner is not None:
                    yield sentence, figure, owner
