"""matrix.html as a person uses it, with the network cut: sort, filter, read the quotes, keyboard, both languages, print."""

from pathlib import Path
from typing import Any

import pytest

from graph.regions_profile import region_themes
from graph.similar import similar
from graph.tables import Tables, frame
from viz.matrix import write_matrix

HOSTILE = "</script><img src=x onerror=alert(1)>"
DATES = {"一版.txt": "2023-08-16", "二版.txt": "2022-05"}
# name -> (region, theme, page, sentence)
INITIATIVES = {
    "云帆驿": ("320922", "outdoor-stations", "一版.txt", "滨海县总工会建成“云帆驿”12个,供外卖骑手歇脚充电。"),
    "湖畔小站": ("330106", "outdoor-stations", "二版.txt", "西湖区总工会开放“湖畔小站”20个,供环卫工人歇脚饮水。"),
    "银锚杯": ("320922", "skills-competition", "一版.txt", "滨海县总工会举办“银锚杯”焊工技能竞赛。"),
    "巧手班": ("330106", "training", "二版.txt", "西湖区总工会开办“巧手班”,培训职工。"),
    HOSTILE: ("320322", "training", "一版.txt", f"沛县总工会开办“{HOSTILE}”,培训职工。"),
}
REGIONS = {"320322": "沛县", "320922": "滨海县", "330106": "西湖区"}


def corpus() -> Tables:
    """Five initiatives of three counties in two provinces, on two pages of different dates; one name is hostile."""
    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("pages", "articles", "entities", "mentions", "relations", "descriptions")
    }
    texts = dict.fromkeys(DATES, "")
    rows["entities"] = [{"id": f"region-{code}", "type": "Region", "name": name, "adcode": code} for code, name in REGIONS.items()]
    for number, (name, (code, theme, page, sentence)) in enumerate(INITIATIVES.items()):
        start = len(texts[page])
        texts[page] += sentence
        span = {"page": page, "start": start, "end": start + len(sentence), "text": sentence, "article": f"{page}#1"}
        at = start + sentence.index(name)
        rows["entities"].append({"id": f"initiative-{number}", "type": "Initiative", "name": name, "themes": theme, "kind": "station"})
        rows["mentions"].append(span | {"entity": f"initiative-{number}", "start": at, "end": at + len(name), "text": name})
        rows["relations"].append(span | {"head": f"initiative-{number}", "relation": "inRegion", "tail": f"region-{code}"})
        rows["descriptions"].append(span | {"entity": f"initiative-{number}", "how": "named"})
    for page, text in texts.items():
        rows["pages"].append({"page": page, "text": text, "paper": "工人日报", "date": DATES[page]})
        rows["articles"].append({"article": f"{page}#1", "page": page, "start": 0, "end": len(text)})
    return {name: frame(name, table) for name, table in rows.items()} | {"statistics": frame("statistics", [])}


@pytest.fixture(scope="session")
def matrix(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page in a folder whose name has spaces and Chinese characters."""
    tables = corpus()
    path = tmp_path_factory.mktemp("matrix") / "报纸 2023" / "矩阵.html"
    path.parent.mkdir()
    write_matrix(tables, similar(tables), region_themes(tables), path)
    return path


def regions(page: Any) -> list[str]:
    """The regions of the rows, in order, without their provinces."""
    return [words.split()[0] for words in page.locator("tbody th").all_inner_texts()]


def test_rows_are_regions_with_their_provinces_above_and_cells_are_counts(visit: Any, matrix: Path) -> None:
    page = visit(matrix)
    assert regions(page) == ["江苏省", "徐州市", "沛县", "盐城市", "滨海县", "浙江省", "杭州市", "西湖区"]
    assert page.locator('[data-cell="320922.outdoor-stations"]').inner_text() == "1"
    assert page.locator('[data-cell="320000.outdoor-stations"]').get_attribute("class") == "n s1 rolled"


def test_a_cell_opens_the_quotes_with_their_source_and_escape_leads_back(visit: Any, matrix: Path) -> None:
    page = visit(matrix)
    page.click('[data-cell="320922.outdoor-stations"]')
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "滨海县 · 户外劳动者服务站点"
    assert panel.locator("blockquote").inner_text() == INITIATIVES["云帆驿"][3]
    caption = panel.locator("figcaption").inner_text()
    assert all(words in caption for words in ("工人日报", "2023-08-16", "一版.txt", f"第 0–{len(INITIATIVES['云帆驿'][3])} 字"))
    assert "320922.outdoor-stations" in page.url
    page.keyboard.press("Escape")
    assert panel.is_hidden()
    assert page.evaluate("document.activeElement.dataset.cell") == "320922.outdoor-stations"


def test_a_link_brings_back_what_was_chosen(visit: Any, matrix: Path) -> None:
    page = visit(matrix, "#lang=en&cell=330106.training&province=33")
    assert page.locator("#panel h2").inner_text() == "西湖区 · Training and further education"
    assert regions(page) == ["浙江省", "杭州市", "西湖区"]


def test_rows_can_be_sorted_by_a_theme_and_by_number(visit: Any, matrix: Path) -> None:
    page = visit(matrix)
    page.click("thead button >> text=劳动和技能竞赛")
    assert regions(page)[:3] == ["江苏省", "盐城市", "滨海县"]
    assert page.locator('th[aria-sort="descending"]').inner_text() == "劳动和技能竞赛"
    page.select_option('[name="sort"]', "total")
    assert regions(page)[0] == "江苏省"
    assert regions(page)[-1] == "沛县"


def test_filters_narrow_the_rows_and_can_be_cleared(visit: Any, matrix: Path) -> None:
    page = visit(matrix)
    page.select_option('[name="level"]', "county")
    assert regions(page) == ["沛县", "滨海县", "西湖区"]
    page.select_option('[name="to"]', "2022-05")
    page.uncheck('[name="undated"]')
    assert regions(page) == ["西湖区"]
    page.select_option('[name="theme"]', "skills-competition")
    assert "没有符合条件的内容" in page.inner_text("main")
    page.click("text=清除筛选")
    assert len(regions(page)) == 8


def test_search_keeps_the_cursor_while_typing(visit: Any, matrix: Path) -> None:
    page = visit(matrix)
    page.click('[name="find"]')
    page.keyboard.type("湖畔")
    assert page.input_value('[name="find"]') == "湖畔"
    assert regions(page) == ["浙江省", "杭州市", "西湖区"]


def test_the_matrix_is_walked_with_the_keyboard(visit: Any, matrix: Path) -> None:
    page = visit(matrix)
    assert page.locator('button.n[tabindex="0"]').count() == 1  # one stop for Tab, arrow keys from there
    page.locator('button.n[tabindex="0"]').focus()
    first = page.evaluate("document.activeElement.dataset.cell")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.cell") != first
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    assert page.evaluate("document.activeElement.id") == "panel"


def test_the_list_says_why_in_both_languages(visit: Any, matrix: Path) -> None:
    page = visit(matrix, "#view=list")
    pair = page.locator(".pairs > li").filter(has_text="湖畔小站").first
    assert "主题同为户外劳动者服务站点" in pair.inner_text()
    page.click("#tools button >> text=English")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "same theme: Stations for outdoor workers" in pair.inner_text()
    assert "主题同为" not in pair.inner_text()
    assert "Seen first: 西湖区" in pair.inner_text()


def test_every_visible_word_of_the_page_itself_changes_with_the_language(visit: Any, matrix: Path) -> None:
    page = visit(matrix, "#lang=en")
    shown = page.inner_text("header") + page.inner_text("footer") + page.inner_text("thead") + page.inner_text("caption")
    assert "Training and further education" in shown
    assert [char for char in shown.replace("工会图谱", "").replace("中文", "") if "\u4e00" <= char <= "\u9fff"] == []


def test_a_hostile_name_stays_text(visit: Any, matrix: Path) -> None:
    page = visit(matrix)
    page.click('[data-cell="320322.training"]')
    assert page.locator("#panel h3").inner_text() == HOSTILE
    assert page.locator("img").count() == 0


def test_printing_shows_the_matrix_whole_and_without_controls(visit: Any, matrix: Path) -> None:
    page = visit(matrix)
    page.click('[data-cell="320922.outdoor-stations"]')
    page.emulate_media(media="print")
    assert page.locator("#filters").is_hidden()
    assert page.locator("#tools").is_hidden()
    assert page.locator("#panel blockquote").is_visible()  # what was opened is printed with its quotes
    table = page.locator("table").bounding_box()
    assert page.locator(".scroll").bounding_box()["height"] >= table["height"]
    names = page.locator("thead span.head")  # a heading that is a button would stand on the first sheet only
    assert names.all_inner_texts() == ["劳动和技能竞赛", "技能培训与学历提升", "户外劳动者服务站点"]
    assert page.locator("button.head:visible").count() == 0
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_it_fits_a_telephone(visit: Any, matrix: Path) -> None:
    page = visit(matrix, viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.click('[data-cell="320000.outdoor-stations"]')
    assert page.locator("#panel").bounding_box()["width"] <= 390


def test_on_a_telephone_the_filters_are_folded_and_the_hint_can_be_read(visit: Any, matrix: Path) -> None:
    page = visit(matrix, viewport={"width": 390, "height": 844})
    assert page.is_visible("#filters input[name=find]")
    assert not page.is_visible("#filters select[name=province]")
    page.click("#filters button.toggle")
    assert page.is_visible("#filters select[name=province]")
    assert page.get_attribute("#filters button.toggle", "aria-expanded") == "true"
    page.locator("#filters select[name=province]").select_option(index=1)
    assert page.is_visible("#filters select[name=province]")  # it stays open
    hint = page.locator("caption span").bounding_box()
    assert hint["x"] + hint["width"] <= 390


def test_in_english_the_page_has_an_english_name_unless_it_was_given_one(visit: Any, matrix: Path) -> None:
    page = visit(matrix, "#lang=en")
    assert "工会" not in page.inner_text("h1")
    assert page.locator("caption").inner_text().count("dashed") == 1
