"""Relations from marked-up sentences: [U:name] marks a mention (U C O P I R D H), [U:short=full name] a short form of it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import model
from graph.extract.confidence import confidence
from graph.extract.linking.entities import Linked
from graph.extract.relations import names as relation_names
from graph.extract.relations import relations
from graph.extract.scenes.scene import SIGNS, compiled, scenes, within
from graph.records import Article, Block, Entity, LinkedMention, Mention, Page, Relation, entity_id

_TYPES = {
    "U": "Union", "C": "Company", "O": "Organization", "P": "Person", "I": "Initiative", "R": "Region", "D": "Document", "H": "Honour",
}  # fmt: skip
_CODES = {"清河县": "130534", "云州市": "139900", "东湖镇": "130534101", "临江省": "130000", "南山县": "130535", "南宫市": "130581"}
_SERVED = {
    "清河县总工会": "130534", "云州市总工会": "139900", "临江省总工会": "130000", "清河县人社局": "130534",
    "南山县总工会": "130535", "滨海县总工会": "320922",
}  # fmt: skip
_MARK = re.compile(r"\[([UCOPIRDH]):([^\]=/]+)(?:/(\w+))?(?:=([^\]]+))?\]")  # [I:振兴杯/competition=云州振兴杯]


def page_of(*blocks: str, roles: tuple[str, ...] = (), home: tuple[str | None, str | None] = (None, None)) -> tuple[Page, Article, Linked]:
    """A page with one article whose paragraphs are the blocks; home is (adcode, name of the home union)."""
    view, spans, mentions, entities = "", [], [], {}
    for region, code in _CODES.items():
        if not code[6:]:
            entities[region] = Entity(entity_id("Region", code), "Region", region, code, code)
    for block in blocks:
        start = len(view)
        last = 0
        for match in _MARK.finditer(block):
            view += block[last : match.start()]
            kind, text, name = _TYPES[match[1]], match[2], match[4] or match[2]
            place = _CODES.get(name) or _SERVED.get(name)
            entities.setdefault(name, Entity(entity_id(kind, name), kind, name, name, place, match[3]))
            mention = Mention(kind, len(view), len(view) + len(text), text, "a1", "test")
            mentions.append(LinkedMention(mention, entities[name].id, "test"))
            view += text
            last = match.end()
        view += block[last:]
        spans.append((start, len(view)))
        view += "\n"
    parts = tuple(Block(roles[i] if i < len(roles) else "body", a, b) for i, (a, b) in enumerate(spans))
    page = Page("test", "test", view, view, range(len(view)), range(1, len(view) + 1))
    union = entities.get(home[1]) if home[1] else None
    homes = {"a1": (home[0], union.id if union else None)}
    return page, Article("a1", "test", parts), Linked(tuple(entities.values()), tuple(mentions), homes)


COUNTY = ("130534", "清河县总工会")


def found(*blocks: str, roles: tuple[str, ...] = (), home: tuple[str | None, str | None] = COUNTY) -> list[tuple[Relation, str, str]]:
    page, article, linked = page_of(*blocks, roles=roles, home=home)
    names = {e.id: e.name for e in linked.entities}
    return [(r, names[r.head], names[r.tail]) for r in relations.find(page, (article,), linked)]


def pairs(kind: str, *blocks: str, roles: tuple[str, ...] = (), home: tuple[str | None, str | None] = COUNTY) -> set[tuple[str, str]]:
    return {(head, tail) for r, head, tail in found(*blocks, roles=roles, home=home) if r.relation == kind}


def labels(*blocks: str) -> dict[tuple[str, str], str]:
    return {(head, tail): r.label for r, head, tail in found(*blocks) if r.relation == "holdsPost"}


def test_a_title_over_two_bodies_gives_each_its_own() -> None:
    assert labels("[O:清河县政协]副主席、[U:县总工会=清河县总工会]党组书记、主席 [P:李文]出席。") == {
        ("李文", "清河县政协"): "副主席",
        ("李文", "清河县总工会"): "党组书记、主席",
    }


def test_further_persons_share_the_body_of_the_first() -> None:
    assert labels("[U:清河县总工会]主席[P:李文]、副主席[P:王强]参加座谈。") == {
        ("李文", "清河县总工会"): "主席",
        ("王强", "清河县总工会"): "副主席",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("来自[C:云州纺织厂]细纱车间的[P:赵梅]说起了自己的故事。", {("赵梅", "云州纺织厂"): "细纱车间"}),
        ("[P:赵梅]是[C:云州纺织厂]挡车工。", {("赵梅", "云州纺织厂"): "挡车工"}),
        ("[U:清河县总工会]慰问[P:赵梅]一家。", {}),
        ("来自[O:云州一中]、副县长[P:赵梅]到场。", {}),
        ("[U:清河县总工会]组织劳模代表[P:赵梅]宣讲。", {}),
    ],
)
def test_who_works_where(text: str, expected: dict[tuple[str, str], str]) -> None:
    assert labels(text) == expected


def test_the_subject_carries_on_over_clauses_and_sentences() -> None:
    text = "今年以来,[U:云州市总工会]走访企业,打造“[I:暖心驿站]”。开展“[I:匠心杯]”竞赛。"
    assert pairs("runs", text) == {("云州市总工会", "暖心驿站"), ("云州市总工会", "匠心杯")}


def test_the_home_union_acts_where_nobody_is_named() -> None:
    assert ("清河县总工会", "暖心驿站") in pairs("runs", "[U:清河县总工会]召开会议。", "建设“[I:暖心驿站]”12家。")


def test_hosts_after_the_event_all_run_it() -> None:
    text = "“[I:匠心杯]”竞赛由[U:云州市总工会]、[O:云州市人社局]主办,[O:云州技师学院]承办。"
    assert pairs("runs", text) == {("云州市总工会", "匠心杯"), ("云州市人社局", "匠心杯"), ("云州技师学院", "匠心杯")}


def test_a_host_in_a_clause_of_its_own() -> None:
    text = "“[I:匠心杯]”竞赛在[R:清河县]举行,[O:云州技师学院]承办。"
    assert pairs("runs", text) == {("云州技师学院", "匠心杯")}


def test_what_another_body_owns_is_not_done_together() -> None:
    text = "[U:清河县总工会]的做法与[U:云州市总工会]的“[I:匠心计划]”一起入选案例。"
    assert pairs("cooperatesWith", text) == set()
    assert pairs("runs", text) == {("云州市总工会", "匠心计划")}


def test_hosts_whose_first_name_nobody_recognised() -> None:
    text = "“[I:匠心杯]”竞赛开赛。本次竞赛由省直机关工委、[U:云州市总工会]、县教育局、[O:云州市人社局]共同主办。"
    assert pairs("runs", text) == {("云州市总工会", "匠心杯"), ("云州市人社局", "匠心杯")}


def test_hosts_before_the_event_in_a_chain() -> None:
    text = "由[U:云州市总工会]指导,[O:云州技师学院]主办的“[I:匠心杯]”竞赛开幕。"
    assert pairs("runs", text) == {("云州市总工会", "匠心杯"), ("云州技师学院", "匠心杯")}


def test_who_takes_part_in_what_another_body_organises_does_not_run_it() -> None:
    text = "[U:清河县总工会]组织职工参加[U:云州市总工会]举办的“[I:匠心杯]”竞赛。"
    assert pairs("runs", text) == {("云州市总工会", "匠心杯")}
    assert pairs("takesPart", text) == {("清河县总工会", "匠心杯")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("将[C:云州纺织厂]、[C:甲厂]作为“[I:匠心计划]”试点。", {("云州纺织厂", "匠心计划"), ("甲厂", "匠心计划")}),
        ("来自[C:云州纺织厂]的20名职工参加“[I:匠心杯]”竞赛。", {("云州纺织厂", "匠心杯")}),
        ("“[I:匠心杯]”竞赛吸引[C:云州纺织厂]、[C:甲厂]等企业参加。", {("云州纺织厂", "匠心杯"), ("甲厂", "匠心杯")}),
        ("全县30家企业参加“[I:匠心杯]”竞赛。", set()),
    ],
)
def test_who_takes_part_without_being_the_subject(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs("takesPart", text) == expected


def test_words_that_point_back_lead_to_the_event_before() -> None:
    text = "“[I:匠心杯]”竞赛昨日开赛。本次竞赛由[U:云州市总工会]主办。"
    assert ("云州市总工会", "匠心杯") in pairs("runs", text, home=("139900", None))


def test_a_partner_acts_only_as_far_as_its_own_clause() -> None:
    text = "[U:清河县总工会]与[O:云州工学院]联合举办“[I:匠心讲堂]”,在“[I:清河工会]”公众号开设专栏。"
    assert pairs("runs", text) == {
        ("清河县总工会", "匠心讲堂"), ("云州工学院", "匠心讲堂"), ("清河县总工会", "清河工会"),
    }  # fmt: skip
    assert pairs("cooperatesWith", text) == {("清河县总工会", "云州工学院")}


def test_partners_after_the_verb_of_joining() -> None:
    text = "[U:清河县总工会]会同[O:清河县人社局]、[O:清河县司法局]等部门,开展“[I:护薪行动]”。"
    assert {frozenset(p) for p in pairs("cooperatesWith", text)} == {
        frozenset({"清河县总工会", "清河县人社局"}), frozenset({"清河县总工会", "清河县司法局"}),
    }  # fmt: skip
    assert ("清河县司法局", "护薪行动") in pairs("runs", text)


def test_nobody_runs_what_nameless_companies_do() -> None:
    assert pairs("runs", "[U:清河县总工会]召开会议。会上,全县多家企业推出“[I:幸福食堂]”。") == set()


def test_another_region_that_acts_takes_over() -> None:
    text = "[U:清河县总工会]推广经验。[R:南山县]高度重视货车司机工作,建立“[I:司机小屋]”5家。"
    assert pairs("runs", text) == set()
    assert pairs("inRegion", text) == {("司机小屋", "南山县")}


def test_a_stated_place_is_more_exact_than_the_runners_region() -> None:
    text = "近日,[U:云州市总工会]主办的“[I:匠心杯]”竞赛在[R:清河县]举行。"
    assert pairs("inRegion", text, home=("139900", "云州市总工会")) == {("匠心杯", "云州市")}
    text = text.replace("云州市总工会", "临江省总工会")
    assert pairs("inRegion", text, home=("130000", "临江省总工会")) == {("匠心杯", "清河县")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[C:云州船厂]荣获“[H:全国五一劳动奖状]”。", {("云州船厂", "全国五一劳动奖状")}),
        ("[C:云州钢铁公司]被[U:云州市总工会]授予“[H:工人先锋号]”称号。", {("云州钢铁公司", "工人先锋号")}),
        ("[U:云州市总工会]授予[C:云州钢铁公司]“[H:工人先锋号]”称号。", {("云州钢铁公司", "工人先锋号")}),
        ("会上,[H:全国劳动模范][P:赵梅]发言。", {("赵梅", "全国劳动模范")}),
        ("全县有15人荣获“[H:五一劳动奖章]”。", set()),
        ("[U:清河县总工会]等15个单位获“[H:优秀组织奖]”。", {("清河县总工会", "优秀组织奖")}),
        ("参与筹办的[U:清河县总工会]、[C:甲厂]获“[H:突出贡献奖]”。", {("清河县总工会", "突出贡献奖"), ("甲厂", "突出贡献奖")}),
        ("在“[I:匠心杯]”竞赛中,[C:云州钢铁公司]荣获[H:优胜单位]。", {("云州钢铁公司", "优胜单位")}),
        ("“[I:暖心驿站]”被评为“[H:最佳品牌]”。", {("暖心驿站", "最佳品牌")}),
        ("[C:甲厂]钳工[P:赵梅],[C:乙厂]焊工[P:钱江]获得“[H:五一劳动奖章]”。", {("赵梅", "五一劳动奖章"), ("钱江", "五一劳动奖章")}),
    ],
)
def test_who_received_an_honour(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs("received", text) == expected


def test_documents_are_issued_by_their_makers_and_carry_what_they_order() -> None:
    text = "[U:清河县总工会]印发《[D:关于建设服务站点的实施方案]》,明确了“[I:暖心驿站]”的标准。"
    assert pairs("issued", text) == {("清河县总工会", "关于建设服务站点的实施方案")}
    assert pairs("basedOn", text) == {("暖心驿站", "关于建设服务站点的实施方案")}


def test_a_document_that_is_only_followed_is_not_issued() -> None:
    text = "[U:清河县总工会]根据《[D:临江省集体协商条例]》开展“[I:春季要约]”行动。"
    assert pairs("issued", text) == set()
    assert pairs("basedOn", text) == {("春季要约", "临江省集体协商条例")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("启动“[I:百千万]”工程,即“[I:百企入园]”“[I:千人进校]”。", {("百企入园", "百千万"), ("千人进校", "百千万")}),
        ("推行“[I:甲乙合同]”。“[I:甲合同]”管行业,“[I:乙合同]”管企业。", {("甲合同", "甲乙合同"), ("乙合同", "甲乙合同")}),
        ("推进“[I:工会+]”模式,做实“[I:工会+法律]”。", {("工会+法律", "工会+")}),
        ("以“[I:服务超市]”为载体打造“[I:幸福家园]”。", {("服务超市", "幸福家园")}),
        ("开展“[I:匠心杯]”“[I:暖心驿站]”活动。", set()),
        # A scheme is the subject, or what is done is done for its sake; what another body does meanwhile is no part.
        (
            "本届[I:文化月/campaign]贯穿五月,除了[I:汇演],还陆续开展“[I:读书会]”、“[I:书画展]”。",
            {("读书会", "文化月"), ("书画展", "文化月")},
        ),
        ("为做实“[I:暖心]”品牌,[U:清河县总工会]筹集资金,开展“[I:留工]”“[I:送暖]”活动。", {("留工", "暖心"), ("送暖", "暖心")}),
        ("“[I:文化月/campaign]”期间,[U:清河县总工会]印发通知,[U:云州市总工会]举办“[I:读书会]”。", set()),
        ("“[I:李文工作室/station]”举办“[I:读书会]”。", set()),
        # What a facility thinks out; a sort of what was counted; a house by its place, and all those of a county.
        ("船上多雾,[I:李文工作室/station]总结出“[I:三听三看]”服务法。", {("三听三看", "李文工作室")}),
        ("建成“[I:海港湾/station]”70个,其中“[I:示范港湾]”12个。", {("示范港湾", "海港湾")}),
        ("培育“[I:创业园/station]”46家,其中35家组成“[I:园区联盟]”。", set()),
        (
            "[I:灯塔社区海工驿站/station]、[I:智能化海工驿站/station]、[I:清河县海工驿站/station]是[I:海工驿站/station]。",
            {("灯塔社区海工驿站", "海工驿站"), ("智能化海工驿站", "海工驿站")},
        ),
        # What a platform consists of; what an event is about is no piece of it.
        ("“[I:云工/platform]”APP设有课堂、“[I:五一学堂]”等栏目。", {("五一学堂", "云工")}),
        ("“[I:文化月/campaign]”的园区增设专栏“[I:五一学堂]”。", set()),
        ("[I:此次大赛=匠心杯/competition]由[U:清河县总工会]主办,主题为“[I:匠心筑梦]”。", set()),
        # Names that go on behind a dot; a slogan has no parts.
        ("开展“[I:工会普惠日·骑手季]”,“[I:工会普惠日]”很热闹。", {("工会普惠日·骑手季", "工会普惠日")}),
        ("开展“[I:劳动·中国美——强国有我]”,“[I:劳动·中国美]”很热闹。", set()),
    ],
)
def test_parts_of_schemes(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs("partOfInitiative", text) == expected


def test_jurisdiction_place_and_company_of_a_union() -> None:
    text = "[R:清河县]的[O:清河县人社局]和[C:清河县纺织公司]、[U:清河县纺织公司工会]到场。"
    assert pairs("serves", text) == {("清河县人社局", "清河县")}
    assert pairs("locatedIn", text) == {("清河县纺织公司", "清河县")}
    assert pairs("partOf", text) == {("清河县纺织公司工会", "清河县纺织公司")}


def test_evidence_is_the_sentence_and_each_pair_stands_once() -> None:
    text = "[U:清河县总工会]建成“[I:暖心驿站]”。[U:清河县总工会]管好“[I:暖心驿站]”。"
    page, article, linked = page_of("[U:清河县总工会]挂牌。", text, home=COUNTY)
    runs = [r for r in relations.find(page, (article,), linked) if r.relation == "runs"]
    assert len(runs) == 1
    assert page.view[runs[0].start : runs[0].end] == "清河县总工会建成“暖心驿站”。"


def test_no_fact_crosses_articles() -> None:
    page, article, linked = page_of("[U:云州市总工会]召开会议。", "建设“[I:暖心驿站]”。", home=(None, None))
    first, second = (Article(f"a{n}", "test", (block,)) for n, block in enumerate(article.blocks, 1))
    found = relations.find(page, (first, second), Linked(linked.entities, linked.mentions, {}))
    assert not [r for r in found if r.relation == "runs"]


_FRAGMENTS = (
    "[U:清河县总工会]", "[C:甲厂]", "[O:清河县人社局]", "[P:赵梅]", "“[I:匠心杯]”", "“[I:暖心,驿站]”", "《[D:实施方案]》",
    "[H:工人先锋号]", "[R:清河县]", "主席", "联合", "与", "共同", "开展", "由", "主办", "荣获", "参加", "印发", "的", "、", ",",
    "。", ";", "在", "职工", "被", "授予", "本次竞赛", "即",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_FRAGMENTS), min_size=1, max_size=40), st.lists(st.sampled_from(_FRAGMENTS), max_size=20))
def test_any_text_gives_allowed_relations_with_evidence_inside_the_article(one: list[str], two: list[str]) -> None:
    blocks = [text for text in ("".join(one), "".join(two)) if text]
    page, article, linked = page_of(*blocks, home=COUNTY)
    types = {e.id: e.type for e in linked.entities}
    seen = set()
    for r in relations.find(page, (article,), linked):
        kind = model.load().relations[r.relation]
        assert types[r.head] in kind.head
        assert types[r.tail] in kind.tail
        assert any(block.start <= r.start < r.end <= block.end for block in article.blocks)
        assert (r.head, r.relation, r.tail) not in seen
        seen.add((r.head, r.relation, r.tail))


def test_text_without_punctuation_is_read_in_pieces() -> None:
    text = "[U:清河县总工会]联合[O:清河县人社局]开展“[I:匠心杯]”竞赛 " * 100
    assert ("清河县总工会", "匠心杯") in pairs("runs", text)
    assert max(r.end - r.start for r, _, _ in found(text)) <= 1200


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["工会+", "工会+法律", "工会+技能"], {("工会+法律", "工会+"), ("工会+技能", "工会+")}),
        (["母子合同", "母合同", "子合同"], {("母合同", "母子合同"), ("子合同", "母子合同")}),
        (["三型班组", "学习型班组"], {("学习型班组", "三型班组")}),
        (["联席会议制度", "互联网+联席会议制度"], set()),
        (["匠心杯", "匠心讲堂"], set()),
    ],
)
def test_parts_by_name(names: list[str], expected: set[tuple[str, str]]) -> None:
    initiatives = {name: Entity(name, "Initiative", name, name) for name in names}
    assert {(part, whole) for part, whole, _ in relation_names.parts(initiatives)} == expected


def test_confidence_is_a_share_or_missing() -> None:
    assert confidence("nothing.like.it") is None
    values = [confidence(f"{rule}.once") for rule in ("runs.subject.verb", "region.runner", "serves.name")]
    assert all(value is not None and 0.5 < value < 1 for value in values)


def test_folding_keeps_offsets_and_hides_punctuation_of_names() -> None:
    page, article, linked = page_of("开展“[I:学先进,比技能]”竞赛。")
    (scene,) = scenes(page, (article,), linked)
    (sentence,) = scene.sentences
    assert sentence.text == "开展" + SIGNS["<I>"] + "竞赛。"
    assert [page.view[o] for o in sentence.offsets] == ["开", "展", "学", "竞", "赛", "。"]
    assert compiled("开展<I>竞赛").match(sentence.text)


@pytest.mark.parametrize(
    ("code", "ancestor", "expected"),
    [("130534", "130500", True), ("130534", "130000", True), ("130534", "130534", False), ("140000", "130000", False)],
)
def test_within(code: str, ancestor: str, expected: bool) -> None:
    assert within(code, ancestor) is expected
