"""Page furniture: what web pages, messenger accounts and scans put around articles is read as no part of them."""

import pytest

from graph.extract.page import articles
from graph.extract.page.furniture import is_furniture, is_page_number, leads_on, over_comments, over_links
from graph.extract.page.pages import normalise, read
from graph.records import Page

BODY = "青禾县总工会今年以来走访企业三百家,为职工办成实事一千件,得到基层的普遍欢迎。"
LINKS = ["河西县总工会开展送清凉活动", "远山县总工会举办职工篮球赛"]


def split(*lines: str):
    text = "\n\n".join(lines)
    view, starts, ends = normalise(text)
    page = Page("p.txt", "p.txt", text, view, starts, ends)
    return page, articles.split(page)


def told(page, found):
    """What is read: all blocks of all articles but the furniture."""
    return [page.view[block.start : block.end] for article in found for block in article.blocks if block.role != "other"]


@pytest.mark.parametrize(
    "line",
    [
        "首页 | 要闻 | 专题", "[关闭窗口]",
        "大 中 小", "【打印正文】", "×", "您现在的位置:首页", "◎当前位置:首页>>工会>>正文", "青禾网 > 工会 > 要闻",
        "今天是:2026年3月3日",
        "青禾网官方微信", "点个“在看”你最好看", "版权声明:凡注明“来源:青禾网”的作品,转载请注明来源。", "阅读 1234", "关键词:工会",
    ],
)  # fmt: skip
def test_lines_of_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "关爱一线职工 深入基层送清凉",
        "返回岗位以后",
        "打印机维修工比武",
        "新闻发布会上的掌声",
        "小站点 大温暖",
        "网友为环卫工人点赞",
        "图书角里有专题书架",
    ],
)
def test_headlines_are_no_furniture(line):
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "number"), [("- 2 -", True), ("第 2 页 共 8 页", True), ("页: [1]", True), ("02", False), ("第2名", False)]
)
def test_page_numbers(line, number):
    assert is_page_number(line) is number


def test_headings_of_lists():
    assert over_links("■ 热门推荐 更多>>")
    assert over_comments("网友评论")
    assert leads_on("上一篇:")
    assert not over_links("相关阅读推广活动")
    assert not leads_on("下一篇章")


@pytest.mark.parametrize("heading", ["热门推荐", "## 相关新闻", "往期推荐", "猜你喜欢"])
def test_links_behind_an_article_are_not_read_and_the_next_article_is(heading):
    page, found = split("# 建好百站", BODY, heading, *LINKS)
    assert told(page, found) == ["建好百站", BODY]
    assert not any(link in page.view[b.start : b.end] for article in found for b in article.blocks for link in LINKS)
    page, found = split("# 建好百站", BODY, heading, *LINKS, "夜校灯火通明", "夜校里木匠们围着老师看刨花,讲的是榫卯。")
    assert [article.headline for article in found] == ["建好百站", "夜校灯火通明"]
    assert not any(link in part for part in told(page, found) for link in LINKS)


def test_text_under_such_a_heading_without_links_stays():
    page, found = split("# 建好百站", BODY, "相关链接", "驿站是工会为户外劳动者开的屋子,有水喝,有座位。")
    assert len(found) == 1
    assert told(page, found)[-1].startswith("驿站是")


def test_teasers_comments_and_neighbours_are_not_read():
    page, found = split("# 建好百站", BODY, "新闻推荐", "8月2日,河西县总工会走访企业,看望职工...")
    assert told(page, found) == ["建好百站", BODY]
    page, found = split("# 建好百站", BODY, "网友评论", "河西县总工会什么时候也建站?我们等着。", "支持!")
    assert told(page, found) == ["建好百站", BODY]
    page, found = split("# 建好百站", BODY, "上一篇", LINKS[0], "下一篇:" + LINKS[1])
    assert told(page, found) == ["建好百站", BODY]
    assert not any(link in page.view[b.start : b.end] for article in found for b in article.blocks for link in LINKS)


def test_what_stands_on_a_page_twice_is_read_once():
    long = BODY + "下一步,县总工会还将把服务站建到每一个园区,让职工随时有热水喝。"
    page, found = split("青禾县建好百个驿站", long, "青禾县建好百个驿站", long)
    assert told(page, found) == ["青禾县建好百个驿站", long]


def test_menus_and_labels_over_a_headline():
    head = "青禾县总工会办起职工夜校"
    _, found = split("无障碍阅读", "|", "手机版", "您的位置:首页 >工会", head, "来源:青禾网 发布时间:2023-05-05 15:44", BODY)
    assert [(article.headline, article.source) for article in found] == [(head, "青禾网")]
    _, found = split("青禾在线", "青禾日报 2023年6月29日 星期四", head, BODY)
    assert [article.headline for article in found] == [head]


def test_rows_of_a_table_are_no_headlines():
    _, found = split("# 青禾县建好百站", BODY, "单位 驿站数", "海州区总工会 32家", "云龙区总工会 18家", "会议现场", BODY)
    assert len(found) == 1


def test_a_paragraph_goes_on_behind_a_page_number():
    view, _, _ = normalise("青禾县总工会的干部走访了企业,看望了工人,还同职工一起开了\n- 2 -\n座谈会。")
    assert view.endswith("开了座谈会。")


def test_letter_spaced_names():
    assert normalise("徐 州 市 总 工 会召开大会")[0] == "徐州市总工会召开大会"
    assert normalise("(记者 王 志 强)5月1日,驿站开门迎客,职工们都来了。")[0].startswith("(记者 王志强)")


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["2021年07月23号 星期五"], "2021-07-23"),
        (["青禾日报 二〇二一年七月二十三日 星期五 第3版"], "2021-07-23"),
        (["二○二一年十月十一日 农历九月初六"], "2021-10-11"),
        (["发布日期:20210723"], "2021-07-23"),
        (["农历二〇二一年六月十四日 星期五"], None),
        (["今天是:2026年3月3日 星期二"], None),
        (["2026年3月3日 星期二", "发布时间:2021-07-23 14:05:33"], "2021-07-23"),
        (["青禾日报 2021年7月23日 星期五", "发布时间:2021-07-22 14:05:33"], "2021-07-23"),
        (["21-07-23 14:05"], None),
    ],
)
def test_dates_as_papers_and_sites_print_them(tmp_path, lines, date):
    path = tmp_path / "x.txt"
    path.write_text("\n".join([*lines, "青禾县总工会办起夜校", BODY]), encoding="utf-8")
    assert read(path).date == date


@pytest.mark.parametrize(
    ("line", "source", "names"),
    [
        ("2017-01-27 23:38:45来源:用户投稿作者:杨晓滨 刘丽萍", "用户投稿", ["杨晓滨", "刘丽萍"]),
        ("//www.qinghe.cn2013-11-18 08:46:59来源: 青禾日报", "青禾日报", []),
    ],
)
def test_source_and_author_in_a_line_without_spaces(line, source, names):
    _, (article,) = split("青禾县总工会办起职工夜校", line, BODY)
    assert (article.source, [byline.name for byline in article.bylines]) == (source, names)
