"""takesPart: who is where an initiative runs, tries it out, is sent or comes to it, and who does what its participants do."""

from collections.abc import Iterator

from graph.extract.relations.actors import clause_start, groups
from graph.extract.relations.carry import told
from graph.extract.scenes.back import EVENTS
from graph.extract.scenes.scene import ACTORS, SIGNS, Fact, Item, Scene, Sentence, compiled, either, generic

# Kinds of initiatives in which somebody takes part by a deed of his own.
_OPEN = EVENTS | {"programme", "fund"}


def _named(scene: Scene, item: Item) -> bool:
    """Whether an initiative has a name of its own: in a practice everybody takes part."""
    return not generic(scene.entities[item.entity].name)


def _event(scene: Scene, sentence: Sentence, place: int, last: Item | None) -> Item | None:
    """What takes place and is named last before a place of the sentence; else what the sentences before spoke of, if one can join in it."""
    here = [i for i in sentence.inside(0, place, "Initiative") if scene.entities[i.entity].kind in EVENTS and _named(scene, i)]
    return here[-1] if here else last if last and scene.entities[last.entity].kind in _OPEN else None


def _latest(sentence: Sentence, place: int, last: Item | None) -> Item | None:
    """The initiative named last before a place of the sentence; `last` is that of the sentences before."""
    named = sentence.inside(0, place, "Initiative")
    return named[-1] if named else last


def _places(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """在 X 公司开展 I: the company is where it runs, so it takes part."""
    text = sentence.text
    for group in groups(sentence):
        if group.role != "place":
            continue
        hit = compiled(f"^[^,;。<A>]{{0,10}}{either('run', 'host')}[^;。<A><I>]{{0,20}}<I>").match(text[group.end :])
        if hit:
            item = sentence.at(group.end + hit.end() - 1)
            for actor in group.ids:
                venue = compiled(f"{either('venue')}$").search(scene.entities[actor].name)
                # At one place an event is only held; at several the competition is theirs.
                event = scene.entities[item.entity].kind in {"event", "competition"} and len(group.ids) == 1
                if scene.entities[actor].type != "Union" and not venue and not event and _named(scene, item):
                    yield Fact(actor, "takesPart", item.entity, sentence, "takes.place")


# Bodies side by side; between marks of enumeration a member may stand that nobody recognised.
_BODIES = r"(?P<who><A>(?:[、和与](?:<A>|[^、,;。<A><P><I>的]{2,10}(?=[、和与等])))*)"
# Bodies that try an initiative out, send people to it or are drawn to it, and persons who enter it: `who`; <I> is the initiative.
_SITES = (
    rf"(?:将|把|选取|选定|选择|确定|以){_BODIES}[^,;。<A><I>]{{0,8}}(?:作为|列为|列入|确定为|纳入|打造成|打造为)[^,;。<A><I>]{{0,8}}<I>",
    rf"以{_BODIES}等?[^,;。<A><I>]{{0,4}}为[^,;。<A><I>]{{0,4}}(?:试点|示范)[^;。<A><I>]{{0,16}}<I>",
    rf"{_BODIES}等?(?:\d+[家个])?(?:单位|企业)?[^,;。<A><I>]{{0,6}}(?:被列为|被确定为|入选|成为|是|作为|现为|为)[^,;。<A>]{{0,16}}<I>"
    r"[^,;。<A><I>]{0,8}(?:试点|示范|培育|联系点|成员|基地|站点)",
    rf"<I>[^<I>]{{0,120}}(?:推选|推举|选举|选定|确定|聘请|聘任)(?:了)?{_BODIES}(?:为|担任)[^,;。<A><I>]{{0,6}}(?:单位|成员)",
    rf"<I>[^;。<I>]{{0,16}},{_BODIES}[^,;。<A><I>]{{0,16}}(?:成为|作为|是|为)[^,;。<A><I>]{{0,4}}(?:成员|试点|示范)",
    rf"来自{_BODIES}[^;。<A><I>]{{0,24}}(?:参加|参与|参赛|角逐)[^,;。<A><I>]{{0,8}}<I>",
    rf"<I>[^;。<A><I>]{{0,16}}(?:吸引|邀请)[^,;。<A><I>]{{0,6}}{_BODIES}[^,;。<A><I>]{{0,16}}(?:参加|参与|参赛|加入|入驻)",
    rf"<I>[^;。<A><I>]{{0,16}}邀请[到了来]?{_BODIES}等?[^,;。<A><I>]{{0,16}}(?:提供|坐诊|义诊|授课|讲课|宣讲|进驻|设摊|设点|到场)",
    rf"邀请了?{_BODIES}[^;。<A><I>]{{0,24}}(?:举办|开展|举行|组织|参加|参与)了?[^,;。<A><I>]{{0,8}}<I>",
    rf"<I>(?:[、,和]<I>)*[^,;。<A><I>]{{0,6}}在{_BODIES}[^,;。<A><I>]{{0,8}}(?:试点|试行|落地|推广)",
    # X 代表某队参加 I: both; who is at the opening of an event need not take part in it.
    r"(?P<who>[<A><P>](?:[、和与][<A><P>]|(?<=<P>)[、,][^、,;。<A><P><I>]{2,6}<P>)*)(?:[^,;。<A><P><I>]{0,10}代表<A>)?[^,;。<A><P><I>为对由邀请]{0,6}(?:参加|参与|参赛|出战|参评)了?"
    r"[^,;。<A><P><I>]{0,6}<I>(?!的?(?:启动|开幕|发布|揭牌|颁奖|总结))",
    r"(?P<who><P>)[^,;。<A><P><I>]{0,10}(?:当起|当上|化身|变身|变成|担任|体验|当了)[^,;。<A><P><I>]{0,6}<I>",
    r"代表(?P<who><A>)[^,;。<A><P><I>]{0,6}(?:参加|参与|参赛|出战)[^,;。<A><P><I>]{0,6}<I>",
    r"<I>[^<I>]{0,80}代表(?P<who><A>)(?:参赛|出战|参加比赛)",
)


def _sites(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """将 X 作为 I 试点; 来自 X 的职工参加 I; I 吸引 X、Y 参加: they take part."""
    for pattern in _SITES if SIGNS["<I>"] in sentence.text else ():
        for match in compiled(pattern).finditer(sentence.text):
            initiative = sentence.inside(match.start(), match.end(), "Initiative")[-1]
            if _named(scene, initiative):
                for who in sentence.inside(match.start("who"), match.end("who")):
                    yield Fact(who.entity, "takesPart", initiative.entity, sentence, "takes.site")


# Those with whom it is tried, told behind it: 选定甲厂、乙院4家单位作为首批试点.
_PILOT = (
    rf"(?:选定|选取|选择|选出|确定|遴选|明确|指定|选|将|把|以){_BODIES}[^,;。<A><I>]{{0,16}}(?:作为|列为|定为|确定为|纳入|成为|为)[^,;。<A><I>]{{0,8}}"
    r"(?:试点|示范点|示范单位|先行单位|样板)(?=单位|企业|[,;。]|$)"
)


def _pilots(scene: Scene, sentence: Sentence, named: list[Item]) -> Iterator[Fact]:
    """选定 X、Y 作为试点: they take part in the one initiative that the paragraph has `named` before."""
    for match in compiled(_PILOT).finditer(sentence.text) if "试点" in sentence.text or "示范" in sentence.text else ():
        before = {item.entity: item for item in (*named, *sentence.inside(0, match.start(), "Initiative"))}
        if len(before) != 1 or not all(_named(scene, item) for item in before.values()):
            continue
        for who in sentence.inside(match.start("who"), match.end("who")):
            yield Fact(who.entity, "takesPart", next(iter(before)), sentence, "takes.site")


_LEAD = r"(?:当天|当日|活动当天|现场|此次|其中|共有?|来自)?,?"
_JOINED = (
    rf"(?:^|[,;]){_LEAD}{_BODIES}(?:等|的)?[^,;。<A><I><P>]{{0,24}}?(?:参加|参与|参赛|角逐|认领|加盟|加入|入驻|响应|报名)(?:了)?"
    r"(?:(?:慰问|启动|相关|座谈)?(?:活动|仪式|比赛|竞赛|大赛|培训)|此次[^,;。<I>]{2,4}|本次[^,;。<I>]{2,4})?(?=[,;。]|$)"
)


# Those from whom contestants or guests come, and what they come for: 来自甲厂、乙院等15家单位的代表齐聚一堂.
_FROM = (
    rf"来自(?:[^、,;。<A><P><I>]{{2,14}}(?:[、及和与]|以及)){{0,3}}(?P<who><A>(?:(?:[、和与及]|以及)(?:<A>|[^、,;。<A><P><I>的]{{2,14}}(?=[、和与等及])))*)"
    rf"(?=[的,等、和及]|以及|\d)(?![^,;。]{{0,12}}(?:专家|评委|领导))(?:[^;。<A><P><I>]|(?<=[、及和])<A>){{0,40}}{either('come')}"
)


def _from(scene: Scene, sentence: Sentence, last: Item | None) -> Iterator[Fact]:
    """来自 X、Y 的选手参赛: X and Y take part in the event named before."""
    for match in compiled(_FROM).finditer(sentence.text) if "来自" in sentence.text else ():
        own = _event(scene, sentence, match.start(), None) or _event(scene, sentence, len(sentence.text), None)
        if (initiative := own or _event(scene, sentence, 0, last)) is None:
            continue
        for who in sentence.inside(match.start("who"), match.end("who")):
            yield Fact(who.entity, "takesPart", initiative.entity, sentence, "takes.from", "参加")


# Where stations stand: 另外5个设在甲厂、乙院.
_STANDS = (
    r"(?:[设建开安]在|[设建]到|布设在|布局在|设立在|设置在|建立在|落户(?:在|于)?|落地(?:在|于)?|坐落(?:在|于)|分布(?:在|于))"
    r"(?P<who><A>(?:[^、,;。<A><P><I>的]{0,10}[、和与及](?:<A>|[^、,;。<A><P><I>的]{2,14}(?=[、和与及])))*)"
)


def _housed(scene: Scene, sentence: Sentence, last: Item | None) -> Iterator[Fact]:
    """A station stands at a body: it takes part in it, unless houses for others are its trade."""
    for match in compiled(_STANDS).finditer(sentence.text):
        initiative = _latest(sentence, match.start(), last)
        if initiative is None or scene.entities[initiative.entity].kind != "station" or not _named(scene, initiative):
            continue
        for who in sentence.inside(match.start("who"), match.end("who"), "Company", "Organization"):
            whole = compiled("[、,;。和与及等]|$").match(sentence.text, who.at + 1)  # 甲公司乙班组: the team is unknown
            if whole and not compiled(f"{either('venue')}$").search(scene.entities[who.entity].name):
                yield Fact(who.entity, "takesPart", initiative.entity, sentence, "takes.housed", "设在")


def _joined(scene: Scene, sentence: Sentence, last: Item | None) -> Iterator[Fact]:
    """X、Y 等单位参加。 after a sentence on an initiative: they take part in it."""
    for match in compiled(_JOINED).finditer(sentence.text):
        # In the sentence itself the one who takes part may be who holds it, named late.
        if last is None or sentence.inside(0, match.start(), "Initiative"):
            continue
        for who in sentence.inside(match.start("who"), match.end("who")):
            yield Fact(who.entity, "takesPart", last.entity, sentence, "takes.next", "参加")


_PRESENT = (
    r"(?:参加|参与)了?(?:此次|本次|这次)?(?:<I>|[^,;。<A><I><P>]{0,4}?(?:活动|讨论|比赛|竞赛|大赛|培训|研讨|研学|交流))?"
    r"的(?:还|共|单位)?(?:有|是|包括)(?P<who>[^;。<I>]*)"
)


def _present(scene: Scene, sentence: Sentence, last: Item | None) -> Iterator[Fact]:
    """参加此次活动的还有甲厂 X、乙厂 Y: the persons, or the bodies where no person is named."""
    for match in compiled(_PRESENT).finditer(sentence.text):
        initiative = _latest(sentence, match.start("who"), last)
        if initiative is None or scene.entities[initiative.entity].kind not in _OPEN or not _named(scene, initiative):
            continue
        span = (match.start("who"), match.end("who"))
        for who in sentence.inside(*span, "Person") or sentence.inside(*span, *ACTORS):
            yield Fact(who.entity, "takesPart", initiative.entity, sentence, "takes.present", "参加")


# Words among those of offices that say what somebody can do.
_SKILLED = "(?:首席)?专家|(?:首席)?技师|骨干|管理骨干|[\u4e00-\u9fff]{2}师(?:<P>、)*$|辅导员|班长|大班长|值班长|作业长|工段长|领衔人"
# What participants are called, before their names, and what they do or get, behind them; what guests and hosts do.
_CALLED = f"(?:{either('participant')}|受(?:资)?助[^,;。<P>]{{0,6}})(?:<P>[、和])*$|(?:邀请|特邀)了?[^,;。]*$"
_LISTED = "^(?:[、和,与][^,;。<P><I>]{0,20}<P>)*[^,;。<P>]*"
_THEN = f"{_LISTED}(?:,[^,;。<A><P>]*?){{0,3}}"
# 参加 is said of anything (参加了党课): alone or of this event. Where it names an initiative, that is the one (see _SITES).
_THIS = "(?:参加|参与)了?(?:此次|本次)|(?:此次|本次)[^,;。<A><P>]{0,12}一员"
_JOINS = "(?:参加|参与)了?(?=[,;。]|$|活动|比赛|竞赛|大赛|决赛)"
_DEED = f"{_THEN}(?:{either('asked', 'perform', 'stage')}|{_JOINS}|{_THIS})"
_ASKED = f"{_THEN}(?:{either('asked', 'stage')}|{_THIS})"
_GUEST = f"{_LISTED}(?:,[^,;。<A><P>]*?)?(?:{either('guest')}|[)摄])"


def _partakers(scene: Scene, sentence: Sentence, last: Item | None, topic: Item | None) -> Iterator[Fact]:
    """Persons without an office who do or get what participants do or get, in a sentence on an event or the one after.

    `last` is the initiative that the paragraph named before, `topic` the one of an earlier paragraph: in that takes part only who
    is called a participant, asked or helped, or said to be in this (参加此次比赛).
    """
    text = sentence.text
    for item in sentence.inside(0, len(text), "Person"):
        near = _latest(sentence, item.at, last)
        initiative = near or topic
        if initiative is None or not _named(scene, initiative) or scene.entities[initiative.entity].kind not in _OPEN:
            continue
        before, behind = text[clause_start(text, item.at) : item.at], text[item.at + 1 :]
        office = compiled(f"(?:(?!代表|{_SKILLED}){either('office')}|副?[省市县区州盟旗镇乡师团]长)(?:<P>、)*$").search(before)
        honoured = compiled("<H>[^。;<P>]{0,40}$").search(text[: item.at])  # 劳模、某厂董事长 X comes as one who is honoured
        if (office and not honoured) or compiled(f"副?(?!代表){either('office')}").match(behind):
            continue
        seen = compiled("(?:慰问|看望|探望|走访|走进|来到)[^,;。]*$").search(before)
        counted = compiled(f"(?:[、和]<P>)*等\\d*[余多]?[名位个]?新?{either('participant')}").match(behind)
        called = (compiled(_CALLED).search(before) or counted) and not seen
        if called or (compiled(_DEED if near else _ASKED).match(behind) and not compiled(_GUEST).match(behind)):
            yield Fact(item.entity, "takesPart", initiative.entity, sentence, "takes.role")


# Bodies that tell at an event how they do it.
_TELLING = (
    rf"{_BODIES}(?:等[^,;。<A><P><I>]{{0,10}})?(?:工会|代表|负责人)?(?:作为[^,;。<A><P>]{{2,16}})?"
    r"(?:分别|先后|依次|现场|在会上|结合[^,;。]{2,12})*(?:[作做]|进行)?了?"
    r"(?:[^,;。<A><P><I>]{0,6}(?:经验介绍|经验交流|交流发言|典型发言|经验分享|经验发言)|(?:介绍|分享|交流)了?[^,;。<A><P>]{0,24}(?:经验|做法|体会))"
)


def _telling(scene: Scene, sentence: Sentence, last: Item | None) -> Iterator[Fact]:
    """A、B 先后作了经验介绍: they take part in the event."""
    for match in compiled(_TELLING).finditer(sentence.text):
        if (initiative := _event(scene, sentence, match.start(), last)) is None:
            continue
        for who in sentence.inside(match.start("who"), match.end("who"), "Company", "Organization"):
            yield Fact(who.entity, "takesPart", initiative.entity, sentence, "takes.telling", "介绍经验")


# What opens a sentence on what goes on at the event of the article: 活动现场, 比赛中, 会上.
_HERE = (
    r"^(?:[^,;。<A><P><I>]{0,4}(?:活动|比赛|大赛|竞赛|赛|大会|会议|仪式|典礼|论坛|培训|讲座|宣讲|晚会|演出|联谊|展演|式|会)"
    r"(?:现场|期间|当天|当日|过程中|开始|结束后?|上|中|间隙|伊始|的?[^,;。<A><P><I>]{0,8}环节)+|现场|当天|当日|席间|赛场上|台上|其间|期间)"
)


def find(scene: Scene) -> Iterator[Fact]:
    """takesPart of bodies at whose place an initiative runs or who come to it, and of persons who do what its participants do."""
    last: Item | None = None
    topic: Item | None = None
    event: Item | None = None
    told_of: list[Item] = []  # what the paragraph has named so far
    block = -1
    for sentence, _, _ in told(scene):
        if sentence.block != block:
            topic = last or topic
            last, block, told_of = None, sentence.block, []
        if last is None and event and compiled(_HERE).match(sentence.text):
            last = event
        yield from _places(scene, sentence)
        yield from _sites(scene, sentence)
        yield from _pilots(scene, sentence, told_of)
        yield from _joined(scene, sentence, last)
        yield from _from(scene, sentence, last or topic)
        yield from _housed(scene, sentence, last or topic)
        yield from _present(scene, sentence, last)
        yield from _partakers(scene, sentence, last, topic)
        yield from _telling(scene, sentence, last)
        named = [i for i in sentence.inside(0, len(sentence.text), "Initiative") if _named(scene, i)]
        last = named[-1] if named else last
        told_of += named
        event = next((i for i in reversed(named) if scene.entities[i.entity].kind in EVENTS), event)
