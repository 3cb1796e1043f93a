"""runs, takesPart: who does what with an initiative.

The reading is the usual one of news prose. The subject stands at the head of its clause and carries on over the following
clauses and sentences of its paragraph until another takes over; where no subject was named, the article speaks of its home
union. What stands nearer wins over what carries on: a relative clause (X 主办的 “…”), an owner (X 第二届 “…” 大赛) and an agent
(由 X 主办) over the subject, the subject over the carried actor.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.extract.relations.actors import OWN_UNIONS, Group, clause_end, clause_start
from graph.extract.relations.background import aim, background, begins, contest, foreign, participant, verb_before
from graph.extract.relations.carry import nameless, overt, told, visits
from graph.extract.relations.hosts import hosts_of, lending
from graph.extract.relations.places import opening_codes
from graph.extract.scenes.scene import SIGNS, Fact, Item, Scene, Sentence, compiled, either, generic, within

_STATED = frozenset({"near", "subject", "partner", "region"})
_APART = frozenset("”’》」』年届")  # what stands in a name before the body whose own it is
_ACTING = frozenset({"subject", "agent", "pivot", "partner", "region"})


@dataclass(frozen=True, slots=True)
class Agency:
    """Who stands behind one mention of an initiative: actor ids, how the sentence says so, and the verb as written."""

    initiative: str
    actors: tuple[str, ...]
    how: str
    verb: str
    sentence: Sentence
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What governs a place of a sentence: actor ids; how it is known (subject, partner, carried, nameless, region); the region acting."""

    ids: tuple[str, ...]
    how: str
    region: str | None = None


def unique(*parts: tuple[str, ...]) -> tuple[str, ...]:
    """The ids in order, each once."""
    return tuple(dict.fromkeys(x for part in parts for x in part))


def _left(found: list[Group], place: int) -> list[Group]:
    return [group for group in found if group.end <= place]


def _reach(text: str, group: Group) -> int:
    """How far a partner phrase acts: through its clause; one without a deed of its own to the end of the clause that holds the next."""
    end = clause_end(text, group.end)
    if not compiled(f"^(?:等[^,;。<A>]{{0,8}})?{either('jointly')}?$").match(text[group.end : end]):
        return end
    part = text.find(";", group.end)
    verb = compiled(f"(?!{either('means')}){either('run', 'host')}").search(text, group.end, part if part >= 0 else len(text))
    return clause_end(text, verb.end() if verb else group.end)


def _region_subject(scene: Scene, text: str, group: Group) -> Subject | None:
    """A region that acts: none of ours unless it is another place than the article's home, or all its unions do (甲省各级工会)."""
    home = scene.home[0]
    codes = [scene.entities[i].adcode for i in group.ids]
    if compiled(OWN_UNIONS).match(text[group.end :]):
        return Subject(scene.union_of(group.ids[0]), "region", group.ids[0])
    if home and any(code == home or within(home, code) for code in codes):
        return None
    return Subject(unique(*(scene.union_of(i) for i in group.ids)), "region", group.ids[0])


# The region around the article's home: 今年全省重点实施 ..., 对接全省“...”; not where ours is the first there.
_OUR = r"(?:全|我)省(?!总|级|内|首|第|唯|率|最)"
_WIDER = (
    rf"(?:^|[,;:。])(?:[^,;:。]{{0,4}}{_OUR}[^,;。]{{0,8}}(?:实施|开展|推进|启动|建设)"
    rf"|(?:对接|融入|纳入|列入|依托|借助|按照|围绕|响应|参与|\d{{4}}年)?{_OUR}[^,;。]{{0,2}}$)"
)


def _wider(scene: Scene, text: str) -> Subject | None:
    """The province around the article's home, where the words before a deed speak of it: nobody of ours does it."""
    home = scene.home[0]
    if home is None or home.endswith("0000") or not compiled(_WIDER).search(text):
        return None
    return Subject((), "region", next(iter(scene.cast.coded(f"{home[:2]}0000")), None))


def _someone(text: str, known: int, place: int) -> bool:
    """Whether a person without a body's title, who neither leads nor speaks, has become the subject: 钳工 X 始终把 I 作为 ..."""
    leads = either("lead", "say")
    who = f"(?:^|[,;。])[^,;。<A><P>]{{0,12}}(?:<P>|[他她](?!们))(?![、和与及等]|[^,;]{{0,6}}{leads})(?=[^<A>]*$)"
    return bool(compiled(who).search(text[known:place]))


def subject_of(scene: Scene, text: str, found: list[Group], place: int, carried: tuple[str, ...]) -> Subject:
    """The subject that governs `place`, with the partners whose phrase reaches it."""
    subject = Subject(carried, "carried")
    agents: tuple[str, ...] = ()
    known = max((g.end for g in _left(found, place) if g.role in _ACTING), default=0)
    if overt(text, known, place) or _someone(text, known, place):
        return Subject((), "nameless")
    if wider := _wider(scene, text[known:place]):
        return wider
    for group in _left(found, place):
        if visits(text, group):
            continue
        if group.role == "region":
            subject = _region_subject(scene, text, group) or subject
        elif group.role == "subject" and agents and "共同" in text[group.end : place]:
            subject = Subject(unique(agents, group.ids), "subject")
        elif group.role in {"subject", "agent"} or (group.role == "pivot" and clause_end(text, group.end) >= place):
            subject = Subject(group.ids, "subject")
        agents = group.ids if group.role == "agent" else agents
    for group in _left(found, place):
        if group.role == "partner" and _reach(text, group) >= place and not verb_before(text, group.end, "take")[0]:
            how = "partner" if subject.how == "carried" else subject.how
            subject = Subject(unique(subject.ids, group.ids), how, subject.region)
    return _later(text, found, place, subject)


# What opens a sentence before its subject.
_PREPOSED = f"^[^,;。<A><P>]{{0,4}}(?:{either('means')}|按照|借|为|把)[^,;。<A><P>]{{0,12}}$"


def _later(text: str, found: list[Group], place: int, subject: Subject) -> Subject:
    """The subject with those whom the sentence names behind the initiative: 通过 I,X 建起; X 推行 I,会同 Y、Z; X 推行 I,Y、Z 一起出力."""
    end = clause_end(text, place)
    for group in found:
        if group.start > place and subject.ids and lending(text, group, place):
            return Subject(unique(subject.ids, group.ids), subject.how, subject.region)
        gap = text[end + 1 : group.start] if text[end : end + 1] == "," and group.start > end else None
        if gap is None or not compiled("^(?!又|还|再|另|也|并)[^,;。<A><I>]{0,6}$").match(gap):
            continue
        if group.role == "subject" and subject.how == "carried" and compiled(_PREPOSED).match(text[clause_start(text, place) : place]):
            return Subject(group.ids, "subject")
        if group.role == "partner" and subject.how == "subject" and compiled(f"{either('with')}$").search(gap):
            return Subject(unique(subject.ids, group.ids), "subject", subject.region)
    return subject


def _beside_region(scene: Scene, sentence: Sentence, item: Item, subject: Subject) -> Subject:
    """The carried actor, unless the name stands right behind a region that is not that actor's: 甲省“…”大赛 in an article of a city."""
    if subject.how != "carried" or item.at == 0 or sentence.text[item.at - 1] != SIGNS["<R>"]:
        return subject
    region = sentence.at(item.at - 1).entity
    code = scene.entities[region].adcode
    own = [scene.entities[actor].adcode for actor in subject.ids]
    if code is None or any(home is None or home == code or within(code, home) for home in own):
        return subject
    return Subject(scene.union_of(region), "region", region)


def _read(
    scene: Scene, sentence: Sentence, item: Item, found: list[Group], carried: tuple[str, ...], own: tuple[str, ...]
) -> Iterator[tuple[str, Agency]]:
    """(runs or takesPart, agency) for one mention of an initiative; `own` is the body that its name opens with, if any."""
    text, place = sentence.text, item.at
    verb, at = verb_before(text, place, "run", "host")
    take, take_at = verb_before(text, place, "take")
    subject = subject_of(scene, text, found, place, carried)
    acting = [g.end for g in _left(found, place) if g.role in {"subject", "agent", "pivot", "region"}]
    if nameless(text[clause_start(text, place) : place]) and max(acting, default=0) <= clause_start(text, place):
        subject = Subject((), "nameless")
    subject = _beside_region(scene, sentence, item, subject)
    if compiled("<P>(?:参展|发明|研发|总结|创新|提炼)?的$").search(text[:place]):
        subject = Subject((), "nameless")  # a person's own: X 的“三步法”
    if subject.how == "subject" and not verb and compiled(f"{either('say')},$").search(text[:place]):
        subject = Subject(carried, "carried")  # 某会主席 X 表示,本次大赛 ...: who speaks need not hold it
    if subject.how == "carried" and not verb and scene.entities[item.entity].name.endswith("工作室"):
        subject = Subject((), "nameless")  # 涌现出甲公司“李文创新工作室”: whose it is was not recognised
    stated = subject.how in _STATED
    # 某会主席 X 参加 I: X does, not the body.
    by_body = take and (stated or participant(text, take_at)) and not compiled("<P>[^<A><P><I>;。]*$").search(text[:take_at])
    house = [g for g in found if g.end == place and g.role == "place"] if scene.entities[item.entity].kind == "station" else []
    if hosts := ([(own, "")] if own else hosts_of(text, found, place)) or [(g.ids, "") for g in house]:
        for ids, role in hosts:
            yield "runs", Agency(item.entity, ids, "near", role or verb, sentence)
        others = tuple(x for x in subject.ids if all(x not in ids for ids, _ in hosts))
        heed = compiled(f"(?P<verb>{either('heed')})了?[^,;。<A><I>]{{0,6}}<A>[^,;。]*$").search(text, clause_start(text, place), place)
        if others and (by_body or heed):
            yield "takesPart", Agency(item.entity, others, subject.how, take if by_body or heed is None else heed["verb"], sentence)
    elif take and take_at >= at:
        beside = [g.ids for g in _left(found, place) if g.end == take_at]
        actors = beside[-1] if beside else subject.ids if by_body else ()
        yield "takesPart", Agency(item.entity, actors, subject.how, take, sentence)
    elif contest(text, place):
        yield "takesPart", Agency(item.entity, (), subject.how, "", sentence)  # who wins is told in relations.honours
    elif scene.page.view[item.start - 1 : item.start] == "【":
        yield "background", Agency(item.entity, (), subject.how, "", sentence)
    elif begins(text, place):
        yield "runs", Agency(item.entity, (), "begins", "", sentence)
    elif foreign(text, place):
        yield "background", Agency(item.entity, (), subject.how, "", sentence)
    elif background(text, place):
        whose = subject.ids if subject.how == "subject" and not aim(text, place) else ()
        yield "background", Agency(item.entity, whose, "background", verb, sentence)
    else:
        yield "runs", Agency(item.entity, subject.ids, subject.how, verb, sentence, subject.region)


def _own(scene: Scene, initiative: str) -> tuple[str, ...]:
    """The body with whose name an initiative's name opens or goes on behind its quotation: 某油田工会实施…行动, “…”某市总工会晚会."""
    name = scene.entities[initiative].name
    called = ((n, e.id) for e in scene.actors for n in (e.name, *e.aliases) if len(n) > 3 and n != name)
    found = [(len(n), body) for n, body in called if (at := name.find(n)) == 0 or (at > 0 and name[at - 1] in _APART)]
    return (max(found)[1],) if found else ()


def _wider_than(scene: Scene, agency: Agency) -> Agency:
    """The agency without bodies inside the division with which the name of a platform opens: a county only uses the “甲省工会APP”."""
    used = scene.entities[agency.initiative]
    codes = opening_codes(used.name) if used.kind == "platform" else ()
    if not codes or agency.how == "near":
        return agency
    actors = tuple(x for x in agency.actors if not any(within(scene.entities[x].adcode, code) for code in codes))
    return replace(agency, actors=actors)


def agencies(scene: Scene) -> Iterator[tuple[str, Agency]]:
    """Every reading of every mention of an initiative in the article, in order."""
    own = {entity: _own(scene, entity) for entity in scene.named_at if scene.entities[entity].type == "Initiative"}
    for sentence, found, carried in told(scene):
        for item in sentence.inside(0, len(sentence.text), "Initiative"):
            for relation, agency in _read(scene, sentence, item, found, carried, own[item.entity]):
                yield relation, _wider_than(scene, agency)


def _close(agency: Agency) -> bool:
    """Whether a stated subject governs the mention by a verb: what a practice without a name of its own needs."""
    return agency.how in _STATED and (bool(agency.verb) or agency.how == "near")


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article says about who does what with its initiatives.

    `runs`: initiative id -> the agencies that count, those that a sentence states, without one those that carry on; `takes`: participants;
    `shared`: initiatives in which the article only lets somebody take part, or which are only its background.
    """

    runs: dict[str, list[Agency]]
    takes: tuple[Agency, ...]
    shared: frozenset[str]


def read(scene: Scene) -> Reading:
    """The reading of an article."""
    readings: dict[str, list[tuple[str, Agency]]] = {}
    for relation, agency in agencies(scene):
        readings.setdefault(agency.initiative, []).append((relation, agency))
    runs = {}
    for initiative, pairs in readings.items():
        found = [agency for relation, agency in pairs if relation == "runs"]
        if generic(scene.entities[initiative].name):
            found = [a for a in found if _close(a)]
        strong = [a for a in found if a.how in _STATED and a.actors and a.how != "region"]
        strong = strong or [a for a in found if a.how == "region"]
        # What an article names only as the background of somebody's deed is his (在 I 上, 以 I 为契机).
        named = not generic(scene.entities[initiative].name)
        run = any(a.actors for a in strong or found)
        behind = [a for relation, a in pairs if relation == "background" and a.actors and named and not run]
        if strong or found or behind:
            runs[initiative] = behind or strong or found
    return Reading(
        runs,
        tuple(agency for pairs in readings.values() for relation, agency in pairs if relation == "takesPart"),
        frozenset(i for i, pairs in readings.items() if all(relation != "runs" for relation, _ in pairs)),
    )


def find(reading: Reading) -> Iterator[Fact]:
    """runs and takesPart of an article."""
    for found in reading.runs.values():
        for agency in found:
            rule = f"runs.{agency.how}.{'verb' if agency.verb else 'bare'}"
            for actor in agency.actors:
                yield Fact(actor, "runs", agency.initiative, agency.sentence, rule, agency.verb)
    for agency in reading.takes:
        for actor in agency.actors:
            yield Fact(actor, "takesPart", agency.initiative, agency.sentence, f"takes.{agency.how}", agency.verb)
