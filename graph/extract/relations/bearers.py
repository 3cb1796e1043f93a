"""Who bears an honour by the words beside it: titles before names, lists behind it, the one it is given to."""

from collections.abc import Iterator

from graph.extract.scenes.scene import ACTORS, Fact, Item, Sentence, compiled, either


def bearers(sentence: Sentence, item: Item, won: bool) -> tuple[Item, ...]:
    """Whose title the honour is: 全国劳动模范 X, 奖章获得者 X、Y; H、Y 首任班组长 X; H、H——某厂某班.

    After an honour that somebody has `won` the mark of enumeration begins another clause (X 荣获 H、Y 被授予 J).
    """
    text = sentence.text
    title = r"[^,;:。!?()<A><P><I><R><D><H>]{0,20}?"
    winner = "(?:称号)?(?:的(?=获得者|获奖者|得主))?(?:(?:获得者|获奖者|得主)(?:代表)?)?"
    more = "" if won else f"(?:[、](?:(?:{title})?<H>{winner}(?:{title}(?=<P>))?|<A>?{title}))*"
    persons = "(?P<who><P>(?:[、和]<P>)*)"
    shown = f"—+{title}(?:<A>{title})*(?P<body><A>(?=[,;。、:…]|$)|<P>)"
    hit = compiled(f"^{winner}{more}(?:{persons}|{shown})").match(text[item.at + 1 :])
    if hit is None:
        return ()
    base, who = item.at + 1, "who" if hit["who"] else "body"
    return tuple(sentence.inside(base + hit.start(who), base + hit.end(who)))


def after(sentence: Sentence, item: Item) -> tuple[Item, ...]:
    """Receivers after the honour: 授予 X H is left of it; 荣获 H 的 Y 厂 X is right of it."""
    text = sentence.text
    work = r"[^,;。<A><P>]{0,6}<A>[^,;。<A><P>]{0,10}"
    hit = compiled(f"^{_MORE}{_CALLED}(?:{work})?(?P<who><P>|<A>)").match(text[item.at + 1 :])
    if hit is None:
        return ()
    at = item.at + 1 + hit.start("who")
    return (sentence.at(at),)


_MORE = r"(?:[、和][^、,;。<H><A><P>]{0,8}<H>)*"
_CALLED = "(?:荣誉)?(?:称号|荣誉|奖章|奖项)*的"
_ROLL = (
    rf"^{_MORE}(?:{_CALLED}(?:单位|集体|个人|职工|班组)?(?:分别)?(?:是|有|为|包括):?"
    r"|[^。;<A><P>]{0,12},[他她它]们(?:分别)?(?:是|为|来自):?"
    r"|(?:荣誉)?(?:称号)?(?:分别(?:是|为):?|(?:名单)?(?:是|有|为|如下):|(?:获得者|获奖者|得主|名单)[^,;。<A><P>]{0,4}:))"
    r"(?P<list>[^。]*?)(?=;[^;。]*<H>|。|$)"
)


def roll(sentence: Sentence, item: Item) -> tuple[str, ...]:
    """Those named in a list behind the honour: 荣获 H 的是:甲院 X、乙厂 Y; 10位 H 分别是:甲厂工人 X, ..."""
    hit = compiled(_ROLL).match(sentence.text[item.at + 1 :])
    return listed(sentence, item.at + 1 + hit.start("list"), item.at + 1 + hit.end("list")) if hit else ()


def chosen(sentence: Sentence, item: Item) -> tuple[str, ...]:
    """Who is among the honoured: 发布首批 H,甲公司技师 X、乙公司总监 Y 入选."""
    text = sentence.text
    whom = r"(?P<list>[<A><P>][^。;<H>]*?)(?<=[<A><P>])(?:等?\d+[名位人家个])?[^,;。<A><P>]{0,6}"
    among = "(?:榜上有名|入选|上榜|在列|名列其中|位列其中|获此殊荣)"
    lead = "^[^,;。<A><P><H>]{0,8}[,;](?:[^<A><P><H>,;。]{0,8},)?[^<A><P><H>,;。]{0,6}"
    hit = compiled(f"{lead}{whom}{among}").match(text[item.at + 1 :])
    return listed(sentence, item.at + 1 + hit.start("list"), item.at + 1 + hit.end("list")) if hit else ()


def nobody(text: str, place: int) -> bool:
    """Whether those who bear the honour are spoken of without a name: 为获得 H、H 称号的单位和个人颁发奖牌."""
    more = "(?:[、和及]?<H>)*[^,;。<A><P><H>]{0,6}"
    return bool(
        compiled(f"^{more}的[^,;。:<A><P>]{{0,12}}(?:单位|集体|个人|职工|班组|选手|企业|团队|代表|人员|同志)(?!是)").match(
            text[place + 1 :]
        )
    )


def granted(sentence: Sentence, item: Item) -> tuple[Item, ...]:
    """Who is given the honour: 授予 X、Y H, 为 X 等颁发 H, 评选 X 为 H."""
    made = r"(?:评定|考评|评审|评选|推选|命名|认定|表彰|确定|推荐|选树|评|授予)了?"
    who = "(?P<who>(?:[<A><P>][、和及等]*)+)"
    before = sentence.text[: item.at]
    given = f"(?:向|为|给){who}(?:颁发|授予|颁授|颁赠|送上|送去|授)了?[^,;。<A><P>]{{0,8}}$"
    apposed = "(?:为|向|给|对|表彰|奖励|慰问|邀请)"  # 为 X 等“十大工匠”颁奖
    hit = (
        compiled(given).search(before)
        or compiled(f"{either('grant')}{who}[^,;。<A><P>]{{0,12}}$").search(before)
        or compiled(f"{apposed}[^,;。<A><P><H>]{{0,8}}(?P<who>[<A><P>](?:[、和][<A><P>])*)等[^,;。<A><P><H>]{{0,6}}$").search(before)
        or compiled(f"{made}{who}[^,;。<A><P>]{{0,12}}(?:为|达标|达到)[^,;。<A><P>]{{0,6}}$").search(before)
    )
    if hit is None:
        return ()
    # 授予甲公司挤压车间等 H: the workshop is given it.
    unit = compiled(f"^[^,;<A><P>等]{{1,12}}{either('unit', 'section')}(?:等|$)").match(before[hit.end("who") :])
    named = sentence.inside(hit.start("who"), hit.end("who"))
    return tuple(named[:-1] if unit and named[-1].type != "Person" else named)


def listed(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """The receivers in a list: the persons, and the bodies that are no person's workplace."""
    text = sentence.text
    named = [i for i in sentence.inside(start, end) if i.type == "Person"]
    if not named:
        # 甲公司运输部、乙厂: the department is the receiver, and nobody recognised it.
        whole = [
            i for i in sentence.inside(start, end) if i.type in ACTORS and compiled("^(?:[、,和与及等]|$)").match(text[i.at + 1 : end])
        ]
        return tuple(i.entity for i in whole)
    beside = [i for i in sentence.inside(start, end) if i.type == "Person" or compiled("^[、,和与及]").match(text[i.at + 1 : end + 1])]
    return tuple(i.entity for i in beside)


def examples(sentence: Sentence, item: Item) -> Iterator[Fact]:
    """H 均是 ... 代表,如 ... 的 X、... 的 Y: the persons named as examples bear it."""
    text = sentence.text
    hit = compiled("^(?:都|均|皆)?是[^;。]{0,30}[,、](?:如|例如|譬如|比如|包括|有)").match(text[item.at + 1 :])
    if hit:
        for who in sentence.inside(item.at + 1 + hit.end(), len(text), "Person"):
            yield Fact(who.entity, "received", item.entity, sentence, "received.example")
