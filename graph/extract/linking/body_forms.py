"""The forms of bodies' names that linking tells apart: total unions, unions of units, pointers such as 该公司, bodies of zones, organs."""

import re
from functools import cache

from graph import alternation
from graph.extract.language.lexicon import name_words
from graph.extract.linking.identity import Identity, fold
from graph.extract.linking.short_names import core
from graph.extract.places.gazetteer import Division, gazetteer
from graph.files import folder, read_yaml

__all__ = [
    "CORPS", "POINTER", "TOTAL", "TWIN", "UNION_HEAD", "UNION_POINTER", "above_provinces", "either", "endings", "goes_on",
    "is_company_pointer", "is_full_company", "is_organ", "is_unit_pointer", "is_unit_union", "names_area", "names_owner",
    "of_branch", "of_state", "total_union",
    "town_of",
]  # fmt: skip

TOTAL = re.compile(r"总工会(?:机关|委员会)?|总|工会|")
TWIN = re.compile(r"[一-鿿]{2,12}[区园]\([一-鿿]{2,8}\)总工会")
POINTER = re.compile(r"[该本我](?=[省市县区州盟旗镇乡街自])")
UNION_HEAD = re.compile(r"(?:总工会|工会(?:工作)?(?:委员会|联合会)?|工联会|联合工会)$")
UNION_POINTER = re.compile(r"(?:该|本)?(?:工会|工联会|联合会|工会联合会|联合工会|会)")
_POSTS = re.compile(r"(?:(?:副书记|书记|常委|委员|部长|[一-鿿]{0,6}(?:部长|主任|书记|县长|市长|区长|局长))、?)+")
_LISTED = re.compile(r"[、和与及以同跟]|以及|会同|联合")
_TOWN_ORGAN = re.compile(rf"([^、]+(?:街道|镇|乡))(?:党工委|工委|党委|办事处|政府|人民政府){_POSTS.pattern}")
CORPS = re.compile(r"(?:新疆)?(?:生产建设)?兵团(?!第)")


@cache
def _words(key: str) -> tuple[str, ...]:
    """A list of data/words/body_forms.yaml."""
    lists: dict[str, list[str]] = read_yaml(folder("data") / "words" / "body_forms.yaml")
    return tuple(lists[key])


def either(key: str) -> str:
    """An alternation of one list of data/words/body_forms.yaml, the longest word first."""
    return alternation.either(_words(key))


@cache
def _compiled(key: str, frame: str) -> re.Pattern[str]:
    return re.compile(frame.replace("WORD", either(key)))


def is_unit_pointer(text: str) -> bool:
    """Whether a text points to a unit that was named before: 该公司, 我院, 学校."""
    return _compiled("unit", "[该本我]?[一-鿿]{0,3}?WORD").fullmatch(text) is not None


def is_company_pointer(text: str) -> bool:
    """Whether a text points to a company that was named before: 该公司, 集团."""
    return _compiled("company", "[该本我各]?家?WORD").fullmatch(text) is not None


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(f"的?{either('belongs_how')}+的?[^,。;:、]{{0,6}}?{either('belongs_noun')}(?:之一)?(?=[^一-鿿]|$)")


def names_owner(view: str, start: int, end: int) -> bool:
    """Whether view[start:end] is named only to say whose another firm is (某厂是|某集团|旗下企业): the text goes on about the other."""
    said = _compiled("belongs", "WORD$").search(view[max(0, start - 4) : start])
    return said is not None and _owned().match(view, end) is not None


def above_provinces(text: str, rule: str) -> Identity | None:
    """The union that a name means of the Xinjiang corps, the country or the railways, or None."""
    corps = CORPS.match(text)
    if corps is not None:
        return Identity(f"兵团|{fold(text[corps.end() :])}", text, 2, "name")
    if text in _words("national"):
        return Identity("全国|总工会", "中华全国总工会", 2 if text == "中华全国总工会" else 1, "national")
    if text.endswith("铁路总工会") and rule.startswith("national."):
        return Identity("全国|铁路总工会", "中华全国铁路总工会", 2 if text == "中华全国铁路总工会" else 1, "national")
    return None


def is_organ(text: str) -> bool:
    """Whether a name ends as those of a division's organs and public houses do."""
    return text.endswith(_words("organ"))


def of_state(text: str) -> bool:
    """Whether a name opens as those of organs of the whole country do."""
    return text.startswith(_words("state"))


def of_branch(union: str) -> bool:
    """Whether a union is that of a branch of industry of a place, no enterprise's (某省煤矿工会)."""
    return _compiled("branch", "[省市县区州盟旗]WORD工会$").search(union) is not None


def names_area(text: str) -> bool:
    """Whether a name holds that of an area of more than one province (长江航务管理局)."""
    return any(area in text for area in _words("area"))


def is_full_company(text: str) -> bool:
    """Whether a text is the name of an enterprise or unit with a distinguishing part before its head."""
    head = _compiled("full", r"WORD(?:\([^()]+\))?$").search(text)
    return head is not None and len(core(text)) >= 2 and not is_unit_pointer(text)


def endings(pointer: str) -> tuple[str, ...]:
    """How the names end that 公司, 该校 or 学院 may mean."""
    noun = pointer.lstrip("该本我")
    return name_words().pointed.get(noun, (noun[-2:],))


def is_unit_union(rest: str) -> bool:
    """Whether what follows the place in a union's name is a company or unit of its own (...有限公司工会)."""
    head = UNION_HEAD.search(rest)
    return head is not None and is_full_company(rest[: head.start()])


def goes_on(gap: str, *, posts: bool) -> bool:
    """Whether what stands between two bodies makes them members of a list, or (`posts`) posts of one person."""
    return _LISTED.fullmatch(gap) is not None or (posts and _POSTS.fullmatch(gap) is not None)


def town_of(text: str) -> str | None:
    """The town of a text that is a post in its party committee or government and goes up to a further post."""
    match = _TOWN_ORGAN.fullmatch(text)
    return match[1] if match else None


@cache
def _own_name(division: Division) -> str:
    """A division's name, behind its city where other counties and districts bear it, too."""
    namesakes = [d for d in gazetteer().candidates(division.name) if d.name == division.name and d.level == 3]
    city = gazetteer().get(division.code[:4] + "00") or gazetteer().get(division.code[:2] + "0000")
    return (city.name if division.level == 3 and len(namesakes) > 1 and city is not None else "") + division.name


def total_union(division: Division, rest: str, text: str | None, link: str) -> Identity:
    """The total union of a division, `rest` being what follows the division in the mention and `text` the mention if it names
    the division in full; a town's body is its 工会.

    Its name is made from the division, so that it is called alike on every page, whatever path stands before it there: behind its
    city where others bear its name (鼓楼区). Towns keep the path of the text, and so does what it calls by a former name.
    """
    head = "工会" if division.level == 4 and rest == "工会" else "总工会"
    name = _own_name(division) + head
    if text is not None and rest == head:
        made = division.level < 4 and text.endswith(division.name + head)
        return Identity(f"{division.code}|{head}", name if made else text, 2, link, division.code)
    return Identity(f"{division.code}|{head}", name, 1, link, division.code)
