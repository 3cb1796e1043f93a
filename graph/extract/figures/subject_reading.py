"""What a reader keeps in mind from clause to clause: who is spoken of, what was set going, which event is reported.

A newspaper paragraph names its actor once and lets verbs follow one another; `read` takes in one clause.
"""

import re

from graph.extract.figures.clauses import countable, facility, owning, quoted, specific
from graph.extract.figures.subject_mind import CONTESTS, WORKINGS, Mind
from graph.extract.figures.subject_places import deictic, home_region, speaker
from graph.extract.figures.subject_pointers import anaphor, firm, met, officer, own_union, paper, taken_up
from graph.extract.language.segments import tokens
from graph.extract.scenes.clause_patterns import pattern, tiers_below, verbs, words
from graph.extract.scenes.scene import ACTORS, Item, Scene, Sentence, compiled

__all__ = ["read"]

# What has hosts goes on with more of them: 大赛由某总工会主办,某局承办.
_HOSTED = re.compile(r"由[^。]{1,40}[主承协]办[,;]\Z")


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
            quoted(scene, following) and len(gap) <= 12 and not re.search(rf"{verbs()}|[是将已为对把有以在就也还通称]", gap)
        )
        owner = item.type in ACTORS and gap == "" and following.type == "Initiative" and specific(scene, following)
        if not owner and (item.type in ACTORS or not modifies):
            break
        item, rest = following, sentence.text[following.at + 1 : end]
    made = compiled(r"[^,;:\d<A><I>]{2,14}的(?P<thing><I>)[^,<I><A>]{0,8},").match(rest)
    if made is not None and item.type in ACTORS:
        behind = match.start("rest") if rest == match["rest"] else item.at + 1
        thing = sentence.at(behind + made.start("thing"))
        if specific(scene, thing):
            return thing
    if re.match(rf"{words('spot')},", rest):
        return None  # where it is
    examples = re.match(r"([^,;:]*?)等\d", rest)
    if re.match(words("among"), rest) or (item.type == "Region" and re.match(rf"[^,;的\d]{{1,14}}?{words('site')}", rest)):
        return None  # one of those spoken of; a place in the name of something else
    if rest.startswith("等") or re.match(r"、[^,;:]*等", rest) or (examples and not re.search(rf"\d|根据|按照|{verbs()}", examples[1])):
        return None  # 甲、乙等8家单位: examples
    if item.type == "Initiative" and not quoted(scene, item) and re.match(r"\d", rest) and re.search(r"\d", sentence.text[:start]):
        return None  # the next of a list of things counted
    if (item.type == "Initiative" and not specific(scene, item)) or re.search(rf"{words('delegation')}\Z", item.text):
        return None
    if item.entity == home_region(scene) and re.match(tiers_below() + words("people", "unions", "local_unions"), rest):
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
    if not specific(scene, item) or listed or beside:
        return None
    others = [other for other in sentence.inside(item.at + 1, end, "Initiative") if specific(scene, other)]
    gap = sentence.text[item.at + 1 : others[0].at] if others else ""
    return None if len(gap) == 1 or "、" in gap else item


def _take_subject(scene: Scene, mind: Mind, entity: str) -> None:
    mind.sentence, mind.topic, mind.told, mind.local = entity, None, None, False
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
    place = mind.sentence is not None and scene.entities[mind.sentence].type == "Region"
    working = place and scene.entities[item.entity].kind in WORKINGS  # a place that works so reaches what follows
    if colon or mind.joint or not (mind.acting(scene) or working):
        # A sentence that does nothing but name an initiative is the heading of what follows.
        heading = mind.opening and span == (0, len(text)) and quoted(scene, item) and not re.search(r"\d", text)
        heading = heading and scene.entities[item.entity].kind != "method"
        mind.topic, mind.held, mind.listing, mind.sentence = item.entity, heading, colon, None


def _set_going(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int]) -> None:
    """An initiative that the clause sets going is what follows; another activity ends that, what people do in it does not."""
    text, item = sentence.text, _launched(scene, sentence, *span)
    if item is not None:
        mind.launches.append((sentence.offsets[span[0]], item.entity))
    if item is None and mind.named is not None and pattern("reception").match(text, *span):
        mind.told = mind.named
        return
    other = item is None and pattern("other").match(text, *span) is not None
    if item is not None or other:
        mind.named, mind.told = item.entity if item is not None and countable(scene, item) else None, None
        another = other or (item is not None and item.entity != mind.event)
        mind.aside = mind.aside or (another and re.search(r"\d", text[slice(*span)]) is not None)
        if not (mind.held or mind.listing):
            mind.topic = None
    if item is None and not mind.acting(scene):
        mind.named = _attended(scene, sentence, span) or mind.named
    if item is not None and (owning(scene, item) or (mind.joint and mind.topic is None and not facility(scene, item))):
        _launch(scene, mind, sentence, span, item)


def _events(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int]) -> None:
    """Take in a union just founded, an event reported, and all that a later noun can take up."""
    founded = pattern("founded").search(sentence.text, *span)
    if founded is not None:
        mind.founded = sentence.at(max(founded.start("body"), founded.start("new"))).entity
    for name in ("held", "event"):
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


def _pointed(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """Whom a clause that names no subject means: an officer's body, the event, a firm, what a noun takes up, unions in general."""
    text = sentence.text
    found = officer(scene, sentence, span)
    if found is None and mind.event is not None and (mind.sentence is None or mind.acting(scene)):
        found = mind.event if pattern("contestants").match(text, *span) else None
    found = found or firm(scene, sentence, span)
    if found is not None:
        return found
    here = pattern("here").search(text, *span)
    if here is not None:
        mind.sentence = mind.paragraph = sentence.at(here.start("here")).entity
    noun = taken_up(text, span)
    found = anaphor(mind, scene, sentence, noun["noun"]) if noun else paper(scene, mind, sentence, span)
    if noun is not None and found is None:
        mind.paragraph = None  # something else is spoken of, whatever it is
    place = pattern("place").match(text, *span) if found is None and mind.sentence is None else None
    company = sentence.at(place.start("place")) if place else None
    if company is not None and company.type == "Company":
        return company.entity
    if found is None:
        found = own_union(scene, mind, sentence, span)
    general = pattern("unions").match(text, *span) if found is None else None
    return speaker(scene, sentence, general) if general else found


def read(scene: Scene, mind: Mind, sentence: Sentence, span: tuple[int, int]) -> None:
    """Take in one clause: a new subject, an initiative set going, an event reported."""
    text, item = sentence.text, _subject(scene, sentence, *span, mind.sentence)
    if item is not None:
        mind.acts.append((sentence.offsets[span[0]], item.entity))
    former = scene.entities[mind.sentence].type if mind.sentence is not None else ""
    if text.endswith(";", 0, span[0]) and tokens(text[slice(*span)])[0].tag != "n":
        # The next of a row of deeds, not of things; a station acts as a body does.
        mind.topic = mind.topic if mind.held or mind.listing else None
        if former == "Initiative" and scene.entities[mind.sentence or ""].kind != "station":
            mind.sentence = None
    if pattern("hosts").match(text, *span) and (former == "Initiative" or _HOSTED.search(text, 0, span[0])):
        return  # 大赛由某总工会主办,某局协办: who holds it is no new subject
    if former == "Document" and item is not None and item.type == "Region":
        item = None  # a document that rules, rules for its places
    framed = pattern("framed").match(text, *span)
    if framed is not None and specific(scene, sentence.at(framed.start("frame"))):
        mind.topic = sentence.at(framed.start("frame")).entity
        return
    mind.joint = mind.joint or pattern("joint").match(text, *span) is not None
    if item is not None and scene.entities[item.entity].kind in CONTESTS:
        mind.event = item.entity
    subject = item.entity if item is not None else _pointed(scene, mind, sentence, span)
    if subject is not None:
        _take_subject(scene, mind, subject)
    elif mind.sentence is None:
        mind.sentence = met(scene, sentence, span)
        if mind.sentence is None and mind.topic is None:
            mind.sentence, scope = deictic(scene, sentence, span, mind.paragraph)
            mind.local = mind.sentence is not None and scope == "全"
    _set_going(scene, mind, sentence, span)
    _events(scene, mind, sentence, span)
