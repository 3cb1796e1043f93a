"""takesPart of those who win: in a contest that the sentence names, or in the one that the text goes on about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.extract.relations.actors import clause_start
from graph.extract.relations.background import contest, verb_before
from graph.extract.relations.honours import Before, winners
from graph.extract.scenes.back import EVENTS
from graph.extract.scenes.scene import Fact, Scene, Sentence, compiled, either, generic

# Ranks of a contest, and prizes that only contests have.
_RANK = (
    r"(?:[一二三特]等奖|[一二](?:、[二三四五六七八九十])+名|第[一二三四五六七八九十\d]+(?:、[一二三四五六七八九十\d]+)*名|前[一二三四五六七八九十\d]+名|第[一二三四五六七八九十]+(?![届期批代次轮])|[冠亚季]军|[金银铜][奖牌]"
    r"|桂冠|头筹|榜首|魁首|优胜奖|组织奖|优秀奖|鼓励奖|纪念奖|入围奖|提名奖|人气奖|选手奖)"
)
# The name of another contest between a verb of winning and the rank (曾获全国某某大赛一等奖).
_OTHER = r"(?:全国|世界|国际|国家级?|全省|全市|全区|全县|[省市区县部]级?|第.{1,3}届|\d{4}年)[^,;。]{0,20}(?:赛|比武|评选|运动会)"
_ONCE = r"曾|先后|历年|历届|多次|[去前]年|近年|\d{4}年"
# Whose contestants win whom nobody names: 某厂代表队, 某局选送的节目.
_SENT = (
    rf"(?:参赛|选送|推荐|选派)?的?[^,;。<A><P><I>的]{{0,6}}(?:\d+[名支位个])?(?:参赛)?{either('contestant')}(?!<P>)"
    "(?:[^,;。<A><P><I>]{0,16},)?[^,;。<A><P>]{0,12}$"
)
# What it sent in wins: 某会选送的《...》获奖.
_WORK = "(?P<who><A>(?:[、和与]<A>)*)(?:选送|推荐|报送|推选|申报)的(?:[^,;。<A><P><I>]|(?<=的)<I>){1,60}$"
# What is somebody's wins in his place: X 创作的《...》获奖, X 以作品《...》获奖.
_MADE = rf"(?P<who><P>(?:[、和与]<P>)*)(?:等\d*人)?{either('make')}了?[^;。<A><P><I>]{{1,40}}$"
# After a contest everything that is won is won in it.
_OUTCOME = r"^(?:最终|最后|经过|经|比赛中|决赛中|大赛中|竞赛中|其中|此外|同时|另外)"


def _contest(scene: Scene, initiative: str) -> bool:
    entity = scene.entities[initiative]
    return entity.kind == "competition" or entity.name.endswith(("大赛", "竞赛", "比赛", "杯"))


def _named(scene: Scene, sentence: Sentence, before: Before) -> Iterator[Fact]:
    """Who wins in an initiative takes part in it: 在 I 中,X 获得一等奖; X 荣获 I 冠军; in the first form the verb stands behind it."""
    text = sentence.text
    for item in sentence.inside(0, len(text), "Initiative"):
        whoever = compiled("^[^,;。<A><P>]{0,14}的(?:参赛)?(?:选手|单位|职工|个人|团队|集体|班组)").match(text[item.at + 1 :])
        if whoever or not contest(text, item.at):
            continue
        here = "(?P<who>[<A><P>](?:[、和与][<A><P>])*)[^,;。<A><P><I>]{0,8}在[^,;。<A><P><I>]{0,28}$"
        if stands := compiled(here).search(text[: item.at]):
            for who in sentence.inside(stands.start("who"), stands.end("who")):
                yield Fact(who.entity, "takesPart", item.entity, sentence, "takes.winner")
            continue
        behind = compiled(f"^[^;。]*?(?P<verb>{either('win')})").match(text[item.at + 1 :])
        at = verb_before(text, item.at, "win")[1]
        at = at if at >= 0 or behind is None else item.at + 1 + behind.start("verb")
        for one in _who(scene, sentence, at, before) if at >= 0 else ():
            yield Fact(one, "takesPart", item.entity, sentence, "takes.winner")


@dataclass(slots=True)
class _Last:
    """The contest named last in the article and the event named last in the paragraph."""

    contest: str | None = None
    event: str | None = None

    def of(self, scene: Scene, text: str, start: int, end: int) -> str | None:
        """The contest in which a prize between two places of a sentence was won."""
        clause = text[clause_start(text, start) : start]
        if compiled(_OTHER).search(text, start, end) or compiled(rf"{_ONCE}|[为向给对][^,;]{{0,4}}$").search(clause):
            return None
        return self.contest or self.event


def _who(scene: Scene, sentence: Sentence, at: int, before: Before) -> tuple[str, ...]:
    """Who wins by a verb at `at`, or whose contestants do."""
    left = sentence.text[:at]
    sent = compiled(f"(?P<who><A>(?:[、和与]<A>)*){_SENT}").search(left) or compiled(_WORK).search(left) or compiled(_MADE).search(left)
    if sent:
        return tuple(i.entity for i in sentence.inside(sent.start("who"), sent.end("who")))
    return tuple(one for one in winners(scene, sentence, at, before)[0] if scene.entities[one].type != "Initiative")


def _prizes(scene: Scene, sentence: Sentence, before: Before, last: _Last) -> Iterator[Fact]:
    """甲队、乙队获一等奖。 after a contest was named: they took part in it."""
    text = sentence.text
    whoever = "(?![^,;。<A><P><H>]{0,4}的(?!好?成绩|佳绩))"  # 获得一等奖的选手
    prize = f"(?P<verb>{either('win', 'rank')})了?[^,;。<A><P>]{{0,40}}?(?:{_RANK}|(?P<honour><H>)){whoever}"
    for hit in compiled(prize).finditer(text):
        if hit["honour"]:
            title = sentence.at(hit.start("honour")).text.endswith(("奖", "选手", "名", "军"))
            if not title and not (last.contest and compiled(_OUTCOME).match(text)):
                continue
        named = [i.entity for i in sentence.inside(0, hit.start(), "Initiative") if _contest(scene, i.entity)]
        initiative = named[-1] if named else last.of(scene, text, hit.start(), hit.end())
        for one in _who(scene, sentence, hit.start("verb"), before) if initiative else ():
            yield Fact(one, "takesPart", initiative or "", sentence, "takes.prize")


def find(scene: Scene, told_by: Iterable[tuple[Sentence, Before]]) -> Iterator[Fact]:
    """takesPart of those who win in an article's contests; `told_by` is what relations.honours.heard says of it."""
    if not any(scene.entities[entity].type == "Initiative" for entity in scene.named_at):
        return
    last = _Last()
    block = -1
    for sentence, before in told_by:
        if sentence.block != block:
            last.event, block = None, sentence.block
        yield from _named(scene, sentence, before)
        yield from _prizes(scene, sentence, before, last)
        here = [i.entity for i in sentence.inside(0, len(sentence.text), "Initiative") if not generic(scene.entities[i.entity].name)]
        last.contest = next((i for i in reversed(here) if _contest(scene, i)), last.contest)
        last.event = next((i for i in reversed(here) if scene.entities[i].kind in EVENTS), last.event)
