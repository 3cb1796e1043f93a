"""The cues of whose a figure is: each that the code gives has its row of weights, each row its cue; and what comes of them."""

from pathlib import Path

import pytest

from graph.errors import SchemaError
from graph.extract.figures import statistics, subjects
from graph.extract.figures import subject_weights as subject_weights_module
from graph.extract.figures.subject_weights import SubjectWeights, subject_weights
from graph.extract.scenes.scene import scenes
from tests.extract.test_statistics import marked_page

UNION = "清河县总工会"
#: Cue: the paragraphs, and the entity that has the cue at the last figure.
EXAMPLES = {
    "any": (("新建书屋30家。",), UNION),
    "rule": (("[C:远山机械公司]分红200万元。",), "远山机械公司"),
    "said": (("共收到建议90条,其中被[O:县政府]采纳40条。",), "县政府"),
    "home": (("新建书屋30家。",), UNION),
    "subject": (("[C:远山机械公司]扩建厂房,分红200万元。",), "远山机械公司"),
    "paragraph": (("[C:远山机械公司]扩建厂房。分红200万元。",), "远山机械公司"),
    "topic": (("推行“[I:暖冬行]”,资助学生20人。",), "暖冬行"),
    "launched here": (("推行“[I:暖冬行]”资助学生20人。",), "暖冬行"),
    "launched before": (("推行“[I:暖冬行]”,资助学生20人。",), "暖冬行"),
    "launched earlier": (("推行“[I:暖冬行]”。资助学生20人。",), "暖冬行"),
    "sets going": (("推行“[I:暖冬行]”,资助学生20人。",), UNION),
    "clause": (("在[R:柳林镇]新建书屋30家。",), "柳林镇"),
    "earlier clause": (("在[R:柳林镇],新建书屋30家。",), "柳林镇"),
    "sentence before": (("走进[R:柳林镇]。新建书屋30家。",), "柳林镇"),
    "further": (("走进[R:柳林镇]。天冷了。新建书屋30家。",), "柳林镇"),
    "unnamed": (("新建书屋30家。",), UNION),
    "body since": (("在[R:柳林镇],[C:远山机械公司]分红200万元。",), "柳林镇"),
    "place since": (("[C:远山机械公司]扩建,[R:柳林镇]新建书屋30家。",), "远山机械公司"),
    "launched since": (("在[R:柳林镇],推行“[I:暖冬行]”,资助学生20人。",), "柳林镇"),
    "once": (("走进[R:柳林镇]。新建书屋30家。",), "柳林镇"),
    "often": (("[R:柳林镇]、[R:柳林镇]、[R:柳林镇]、[R:柳林镇]。新建书屋30家。",), "柳林镇"),
    "most": (("走进[R:柳林镇]。新建书屋30家。",), "柳林镇"),
    "first": (("“[I:暖冬行]”和“[I:夏凉行]”。资助学生20人。",), "暖冬行"),
    "facility": (("建成[I:职工书屋],藏书900册。",), "职工书屋"),
    "kind": (("举办[I:联谊活动]6场。",), "联谊活动"),
    "deed": (("慰问职工90人。",), UNION),
    "reach": (("吸引职工90人。",), UNION),
    "part": (("职工90人参赛。",), UNION),
}


def _cues(*paragraphs: str) -> dict[str, tuple[str, ...]]:
    """Name of each entity that the last figure may belong to, and its cues."""
    page, article, linked = marked_page(paragraphs)
    spans = sorted((one.mention.start, one.mention.end) for one in linked.mentions)
    names = {one.id: one.name for one in linked.entities}
    [scene] = scenes(page, [article], linked)
    figures = [statistics.figures_of(scene, sentence, spans) for sentence in scene.sentences]
    *_, (_, _, _, could) = subjects.weighed(scene, figures)
    return {names[entity]: cues for entity, cues in could.items()}


@pytest.mark.parametrize(("cue", "paragraphs", "name"), [(cue, *example) for cue, example in EXAMPLES.items()])
def test_cue_is_given(cue: str, paragraphs: tuple[str, ...], name: str) -> None:
    assert cue in _cues(*paragraphs)[name]


def test_each_cue_has_its_weights_and_each_row_its_example() -> None:
    given = {cue for paragraphs, _ in EXAMPLES.values() for cues in _cues(*paragraphs).values() for cue in cues}
    assert given <= set(subject_weights().columns["union"]) == set(EXAMPLES)


def test_what_is_set_going_by_a_body_is_not_its_own_doing() -> None:
    cues = _cues("推行“[I:暖冬行]”。", "[U:县总=清河县总工会]推行“[I:夏凉行]”,资助学生20人。")
    assert {"first", "launched before"} <= set(cues["夏凉行"])
    assert not {"launched since", "sets going", "subject", "topic", "home"} & set(cues["夏凉行"])
    assert {"subject", "sets going"} <= set(cues[UNION])
    # Another paragraph: neither first nor set going in this one.
    assert not {"first", "launched before", "launched earlier"} & set(cues["暖冬行"])


def test_neither_honours_nor_names_after_the_clause_own_a_figure() -> None:
    assert set(_cues("[H:清河工匠]3人,[C:远山机械公司]在列。")) == {UNION, "清河县"}


def test_a_long_paragraph_is_looked_back_on_for_a_dozen_sentences() -> None:
    near, far = "走进[R:柳林镇]。" + "天冷了。" * 11, "走进[R:柳林镇]。" + "天冷了。" * 15
    assert "柳林镇" in _cues(near + "新建书屋30家。")
    assert "柳林镇" not in _cues(far + "新建书屋30家。")


def test_weights_are_those_of_the_type() -> None:
    weights = SubjectWeights({"union": {"any": 0.5, "once": 0.25}, "body": {"any": -1.0, "once": 0}})
    assert weights.score("Union", ("any", "once")) == 0.75
    assert weights.score("Company", ("any", "once")) == weights.score("Organization", ("any",)) == -1
    with pytest.raises(KeyError):
        weights.score("Union", ("never",))


def test_a_column_that_no_type_has_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "subject_weights.yaml").write_text("cues:\n  any: {unoin: 1}\n", encoding="utf-8")
    monkeypatch.setattr(subject_weights_module, "folder", lambda _: tmp_path)
    subject_weights.cache_clear()
    with pytest.raises(SchemaError, match="unoin is no column: write one of union, body"):
        subject_weights()
    subject_weights.cache_clear()


def test_the_heavier_cues_win() -> None:
    def owner(*paragraphs: str) -> tuple[str, str]:
        page, article, linked = marked_page(paragraphs)
        last = statistics.find(page, (article,), linked)[-1]
        return next(one.name for one in linked.entities if one.id == last.subject), last.rule

    # What was just set going, before the union that nobody names; the union that acts, before what it set going long ago.
    assert owner("推行“[I:暖冬行]”,资助学生20人。")[0] == "暖冬行"
    acting = "[U:县总=清河县总工会]走访企业。[U:县总=清河县总工会]召开会议。推行“[I:暖冬行]”。[U:县总=清河县总工会]换届。"
    assert owner(acting + "慰问职工90人。") == (UNION, "statistic.weighed")
