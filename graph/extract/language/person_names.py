"""How long a person's name is: a surname, one or two characters, and the point where ordinary words go on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.alternation import either
from graph.extract.language.segments import Token, tokens
from graph.files import folder, read_lines, read_yaml

__all__ = ["Candidate", "PersonWords", "best", "dotted", "named_after", "person_words", "shaped", "whole"]

_HAN = re.compile(r"[一-鿿]+")
_MIDDLE_DOT = re.compile(r"[一-鿿]{1,6}(?:·[一-鿿]{1,8}){1,3}")
_SPACED = re.compile(r"([一-鿿]) {1,2}([一-鿿])(?=[ \n,。、:;()]|\Z|说|介绍|表示|告诉|坦言|讲述|感慨|笑|等|摄|率|带队|带领)")
_PREPOSITIONS = frozenset("于和从向经应由")
_LINKS = frozenset("和与及为在对向从把被让将说等的")
# The name in the name of a studio (某某创新工作室) is a part of it.
_STUDIO = re.compile(r"(?:劳模|工匠|技能|大师|创新|创业|首席|和|人才|职工|名师|党员|专家|科技){0,4}工作室|作室")
_TERM = re.compile(r"(?:新时代|思想|同志为核心|法治思想|经济思想|外交思想|主义|理论|故居|精神|奖学金|式)")
# 作 and what is made: never the end of a name (某主席李强作工作报告).
_MAKES = re.compile(
    r"作(?:[一-鿿“《]{0,8}?(?:报告|讲话|发言|总结|部署|动员|说明|汇报|交流|致辞|点评|辅导|宣讲|介绍|表态|述职)|了|题为|主题|典型|出)"
)
_BEFORE_QUOTES = frozenset("以为称用获领按如凭唱评创")
_AS = re.compile("为(?:代表|首|主|例|核心|龙头|榜样|典型|标杆|原型|组长|队长|负责人|带头人|召集人)")
_WITH = re.compile(r"以(?:自己|[^一-鿿]|[\d一二三四五六七八九十]|优异|第|总分|微弱|最|其|出色|精湛|扎实|过硬|绝对|较)")
_TO = frozenset("到赴往")
_VERB_TAGS = ("v", "d", "p", "c", "r", "u")
_GOING_ON = ("v", "d", "p", "c", "r", "t", "u", "i", "l", "m", "a", "f", "z", "s")


@dataclass(frozen=True, slots=True)
class PersonWords:
    """The words of data/words/person_words.yaml, the surnames and the characters of given names."""

    surnames: frozenset[str]
    compound: frozenset[str]
    given: frozenset[str]
    not_given: frozenset[str]
    adverbs: frozenset[str]
    posts: frozenset[str]
    jobs: frozenset[str]
    signers: frozenset[str]
    acts: frozenset[str]
    speech: frozenset[str]
    behind: tuple[str, ...]
    elected: frozenset[str]
    address: frozenset[str]
    common: frozenset[str]
    words_before: frozenset[str]
    never: frozenset[str]
    sounds: frozenset[str]
    sounds_inside: frozenset[str]
    worker_endings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name: its end, how well it fits (above 0: more for than against).

    `closed`: punctuation, an act or another verb follows. `unknown`: the dictionary has no word of two characters or more in it,
    except a name or a noun that is the whole given name (then `noun`).
    `verb`: the given name is another word, as in 时强调 or 任负责.
    """

    end: int
    score: float
    closed: bool
    unknown: bool
    noun: bool = False
    verb: bool = False


@cache
def person_words() -> PersonWords:
    """The words that recognise persons."""
    words = folder("data") / "words"
    entry = read_yaml(words / "person_words.yaml")
    surnames = read_lines(words / "surnames.txt")
    return PersonWords(
        surnames=frozenset(name for name in surnames if len(name) == 1),
        compound=frozenset(name for name in surnames if len(name) == 2),
        given=frozenset("".join(read_lines(words / "given_characters.txt"))),
        not_given=frozenset(entry["not_given"]),
        adverbs=frozenset(entry["adverbs"]),
        posts=frozenset(entry["posts"]),
        jobs=frozenset(entry["jobs"]),
        signers=frozenset(entry["signers"]),
        acts=frozenset(entry["acts"]),
        speech=frozenset(entry["speech"]),
        behind=tuple(entry["behind"]),
        elected=frozenset(entry["elected"]),
        address=frozenset(entry["address"]),
        common=frozenset(entry["common_surnames"]),
        words_before=frozenset(entry["words_before"]),
        never=frozenset(entry["never"]),
        sounds=frozenset(entry["sounds"]),
        sounds_inside=frozenset(entry["sounds"]) | frozenset(entry["sounds_inside"]),
        worker_endings=frozenset(entry["worker_endings"]),
    )


@cache
def _pieced() -> re.Pattern[str]:
    """A Tibetan, Mongolian, Yi or Uyghur name without a dot: two or three of the pieces of data/words/name_pieces.txt."""
    piece = either(read_lines(folder("data") / "words" / "name_pieces.txt"))
    return re.compile(rf"{piece}{{2,3}}")


def shaped(text: str) -> bool:
    """Whether a text has the shape of one full name: a surname and one or two characters that may stand in a given name."""
    words = person_words()
    if _MIDDLE_DOT.fullmatch(text):
        return len(text) > 3
    if not _HAN.fullmatch(text):
        return False
    if len(text) > 3 and _pieced().fullmatch(text):
        return True
    given = text[2:] if text[:2] in words.compound else text[1:] if text[0] in words.surnames else ""
    return 1 <= len(given) <= 2 and not set(given) & words.not_given


def whole(text: str) -> bool:
    """Whether a text is shaped like one full name and holds no other word of the dictionary (its names are let through)."""
    if not shaped(text):
        return False
    words = person_words()
    known = [token.text for token in tokens(text) if len(token.text) > 1 and not token.tag.startswith("nr")]
    if "·" in text or (len(text) > 3 and text[:2] not in words.compound):
        return True
    return (not known or text[:2] in words.compound) and text[:2] not in words.never


def best(view: str, start: int, limit: int, *, rare: bool = False) -> Candidate | None:
    """The best name that begins at `start` and ends by `limit`, or None when nothing there can be a name.

    With `rare` three characters up to a mark or an act are a name even when the first is no surname of the list.
    """
    words = person_words()
    dotted = _MIDDLE_DOT.match(view, start, limit)
    if dotted is not None:
        return _dotted(view, start, dotted.end(), limit)
    pieced = _pieced().match(view, start, limit)
    if pieced is not None:
        return Candidate(pieced.end(), 2.0, True, True)
    spaced = _SPACED.match(view, start, limit)
    if spaced is not None and spaced[1] in words.surnames and spaced[2] not in words.not_given:
        return Candidate(spaced.end(), 1.5, True, True)
    size = 2 if view[start : start + 2] in words.compound else 1 if view[start : start + 1] in words.surnames else 0
    if not size:
        return _rare(view, start, limit) if rare else None
    lengths = (2, 3) if size == 1 else (3, 4)
    found = [_candidate(view, start, start + length, size, limit) for length in lengths if start + length <= limit]
    fitting = [c for c in found if c is not None]
    if fitting:
        return max(fitting, key=lambda c: c.score)
    return _rare(view, start, limit) if rare else None


def named_after(view: str, end: int) -> bool:
    """Whether what follows a name makes it part of another one: 某某同志为核心, 某某创新工作室."""
    return _TERM.match(view, end) is not None or _STUDIO.match(view, end) is not None


def dotted(view: str, start: int, limit: int) -> Iterator[tuple[int, int]]:
    """The names with · in a text that the characters of Uyghur, Kazakh, Mongolian and Tibetan names write: 买买提·吐尔逊."""
    sounds = person_words().sounds_inside
    dot = view.find("·", start, limit)
    while dot >= 0:
        first, last = dot, dot + 1
        while first > start and view[first - 1] in sounds:
            first -= 1
        while last < limit and view[last] in sounds:
            last += 1
        found = best(view, first, limit) if dot - first >= 2 and last - dot > 2 else None
        if found is not None and found.end <= last + 1:
            yield first, found.end
            last = found.end
        dot = view.find("·", last, limit)


def _dotted(view: str, start: int, longest: int, limit: int) -> Candidate | None:
    """A name with · of three characters or more: its last piece ends where a mark or an act follows."""
    first = view.rindex("·", start, longest) + 2
    stop = next((place for place in range(first, longest) if view[place] in _LINKS), longest)
    ends = [(_after(view, end, limit)[0], end) for end in range(first, min(stop, first + 4) + 1)]
    # Before a sound of such names the name goes on, although the sound may be a verb, too (阿不都拉, 买买提, 艾尔肯).
    words = person_words()
    possible = [(fit, end) for fit, end in ends if fit >= 0.6 and view[end : end + 1] not in words.sounds]
    fitting = [(fit, end) for fit, end in possible if view[end : end + 1] not in words.sounds_inside] or possible
    sure = [end for fit, end in fitting if fit >= 2.0] or [end for _, end in fitting]
    end = sure[0] if sure else longest
    return Candidate(end, 2.0, True, True) if end - start > 3 else None  # 安·家 is nobody


def _rare(view: str, start: int, limit: int) -> Candidate | None:
    text = view[start : start + 3]
    words = person_words()
    barred = words.not_given - (words.adverbs if text[:1] in words.surnames else frozenset())
    if start + 3 > limit or not _HAN.fullmatch(text) or set(text) & barred:
        return None
    if any(len(token.text) > 1 for token in tokens(text)) or view[start + 2 : start + 4] in person_words().acts:
        return None
    after, closed = _after(view, start + 3, limit)
    return Candidate(start + 3, after, closed, True) if closed and after >= 2.0 else None


def _candidate(view: str, start: int, end: int, size: int, limit: int) -> Candidate | None:
    words = person_words()
    given = view[start + size : end]
    if not _HAN.fullmatch(given) or set(given) & words.not_given or given in words.address:
        return None
    if (given[-1] == "作" and _MAKES.match(view, end - 1)) or (given[-1] == "以" and _WITH.match(view, end - 1)):
        return None
    if given[-1] == "为" and _AS.match(view, end - 1):
        return None  # 以王亮|为代表
    if view[start] == "和" and given in words.surnames and "一" <= view[start - 1 : start] <= "鿿":
        return None  # 王主任和郭主席
    if _goes_to_a_place(view, end - 1, limit):
        return None
    if given[-1] in _BEFORE_QUOTES and view[end : end + 1] in {"“", "《"}:
        return None  # 王亮 in 王亮以“…”为题
    after, closed = _after(view, end, limit, full=len(given) == 2)
    score = after + sum(0.4 if c in words.given else -0.4 for c in given)
    score -= 2.0 if any(view[start : start + length] in words.never for length in (2, 3)) else 0.0
    line = tokens(view[start : min(limit, end + 6)], start)
    first = line[0]
    known = [t for t in line if t.start < end and len(t.text) > 1 and not t.tag.startswith("nr")]
    if known and known[0] is first:
        score -= 2.5 if first.end >= end else 1.5
    crossing = next((token for token in line if token.start < end < token.end), None)
    if crossing is not None and after < 2.0:
        score -= 1.5 if len(crossing.text) == 2 else 2.5
    elif len(given) == 2 and any(t.start == start + size and t.end == end and t.tag.startswith(_VERB_TAGS) for t in known):
        score -= 1.2
    if len(given) == 2 and _word(view, end - 1, limit):
        score -= 1.5
    if not known and len(given) == 2 and given[-1] not in words.acts and any(t.start == end and len(t.text) > 1 for t in line):
        score += 0.7  # three lone characters before a whole word: the dictionary knows no other reading
    word = [t for t in known if (t.start, t.end) == (start + size, end)]
    if len(known) == 1 and word and _given_anyway(word[0], view[start]):
        known, word = [], []
    noun = len(known) == 1 and bool(word) and word[0].tag[0] == "n"
    return Candidate(end, score - (0.5 if noun else 0.0), closed, noun or not known, noun, bool(word) and not noun)


def _given_anyway(word: Token, surname: str) -> bool:
    """Whether a word of the dictionary is a given name all the same: a place or a name (管延安, not 于延安), a character twice (锁苗苗)."""
    return word.text[0] == word.text[-1] or (word.tag in {"ns", "nz"} and surname not in _PREPOSITIONS)


def _word(view: str, start: int, limit: int) -> bool:
    """Whether an act (说, 介绍, 在 ...) of two characters or more begins at `start`."""
    acts = person_words().acts
    return any(view[start : start + size] in acts for size in (2, 3, 4) if start + size <= limit)


def _goes_to_a_place(view: str, place: int, limit: int) -> bool:
    """Whether 到 and where somebody goes begin at `place`: 王慧|到山东, 王慧|到企业."""
    if view[place : place + 1] not in _TO:
        return False
    rest = tokens(view[place + 1 : min(limit, place + 9)])
    return bool(rest) and rest[0].tag in ("ns", "nt", "n", "s") and len(rest[0].text) > 1


def _after(view: str, end: int, limit: int, *, full: bool = False) -> tuple[float, bool]:
    """How well what follows suits the end of a name, and whether it surely closes it.

    `full`: the name has two given characters already, so that a third can't belong to it.
    """
    rest = view[end : min(limit, end + 8)]
    if not rest or not "一" <= rest[0] <= "鿿":
        return 2.0, True
    if _MAKES.match(view, end):
        return 2.6, True
    if _goes_to_a_place(view, end, limit):
        return 2.0, True
    words = person_words()
    first = tokens(rest)[0]
    if any(rest[:size] in words.acts for size in (4, 3, 2)):
        return 2.0, True
    if len(first.text) == 1 and first.text in words.acts:
        return (2.0 if first.text in words.speech or first.text in "等获" else 1.2), True
    if any(rest[:size] in words.posts for size in (4, 3, 2)):
        return 1.2, True
    outside = full or first.text not in words.given
    if len(first.text) == 1 and first.tag[0] in "vpcd" and outside:
        return 0.6, True
    if len(first.text) == 1 and outside:
        return 0.4, False
    if len(first.text) > 1:
        return (1.0, True) if first.tag.startswith(_GOING_ON) else (0.5, False)
    return -1.0, False
