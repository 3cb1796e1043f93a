"""Whom a text goes on about when a sentence names nobody, and what shows that it has turned to somebody else."""

import re
from collections.abc import Iterator
from functools import cache

from graph.extract.relations.actors import Group, clause_start, groups
from graph.extract.scenes.scene import Scene, Sentence, compiled, either

# Blocks without prose: nobody acts in them.
SILENT = frozenset({"rubric", "source", "byline"})
# Between the head of a clause and a subject that nobody recognised there is no verb and no preposition.
_NOUN = r"[^,;。:<A><P><I><R><D><H>为对给向把将在于与和同按以由从被让使的]"
_LEAD = r"(?:目前|同时|此外|随后|如今|近年来|今年以来|据悉|据介绍|据了解|多年来|\d{4}年(?:以来)?)?,?"
# Nouns that stand for bodies the page does not name: 全省多家企业, 各县(市、区), 8家单位.
_NAMELESS = (
    r"^[^,;。:为对给向把将在于与和同按]{0,8}(?:各(?!级工会)|多家|多个|一批|不少|许多|部分|大量|众多|\d+[余多]?[家个名位])[^,;。:<A>]{0,16}?"
    r"(?:企业|单位|公司|工会|职工|员工|车间|区队|班组|科室|支部|社区|市\)|区\)|县|区|街道|镇|院校|学校|选手|代表|站点|部门)(?!的)[^,;。:<A>]*$"
)


@cache
def _unit() -> re.Pattern[str]:
    return compiled(f"{_LEAD}(?P<who>(?P<that>该|此|这个|这家|本)?{_NOUN}{{0,12}}?{either('unit_noun')})(?P<rest>.*)")


def _foreign(clause: str) -> bool:
    """Whether a clause opens with a body that the page does not know: 该站开展, 互助会介绍, 某某创新工作室成立于."""
    hit = _unit().match(clause)
    if hit is None:
        return False
    who = hit["who"].removeprefix(hit["that"] or "")
    stem = compiled(f"{either('own_noun')}$").sub("", who)
    if compiled(either("run", "deed", "send", "take", "background", "enter")).search(stem):
        return False
    named = hit["that"] or compiled(f"^{_NOUN}{{0,12}}{either('own_noun')}$").match(who)
    goes_on = compiled(f"^(?:$|(?:{either('adverb', 'eager')})*(?:{either('run', 'take', 'win', 'background')}|自|成立于|建于|位于|由|以))")
    return bool(named and goes_on.match(hit["rest"]))


def overt(text: str, start: int, place: int) -> bool:
    """Whether between `start` (the last known actor) and `place` a body that nobody recognised has become the subject."""
    at = place
    while at > start:
        head = clause_start(text, at)
        if head >= start and _foreign(text[head:at]):
            return True
        at = head - 1
    return False


def nameless(clause: str) -> bool:
    """Whether bodies that nobody recognised are the subject of a clause: 全省多家企业开展, 东沟一区等基层单位还组建."""
    if compiled(_NAMELESS).search(clause):
        return True
    several = r"等(?:\d+[余多]?[家个])?[^,;。:<A>的]{0,4}(?:企业|单位|部门|公司|工会|社区|街道|乡镇|学校)"
    deed = f"(?!<I>)[^,;。:<A>的]{{0,16}}?{either('run')}"
    hit = compiled(f"^(?P<who>[^,;。:<A>为对给向把将在于与和同按]{{2,24}}){several}{deed}").match(clause)
    return hit is not None and not compiled(either("run", "enter", "with", "send", "visit")).search(hit["who"])


def announces(text: str, group: Group) -> bool:
    """Whether a body only makes known or honours what others do: 全国总工会公布名单."""
    return bool(compiled(f"^[^,;。<A><I>]{{0,12}}{either('announce')}").match(text[group.end :]))


def visits(text: str, group: Group) -> bool:
    """Whether a body stands only in the title of a guest, alone or in a list: 甲市总工会副主席 X、乙市总工会主席 Y 到场致辞."""
    more = "(?:[、,和及]<A>?[^,;。<A><P><I>]{1,24}<P>|[、和及]<P>)*"
    guest = f"^[^,;。<A><I>]{{1,24}}<P>{more}(?:等(?:领导|人)?|一行)?(?:也|还|先后|分别)?"
    return bool(compiled(f"{guest}{either('attend')}").match(text[group.end :]))


def _acts(sentence: Sentence, union: str) -> bool:
    """Whether a sentence mentions the union as more than the giver of an honour."""
    text = sentence.text
    named = {item.at for item in sentence.items if item.entity == union}
    for group in groups(sentence):
        giver = compiled("^[^,;。<A><I><P>的]{0,6}<H>").match(text[group.end :])
        if group.role == "doer" or announces(text, group) or giver or visits(text, group):
            named -= {item.at for item in group.items}
    return bool(named)


def spoken(scene: Scene) -> tuple[str, ...]:
    """The actor an article speaks of when it names none: its home union.

    Nobody where the text names the union only as the giver of an honour or the announcer of a list.
    """
    union = scene.home[1]
    if union is None:
        return ()
    heard = any(i.entity == union for s in scene.sentences if s.role not in SILENT for i in s.items)
    return () if heard and not any(_acts(s, union) for s in scene.sentences) else (union,)


def told(scene: Scene) -> Iterator[tuple[Sentence, list[Group], tuple[str, ...]]]:
    """Each sentence of prose with its groups and whom it goes on about when it names nobody.

    The union that acted last in the paragraph; at its beginning the home union (see spoken), without one the union that acted last.
    """
    home = spoken(scene)
    carried: tuple[str, ...] = home
    block = -1
    # Of a union that is first named behind other actors nothing is told before.
    due, other = not any(i.entity in home for s in scene.sentences for i in s.items), False
    for sentence in scene.sentences:
        due = due or any(i.entity in home for i in sentence.items)
        if sentence.role in SILENT:
            continue
        if sentence.block != block:
            carried, block = (home if due or not other else ()) or carried, sentence.block
        found = list(groups(sentence))
        if not due and not other and any(g.role in {"subject", "agent"} for g in found):
            other, carried = True, ()
        yield sentence, found, carried
        subjects = [g for g in found if g.role in {"subject", "agent"} and not (announces(sentence.text, g) or visits(sentence.text, g))]
        if subjects and (scene.home[1] is None or any(i.type == "Union" for i in subjects[-1].items)):
            carried = subjects[-1].ids
        elif overt(sentence.text, subjects[-1].end if subjects else 0, len(sentence.text)):
            carried = ()
