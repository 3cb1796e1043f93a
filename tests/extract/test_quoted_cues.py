"""The cues of quotations: each that the code can give has its weight in schema/quoted_weights.yaml, and each weight its cue."""

import ast
import inspect

import pytest

from graph.extract.initiatives import programmes, quoted_cues, quoted_names
from graph.extract.initiatives.quoted_weights import quoted_weights
from graph.extract.page import quotes
from tests.extract.conftest import laid_out

EXAMPLES = {
    "head": "渔港的“千帆海灯”行动。",
    "row head": "渔港的“千帆海灯”“万船归港”行动。",
    "head before": "微信公众号“千帆海灯”。",
    "strong head": "说起“千帆工作法”。",
    "own head": "说起“千帆海灯劳动竞赛”。",
    "own noun": "说起“千帆海灯项目”。",
    "cup": "说起“千帆杯”。",
    "period": "说起“千帆海灯日”。",
    "founding": "渔港设立“千帆海灯”。",
    "verb": "渔港打造“千帆海灯”。",
    "verb near": "渔港打造船员喜爱的“千帆海灯”。",
    "called": "这里名为“千帆海灯”。",
    "theme": "以“千帆海灯”为主题。",
    "begins": "这天“千帆海灯”启动。",
    "defined": "所谓“千帆海灯”是指点灯。",
    "many": "渔港有20座“千帆海灯”。",
    "owner": "市总工会“千帆海灯”。",
    "opens": "“千帆海灯”照亮渔港。",
    "again": "说起“千帆海灯”,“千帆海灯”真亮。",
    "headline": "说起“千帆海灯”。",
    "row": "说起“千帆海灯”“万船归港”。",
    "counted": "说起“三送”。",
    "joined": "说起“灯塔+码头”。",
    "open": "说起“6+”。",
    "dotted": "说起“千帆·海灯”。",
    "known inside": "说起“中国梦·劳动美——向海”。",
    "couplet": "说起“千帆过海,万灯照港”。",
    "long": "说起“千帆海灯亮”。",
    "four": "说起“千帆海灯”。",
    "three": "说起“千帆灯”。",
    "short": "说起“帆灯”。",
    "nested": "说起“老周‘千帆海灯’的事”。",
    "work": "说起“千帆海灯”讲座。",
    "word": "说起“灯塔”。",
    "function word": "说起“为你点海灯”。",
    "formula": "说起“四个意识”。",
    "figure": "说起“娘家人”。",
    "row figure": "说起“娘家人”“千帆海灯”。",
    "contrast": "从“千帆海灯”走到“万船归港”。",
    "other kind": "说起“千帆海灯”产业。",
    "watchword": "说起“千帆海灯”理念。",
    "attribute of": "说起“千帆海灯”的人。",
    "role": "当好“千帆海灯”。",
    "sentence": "说起“我家千帆海灯”。",
    "attribute": "说起“千帆型”。",
}


def cues_of(sentence: str, headline: str = "") -> set[str]:
    page, article = laid_out(sentence, headline=headline)
    context = programmes.context_of(page, article)
    found: set[str] = set()
    for block in article.blocks:
        marks = quotes.find(page.view, block.start, block.end)
        for depth in range(2):
            for row in quotes.rows(page.view, [q for q in marks if q.depth == depth]):
                found.update(*(one.cues for one in quoted_names.candidates(page.view, row, block, context)))
    return found


@pytest.mark.parametrize(("cue", "sentence"), EXAMPLES.items())
def test_cue_is_given(cue: str, sentence: str) -> None:
    assert cue in cues_of(sentence, headline="渔港“千帆海灯”亮了" if cue == "headline" else "")


def test_no_example_has_a_cue_without_a_weight() -> None:
    assert set().union(*map(cues_of, EXAMPLES.values())) <= set(quoted_weights().cues)


def test_every_weight_has_its_example() -> None:
    assert set(EXAMPLES) == set(quoted_weights().cues)


def _given(module: object) -> set[str]:
    """The cues in the code of a module or function: what it yields, puts into lists or gives a pattern by name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(inspect.getsource(module))):  # type: ignore[arg-type]
        parts = [node.value] if isinstance(node, ast.Yield) else node.elts if isinstance(node, ast.List) else []
        parts = node.keys if isinstance(node, ast.Dict) else parts
        texts = [one.value for part in parts if part for one in ast.walk(part) if isinstance(one, ast.Constant)]
        found.update(text for text in texts if isinstance(text, str) and text.isascii())
    return found


def test_code_has_no_cue_without_a_weight() -> None:
    given = _given(quoted_cues) | _given(quoted_names.candidates)
    assert {"head", "watchword", "counted"} <= given
    assert given <= set(quoted_weights().cues)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("今年的重点是“暖灯行动”,惠及海员。", ["暖灯行动"]),
        ("港城推出的品牌是“千帆海灯”。", ["千帆海灯"]),
        ("这里是“千帆海灯”,游人很多。", []),
        ("爱心大使推出“点灯、护灯工程”。", ["点灯、护灯工程"]),
        ("让海员“进一扇门、办所有事”。", []),
        ("开展“海员医生”号脉行动。", ["海员医生"]),
        ("“远望”号测量船出海。", []),
        ("“雪帆2”号出海。", []),
        ("这一做法被媒体称为“港城模式”。", ["港城模式"]),
        ("他被人称作“灯塔”。", []),
        ("推行“1+3+N”构建维权服务体系。", ["1+3+N"]),
        ("推行“1+3+N”维权服务体系。", ["“1+3+N”维权服务体系"]),
        ("推行“三三三”培养体系。", ["“三三三”培养体系"]),
        ("“五四”青年人才培养体系完善。", []),
        ("“青石下村”成立工会。", []),
        ("开展“劳模义诊进村”。", ["劳模义诊进村"]),
    ],
)
def test_what_stands_around_a_quotation_decides(sentence: str, names: list[str]) -> None:
    page, article = laid_out(sentence)
    assert [m.text for m in programmes.find(page, article)] == names
