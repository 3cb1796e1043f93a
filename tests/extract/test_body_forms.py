"""The forms of bodies' names that linking tells apart."""

import pytest

from graph.extract.linking import body_forms


@pytest.mark.parametrize(
    ("says", "yes", "no"),
    [
        (body_forms.is_unit_pointer, ["该公司", "我院", "学校", "本集团公司"], ["青禾机械公司职工", "某某"]),
        (body_forms.is_company_pointer, ["该公司", "集团公司", "各家企业"], ["青禾公司", "我院"]),
        (body_forms.is_organ, ["人社局", "县委宣传部", "工人文化宫"], ["机械公司", "文化宫广场"]),
        (body_forms.of_state, ["国务院办公厅", "中国职工研究会"], ["青禾县中国旅行社"]),
        (body_forms.names_area, ["长江航务管理局", "国家能源局西北监管局"], ["青禾县水利局"]),
        (body_forms.is_full_company, ["青禾机械有限公司", "青禾机械有限公司(东厂)"], ["该公司", "公司", "青禾县总工会"]),
    ],
)
def test_forms(says, yes, no):
    assert [text for text in yes if not says(text)] == []
    assert [text for text in no if says(text)] == []


def test_unions_above_provinces():
    found = {
        text: body_forms.above_provinces(text, "national.name")
        for text in ("全总", "中华全国总工会", "全国铁路总工会", "全省总工会", "全总调研组")
    }
    assert {text: identity.name for text, identity in found.items() if identity is not None} == {
        "全总": "中华全国总工会", "中华全国总工会": "中华全国总工会", "全国铁路总工会": "中华全国铁路总工会",
    }  # fmt: skip
