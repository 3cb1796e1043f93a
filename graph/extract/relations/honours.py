"""received: who bears or was given an honour."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.extract.relations import bearers as beside
from graph.extract.relations.actors import clause_start
from graph.extract.relations.background import verb_before
from graph.extract.relations.carry import told
from graph.extract.relations.persons import pronoun, told_of
from graph.extract.relations.runs import unique
from graph.extract.scenes.scene import SIGNS, Fact, Scene, Sentence, compiled, either


def _won(text: str, place: int) -> tuple[str, int]:
    """The verb of winning that governs an honour and where it begins; ("", -1) without one. In 被 X 授予 it begins at 被."""
    # 表彰取得成绩的 X 为 H: what was obtained is something else.
    loose = compiled(
        "^[^<H>]{0,6}(?:成绩|成效|突破|进展|证书)|^[^,;<H>]{0,6}(?:申报|提名|推荐|参评|候选)|^[^,;<H>]*的[^,;<H>]*为[^,;<H>]{0,4}$"
    )
    given = compiled(f"被[^,;。<A>]{{0,4}}<A>(?:、<A>)*[^,;。<A>]{{0,6}}?(?P<verb>{either('given')})[^,;。]{{0,16}}$").search(text[:place])
    given = given or compiled(f"被(?:分别|正式|同时|联合|一并|再次|授权)(?P<verb>{either('given')})[^,;。]{{0,16}}$").search(text[:place])
    verb, at = (given["verb"], given.start()) if given else verb_before(text, place, "win")
    # 获得者 is who won before, no deed.
    if at >= 0 and (text.startswith("者", at + len(verb)) or (not given and loose.match(text[at + len(verb) : place]))):
        return "", -1
    return verb, at


def _others(sentence: Sentence, start: int) -> tuple[str, ...]:
    """Receivers in the clauses before one that names a receiver: 甲厂钳工 X,乙厂化验师 Y,丙厂 Z 获得 H."""
    text = sentence.text
    found: tuple[str, ...] = ()
    while start > 0 and text[start - 1] == ",":
        head = clause_start(text, start - 1)
        if not compiled("^(?:<A>[^,;<A><P>]{0,24}){0,3}<P>$").match(text[head : start - 1]):
            break
        found = (sentence.at(start - 2).entity, *found)
        start = head
    return found


_TIME = r"(?:(?:在|于|自|到|至)?(?:\d{4}年(?:度|底|初)?(?:\d+月)?(?:\d+日)?|同年|当年|次年|去年|今年|近年来?|近几年|此后|随后)[,、]?)?"
# Receivers side by side, each with the body and the work it is from: 甲厂钳工 X、乙院护士 Y、Z; 甲厂、乙矿采煤队、丙院.
_WORK = r"[^、,;。:<A><P><I><H>被获]{0,24}"
_NONE = r"[^、,;。:<A><P><I><H>被获的]{2,24}"
_ONE = r"(?:<A>(?:\(<A>\))?|<P>)"  # 甲公司(乙矿)
_RECEIVERS = rf"{_ONE}(?:(?:{_WORK}、(?:{_NONE}、){{0,3}}{_WORK}|,|[和与及]{_WORK}){_ONE}|{_WORK}<P>)*"


@dataclass(frozen=True, slots=True)
class Before:
    """Whom a sentence may go on about: the person named last, that person if the sentence before was about him, the bodies that were its
    subject, and whom the article goes on about when nobody is named (see relations.persons.told_of, relations.carry.told)."""

    person: str | None
    about: str | None
    bodies: tuple[str, ...]
    carried: tuple[str, ...]


def _adverbs() -> str:
    return rf"(?:{either('eager')}|[于在]?\d+年(?:\d+月)?(?:\d+日)?|[一两三四五多]次)*+"


def _topics(sentence: Sentence, at: int) -> tuple[str, ...]:
    """The initiatives that win: one right before the verb or as the topic of the sentence, or several side by side."""
    left, adverbs = sentence.text[:at], _adverbs()
    # In 在 “…” 大赛中荣获 the initiative is the place.
    topic = compiled(f"^[^,;<A><P><I>]{{0,10}}(?P<who><I>)(?:项目|活动|平台|品牌|案例|服务站|工作室)[^;<A><P><I>]*,{adverbs}$").search(left)
    whose = "(?:[^,;<A><P><I>]{0,10}|[^,;<I>]{0,24}的?<A>的?|[^,;<I>]{0,12}(?:<A>[^,;<A><P><I>]{0,8}|<P>所?[^,;<A><P><I>]{1,8})的)"
    topic = topic or compiled(f"(?:^|[,;]){whose}(?P<who><I>)(?:\\d{{4}}年)?[^,;<A><P><I>]{{0,4}}$").search(left)
    if topic and not compiled(f"在[^,;]{{0,20}}$|{either('run', 'take')}[^,;]{{0,8}}$").search(left[: topic.start("who")]):
        return (sentence.at(topic.start("who")).entity,)
    more = "(?:[、,和与及](?:<A>)?[^,;。、<A><P><I>]{0,8}<I>)*"
    several = compiled(f"(?:^|[,;、:])[^,;<A><P><I>]{{0,4}}(?P<who><I>{more})等?[^,;。<A><P><I>]{{0,8}}{adverbs}$").search(left)
    named = sentence.inside(several.start("who"), several.end("who"), "Initiative") if several else []
    counted = several and compiled(r"^(?:等?\d+[个家]|工作室|驿站|服务站)").match(sentence.text[several.end("who") :])
    return tuple(dict.fromkeys(i.entity for i in named)) if len(named) > 1 or counted else ()


def _aside(text: str, start: int, end: int, at: int) -> bool:
    """Whether names before a verb of winning are no receivers: reporters, agents, modifiers of persons whom nobody named."""
    before = text[clause_start(text, start) : start]
    if text.rfind("(", 0, start) > text.rfind(")", 0, start) and ")" not in text[start:end]:
        return True  # (记者 X); in 甲公司(乙矿)的 X it is X
    joined = compiled("[和与及]$").search(before) and not compiled("[在由被向对为]").search(before)  # 某某和甲厂的 X
    led = f"(?:在|由|被|经|向|对|为|从|获|于|受|{either('with', 'and_with')}|被[^,;。<A><P>]{{1,6}})$"
    housed = compiled(f"^的(?:工会|户外劳动者)?{either('thing_noun')}(?:[^,;。<A><P><I>]{{0,10}}|,)$").match(
        text[end:at]
    )  # 甲院、乙站的驿站被评为
    if (not joined and compiled(led).search(before)) or (text[end] == "的" and not housed):
        return True
    # 来自甲院等单位的4名选手获得; in 甲院建起职工的家园,并荣获 the subject carries on
    modifier = (
        not housed
        and "," not in text[end:at]
        and compiled(f"^(?!在内的|[^,;]*{either('win')})[^,;<A><P>]{{0,14}}的(?!<P>)").match(text[end:at])
    )
    submitted = compiled("(?:申报|推荐|推报|选送|报送|下属|所属)的$").search(before)
    return bool((before.endswith("的") and not submitted and end != at and text[end - 1] != SIGNS["<P>"]) or modifier)


def _unseen(text: str, end: int, at: int) -> bool:
    """Whether a body is only where the receiver works or belongs, whom nobody recognised: 甲公司副总工艺师某某被评为, 甲公司综采队荣获."""
    if text[end - 1] != SIGNS["<A>"] or text[end] == "的":
        return False
    someone = compiled(f"^[^,;<A><P><H>等被]{{0,14}}{either('office', 'worker', 'job')}(?![的们])").match(text[end:at])
    return bool(someone or compiled(f"^[^,;<A><P>等被]{{1,20}}{either('unit', 'section')}(?:等|\\d|$)").match(text[end:at]))


def _left_out(scene: Scene, sentence: Sentence, at: int, before: Before) -> tuple[tuple[str, ...], str]:
    """The receiver where the sentence names none: a company by 企业, a person by 他, or whom the text goes on about."""
    text, start = sentence.text, clause_start(sentence.text, at)
    if compiled(f"(?:^|[,;:])(?:该|本)?(?:企业|集团|公司|厂里|矿上)(?:{_adverbs()}|[也还又被])*$").search(text[:at]):
        company = next((i.entity for i in scene.before(sentence, at) if i.type == "Company"), None)
        return (company,) if company else (), "deictic"
    if him := pronoun(sentence, at, before.person):
        return (him,), "pronoun"
    # A title or other thing in quotation marks at the head of the sentence is the winner, and no body.
    titled = scene.page.view[sentence.start] in "《“"
    headless = compiled(f"^{_TIME}(?:被<A>)?[^,;。<I>]{{0,4}}{either('run', 'win', 'eager', 'given')}").match(text)
    bare = compiled(f"^{_TIME}(?:[并还也又曾被]|先后|{_adverbs()})*$").match(text[start:at])
    if not headless or not bare or titled:
        return (), "carried"
    return ((before.about,) if before.about else before.bodies or before.carried), "carried"


def winners(scene: Scene, sentence: Sentence, at: int, before: Before) -> tuple[tuple[str, ...], str]:
    """The subject of a verb of winning at `at`: nearest in its clause, else in the clauses before, else who carries on."""
    text = sentence.text
    start = clause_start(text, at)
    if topics := _topics(sentence, at):
        return topics, "topic"
    adverbs = _adverbs()
    bare = f"^(?:{adverbs}(?:被[^,;]{{0,4}}<A>)?[^,;<A>]{{0,4}}(?:{either('win', 'given')}).*<H>[^,;]{{0,6}}[、和])?{adverbs}$"
    for match in reversed(list(compiled(_RECEIVERS).finditer(text, 0, at))):
        if _aside(text, match.start(), match.end(), at):
            continue
        # From a clause before, the subject carries on only where the winning clause has none of its own.
        if match.end() <= start and not compiled(bare).match(text[start:at]):
            break
        who = unique(beside.listed(sentence, match.start(), match.end() - _unseen(text, match.end(), at)))
        if not who:
            break
        return unique(_others(sentence, start), who), "subject" if match.end() > start else "clause"
    return _left_out(scene, sentence, at, before)


# X 是 H, 也是 H.
_IS = "(?P<who><P>)(?:是|系|作为|身为)(?:<H>,(?:也|还|又|更)?是)?(?![^,;]*申报)[^,;。<A><P><H>]{0,10}$"


def _honours(scene: Scene, sentence: Sentence, before: Before) -> Iterator[Fact]:
    text = sentence.text
    for item in sentence.items:
        if item.type != "Honour":
            continue
        given = beside.granted(sentence, item)
        verb, at = _won(text, item.at)
        clause = text[clause_start(text, at) : at] if at >= 0 else ""
        # A、B等3家, X、Y2名职工, 包括 A 在内的8家 only counts those named.
        unnamed = compiled(r"(?:(?<=[<A><P><I>])(?:在内的)?|(?<=、)[^、,;\d]{2,30})等?\d+.*$").sub("", clause)
        counted = compiled(r"\d+余?多?[名人位个家项件]").search(unnamed)
        if given:
            yield from (Fact(who.entity, "received", item.entity, sentence, "received.grant", "授予") for who in given)
        elif rolled := beside.roll(sentence, item):
            yield from (Fact(who, "received", item.entity, sentence, "received.after", verb) for who in rolled)
        elif among := beside.chosen(sentence, item):
            yield from (Fact(who, "received", item.entity, sentence, "received.chosen", "入选") for who in among)
        elif named := beside.bearers(sentence, item, at >= 0):
            yield from (Fact(who.entity, "received", item.entity, sentence, "received.bearer") for who in named)
        elif at >= 0 and beside.nobody(text, item.at):
            continue
        elif at >= 0 and (behind := beside.after(sentence, item)):
            yield from (Fact(who.entity, "received", item.entity, sentence, "received.after", verb) for who in behind)
        elif at >= 0 and not counted:
            who, how = winners(scene, sentence, at, before)
            yield from (Fact(one, "received", item.entity, sentence, f"received.{how}", verb) for one in who)
        elif at < 0:
            yield from beside.examples(sentence, item)
            if sentence.text[: item.at] and (borne := compiled(_IS).search(text[: item.at])):
                yield Fact(sentence.at(borne.start("who")).entity, "received", item.entity, sentence, "received.is")


def heard(scene: Scene) -> Iterator[tuple[Sentence, Before]]:
    """Each sentence of prose with those whom it may go on about."""
    bodies: tuple[str, ...] = ()
    block = -1
    for (sentence, found, carried), (_, last, about) in zip(told(scene), told_of(scene), strict=True):
        bodies = bodies if sentence.block == block else ()
        yield sentence, Before(last, about, bodies, carried)
        subjects = [group for group in found if group.role == "subject"]
        bodies, block = subjects[-1].ids if subjects else bodies, sentence.block


def find(scene: Scene, told_by: Iterable[tuple[Sentence, Before]]) -> Iterator[Fact]:
    """received of an article; `told_by` is what `heard` says of it."""
    for sentence, before in told_by:
        yield from _honours(scene, sentence, before)
