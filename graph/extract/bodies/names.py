"""Full names of bodies: a head (总工会, 有限公司, 人民法院 ...) and what stands left of it, judged by what the head needs."""

import re
from collections.abc import Sequence

from graph.extract.bodies.groups import founded_at, group_at
from graph.extract.bodies.left import left_of, trimmed
from graph.extract.bodies.parts import TIER_NAMES, Name
from graph.extract.bodies.signs import is_attribute, numbered, of_several, thin
from graph.extract.language.edges import Known, clause_start, parts_before
from graph.extract.language.lexicon import HeadWord, heads, name_words
from graph.extract.language.name_parts import TIERS, Part, lies_around
from graph.extract.language.zone_words import ends_as_zone
from graph.records import replace

__all__ = ["name_at"]

_PROPER = frozenset({"region", "brand", "body", "union", "prefix"})
_LOOSE = frozenset({"verb", "general", "number", "bracket", "every"})
_PLACES = frozenset({"region", "tier", "zone", "prefix"})
_ADJACENT = frozenset({"organ.party", "organ.government"})
_SECTIONS = frozenset({"organ.bureau", "organ.named", "organ.section"})
_OF_BODIES = frozenset({"union.total", "organ.committee", "organ.office"})
_CHAIR = re.compile(r"党组|常务副主席|副主席|主席")
_PARTY_POST = re.compile(r"(?:副书记|书记|委员|常委)")
_COUNTED = re.compile(r"(?:[\d一二三四五六七八九十百千万两几多余]|各|每)[多余几]?(?:家|个|所|名|座|户|支|间)\Z")
_TWIN = re.compile(r"\([一-鿿]{2,8}(?:区|市|县|旗|街道|镇|园)\)")
_TIERED = re.compile(r"[省市县区镇]级\Z")
_PARENT = re.compile(r"(?:局|厅|委|部|署|国务院|人大|政协|常委会)$")
_FIRM = re.compile(r"(?:公司|集团|厂|矿|银行|油田)$")
_DEPUTIES = ("人大代表", "政协委员")  # of a bare tier they tell of what sort somebody is
_OF_ZONES = frozenset({"org.institute", "organ.youth"})
_HOUSES = frozenset({"org.hospital", "org.school", "org.college"})
_OFFICES = frozenset({"分公司", "支公司", "分行", "支行", "营业部"})
_TRADES = frozenset({"company.field", "company.strong", "company.carrier"})
_TRADE_LIST = re.compile(r"(?:[、和][一-鿿]{2,8}){0,5}等[一-鿿]{0,6}(?:产业|行业|领域|工程|项目|专业|工种|岗位|业态)")
_LIGHT = frozenset("成率助促令")  # verbs that the dictionary leaves alone
_SENT = frozenset({"union.department", "org.visitors"})
_BRANCHES = frozenset({"办事处", "总队", "支队", "分局"})
_COLLECTIVE = frozenset({"基层", "直属", "所属", "下属"})
_WORK = re.compile(r"(?:重点)?工作")
_POINTED = frozenset("我本该全")
_NOT_ALONE = frozenset("各级家座")  # before a head, they make it one of several or of a kind
_COUNT = re.compile(r"\d[\d,.]*[万]?[多余]?[家个所座户支间]")


def name_at(view: str, head: HeadWord, floor: int, known: Known) -> Name | None:
    """The name that ends in `head` and begins after `floor`, or None when the words do not name one body."""
    if head.family.needs == "nothing":
        state = head.family.type == "Organization" and view.startswith(name_words().of_states, head.start - 2) and head.start - 2 >= floor
        return Name(head.family, head.start - 2 * state, head.end, "full", ())
    begin = clause_start(view, floor, head.start)
    legal = head.family.name == "company.legal"
    parts = left_of(view, head, floor, known)
    if view[head.end : head.end + 1] == ")" and head.family.type == "Company":
        wrapped = _wrapped(view, head, floor, known, parts)
        if wrapped is not None:
            return wrapped
    if head.family.needs == "group":
        return group_at(view, head, floor, known)
    if head.family.needs == "place":
        name = _placed(view, head, parts, known) or _of_quarter(view, head, parts, known)
        if name and head.text == "党委" and _branded([*name.parts[:1]]) and {part.kind for part in name.parts} <= {"brand", "field"}:
            return Name(heads().family("公司"), name.start, head.start, "full", name.parts)  # 某某稀土|党委: of the firm
        name = _posted(view, name, known) if name else None
        # 某公司党委书记 is a post of the company
        firm = name and name.parts and name.parts[-1].kind == "body" and head.text != "党工委"
        return None if firm and _PARTY_POST.match(view, head.end) else name
    if head.family.needs == "union":
        return _sent(view, head, parts, known) or _branch(head, parts, near=head.family.name in _SENT)
    if head.family.bare and not parts and view[head.start - 1 : head.start] not in _NOT_ALONE:
        return Name(head.family, head.start, head.end, "bare", ())
    start = parts[0].start if parts else head.start
    measured = start + (view[start : start + 1] in set("家个所名座"))
    own = any(part.kind == "body" or (part.kind == "brand" and len(part.text) > 1) for part in parts)
    several = bool(parts) and _COUNTED.fullmatch(parts[0].text) is not None
    counted = several or _COUNTED.search(view, max(floor, start - 6), measured) or (not own and _COUNT.match(view, head.end))
    if head.family.type == "Union" and _TIERED.search(view, max(floor, start - 2), start):  # 市级|货运行业工会联合会
        return None
    if counted and not (legal and head.text.endswith("有限公司")) and not any(part.kind == "region" for part in parts):
        return None
    if parts and parts[0].kind == "every" and head.family.type == "Union" and not any(p.kind in {"region", "body"} for p in parts):
        return None
    if head.family.name in _TRADES and _TRADE_LIST.match(view, head.end):
        return None
    at = next((i for i, part in enumerate(parts) if part.kind == "union"), 0)
    if head.family.type == "Union":  # 服务中心|成|某省工会
        at = next((i for i, part in enumerate(parts) if part.kind == "region" and i and parts[i - 1].text in _LIGHT), at)
    if head.family.name in _HOUSES and parts and parts[0].kind == "body" and _FIRM.search(parts[0].text):  # 某公司|某市|某医院
        at = next((i for i, part in enumerate(parts) if part.kind == "region"), at)
    pointed = view[start - 1 : start] in _POINTED
    branch = head.text in _OFFICES or (legal and bool(parts) and parts[-1].kind == "region")  # 某物流集团|某省|有限公司
    name = _proper(view, head, trimmed(parts[at:], hard=start == begin and not at, branch=branch, pointed=pointed))
    if name is None:
        return founded_at(view, head, floor)
    return name if head.family.name != "union.unit" or _is_one(view, head, parts, name) else None


def _is_one(view: str, head: HeadWord, parts: Sequence[Part], name: Name) -> bool:
    """Whether the name of a unit's union is that of a single one."""
    if any(part.kind in {"every", "union"} or part.text[0] in "各全每" for part in name.parts):  # 某市总工会|直属工会: several
        return False
    kinds = {part.kind for part in name.parts}
    if view[name.start : head.start] in name_words().stop_words:  # 建强|工会
        return False
    if kinds == {"tier"} and _WORK.match(view, head.end):  # 我市工会工作
        return False
    industry = kinds & {"zone", "field", "verb"} and kinds & {"region", "tier"}
    if parts and parts[-1].text in _COLLECTIVE:  # 某某保税区|基层工会: any
        return False
    of_zone = not view.startswith("组织", head.end) and any(p.kind == "region" and ends_as_zone().search(p.text) for p in name.parts)
    return bool({"body", "brand"} & kinds or industry or of_zone) or not is_attribute(view, head)


def _wrapped(view: str, head: HeadWord, floor: int, known: Known, inner: Sequence[Part]) -> Name | None:
    """A name whose head stands in brackets behind it: 虹纬纺织(淮安公司)."""
    opening = (inner[0].start if inner else head.start) - 1
    if opening < floor or view[opening] != "(" or any(part.kind != "region" for part in inner):
        return None
    begin = clause_start(view, floor, opening)
    parts = parts_before(view, begin, opening, known)
    parts = trimmed(parts, hard=bool(parts) and parts[0].start == begin)
    if not any(part.kind in {"brand", "body"} for part in parts):
        return None
    return Name(head.family, parts[0].start, head.end + 1, "full", tuple(parts))


def _bare(view: str, head: HeadWord, known: Known) -> bool:
    """Whether the head may stand without a place: 工信局 always, 总工会 before its chair, 法院 in a list of organs."""
    listed = head.start - 1 in known.bodies and view[head.start - 1] in "、和与及"
    if head.text == "总工会":
        return listed or (view[head.start - 1 : head.start] != ")" and _CHAIR.match(view, head.end) is not None)
    return head.family.bare or (head.family.listed and listed)


def _placed(view: str, head: HeadWord, parts: list[Part], known: Known) -> Name | None:
    """The name of a body of a place: region chain or bare tier, field words, head."""
    if any(part.kind == "every" for part in parts):
        return None
    if head.text == "委员会" and {part.kind for part in parts[1:]} == {"region"} and parts[0].kind == "union":  # 中国教育工会|某省|委员会
        return Name(heads().family("女职工委员会"), parts[0].start, head.end, "full", tuple(parts))
    if head.family.name == "organ.section":
        return _of_body(view, head, parts)
    if head.family.name == "organ.committee" and any(p.kind in {"body", "field"} and _FIRM.search(p.text) for p in parts):
        return None  # the party committee of a firm is the firm's
    at = next((i for i in range(len(parts) - 1, -1, -1) if parts[i].kind in _PLACES), None)
    if at is None or any(part.kind in {"body", "union"} or (part.kind == "bracket" and not _twin(part)) for part in parts[at + 1 :]):
        bare = not parts and _bare(view, head, known)
        return Name(head.family, head.start, head.end, "bare", ()) if bare else _of_body(view, head, parts)
    if head.text == "委员会" and parts[at].kind in {"region", "tier"} and at < len(parts) - 1:  # 某省社会治安综合治理|委员会
        return Name(heads().family("专业委员会"), parts[at].start, head.end, _sort(parts[at]), tuple(parts[at:]))
    if head.family.name in _ADJACENT and (at != len(parts) - 1 or (parts[at].text == "全国" and head.text == "委员会")):
        return None
    if head.text in {"局", "厅", "处", "署"} and at == len(parts) - 1:
        return None
    first = at
    if at == 1 and parts[0].kind == "tier" and parts[1].kind == "region" and len(parts[1].text) == 2:  # 市|公安|交警大队
        first = 0
    while first and (parts[first - 1].kind == "prefix" or (parts[first].kind != "tier" and lies_around(parts[first - 1], parts[first]))):
        first -= 1 + 2 * (first > 2 and parts[first - 2].text.endswith("兵团"))  # 新疆|生产建设兵团|第八师|某市
    station = head.text in _BRANCHES or (head.family.name == "organ.office" and parts[first].kind == "region")  # 某管理局|三棵树|经营所
    while first and parts[first - 1].kind == "body" and (station or parts[first - 1].text in name_words().prefixes):
        first -= 1
    if parts[first].kind == "zone":
        first = _zone_start(parts, first)
        if parts[first].text == "社区":
            return None  # 社区党委: of any
    if parts[first].kind == "tier" and (not head.family.tier or view.startswith(_DEPUTIES, head.end - 2)):
        return None
    start = parts[first].start
    if head.family.name == "organ.party" and view[start - 1 : start] == "团":  # 团市委
        start -= 1 + 2 * view.endswith("共青团", 0, start)
    return Name(head.family, start, head.end, _sort(parts[first]), tuple(parts[first:]))


def _posted(view: str, name: Name, known: Known) -> Name:
    """The name with the body that has posted it to its place: 某省政府|驻|广州办事处, 县|驻|东莞流动党委."""
    place = name.start - 1
    start, _ = known.bodies.get(place, (place - 1, "tier"))
    if view[place : name.start] != "驻" or (place not in known.bodies and view[start:place] not in TIERS):
        return name
    return replace(name, start=start, sort=TIER_NAMES.get(view[start:place], "full"))


def _of_quarter(view: str, head: HeadWord, parts: list[Part], known: Known) -> Name | None:
    """The office of a subdistrict, whose name the head cuts: 某某|街道办事处; one that no list has is told by a word of its own."""
    if not head.text.startswith("街道"):
        return None
    start = known.regions.get(head.start + 2)
    if start is None and parts and parts[-1].kind == "brand" and len(parts[-1].text) > 1:
        start = parts[-1].start
    if start is None or start >= head.start:
        return None
    while start in known.regions:  # 某区|某某
        start = known.regions[start]
    return Name(head.family, start, head.end, "full", (Part("region", view[start : head.start], start, head.start),))


def _twin(bracket: Part) -> bool:
    """Whether brackets hold the other name of a place: 某某高新区(某区)总工会."""
    return _TWIN.fullmatch(bracket.text) is not None


def _zone_start(parts: Sequence[Part], at: int) -> int:
    """Where the name of a zone begins: 昆山|经济|技术|开发区."""
    first = at
    while first and parts[first - 1].kind in {"brand", "field", "verb", "general"}:
        first -= 1
    if first and parts[first - 1].kind == "region":
        return next(i for i in range(first) if all(part.kind == "region" for part in parts[i:first]))
    return next(i for i in range(first, at + 1) if parts[i].kind not in {"verb", "general"} or i == at)


def _of_body(view: str, head: HeadWord, parts: list[Part]) -> Name | None:
    """A total union, a committee or a division of another body: 蓝海集团总工会, 某市公安局交通警察支队."""
    inner = next((i for i in range(len(parts) - 1, -1, -1) if parts[i].kind == "body"), None)
    if (head.family.name in _SECTIONS or head.text == "委员会") and inner is not None and _PARENT.search(parts[inner].text):
        return Name(head.family, parts[inner].start, head.end, "full", tuple(parts[inner:]))
    if head.family.name not in _OF_BODIES or not any(p.kind in {"body", "brand"} for p in parts):
        return None
    if head.family.name == "organ.office":
        while inner and parts[inner - 1].kind == "body":  # 某某集团公司|某林业局|某某林场
            inner -= 1
        return None if inner is None else Name(head.family, parts[inner].start, head.end, "full", tuple(parts[inner:]))
    return _proper(view, head, trimmed(parts, hard=False))


def _sort(part: Part) -> str:
    if part.kind == "tier":
        return TIER_NAMES.get(part.text) or name_words().long_tiers[part.text]
    return "zone" if part.kind == "zone" else "full"


def _sent(view: str, head: HeadWord, parts: list[Part], known: Known) -> Name | None:
    """Those whom a union has sent to a place: 全国总工会|赴|山东|蹲点工作组."""
    start = parts[0].start if parts else head.start
    begin, kind = known.bodies.get(start - 1, (start, ""))
    if head.family.name != "org.visitors" or not parts or start == head.start or view[start - 1] not in "赴驻" or kind != "union":
        return None
    return Name(head.family, begin, head.end, "full", (Part("union", view[begin : start - 1], begin, start - 1), *parts))


def _branch(head: HeadWord, parts: list[Part], *, near: bool) -> Name | None:
    """A branch, a committee or (`near`, right behind it) a department of a union: 货运行业工会联合会城东分会."""
    at = next((i for i in range(len(parts) - 1, -1, -1) if parts[i].kind == "union"), None)
    if at is None or (near and any(part.kind != "number" for part in parts[at + 1 :])):
        return None
    return Name(head.family, parts[at].start, head.end, "full", tuple(parts[at:]))


def _proper(view: str, head: HeadWord, parts: list[Part]) -> Name | None:
    """A name that needs something of its own: a region, a brand, another body, or a tier where the family allows it."""
    family = head.family
    if not parts or parts[-1].kind == "every" or (family.needs == "brand" and not _branded(parts, park=family.name == "org.park")):
        return None
    if of_several(head, parts):
        return None
    kinds = {part.kind for part in parts}
    only_place = kinds <= {"region", "prefix", "tier", "zone"}
    if parts[0].kind == "tier":
        if not family.tier or (only_place and head.text in {"中心", "公司", "集团", "厂", "总会"}):
            return None
        if any(part.kind in {"body", "brand"} for part in parts[1:]) and view[parts[0].start - 1 : parts[0].start] in _POINTED:
            return _proper(view, head, parts[1:])
        return Name(family, parts[0].start, head.end, _sort(parts[0]), tuple(parts))
    if kinds == {"prefix"} and family.type == "Company" and parts[-1].text in name_words().brands:  # 国家电网公司
        return Name(family, parts[0].start, head.end, "full", tuple(parts))
    if numbered(head, parts):
        return Name(family, parts[0].start, head.end, "full", tuple(parts))
    if kinds & _PROPER:
        if kinds == {"prefix"} and (family.type == "Union" or family.name == "company.works"):  # 国家|矿山
            return None
        if (len(head.text) <= 2 or family.name == "org.team") and thin(parts):
            return None
        if only_place and head.text in {"公司", "中心", "总会"}:  # 某市总|会同 is no name of a 总会
            return None
        return Name(family, parts[0].start, head.end, "full", tuple(parts))
    if head.text == "集团" and all(part.text in name_words().industries for part in parts):  # 公交集团
        return Name(family, parts[0].start, head.end, "full", tuple(parts))
    named = not kinds <= {"general", "verb", "zone", "number"} and not all(part.text in name_words().unit_words for part in parts)
    named_after = family.name in _HOUSES and any(part.text in name_words().house_names for part in parts[:1])  # 黎明|职业|大学
    if (family.needs == "kind" and named) or named_after:
        return Name(family, parts[0].start, head.end, "full", tuple(parts))
    if parts[0].kind == "zone" and family.type == "Union" and ends_as_zone().search(parts[0].text):
        return Name(family, parts[0].start, head.end, "zone", tuple(parts))
    if ends_as_zone().fullmatch(parts[0].text) and len(parts) > 1 and family.name in _OF_ZONES:  # 开发区|扶贫|协会
        return Name(family, parts[0].start, head.end, "zone", tuple(parts))
    return None


def _branded(parts: list[Part], *, park: bool = False) -> bool:
    """Whether the parts are regions and then a brand of two characters or more, and nothing else; or a group and a region
    (国网某省). Before a park more may stand between."""
    if len(parts) > 1 and parts[0].text in name_words().groups and all(part.kind == "region" for part in parts[1:]):
        return True
    brand = "".join(part.text for part in parts if part.kind == "brand")
    if park:  # 某某|电商|物流园, 某市|快递|物流园
        own = len(brand) >= 2 or parts[0].kind == "body" or {part.kind for part in parts} > {"region"}
        return own and parts[0].kind in {"region", "brand", "body", "prefix"} and parts[-1].kind != "number"
    return len(brand) >= 2 and all(part.kind in {"region", "brand"} for part in parts) and parts[-1].kind == "brand"
