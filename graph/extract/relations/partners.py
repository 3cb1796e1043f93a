"""cooperatesWith: who does something together with whom."""

from collections.abc import Iterator
from itertools import combinations

from graph.extract.relations.actors import Group, clause_end, clause_start, groups, opening
from graph.extract.relations.carry import told
from graph.extract.scenes.scene import Fact, Scene, Sentence, compiled, either

_SEVERAL = r"[^,;。<A>]{0,14}?(?:\d+|[两三四五六七八九十]+)(?:个|家)?(?:部门|单位|方)(?![^,;。]*[获奖]|的)"


def _pairs(scene: Scene, ids: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Who works with whom in a joint deed, as (one, other).

    A single union among them works with each of the rest. Without one, two or three work each with each, of more the first with each
    of the rest: not every pair is spoken of.
    """
    unions = [one for one in ids if scene.entities[one].type == "Union"]
    if len(ids) <= 3 and len(unions) != 1:
        yield from combinations(ids, 2)
        return
    first = unions[0] if unions else ids[0]
    yield from ((first, other) for other in ids if other != first)


def _joint(text: str, group: Group, rest: str) -> tuple[str, str] | None:
    """Rule and label of what several subjects do as one, or None; `rest` is the clause behind them."""
    if len(group.ids) < 2:
        return None
    if compiled(f"^(?:[^<A>]{{0,10}}{either('together')}(?!协办|指导)|{_SEVERAL}|分别代表)").match(rest):
        return "cooperates.together", "共同"
    if hosted := compiled("^(?:等[^,;。<A>]{0,8})?(?P<verb>主办|联办|合办|发起)").match(rest):
        return "cooperates.host", hosted["verb"]
    listed = compiled("^<A>(?:、<A>)*[与和]<A>$").match(text[group.start : group.end])
    if listed or (rest.startswith("等") and len(group.ids) <= 3):
        deed = compiled(f"^(?!工作人员|干部|领导|负责人|主席)[^<A>被获]{{0,20}}?{either('run', 'send')}").match(rest)
        if deed:
            return "cooperates.joint", ""
    # 甲、乙举行仪式: one deed, so it is theirs together.
    one = not listed and compiled(f"^(?:[在于][^,;。<A>]{{1,12}})?{either('one_deed')}").match(rest)
    return ("cooperates.joint", "") if one else None


def _partners(scene: Scene, sentence: Sentence, carried: tuple[str, ...]) -> Iterator[Fact]:
    """Partners: X 联合 Y、Z; X 与 Y 共同; X、Y 共同."""
    text = sentence.text
    subject = carried
    before: tuple[str, ...] = ()  # who acted in an earlier clause of the sentence
    found = list(groups(sentence))
    for group in found:
        rest = text[group.end : clause_end(text, group.end)]
        if group.role == "region":
            subject = scene.union_of(group.ids[0])
        if group.role in {"subject", "agent"}:
            subject = group.ids
            joint = _joint(text, group, rest)
            lent = compiled(either("lend")).match(rest) and group.start == clause_start(text, group.start)
            if before and lent:
                # X 牵头,Y、Z 一道举办: each of them with X.
                for head in before[:1]:
                    for tail in group.ids:
                        yield Fact(head, "cooperatesWith", tail, sentence, "cooperates.lent", "共同")
            elif joint is not None:
                for head, tail in _pairs(scene, group.ids):
                    yield Fact(head, "cooperatesWith", tail, sentence, *joint)
            before = before or group.ids
        elif (
            group.role != "partner"
            and len(group.ids) > 1
            and compiled(f"^的?[^,;。<A>]{{0,4}}(?:合作|协作|结对|联动|{either('jointly')}[^,;。<A>]{{0,8}}的)").match(rest)
        ):
            for head, tail in _pairs(scene, group.ids):
                yield Fact(head, "cooperatesWith", tail, sentence, "cooperates.together", "合作")
        elif group.role == "partner":
            brought = [
                i for g in found if g.role == "pivot" and g.start >= clause_start(text, group.start) and g.end <= group.start for i in g.ids
            ]
            joined = compiled(f"(?P<verb>{either('with')})$").search(opening(text, group.start))
            if joined or compiled(
                f"^(?:(?:等[^,;<A>]{{0,6}})?(?:在[^,;]{{1,30}}?)?{either('run')}|[^<A>]{{0,10}}{either('together')})"
            ).match(rest):
                # 促成 X 与 Y 签约: who is brought to act works with the partner.
                # 甲落户某校,与 X 共建: the school is the one who works with X, or nobody says.
                beside = [g for g in found if g.end <= group.start and g.role in {"object", "place"} and clause_end(text, g.end) == g.end]
                for head in brought or (() if beside and subject == carried else subject[:1]):
                    for tail in group.ids:
                        yield Fact(head, "cooperatesWith", tail, sentence, "cooperates.with", joined["verb"] if joined else "共同")


def find(scene: Scene) -> Iterator[Fact]:
    """cooperatesWith of an article."""
    for sentence, _, carried in told(scene):
        yield from _partners(scene, sentence, carried)
