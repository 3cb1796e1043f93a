"""serves, locatedIn, partOf: what the names of bodies, and some words beside them, say about places and wholes."""

from collections.abc import Iterator
from functools import cache

from graph.extract.language.zone_words import body_of_zone, zone_within
from graph.extract.linking.cast import SUFFIXES
from graph.extract.places.gazetteer import gazetteer
from graph.extract.scenes.scene import ACTORS, Fact, Scene, Sentence, compiled, either
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
# A department of a union serves the union.
_DEPARTMENT = (
    "(?:工会|(?<=[省市区县州])总)(?:[^工总会]{1,10}(?<!俱乐)部|办公室|[^工总会]{1,8}(?<!办事)[处科室]"
    "|经(?:费)?审(?:查)?(?:委员会|委|办|办公室))$"
)
_AFTER_PLACE = rf"(?:{'|'.join(SUFFIXES)})$"
# What a national enterprise calls its part in a place: 国网某市供电公司, 某银行某县支行.
_LOCAL = (
    r"^(?:[市县区]?(?:供电|电力|分行|支行|分公司|支公司|供水|邮政|烟草|石油|电信|移动|联通)"
    r"|(?:分院|分校|分社|分部|分馆|分局|分中心|办事处|代表处|记者站)$"
    r"|[^工会]{0,4}(?:店|站|站点|网点|营业部|基地|工厂|厂区|中心|中转场|转运场|仓)$)"
)
_LONGER = 24  # characters by which the name of a company may be longer than that of its union


def best(scene: Scene) -> Iterator[tuple[Entity, Sentence]]:
    """Each entity of the article with the sentence that names it best (the longest form)."""
    for entity, places in scene.named_at.items():
        yield scene.entities[entity], max(places, key=lambda place: len(place[1].text))[0]


@cache
def places_in(name: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """(start, end, codes) of the places in a name that the gazetteer knows, by full or short form."""
    return tuple((start, end, frozenset(d.code for d in divisions)) for start, end, divisions in gazetteer().scan(name))


def opening_codes(name: str) -> frozenset[str]:
    """The codes of the divisions that the name of an initiative may open with: 甲省工会APP."""
    at, _, codes = next(iter(places_in(name)), (-1, 0, frozenset[str]()))
    return codes if at == 0 else frozenset()


def _named_region(entity: Entity, scene: Scene) -> str | None:
    """The region whose name a body's name holds, full (洪泽区) or short (淮安): the last of a chain at the head or in brackets."""
    found = list(scene.cast.regions_in(entity.name))
    places = places_in(entity.name)
    found += [(at, end, region) for at, end, codes in places for code in codes for region in scene.cast.coded(code)]
    found = [place for place in found if scene.entities[place[2]].name != entity.name]
    # A place counts at the head, in brackets, after a place's suffix and after another place (湖南平江).
    ends = {end for at, end, _ in found if at == 0}
    chained = [
        (end, end - at, region)
        for at, end, region in found
        if at == 0
        or at in ends
        or entity.name[at - 1] == "("
        or compiled(rf"{_AFTER_PLACE}|(?:公司|集团|银行)$").search(entity.name[:at])
        or (entity.type != "Union" and compiled(_LOCAL).match(entity.name[end:]))
    ]
    if not chained:
        return None
    adcodes = {region: scene.entities[region].adcode or "" for _, _, region in chained}
    # Of a city and its county of one short name it is the one that linking chose, else the city.
    return max(chained, key=lambda c: (c[0], c[1], adcodes[c[2]] == entity.adcode, adcodes[c[2]].endswith("00"), c[2]))[2]


def home_of(entity: Entity, scene: Scene, codes: dict[str, str]) -> str | None:
    """The region entity of a body: where a company or school stands is what its name says; whom an organ serves what linking found."""
    zone = scene.cast.zones.get(entity.key.rpartition("|")[0])
    if zone is not None and scene.entities[zone].name != entity.name:  # a park does not lie in itself
        return zone
    named = _named_region(entity, scene)
    linked = codes.get(entity.adcode) if entity.adcode else None
    if named and not scene.entities[named].adcode and _of_small_place(entity):
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


def _of_small_place(entity: Entity) -> bool:
    """Whether a body is the general union of a zone or a place below the counties."""
    return entity.type == "Union" and bool(body_of_zone("(?:总)?工会(?:联合会|委员会)?").search(entity.name))


def bodies(scene: Scene) -> Iterator[Fact]:
    """serves and locatedIn of the article's bodies, partOf between them."""
    codes = scene.divisions
    heard = [(entity, sentence) for entity, sentence in best(scene) if entity.type in ACTORS]
    known, acting = {entity.id for entity, _ in heard}, {entity.id for entity in scene.actors}
    # A body that only a name implies is spoken of where that name stands.
    wholes = [(scene.entities[f.tail], f.sentence) for entity, sentence in heard for f in _parents(scene, entity, sentence)]
    for entity, sentence in [*heard, *(pair for pair in wholes if pair[0].id not in known and pair[0].id in acting)]:
        region = home_of(entity, scene, codes)
        if region and _placed(entity) and not _zonal(entity, scene.entities[region]):
            for relation in _relations(entity):
                yield Fact(entity.id, relation, region, sentence, f"{relation}.name")
        yield from _parents(scene, entity, sentence)
    for sentence in scene.sentences:
        yield from _beside(scene, sentence)
        yield from _told(scene, sentence)


def _placed(entity: Entity) -> bool:
    """Whether the region of a body's name is its own: not that of a team, a meeting, or a part of an enterprise."""
    if compiled(f"{either('rootless')}$").search(entity.name):
        return False
    if compiled(_DEPARTMENT).search(entity.name):
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
    return at == 0 or bool(compiled(_AFTER_PLACE).search(whole[:at]))


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


# Where somebody stands by the sentence's word: 位于 R 的 A, A 坐落在 R, R 的 A; A 对辖区内 A、A 走访: in the region of that union.
_STANDS_AT = (
    r"(?:位于|地处|坐落[于在]|落户于?|来自)(?P<where><R>)[^,;:。<A><I><P><R>]{0,8}的(?P<who><A>)",
    r"(?P<who><A>)[^,;:。<A><I><P><R>]{0,4}(?:位于|地处|坐落[于在]|落户于?|总部(?:[设位][在于]|在))(?P<where><R>)",
)
_WARD = r"(?P<union><A>)[^;。<A>]{0,30}辖区内?的?[^;:。、<A>]{0,6}(?P<who><A>(?:[、和与及]?<A>)*)"


def _told(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """locatedIn of firms and institutions whose place the sentence gives."""
    for pattern in _STANDS_AT:
        for match in compiled(pattern).finditer(sentence.text):
            who, where = sentence.at(match.start("who")), sentence.at(match.start("where"))
            if _stands(scene.entities[who.entity]):
                yield Fact(who.entity, "locatedIn", where.entity, sentence, "locatedIn.told")
    for match in compiled(_WARD).finditer(sentence.text):
        union = scene.entities[sentence.at(match.start("union")).entity]
        region = home_of(union, scene, scene.divisions) if union.type == "Union" and _placed(union) else None
        for who in sentence.inside(match.start("who"), match.end("who")):
            if region and _stands(scene.entities[who.entity]):
                yield Fact(who.entity, "locatedIn", region, sentence, "locatedIn.told")
