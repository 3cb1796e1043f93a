"""Relations across clauses: overt subjects, announcers, enumerations, schemes item by item; marked up as in test_relations."""

import pytest

from tests.extract.test_relations import COUNTY, labels, pairs

NATIONAL = ("130534", "中华全国总工会")


@pytest.mark.parametrize(
    "text",
    [
        "该站开展“[I:暖心行动]”。",
        "协管会总结提炼“[I:十字工作法]”。",
        "李明创新工作室成立于2013年,开展“[I:师带徒]”活动。",
        "各车间、区队召开“[I:恳谈日]”活动。",
    ],
)
def test_a_body_that_the_page_does_not_know_is_not_the_home_union(text: str) -> None:
    assert pairs("runs", "[U:清河县总工会]主席作了介绍。", text) == set()


def test_who_goes_into_the_enterprises_is_still_the_union() -> None:
    text = "[U:清河县总工会]主席作了介绍。深入企业开展“[I:暖心行动]”。"
    assert pairs("runs", text) == {("清河县总工会", "暖心行动")}


def test_who_only_announces_or_awards_is_no_actor() -> None:
    blocks = ("[U:中华全国总工会]公布了获奖名单。", "多年来,坚持开展“[I:暖心行动]”,出台《[D:星级考评办法]》。")
    assert pairs("runs", *blocks, home=NATIONAL) == set()
    assert pairs("issued", *blocks, home=NATIONAL) == set()


def test_the_awarded_acts_not_the_awarder() -> None:
    text = "被[U:中华全国总工会]授予“[H:工人先锋号]”的[U:云州煤矿工会],多年来开展“[I:双星]”评比。"
    assert pairs("runs", text, home=NATIONAL) == {("云州煤矿工会", "双星")}


def test_the_means_come_before_the_joint_deed() -> None:
    text = "[U:清河县总工会]联合[O:清河县司法局],通过定期会商等举措,打造“[I:护航港]”。"
    assert pairs("runs", text) == {("清河县总工会", "护航港"), ("清河县司法局", "护航港")}


def test_each_member_of_a_list_has_its_own_deed() -> None:
    text = "[U:云州市总工会]打造“[I:星光之家]”、[U:清河县总工会]用夜校点亮“[I:工人课堂]”入选案例。"
    assert pairs("runs", text) == {("云州市总工会", "星光之家"), ("清河县总工会", "工人课堂")}


@pytest.mark.parametrize(
    "text",
    [
        "“[I:匠心奖]”评选是[O:清河县人社局]和[U:清河县总工会]联合推出的。",
        "由[O:清河县人社局]、[U:清河县总工会]等单位主办的“[I:匠心奖]”评选开始。",
    ],
)
def test_joint_hosts_run_it_and_work_together(text: str) -> None:
    assert pairs("runs", text) == {("清河县人社局", "匠心奖"), ("清河县总工会", "匠心奖")}
    assert pairs("cooperatesWith", text) in ({("清河县人社局", "清河县总工会")}, {("清河县总工会", "清河县人社局")})


def test_of_many_partners_each_works_with_the_union() -> None:
    text = "[O:清河县人社局]、[O:清河县工信局]、[O:清河县教育局]和[U:清河县总工会]联合推出“[I:匠心奖]”。"
    found = {frozenset(pair) for pair in pairs("cooperatesWith", text)}
    assert found == {frozenset({"清河县总工会", other}) for other in ("清河县人社局", "清河县工信局", "清河县教育局")}


def test_what_is_built_at_a_company_is_run_by_the_builder() -> None:
    assert pairs("runs", "[U:清河县总工会]指导建设的[C:云州物流]“[I:司机之家]”投用。") == {("清河县总工会", "司机之家")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[C:甲厂]、[C:乙厂]采煤队、[C:丙厂]等9家单位被[U:云州市总工会]授予[H:五一奖状]。", {"甲厂", "丙厂"}),
        ("[C:甲厂]车工[P:赵梅]、[O:云州医院]护士[P:钱江]、某矿队长[P:孙立]等43人荣获[H:五一奖章]。", {"赵梅", "钱江", "孙立"}),
        ("[C:甲厂]党委书记、工会主席[P:赵梅],[O:清河县人大]副主任[P:钱江],被评为“[H:优秀工作者]”。", {"赵梅", "钱江"}),
        ("[H:五一奖章]、[H:云州工匠]获得者[P:赵梅]到场。", {"赵梅"}),
        ("[H:工人先锋号]——[C:甲厂]装配班[P:赵梅]来了。", {"赵梅"}),
        ("[P:赵梅]、[P:钱江]为首届“[H:云州工匠]”获得者颁奖。", set()),
        ("[C:甲厂]先后被[U:云州市总工会]授予“[H:先进单位]”;被[U:清河县总工会]授予“[H:五一奖状]”。", {"甲厂"}),
    ],
)
def test_every_listed_receiver_and_no_giver(text: str, expected: set[str]) -> None:
    assert {head for head, _ in pairs("received", text)} == expected


def test_a_post_in_a_body_that_nobody_knows_goes_to_no_other() -> None:
    text = "[O:云州医院]护士[P:赵梅]、某矿采煤队队长[P:钱江]到场。"
    assert labels(text) == {("赵梅", "云州医院"): "护士"}


def test_the_union_office_in_a_title_of_its_company() -> None:
    text = "[C:云州纺织厂]党委书记、工会主席[P:赵梅]说。[U:云州纺织厂工会]举办讲座。"
    assert labels(text) == {("赵梅", "云州纺织厂"): "党委书记", ("赵梅", "云州纺织厂工会"): "主席"}


def test_who_comes_to_what_the_sentence_before_reports() -> None:
    text = "[U:清河县总工会]举办“[I:匠心杯]”竞赛。[C:云州纺织厂]、[C:云州三建]等20家企业参加。"
    assert pairs("takesPart", text) == {("云州纺织厂", "匠心杯"), ("云州三建", "匠心杯")}


@pytest.mark.parametrize(
    "text",
    [
        "开展“[I:四季暖]”活动。[I:春送岗]活动中举办5期培训班;[I:夏送水]活动中为职工送去清凉物资。",
        "[I:春送岗]是“[I:四季暖]”的重要组成部分,[I:夏送水]是“[I:四季暖]”的品牌之一。",
    ],
)
def test_parts_named_one_by_one(text: str) -> None:
    assert pairs("partOfInitiative", text) == {("春送岗", "四季暖"), ("夏送水", "四季暖")}


def test_one_deed_after_the_other_is_no_part() -> None:
    text = "开展[I:庆五一]活动,举办了[I:书画展]、[I:歌咏会]等7场活动。"
    assert pairs("partOfInitiative", text) == set()


def test_the_initiative_in_the_title_of_a_plan_somebody_makes() -> None:
    text = "[U:清河县总工会]出台《[D:清河县“五小”竞赛方案]》,开展“[I:五小]”竞赛。"
    assert pairs("basedOn", text) == {("五小", "清河县“五小”竞赛方案")}


def test_a_house_serves_the_place_it_stands_in() -> None:
    text = "[O:清河县职工活动中心]和[O:清河县工人文化宫]开放,[U:清河县总工会]主办。"
    assert {("清河县职工活动中心", "清河县"), ("清河县工人文化宫", "清河县")} <= pairs("locatedIn", text)
    served = pairs("serves", text)
    assert ("清河县职工活动中心", "清河县") in served
    assert ("清河县工人文化宫", "清河县") not in served


def test_the_union_of_an_industry_serves_its_region_that_of_a_shop_none() -> None:
    text = "[U:临江省煤矿工会]和[U:云州百货公司中心店工会]获奖。"
    assert pairs("serves", text) == {("临江省煤矿工会", "临江省")}


def test_runners_of_two_counties_run_it_in_both() -> None:
    text = "[U:清河县总工会]开展“[I:送清凉月]”。[U:南山县总工会]开展“[I:送清凉月]”。"
    assert pairs("inRegion", text, home=COUNTY) == {("送清凉月", "清河县"), ("送清凉月", "南山县")}


def test_what_the_whole_province_does_is_not_done_by_the_county() -> None:
    assert pairs("runs", "[U:清河县总工会]召开会议。今年全省重点实施“[I:强基工程]”。") == set()


def test_a_body_met_on_the_way_does_not_hide_who_founds() -> None:
    text = "[U:清河县总工会]选取20家党群服务中心设立“[I:暖心驿站]”。"
    assert pairs("runs", text) == {("清河县总工会", "暖心驿站")}


def test_the_thought_of_others_is_not_run() -> None:
    assert pairs("runs", "[U:清河县总工会]坚持“[I:强县工程]”战略思想。") == set()


def test_what_is_set_up_side_by_side_is_no_part_of_the_first() -> None:
    text = "[U:清河县总工会]设立“[I:暖心屋]”、设立“[I:读书角]”、设立“[I:健身房]”。"
    assert pairs("partOfInitiative", text) == set()


def test_what_a_document_decrees_is_based_on_it() -> None:
    text = "[U:清河县总工会]在《[D:工作方案]》中明确设立“[I:暖心屋]”。"
    assert pairs("basedOn", text) == {("暖心屋", "工作方案")}


def test_a_national_enterprise_in_a_place_stands_there() -> None:
    assert ("国网云州供电公司", "云州市") in pairs("locatedIn", "[U:云州市总工会]走进[C:国网云州供电公司]。")


def test_posts_of_departments_and_of_the_next_organ() -> None:
    assert labels("[O:清河县委]常委、组织部部长[P:李文]出席。") == {("李文", "清河县委"): "常委、组织部部长"}
    assert labels("[U:云州市总工会]主席[P:李文],我县县委书记[P:王强]出席。") == {("李文", "云州市总工会"): "主席"}


def test_an_initiative_wins_over_the_clauses_between() -> None:
    text = "“[I:暖心屋]”项目服务万人,荣获“[H:最佳项目]”。"
    assert pairs("received", text) == {("暖心屋", "最佳项目")}


def test_after_what_one_has_won_another_receiver_begins() -> None:
    text = "[U:清河县纺织厂工会]荣获“[H:先进工会]”、质检部主任[P:赵梅]被授予“[H:五一奖章]”。"
    assert pairs("received", text) == {("清河县纺织厂工会", "先进工会"), ("赵梅", "五一奖章")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[U:清河县总工会]今年建成[O:援助中心]“[I:一厅式大厅]”。", {("清河县总工会", "一厅式大厅")}),
        ("[U:清河县总工会]举办“[I:匠心杯]”,由[U:云州市总工会]列为重点项目。", {("清河县总工会", "匠心杯")}),
    ],
)
def test_who_gets_or_judges_an_initiative_does_not_run_it(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs("runs", text) == expected


def test_whose_own_it_is_says_where_it_runs_and_not_who_runs_it() -> None:
    blocks = ("[U:清河县总工会]办起夜校。", "“[I:百日比武]”是[R:清河县]的竞赛品牌,三月启动。")
    assert pairs("inRegion", *blocks) == {("百日比武", "清河县")}
    assert pairs("runs", *blocks) == set()


def test_the_region_before_a_name_is_where_it_runs_though_the_article_only_takes_part() -> None:
    text = "[U:清河县总工会]组织12名职工参加[R:南山县]“[I:匠心杯]”大赛。"
    assert pairs("inRegion", text, home=COUNTY) == {("匠心杯", "南山县")}


def test_a_practice_runs_where_the_union_is_at_home_that_the_article_is_about() -> None:
    text = "[U:清河县总工会]开展“[I:送温暖]”活动。[U:南山县总工会]开展“[I:送温暖]”活动。"
    assert pairs("inRegion", text, home=COUNTY) == {("送温暖", "清河县")}


@pytest.mark.parametrize("verb", ["举行", "拉开大幕", "广场鸣枪开跑", "职工之家启用"])
def test_an_event_runs_where_it_is_held(verb: str) -> None:
    text = f"[U:临江省总工会]主办的“[I:匠心杯]”竞赛日前在[R:清河县]{verb}。"
    assert pairs("inRegion", text, home=("130000", "临江省总工会")) == {("匠心杯", "清河县")}


@pytest.mark.parametrize(
    "text",
    [
        "[U:云州市总工会]走进位于[R:清河县]的[C:瑞丰电厂]。",
        "[C:瑞丰电厂]总部设在[R:清河县],职工六百人。",
        "[U:清河县总工会]对辖区内[C:三友纺织厂]、[C:瑞丰电厂]的母婴室进行检查。",
    ],
)
def test_where_a_firm_stands_by_the_sentences_word(text: str) -> None:
    assert ("瑞丰电厂", "清河县") in pairs("locatedIn", text)


def test_a_part_that_carries_a_scheme() -> None:
    text = "作为[U:清河县总工会]“[I:暖河]”工程的重要载体,“[I:小麦苗]”夏令营开营。"
    assert pairs("partOfInitiative", text) == {("小麦苗", "暖河")}


def test_a_station_stands_where_its_name_begins_or_where_the_clause_says() -> None:
    home = ("130000", "临江省总工会")
    text = "[R:清河县]很大。[U:临江省总工会]建起[I:清河县东街驿站/station]。"
    assert pairs("inRegion", text, home=home) == {("清河县东街驿站", "清河县")}
    text = "[U:临江省总工会]建起[I:清河县驿站/station],在[R:南山县]和[R:东湖镇]建立[I:清河县驿站/station]。"
    assert ("清河县驿站", "南山县") in pairs("inRegion", text, home=home)


@pytest.mark.parametrize(
    "text",
    [
        "[U:清河县总工会]积极与[O:清河县人社局]、[O:清河县妇联]沟通协调,形成合力。",
        "[U:清河县总工会]与[O:清河县人社局]结成对子。",
        "[U:清河县总工会]、[O:清河县人社局]和[O:清河县妇联]研究决定,对先进集体予以表扬。",
    ],
)
def test_who_settles_something_together(text: str) -> None:
    assert ("清河县总工会", "清河县人社局") in pairs("cooperatesWith", text)


def test_a_firms_worker_in_need_is_its_worker_and_a_unions_is_not() -> None:
    assert pairs("holdsPost", "来到[C:瑞丰电厂]困难职工[P:许兰]家中。") == {("许兰", "瑞丰电厂")}
    assert pairs("holdsPost", "[U:清河县总工会]困难职工[P:许兰]领到助学金。") == set()
    assert pairs("holdsPost", "[C:瑞丰快递]小哥[P:孙川]加入工会。") == {("孙川", "瑞丰快递")}


@pytest.mark.parametrize(
    "text",
    [
        "由[U:清河县总工会]牵头组织,对接[O:清河县医院]共同发起的“[I:健康行]”启动。",
        "老人坐上了[U:清河县总工会]和[O:清河县医院]联手开行的“[I:健康行]”。",
        "[U:清河县总工会]在广场办了一场“[I:健康行]”活动,[O:清河县医院]一起出力。",
    ],
)
def test_who_joins_in_runs_it_and_so_does_who_began(text: str) -> None:
    assert {head for head, _ in pairs("runs", text)} == {"清河县总工会", "清河县医院"}


def test_whom_a_body_assists_is_no_subject() -> None:
    text = "[U:清河县总工会]工作扎实。配合[O:云州市人社局]开展“[I:暖心行动]”。随后办起“[I:工人课堂]”。"
    assert pairs("cooperatesWith", text) in ({("清河县总工会", "云州市人社局")}, {("云州市人社局", "清河县总工会")})
    assert {head for head, tail in pairs("runs", text) if tail == "工人课堂"} == {"清河县总工会"}


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("南宫市职工技能比武", "南宫市"),  # told in an article of another county
        ("南宫职工技能比武", "清河县"),  # a short form may be another word
        ("河北省清河县职工技能比武", "清河县"),  # the last place of a chain
        ("河北省职工技能比武", "清河县"),  # the wider place is no nearer than the runner's own
    ],
)
def test_where_the_name_of_an_initiative_opens_with_a_place(name: str, region: str) -> None:
    text = f"[R:南宫市]和[R:临江省]都来。[U:清河县总工会]举办[I:{name}]。"
    assert pairs("inRegion", text) == {(name, region)}


def test_a_firm_that_does_what_the_union_runs_runs_it_too() -> None:
    blocks = ("[U:清河县总工会]推行“[I:星光家园/campaign]”。", "[C:清河电厂]建起“[I:星光家园/campaign]”。")
    assert {head for head, _ in pairs("runs", *blocks)} == {"清河县总工会", "清河电厂"}
    assert pairs("takesPart", *blocks) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[U:清河县总工会]办起职工的书屋,由此获评[H:先进工会]。", {("清河县总工会", "先进工会")}),
        ("[O:清河文化宫]办起职工的书屋,并于2023年11月7日入选[H:示范文化宫]。", {("清河文化宫", "示范文化宫")}),
        ("包括[C:清河纺织厂]在内的118家集体被命名为[H:工人先锋号]。", {("清河纺织厂", "工人先锋号")}),
        ("[H:五一奖章]获得者代表、[C:清河纺织厂]技师[P:赵梅]到场。", {("赵梅", "五一奖章")}),
        ("[H:五一奖章]获得者、[H:清河工匠]技能大师[P:赵梅]到场。", {("赵梅", "五一奖章")}),
        ("[P:赵梅]是[H:省劳模],也是“[H:清河工匠]”。", {("赵梅", "省劳模"), ("赵梅", "清河工匠")}),
        ("[U:清河县总工会]申报的[U:清河纺织厂工会]榜上有名,获得[H:先进工会]称号。", {("清河纺织厂工会", "先进工会")}),
        ("来自[C:清河纺织厂]的4名选手获得[H:巧手奖]。", set()),
    ],
)
def test_receivers_in_other_words(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs("received", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[P:赵梅]当过钳工,如今是[C:清河纺织厂]首席技师、[O:清河技师学院]副院长。", {"清河纺织厂", "清河技师学院"}),
        ("[P:赵梅]是[H:省劳模],眼下在[C:清河纺织厂]担任研发中心副部长。", {"清河纺织厂"}),
        ("[P:赵梅]很年轻,目前在[C:清河纺织厂]看望职工。", set()),
    ],
)
def test_posts_of_the_subject_told_later_in_the_sentence(text: str, expected: set[str]) -> None:
    assert {tail for _, tail in pairs("holdsPost", text)} == expected


def test_who_joins_in_the_next_clause_has_not_issued_the_paper_before() -> None:
    text = "[O:清河县委办]印发《[D:工会工作意见]》,[U:清河县总工会]会同[O:清河县司法局]建立“[I:双报告]”制度。"
    assert pairs("issued", text) == {("清河县委办", "工会工作意见")}


def test_a_project_is_the_one_called_so() -> None:
    text = "[U:清河县总工会]按照“[I:六有]”标准建家。"
    more = "[U:清河县总工会]实施“[I:睦邻里]”帮扶项目,建点12个,该项目获评[H:优秀项目奖]。"
    assert pairs("received", text, more) == {("睦邻里", "优秀项目奖")}
