"""Full names of bodies: a head (总工会, 有限公司, 人民法院 ...) and what stands left of it, judged by what the head needs."""

import re
from collections.abc import Sequence

from graph.extract.body_groups import group_at
from graph.extract.body_parts import TIER_NAMES, Name
from graph.extract.edges import Known, Part, bridge, clause_start, parts_before
from graph.extract.lexicon import HeadWord, name_words
from graph.extract.segments import tokens
from graph.extract.zone_words import ends_as_zone

__all__ = ["name_at"]

_PROPER = frozenset({"region", "brand", "body", "union", "prefix"})
_LOOSE = frozenset({"verb", "general", "number", "bracket", "every"})
_PLACES = frozenset({"region", "tier", "zone", "prefix"})
_ADJACENT = frozenset({"organ.party", "organ.government"})
_SECTIONS = frozenset({"organ.bureau", "organ.named"})
_OF_BODIES = frozenset({"union.total", "organ.committee", "organ.office"})
_CHAIR = re.compile(r"党组|常务副主席|副主席|主席")
_CHAINED = re.compile(r"(?:书记|委员|常委|主任)、\Z")
_PARTY_POST = re.compile(r"(?:副书记|书记|委员|常委)")
_COUNTED = re.compile(r"(?:[\d一二三四五六七八九十百千万两几多余]|各|每)[多余几]?(?:家|个|所|名|座|户|支|间)\Z")
_FULL_REGION = re.compile(r"[省市县区州盟旗镇乡]$")
_TWIN = re.compile(r"\([一-鿿]{2,8}(?:区|市|县|旗|街道|镇|园)\)")
_BANK = re.compile(r"(?:银行|农商行|[工农建中交]行|信用社)([一-鿿]{2,8})\Z")
_PARENT = re.compile(r"(?:局|厅|委)$")
_FIRM = re.compile(r"(?:公司|集团|厂|矿|银行|油田)$")
_MANNERS = frozenset({"分批", "多次", "首次", "再次", "逐级", "逐户", "逐一", "同步", "常态化", "全力", "精准", "倾情"})
_TRADES = frozenset({"company.field", "company.strong", "company.carrier"})
_TRADE_LIST = re.compile(r"(?:[、和][一-鿿]{2,8}){0,5}等[一-鿿]{0,6}(?:产业|行业|领域|工程|项目|专业|工种|岗位|业态)")
_LIGHT = frozenset("成率助促令")  # verbs that the dictionary leaves alone
_SENT = frozenset({"union.department", "org.visitors"})
_SERVES = re.compile(r"服务(?:职工|会员|群众|大局|企业|发展|农民工|劳动者|产业工人|民生|基层|中心)")
_UNITS = frozenset({"公司", "厂", "分厂", "总厂"})
_BRANCHES = frozenset({"办事处", "总队", "支队", "分局"})
_INSIDE = frozenset("和同与会将名位家对")  # small words that may as well be characters of a firm's name
_COUNT = re.compile(r"\d[\d,.]*[万]?[多余]?[家个所座户支间]")


def name_at(view: str, head: HeadWord, floor: int, known: Known) -> Name | None:
    """The name that ends in `head` and begins after `floor`, or None when the words do not name one body."""
    if head.family.needs == "nothing":
        return Name(head.family, head.start, head.end, "full", ())
    begin = clause_start(view, floor, head.start)
    legal = head.family.name == "company.legal"
    parts = parts_before(view, begin, head.start, known, head.family)
    if (legal or head.family.name == "company.short") and parts and not any(part.kind == "region" for part in parts):
        parts = bridge(view, begin, parts, known.regions, words=legal) + parts
    if legal and parts:
        parts = _joined(view, begin, parts, known)
    if view[head.end : head.end + 1] == ")" and head.family.type == "Company":
        wrapped = _wrapped(view, head, floor, known, parts)
        if wrapped is not None:
            return wrapped
    if head.text in {"支行", "分行", "营业部"} and not parts:
        parts = _bank_before(view, begin, head.start, known)
    if head.family.name == "organ.bureau" and parts:
        parts = _both(view, begin, parts, known)
    if head.family.needs == "group":
        return group_at(view, head, floor, known)
    if head.family.needs == "place":
        name = _placed(view, head, parts, known)
        # 某公司党委书记 is a post of the company
        return None if name and name.parts and name.parts[-1].kind == "body" and _PARTY_POST.match(view, head.end) else name
    if head.family.needs == "union":
        return _branch(head, parts, near=head.family.name in _SENT)
    if head.text == "工会" and not parts and _CHAINED.search(view, floor, head.start) and _CHAIR.match(view, head.end):
        return Name(head.family, head.start, head.end, "bare", ())
    if head.family.bare and not parts and "、" in {view[head.start - 1 : head.start], view[head.end : head.end + 1]}:
        return Name(head.family, head.start, head.end, "bare", ())
    start = parts[0].start if parts else head.start
    measured = start + (view[start : start + 1] in set("家个所名座"))
    own = any(part.kind == "body" or (part.kind == "brand" and len(part.text) > 1) for part in parts)
    counted = _COUNTED.search(view, max(floor, start - 6), measured) or (not own and _COUNT.match(view, head.end))
    if counted and not (legal and head.text.endswith("有限公司")) and not any(part.kind == "region" for part in parts):
        return None
    if parts and parts[0].kind == "every" and head.family.type == "Union" and not any(p.kind in {"region", "body"} for p in parts):
        return None
    if head.family.name in _TRADES and _TRADE_LIST.match(view, head.end):
        return None
    at = next((i for i, part in enumerate(parts) if part.kind == "union"), 0)
    if head.family.type == "Union":  # 服务中心|成|某省工会
        at = next((i for i, part in enumerate(parts) if part.kind == "region" and i and parts[i - 1].text in _LIGHT), at)
    name = _proper(view, head, _trimmed(parts[at:], hard=start == begin and not at))
    if name is None or head.family.name != "union.unit":
        return name
    if any(part.kind == "every" or part.text[0] in "各全每" for part in name.parts):
        return None
    kinds = {part.kind for part in name.parts}
    own = {"body", "brand"} & kinds or (kinds & {"zone", "field", "verb"} and kinds & {"region", "tier"})
    if not own and _is_attribute(view, head):
        return None
    return name if not kinds <= {"region", "tier"} or _acts(view, head.end) else None


def _joined(view: str, begin: int, parts: list[Part], known: Known) -> list[Part]:
    """The parts with what stands left of a 和 or 同 that must be a character of the name: 晶和科技, for 科技 alone names no firm."""
    start = parts[0].start
    if view[start - 1] not in _INSIDE or start - 1 <= begin or not {part.kind for part in parts} <= {"general", "verb", "field"}:
        return parts
    left = parts_before(view, begin, start - 1, known)
    if not left or left[-1].kind != "brand":
        return parts
    return [*left, Part("brand", view[start - 1], start - 1, start), *parts]


def _both(view: str, begin: int, parts: list[Part], known: Known) -> list[Part]:
    """The parts with what stands left of the 和 in the name of an organ for two things: 县|教育|和|体育|局."""
    start = parts[0].start
    if view[start - 1] not in "和与" or start - 1 <= begin or not {part.kind for part in parts} <= {"general", "verb", "field"}:
        return parts
    left = parts_before(view, begin, start - 1, known)
    placed = any(part.kind in _PLACES for part in left)
    if not placed or left[-1].kind not in {"general", "verb", "field"} or any(part.kind in {"body", "union"} for part in left):
        return parts
    return [*left, Part("field", view[start - 1], start - 1, start), *parts]


def _bank_before(view: str, begin: int, end: int, known: Known) -> list[Part]:
    """The bank whose branch is named by a street that no dictionary knows: 工商银行|道前|支行."""
    match = _BANK.search(view, begin, end)
    parts = parts_before(view, begin, match.start(1), known) if match else []
    return [*parts, Part("brand", match[1], match.start(1), end)] if match and parts else []


def _is_attribute(view: str, head: HeadWord) -> bool:
    """Whether 工会 is unions in general: 福建工会工作, 工会组织建设, but not 工会组织开展."""
    if view.startswith("工作人员", head.end):
        return False
    if view.startswith("组织", head.end):
        return tokens(view[head.end + 2 : head.end + 6] or "。")[0].tag not in {"v", "ul"}
    if _SERVES.match(view, head.end):
        return False
    following = view[head.end : head.end + 1]
    attribute = head.family.attribute
    return "一" <= following <= "鿿" and attribute is not None and attribute.match(view, head.end) is not None


def _acts(view: str, end: int) -> bool:
    """Whether what follows 福建工会 lets it be an actor or the holder of a post."""
    rest = view[end : end + 6]
    if not rest or not "一" <= rest[0] <= "鿿" or rest.startswith("组织"):
        return True
    if rest.startswith(("主席", "副主席", "党组", "常务", "女职工", "经审", "联席会议")):
        return True
    word, *others = tokens(rest)
    if word.tag == "ad" or (word.tag == "a" and others and others[0].tag.startswith("v")):  # 积极推进, 广搭舞台
        return True
    return word.tag[0] in "vdpcutrf" or word.text in _MANNERS


def _wrapped(view: str, head: HeadWord, floor: int, known: Known, inner: Sequence[Part]) -> Name | None:
    """A name whose head stands in brackets behind it: 虹纬纺织(淮安公司)."""
    opening = (inner[0].start if inner else head.start) - 1
    if opening < floor or view[opening] != "(" or any(part.kind != "region" for part in inner):
        return None
    begin = clause_start(view, floor, opening)
    parts = parts_before(view, begin, opening, known)
    parts = _trimmed(parts, hard=bool(parts) and parts[0].start == begin)
    if not any(part.kind in {"brand", "body"} for part in parts):
        return None
    return Name(head.family, parts[0].start, head.end + 1, "full", tuple(parts))


def _trimmed(parts: list[Part], *, hard: bool) -> list[Part]:
    """The parts without what stands left of a region by chance, and without verbs and general words at the left edge."""
    if parts and parts[0].kind == "every":
        parts, hard = parts[1:], False
    first = next((i for i, part in enumerate(parts) if part.kind == "region"), 0)
    within = False
    brands = name_words().brands
    branch = first > 1 and parts[0].kind == "body" and parts[1].kind == "bracket"  # 某某服务公司(某平台)某县分公司
    branch = branch or (first == 2 and parts[0].text in brands and parts[1].kind in {"field", "general"})  # 华润电力某省公司
    if first and not branch and not all(part.kind in {"prefix", "body", "union"} or part.text in brands for part in parts[:first]):
        left = {part.kind for part in parts[:first]}
        single = first == 1 and len(parts[0].text) == 1 and not _FULL_REGION.search(parts[1].text)
        within = single and (parts[0].kind == "brand" or (hard and parts[0].kind == "general"))
        if not within and (not hard or "brand" not in left or left & {"general", "verb"}):
            parts = parts[first:]
    while parts and parts[0].kind in _LOOSE and any(part.kind in _PROPER for part in parts[1:]):
        if len(parts[0].text) == 1 and (parts[1].kind == "brand" or within):  # 云 in 云纳新材料
            break
        if parts[0].kind == "verb" and parts[1].kind not in _PROPER:  # 胜利 in 胜利油田东辛采油厂
            break
        parts = parts[1:]
    return parts


def _bare(view: str, head: HeadWord, known: Known) -> bool:
    """Whether the head may stand without a place: 工信局 always, 总工会 before its chair, 法院 in a list of organs."""
    if head.text == "总工会":
        return _CHAIR.match(view, head.end) is not None
    return head.family.bare or (head.family.listed and view[head.start - 1] in "、和与及" and head.start - 1 in known.bodies)


def _placed(view: str, head: HeadWord, parts: list[Part], known: Known) -> Name | None:
    """The name of a body of a place: region chain or bare tier, field words, head."""
    if any(part.kind == "every" for part in parts):
        return None
    if head.family.name == "organ.committee" and any(p.kind in {"body", "field"} and _FIRM.search(p.text) for p in parts):
        return None  # the party committee of a firm is the firm's
    at = next((i for i in range(len(parts) - 1, -1, -1) if parts[i].kind in _PLACES), None)
    if at is None or any(part.kind in {"body", "union"} or (part.kind == "bracket" and not _twin(part)) for part in parts[at + 1 :]):
        bare = not parts and _bare(view, head, known)
        return Name(head.family, head.start, head.end, "bare", ()) if bare else _of_body(view, head, parts)
    if head.family.name in _ADJACENT and (at != len(parts) - 1 or (parts[at].text == "全国" and head.text == "委员会")):
        return None
    if head.text in {"局", "厅", "处", "署"} and at == len(parts) - 1:
        return None
    first = at
    while first and (parts[first - 1].kind == "prefix" or (parts[first - 1].kind == "region" and parts[first].kind != "tier")):
        first -= 1
    if first and parts[first - 1].kind == "body" and (head.text in _BRANCHES or parts[first - 1].text in name_words().prefixes):
        first -= 1
    if parts[first].kind == "zone":
        first = _zone_start(parts, first)
    if parts[first].kind == "tier" and not head.family.tier:
        return None
    start = parts[first].start
    if head.family.name == "organ.party" and view[start - 1 : start] == "团":  # 团市委
        start -= 1
    return Name(head.family, start, head.end, _sort(parts[first]), tuple(parts[first:]))


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
    if head.family.name in _SECTIONS and inner is not None and _PARENT.search(parts[inner].text):
        return Name(head.family, parts[inner].start, head.end, "full", tuple(parts[inner:]))
    if head.family.name not in _OF_BODIES or not any(p.kind in {"body", "brand"} for p in parts):
        return None
    if head.family.name == "organ.office":
        at = max((i for i, part in enumerate(parts) if part.kind == "body"), default=None)
        return None if at is None else Name(head.family, parts[at].start, head.end, "full", tuple(parts[at:]))
    return _proper(view, head, _trimmed(parts, hard=False))


def _sort(part: Part) -> str:
    if part.kind == "tier":
        return TIER_NAMES.get(part.text) or name_words().long_tiers[part.text]
    return "zone" if part.kind == "zone" else "full"


def _branch(head: HeadWord, parts: list[Part], *, near: bool) -> Name | None:
    """A branch, a committee or (`near`, right behind it) a department of a union: 货运行业工会联合会城东分会."""
    at = next((i for i in range(len(parts) - 1, -1, -1) if parts[i].kind == "union"), None)
    if at is None or (near and any(part.kind != "number" for part in parts[at + 1 :])):
        return None
    return Name(head.family, parts[at].start, head.end, "full", tuple(parts[at:]))


def _proper(view: str, head: HeadWord, parts: list[Part]) -> Name | None:
    """A name that needs something of its own: a region, a brand, another body, or a tier where the family allows it."""
    family = head.family
    if not parts or parts[-1].kind == "every" or (family.needs == "brand" and not _branded(parts)):
        return None
    kinds = {part.kind for part in parts}
    only_place = kinds <= {"region", "prefix", "tier", "zone"}
    if parts[0].kind == "tier":
        if not family.tier or (only_place and head.text in {"中心", "公司", "集团", "厂", "总会"}):
            return None
        if any(part.kind in {"body", "brand"} for part in parts[1:]) and view[parts[0].start - 1 : parts[0].start] in {"我", "本", "全"}:
            return _proper(view, head, parts[1:])
        return Name(family, parts[0].start, head.end, _sort(parts[0]), tuple(parts))
    if kinds == {"prefix"} and family.type == "Company" and parts[-1].text in name_words().brands:  # 国家电网公司
        return Name(family, parts[0].start, head.end, "full", tuple(parts))
    if _numbered(head, parts):
        return Name(family, parts[0].start, head.end, "full", tuple(parts))
    if kinds & _PROPER:
        if family.type == "Union" and kinds == {"prefix"}:
            return None
        if len(head.text) <= 2 and _thin(parts):
            return None
        if only_place and head.text in {"公司", "中心"}:
            return None
        return Name(family, parts[0].start, head.end, "full", tuple(parts))
    if head.text == "集团" and all(part.text in name_words().industries for part in parts):  # 公交集团
        return Name(family, parts[0].start, head.end, "full", tuple(parts))
    if family.needs == "kind" and not kinds <= {"general", "verb", "zone", "number"}:
        return Name(family, parts[0].start, head.end, "full", tuple(parts))
    if parts[0].kind == "zone" and family.type == "Union" and ends_as_zone().search(parts[0].text):
        return Name(family, parts[0].start, head.end, "zone", tuple(parts))
    return None


def _numbered(head: HeadWord, parts: Sequence[Part]) -> bool:
    """Whether a trade and a number make the unit of an enterprise: 钻井二公司, 采油三厂, 第三采油厂."""
    if head.family.type != "Company" or parts[0].kind not in {"field", "verb", "number"}:
        return False
    if head.family.name == "company.works":
        return len(parts) == 1 and parts[0].kind == "number" and parts[0].text.startswith("第")
    return len(parts) == 2 and parts[0].kind != "number" and parts[1].kind == "number" and head.text in _UNITS


def _thin(parts: list[Part]) -> bool:
    """Whether nothing proper but a single character stands in the parts: 办厂, 出医院 (but 云|胶集团, 二|建工会)."""
    if [len(part.text) for part in parts] == [1, 1] and parts[-1].kind == "brand":
        return False
    return sum(len(part.text) for part in parts if part.kind in _PROPER or part.kind == "number") == 1


def _branded(parts: list[Part]) -> bool:
    """Whether the parts are regions and then a brand of two characters or more, and nothing else."""
    brand = "".join(part.text for part in parts if part.kind == "brand")
    return len(brand) >= 2 and all(part.kind in {"region", "brand"} for part in parts) and parts[-1].kind == "brand"
