"""What a reader keeps in mind from clause to clause: who is spoken of, what was set going, which event is reported.

A newspaper paragraph names its actor once and lets verbs follow one another; `read` takes in one clause.
"""

import re
from dataclasses import dataclass, field

from graph.extract.clause_patterns import pattern, verbs, words
from graph.extract.clauses import countable, owning, quoted, specific
from graph.extract.relations_text import ACTORS, Item, Scene, Sentence
from graph.extract.segments import tokens
from graph.extract.subject_places import deictic, home_region, speaker

__all__ = ["CONTESTS", "Mind", "read"]

CONTESTS = frozenset({"competition", "event"})


@dataclass(slots=True)
class Mind:
    """What a reader keeps in mind; each is an entity id or None.

    `reported`: the event that the article is about, even where it is named later; `held`: the topic outlives its sentence; `opening`: a
    paragraph begins. Within a sentence: `named`, the initiative last set going or counted; `told`, the one whose reception the clauses
    tell, whoever set it going; `listing`, a colon after the topic; `aside`, another activity without a name was counted.
    """

    sentence: str | None = None
    paragraph: str | None = None
    topic: str | None = None
    held: bool = False
    opening: bool = True
    event: str | None = None
    reported: str | None = None
    founded: str | None = None
    named: str | None = None
    told: str | None = None
    listing: bool = False
    aside: bool = False
    seen: list[Item] = field(default_factory=list)
    called: dict[str, tuple[int, str | None]] = field(default_factory=dict)  # a noun: how many of `seen` were looked at, the last called so

    def acting(self, scene: Scene) -> bool:
        """Whether a body is the subject of the sentence."""
        return self.sentence is not None and scene.entities[self.sentence].type in ACTORS

    def next_sentence(self) -> None:
        """Forget what holds within a sentence only."""
        self.sentence, self.topic = None, self.topic if self.held else None
        self.named, self.told, self.listing, self.aside = None, None, False, False


def _subject(scene: Scene, sentence: Sentence, start: int, end: int, subject: str | None) -> Item | None:
    """The entity that a clause names as its subject; `subject` is that of the clause before."""
    match = pattern("subject").match(sentence.text, start, end)
    if match is None:
        return None
    joint = sentence.inside(*match.span("chain"))
    # Of joint subjects the union is the one whose news it is.
    home = next((one for one in joint if one.entity == home_region(scene)), joint[0])
    item, rest = next((one for one in joint if one.type == "Union"), home), match["rest"]
    if item.type == "Region" and subject is not None and "其中" in sentence.text[start : item.at]:
        return None  # a part of what the subject has: 某公司有司机90万,其中某省1200人
    owned = sentence.inside(item.at + 2, item.at + 3, *ACTORS, "Initiative") if rest.startswith("的") else []
    if owned:
        item, rest = owned[0], sentence.text[owned[0].at + 1 : end]  # 某公司的某某工作室
    for following in sentence.inside(item.at + 1, end, "Union", "Company", "Organization", "Initiative"):
        # 某县某产业“某某”规定: the place or the wider scheme only modifies what follows at once.
        gap = sentence.text[item.at + 1 : following.at]
        modifies = re.fullmatch(rf".{{0,4}}{words('sector')}|", gap) or (
            quoted(scene, following) and len(gap) <= 12 and not re.search(rf"{verbs()}|[是将已为对把有以在]", gap)
        )
        if item.type in ACTORS or not modifies:
            break
        item, rest = following, sentence.text[following.at + 1 : end]
    examples = re.match(r"([^,;:]*?)等\d", rest)
    if re.match(words("among"), rest) or (item.type == "Region" and re.match(rf"[^,;的\d]{{1,14}}?{words('site')}", rest)):
        return None  # one of those spoken of; a place in the name of something else
    if rest.startswith("等") or re.match(r"、[^,;:]*等", rest) or (examples and not re.search(rf"\d|根据|按照|{verbs()}", examples[1])):
        return None  # 甲、乙等8家单位: examples
    if item.type == "Initiative" and not quoted(scene, item) and re.match(r"\d", rest) and re.search(r"\d", sentence.text[:start]):
        return None  # the next of a list of things counted
    if (item.type == "Initiative" and not specific(scene, item)) or re.search(rf"{words('delegation')}\Z", item.text):
        return None
    if item.entity == home_region(scene) and re.match(words("people", "unions", "local_unions"), rest):
        return None  # 本县各级工会: the home union speaks for them
    if rest.startswith("的") and item.type != "Company" and not re.match(words("property"), rest[1:]):
        return None
    person = next(iter(sentence.inside(item.at + 1, end, "Person")), None)
    if person is not None and not re.search(verbs(), sentence.text[item.at : person.at]):
        return None  # 某公司技师某某
    return item


def _launched(scene: Scene, sentence: Sentence, start: int, end: int) -> Item | None:
    """The one initiative with a name of its own that a clause sets going; several named side by side own nothing together."""
    match = pattern("launch").search(sentence.text, start, end)
    if match is None:
        return None
    item = sentence.at(match.start("topic"))
    after = match["after"]
    listed = re.match(r"[、和及暨]", after) or "等" in after[:12] or sentence.text[item.at - 1] in "和及与"
    before = sentence.inside(item.at - 1, item.at, "Initiative")
    beside = bool(before) and quoted(scene, item) and quoted(scene, before[0])
    if not specific(scene, item) or listed or beside or pattern("office").match(after):
        return None
    others = [other for other in sentence.inside(item.at + 1, end, "Initiative") if specific(scene, other)]
    gap = sentence.text[item.at + 1 : others[0].at] if others else ""
    return None if len(gap) == 1 or "、" in gap else item


def _is_called(scene: Scene, item: Item, noun: str) -> bool:
    """Whether a noun stands in an initiative's name or behind it, or ends the name of something else."""
    name = scene.entities[item.entity].name
    if item.type != "Initiative":
        return name.endswith(noun)
    return noun in item.text + scene.page.view[item.end : item.end + 8] + name


def _anaphor(mind: Mind, scene: Scene, sentence: Sentence, noun: str) -> str | None:
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
    return mind.event if re.fullmatch(words("anaphor", "round"), noun) else None


def _taken_up(text: str, span: tuple[int, int]) -> re.Match[str] | None:
    """A noun that takes up something as the subject of a clause: 该平台…, or bare before a word that no noun goes on with: 平台覆盖…."""
    match = pattern("anaphor").match(text, *span)
    if match is None or match["this"]:
        return match
    rest = match["rest"]
    return match if rest == "," or re.match(words("property"), rest) or tokens(rest)[0].tag[0] in "vdpcx" else None


def _firm(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """The firm or institution named last whose name holds the noun that a clause begins with: 路局每年…, 油田建起…."""
    match = pattern("firm").match(sentence.text, *span)
    if match is None or tokens(match["rest"])[0].tag[0] not in "vdptr":
        return None
    named = (item.entity for one in reversed(scene.sentences) if one.start <= sentence.start for item in reversed(one.items))
    bodies = (scene.entities[entity] for entity in named)
    return next((body.id for body in bodies if body.type in ("Company", "Organization") and match["noun"] in body.name), None)


def _paper(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """The document that a clause says rules something: 《某办法》规定, 合同约定."""
    match = pattern("paper").match(sentence.text, *span)
    if match is None:
        return None
    noun = match["noun"] or match["this"]
    entity = sentence.at(match.start("paper")).entity if match["paper"] else _anaphor(mind, scene, sentence, noun)
    return entity if entity is not None and scene.entities[entity].type == "Document" else None


def _officer(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """The body whose officer acts (某县总工会主席某某带队走访…) or, of a company, speaks; officers of unions speak of the place."""
    match = pattern("officer").match(sentence.text, *span)
    if match is None:
        return None
    body = sentence.at(match.start("body"))
    says = pattern("says").match(sentence.text, match.end())
    if pattern("attends").match(sentence.text, match.end()) or pattern("officer").match(sentence.text, span[1]):
        return None  # one of those present
    return body.entity if body.type == "Company" or (body.type == "Union" and not says) else None


def _take_subject(scene: Scene, mind: Mind, entity: str) -> None:
    mind.sentence, mind.topic, mind.told = entity, None, None
    if scene.entities[entity].type in ("Initiative", "Organization") or entity == home_region(scene):
        mind.paragraph = None
    else:
        mind.paragraph = entity


def _attended(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """The initiative that closes a clause whose next one tells who took part in it: “某某”竞赛,全市有8家企业参加."""
    match = pattern("closing").search(sentence.text, *span) if pattern("attended").match(sentence.text, span[1]) else None
    item = sentence.at(match.start("topic")) if match else None
    return item.entity if item is not None and owning(scene, item) else None


def _launch(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int], item: Item) -> None:
    """Take in the initiative that the clause sets going; what follows is its doing, unless a body acts."""
    text, colon = sentence.text, sentence.text[span[1] - 1] == ":"
    if scene.entities[item.entity].kind in CONTESTS:
        mind.event = item.entity
    counted = pattern("amount").search(text, span[0], item.at) or re.match(r"\d", text[item.at + 1 : span[1]])
    if counted and re.search(r"\d", text[: span[0]]):
        return  # one of a list of things counted
    if colon or not mind.acting(scene):
        # A sentence that does nothing but name an initiative is the heading of what follows.
        heading = mind.opening and span == (0, len(text)) and quoted(scene, item) and not re.search(r"\d", text)
        heading = heading and scene.entities[item.entity].kind != "method"
        mind.topic, mind.held, mind.listing, mind.sentence = item.entity, heading, colon, None


def _set_going(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int]) -> None:
    """An initiative that the clause sets going is what follows; another activity ends that, what people do in it does not."""
    text, item = sentence.text, _launched(scene, sentence, *span)
    if item is None and mind.named is not None and pattern("reception").match(text, *span):
        if mind.sentence is None or not pattern("benefit").match(text, *span):
            mind.told = mind.named
        return
    other = item is None and pattern("other").match(text, *span) is not None
    if item is not None or other:
        mind.named, mind.told = item.entity if item is not None and countable(scene, item) else None, None
        another = other or (item is not None and item.entity != mind.event)
        mind.aside = mind.aside or (another and re.search(r"\d", text[slice(*span)]) is not None)
        if not (mind.held or mind.listing) or pattern("body").search(text, *span):
            mind.topic = None
    if item is None and not mind.acting(scene):
        mind.named = _attended(scene, sentence, span) or mind.named
    if item is not None and owning(scene, item):
        _launch(scene, mind, sentence, span, item)


def _events(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int]) -> None:
    """Take in a union just founded, an event reported, and all that a later noun can take up."""
    founded = pattern("founded").search(sentence.text, *span)
    if founded is not None:
        mind.founded = sentence.at(max(founded.start("body"), founded.start("new"))).entity
    for name in ("held", "hosted", "event"):
        match = pattern(name).search(sentence.text, *span)
        if match is not None:
            item = sentence.at(match.start("event"))
            # “某某”送清凉活动: the name of its own stands first.
            item = next((one for one in sentence.inside(item.at - 1, item.at, "Initiative") if quoted(scene, one)), item)
            mind.event = item.entity if specific(scene, item) else mind.event
    named = (item for item in sentence.inside(*span, "Initiative") if countable(scene, item))
    contests = {item.entity for item in named if scene.entities[item.entity].kind in CONTESTS}
    if len(contests) == 1 and mind.event is None:
        mind.event = min(contests)
    items = sentence.inside(*span, "Initiative", "Document", "Organization")
    mind.seen += items


def _met(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
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


def read(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int]) -> None:
    """Take in one clause: a new subject, an initiative set going, an event reported."""
    text, item = sentence.text, _subject(scene, sentence, *span, mind.sentence)
    ruling = mind.sentence is not None and scene.entities[mind.sentence].type == "Document"
    if ruling and item is not None and item.type == "Region":
        item = None  # a document that rules, rules for its places
    if item is not None:
        _take_subject(scene, mind, item.entity)
        if scene.entities[item.entity].kind in CONTESTS:
            mind.event = item.entity
    elif (officer := _officer(scene, sentence, span)) is not None:
        _take_subject(scene, mind, officer)
    elif mind.event is not None and (mind.sentence is None or mind.acting(scene)) and pattern("contestants").match(text, *span):
        _take_subject(scene, mind, mind.event)
    elif (firm := _firm(scene, sentence, span)) is not None:
        _take_subject(scene, mind, firm)
    else:
        anaphor, place = _taken_up(text, span), pattern("place").match(text, *span)
        here = pattern("here").search(text, *span)
        taken_up = _anaphor(mind, scene, sentence, anaphor["noun"]) if anaphor else _paper(scene, mind, sentence, span)
        company = sentence.at(place.start("place")) if place else None
        if here is not None:
            mind.sentence = mind.paragraph = sentence.at(here.start("here")).entity
        if anaphor is not None and taken_up is None:
            mind.paragraph = None  # something else is spoken of, whatever it is
        if taken_up is not None:
            _take_subject(scene, mind, taken_up)
        elif company is not None and company.type == "Company" and mind.sentence is None:
            _take_subject(scene, mind, company.entity)
        elif (general := pattern("unions").match(text, *span)) is not None:
            unions = speaker(scene, sentence, general)
            if unions is not None:
                _take_subject(scene, mind, unions)
        elif mind.sentence is None and (met := _met(scene, sentence, span)) is not None:
            mind.sentence = met
        elif mind.sentence is None and mind.topic is None:
            mind.sentence = deictic(scene, sentence, span, mind.paragraph)
    _set_going(scene, mind, sentence, span)
    _events(scene, mind, sentence, span)
