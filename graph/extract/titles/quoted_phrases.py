"""Names that go on behind a quotation: a noun with its quoted attribute, an event with its quoted motto."""

import re

from graph.extract.language.initiative_words import head_after, head_of, words
from graph.extract.page import quotes
from graph.extract.places import levels

NUMERAL = "一二两三四五六七八九十百千双多零单\\d"
# A count with one more character (三心).
ATTRIBUTE = re.compile(rf"[{NUMERAL}][^\W\d{NUMERAL}]")
# How a thing is done (“一站式”), or the single steps of it (“查、看、改”): attributes of a described facility or method.
_MANNER = re.compile(r"[^\W\d]{1,3}[式型化]|[^\W\d]{1,2}(?:、[^\W\d]{1,2}){2,}")
# Several things together (“甲+乙”, “甲—乙—丙”, “甲、乙、丙”), and how they are said to be one (“……”一体化|职工之家).
_TOGETHER = re.compile(r"[^+]{1,20}(?:\+[^+]{0,20}){1,5}|[^-—]{1,12}(?:[-—]+[^-—]{1,12}){1,6}|[^、]{1,12}(?:、[^、]{1,12})+")
# The levels or steps that one thing goes through (“集团—公司—班组”四级联动机制): dashes, but for the double one before a motto.
_STEPS = re.compile(r"[^-—,。·]{1,12}(?:[-—][^-—,。·]{1,12}){2,6}")
# Parties or things in a sum (“法院+工会”): what a house of theirs is called by; and so many groups of people (“八大群体”).
_SUM = re.compile(r"[^+网]{1,20}(?:\+[^+]{0,20}){1,5}")
_GROUPS = re.compile(rf"[{NUMERAL}]+大(?:类)?(?:群体|人群)")
_CODE = re.compile(rf"([一二三四五六七八九])\1{{1,3}}|\d{{3,4}}|(?:[{NUMERAL}][^\W\d{NUMERAL}]{{1,2}}){{2,3}}")
_SYSTEM = re.compile(r"(?!构建|完善|健全|推进|建立|打造|推动|形成|助力)[^,。;:!?、“”‘’()\s了着在将把的]{0,8}?体系")
_AS_ONE = re.compile(r"(?:[一-鿿]{2,4}[化式性型](?!解)|[一二三四五六七八九十多]位一体|([一点面])对\1)的?")
_DONE_TO_IT = ("工作", "建设", "创建")
# How far it is (“15分钟”服务圈).
_TIME = re.compile(r"(?:\d+|[一二三四五六七八九十半]+)(?:分钟|小时|公里)")
_ATTRIBUTE_MORE = re.compile(r"[^\W\d]{2,5}的")
# An occasion (“迎国庆”): what is held for it is called by both.
_OCCASION = re.compile(r"(?:喜迎|迎|欢庆|欢度|庆祝|庆|献礼|纪念|奋战|决战|决胜|冲刺)[^、,·\s]{2,6}")
_HELD = {"competition", "event"}
_FACILITIES = {"station", "platform", "mechanism", "method"}
_METHODS = {"工作法", "服务法", "操作法", "管理法"}
# Counted things that are attributes, not names (“四级”, “三类”).
_MEASURES = "级类种型层方维位"
_SORTS = "型类式"
# One character and what makes it a mark of many things (“工”字号文体活动).
_MARK = re.compile(r"字(?:号|牌|系列|特色)[^,。;:!?、“”()\s了的在]{2,8}")
# Care for somebody behind a count (“三送”关爱环卫工人活动), and what is sent at a feast (“两节”送温暖活动).
_CARE = re.compile(
    r"(?:关爱|慰问|帮扶|服务|走访|关怀)(?:[一-鿿]{2,6}?(?:系列)?(?:活动|行动|工程)|(?:困难|一线|女|劳模|农民)?(?:职工|员工|劳动者|工人|骑手))"
)
_FEASTS = {"两节", "双节", "五一", "三八", "七一", "八一", "两会"}
_SENT = re.compile(
    r"(?:(?:大?走访|慰问)+[一-鿿]{2,6}?(?=送))?(?:大?走访|慰问|送温暖|送清凉|送祝福)+(?:慰问)?(?:系列)?(?:活动|行动)|送(?:温暖|清凉)(?!”)"
)
# A group of people (“摩托大军”): what is done for it is called by both.
_PEOPLE = re.compile(r"(?:小哥|大军|骑手|司机|农民工|师傅|妈妈|爸爸|姐妹|儿童|女工|矿工|环卫工|铁军)$")
# What was counted (“五小”创新成果93项) is no name.
_COUNTED = re.compile(r"\d[^\W\d]{1,2}$")
# Whom an event is for, behind its motto (“……”|全省职工演讲比赛), and what is held that is no contest.
_SCOPE = re.compile("全[国省市县区州](?:第[一二三四五六七八九十百]+届)?")
_ACTIVITY = re.compile("(?:主题|系列|诵读|宣讲|慰问|服务|健步走|交友|联谊|志愿服务)活动")
_CLOSED = ",。;:!?、\n"
_REST = re.compile(r"(?:[^,。;:!?、“”《》()\n]|“[^“”]{1,8}”){2,30}")
_NOUN_PHRASE = re.compile(r"[^,。;:!?、“”‘’「」《》()\s了着在将把被让使向对以给是的]{3,12}")


def phrase(text: str, quote: quotes.Quote, stop: int) -> int | None:
    """Where the phrase ends whose attribute is the quotation (“三级”工资集体协商); None when the quotation is the name.

    A count with one more character (“三心”) is the attribute of a described noun (集体协商), but a name before a bare one (活动), as a sum
    (“甲+乙”) is before any. A time (“15分钟”) is always one; how something is done (“一站式”) or its steps (“甲—乙—丙”) are attributes of a
    described facility or method.
    """
    inside = text[quote.start : quote.end]
    if _TOGETHER.fullmatch(inside) and (whole := _as_one(text, quote)):
        return whole
    if system := _system(text, quote, stop):
        return system
    if _SUM.fullmatch(inside) or _GROUPS.fullmatch(inside):
        return _house(text, quote) if "+" in inside else _drive(text, quote)
    if _MANNER.fullmatch(inside) or _STEPS.fullmatch(inside):
        return _facility(text, quote)
    if len(inside) == 1:
        return _marked(text, quote)
    if _TIME.fullmatch(inside):
        head = head_after(text, quote.outer[1])
        return head.end if head else None
    if len(inside) <= 4 and _PEOPLE.search(inside):
        head = head_after(text, quote.outer[1])
        return head.end if head and head.need is not None else None
    if (inside in words().formulas and inside != "互联网+") or _OCCASION.fullmatch(inside):
        return _held(text, quote) or _facility(text, quote)
    if (care := _CARE.match(text, quote.outer[1], stop)) and (ATTRIBUTE.fullmatch(inside) or inside in words().formulas):
        return care.end()
    hit = _NOUN_PHRASE.match(text, quote.outer[1], stop)
    if not hit or words().hard_verb.search(hit.group()) or hit.group().endswith("工作"):
        return None
    head = head_after(text, quote.outer[1])
    noun = text[quote.outer[1] : head.end].strip() if head else ""
    closed = (hit.end() == stop or text[hit.end()] in _CLOSED) and not _COUNTED.search(hit.group())
    if ATTRIBUTE.fullmatch(inside):
        if head is None or (inside[-1] in _MEASURES and not (inside[-1] in _SORTS and head.kind == "method")):
            return hit.end() if closed else None
        described = head.start - quote.outer[1] >= 3 and "工作" not in noun
        return head.end if noun in _METHODS or (described and inside[-1] in _SORTS and head.kind == "method") else None
    if inside.endswith("网+") and closed:
        others = hit.group().find("等", 2)
        return hit.start() + others if others > 0 else hit.end()
    return None


def _marked(text: str, quote: quotes.Quote) -> int | None:
    """The end of the activities or goods under one mark (“工”字号文体活动); None without their noun."""
    hit = _MARK.match(text, quote.outer[1])
    head = head_after(text, quote.outer[1]) if hit else None
    return head.end if hit and head and head.end <= hit.end() else None


def _held(text: str, quote: quotes.Quote) -> int | None:
    """The end of the contest or event that is held for a plan or an occasion (“十四五”主题劳动竞赛); None without one."""
    head = head_after(text, quote.outer[1]) if text[quote.outer[1] : quote.outer[1] + 1] not in ("等", "、") else None
    return head.end if head and head.need is not None and head.kind in _HELD else None


def _facility(text: str, quote: quotes.Quote) -> int | None:
    """The end of the described facility or method right behind the quotation; None without one."""
    more = _ATTRIBUTE_MORE.match(text, quote.outer[1])
    head = head_after(text, more.end() if more else quote.outer[1])
    described = head is not None and head.need is not None and (more is not None or head.start - quote.outer[1] >= 2)
    return head.end if head and described and head.kind in _FACILITIES else None


def _system(text: str, quote: quotes.Quote, stop: int) -> int | None:
    """The end of the system that a sum or a count describes (“1+3+N”民主管理体系, “三三三”体系); None without one."""
    inside = text[quote.start : quote.end]
    found = _SYSTEM.match(text, quote.outer[1], stop)
    coded = _SUM.fullmatch(inside) or (_CODE.fullmatch(inside) and inside not in words().formulas)
    return found.end() if found and coded else None


def _house(text: str, quote: quotes.Quote) -> int | None:
    """The end of the house or station right behind the quotation (“法院+工会”诉调对接工作室); None without one."""
    head = head_after(text, quote.outer[1])
    return head.end if head and head.need is not None and head.kind == "station" else None


def _drive(text: str, quote: quotes.Quote) -> int | None:
    """The end of the action for groups of people right behind the quotation (“八大群体”入会行动); None without one."""
    head = head_after(text, quote.outer[1])
    return head.end if head and head.kind == "campaign" and head.end - quote.outer[1] >= 4 else None


def _as_one(text: str, quote: quotes.Quote) -> int | None:
    """The end of the facility or method that several quoted things make up, if the words between say that they are one."""
    way = _AS_ONE.match(text, quote.outer[1])
    if way is None:
        return None
    head = head_after(text, way.end())
    noun = text[way.end() : head.end] if head else ""
    noun = next((noun.removesuffix(more) for more in _DONE_TO_IT if noun.endswith(more)), noun)
    own = head_of(" " + noun)
    return way.end() + len(noun) if own and own.kind in _FACILITIES else None


def serial(text: str, quote: quotes.Quote, stop: int) -> tuple[int, str] | None:
    """The end and kind of an event whose full name goes on behind its motto (“……”某市2022年七夕相亲节); None without such an event."""
    begin = quote.outer[1]
    if text[quote.start : quote.end] in _FEASTS:
        sent = _SENT.match(text, begin, stop)
        return (sent.end(), "campaign") if sent else None
    if text[quote.end - 1] == "杯":
        return None  # the cup is the name, whatever contest is held for it
    scope = _SCOPE.match(text, begin, stop)
    dated = scope.end() if scope else levels.after(text, begin, stop)
    rest = _REST.match(text, dated, stop) if dated > begin else None
    if not rest:
        return None
    head = words().event.search(text, *rest.span()) or (None if scope else _ACTIVITY.search(text, *rest.span()))
    if not head or (scope and words().heads[head.group()][0] != "competition"):
        return None
    end = head.end() + 2 * text.startswith("活动", head.end())
    return end, words().heads.get(head.group(), ("campaign", None))[0]
