"""runs, takesPart: who does what with an initiative.

The reading is the usual one of news prose. The subject stands at the head of its clause and carries on over the following
clauses and sentences of its paragraph until another takes over; where no subject was named, the article speaks of its home
union. What stands nearer wins over what carries on: a relative clause (X 主办的 “…”), an owner (X 第二届 “…” 大赛) and an agent
(由 X 主办) over the subject, the subject over the carried actor.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.extract.relations_actors import Group, clause_end, clause_start
from graph.extract.relations_carry import overt, told
from graph.extract.relations_hosts import hosts_of
from graph.extract.relations_text import SIGNS, Fact, Item, Scene, Sentence, compiled, either, generic, within

_STATED = frozenset({"near", "subject", "partner", "region"})
_NEAR = 6  # characters between a verb of doing and its object, after a verb of seeing
_ACTING = frozenset({"subject", "agent", "pivot", "partner", "region"})
# Nouns that stand for bodies the page does not name: 全省多家企业, 各县(市、区), 8家单位.
_NAMELESS = (
    r"^[^,;。:为对给向把将在于与和同按]{0,8}(?:各(?!级工会)|多家|多个|一批|不少|许多|部分|大量|众多|\d+[余多]?[家个名位])[^,;。:<A>]{0,16}?"
    r"(?:企业|单位|公司|工会|职工|员工|车间|区队|班组|科室|支部|社区|市\)|区\)|县|区|街道|镇|院校|学校|选手|代表|站点|部门)(?!的)[^,;。:<A>]*$"
)


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


def verb_before(text: str, place: int, *lists: str) -> tuple[str, int]:
    """The last cue verb in the clause left of `place` and its offset; ("", -1) without one."""
    start = clause_start(text, place)
    last = ("", -1)
    for match in compiled(either(*lists)).finditer(text, start, place):
        last = (match.group(), match.start())
    return last


def unique(*parts: tuple[str, ...]) -> tuple[str, ...]:
    """The ids in order, each once."""
    return tuple(dict.fromkeys(x for part in parts for x in part))


def _left(found: list[Group], place: int) -> list[Group]:
    return [group for group in found if group.end <= place]


def _reach(text: str, group: Group) -> int:
    """How far a partner phrase acts: to the end of the clause that holds the next verb of doing."""
    verb = compiled(f"(?!{either('means')}){either('run', 'host')}").search(text, group.end)
    return clause_end(text, verb.end()) if verb else len(text)


def _region_subject(scene: Scene, group: Group) -> Subject | None:
    """A region that acts: none of ours unless it is another place than the article's home."""
    home = scene.home[0]
    codes = [scene.entities[i].adcode for i in group.ids]
    if home and any(code == home or within(home, code) for code in codes):
        return None
    return Subject(unique(*(scene.union_of(i) for i in group.ids)), "region", group.ids[0])


def _wider(scene: Scene, text: str) -> str | None:
    """The region around the article's home that the words before a deed speak of: 今年全省重点实施 ... in an article of a city."""
    home = scene.home[0]
    if (
        home is None
        or home.endswith("0000")
        or not compiled("(?:^|[,;:。])[^,;:。]{0,4}(?:全|我)省(?!总|级|内)[^,;。]{0,8}(?:实施|开展|推进|启动|建设)").search(text)
    ):
        return None
    return next((e.id for e in scene.entities.values() if e.type == "Region" and e.adcode == f"{home[:2]}0000"), None)


def subject_of(scene: Scene, text: str, found: list[Group], place: int, carried: tuple[str, ...]) -> Subject:
    """The subject that governs `place`, with the partners whose phrase reaches it."""
    subject = Subject(carried, "carried")
    agents: tuple[str, ...] = ()
    known = max((g.end for g in _left(found, place) if g.role in _ACTING), default=0)
    if overt(text, known, place):
        return Subject((), "nameless")
    if wider := _wider(scene, text[known:place]):
        return Subject((), "region", wider)
    for group in _left(found, place):
        if group.role == "region":
            subject = _region_subject(scene, group) or subject
        elif group.role == "subject" and agents and "共同" in text[group.end : place]:
            subject = Subject(unique(agents, group.ids), "subject")
        elif group.role in {"subject", "agent"} or (group.role == "pivot" and clause_end(text, group.end) >= place):
            subject = Subject(group.ids, "subject")
        agents = group.ids if group.role == "agent" else agents
    for group in _left(found, place):
        if group.role == "partner" and _reach(text, group) >= place and not verb_before(text, group.end, "take")[0]:
            how = "partner" if subject.how == "carried" else subject.how
            subject = Subject(unique(subject.ids, group.ids), how, subject.region)
    return subject


def _contest(text: str, place: int) -> bool:
    """Whether the initiative is where somebody wins: 在 I 中荣获, 在 I 中,... 获奖, 荣获 I 二等奖."""
    rest = text[place + 1 : clause_end(text, place)]
    if compiled("(?:对|向|为|给)[^,;<A>]{0,4}$").search(text[:place]):
        return False  # 对 I 中获得第一名的选手,授予 ...
    if compiled(f"^[^,;<A>]{{0,12}}(?:中|上|里|决赛)[^,;]{{0,12}}{either('win')}").match(rest):
        return True
    if compiled("在[^,;<A>]{0,6}$").search(text[:place]) and compiled(f"^[^,;<A>]{{0,16}}中,.*?{either('win')}").match(text[place + 1 :]):
        return True
    return bool(verb_before(text, place, "win")[0] and compiled("^[^,;。<A>]{0,16}<H>").match(rest))


def _participant(text: str, at: int) -> bool:
    """Whether the actor itself takes part: the verb opens its clause or follows 组织、动员 and the like, no foreign noun before it."""
    clause = text[clause_start(text, at) : at]
    return bool(compiled(f"^(?:{either('eager')}|<A>)*+$|{either('send')}").search(clause))


def _begins(text: str, place: int) -> bool:
    """Whether the event itself is the subject, in a region that is named and by nobody that is: 某区“…”行动全面启动."""
    clause = text[clause_start(text, place) : place]
    opened = compiled("<R>[^<A><P><R>]{0,14}$").search(clause) and not compiled(either("host", "with")).search(clause)
    return bool(opened and compiled(f"^(?:活动|行动|仪式)?(?:暨<I>)?[^,;。<A>]{{0,4}}{either('begins')}").match(text[place + 1 :]))


def _visited(text: str, place: int) -> bool:
    """Whether somebody only goes to see the initiative: 参观了 I, 先后到 R 职工之家、I, 了解 ... 及 I 建设情况."""
    seen, doing = verb_before(text, place, "visit")[1], verb_before(text, place, "run", "host")[1]
    return seen > doing or (seen >= 0 and place - doing > _NEAR)


def _item(text: str, place: int) -> bool:
    """Whether it is only an item of an event: 设置 I、I 等3个游戏, 分为 I 和 I 两个组别."""
    before = text[clause_start(text, place) : place]
    return bool(
        compiled("(?:设|设置|设有|设立|分设|分为|安排)了?[^<A>]{0,24}$").search(before)
        and compiled(f"^(?:[、和及与]?<I>)*等?[^,;。<A><I>]{{0,10}}(?:\\d+个?项目|[个大]项目|{either('item')})").match(text[place + 1 :])
    )


def _background(text: str, place: int) -> bool:
    """Whether the initiative is only what the deed is set against (立足 I, 按照 I 要求, 在 I 上), or a name for it (被称为 I)."""
    before, after = text[:place], text[place + 1 :]
    if _visited(text, place) or _item(text, place) or compiled("^[^,;。<A><I>]{0,6}(?:协议|合同|备忘录|意向书)").match(text[place + 1 :]):
        return True
    if compiled("(?:被称为|被称作|被誉为|誉为|人称|俗称|称之为)[^,;。<A>]{0,4}$").search(before):
        return True
    if compiled(f"{either('announce')}[^,;。<A><I>]{{0,12}}$").search(before) and compiled("^[^,;。<I>]{0,6}(?:名单|结果|入选|榜单)").match(
        after
    ):
        return True
    set_against = compiled(f"{either('background')}(?P<gap>[^,;。<A>]{{0,4}})$").search(before)
    if (set_against and not compiled(either("found")).search(set_against["gap"])) or compiled(f"^{either('attributive')}").match(after):
        return True
    if compiled("以[^,;。]{0,30}$").search(before) and compiled(f"^[^,;。]{{0,16}}为{either('occasion')}").match(after):
        return True
    if compiled("(?:坚持|践行|弘扬|学习|牢记)[^,;。]{0,6}$").search(before) and compiled(
        "^[^,;。]{0,6}(?:战略|思想|精神|理念|方针|要求)"
    ).match(after):
        return True
    if compiled("对[^;。]{0,200}$").search(before) and compiled("^[^;。]{0,80}(?:予以|进行)了?(?:通报|表彰|表扬|命名|授牌|公布)").match(
        after
    ):
        return True
    if compiled("成为[^,;。]*$").search(before) and compiled("^(?:[、和及与]<I>)*[^,;。<A><I>]{0,10}的").match(after):
        return True
    where = "(?:[^,;。<I><A>]{0,12}[中上里]|[^,;。<I><A>]{0,8}(?:项目|领域|行业|工程|企业|园区))"
    deed = f"^{where}(?:继续|深入|广泛|全面)?{either('run')}"
    if compiled("在[^,;。<I><A>]{0,10}$").search(before) and compiled(deed).match(after):
        return True  # 在 I 重点项目中开展 J
    listed = compiled("(?:^|[,;。])[^,;。<I>]{0,20}[就对][^,;。]*$").search(before)
    if listed and compiled("^[^,;。]{0,30}等(?:事项|方面|内容|问题|议题)").match(after):
        return True
    ordered = compiled("(?:贯彻|落实|按照|根据|依照)[^,;。]{0,16}$").search(before)
    if ordered and compiled("^[^,;。]{0,4}(?:要求|精神|部署|号召)").match(after):
        return True
    return bool(compiled("(?:在|于)[^,;。]{0,6}$").search(before) and compiled("^[^,;。]{0,4}(?:上|期间)(?:[,;]|$)").match(after))


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


def _read(scene: Scene, sentence: Sentence, item: Item, found: list[Group], carried: tuple[str, ...]) -> Iterator[tuple[str, Agency]]:
    """(runs or takesPart, agency) for one mention of an initiative."""
    text, place = sentence.text, item.at
    verb, at = verb_before(text, place, "run", "host")
    take, take_at = verb_before(text, place, "take")
    subject = subject_of(scene, text, found, place, carried)
    acting = [g.end for g in _left(found, place) if g.role in {"subject", "agent", "pivot"}]
    if compiled(_NAMELESS).search(text[clause_start(text, place) : place]) and max(acting, default=0) <= clause_start(text, place):
        subject = Subject((), "nameless")
    subject = _beside_region(scene, sentence, item, subject)
    stated = subject.how in _STATED
    house = [g for g in found if g.end == place and g.role == "place"] if scene.entities[item.entity].kind == "station" else []
    if hosts := hosts_of(text, found, place) or [(g.ids, "") for g in house]:
        for ids, role in hosts:
            yield "runs", Agency(item.entity, ids, "near", role or verb, sentence)
        others = tuple(x for x in subject.ids if all(x not in ids for ids, _ in hosts))
        if others and ((_contest(text, place) and stated) or (take and (stated or _participant(text, take_at)))):
            yield "takesPart", Agency(item.entity, others, subject.how, take, sentence)
    elif take and take_at >= at:
        beside = [g.ids for g in _left(found, place) if g.end == take_at]
        actors = beside[-1] if beside else subject.ids if stated or _participant(text, take_at) else ()
        yield "takesPart", Agency(item.entity, actors, subject.how, take, sentence)
    elif _contest(text, place):
        yield "takesPart", Agency(item.entity, subject.ids if stated else (), subject.how, "", sentence)
    elif _begins(text, place):
        yield "runs", Agency(item.entity, (), "begins", "", sentence)
    elif _background(text, place):
        yield "background", Agency(item.entity, (), subject.how, "", sentence)
    else:
        yield "runs", Agency(item.entity, subject.ids, subject.how, verb, sentence, subject.region)


def agencies(scene: Scene) -> Iterator[tuple[str, Agency]]:
    """Every reading of every mention of an initiative in the article, in order."""
    for sentence, found, carried in told(scene):
        for item in sentence.items:
            if item.type == "Initiative":
                yield from _read(scene, sentence, item, found, carried)


def _close(agency: Agency) -> bool:
    """Whether a stated subject governs the mention by a verb: what a practice without a name of its own needs."""
    return agency.how in _STATED and bool(agency.verb)


def _followers(scene: Scene, found: list[Agency]) -> list[Agency]:
    """Of the agencies of one initiative those of companies that only do what a union runs: 某公司实行 I in an article on the union's I."""
    types = [{scene.entities[x].type for x in a.actors} for a in found]
    if not any("Union" in kinds for kinds in types):
        return []
    return [a for a, kinds in zip(found, types, strict=True) if kinds == {"Company"} and a.how == "subject"]


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
    takes = [agency for pairs in readings.values() for relation, agency in pairs if relation == "takesPart"]
    for initiative, pairs in readings.items():
        found = [agency for relation, agency in pairs if relation == "runs"]
        if generic(scene.entities[initiative].name):
            found = [a for a in found if _close(a)]
        strong = [a for a in found if a.how in _STATED and a.actors and a.how != "region"]
        strong = strong or [a for a in found if a.how == "region"]
        followers = _followers(scene, strong)
        takes += followers
        strong = [a for a in strong if a not in followers]
        if strong or found:
            runs[initiative] = strong or found
    return Reading(
        runs,
        tuple(takes),
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
