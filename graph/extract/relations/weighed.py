"""Which runners of initiatives that the rules give are worth giving: what speaks for each is weighed.

A rule of the language is right more often where the body stands in the initiative's own clause, or is the union named last before
it, than where it was carried on to a name without quotation marks. The weights are fitted on annotated pages (schema/runs_weights.yaml).
"""

from collections.abc import Iterator, Mapping, Sequence

from graph.extract.language.fitted import fitted
from graph.extract.relations.actors import clause_start, groups
from graph.extract.scenes.scene import Fact, Item, Scene, Sentence, compiled, either

Key = tuple[str, str, str]  # relation, head, tail
_QUOTES = frozenset('“"‘「《【')


def _of_initiative(scene: Scene, initiative: str) -> Iterator[str]:
    """What sort of initiative it is, and whether its name ever stands in quotation marks."""
    yield scene.entities[initiative].kind or "kindless"
    if not any(item.start and scene.page.view[item.start - 1] in _QUOTES for _, item in scene.named_at[initiative]):
        yield "unquoted"


def _of_rules(facts: Sequence[Fact]) -> Iterator[str]:
    """Which rules say so (runs.carried.verb, runs.carried), and whether the verb is one of hosting."""
    for fact in facts:
        yield from (fact.rule, fact.rule.rpartition(".")[0])
        if compiled(either("host")).fullmatch(fact.label):
            yield "host"


def _beside(scene: Scene, sentence: Sentence, item: Item, body: str) -> Iterator[str]:
    """Where the body stands by one mention of the initiative."""
    if any(other.entity == body for other in sentence.inside(clause_start(sentence.text, item.at), item.at)):
        yield "in clause"
    if next((other.entity for other in scene.before(sentence, item.at) if other.type == "Union"), None) == body:
        yield "last union"
    clause = sentence.text[clause_start(sentence.text, item.at) : item.at]
    if not clause:
        yield "opens clause"
    elif compiled(f"^[^<A>]{{0,10}}{either('unit_noun', 'worker', 'crowd')}[^<A>]{{0,20}}$").search(clause):
        yield "noun before"
    if any(group.role == "object" and body in group.ids for group in groups(sentence) if group.end > item.at):
        yield "object behind"


def cues(scene: Scene, body: str, initiative: str, facts: Sequence[Fact]) -> frozenset[str]:
    """What speaks for and against a body's being who runs an article's initiative, as some rules say."""
    given = {*_of_initiative(scene, initiative), *_of_rules(facts)}
    for sentence, item in scene.named_at[initiative]:
        given |= set(_beside(scene, sentence, item, body))
    if len(scene.named_at.get(body, ())) == scene.most:
        given.add("most named")
    if body == scene.home[1]:
        given.add("home union")
    return frozenset(given)


_WON = frozenset({"takes.winner", "takes.prize"})


def _joins(found: Mapping[Key, Sequence[Fact]], pair: tuple[str, str]) -> bool:
    """Whether a body that some rule gives as runner is said to take part: to win, where no relative clause, owner or agent makes it
    the host, or to enter, be sent or be tried with, where it would only be carried on."""
    told, runs = {fact.rule for fact in found.get(("takesPart", *pair), ())}, [fact.rule for fact in found[("runs", *pair)]]
    won = not told.isdisjoint(_WON) and not any(rule.startswith("runs.near") for rule in runs)
    return won or ("takes.site" in told and all(rule.startswith("runs.carried") for rule in runs))


def kept(scene: Scene, found: Mapping[Key, Sequence[Fact]]) -> Iterator[Sequence[Fact]]:
    """The facts of each relation that is given: of runs where the sum of the weights is not below zero.

    Who runs an initiative takes no part in it; who wins in it does not run it, nor who is only carried on and enters it.
    """
    weights = fitted("runs_weights")
    pairs = [(head, tail) for relation, head, tail in found if relation == "runs"]
    run = {pair for pair in pairs if not _joins(found, pair) and weights.score(cues(scene, *pair, found[("runs", *pair)])) >= 0}
    for (relation, head, tail), facts in found.items():
        if ((head, tail) in run) if relation == "runs" else relation != "takesPart" or (head, tail) not in run:
            yield facts
