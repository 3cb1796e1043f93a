"""inRegion: where an initiative runs, by what its sentences, its name, its runners and its article say."""

from collections.abc import Iterable, Iterator, Mapping

from graph.extract.relations.carry import SILENT
from graph.extract.relations.places import best, home_of, opening_codes, places_in
from graph.extract.relations.runs import Agency, Reading
from graph.extract.scenes.scene import SIGNS, Fact, Item, Scene, Sentence, compiled, either, generic, within
from graph.records import Entity

_NATIONAL = r"^(?:中华全国|全国|中国)"
_HELD = r"^(?:[^,;。<A><I>]{0,28})在"
_EVENT_VERB = (
    r"(?:举行|举办|召开|开幕|启动|开赛|启幕|揭牌|落幕|闭幕|成立|上线|拉开|开跑|打响|收官|揭幕|开锣|鸣锣|鸣枪|鸣哨|进行|展开|开营|开班|开讲|开课|亮相"
    r"|开放|投用|启用|落户|落地|竣工|挂牌|授牌|落下帷幕|圆满)"
)


def _stated(sentence: Sentence, item: Item, station: bool) -> list[str]:
    """Regions that the sentence itself gives: 在 R、R 和 R 建立 I; 在 R,X 建立 I; I 在 R 举行."""
    text = sentence.text
    hit = compiled(f"在(?P<where><R>(?:[、和与]<R>)*)[^,;。<A><R><I>]{{0,16}}?{either('run')}[^,;。]*$").search(text[: item.at])
    # 在甲县,某公司建起 I: the scene of all that follows.
    hit = hit or compiled(f"(?:^|;)在(?P<where><R>)(?:的[^,;。<A><R><I>]{{1,8}})?,[^;<R>]*{either('run')}[^,;。]*$").search(text[: item.at])
    if hit:
        return [i.entity for i in sentence.inside(hit.start("where"), hit.end("where"), "Region")]
    beside = compiled("(?P<where><R>)的$").search(text[: item.at])
    if beside and station:
        return [sentence.at(beside.start("where")).entity]  # 甲市的某驿站、乙市的某站点
    inside = compiled("(?:在|位于)(?P<where><R>)[^,;。<A><I><R>]{1,10}的$").search(text[: item.at])
    sited = compiled("^[^,;。<A><I><R>]{0,8}(?:位于|坐落[于在])(?P<where><R>)").match(text[item.at + 1 :])
    if inside or sited:
        start = inside.start("where") if inside else item.at + 1 + (sited.start("where") if sited else 0)
        return [sentence.at(start).entity]
    held = compiled(f"{_HELD}(?P<where><R>)(?:<A>)?[^,;:。<A><I><P><R>]{{0,14}}?{_EVENT_VERB}").match(text[item.at + 1 :])
    return [sentence.at(item.at + 1 + held.start("where")).entity] if held else []


def _beside_of(sentence: Sentence, item: Item) -> str | None:
    """The region right before the name (甲市“某某杯”大赛), also where the article's own people only take part."""
    hit = compiled("(?P<where><R>)的?$").search(sentence.text[: item.at])
    return sentence.at(hit.start("where")).entity if hit else None


def _heading(sentence: Sentence) -> str | None:
    """The region with a colon that opens the headline which holds the name: 甲市:“某某杯”开赛."""
    return sentence.items[0].entity if sentence.role == "headline" and sentence.text.startswith(f"{SIGNS['<R>']}:") else None


def _reached(scene: Scene, sentence: Sentence, item: Item) -> str | None:
    """The region into which visitors of a station have come last, in its sentence or the one before: 到 R 调研,先后来到 I、I."""
    at = scene.sentences.index(sentence)
    before = scene.sentences[at - 1] if at and scene.sentences[at - 1].block == sentence.block else None
    for said, end in ((sentence, item.at), (before, None)):
        hits = list(compiled("(?:到|赴|来到|走进|深入|前往|抵达|走访)(?P<where><R>)").finditer(said.text[:end])) if said else []
        if said and hits:
            return said.at(hits[-1].start("where")).entity
    return None


def _owned(sentence: Sentence, item: Item) -> str | None:
    """The region whose own the sentence says it is, whoever the article is about: I 是甲市的竞赛品牌."""
    hit = compiled("是(?P<where><R>)的").match(sentence.text[item.at + 1 :])
    return sentence.at(item.at + 1 + hit.start("where")).entity if hit else None


def _inside(region: Entity, code: str | None) -> bool:
    """Whether a stated region lies in the runner's: by code, and a zone or a place below the divisions on the sentence's word."""
    return within(region.adcode, code) if region.adcode else bool(compiled("(?:区|园|镇|乡|街道|村)$").search(region.name))


def _division_in(region: Entity, code: str | None) -> bool:
    """Whether a region is a division, no town or street, inside another."""
    return within(region.adcode, code) and len(region.adcode or "") == 6


def _runner_places(scene: Scene, agents: list[Agency], codes: dict[str, str]) -> list[tuple[Entity, Entity]]:
    """(runner, region) for each runner whose region is known."""
    actors = [scene.entities[x] for x in dict.fromkeys(x for a in agents for x in a.actors)]
    homes = [(actor, home_of(actor, scene, codes)) for actor in actors if not compiled(_NATIONAL).match(actor.name)]
    return [(actor, scene.entities[region]) for actor, region in homes if region]


def _opening_place(scene: Scene, initiative: Entity, others: Iterable[str | None]) -> Entity | None:
    """The division with which an initiative's name opens (甲省工会送温暖行动), the last of a chain, where it is one of the page.

    Nobody's who runs it elsewhere (`others`: the codes of the runners' divisions), unless the name has it in full; none around theirs.
    """
    end, opening = 0, None
    for at, stop, codes in places_in(initiative.name):
        if at != end:
            break
        end, opening = stop, next(iter(scene.cast.bearing(codes)), opening)
    if opening is None or not (known := list(others)) or any(within(opening.adcode, code) or opening.adcode == code for code in known):
        return opening
    return opening if opening.name in initiative.name and not any(within(code, opening.adcode) for code in known) else None


def _around(outer: tuple[Entity, Entity], inner: tuple[Entity, Entity]) -> bool:
    """Whether the region of a runner lies around that of another; a zone or a town lies in the division its runner is linked to."""
    code = inner[1].adcode or (inner[0].adcode if outer[1] is not inner[1] else None)
    return within(code, outer[1].adcode) or (not inner[1].adcode and code == outer[1].adcode and code is not None)


def _near(scene: Scene, agents: list[Agency], codes: dict[str, str]) -> Mapping[str, str | None]:
    """The division whose union the paragraph names last before a union of a firm or a town whose place it does not say, unless the
    article's home lies in it: 甲区总工会开展 ...,乙药业工会设立 I."""
    runners = [(a.sentence, i) for a in agents for i in a.sentence.items if i.type == "Union" and i.entity in a.actors]
    for sentence, runner in runners:
        begun = scene.openings[sentence.block]
        said = (scene.entities[i.entity] for i in scene.before(sentence, runner.at) if i.type == "Union" and i.start >= begun)
        code = next((union.adcode for union in said if union.adcode), None)
        if code in codes and not within(scene.home[0], code):
            return {codes[code]: code}
    return {}


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
        return _near(scene, agents, codes) or ({} if union and compiled(_NATIONAL).match(scene.entities[union].name) else at_home)
    unions = [pair for pair in found if pair[0].type == "Union"]
    inner = [one for one in unions or found if not any(_around(one, other) for other in found)]
    if home in codes and any(region.adcode == home or (within(home, region.adcode) and actor.type == "Company") for actor, region in found):
        apart = [r for a, r in inner if a.type == "Union" and r.adcode != home and not within(home, r.adcode)]
        return at_home | {region.id: region.adcode for region in apart}
    return {region.id: region.adcode for _, region in inner or found[:1]}


def find(scene: Scene, reading: Reading) -> Iterator[Fact]:
    """inRegion: the places a clause states inside the runner's region, else the runner's region, else the article's.

    Of an initiative of which the article says only that somebody takes part in it the region is unknown.
    """
    codes = scene.divisions
    for entity, sentence in best(scene):
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
            if not beside and entity.kind == "station":
                beside = {place: where for where, i in named[:1] if (place := _reached(scene, where, i))}
            yield from (Fact(entity.id, "inRegion", place, where, "region.beside") for place, where in beside.items())
            continue
        regions = _regions(scene, agents, codes)
        if entity.kind == "platform" and not any(a.actors for a in agents):  # 甲省工会APP in an article of a county
            wider = opening_codes(entity.name)
            regions = {place: code for place, code in regions.items() if not any(within(code, other) for other in wider)}
        if generic(entity.name):  # a practice runs everywhere; here of the union that the article is about
            own_union = any(scene.home[1] in a.actors for a in agents)
            regions = {place: code for place, code in regions.items() if own_union and code == scene.home[0]}
        stated = {place: where for where, i in named for place in _stated(where, i, entity.kind == "station")}
        # The division right before the name, and one that opens the headline, lie nearer than the runner's.
        near = {place: where for where, i in named if (place := _beside_of(where, i) or _heading(where))}
        stated |= {p: w for p, w in near.items() if any(_division_in(scene.entities[p], code) for code in regions.values())}
        # Of stations in several places each is told.
        own = None if stated and entity.kind == "station" else _opening_place(scene, entity, regions.values())
        if own:
            yield Fact(entity.id, "inRegion", own.id, sentence, "region.name")
            continue
        # What is run for the whole country, or by nobody whose region is known, takes place where the sentence says.
        inner = {p: w for p, w in stated.items() if not regions or any(_inside(scene.entities[p], code) for code in regions.values())}
        inner |= {a.region: a.sentence for a in agents if a.region}
        around = {p for p in stated if any(within(code, scene.entities[p].adcode) for code in regions.values())}
        inner |= {p: w for p, w in stated.items() if entity.kind == "station" and p not in around}
        for place, where in inner.items():
            yield Fact(entity.id, "inRegion", place, where, "region.stated")
        # A zone is no division: the runner's region stands beside it, so that the initiative can be counted there.
        if not any(scene.entities[place].adcode for place in inner):
            for place in regions:
                yield Fact(entity.id, "inRegion", place, sentence, "region.runner" if agents else "region.home")
