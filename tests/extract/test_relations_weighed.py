"""What is weighed of the runners that the rules find: every weight has its cue, and the cues decide."""

from graph.extract.language.fitted import fitted
from graph.extract.relations.relations import grouped
from graph.extract.relations.weighed import cues
from graph.extract.scenes.scene import scenes
from tests.extract.test_relations import COUNTY, found, page_of

# Sentences in which the runner of the last initiative has the cue.
EXAMPLES = {
    "in clause": "[U:清河县总工会]开展“[I:清河先锋]”行动。",
    "last union": "[U:清河县总工会]慰问了职工,开展“[I:清河先锋]”行动。",
    "object behind": "[U:清河县总工会]开展“[I:清河先锋]”行动,职工纷纷感谢[U:清河县总工会]。",
    "most named": "[U:清河县总工会]开展“[I:清河先锋]”行动。",
    "home union": "[U:清河县总工会]开展“[I:清河先锋]”行动。",
    "opens clause": "[U:清河县总工会]慰问了职工。“[I:清河先锋]”行动已开展三年。",
    "noun before": "[U:清河县总工会]慰问了职工。东沟社区开展“[I:清河先锋]”行动。",
    "host": "[U:清河县总工会]主办“[I:清河先锋]”行动。",
    "runs.subject.verb": "[U:清河县总工会]开展“[I:清河先锋]”行动。",
    "runs.near.bare": "[U:清河县总工会]的“[I:清河先锋]”行动受到欢迎。",
    "runs.carried": "[U:清河县总工会]慰问了职工。“[I:清河先锋]”行动已开展三年。",
    "competition": "[U:清河县总工会]举办[I:清河焊工大赛/competition]。",
    "station": "[U:清河县总工会]建成[I:清河驿站/station]。",
    "kindless": "[U:清河县总工会]推出[I:清河先锋]。",
    "unquoted": "[U:清河县总工会]推出[I:清河先锋]。",
}


def given(text: str) -> frozenset[str]:
    page, article, linked = page_of(text, home=COUNTY)
    (scene,) = scenes(page, (article,), linked)
    return frozenset(
        cue
        for (relation, body, initiative), facts in grouped(scene, frozenset()).items()
        if relation == "runs"
        for cue in cues(scene, body, initiative, facts)
    )


def test_every_weight_has_a_sentence_that_gives_its_cue() -> None:
    assert frozenset().union(*fitted("runs_weights").weights) == set(EXAMPLES)
    assert {cue: cue in given(text) for cue, text in EXAMPLES.items()} == dict.fromkeys(EXAMPLES, True)


def test_a_quoted_name_has_no_cue_of_one_without_marks() -> None:
    assert "unquoted" not in given("[U:清河县总工会]推出“[I:清河先锋]”。")
    assert "object behind" not in given("[U:清河县总工会]推出“[I:清河先锋]”。")


def test_a_clause_that_names_its_actor_has_no_noun_before() -> None:
    assert "noun before" not in given("[U:清河县总工会]组织职工开展“[I:清河先锋]”行动。")
    assert "opens clause" not in given("[U:清河县总工会]开展“[I:清河先锋]”行动。")


def test_joined_cues_count_where_both_hold() -> None:
    weights = fitted("runs_weights")
    one, other, both = (weights.score(frozenset(some)) for some in ({"runs.carried"}, {"unquoted"}, {"runs.carried", "unquoted"}))
    assert one == weights.bias
    assert both < other < one


def test_a_union_that_is_only_carried_on_runs_a_quoted_name_and_no_unquoted_word() -> None:
    told = "[U:清河县总工会]慰问了职工。当天送出的{}受到大家欢迎。"
    assert ("runs", "暖心包") in {(r.relation, tail) for r, _, tail in found(told.format("“[I:暖心包]”"))}
    assert ("runs", "暖心包") not in {(r.relation, tail) for r, _, tail in found(told.format("[I:暖心包]"))}
