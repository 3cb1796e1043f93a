"""Words that point back to what was named before: 本次大赛由 ..., 该驿站, 联盟由 ... 牵头, 此荣誉称号."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from graph.alternation import either
from graph.extract.scenes.cues import cues
from graph.records import Page

Found = tuple[int, int, str, str]  # start, end, type, entity
_Name = tuple[int, int, str, str]  # end, block, entity, the name with the words after it

_THIS = either(["此次", "本次", "该", "这次", "此项", "这项", "本届", "这一", "这个", "这场", "本场", "此"])
# After these words a bare noun at the head of a clause is the one named before: 大赛由 ..., 平台是 ...
_GOES_ON = "(?=以|设置|设有|由|共|分为|包括|涵盖|吸引|旨在|下设|是由|自|于|历时|为期|坐落|位于|占地|面积|集)"
_CONTEST = re.compile("[赛杯]|比武|擂台")
# Kinds of initiatives that take place: 本次活动 is one of these, or one whose kind the name does not tell.
EVENTS = frozenset({None, "competition", "event", "campaign", "course"})
# What takes place: 某“...”活动在甲地举行. Of two in one such clause the second only tells of the first.
_TAKES_PLACE = re.compile("(?![”’》]?为主[题线])[^,。;:!?\n]{0,64}?(?:举行|举办|召开|启动|开幕|开赛|启幕|开营|开班|开讲|落幕|闭幕|收官)")
_CLAUSE_ENDS = re.compile("[,。;:!?\n]")
_ANY = "活动"  # any event is one
_TAIL = 6  # characters after a name in which its head noun may stand: “...”职工技能大赛


@dataclass(frozen=True, slots=True)
class _Patterns:
    event: re.Pattern[str]
    thing: re.Pattern[str]
    it: re.Pattern[str]
    honour: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    events, things = either(cues()["event_noun"]), either(cues()["thing_noun"])
    head = r"(?:(?<=[,。;:!?\n])|^)"
    return _Patterns(
        event=re.compile(
            rf"{_THIS}[^,。;:()《》“”]{{0,6}}?(?P<noun>{events})|(?<=为主题的)(?:{events})(?=由)|(?<=开展|举办|组织|举行)(?:了)?活动(?=[,。、])|{head}(?:{events}|平台|专栏|栏目){_GOES_ON}"
        ),
        thing=re.compile(rf"{_THIS}(?P<this>{things})|{head}(?P<bare>{things}){_GOES_ON}"),
        it=re.compile(rf"{head}[它这](?=由|是由|位于|坐落|设有)"),
        honour=re.compile(rf"{_THIS}(?:荣誉称号|殊荣|荣誉|称号|奖项)"),
    )


@dataclass(slots=True)
class Named:
    """What an article has named so far: its initiatives and honours as (place, block, entity, the name with the words after it).

    `kinds` holds the kinds of the page's initiatives by id.
    """

    kinds: Mapping[str, str | None]
    initiatives: list[_Name] = field(default_factory=list)
    honours: list[_Name] = field(default_factory=list)
    _contests: list[_Name] = field(default_factory=list)
    _events: list[_Name] = field(default_factory=list)
    _held: list[_Name] = field(default_factory=list)
    _called: dict[str, tuple[int, list[_Name]]] = field(default_factory=dict)  # a noun, how many initiatives were looked at, those with it

    def add(self, page: Page, found: Sequence[Found], block: int) -> None:
        """Takes note of the mentions of a sentence."""
        for start, end, kind, entity in found:
            if kind not in ("Initiative", "Honour"):
                continue
            name = (end, block, entity, page.view[start : end + _TAIL])
            if kind == "Honour":
                self.honours.append(name)
                continue
            self.initiatives.append(name)
            if _CONTEST.search(name[3]):
                self._contests.append(name)
            if self.kinds.get(entity) in EVENTS:
                self._events.append(name)
            apart = not self._held or self._held[-1][1] != block or _CLAUSE_ENDS.search(page.view, self._held[-1][0], start)
            if apart and _TAKES_PLACE.match(page.view, end):
                self._held.append(name)

    def initiative(self, place: int, noun: str = "") -> str | None:
        """The last initiative before a place, of those in or right after whose name the noun stands."""
        seen, called = self._called.get(noun, (0, []))
        called += [name for name in self.initiatives[seen:] if noun in name[3]]
        self._called[noun] = (len(self.initiatives), called)
        return _last(called, place)

    def event(self, place: int, pointer: str, noun: str, block: int) -> str | None:
        """The last event before a place: a contest for a word of contests; for the others what the paragraph named by that very noun
        (“……”睦邻项目 … 该项目) or says to take place, else the last that is no way of working or house."""
        called = [name for name in self.initiatives if name[1] == block and noun in name[3]] if noun and noun != _ANY else []
        if who := _last(called, place):
            return who
        contest = _last(self._contests, place) if _CONTEST.search(pointer) else None
        held = _last([name for name in self._held[-2:] if name[1] == block], place)
        return contest or held or _last(self._events, place) or _last(self.initiatives, place)

    def honour(self, place: int, block: int) -> str | None:
        """The last honour before a place in its paragraph."""
        in_block = takewhile(lambda name: name[1] == block, reversed(self.honours))
        return next((who for end, _, who, _ in in_block if end <= place), None)


def _last(names: Sequence[_Name], place: int) -> str | None:
    """The entity of the last name that ends by a place; names are noted sentence by sentence, so few are passed over."""
    return next((who for end, _, who, _ in reversed(names) if end <= place), None)


def _pointers(page: Page, start: int, end: int, named: Named, block: int) -> Iterator[Found]:
    patterns = _patterns()
    if named.initiatives:
        for match in patterns.event.finditer(page.view, start, end):
            if who := named.event(match.start(), match.group(), match["noun"] or "", block):
                yield match.start(), match.end(), "Initiative", who
        for match in patterns.thing.finditer(page.view, start, end):
            if who := named.initiative(match.start(), match["this"] or match["bare"]):
                yield match.start(), match.end(), "Initiative", who
        for match in patterns.it.finditer(page.view, start, end):
            if who := named.initiative(match.start()):
                yield match.start(), match.end(), "Initiative", who
    for match in patterns.honour.finditer(page.view, start, end) if named.honours else ():
        if who := named.honour(match.start(), block):
            yield match.start(), match.end(), "Honour", who


def with_pointers(page: Page, start: int, end: int, found: Sequence[Found], named: Named, block: int) -> list[Found]:
    """The mentions of a sentence, and the words in it that point back, in reading order. The sentence is added to what is named."""
    named.add(page, found, block)
    taken = list(found)
    for one in _pointers(page, start, end, named, block):
        if all(one[1] <= a or b <= one[0] for a, b, _, _ in taken):
            taken.append(one)
    return sorted(taken)
