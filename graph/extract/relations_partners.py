"""cooperatesWith, and takesPart of the place where others run an initiative."""

from collections.abc import Iterator
from itertools import combinations

from graph.extract.relations_actors import clause_end, groups
from graph.extract.relations_runs import SILENT, spoken
from graph.extract.relations_text import Fact, Scene, Sentence, compiled, either, generic


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


def _partners(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Partners: X 联合 Y、Z; X 与 Y 共同; X、Y 共同."""
    text = sentence.text
    subject = spoken(scene)
    for group in groups(sentence):
        rest = text[group.end : clause_end(text, group.end)]
        if group.role in {"subject", "agent"}:
            subject = group.ids
            together = compiled(f"^[^<A>]{{0,10}}{either('together')}").match(rest)
            two = compiled("^<A>[与和]<A>$").match(text[group.start : group.end])
            joint = two and compiled(f"^[^<A>被获]{{0,20}}?{either('run')}").match(rest)
            if len(group.ids) > 1 and (together or joint):
                rule = "cooperates.together" if together else "cooperates.joint"
                for head, tail in combinations(group.ids, 2):
                    yield Fact(head, "cooperatesWith", tail, sentence, rule, "共同" if together else "")
        elif group.role == "partner":
            joined = compiled(f"(?P<verb>{either('with')})$").search(text[: group.start])
            if joined or compiled(f"^[^<A>]{{0,10}}{either('together')}").match(rest):
                for head in subject[:1]:
                    for tail in group.ids:
                        yield Fact(head, "cooperatesWith", tail, sentence, "cooperates.with", joined["verb"] if joined else "共同")


def find(scene: Scene) -> Iterator[Fact]:
    """cooperatesWith of an article, and takesPart of bodies at whose place an initiative runs."""
    for sentence in scene.sentences:
        if sentence.role not in SILENT:
            yield from _places(scene, sentence)
            yield from _partners(scene, sentence)
