"""The cues around and inside quotations that tell names of initiatives from speech, watchwords and figures of speech."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.extract.language.initiative_words import begins, frame, head_after, head_of, words
from graph.extract.language.segments import tokens
from graph.extract.page import quotes
from graph.extract.titles.quoted_phrases import NUMERAL
from graph.records import Block

# 三对照三提升, 五小; 六+; 银帆杯.
_COUNTED = re.compile(rf"(?:[{NUMERAL}N]+[^{NUMERAL}\W]{{1,4}}){{1,6}}|[{NUMERAL}]个一")
# One thing (一键获取), or a time and a length (15分钟), count nothing up.
_NOT_COUNTED = re.compile(rf"[{NUMERAL}]个[^{NUMERAL}]{{2,3}}|一[^{NUMERAL}N]+|[{NUMERAL}]+(?:分钟|小时|公里|[年月天周元米岁点时秒]).*")
# A sum (工会+法院, 1+6+1).
_PLUS = re.compile(r"[^+]{1,20}(?:\+[^+]{0,20}){1,5}|[^-—]{1,8}(?:[-—]+[^-—]{1,8}){2,6}")
_OPEN = re.compile(rf"[{NUMERAL}N]\+")
# What a union wants to become: counted, so no body (五型工会).
_KIND_OF_UNION = re.compile(rf"[{NUMERAL}][^\W\d](?:工会|职工之家|班组|企业)")
# What is brought to a kind of place (劳模义诊进村): no place itself.
_INTO = re.compile("..(?:进村|[进下到](?:社区|街道|小区|车站|学校|大学|医院|公司|集团))$")
# Where something starts (从“……”做起).
_START = re.compile("(?:做|抓|说|谈|干|改)起|入手|开始|着手|切入")
# What a place or a thing is said to be (某县是“……产业基地”,), what somebody is let do (让职工“进一扇门、办所有事”。), when somebody
# was born, and a ship.
_SO_CALLED = re.compile("[,。;]|的(?:核心|主产|所在)")
_NAMED_IS = re.compile("(?:品牌|重点|名称|名字|主题|项目|载体|抓手)(?:就|便|正)?是$")
_LET = re.compile("(?<![大天特])[让使](?![用者命])[^,。;“”]{0,8}$")
_CLAUSED = re.compile("[、,]")
_STOPS = re.compile("[,。;]")
_SHIP = re.compile("号[^,。;“”]{0,4}(?:[轮船舰艇航潜]|科考|钻井)")  # “远望”号|测量船
_SHIP_NUMBER = re.compile(r"\D+\d")  # “雪龙2”号
_GENERATION = re.compile(r"\d{2}后")
# Those who give somebody a nickname (被工友称作“……”).
_BY_PEOPLE = re.compile("被(?:人|[^,。;“”]{0,8}(?:们|工友|同事|职工|员工|群众|大家|徒弟|师傅|村民|乘客|顾客|客户|业内))[^,。;“”]{0,4}$")
_CUP = re.compile(r".{2,10}杯$")
_SPEECH_END = re.compile(r"[。!?…;]$")
_SPEAKER = re.compile(r"[我你您咱俺]|他们|她们|吧$|呢$|吗$|啊$|了$")
_DEFINED = re.compile(r"\s?(?:是指|即|指的是|,即|,是指|就是|\(|作为[^,。;“”]{0,16}?(?:打造|推出|培育|创建|建设)的)")
_CLAUSE = re.compile(r"[。;!?\n:]")
# Right before a quotation: what somebody or something is made to do (让“……”触手可及).
_MADE = re.compile(r"[让使]$")
_THEME = re.compile(r"\s?(?:为|等为|的)?(?:主题|载体|主线|总?抓手|突破口|切入点|着力点|核心(?!目标|价值|要义|理念|竞争|技术))")
# What something is made or becomes, right before a quotation.
_BECOMES = re.compile(r"(?:成为|(?<![形建组构集])成|作为|[变转化做]为|(?<![名称])为)了?(?:一[个种批处项])?$")
# So many of them (20支“……”, “……”有91座): a thing that is run, no figure of speech.
_MANY_BEFORE = re.compile(r"\d余?[万]?[座家支处间辆台所]$")
_MANY_AFTER = re.compile(r"\s?(?:共?有|已?达|共|近|超|约)?\d+余?万?[座家支处间辆台所]")
# What things were and what they become (从“……”拓展到“……”): states, no names.
_FROM = re.compile(r"[从由][^,“”]{0,4}$")
_ON_TO = re.compile(r"“[^“”]{1,20}”[^,。;“”]{0,6}?[到向至为成][^,。;“”]{0,3}“")
_TO = re.compile(r"[从由][^,“”]{0,4}“[^“”]{1,20}”[^,。;“”]{0,6}?[到向至为成][^,。;“”]{0,3}$")
# A motto and, behind a dash, the event that bears it.
_MOTTO_OF = re.compile(
    r"——(?:全[国省市县区]|第[一二三四五六七八九十百\d]+届|首届|\d{4}年)[^,。;“”]{4,30}(?:活动|行动|大赛|竞赛|晚会|仪式|展|节|会)"
)
# Whose it is, right before the quotation (某市总工会“……”).
_OWNER = re.compile(r"(?<!各级)(?:工会|[省市区县]总|公司|集团)$")
# An explanation in brackets right behind the name.
_ASIDE = re.compile(r"\(([^()“”。;]{2,80})\)")
# Kinds whose noun stands before the quoted name as often as behind it (微信公众号“……”).
_APPOSED = {"platform", "column", "brand", "fund", "course"}

# What stands between clauses, and what ends a clause or a member of a list.
_MARKS = set(",。;:\n")
_BREAKS = set(",。;、 ")
# The parts of speech of pronouns, prepositions, particles, conjunctions, adverbs (jieba's tags).
_FUNCTION = {"r", "p", "c", "d", "y", "uj", "ul", "uz"}
# The cues of a quotation that has the form of a name whatever words it is made of.
_SHAPED = {"counted", "joined", "open", "cup", "strong head", "own head", "own noun"}
# How much the quotation's own last noun says, by its need.
_OWN = {2: "strong head", 4: "own head"}


@dataclass(frozen=True, slots=True)
class _Frames:
    """Patterns of data/words/initiative_frames.yaml around and inside quotations."""

    speech_before: re.Pattern[str]
    speech_after: re.Pattern[str]
    called: re.Pattern[str]
    doctrine: re.Pattern[str]
    begins: re.Pattern[str]
    founding: re.Pattern[str]
    other: re.Pattern[str]


@cache
def _frames() -> _Frames:
    speech = frame("speech")
    return _Frames(
        speech_before=re.compile(rf"(?:{speech})[^。;“”]{{0,6}}[:,]\s?$|》(?:{frame('cited')})[,:]?$"),
        speech_after=re.compile(rf"\s?[^。;!?,]{{0,24}}(?:{speech})[,。:]"),
        called=re.compile(rf"(?:{frame('called')})$"),
        doctrine=re.compile(rf"(?:{frame('doctrine')}).*(?:{frame('doctrine_end')})$"),
        other=re.compile(
            rf"\s?(?:、[^,。;“”]{{2,12}}?等)?(?:{frame('growth_how')}){{0,3}}(?:产业(?!工人|学院|链工会)|{frame('growth')})|{frame('premises')}"
        ),
        founding=re.compile(rf"(?:{frame('founding')})(?:了|好|起|出)?$"),
        begins=re.compile(
            rf"\s?(?:今[天日]|昨[天日]|日前|近日|\d+月\d+日)?(?:在[^,。;“”]{{2,14}}?)?(?:{frame('begins_how')})?(?:{begins()})"
        ),
    )


@dataclass(frozen=True, slots=True)
class Context:
    """What the article says about quotations: how often each is quoted, its headline, the passages that are titles of honour."""

    counts: Counter[str]
    headline: str
    taken: frozenset[tuple[int, int]]


def _wording(inside: str) -> Iterator[str]:
    """Cues in the wording of the quotation itself."""
    known = words()
    size = len(inside)
    if size < 5:
        yield {3: "three", 4: "four"}.get(size, "short")
    else:
        yield "long"
    if inside.replace("·", "").replace("•", "") in known.formulas:
        yield "formula"
    if inside in known.figures:
        yield "figure"
    if known.not_own.search(inside) and not _KIND_OF_UNION.fullmatch(inside) and not _INTO.search(inside):
        yield "other kind"
    if _CUP.match(inside):
        yield "cup"
    elif size >= 5 and inside[-1] in "年月周日节":
        yield "period"
    elif size >= 4 and (known.heads.get(inside, ("", None))[1] or 9) <= 2:
        yield "own head"
    elif head := head_of(inside):
        yield _OWN.get(head.need or 9, "own noun")
    if _OPEN.fullmatch(inside):
        yield "open"
    elif _PLUS.fullmatch(inside):
        yield "joined"
    elif _COUNTED.fullmatch(inside) and not _NOT_COUNTED.fullmatch(inside):
        yield "counted"
    if any(name in inside and name != inside for name in known.known if len(name) >= 5):
        yield "known inside"
    if "·" in inside or "•" in inside:
        yield "dotted"
    if size <= 4 and inside[-1] in "式型级类化者":
        yield "attribute"
    parts = re.split("[,、 ]", inside)
    if len(parts) > 1 and min(map(len, parts)) >= 3 and max(map(len, parts)) - min(map(len, parts)) <= 2:
        yield "couplet"
    elif len(parts) > 1 or _SPEAKER.search(inside):
        yield "sentence"


def is_said(text: str, quote: quotes.Quote, floor: int) -> bool:
    """Whether a quotation is something said or written, or a doctrine, not a name; `floor`: where its block begins."""
    inside = text[quote.start : quote.end]
    before = text[max(floor, quote.start - 16) : quote.outer[0]]
    return bool(
        _SPEECH_END.search(inside)
        or _frames().doctrine.match(inside.strip())
        or _frames().speech_before.search(before)
        or (not _is_scheme(inside) and _is_told(text, quote, before))
        or _GENERATION.fullmatch(inside)
        or _SHIP.match(text, quote.outer[1])
        or (_SHIP_NUMBER.fullmatch(inside) and text.startswith("号", quote.outer[1]))
        or (len(inside) > 6 and inside[-1] == "," and _frames().speech_after.match(text, quote.outer[1]))
    )


def _is_scheme(inside: str) -> bool:
    """Whether the last noun of a quotation says by itself that it is an initiative (行动, 工程)."""
    head = head_of(inside)
    return head is not None and head.need == 2


def _is_told(text: str, quote: quotes.Quote, before: str) -> bool:
    """Whether a quotation is where something starts, what something is said to be, or what somebody is let do; `before`: what precedes."""
    at = quote.outer[1]
    if before.endswith("从"):
        return _START.match(text, at) is not None
    if before.endswith("是"):
        return _SO_CALLED.match(text, at) is not None and _NAMED_IS.search(before) is None
    clauses = _CLAUSED.search(text, quote.start, quote.end)
    return clauses is not None and _LET.search(before) is not None and _STOPS.match(text, at) is not None


def left(text: str, at: int, floor: int) -> Iterator[str]:
    """Cues before the first quotation of a row, which opens at `at`."""
    known = words()
    clause = _CLAUSE.split(text[max(floor, at - 40) : at])[-1].split(",")[-1]
    if _frames().called.search(clause):
        yield "role" if _BY_PEOPLE.search(clause) else "called"
    elif _MADE.search(clause) or (known.not_before.search(clause) and not known.right_before.search(clause)):
        yield "role"
    elif _frames().founding.search(clause):
        yield "founding"
    elif known.verb_end.search(clause):
        yield "verb"
    elif _OWNER.search(clause):
        yield "owner"
    elif known.soft_end.search(clause) or any(len(clause) - hit.end() <= 16 for hit in known.hard_verb.finditer(clause)):
        yield "verb near"
    if _TO.search(clause) or (_FROM.search(clause) and _ON_TO.match(text, at)):
        yield "contrast"
    if _MANY_BEFORE.search(clause):
        yield "many"
    head = known.ending.search(text[max(floor, at - 8) : at].rstrip(" —:"))
    if head and known.heads[head.group()][0] in _APPOSED:
        yield "head before"


def _describes(text: str, row: Sequence[quotes.Quote], floor: int) -> bool:
    """Whether a row says what something is to become (打造成为“……”的平台): words about it, no name."""
    return text.startswith("的", row[-1].outer[1]) and _BECOMES.search(text[max(floor, row[0].outer[0] - 8) : row[0].outer[0]]) is not None


def right(text: str, row: Sequence[quotes.Quote], floor: int) -> tuple[list[str], str | None]:
    """Cues behind the last quotation of a row, and the kind that its head noun gives."""
    if _describes(text, row, floor):
        return ["attribute of"], None
    at = row[-1].outer[1]
    aside = _ASIDE.match(text, at)
    head = head_after(text, aside.end() if aside else at)
    if head:
        return ["head"], head.kind
    if _THEME.match(text, at) or _MOTTO_OF.match(text, at):
        return ["theme"], "campaign"
    tests = {"defined": _DEFINED, "begins": _frames().begins, "many": _MANY_AFTER}
    tests |= {"watchword": words().not_after, "work": words().work, "other kind": _frames().other}
    found = [cue for cue, pattern in tests.items() if pattern.match(text, at)]
    return found + ["attribute of"] * (not found and text[at : at + 1] == "的"), None


def opens(text: str, quote: quotes.Quote, block: Block) -> bool:
    """Whether a quotation opens its clause and the clause goes on: it is what something is said of."""
    first = quote.outer[0] == block.start or text[quote.outer[0] - 1] in _MARKS
    return first and quote.outer[1] < block.end and text[quote.outer[1]] not in _BREAKS


def own(inside: str, row: Sequence[str], context: Context) -> list[str]:
    """The cues of one quotation of a row, in its own words and in what else the article quotes."""
    found = list(_wording(inside))
    if _SHAPED.isdisjoint(found):
        parts = tokens(inside)
        found += ["word"] * (len(parts) == 1) + ["function word"] * any(part.tag in _FUNCTION for part in parts)
    found += ["row figure"] * any(other in words().figures for other in row) + ["row"] * (len(row) > 1)
    return found + ["again"] * (context.counts[inside] > 1) + ["headline"] * (inside in context.headline)
