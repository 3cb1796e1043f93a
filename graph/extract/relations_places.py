"""serves, locatedIn, partOf, inRegion: what the names of bodies and the runners of initiatives say about places."""

from collections.abc import Iterator, Mapping
from functools import cache

from graph.extract.gazetteer import gazetteer
from graph.extract.relations_carry import SILENT
from graph.extract.relations_runs import Agency, Reading
from graph.extract.relations_text import ACTORS, Fact, Item, Scene, Sentence, compiled, either, generic, within
from graph.extract.zone_words import body_of_zone, zone_within
from graph.records import Entity

_ENTERPRISE_UNION = (
    r"(?:(?:公司|集团|厂|院|校|银行|分行|支行|分理处|铁路局|中心|矿|局|处|所|企业|机关|大学|学院|店)(?:机关)?(?:工会|工会委员会|工会联合会|工会小组)$"
    r"|(?:公司|集团|厂|医院|大学|学院).*工会)"
)
# A branch of a region's unions (某省煤矿工会, 某市直机关工会), not the union of one enterprise.
_BRANCH_UNION = r"[省市县区州盟旗](?:属|直)?(?:煤矿|机关|院校|学校|企业)(?:工会|工会委员会|工会联合会)$"
# A firm without its legal form (湖北某某服饰工会); with 省, 市 ... the union of a branch of industry there.
_FIRM_UNION = (
    r"^[^省市县区州盟旗]*(?:服饰|电子|科技|机械|食品|药业|纺织|电器|汽车|重工|能源|物流|酒店|医药|矿业|钢铁|水泥|股份|实业|服装|光电|铝业|制药)"
    r"工会(?:委员会)?$"
)
_PLACE_SUFFIX = r"(?:省|市|县|区|自治区|自治州|自治县|镇|乡|街道|州|盟|旗)$"
_NATIONAL = r"^(?:中华全国|全国|中国)"
_HELD = r"^(?:[^,;。<A><I>]{0,28})在"
# What a national enterprise calls its part in a place: 国网某市供电公司, 某银行某县支行.
_LOCAL = r"^(?:[市县区]?(?:供电|电力|分行|支行|分公司|支公司|供水|邮政|烟草|石油|电信|移动|联通))"
_LONGER = 24  # characters by which the name of a company may be longer than that of its union
_EVENT_VERB = (
    r"(?:举行|举办|召开|开幕|启动|开赛|启幕|揭牌|落幕|闭幕|成立|上线|拉开|开跑|打响|收官|揭幕|开锣|鸣锣|鸣枪|鸣哨|进行|展开|开营|开班|开讲|开课|亮相"
    r"|开放|投用|启用|落户|落地|竣工|挂牌|授牌|落下帷幕|圆满)"
)


def _best(scene: Scene) -> Iterator[tuple[Entity, Sentence]]:
    """Each entity of the article with the sentence that names it best (the longest form)."""
    for entity, places in scene.named_at.items():
        yield scene.entities[entity], max(places, key=lambda place: len(place[1].text))[0]


@cache
def _places_in(name: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """(start, end, codes) of the places in a name that the gazetteer knows, by full or short form."""
    return tuple((start, end, frozenset(d.code for d in divisions)) for start, end, divisions in gazetteer().scan(name))


def _named_region(entity: Entity, scene: Scene) -> str | None:
    """The region whose name a body's name holds, full (洪泽区) or short (淮安): the last of a chain at the head or in brackets."""
    found = list(scene.cast.regions_in(entity.name))
    places = _places_in(entity.name)
    found += [(at, end, region) for at, end, codes in places for code in codes for region in scene.cast.coded(code)]
    # A place counts at the head, in brackets, after a place's suffix and after another place (湖南平江).
    ends = {end for at, end, _ in found if at == 0}
    chained = [
        (end, end - at, region)
        for at, end, region in found
        if at == 0
        or at in ends
        or entity.name[at - 1] == "("
        or compiled(rf"{_PLACE_SUFFIX}|(?:公司|集团|银行)$").search(entity.name[:at])
        or (entity.type != "Union" and compiled(_LOCAL).match(entity.name[end:]))
    ]
    if not chained:
        return None
    adcodes = {region: scene.entities[region].adcode or "" for _, _, region in chained}
    # Of a city and its county of one short name it is the one that linking chose, else the city.
    return max(chained, key=lambda c: (c[0], c[1], adcodes[c[2]] == entity.adcode, adcodes[c[2]].endswith("00"), c[2]))[2]


def _home_of(entity: Entity, scene: Scene, codes: dict[str, str]) -> str | None:
    """The region entity of a body: where a company or school stands is what its name says; whom an organ serves what linking found."""
    named = _named_region(entity, scene)
    linked = codes.get(entity.adcode) if entity.adcode else None
    if named and not scene.entities[named].adcode and _sited(entity):
        return named  # a union of a zone or a town, linked to the division around it
    return named or linked if _stands(entity) else linked or named


def _zonal(entity: Entity, region: Entity) -> bool:
    """Whether a body is a development zone's and the region found is the division around it: that is not its jurisdiction."""
    return not _stands(entity) and bool(zone_within().search(entity.name)) and region.adcode is not None


def _stands(entity: Entity) -> bool:
    """Whether a body is one that stands somewhere and has no jurisdiction."""
    if entity.type != "Organization":
        return entity.type == "Company"
    # A part of an enterprise stands somewhere, too: 供电公司客服中心.
    part = compiled("公司|集团|银行").search(entity.name) and not compiled(f"{either('organ')}$").search(entity.name)
    return bool(part or compiled(f"{either('facility')}$").search(entity.name))


def _sited(entity: Entity) -> bool:
    """Whether a body is the general union of a zone or a place below the counties."""
    return entity.type == "Union" and bool(body_of_zone("(?:总)?工会(?:联合会|委员会)?").search(entity.name))


def bodies(scene: Scene) -> Iterator[Fact]:
    """serves and locatedIn of the article's bodies, partOf between them."""
    codes = scene.divisions
    heard = [(entity, sentence) for entity, sentence in _best(scene) if entity.type in ACTORS]
    known, acting = {entity.id for entity, _ in heard}, {entity.id for entity in scene.actors}
    # A body that only a name implies is spoken of where that name stands.
    wholes = [(scene.entities[f.tail], f.sentence) for entity, sentence in heard for f in _parents(scene, entity, sentence)]
    for entity, sentence in [*heard, *(pair for pair in wholes if pair[0].id not in known and pair[0].id in acting)]:
        region = _home_of(entity, scene, codes)
        if region and _placed(entity) and not _zonal(entity, scene.entities[region]):
            for relation in _relations(entity):
                yield Fact(entity.id, relation, region, sentence, f"{relation}.name")
        yield from _parents(scene, entity, sentence)
    for sentence in scene.sentences:
        yield from _beside(scene, sentence)


def _placed(entity: Entity) -> bool:
    """Whether the region of a body's name is its own: not that of a team, a meeting, or a part of an enterprise."""
    if compiled(f"{either('rootless')}$").search(entity.name):
        return False
    if entity.type == "Union":
        if compiled(_FIRM_UNION).search(entity.name):
            return False
        return bool(compiled(_BRANCH_UNION).search(entity.name)) or not compiled(_ENTERPRISE_UNION).search(entity.name)
    return entity.type == "Company" or not compiled("(?:公司|集团|厂)(?:党委|党支部|党组|团委)$").search(entity.name)


def _relations(entity: Entity) -> tuple[str, ...]:
    """serves or locatedIn; both of houses and associations that serve the place they stand in (某县工人文化宫)."""
    if entity.type == "Organization" and compiled(f"{either('house')}$").search(entity.name) and "工会" not in entity.name:
        return ("serves", "locatedIn")
    return ("locatedIn",) if _stands(entity) else ("serves",)


def _opens(name: str, whole: str) -> bool:
    """Whether a body's name opens another's, at its head or after the places it lies in."""
    at = whole.find(name)
    if at == 0 and len(name) < len(whole) and compiled("^[全省市县区]总$").match(name):
        return True  # 全总调研组
    if at < 0 or not 4 <= len(name) < len(whole) - at:
        return False
    if compiled("^(?:联合会|委员会|工作委员会|(?:股份|控股)?(?:有限)?(?:责任)?公司)?$").match(whole[at + len(name) :]):
        return False  # two forms of one name
    return at == 0 or bool(compiled(_PLACE_SUFFIX).search(whole[:at]))


def _heads(whole: str) -> Iterator[str]:
    """What stands at the head of a name, or behind a place in it."""
    for start in (0, *(hit.end() for hit in compiled("[省市县区镇乡州盟旗]|街道").finditer(whole))):
        yield from (whole[start:end] for end in range(start + 1, len(whole) + 1))


def _alike(scene: Scene, stem: str) -> Iterator[str]:
    """The names of bodies that are the one before 工会: one ends with the other (某集团甲矿工会 and 甲矿)."""
    yield stem
    if len(stem) >= 4:
        yield from (stem[start:] for start in range(1, len(stem) - 3))
        yield from scene.cast.ending(stem)


def _parents(scene: Scene, entity: Entity, sentence: Sentence) -> Iterator[Fact]:
    """The body whose name, full or without its region, opens the name: 某公司工会, 某县总工会领导小组."""
    stem = compiled("工会(?:委员会|联合会|小组)?$").sub("", entity.name) if entity.type == "Union" else ""
    # What the name itself says holds whichever article of the page names the other body.
    names = [name for name in _heads(entity.name) if _opens(name, entity.name)]
    found = [
        (len(name), other.id)
        for name in (*names, *_alike(scene, stem))
        for other in scene.cast.called(name)
        if other.id != entity.id and len(other.name) <= len(entity.name) + _LONGER
    ]
    ends = either("branch", "branch_firm") if entity.type == "Company" else either("branch")
    if found and (entity.type == "Union" or compiled(f"{ends}$").search(entity.name)):
        yield Fact(entity.id, "partOf", max(found)[1], sentence, "part.union" if entity.type == "Union" else "part.name")


def _beside(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """X 的 Y 宣讲团, X 成立 Y 领导小组: a team of X."""
    for match in compiled("<A>(?:的|(?P<own>(?:旗下|下属|所属|下辖|下设)的?)|(?P<made>(?:组织|成立|组建|派出|选派)了?))?<A>").finditer(
        sentence.text
    ):
        head, tail = sentence.inside(match.start(), match.end())[:2]
        if match["own"]:
            yield Fact(tail.entity, "partOf", head.entity, sentence, "part.own")
            continue
        if compiled(f"{either('branch')}$").search(tail.text) and scene.entities[tail.entity].type == "Organization":
            yield Fact(tail.entity, "partOf", head.entity, sentence, "part.made" if match["made"] else "part.beside")


def _stated(sentence: Sentence, item: Item, station: bool) -> list[str]:
    """Regions that the clause itself gives: 在 R、R 和 R 建立 I; I 在 R 举行."""
    text = sentence.text
    hit = compiled(f"在(?P<where><R>(?:[、和与]<R>)*)[^,;。<A>]{{0,6}}{either('run')}[^,;。]*$").search(text[: item.at])
    if hit:
        return [i.entity for i in sentence.inside(hit.start("where"), hit.end("where"), "Region")]
    beside = compiled("(?P<where><R>)的$").search(text[: item.at])
    if beside and station:
        return [sentence.at(beside.start("where")).entity]  # 甲市的某驿站、乙市的某站点
    held = compiled(f"{_HELD}(?P<where><R>)(?:<A>)?[^,;:。<A><I><P><R>]{{0,14}}?{_EVENT_VERB}").match(text[item.at + 1 :])
    return [sentence.at(item.at + 1 + held.start("where")).entity] if held else []


def _beside_of(sentence: Sentence, item: Item) -> str | None:
    """The region right before the name (甲市“某某杯”大赛), also where the article's own people only take part."""
    hit = compiled("(?P<where><R>)的?$").search(sentence.text[: item.at])
    return sentence.at(hit.start("where")).entity if hit else None


def _owned(sentence: Sentence, item: Item) -> str | None:
    """The region whose own the sentence says it is, whoever the article is about: I 是甲市的竞赛品牌."""
    hit = compiled("是(?P<where><R>)的").match(sentence.text[item.at + 1 :])
    return sentence.at(item.at + 1 + hit.start("where")).entity if hit else None


def _inside(region: Entity, code: str | None) -> bool:
    """Whether a stated region lies in the runner's: by code, and a zone or a place below the divisions on the sentence's word."""
    return within(region.adcode, code) if region.adcode else bool(compiled("(?:区|园|镇|乡|街道|村)$").search(region.name))


def _runner_places(scene: Scene, agents: list[Agency], codes: dict[str, str]) -> list[tuple[Entity, Entity]]:
    """(runner, region) for each runner whose region is known."""
    actors = [scene.entities[x] for x in dict.fromkeys(x for a in agents for x in a.actors)]
    homes = [(actor, _home_of(actor, scene, codes)) for actor in actors if not compiled(_NATIONAL).match(actor.name)]
    return [(actor, scene.entities[region]) for actor, region in homes if region]


def _opening_place(scene: Scene, initiative: Entity) -> Entity | None:
    """The division with which an initiative's name opens (甲省工会送温暖行动), where it is one of the page."""
    opening = next((codes for at, _, codes in _places_in(initiative.name) if at == 0), frozenset[str]())
    return next((region for region in scene.regions if region.adcode in opening), None)


def _around(outer: tuple[Entity, Entity], inner: tuple[Entity, Entity]) -> bool:
    """Whether the region of a runner lies around that of another; a zone or a town lies in the division its runner is linked to."""
    code = inner[1].adcode or (inner[0].adcode if outer[1] is not inner[1] else None)
    return within(code, outer[1].adcode) or (not inner[1].adcode and code == outer[1].adcode and code is not None)


def _regions(scene: Scene, agents: list[Agency], codes: dict[str, str]) -> Mapping[str, str | None]:
    """Region id -> code of the divisions an initiative runs in: the article's home when a runner is at home there, else each
    runner's, of nested ones the innermost; the home where no runner has a region."""
    home = scene.home[0]
    at_home = {codes[home]: home} if home in codes else {}
    actors = [scene.entities[x] for a in agents for x in a.actors]
    if actors and all(compiled(_NATIONAL).match(actor.name) for actor in actors):
        return {}
    found = _runner_places(scene, agents, codes)
    if not found:
        union = scene.home[1]
        return {} if union and compiled(_NATIONAL).match(scene.entities[union].name) else at_home
    unions = [pair for pair in found if pair[0].type == "Union"]
    inner = [one for one in unions or found if not any(_around(one, other) for other in found)]
    if home and any(region.adcode == home or (within(home, region.adcode) and actor.type == "Company") for actor, region in found):
        apart = [r for a, r in inner if a.type == "Union" and r.adcode != home and not within(home, r.adcode)]
        return at_home | {region.id: region.adcode for region in apart}
    if home in codes and len(inner) > 1 and all(not region.adcode and actor.adcode == home for actor, region in inner):
        return at_home  # several towns of the home
    return {region.id: region.adcode for _, region in inner or found[:1]}


def initiatives(scene: Scene, reading: Reading) -> Iterator[Fact]:
    """inRegion: the places a clause states inside the runner's region, else the runner's region, else the article's.

    Of an initiative of which the article says only that somebody takes part in it the region is unknown.
    """
    codes = scene.divisions
    for entity, sentence in _best(scene):
        if entity.type != "Initiative" or sentence.role in SILENT:
            continue
        agents = reading.runs.get(entity.id, [])
        named = scene.named_at[entity.id]
        told = {place: where for where, i in named if (place := _owned(where, i))}
        yield from (Fact(entity.id, "inRegion", place, where, "region.stated") for place, where in told.items())
        if told:
            continue
        if not agents and entity.id in reading.shared:
            beside = {place: where for where, i in named if (place := _beside_of(where, i))}
            yield from (Fact(entity.id, "inRegion", place, where, "region.beside") for place, where in beside.items())
            continue
        regions = _regions(scene, agents, codes)
        if generic(entity.name):  # a practice runs everywhere; here of the union that the article is about
            own_union = any(scene.home[1] in a.actors for a in agents)
            regions = {place: code for place, code in regions.items() if own_union and code == scene.home[0]}
        own = _opening_place(scene, entity) if entity.kind != "station" else None
        if own and (not regions or any(within(own.adcode, code) or own.adcode == code for code in regions.values())):
            yield Fact(entity.id, "inRegion", own.id, sentence, "region.name")
            continue
        stated = {
            place: where
            for where, i in named
            for place in _stated(where, i, entity.kind == "station")
        }
        inner = {p: w for p, w in stated.items() if any(_inside(scene.entities[p], code) for code in regions.values())}
        inner |= {a.region: a.sentence for a in agents if a.region}
        around = {p for p in stated if any(within(code, scene.entities[p].adcode) for code in regions.values())}
        inner |= {p: w for p, w in stated.items() if entity.kind == "station" and p not in around}
        for place, where in inner.items():
            yield Fact(entity.id, "inRegion", place, where, "region.stated")
        # A zone is no division: the runner's region stands beside it, so that the initiative can be counted there.
        if not any(scene.entities[place].adcode for place in inner):
            for place in regions:
                yield Fact(entity.id, "inRegion", place, sentence, "region.runner" if agents else "region.home")
