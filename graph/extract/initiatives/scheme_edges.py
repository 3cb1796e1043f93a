"""Where an unquoted name of an initiative begins: the marks and words that stand in no name, counts, dates, lists, clauses."""

import re
from dataclasses import dataclass
from functools import cache

from graph.alternation import either
from graph.extract.language.initiative_words import begins, frame, frames, head_of, words
from graph.extract.language.segments import tokens
from graph.files import folder, read_lines

# The longest name with its verb.
LONGEST = 28
_REACH = 300  # characters of a clause that are looked at
# Kinds of events, which have numbers and are held.
SERIAL = {"event", "competition", "campaign"}
_SCOPES = ("全省", "全市", "全县", "全区", "全州")
# The first of its kind.
FIRST = re.compile("首[家个次批创例条座支款期场]")
_HARMONY = re.compile("和[谐美睦合]")
_AND = re.compile("[和与及]")
# For which years a plan is made: a part of its name.
_RANGE = re.compile(r"\d{4}年?(?:至|到|[-—~]+)\d{4}年")
_BRACKETS = re.compile("[()]")
_ALSO = {"也", "都", "还", "均", "已", "仍"}  # what is said of a subject


@dataclass(frozen=True, slots=True)
class Patterns:
    """The frames of data/words/initiative_frames.yaml, compiled."""

    keep: re.Pattern[str]
    stop: re.Pattern[str]
    count: re.Pattern[str]
    lead: re.Pattern[str]
    empty: re.Pattern[str]
    goes_on: re.Pattern[str]
    begins: re.Pattern[str]
    predicate: re.Pattern[str]
    coined: re.Pattern[str]
    told_of: re.Pattern[str]
    betters: re.Pattern[str]
    bring: re.Pattern[str]
    studio: re.Pattern[str]
    ordinal: re.Pattern[str]
    hosted: re.Pattern[str]
    part: re.Pattern[str]
    feast: re.Pattern[str]


def _hosted_nouns() -> str:
    """An alternation of the nouns of what is held or built by somebody."""
    kinds = {*SERIAL, "course", "station", "platform"}
    return either(head for head, (kind, _) in words().heads.items() if kind in kinds and len(head) > 1)


def _coined() -> str:
    """Care for somebody in one quoted character, a play on words, before any noun for what is done (暖“新”服务活动); at the head of a
    clause or behind a verb that runs it any other words may stand before it (交友贴“新”联谊行动)."""
    begun = rf"(?:(?<![一-鿿])|(?<={either(frames()['founding'])}))(?!{either(frames()['founding'])})[一-鿿]{{2,4}}"
    begun += "(?=[“‘][一-鿿][”’][一-鿿]{0,4}(?:行动|计划|工程|项目))"
    return rf"(?:{begun}|[{''.join(frames()['coined'])}])[“‘][一-鿿][”’][^,。;:“”、的了()]{{0,4}}?({either(words().heads)})"


@cache
def patterns() -> Patterns:
    """The compiled frames; raises SchemaError when a word list is missing."""
    given = "".join(read_lines(folder("data") / "words" / "given_characters.txt"))
    surnames = either(read_lines(folder("data") / "words" / "surnames.txt"))
    number = r"(?:[约近超共]|累计)?(?:\d[\d.]*|[一二三四五六七八九十百两几多数]+)[余多万亿]*"
    # No break: a quotation of one character (暖“新”行动), of a feast (庆“五一”), a short bracket (劳模(职工)).
    feast = f"(?:[^“”]|{frame('feasts')})"
    marks = rf"[,。;:!?—‘’「」《》\n]|\((?!(?!记者|通讯员)[一-鿿]{{1,6}}\))|“(?!{feast}”)|(?<!“[^“”])(?<!“[^“”]{{2}})”"
    free = "[^,。;:“”、的了()]"
    alone = {"keep": "no_break", "empty": "empty", "goes_on": "goes_on", "predicate": "predicates", "told_of": "told_of"}
    return Patterns(
        **{field: re.compile(frame(name)) for field, name in alone.items()},
        stop=re.compile(rf"{marks}|{frame('break')}|[^同平均优等]等(?!级|候)"),
        count=re.compile(
            rf"{number}(?:{frame('measures')})|“[N\d一二三四五六七八九十]+”(?:{frame('measures')}|大)|(?<![第\d一二三四五六七八九十百])(?:\d+|[一二两三四五六七八九十几多]+)届"
            rf"|{FIRST.pattern}"
        ),
        lead=re.compile(
            rf"(?:{frame('how')})+(?:{words().opening_verb.pattern})|(?!成[都渝德员果立长就]|有[限机效线关]|好[人工]|出[租口]|过[程年]){frame('lead')}|(?:集团公司|集团|总公司|公司|学校|医院)(?=第|首届)|\d{{2,4}}年度?|(?:{frame('scope')})(?!第|首届)"
        ),
        begins=re.compile(
            rf"(?:活动|工作)?(?:暨[^,。;:]{{2,24}}?)?(?:,(?={frame('honoured')}))?(?:于[\d年月日]+)?(?:{frame('begins_how')})?(?:在[^,。;:“”]{{2,20}}?)?(?:{frame('begins_how')})?(?:{begins()}|{frame('honoured')}|由[^,。;]{{2,20}}?(?:承办|主办|牵头|负责|实施))"
        ),
        coined=re.compile(_coined()),
        betters=re.compile(rf"(?:{frame('how')})*(?:{frame('betters')})"),
        # Bringing something to a place (送文化到基层, 劳模工匠进校园), before the noun for what is done.
        bring=re.compile(
            rf"(送{free}{{1,6}}?[到进下入]{free}{{1,8}}?|(?!送){free}{{2,8}}进[一-鿿]{{2}}(?:、进[一-鿿]{{2}})*)(?=活动|宣讲|行动|系列)"
        ),
        # A studio that bears a person's name (张某某劳模创新工作室; without 劳模 only a name of three characters).
        studio=re.compile(
            rf"(?:^|[^一-鿿]|{frame('before_person')})((?![和与及]?(?:{frame('studio')}))(?:{surnames})(?![省市县区]级|国家|全国|劳模|劳动模范|工匠|技能|职工|党员)(?:[{given}]{{2}}|[一-鿿]{{1,2}}(?:{frame('studio')}){{1,6}})工作室)"
        ),
        # The number of a serial event (第五届……展演); congresses and committees have one, too.
        ordinal=re.compile(
            r"(?:第[一二三四五六七八九十百\d]+|首)届(?![^,。;]{0,12}?(?:委员会|代表大会|[全执常]委|理事|全体|职代会|毕业|学员))"
        ),
        hosted=re.compile(
            rf"(?:{frame('hosting')})的([^,。;:!?“”‘’《》、的()]{{3,24}}?({_hosted_nouns()}))"
            rf"(?={frame('hosted_goes_on')}|[,。])"
        ),
        # What something is one of (是……关爱季系列活动之一).
        part=re.compile(
            rf"(?:是|作为)([^,。;:!?“”‘’的()]{{2,24}}?({either(h for h, (_, need) in words().heads.items() if need is not None)}))"
            rf"(?:系列)?(?:活动|行动|工程|项目|工作)?(?:{frame('one_of')})"
        ),
        feast=re.compile(f"“(?:{frame('feasts')})”"),
    )


@cache
def online() -> re.Pattern[str]:
    """A union's app (group 1) or platform (智慧工会小程序)."""
    return re.compile(rf"(?:{frame('online')})工会(?:{frame('online_sort')}){{0,3}}(?:({frame('online_apps')})|{frame('online_systems')})")


def before(text: str, at: int, size: int = 1) -> str:
    """What stands right before text[at]; less than `size` characters where the text begins."""
    return text[max(0, at - size) : at]


def is_told_of(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] tells something of a subject: a predicate or an adverb stands there (……活动|也借驿站|开展)."""
    return patterns().told_of.search(text, start, end) is not None or any(word.text in _ALSO for word in tokens(text[start:end]))


def trim(text: str, start: int, end: int) -> int:
    """The start of the name proper behind counts, dates and empty attributes."""
    counts = list(patterns().count.finditer(text, start, end))
    at = counts[-1].end() if counts else start
    while True:
        if _RANGE.match(text, at, end):
            return at
        if text[at] in "和与及、”’」— " and not _HARMONY.match(text, at):
            at += 1
        elif hit := patterns().lead.match(text, at, end) or words().opening_verb.match(text, at, end):
            at = hit.end()
        else:
            return at


def enumeration(text: str, start: int, end: int) -> int:
    """Behind the last 、 or 和 of a list of different things; lists of short equals (党建、工建、产改) are one name."""
    for link in _AND.finditer(text, start, end):
        if text[link.end() : end] in words().known or head_of(text[start : link.start()]) or text[start : link.start()] in words().heads:
            start = link.end()
    parts = text[start:end].split("、")
    equals = [len(_BRACKETS.sub("", part)) for part in parts[:-1]]
    # Where the last is no longer than the others, it is one of them and holds no head of them all (淋浴房、洗衣间、母婴室).
    if len(parts) == 2 or (equals and (max(equals) > 3 or len(parts[-1]) <= max(equals))):
        return end - len(parts[-1])
    return start


def left_edge(text: str, window: int, start: int) -> int:
    """Behind the last mark or word before text[start] that stands in no name; `window` without one."""
    kept = {at for hit in patterns().keep.finditer(text, window, start) for at in range(*hit.span())}
    return max((hit.end() for hit in patterns().stop.finditer(text, window, start) if hit.start() not in kept), default=window)


def clause_start(text: str, start: int, floor: int) -> int:
    """Where the clause begins that holds text[start]; text without punctuation is read 300 characters back."""
    at, floor = start, max(floor, start - _REACH)
    while at > floor and (text[at - 1] not in ",。;:!?“”「」》●◆■▲★ \n" or patterns().feast.fullmatch(text, at - 4, at)):
        at -= 4 if text[at - 1] == "”" else 1
    return at


def with_scope(text: str, first: int, kind: str) -> int:
    """Where the name of a contest begins with the scope right before it (全省|职工技能大赛); `first` for all other kinds."""
    return first - 2 * (kind == "competition" and before(text, first, 2) in _SCOPES)
