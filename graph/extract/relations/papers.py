"""issued, basedOn: who makes a document, and what is done under it."""

import re
from collections.abc import Iterator

from graph.extract.relations.actors import Group
from graph.extract.relations.background import verb_before
from graph.extract.relations.carry import told
from graph.extract.relations.runs import subject_of, unique
from graph.extract.scenes.scene import Fact, Item, Scene, Sentence, compiled, either, generic

# Titles of what starts an initiative named in them.
_START = r"(?:方案|通知|办法|意见|细则|规则|章程|计划)$"
_PLAN = r"(?:方案|办法|意见|通知|规定|细则|规划|计划|条例|制度|指引|标准|措施|决定|要点|纲要|决议|规则|章程|规程|指南|若干)"


def _makers(scene: Scene, sentence: Sentence, item: Item, found: list[Group], carried: tuple[str, ...]) -> tuple[tuple[str, ...], str, str]:
    """(actors, how, verb) of a document; no actors when no verb of making governs it."""
    text, place = sentence.text, item.at
    left = [g for g in found if g.end <= place]
    made = compiled(f"^[^,;。<A>]{{0,8}}?(?P<verb>{either('issue')})了?的[^,;。<A>]{{0,12}}$")
    if left and (hit := made.match(text[left[-1].end : place])):
        return left[-1].ids, "near", hit["verb"]
    if left and left[-1].end == place:
        return left[-1].ids, "beside", ""
    verb, at = verb_before(text, place, "issue")
    basis_at = verb_before(text, place, "basis")[1]
    if verb and at > basis_at:
        subject = subject_of(scene, text, found, place, carried)
        return subject.ids, subject.how, verb
    agent = [g for g in found if g.start > place and g.role == "agent"]
    after = compiled(f"^[^,;。]{{0,6}}<A>[^,;。]{{0,8}}(?P<verb>{either('issue')})").match(text[place + 1 :])
    return (agent[0].ids, "near", after["verb"]) if agent and after else ((), "", "")


def _documents(scene: Scene, sentence: Sentence, found: list[Group], carried: tuple[str, ...]) -> Iterator[Fact]:
    text = sentence.text
    for item in sentence.items:
        if item.type != "Document":
            continue
        ids, how, verb = _makers(scene, sentence, item, found, carried)
        if how == "carried" and verb.endswith("通过"):
            ids = ()  # at a meeting: who holds it need not be its author
        for actor in ids:
            yield Fact(actor, "issued", item.entity, sentence, f"issued.{how}", verb)
        for actor in _named_in(scene, item):
            yield Fact(actor, "issued", item.entity, sentence, "issued.title")
        yield from _titled(scene, sentence, item, bool(ids))
        basis = verb_before(text, item.at, "basis")[0]
        if text[: item.at].endswith("在") and compiled(f"^中[^,;。<A><I>]{{0,6}}{either('decree')}").match(text[item.at + 1 :]):
            basis = "在"
        after = sentence.inside(item.at + 1, len(text), "Initiative")
        if not after or generic(scene.entities[after[0].entity].name):
            continue
        between = text[item.at + 1 : after[0].at]
        if verb and len(between) <= 24 and compiled(_PLAN).search(item.text[-8:]) and compiled(either("decree")).search(between):
            yield Fact(after[0].entity, "basedOn", item.entity, sentence, "based.issued", verb)
        elif basis and not compiled(f"{either('background')}[^,;。]{{0,6}}$").search(between):
            yield Fact(after[0].entity, "basedOn", item.entity, sentence, "based.cue", basis)


def _named_in(scene: Scene, item: Item) -> tuple[str, ...]:
    """The bodies with which a title opens: 《某市总工会某市人社局关于 ... 的意见》."""
    title, found = item.text, []
    while hit := next((e for e in scene.actors if any(len(n) > 3 and title.startswith(n) for n in (e.name, *e.aliases))), None):
        found.append(hit.id)
        title = title[max(len(n) for n in (hit.name, *hit.aliases) if title.startswith(n)) :].lstrip("、 和与")
    return tuple(found) if title.startswith("关于") else ()


def _titled(scene: Scene, sentence: Sentence, item: Item, made: bool) -> Iterator[Fact]:
    """出台《“…”竞赛活动方案》: the initiative in the title of a plan somebody makes is carried out under it."""
    title = compiled(r"[(][^)]*[)]$").sub("", item.text)
    if not made or not compiled(_START).search(title):
        return
    for one in dict.fromkeys(i.entity for s in scene.sentences for i in s.items if i.type == "Initiative"):
        name = scene.entities[one].name
        if not generic(name) and compiled(f"[“‘「]{re.escape(name)}[”’」]").search(title):
            yield Fact(one, "basedOn", item.entity, sentence, "based.title")


def find(scene: Scene) -> Iterator[Fact]:
    """issued and basedOn of an article."""
    said: tuple[str, ...] = ()  # the subject of the sentence before in the same paragraph
    both: tuple[str, ...] = ()  # who was named last as acting together
    block = -1
    for sentence, found, carried in told(scene):
        said = said if sentence.block == block else ()
        joint = both if compiled(either("both")).search(sentence.text) else ()
        yield from _documents(scene, sentence, found, joint or said or carried)
        acting = [g for g in found if g.role in {"subject", "agent", "partner"}]
        together = unique(*(g.ids for g in acting)) if any(g.role == "partner" or len(g.ids) > 1 for g in acting) else ()
        both, block = together or both, sentence.block
        said = next((g.ids for g in acting if g.role == "subject"), () if acting else said)
