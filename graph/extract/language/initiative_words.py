"""The words that tell an initiative: its head nouns, the verbs that run it, and what only looks like one."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.alternation import either
from graph.files import folder, read_lines, read_rows, read_yaml

# What may stand between a quoted name and its head noun (“银帆杯”船员职业|技能大赛): no mark, no particle, no conjunction.
_FREE = r"[^,。;:!?、“”‘’「」《》()\s了着在将把被让使向对与和以及给是为从由的]"
# Nouns that are verbs, too: behind a space they begin the next half of a headline (当“站长” 服务职工).
_GOES_ON = re.compile(r"[^,。;:!?、“”()\s的中上获得在为成实并和与]")
# What is told in a speech is no method (“……”的经验介绍).
_TOLD = {"经验", "做法", "案例"}
_TELLS = re.compile("介绍|交流|汇报|分享|材料")
_HELD = {"event", "competition"}
_VERBAL = {"服务", "工作", "建设", "创建", "慰问", "培训", "宣讲", "评选", "征集"}


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun as found: the span of the noun, its kind, its need (data/words/initiative_heads.tsv; None = never alone)."""

    start: int
    end: int
    kind: str
    need: int | None


@dataclass(frozen=True, slots=True)
class Words:
    """Compiled patterns and sets of the word lists of initiatives."""

    heads: dict[str, tuple[str, int | None]]
    strong: re.Pattern[str]
    event: re.Pattern[str]
    ending: re.Pattern[str]
    longest: int  # characters of a head noun
    after: re.Pattern[str]
    further: re.Pattern[str]
    verb: re.Pattern[str]
    verb_end: re.Pattern[str]
    right_before: re.Pattern[str]
    soft_end: re.Pattern[str]
    done: re.Pattern[str]
    hard_verb: re.Pattern[str]
    opening_verb: re.Pattern[str]
    clause: re.Pattern[str]
    not_after: re.Pattern[str]
    work: re.Pattern[str]
    watchword: re.Pattern[str]
    not_before: re.Pattern[str]
    not_own: re.Pattern[str]
    formulas: frozenset[str]
    figures: frozenset[str]
    generic: frozenset[str]
    known: dict[str, str]


@cache
def frames() -> dict[str, Any]:
    """The lists of data/words/initiative_frames.yaml."""
    return dict(read_yaml(folder("data") / "words" / "initiative_frames.yaml"))


@cache
def frame(key: str) -> str:
    """An alternation of one list of data/words/initiative_frames.yaml, the longest word first."""
    return either(map(str, frames()[key]))


@cache
def begins() -> str:
    """An alternation of what an initiative does by itself: it begins, is going on, ends, is made of parts (是一家集……)."""
    return rf"(?:{frame('going')})+进行|是(?:一[个家座])?集|开展(?=[,。;\n])|{frame('begins')}"


@cache
def words() -> Words:
    """The word lists; raises SchemaError when one is missing."""
    here = folder("data") / "words"
    heads = {head: (kind, None if need == "-" else int(need)) for head, kind, need in read_rows(here / "initiative_heads.tsv")}
    verbs = {verb: int(strength) for verb, strength in read_rows(here / "launch_verbs.tsv")}
    places = read_rows(here / "not_initiatives.tsv")
    noun, done = either(heads), f"(?:{frame('done')})(?=了)"
    verb = f"{either(verbs)}|{done}"

    free = f"(?:{frame('inner')}|{_FREE})"
    row = rf"(?:(?:、|和|及)(?:{free}{{0,10}}“[^“”]{{1,30}}”{free}{{0,6}}|{free}{{1,14}})){{0,5}}"
    hard = f"{either(verb for verb, strength in verbs.items() if strength == 2)}|{done}"

    def at(place: str) -> str:
        return either(word for word, where in places if where == place)

    return Words(
        heads=heads,
        strong=re.compile(f"(?:{either(head for head, (_, need) in heads.items() if need is not None)})"),
        event=re.compile(f"(?:{either(head for head, (kind, _) in heads.items() if kind in _HELD and not head.endswith('仪式'))})"),
        ending=re.compile(f"(?:{noun})$"),
        longest=max(map(len, heads)),
        after=re.compile(rf"\s?(?:{row}等)?(?:的)?(?:\d{{4}}年度?)?({free}{{0,12}}?)({noun})"),
        further=re.compile(rf"{free}{{0,2}}?({noun})"),
        verb=re.compile(f"(?:{verb})"),
        verb_end=re.compile(f"(?:{hard})(?:了|好|起|出|成|着)?[^,。;:“”、的]{{0,4}}$"),
        right_before=re.compile(f"(?:{hard})$"),
        soft_end=re.compile(f"(?:{verb})(?:了|好|起|出|成|着)?$"),
        done=re.compile(f"(?:{verb})[了着]$"),
        hard_verb=re.compile(f"(?:{hard})(?:了|好|起|出)?"),
        opening_verb=re.compile(f"(?:{either(v for v, strength in verbs.items() if strength >= 1)}|{done})(?:了|好|起|出)?"),
        clause=re.compile(f"(?:{frame('clause')})"),
        watchword=re.compile(f"(?:{frame('notion')})"),
        not_after=re.compile(f"\\s?(?:等\\d+[家名个位]|等|的)?[^,。;:!?、“”]{{0,4}}?(?:{at('after')})"),
        work=re.compile(f"\\s?[^,。;:!?、“”]{{0,6}}?(?:{at('work')})"),
        not_before=re.compile(f"(?:{at('before')})(?:了|好|着|起)?[^,。;:“”、]{{0,8}}$"),
        not_own=re.compile(f"(?:{at('own')})$"),
        formulas=frozenset(read_lines(here / "formulas.txt")),
        figures=frozenset(read_lines(here / "figures_of_speech.txt")),
        generic=frozenset(read_lines(here / "generic_initiatives.txt")),
        known=dict(read_rows(here / "known_initiatives.tsv")),
    )


def head_after(text: str, at: int) -> Head | None:
    """The head noun of the noun phrase that begins at `at`, right behind a quoted name; None when there is none.

    The last noun of a chain counts: “薪火”项目建设攻坚行动 is an action.
    """
    known = words()
    hit = known.after.match(text, at)
    if not hit or known.hard_verb.search(hit.group(1)) or known.opening_verb.match(hit.group(1)) or known.clause.search(hit.group(1)):
        return None
    noun, start, end = hit.group(2), hit.start(2), hit.end()
    if text[at] == " " and noun in _VERBAL:
        return None
    while more := known.further.match(text, end):
        if known.hard_verb.search(more.group()):
            break
        noun, start, end = more.group(1), more.start(1), more.end()
    if noun in _VERBAL and known.watchword.match(text, end):
        return None
    if noun in _TOLD and _TELLS.match(text, end):
        return None
    if noun == "工作" and _GOES_ON.match(text, end):
        return None
    return Head(start, end, *known.heads[noun])


def head_of(name: str) -> Head | None:
    """The head noun with which a name itself ends; None when it is the whole name or missing."""
    known = words()
    hit = known.ending.search(name, max(0, len(name) - known.longest))
    return Head(hit.start(), hit.end(), *known.heads[hit.group()]) if hit and hit.start() > 0 else None
