"""Statistics: whose a figure is, when, and of what. [U:name] marks a mention (U C O P I R D), [U:short=name] a short form of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.figures import statistics
from graph.extract.linking.entities import Linked
from graph.records import Article, Block, Entity, LinkedMention, Mention, Page, Statistic, entity_id, replace

_TYPES = {
    "U": "Union",
    "C": "Company",
    "O": "Organization",
    "P": "Person",
    "I": "Initiative",
    "R": "Region",
    "D": "Document",
    "H": "Honour",
}
_MARK = re.compile(r"\[([UCOPIRDH]):([^\]=]+)(?:=([^\]]+))?\]")
_REGION = Entity(entity_id("Region", "130534"), "Region", "清河县", "130534", "130534")
_UNION = Entity(entity_id("Union", "清河县总工会"), "Union", "清河县总工会", "清河县总工会", "130534")


def marked_page(blocks: tuple[str, ...], role: str = "body", kinds: dict[str, str] | None = None) -> tuple[Page, Article, Linked]:
    view = ""
    spans: list[tuple[int, int]] = []
    mentions: list[LinkedMention] = []
    entities = {entity.name: entity for entity in (_REGION, _UNION)}
    for block in blocks:
        start, last = len(view), 0
        for match in _MARK.finditer(block):
            view += block[last : match.start()]
            kind, text, name = _TYPES[match[1]], match[2], match[3] or match[2]
            entities.setdefault(name, Entity(entity_id(kind, name), kind, name, name, kind=(kinds or {}).get(name)))
            mentions.append(LinkedMention(Mention(kind, len(view), len(view) + len(text), text, "a1", "test"), entities[name].id, "test"))
            view += text
            last = match.end()
        view += block[last:]
        spans.append((start, len(view)))
        view += "\n"
    page = Page("test", "test", view, view, range(len(view)), range(1, len(view) + 1))
    article = Article("a1", "test", tuple(Block(role, *span) for span in spans))
    return page, article, Linked(tuple(entities.values()), tuple(mentions), {"a1": ("130534", _UNION.id)})


def _found(*blocks: str, role: str = "body", kinds: dict[str, str] | None = None) -> list[tuple[Statistic, str]]:
    page, article, linked = marked_page(blocks, role, kinds)
    names = {entity.id: entity.name for entity in linked.entities}
    return [(statistic, names[statistic.subject]) for statistic in statistics.find(page, (article,), linked)]


def _owners(*blocks: str, kinds: dict[str, str] | None = None) -> list[tuple[float, str]]:
    return [(statistic.value, owner) for statistic, owner in _found(*blocks, kinds=kinds)]


UNION = "清河县总工会"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Nobody is named: the home union.
        ("办结法律援助案件60起。", [(60, UNION)]),
        # An explicit subject, carried through its sentence.
        ("[C:远山机械公司]通过竞赛,实现收入3亿元,职工分红200万元。", [(3e8, "远山机械公司"), (2e6, "远山机械公司")]),
        ("今年以来,[R:柳林镇]投入30万元。", [(300000, "柳林镇")]),
        # Another place goes on through its paragraph; the home union takes over when it is named.
        ("[R:南山市]是先进典型。全市共培育示范企业22家。[U:县总=清河县总工会]发放补贴8万元。", [(22, "南山市"), (80000, UNION)]),
        # Of joint subjects the union.
        ("[O:县政府]与[U:县总工会=清河县总工会]召开会议,安置职工1126名。", [(1126, UNION)]),
        # The person who speaks is no subject, and the bodies of his title are none either.
        ("[C:远山机械公司]技师[P:李明]等7位专家担任评委。", [(7, UNION)]),
        # Examples before 等 are no subjects.
        ("[C:远山机械公司]、[C:大河纺织厂]等8家企业成为试点。", [(8, UNION)]),
        # A place that only opens a longer name gives way to it.
        ("[R:柳林镇]“[I:五联一站]”已发展队员50人。", [(50, "五联一站")]),
        # Unions of a place are not the place.
        ("[R:清河县]各级工会举办活动100场。", [(100, UNION)]),
        ("[R:清河县]、镇两级工会投入30万元。", [(300000, UNION)]),
        # A season, a feast, months before the subject.
        ("入夏以来[O:清河县人社局]走访职工800人。", [(800, "清河县人社局")]),
        ("五一前夕[O:清河县人社局]走访职工800人。", [(800, "清河县人社局")]),
        ("1至6月[O:清河县人社局]走访职工800人。", [(800, "清河县人社局")]),
        # The place itself, by 全县 at the head of a clause.
        ("全县获评省级荣誉6个,市级荣誉38个。", [(6, "清河县"), (38, "清河县")]),
        ("[U:县总=清河县总工会]推进协商,全县企业覆盖率达96%。", [(96, UNION)]),
        # An initiative set going owns what follows, unless a body is named.
        ("开展“[I:暖心常伴]”慰问活动,走访职工36户,发放慰问金36万元。", [(36, "暖心常伴"), (360000, "暖心常伴")]),
        ("[U:县总工会=清河县总工会]打造“[I:智慧惠工]”平台,服务职工300万人次。", [(3e6, UNION)]),
        ("以“[I:双创杯]”竞赛为抓手,评选班组28个。", [(28, UNION)]),
        ("[U:清河县总工会]举办“[I:灯塔杯]”焊工赛。[U:清河县总工会]走访企业,计划培训职工80人。", [(80, "清河县总工会")]),
        ("[U:清河县总工会]举办“[I:灯塔杯]”焊工赛。[U:青山县总工会]实施“[I:求学]”计划。计划覆盖职工80人。", [(80, "求学")]),
        ("推行“[I:互联网+协商]”。去年以来,收到建议478条。", [(478, "互联网+协商")]),
        ("办好实事。开展竞赛和“[I:安康赛]”活动。返还经费63万元。", [(630000, UNION)]),
        # Unions in general: the home union speaks for them, the place for its own figures.
        ("“[I:双创杯]”启动。各级工会筹集资金23万元,工会组建率达70%。", [(230000, UNION), (70, UNION)]),
        ("我县新组建工会420家,签订合同1624份。", [(420, "清河县"), (1624, "清河县")]),
        ("[R:柳林镇]、[R:东湖镇]作为试点。全县新增小微企业187家。", [(187, "清河县")]),
        # The place is the subject, whoever brought it about.
        ("截至目前,全县签订集体合同80份,覆盖企业600家。", [(80, "清河县"), (600, "清河县")]),
        # So many of its people or firms: the place is not the subject.
        ("全县86家企业签订协议。", [(86, UNION)]),
        ("全县建会企业签订协议80份。", [(80, UNION)]),
        # What only a place has; a place behind its attribute or after 让.
        ("它地处山区,却下辖4个镇、75个村,总人口29万人。", [(4, "清河县"), (75, "清河县"), (290000, "清河县")]),
        ("有着“酒乡”之称的[R:柳林镇],去年产值达5亿元。", [(500000000, "柳林镇")]),
        ("这种模式,让[R:柳林镇]新增人才200人。", [(200, "柳林镇")]),
        # Whoever acts on what others say is none of those in its list.
        ("[U:全总]今年根据10个工会等42个单位推荐,共表彰个人300名。", [(10, "全总"), (42, "全总"), (300, "全总")]),
        # Parties that meet again and again: the mechanism of theirs that the article names; not other sessions or other parties.
        (
            "推行[I:镇政府与镇工会联席会议]和[I:企业方与企业工会联席会议]。今年,企业方与企业工会召开联席会议9次,研究议题20项。",
            [(9, "企业方与企业工会联席会议"), (20, "企业方与企业工会联席会议")],
        ),
        ("推行[I:镇政府与镇工会联席会议]。今年各村召开联席会议9次。", [(9, UNION)]),
        ("推行[I:镇政府与镇工会联席会议]。今年镇政府与镇工会召开座谈会9次。", [(9, UNION)]),
        # What its people win, the place wins.
        ("今年全县有12名职工荣获奖章,3个集体获评先进。", [(12, "清河县"), (3, "清河县")]),
        # A firm is called by its noun in its own news.
        ("[C:远山煤矿]开展活动。“今年以来,矿已购置手套3万元,雨衣500件。”", [(30000, "远山煤矿"), (500, "远山煤矿")]),
        # How people receive what a union set going is told of the initiative; its next activity is the union's again.
        ("[U:县总=清河县总工会]开展“[I:双创杯]”竞赛,参赛职工达2万人。", [(20000, "双创杯")]),
        ("[U:县总=清河县总工会]开展“[I:双创杯]”竞赛,吸引2万人参与,举办讲座30场。", [(20000, "双创杯"), (30, UNION)]),
        ("开展“[I:双创杯]”竞赛,组织了50场宣讲。", [(50, UNION)]),
        ("推动“[I:安康赛]”竞赛,全县有86家企业参加。", [(86, "安康赛")]),
        # What follows a counted initiative is its own until another activity begins.
        ("召开[I:协商会商例会]37次,研究议题64项,开设课程90门。", [(37, "协商会商例会"), (64, "协商会商例会"), (90, UNION)]),
        # Bodies that act together, and those who hold an event: what they set going is what follows.
        ("[U:县总=清河县总工会]、[O:县妇联]联合打造“[I:月下长廊]”,对80名青年的信息进行展示。", [(80, "月下长廊")]),
        ("[I:清河大赛]由[U:县总=清河县总工会]主办,[O:县妇联]协办,设8个赛区。", [(8, "清河大赛")]),
        # Counted people as the subject of the next clause receive it; the union's next deed is its own.
        ("[U:县总=清河县总工会]举行“[I:暖冬行]”发放仪式,36户企业的520名职工领到补助。", [(36, "暖冬行"), (520, "暖冬行")]),
        ("[U:县总=清河县总工会]启动“[I:暖冬行]”活动,慰问职工90人。", [(90, UNION)]),
        # A body only modifies its initiative; counted things that do something are the subject, whoever speaks.
        ("[U:县总=清河县总工会]“[I:明眸项目]”补助金发放完毕,为89名职工减负。", [(89, "明眸项目")]),
        ("[U:县总=清河县总工会]公布,全县有45家[I:清河港湾]照常开门,其中6家昼夜开放。", [(45, "清河港湾"), (6, "清河港湾")]),
        # The one thing that a whole place has; several things are the place's.
        ("截至目前,全县建成[I:清河港湾]60个,其中自建5个。", [(60, "清河港湾"), (5, "清河港湾")]),
        ("全县已建[I:清河港湾]60个、[I:骑手小家]9个。", [(60, "清河县"), (9, "清河县")]),
        # Those of the place who take part do so in what was told before.
        ("[U:县总=清河县总工会]开展“[I:立功行]”活动。全县有9000名职工参加,涌现先进30名。", [(9000, "立功行"), (30, "立功行")]),
        # Unions and members are the union's, unless the paragraph is about the place.
        ("目前,全县组建司机工会18个,有会员690人。", [(18, UNION), (690, UNION)]),
        ("[R:柳林镇]地处山区,全镇有企业350家。", [(350, "柳林镇")]),
        # 全 of 安全 and 全面 says nothing of the whole county.
        ("“[I:立功行]”启动。该县开展安全生产检查,1200名职工参加。", [(1200, "清河县")]),
        ("“[I:立功行]”启动。我县全面检查,1200名职工参加。", [(1200, "清河县")]),
        ("“[I:立功行]”启动。全县检查,1200名职工参加。", [(1200, "立功行")]),
        ("全县已有25家企业签订合同。", [(25, "清河县")]),
        # A row of deeds after semicolons; the means and the setting of a deed.
        ("“[I:金秋行]”资助学生99人;开办工会班,帮助学生260人。", [(99, "金秋行"), (260, UNION)]),
        ("“[I:工匠计划]”涉及项目700个;技能项目371个。", [(700, "工匠计划"), (371, "工匠计划")]),
        ("举办“[I:金秋行]”活动,发放助学金9万元;为职工补充保险惠及120人。", [(90000, "金秋行"), (120, UNION)]),
        # A body's scheme that the clause is about; those whom a union sends.
        ("[U:县总=清河县总工会]精心打造的“[I:暖冬行]”活动,每年投入70万元。", [(700000, "暖冬行")]),
        ("组织5名选手参加[I:全市歌唱大赛]。", [(5, UNION)]),
        ("[R:柳林镇]通过“[I:线上加线下]”服务人员3550人次。", [(3550, "柳林镇")]),
        ("在[I:成果评选活动]中,参评的267项成果创造价值1.4亿元。", [(267, "成果评选活动"), (140000000, "成果评选活动")]),
        # What things are called by, wherever the word stands; 工会 of a company.
        ("开办“[I:清河之声]”栏目。开播至今,栏目已播放85期。", [(85, "清河之声")]),
        ("设立[I:清河服务站]。三年来,各站解答疑问420件。", [(420, "清河服务站")]),
        ("[C:远山机械公司]是试点单位,工会紧紧围绕生产,先后投入20万元。[U:远山机械公司工会]召开会议。", [(200000, "远山机械公司工会")]),
        ("[C:远山机械公司]开展活动。去年,全[C:公司=远山机械公司]职工上报隐患26条。", [(26, "远山机械公司")]),
        # Behind the dateline and the reporters; a word that ends in 电 is none.
        ("本报讯(记者[P:李明])[C:远山机械公司]慰问职工90人。", [(90, "远山机械公司")]),
        ("本报讯 记者[P:李明] 通讯员[P:王华] [C:远山机械公司]慰问职工90人。", [(90, "远山机械公司")]),
        ("[C:远山供电段]开展活动。供电段每年投入20万元。", [(200000, "远山供电段")]),
        # People of the place receive what was set going; things behind their attribute are the subject, too.
        ("组织“[I:送岗行]”活动,县内6家企业招聘职工。", [(6, "送岗行")]),
        ("全县110个扫码可查的“[I:清河港湾]”成为好去处。", [(110, "清河港湾")]),
        # Where something is; what a place is called.
        ("[C:远山机械公司]里,43名职工参加培训。", [(43, UNION)]),
        ("[R:柳林镇]号称“[I:九省通衢]”,有企业150家。", [(150, "柳林镇")]),
        ("[C:远山机械公司]开展活动。前年,全公司职工报告隐患1580条。", [(1580, "远山机械公司")]),
        # 这家企业 is the company named last.
        ("[C:远山机械公司]签下合同。这家企业有职工960人,工资提到3200元。", [(960, "远山机械公司"), (3200, "远山机械公司")]),
        # A place acts through the scheme it starts.
        ("[R:柳林镇]启动“[I:千户行动]”,遴选企业100家。", [(100, "千户行动")]),
        ("[R:柳林镇]建立“[I:司机港湾]”5家、“[I:骑手港湾]”11家。", [(5, "柳林镇"), (11, "柳林镇")]),
        # The event in which something happens.
        ("对[I:双创杯]中涌现出来的70个班组进行了表彰。", [(70, "双创杯")]),
        # Documents rule.
        ("《[D:清河县餐饮业专项合同]》签订。合同明确规定最低工资标准为1170元。", [(1170, "清河县餐饮业专项合同")]),
        # Nouns take up a house, and by the end of its name.
        ("[O:清河县职工服务中心]揭牌。自今年3月中心开放以来,受理案件275起。", [(275, "清河县职工服务中心")]),
        ("“[I:金牌工匠运动会]”开幕。工匠运动会设10个项目。", [(10, "金牌工匠运动会")]),
        ("“[I:李山工作室]”成立于2015年。近年来,工作室培养技师20名。", [(20, "李山工作室")]),
        ("“[I:海燕驿站]”落成。驿站面积约260平方米。该站配有微波炉5台。", [(260, "海燕驿站"), (5, "海燕驿站")]),
        ("“[I:海燕驿站]”落成。驿站管理员共20名。", [(20, UNION)]),
        # What a person did is nobody else's.
        ("[P:李山]是劳模。他带领同事钻研,节省84万元。[P:李山]介绍,今年办案60起。", [(60, UNION)]),
        # Those at the founding of a union.
        ("35名装卸工代表参加了[U:柳林镇装卸工联合工会]成立大会。", [(35, "柳林镇装卸工联合工会")]),
        # A list of bodies with titles and persons holds no subject, nor one that ends in 等.
        ("[O:县委]常委、[O:县委办]主任[P:李明],以及受表彰单位等,共计100人到会。", [(100, UNION)]),
        ("[C:远山公司]、东升厂、金河厂等企业先后建成书屋20家。", [(20, UNION)]),
        # A subject behind its attribute.
        ("被[O:全国总工会]授予称号的[U:远山煤矿工会],在17个车间设点。", [(17, "远山煤矿工会")]),
        # A figure counts the initiative next to it, but not a practice.
        ("“[I:三小]”活动金牌方案38件,向行业推荐18件。", [(38, "三小"), (18, "三小")]),
        ("[I:平台=惠工通]开展了10期“[I:会员日]”活动,吸引80万人次参与。", [(10, "会员日"), (800000, "会员日")]),
        ("指导企业开展[I:集体协商]80家。", [(80, UNION)]),
        # Another thing counted beside it is not its own.
        ("组建46人的名师库与15支“[I:二人讲]”队伍。", [(46, UNION), (15, "二人讲")]),
        # An attribute of a thing, and a subject behind what it is or does.
        ("“[I:自动叠衣装置]”的满意度达100%。", [(100, "自动叠衣装置")]),
        ("作为主力的“[I:李山工作室]”,通过攻关,累计发表论文40篇。", [(40, "李山工作室")]),
        ("新成立的[O:柳林镇文化宫]建筑面积1100平方米。", [(1100, "柳林镇文化宫")]),
        # A way of working as a heading owns nothing.
        ("推行“[I:三步法]”工作法。聘请律师20名。", [(20, UNION)]),
        # What a document rules for a place is the document's.
        (
            "《[D:餐饮业专项合同]》签订。合同规定最低工资为1170元,[R:柳林镇]最低为975元。",
            [(1170, "餐饮业专项合同"), (975, "餐饮业专项合同")],
        ),
        # The counted take part in it.
        ("5家企业接受“[I:安康赛]”督查。", [(5, "安康赛")]),
        # A kind of facility belongs to who built it, and to itself where it is the subject.
        ("建成[I:工会驿站]40家。", [(40, UNION)]),
        # The next of a list carries nothing on.
        ("收到建议25条,实施“[I:好点子]”20项,节约86万元。", [(25, UNION), (20, "好点子"), (860000, UNION)]),
        # What is done by means of a scheme where nobody is named, and what a body pays.
        ("通过“[I:事事商]”机制形成条款10条。", [(10, "事事商")]),
        ("[U:县总工会=清河县总工会]通过“[I:事事商]”机制形成条款10条。", [(10, UNION)]),
        ("将[U:县总工会=清河县总工会]筹措的36万元“[I:暖心常伴]”资金送到职工手中。", [(360000, UNION)]),
        # Those sent out act for the union; a house of a company for itself; an officer for his body.
        ("[O:慰问组]看望职工90名。", [(90, UNION)]),
        ("[C:远山机械公司]的[O:李山工作室]获专利46项。", [(46, "李山工作室")]),
        ("[U:柳林镇总工会]主席[P:李明]带队走访职工200人。", [(200, "柳林镇总工会")]),
        ("[U:县总工会=清河县总工会]主席[P:李明]介绍,全县建成驿站30家。", [(30, "清河县")]),
        # A part of what the subject has; a place in the name of a road.
        ("[C:远山货运公司]有司机3000人,其中[R:柳林镇]120人。", [(3000, "远山货运公司"), (120, "远山货运公司")]),
        ("[R:柳林镇]高速公路工地慰问职工60人。", [(60, UNION)]),
        # What is founded keeps its members.
        ("[U:柳林镇装卸工联合工会]成立。如今入会的职工超过5400人。", [(5400, "柳林镇装卸工联合工会")]),
        # Passive agent.
        ("共收到建议90条,其中被[O:县政府]采纳40条。", [(90, UNION), (40, "县政府")]),
        # A sentence that opens with 其中 goes on about what the one before told of.
        (
            "今年[I:清河助学行动]共资助学生31名,发放助学金13万元。其中,高中生27名,每名3000元。",
            [(31, "清河助学行动"), (130000, "清河助学行动"), (27, "清河助学行动"), (3000, "清河助学行动")],
        ),
        # A place of action.
        ("在[C:远山机械公司]开展试点,能级工资占比达50%。", [(50, "远山机械公司")]),
        # A body just founded has parts.
        ("指导成立[U:清河县物流行业联合工会],以货站为单位下设202个小组。", [(202, "清河县物流行业联合工会")]),
        ("指导成立[U:清河县渔业联合工会],发展船员会员644人。", [(644, "清河县渔业联合工会")]),
    ],
)
def test_whose_figure(text: str, expected: list[tuple[float, str]]) -> None:
    assert _owners(text, kinds={"三步法": "method"}) == expected


def test_that_place_is_the_one_named_last() -> None:
    page, article, linked = marked_page(("记者从[U:江阴市总工会]获悉,该市签订合同30份。[R:江阴市]是试点。",))
    coded = {"江阴市总工会": "320281", "江阴市": "320281"}
    entities = tuple(replace(one, adcode=coded.get(one.name, one.adcode)) for one in linked.entities)
    names = {one.id: one.name for one in entities}
    found = statistics.find(page, (article,), replace(linked, entities=entities))
    assert [(one.value, names[one.subject]) for one in found] == [(30, "江阴市")]


def test_those_present_belong_to_the_event_reported() -> None:
    first = "[U:县总=清河县总工会]在[R:柳林镇]举办“[I:缘来是你]”联谊会。"
    assert _owners(first, "当天,150位单身职工参加。") == [(150, "缘来是你")]
    assert _owners("“[I:清凉一夏]”[I:送清凉]活动启动仪式举行。200名职工代表参加启动仪式。") == [(200, "清凉一夏")]
    assert _owners(first, "举办讲座6场,吸引360名职工参与。")[1:] == [(360, UNION)]
    assert _owners(first, "现场60名职工玩起游戏。") == [(60, "缘来是你")]
    assert _owners("[U:县总=清河县总工会]举办“[I:缘来是你]”联谊会。", "来自各厂的300名青年欢聚一堂。") == [(300, "缘来是你")]
    ahead = "来自各厂的300名青年欢聚一堂,县里的“[I:缘来是你]”联谊会如期而至。"
    assert _owners(ahead, kinds={"缘来是你": "event"}) == [(300, "缘来是你")]
    assert _owners("[I:首届职工交流大会]开幕。大会设置展厅17个。", kinds={"首届职工交流大会": "event"}) == [(17, "首届职工交流大会")]


def test_a_bare_noun_takes_up_what_the_article_reports() -> None:
    blocks = ("[U:县总=清河县总工会]出台“[I:建功赛]”方案。", "还开展“[I:五小]”活动。", "活动将授予能手50人。")
    assert _owners(*blocks) == [(50, "建功赛")]
    assert _owners(blocks[0], blocks[1] + blocks[2]) == [(50, "五小")]


def test_what_joint_subjects_carry_out_is_looked_for_behind_the_last_of_them() -> None:
    text = "[O:清河县职工服务中心]和[O:县工人文化宫]承办的“[I:迎春乐]”活动启动,吸引3000人。"
    assert _owners(text) == [(3000, "迎春乐")]


def test_contestants_belong_to_the_contest() -> None:
    kinds = {"清河工匠赛": "competition"}
    first = "由[U:县总工会=清河县总工会]主办的[I:清河工匠赛]在[R:柳林镇]举行,来自全县的120名选手参赛。"
    assert _owners(first, kinds=kinds) == [(120, "清河工匠赛")]
    assert _owners(first, "经过初赛,15支队伍入选决赛。", kinds=kinds)[1:] == [(15, "清河工匠赛")]
    assert _owners(first, "此次大赛现场,来自17个乡镇的职工和家属代表参加展示活动。", kinds=kinds)[1:] == [(17, "清河工匠赛")]
    assert _owners(first, "[C:远山机械公司]选派5名职工参赛。", kinds=kinds)[1:] == [(5, "远山机械公司")]
    assert _owners(first, "[R:柳林镇]举办竞赛12场,参赛职工300人。", kinds=kinds)[1:] == [(12, "柳林镇"), (300, "柳林镇")]
    later = "此项竞赛由[O:县妇联]和[U:县总=清河县总工会]打造,21家参赛单位创造纪录16项。"
    assert _owners(first, later, kinds=kinds)[1:] == [(21, "清河工匠赛"), (16, "清河工匠赛")]


def _headed(headline: str, body: str, kinds: dict[str, str]) -> list[str]:
    page, article, linked = marked_page((headline, body), kinds=kinds)
    first, *rest = article.blocks
    article = replace(article, blocks=(replace(first, role="headline"), *rest))
    names = {entity.id: entity.name for entity in linked.entities}
    return [names[statistic.subject] for statistic in statistics.find(page, (article,), linked)]


def test_the_only_initiative_of_headline_and_text_is_what_the_article_is_about() -> None:
    body = "“[I:五小赛]”持续推进。征集成果680项。"
    assert _headed("“[I:五小赛]”竞赛创造价值", body, {"五小赛": "competition"}) == ["五小赛"]
    assert _headed("“[I:五小赛]”竞赛创造价值", body + "“[I:金点子]”行动收官。", {"五小赛": "competition"}) == [UNION]
    # A way of working has no figures of its own.
    assert _headed("“[I:五小赛]”模式增添动能", body, {"五小赛": "method"}) == [UNION]


def test_a_department_speaks_for_the_nearest_union_around_it() -> None:
    page, article, linked = marked_page(
        ("[U:临江铁路工会]、[U:临江铁路工会云州分会]、[U:临江铁路工会云州分会宣传部]。", "全年慰问职工30人。")
    )
    department = next(one.id for one in linked.entities if one.name.endswith("宣传部"))
    names = {one.id: one.name for one in linked.entities}
    found = statistics.find(page, (article,), replace(linked, homes={"a1": (None, department)}))
    assert [names[one.subject] for one in found] == ["临江铁路工会云州分会"]


def test_confidence_is_the_share_of_right_ones_of_the_rule() -> None:
    subject, fallback = _found("[C:远山机械公司]分红200万元。")[0][0], _found("办结案件60起。")[0][0]
    assert subject.confidence is not None
    assert fallback.confidence is not None
    assert 0.5 < fallback.confidence < subject.confidence < 1
    agent = _found("共收到建议90条,其中被[O:县政府]采纳40条。")[1][0]
    assert agent.rule == "statistic.agent"
    assert agent.confidence is None


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("带动全乡集体协商建制率达93%。", ["集体协商建制率"]),
        ("职工参赛率由82%提高到93%。", ["职工参赛率", "职工参赛率"]),
        ("组织开展10项劳动竞赛。", ["组织开展劳动竞赛"]),
        ("覆盖企业126家、职工1.4万人。", ["覆盖企业", "覆盖职工"]),
        ("[R:清河县]2022年签订集体合同238份。", ["签订集体合同"]),
        ("2021年以来,9名产业工人获评省劳模。", ["产业工人获评省劳模"]),
        ("商讨研究食堂伙食、通勤班车、夜班津贴、母婴设施等63项议题。", ["研究议题"]),
        ("慰问在职职工40人。", ["慰问在职职工"]),
        # For whom and what: both sides of the figure and the list in between.
        ("为80名单亲女工发放育儿补贴4万元。", ["为单亲女工发放育儿补贴", "发放育儿补贴"]),
        ("发动200名环卫工、快递员等一线职工参加比赛。", ["发动一线职工参加比赛"]),
        # A verb alone counts the thing before it, or the initiative spoken of.
        ("提出建议255条,采纳227条,建议落实率达80%。", ["提出建议", "采纳建议", "建议落实率"]),
        ("推进“[I:海燕驿站]”建设,目前已新建6家。", ["新建海燕驿站"]),
        ("发放消费券10万张,总金额200万元。", ["发放消费券", "消费券总金额"]),
        # 其中, brackets, places and frames are no part of it.
        ("资助学生63名(其中高中生29名,大学生34名)。", ["资助学生", "资助高中生", "资助大学生"]),
        ("在比赛现场开展讲座20场。", ["开展讲座"]),
        ("企业年产值由2020年的10亿元增加到2024年的35亿元。", ["企业年产值", "企业年产值"]),
        ("职工满意率80%以上的企业有59家。", ["职工满意率", "职工满意率80%以上的企业"]),
        # Nor is who acts or is counted by name, nor what came before 已, 就, 共; a verb before a name and a change stay.
        ("[C:远山机械公司]职工书屋已添新书2000册。", ["添新书"]),
        ("[C:远山机械公司]、[C:江源酒业公司]等5家企业荣获先进称号。", ["企业荣获先进称号"]),
        ("授予[C:远山机械公司]等48个单位奖状。", ["授予单位奖状"]),
        ("向[U:清河县总工会]申请贷款5万元。", ["申请贷款"]),
        ("其中被[O:县政府]采纳40条。", ["被采纳"]),
        ("采煤队、通风队等每月获奖金5000元。", ["获奖金"]),
        ("职工投诉又比去年下降30%。", ["职工投诉又比去年下降"]),
        ("[U:清河县总工会]近日发文,共18人。", [""]),
        ("发放助学金36万元,人均3000元。", ["发放助学金", "发放助学金"]),
        # In 在…中 it ends before 中; a list that says what the counted are like goes on to its noun.
        ("在300个参赛项目中脱颖而出。", ["参赛项目"]),
        ("在5个务工集中地建立服务站。", ["务工集中地建立服务站"]),
        ("选聘了40名熟悉法律、善于协商的同志。", ["选聘熟悉法律、善于协商的同志"]),
        ("选取15家交通方便、临街的商铺。", ["选取交通方便、临街的商铺"]),
        # A phrase with a verb of its own takes none; a grade stands for the thing graded; a noun that acts is a subject.
        ("完成攻关项目46个,获国家专利18项。", ["完成攻关项目", "获国家专利"]),
        ("已拥有国家级书屋1个、省级6个、市级3个。", ["拥有国家级书屋", "拥有省级书屋", "拥有市级书屋"]),
        ("工作室获得专利22项。", ["获得专利"]),
        ("成立了志愿总队和15个红娘分队。", ["成立红娘分队"]),
        # A list of another figure is not what this one counts.
        ("组织100家单位、500名职工参加比武、练兵等活动。", ["组织单位", "职工参加比武、练兵等活动"]),
    ],
)
def test_what_is_measured(text: str, measures: list[str]) -> None:
    assert [statistic.measure for statistic, _ in _found(text)] == measures


def test_period_and_qualifier() -> None:
    text = "截至2024年底,建成驿站超300个;近4年累计签订合同1085份。"
    rows = [(statistic.period, statistic.qualifier) for statistic, _ in _found(text)]
    assert rows == [("截至2024年底", "超"), ("近4年", "累计")]


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("计划今年建成书吧30个,培训辅导员超200名。", ["计划", "计划、超"]),
        ("到2027年末,会员要达到5万人。", ["计划、达到"]),
        ("年内将建灯塔小屋12座,目前已建成5座。", ["计划", ""]),
        ("提出新建40个充电点的目标。", ["计划"]),
        ("完成了新建40个充电点的目标。", [""]),
        # Words that hold one of planning, and 将 that moves an object.
        ("成果应用于3个行业,主要服务职工500人。", ["", ""]),
        ("工会将学徒300名送进课堂。", [""]),
        ("“[I:圆梦计划]”投入8万元。", [""]),
    ],
)
def test_what_is_planned(text: str, qualifiers: list[str]) -> None:
    assert [statistic.qualifier for statistic, _ in _found(text)] == qualifiers


def test_this_year_is_no_length_of_time() -> None:
    assert [statistic.period for statistic, _ in _found("奋进是这一年的主题,办赛20场。近三年办赛50场。")] == ["", "近三年"]


def test_what_a_figure_is_measured_against_is_not_its_time() -> None:
    text = "今年在去年基础上增设驿站5个,会员8万人,比上年增长12%。"
    assert [statistic.period for statistic, _ in _found(text)] == ["今年", "今年", "今年"]


def test_evidence_is_the_sentence() -> None:
    page, article, linked = marked_page(("去年建会8家。今年服务职工1.5万人次。",))
    second = statistics.find(page, (article,), linked)[1]
    assert page.view[second.start : second.end] == "1.5万人次"
    assert page.view[second.sentence_start : second.sentence_end] == "今年服务职工1.5万人次。"


def test_what_somebody_tells_of_himself_is_no_result() -> None:
    assert _found("“工会帮忙,我拿到了9万元赔偿。”职工说。") == []
    assert [statistic.value for statistic, _ in _found("“我们服务职工300人。”主席说。")] == [300]


def test_headlines_repeat_and_adverts_do_not_count() -> None:
    assert _found("万家企业参与,服务职工300人", role="headline") == []
    assert _found("订阅价每份300元", role="other") == []


_PARTS = [
    "[U:县总=清河县总工会]",
    "[C:远山公司]",
    "“[I:春风行动]”",
    "[R:柳林镇]",
    "[P:李明]",
    "今年以来",
    "今年上半年",
    "等",
    "的",
    "在",
    "被",
    "开展",
    "签订率达90%",
    "8家",
    "1至2次",
    "职工",
    ",",
    "。",
    "、",
    ":",
    "(",
    ")",
]


@given(st.lists(st.sampled_from(_PARTS), max_size=25))
def test_any_order_of_words_is_read(parts: list[str]) -> None:
    page, article, linked = marked_page(("".join(parts),))
    ids = {entity.id for entity in linked.entities}
    for statistic in statistics.find(page, (article,), linked):
        assert statistic.subject in ids
        assert statistic.sentence_start <= statistic.start < statistic.end <= statistic.sentence_end
