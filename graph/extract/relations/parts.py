"""partOfInitiative: components of a larger named scheme, by what the sentence says and by how the names are made."""

from collections.abc import Iterator

from graph.extract.relations.names import parts
from graph.extract.scenes.scene import SIGNS, Fact, Scene, Sentence, compiled, either, generic

# A list of initiatives: the words between two of them are short, and none of them is a verb of its own.
# A member that is no name of its own may stand between them.
_LIST = (
    r"<I>(?:(?:[^,;。:<I><A><P>、]{0,8}[、,和及与;][^,;。:<I><A><P>]{0,3}"
    r"|[^,;。:<I><A><P>、]{0,14}、(?:[^,;。:<I><A><P>、]{2,10}、){0,3}[^,;。:<I><A><P>、]{0,3})?<I>)*"
)


def _fact(scene: Scene, part: str, whole: str, sentence: Sentence, rule: str) -> Iterator[Fact]:
    if part != whole and not generic(scene.entities[whole].name):
        yield Fact(part, "partOfInitiative", whole, sentence, rule)


def _held(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """I 即/包括 I、I、I; I 设置 I、I."""
    text = sentence.text
    verbs = f"(?:[^;。<I>]{{0,12}}{either('hold')}(?!由|将|可)|[^,;。、<I>]{{0,6}}{either('offer')})"
    for match in compiled(f"(?P<whole><I>){verbs}[^;。<I>]{{0,12}}(?P<parts>{_LIST})(?!为主题)").finditer(text):
        if text[: match.start("parts")].endswith(("主题为", "主题是", "以")):
            continue  # what an event is about is no part of it
        whole = sentence.at(match.start("whole"))
        parts = sentence.inside(match.start("parts"), match.end("parts"), "Initiative")
        # 专栏设置“…”栏目,邀请 ...;“…”栏目 ...: later clauses of the same make go on with the list.
        kind = text[match.end("parts") : match.end("parts") + 2]
        if len(kind) == 2 and kind.isalnum():
            parts += [sentence.at(m.start("part")) for m in compiled(f"[;。](?P<part><I>){kind}").finditer(text, match.end())]
        for part in parts:
            yield from _fact(scene, part.entity, whole.entity, sentence, "parts.held")


def _counted(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """I ...,“…”“…”“…”等近20个主题活动: what the scheme at the head of the sentence offers, counted."""
    text = sentence.text
    head = compiled("^(?:[^,;:。<I><A>]{0,6},)?(?P<lead>[^,;:。<I><A>]{0,6})(?P<whole><I>)[^、和的]").match(text)
    if head is None or compiled(f"{either('run')}$").search(head["lead"]):
        return  # 开展 I,举办 J、K 等3场活动: one deed after the other
    for match in compiled(r"(?P<parts><I>(?:[、,和]?<I>)+)等[^,;。<I>]{0,6}[个项场种类大][^,;。<I>]{0,8}").finditer(text, head.end()):
        for part in sentence.inside(match.start("parts"), match.end("parts"), "Initiative"):
            yield from _fact(scene, part.entity, sentence.at(head.start("whole")).entity, sentence, "parts.counted")


# Schemes under which other initiatives run, and verbs by which one that is their subject has them.
_FRAMES = frozenset({"event", "campaign", "programme", "platform", "project", "brand", "fund", "course", "column", "pilot"})
_HOUSES = frozenset({"station", "platform", "mechanism", "brand"})
_STAGING = (
    rf"^(?P<lead>(?:[^,;。<A><I>]{{0,16}},)?[^,;。:<A><I>]{{0,8}})(?P<whole><I>)[^,;。<A><I>]{{0,8}}"
    rf"(?P<between>(?:,?[^;。<A><P><I>]{{0,40}}?|[^;。<A><P><I>]{{0,30}},除了?<I>[^,;。<I>]{{0,6}},[^,;。<A><P><I>]{{0,8}}))"
    rf"(?:{{verbs}})了?[^,;。<A><P><I>]{{0,14}}(?P<parts>{_LIST})"
)


def _staged(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """I 期间,举办 J、K; 本届 I 开展 J、K; I 推出 J、K: a scheme that is itself the subject."""
    text = sentence.text
    verbs = either("stage_verb")
    hit = compiled(_STAGING.replace("{verbs}", verbs)).match(text)
    if hit is None or scene.entities[sentence.at(hit.start("whole")).entity].kind not in _FRAMES:
        return
    if compiled(f"{either('run', 'host', 'take', 'background')}[^,;]{{0,6}}$|[在于对把将为]$").search(hit["lead"]):
        return
    for part in sentence.inside(hit.start("parts"), hit.end("parts"), "Initiative"):
        yield from _fact(scene, part.entity, sentence.at(hit.start("whole")).entity, sentence, "parts.staged")


def _made(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """I 总结出 J、K; I 推出 J: what a facility, itself the subject of its clause, has thought out or offers."""
    verbs = f"[^,;。<A><P><I>]{{0,6}}{either('think_out')}[了出]?[^,;。<A><P><I>]{{0,12}}"
    for hit in compiled(f"(?:^|[,;])(?P<whole><I>){verbs}(?P<parts>{_LIST})").finditer(sentence.text):
        whole = sentence.at(hit.start("whole")).entity
        if scene.entities[whole].kind in _HOUSES:
            for part in sentence.inside(hit.start("parts"), hit.end("parts"), "Initiative"):
                yield from _fact(scene, part.entity, whole, sentence, "parts.made")


# How many there are, and how many of them are of a sort with a name of its own: 建成 I 2670个,其中 J 560个.
_AMONG = r"(?P<whole><I>)[^,;。<A><P><I>]{0,8}\d[^,;。<A><P><I>]{0,6},其中(?:包括|有|含)?(?P<part>(?:\d+余?[个家座处所])?<I>)"


def _among(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """I 315个,其中50家 J: a sort of what was counted."""
    for hit in compiled(_AMONG).finditer(sentence.text):
        yield from _fact(scene, sentence.at(hit.end("part") - 1).entity, sentence.at(hit.start("whole")).entity, sentence, "parts.among")


def _aimed(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """为做实 I 品牌,...开展 J、K: what is done for a scheme's sake."""
    aim = f"(?:^|[,;。])为[^,;。<A><I>]{{0,4}}{either('build', 'run')}[^,;。<A><I>]{{0,6}}(?P<whole><I>)[^,;。<A><I>]{{0,6}},"
    for hit in compiled(f"{aim}[^;。<I>]{{0,40}}{either('stage_verb')}[^,;。<A><I>]{{0,6}}(?P<parts>{_LIST})").finditer(sentence.text):
        for part in sentence.inside(hit.start("parts"), hit.end("parts"), "Initiative"):
            yield from _fact(scene, part.entity, sentence.at(hit.start("whole")).entity, sentence, "parts.aimed")


# What a platform, a column or a course of events consists of, behind the names.
_PIECES = (
    r"(?P<parts><I>(?:[、,和及与]?(?:[^、,;。<A><P><I>]{2,10}、){0,3}<I>)*)等?(?:\d+[个项类大]|[多几]个|[一二三四五六七八九十两]+[个项类大])?"
    r"[^,;。<A><P><I>的设开建]{0,6}(?:应用|功能|模块|板块|栏目|专栏|专区|频道|小程序|子项目|分项|分赛|赛项|赛道|子活动|专题|环节|场景|品牌项目|服务项目)(?:[,;。]|$|成为|在内|,)"
)


def _pieces(scene: Scene, sentence: Sentence, last: str | None) -> Iterator[Fact]:
    """I ...,推出 J、K 等应用: pieces of the platform or scheme that the text goes on about."""
    text = sentence.text
    for hit in compiled(_PIECES).finditer(text):
        several = hit.end("parts") - hit.start("parts") > 1 or text[hit.end("parts") :].startswith("等")
        head = compiled(f"<I>(?=[^;<I>]*{either('offer', 'stage_verb')}[^;<I>]*$)").search(text[: hit.start()])
        whole = sentence.at(head.start()).entity if head else last
        kind = scene.entities[whole].kind if whole else None
        if whole and (kind == "platform" or (head and several and kind in _FRAMES)):
            for part in sentence.inside(hit.start("parts"), hit.end("parts"), "Initiative"):
                yield from _fact(scene, part.entity, whole, sentence, "parts.piece")


# I 是 J 之一, 作为 J 之一的 I: the part says of itself what it belongs to.
_MEMBERS = (
    r"作为[^,;。<I>]{0,30}(?P<whole><I>)[^,;。<I>]{0,10}(?:之一|组成部分|重要内容|子项目|子活动|载体|抓手|一环|延伸|重头戏|一项|一站|配套活动)[^;。<I>]{0,16}(?P<part><I>)",
    r"(?P<part><I>)[^,;。<I>]{0,10}(?:是|作为|系|属于|为)[^;。<I>]{0,30}(?P<whole><I>)[^,;。<I>]{0,12}(?:之一|组成部分|的一部分|重要内容|的一项|子项目|子活动|的?(?:重要)?载体|抓手|的一环|重要一环|的延伸|重头戏|的一站|配套活动)",
)


def _members(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """作为 I 之一,J ...; J 是 I 的重要组成部分."""
    for pattern in _MEMBERS:
        for match in compiled(pattern).finditer(sentence.text):
            part, whole = sentence.at(match.start("part")), sentence.at(match.start("whole"))
            yield from _fact(scene, part.entity, whole.entity, sentence, "parts.member")


def _itemised(scene: Scene, before: Sentence, sentence: Sentence) -> Iterator[Fact]:
    """开展 I 活动。J 活动中 ...;K 活动中 ...: the sentence after goes through the parts one by one."""
    hit = compiled(f"{either('run')}[^,;。<I>]{{0,6}}(?P<whole><I>)[^,;。<I>]{{0,6}}。$").search(before.text)
    heads = list(compiled("(?:^|[;])(?P<part><I>)(?:[^,;。<I>]{0,4}(?:中|上|方面|期间)|[::])").finditer(sentence.text))
    if hit and len(heads) > 1 and before.block == sentence.block:
        whole = before.at(hit.start("whole")).entity
        for head in heads:
            yield from _fact(scene, sentence.at(head.start("part")).entity, whole, sentence, "parts.itemised")


def _means(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """以 I(为载体)打造 I: the means is a part of what is built."""
    means = f"(?:以|通过|借助|依托)(?P<part><I>)[^,;。<I><A>]{{0,12}},?{either('build')}[^,;。<I><A>]{{0,10}}(?P<whole><I>)"
    for match in compiled(means).finditer(sentence.text):
        part, whole = sentence.at(match.start("part")), sentence.at(match.start("whole"))
        yield from _fact(scene, part.entity, whole.entity, sentence, "parts.means")


def _named(scene: Scene) -> Iterator[Fact]:
    """Parts by name, between initiatives of the same article; of several wholes the one named most often."""
    first: dict[str, Sentence] = {}
    count: dict[str, int] = {}
    for sentence in scene.sentences:
        for item in sentence.items:
            if item.type == "Initiative" and sentence.role != "rubric":
                first.setdefault(item.entity, sentence)
                count[item.entity] = count.get(item.entity, 0) + 1
    wholes: dict[str, tuple[int, str, str]] = {}
    for part, whole, rule in parts({i: scene.entities[i] for i in first if not generic(scene.entities[i].name)}):
        found = (count[whole], whole, rule)
        wholes[part] = max(wholes.get(part, found), found)
    for part, (_, whole, rule) in wholes.items():
        yield from _fact(scene, part, whole, first[part], rule)


def _openers(scene: Scene) -> dict[int, str]:
    """Block number -> the quoted initiative that alone is its first sentence or heading (“工会+安全”。).

    With a verb before it (创新实施“工会+安全”路径。) only when two blocks do so.
    """
    verb = f"(?:创新|积极|大力)?(?:{either('run')})?"
    found: dict[int, tuple[str, bool]] = {}
    seen: set[int] = set()
    for sentence in scene.sentences:
        if sentence.block in seen:
            continue
        seen.add(sentence.block)
        hit = compiled(f"^(?P<verb>{verb})(?P<who><I>)(?:工作)?(?:模式|路径|机制|品牌|行动|工程|计划|活动)?[。:]$").match(sentence.text)
        if hit:
            item = sentence.at(hit.start("who"))
            if set(scene.page.view[max(item.start - 1, 0) : item.start + 1]) & {"“", "「"}:
                found[sentence.block] = (item.entity, bool(hit["verb"]))
    several = sum(verbal for _, verbal in found.values()) > 1
    return {block: who for block, (who, verbal) in found.items() if not verbal or several}


def _sections(scene: Scene, shared: frozenset[str]) -> Iterator[Fact]:
    """A paragraph that opens with an initiative as its topic: what it goes on to name belongs to it."""
    openers = _openers(scene)
    for sentence in scene.sentences:
        topic = openers.get(sentence.block)
        if topic is None:
            continue
        for item in sentence.items:
            if item.type == "Initiative" and item.entity not in shared:
                yield from _fact(scene, item.entity, topic, sentence, "parts.section")


def find(scene: Scene, shared: frozenset[str]) -> Iterator[Fact]:
    """partOfInitiative of an article; `shared` are initiatives that others run (see relations.runs.Reading)."""
    frame: str | None = None
    for before, sentence in zip((None, *scene.sentences), scene.sentences, strict=False):
        frame = frame if before and before.block == sentence.block else None
        if SIGNS["<I>"] not in sentence.text:
            continue
        yield from _held(scene, sentence)
        yield from _counted(scene, sentence)
        yield from _staged(scene, sentence)
        yield from _made(scene, sentence)
        yield from _among(scene, sentence)
        yield from _aimed(scene, sentence)
        yield from _pieces(scene, sentence, frame)
        yield from _members(scene, sentence)
        yield from _means(scene, sentence)
        if before is not None:
            yield from _itemised(scene, before, sentence)
        frames = [i.entity for i in sentence.items if i.type == "Initiative" and scene.entities[i.entity].kind in _FRAMES]
        frame = frames[0] if frames and frame is None else frame
    yield from _named(scene)
    yield from _sections(scene, shared)
