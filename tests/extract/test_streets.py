"""某某街 for 某某街道: behind its district and before an organ of its own."""

import pytest

from graph.extract.places.gazetteer import gazetteer
from tests.extract.conftest import bodies_of


def places(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in gazetteer().scan(text)]


@pytest.mark.parametrize("text", ["李七庄街总工会办班", "西青区李七庄街举办比赛", "李七庄街办事处开会", "在李七庄街工联会"])
def test_behind_its_district_or_before_an_organ_it_is_the_subdistrict(text: str) -> None:
    assert "李七庄街" in places(text)


@pytest.mark.parametrize("text", ["逛李七庄街商店", "河西区李七庄街举办比赛", "各镇街总工会", "沿街总工会的驿站", "步行街上"])
def test_a_street_is_no_subdistrict(text: str) -> None:
    assert not any(place.endswith("街") for place in places(text))


def test_the_union_is_that_of_the_subdistrict() -> None:
    found = bodies_of("西青区李七庄街道总工会成立。李七庄街总工会办班。")
    assert {name for kind, _, name, _ in found if kind == "Union"} == {"西青区李七庄街道总工会"}
    assert "李七庄街总工会" in {text for _, text, _, _ in found}
