"""PDF pages: lines of type become paragraphs and headlines; facts point into the text that was taken out."""

import re

import pytest

from graph.errors import PageError
from graph.extract.page.pages import read
from graph.extract.pipeline import extract

EM = 10
BODY = [
    # a column of 18 characters: an indented first line, a full line, a short last one, the next paragraph
    (70, 700, EM, "青禾县总工会近日召开职工之家建"),
    (50, 685, EM, "设推进会,部署全年工作,并为十家先"),
    (50, 670, EM, "进单位授牌。"),
    (70, 655, EM, "县总工会主席程海涛说,驿站已经"),
    (50, 640, EM, "建成26家,全县的快递员都能进站歇脚"),
]


def pdf(*pages):
    """A PDF of lines (x, y, size, text) in a Chinese font that every reader knows by name (Adobe-GB1, not embedded)."""
    objects = {1: "<< /Type /Catalog /Pages 2 0 R >>"}
    font = "/Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R]"
    objects[3] = f"<< {font} >>"
    objects[4] = (
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
    )
    objects[5] = (
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 "
        "/Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    kids = []
    for number, lines in enumerate(pages):
        place, content = 6 + 2 * number, 7 + 2 * number
        drawn = "\n".join(
            f"BT /F1 {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET" for x, y, size, text in lines
        )  # fmt: skip
        objects[place] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R >>"
        )
        objects[content] = f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"
        kids.append(f"{place} 0 R")
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(pages)} >>"
    out, places = "%PDF-1.4\n", []
    for number in sorted(objects):
        places.append(len(out))
        out += f"{number} 0 obj\n{objects[number]}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
        f"startxref\n{len(out)}\n%%EOF\n"
    ).encode("ascii")


@pytest.fixture
def page(tmp_path):
    def write(*pages, name="page.pdf"):
        path = tmp_path / name
        path.write_bytes(pdf(*pages))
        return read(path)

    return write


def test_lines_become_paragraphs_by_their_indents(page):
    assert page(BODY).raw.split("\n") == [
        "青禾县总工会近日召开职工之家建设推进会,部署全年工作,并为十家先进单位授牌。",
        "县总工会主席程海涛说,驿站已经建成26家,全县的快递员都能进站歇脚",
    ]


def test_a_paragraph_goes_on_at_the_top_of_the_next_column(page):
    next_column = [(320, 700, EM, "喝水,县里又添了12家。"), (340, 685, EM, "各乡镇工会随后照着办,"), (320, 670, EM, "做法各有不同。")]
    assert page([*BODY, *next_column]).raw.split("\n")[1:] == [
        "县总工会主席程海涛说,驿站已经建成26家,全县的快递员都能进站歇脚喝水,县里又添了12家。",
        "各乡镇工会随后照着办,做法各有不同。",
    ]


LEFT = """  甲县总工会近日召开驿站建设推进
会,部署全年工作,为十家先进单位授
牌,程海涛主席到会,并走访了三个站
点,看望在那里歇脚的快递员和环卫工
人。
  甲县的驿站已经建成二十六家,年
底还要再添十二家,各乡镇都会有一家
。""".splitlines()
RIGHT = """  乙县总工会日前开办焊工技能培训
班,请来三位省级工匠授课,六十名青
年职工报名,学期一个月,结业之后由
县里的船厂优先录用。
  乙县还把课堂搬到渔港,晚上给船
员讲安全生产,讲完就在码头上演练一
遍,做得好的当场发奖品,还上光荣榜
一个月。""".splitlines()


def column(texts, left, *, drop=0.0, size=EM):
    """The lines of a column; two blanks before a text are its indent."""
    return [(left + 2 * size * text.startswith("  "), 700 - 15 * at - drop, size, text.strip()) for at, text in enumerate(texts)]


def by_rows(*columns):
    return [line for row in zip(*columns, strict=True) for line in row]


TWO = [column(LEFT, 50), column(RIGHT, 320)]


@pytest.mark.parametrize("right", [320, 240])
@pytest.mark.parametrize("drop", [0.0, 3.0])
def test_columns_drawn_row_by_row_are_read_one_after_the_other(page, right, drop):
    drawn = page(by_rows(column(LEFT, 50), column(RIGHT, right, drop=drop)))
    assert drawn.raw == page([*TWO[0], *TWO[1]], name="columns.pdf").raw
    assert drawn.raw.split("\n")[0].startswith("甲县总工会近日召开驿站建设推进会,部署全年工作,为十家先进单位授牌")
    person = next(m.mention for m in extract(drawn).mentions if m.mention.type == "Person")
    assert drawn.raw[slice(*drawn.raw_span(person.start, person.end))] == "程海涛"


def test_what_crosses_the_gutter_stays_over_and_under_the_columns(page):
    head, foot = (50, 760, 24, "两个县的两件实事都办得很好"), (50, 560, EM, "编后:" + "两县的做法各有所长,值得别处的工会看一看。" * 2)
    lines = page([head, *by_rows(*TWO), foot]).raw.split("\n")
    assert lines[0] == "# 两个县的两件实事都办得很好"
    assert [line[:2] for line in lines[1:]] == ["甲县", "甲县", "乙县", "乙县", "编后"]


def test_three_columns_drawn_row_by_row(page):
    three = [*TWO, column([line.replace("乙", "丙") for line in RIGHT], 530)]
    assert [line[:2] for line in page(by_rows(*three)).raw.split("\n")] == ["甲县"] * 2 + ["乙县"] * 2 + ["丙县"] * 2


def test_tables_and_lists_in_columns_stay_as_drawn(page):
    cells = [
        [(left, 700 - 15 * at, EM, f"{what}{at}") for at in range(8)] for left, what in ((50, "清河县第一机械厂工会第"), (320, "名额"))
    ]
    assert page(by_rows(*cells)).raw.index("名额0") < page(by_rows(*cells), name="two.pdf").raw.index("工会第1")
    few = [own[:2] for own in TWO]
    assert page(by_rows(*few), name="few.pdf").raw.index("乙县") < page(by_rows(*few), name="few2.pdf").raw.index("会,部署")


def test_large_type_is_a_headline_of_as_many_lines_as_it_has(page):
    head = [(50, 780, 24, "把职工之家建到海边"), (50, 745, 24, "让船员上岸有处可去"), (50, 722, 13, "一个海港县的试验")]
    assert page([*head, *BODY]).raw.split("\n")[:2] == ["# 把职工之家建到海边 让船员上岸有处可去", "## 一个海港县的试验"]


def test_a_paragraph_without_indent_ends_with_its_short_line(page):
    lines = ["各站点备有热水、药箱和充电的插座。", "随时开门。", "站长由附近商户的店主轮流来做满一年"]
    raw = page([(50, 700 - 15 * i, EM, line) for i, line in enumerate(lines)]).raw
    assert raw.split("\n") == [lines[0] + lines[1], lines[2]]


def test_pages_of_a_file_are_parted(page):
    first, second = page(BODY[:3], BODY[3:]).raw.split("\n\n")
    assert (first[:3], second[:3]) == ("青禾县", "县总工")


def printed(lines, number, count, *, clock="2024/5/6 10:23", foot="https://news.example.cn/a/1.html"):
    """A page as browsers print it: the time and the title over it, the address and the count under it, both drawn last."""
    edges = [(24, 810, 8, clock), (240, 810, 8, "让船员上岸有处可去-青禾新闻网"), (24, 17, 8, foot), (560, 17, 8, f"{number}/{count}")]
    return [*lines, *edges]


@pytest.mark.parametrize("clock", ["2024/5/6 10:23", "2024/5/6 上午10:23", "5/6/24, 10:23 AM"])
@pytest.mark.parametrize("parts", [(BODY,), (BODY[:3], BODY[3:])])
def test_what_a_browser_prints_over_and_under_each_page_is_left_out(page, parts, clock):
    read_page = page(*(printed(lines, number, len(parts), clock=clock) for number, lines in enumerate(parts, 1)))
    assert read_page.raw == page(*parts, name="plain.pdf").raw
    assert read_page.date is None
    facts = extract(read_page)
    person = next(m.mention for m in facts.mentions if m.mention.type == "Person")
    assert read_page.raw[slice(*read_page.raw_span(person.start, person.end))] == "程海涛"


def test_a_page_that_holds_nothing_but_its_edges_is_no_page(page):
    assert page(printed(BODY, 1, 2), printed([], 2, 2)).raw == page(BODY, name="plain.pdf").raw


def test_a_head_of_the_paper_is_given_once_and_page_numbers_never(page):
    head = (50, 810, 8, "青禾日报 2024年5月6日 综合")
    text = page([head, *BODY[:3], (290, 17, 8, "- 1 -")], [head, *BODY[3:], (290, 17, 8, "- 2 -")]).raw
    assert text.count("青禾日报") == 1
    assert "-" not in text
    assert text.startswith("青禾日报 2024年5月6日 综合")


def test_what_differs_or_stands_elsewhere_is_text(page):
    first, second = [(50, 810, 8, "青禾日报 要闻"), *BODY[:3]], [(50, 810, 8, "青禾日报 副刊"), *BODY[3:]]
    assert page(first, second).raw.count("青禾日报") == 2
    lower = [(50, 730, 8, "青禾日报 要闻"), *BODY[3:]]
    assert page(first, lower).raw.count("青禾日报 要闻") == 2
    assert "https://qinghe.example.cn" in page([*BODY, (50, 500, EM, "详见 https://qinghe.example.cn")], name="one.pdf").raw


def test_facts_point_into_the_text_taken_out(page):
    read_page = page(BODY, name="青禾 2024-05-06.pdf")
    facts = extract(read_page)
    spans = {read_page.raw[slice(*read_page.raw_span(m.mention.start, m.mention.end))] for m in facts.mentions}
    assert {"青禾县总工会", "程海涛"} <= spans
    assert (read_page.encoding, read_page.date) == ("pdf", "2024-05-06")


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (pdf([]), "pictures without text.*OCR"),
        (b"%PDF-1.7\n" + b"\x00\x01rubbish" * 20, "damaged"),
        (pdf([(50, 700, EM, "\ue001\ue002\ue003\ue004县")]), "fonts.*OCR"),
    ],
)
def test_pdf_without_readable_text_says_what_to_do(tmp_path, content, part):
    path = tmp_path / "page.pdf"
    path.write_bytes(content)
    with pytest.raises(PageError, match=part) as caught:
        read(path)
    assert re.match(rf"{re.escape(str(path))}: [^\n]+$", str(caught.value))
