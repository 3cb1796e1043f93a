"""cooperatesWith, and takesPart of the place where others run an initiative."""

from collections.abc import Iterator
from itertools import combinations

from graph.extract.relations_actors import clause_end, clause_start, groups, opening
from graph.extract.relations_carry import told
from graph.extract.relations_text import ACTORS, Fact, Scene, Sentence, compiled, either, generic

_SEVERAL = r"[^,;。<A>]{0,14}?(?:\d+|[两三四五六七八九十]+)(?:个|家)?(?:部门|单位|方)(?![^,;。]*[获奖])"


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
                if scene.entities[actor].type != "Union" and not venue and not event and not generic(scene.entities[item.entity].name):
                    yield Fact(actor, "takesPart", item.entity, sentence, "takes.place")


# Bodies side by side; between marks of enumeration a member may stand that nobody recognised.
_BODIES = r"(?P<who><A>(?:[、和与](?:<A>|[^、,;。<A><P><I>的]{2,10}(?=[、和与等])))*)"
# Bodies that try an initiative out, send people to it or are drawn to it, and persons who enter it: `who`; <I> is the initiative.
_SITES = (
    rf"(?:将|把|选取|选定|选择|确定|以){_BODIES}[^,;。<A><I>]{{0,8}}(?:作为|列为|列入|确定为|纳入|打造成|打造为)[^,;。<A><I>]{{0,8}}<I>",
    rf"以{_BODIES}等?[^,;。<A><I>]{{0,4}}为[^,;。<A><I>]{{0,4}}(?:试点|示范)[^;。<A><I>]{{0,16}}<I>",
    rf"{_BODIES}等?(?:\d+[家个])?(?:单位|企业)?[^,;。<A><I>]{{0,6}}(?:被列为|被确定为|入选|成为|是|作为)[^,;。<A><I>]{{0,8}}<I>"
    r"[^,;。<A><I>]{0,4}(?:试点|示范|培育)",
    rf"<I>[^<I>]{{0,120}}(?:推选|推举|选举|选定|确定|聘请|聘任)(?:了)?{_BODIES}(?:为|担任)[^,;。<A><I>]{{0,6}}(?:单位|成员)",
    rf"来自{_BODIES}[^;。<A><I>]{{0,24}}(?:参加|参与|参赛|角逐)[^,;。<A><I>]{{0,8}}<I>",
    rf"<I>[^;。<A><I>]{{0,16}}(?:吸引|邀请)[^,;。<A><I>]{{0,6}}{_BODIES}[^,;。<A><I>]{{0,16}}(?:参加|参与|参赛|加入|入驻)",
    # X 代表某队参加 I: both; who is at the opening of an event need not take part in it.
    r"(?P<who>[<A><P>](?:[、和与][<A><P>])*)(?:[^,;。<A><P><I>]{0,10}代表<A>)?[^,;。<A><P><I>为对由邀请]{0,6}(?:参加|参与|参赛|出战|参评)了?"
    r"[^,;。<A><P><I>]{0,6}<I>(?!的?(?:启动|开幕|发布|揭牌|颁奖|总结))",
    r"代表(?P<who><A>)[^,;。<A><P><I>]{0,6}(?:参加|参与|参赛|出战)[^,;。<A><P><I>]{0,6}<I>",
)


def _sites(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """将 X 作为 I 试点; 来自 X 的职工参加 I; I 吸引 X、Y 参加: they take part."""
    for pattern in _SITES:
        for match in compiled(pattern).finditer(sentence.text):
            initiative = sentence.inside(match.start(), match.end(), "Initiative")[-1]
            if not generic(scene.entities[initiative.entity].name):
                for who in sentence.inside(match.start("who"), match.end("who")):
                    yield Fact(who.entity, "takesPart", initiative.entity, sentence, "takes.site")


def _pairs(scene: Scene, ids: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Who works with whom in a joint deed: each pair; of many those with the union, or the first: not each pair is spoken of."""
    if len(ids) <= 3:
        yield from combinations(ids, 2)
        return
    first = next((one for one in ids if scene.entities[one].type == "Union"), ids[0])
    yield from ((first, other) for other in ids if other != first)


def _joined(scene: Scene, sentence: Sentence, last: str | None) -> Iterator[Fact]:
    """X、Y 等单位参加。 after a sentence on an initiative: they take part in it."""
    text = sentence.text
    lead = r"(?:当天|当日|活动当天|现场|此次|其中|共有?|来自)?,?"
    for match in compiled(
        rf"(?:^|[,;])(?P<lead>{lead}){_BODIES}(?:等|的)?[^,;。<A><I><P>]{{0,24}}?(?:参加|参与|参赛|角逐)(?:了)?"
        r"(?:(?:慰问|启动|相关|座谈)?(?:活动|仪式|比赛|竞赛|大赛|培训)|此次[^,;。<I>]{2,4}|本次[^,;。<I>]{2,4})?(?=[,;。]|$)"
    ).finditer(text):
        # In the sentence itself the one who takes part may be who holds it, named late.
        initiative = None if sentence.inside(0, match.start(), "Initiative") else last
        if initiative and not generic(scene.entities[initiative].name):
            for who in sentence.inside(match.start("who"), match.end("who")):
                yield Fact(who.entity, "takesPart", initiative, sentence, "takes.next", "参加")


_EVENTS = frozenset({None, "competition", "event", "campaign", "course"})
_PRESENT = (
    r"(?:参加|参与)了?(?:此次|本次|这次)?(?:<I>|[^,;。<A><I><P>]{0,4}?(?:活动|讨论|比赛|竞赛|大赛|培训|研讨|研学|交流))?"
    r"的(?:还|共|单位)?(?:有|是|包括)(?P<who>[^;。<I>]*)"
)


def _present(scene: Scene, sentence: Sentence, last: str | None) -> Iterator[Fact]:
    """参加此次活动的还有甲厂 X、乙厂 Y: the persons, or the bodies where no person is named."""
    for match in compiled(_PRESENT).finditer(sentence.text):
        named = sentence.inside(0, match.start("who"), "Initiative")
        initiative = named[-1].entity if named else last
        if initiative is None or scene.entities[initiative].kind not in _EVENTS or generic(scene.entities[initiative].name):
            continue
        span = (match.start("who"), match.end("who"))
        for who in sentence.inside(*span, "Person") or sentence.inside(*span, *ACTORS):
            yield Fact(who.entity, "takesPart", initiative, sentence, "takes.present", "参加")


def _partners(scene: Scene, sentence: Sentence, carried: tuple[str, ...]) -> Iterator[Fact]:
    """Partners: X 联合 Y、Z; X 与 Y 共同; X、Y 共同."""
    text = sentence.text
    subject = carried
    before: tuple[str, ...] = ()  # who acted in an earlier clause of the sentence
    found = list(groups(sentence))
    for group in found:
        rest = text[group.end : clause_end(text, group.end)]
        if group.role == "region":
            subject = scene.union_of(group.ids[0])
        if group.role in {"subject", "agent"}:
            subject = group.ids
            together = compiled(f"^(?:[^<A>]{{0,10}}{either('together')}(?!协办|指导)|{_SEVERAL}|分别代表)").match(rest)
            listed = compiled("^<A>(?:、<A>)*[与和]<A>$").match(text[group.start : group.end])
            # 甲、乙举行仪式: one deed, so it is theirs together.
            one = not listed and compiled("^(?:举行|举办|召开|签订|签署|发布|印发|下发|出台|发起|启动|授予|命名|表彰)").match(rest)
            joint = listed and compiled(f"^(?!工作人员|干部|领导|负责人|主席)[^<A>被获]{{0,20}}?{either('run')}").match(rest)
            hosted = compiled("^(?:等[^,;。<A>]{0,8})?(?P<verb>主办|联办|合办|发起)").match(rest)
            lent = compiled(either("lend")).match(rest) and group.start == clause_start(text, group.start)
            if before and lent:
                # X 牵头,Y、Z 一道举办: each of them with X.
                for head in before[:1]:
                    for tail in group.ids:
                        yield Fact(head, "cooperatesWith", tail, sentence, "cooperates.lent", "共同")
            elif len(group.ids) > 1 and (together or joint or hosted or one):
                rule = "cooperates.together" if together else "cooperates.host" if hosted else "cooperates.joint"
                label = "共同" if together else hosted["verb"] if hosted else ""
                for head, tail in _pairs(scene, group.ids):
                    yield Fact(head, "cooperatesWith", tail, sentence, rule, label)
            before = before or group.ids
        elif group.role == "owner" and len(group.ids) > 1 and compiled("^的[^,;。<A>]{0,4}(?:合作|协作|结对|联动)").match(rest):
            for head, tail in _pairs(scene, group.ids):
                yield Fact(head, "cooperatesWith", tail, sentence, "cooperates.together", "合作")
        elif group.role == "partner":
            brought = [
                i for g in found if g.role == "pivot" and g.start >= clause_start(text, group.start) and g.end <= group.start for i in g.ids
            ]
            joined = compiled(f"(?P<verb>{either('with')})$").search(opening(text, group.start))
            if joined or compiled(
                f"^(?:(?:等[^,;<A>]{{0,6}})?(?:在[^,;]{{1,30}}?)?{either('run')}|[^<A>]{{0,10}}{either('together')})"
            ).match(rest):
                # 促成 X 与 Y 签约: who is brought to act works with the partner.
                # 甲落户某校,与 X 共建: the school is the one who works with X, or nobody says.
                beside = [g for g in found if g.end <= group.start and g.role in {"object", "place"} and clause_end(text, g.end) == g.end]
                for head in brought or (() if beside and subject == carried else subject[:1]):
                    for tail in group.ids:
                        yield Fact(head, "cooperatesWith", tail, sentence, "cooperates.with", joined["verb"] if joined else "共同")


def find(scene: Scene) -> Iterator[Fact]:
    """cooperatesWith of an article, and takesPart of bodies at whose place an initiative runs or who come to it."""
    last, block = None, -1
    for sentence, _, carried in told(scene):
        last, block = last if sentence.block == block else None, sentence.block
        yield from _places(scene, sentence)
        yield from _sites(scene, sentence)
        yield from _joined(scene, sentence, last)
        yield from _present(scene, sentence, last)
        yield from _partners(scene, sentence, carried)
        named = [i for i in sentence.inside(0, len(sentence.text), "Initiative") if not generic(scene.entities[i.entity].name)]
        last = named[-1].entity if named else last
