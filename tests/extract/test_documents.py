"""Documents: what stands between title marks, and what only looks like a title."""

from hypothesis import given
from hypothesis import strategies as st

from graph.extract.page import quotes
from graph.extract.titles import documents
from graph.records import Mention
from tests.extract.conftest import laid_out


def found(*paragraphs: str) -> list[Mention]:
    return documents.find(*laid_out(*paragraphs))


def texts(*paragraphs: str) -> list[str]:
    return [mention.text for mention in found(*paragraphs)]


def test_title_is_the_inside_of_the_outermost_marks() -> None:
    assert texts("县总转发《关于落实〈劳动保护条例〉的通知》,随后印发《办事指南》。") == ["关于落实〈劳动保护条例〉的通知", "办事指南"]


def test_newspaper_is_a_source_and_no_document() -> None:
    assert texts("来源:《海滨工人报》", "《海滨日报》刊发了《工会工作二十年》一文。") == ["工会工作二十年"]


def test_column_is_no_document_even_where_the_noun_is_missing() -> None:
    assert texts("《同心桥》邀您来谈", "《同心桥》《车间灯火》栏目开办三年,刊发《一名焊工的日记》。") == ["一名焊工的日记"]


def test_title_without_marks_needs_a_verb_of_issuing_and_wording_of_its_own() -> None:
    assert texts("市总工会出台推进班组微创新三年行动计划,随后制定实施方案。") == ["推进班组微创新三年行动计划"]


def test_quoted_title_of_an_official_text_is_a_document() -> None:
    assert texts("全面落实“健康港城行动实施方案”,开展“暖港”行动。") == ["健康港城行动实施方案"]


def test_short_form_carries_the_full_title() -> None:
    mentions = found("市总印发《关于加强港口职工互助的意见》。《意见》提出三条措施,《规程》另行制定。")
    assert [(m.text, m.name) for m in mentions] == [
        ("关于加强港口职工互助的意见", None),
        ("意见", "关于加强港口职工互助的意见"),
        ("规程", None),
    ]


def test_marks_that_lost_their_partner_pair_nothing() -> None:
    assert texts("《只有开头,没有结尾。《完整的一篇》在后。") == ["完整的一篇"]


def test_quotation_with_a_lost_opening_mark_is_read_whole() -> None:
    text = "制定“十六五”、再出发”主题竞赛方案"
    found = quotes.find(text, 0, len(text))
    assert [text[q.start : q.end] for q in found] == ["“十六五”、再出发"]


@given(st.text(alphabet='《》〈〉“”‘’「」"、,。工会法栏目', max_size=60))
def test_spans_lie_in_the_text_and_hold_what_they_say(text: str) -> None:
    for quote in quotes.find(text, 0, len(text)):
        assert 0 <= quote.outer[0] < quote.outer[1] <= len(text)
    for mention in found(text):
        assert text[mention.start : mention.end] == mention.text
