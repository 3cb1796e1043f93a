"""The gazetteer: every division of the list can be found by its name, and names lead to the right candidates."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.places.gazetteer import gazetteer

GAZETTEER = gazetteer()


def codes(name, date=None):
    return [division.code for division in GAZETTEER.candidates(name, date=date)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("江苏省", "320000"), ("江苏", "320000"), ("广西", "450000"), ("内蒙古", "150000"), ("新疆", "650000"), ("澳门", "820000"),
        ("淮安", "320800"), ("恩施州", "422800"), ("临夏州", "622900"), ("黔东南", "522600"), ("西双版纳", "532800"), ("伊犁州", "654000"),
        ("阿克苏地区", "652900"), ("江都", "321012"), ("浦东", "310115"), ("神农架", "429021"), ("东莞", "441900"), ("长阳县", "420528"),
        ("蔡桥镇", "320922102"), ("虎门镇", "441900:虎门镇"),
    ],
)  # fmt: skip
def test_names_and_short_forms(name, code):
    assert codes(name)[0] == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("景宁县", "331127"), ("马边县", "511133"), ("城步县", "430529"), ("道真自治县", "520325"), ("彭水自治县", "500243"),
        ("玉屏县", "520622"), ("恩施自治州", "422800"), ("鄂伦春旗", "150723"),
        ("土右旗", "150221"), ("管城区", "410104"), ("前郭县", "220721"),
    ],
)  # fmt: skip
def test_a_division_is_as_full_without_its_peoples_or_contracted(name, code):
    assert GAZETTEER.is_official(name)
    assert codes(name) == [code]


def test_a_stem_of_one_character_is_no_short_form():
    assert codes("沛") == []


def test_one_name_of_many_divisions():
    assert {"110105", "220104"} <= set(codes("朝阳区"))
    assert codes("吉林")[:2] == ["220000", "220200"]


@pytest.mark.parametrize(
    ("name", "date", "code"),
    [
        ("洪泽县", "2012-05-01", "320813"),
        ("洪泽县", None, "320813"),
        ("江都市", "2009-05-01", "321012"),
        ("襄樊市", "2008-01-01", "420600"),
        ("港闸区", "2015-01-01", "320611"),
    ],
)
def test_former_names_lead_to_the_unit_of_today_or_to_the_dissolved_one(name, date, code):
    assert codes(name, date) == [code]


def test_a_dissolved_district_is_not_the_one_it_was_joined_to():
    gone = GAZETTEER.get("320611")
    assert gone is not None
    assert (gone.name, gone.until, gone.parent) == ("港闸区", 2020, "320600")
    assert GAZETTEER.get("320613").until is None


def test_path_and_within():
    assert [division.name for division in GAZETTEER.path("320922102")] == ["江苏省", "盐城市", "滨海县", "蔡桥镇"]
    assert [division.name for division in GAZETTEER.path("110105")] == ["北京市", "朝阳区"]
    assert [division.name for division in GAZETTEER.path("429006")] == ["湖北省", "天门市"]
    assert GAZETTEER.path("999999") == ()
    assert GAZETTEER.within("320922102", "320000")
    assert GAZETTEER.within("320922", "320922")
    assert not GAZETTEER.within("320922", "320800")
    assert not GAZETTEER.within("", "320800")


def test_every_division_is_a_candidate_of_its_own_name_and_hangs_on_a_province():
    counts = [0, 0, 0, 0, 0]
    for code, division in GAZETTEER.divisions().items():
        if division.until is None:
            assert code in codes(division.name)
        path = GAZETTEER.path(code)
        assert path[0].level == 1
        assert [d.level for d in path] == sorted({d.level for d in path})
        counts[division.level] += division.until is None
    assert counts[1] == 34
    assert counts[2] >= 333
    assert counts[3] >= 2840
    assert counts[4] >= 38700


def test_scan_takes_the_longest_name():
    text = "江苏省扬州市江都区的江都和长沙县"
    assert [text[a:b] for a, b, _ in GAZETTEER.scan(text)] == ["江苏省", "扬州市", "江都区", "江都", "长沙县"]
    assert [text[a:b] for a, b, _ in GAZETTEER.scan(text, 3, 8)] == ["扬州市", "江都"]


@given(st.text(alphabet="江苏省扬州市都区长沙县镇工会的在", max_size=40))
def test_scanned_names_are_names_in_order(text):
    found = list(GAZETTEER.scan(text))
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    for start, end, divisions in found:
        assert divisions == GAZETTEER.candidates(text[start:end])
        assert divisions


@pytest.mark.parametrize(
    ("text", "names"), [("连云港海州湾公司", ["连云港"]), ("连云港海州公司", ["连云港", "海州"]), ("深圳湾口岸", ["深圳"])]
)
def test_a_bay_is_not_the_county_of_its_name(text, names):
    assert [text[start:end] for start, end, _ in GAZETTEER.scan(text)] == names
