"""Unquoted initiatives that open with whose or where they are: a body, a place or a person, an attribute, a head noun (甲厂职工小家)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.extract import schemes
from graph.extract.initiative_words import frame, words
from graph.extract.scheme_edges import patterns
from graph.extract.scheme_houses import sites
from graph.records import Article, Mention, Page

__all__ = ["find"]

_OWNERS = {"Company", "Organization", "Region", "Person"}
# Kinds whose noun behind a body or a place mostly says what that one is or does (某省工会平台, 某公司产改试点).
_SAID = {"platform", "pilot", "method", "brand", "programme"}
# Those whose name and a bare noun are one (甲厂|职工之家); of places only small ones.
_FIRMS = {"Company", "Organization"}
_SMALL = "镇乡道村园"
# The union of a place between its name and the noun (某县工会|会员卡).
_UNIONS = {"工会", "职工", "工会户外", "工会爱心"}
_ITS_UNION = {"station", "project", "fund"}
_MOST = 4  # the highest need of a head noun that is a name behind an owner
_REACH = 14  # characters between the owner and the head noun
_APART = re.compile(
    r"[^一-鿿0-9A-Za-z+]|[的在和与及了着被把将为以对就等向让使从由是有已曾再都每各某该这那首共签获聚靠选迎赴到进送给推搞抓做办举召去来发验调访视察打]"
    r"|[一二三四五六七八九十两\d]+[届个家项批]|重视|检查|指导|慰问|改造|试点|组织"
)


@cache
def _studio() -> re.Pattern[str]:
    """What stands between a person's name and 工作室."""
    return re.compile(f"(?:{frame('studio')})*")


def _opens(owner: Mention, between: str, noun: str) -> bool:
    """Whether an owner with what stands before the noun is the beginning of a name."""
    kind = words().heads[noun][0]
    if owner.type == "Person":
        return kind == "station" and _studio().fullmatch(between) is not None
    if kind in _SAID or noun.endswith("工作室"):
        return False
    if between in _UNIONS and kind in _ITS_UNION and owner.type == "Region" and owner.text[-1] in "市区县旗":
        return True
    if between.endswith("工会"):
        return sites().search(between) is not None
    named = patterns().empty.sub("", between)
    kept = owner.type in _FIRMS or (owner.type == "Region" and owner.text[-1] in _SMALL)
    return len(named) >= 2 or (kept and kind == "station")


def find(page: Page, article: Article, named: Sequence[Mention]) -> Iterator[Mention]:
    """The Initiative mentions that begin with one of `named` (bodies, places, persons), rule initiative.owner."""
    text, known = page.view, words()
    ends = {m.end: m for m in sorted(named, key=lambda m: m.start - m.end) if m.type in _OWNERS and ".deictic" not in m.rule}
    for block in article.blocks:
        for start, end in schemes.heads(text, block):
            kind, need = known.heads[text[start:end]]
            owner = next((ends[at] for at in range(start, max(block.start, start - _REACH), -1) if at in ends), None)
            if owner is None or need is None or need > _MOST or patterns().goes_on.match(text, end):
                continue
            between = text[owner.end : start]
            apart = owner.type != "Person" and (_APART.search(between) or known.opening_verb.search(between))
            if apart or not _opens(owner, between, text[start:end]):
                continue
            whole = text[owner.start : end]
            yield Mention("Initiative", owner.start, end, whole, article.id, "initiative.owner", kind=kind, cues=("owner",))
