"""Where a body's name begins: from its head leftwards over regions, other bodies, brands and field words, up to what cannot belong."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.extract.language.lexicon import Family, name_words
from graph.extract.language.name_parts import TIERS, Part, kind_of
from graph.extract.language.segments import Token, tokens

__all__ = ["Known", "bridge", "clause_start", "parts_before"]

_REACH = 48  # characters; longer names do not occur, longer walks only cost time
_DIVISION = re.compile(r"第?[一二三四五六七八九十]{1,3}师")  # of the Xinjiang corps
_HARD = frozenset('。,:;!?、“”‘’"《》〈〉【】「」『』…—#*|> \n\t')
_HOME = frozenset(a + b for a in "我本该" for b in "省市县区州镇乡村")
_COUNTER = re.compile(r"[\d一二两三四五六七八九十百千万几多余各每这那某首数半”]\Z")
_BRACKET = re.compile(r"\((?!本报|记者|通讯员|实习|特约|见习|作者|编辑)([\w·]{1,12})\)\Z")  # not that of a byline
_NEVER_INSIDE = frozenset("的了着在与由对是有等及从向到被把让给将并或而某各每该家个名位和同跟")
_TIER_LIST = re.compile(r"[省市县区州盟旗镇乡村]+|街道")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a text before its names are walked: where regions and bodies end -> start, or (start, kind); and where a head
    begins within a proper name of the dictionary -> that name's start (湘雅|医院)."""

    regions: Mapping[int, int]
    bodies: Mapping[int, tuple[int, str]]
    words: Mapping[int, int] = field(default_factory=dict)


def clause_start(view: str, floor: int, end: int) -> int:
    """Where the run of characters that a name can hold begins, not before `floor`."""
    floor = max(floor, end - _REACH)
    start = end
    while start > floor and view[start - 1] not in _HARD:
        start -= 1
    return start


def parts_before(view: str, floor: int, end: int, known: Known, family: Family | None = None) -> list[Part]:
    """The parts of a name left of `end` from left to right; nothing before `floor` is looked at.

    Known regions and bodies are taken whole; a bare tier character ends the walk. The family of the head decides what else may stand
    inside: a group of people in an organisation (劳模协会), any verb that is no stop word before a legal form (银波洗涤有限公司).
    """
    company = family is not None and family.type == "Company"
    found: list[Part] = []
    position = end
    opening = known.words.get(end, -1)
    if opening >= floor and end not in known.regions:
        found.append(Part("brand", view[opening:end], opening, end))
        position = opening
    line = tokens(view[floor:position], floor)
    while position > floor:
        part = _bracket(view, floor, position) or _next(view, floor, position, line, known)
        if part is None and family is not None and (family.type == "Organization" or family.name == "union.federation"):
            part = _role(view, floor, position, line, known)
        if part is None and position == end and family is not None and family.name == "org.institute":
            part = _inner_verb(line)
        if part is None and family is not None and family.name in {"company.legal", "union.federation"}:
            part = _verb(line, position)
        if part is None and company:
            part = _verb(line, position)  # 某集团|保修|分公司
            part = part if part is not None and part.start in known.bodies else None
        if part is not None and company and part.kind == "tier" and (part.text in "村镇乡街" or _inner(view, floor, part.start)):
            part = Part("brand", part.text, part.start, part.end)
        if part is not None and part.kind == "tier" and part.text in "街村" and found and found[-1].text == "社区":  # 西街|社区
            part = Part("brand", part.text, part.start, part.end)
        if part is not None and part.text == "中" and found and found[-1].kind == "region":  # 比赛中|某市
            break
        if part is not None and part.text.endswith("兵团") and found and _DIVISION.match(found[-1].text):  # 兵团|第八师
            part = Part("region", part.text, part.start, part.end)
        if found and found[-1].kind == "region" and part is not None and part.text in name_words().before_region:
            part = Part("prefix", part.text, part.start, part.end)  # 移动|某县|分公司
        if part is None or (part.text == "联合" and (part.start in known.bodies or _opens_name(found[-1:]))):
            break  # 县总|联合|人社局, 工作室|联合|某市大学
        found.append(part)
        position = part.start
        if part.kind in {"tier", "every"} and not part.text.startswith("("):
            break
        if line and not any(token.end == position for token in line[-12:]):
            line = tokens(view[floor:position], floor)
    return found[::-1]


def _opens_name(last: Sequence[Part]) -> bool:
    """Whether the part to the right opens a name of its own: a region or what the dictionary knows as a name (西安交通|大学)."""
    return any(part.kind == "region" or (part.kind == "brand" and len(part.text) >= 4) for part in last)


def _inner(view: str, floor: int, place: int) -> bool:
    """Whether a tier character goes on a word of the name: 州 in 恒州物流有限公司."""
    before = view[floor:place][-1:]
    return bool(before) and "一" <= before <= "鿿" and before not in name_words().stop_characters


def _role(view: str, floor: int, position: int, line: Sequence[Token], known: Known) -> Part | None:
    """A group of people, or several, right before the head (`line` ends there) or right after a place or a body: 市总职工文体活动中心."""
    at = next((i for i in range(len(line) - 1, -1, -1) if line[i].end == position), None)
    roles = name_words().role_words
    if at is None or line[at].text not in roles:
        return None
    first = next((i for i in range(at, -1, -1) if line[i].text not in roles), -1) + 1
    start = line[first].start  # 某县|劳模|工匠|工作室联盟
    placed = start in known.bodies or start in known.regions or view[floor:start][-1:] in TIERS
    return Part("general", line[at].text, line[at].start, line[at].end) if placed or at == len(line) - 1 else None


def _inner_verb(line: Sequence[Token]) -> Part | None:
    """What a house right behind it is for, told by a verb behind a noun: 劳动争议联合|调处|中心, 心理|关爱|中心."""
    last, before = line[-1], line[-2] if len(line) > 1 else None
    told = last.text in name_words().purposes or (last.tag[0] == "v" and last.text not in name_words().stop_words)
    if before is None or len(last.text) != 2 or not told or before.tag[0] not in "nvbj" or before.text in name_words().ends:
        return None
    return Part("verb", last.text, last.start, last.end)


def _verb(line: Sequence[Token], position: int) -> Part | None:
    words = name_words()
    token = next((t for t in reversed(line) if t.end == position), None)
    if token is None or len(token.text) == 1 or token.tag[0] != "v" or token.text in words.stop_words:
        return None
    return Part("verb", token.text, token.start, token.end)


def bridge(view: str, floor: int, parts: Sequence[Part], known: Known, *, words: bool) -> list[Part]:
    """A region left of `parts` and the few characters between, which the walk took for a word outside: 江苏|先派|新材料有限公司.

    With `words` longer words may stand between, too. Empty when there is none or when what stands between cannot belong to a name.
    """
    start, regions = parts[0].start, known.regions
    single = [part.kind == "brand" and len(part.text) == 1 for part in parts[:2]]
    pair = single[0] and single != [True, True]  # 和|祥 is a brand, 和|虹|纬 more likely 和 and a brand
    end = next((place for place in range(start - 1, max(floor, start - 5), -1) if place in regions), None)
    if end is None or regions[end] < floor or any(end < place <= start for place in known.bodies):  # 某县总工会|为|银波重工有限公司
        return []
    for token in tokens(view[end:start]):
        if token.text == "之" and end < start - 1:  # 某市海之舟科技有限公司
            continue
        if token.text in _NEVER_INSIDE and not (pair and token.text in "和同将名位家个"):
            return []
        if token.tag[0] in "xu" or (len(token.text) > 1 and not words):
            return []
        if token.text in name_words().stops or (len(token.text) > 1 and token.tag[0] in "pct"):
            return []
    return [*_path(view, floor, end, regions), Part("brand", view[end:start], end, start)]


def _path(view: str, floor: int, end: int, regions: Mapping[int, int]) -> list[Part]:
    """The region that ends at `end` and those right before it that it lies in: 某自治区|某市."""
    found: list[Part] = []
    while regions.get(end, -1) >= floor:
        found.append(Part("region", view[regions[end] : end], regions[end], end))
        end = regions[end]
    return found[::-1]


def _bracket(view: str, floor: int, position: int) -> Part | None:
    if view[position - 1 : position] != ")":
        return None
    match = _BRACKET.search(view, max(floor, position - 14), position)
    if match is None:
        return None
    kind = "every" if _TIER_LIST.fullmatch(match[1]) else "bracket"
    return Part(kind, match[0], match.start(), position)


def _next(view: str, floor: int, position: int, line: Sequence[Token], known: Known) -> Part | None:
    """The part that ends at `position`."""
    body = known.bodies.get(position)
    if body is not None and body[0] >= floor:
        return Part(body[1], view[body[0] : position], body[0], position)
    at = next((i for i in range(len(line) - 1, -1, -1) if line[i].end == position), None)
    begin = known.regions.get(position)
    if begin is not None and (_homograph(view, floor, begin, position, known) or _cut(view[begin:position], begin, line, known)):
        begin = None
    if begin is not None and at is not None and line[at].start == begin and line[at].text in name_words().stop_words:  # 合作
        begin = None
    if begin is not None and view[begin:position] in name_words().no_region:  # 职工互助|保险
        begin = None
    if begin is not None and begin >= floor and (at is None or line[at].tag == "ns" or _opens(line[at], begin, known)):
        return Part("region", view[begin:position], begin, position)
    if at is None:
        return None
    token = line[at]
    if token.text in TIERS:
        return _tier(view, floor, token, line[max(0, at - 4) : at], known)
    if token.text in name_words().long_tiers:
        return Part("tier", token.text, token.start, token.end)
    if token.text in _HOME or token.text in name_words().homographs:
        return Part("tier", token.text[-1], token.end - 1, token.end)
    if _DIVISION.fullmatch(token.text):
        return Part("region", token.text, token.start, token.end)
    if token.text == "师" and at and line[at - 1].tag == "m":  # 第八师 of the Xinjiang corps
        return Part("region", view[line[at - 1].start : token.end], line[at - 1].start, token.end)
    for cut in range(token.start + 1, token.end):
        if cut in known.bodies and known.bodies[cut][0] >= floor:
            return None if view[cut] in name_words().stop_characters else Part("field", view[cut : token.end], cut, token.end)
        if known.regions.get(cut) == token.start:
            if token.text[cut - token.start :] in TIERS:  # 广西区
                return Part("region", token.text, token.start, token.end)
            return Part("field", view[cut : token.end], cut, token.end)
    if token.text in name_words().measures and _COUNTER.search(view, max(floor - 1, 0), token.start):
        return None
    kind = kind_of(token, view[position : position + 4])
    return None if kind is None else Part(kind, token.text, token.start, token.end)


def _homograph(view: str, floor: int, begin: int, end: int, known: Known) -> bool:
    """Whether a county's name is rather 和 or 会同 and a bare 县: a character or a comma stands before it, and no region. 会同
    opens a sentence, too, before any organ but those that act alone (会同|县人社局; but 会同县|总工会)."""
    if view[begin:end] not in name_words().homographs or begin in known.regions:
        return False
    before = view[max(floor - 1, 0) : begin][-1:]
    return (
        "一" <= before <= "鿿"
        or before == ","
        or (begin <= floor and view[begin:end] == "会同县" and not view.startswith(("总", "工会", "委", "政府", "人民"), end))
    )


def _cut(region: str, begin: int, line: Sequence[Token], known: Known) -> bool:
    """Whether a region without 省, 市, 县 ..., or one of two characters, begins inside a word: 田东 in 胜利油田|东辛, 任县 in 兼任|县."""
    short = region[-1] not in TIERS or len(region) == 2
    return short and any(begin < token.end and not _opens(token, begin, known) for token in line)


def _opens(token: Token, begin: int, known: Known) -> bool:
    """Whether a region that begins at `begin` does not begin inside a word, or only behind a region that opens the word: 吉林|长春."""
    return token.start >= begin or known.regions.get(begin) == token.start


def _tier(view: str, floor: int, token: Token, left: Sequence[Token], known: Known) -> Part:
    """A single 市, 县 ...: the end of a region that the gazetteer lacks, or a bare tier."""
    begin = known.regions.get(token.start)
    if begin is not None and begin >= floor and view[begin : token.start] not in name_words().stop_words:  # 会同|市
        return Part("region", view[begin : token.end], begin, token.end)
    if token.text == "区" and view[max(floor, token.start - 1) : token.start] in name_words().no_tier and token.start > floor:
        return Part("general", token.text, token.start, token.end)  # 疗|区
    start = token.start
    near = left[-1] if left and left[-1].text not in name_words().stop_words else None
    if near is not None and near.tag in {"ns", "nz", "nr"} and len(near.text) == 2:
        return Part("region", view[left[-1].start : token.end], left[-1].start, token.end)
    stops, general = name_words().stop_characters, name_words().general_words
    for other in reversed(left):
        if len(other.text) != 1 or other.text in stops or other.text in TIERS or other.text in general:
            break
        if not "一" <= other.text <= "鿿" or token.start - other.start > 3:
            break
        start = other.start
    start = start if token.start - start >= 2 else token.start
    if start < token.start and token.text not in "村街省":
        return Part("region", view[start : token.end], start, token.end)
    before = view[floor:start][-1:]
    if before and (before in "各全每某几多两三四五六七八九十" or before in TIERS or view.endswith("各地", floor, start)):
        return Part("every", view[start : token.end], start, token.end)
    return Part("tier", token.text, token.start, token.end)
