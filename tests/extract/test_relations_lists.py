"""Receivers, winners and participants in lists; marked up as in test_relations."""

import pytest

from tests.extract.test_relations import labels, pairs


@pytest.mark.parametrize(
    "text",
    [
        "这2位“[H:云州工匠]”分别是:[C:云州机床厂]钳工[P:李文],[O:清河县医院]护士[P:王强]。",
        "大会为2名“[H:云州工匠]”颁奖,他们分别为[C:云州机床厂][P:李文]、[O:清河县医院][P:王强]。",
        "“[H:云州工匠]”获得者名单:[P:李文]、[P:王强]。",
        "[P:李文]、张丹、[P:王强]3名职工被选树为“[H:云州工匠]”。",
        "[P:李文]、[P:王强]等被分别授予“[H:云州工匠]”称号。",
        "县领导为[P:李文]、[P:王强]等“[H:云州工匠]”颁奖。",
        "[R:云州市]的[P:李文]和[R:南山县]的[P:王强]2人获得“[H:云州工匠]”称号。",
        "某林管局主任[P:李文]、[O:清河县林业局]云溪森林经营所森林防火管护中队队长[P:王强]获得“[H:云州工匠]”。",
        "某车间的张丹、[C:云州机床厂]的[P:李文]和[O:清河县医院]的[P:王强]获得“[H:云州工匠]”称号。",
    ],
)
def test_the_persons_of_a_list_bear_the_honour_and_their_workplaces_do_not(text: str) -> None:
    assert pairs("received", text) == {("李文", "云州工匠"), ("王强", "云州工匠")}


def test_of_a_list_only_the_whole_bodies_win() -> None:
    text = "[C:云州机床厂]、[C:南山矿业]生产部长输大队等9个集体获“[H:工人先锋号]”称号。"
    assert pairs("received", text) == {("云州机床厂", "工人先锋号")}


def test_who_is_given_an_honour_by_a_ministry_is_not_the_ministry() -> None:
    text = "[P:李文]所负责的[I:援助站]2012年被国家[O:司法部]授予“[H:先进单位]”,他自己也被授予“[H:先进个人]”,荣获“[H:劳动奖章]”。"
    assert pairs("received", text) == {("援助站", "先进单位"), ("李文", "先进个人"), ("李文", "劳动奖章")}


@pytest.mark.parametrize(
    ("text", "winners"),
    [
        ("在“[I:安全杯]”竞赛评选中,[C:云州机床厂]获评“[H:优胜单位]”。", {"云州机床厂"}),
        ("[O:清河代表队]、[O:南山代表队]分别获得[I:本次大赛=技能大赛]的团体一等奖、二等奖。", {"清河代表队", "南山代表队"}),
        ("在“[I:振兴杯]”技能大赛中,[P:李文]一举夺得冠军。", {"李文"}),
        ("[P:李文]代表[U:清河县总工会]参加“[I:振兴杯]”宣讲比赛。", {"李文", "清河县总工会"}),
        ("来自[C:云州机床厂]、邮政、[C:南山矿业]等9家企业的职工参加“[I:振兴杯]”比赛。", {"云州机床厂", "南山矿业"}),
    ],
)
def test_who_wins_or_enters_takes_part(text: str, winners: set[str]) -> None:
    assert {head for head, _ in pairs("takesPart", text)} == winners
    assert pairs("runs", text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A mine in brackets behind its firm is no receiver, nor does it hide the worker.
        (
            "来自[C:云州矿业]([C:南山煤矿])的瓦检员[P:李文]荣获[H:一等奖],被授予“[H:金牌工人]”称号;[C:清河矿业]的[P:王强]、[C:云州矿业]([C:北山煤矿])的[P:钱路]获[H:三等奖]。",
            {("李文", "一等奖"), ("李文", "金牌工人"), ("王强", "三等奖"), ("钱路", "三等奖")},
        ),
        # What houses of bodies are given, bodies are given; who is meant by longer titles; what is reached.
        ("[C:云州机床厂]和[O:清河医院]的驿站被评为[H:最美驿站]。", {("云州机床厂", "最美驿站"), ("清河医院", "最美驿站")}),
        ("[H:劳动奖章]、云州市发明创新大赛银奖获得者[P:李文]到场。", {("李文", "劳动奖章")}),
        ("考核组评定[U:清河县总工会]等24家单位达标[H:模范职工之家]。", {("清河县总工会", "模范职工之家")}),
    ],
)
def test_receivers_in_brackets_houses_and_lists(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs("received", text) == expected


def test_an_officer_who_takes_part_does_not_speak_for_the_body() -> None:
    assert pairs("takesPart", "[U:清河县总工会]维权站站长[P:李文]荣获[H:劳动奖章],并参加了[U:云州市总工会]召开的[I:推进会]。") == set()


def test_those_who_are_invited_are_no_subjects() -> None:
    text = "[U:清河县总工会]邀请[C:云州机床厂]技师[P:李文],[O:清河县医院]护士[P:王强]组成宣讲团,开展“[I:劳模说]”。"
    assert pairs("runs", text) == {("清河县总工会", "劳模说")}


def test_joint_hosts_behind_a_comma() -> None:
    text = "[I:此次大赛=技能大赛],由[U:云州市总工会]与[U:南山县总工会]联合主办,[C:云州机床厂]承办。"
    assert {head for head, _ in pairs("runs", text)} == {"云州市总工会", "南山县总工会", "云州机床厂"}


def test_two_bodies_that_hold_one_ceremony_work_together() -> None:
    assert pairs("cooperatesWith", "[O:清河县人社局]、[U:清河县总工会]举行“[I:最美职工]”发布仪式。") == {("清河县总工会", "清河县人社局")}


def test_a_region_in_the_name_of_a_unit_belongs_to_the_title() -> None:
    assert labels("[O:清河县林业局][R:南山县]防火站站长[P:李文]、[U:清河县总工会]驻[R:云州市]维权站站长[P:王强]。") == {
        ("李文", "清河县林业局"): "南山县防火站站长",
        ("王强", "清河县总工会"): "驻云州市维权站站长",
    }


def test_workers_named_side_by_side_are_of_one_company() -> None:
    assert set(labels("来自[C:云州机床厂]的[P:李文]、[P:王强]表示感谢。")) == {("李文", "云州机床厂"), ("王强", "云州机床厂")}


def test_a_prize_is_won_in_the_contest_named_last() -> None:
    text = ("“[I:云州技能大赛]”开赛。", "最终,[O:清河代表队]获一等奖,来自南山的[P:李文]获得电焊、车工个人一等奖。")
    assert pairs("takesPart", *text) == {("清河代表队", "云州技能大赛"), ("李文", "云州技能大赛")}
    more = pairs("takesPart", *text, "“[I:振兴杯]”大赛同时举行。", "[O:南山代表队]获一等奖。")
    assert more == pairs("takesPart", *text) | {("南山代表队", "振兴杯")}


@pytest.mark.parametrize(
    ("text", "winners"),
    [
        # After a contest every honour is won in it, and ranks are, whatever the event is called.
        ("最终,[O:清河代表队]的[P:李文]荣获“[H:协商能手]”称号。", {"李文"}),
        ("[P:李文]、[P:王强]分别夺取桂冠。", {"李文", "王强"}),
        ("[O:清河代表队]、[O:南山代表队]分获第一、二名。", {"清河代表队", "南山代表队"}),
        # Whose contestants or works win.
        ("[C:云州机床厂]的参赛队员们奋力拼搏,最终获得团体第二名。", {"云州机床厂"}),
        ("来自[C:云州机床厂]的[P:李文]以自己的作品《匠心》获得一等奖。", {"李文"}),
        # Who gives prizes to those who win, or won elsewhere or before.
        ("[U:清河县总工会]主席[P:赵明]为获得一等奖、二等奖的选手颁奖。", set()),
        ("[U:清河县总工会]将对获得第一名的选手,授予[H:劳动奖章]。", set()),
        ("[P:李文]曾获得全国职工技能大赛第一名。", set()),
    ],
)
def test_who_wins_after_the_contest_was_named(text: str, winners: set[str]) -> None:
    assert {head for head, _ in pairs("takesPart", "“[I:云州技能大赛]”开赛。", text)} == winners


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # Those from whom contestants come, but for those who sit on the jury.
        (
            ("“[I:振兴杯]”大赛开赛。", "来自[C:云州机床厂]、[C:南山矿业]等5家企业及[O:清河园区]机关,共6支代表队参加了比赛。"),
            {"云州机床厂", "南山矿业"},
        ),
        (("“[I:振兴杯]”大赛开赛。", "来自[O:清河县人社局]、[O:清河县法院]的专家参与评审。"), set()),
        # An event named behind them in the sentence is the one.
        (("“[I:老骑手节]”办过。", "来自[C:云州机床厂]的20名职工签到入场,以“[I:骑手节]”为主题的联谊会举行。"), {"云州机床厂"}),
        # Bodies that tell how they do it; unions that speak at a meeting do not.
        (
            ("“[I:振兴杯]”大赛总结会召开。", "会上,[C:云州机床厂]、[C:南山矿业]先后作了经验介绍,[U:清河县总工会]作交流发言。"),
            {"云州机床厂", "南山矿业"},
        ),
        (("“[I:振兴杯]”大赛表彰会召开。", "大会的交流环节很热闹。[C:云州机床厂]作为优胜单位的代表作了经验交流。"), {"云州机床厂"}),
        # Those who win, are helped or perform, in a later paragraph, too; an officer does where he comes as one who is honoured.
        (("“[I:振兴杯]”大赛闭幕。", "大赛技术状元[P:李文]、[P:王强]向职工发出倡议,向工会表达感谢。"), {"李文", "王强"}),
        (
            ("“[I:劳模说]”开讲。", "[H:全国劳模]、[C:某厂]董事长[P:李文],[H:省劳模]、焊工[P:王强]结合工作,质朴地,登台宣讲。"),
            {"李文", "王强"},
        ),
        (("“[I:劳模说]”开讲。", "[C:云州机床厂]董事长[P:李文]登台宣讲,[P:王强]副部长宣讲。"), set()),
        (("“[I:振兴杯]”大赛开赛。职工[P:李文]、[P:王强]代表[R:清河县]参加比赛。",), {"李文", "王强"}),
        # Who is only visited takes no part.
        (("“[I:暖冬行动]”启动。慰问组走访慰问困难职工[P:李文]。",), set()),
        # What goes on at the event of the article.
        (
            ("“[I:骑手节]”开幕。", "活动现场,劳模[P:李文]、技能专家[P:王强]分享了体会,[O:清河县委]书记[P:赵明]分享了体会。"),
            {"李文", "王强"},
        ),
        # A station stands at a body, not at one whose team nobody recognised.
        (("“[I:暖心驿站/station]”建成8个。", "5个设在[C:云州机床厂]、[C:南山矿业]二队和[O:清河医院]。"), {"云州机床厂", "清河医院"}),
    ],
)
def test_who_comes_to_an_event_or_houses_a_station(texts: tuple[str, ...], expected: set[str]) -> None:
    assert {head for head, _ in pairs("takesPart", *texts)} == expected


def test_who_runs_an_initiative_takes_no_part_in_it_and_who_wins_does_not_run_it() -> None:
    hosted = "由[U:清河县总工会]主办、[C:云州机床厂]承办的“[I:骑手节]”开幕,来自[C:云州机床厂]、[C:南山矿业]的职工报名参加。"
    assert {head for head, _ in pairs("takesPart", hosted)} == {"南山矿业"}
    won = "[U:清河县总工会]在“[I:振兴杯]”协商竞赛中获佳绩"
    assert (pairs("takesPart", won), pairs("runs", won)) == ({("清河县总工会", "振兴杯")}, set())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Participants are known by what they are called, and by what they do or get; officers, guests and hosts take no part.
        ("“[I:金秋助学]”仪式上,[C:云州钢铁厂]困难职工子女[P:李文]等6名新生领到助学金。", {"李文"}),
        ("“[I:骑手节]”上,[U:清河县总工会]主席[P:李文]讲话,骑手[P:王强]分享了体会,[O:清河县委]书记[P:赵明]出席。", {"王强"}),
        ("“[I:骑手节]”上,[P:李文]、[P:王强]宣布活动开始。", set()),
        # Who sends its own to a contest, is asked to it or becomes a member of it.
        ("“[I:振兴杯]”落幕,[P:李文]、[P:王强]两名职工代表[U:清河县总工会]参赛。", {"李文", "王强", "清河县总工会"}),
        ("该厂邀请[O:云州医院]、[O:清河医院]等单位专家,到厂举办“[I:义诊周]”活动。", {"云州医院", "清河医院"}),
    ],
)
def test_participants_of_an_event(text: str, expected: set[str]) -> None:
    assert {head for head, _ in pairs("takesPart", text)} == expected


def test_participants_in_the_sentence_after_the_event() -> None:
    assert pairs("takesPart", "“[I:骑手节]”开幕。骑手代表[P:李文]受邀演讲。") == {("李文", "骑手节")}
    assert pairs("takesPart", "“[I:骑手节]”开幕。劳模[P:李文]、骑手[P:王强]也参加了。") == {("李文", "骑手节"), ("王强", "骑手节")}
    # Who congratulates the contestants takes no part.
    assert pairs("takesPart", "“[I:骑手节]”闭幕。", "[P:李文]对获奖选手表示祝贺。") == set()
    assert pairs("takesPart", "“[I:骑手节]”开幕。", "会上邀请了劳模[P:李文]。") == {("李文", "骑手节")}


def test_in_an_event_of_an_earlier_paragraph_only_those_take_part_who_are_called_so_asked_or_helped() -> None:
    first = ("“[I:骑手节]”开幕。", "很热闹。")
    assert pairs("takesPart", *first, "劳模[P:李文]应邀来到现场。") == {("李文", "骑手节")}
    assert pairs("takesPart", *first, "选手[P:李文]走上台。") == {("李文", "骑手节")}
    assert pairs("takesPart", *first, "[P:李文]是此次骑手团的一员。") == {("李文", "骑手节")}
    assert pairs("takesPart", *first, "职工[P:李文]分享了带孩子的经历。") == set()


@pytest.mark.parametrize("text", ["职工[P:李文]说,他的女儿去年参加了高考。", "[P:李文]参加了党课。", "[P:李文]参加工作已有十年。"])
def test_who_takes_part_in_something_else(text: str) -> None:
    assert pairs("takesPart", "“[I:骑手节]”开幕。", "很热闹。", text) == set()
    assert pairs("takesPart", "“[I:骑手节]”开幕。" + text) == set()


@pytest.mark.parametrize("text", ["[P:李文]参加了本次活动。", "[P:李文]连夜赶来参加。", "[P:李文]是此次骑手团的一员。"])
def test_who_takes_part_in_this(text: str) -> None:
    assert pairs("takesPart", "“[I:骑手节]”开幕。" + text) == {("李文", "骑手节")}


def test_who_takes_part_in_an_initiative_named_behind_takes_part_in_that_alone() -> None:
    assert pairs("takesPart", "“[I:骑手节]”开幕。[P:李文]去年在市里参加了一年一度的“[I:匠心杯]”。") == {("李文", "匠心杯")}


@pytest.mark.parametrize(
    "text",
    [
        "“[I:振兴杯]”开赛。这场以“[I:匠心筑梦]”为主题的大赛由[U:云州市总工会]牵头,[O:云州市人社局]、[O:云州市工信局]一道举办。",
        "“[I:振兴杯]”在有“[I:职工书屋/station]”的园区开赛。活动由[U:云州市总工会]主办,[O:云州市人社局]、[O:云州市工信局]承办。",
        "“[I:振兴杯]”暨“[I:焊工赛]”在园区开赛,[U:云州市总工会]等单位主办,[O:云州市人社局]和[O:云州市工信局]承办。",
        "[U:云州市总工会]牵头,会同[O:云州市人社局]、南山驻[O:云州市工信局]办起“[I:振兴杯]”。",
    ],
)
def test_hosts_of_an_event_named_before(text: str) -> None:
    assert {head for head, tail in pairs("runs", text) if tail == "振兴杯"} == {"云州市总工会", "云州市人社局", "云州市工信局"}


def test_a_partner_acts_in_its_own_part_of_a_sentence() -> None:
    text = "[U:清河县总工会]试行“[I:听证会]”,会同[O:清河县人社局]组成听证团;[U:南山县总工会]搞起“[I:合同月]”活动。"
    assert ("清河县人社局", "合同月") not in pairs("runs", text)


@pytest.mark.parametrize(
    "text",
    [
        "民工坐上了[U:云州市总工会]、[C:云州铁路局]联手开行的专列。",
        "[U:云州市总工会]、[C:云州铁路局]在5月至8月举办运动会。",
        "[U:云州市总工会]与[C:云州铁路局]等单位选派27名干部。",
    ],
)
def test_who_does_one_thing_together(text: str) -> None:
    assert {frozenset(pair) for pair in pairs("cooperatesWith", text)} == {frozenset(("云州市总工会", "云州铁路局"))}


def test_the_workshop_of_a_company_is_not_the_company() -> None:
    text = "授予[C:云州机床厂]挤压车间等100个集体“[H:工人先锋号]”。[C:南山矿业]护理系等15个小组被授予“[H:模范小家]”。"
    assert pairs("received", text) == set()


def test_who_is_proposed_has_not_received() -> None:
    assert pairs("received", "[P:李文]作为优胜者获得申报[H:劳动奖章]资格。") == set()


def test_what_a_speaker_praises_and_what_a_worker_invented_the_body_does_not_run() -> None:
    text = "[U:南山县总工会]主席[P:李文]表示,[I:本次大赛=技能大赛]诠释了工匠精神。"
    assert pairs("runs", text, home=("139900", None)) == set()
    assert pairs("runs", "[C:云州机床厂][P:李文]的“[I:三步法]”参展。", home=("139900", None)) == set()


def test_two_unions_whose_cooperation_is_spoken_of() -> None:
    assert pairs("cooperatesWith", "[U:清河县总工会]和[U:南山县总工会]的合作不断。") == {("清河县总工会", "南山县总工会")}


def test_nothing_is_told_of_a_union_before_it_is_named() -> None:
    blocks = ("[C:云州纸厂]召开会议。", "近年来,推行“[I:四季同行]”模式。", "[U:清河县总工会]建成27个站点。")
    assert ("清河县总工会", "四季同行") not in pairs("runs", *blocks)


def test_who_is_chosen_behind_the_honour() -> None:
    text = "评出“[H:云州大工匠]”,我市[C:云州机床厂]技师[P:李文]、[C:南山矿业]总监[P:王强]入选。"
    assert pairs("received", text) == {("李文", "云州大工匠"), ("王强", "云州大工匠")}


def test_a_studio_of_a_firm_that_nobody_recognised_is_not_the_unions() -> None:
    text = ("[U:清河县总工会]召开现场会。", "全县涌现出甲乙电气“[I:李文创新工作室]”等。")
    assert pairs("runs", *text) == set()


def test_a_region_joined_to_a_union_is_not_its_partner() -> None:
    text = ("[U:临江省总工会]来调研。", "[R:云州市]和[U:清河县总工会]联合举办“[I:招聘会]”。")
    assert pairs("cooperatesWith", *text, home=("130000", "临江省总工会")) == set()


def test_what_is_only_the_background_of_a_deed_is_the_subjects_where_nobody_else_runs_it() -> None:
    assert pairs("runs", "[C:云州机床厂]在“[I:云机在线]”上发布岗位。") == {("云州机床厂", "云机在线")}
    text = "[U:云州市总工会]推出“[I:云机在线]”。[C:云州机床厂]在“[I:云机在线]”上发布岗位。"
    assert pairs("runs", text) == {("云州市总工会", "云机在线")}


@pytest.mark.parametrize("aim", ["围绕", "紧扣", "助力", "紧紧围绕全市"])
def test_what_a_deed_is_aimed_at_is_somebody_elses(aim: str) -> None:
    assert pairs("runs", f"[U:云州市总工会]{aim}“[I:3+3]”重点产业,举办“[I:云机杯]”大赛。") == {("云州市总工会", "云机杯")}


def test_what_is_opened_behind_a_word_of_aims_is_the_subjects() -> None:
    assert pairs("runs", "[U:云州市总工会]组织职工立足岗位开展“[I:五个一]”活动。") == {("云州市总工会", "五个一")}
    assert pairs("runs", "[U:云州市总工会]建成综合服务阵地——“[I:云工家园]”驿站。") == {("云州市总工会", "云工家园")}


@pytest.mark.parametrize(
    "text",
    [
        "[U:清河县总工会]在[R:东湖镇]湿地公园开展“[I:种树日]”活动。",
        "[U:清河县总工会]推出“[I:种树日]”。在[R:东湖镇]湖边的“[I:种树日]”现场,人很多。",
        "[U:清河县总工会]建起“[I:种树日]”。“[I:种树日]”驿站位于[R:东湖镇]。",
    ],
)
def test_a_place_that_the_clause_gives(text: str) -> None:
    assert ("种树日", "东湖镇") in pairs("inRegion", text)


def test_a_second_event_of_one_ceremony_has_the_same_hosts() -> None:
    text = "由[U:云州市总工会]主办、[C:云州机床厂]承办的“[I:宣讲团]”启动暨行业“[I:进一线]”宣讲活动举办。"
    assert pairs("runs", text) == {(who, what) for who in ("云州市总工会", "云州机床厂") for what in ("宣讲团", "进一线")}


def test_the_partners_after_a_joining_word_and_those_beside_them() -> None:
    text = "[U:云州市总工会]与[O:云州市委]、[O:云州市人社局]等建立“[I:联动机制]”,又会同[O:云州市工信局]形成“[I:会商格局]”。"
    assert {tail for _, tail in pairs("cooperatesWith", text)} == {"云州市委", "云州市人社局", "云州市工信局"}
    assert ("云州市委", "会商格局") not in pairs("runs", text)


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("[O:云州市政府]很重视。2021年,又出台《[D:办法]》。", {"云州市政府"}),
        ("[U:云州市总工会]与[O:云州市检察院]签约。今年,双方联合发布《[D:办法]》。", {"云州市总工会", "云州市检察院"}),
        (
            "[O:云州市检察院](以下简称[O:市检察院=云州市检察院])同[U:云州市总工会](以下简称市总)制定《[D:办法]》。",
            {"云州市总工会", "云州市检察院"},
        ),
        ("[U:云州市总工会]与[O:云州市检察院]签署《[D:办法]》。", {"云州市总工会", "云州市检察院"}),
    ],
)
def test_who_makes_a_document(text: str, makers: set[str]) -> None:
    assert {head for head, _ in pairs("issued", text)} == makers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The subject behind a clause that opens the sentence, and partners behind the deed.
        ("通过“[I:办实事]”,[U:南山县总工会]建起58个站点。", {("南山县总工会", "办实事")}),
        (
            "[U:云州市总工会]以“[I:工匠工程]”为抓手,联合[O:云州市委]、[O:云州市人社局]等部门发现工匠。",
            {("云州市总工会", "工匠工程"), ("云州市委", "工匠工程"), ("云州市人社局", "工匠工程")},
        ),
        # What bears a body's name is that body's; what stands beside it with 和 is the owner's, too.
        ("[U:云州市总工会]发布案例,“[I:清河县总工会献计行动]”在列,[U:清河县总工会]很高兴。", {("清河县总工会", "清河县总工会献计行动")}),
        ("[U:云州市总工会]一行看了[C:云州机床厂]的“[I:创新站]”和“[I:职工小站]”。", {("云州机床厂", "创新站"), ("云州机床厂", "职工小站")}),
    ],
)
def test_whose_an_initiative_is(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs("runs", text) == expected


def test_whose_paper_a_deed_rests_on_does_not_do_it() -> None:
    text = "[U:南山县总工会]很重视。根据[U:云州市总工会]办公室《[D:意见]》,联合[O:南山县教育局]制定《[D:办法]》。"
    assert ("云州市总工会", "办法") not in pairs("issued", text)
    assert pairs("cooperatesWith", text) == {("南山县总工会", "南山县教育局")}


def test_a_partner_with_a_deed_of_its_own_clause_acts_no_further() -> None:
    text = "[U:云州市总工会]主动上门,与[O:云州市法院]、[O:云州市人社局]坐到一起,依托“[I:一站一点]”构建“[I:协作机制]”。"
    assert {head for head, _ in pairs("runs", text)} == {"云州市总工会"}
    text = "[U:云州市总工会]日前与[C:云州城投]联手,把“[I:重点工程赛]”办到工地上。"
    assert {head for head, _ in pairs("runs", text)} == {"云州市总工会", "云州城投"}


def test_the_winner_of_an_honour_behind_it() -> None:
    assert pairs("received", "“[H:金锤奖]”的获得者[P:李文]很年轻。") == {("李文", "金锤奖")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("组织职工参加“[I:匠心杯]”。", {("清河县总工会", "匠心杯")}),
        # Who is asked to take part, or looks around, is no longer the union.
        ("全县职工要立足本职,积极投身“[I:五个年]”。", set()),
        ("参加“[I:匠心杯]”的选手来自五个厂。", set()),
    ],
)
def test_the_union_spoken_of_takes_part_where_it_sends_somebody(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs("takesPart", "[U:清河县总工会]召开会议。" + text) == expected
