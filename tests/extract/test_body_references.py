"""Later mentions by a part of the name: the end of a full name, its head alone, the union of a unit; services of a place."""

import pytest

from graph.extract.language.initiative_words import frames
from graph.extract.page.bylines import signature
from tests.extract.conftest import bodies_of
from tests.extract.test_people import texts

HEAD = "# 泗阳县总工会走进一线\n\n"


def names(text: str, kind: str) -> list[tuple[str, str]]:
    """(text, canonical name) of the bodies of one type in the body text of a page."""
    return [(said, name) for what, said, name, start in bodies_of(HEAD + text) if what == kind and start > len(HEAD.strip("# \n"))]


@pytest.mark.parametrize(
    ("sentence", "later", "full"),
    [
        ("泗阳县劳模协会换届。协会将办好讲堂。", "协会", "泗阳县劳模协会"),
        ("泗阳县家政行业协会会员很多。青禾集团女工安全协管会成立。协管会有章程。", "协管会", "青禾集团女工安全协管会"),
        ("泗阳县总工会职工艺术团成立。五月,职工艺术团赴外地演出。", "职工艺术团", "泗阳县总工会职工艺术团"),
        ("江苏工匠学院泗阳分院挂牌。按照规划,分院每年办班。", "分院", "江苏工匠学院泗阳分院"),
    ],
)
def test_the_end_of_a_name_told_before_is_that_body(sentence: str, later: str, full: str) -> None:
    assert (later, full) in names(sentence, "Organization")


@pytest.mark.parametrize("sentence", ["泗阳县劳模协会换届。各协会、商会到会。", "泗阳县劳模协会换届。县里新办三个协会。"])
def test_one_of_several_is_not_the_body_told_before(sentence: str) -> None:
    assert [said for said, _ in names(sentence, "Organization")] == ["泗阳县劳模协会"]


@pytest.mark.parametrize(
    ("sentence", "later", "full"),
    [
        ("泗阳县网约车行业联合工会建会。工作组进驻行业联合工会。", "行业联合工会", "泗阳县网约车行业联合工会"),
        ("泗阳县快递行业工会联合会成立。七月,联合会发出要约。", "联合会", "泗阳县快递行业工会联合会"),
        ("青禾社区工联会办书屋。青禾社区工会联合会发书。", "青禾社区工联会", "青禾社区工会联合会"),
        ("泗阳县快递工联会办书屋。泗阳县快递工会联合会发书。", "泗阳县快递工联会", "泗阳县快递工会联合会"),
        ("青禾油田工会换届。油田工会推行三项制度。", "油田工会", "青禾油田工会"),
        ("徐州机务段工会换届。近年来,段工会建起书屋。", "段工会", "徐州机务段工会"),
    ],
)
def test_a_union_by_its_unit_or_the_end_of_its_name(sentence: str, later: str, full: str) -> None:
    assert (later, full) in names(sentence, "Union")


@pytest.mark.parametrize("sentence", ["泗阳邮政送来书包。", "泗阳公交:劳模带新人"])
def test_a_service_of_a_place_is_an_enterprise(sentence: str) -> None:
    assert [said for said, _ in names(sentence, "Company")] == [sentence[:4]]


@pytest.mark.parametrize("sentence", ["泗阳公交车上坐满人。", "泗阳邮政编码变了。", "泗阳供电所到场。", "县里办抖音大赛。", "他拍抖音号。"])
def test_a_word_that_goes_on_is_no_enterprise(sentence: str) -> None:
    assert names(sentence, "Company") == []


@pytest.mark.parametrize(
    ("sentence", "persons"),
    [
        ("市领导李广元、李军、孙金存、赵博、龙青松一行到场。", ["李广元", "李军", "孙金存", "赵博", "龙青松"]),
        ("韦成信、梁贤勇、赵玉荣等人参加。", ["韦成信", "梁贤勇", "赵玉荣"]),
        ("维修工长周涛,三年没有休假。", ["周涛"]),
        ("每趟车有一名段领导送行。", []),
        ("作品出自拉祜、佤、哈尼等各族职工之手。", []),
        ("原以为说了也白说。", []),
    ],
)
def test_names_in_lists_and_words_that_are_none(sentence: str, persons: list[str]) -> None:
    assert texts(sentence) == persons


def test_a_signature_may_have_several_names_behind_a_body() -> None:
    signed = signature("泗阳县总工会 李雁秋 石锐", 3)
    assert signed is not None
    assert [(one.name, one.start, one.end) for one in signed] == [("李雁秋", 10, 13), ("石锐", 14, 16)]
    assert signature("李雁秋 石锐") is None


@pytest.mark.parametrize(
    ("sentence", "full"),
    [
        ("县总工会组建工会律师服务团。", "工会律师服务团"),
        ("县司法局组建职工(农民工)权益保障服务团,律师报名。", "职工(农民工)权益保障服务团"),
        ("会上,楼宇律所职工法律服务志愿团宣告成立。", "楼宇律所职工法律服务志愿团"),
    ],
)
def test_a_team_that_is_set_up_is_named_by_what_it_is_for(sentence: str, full: str) -> None:
    assert (full, full) in names(sentence, "Organization")


@pytest.mark.parametrize(
    "sentence",
    [
        "县里组建劳模宣讲团。",
        "县里组建多支职工志愿服务队。",
        "县里成立以劳模为骨干的技术攻关队。",
        "县里组建5支职工志愿服务队。",
        "召开职工志愿者服务队成立大会。",
    ],
)
def test_teams_in_general_are_none(sentence: str) -> None:
    assert names(sentence, "Organization") == []


def test_a_mine_of_an_enterprise_whose_name_no_dictionary_knows() -> None:
    told = names("西山煤电青地矿换届。青地矿工会支持,青地矿连年安全。", "Company")
    assert told == [("西山煤电青地矿", "西山煤电青地矿"), ("青地矿", "西山煤电青地矿")]
    assert names("西山煤电下属矿换届。", "Company") == [("西山煤电", "西山煤电")]
    assert [said for said, _ in names("江苏青禾开发有限公司(白果煤矿)的员工到场。", "Company")] == ["江苏青禾开发有限公司"]


def test_a_forestry_bureau_is_called_by_its_place() -> None:
    told = names("图强林业局云中林场建家,图强林业局工会支持。五年来,局工会不停步。", "Union")
    assert told == [("图强林业局工会", "图强林业局工会"), ("局工会", "图强林业局工会")]
    assert [said for said, _ in names("大岭林业集团公司图强林业局云中林场参赛。", "Organization")] == ["大岭林业集团公司图强林业局云中林场"]


@pytest.mark.parametrize("firm", ["江苏越青先进半导体有限公司", "江苏正纹微玻纤有限公司"])
def test_words_that_end_names_elsewhere_stand_behind_the_region_of_a_firm(firm: str) -> None:
    assert [said for said, _ in names(f"在{firm},县总工会开会。", "Company")] == [firm]


@pytest.mark.parametrize("row", ["周雅岚 青禾电子有限公司焊工", "周 岚 青禾电子有限公司焊工", "3. 周雅岚 青禾电子有限公司焊工"])
def test_a_name_before_a_body_in_a_row_of_a_list_is_a_person(row: str) -> None:
    assert texts("下列职工获奖。", row) == [row.removeprefix("3. ").split(" 青")[0]]
    assert texts("下列职工获奖。", row.replace("周", "的")) == []


@pytest.mark.parametrize(
    ("sentence", "later", "full"),
    [
        ("广西盛隆冶金有限公司开工。企业给盛隆冶金供货。", "盛隆冶金", "广西盛隆冶金有限公司"),
        ("江苏青禾炼铁厂设擂台。搭起擂台,炼铁厂紧扣主题。", "炼铁厂", "江苏青禾炼铁厂"),
        ("一汽-大众公司办班。", "一汽-大众公司", "一汽-大众公司"),
    ],
)
def test_a_firm_by_a_part_of_its_name(sentence: str, later: str, full: str) -> None:
    assert (later, full) in names(sentence, "Company")


def test_the_union_of_a_mine_is_not_that_of_the_branch() -> None:
    told = names("青禾矿工会换届。江苏省煤矿工会到场。矿工会建起谈话室。", "Union")
    assert ("矿工会", "青禾矿工会") in told


@pytest.mark.parametrize("sentence", ["建强工会队伍。", "这是全省首个市级货运行业工会联合会。"])
def test_unions_of_a_kind_are_none(sentence: str) -> None:
    assert names(sentence, "Union") == []


@pytest.mark.parametrize("sentence", ["收到申报材料2500份。", "国家矿山地质公园开园。", "青禾紧紧围绕公司目标。"])
def test_words_before_a_head_that_are_no_name(sentence: str) -> None:
    assert names(sentence, "Company") == []


@pytest.mark.parametrize("school", ["黎明职业大学", "育才小学"])
def test_a_school_named_after_a_word(school: str) -> None:
    assert (school, school) in names(f"县总工会与{school}签约。", "Organization")


def test_a_second_post_behind_and_also() -> None:
    told = names("泗阳县劳模协会换届。县总工会副主席兼协会会长王芳到场。", "Organization")
    assert ("协会", "泗阳县劳模协会") in told
    assert texts("青禾公司李欣,省劳模。", "青禾公司王洪彬获一等奖。") == ["李欣", "王洪彬"]


def test_a_federation_alone_is_not_that_of_the_park_administration() -> None:
    told = names("青禾工业园管委会到场。青禾工业园工会联合会开会。联合会将扩大覆盖。", "Union")
    assert ("联合会", "青禾工业园工会联合会") in told


def test_a_club_behind_a_word_of_its_own_name_is_another() -> None:
    told = names("江苏圣航足球俱乐部获冠军。泗阳超越足球俱乐部获亚军。", "Organization")
    assert ("足球俱乐部", "江苏圣航足球俱乐部") not in told


@pytest.mark.parametrize(("sentence", "who"), [("听取副主席孙荣所作的报告。", "孙荣"), ("青禾大学辅导员韩啸等到场。", "韩啸")])
def test_where_a_name_ends_and_who_has_one(sentence: str, who: str) -> None:
    assert texts(sentence) == [who]


@pytest.mark.parametrize("word", frames()["online"])
def test_a_platform_for_unions_work_is_no_union(word: str) -> None:
    """The same words stand in body_heads.yaml (no union) and in initiative_frames.yaml (an initiative)."""
    assert names(f"泗阳县{word}工会平台上线。{word}工会方便职工。", "Union") == []
