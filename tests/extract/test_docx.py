"""Word files: what a reader of the file sees becomes text, in order; facts point into the text that was taken out."""

import io
import zipfile

import pytest

from graph.errors import PageError
from graph.extract.page.pages import read
from graph.extract.pipeline import extract

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = """<w:style w:styleId="a3"><w:name w:val="Title"/></w:style>
<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="own"><w:name w:val="自定标题"/><w:basedOn w:val="1"/></w:style>
<w:style w:styleId="deep"><w:name w:val="小标题"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>"""


def docx(body, *, title="", word=WORD, main="word/document.xml"):
    """The bytes of a Word file with this XML for its body."""
    folder = main.rpartition("/")[2]
    parts = {
        "_rels/.rels": f'<Relationships><Relationship Type="{LINKS}/officeDocument" Target="{main}"/>'
        f'<Relationship Type="x/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        f"word/_rels/{folder}.rels": f'<Relationships><Relationship Type="{LINKS}/styles" Target="styles.xml"/></Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{word}">{STYLES}</w:styles>',
        "docProps/core.xml": f'<c:p xmlns:c="c" xmlns:dc="dc"><dc:title>{title}</dc:title><c:created>2009-01-02</c:created></c:p>',
        main: f'<w:document xmlns:w="{word}" xmlns:mc="mc"><w:body>{body}<w:sectPr/></w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def p(*runs, style=""):
    """A paragraph; what is no XML becomes a run."""
    inside = "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inside}</w:p>"


def table(*rows):
    """A table whose cells hold this XML."""
    cells = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


@pytest.fixture
def page(tmp_path):
    def write(*body, name="page.docx", **options):
        path = tmp_path / name
        path.write_bytes(docx("".join(body), **options))
        return read(path)

    return write


def test_paragraphs_and_tables_come_in_order(page):
    found = page(p("青禾县总工会建成驿站"), table([p("站点"), p("数量")], [p("城南"), p("3个")]), p("全县的快递员都能进站歇脚。"))
    assert found.raw == "青禾县总工会建成驿站\n站点\t数量\n城南\t3个\n全县的快递员都能进站歇脚。\n"
    assert found.encoding == "docx"


def test_a_table_for_layout_keeps_its_paragraphs(page):
    assert page(table([p("左栏第一段。") + p("左栏第二段。"), p("右栏。")])).raw.split() == ["左栏第一段。", "左栏第二段。", "右栏。"]


def test_titles_and_headings_are_marked_by_their_styles(page):
    found = page(p("总题", style="a3"), p("做法", style="1"), p("成效", style="own"), p("细目", style="deep"), p("正文。", style="没有"))
    assert found.raw.splitlines() == ["# 总题", "## 做法", "## 成效", "#### 细目", "正文。"]


def test_the_title_in_the_properties_marks_the_first_paragraph_only_where_it_is_that_one(page):
    assert page(p("建成驿站"), p("正文。"), title="建成驿站").raw.startswith("# 建成驿站\n")
    assert page(p("建成驿站"), p("正文。"), title="上一份文件").raw.startswith("建成驿站\n")


def test_the_day_on_which_a_file_was_made_is_no_day_of_the_page(page):
    assert page(p("正文。")).date is None
    assert page(p("正文。"), name="青禾 2024-05-06.docx").date == "2024-05-06"


def test_what_a_reader_sees_is_read_and_nothing_else(page):
    run = "<w:r>{}</w:r>"
    found = page(
        p("建成", "<w:ins><w:r><w:t>驿站</w:t></w:r></w:ins>", "<w:del><w:r><w:delText>书屋</w:delText></w:r></w:del>",
          "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>", "<w:hyperlink><w:r><w:t>12个</w:t></w:r></w:hyperlink>",
          run.format("<w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t>"), run.format('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>。</w:t>'),
          run.format("<w:instrText>PAGE</w:instrText>")),
        f"<w:sdt><w:sdtContent>{p('控件里的字。')}</w:sdtContent></w:sdt>",
        p("框外", run.format(f"<mc:AlternateContent><mc:Choice><w:txbxContent>{p('框内。')}</w:txbxContent></mc:Choice>"
                             f"<mc:Fallback><w:txbxContent>{p('框内。')}</w:txbxContent></mc:Fallback></mc:AlternateContent>")),
        p("一行", run.format("<w:br/>"), "二行"),
    )  # fmt: skip
    assert found.raw == "建成驿站12个。\n控件里的字。\n框外\n框内。\n一行\n二行\n"


def test_any_name_of_the_main_part_and_the_strict_namespace(page):
    assert page(p("正文。"), word=STRICT, main="word/document2.xml").raw == "正文。\n"


def test_facts_point_into_the_text_that_was_taken_out(page):
    found = page(p("青禾县总工会建驿站", style="a3"), p("本报讯 青禾县总工会建成“暖心驿”户外劳动者服务站12个。"))
    facts = extract(found)
    assert facts.articles[0].headline == "青禾县总工会建驿站"
    quotes = {found.raw[slice(*found.raw_span(linked.mention.start, linked.mention.end))] for linked in facts.mentions}
    assert {"青禾县总工会", "暖心驿"} <= quotes


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (lambda: docx(p("正文。"))[:700], "damaged Word file"),
        (lambda: docx("<w:p>"), "a damaged Word file: save it anew"),
        (lambda: docx(p(" ")), "a Word file without text"),
        (lambda: docx(p("正文。")).replace(b"word/document.xml", b"word/document.xmm", 1), "damaged Word file"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path, make, part):
    path = tmp_path / "page.docx"
    path.write_bytes(make())
    with pytest.raises(PageError, match=part):
        read(path)


def test_no_entity_is_expanded(tmp_path):
    body = "<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>"
    bomb = f'<!DOCTYPE d [<!ENTITY a "工会">]><w:document xmlns:w="{WORD}">{body}</w:document>'
    path = tmp_path / "page.docx"
    path.write_bytes(docx(p("正文。"), main="word/main.xml"))
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (parts | {"word/main.xml": bomb}).items():
            archive.writestr(name, content)
    with pytest.raises(PageError, match="damaged"):
        read(path)
