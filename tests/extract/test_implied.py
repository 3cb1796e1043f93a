"""Entities that names imply."""

from graph.extract.linking.identity import Identity
from graph.extract.linking.implied import implied
from graph.records import Mention


def names(kind: str, name: str, adcode: str | None = None, *others: tuple[str, str]) -> set[tuple[str, str]]:
    found = {}
    for number, (type_, text) in enumerate([(kind, name), *others]):
        found[Mention(type_, number, number + 1, text, "a1", "test")] = Identity(text, text, 2, "test", adcode)
    return {(e.type, e.name) for e in implied(found, {})}


def test_the_company_of_a_union() -> None:
    assert ("Company", "清河纺织有限公司") in names("Union", "清河纺织有限公司工会")
    assert ("Company", "清河纺织有限公司") in names("Union", "清河纺织有限公司染整车间工会委员会")


def test_no_company_where_a_form_of_its_name_is_known_or_the_union_is_of_a_branch() -> None:
    assert not names("Union", "清河纺织有限公司工会", None, ("Company", "临江集团清河纺织有限公司"))
    assert not [kind for kind, _ in names("Union", "山西省煤矿工会") if kind == "Company"]


def test_the_union_of_a_sub_body() -> None:
    assert ("Union", "安徽省总工会") in names("Organization", "安徽省总工会职工服务中心", "340000")
    assert not [kind for kind, _ in names("Union", "安徽省总工会", "340000") if kind == "Union"]


def test_the_hospital_of_a_union() -> None:
    assert ("Organization", "芜湖市第一医院") in names("Union", "芜湖市第一医院工会", "340200")
    known = names("Union", "芜湖市第一医院工会", "340200", ("Organization", "市第一医院"))
    assert not [kind for kind, _ in known if kind == "Organization"]


def test_the_group_the_firm_and_the_office_of_a_union() -> None:
    assert ("Company", "云麓集团") in names("Union", "云麓集团工会")
    assert ("Company", "清麓药业") in names("Union", "清麓药业工会")
    assert ("Company", "清河铁路局") in names("Union", "清河铁路局工会")
    assert ("Organization", "芜湖市公路局") in names("Union", "芜湖市公路局工会", "340200")
    assert ("Organization", "芜湖市急救中心") in names("Union", "芜湖市急救中心机关工会", "340200")


def test_no_group_of_a_pointer_and_no_office_within_a_company() -> None:
    assert not names("Union", "该集团工会")
    assert not names("Union", "集团公司工会")
    assert not names("Union", "清河纺织有限公司轨道交通装备事业部维修保障中心工会")
