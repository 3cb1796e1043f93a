"""What an initiative is in its clause when nobody runs it there: a place to win, something to see, an item, a background."""

from graph.extract.relations.actors import clause_end, clause_start
from graph.extract.scenes.scene import compiled, either

_NEAR = 6  # characters between a verb of doing and its object, after a verb of seeing


def verb_before(text: str, place: int, *lists: str) -> tuple[str, int]:
    """The last cue verb in the clause left of `place` and its offset; ("", -1) without one."""
    start = clause_start(text, place)
    last = ("", -1)
    for match in compiled(either(*lists)).finditer(text, start, place):
        last = (match.group(), match.start())
    return last


def contest(text: str, place: int) -> bool:
    """Whether the initiative is where somebody wins: 在 I 中荣获, 在 I 中,... 获奖, 荣获 I 二等奖."""
    rest = text[place + 1 : clause_end(text, place)]
    after = text[place + 1 :]
    if compiled("(?:对|向|为|给)[^,;<A>]{0,4}$").search(text[:place]):
        return False  # 对 I 中获得第一名的选手,授予 ...
    if compiled(f"^[^,;<A>]{{0,12}}(?:中|上|里|决赛)[^,;]{{0,12}}{either('win')}").match(rest):
        return True
    if compiled("在[^,;<A>]{0,6}$").search(text[:place]) and compiled(f"^[^,;<A>]{{0,16}}[中上里],.*?{either('win')}").match(after):
        return True
    held = compiled("在(?:<A>[^,;<A>]{1,8}的)?[^,;<A>]{0,24}$").search(text[:place])
    if held and compiled(f"^(?![^,;]{{0,12}}(?:论坛|会|仪式|典礼)上)[^,;<A>]{{0,16}}[中上里],.*?{either('win')}").match(after):
        return True
    prize = r"(?:<H>|第[一二三四五六1-6]名|[一二三特]等奖|[冠亚季]军|[金银铜]奖|[金银铜]牌|优胜奖|组织奖|优秀奖|鼓励奖|团体奖)"
    return bool(verb_before(text, place, "win")[0] and compiled(f"^[^,;。<A>]{{0,16}}{prize}").match(rest))


def participant(text: str, at: int) -> bool:
    """Whether an actor whom the sentence does not name takes part: by sending others, before the verb in its clause (组织职工参加)."""
    return bool(compiled(either("send")).search(text[clause_start(text, at) : at]))


def begins(text: str, place: int) -> bool:
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


def foreign(text: str, place: int) -> bool:
    """Whether the initiative is no deed of the clause: an item of a house or an event, what is seen, made known or honoured."""
    before, after = text[:place], text[place + 1 :]
    # What a house holds: 融合了 I、I; what a figure of a plan is: 聚焦 I 产业集群.
    housed = "融合|集成|内设|配有|配备|划分|整合" + ("|设有|设置" if "平方米" in text else "")
    if compiled(f"(?:{housed})了?[^,;。<A>]{{0,80}}$").search(before) and "、" in before[-1:] + after[:8]:
        return True
    if compiled("^[^,;。<A><I>]{0,8}(?:产业集群|产业体系|制造业集群|发展战略|发展格局|区域布局|集群体系)").match(after):
        return True
    if compiled("^是<R>的").match(after):
        return True  # I 是甲市的竞赛品牌: the place is told, who runs it is not
    member = "(?:学员|成员|一员|骨干|代表|讲师|负责人|领衔人|带头人|志愿者|试点单位)[,的]"
    if compiled("(?:作为|身为)[^,;。<A>]{0,2}$").search(before) and compiled(f"^[^,;。<A><I>]{{0,10}}{member}").match(after):
        return True
    if _visited(text, place) or _item(text, place):
        return True
    if compiled("^[^,;。<A><I>]{0,6}(?:协议|(?<!集体)合同|备忘录|意向书|新闻发布会)").match(after):
        return True
    if compiled(f"{either('announce')}[^,;。<A><I>]{{0,12}}$").search(before) and compiled("^[^,;。<I>]{0,6}(?:名单|结果|入选|榜单)").match(
        after
    ):
        return True
    if compiled("(?:坚持|践行|弘扬|学习|牢记)[^,;。]{0,6}$").search(before) and compiled(
        "^[^,;。]{0,6}(?:战略|思想|精神|理念|方针|要求)"
    ).match(after):
        return True
    if compiled("成为[^,;。]*$").search(before) and compiled("^(?:[、和及与]<I>)*[^,;。<A><I>]{0,10}的").match(after):
        return True
    return bool(
        compiled("对[^;。]{0,200}$").search(before)
        and compiled("^[^;。]{0,80}(?:予以|进行)了?(?:通报|表彰|表扬|命名|授牌|公布)").match(after)
    )


def aim(text: str, place: int) -> bool:
    """Whether the initiative is what a deed is aimed at or goes by (围绕 I, 助力 I, 为实施 I 作贡献): a plan of somebody else's."""
    before, after = text[:place], text[place + 1 :]
    given = "^[^,;。<A>]{0,10}(?:作出|做出|[作做])[^,;。]{0,8}贡献"
    if compiled("为[^,;。<A>]{0,8}$").search(before) and compiled(given).match(after):
        return True
    helped = "为(?:全面|加快|奋力|着力|持续)?(?:推动|推进|建设|实现|打造|促进|构建|落实|深化|创建)?$"
    gain = "^[^,;。<A>]{0,10}(?:贡献|凝聚|汇聚|注入|提供|增添|添砖|添彩|添力|赋能|助力|蓄力|聚力)"
    if compiled(helped).search(before) and compiled(gain).match(after):
        return True
    hit = compiled(f"{either('background')}(?P<gap>[^,;。—<A>]{{0,4}})$").search(before)
    return hit is not None and not compiled(either("found", "run")).search(hit["gap"])


def background(text: str, place: int) -> bool:
    """Whether the initiative is only what the deed is set against: 立足 I, 按照 I 要求, 在 I 上."""
    before, after = text[:place], text[place + 1 :]
    if aim(text, place) or compiled(f"^{either('attributive')}").match(after):
        return True
    if compiled("以[^,;。]{0,30}$").search(before) and compiled(f"^[^,;。]{{0,16}}为{either('occasion')}").match(after):
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
