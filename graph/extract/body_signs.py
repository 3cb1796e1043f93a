"""Whether words that look like a body's name are one: unions in general, units told by a number, names too thin."""

import re
from collections.abc import Sequence

from graph.extract.edges import Part
from graph.extract.lexicon import HeadWord
from graph.extract.segments import tokens

__all__ = ["acts", "is_attribute", "numbered", "thin"]

_MANNERS = frozenset({"分批", "多次", "首次", "再次", "逐级", "逐户", "逐一", "同步", "常态化", "全力", "精准", "倾情"})
_SERVES = re.compile(r"服务(?:职工|会员|群众|大局|企业|发展|农民工|劳动者|产业工人|民生|基层|中心)")
_OF_UNION = ("主席", "副主席", "党组", "常务", "女职工", "经审", "联席会议", "负责", "相关负责", "有关负责", "主要负责", "工作人员")
_UNITS = frozenset({"公司", "厂", "分厂", "总厂"})
_PROPER = frozenset({"region", "brand", "body", "union", "prefix"})


def is_attribute(view: str, head: HeadWord) -> bool:
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


def acts(view: str, end: int) -> bool:
    """Whether what follows 福建工会 lets it be an actor or the holder of a post."""
    rest = view[end : end + 6]
    if not rest or not "一" <= rest[0] <= "鿿" or rest.startswith("组织"):
        return True
    if rest.startswith(_OF_UNION):
        return True
    word, *others = tokens(rest)
    if word.tag == "ad" or (word.tag == "a" and others and others[0].tag.startswith("v")):  # 积极推进, 广搭舞台
        return True
    return word.tag[0] in "vdpcutrf" or word.text in _MANNERS


def numbered(head: HeadWord, parts: Sequence[Part]) -> bool:
    """Whether a trade and a number make the unit of an enterprise: 钻井二公司, 采油三厂, 第三采油厂."""
    if head.family.type != "Company" or parts[0].kind not in {"field", "verb", "number"}:
        return False
    if head.family.name == "company.works":
        return len(parts) == 1 and parts[0].kind == "number" and parts[0].text.startswith("第")
    return len(parts) == 2 and parts[0].kind != "number" and parts[1].kind == "number" and head.text in _UNITS


def thin(parts: list[Part]) -> bool:
    """Whether nothing proper but a single character stands in the parts: 办厂, 出医院 (but 云|胶集团, 二|建工会)."""
    if [len(part.text) for part in parts] == [1, 1] and parts[-1].kind == "brand":
        return False
    return sum(len(part.text) for part in parts if part.kind in _PROPER or part.kind == "number") == 1
