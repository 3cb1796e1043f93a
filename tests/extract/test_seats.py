"""Where the name of a firm says that it stands."""

import pytest

from graph.extract.places.gazetteer import gazetteer
from graph.extract.places.seats import seat, seat_inside


@pytest.mark.parametrize(
    ("name", "home", "expected"),
    [
        ("国网荆门供电公司", "420800", "荆门市"),  # behind the brand
        ("国网湖北省电力有限公司荆门供电公司", "420000", "荆门市"),  # behind the whole it is a part of
        ("中国建设银行荆门分行掇刀支行", "420800", "掇刀区"),  # behind the branch it belongs to
        ("中航工业沈阳航空仪表有限公司", None, "沈阳市"),
        ("荆门机场", None, "荆门市"),
        ("湘潭红星机械厂", "430000", "湘潭市"),  # the city, not the county of the same name
        ("国网新津县供电公司", None, "新津区"),  # by its full name
        ("中建东方装饰有限公司", "420800", None),  # a county of another province: a word like others
        ("史丹利荆门有限公司", "420800", "荆门市"),  # the place that the text is about
        ("红星东方机械厂", "460000", None),  # in the middle of a name after no brand
        ("湖北水运荆门港", None, "荆门市"),  # a prefecture inside the province that opens the name
        ("湖北省路桥局荆门分局", None, "荆门市"),
        ("湖北水运湘潭港", None, "湖北省"),  # none of another province
    ],
)
def test_a_name_says_where_a_firm_stands(name: str, home: str | None, expected: str | None) -> None:
    found = seat(name, gazetteer().get(home) if home else None)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("name", "around", "expected"),
    [
        ("湖北省路桥局荆门分局", "420000", "420800"),
        ("湖北省路桥局", "420000", "420000"),
        ("湘潭红星机械厂", "420000", "420000"),  # what the text has settled is not upset
        ("湘潭红星机械厂", None, "430300"),
        ("红星机械厂", None, None),
    ],
)
def test_a_firm_stands_inside_the_place_that_opens_its_name(name: str, around: str | None, expected: str | None) -> None:
    assert seat_inside(name, None, around) == expected
