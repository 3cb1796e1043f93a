"""The patterns by which a reader tells whose a figure is; words in data/words/subject_cues.yaml.

They run over folded clauses (graph.extract.scenes.scene): `<A>` stands for an actor, `<I>` for an initiative, `<R>` for a region,
`<P>` for a person, `<D>` for a document.
"""

import re
from functools import cache

from graph.alternation import either
from graph.extract.language.periods import PERIOD
from graph.extract.scenes.cues import cues
from graph.extract.scenes.scene import compiled
from graph.files import folder, read_lines, read_yaml

__all__ = ["houses", "pattern", "tiers_below", "verbs", "words"]


@cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = read_yaml(folder("data") / "words" / "subject_cues.yaml")
    return lists


@cache
def words(*names: str) -> str:
    """A non-capturing alternation of lists of data/words/subject_cues.yaml, longest first."""
    return either(word for name in names for word in _lists()[name])


@cache
def verbs() -> str:
    """Verbs of two characters and more; shorter ones stand inside nouns, too."""
    chosen = {word for name in ("run", "issue", "win", "take") for word in cues()[name] if len(word) > 1}
    return either(chosen | {"签订", "吸引"})


@cache
def houses() -> str:
    """A non-capturing alternation of the heads of facilities, longest first."""
    heads = read_lines(folder("data") / "words" / "initiative_heads.tsv")
    return either(line.split("\t")[0] for line in heads if "\tstation\t" in line)


@cache
def _lead() -> str:
    """What may stand before the subject of a clause: the dateline and who reports, time, connectives, dashes, bullets."""
    # Possessive, so that a long run of such words cannot be split in ever new ways.
    reporter = r"(?:[^,;:。<A><I><R><P>]{0,4}(?:记者|通讯员)(?:<P>[、]?)+)*+(?:报道)?"
    dateline = rf"(?:[^,;:。<A><I><R><P>]{{0,8}}(?:讯|电(?=[(记]))(?:\([^()]*\))?{reporter})?+"
    season = rf"(?:今年|去年|每年|每逢|在)?{words('season')}(?:期间|前夕|前后|(?:来临|到来)?之际|里|时|以来)?"
    part = r"今?年?入[春夏秋冬伏](?:以来|以?后)?|[今去][春夏秋冬](?:以来)?|前?[一二三四]个?季度|\d{1,2}[至到-]\d{1,2}月(?:份|底)?"
    span = r"(?:党的)?[一二]?十[一二三四五六七八九]?大以来|(?:短短|不到)[一二三两几半\d]+(?:个月|年)(?:内|里|间|时间)?|半年多?来|年初以来"
    return rf"{dateline}[—·#●■◆▲★○◎•\s-]*+(?:(?:{PERIOD}起?|{season}|{part}|{span}|{words('connective')})[,]?)*+"


def tiers_below() -> str:
    """The tiers of unions behind that of a place: 某市、区两级工会, 省、市、县三级工会."""
    return "(?:[、(]?(?:[市县区州旗镇乡]|街道)[)]?)*+(?:[二两三四]级|各级)?"


def _quantity() -> str:
    """So many people or firms."""
    return r"(?:[全我]?[省市县区州镇][内里]?)?(?:(?:共|共有|有|近|约|来自)[^,\d]{0,16})?\d[\d.万千百]*[多余]?(?:[名位支个家户对组]|人次?)"


@cache
def _of_clauses() -> dict[str, str]:
    """What a clause names, sets going or takes up: its subject, events, anaphors."""
    lead = _lead()
    joint = rf"(?:、|·|和|与|及|以及|{words('partner')})"
    return {
        "subject": (
            rf"{lead}(?:(?:被|荣获|曾获|获得|位于|地处|拥有|作为|由|新)[^,;:。]{{1,30}}的(?=[<A><I>])"
            r"|(?:素|享)?有着?[^,;:。]{1,30}(?:之称|之誉|美誉|称号)的(?=<R>)|[让使]得?(?=<R>)"
            r"|(?:成立|揭牌|启用|投用|建成)(?:于[^,]{0,12})?的(?=[<A><I>]))?"
            rf"(?:(?:(?:[全我本该][省市县区]|各地){words('facility')}*+|(?:各级|基层)*(?:工会)?|这些|这个|这一|此)(?=<I>)|全(?=<A>))?"
            rf"(?P<chain>[<A><I><R>](?:{joint}[<A><I><R>])*)(?P<rest>.*)"
        ),
        "joint": rf"{lead}(?:由?<A>{joint}|{words('partner')})<A>",
        "hosts": rf"{lead}<A>(?:{joint}<A>)*(?:等[^,]{{0,6}})?(?:主办|承办|协办|支持|指导)[,;。]",
        "framed": rf"{lead}在(?:<R>|<A>)?(?P<frame><I>)[^,、<A><I>]{{0,6}}(?:中|期间|现场|上),",
        "place": rf"{lead}在(?P<place><A>)",
        "event": rf"(?P<event><I>)[^<I>,]{{0,24}}(?:在[^,<I>]{{1,20}})?{words('happen')}",
        "held": r"(?:举办|举行|启动)了?[^<A><I>、,]{0,16}(?P<event><I>)",
        "launch": (
            rf"(?:{words('launch')}了?[^<A><I>、,]{{0,16}}<I>*|以(?=<I>为(?:主题|载体|平台)的?[^,<A><I>]{{0,6}}{words('organise')}))"
            r"(?P<topic><I>)(?P<after>[^<I>]*)"
        ),
        "anaphor": (
            rf"{lead}(?:自|在)?(?P<this>(?:此次|本次|本届|本场|该|这次|这项|这一|此项|这样的|这个|这些|各)[^,<A><I>]{{0,4}}?)?"
            rf"(?P<noun>{words('anaphor', 'round', 'house', 'gathering')}|[^,的<A><I>]{{2,4}}{words('anaphor', 'house')}"
            rf"|(?<=[该各]){words('one')})"
            rf"(?:前期|期间|现场|中|当天|上|(?:{words('since')})?以来)?(?P<rest>(?!结束|之?后)[^,的之内出了][^,]*|,)"
        ),
        "firm": rf"{lead}[全本该]?(?P<noun>{words('firm')})上?(?P<rest>[^,的工][^,]*)",
        "this_firm": (
            rf"{lead}(?:(?:这家|这个|该)[^,的<A>\d]{{0,4}}(?:企业|公司|集团|厂|矿|店|超市|酒店|行)(?![们工的职业])|全(?:公司|集团|厂|矿)(?!工会))"
        ),
        "own_union": rf"{lead}工会(?P<rest>[^,的组会干经主之][^,]*)",
        "paper": (
            rf"{lead}(?:(?:(?P<paper><D>)|(?:该|本)?(?P<noun>{words('paper')})){words('rule')}"
            rf"|[该本此](?:份|项|部)?[^,<A><I>]{{0,6}}?(?P<this>{words('paper')}),?(?:共|已|将)*{words('cover')})"
        ),
        "deictic": rf"{lead}(?P<scope>全|我|本|该)(?P<level>省|市|县|区|州|盟|旗|镇|乡|街道|自治区)(?P<rest>.*)",
        "met": rf"(?:召开|举行|举办)了?(?:\d+[场次])?(?:(?P<topic><I>)|(?P<noun>{words('meeting')}))",
        "founded": r"(?:(?:成立|组建|建立)了?(?:<R>)?(?P<body><A>)[,。]|(?P<new><A>)(?:正式|宣告|揭牌)*成立[,。])",
        "officer": rf"{lead}(?P<body><A>)[^,;<A><P>]{{0,20}}{words('officer')}[^,;<A><P>]{{0,6}}(?:<P>[、和]?)+",
        "says": r"[^,;<A>]{0,6}(?:介绍|说|表示|告诉|称|透露|坦言|指出|认为)",
        "here": r"这里(?:就)?是(?P<here><A>)",
        "other": rf"{lead}[^,的<I>]{{0,6}}?{words('organise')}",
        "closing": r"(?P<topic><I>)[^、的和与及,<A><I>]{0,4},\Z",
        "unions": (
            rf"{lead}(?:该(?:总?工会|会)|(?:全?[省市县区州镇]|<R>){tiers_below()}{words('unions', 'local_unions')}|{words('unions')})"
            r"(?!组建|入会|建会|覆盖|经费|会员|干部|[的率])"
        ),
    }


@cache
def _of_figures() -> dict[str, str]:
    """What stands around a figure: who acts, what is counted, who takes part."""
    lead, quantity = _lead(), _quantity()
    return {
        "agent": rf"(?:[被由](?P<agent><A>)[^,;。<A><I>]*|(?P<maker><A>)[^,;。的<A><I>]{{0,4}}{words('fund')}的)\Z",
        "means": r"(?:通过|依托|借助)(?P<means><I>)[^,<A>]*\Z",
        "frame": r"(?P<frame><I>)[^,、<A><I>]{0,4}(?:中|期间|现场)[^,]*\Z",
        "sent": words("send"),
        "thing": (
            rf"{lead}(?:首批|全[省市县区]|<R>|有)*(?P<count>\d[\d.万千百]*[多余]?[家个座辆处间所])"
            r"[^,;、与和及\d<A><I><R>]{0,12}(?P<thing><I>)(?=[^,;。、的等和与及\d<A><I><R><H>]{2})"
        ),
        "ours": r"(?:工会(?:组织)?|会员|入会)(?:总数|人数)?(?:如今|现在?|目前|已)*(?:共有|达到?|[有共达近超约]|突破|超过)*\Z",
        "members": r"(?:农民工|职工|工会)?(?:会员|入会|加入工会)",
        "within": r"(?:的?(?:<A>|<R>))?[^、的与和及在从获为对\d<A><I>]{0,8}",
        "territory": rf"{words('territory')}[^,;。<A><I>]*\Z",
        "occasion": r"(?:[场期次届批轮站]|场次)\Z",
        "amount": r"\d[\d.]*[万千百亿]?[多余]?[^\d,<I>]{1,2}\Z",
        "attendants": rf"(?:参加|参与|出席)(?:了?[此本][次届])?{words('anaphor', 'gathering', 'round')}的[^,]{{0,6}}\Z",
        "deed": rf"{verbs()}|[为向对把将给]",
        "inside": r"(?:下设|内设|覆盖|涵盖|吸纳|入会的?|成员|(?:发展|现有|拥有)[^,]{0,6}(?=会员))[^,]{0,8}\Z",
        "person": rf"{lead}(?:[他她]们?|<P>)(?!们|的|[^,]{{0,8}}(?:介绍|说|表示|告诉|称))",
        "join": words("join"),
        "reception": (
            rf"{lead}(?:{words('reception')}|(?:{words('crowd')}|{quantity}{words('contestant')})(?![^,]{{0,8}}率)"
            rf"|[^,;的<A>]*(?:参加|参与|参赛|报名)[,;。]|(?:[^,;:\d<I>]{{0,8}}等)?(?<!其中){quantity})"
        ),
        "contestants": rf"{lead}(?:{quantity})?参赛(?:单位|企业|队|队伍|选手|职工|班组)",
        "attended": r"[^,;。<A>]*(?:参加|参与|参赛|报名)",
        "entering": words("entering"),
        "entries": rf"[^,;<A>]{{0,8}}?{words('entry')}",
        "scene": rf"{lead}(?:活动|比赛|演出)?(?:现|(?<=现))场[,]?{quantity}",  # the lead may have taken 现
        "won": rf"[^,]{{0,8}}{words('win')}",
        "entered": rf"{words('entry')}(?:总数|数量|累计|共|达|约|近)*\Z",
        "contest": rf"{words('contest')}|(?:参加|参与|出席)[了到]?(?:[^,。;<A><I>]{{0,6}}{words('anaphor', 'gathering')}|[,。;])",
    }


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of that name; raises KeyError when there is none."""
    return compiled({**_of_clauses(), **_of_figures()}[name])
