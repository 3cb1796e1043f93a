"""What a figure counts or measures, as the sentence says it: 集体协商建制率, 慰问困难职工, 开展劳动竞赛.

The phrase stands before the figure (签订集体合同238份), after it (10项劳动竞赛) or on both sides (提供132个工作岗位); a second
figure of the same thing (由82%提高到93%) takes the phrase of the first, and a list shares its verb (覆盖企业8家、职工300人).
"""

import re
from collections.abc import Collection, Sequence
from functools import cache

from graph.extract.figures import Figure
from graph.extract.periods import PERIOD
from graph.files import folder, read_yaml

__all__ = ["phrases"]

_LONGEST = 24
_STOPS = re.compile(r"[,;:。!?\n]")
_EDGES = re.compile(r"[,;:。!?\n、]")
_WRAPPED = re.compile(r"\([^()]*\)|《[^《》]*》|“[^“”。;!?]{1,40}”|「[^「」]*」")
_WRAP = " —-·、,"
_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("(", ")"))
_PLACE = r"(?:全|我|本|该)(?:省|市|县|区|州|盟|旗|镇|乡|街道|国|自治区)"
_ENDS = (
    "签约",
    "邀约",
    "要约",
    "预约",
    "节约",
    "集约",
    "作为",
    "行为",
    "以上",
    "线上",
    "网上",
    "附近",
    "最近",
    "收到",
    "得到",
    "送到",
    "找到",
    "招到",
    "拿到",
)
_LOWER_END = re.compile(r"\d[\d.,]*[万亿]?[%元人名个家]?[至到~—–-]\Z")


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    lists = read_yaml(folder("data") / "words" / "measure_words.yaml")
    return {name: tuple(sorted(words, key=lambda word: (-len(word), word))) for name, words in lists.items()}


@cache
def _front() -> re.Pattern[str]:
    whole, front = ("|".join(map(re.escape, _lists()[name])) for name in ("whole", "front"))
    return re.compile(rf"(?:(?!{whole})(?:{PERIOD}|{front}|{_PLACE}))+")


def _strip_front(text: str, actors: Sequence[str]) -> str:
    """Without times, adverbs, places and acting bodies at the front; a word that is all there is stays."""
    while True:
        shorter = text.lstrip(_WRAP)
        match = _front().match(shorter)
        if match is not None and match.end() < len(shorter):
            shorter = shorter[match.end() :]
        for actor in actors:
            if shorter.startswith(actor) and len(shorter) > len(actor):
                shorter = shorter[len(actor) :]
        if shorter == text:
            return text
        text = shorter


def _strip_back(text: str) -> str:
    text = _LOWER_END.sub("", text)
    while True:
        shorter = text.rstrip(_WRAP)
        if not shorter.endswith(_ENDS):
            shorter = next((shorter[: -len(word)] for word in _lists()["back"] if shorter.endswith(word)), shorter)
        if shorter == text:
            return text
        text = shorter


def _balanced(text: str) -> str:
    """Without the marks of a pair that was torn apart."""
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
        elif text.startswith(opening) and text.endswith(closing) and text.count(opening) == 1:
            text = text[1:-1]
    return text


def _verb(text: str) -> str:
    return next((word for word in _lists()["shared"] if text.startswith(word)), "")


def _has_verb(text: str) -> bool:
    return any(word in text for word in _lists()["shared"])


def _from_last_verb(text: str) -> str:
    start = max(text.rfind(word) for word in _lists()["shared"])
    return text[start:] if start > 0 else text


def _from_first_verb(text: str) -> str:
    starts = [start for word in _lists()["shared"] if (start := text.find(word)) >= 0]
    return text[min(starts) :] if starts else text


def _masked(view: str, start: int, end: int) -> str:
    """The sentence with stops inside brackets and quotation marks made invisible; offsets are kept."""
    return _WRAPPED.sub(lambda match: _EDGES.sub("\0", match[0]), view[start:end])


def _neighbours(masked: str, start: int, figures: Sequence[Figure], at: int) -> tuple[int, int, int, int]:
    """Where the text before and after a figure lies, up to the stops or figures around it (offsets in `masked`)."""
    here, there = figures[at].start - start, figures[at].end - start
    floor = figures[at - 1].end - start if at else 0
    left = max([floor, *(match.end() for match in _STOPS.finditer(masked, floor, here))])
    # After a list of figures the next item begins; a list that ends in 等 is what one figure sums up.
    if left == floor and at and "、" in masked[floor:here] and not masked[floor:here].rstrip(_WRAP).endswith("等"):
        left = masked.index("、", floor, here) + 1
    ceiling = figures[at + 1].start - start if at + 1 < len(figures) else len(masked)
    edge = _EDGES.search(masked, there, ceiling)
    return left, here, there, edge.start() if edge else ceiling


def _after(text: str) -> str:
    """The thing counted after a figure: its head noun when a long clause modifies it (40名熟悉法规的同志)."""
    text = _strip_back(re.sub(r"^(?:以上|以下|左右|以内|不等|余|多)?的?", "", text).strip(_WRAP))
    text = re.sub(r"(?<![高初集其])中\Z", "", text)
    return (text.rpartition("的")[2] if len(text) > _LONGEST else text)[:_LONGEST]


def _phrase(before: str, after: str, last: str, shares: bool) -> str:
    """The measure from the text before and after the figure and the measure of the figure before it."""
    if after and before:
        listed = before.endswith("等") or len(before) > 8
        verb = _verb(_from_first_verb(before)) if "、" in before and listed else _from_last_verb(before) if listed else before
        return verb + after
    if after:
        return (_verb(last) if shares and not _has_verb(after) else "") + after
    if not before:
        return last
    if last and (before in _lists()["change"] or re.fullmatch(r"比.{1,8}(?:增加|增长|提高|下降|减少)", before)):
        return last + before
    if len(before) > _LONGEST and "等" in before:
        before = _verb(_from_first_verb(before)) + before.rpartition("等")[2]
    if len(before) > _LONGEST:
        before = _from_first_verb(before)
        before = before if len(before) <= _LONGEST else _from_last_verb(before)[-_LONGEST:]
    verbless = not _has_verb(before) and not before.endswith(("率", "比"))
    return (_verb(last) if shares and verbless else "") + before


def phrases(view: str, bounds: tuple[int, int], figures: Sequence[Figure], actors: Collection[str]) -> list[str]:
    """What each figure of a sentence (view span `bounds`) measures; "" where the sentence does not say.

    `actors` are the bodies and regions named in the sentence: a subject is no part of the measure.
    """
    start, end = bounds
    masked = _masked(view, start, end)
    longest_first = sorted(actors, key=lambda name: (-len(name), name))
    found: list[str] = []
    for at, figure in enumerate(figures):
        left, here, there, right = _neighbours(masked, start, figures, at)
        before = _strip_front(view[start + left : start + here], longest_first)
        after = _after(view[start + there : start + right])
        shares = at > 0 and (figure.unit == figures[at - 1].unit or masked[left - 1 : left] == "、")
        listed = before.rstrip(_WRAP).endswith("等")
        core = _strip_back(before) + ("等" if listed and after else "")
        found.append(_balanced(_phrase(core, after, found[-1] if found else "", shares)))
    return found
