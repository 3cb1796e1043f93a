"""Who does his part in another's initiative, who is only a guest or a department; marked up as in test_relations."""

import pytest

from tests.extract.test_relations import pairs


@pytest.mark.parametrize(
    ("text", "takers"),
    [
        # What a superior has set up is carried out.
        ("[U:清河县总工会]落实[U:云州省总工会]“[I:暖心行动]”,走访工地。", {("清河县总工会", "暖心行动")}),
        (
            "[U:清河县总工会]对接[U:云州省总工会]“[I:强基工程]”“[I:暖心行动]”安排。",
            {("清河县总工会", "强基工程"), ("清河县总工会", "暖心行动")},
        ),
        # What a body sent in wins.
        (
            "在[U:云州市总工会]举办的[I:微视频大赛]上,[U:清河县总工会]选送的《车间里的灯》《一封家书》双双获得三等奖。",
            {("清河县总工会", "微视频大赛")},
        ),
        ("[C:云州机床厂]在全市职工安全生产“[I:一岗一策]”创建活动中,获评示范单位。", {("云州机床厂", "一岗一策")}),
        # Where it is tried; who takes a place in it.
        (
            "[U:云州市总工会]推行“[I:联建制度]”,选定[C:云州机床厂]、[O:清河职业学校]2家单位作为首批试点。",
            {("云州机床厂", "联建制度"), ("清河职业学校", "联建制度")},
        ),
        (
            "[U:云州市总工会]推出“[I:爱心岗位]”。[C:云州机床厂]、[C:南山矿业]等单位连续多年认领。",
            {("云州机床厂", "爱心岗位"), ("南山矿业", "爱心岗位")},
        ),
        # Persons with titles between them, and those who are counted behind their names.
        (
            "云州工匠[P:李文]、[P:王强],清河工匠[P:钱路]参加“[I:对话工匠]”直播。",
            {("李文", "对话工匠"), ("王强", "对话工匠"), ("钱路", "对话工匠")},
        ),
        ("“[I:青苗计划]”拜师仪式上,驾驶员[P:李文]等6名新学员递上拜师帖。", {("李文", "青苗计划")}),
    ],
)
def test_who_does_his_part(text: str, takers: set[tuple[str, str]]) -> None:
    assert takers <= pairs("takesPart", text)
    assert takers.isdisjoint(pairs("runs", text))


def test_a_pilot_of_one_of_several_is_nobodys() -> None:
    text = "[U:云州市总工会]推行“[I:联建制度]”和“[I:暖心行动]”,选定[C:云州机床厂]作为试点。"
    assert pairs("takesPart", text) == set()


def test_what_stands_behind_another_of_its_owner_is_his() -> None:
    text = "[U:清河县总工会]落实[U:云州省总工会]“[I:强基工程]”“[I:暖心行动]”安排。"
    assert pairs("runs", text) == {("云州省总工会", "强基工程"), ("云州省总工会", "暖心行动")}


def test_who_are_chosen_do_nothing_together() -> None:
    text = "[U:云州市总工会]选定[C:云州机床厂]、[O:清河职业学校]、[C:南山矿业]3家单位的工会作为首批试点。"
    assert pairs("cooperatesWith", text) == set()


def test_guests_in_a_list_run_nothing() -> None:
    text = "[U:云州市总工会]副主席[P:李文]、[U:南山矿业工会]主席[P:王强]出席仪式,并共同打开“[I:安康之门]”。"
    assert ("云州市总工会", "安康之门") not in pairs("runs", text)


def test_who_only_joins_an_initiative_of_his_own_region_adds_nothing_to_it() -> None:
    text = "[C:云州机床厂]开展职工读书,为推动“[I:平安云州]”建设助力。"
    assert pairs("runs", text) == set()


def test_units_without_a_name_of_ours_run_what_stands_behind_them() -> None:
    text = "[U:云州市总工会]送去清凉。东沟一区等基层单位还组建“[I:爱心联盟]”。"
    assert pairs("runs", text) == set()


def test_another_deed_with_a_partner_is_not_the_first_one() -> None:
    text = "[U:云州市总工会]建起“[I:联动机制]”,又会同[O:云州市文旅局]商定年度安排。"
    assert pairs("runs", text) == {("云州市总工会", "联动机制")}


@pytest.mark.parametrize(
    ("body", "serves"), [("云州市总工会权益保障部", False), ("云州市总工会经审办", False), ("云州市总工会职工服务中心", True)]
)
def test_a_department_of_a_union_serves_no_region(body: str, serves: bool) -> None:
    assert bool(pairs("serves", f"[O:{body}]走访了[R:云州市]的企业。")) == serves
