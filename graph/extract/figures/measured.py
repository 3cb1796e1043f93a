"""What a figure counts or measures, as the sentence says it: 集体协商建制率, 慰问困难职工, 开展劳动竞赛.

The phrase stands before the figure (签订集体合同238份), after it (10项劳动竞赛) or on both sides (提供132个工作岗位); a second
figure of the same thing (由82%提高到93%) takes the phrase of the first, a list shares its verb (覆盖企业8家、职工300人), and a verb
alone takes the thing counted before it (提出建议255条,采纳227条).
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from graph.extract.figures.figures import Figure
from graph.extract.figures.measure_edges import (
    balanced,
    from_first_verb,
    from_last_verb,
    is_verb,
    list_end,
    noun_phrase,
    says_done,
    strip_back,
    strip_front,
    verb,
    words,
)
from graph.extract.figures.measure_subjects import JOINT, predicate, without_names
from graph.extract.language.segments import tokens

__all__ = ["phrases"]

_LONGEST = 28
_STOPS = re.compile(r"[,;:。!?\n()]")
_EDGES = re.compile(r"[,;:。!?\n()、]")
_WRAPPED = re.compile(r"\([^()]*\)|《[^《》]*》|“[^“”。;!?]{1,40}”|「[^「」]*」")
_BOUND = re.compile(r"(?:约|近|超过?|逾|了|共)*\Z")
_TO_WHOM = re.compile(r"(?<![作行成认因])([为给向对让替])(?:全[省市县区]|[^,为给向对让替]{1,6}[内里]|[^,为给向对让替]{0,20}的)?\Z")
_AMONG = re.compile(r"[在从](?:约|近|超过?|逾|了|共)*\Z")
_LIMIT = re.compile(r"^(?:以上|以下|左右|以内|不等|余|多)?")
_BELOW = re.compile(r"^(?:以上|以下|左右|以内)的")
_GRADE = re.compile("(?:国家|自治区|省|市|县|区|州|镇|集团|公司|厂|院)级")
#: What is left of 人均 and 户均, which are qualifiers.
_EACH = ("人", "户")
#: Units of what is built, held or set up: a verb alone before them counts the initiative spoken of.
_BUILT = frozenset("家个处所座间支场期届批站") | {"场次"}


@dataclass(frozen=True, slots=True)
class _Place:
    """The text around a figure: `before` and `after` up to the next stop or figure, `clause` up to the stop, without the figures there.

    `followed`: another figure comes before the stop; `listed`: a list stands before.
    """

    before: str
    text: str
    after: str
    clause: str
    followed: bool
    listed: bool


def _masked(view: str, start: int, end: int, figures: Sequence[Figure]) -> str:
    """The sentence, stops inside brackets and quotation marks made invisible; brackets that hold a figure are stops. Offsets are kept."""

    def hidden(match: re.Match[str]) -> str:
        inside = any(match.start() <= figure.start - start < match.end() for figure in figures)
        return match[0] if inside else _EDGES.sub("\0", match[0])

    return _WRAPPED.sub(hidden, view[start:end])


def _first_item(masked: str, start: int, ceiling: int) -> int:
    """Where the first item of a list after a figure ends; 省、市级重点项目 is one item."""
    end = start
    while True:
        edge = _EDGES.search(masked, end, ceiling)
        if edge is None:
            return ceiling
        item = masked[start : edge.start()]
        stop = _STOPS.search(masked, edge.start(), ceiling)
        last = stop.start() if stop else ceiling
        if item and edge[0] == "、" and "的" in masked[edge.end() : last] and (tokens(item)[0].tag == "v" or tokens(item)[-1].tag == "a"):
            return last  # 熟悉法律、善于协商的同志; 交通便利、临街的商铺: what the counted are like
        if edge[0] != "、" or not item:
            return edge.start()
        if len(item) > 2 and item[-1] not in "一二三四省市县区":
            # 女职工接受了甲、乙的检查: a list inside what they do is no end.
            noun, rest = noun_phrase(item)
            return edge.start() if not rest else last if last - start <= _LONGEST else start + len(noun)
        end = edge.end()


def _place(view: str, masked: str, start: int, figures: Sequence[Figure], at: int) -> _Place:
    here, there = figures[at].start - start, figures[at].end - start
    floor = figures[at - 1].end - start if at else 0
    left = max([floor, *(match.end() for match in _STOPS.finditer(masked, floor, here))])
    listed = left > 0 and masked[left - 1] == "、"
    # After a list of figures the next item begins; a list that ends in 等 is what one figure sums up.
    if left == floor and at and "、" in masked[floor:here] and not _BOUND.sub("", masked[floor:here].rstrip("、, ")).endswith("等"):
        left, listed = masked.index("、", floor, here) + 1, True
    if at + 1 < len(figures) and masked[there : figures[at + 1].start - start] == "、":
        there = figures[at + 1].end - start  # 50类、200场次竞赛: one noun for both
    elif masked.startswith("(", there) and ")" in masked[there:]:
        there = masked.index(")", there) + 1
    ahead = bisect_left(figures, there + start, key=lambda figure: figure.start)
    ceiling = figures[ahead].start - start if ahead < len(figures) else len(masked)
    stop = _STOPS.search(masked, there, ceiling)
    right = _first_item(masked, there, ceiling)
    clause = view[start + there : start + (stop.start() if stop else ceiling)]
    followed = ahead == at + 1 < len(figures) and right == ceiling
    for following in range(ahead, len(figures)):
        if stop is not None:
            break
        further = figures[following].end - start
        end = figures[following + 1].start - start if following + 1 < len(figures) else len(masked)
        stop = _STOPS.search(masked, further, end)
        clause += view[start + further : start + (stop.start() if stop else end)]
    figure = figures[at]
    if right < ceiling and masked[right] == "、":
        after_list = list_end(masked, there, min(stop.start() if stop else ceiling, ceiling))
        there, right = after_list, right if after_list == there else _first_item(masked, after_list, ceiling)
    before, after = view[start + left : start + here], view[start + there : start + right]
    return _Place(before, view[figure.start : figure.end], after, clause, followed, listed)


def _cut(text: str) -> str:
    """A text of at most `_LONGEST` characters, cut between words."""
    if len(text) <= _LONGEST:
        return text
    return text[: max((token.start for token in tokens(text) if token.start <= _LONGEST), default=_LONGEST)].rstrip("、和与及的")


def _shortened(text: str) -> str:
    """The thing counted after a figure: its head noun when a long clause modifies it (40名熟悉法规的同志)."""
    text = strip_back(re.sub(r"^的", "", _LIMIT.sub("", text)).strip(" —-·、,"))
    text = re.sub(r"(?<![高初集其])中\Z", "", text)
    noun, rest = noun_phrase(text)
    if rest.startswith("进行") or re.fullmatch(r"[^的]+的[^的]{1,3}", rest):
        text = noun + (rest.partition("的")[0] if not rest.startswith("进行") else "")
    return _cut(text.rpartition("的")[2] if len(text) > _LONGEST else text)


def _to_whom(before: str, place: _Place) -> str | None:
    """为 + people + what is done for them (为300名职工发放慰问金); None when nothing is done for the counted."""
    match = _TO_WHOM.search(_BOUND.sub("", before))
    done = strip_back(_LIMIT.sub("", place.clause))
    if match is None or not done:
        return None
    if len(done) > _LONGEST:
        done = done[list_end(done, 0, len(done)) :]
    whom, what = noun_phrase(done)
    if len(done) > _LONGEST:
        first = re.split("[、和]", whom)[0]
        done = first + ("等" if first != whom else "") + what
    attribute = match[0].removeprefix(match[1]).removeprefix("的") if match[0].endswith("的") else ""
    if attribute and not what:
        return None
    return match[1] + _cut(attribute + done if len(attribute + done) <= _LONGEST else done)


def _thing(measure: str) -> str:
    """The thing that a measure counts: without the verbs at its beginning."""
    measure = from_last_verb(measure)
    rest = measure[len(verb(measure)) :]
    return rest[next((token.start for token in tokens(rest) if token.tag not in ("v", "ul")), 0) :]


@dataclass(slots=True)
class _Reader:
    """Reads the figures of a sentence in order: the measure, unit and thing of the figure before, and text that belongs to the next one."""

    actors: Sequence[str]
    names: Sequence[str]
    things: Sequence[tuple[int, str]]
    last: str = ""
    unit: str = ""
    carried: str | None = None
    whom: str = ""
    next_kind: str = ""
    seen: dict[str, str] = field(default_factory=dict)

    def read(self, figure: Figure, place: _Place, next_kind: str) -> str:
        """The measure of the next figure, empty where the text does not say what it counts; `next_kind` is the kind of the one after it."""
        self.next_kind = next_kind
        raw, self.carried = predicate(without_names(place.before, self.names) if self.carried is None else self.carried), None
        after = place.after
        if figure.kind == "share" and _BELOW.match(after) and strip_front(raw, self.actors, keep=False):
            # 满意率80%以上的企业5家: the share only says which are counted next.
            self.carried, after = (raw + place.text + after if place.followed else None), ""
        elif figure.kind == "share" and after.startswith("的"):
            self.carried, after = ("" if place.followed else None), (after if place.followed else place.clause)
        elif place.followed:
            after, self.carried = self._split(after)
            if after in words("bare") and not strip_front(raw, self.actors, keep=False):
                after += self.carried
            if self.next_kind == "share" and self.carried:
                self.carried = after + self.carried
        if _AMONG.search(raw):
            after = re.split("(?<![高初集其])中", after)[0] or after  # 在300个参赛项目中脱颖而出
        told = _to_whom(self.whom + raw, place) if figure.kind in ("person", "count") else None
        self.whom = told[0] if told is not None and place.followed else ""
        listed = raw.rstrip(" 、,").endswith("等")
        attribute = _BOUND.sub("", raw).endswith("的")
        noun = _shortened(after)
        core = strip_back(strip_front(raw, self.actors, keep=not noun))
        core = "" if core in self.actors else core
        if noun and JOINT.search(raw):
            core = verb(core) or core  # 成立总队和15个分队
        if told is not None:
            measure = strip_front(told, (), keep=True) if not core else told
        elif noun and core:
            measure = self._both(core + ("等" if listed else ""), noun, attribute=attribute)
            measure += strip_back(self.carried or "") if core[0] in "为给向对" else ""
        elif noun.startswith("被") and is_verb(noun) and figure.unit == self.unit:
            measure = _thing(self.last) + noun
        elif noun:
            measure = (verb(self.last) if self._shares(figure, place) and not says_done(noun) else "") + noun
        else:
            measure = self._before(figure, place, core)
        self.last, self.unit = balanced(measure), figure.unit
        self.seen[figure.unit] = self.last
        return self.last

    @staticmethod
    def _split(after: str) -> tuple[str, str]:
        """What is counted and what the next figure of the clause goes on with: 80名单亲女工 | 发放育儿补贴 | 4万元."""
        text = _LIMIT.sub("", after)
        joint = JOINT.search(text)
        if joint is not None:
            return text[: joint.start()], ""
        if text.startswith((*words("change"), "扩大", "跃升", "降至", "增至", "升至")):
            return "", text  # 由10亿元增加到35亿元
        return noun_phrase(text)

    def _shares(self, figure: Figure, place: _Place) -> bool:
        return bool(self.last) and (figure.unit == self.unit or place.listed)

    @staticmethod
    def _both(before: str, after: str, *, attribute: bool) -> str:
        if "来自" in before and len(before) - before.rfind("来自") <= _LONGEST:
            return before[before.rfind("来自") :] + ("的" if attribute else "") + after
        if before.endswith("等") or len(before) > 8:
            opening = verb(before) if before.endswith("等") else ""
            shared = opening or (verb(from_first_verb(before)) if "、" in before else from_last_verb(before))
            if "、" in before or not attribute:
                return shared + after
            before = shared
        return before + ("的" if attribute and len(before) > 2 else "") + after

    def _before(self, figure: Figure, place: _Place, before: str) -> str:
        if before and _GRADE.fullmatch(before) and self.last:  # 国家级书屋1个、省级6个
            thing = noun_phrase(_thing(self.last))[0]
            return _GRADE.sub(before, self.last, count=1) if _GRADE.search(self.last) else before + thing
        if not before or before in _EACH:
            return self.seen.get(figure.unit, self.last)
        if self.last and (before in words("change") or re.fullmatch(r"比.{1,8}(?:增加|增长|提高|下降|减少)", before)):
            return self.last + before
        if self.last and before in words("total"):
            return noun_phrase(_thing(self.last))[0] + before
        if figure.kind in ("count", "event") and is_verb(before):
            thing = _thing(self.last) if figure.unit == self.unit else ""
            if not thing and figure.unit in _BUILT:
                before_it = bisect_left(self.things, (figure.start, ""))
                thing = self.things[before_it - 1][1] if before_it else ""
            return thing + before if before.startswith("被") else before + thing
        if len(before) > _LONGEST and "等" in before:
            before = verb(from_first_verb(before)) + before.rpartition("等")[2]
        if len(before) > _LONGEST:
            before = from_first_verb(before)
            head = before.rpartition("的")[2] if "的" in before else re.split("[、暨和与]", before)[-1]
            before = before if len(before) <= _LONGEST else verb(before) + head[-_LONGEST:].removeprefix(verb(before))
        verbless = not says_done(before) and not before.endswith(("率", "比", "量", "额", "数", "度"))
        bare = verbless and noun_phrase(before)[1] == "" and len(before) <= 6 and figure.kind != "money"
        return (verb(self.last) if verbless and (self._shares(figure, place) or (bare and self.last)) else "") + before


def phrases(
    view: str,
    bounds: tuple[int, int],
    figures: Sequence[Figure],
    actors: Collection[str],
    names: Collection[str] = (),
    things: Sequence[tuple[int, str]] = (),
) -> list[str]:
    """What each figure of a sentence (view span `bounds`) measures; "" where the sentence does not say.

    `actors` are the bodies and regions named in the sentence: a subject is no part of the measure; nor are `names`, the bodies and persons
    among them wherever they stand. `things` are the initiatives named before and in the sentence, (offset, text): what a verb alone counts
    (目前已新建6家).
    """
    start, end = bounds
    masked = _masked(view, start, end, figures)
    reader = _Reader(sorted(actors, key=lambda name: (-len(name), name)), sorted(names), things)
    kinds = [*(figure.kind for figure in figures[1:]), ""]
    return [reader.read(figure, _place(view, masked, start, figures, at), kinds[at]) for at, figure in enumerate(figures)]
