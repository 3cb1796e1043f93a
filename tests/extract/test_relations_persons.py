"""Pronouns and words that point back; marks as in test_relations."""

from pathlib import Path

import pytest

from graph.extract.page.pages import read
from graph.extract.pipeline import extract
from tests.extract.test_relations import found, labels


def received(*blocks: str) -> set[tuple[str, str]]:
    return {(head, tail) for r, head, tail in found(*blocks) if r.relation == "received"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[C:清河电厂]电工[P:孙大林]爱钻研。多年来,他先后获得[H:临江省工匠]、[H:云州市劳动模范]等称号。",
            {("孙大林", "临江省工匠"), ("孙大林", "云州市劳动模范")},
        ),
        (
            "[C:清河电厂]电工[P:孙大林]扎根一线。2019年获评[H:临江省工匠]。",
            {("孙大林", "临江省工匠")},
        ),
        (
            "[U:清河县总工会]工作扎实。2020年获评[H:临江省文明单位],2021年获评[H:模范职工之家]。",
            {("清河县总工会", "临江省文明单位"), ("清河县总工会", "模范职工之家")},
        ),
        (
            "[U:清河县总工会]表彰了竞赛中取得优异成绩的职工为[H:清河工匠],[O:清河技校][P:孙大林]等11名职工荣获此荣誉称号。",
            {("孙大林", "清河工匠")},
        ),
        (
            "[C:清河煤业]综采二区荣获[H:工人先锋号]。",
            set(),
        ),
        (
            "[C:清河煤业]等12家企业获[H:临江省五一劳动奖状]。",
            {("清河煤业", "临江省五一劳动奖状")},
        ),
        (
            "[U:清河县总工会]命名[P:孙大林]、[P:钱小路]为[H:清河工匠]。",
            {("孙大林", "清河工匠"), ("钱小路", "清河工匠")},
        ),
    ],
)  # fmt: skip
def test_who_received_what(text: str, expected: set[tuple[str, str]]) -> None:
    assert received(text) == expected


def test_he_is_the_person_named_last() -> None:
    posts = [(h, r.label, t) for r, h, t in found("记者见到了[P:孙大林]。他是[C:清河电厂]的一名电工。") if r.relation == "holdsPost"]
    assert posts == [("孙大林", "一名电工", "清河电厂")]


@pytest.mark.parametrize(
    ("text", "runners"),
    [
        (
            "[I:清河县工匠联盟]成立。联盟由[O:清河县劳模协会]具体牵头。",
            {"清河县劳模协会"},
        ),
        (
            "[I:清河驿站]位于广场。该驿站是[U:清河县总工会]联合[O:清河县人社局]精心打造,设有空调。",
            {"清河县总工会", "清河县人社局"},
        ),
        (
            "[I:孙大林创新工作室]由节能行业的领跑企业——[C:清河电厂]牵头建设。",
            {"清河电厂"},
        ),
    ],
)
def test_a_noun_points_back_to_the_initiative_whose_name_holds_it(text: str, runners: set[str]) -> None:
    assert {h for r, h, _ in found(text) if r.relation == "runs"} == runners


def test_each_partner_runs_its_own() -> None:
    runs = {(h, t) for r, h, t in found("[C:清河电厂][I:孙大林工作室]与[C:云州电厂][I:钱小路工作室]签订协议。") if r.relation == "runs"}
    assert runs == {("清河电厂", "孙大林工作室"), ("云州电厂", "钱小路工作室")}


def test_what_is_only_visited_has_no_runner() -> None:
    assert not [h for r, h, _ in found("考察组参观了[I:清河驿站],听取了介绍。") if r.relation == "runs"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[P:孙大林]在[U:清河县总工会]当副主席,事情办得不小。", ("孙大林", "副主席", "清河县总工会")),
        ("[P:孙大林]靠搞建筑起家,当着[O:清河县工商联]副会长。", ("孙大林", "副会长", "清河县工商联")),
    ],
)
def test_posts_told_by_a_verb(text: str, expected: tuple[str, str, str]) -> None:
    assert [(h, r.label, t) for r, h, t in found(text) if r.relation == "holdsPost"] == [expected]


def test_a_certificate_is_handed_to_its_receivers() -> None:
    assert received("[U:清河县总工会]领导向[P:孙大林]、[P:钱小路]颁发“[H:清河工匠]”证书。") == {
        ("孙大林", "清河工匠"),
        ("钱小路", "清河工匠"),
    }


def test_the_company_named_last() -> None:
    assert received("[C:清河纸业公司]喜事不断:企业被授予“[H:节水型企业]”。") == {("清河纸业公司", "节水型企业")}


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("由[O:清河县卫健委]与[U:清河县总工会]联合主办的[I:护士大赛]启动。", "runs", {"清河县卫健委", "清河县总工会"}),
        ("[I:护士大赛]由[U:清河县总工会]主办,[O:清河县护理学会]、某某非公立机构协会共同协办。", "runs", {"清河县总工会", "清河县护理学会"}),
        ("[I:工匠联盟]成立,会上推选[C:清河电厂]、[C:云州电厂]为理事长单位。", "takesPart", {"清河电厂", "云州电厂"}),
        ("[U:清河县总工会]在[O:清河县文化宫]举办“[I:联谊会]”。", "takesPart", set()),
        ("县里贯彻《[D:清河县总工会关于加强组织建设的意见]》,[U:清河县总工会]很忙。", "issued", {"清河县总工会"}),
    ],
)  # fmt: skip
def test_hosts_members_venues_and_authors(text: str, relation: str, expected: set[str]) -> None:
    assert {h for r, h, _ in found(text) if r.relation == relation} == expected


def test_items_of_an_event_are_no_initiatives_of_the_union() -> None:
    runs = {
        t
        for r, _, t in found("[U:清河县总工会]举办“[I:相约清河]”联谊会。现场设置“[I:齐心协力]”“[I:心心相印]”等游戏环节。")
        if r.relation == "runs"
    }
    assert runs == {"相约清河"}


def test_parts_and_places_of_enterprises() -> None:
    facts = {(h, r.relation, t) for r, h, t in found("[U:清河集团甲矿工会]和[C:甲煤矿=甲煤矿]、[U:临江集团丙煤矿工会]、[C:丙煤矿]开会。")}
    assert ("临江集团丙煤矿工会", "partOf", "丙煤矿") not in facts  # three characters may stand in many names
    facts = {(h, r.relation, t) for r, h, t in found("[U:临江集团大山煤矿工会]来到[C:大山煤矿]。")}
    assert ("临江集团大山煤矿工会", "partOf", "大山煤矿") in facts


def test_the_job_alone_of_somebody_met_is_his_title() -> None:
    assert labels("走进[C:云州机床厂],慰问组对劳模[P:李文]表示感谢。") == {("李文", "云州机床厂"): "劳模"}


def test_elected_and_expert() -> None:
    text = "[U:云州市纺织工会]秘书长[P:孙大林]高票当选为[U:云州市家纺商会工会]第二届委员会主席。"
    posts = {(h, r.label, t) for r, h, t in found(text) if r.relation == "holdsPost"}
    assert posts == {("孙大林", "秘书长", "云州市纺织工会"), ("孙大林", "第二届委员会主席", "云州市家纺商会工会")}


def test_whoever_does_something_with_another_is_its_partner() -> None:
    facts = {(h, r.relation, t) for r, h, t in found("[U:清河县总工会]先后与[O:清河大学]开展“[I:一帮一]”活动。")}
    assert {("清河县总工会", "cooperatesWith", "清河大学"), ("清河大学", "runs", "一帮一")} <= facts
    assert not [
        1 for r, _, _ in found("[U:清河县总工会]组织职工参与[U:临江省总工会]组织的“[I:知识竞赛]”。") if r.relation == "cooperatesWith"
    ]


def test_an_unlinked_union_is_not_the_home_union() -> None:
    assert not [1 for r, _, _ in found("近年来,市总工会打造“[I:共享之家]”。") if r.relation == "runs"]


def test_what_is_commended_has_no_runner_and_several_receive_one_honour() -> None:
    assert not [1 for r, _, _ in found("[U:清河县总工会]对“[I:清河杯]”竞赛中的先进单位进行了表彰。") if r.relation == "runs"]
    assert received("[I:孙大林工作室]、[I:钱小路工作室]等2个工作室入选“[H:示范工作室]”。") == {
        ("孙大林工作室", "示范工作室"),
        ("钱小路工作室", "示范工作室"),
    }


def test_he_as_a_means_is_no_subject() -> None:
    assert received("记者见到[P:孙大林]。以他为带头人的工作室培养了人才,其中多人荣获“[H:清河工匠]”称号。") == set()


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("[C:临江汽车集团]旗下[C:清河汽车公司]投产。", "清河汽车公司", "临江汽车集团"),
        ("[C:清河电厂]的[O:孙大林工作室]攻关。", "孙大林工作室", "清河电厂"),
    ],
)
def test_part_of_a_company(text: str, part: str, whole: str) -> None:
    assert (part, "partOf", whole) in {(h, r.relation, t) for r, h, t in found(text)}


def test_officer_of_the_group() -> None:
    posts = {
        (h, r.label, t) for r, h, t in found("[C:清河机床集团]参展。陪同的是集团董事长、党委书记[P:孙大林]。") if r.relation == "holdsPost"
    }
    assert posts == {("孙大林", "董事长、党委书记", "清河机床集团")}


def test_a_scheme_that_counts_its_kinds() -> None:
    parts = {
        (h, t)
        for r, h, t in found("[U:清河县总工会]打造[I:三型创新模式]:[I:专家型创新模式]和[I:实用型创新模式]。")
        if r.relation == "partOfInitiative"
    }
    assert {("专家型创新模式", "三型创新模式"), ("实用型创新模式", "三型创新模式")} <= parts


def test_who_tells_is_not_who_acts() -> None:
    runs = {h for r, h, _ in found("据[O:清河县总工会办公室]主任[P:孙大林]介绍,今年建立“[I:诉求中心]”。") if r.relation == "runs"}
    assert "清河县总工会办公室" not in runs


def test_honours_handed_to_nobody_named() -> None:
    assert received("[P:孙大林]到场看比赛,并为获得“[H:巧手奖]”的班组和学徒戴上红花。") == set()
    assert received("[C:清河装备公司]副总工艺师某某被评为[H:三八红旗手]。") == set()


def test_a_list_after_the_honour() -> None:
    assert received("荣获[H:巾帼标兵]的是:[O:清河大学][P:孙大林]、[O:清河医院][P:钱小路]。") == {
        ("孙大林", "巾帼标兵"),
        ("钱小路", "巾帼标兵"),
    }


def test_two_bodies_with_a_comma_between_their_titles() -> None:
    posts = {
        (h, t) for r, h, t in found("[O:清河县工商联]副会长、秘书长,[U:清河县总工会]主席[P:孙大林]出席。") if r.relation == "holdsPost"
    }
    assert posts == {("孙大林", "清河县工商联"), ("孙大林", "清河县总工会")}
    text = "[P:钱小路]当选为[U:清河县快递工会]主席,[U:清河县总工会]副主席[P:孙大林]授牌。"
    assert {(h, t) for r, h, t in found(text) if r.relation == "holdsPost"} == {("钱小路", "清河县快递工会"), ("孙大林", "清河县总工会")}


def test_plain_members_in_a_list_of_parts() -> None:
    text = "[I:清河读书月]共设有班前朗诵、“[I:墨香杯]”硬笔比赛、旧书市集、“[I:书声入厂]”演讲比赛等项目。"
    parts = {h for r, h, t in found(text) if r.relation == "partOfInitiative" and t == "清河读书月"}
    assert parts == {"墨香杯", "书声入厂"}


def test_bodies_of_a_later_clause_join_in() -> None:
    text = "[U:清河县总工会]组织了一次“[I:安全进厂日]”活动,[O:清河县消防大队]、[O:清河县电工协会]一起上阵,手把手教灭火。"
    facts = {(h, r.relation, t) for r, h, t in found(text)}
    assert {("清河县消防大队", "runs", "安全进厂日"), ("清河县总工会", "cooperatesWith", "清河县电工协会")} <= facts
    assert ("清河县消防大队", "cooperatesWith", "清河县电工协会") not in facts


def test_the_partner_of_somebody_else() -> None:
    text = "[U:清河县总工会]牵线搭桥:某某硅业与[O:清河学院]办起订单班。"
    assert not [1 for r, _, _ in found(text) if r.relation == "cooperatesWith"]


def test_an_office_without_a_body_goes_on() -> None:
    text = "[U:清河县总工会]主席[P:孙大林]讲话,副主席[P:钱小路]主持。"
    assert {(h, t) for r, h, t in found(text) if r.relation == "holdsPost"} == {("孙大林", "清河县总工会"), ("钱小路", "清河县总工会")}


def test_the_place_that_opens_a_name_is_where_it_runs(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("12月8日,安徽省总工会主办的“安徽工会暖冬行动”在芜湖市启动。", encoding="utf-8")
    facts = extract(read(file))
    names = {e.id: e.name for e in facts.entities}
    assert [names[r.tail] for r in facts.relations if r.relation == "inRegion"] == ["安徽省"]


def test_who_took_part() -> None:
    # Only of an event: a person cannot take part in an alliance by coming to a meeting.
    blocks = "[I:工匠论坛]在清河举行。参加讨论的还有[C:清河电厂]总经理[P:孙大林]、[U:清河县总工会]主席[P:钱小路]等人。"
    assert {h for r, h, _ in found(blocks) if r.relation == "takesPart"} == {"孙大林", "钱小路"}


def test_hosts_without_a_preposition() -> None:
    runs = {h for r, h, _ in found("近日,[U:临江省总工会]主办,[U:清河县总工会]承办“[I:读书会]”启动仪式。") if r.relation == "runs"}
    assert runs == {"临江省总工会", "清河县总工会"}


def test_partners_at_a_place() -> None:
    text = "[U:清河县总工会]先后与[C:清河电厂]在大坝工程建设中开展“[I:五比竞赛]”;与[O:清河县人社局]等部门组织开展“[I:大比武]”。"
    facts = {(h, r.relation, t) for r, h, t in found(text)}
    assert {("清河电厂", "runs", "五比竞赛"), ("清河县人社局", "runs", "大比武")} <= facts
    assert ("清河县总工会", "cooperatesWith", "清河电厂") in facts


def test_an_agreement_is_no_deed() -> None:
    assert not [1 for r, _, _ in found("[C:清河电厂]现场签订“[I:劳模助企行]”专项行动协议书。") if r.relation == "runs"]


def test_this_event_is_no_way_of_working() -> None:
    text = "“[I:劳模助企行]”活动举行。各级工会构建“[I:工会+院校/method]”模式。本次活动由[U:清河县总工会]主办。"
    assert {t for r, h, t in found(text) if r.relation == "runs" and r.rule.startswith("runs.near")} == {"劳模助企行"}


def test_a_wider_region_before_the_name_is_not_the_home_unions() -> None:
    text = "12月5日,[R:临江省]“[I:工友杯]”技能大赛圆满举办。"
    facts = {(h, r.relation, t) for r, h, t in found("[U:清河县总工会]很忙。", text)}
    assert ("清河县总工会", "runs", "工友杯") not in facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本报讯(记者 [P:孙大林])近日传来喜讯,研发的工具荣获[H:优秀成果奖]。", set()),
        ("[C:清河物贸公司]连年先进。2015年被[U:临江省总工会]授予“[H:五一劳动奖状]”。", {("清河物贸公司", "五一劳动奖状")}),
        ("[C:清河铜业]班长[P:孙大林]是2021年[H:临江省劳动模范]。", {("孙大林", "临江省劳动模范")}),
        ("[O:清河博物馆]创成[H:爱国主义教育基地]。", {("清河博物馆", "爱国主义教育基地")}),
    ],
)
def test_more_receivers(text: str, expected: set[tuple[str, str]]) -> None:
    assert received(text) == expected


def test_a_title_with_brackets() -> None:
    posts = {(h, r.label, t) for r, h, t in found("[U:清河县总工会]副主席(兼职)[P:孙大林]出席。") if r.relation == "holdsPost"}
    assert {(h, t) for h, _, t in posts} == {("孙大林", "清河县总工会")}


def test_the_partners_of_a_region_are_not_each_others() -> None:
    text = "今年,[R:东湖镇]联合[O:清河县委社工部]、[U:清河县总工会]打造“[I:暖心驿站]”。"
    assert not [1 for r, h, t in found(text) if r.relation == "cooperatesWith" and {h, t} == {"清河县委社工部", "清河县总工会"}]


@pytest.mark.parametrize(
    "text",
    [
        "[U:清河县总工会]很忙。该站融合了[I:就享家服务站]、[I:心灵驿站]、[I:爱心站]等功能。",
        "[U:清河县总工会]很忙。作为“[I:长钻班]”培养学员,他进步很快。",
        "[U:清河县总工会]很忙。【[I:工会缩影]】",
        "[U:清河县总工会]聚焦[I:33618]现代制造业集群体系发力。",
    ],
)
def test_what_nobody_runs(text: str) -> None:
    assert not [1 for r, _, _ in found(text) if r.relation == "runs"]


def test_a_school_before_the_partner_is_not_passed_over() -> None:
    text = "[U:清河县总工会]很忙。“[I:工匠学院]”落户[O:清河学院],与[C:清河电厂]共建实训基地。"
    assert ("清河县总工会", "清河电厂") not in {(h, t) for r, h, t in found(text) if r.relation == "cooperatesWith"}


def test_a_firm_in_a_firm() -> None:
    facts = {(h, r.relation, t) for r, h, t in found("[C:清河建设集团]、[C:清河建设集团六公司]、[C:清河建设集团有限公司]开会。")}
    assert ("清河建设集团六公司", "partOf", "清河建设集团") in facts
    assert ("清河建设集团有限公司", "partOf", "清河建设集团") not in facts  # two forms of one name


def test_a_station_of_a_place_named_before_it(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    text = "安徽省总工会命名了一批站点:芜湖市的“江城驿站”、蚌埠市的“淮畔驿站”。"
    file.write_text(text, encoding="utf-8")
    facts = extract(read(file))
    names = {e.id: e.name for e in facts.entities}
    regions = {(names[r.head], names[r.tail]) for r in facts.relations if r.relation == "inRegion"}
    assert ("淮畔驿站", "蚌埠市") in regions
    assert "安徽省" not in {region for _, region in regions}


def test_a_station_that_is_visited_stands_where_the_visitors_have_come(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("近日,安徽省总工会主席李文到歙县察看驿站建设。李文一行走进“暖心驿站”,边看边问。", encoding="utf-8")
    facts = extract(read(file))
    names = {e.id: e.name for e in facts.entities}
    assert [(names[r.head], names[r.tail]) for r in facts.relations if r.relation == "inRegion"] == [("暖心驿站", "歙县")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[C:云州机床厂]党委书记、董事长[P:李文]和党委副书记、工会主席[P:王强]到场。", {("李文", "云州机床厂"), ("王强", "云州机床厂")}),
        ("[O:清河县委]书记[P:李文],市领导[P:王强]、[P:赵明]出席。", {("李文", "清河县委")}),
        ("[O:清河县委]书记[P:李文]讲话,副县长[P:王强]主持。", {("李文", "清河县委")}),
        ("在[C:云州机床厂],记者见到了焊工[P:李文]。", {("李文", "云州机床厂")}),
        ("在[C:云州机床厂],记者见到了市劳模、焊工[P:李文]。", {("李文", "云州机床厂")}),
        ("在[C:云州机床厂],记者见到了[H:市劳模]、电焊班长[P:李文]。", {("李文", "云州机床厂")}),
        ("走进[C:云州机床厂]车间,记者见到该厂电焊班班长[P:李文]。", {("李文", "云州机床厂")}),
        ("在[C:云州机床厂],记者见到了隔壁厂焊工[P:李文]。", set()),
        ("在[C:云州机床厂],记者见到了隔壁厂劳模、焊工[P:李文]。", set()),
        ("[U:清河县总工会]成立大会,[U:清河县快递工会]成立,[P:李文]当选为主席。", {("李文", "清河县快递工会")}),
        ("[U:清河县总工会]指导成立[U:清河县快递工会],[P:李文]当选为主席。", {("李文", "清河县快递工会")}),
        ("[U:清河县快递工会]成立,[U:清河县总工会]到会祝贺,[P:李文]当选为主席。", {("李文", "清河县快递工会")}),
        ("[U:清河县总工会]派员指导[U:清河县快递工会]换届,[P:李文]当选为主席。", {("李文", "清河县快递工会")}),
        ("[U:云州快递行业工会联合会]成立大会在[O:清河县文化宫]召开,[P:李文]当选首任主席。", {("李文", "云州快递行业工会联合会")}),
        ("[P:李文]来自南山,是[C:云州机床厂]的一名职工,很乐观。", {("李文", "云州机床厂")}),
        ("[R:东湖镇]副镇长、[U:东湖镇总工会]主席[P:李文]带队,[O:东湖镇政府]拨款。", {("李文", "东湖镇总工会"), ("李文", "东湖镇政府")}),
    ],
)
def test_posts_by_what_stands_around(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(h, t) for r, h, t in found(text) if r.relation == "holdsPost"} == expected


def held(*blocks: str) -> set[tuple[str, str, str]]:
    return {(head, tail, r.label) for r, head, tail in found(*blocks) if r.relation == "holdsPost"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[C:清河电厂]今年投产。[U:清河电厂工会]主席、副总经理[P:孙大林]发言。",
            {("孙大林", "清河电厂工会", "主席"), ("孙大林", "清河电厂", "副总经理")},
        ),
        (
            "[U:清河县总工会] [P:孙大林] [P:钱小路] [P:周平]",
            {("孙大林", "清河县总工会", ""), ("钱小路", "清河县总工会", ""), ("周平", "清河县总工会", "")},
        ),
        (
            "[C:清河煤业]开展竞赛。操作工[P:孙大林]想出了办法,市人大代表[P:周平]点赞。",
            {("孙大林", "清河煤业", "操作工")},
        ),
        (
            "[C:清河煤业]来了客人。[C:云州电厂]焊工[P:孙大林]说:“受益很大。”",
            {("孙大林", "云州电厂", "焊工")},
        ),
        (
            "来自[C:清河煤业]的全市“[H:最美产业工人]”[P:孙大林]登台。",
            {("孙大林", "清河煤业", "")},
        ),
        (
            "[P:孙大林] [C:清河煤业]首席技师",
            {("孙大林", "清河煤业", "首席技师")},
        ),
        (
            "[P:孙大林],男,汉族,[C:清河煤业]车间主任。",
            {("孙大林", "清河煤业", "车间主任")},
        ),
        (
            "在[C:清河煤业],选煤技术专家[P:孙大林]连跳两级。",
            {("孙大林", "清河煤业", "选煤技术专家")},
        ),
        (
            "[C:清河公交公司]拜师仪式上,905路驾驶员[P:孙大林]递上拜师帖。",
            {("孙大林", "清河公交公司", "905路驾驶员")},
        ),
        (
            "他们来到[O:清河中学],同该学校主任[P:孙大林]交谈。",
            {("孙大林", "清河中学", "主任")},
        ),
    ],
)  # fmt: skip
def test_who_holds_which_post(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert held(text) == expected
