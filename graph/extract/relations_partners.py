"""cooperatesWith, and takesPart of the place where others run an initiative."""

from collections.abc import Iterator
from itertools import combinations, islice

from graph.extract.relations_actors import clause_end, groups, opening
from graph.extract.relations_runs import SILENT, spoken
from graph.extract.relations_text import Fact, Scene, Sentence, compiled, either, generic

_SEVERAL = r"[^,;。<A>]{0,14}?(?:\d+|[两三四五六七八九十]+)(?:个|家)?(?:部门|单位|方)"


def _places(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """在 X 公司开展 I: the company is where it runs, so it takes part."""
    text = sentence.text
    for group in groups(sentence):
        if group.role != "place":
            continue
        hit = compiled(f"^[^,;。<A>]{{0,8}}{either('run', 'host')}[^;。<A><I>]{{0,20}}<I>").match(text[group.end :])
        if hit:
            item = sentence.at(group.end + hit.end() - 1)
            for actor in group.ids:
                if scene.entities[actor].type != "Union" and not generic(scene.entities[item.entity].name):
                    yield Fact(actor, "takesPart", item.entity, sentence, "takes.place")


# Bodies that try an initiative out, send people to it or are drawn to it: `who`; <I> is the initiative.
_SITES = (
    r"(?:将|把|选取|选定|选择|确定|以)(?P<who><A>(?:[、和与]<A>)*)[^,;。<A><I>]{0,8}(?:作为|列为|列入|确定为|纳入|打造成|打造为)[^,;。<A><I>]{0,8}<I>",
    r"(?P<who><A>(?:[、和与]<A>)*)等?(?:\d+[家个])?(?:单位|企业)?[^,;。<A><I>]{0,6}(?:被列为|被确定为|入选|成为|是|作为)[^,;。<A><I>]{0,8}<I>"
    r"[^,;。<A><I>]{0,4}(?:试点|示范|培育)",
    r"来自(?P<who><A>(?:[、和与]<A>)*)[^;。<A><I>]{0,24}(?:参加|参与|参赛|角逐)[^,;。<A><I>]{0,8}<I>",
    r"<I>[^;。<A><I>]{0,16}(?:吸引|邀请)[^,;。<A><I>]{0,6}(?P<who><A>(?:[、和与]<A>)*)[^,;。<A><I>]{0,16}(?:参加|参与|参赛|加入|入驻)",
)


def _sites(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """将 X 作为 I 试点; 来自 X 的职工参加 I; I 吸引 X、Y 参加: they take part."""
    for pattern in _SITES:
        for match in compiled(pattern).finditer(sentence.text):
            initiative = sentence.inside(match.start(), match.end(), "Initiative")[-1]
            if not generic(scene.entities[initiative.entity].name):
                for who in sentence.inside(match.start("who"), match.end("who")):
                    yield Fact(who.entity, "takesPart", initiative.entity, sentence, "takes.site")


def _partners(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Partners: X 联合 Y、Z; X 与 Y 共同; X、Y 共同."""
    text = sentence.text
    subject = spoken(scene)
    for group in groups(sentence):
        rest = text[group.end : clause_end(text, group.end)]
        if group.role in {"subject", "agent"}:
            subject = group.ids
            together = compiled(f"^(?:[^<A>]{{0,10}}{either('together')}(?!协办|指导)|{_SEVERAL})").match(rest)
            listed = compiled("^<A>(?:、<A>)*[与和]<A>$").match(text[group.start : group.end])
            joint = listed and compiled(f"^[^<A>被获]{{0,20}}?{either('run')}").match(rest)
            if len(group.ids) > 1 and (together or joint):
                rule = "cooperates.together" if together else "cooperates.joint"
                # Of many only the pairs with the first: the sentence speaks of one joint deed, not of each pair.
                for head, tail in islice(combinations(group.ids, 2), len(group.ids) - 1 if len(group.ids) > 3 else None):
                    yield Fact(head, "cooperatesWith", tail, sentence, rule, "共同" if together else "")
        elif group.role == "partner":
            joined = compiled(f"(?P<verb>{either('with')})$").search(opening(text, group.start))
            if joined or compiled(f"^[^<A>]{{0,10}}{either('together')}").match(rest):
                for head in subject[:1]:
                    for tail in group.ids:
                        yield Fact(head, "cooperatesWith", tail, sentence, "cooperates.with", joined["verb"] if joined else "共同")


def find(scene: Scene) -> Iterator[Fact]:
    """cooperatesWith of an article, and takesPart of bodies at whose place an initiative runs."""
    for sentence in scene.sentences:
        if sentence.role not in SILENT:
            yield from _places(scene, sentence)
            yield from _sites(scene, sentence)
            yield from _partners(scene, sentence)
