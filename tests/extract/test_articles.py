"""Articles: where they begin and end on a page, and what their parts are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.page import articles, bylines, paragraphs
from graph.extract.page.drafts import Draft
from graph.extract.page.pages import normalise
from graph.records import Page

BODY = "青禾县总工会今年以来走访企业三百家,为职工办成实事一千件,得到基层的普遍欢迎。"
MORE = "下一步,县总工会还将把服务站建到每一个园区,让职工随时有热水喝、有地方歇脚。"


def page_of(text: str) -> Page:
    view, starts, ends = normalise(text)
    return Page("p.txt", "p.txt", text, view, starts, ends)


def split(*lines: str):
    page = page_of("\n\n".join(lines))
    return page, articles.split(page)


def names(article):
    return [byline.name for byline in article.bylines]


def roles(page, article):
    return [(block.role, page.view[block.start : block.end]) for block in article.blocks]


def test_rubric_headline_signature_subheads_note():
    page, found = split(
        "【主席论坛】", "# 建好职工之家 凝聚奋进力量", "青禾县总工会党组书记、主席 王芳", BODY, "## 找准切口", MORE, "小编说:" + BODY,
        "【他山之石】", "# 河西县推行新办法", BODY + "来源:《工人日报》",
    )  # fmt: skip
    assert [a.headline for a in found] == ["建好职工之家 凝聚奋进力量", "河西县推行新办法"]
    assert [a.rubric for a in found] == ["主席论坛", "他山之石"]
    assert [a.source for a in found] == [None, "《工人日报》"]
    assert names(found[0]) == ["王芳"]
    assert [role for role, _ in roles(page, found[0])] == ["rubric", "headline", "byline", "body", "subhead", "body", "note"]


def test_a_headline_after_its_body_comes_first():
    page, found = split(
        "【主席论坛】", BODY, "## 第一招", MORE, "# 三招做实集体协商", "青禾县总工会 王芳", "【工会博览】", "# 别处新闻", BODY
    )
    assert [a.headline for a in found] == ["三招做实集体协商", "别处新闻"]
    assert roles(page, found[0])[:2] == [("rubric", "【主席论坛】"), ("headline", "三招做实集体协商")]
    assert names(found[0]) == ["王芳"]


def test_the_highest_heading_is_the_headline_whatever_stands_over_it():
    _, found = split("工会概况", "首页", "### 工会在行动", "# 甲地推行新办法", BODY)
    assert [a.headline for a in found] == ["甲地推行新办法"]
    _, found = split("劳动午报", "A3 工会新闻", "甲地推行新办法", BODY)
    assert [a.headline for a in found] == ["甲地推行新办法"]


def test_what_an_html_page_is_called_is_its_headline():
    raw = (
        "<html><head><title>青禾县建成驿站-青禾县总工会</title></head><body><h1>青禾县总工会网站</h1>"
        f"<p>联系我们</p><p>青禾县建成驿站</p><p>{BODY}</p></body></html>"
    )
    assert [a.headline for a in articles.split(page_of(raw))] == ["青禾县建成驿站"]
    raw = f"<html><head><title>青禾县总工会</title></head><body><p>青禾县总工会</p><h2>驿站开门了</h2><p>{BODY}</p></body></html>"
    assert [a.headline for a in articles.split(page_of(raw))] == ["驿站开门了"]


def test_a_headline_about_a_hotline_is_no_furniture():
    _, found = split("# 甲地推行新办法", BODY + "(记者 王芳)", "青禾县总工会开通维权热线 服务职工", MORE)
    assert [a.headline for a in found] == ["甲地推行新办法", "青禾县总工会开通维权热线 服务职工"]
    _, found = split("# 甲地推行新办法", BODY, "新闻热线:12345678")
    assert [a.headline for a in found] == ["甲地推行新办法"]


def test_the_next_headline_does_not_go_on_with_a_full_last_line():
    width = 20
    first = ("青禾县总工会今年以来走访企业三百家为职工办成实事" * 8)[: width * 7 - 3] + "。"
    body = "\u3000\u3000" + first
    lines = [body[i : i + width] for i in range(0, len(body), width)]
    assert len(lines[-1]) == width
    page = page_of("\n".join(["04版 基层 2016年8月9日 星期二", *lines, "园区里来了送清凉的人", *lines, "甲地推行新的办法", *lines]))
    assert page.view.split("\n")[2:5:2] == ["园区里来了送清凉的人", "甲地推行新的办法"]


@pytest.mark.parametrize(
    ("credit", "found"),
    [
        ("本报记者 信长虹 通讯员 白玛央金", ["信长虹", "白玛央金"]),
        ("(王芳 初美玲)", ["王芳", "初美玲"]),
        ("记者信长虹报道", ["信长虹"]),
        ("信长虹 初美玲", []),
        ("记者 近日", []),
        ("通讯员 县工会 张三", []),
        ("王芳 青岛", []),
    ],
)
def test_names_without_a_known_surname_count_where_only_names_stand(credit, found):
    assert [b.name for b in bylines.names(credit) or ()] == found


def test_closing_source_and_picture_credit_end_an_article():
    _, found = split(
        "# 甲地推行新办法", BODY, "来源:《工人日报》", "## 送清凉", "近日,青禾县总工会为环卫工人送去饮品。王芳 摄", "## 招聘会", MORE
    )
    assert [a.headline for a in found] == ["甲地推行新办法", "送清凉", "招聘会"]
    assert [b.role for b in found[1].bylines] == ["photographer"]


def test_datelines_part_articles_without_any_marks():
    _, found = split(
        "青禾县建成百个工会驿站", "本报讯(记者 王芳 通讯员李伟)近日," + BODY, MORE,
        "河西市举办职工运动会", "本报讯 张三丰报道 日前," + BODY,
        "山东县评出新工匠", "青禾网6月23日讯(赵子龙)" + BODY,
    )  # fmt: skip
    assert [a.headline for a in found] == ["青禾县建成百个工会驿站", "河西市举办职工运动会", "山东县评出新工匠"]
    assert [names(a) for a in found] == [["王芳", "李伟"], ["张三丰"], ["赵子龙"]]
    assert [b.role for b in found[0].bylines] == ["reporter", "correspondent"]


def test_a_source_with_its_author_ends_an_article_and_a_heading_of_another_place_opens_one():
    _, found = split(
        "# 洪泽区办班", BODY, MORE + "来源:《工人日报》 王芳", "## 江都区送清凉", "近日,江都区总工会送去饮品。" + MORE,
        "张伟 李娜 来源:《工人日报》",
    )  # fmt: skip
    assert [a.headline for a in found] == ["洪泽区办班", "江都区送清凉"]
    assert [names(a) for a in found] == [["王芳"], ["张伟", "李娜"]]


def test_a_section_that_opens_in_another_place_is_a_story_of_its_own():
    here = "滨海县总工会今年以来走访企业三百家,为职工办成实事一千件。"
    _, found = split("# 建好职工之家", here, "## 比武场上见真章", "湖南省安化县总工会把赛场搬到车间,六百人报名。")
    assert [a.headline for a in found] == ["建好职工之家", "比武场上见真章"]
    # inside the place, beside it in one prefecture, or with no place told: a section
    for section in ("滨海县东坎街道总工会办起夜校。", "响水县总工会来这里取经。", "各乡镇工会都办起夜校。"):
        _, found = split("# 建好职工之家", here, "## 比武场上见真章", section)
        assert len(found) == 1, section


def test_a_paragraph_with_a_date_and_another_place_opens_a_story():
    here = "滨海县总工会今年以来走访企业三百家,为职工办成实事一千件。"
    _, found = split("# 建好职工之家", here, "近日,湖南省安化县总工会把赛场搬到车间,六百人报名。")
    assert len(found) == 2
    _, found = split("# 建好职工之家", here, "这套办法,湖南省安化县总工会也来看过。")
    assert len(found) == 1


def test_the_headline_of_the_body_above_stands_over_the_next_one():
    page, found = split(
        "滨海县总工会今年以来走访企业三百家,为职工办成实事一千件。", "# 建好职工之家", "——滨海走访记", "# 车间里的擂台",
        "湖南省安化县总工会把赛场搬到车间,六百人报名。",
    )  # fmt: skip
    assert [a.headline for a in found] == ["建好职工之家", "车间里的擂台"]
    assert ("subhead", "——滨海走访记") in roles(page, found[0])


def test_a_headline_with_its_subline_or_of_another_union_opens_a_story():
    _, found = split("建好职工之家", BODY, "清凉送到井口", "——某矿防暑走访记", "入夏以来,矿上发了药品,井口摆了凉茶,职工说心里舒坦。")
    assert [a.headline for a in found] == ["建好职工之家", "清凉送到井口"]
    _, found = split("建好职工之家", BODY, "河西区总工会慰问一线职工", "新春将至,慰问组走进车间,送上年货和祝福,职工很高兴。")
    assert [a.headline for a in found] == ["建好职工之家", "河西区总工会慰问一线职工"]


def test_a_name_alone_between_a_body_and_a_headline_signs_the_body():
    _, found = split("# 建好职工之家", BODY, "彭胥佳", "# 车间里的擂台", MORE)
    assert [names(a) for a in found] == [["彭胥佳"], []]
    assert [a.headline for a in found] == ["建好职工之家", "车间里的擂台"]


@pytest.mark.parametrize("line", ["02 八方工运", "A2 要闻", "要闻·综合 A02", "第3版 工会", "03版"])
def test_the_line_with_the_page_number_is_no_headline(line):
    _, found = split(line, "# 建好职工之家", BODY)
    assert [a.headline for a in found] == ["建好职工之家"]


def test_short_lines_inside_an_article_are_subheads():
    page, found = split("工会送岗进乡村", BODY, "聚焦需求", MORE, "创新方式", BODY)
    assert len(found) == 1
    assert [text for role, text in roles(page, found[0]) if role == "subhead"] == ["聚焦需求", "创新方式"]


def test_a_body_before_its_headline_is_cut_off_where_its_signer_is_first_named():
    _, found = split(
        "# 河西市举办职工运动会", "河西市总工会日前举办运动会,三百名职工参加,场面热烈。",
        BODY, MORE, "# 驿站建到园区去", "青禾县总工会 王芳", "# 江东建成新站", "本报讯(记者 李伟)" + MORE,
    )  # fmt: skip
    assert [a.headline for a in found] == ["河西市举办职工运动会", "驿站建到园区去", "江东建成新站"]
    assert [names(a) for a in found] == [[], ["王芳"], ["李伟"]]


def test_a_picture_story_set_into_an_article_is_its_own():
    story = "9月10日,在兰州市职工书屋,两名焊工挑选新书。书屋每天迎来上百名读者。本报记者 李伟 摄"
    page, found = split("# 青禾县建好百站", BODY, story, MORE)
    assert [a.headline for a in found] == ["青禾县建好百站", None]
    assert names(found[1]) == ["李伟"]
    assert [text for role, text in roles(page, found[0]) if role == "body"] == [BODY, MORE]


def test_a_picture_with_a_report_is_a_story_and_one_without_a_caption():
    report = "近日,在第三车间,两名焊工围着新机器比试手艺。本报记者 李伟 摄影报道"
    assert [a.headline for a in split("# 青禾县建好百站", BODY, report, MORE)[1]] == ["青禾县建好百站", None]
    assert len(split("# 青禾县建好百站", BODY, report.replace("影报道", ""), MORE)[1]) == 1


HALF = "青禾县总工会今年以来走访企业三百家,为职工办成实事"
REST = "一千件,得到基层的普遍欢迎。"
STORY = "5月1日,远山煤矿的矿工抬着新机器下井。"


@pytest.mark.parametrize(
    "between",
    [
        ["【图片新闻】", STORY, "李伟 摄"],
        ["# 远山煤矿换新机器", STORY, "(上接第1版)"],
        ["【远山来信】", STORY, "来源:《远山报》"],
        ["【远山来信】", STORY, "(李伟) 来源:《远山报》"],
        ["【广告】", "缝纫机厂家直销,电话0531-88886666"],
    ],
)
def test_an_article_broken_off_in_a_sentence_goes_on_behind_what_interrupts_it(between):
    page, found = split("# 青禾县建好百站", "本报讯 " + HALF, *between, REST, MORE)
    assert [text for role, text in roles(page, found[0]) if role == "body"] == ["本报讯 " + HALF, REST, MORE]
    assert all(REST not in page.view[b.start : b.end] for a in found[1:] for b in a.blocks)


def test_the_next_number_or_the_words_of_a_section_lead_back_to_its_article():
    story = ["# 远山煤矿换新机器", "本报讯(记者 李伟)" + STORY]
    _, found = split("# 青禾县建好百站", BODY, "## 一、摸清底数", BODY, *story, "## 二、建好站点", "站点有热水喝。")
    assert [len(a.blocks) for a in found] == [6, 2]
    _, found = split("# 青禾县建好百站", BODY, *story, "## 再走一程", "走访企业三百家之后,办成实事一千件的青禾县总工会又出发了。")
    assert [len(a.blocks) for a in found] == [4, 2]
    _, found = split("# 青禾县建好百站", BODY, *story, "## 再走一程", "机器换了,矿工们下一程要学的是手艺。")
    assert [len(a.blocks) for a in found] == [2, 4]


def test_a_section_behind_a_lead_stays_whatever_words_it_shares_with_another_article():
    lead = "# 远山煤矿擂台连台", "擂台搭到井口,矿工们年年来比手艺。", "## 从井口到车间"
    _, found = split("# 青禾县建好百站", BODY, *lead, "走访企业三百家之后,办成实事一千件的青禾县总工会又出发了。")
    assert [len(a.blocks) for a in found] == [2, 4]


@pytest.mark.parametrize(("first", "second"), [("一、", "二、"), ("01 ", "02 "), ("1.", "2."), ("(1)", "(2)")])
def test_the_section_behind_the_last_one_stays_whatever_words_it_shares_with_another_article(first, second):
    story = ["# 远山煤矿换新机器", "本报讯(记者 李伟)" + STORY, f"## {first}先练手艺", STORY]
    _, found = split("# 青禾县建好百站", BODY, *story, f"## {second}再走一程", "走访企业三百家之后,办成实事一千件的青禾县总工会又出发了。")
    assert [len(a.blocks) for a in found] == [2, 6]


def test_a_story_set_apart_is_another_one():
    one, two, three = "# 青禾县建好百站", BODY, "夜校里灯火通明,木匠们围着老师看刨花。"
    assert len(articles.split(page_of(f"{one}\n{two}\n{MORE}\n\n\n{three}"))) == 2
    assert len(articles.split(page_of(f"{one}\n\n{two}\n\n{MORE}\n\n{three}"))) == 1
    assert len(articles.split(page_of(f"{one}\n{two}\n{two}\n\n\n{MORE}青禾县总工会走访企业三百家。"))) == 1


def test_headlines_below_their_bodies_are_known_by_their_words():
    other = "远山煤矿的矿工抬着新机器下井,班长说,换新机器以后省力多了。"
    _, found = split(BODY, "# 青禾县总工会走访企业", "本报记者 李伟", other, "# 远山煤矿换新机器", "本报记者 王芳")
    assert [(a.headline, names(a)) for a in found] == [("青禾县总工会走访企业", ["李伟"]), ("远山煤矿换新机器", ["王芳"])]


@pytest.mark.parametrize("blank", ["\n\n\n", "\n", ""])
def test_a_page_of_a_single_line_behind_blank_ones_is_read(blank):
    page = page_of(blank + BODY)
    assert [(roles(page, a), a.headline) for a in articles.split(page)] == [([("body", BODY)], None)]


def test_a_draft_that_was_cut_knows_the_words_of_what_comes_later():
    first, second, third, fourth = paragraphs.paragraphs(page_of("\n\n".join(["走访企业。", "开办夜校。", "慰问骑手。", "建成书屋。"])))
    draft = Draft([(first, "body"), (second, "body"), (third, "body")])
    assert draft.runs == first.runs | second.runs | third.runs
    draft.cut(1)
    draft.add(fourth, "body")
    assert draft.runs == first.runs | fourth.runs


def test_a_long_headline_without_a_comma_is_no_text():
    head = "青禾县总工会“送歌舞到一线”专场演出暨看望一线环卫工人活动在远山煤矿工人文化广场举行"
    assert len(head) > 40
    assert [a.headline for a in split("# 甲地推行新办法", BODY, head, "本报讯(记者 李伟)" + STORY)[1]] == ["甲地推行新办法", head]


def test_a_heading_with_another_body_or_place_opens_a_story():
    head, mine = "青禾县总工会办起夜校", "远山煤矿的班前会开始了,井口的喇叭响着。"
    assert len(split(head, BODY, "远山煤矿:班前会上比安全", mine)[1]) == 2
    assert len(split(head, BODY, "宁波:驿站里有书看", "下了班,宁波的骑手走进书屋,翻开借来的书。")[1]) == 2
    # A section says what its text is about, without a name, or with one known from above.
    assert len(split(head, BODY, "课程:职工点单", "课程由职工点单,老师上门讲课。")[1]) == 1
    assert len(split(head, BODY, "青禾县总工会送课上门", "青禾县总工会的老师走进车间,讲的是安全。")[1]) == 1


def test_a_headline_that_calls_out_is_no_text():
    _, found = split("青禾县总工会办起夜校", BODY, "快来看!河西县的工会驿站升级了", "近日,河西县的驿站添了冰箱。")
    assert [a.headline for a in found] == ["青禾县总工会办起夜校", "快来看!河西县的工会驿站升级了"]


def test_who_both_wrote_and_took_the_picture_closes_an_article():
    head = "青禾县总工会办起夜校"
    assert len(split(head, BODY, MORE, BODY, "王小明 摄影报道", "书香满车间", "车间的角落里立着书架。")[1]) == 2
    assert len(split(head, BODY, MORE, BODY, "王小明 摄", "书香满车间", "车间的角落里立着书架。")[1]) == 1


@pytest.mark.parametrize("opening", ["(天津讯)2月26日,", "《青禾日报》、青禾网记者王芳报道:"])
def test_datelines_open_a_story(opening):
    assert len(split("青禾县总工会办起夜校", BODY, MORE, opening + "远山建设公司慰问一线职工。")[1]) == 2


def test_web_page_furniture_is_no_text():
    page, found = split(
        "您的位置:首页 > 动态",
        "青禾县建成百个工会驿站", "来源:青禾日报发布时间:2023-07-06 16:33 浏览量:5", BODY, "活动现场。通讯员供图", MORE,
        "(通讯员:姚政良)", "【编辑:张家伟】", "上一篇:无",
    )  # fmt: skip
    assert len(found) == 1
    assert found[0].headline == "青禾县建成百个工会驿站"
    assert found[0].source == "青禾日报"
    assert names(found[0]) == ["姚政良"]
    assert [text for role, text in roles(page, found[0]) if role == "body"] == [BODY, MORE]


def test_a_long_line_of_dates_and_buttons_does_not_run_into_the_text():
    line = "发布日期:2022-07-14 09:00:04 浏览次数:120 字体:[ 大 中 小 ] 打印本页 关闭窗口"
    page = page_of(f"青禾县总工会办起夜校\n{line}\n{BODY}")
    assert [text for role, text in roles(page, articles.split(page)[0]) if role == "body"] == [BODY]


def test_html_headings():
    page = page_of(
        "<html><body><h1>青禾县建成<br>百站</h1><p>2023-08-16 10:20 来源:《青禾日报》 作者:王芳</p>"
        f"<p>{BODY}</p><h2>有热水</h2><p>{MORE}</p></body></html>"
    )
    (article,) = articles.split(page)
    assert article.headline == "青禾县建成 百站"
    assert names(article) == ["王芳"]
    assert [block.role for block in article.blocks] == ["headline", "other", "body", "subhead", "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本报记者 田国立 本报通讯员 孔国正 摄", [("田国立", "photographer"), ("孔国正", "photographer")]),
        ("张三/文 李四/图", [("张三", "author"), ("李四", "photographer")]),
        ("□ 欧阳修远", [("欧阳修远", "author")]),
        ("(记者马芳)", [("马芳", "reporter")]),
        ("通讯员:姚政良", [("姚政良", "correspondent")]),
        ("青禾工人报记者 王芳 通讯员 李伟、赵云", [("王芳", "reporter"), ("李伟", "correspondent"), ("赵云", "correspondent")]),
        ("工会干部 走访企业", None),
        ("完", None),
    ],
)
def test_names_of_a_credit(text, expected):
    found = bylines.names(text)
    assert (found and [(b.name, b.role) for b in found]) == expected
    assert all(text[b.start : b.end] == b.name for b in found or ())


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("青禾县总工会党组书记、主席 王芳", True),
        ("青禾市恒岳轴承股份有限公司工会主席 高立", True),
        ("找准点 抓好线", False),
        ("青禾县总工会走访慰问 王芳说。", False),
    ],
)
def test_signatures(line, signed):
    assert bylines.is_byline(line) is signed


def test_sentences_keep_quotations_whole():
    page, (article,) = split("# 题目在这里", "他说:“站点好。以后常来。”大家都笑了!第二句在此。未完")
    body = next(block for block in article.blocks if block.role == "body")
    assert [page.view[a:b] for a, b in articles.sentences(page, body)] == [
        "他说:“站点好。以后常来。”", "大家都笑了!", "第二句在此。", "未完",
    ]  # fmt: skip


LINES = st.sampled_from(
    [
        "【动态】",
        "# 标题一个",
        "## 小标题",
        BODY,
        MORE,
        "王芳 摄",
        "青禾县总工会 王芳",
        "来源:《工人日报》",
        "小编说:" + BODY,
        "短行",
        "本报讯 " + BODY,
    ]
)


@given(st.lists(LINES, max_size=14))
def test_every_paragraph_belongs_to_at_most_one_article_and_sentences_tile_blocks(lines):
    page, found = split(*lines)
    spans = sorted((block.start, block.end) for article in found for block in article.blocks)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    texts = {page.view[a:b] for a, b in spans}
    assert all(line in texts for line in lines if line in (BODY, MORE))
    for article in found:
        for block in article.blocks:
            parts = articles.sentences(page, block)
            assert "".join(page.view[a:b] for a, b in parts) == page.view[block.start : block.end]


def test_a_heading_with_another_place_before_a_colon_opens_a_story_of_any_rank():
    _, found = split("# 甲矿两项成果入选", BODY, "## 佳木斯市郊区:站点就在身边", MORE, "## 找准切口", MORE)
    assert [a.headline for a in found] == ["甲矿两项成果入选", "佳木斯市郊区:站点就在身边", "找准切口"]


@pytest.mark.parametrize(
    ("lines", "signers"),
    [
        (["# 建好百站", "王芳", BODY], ["王芳"]),
        (["# 建好百站", "文字:王芳 图片:李伟", BODY], ["王芳", "李伟"]),
        (["# 建好百站", "本报讯 王芳 李伟明 5月1日,驿站开门。", MORE], ["王芳", "李伟明"]),
        (["# 建好百站", "本报讯 王芳 首席记者李伟 5月1日,驿站开门。", MORE], ["王芳"]),
        (["# 建好百站", "本报讯 青禾县总工会 5月1日建成驿站。", MORE], []),
        (["# 建好百站", BODY + "王芳 李伟明", "来源:青禾城乡网"], ["王芳", "李伟明"]),
        (["# 建好百站", BODY, "职工之家", MORE], []),
    ],
)
def test_names_that_no_role_word_tells(lines, signers):
    assert names(split(*lines)[1][0]) == signers


@pytest.mark.parametrize("line", ["来源丨青禾县总工会", "2021-02-03 来源:青禾县总工会 作者:王芳 浏览次数:128 字体:大 中 小 打印 关闭"])
def test_the_source_stands_behind_a_bar_or_before_a_long_line(line):
    assert split("# 建好百站", line, BODY)[1][0].source == "青禾县总工会"


def test_a_sentence_that_opens_news_goes_on_with_nothing_but_what_leads_to_a_date():
    cut = "青禾县总工会的干部走访了企业,看望了工人,还同职工一起开了座谈会"
    news = "3月1日,河西县总工会开会,职工们都来了。"
    assert len(page_of(f"{cut}\n\n{news}").view.split("\n")) == 2
    assert len(page_of(f"{cut}\n\n远山晚报3月1日消息(记者 王芳)" + news).view.split("\n")) == 2
    assert len(page_of(f"{cut},定于\n\n{news}").view.split("\n")) == 1
    assert len(page_of(f"{cut}\n\n大家说得很多,记得也很多。").view.split("\n")) == 1


def test_a_body_in_brackets_signs_an_article():
    assert len(split("# 建好百站", BODY + "(青禾县总)", "夜校里灯火通明。")[1]) == 2
    assert len(split("# 建好百站", BODY + "(见下图)", "夜校里灯火通明。")[1]) == 1


def test_a_report_that_goes_about_its_province_is_one_story():
    haerbin = "2月20日,哈尔滨市总工会走访了支教老师的家属。"
    daqing, mudanjiang = haerbin.replace("哈尔滨", "大庆"), haerbin.replace("哈尔滨", "牡丹江")
    head = "# 哈尔滨市总工会、大庆市总工会走访家属"
    assert len(split(head, haerbin, daqing, mudanjiang)[1]) == 1
    assert len(split(head, haerbin, daqing, haerbin.replace("哈尔滨", "南京"))[1]) == 2


@pytest.mark.parametrize("opening", ["会同县人社局开展要约行动。", "在城区5条主干道建成驿站。"])
def test_a_name_that_is_other_words_as_well_opens_no_story_elsewhere(opening):
    here = "江苏省沛县总工会今年以来走访企业三百家。"
    assert len(split("# 建好职工之家", here, "## 办实事", opening + MORE)[1]) == 1
    assert len(split("# 建好职工之家", here, "## 办实事", "河北省邢台市总工会开展行动。" + MORE)[1]) == 2


@pytest.mark.parametrize("title", ["关于举办2024年劳动竞赛的通知", "职工微视频大赛征稿启事"])
def test_a_notice_is_no_section(title):
    found = split("# 建好职工之家", BODY, f"## {title}", MORE)[1]
    assert [article.headline for article in found] == ["建好职工之家", title]


def test_names_in_brackets_sign_an_article():
    _, found = split("# 建好职工之家", BODY, "(周道兴 李梅)", "## 书香满车间", "车间的角落里立着书架。")
    assert [a.headline for a in found] == ["建好职工之家", "书香满车间"]
    assert names(found[0]) == ["周道兴", "李梅"]


def test_what_was_carried_over_from_another_page_is_an_article_of_its_own():
    page, found = split(
        "# 建好职工之家",
        BODY,
        "(上接第一版)把法庭搬进工会,红旗区总工会的做法让维权快了。",
        "今年年初,职工起诉到法院,三天了结。",
        "# 书香满车间",
        MORE,
    )
    bodies = [[text for role, text in roles(page, article) if role == "body"] for article in found]
    assert [len(one) for one in bodies] == [1, 2, 1]


def test_a_headline_below_its_story_parts_it_from_the_next():
    _, found = split(
        "# 建好职工之家", BODY, "(上接第一版)把法庭搬进工会,红旗区总工会的诉调对接工作室让维权快了。", "## 红旗区:诉调对接工作室让维权快",
        "## 关键小事办到心上", "“以前夜班吃不上热饭,现在凌晨也有面。”工厂的食堂改了时间。",
    )  # fmt: skip
    assert [article.headline for article in found] == ["建好职工之家", "红旗区:诉调对接工作室让维权快", "关键小事办到心上"]
