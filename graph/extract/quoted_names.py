"""Quoted initiatives: which quotations name a programme, and which are speech, watchwords, figures of speech or titles.

Every quotation collects cues for and against (weights in quoted_weights.py); it is a name when their sum reaches `ENOUGH`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.extract import quotes
from graph.extract.initiative_words import frame, head_after, head_of, words
from graph.extract.lexicon import name_words
from graph.extract.quoted_phrases import NUMERAL, PLUS, phrase, serial
from graph.extract.quoted_weights import ENOUGH, SETTLES, WEIGHTS
from graph.records import Block

# 三对照三提升, 五小; 六+; 银帆杯.
_COUNTED = re.compile(rf"(?:[{NUMERAL}N]+[^{NUMERAL}\W]{{1,4}}){{1,6}}|[{NUMERAL}]个一")
# One thing (一键获取), or a time and a length (15分钟), count nothing up.
_NOT_COUNTED = re.compile(rf"[{NUMERAL}]个[^{NUMERAL}]{{2,3}}|一[^{NUMERAL}N]+|[{NUMERAL}]+(?:分钟|小时|公里|[年月天周元米岁点时秒]).*")
_OPEN = re.compile(rf"[{NUMERAL}N]\+")
# What a union wants to become: counted, so no body (五型工会).
_KIND_OF_UNION = re.compile(rf"[{NUMERAL}][^\W\d](?:工会|职工之家|班组|企业)")
_CUP = re.compile(r".{2,10}杯$")
_SPEECH_END = re.compile(r"[。!?…;]$")
_SPEAKER = re.compile(r"[我你您咱俺]|他们|她们|吧$|呢$|吗$|啊$|了$")
_SUBJECT = re.compile(r"\s?(?:是|作为|成为|已成为|自[^,。]{1,10}以来)")
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
# A motto and, behind a dash, the event that bears it.
_MOTTO_OF = re.compile(
    r"——(?:全[国省市县区]|第[一二三四五六七八九十百\d]+届|首届|\d{4}年)[^,。;“”]{4,30}(?:活动|行动|大赛|竞赛|晚会|仪式|展|节|会)"
)
# Whose it is, right before the quotation (某市总工会“……”).
_OWNER = re.compile(r"(?<!各级)(?:工会|[省市区县]总|公司|集团)$")
_DIGITS = {char: number for number, char in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "双": 2}
# An explanation in brackets right behind the name.
_ASIDE = re.compile(r"\(([^()“”。;]{2,80})\)")
# Kinds whose noun stands before the quoted name as often as behind it (微信公众号“……”).
_APPOSED = {"platform", "column", "brand", "fund", "course"}

# How much the quotation's own last noun says, by its need.
_OWN = {2: "strong head", 4: "own head"}
# Cues behind a row that speak of its last quotation alone.
_LAST_ONLY = {"defined", "subject", "begins"}


@dataclass(frozen=True, slots=True)
class _Frames:
    """Patterns of data/words/initiative_frames.yaml around and inside quotations."""

    speech_before: re.Pattern[str]
    speech_after: re.Pattern[str]
    called: re.Pattern[str]
    doctrine: re.Pattern[str]
    begins: re.Pattern[str]
    founding: re.Pattern[str]


@cache
def _frames() -> _Frames:
    speech = frame("speech")
    return _Frames(
        speech_before=re.compile(rf"(?:{speech})[^。;“”]{{0,6}}[:,]\s?$|》(?:{frame('cited')})[,:]?$"),
        speech_after=re.compile(rf"\s?[^。;!?,]{{0,24}}(?:{speech})[,。:]"),
        called=re.compile(rf"(?:{frame('called')})$"),
        doctrine=re.compile(rf"(?:{frame('doctrine')}).*(?:{frame('doctrine_end')})$"),
        founding=re.compile(rf"(?:{frame('founding')})(?:了|好|起|出)?$"),
        begins=re.compile(
            rf"\s?(?:今[天日]|昨[天日]|日前|近日|\d+月\d+日)?(?:在[^,。;“”]{{2,14}}?)?(?:{frame('begins_how')})?(?:{frame('begins')})"
        ),
    )


@dataclass(frozen=True, slots=True)
class Name:
    """A name as found: view span, kind (None when nothing says it), the cues that spoke for it, their sum; what it explains (五小)."""

    start: int
    end: int
    kind: str | None
    cues: tuple[str, ...]
    score: float
    stands_for: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What the article says about quotations: how often each is quoted, its headline, the passages that are titles of honour."""

    counts: Counter[str]
    headline: str
    taken: frozenset[tuple[int, int]]


def _own_cues(inside: str) -> Iterator[str]:
    """Cues in the wording of the quotation itself."""
    known = words()
    size = len(inside)
    if size < 5:
        yield {1: "single", 2: "short", 4: "four"}.get(size, "three")
    else:
        yield "long"
    if inside.replace("·", "").replace("•", "") in known.formulas:
        yield "formula"
    if inside in known.generic:
        yield "generic"
    if inside in known.figures:
        yield "figure"
    if _frames().doctrine.match(inside):
        yield "doctrine"
    if known.not_own.search(inside) and not _KIND_OF_UNION.fullmatch(inside):
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
    elif PLUS.fullmatch(inside):
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


def _speech(text: str, quote: quotes.Quote, floor: int) -> bool:
    """Whether a quotation is something said or written, not a name."""
    inside = text[quote.start : quote.end]
    before = text[max(floor, quote.start - 16) : quote.outer[0]]
    return bool(
        _SPEECH_END.search(inside)
        or _frames().speech_before.search(before)
        or (len(inside) > 6 and inside[-1] == "," and _frames().speech_after.match(text, quote.outer[1]))
    )


def _left_cues(text: str, at: int, floor: int) -> Iterator[str]:
    """Cues before the first quotation of a row."""
    known = words()
    clause = _CLAUSE.split(text[max(floor, at - 40) : at])[-1].split(",")[-1]
    if _frames().called.search(clause):
        yield "called"
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
    elif any(len(clause) - hit.end() <= 24 for hit in known.verb.finditer(clause)):
        yield "verb far"
    if _MANY_BEFORE.search(clause):
        yield "many"
    head = known.ending.search(text[max(floor, at - 8) : at].rstrip(" —:"))
    if head and known.heads[head.group()][0] in _APPOSED:
        yield "head before"


def _describes(text: str, row: list[quotes.Quote], floor: int) -> bool:
    """Whether a row says what something is to become (打造成为“……”的平台): words about it, no name."""
    return text.startswith("的", row[-1].outer[1]) and _BECOMES.search(text[max(floor, row[0].outer[0] - 8) : row[0].outer[0]]) is not None


def _right_cues(text: str, at: int) -> tuple[list[str], str | None]:
    """Cues behind the last quotation of a row, and the kind that its head noun gives."""
    aside = _ASIDE.match(text, at)
    head = head_after(text, aside.end() if aside else at)
    if head:
        named = head.start == at and head.kind in {"campaign", "competition"}
        return ["head"] + ["adjacent"] * named, head.kind
    if _THEME.match(text, at) or _MOTTO_OF.match(text, at):
        return ["theme"], "campaign"
    tests = {"subject": _SUBJECT, "defined": _DEFINED, "begins": _frames().begins, "many": _MANY_AFTER, "watchword": words().not_after}
    found = [cue for cue, pattern in tests.items() if pattern.match(text, at)]
    return found + ["attribute of"] * (not found and text[at : at + 1] == "的"), None


def _parts(text: str, quote: quotes.Quote, context: Context) -> list[Name]:
    """The names that a quotation lists (“甲、乙、丙”) when most of them are quoted on their own, too."""
    pieces = text[quote.start : quote.end].split("、")
    if len(pieces) < 2 or 2 * sum(piece in context.counts for piece in pieces) < len(pieces):
        return []
    at, names = quote.start, []
    for piece in pieces:
        names.append(Name(at, at + len(piece), None, ("repeated",), ENOUGH))
        at += len(piece) + 1
    return names


def _explained(text: str, name: Name) -> Iterator[Name]:
    """What a counted name is short for, in brackets behind it: as many parts as it counts (“三送”(送岗位、送政策、送技能))."""
    said = text[name.start : name.end]
    aside = _ASIDE.match(text, name.end + 1)
    parts = len(aside.group(1).split("、")) if aside else 0
    digits = [_DIGITS[char] for char in said if char in _DIGITS]
    if aside and parts >= 2 and len(said) <= 4 and parts in {sum(digits), *digits[:1]}:
        yield Name(*aside.span(1), name.kind, ("explained",), ENOUGH, said)


def _contrast(inside: str, context: Context) -> bool:
    """Whether a short quotation opens with 小 or 大 and another of the article with the other (“小书屋”……“大花园”): figures of speech."""
    other = {"小": "大", "大": "小"}.get(inside[:1])
    return other is not None and len(inside) <= 5 and any(said[:1] == other and len(said) <= 5 for said in context.counts)


def _cues(inside: str, row: list[str], context: Context) -> list[str]:
    """All cues of one quotation of a row, without its neighbourhood."""
    found = list(_own_cues(inside))
    found += ["row figure"] * any(other in words().figures for other in row) + ["row"] * (len(row) > 1)
    found += ["contrast"] * _contrast(inside, context)
    return found + ["repeated"] * (context.counts[inside] > 1) + ["headline"] * (inside in context.headline)


def _longer(text: str, quote: quotes.Quote, block: Block, cues: list[str], kind: str | None) -> Name | None:
    """The name when it is longer than the quotation: an event with its date, or a noun with its quoted attribute."""
    if found := serial(text, quote, block.end):
        return Name(quote.outer[0], *found, ("serial",), ENOUGH)
    end = phrase(text, quote, block.end)
    if end is None:
        return None
    whole = head_of(text[quote.outer[1] : end])
    believed = bool({"founding", "verb", "verb near", "head"} & set(cues))
    return Name(quote.outer[0], end, whole.kind if whole else kind, ("phrase",), ENOUGH if believed else 0.0)


def _own_kind(inside: str) -> str | None:
    """The kind that the last noun of a name gives, or the noun that is the whole name."""
    if inside in words().heads:
        return words().heads[inside][0]
    own = head_of(inside)
    return own.kind if own else None


def _is_firm(text: str, row: list[quotes.Quote], inside: str) -> bool:
    """Whether a quotation is an enterprise that the words behind say to be one: “快跑外卖”“顺达”等平台."""
    behind = text[row[-1].outer[1] : row[-1].outer[1] + 8].removeprefix("等")
    return inside in name_words().brands and behind.startswith((*name_words().of_a_firm, "企业"))


def _judge(text: str, row: list[quotes.Quote], block: Block, context: Context) -> Iterator[Name]:
    """The quotations of a row with their scores."""
    left = list(_left_cues(text, row[0].outer[0], block.start))
    right, kind = (["attribute of"], None) if _describes(text, row, block.start) else _right_cues(text, row[-1].outer[1])
    insides = [text[quote.start : quote.end].strip() for quote in row]
    for quote, inside in zip(row, insides, strict=True):
        if quote.outer in context.taken or _speech(text, quote, block.start) or _is_firm(text, row, inside):
            continue
        last = quote is row[-1]
        behind = right if last else ["row head" if cue == "head" else cue for cue in right if cue not in _LAST_ONLY]
        cues = list(dict.fromkeys([*_cues(inside, insides, context), *left, *behind]))
        if last and (longer := _longer(text, quote, block, cues, kind)):
            yield longer
        elif parts := _parts(text, quote, context):
            yield from parts
        else:
            cues += ["head"] * ("counted" in cues and text.startswith("标准", quote.outer[1]))
            settled = set().union(*(SETTLES.get(cue, set()) for cue in cues))
            cues = [cue for cue in cues if cue not in settled]
            what = kind or ("competition" if "cup" in cues else _own_kind(inside))
            score = sum(WEIGHTS[cue] for cue in cues)
            yield Name(quote.start, quote.end, what, tuple(cue for cue in cues if WEIGHTS[cue] > 0), score)


def find(text: str, block: Block, context: Context) -> Iterator[Name]:
    """The quotations of a block that name initiatives, outer ones before the inner ones of those that are none."""
    marks = [q for q in quotes.find(text, block.start, block.end) if q.mark not in "《〈" and q.end > q.start]
    for depth in range(3):
        level = [q for q in marks if q.depth == depth]
        for row in quotes.rows(text, level):
            for name in _judge(text, row, block, context):
                if name.score >= ENOUGH:
                    yield name
                    yield from _explained(text, name)
                    marks = [q for q in marks if not (name.start <= q.start and q.end <= name.end)]
