"""该 and its noun: whom it takes up."""

from tests.extract.conftest import bodies_of
from tests.extract.test_statistics import _owners


def test_a_team_takes_up_the_workshop_named_last() -> None:
    assert _owners("“[I:李文创新工作室]”成立。清河人点赞。该团队取得成果18项。") == [(18.0, "李文创新工作室")]


def test_a_supermarket_takes_up_the_one_named_last() -> None:
    assert ("该超市", "阜平县百汇超市") in {(text, name) for _, text, name, _ in bodies_of("阜平县百汇超市开业。该超市降价。")}


def test_who_hosts_a_contest_does_not_have_its_contestants() -> None:
    (found,) = _owners("本次竞赛由[O:清河县人社局]主办,[O:清河技师学院]承办,共有9支代表队参赛。")
    assert found[1] != "清河技师学院"
