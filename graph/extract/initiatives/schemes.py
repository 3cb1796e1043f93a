"""Initiatives without quotation marks: a verb that sets something up, specific words, and a head noun (建立职工法律援助工作站)."""

import re
from collections.abc import Iterator

from graph.extract.initiatives.quoted_names import Name
from graph.extract.initiatives.scheme_edges import (
    FIRST,
    LONGEST,
    SERIAL,
    before,
    clause_start,
    enumeration,
    is_told_of,
    left_edge,
    online,
    patterns,
    trim,
    with_scope,
)
from graph.extract.initiatives.scheme_houses import houses, place, sited, with_site
from graph.extract.language.initiative_words import Head, frame, frames, head_of, words
from graph.extract.language.segments import tokens
from graph.extract.places import levels
from graph.extract.places.gazetteer import gazetteer
from graph.records import Block

# The body whose it is, at the beginning of a clause (某市总工会|中秋送月饼活动).
_OWNER = re.compile(r"[^,。;:!?“”]{1,20}?(?:总工会|[省市区县州旗盟]总(?![工体部站公队院])|工会(?=\d{4}年))")
_THAT = re.compile(r"[该本](?:公司|集团|[矿厂局校院省市县区镇街州])(?:总工会|工会)?")
_BODY = re.compile("工会|总|公司|集团|局|院|校|厂|企业|单位|[的和与及、]")
# Who holds an event, at the end of what stands before its number.
_HOST = re.compile(r"(?:公司|集团|厂|矿|局|院|校|大学|中心|银行|支行|工会|协会|总工会|总)$")
# A numbered contest before the noun of one of its parts (第二十届职工职业技能大赛|砌筑工技能比赛).
_NUMBERED = re.compile(r"届[^,。;]{2,20}?(?:大赛|竞赛|运动会)")
# Kinds of things that have and do more than begin (……服务站|是……, ……基金|为……).
_STANDING = {"station", "platform", "fund"}
# What is brought to a place (……送进|人才公寓) is no name of it.
_BROUGHT = re.compile("[送搬建开带引落](?:进|到|入|在|至)")
# By what means something is built (建设|以……中心|为载体): no name opens so, but for the words that hold it.
_MEANS = re.compile(
    f"以(?!{'|'.join(word[1:] for word in frames()['inner'] if word[0] == '以')}|技|学|心|文|质|德|职|情|爱|匠|球|书|画|诗|茶)"
)
_FOR = {"为", "给", "替"}  # 某院院长为|某某工作室|揭牌
# Parts of speech that stand in no such name: prepositions, pronouns, adverbs, conjunctions, times, counts, particles.
_NO_NOUN = {"p", "r", "d", "c", "t", "m", "q", "f", "u", "uj", "ul", "uz", "uv", "y", "zg"}
_ANY_DEED = "活动"  # says what is done only where no other noun does (……工作月|活动)
# How long ago it was founded, what an event is held for (庆祝建港成立|50周年汇演).
_JUBILEE = re.compile(r"[\d一二三四五六七八九十百]+周年")
# How the names of events end before 暨, and what joins several.
_EVENT = re.compile(r"[会式赛演展]$|[”、]")
# An event of the whole country, not what is told of all of it.
_NATION = re.compile("全国(?!各|最|劳|总|五一|先进|模范|优秀|人大|政协|范围)")
_CLOSING = {"”", "」"}
# Whom an event cares for is more than an attribute (服务|女环卫工系列活动).
_CARE = re.compile(frame("care"))
_MARKED = re.compile("这?(?:标志着|意味着)")  # what is told of a thing that begins (这标志着|……联盟正式运行)
_YEARS = re.compile(r"\d{4}年")
_YEAR = re.compile(r"(?<!\d)\d{4}年度?$")


def _specific(name: str, head: Head) -> bool:
    """Whether a name says more than its kind."""
    verbs = words().verb.finditer(name)
    starts = (0, 2 * name.startswith("全国"), *(verb.end() for verb in verbs))
    if head.need is None or any(name[at:] in words().generic for at in starts):  # 岗位组织|劳动竞赛
        return False
    said = name[: head.start]
    return len(said if head.need <= 2 else patterns().empty.sub("", said)) >= head.need


def _parts_at(text: str, first: int, joint: int) -> bool:
    """Whether 暨 at text[joint] stands between two names: an event is named before it; if not, what it joins is one event."""
    said = patterns().feast.sub("", text[first:joint])
    own = head_of(said)
    return bool(own and own.kind in SERIAL) or _EVENT.search(said) is not None or joint - first > LONGEST


def _object(text: str, start: int, floor: int, need: int) -> int | None:
    """Where the object begins whose verb stands before text[start]; None without a verb that can take such an object."""
    known = words()
    window = max(floor, start - LONGEST)
    edge = left_edge(text, window, start)
    hard = [hit for hit in known.hard_verb.finditer(text, edge, start) if text[hit.end()] != "、" and not _JUBILEE.match(text, hit.end())]
    if hard:
        return hard[-1].end()
    if before(text, edge) in {"了", "着"} and known.done.search(text, max(floor, edge - 5), edge):
        return edge
    if before(text, edge) == "暨":
        begin = max(floor, *(text.rfind(mark, floor, edge) + 1 for mark in ",。;\n"))
        for verb in reversed(list(known.hard_verb.finditer(text, begin, edge))):
            return edge if _parts_at(text, verb.end(), edge - 1) else verb.end()
    if before(text, edge) in _CLOSING:
        return None
    soft = (known.opening_verb.search(text, edge, start) or known.verb.match(text, edge, start)) if need <= 2 else None
    return soft.end() if soft else None


def _placed(text: str, start: int, floor: int) -> int | None:
    """Where a contest or an event begins that opens with its division (在青岛市职工职业|技能竞赛中).

    None when a body or a verb stands between.
    """
    edge = left_edge(text, max(floor, start - LONGEST), start)
    found = gazetteer().scan(text, edge, start)
    places = [(a, b) for a, b, d in found if text[b - 1] in "省市区县州旗盟" or any(one.level == 1 for one in d)]
    places = places or [hit.span() for hit in _NATION.finditer(text, edge, start)]
    if not places or start - places[-1][1] > 12:
        return None
    between = text[places[-1][1] : start]
    apart = _BODY.search(between) or words().verb.search(re.sub(frame("contest_nouns"), "", between))
    return None if apart else levels.before(text, places[-1][1], edge)


def _ordinal(text: str, start: int, floor: int) -> int | None:
    """Where a serial event begins whose noun begins at `start`: at its number, or at the level or region before it."""
    edge = left_edge(text, max(floor, start - LONGEST), start)
    numbers = list(patterns().ordinal.finditer(text, edge, start))
    if not numbers or "的" in text[numbers[-1].end() : start]:
        return None
    if "、" in text[numbers[-1].end() : start] and head_of(text[numbers[-1].end() : text.find("、", numbers[-1].end())]):
        return None  # the first of a list of events
    number = numbers[-1].start()
    if before(text, number, 2) == "杯”":
        return None
    first = levels.before(text, number, edge)
    return number if text.startswith(("公司", "集团", "总公司"), first) else first


def _hosted(text: str, block: Block) -> Iterator[Name]:
    """Activities named behind an attribute that says who holds them (由某市总工会主办的|海员冰雪活动|启动仪式)."""
    for hit in patterns().hosted.finditer(text, block.start, block.end):
        dated = _YEARS.match(text, hit.start(1))
        first = hit.start(1) if dated else trim(text, hit.start(1), hit.end(1))
        care = _CARE.match(text, first, hit.start(2))
        said = patterns().empty.sub("", text[care.end() if care else first : hit.start(2)]) + (care.group() if care else "")
        enough = 3 if levels.after(text, first, hit.end(1)) > first else 5
        general = text[first : hit.end(1)] in words().generic
        general = general or (words().heads[hit.group(2)][0] in _STANDING and _BROUGHT.search(said) is not None)
        if len(said) >= enough and not general and not words().hard_verb.search(text, first, hit.end(1)):
            yield Name(first, hit.end(1), words().heads[hit.group(2)][0], ("hosted", "own head"))


def _parts(text: str, block: Block) -> Iterator[Name]:
    """What something is said to be one or a part of."""
    for hit in patterns().part.finditer(text, block.start, block.end):
        first = trim(text, hit.start(1), hit.end(1))
        owner = _OWNER.match(text, first, hit.end(1)) or _THAT.match(text, first, hit.end(1))
        first = owner.end() if owner else first
        own = head_of(text[first : hit.end(1)])
        if own and _specific(text[first : hit.end(1)], own) and not words().hard_verb.search(text, first, hit.end(1)):
            yield Name(first, hit.end(1), words().heads[hit.group(2)][0], ("part", "own head"))


def _subject(text: str, start: int, end: int, floor: int) -> int | None:
    """Where the subject begins whose noun is text[start:end] and whose verb says that it begins; None when it cannot be a name."""
    first = clause_start(text, start, floor)
    first = marked.end() if (marked := _MARKED.match(text, first, start)) else first
    joined = text.rfind("暨", first, start)
    if joined > 0 and (_parts_at(text, first, joined) or start - first > LONGEST + 12):
        first = joined + 1
        joined = -1
    if "以" not in text[first:start]:  # 以……为主题的……
        first = next((word.end for word in reversed(tokens(text[first:start], first)) if word.text in _FOR), first)
    long = start - first > (LONGEST + 12 if joined > 0 else LONGEST)
    apart = text[first] in "在于从由对为把将以自经随当据" or before(text, first) in _CLOSING
    apart = apart or words().hard_verb.search(text, first, start) is not None or is_told_of(text, first, start)
    return None if long or apart else first


def _standing(text: str, start: int, floor: int) -> int | None:
    """Where a facility begins that opens its clause and of which something is told; None when more than a noun phrase stands there."""
    first = clause_start(text, start, floor)
    said = text[first:start]
    if not 4 <= len(said) <= LONGEST - 8 or before(text, first) in _CLOSING or _BODY.search(said) or words().hard_verb.search(said):
        return None
    return None if any(word.tag in _NO_NOUN for word in tokens(said)) else first


def _first_contest(text: str, first: int, start: int) -> int | None:
    """The end of a numbered contest that stands before the noun of one of its parts (第九届……大赛|实际操作比赛); None without one."""
    earlier = _NUMBERED.search(text, first, start)
    return earlier.end() if earlier else None


def _year(text: str, first: int, end: int, *, kind: str) -> int:
    """Where a name with the year before it begins: contests and events (2021年职工技能大赛), and what opens with its place."""
    year = _YEAR.search(text[max(0, first - 7) : first])
    fits = kind in {"competition", "event"} or levels.after(text, first, end) > first
    dated = year is not None and "届" not in text[first:end] and fits
    return first - len(year.group()) if year and dated and head_of(text[first:end]) else first


def _name(text: str, head: tuple[int, int], need: int, floor: int) -> tuple[int, int, str] | None:
    """The span of the name that ends with the head noun, and the cue for it; None when no specific name stands there."""
    start, end = head
    first, cue = _object(text, start, floor, need), "verb"
    kind = words().heads[text[start:end]][0]
    if first is None and kind in _STANDING and patterns().predicate.match(text, end):
        first, cue = _standing(text, start, floor), "subject"
    if first is None and patterns().begins.match(text, end):
        first, cue = _subject(text, start, end, floor), "begins"
        if first is None and kind not in SERIAL:
            return None
        numbered = _ordinal(text, start, floor) if kind in SERIAL else None
        if numbered is not None and (first is None or _HOST.search(text[first:numbered])):
            return numbered, _first_contest(text, numbered, start) or end, "ordinal"
    if first is None and text[start:end].endswith(houses()) and need <= 2:
        first, cue = place(text, start, floor), "place"
    if first is None and kind in SERIAL:
        first, cue = _placed(text, start, floor), "placed"
    if first is None and kind in SERIAL and (numbered := _ordinal(text, start, floor)) is not None:
        return numbered, _first_contest(text, numbered, start) or end, "ordinal"
    if first is None:
        return None
    particle = text.rfind("的", first, start)
    while particle > 0 and text[particle - 1] == "党":
        particle = text.rfind("的", first, particle)
    first = enumeration(text, trim(text, max(first, particle + 1), end), end)
    first = trim(text, first, end)
    if kind in _STANDING and (better := patterns().betters.match(text, first, end)):
        first = better.end()
    owner = _OWNER.match(text, first, end)
    first = owner.end() if owner and cue != "place" and head_of(text[owner.end() : end]) else first
    first += 2 * text.startswith(("首个", "首家", "首批"), first)
    if (owner and text[first] in "在为向对把将") or _MEANS.match(text, first, end):
        return None
    dated = _year(text, first, end, kind=kind)
    alliance = text.endswith("联盟", first, end)  # like that of a body, its name opens with its place
    if cue == "begins" and kind in {"campaign", "mechanism", "programme"} and dated == first and not alliance:
        placed = levels.after(text, first, start)
        first = dated = first if _YEARS.match(text, first, placed) else placed
    dated = (_first_contest(text, dated, start) if kind == "competition" else None) or dated
    first = with_scope(text, dated, kind)
    name = text[first:end]
    own = head_of(name)
    if own is None:
        return None
    alone = FIRST.fullmatch(before(text, first, 2)) and own.start >= 4  # there is but one first
    if not alone and not _specific(name, own):
        return None
    return first, end, cue


def _of_part(contest: str, more: re.Match[str]) -> bool:
    """Whether a noun names a part of the contest before it, with words of its own between (技能大赛|东港选拔赛)."""
    noun = words().ending.search(contest)
    both = noun is not None and {words().heads[noun.group()][0], words().heads[more.group(1)][0]} == {"competition"}
    return both and more.start(1) > more.start()


def heads(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The spans of the head nouns that can end an unquoted name; of a chain (提升行动|计划) the last one that can."""
    known = words()
    at = block.start
    while hit := known.strong.search(text, at, block.end):
        end = hit.end()
        while more := known.further.match(text, end, block.end):
            within = any(c in more.group() for c in "上中下里内")
            if within or known.hard_verb.search(more.group()) or _of_part(text[hit.start() : end], more):
                break
            end = more.end()
        at = end
        last = known.ending.search(text[hit.start() : end])
        if last and known.heads[last.group()][1] is not None and last.group() != _ANY_DEED:
            yield hit.start() + last.start(), end
        else:
            yield hit.span()


def find(text: str, block: Block) -> Iterator[Name]:
    """The unquoted names of initiatives in a block."""
    for start, end in heads(text, block):
        if text[start:end].endswith(houses()) and (first := sited(text, start, block.start)) is not None:
            yield Name(first, with_site(text, end), "station", ("site", "own head"))
            continue
        kind, need = words().heads[text[start:end]]
        told = kind == "competition" and _placed(text, start, block.start) is not None
        numbered = text[end : end + 1] in ("上", "中") and (told or _ordinal(text, start, block.start) is not None)
        numbered = numbered or (text[start:end].endswith(houses()) and text[end : end + 1] in ("里", "内"))
        care = text[start:end] == _ANY_DEED and text.endswith(("送温暖", "送清凉"), block.start, start)  # what every union runs
        if need is None or care or (patterns().goes_on.match(text, end) and not numbered):
            continue
        if span := _name(text, (start, end), need, block.start):
            yield Name(span[0], span[1], kind, (span[2], "own head"))
    yield from _hosted(text, block)
    yield from _parts(text, block)
    for hit in patterns().studio.finditer(text, block.start, block.end):
        yield Name(hit.start(1), hit.end(1), "station", ("person", "own head"))
    for hit in online().finditer(text, block.start, block.end):
        first = levels.before(text, hit.start(), block.start)
        if hit.group(1) or first < hit.start():  # any union may have a platform; that of a place is one
            yield Name(first, hit.end(), "platform", ("online", "own head"))
    for hit in patterns().coined.finditer(text, block.start, block.end):
        yield Name(*hit.span(), words().heads[hit.group(1)][0], ("coined", "own head"))
    for hit in patterns().bring.finditer(text, block.start, block.end):
        verbs = list(words().verb.finditer(text, hit.start(1), hit.end(1)))
        first = trim(text, verbs[-1].end() if verbs else hit.start(1), hit.end(1))
        if hit.end(1) - first >= 5:
            yield Name(first, hit.end(1), "campaign", ("bringing",))
