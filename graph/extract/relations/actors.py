"""Who acts in a sentence: groups of actors, their grammatical role, and the actor that carries on when the subject is left out."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.extract.language.segments import tokens
from graph.extract.scenes.scene import Item, Sentence, compiled, either

# What may join two actors of one group; between them a modifier such as 各 or 全体 never stands.
# Between two marks of enumeration a member may stand that nobody recognised.
_NAMELESS = r"(?:[^、,;:。的<A><P><I>]{2,12}|[^、,;:。的<A><P><I>]{2,28}(?:局|厅|委|办|办公室|中心|公司|协会|院|学校|支队|大队))"
_JOIN = rf"(?:[、,和与及暨]|以及|及其|同|、(?:{_NAMELESS}[、和及]){{1,2}})"
_UNKNOWN = r"(?:(?:[^、,;:。的<A><P><I>]{2,10}|<I>)、){0,2}"
_LONGEST = 300
_BREAK = frozenset(",;:。!?")
# Words before a group that leave it the subject of its clause: time, place and linking adverbials.
_ADVERBIAL = (
    r"(?:^|年|月|日|来|前|后|时|中|上|下|间|期|里|初|底|末|际|春|夏|秋|冬|午|晚|今|其中|此外|同时|目前|因此|因而|而|但|也|还|则|如|并且|另外|据悉|据了解|据介绍|截至|连续|"
    r"多年|首先|其次|接着|随后|于是|正是|是|即|由此|为此|对此|表示|介绍|介绍说|认为|说|称|指出|透露|强调|坦言|获悉|了解到|看到|记者从|从|报道|讯|\)|—|全国|全省|全市)$"
)
_AGENT = r"(?:由|经)(?:[^,;。<A><P><I>]{0,20}—+)?$"
# Who does something to the subject: 被 X 授予, 受 X 委托; the subject of the clause stays the one to whom it is done.
_DOER = r"(?:被|受|受到)$"
# Whose paper or word something follows: 根据 X 办公厅《...》,Y 制定 ...; Y 按照 X 要求建起 ...
_BASIS = r"(?:^|[,;])[^,;。<A>]{0,4}(?:根据|按照|依照|遵照|依据)[^,;。<A><P><I>]{0,4}$"
_ORDER = r"(?:根据|按照|依照|遵照|依据|贯彻|落实|响应)[^,;。<A><P><I>]{0,4}$"
_ORDERED = r"^的?(?:统一|有关|相关|工作)?(?:要求|部署|安排|精神|指示|号召|规定)"
# A relative clause that the name of the subject ends: 荣获 H 的 X, 被 X 授予 H 的 Y, 位于 R 的 X.
_RELATIVE = r"^(?:[^,;<A><P>]{0,8}(?:位于|坐落|地处|身为|拥有|有着)|被<A>|被?[^,;<A><P>]{0,4}%s)[^,;<P>]*的$"
# A member of an enumeration that has a deed of its own: X 实施 I、Y 开展 J.
_MEMBER = r"<A>[^,;。]*<I>[^,;。<A><P>]{0,14}[、和及]$"
# What a body is made in a formula: 以 X 为枢纽,Y 为重点.
_MADE = r"^为[^,;。]{0,2}(?:重点|枢纽|支撑|核心|龙头|载体|主体|抓手|依托|平台|阵地|中心|代表|骨干|纽带|桥梁|主阵地)"
# Verbs that make their object act: 推动县法院畅通 ... ; the object is the subject of what follows in the clause.
_PIVOT = r"(?:推动|带动|支持|指导|引导|帮助|督促|促成|促使|鼓励|协助|助力|委托|要求|动员|号召)$"
# A list goes on before a name that begins with words nobody recognised.
_LISTING = frozenset({"subject", "agent", "partner"})
_PREFIXED = r"^[、](?:[^、,;:。的<A><P><I><R><D><H>]{2,12}、)?[^、,;:。的<A><P><I><D><H>]{1,10}$"
# Where two bodies do something together, before the deed: 与 X 等部门在某工程中组织开展.
_THERE = "(?:等[^,;。<A>]{0,6})?(?:在[^,;。]{1,30}?)?(?:联合|共同|组织|合作)?"
# Between a body and the name of its officer: 主席, 党组成员、副主席.
_TITLE = r"[^,;:。!?()<A><P><I><D><H>]{1,24}"
# Who is none of the named actors: in 指导企业与 X 合作 the partner of X is the enterprises.
_OTHERS = r"(?:有的要?|企业|单位|职工|公司|院校|学校|群众|双方|员工|人员|工人|工会|部门)"
_PLACE = r"(?:在|于|到|赴|至|进|入|位于|坐落|前往|来到|走进|走访|深入|进驻|落户|驻)$"

_NEAR = r"^(?:附近|旁边|旁(?![听观])|周边|周围|四周|对面|隔壁|门前|门口|门外|楼下|楼前|一带|沿线)"


@dataclass(frozen=True, slots=True)
class Group:
    """Actors that act as one: `items` in order, folded span [start, end), `role`: subject,
    agent, pivot, partner, place, owner, title, press, object, doer of a passive, or region for a region that acts."""

    items: tuple[Item, ...]
    start: int
    end: int
    role: str

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(item.entity for item in self.items))


@lru_cache(maxsize=64)
def _breaks(text: str) -> tuple[int, ...]:
    """The places of the marks that end the clauses of a text."""
    return tuple(place for place, sign in enumerate(text) if sign in _BREAK)


def clause_start(text: str, place: int) -> int:
    """Folded offset at which the clause that holds `place` begins; text without punctuation is read 300 characters back."""
    breaks = _breaks(text)
    before = bisect_left(breaks, place)
    return place if place < 0 else max(0, place - _LONGEST, breaks[before - 1] + 1 if before else 0)


def clause_end(text: str, place: int) -> int:
    """Folded offset of the punctuation that ends the clause which holds `place` (or the length, or 300 characters on)."""
    breaks = _breaks(text)
    after = bisect_left(breaks, place)
    return min(max(place, len(text)), place + _LONGEST, breaks[after] if after < len(breaks) else place + _LONGEST)


def opening(text: str, start: int) -> str:
    """The clause before a group, without members of its enumeration that nobody recognised (会同某局、X: 会同)."""
    return compiled(f"(?:(?<=[由被])|(?<={either('with')})){_UNKNOWN}$").sub("", text[clause_start(text, start) : start])


def _role(text: str, start: int, end: int) -> str:
    before = opening(text, start)
    after = text[end : end + 12]
    if compiled(_DOER).search(before) or (compiled("获得?$").search(before) and compiled(f"^{either('given')}").match(after)):
        return "doer"
    if compiled(_AGENT).search(before):
        return "agent"
    if compiled(_NEAR).match(after):
        return "place"
    if compiled(_BASIS).search(before) or (compiled(_ORDERED).match(after) and compiled(_ORDER).search(before)):
        return "owner"
    if compiled("<P>[^,;<A><P>]{0,4}(?:带领|率领)$").search(before):
        return "subject"
    if compiled(_MEMBER).search(before) and compiled(f"^[^,;。<A>、]{{0,12}}{either('run')}|^[^,;。<A>、的]{{0,14}}<I>").match(
        text[end : end + 20]
    ):
        return "subject"
    if compiled(f"^{_TITLE}<P>").match(text[end : end + 40]):
        return "title" if compiled(f"(?:{either('with', 'and_with', 'call')}了?|[及])$").search(before) else "subject"
    if compiled(f"^{_TITLE}[、 ]<A>{_TITLE}<P>").match(text[end : end + 60]):
        return "title"
    if compiled(f"^的(?![^,;。<I>]{{0,4}}{either('together')})").match(after) and compiled(f"{either('and_with')}$").search(before):
        return "owner"
    if compiled(f"(?:{either('with')})$").search(before):
        return "partner"
    if compiled(f"{_OTHERS}{either('and_with')}$").search(before):
        return "object"
    if compiled("(?<!在)<R>和$").search(before):
        return "subject"  # 甲州和乙市总工会: the first one's union, too
    if compiled(f"{either('and_with')}$").search(before):
        return _beside(text, before, end)
    if compiled("^的?(?:共同)?(?:组织|牵头|倡导|推动|主持)下").match(after):
        return "agent"
    if compiled(_PIVOT).search(before):
        return "pivot"
    if compiled(_PLACE).search(before):
        return "place"
    if compiled(r"^的").match(after):
        return "owner"
    if compiled(r"^等\d+[余多]?[家个所]").match(after) or compiled(_MADE).match(after) or (after.startswith("为") and "以" in before[-6:]):
        return "object"
    if compiled(r"^[^,;。(]{0,10}(?:讯|电)(?:[\s(,]|$)").match(text[end : end + 24]):
        return "press"
    if compiled(_ADVERBIAL).search(before) or compiled(_RELATIVE % either("win")).search(before):
        return "subject"
    return "subject" if clause_start(text, start) == 0 and _named_with(before) else _by_order(text, before, end)


def _named_with(before: str) -> bool:
    """Whether a few characters at the head of a clause that are no verb belong to the name: 六师五家渠市总工会; not 将, 甲选定."""
    verbal = either("run", "deed", "send", "take", "win", "grant", "background")
    return len(before) <= 3 and not compiled(f"{verbal}|[<A><P>]|[将把]$").search(before)


def _beside(text: str, before: str, end: int) -> str:
    """The role of a group behind 与, 和, 同: a partner where a deed or 共同 follows."""
    if compiled(f"^[^,;<A><P><I>]{{2,12}}{either('firm')}[与和同跟]$").match(before):
        return "object"  # the partner of a body that nobody recognised
    deed = compiled("(?<![参])与$|(?<![共不])同$|跟$").search(before) and compiled(f"{_THERE}{either('run')}").match(text, end)
    together = deed or compiled(either("together")).search(text[end : clause_end(text, end + 1)])
    return "partner" if together else "object"


def _by_order(text: str, before: str, end: int) -> str:
    """The role of a group by the order of words alone: what stands right before a deed is its subject, whatever opens the clause.

    In a list, behind a preposition or a verb of going it is no subject, nor before a meeting that bears its name (X 成立仪式);
    behind another verb it acts only in what follows.
    """
    deed = f"^(?:{either('adverb', 'eager', 'jointly')})*{either('run')}(?![的者]|单位|仪式|典礼|大会|会议)"
    if before.endswith(("、", "暨")) or not compiled(deed).match(text[end : end + 24]):
        return "object"
    for token in reversed(tokens(before)):
        verb = token.tag[0] == "v"
        if token.tag in {"p", "c"} or (verb and compiled(either("enter", "visit", "grant", "win", "means")).search(token.text)):
            return "object"
        if verb and not before.endswith("的"):  # 走进位于城西的 X: what tells of X says nothing
            return "pivot"
    return "subject"


def _told_by(text: str, start: int, last: Item) -> bool:
    """Whether a sub-body only stands in the title of who tells: 据市总工会办公室主任 X 介绍."""
    return text[:start].endswith("据") and bool(compiled("(?:委员会|部|办公室|处|科|室)$").search(last.text))


# All the unions of a region, named by it: 甲省各级工会, 乙市各县区总工会.
OWN_UNIONS = "^(?:省|市|州|县|区)?(?:各级|各地|各地市|各市|各市县|各县区|各县市区|各县)(?:总)?工会"


def _region_acts(text: str, end: int) -> bool:
    """Whether a region is the subject of a deed: 某街道以 ... 为议题,召开 ...; not 某市职工, 某区实践."""
    return bool(compiled(f"^{either('adverb', 'with')}|^[^,;。的<A><I><R>]{{0,10}}{either('run', 'issue')}|^,").match(text[end:]))


def _region_group(text: str, role: str, end: int, told: bool) -> bool:
    """Whether a region stands for its authorities or unions; after another one that does (`told`) it needs no verb."""
    if compiled(OWN_UNIONS).match(text[end : end + 8]):
        return True
    return role == "subject" and (_region_acts(text, end) or bool(told and compiled("^[^,;。<A><R>]{0,14}<I>").match(text[end:])))


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run of names, split where its second half is the partner of the first: X 与 Y、Z 联合 ..."""
    at = max(text.find(word, start, end) for word in ("与", "同", "跟"))
    if at > start and ("、" in text[at:end] or compiled(either("with", "together")).search(text[end : clause_end(text, end)])):
        yield start, at
        yield at + 1, end
    else:
        yield start, end


@lru_cache(maxsize=1024)
def groups(sentence: Sentence) -> tuple[Group, ...]:
    """The groups of a sentence that act, from left to right: actors, and regions where they stand for their authorities."""
    return tuple(_groups(sentence))


def _groups(sentence: Sentence) -> Iterator[Group]:
    text = sentence.text
    regions, titled = False, 0
    last: tuple[int, str] = (0, "")
    for match in compiled(f"<A>(?:{_JOIN}<A>)*|<R>(?:{_JOIN}<R>)*").finditer(text):
        for start, end in _split(text, match.start(), match.end()):
            items = tuple(sentence.inside(start, end))
            role = "press" if _told_by(text, start, items[-1]) else _role(text, start, end)
            # 邀请甲厂技师 X,乙院护士 Y: those of a list are no subjects.
            if role == "subject" and titled and compiled(f"^{_TITLE}(?:<P>)?[、,和及]$").match(text[titled:start]):
                role = "title"
            titled = end if role == "title" else 0
            if last[1] in _LISTING and compiled(_PREFIXED).match(text[last[0] : start]):
                role = last[1]  # 会同甲厅、某某驻乙办事处、丙局: a member whose name was recognised from its middle on
            last = end, role
            if items[0].type != "Region":
                yield Group(items, start, end, role)
            elif _region_group(text, role, end, regions):
                regions = True  # of places told side by side the later ones need no verb: 甲市开展 I;乙市的竞赛以 J 为主题
                yield Group(items, start, end, "region")
