"""The clause patterns and tests by which a reader tells whose a figure is; words in data/words/subject_cues.yaml.

Patterns run over folded sentences (graph.extract.relations_text): `<A>` stands for an actor, `<I>` for an initiative, `<R>` for a region.
"""

import re
from functools import cache

from graph.extract.periods import PERIOD
from graph.extract.relations_cues import cues
from graph.extract.relations_text import Item, Scene, compiled, generic
from graph.files import folder, read_yaml

__all__ = ["countable", "owning", "pattern", "quoted", "specific", "verbs", "words"]

_QUOTES = '“「『"‘'


@cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = read_yaml(folder("data") / "words" / "subject_cues.yaml")
    return lists


@cache
def words(*names: str) -> str:
    """A non-capturing alternation of lists of data/words/subject_cues.yaml, longest first."""
    chosen = {word for name in names for word in _lists()[name]}
    return "(?:" + "|".join(sorted(map(re.escape, chosen), key=lambda word: (-len(word), word))) + ")"


@cache
def verbs() -> str:
    """Verbs of two characters and more; shorter ones stand inside nouns, too."""
    chosen = {word for name in ("run", "issue", "win", "take") for word in cues()[name] if len(word) > 1}
    return "(?:签订|吸引|" + "|".join(sorted(chosen, key=lambda word: (-len(word), word))) + ")"


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The patterns over folded clauses; `<A>` an actor, `<I>` an initiative, `<R>` a region, `<P>` a person."""
    # What may stand before the subject of a clause: time, connectives, dashes.
    # Possessive, so that a long run of such words cannot be split in ever new ways.
    lead = rf"[—·#\s-]*+(?:(?:{PERIOD}|{words('connective')})[,]?)*+"
    joint = rf"(?:、|·|和|与|及|以及|{words('partner')})"
    patterns = {
        "subject": (
            rf"{lead}(?:(?:被|荣获|曾获|获得|位于|地处|拥有|作为|由|新)[^,;:。]{{1,30}}的(?=[<A><I>]))?"
            rf"(?:(?:[全我本该][省市县区]|各地)?(?:各级|基层)*(?:工会)?(?=<I>))?"
            rf"(?P<chain>[<A><I><R>](?:{joint}[<A><I><R>])*)(?P<rest>.*)"
        ),
        "place": rf"{lead}在(?P<place><A>)",
        "agent": r"[被由](?P<agent><A>)[^,;。<A><I>]*\Z",
        "event": rf"(?P<event><I>)[^<I>,]{{0,24}}(?:在[^,<I>]{{1,20}})?{words('happen')}",
        "held": r"(?:在[^,。<I>]{1,20}(?:举办|举行)|启动)了?[^<A><I>、,]{0,16}(?P<event><I>)",
        "hosted": rf"<A>{words('host')}的[^,]*?(?<!以)(?P<event><I>)(?!为)",
        "launch": rf"{words('launch')}了?[^<A><I>、,]{{0,16}}<I>*(?P<topic><I>)(?P<after>[^<I>]*)",
        "anaphor": (
            rf"{lead}(?:自|在)?(?P<this>(?:此次|本次|本届|本场|该|这次|这项|这一|此项)[^,<A><I>]{{0,4}}?)?"
            rf"(?P<noun>{words('anaphor', 'round', 'house')}|[^,的<A><I>]{{2,4}}{words('anaphor', 'house')}|(?<=该){words('one')})"
            rf"(?:前期|期间|现场|中|当天|上|(?:{words('since')})?以来)?(?P<rest>[^,的之内出了][^,]*|,)"
        ),
        "frame": r"(?P<frame><I>)[^,、<A><I>]{0,4}(?:中|期间|现场)[^,]*\Z",
        "within": r"(?:的?(?:<A>|<R>))?[^、的与和及\d<A><I>]{0,8}",
        "office": rf"[^,、<A><I>]{{0,6}}{words('office')}",
        "paper": rf"{lead}(?:(?P<paper><D>)|(?:该|本)?(?P<noun>{words('paper')})){words('rule')}",
        "deictic": rf"{lead}(?P<scope>全|我|本|该)(?P<level>省|市|县|区|州|盟|旗|镇|乡|街道|自治区)(?P<rest>.*)",
        "crowd": rf"{lead}(?:(?:共|已)?(?:来自|吸引|共有|有|由)[^,]*|全[省市县区][^,]*)?",
        "founded": r"(?:成立|组建|建立)了?(?:<R>)?(?P<body><A>)[,。]",
        "inside": r"(?:下设|内设|吸纳|(?:发展|现有|拥有)[^,]{0,6}(?=会员))[^,]{0,6}\Z",
        "other": rf"{lead}[^,的<I>]{{0,6}}?{words('organise')}",
        "reception": rf"{lead}(?:{words('reception')}|{words('crowd')}(?![^,]{{0,8}}率)|[^,;的<A>]*(?:参加|参与|参赛|报名)[,;。])",
        "body": rf"{words('organise')}了?<A>[,。;]",
        "headline": r"(?:[^:]*:)?(?:<R>|<A>)?(?P<topic><I>)(?![、和与])",
        "contestants": rf"{lead}(?:\d+多?余?[家名支个位])?参赛(?:单位|企业|队|队伍|选手|职工|班组)",
        "founding": r"(?:参加|参与|出席)了?(?P<body><A>)[^,<A>]{0,4}成立",
        "person": rf"{lead}(?:[他她]们?|<P>)(?!们|的|[^,]{{0,8}}(?:介绍|说|表示|告诉|称))",
        "attended": r"[^,;。<A>]*(?:参加|参与|参赛|报名)",
        "closing": r"(?P<topic><I>)[^、的和与及,<A><I>]{0,4},\Z",
        "join": words("join"),
        "contest": rf"{words('contest')}|(?:参加|参与|出席)了?(?:[^,。;<A><I>]{{0,6}}{words('anaphor', 'gathering')}|[,。;])",
        "unions": (
            rf"{lead}(?:该(?:总?工会|会)|(?:全?[省市县区镇]|<R>){words('unions', 'local_unions')}|{words('unions')})"
            r"(?!组建|入会|建会|覆盖|经费|会员|干部|[的率])"
        ),
    }
    return compiled(patterns[name])


def quoted(scene: Scene, item: Item) -> bool:
    """Whether a name stands right after an opening quotation mark."""
    return item.start > 0 and scene.page.view[item.start - 1] in _QUOTES


def specific(scene: Scene, item: Item) -> bool:
    """Whether an initiative has a name of its own and lasts, so that figures can be its own."""
    if item.type != "Initiative":
        return False
    entity = scene.entities[item.entity]
    if quoted(scene, item) or entity.kind == "station":
        return True
    gathering = entity.kind != "mechanism" and re.search(rf"{words('session')}\Z", entity.name)
    return not (generic(entity.name) or gathering)


def countable(scene: Scene, item: Item) -> bool:
    """Whether a count next to an initiative's name counts that one thing (not 联谊活动6场: any such activity)."""
    return specific(scene, item) and (quoted(scene, item) or not re.search(rf"{words('common')}\Z", item.text))


def owning(scene: Scene, item: Item) -> bool:
    """Whether what is told after an initiative is its doing: a quoted name, or an event with participants."""
    kind = scene.entities[item.entity].kind
    return quoted(scene, item) or (countable(scene, item) and kind in ("competition", "event", "campaign"))
