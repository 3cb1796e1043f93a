"""Where the phrase of what a figure counts begins and ends.

It goes without times, adverbs, frames (在比赛现场) and acting bodies at the front, without the verb that moves the value at the end. Words:
data/words/measure_words.yaml.
"""

import re
from collections.abc import Sequence
from functools import cache

from graph.alternation import either
from graph.extract.language.periods import PERIOD
from graph.extract.language.segments import tokens
from graph.files import folder, read_yaml

__all__ = [
    "balanced",
    "from_first_verb",
    "from_last_verb",
    "has_verb",
    "is_verb",
    "list_end",
    "noun_phrase",
    "says_done",
    "strip_back",
    "strip_front",
    "verb",
    "words",
]

_WRAP = " —-·、,"
_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("(", ")"))
_PLACE = r"(?:全|我|本|该)(?:省|市|县|区|州|盟|旗|镇|乡|街道|国|自治区)"
_TIME = rf"(?:开通|成立|启用|运行|开展|实施|启动)?(?:{PERIOD})(?:时|间|内|中|里|起)?"
_ACROSS = re.compile(rf"{_PLACE}\Z")
# 保安、快递员等劳动者: the noun after 等 names all.
_ETC = re.compile(r"[^,;:。]{1,30}?、[^,;:。]{1,40}?(?<![平高同一二三优中初均对相])等(?=[^\d,;:。、级次候待]{2})")
_LOWER_END = re.compile(r"\d[\d.,]*[万亿]?[%元人名个家]?[至到~—–-]\Z")


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of data/words/measure_words.yaml, longest first."""
    lists: dict[str, list[str]] = read_yaml(folder("data") / "words" / "measure_words.yaml")
    return tuple(sorted(lists[name], key=lambda word: (-len(word), word)))


def _either(name: str) -> str:
    return either(words(name))


def _frame() -> str:
    """Where, how and by whom, before what was done: 在比赛现场, 经整理汇总, 各级工会已."""
    event = _either("event")
    return (
        rf"(?:在(?![职校岗建编册线档])[^,、]{{1,14}}?{_either('scene')}"
        rf"|(?:通过|以|采取|采用)[^,、]{{1,12}}{_either('way')}"
        rf"|{_either('doer')}(?=(?:累计|先后|共|已)|{_either('does')}(?![率面度数]))"
        rf"|(?:此次|本次|本届|该|这次|此项)[^,、的]{{0,6}}?(?:{event}|项目)"
        rf"|[^,、的]{{0,6}}时间[内里]|[^,、的]{{1,8}}(?:{event}|大会|会议|仪式)(?:中|上|期间|现场)"
        rf"|经(?:过)?(?:{_either('thorough')}*{_either('review')})+"
        rf"|各级(?:基层)?工会(?:组织)?|基层工会(?!{_either('no_actor')})|工会(?:组织)?(?={_either('acts')}))(?=.)"
    )


@cache
def _front() -> re.Pattern[str]:
    return re.compile(rf"(?:(?!{_either('whole')})(?:{_TIME}|{_frame()}|{_either('front')}|{_PLACE}))+")


@cache
def _moved() -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<by>{_either('moved')})?[到至]|从|由|自|在)?(?:{PERIOD})的?\Z")


def strip_front(text: str, actors: Sequence[str], *, keep: bool) -> str:
    """Without times, adverbs, places, frames and acting bodies at the front; a word that is all there is stays when `keep`."""
    while True:
        shorter = text.lstrip(_WRAP)
        match = _front().match(shorter)
        if match is not None and not (keep and match.end() == len(shorter)):
            shorter = shorter[match.end() :]
        for actor in actors:
            if shorter.startswith(actor) and len(shorter) > len(actor):
                shorter = shorter[len(actor) :]
        if shorter == text:
            return text
        text = shorter


def strip_back(text: str) -> str:
    """Without what moves, bounds or totals the value at the end."""
    text = _LOWER_END.sub("", text)
    while True:
        shorter = text.rstrip(_WRAP)
        if not shorter.endswith(words("whole_back")):
            if shorter.endswith(words("back")):
                shorter = next(shorter[: -len(word)] for word in words("back") if shorter.endswith(word))
            moved, across = _moved().search(shorter), _ACROSS.search(shorter)
            if moved is not None and (moved.start() or moved["by"]):
                shorter = shorter[: moved.start()]
            elif across is not None and across.start():
                shorter = shorter[: across.start()]
        if shorter == text:
            return text
        text = shorter


def balanced(text: str) -> str:
    """Without the marks of a pair that was torn apart."""
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
        elif text.startswith(opening) and text.endswith(closing) and text.count(opening) == 1:
            text = text[1:-1]
    return text


def verb(text: str) -> str:
    """The verb that a list can share at the beginning of a phrase; "" if none."""
    match = _shared().match(text)
    return match[0] if match is not None else ""


@cache
def _shared() -> re.Pattern[str]:
    return re.compile(_either("shared"))


def has_verb(text: str) -> bool:
    """Whether a phrase says what was done."""
    return _shared().search(text) is not None


def says_done(text: str) -> bool:
    """Whether a phrase needs no verb from the list before it: it has one, or begins with one that is never shared."""
    return has_verb(text) or text.startswith(words("own"))


def is_verb(text: str) -> bool:
    """Whether a phrase is nothing but verbs: 被采纳, 新建, 推荐评选."""
    rest = text.removeprefix("被")
    while rest:
        word = verb(rest)
        if not word:
            return all(token.tag[0] in "vdp" and token.tag != "vn" for token in tokens(rest))
        rest = rest[len(word) :].removeprefix("了")
    return bool(text)


def from_last_verb(text: str) -> str:
    """A phrase from the last of its verbs; the phrase itself when it has none."""
    start = max(text.rfind(word) for word in words("shared"))
    return text[start:] if start > 0 else text


def from_first_verb(text: str) -> str:
    """A phrase from the first of its verbs; the phrase itself when it has none."""
    starts = [start for word in words("shared") if (start := text.find(word)) >= 0]
    return text[min(starts) :] if starts else text


def noun_phrase(text: str) -> tuple[str, str]:
    """The noun phrase at the beginning of a text, up to the verb, preposition or 的 after a noun, and the rest."""
    before, found = "", tokens(text)
    for number, token in enumerate(found, 1):
        # 劳模创新工作室: a verb that only says what for. 职工(劳模)创新工作室: what follows a bracket may go on with the noun.
        modifies = token.text in words("modifier") and number < len(found) and found[number].tag[0] == "n"
        verbal = token.tag in ("v", "vd") and before == "noun" and not modifies
        if before and (verbal or token.tag in ("p", "d", "r", "uj", "ul")):
            return text[: token.start], text[token.start :]
        before = "noun" if token.tag[0] in "nlj" else "bracket" if token.text == ")" else ""
    return text, ""


def list_end(text: str, start: int, end: int) -> int:
    """Where a list of nouns that 等 closes ends; `start` when there is none."""
    match = _ETC.match(text, start, end)
    return match.end() if match is not None and not noun_phrase(match[0].partition("、")[0])[1] else start
