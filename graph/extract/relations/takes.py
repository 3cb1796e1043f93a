"""takesPart: who is where an initiative runs, tries it out, is sent or comes to it, and who does what its participants do."""

from collections.abc import Iterator

from graph.extract.relations.actors import clause_start, groups
from graph.extract.relations.carry import told
from graph.extract.scenes.back import EVENTS
from graph.extract.scenes.scene import ACTORS, SIGNS, Fact, Item, Scene, Sentence, compiled, either, generic


def _named(scene: Scene, item: Item) -> bool:
    """Whether an initiative has a name of its own: in a practice everybody takes part."""
    return not generic(scene.entities[item.entity].name)


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
    rf"邀请了?{_BODIES}[^;。<A><I>]{{0,24}}(?:举办|开展|举行|组织|参加|参与)了?[^,;。<A><I>]{{0,8}}<I>",
    rf"<I>(?:[、,和]<I>)*[^,;。<A><I>]{{0,6}}在{_BODIES}[^,;。<A><I>]{{0,8}}(?:试点|试行|落地|推广)",
    # X 代表某队参加 I: both; who is at the opening of an event need not take part in it.
    r"(?P<who>[<A><P>](?:[、和与][<A><P>])*)(?:[^,;。<A><P><I>]{0,10}代表<A>)?[^,;。<A><P><I>为对由邀请]{0,6}(?:参加|参与|参赛|出战|参评)了?"
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


_LEAD = r"(?:当天|当日|活动当天|现场|此次|其中|共有?|来自)?,?"
_JOINED = (
    rf"(?:^|[,;]){_LEAD}{_BODIES}(?:等|的)?[^,;。<A><I><P>]{{0,24}}?(?:参加|参与|参赛|角逐)(?:了)?"
    r"(?:(?:慰问|启动|相关|座谈)?(?:活动|仪式|比赛|竞赛|大赛|培训)|此次[^,;。<I>]{2,4}|本次[^,;。<I>]{2,4})?(?=[,;。]|$)"
)


def _joined(scene: Scene, sentence: Sentence, last: Item | None) -> Iterator[Fact]:
    """X、Y 等单位参加。 after a sentence on an initiative: they take part in it."""
    for match in compiled(_JOINED).finditer(sentence.text):
        # In the sentence itself the one who takes part may be who holds it, named late.
        if last is None or sentence.inside(0, match.start(), "Initiative"):
            continue
        for who in sentence.inside(match.start("who"), match.end("who")):
            yield Fact(who.entity, "takesPart", last.entity, sentence, "takes.next", "参加")


# Kinds of initiatives in which somebody takes part by a deed of his own.
_OPEN = EVENTS | {"programme"}
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


# What participants are called, before their names, and what they do or get, behind them; what guests and hosts do.
_CALLED = f"(?:{either('participant')}|受助[^,;。]{{0,6}})$|(?:邀请|特邀)了?[^,;。]*$"
_THEN = "^(?:[、和,][^,;。<P><I>]{0,20}<P>)*[^,;。<P>]*(?:,[^,;。<A><P>]*?)?"
# 参加 is said of anything (参加了党课): alone or of this event. Where it names an initiative, that is the one (see _SITES).
_THIS = "(?:参加|参与)了?(?:此次|本次)|(?:此次|本次)[^,;。<A><P>]{0,12}一员"
_DEED = f"{_THEN}(?:{either('asked', 'perform')}|(?:参加|参与)了?(?=[,;。]|$|活动)|{_THIS})"
_ASKED = f"{_THEN}(?:{either('asked')}|{_THIS})"
_GUEST = f"{_THEN}(?:{either('guest')}|[)摄])"


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
        if compiled(f"(?:(?!代表){either('office')}|副?[省市县区州盟旗镇乡师团]长)(?:<P>、)*$").search(before) or compiled(_GUEST).match(
            behind
        ):
            continue
        if compiled(_CALLED).search(before) or compiled(_DEED if near else _ASKED).match(behind):
            yield Fact(item.entity, "takesPart", initiative.entity, sentence, "takes.role")


def find(scene: Scene) -> Iterator[Fact]:
    """takesPart of bodies at whose place an initiative runs or who come to it, and of persons who do what its participants do."""
    last: Item | None = None
    topic: Item | None = None
    block = -1
    for sentence, _, _ in told(scene):
        if sentence.block != block:
            topic = last or topic
            last, block = None, sentence.block
        yield from _places(scene, sentence)
        yield from _sites(scene, sentence)
        yield from _joined(scene, sentence, last)
        yield from _present(scene, sentence, last)
        yield from _partakers(scene, sentence, last, topic)
        named = [i for i in sentence.inside(0, len(sentence.text), "Initiative") if _named(scene, i)]
        last = named[-1] if named else last
