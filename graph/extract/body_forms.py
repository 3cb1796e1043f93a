"""The forms of bodies' names that linking tells apart: total unions, unions of units, pointers such as 该公司, bodies of zones, organs."""

import re

from graph.extract.gazetteer import Division
from graph.extract.identity import Identity
from graph.extract.names import core

__all__ = [
    "COMPANY_POINTER", "CORPS", "NATIONAL", "ORGAN", "POINTER", "STATE", "TOTAL", "TWIN", "UNION_HEAD", "UNION_POINTER", "UNIT_POINTER",
    "is_full_company", "is_unit_union", "total_union",
]  # fmt: skip

NATIONAL = frozenset({"全总", "全国总工会", "中华全国总工会", "全国总"})
TOTAL = re.compile(r"总工会(?:机关|委员会)?|总|工会|")
TWIN = re.compile(r"[一-鿿]{2,12}[区园]\([一-鿿]{2,8}\)总工会")
POINTER = re.compile(r"[该本我](?=[省市县区州盟旗镇乡街自])")
UNION_HEAD = re.compile(r"(?:总工会|工会(?:工作)?(?:委员会|联合会)?|工联会|联合工会)$")
UNION_POINTER = re.compile(r"(?:该|本)?(?:工会|工联会|联合会|工会联合会|联合工会|会)")
UNIT_POINTER = re.compile(r"[该本我]?[一-鿿]{0,3}?(?:公司|集团|企业|学校|学院|大学|医院|银行|厂|矿|局|院|校|行|店|中心)")
COMPANY_POINTER = re.compile(r"[该本我各]?家?(?:公司|集团|企业|集团公司|总公司|厂|银行|工厂)")
ORGAN = re.compile(
    r"(?:局|厅|委|委员会|办|办公室|院|法院|检察院|政府|政协|人大|工商联|工会|妇联|团委|残联|科协|文联|侨联|企联|企协|家协|纪委|党校"
    r"|干校|融媒体|文化[宫馆中心]+|图书馆|博物馆|体育馆|体育场|纪念馆|美术馆|科技馆|档案馆|少年宫|服务中心|仲裁院|公安|税务|应急"
    r"|人武部|宣传部|组织部|统战部)$"
)
CORPS = re.compile(r"(?:新疆)?(?:生产建设)?兵团(?!第)")
STATE = re.compile(r"中共中央|中央|最高|国家|全国|国务院|党的|中国|中华|世界|国际")

_LEGAL = re.compile(r"(?:公司|集团|厂|银行|矿|酒店|商场|超市|医院|学校|大学|学院|合作社|事务所)(?:\([^()]+\))?$")


def is_full_company(text: str) -> bool:
    """Whether a text is the name of an enterprise or unit with a distinguishing part before its head."""
    return _LEGAL.search(text) is not None and len(core(text)) >= 2 and UNIT_POINTER.fullmatch(text) is None


def is_unit_union(rest: str) -> bool:
    """Whether what follows the place in a union's name is a company or unit of its own (...有限公司工会)."""
    head = UNION_HEAD.search(rest)
    return head is not None and is_full_company(rest[: head.start()])


def total_union(division: Division, rest: str, text: str | None, link: str) -> Identity:
    """The total union of a division, `rest` being what follows the division in the mention and `text` the mention if it names
    the division in full; a town's body is its 工会."""
    head = "工会" if division.level == 4 and rest == "工会" else "总工会"
    if text is not None and rest == head:
        return Identity(f"{division.code}|{head}", text, 2, link, division.code)
    return Identity(f"{division.code}|{head}", division.name + head, 1, link, division.code)
