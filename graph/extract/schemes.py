"""Initiatives without quotation marks: a verb that sets something up, specific words, and a head noun (建立职工法律援助工作站)."""

import re
from collections.abc import Iterator
from functools import cache

from graph.extract.initiative_words import Head, either, head_of, words
from graph.extract.quoted_names import Name
from graph.files import folder, read_lines
from graph.records import Block

# Between verb and head noun of one name none of these may stand.
_BREAK = re.compile(r"[,。;:!?“”‘’「」《》\n(]|[了着]|[并将把被让使也都还就而已曾于]|会同|通过|以及|及其|暨|[^同平均优等]等(?!级|候)|正在|[每某该]")
_COUNT = re.compile(
    r"(?:[约近超共]|累计)?(?:\d[\d.]*|[一二三四五六七八九十百两几多数]+)(?:余|多|万)?(?:个|家|项|场次|场|期|支|批|处|种|条|次|轮|所|座|名|位|间|套|类)"
)
_LEAD = re.compile(
    r"(?:了|好|起|成|出|过|有|新的|首[个批家次]|一系列|系列|各类|各种|各项|各级|多种形式|多样|丰富多彩|形式多样|相关|有关|"
    r"\d{2,4}年度?|年度|今年|全(?:省|市|县|区|国|系统|公司|集团|院|校|厂|街道|镇|局|矿)(?!第|首届)|本级|我[省市县区])"
)
# Words that say nothing of their own: what is left without them must still be specific.
_EMPTY = re.compile(
    r"工会|职工|工作|长效|相关|有关|各类|专项|专题|系列|综合|统一|多元|良好|主题|各项|群众性|文体|文化|体育|重点|重大|重要|日常|常态化|规范化|"
    r"标准化|制度化|具体|配套|新型|特色|创新|示范|先进|优秀|年度|全面|立体|健全|完善|科学|有效|高效|多层次|全方位|社会|企业|基层|内部|外部|管理|运行|"
    r"服务|活动|建设|发展|和|与|的|等|及|、"
)
# Behind the head noun: the noun was only the first half of another word.
_GOES_ON = re.compile(r"(?:化|性|型|者|员|级|上|中|内|里|外|前|后|场所|场地|成员|单位|办公室|领导小组|方案|意见|办法|细则|标准|名单|第[一二三]|[一二三]等奖)")
# What an initiative does by itself in a headline or at the head of a sentence.
_BEGINS = re.compile(r"(?:活动|工作)?(?:全面|正式|圆满|成功|顺利|火热|隆重|盛大|如期)?(?:启动|启用|启航|上线|揭牌|揭幕|开幕|举行|举办|落幕|收官|成立|开班|开营|开通|开赛|开讲|开业)")
_DATELINE = re.compile(r"(?:本报讯|近日|日前|近年来|今年以来|目前|据悉|如今|昨日|\d{1,2}月\d{1,2}日)(?:\([^()]*\))?")
# A moving noun phrase: bringing something to a place (送文化到基层, 劳模工匠进校园), before the noun for what is done.
_BRING = re.compile(r"(送[^,。;:“”、的了]{1,6}?[到进下入][^,。;:“”、的了]{1,8}?|[^,。;:“”、的了送]{2,8}进[一-鿿]{2}(?:、进[一-鿿]{2})*)(?=活动|宣讲|行动|系列)")
_LONGEST = 28


@cache
def _studio() -> re.Pattern[str]:
    """A studio that bears a person's name: 张某某劳模创新工作室."""
    surnames = either(read_lines(folder("data") / "words" / "surnames.txt"))
    field = "全国|省级|市级|省|市|劳动模范|劳模|和?工匠人才|工匠|技能大师|大师|首席技师|名师|党员|职工|职工信得过|巾帼|青年|法律|创新|调解|服务|维权|心理|咨询|示范"
    return re.compile(rf"(?:^|[^一-鿿]|[的了在和与及到进对以访]|[、,])((?!劳模|劳动|工匠|党员|技能|大师|职工|青年|巾帼|名师|首席)(?:{surnames})[一-鿿]{{1,2}}(?:{field}){{1,6}}工作室)")


def _specific(name: str, head: Head) -> bool:
    """Whether a name says more than its kind."""
    if head.need is None or name in words().generic:
        return False
    before = name[: head.start]
    return len(before if head.need <= 2 else _EMPTY.sub("", before)) >= head.need


def _trim(text: str, start: int, end: int) -> int:
    """The start of the name proper behind counts, dates and empty attributes."""
    counts = list(_COUNT.finditer(text, start, end))
    at = counts[-1].end() if counts else start
    while True:
        if hit := _LEAD.match(text, at, end) or words().opening_verb.match(text, at, end):
            at = hit.end()
        else:
            return at


def _enumeration(text: str, start: int, end: int) -> int:
    """Behind the last 、 of a list of different things; lists of short equals (党建、工建、产改) are one name."""
    parts = text[start:end].split("、")
    if len(parts) > 1 and any(len(part) > 3 for part in parts[:-1]):
        return end - len(parts[-1])
    return start


def _object(text: str, start: int, floor: int, need: int) -> int | None:
    """Where the object begins whose verb stands before text[start]; None without a verb that can take such an object."""
    known = words()
    window = max(floor, start - _LONGEST)
    edge = max((hit.end() for hit in _BREAK.finditer(text, window, start)), default=window)
    if text[edge - 1] in "了着" and (verb := known.hard_verb.search(text, edge - 4, edge)) and verb.end() == edge:
        return edge
    hard = list(known.hard_verb.finditer(text, edge, start))
    if hard:
        return hard[-1].end()
    soft = (known.opening_verb.search(text, edge, start) or known.verb.match(text, edge, start)) if need <= 2 else None
    return soft.end() if soft else None


def _clause(text: str, start: int, floor: int) -> int:
    """Where the clause begins that holds text[start]."""
    at = start
    while at > floor and text[at - 1] not in ",。;:!?“”「」》\n":
        at -= 1
    hit = _DATELINE.match(text, at, start)
    return hit.end() if hit else at


def _name(text: str, head: tuple[int, int], need: int, floor: int) -> tuple[int, int, str] | None:
    """The span of the name that ends with the head noun, and the cue for it; None when no specific name stands there."""
    start, end = head
    first, cue = _object(text, start, floor, need), "verb"
    if first is None and _BEGINS.match(text, end):
        first, cue = _clause(text, start, floor), "begins"
        if start - first > _LONGEST or words().hard_verb.search(text, first, start):
            return None
    if first is None:
        return None
    particle = text.rfind("的", first, start)
    while particle > 0 and text[particle - 1] == "党":
        particle = text.rfind("的", first, particle)
    first = _enumeration(text, max(first, particle + 1), end)
    first = _trim(text, first, end)
    name = text[first:end]
    own = head_of(name)
    return (first, end, cue) if own and _specific(name, own) else None


def find(text: str, block: Block) -> Iterator[Name]:
    """The unquoted names of initiatives in a block."""
    known = words()
    at = block.start
    while hit := known.strong.search(text, at, block.end):
        start, end = hit.span()
        while more := known.further.match(text, end, block.end):
            if known.hard_verb.search(more.group()) or any(c in more.group() for c in "上中下里内"):
                break
            start, end = more.start(1), more.end()
        at = end
        kind, need = known.heads[text[start:end]]
        if need is None:
            start, end = hit.span()
            kind, need = known.heads[hit.group()]
        if need is None or _GOES_ON.match(text, end):
            continue
        span = _name(text, (start, end), need, block.start)
        if span:
            yield Name(span[0], span[1], kind, (span[2], "own head"), 3.0)
    for hit in _studio().finditer(text, block.start, block.end):
        yield Name(hit.start(1), hit.end(1), "station", ("person", "own head"), 3.0)
    for hit in _BRING.finditer(text, block.start, block.end):
        first = _trim(text, hit.start(1), hit.end(1))
        if hit.end(1) - first >= 5:
            yield Name(first, hit.end(1), "campaign", ("bringing",), 3.0)
