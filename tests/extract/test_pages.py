"""Pages: bytes of any encoding become a view that maps back to the raw text, character by character."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.characters import simplify
from graph.errors import PageError
from graph.extract.page import pages
from graph.extract.page.pages import normalise, read

TEXT = "本报讯 近日,青禾县总工会召开全县职工之家建设推进会,部署今年的重点工作,并为十家先进单位授牌。\n"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def view(raw):
    return normalise(raw)[0]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("gb18030", b""), ("utf-16-le", codecs.BOM_UTF16_LE),
     ("utf-16-be", codecs.BOM_UTF16_BE), ("utf-16-le", b"")],
)  # fmt: skip
def test_encodings_give_the_same_view(tmp_path, encoding, mark):
    path = tmp_path / "page.txt"
    path.write_bytes(mark + TEXT.encode(encoding))
    page = read(path)
    assert page.view == view(TEXT)
    assert page.encoding == encoding
    assert page.raw.lstrip("\ufeff") == TEXT


def test_traditional_page_in_big5(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes("縣總工會為職工辦實事,開展集體協商與法律援助,職工權益得到維護。".encode("big5"))
    page = read(path)
    assert page.encoding == "big5hkscs"
    assert page.view == "县总工会为职工办实事,开展集体协商与法律援助,职工权益得到维护。"


def test_html_charset_is_believed(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes('<html><head><meta charset="gbk"></head><body><p>青禾县</p></body></html>'.encode("gbk"))
    assert read(path).view == "青禾县"


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "no text"),
        (b" \n\n ", "no text"),
        (b"\x00\x01\x02\xff\xfe\xfd" * 9, "not a text file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\xff\xfe\xfd", "a picture, not text: open it"),
        (b"PK\x03\x04\x14\x00\x06\x00word/document.xml", "a damaged Word file, not text"),
        (b"{\\rtf1\\ansi\\ansicpg936 }", "an RTF file, not text: save it as .docx"),
        (OLE + "WordDocument".encode("utf-16-le"), "an old Word file .* save it as .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked by a password"),
        (OLE + "Workbook".encode("utf-16-le"), "an old Excel or PowerPoint file, not text"),
    ],
)
def test_pages_that_cannot_be_read_say_why(tmp_path, content, part):
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    with pytest.raises(PageError, match=part) as caught:
        read(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["page.pdf", "page.PDF", "page.docx"])
@pytest.mark.parametrize("content", [TEXT, "<html><body><h1>404</h1><p>页面不存在</p></body></html>"])
def test_a_text_that_is_called_pdf_or_docx_is_no_page(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PageError, match=f"no {name[5:].lower()} file, whatever its ending says: fetch it again"):
        read(path)


def test_missing_folder_and_large_files(tmp_path, monkeypatch):
    with pytest.raises(PageError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(PageError, match="folder"):
        read(tmp_path)
    monkeypatch.setattr(pages, "MAX_BYTES", 3)
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(PageError, match="larger than"):
        read(tmp_path / "page.txt")


def test_raw_keeps_carriage_returns_and_spans_count_them(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes("标题一行\r\n\r\n青禾县总工会\r\n".encode())
    page = read(path)
    start = page.view.index("青禾县")
    begin, end = page.raw_span(start, start + 3)
    assert page.raw[begin:end] == "青禾县"
    assert begin == 8


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("⻬⺠⻓⼯", "齐民长工"),
        ("會議、後勤、臺灣", "会议、后勤、台湾"),
        ("乾县于都,哪吒,编著", "乾县于都,哪吒,编著"),
        ("（１０％）：ＡＩ＋工会！", "(10%):AI+工会!"),
        ("①第一 ㎡", "①第一 ㎡"),
        ('开展"春风行动"和"金秋助学"', "开展“春风行动”和“金秋助学”"),
        ("青\u200b禾\ufeff县", "青禾县"),
        ("主席 王 芳", "主席 王芳"),
        ("王 芳 李 伟 摄", "王芳 李伟 摄"),
        ("工 会 工 作 动 态", "工会工作动态"),
        ("# 听民声 解民忧", "听民声 解民忧"),
        ("**重点**工作", "重点工作"),
        ("- 第一项", "第一项"),
        ("见[工会网](http://x.cn/a)和![图](a.png)", "见工会网和"),
    ],
)
def test_characters_and_marks(raw, expected):
    assert view(raw) == expected


def test_spaces_that_reading_put_into_a_sentence_go_but_not_those_of_a_slogan():
    raw = "县总工会 开展“凝聚力量 共建家园”主题活动,共有 478 名职工 参加,反响热烈。"
    assert view(raw) == "县总工会开展“凝聚力量 共建家园”主题活动,共有478名职工参加,反响热烈。"


LONG = "今年以来,青禾县总工会坚持把职工的事当成自己的事来办,走访企业三十余家,每家企业至少走访"


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n\n", "\r\n\r\n", "\r"])
def test_a_paragraph_broken_in_mid_sentence_is_joined(gap):
    assert view(f"{LONG}2次{gap}以上,解决问题五十件。") == f"{LONG}2次以上,解决问题五十件。"


def test_an_open_title_goes_on_in_the_next_line():
    assert view("办好《关于乡\n\n镇同社区共建书屋的意见》,列出清单。") == "办好《关于乡镇同社区共建书屋的意见》,列出清单。"


@pytest.mark.parametrize(
    "lines",
    [
        ["推动工作上台阶", "青禾县总工会主席 王芳", "今年以来,全县工会工作取得进展。"],
        [LONG + "。", "第二段另起。"],
        [LONG + "十次", "【基层动态】"],
        [LONG + "十次", "王芳 李伟 摄"],
        [LONG + "十次。王芳", "青禾日报 2023年5月6日 星期六"],
        [LONG, "5月6日,职工在青禾县的工会驿站里休息纳凉,志愿者送上绿豆汤。王芳 摄"],
    ],
)
def test_lines_that_stand_alone_stay_alone(lines):
    assert view("\n\n".join(lines)).split("\n") == lines


def test_wrapped_columns_are_joined_to_paragraphs():
    body = "青禾县总工会把服务职工作为头等大事来抓全年共走访企业三百二十家帮助职工解决困难一千多件受到基层欢迎" * 4 + "。"
    wrapped = "\n".join(body[i : i + 18] for i in range(0, len(body), 18))
    assert view(wrapped) == body


def test_html_becomes_paragraphs_and_every_character_knows_its_place():
    raw = (
        "<html><head><title>站名</title><style>p{}</style></head><body><nav>首页</nav><h1>春风&ldquo;送岗&rdquo;</h1>\n"
        "<p>青禾县&nbsp;总工会<b>昨日</b>举办<br>招聘会。</p><script>var a='<p>不读</p>';</script><!-- 注释 --></body></html>"
    )
    text, starts, ends = normalise(raw)
    assert text.split("\n") == ["春风“送岗”", "青禾县 总工会昨日举办", "招聘会。"]
    quote = text.index("“")
    assert raw[starts[quote] : ends[quote]] == "&ldquo;"
    place = text.index("昨日")
    assert raw[starts[place] : ends[place + 1]] == "昨日"


def test_html_with_closed_breaks_and_numbered_characters():
    raw = "<html><body><p>青禾县<br/>&#8220;暖心驿&#x201d;</p><script>&#8220;不读&ldquo;</script></body></html>"
    text, starts, ends = normalise(raw)
    assert text.split("\n") == ["青禾县", "“暖心驿”"]
    assert raw[starts[4] : ends[4]] == "&#8220;"


def test_unclosed_html_is_read_to_its_end():
    assert view("<html><body><p>第一段。<p>第二段&hellip;<div>尾").split("\n") == ["第一段。", "第二段…", "尾"]


@pytest.mark.parametrize(
    ("html", "read_as"),
    [
        ('<ul><li><a href="/">首页</a></li><li><a href="/b">工会概况</a></li></ul><p>正文。</p>', ["正文。"]),
        ("<table><tr><td><a href=1>首页</a> | <a href=2>法规</a></td></tr></table><p>正文。</p>", ["正文。"]),
        ("<p>正文。</p><ul><li><a href=1>别处的标题</a> <span>2021-03-12</span></li></ul>", ["正文。"]),
        ("<h3><a href=1>青禾县建成驿站</a></h3><p>正文。</p>", ["青禾县建成驿站", "正文。"]),
        ("<p><a href=1>青禾县</a>建成<a href=2>驿站</a></p>", ["青禾县建成驿站"]),
        ("<p><a href=1>近日,青禾县建成驿站。[详细]</a></p>", ["近日,青禾县建成驿站。[详细]"]),
        ("<ul><li><a href=1>青禾县建成驿站</a></li><li><a href=2>首页</a></li></ul>", ["青禾县建成驿站", "首页"]),
        ("<a name=top><p>青禾县建成驿站</p><p>正文。</p>", ["青禾县建成驿站", "正文。"]),
    ],
)
def test_lines_of_nothing_but_links_are_no_text(html, read_as):
    assert view(f"<html><body>{html}</body></html>").split("\n") == read_as


def test_labels_and_names_in_brackets_stay_apart():
    line = "发布时间:2011-02-11 来源:青禾县总工会 作者:王芳 浏览次数:128,已经有很多很多人读过这一页"
    assert view(line) == line
    assert view(TEXT + "(冬雪 殷桃)").endswith("(冬雪 殷桃)")


@pytest.mark.parametrize(
    ("first", "name", "date", "paper"),
    [
        ("青禾工人报 2023年8月16日 星期三 第3版", "x.txt", "2023-08-16", "青禾工人报"),
        ("《工人日报》(2016年01月11日 02版)", "x.txt", "2016-01-11", "工人日报"),
        ("2023-05-06 10:20 来源:青禾日报", "x.txt", "2023-05-06", None),
        ("青禾县2023年8月16日举行的活动受到欢迎", "x.txt", None, None),
        ("没有日期的一行", "青禾日报20230816_03.txt", "2023-08-16", "青禾日报"),
        ("没有日期的一行", "2023-02-30.txt", None, None),
        ("没有日期的一行", "000_4a15.txt", None, None),
        ("青禾工会 2025-07-21", "x.txt", "2025-07-21", None),
        ("青禾县2025-07-21入会", "x.txt", None, None),
        ("县总 2010年1月2日 成立", "x.txt", None, None),
        ("报名截止 2025-07-21", "x.txt", None, None),
        ("原创 王芳 青禾工会 2025-07-21", "x.txt", "2025-07-21", None),
        ("2025年7月21日 通讯员 王芳 李强", "x.txt", "2025-07-21", None),
        ("2025年7月21日 服务站开门迎客", "x.txt", None, None),
        ("2o25年7月2l曰 星期一", "x.txt", "2025-07-21", None),
        ("2025年7月21日 星期一 青禾工人报", "x.txt", "2025-07-21", "青禾工人报"),
        ("青禾午报", "x.txt", None, "青禾午报"),
        ("2025-07-21 10:20", "2024-01-01.txt", "2025-07-21", None),
    ],
)
def test_date_and_paper_come_from_folio_or_file_name_only(tmp_path, first, name, date, paper):
    path = tmp_path / name
    path.write_text(f"{first}\n\n{TEXT}去年5月1日之后又有进展。\n", encoding="utf-8")
    page = read(path)
    assert (page.date, page.paper) == (date, paper)
    assert read(path, date="2001-01").date == (date or "2001-01")


@pytest.mark.parametrize(
    ("meta", "date"),
    [
        ('<meta name="PubDate" content="2025-07-21 09:00">', "2025-07-21"),
        ('<meta content="2025-07-21T09:00:00+08:00" property="article:published_time"/>', "2025-07-21"),
        ('<meta property="article:published_time" content="2025-07-21T09:00:00+08:00"/>', "2025-07-21"),
        ('<meta name="description" content="2025-07-21 会议">', None),
        ("<meta " * 3000, None),
    ],
)
def test_date_of_an_html_page_comes_from_its_metadata(tmp_path, meta, date):
    path = tmp_path / "页.html"
    path.write_text(f"<html><head>{meta}</head><body><p>{TEXT}</p></body></html>", encoding="utf-8")
    assert read(path).date == date


@given(st.text(max_size=300) | st.text(alphabet='青禾县总工会 \n\r\t“”"《》()。,:#*-<>/p&;12aB\u3000\u00a0\ufeff⻬會', max_size=200))
def test_every_view_character_has_its_raw_characters(raw):
    text, starts, ends = normalise(raw)
    assert len(text) == len(starts) == len(ends)
    assert list(starts) == sorted(starts)
    for char, start, end in zip(text, starts, ends, strict=True):
        assert 0 <= start < end <= len(raw)
        if char == "\n" or raw[start] in "<&":
            continue
        assert char in (simplify(raw[start:end]), "“", "”", " ")


@given(st.text(alphabet="甲乙丙丁 \n⻬會，。", max_size=80))
def test_normalising_a_view_changes_nothing_more_of_its_characters(raw):
    once = view(raw)
    assert sorted(view(once).replace("\n", "").replace(" ", "")) == sorted(once.replace("\n", "").replace(" ", ""))
