"""Initiatives without quotation marks: a verb that sets something up, specific words, and a head noun (建立职工法律援助工作站)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.extract import levels
from graph.extract.initiative_words import Head, either, frame, head_of, words
from graph.extract.quoted_names import Name
from graph.files import folder, read_lines
from graph.records import Block

# The body whose it is, at the beginning of a clause (某市总工会|中秋送月饼活动).
_OWNER = re.compile(r"[^,。;:!?“”]{2,20}?(?:总工会|[省市区县州旗盟]总(?![工体部站公队院]))")
# Which one of several, or their union, in brackets behind the noun: 服务站点(东门站), 工作室(联盟).
_SITE = re.compile(r"\(([一-鿿]{1,8})\)")
_AND = re.compile("[和与及]")
# Events in series are known by their number.
_SERIAL = {"event", "competition", "campaign"}
# Facilities that are no bodies.
_HOUSES = ("驿站", "之家", "小屋", "小站", "站点", "服务站", "书屋")
# Being at a place or going there.
_AT = re.compile(r"位于|前往|来到|走到|抵达|参观|探访|(?<![存现实正所潜])在(?![职岗校线建])")
# Who holds an event, at the end of what stands before its number.
_HOST = re.compile(r"(?:公司|集团|厂|矿|局|院|校|工会|协会|总工会|总)$")
# The longest name with its verb.
_LONGEST = 28


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The frames of data/words/initiative_frames.yaml, compiled."""

    keep: re.Pattern[str]
    stop: re.Pattern[str]
    count: re.Pattern[str]
    lead: re.Pattern[str]
    empty: re.Pattern[str]
    goes_on: re.Pattern[str]
    begins: re.Pattern[str]
    dateline: re.Pattern[str]
    bring: re.Pattern[str]
    studio: re.Pattern[str]
    ordinal: re.Pattern[str]
    apposed: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    surnames = either(read_lines(folder("data") / "words" / "surnames.txt"))
    number = r"(?:[约近超共]|累计)?(?:\d[\d.]*|[一二三四五六七八九十百两几多数]+)(?:余|多|万)?"
    # No break: a quotation of one character (暖“新”行动), of a feast (庆“五一”), a short bracket (劳模(职工)).
    feast = f"(?:[^“”]|{frame('feasts')})"
    marks = rf"[,。;:!?—‘’「」《》\n]|\((?!(?!记者|通讯员)[一-鿿]{{1,6}}\))|“(?!{feast}”)|(?<!“[^“”])(?<!“[^“”]{{2}})”"
    free = "[^,。;:“”、的了()]"
    return _Patterns(
        keep=re.compile(frame("no_break")),
        stop=re.compile(rf"{marks}|{frame('break')}|[^同平均优等]等(?!级|候)"),
        count=re.compile(rf"{number}(?:{frame('measures')})|“[N\d一二三四五六七八九十]+”(?:{frame('measures')}|大)|(?<![第\d一二三四五六七八九十百])(?:\d+|[一二三四五六七八九十]+)届"),
        lead=re.compile(rf"{frame('lead')}|\d{{2,4}}年度?|(?:{frame('scope')})(?!第|首届)"),
        empty=re.compile(frame("empty")),
        goes_on=re.compile(frame("goes_on")),
        begins=re.compile(
            rf"(?:活动|工作)?(?:暨[^,。;:]{{2,24}}?)?(?:,(?={frame('honoured')}))?(?:在[^,。;:“”]{{2,20}}?)?(?:{frame('begins_how')})?(?:{frame('begins')}|{frame('honoured')}|由[^,。;]{{2,20}}?(?:承办|主办|牵头|负责|实施))"
        ),
        dateline=re.compile(rf"(?:{frame('dateline')}|\d{{1,2}}月\d{{1,2}}日)(?:\([^()]*\))?"),
        # Bringing something to a place (送文化到基层, 劳模工匠进校园), before the noun for what is done.
        bring=re.compile(
            rf"(送{free}{{1,6}}?[到进下入]{free}{{1,8}}?|(?!送){free}{{2,8}}进[一-鿿]{{2}}(?:、进[一-鿿]{{2}})*)(?=活动|宣讲|行动|系列)"
        ),
        # A studio that bears a person's name (张某某劳模创新工作室).
        studio=re.compile(
            rf"(?:^|[^一-鿿]|[的了在和与及到进对以访司局厂段院校部队区市县所站会矿团社馆场园村镇乡处科])((?![和与及]?(?:{frame('studio')}))(?:{surnames})[一-鿿]{{1,2}}(?:{frame('studio')}){{1,6}}工作室)"
        ),
        # The number of a serial event (第五届……展演); congresses and committees have one, too.
        ordinal=re.compile(r"(?:第[一二三四五六七八九十百\d]+|首)届(?![^,。;]{0,12}?(?:委员会|代表大会|[全执常]委|理事|全体|职代会|毕业|学员))"),
        # What a kind of thing is called, behind a dash (……商城——惠工云商城).
        apposed=re.compile(rf"(?:{either(words().heads)})(?:——|--)(?=[^,。;:!?、“”‘’()\s—]{{4,20}})"),
    )


def _specific(name: str, head: Head) -> bool:
    """Whether a name says more than its kind."""
    if head.need is None or name in words().generic:
        return False
    before = name[: head.start]
    return len(before if head.need <= 2 else _patterns().empty.sub("", before)) >= head.need


def _trim(text: str, start: int, end: int) -> int:
    """The start of the name proper behind counts, dates and empty attributes."""
    counts = list(_patterns().count.finditer(text, start, end))
    at = counts[-1].end() if counts else start
    while True:
        if text[at] in "和与及、”’」":
            at += 1
        elif hit := _patterns().lead.match(text, at, end) or words().opening_verb.match(text, at, end):
            at = hit.end()
        else:
            return at


def _enumeration(text: str, start: int, end: int) -> int:
    """Behind the last 、 or 和 of a list of different things; lists of short equals (党建、工建、产改) are one name."""
    for link in _AND.finditer(text, start, end):
        if head_of(text[start : link.start()]) or text[start : link.start()] in words().heads:
            start = link.end()
    parts = text[start:end].split("、")
    if len(parts) == 2 or any(len(part) > 3 for part in parts[:-1]):
        return end - len(parts[-1])
    return start


def _edge(text: str, window: int, start: int) -> int:
    """Behind the last mark or word before text[start] that stands in no name; `window` without one."""
    kept = {at for hit in _patterns().keep.finditer(text, window, start) for at in range(*hit.span())}
    return max((hit.end() for hit in _patterns().stop.finditer(text, window, start) if hit.start() not in kept), default=window)


def _object(text: str, start: int, floor: int, need: int) -> int | None:
    """Where the object begins whose verb stands before text[start]; None without a verb that can take such an object."""
    known = words()
    window = max(floor, start - _LONGEST)
    edge = _edge(text, window, start)
    hard = list(known.hard_verb.finditer(text, edge, start))
    if hard:
        return hard[-1].end()
    if text[edge - 1] in "了着" and known.done.search(text, max(floor, edge - 5), edge):
        return edge
    if text[edge - 1] in "”」":
        return None
    if (attribute := _attribute(text, start, floor)) is not None:
        return attribute
    soft = (known.opening_verb.search(text, edge, start) or known.verb.match(text, edge, start)) if need <= 2 else None
    return soft.end() if soft else None


def _place(text: str, start: int, floor: int) -> int | None:
    """Where the name of a facility begins that somebody is at or goes to (在灯塔村共享|职工之家); None without three characters or behind an address."""
    edge = _edge(text, max(floor, start - _LONGEST), start)
    at = list(_AT.finditer(text, edge, start))
    first = at[-1].end() if at else start
    address = levels.after(text, first, start) > first or "街道" in text[first:start]
    return first if start - first >= 3 and not address else None


def _attribute(text: str, start: int, floor: int) -> int | None:
    """Behind the 的 of an attribute that stands between a verb and its object (建成集申报、审核于一体的|荣誉管理系统)."""
    particle = text.rfind("的", max(floor, start - 10), start)
    if particle < 0 or start - particle < 4 or _edge(text, particle + 1, start) > particle + 1:
        return None
    begin = _clause(text, particle, floor)
    verb = words().hard_verb.search(text, begin, particle)
    return particle + 1 if verb and verb.end() - begin <= _LONGEST else None


def _clause(text: str, start: int, floor: int) -> int:
    """Where the clause begins that holds text[start]."""
    at = start
    while at > floor and text[at - 1] not in ",。;:!?“”「」》●◆■▲★\n":
        at -= 1
    hit = _patterns().dateline.match(text, at, start)
    return hit.end() if hit else at


def with_site(text: str, end: int) -> int:
    """The end of a name with the bracket behind it that says which one it is (服务站点(东门站)); `end` without one."""
    site = _SITE.match(text, end)
    return site.end() if site and words().ending.search(site.group(1)) and site.group(1) not in words().known else end


def _ordinal(text: str, start: int, floor: int) -> int | None:
    """Where a serial event begins whose noun begins at `start`: at its number, or at the level or region before it."""
    edge = _edge(text, max(floor, start - _LONGEST), start)
    numbers = list(_patterns().ordinal.finditer(text, edge, start))
    if not numbers or "的" in text[numbers[-1].end() : start]:
        return None
    number = numbers[-1].start()
    first = levels.before(text, number, edge)
    return number if text.startswith(("公司", "集团", "总公司"), first) else first


def _apposed(text: str, block: Block) -> Iterator[Name]:
    """Names behind a dash that follows the noun for what they are, when they end in such a noun themselves."""
    for hit in _patterns().apposed.finditer(text, block.start, block.end):
        head = words().after.match(text, hit.end(), block.end)
        if head and head.start(2) - hit.end() >= 2:
            yield Name(hit.end(), head.end(), words().heads[head.group(2)][0], ("apposed", "own head"), 3.0)


def _general(name: str) -> bool:
    """Whether a name is a verb inside it with a general practice as its object (岗位组织|劳动竞赛)."""
    known = words()
    return any(hit.start() > 0 and name[hit.end() :] in known.generic for hit in known.verb.finditer(name))


def _name(text: str, head: tuple[int, int], need: int, floor: int) -> tuple[int, int, str] | None:
    """The span of the name that ends with the head noun, and the cue for it; None when no specific name stands there."""
    start, end = head
    first, cue = _object(text, start, floor, need), "verb"
    if first is None and _patterns().begins.match(text, end):
        first, cue = _clause(text, start, floor), "begins"
        numbered = _ordinal(text, start, floor) if words().heads[text[start:end]][0] in _SERIAL else None
        if numbered is not None and _HOST.search(text[first:numbered]):
            return numbered, end, "ordinal"
        if start - first > _LONGEST or text[first - 1] in "”」" or words().hard_verb.search(text, first, start):
            return None
    if first is None and text[start:end].endswith(_HOUSES) and need <= 2:
        first, cue = _place(text, start, floor), "place"
    if first is None and (numbered := _ordinal(text, start, floor)) is not None and words().heads[text[start:end]][0] in _SERIAL:
        return numbered, end, "ordinal"
    if first is None:
        return None
    particle = text.rfind("的", first, start)
    while particle > 0 and text[particle - 1] == "党":
        particle = text.rfind("的", first, particle)
    first = _enumeration(text, _trim(text, max(first, particle + 1), end), end)
    first = _trim(text, first, end)
    owner = _OWNER.match(text, first, end)
    first = owner.end() if owner and head_of(text[owner.end() : end]) else first
    if cue == "begins" and words().heads[text[start:end]][0] in {"campaign", "mechanism", "programme"}:
        first = levels.after(text, first, start)
    name = text[first:end]
    own = head_of(name)
    if own is None or not _specific(name, own) or _general(name):
        return None
    return first, with_site(text, end), cue


def _heads(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The spans of the head nouns that can end an unquoted name; of a chain (提升行动|计划) the last one that can."""
    known = words()
    at = block.start
    while hit := known.strong.search(text, at, block.end):
        end = hit.end()
        while more := known.further.match(text, end, block.end):
            if known.hard_verb.search(more.group()) or any(c in more.group() for c in "上中下里内"):
                break
            end = more.end()
        at = end
        last = known.ending.search(text[hit.start() : end])
        if last and known.heads[last.group()][1] is not None:
            yield hit.start() + last.start(), end
        else:
            yield hit.span()


def find(text: str, block: Block) -> Iterator[Name]:
    """The unquoted names of initiatives in a block."""
    for start, end in _heads(text, block):
        kind, need = words().heads[text[start:end]]
        numbered = text[end : end + 1] in ("上", "中") and _ordinal(text, start, block.start) is not None
        if need is None or (_patterns().goes_on.match(text, end) and not numbered):
            continue
        if span := _name(text, (start, end), need, block.start):
            yield Name(span[0], span[1], kind, (span[2], "own head"), 3.0)
    yield from _apposed(text, block)
    for hit in _patterns().studio.finditer(text, block.start, block.end):
        yield Name(hit.start(1), hit.end(1), "station", ("person", "own head"), 3.0)
    for hit in _patterns().bring.finditer(text, block.start, block.end):
        verbs = list(words().verb.finditer(text, hit.start(1), hit.end(1)))
        first = _trim(text, verbs[-1].end() if verbs else hit.start(1), hit.end(1))
        if hit.end(1) - first >= 5:
            yield Name(first, hit.end(1), "campaign", ("bringing",), 3.0)
