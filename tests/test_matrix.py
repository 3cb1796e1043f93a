"""The matrix page: complete, escaped, offline, the same bytes every time."""

import base64
import hashlib
import html
import json
import re

import pytest

from graph.profiles import regions_of
from graph.regions_profile import region_themes
from graph.similar import similar
from graph.tables import frame
from viz.inline import packed, script_json
from viz.matrix import write_matrix
from viz.matrix_data import matrix_data


def page(tables, tmp_path, name="matrix.html", **options):
    path = tmp_path / name
    write_matrix(tables, similar(tables), region_themes(tables), path, **options)
    return path.read_text(encoding="utf-8")


def data_of(text):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)[1])


@pytest.fixture
def apart(tables):
    """The shared tables with real codes, so that regions have provinces above them."""
    for table, column in ((tables["entities"], "adcode"), (tables["articles"], "region")):
        table[column] = table[column].replace({"990101": "320922", "990102": "330281"})
    return tables


def test_it_holds_regions_cells_quotes_and_pairs(apart, tmp_path):
    data = data_of(page(apart, tmp_path))
    regions = {region["code"]: region for region in data["regions"]}
    assert set(regions) == {"320922", "320900", "320000", "330281", "330200", "330000"}
    assert regions["320922"]["province"] == "江苏省"
    codes = [region["code"] for region in data["regions"]]
    cells = {codes[cell[0]]: cell for cell in data["cells"]}
    (own,) = cells["320922"][5]
    assert data["initiatives"][own]["name"] == "暖心驿"
    assert cells["320000"][5:] == [[], [own]]
    quote = data["quotes"][data["initiatives"][own]["quotes"][0]]
    assert "暖心驿" in quote[3]
    assert apart["pages"]["text"].iloc[0][quote[1] : quote[2]] == quote[3]
    (pair,) = data["pairs"]
    assert pair[2] == pytest.approx(sum(pair[4]), abs=0.005)
    assert pair[3][0].startswith("主题同为")
    assert pair[3][1].startswith("same theme: ")
    assert {data["names"][pair[7]], data["names"][pair[8]]} == {"滨海县", "余姚市"}


def test_what_runs_nowhere_has_a_row_of_its_own_and_a_name_in_both_languages(apart, tmp_path):
    loose = apart["entities"]["name"] == "暖心驿"
    id_ = apart["entities"].loc[loose, "id"].iloc[0]
    apart["entities"].loc[loose, "adcode"] = ""
    apart["relations"] = apart["relations"][apart["relations"]["tail"] != id_]
    apart["articles"]["region"] = ""
    relations = apart["relations"]
    apart["relations"] = relations[(relations["head"] != id_)]
    assert id_ not in regions_of(apart)
    text = page(apart, tmp_path)
    data = data_of(text)
    assert data["regions"][-1]["code"] == "none"
    (cell,) = [cell for cell in data["cells"] if cell[0] == len(data["regions"]) - 1]
    assert [data["initiatives"][number]["name"] for number in cell[5]] == ["暖心驿"]
    assert 'nowhere: ["未定地区", "No region"]' in text


def test_a_page_on_which_all_has_a_region_has_no_such_row(apart, tmp_path):
    assert "none" not in [region["code"] for region in data_of(page(apart, tmp_path))["regions"]]


def test_nothing_in_it_points_to_the_net(apart, tmp_path):
    text = page(apart, tmp_path)
    assert re.findall(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", text) == []
    assert "url(" not in text
    assert "@import" not in text


def test_hostile_names_stay_text(apart, tmp_path):
    hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \" ' & 暖心驿"
    apart["entities"]["name"] = apart["entities"]["name"].replace("暖心驿", hostile)
    text = page(apart, tmp_path, title="<b>题</b>")
    assert text.count("<script") == 2
    assert "<img" not in text
    assert "<title>&lt;b&gt;题&lt;/b&gt;</title>" in text
    assert hostile in [one["name"] for one in data_of(text)["initiatives"]]


def test_the_policy_allows_exactly_the_scripts_that_are_there(apart, tmp_path):
    text = page(apart, tmp_path)
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1])
    assert policy.startswith("default-src 'none'")
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        (code,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(code.encode("utf-8")).digest()).decode("ascii")
        assert f"{directive} 'sha256-{digest}'" in policy
    assert " style=" not in text
    assert re.findall(r"\son\w+=", text.split("<script")[0]) == []


def test_the_same_tables_give_the_same_bytes(apart, tmp_path):
    assert page(apart, tmp_path) == page(apart, tmp_path, "again.html")


def test_tables_without_initiatives_give_a_page(tmp_path):
    empty = {name: frame(name, []) for name in ("pages", "articles", "entities", "mentions", "relations", "statistics", "descriptions")}
    assert data_of(page(empty, tmp_path))["cells"] == []


def test_every_word_of_the_page_has_two_languages(apart):
    data = matrix_data(apart, similar(apart), region_themes(apart))
    entries = [*data["parts"], *data["kinds"].values(), *data["themes"].values()]
    assert [entry for entry in entries if not (entry["zh"] and entry["en"])] == []


def test_large_data_are_packed_and_small_ones_plain():
    assert packed({"a": 1}) == ("application/json", '{"a":1}')
    kind, text = packed("字" * 2_000_000)
    assert kind == "application/gzip"
    assert len(text) < 100_000


def test_json_cannot_end_its_script():
    assert script_json("</script>\u2028") == '"\\u003c/script\\u003e\\u2028"'
