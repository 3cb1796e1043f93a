"""The cues of names without a title: each that the code can give has its weight in schema/person_weights.yaml, and each weight its cue."""

import pytest

from graph.extract.language.fitted import fitted
from graph.extract.language.segments import tokens
from graph.extract.people import people
from graph.extract.people.weighed import candidates, cues
from tests.extract.conftest import laid_out

# Sentences around 王海燕 and other names, each with the cues that it shows.
EXAMPLES = {
    "王海燕。": {"behind start", "before stop", "common", "2 given, 2 known", "fits best", "closed", "in body"},
    "歌声传来,王海燕,起身": {"behind comma", "before comma"},
    "本报 王海燕 ": {"behind space", "before space"},
    "“工匠”王海燕(劳模)": {"behind quote", "before mark"},
    "(王海燕、丁一夫)": {"behind bracket", "before list"},
    "■王海燕": {"behind symbol", "before end"},
    "有李静、王海燕说": {"behind list", "before speech"},
    "车间的王海燕同志": {"behind of", "before address"},
    "看望王海燕荣获": {"behind leads", "before act"},
    "主席王海燕写": {"behind post", "before verb"},
    "焊工王海燕完成": {"behind job", "before long verb"},
    "模修工王海燕按": {"behind worker", "before preposition"},
    "王海燕根据": {"before long preposition"},
    "王海燕颇": {"before adverb"},
    "王海燕非常": {"before long adverb"},
    "王海燕或": {"before conjunction"},
    "王海燕及其": {"before act"},
    "王海燕之": {"before particle"},
    "王海燕朝": {"before noun"},
    "王海燕机器": {"before long noun"},
    "王海燕三": {"before word"},
    "王海燕漂亮": {"before long word"},
    "路海燕。": {"rare"},
    "王燕。": {"1 given, 1 known"},
    "王炬。": {"1 given, 0 known"},
    "王炬燕。": {"2 given, 1 known"},
    "王鑅鑅。": {"2 given, 0 known"},
}


def cues_of(sentence: str, *, role: str = "body", times: int = 1) -> set[str]:
    page, article = laid_out(sentence)
    found: set[str] = set()
    for block in article.blocks:
        line = tokens(page.view[block.start : block.end], block.start)
        for start, lead, one in candidates(page.view, block, line, (), ()):
            found |= cues(page.view, block, start, lead, one, times)
    return found


@pytest.mark.parametrize(("sentence", "shown"), EXAMPLES.items())
def test_cues_are_given_and_have_weights(sentence: str, shown: set[str]) -> None:
    given = cues_of(sentence)
    assert shown <= given
    assert given <= {cue for together in fitted("person_weights").weights for cue in together}


def test_a_name_that_comes_again_is_likelier_unless_it_is_short() -> None:
    assert cues_of("王海燕。", times=3) - cues_of("王海燕。") == {"again", "often"}
    assert cues_of("王燕。", times=3) == cues_of("王燕。")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("骑行回家的梁超逢驶入服务区,把车停好。梁超逢已经骑了三天。", ["梁超逢", "梁超逢"]),
        ("职工李玥约上同事。", ["李玥"]),
        ("王强、李静、赵磊等企业到会。", []),
        ("各地安排余人再去,余人都到。", []),
        ("柯桥区在项目上推行。金林镇入选试点。", []),
        ("高新区、高中生和夏令营都在名单里。", []),
    ],
)
def test_names_that_only_what_stands_around_them_tells(text: str, names: list[str]) -> None:
    page, article = laid_out(text)
    assert [m.text for m in people.find(page, article, ())] == names


def test_a_name_told_by_its_post_is_no_weighed_one() -> None:
    page, article = laid_out("县总工会主席王海燕到会。会上,王海燕致辞。")
    assert [m.rule for m in people.find(page, article, ())] == ["person.post", "person.again"]
