"""What a quotation says by its own words about whom it honours: a title of a place, of one person, of craftsmen; a house it is not."""

import re

from graph.extract.language.honour_words import words
from graph.extract.language.person_names import person_words
from graph.extract.places import levels
from graph.extract.places.gazetteer import gazetteer

__all__ = ["is_craftsmen", "is_of_person", "is_of_place", "is_plain_house", "is_ranked_title", "name_follows"]

# Craftsmen and model people of a place (“……工匠”), when no noun makes a campaign of it.
_CRAFTSMEN = re.compile(r"[一-鿿]{2,4}(?:大?工匠|名匠|好工人|好人|好职工|好员工|首席技师|技能大师)")
# Titles of one person (“……工匠”甲某).
_OF_PERSON = re.compile("(?:工匠|名匠|劳模|模范|标兵|能手|状元|达人|明星|之星|大师|楷模|好人|卫士|工作者|先锋|工人|职工|青年|人物|骑手)$")
# What follows a name behind its title, after the second or third character.
_NAME_END = re.compile(
    "[一-鿿]?(?:[、,。;:(“…]|为代表|等|说|在|的|和|与|同志|介绍|领衔|带领|带头|牵头|各|参加|出席|受邀|表示|告诉|获|是|走|作为|代表)"
)
_HOUSE = re.compile(r"(?:驿站|站点|服务站|书屋|之家|工作室|基地)$")
_BEST = re.compile(r"最|佳|优秀|示范|星级|模范|先进|标杆|红旗")


def name_follows(text: str, end: int) -> bool:
    """Whether a name of two or three characters stands right behind a title."""
    return text[end : end + 1] in person_words().surnames and _NAME_END.match(text, end + 2) is not None


def is_of_person(inside: str) -> bool:
    """Whether a quotation ends in a title that one person bears."""
    return _OF_PERSON.search(inside) is not None


def is_plain_house(inside: str) -> bool:
    """Whether a quotation names a facility and nothing that is best about it (省级工会驿站)."""
    return _HOUSE.search(inside) is not None and _BEST.search(inside) is None


def is_ranked_title(inside: str) -> bool:
    """Whether a quotation is a level or a region and a noun for who is honoured (福建省金牌工人)."""
    end = words().title.search(inside)
    if end is None or is_plain_house(inside):
        return False
    return is_of_place(inside)


def is_of_place(inside: str) -> bool:
    """Whether a quotation opens with a level or a place."""
    return levels.after(inside, 0, len(inside)) > 0 or inside.startswith(("全国", "全省", "全市", "全区", "省级", "市级", "国家级"))


def is_craftsmen(inside: str) -> bool:
    """Whether a quotation is a title of craftsmen or model people of a place (福建工匠), or one known by name."""
    placed = any(start == 0 for start, _, _ in gazetteer().scan(inside, 0, len(inside)))
    return bool(_CRAFTSMEN.fullmatch(inside) and (placed or words().ending.fullmatch(inside)))
