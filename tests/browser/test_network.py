"""network.html as a person uses it: look, search, filter, explore, read the evidence, hand it on."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

import viz
from graph.layout import positions
from graph.network import make_graph
from graph.tables import frame
from viz.page import Settings, write_network

HOSTILE = "</script><img src=x onerror=alert(1)>"
NODES = 17


def shown(page: Any) -> int:
    """Nodes in the picture, as the status line says."""
    return int(re.search(r"(\d+)/\d+", page.inner_text("#status")).group(1))


def click_node(page: Any, key: str) -> None:
    """A click with the mouse on the node itself."""
    at = page.evaluate("key => window.gonghui.where(key)", key)
    page.mouse.click(at["x"], at["y"])


def search(page: Any, words: str) -> None:
    page.fill("#find", words)
    page.press("#find", "Enter")


def settle(page: Any) -> None:
    """Waits until the picture has stopped moving and the address holds it."""
    page.wait_for_timeout(900)


def test_the_picture_is_there_and_stands_still(visit: Any, file: Path) -> None:
    page = visit(file)
    assert shown(page) == NODES
    before = page.evaluate("window.gonghui.where('union-320322')")
    page.wait_for_timeout(500)
    assert page.evaluate("window.gonghui.where('union-320322')") == before
    assert page.evaluate("window.gonghui.renderer()") == "vis-network"


def test_labels_do_not_cover_each_other(visit: Any, file: Path) -> None:
    page = visit(file)
    labels = page.evaluate("window.gonghui.labels()")
    assert len(labels) > NODES / 2
    boxes = [(x["x"] - x["width"] / 2, x["y"] - x["size"], x["x"] + x["width"] / 2, x["y"]) for x in labels]
    for i, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:i]:
            assert not (left < other[2] and other[0] < right and top < other[3] and other[1] < bottom), (labels[i], other)


def test_a_click_on_a_node_opens_its_facts_with_the_quote_in_its_paragraph(visit: Any, file: Path) -> None:
    page = visit(file)
    click_node(page, "station-320322")
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "云帆驿"
    panel.locator("summary", has_text="近日,沛县总工会建成“云帆驿”").first.click()
    quote = panel.locator("figure.quote").first
    assert quote.locator("mark").inner_text() == "近日,沛县总工会建成“云帆驿”户外劳动者服务站10个,为快递员、网约车司机提供歇脚饮水的地方。"
    assert "介绍了做法" in quote.locator("blockquote").inner_text()
    caption = quote.locator("figcaption").inner_text()
    assert "《服务站进街巷》" in caption
    assert "工人日报" in caption
    assert "第1版.txt" in caption
    assert "第 6–53 字" in caption


def test_a_click_on_a_link_opens_its_facts(visit: Any, file: Path) -> None:
    page = visit(file)
    a, b = (page.evaluate("key => window.gonghui.where(key)", key) for key in ("union-430121", "person-430121"))
    page.mouse.click((a["x"] + b["x"]) / 2, (a["y"] + b["y"]) / 2)
    panel = page.inner_text("#panel")
    assert "任职" in panel
    assert "“主席”" in panel
    assert "置信度 0.40" in panel


def test_figures_and_similar_initiatives_and_region_profile(visit: Any, file: Path) -> None:
    page = visit(file)
    search(page, "云帆驿")
    panel = page.inner_text("#panel")
    assert "10个" in panel
    assert "星沙驿" in panel
    assert "主题同为户外劳动者服务站点" in panel
    search(page, "沛县")
    panel = page.inner_text("#panel")
    assert "举措 1 项" in panel
    assert "户外劳动者服务站点" in panel


def test_an_initiative_says_when_it_was_first_seen_and_the_figures_of_its_sentences(visit: Any, tmp_path: Path, counties: Any) -> None:
    facts, figures = counties["relations"], counties["statistics"]
    runs = facts[facts["head"] == "union-430121"].iloc[0]
    named = counties["mentions"].iloc[:1].assign(entity="station-430121", page=runs["page"], start=runs["start"], end=runs["end"])
    of_the_union = figures.assign(subject=figures["subject"].replace("station-430121", "union-430121"))
    tables = counties | {"mentions": named, "statistics": of_the_union}
    graph = make_graph(tables)
    write_network(tables, graph, positions(graph), tmp_path / "n.html", Settings())
    page = visit(tmp_path / "n.html")
    search(page, "星沙驿")
    assert "2023-08-16 · 第4版.txt" in page.locator("#panel dl").inner_text()
    beside = page.locator("#panel section", has=page.locator("h3", has_text="同句数据"))
    assert "长沙县总工会" in beside.inner_text()
    assert "13个" in beside.inner_text()
    assert "12个" not in beside.inner_text()
    search(page, "云帆驿")
    assert page.locator("#panel h3", has_text="同句数据").count() == 0


@pytest.mark.parametrize("words", ["沛县总工会", "pxzgh", "沛县总", "沛总工会"])
def test_search_finds_names_parts_and_pinyin_initials(visit: Any, file: Path, words: str) -> None:
    page = visit(file)
    page.fill("#find", words)
    assert page.locator("#hits li").first.inner_text().startswith("沛县总工会")
    page.press("#find", "Enter")
    assert page.locator("#panel h2").inner_text() == "沛县总工会"


def test_search_finds_short_forms(visit: Any, file: Path) -> None:
    page = visit(file)
    page.fill("#find", "区总")
    first = page.locator("#hits li").all_inner_texts()[:2]  # what says it in a quote only stands behind
    assert {line.split("\n")[0] for line in first} == {"西湖区总工会", "长沙县总工会"}


@pytest.mark.parametrize(("words", "found"), [("江苏 总工会", {"沛县总工会", "滨海县总工会"}), ("总工会 滨海", {"滨海县总工会"})])
def test_search_joins_words_over_name_and_region(visit: Any, file: Path, words: str, found: set[str]) -> None:
    page = visit(file)
    page.fill("#find", words)
    hits = [line.split("\n")[0] for line in page.locator("#hits li").all_inner_texts()]
    assert set(hits[: len(found)]) == found
    assert not {"长沙县总工会", "西湖区总工会"} & set(hits)


def test_search_finds_words_of_the_quotes_and_shows_them(visit: Any, file: Path) -> None:
    page = visit(file)
    page.fill("#find", "快递员 云帆驿")
    hits = page.locator("#hits li").all_inner_texts()
    assert hits[0].startswith("云帆驿")
    assert "为快递员、网约车司机" in hits[0]
    page.press("#find", "Enter")
    assert page.locator("#panel h2").inner_text() == "云帆驿"


def test_that_nothing_was_found_is_shown_and_announced(visit: Any, file: Path) -> None:
    page = visit(file)
    page.fill("#find", "云帆 火星")
    assert "没有找到“云帆 火星”" in page.locator("#hits li").inner_text()
    page.locator("#said", has_text="没有找到“云帆 火星”").wait_for(state="attached")
    page.press("#find", "Enter")
    assert page.input_value("#find") == "云帆 火星"
    page.fill("#find", "")
    assert not page.is_visible("#hits")


def test_filters(visit: Any, file: Path) -> None:
    page = visit(file)
    page.click("#side >> text=人物")
    assert shown(page) == NODES - 4
    page.go_back()
    assert shown(page) == NODES
    page.locator("#side label", has_text="新就业形态劳动者").click()
    assert shown(page) == 2 + 2 + 2 + 1  # stations, their unions, regions, the association; not the persons, who run nothing
    page.click("text=清除筛选")
    page.select_option("#side select[aria-label=地区]", value="320000")
    assert shown(page) == 9
    page.select_option("#side select[aria-label=地区]", value="320300")
    assert shown(page) == 5
    page.click("text=清除筛选")
    assert shown(page) == NODES


def test_who_only_signs_is_left_out_until_asked_for(visit: Any, tmp_path: Path, counties: Any) -> None:
    tables = dict(counties)
    more = [{"id": "person-n", "type": "Person", "name": "周执笔"}, {"id": "company-n", "type": "Company", "name": "平常公司"}]
    tables["entities"] = frame("entities", [*tables["entities"].to_dict("records"), *more])
    span = tables["mentions"].iloc[0].to_dict()
    signed = [span | {"entity": "person-n", "rule": "person.byline"}, span | {"entity": "company-n"}]
    tables["mentions"] = frame("mentions", [*tables["mentions"].to_dict("records"), *signed])
    graph = make_graph(tables)
    write_network(tables, graph, positions(graph), tmp_path / "n.html", Settings())
    page = visit(tmp_path / "n.html")
    assert shown(page) == NODES + 1
    assert page.locator("#side .entry", has_text="人物").locator(".n").inner_text() == "4"
    page.locator("#side label", has_text="没有关系的").click()
    assert shown(page) == NODES
    page.locator("#side label", has_text="署名者").click()
    assert shown(page) == NODES + 1
    assert page.locator("#side .entry", has_text="人物").locator(".n").inner_text() == "5"
    page.click("text=清除筛选")
    assert shown(page) == NODES + 1
    search(page, "周执笔")  # who is looked for is shown
    assert "周执笔" in page.inner_text("#panel h2")
    assert shown(page) == NODES + 2
    page.reload()
    assert shown(page) == NODES + 2


def test_filters_by_relation_paper_date_and_confidence(visit: Any, file: Path) -> None:
    page = visit(file)
    links = lambda: int(re.search(r"、(\d+) 条", page.inner_text("#status")).group(1))  # noqa: E731
    every = links()
    page.locator("#side summary", has_text="关系").click()
    page.locator("#side label", has_text="任职").click()
    assert links() == every - 4
    page.go_back()
    page.locator("#side summary", has_text="报纸").click()
    page.select_option("#side select[aria-label=报纸与日期]", "江苏工人报")
    assert shown(page) == 8
    page.click("text=清除筛选")
    page.fill("#side input[aria-label=从]", "2023-01")
    page.keyboard.press("Tab")
    page.locator("#side label", has_text="含未注明日期").click()
    assert shown(page) == 8
    page.click("text=清除筛选")
    page.locator("#side summary", has_text="置信度").click()
    page.evaluate("const s = document.querySelector('#side input[type=range]'); s.value = 0.5; s.dispatchEvent(new Event('change'))")
    assert links() == every - 4


def test_focus_steps_and_back(visit: Any, file: Path) -> None:
    page = visit(file)
    search(page, "云帆驿")
    page.click("#panel >> text=只看周边")
    assert shown(page) == 4
    page.click("#crumbs >> text=2 步")
    assert shown(page) == 6
    page.click("#crumbs >> text=退出聚焦")
    assert shown(page) == NODES
    page.go_back()
    assert shown(page) == 6


def test_path_between_two_nodes(visit: Any, file: Path) -> None:
    page = visit(file)
    search(page, "云帆驿")
    page.click("#panel >> text=找路径")
    search(page, "海之家")
    assert "2 步" in page.inner_text("#crumbs")
    assert shown(page) == 3
    page.click("#crumbs >> text=取消")
    search(page, "云帆驿")
    page.click("#panel >> text=找路径")
    search(page, "星沙驿")
    assert "没有路径" in page.inner_text("#crumbs")


def test_a_focus_stays_in_sight_while_the_other_end_of_a_path_is_chosen(visit: Any, file: Path) -> None:
    page = visit(file)
    search(page, "云帆驿")
    page.click("#panel >> text=只看周边")
    settle(page)
    where = "window.gonghui.where(new URLSearchParams(location.hash.slice(1)).get('f'))"
    before = page.evaluate(where)
    page.click("#panel >> text=找路径")
    settle(page)
    assert page.evaluate(where) == before


def test_hide_move_and_undo(visit: Any, file: Path) -> None:
    page = visit(file)
    search(page, "省快递协会")
    page.click("#panel >> text=隐藏")
    assert shown(page) == NODES - 1
    assert "已隐藏 1 个" in page.inner_text("#side")
    page.go_back()
    assert shown(page) == NODES
    page.keyboard.press("Escape")
    at = page.evaluate("window.gonghui.where('union-330106')")
    page.mouse.move(at["x"], at["y"])
    page.mouse.down()
    page.mouse.move(at["x"] + 60, at["y"] + 40, steps=5)
    page.mouse.up()
    moved = page.evaluate("window.gonghui.where('union-330106')")
    assert moved["x"] == pytest.approx(at["x"] + 60, abs=6)
    assert "已移动 1 个" in page.inner_text("#side")
    page.go_back()
    assert page.evaluate("window.gonghui.where('union-330106')")["x"] == pytest.approx(at["x"], abs=2)


def test_the_link_restores_the_view(visit: Any, file: Path) -> None:
    page = visit(file)
    page.locator("#side label", has_text="新就业形态劳动者").click()
    search(page, "海之家")
    page.click("#zoom >> text=+")
    settle(page)
    hash_ = page.evaluate("location.hash")
    again = visit(file, hash_)
    settle(again)
    assert again.evaluate("location.hash") == hash_
    assert again.inner_text("#status") == page.inner_text("#status")
    assert again.locator("#panel h2").inner_text() == "海之家"
    for key in ("station-320922", "union-320322"):
        old, new = (one.evaluate("key => window.gonghui.where(key)", key) for one in (page, again))
        assert new == pytest.approx(old, abs=1.5)


def test_a_broken_link_opens_the_whole(visit: Any, file: Path) -> None:
    page = visit(file, "#f=gone&k=9&s=a>b&v=x*y*z&c=abc&pin=q*NaN*1&th=")
    assert shown(page) == NODES


def test_pictures(visit: Any, file: Path, tmp_path: Path) -> None:
    page = visit(file)
    page.click("#tools >> text=分享")
    with page.expect_download() as got:
        page.click("text=下载图片")
    png = Path(got.value.path()).read_bytes()
    assert got.value.suggested_filename == "工会图谱.png"
    box = page.locator("#net").bounding_box()
    assert int.from_bytes(png[16:20], "big") == 2 * round(box["width"])
    with page.expect_download() as got:
        page.click("text=下载矢量图")
    svg = Path(got.value.path()).read_text(encoding="utf-8")
    texts = {element.text for element in ElementTree.fromstring(svg).iter() if element.tag.endswith("text")}
    assert {"工会图谱", "工会组织", "举措", "沛县总工会"} <= texts
    assert any(text.startswith("来源: 5 个版面(工人日报、江苏工人报)") for text in texts if text)
    assert "<img" not in svg


def test_share_dialog_gives_link_and_frame(visit: Any, file: Path) -> None:
    page = visit(file)
    page.click("#tools >> text=分享")
    code = page.input_value("#dialog textarea")
    assert code.startswith("<iframe ")
    assert unquote(re.search(r'src="([^"#]+)', code).group(1)) == file.name


def test_a_citation_can_be_copied(visit: Any, file: Path) -> None:
    page = visit(file)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    search(page, "星沙驿")
    page.locator("#panel summary", has_text="近日").first.click()
    page.locator("#panel >> text=复制引文").first.click()
    page.wait_for_selector("#panel >> text=已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“近日,长沙县总工会建成“星沙驿”")
    assert "《服务站进街巷》, 《江苏工人报》, 2023-08-16" in copied
    assert "第4版.txt" in copied


def test_a_citation_keeps_the_spaces_of_its_quote_and_joins_the_lines_of_the_paper(visit: Any, file: Path) -> None:
    raw = "本报讯 (记者 甲) 到一\n  线,办 Open\r\nDay 活动。\n"
    data = {"passages": [[0, 10, raw]], "pages": [["甲.txt", "", ""]], "articles": []}
    script = Path(viz.__file__).with_name("static").joinpath("quotes.js").read_text(encoding="utf-8")
    body = f"const GG = {{ text: {{ t: () => '' }} }}; {script}; return GG.quotes.citation(data, place);"
    cited = visit(file).evaluate(f"([data, place]) => {{ {body} }}", [data, [0, 0, len(raw), -1]])
    assert cited.startswith("“本报讯 (记者 甲) 到一线,办 Open Day 活动。”(甲.txt")


def test_hostile_names_are_shown_as_their_characters(visit: Any, file: Path) -> None:
    page = visit(file)
    page.fill("#find", "</script>")
    assert page.locator("#hits li span").first.inner_text() == HOSTILE
    page.press("#find", "Enter")
    assert page.locator("#panel h2").inner_text() == HOSTILE
    settle(page)
    at = page.evaluate("window.gonghui.where('person-320322')")
    page.mouse.move(at["x"] + 40, at["y"])
    page.mouse.move(at["x"] + 1, at["y"], steps=4)
    page.wait_for_selector("#tip:not([hidden])")
    assert HOSTILE in page.inner_text("#tip")
    assert page.locator("img").count() == 0


def test_language_and_dark(visit: Any, file: Path) -> None:
    page = visit(file)
    page.click("#tools >> text=English")
    assert page.get_attribute("html", "lang") == "en"
    assert "Union body" in page.inner_text("#side")
    assert not re.search(r"[\u4e00-\u9fff]", page.inner_text("#side details[data-id=legend]"))
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#tools [aria-label=Dark]")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_first_visit_says_how_to_read_the_picture(visit: Any, file: Path) -> None:
    page = visit(file, first=True)
    assert "怎样读这张图" in page.inner_text("#dialog")
    page.click("#dialog >> text=开始浏览")
    page.reload()
    page.wait_for_selector("html[data-ready='1']", state="attached")
    assert page.locator("#dialog[open]").count() == 0


def test_in_a_small_window_the_help_opens_at_its_top_and_its_button_lies_on_no_text(visit: Any, file: Path) -> None:
    page = visit(file, first=True, viewport={"width": 341, "height": 192})
    dialog = page.locator("#dialog")
    assert dialog.evaluate("box => box.scrollHeight > box.clientHeight && box.scrollTop") == 0
    dialog.evaluate("box => { box.scrollTop = 60; }")
    close, words = page.locator("#dialog .close").bounding_box(), page.locator("#dialog ol").bounding_box()
    assert close["x"] >= words["x"] + words["width"]
    assert close["y"] >= dialog.bounding_box()["y"]


def test_by_keyboard_alone(visit: Any, file: Path) -> None:
    page = visit(file)
    page.keyboard.press("/")
    page.keyboard.type("沛县总工会")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.focus("#net")
    seen = set()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
        seen.add(page.inner_text("#panel h2"))
    assert len(seen) >= 2
    assert page.inner_text("#said").startswith(page.inner_text("#panel h2"))
    page.keyboard.press("f")
    assert page.is_visible("#crumbs")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"


def test_phone(visit: Any, file: Path) -> None:
    page = visit(file, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.tap("#menu")
    assert page.is_visible("#side >> text=图例")
    page.tap("#side >> text=列表")
    assert page.locator("#dialog li").count() == NODES
    page.tap("#dialog .close")
    assert not page.is_visible("#side")
    page.tap("#menu")
    page.tap("#side >> text=地区 × 主题")
    assert page.locator("#dialog tbody tr").count() == 4
    page.tap("#dialog .close")
    at = page.evaluate("window.gonghui.where('union-320322')")
    page.touchscreen.tap(at["x"], at["y"])
    page.wait_for_selector("#panel:not([hidden])")
    assert page.locator("#panel").bounding_box()["width"] == 390


def test_print_leaves_out_the_tools(visit: Any, file: Path) -> None:
    page = visit(file)
    page.emulate_media(media="print")
    assert not page.is_visible("#tools")
    assert page.is_visible("#net canvas")
    assert page.is_visible("#side >> text=工会组织")


def test_large_networks_open_on_an_overview_that_unfolds(visit: Any, large: Path) -> None:
    page = visit(large)
    assert "先按地区合并" in page.inner_text("#crumbs")
    click_node(page, "r:320000")
    assert shown(page) == 9
    page.go_back()
    page.click("text=全部画出")
    assert shown(page) == NODES
    assert page.evaluate("window.gonghui.renderer()") == "force-graph"
    settle(page)
    click_node(page, "station-320322")
    page.wait_for_selector("#panel:not([hidden])")
    assert page.locator("#panel h2").inner_text() == "云帆驿"


def test_region_by_theme_table(visit: Any, file: Path) -> None:
    page = visit(file)
    page.click("#tools >> text=地区 × 主题")
    assert page.locator("#dialog tbody tr").count() == 4
    page.locator("#dialog tbody tr", has_text="沛县").locator("button").first.click()
    assert page.evaluate("location.hash").startswith("#th=outdoor-stations&g=320322")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(visit: Any, file: Path, scheme: str) -> None:
    axe = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core is not installed (npm ci --prefix tests/browser)")
    page = visit(file, bypass_csp=True, color_scheme=scheme)
    search(page, "云帆驿")
    for opener in ("#net", "#tools >> text=分享", "#dialog .close", "#tools >> text=地区 × 主题"):
        if opener != "#net":
            page.click(opener)
        page.evaluate(axe.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run({ resultTypes: ['violations'] })")
        grave = [one for one in found["violations"] if one["impact"] in {"serious", "critical"}]
        serious = [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in grave]
        assert not serious, (opener, json.dumps(serious, ensure_ascii=False))


def test_list_of_what_is_shown(visit: Any, file: Path) -> None:
    page = visit(file)
    page.click("#side >> text=人物")
    page.click("#tools >> text=列表")
    assert page.locator("#dialog li").count() == NODES - 4
    page.click("#dialog >> text=云帆驿")
    assert page.locator("#panel h2").inner_text() == "云帆驿"
    assert page.locator("#panel >> text=图中以虚线相连").count() == 1


def test_heads_of_the_region_by_theme_table_lie_on_no_cell(visit: Any, file: Path) -> None:
    page = visit(file, "#l=en")
    assert page.inner_text("#title") == "Gonghui Graph"
    page.click("#tools >> text=Regions × themes")
    heads = page.locator("#dialog thead span").evaluate_all("all => all.map(one => one.getBoundingClientRect().bottom)")
    cells = page.locator("#dialog .cell").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert heads
    assert max(heads) <= min(cells)
