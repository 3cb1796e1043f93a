"""Steering groups: 某县推进产业工人队伍建设改革领导小组 — what the group is for stands between its place or body and the head; and teams
and federations of a trade that are just being set up."""

import re

from graph.extract.bodies.parts import TIER_NAMES, Name
from graph.extract.language.edges import Known, clause_start
from graph.extract.language.lexicon import HeadWord
from graph.extract.language.name_parts import Part

__all__ = ["FOUNDED", "MANY", "founded_at", "group_at"]

FOUNDED = "founded"
_REACH = 40
_TIER = re.compile(r"(?:(?<![一-鿿])|(?<=[由与和及该经向在]))(?P<tier>[省市县区州])(?=[一-鿿])")
_HELPS = re.compile(r"(?:对口(?:支援|帮扶|协作)|支援|援助|驻|援)\Z")
# A clause that sets a group up or speaks of it is no part of its name.
_VERB = re.compile(
    r"成立|组建|设立|建立|调整|充实|担任|召开|印发|下发|制定|出台|作为|牵头|参加|出席|纳入|列入|通过|[的了着将把被任由在与及]|[,。;:!?、()“”《》\n]"
)

_FOUNDED = re.compile(r"(?:组建|成立|设立|建立)[了起]?(?P<what>(?:[一-鿿]|\([一-鿿]{2,6}\)){2,16})\Z")
_FOUNDING = re.compile(r"(?:(?:宣告|正式|揭牌|挂牌)+成立|成立|揭牌)(?!大会|仪式|会议|以[来后])")
_TEAM = 7  # characters that a name without a place or body must have: 劳模宣讲团, 志愿服务队 are any
_NO_TEAM = re.compile(r"[的以由和与及等各每多支个批名]|专门|专业|一[支批]|若干|相应|队伍|组织|覆盖")


def _team(view: str, head: HeadWord, floor: int) -> Name | None:
    """A team that is just being set up, by what it is for: 组建|工会律师服务团, 楼宇法律服务志愿团|宣告成立."""
    begin = clause_start(view, floor, head.start)
    found = _FOUNDED.search(view, begin, head.start)
    start = found.start("what") if found else begin
    what = view[start : head.start]
    if found is None and (_FOUNDING.match(view, head.end) is None or view[start - 1 : start] in set("“”、")):
        return None
    if head.end - start < _TEAM or len(what) > 16 or _NO_TEAM.search(what):
        return None
    return Name(head.family, start, head.end, "full", (Part("field", what, start, head.start),))


# What a federation that is being founded unites: a trade or an occupation; several may be listed.
_TRADE = (
    r"(?![^,。;]{0,3}(?:各|多|一批|若干)|[一二两三四五六七八九十几数])(?:(?![的后来以时了于年])[一-鿿]){1,8}"
    r"(?:行业|产业|[^企事作行产就创职专毕从]业|司机|骑手|[配快送售导保业]员|主播|护工)"
)
_UNITED = re.compile(
    rf"(?:组建|成立|建立)[了起]?(?:全[国省市县区]首[家个])?(?:{_TRADE}(?:工会联合会|联合工会)[、和])*(?:全[国省市县区]首[家个])?(?P<what>{_TRADE})\Z"
)
_SEVERAL = re.compile(r"\d+[余多]?个|各|等地")  # places that each found one
# What a steering group is for where it is being set up without its place (成立产改工作|领导小组).
_PURPOSE = re.compile(r"(?:成立|组建|调整|充实)了?(?P<what>(?!了|以|由)[一-鿿]{2,16})\Z")
_NO_PURPOSE = re.compile(r"[各个\d]|^(?:专项|专门|工作|相应|有关|相关|一批|若干)*$")
MANY = re.compile(r"等?\d+[余多]?[个家支所]|等多|覆盖|建设|全覆盖")
# Who founds something that is not the whole place's: a firm or a part of the place; and, of steering groups, a union.
_PART_FOUNDS = re.compile(r"(?:公司|集团|企业|厂|街道|[镇乡村]|社区|园区?|开发区|新区|高新区|协会|商会)[一-鿿]{0,4}$")
_OWN_GROUP = re.compile(r"(?:工会|单位|学校|医院|学院|银行|[部科处局]|项目部)[一-鿿]{0,4}$")


def _federation(view: str, head: HeadWord, floor: int) -> Name | None:
    """The federation of a trade that is just being set up, one of its kind at its place: 成立|快递行业工会联合会."""
    found = _UNITED.search(view, max(floor, head.start - _REACH * 2), head.start)
    if found is None or MANY.match(view, head.end) or _SEVERAL.search(view, max(floor, found.start() - 12), found.start()):
        return None
    if _PART_FOUNDS.search(view[max(floor, found.start() - 12) : found.start()]):
        return None
    start = found.start("what")
    return Name(head.family, start, head.end, FOUNDED, (Part("field", found["what"], start, head.start),))


def founded_at(view: str, head: HeadWord, floor: int) -> Name | None:
    """A team or a federation that the text says is being set up, by its head; None for all else."""
    if head.family.name == "org.team":
        return _team(view, head, floor)
    return _federation(view, head, floor) if head.family.name == "union.federation" else None


def _helped(view: str, start: int, floor: int, known: Known) -> int:
    """Where the name begins when its place is one that another helps: 某省|对口支援|某地工作前方指挥部."""
    helps = _HELPS.search(view, floor, start)
    return known.regions.get(helps.start(), start) if helps is not None else start


def _of_place(view: str, founded: re.Match[str], floor: int) -> bool:
    """Whether a steering group that is being set up says what it is for, and nobody but its place sets it up."""
    what, before = founded["what"], view[max(floor, founded.start() - 12) : founded.start()]
    return not (_VERB.search(what) or _NO_PURPOSE.search(what) or _PART_FOUNDS.search(before) or _OWN_GROUP.search(before))


def group_at(view: str, head: HeadWord, floor: int, known: Known) -> Name | None:
    """The steering group whose name ends in `head`: from the nearest place, body or bare tier before it, if no verb lies between."""
    floor = max(floor, head.start - _REACH)
    for start in range(head.start, floor - 1, -1):
        body = known.bodies.get(start)
        if body is not None and body[0] >= floor:
            first, kind = body
        elif start in known.regions and known.regions[start] >= floor:
            first, kind = known.regions[start], "region"
        else:
            continue
        if _VERB.search(view, start, head.start):
            break
        if kind == "region":
            first = _helped(view, first, floor, known)
        return Name(head.family, first, head.end, "full", (Part(kind, view[first:start], first, start),))
    founded = _PURPOSE.search(view, floor, head.start)
    if founded is not None and head.text.startswith(("领导小组", "协调小组")) and _of_place(view, founded, floor):
        start = founded.start("what")
        return Name(head.family, start, head.end, FOUNDED, (Part("field", founded["what"], start, head.start),))
    for match in _TIER.finditer(view, floor, head.start):
        if not _VERB.search(view, match.end(), head.start):
            tier = Part("tier", match[0], match.start(), match.end())
            return Name(head.family, match.start(), head.end, TIER_NAMES[match[0]], (tier,))
    return None
