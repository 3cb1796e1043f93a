"""Bylines: who signs an article or took its picture, in the forms the press uses."""

import re
from functools import cache
from itertools import takewhile

from graph.extract.language.person_names import person_words, whole
from graph.extract.language.segments import tokens
from graph.extract.page.press_words import press_words
from graph.extract.places.gazetteer import gazetteer
from graph.files import folder, read_lines
from graph.records import Byline, replace

_PRESS = r"(?:[一-鿿]{1,8}?(?:报|网|台|社|刊|媒体|中心|客户端))*"
_HEADS = (  # role words before a name, longest form first
    ("reporter", rf"{_PRESS}(?:见习|实习|首席|特派|特约|驻[一-鿿]{{2,3}})?记者(?:站)?"),
    ("correspondent", rf"{_PRESS}(?:特约|特邀)?通讯员"),
    ("photographer", r"摄影报道|摄影|图片|供图|图"),
    ("author", r"作者|撰文|撰稿|文字|文稿|供稿|整理|编写|文"),
)
_TAILS = (  # role words after a name
    ("photographer", r"摄影报道|摄影|供图|图片|摄|图"),
    ("reporter", r"采写|报道"),
    ("author", r"文并摄|撰文|供稿|整理|撰稿|文"),
)
_HEAD = re.compile("|".join(f"(?P<{role}>{words})" for role, words in _HEADS))
_TAIL = re.compile("|".join(f"(?P<{role}>{words})" for role, words in _TAILS))
_MEDIUM = re.compile(r"[一-鿿]{1,6}(?:日报|晚报|工人报|时报|网|电视台|客户端)")
_TOKEN = re.compile(r"[一-鿿]+(?:·[一-鿿]+)*|[ 、,:/|;&]+|.", re.S)
_NAME = re.compile(r"[一-鿿]{2,4}|[一-鿿]{1,6}(?:·[一-鿿]{1,6}){1,3}")
_BETWEEN = " 、,:/|;&—-()【】[]□■◎●○▲△◆◇☆★"
_LINE_ROLE = re.compile(r"^(?:图文|文图) ?[:|/丨]|文[字稿]:|图片:|记者|通讯员|作者|摄影|摄$|供图|供稿|文/|/文|图/|/图|报道$|[□■◎●]")
_END_BRACKET = re.compile(r"\(([^()]{2,40})\)[。]?$")
_END_CREDIT = re.compile(r"(?<=[。!?”])[ ]?([^。!?“”]{2,30}(?:摄|摄影报道|摄影|供图|文/图)|[一-鿿]{2,4}(?: ?[一-鿿]{2,3}){0,2})$")
# 本报讯 张三 李四 5月1日...: names with a space behind each.
_SPACED_NAMES = re.compile(r"^[^。,( ]{0,16}讯 ((?:[一-鿿]{2,4} ){1,5})")
_DATELINE = re.compile(
    r"^[^。,]{0,20}?(?:讯|电|消息)[: ]?\(([^()]{2,60})\)"
    r"|^[^。,(]{0,16}?(?:讯|电)[: ]([^。,()]{2,40}?报道)(?=[ :,]|近日|日前|\d)"
    r"|^[^。,(]{0,16}?讯[: ](记者[^。,()]{2,30}?)(?= ?(?:近日|日前|\d|报道))"
)
_AFTER_SOURCE = re.compile(r"来源 ?: ?《[^》]{1,20}》 ?((?:[一-鿿]{2,4} ?){1,5})$")
_BEFORE_SOURCE = re.compile(r"((?:[一-鿿]{2,4} ){1,4})(?=来源 ?:)")
_AUTHOR_NOTE = re.compile(
    r"\(作者(?:单位)?[::系为是]?[^()]{2,40}\)|[。!?”]\([^()。,:]{2,16}(?:总工会|工会|总|部|办|办公室|公司|局|中心|供稿)\)$"
)


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    names = read_lines(folder("data") / "words" / "surnames.txt")
    return frozenset(n for n in names if len(n) == 1), frozenset(n for n in names if len(n) > 1)


def is_name(text: str) -> bool:
    """Whether the text has the shape of a person's name: a surname and one or two characters, or a name with ·."""
    if "·" in text:
        return _NAME.fullmatch(text) is not None
    single, compound = _surnames()
    if text[:2] in compound and 3 <= len(text) <= 4:
        return True
    return (2 <= len(text) <= 3 and text[0] in single) or (len(text) == 4 and text[0] in single and text[1] in single)


def _rare(word: str) -> bool:
    """Whether a word that stands where only a name can stand is one without a surname of the list: no word, a given name at its end."""
    words = person_words()
    if not (2 <= len(word) <= 4 and set(word[1:]) <= words.given | words.sounds):
        return False
    known = [token for token in tokens(word) if len(token.text) > 1 and not token.tag.startswith("nr")]
    return not any(token.start == 0 or token.tag in {"n", "nt", "ns"} for token in known)


def names(text: str, offset: int = 0, *, role: str | None = None) -> tuple[Byline, ...] | None:
    """The names in a text that holds nothing but names and role words (记者, 通讯员, 摄, 文/图 ...); None when it holds more.

    `offset` is the view offset of the text; `role` the role of names that no word gives one.
    """
    reader = _Credit(offset, role)
    return tuple(reader.found) or None if all(map(reader.take, _TOKEN.finditer(text))) else None


class _Credit:
    """The names of a credit as they are read off token by token."""

    def __init__(self, offset: int, role: str | None) -> None:
        self.found: list[Byline] = []
        self._offset = offset
        self._role = role  # of the names to come
        self._led = False  # whether a word before the names says that names follow
        self._told = 0  # the names before this one have their role from a word behind them

    def take(self, token: re.Match[str]) -> bool:
        """Read a token; whether it can stand in a credit."""
        word, start = token[0], token.start()
        if not "一" <= word[0] <= "鿿":
            return word[0] in _BETWEEN
        if _MEDIUM.fullmatch(word):
            return True
        if word in press_words("alone"):
            self._alone(word)
            return True
        head = _HEAD.match(word)
        labels = head is not None and head.end() == len(word) and token.string.startswith(":", token.end())  # 文字:王芳
        if head is not None and (labels or not is_name(word)):
            self._role = head.lastgroup
            self._led = True
            word, start = word[head.end() :], start + head.end()
            if not word:
                return True
        tail = None
        if not is_name(word) or len(word) > 3 or word.endswith("摄"):
            tail = next((m for m in _TAIL.finditer(word) if m.end() == len(word) and self._read(word[: m.start()])), None)
            word = word[: tail.start()] if tail else word
        names_here = self._read(word)
        for name in names_here:
            self.found.append(Byline(name, self._offset + start, self._offset + start + len(name), self._role or "author"))
            start += len(name)
        if tail is not None and tail.lastgroup:
            self._tell(tail.lastgroup)
        return bool(names_here)

    def _read(self, word: str) -> tuple[str, ...]:
        """The names that a word holds; one without a known surname behind a role word or another name only."""
        return _glued(word) or ((word,) if (self._led or self.found) and _rare(word) else ())

    def _alone(self, word: str) -> None:
        """A role word by itself: for the names before it (`张三 李四 摄`), or for those to come."""
        behind, before = _TAIL.fullmatch(word), _HEAD.fullmatch(word)
        if behind is not None and behind.lastgroup:
            self._tell(behind.lastgroup)
        if before is not None:
            self._role = before.lastgroup

    def _tell(self, role: str) -> None:
        self.found[self._told :] = [replace(name, role=role) for name in self.found[self._told :]]
        self._told = len(self.found)


def _glued(word: str) -> tuple[str, ...]:
    """The name that a word is, or the two or three that it runs together (李洁张文富); empty when it is no name."""
    if is_name(word):
        return (word,)
    for length in (3, 2):
        if len(word) > length and is_name(word[:length]) and (rest := _glued(word[length:])):
            return (word[:length], *rest)
    return ()


def is_credit(text: str) -> bool:
    """Whether a line holds only names with role words: `本报记者 张三 通讯员 李四`, `张三 摄`, `□ 张三`, or names in brackets: `(张三)`."""
    bracketed = text.startswith("(") and text.endswith(")") and all(_is_person(part) for part in text[1:-1].split(" "))
    return len(text) <= 60 and (bracketed or _LINE_ROLE.search(text) is not None or _only_names(text)) and names(text) is not None


def _is_person(text: str) -> bool:
    """Whether a text is a whole name of a person, and of no place."""
    return whole(text) and not gazetteer().candidates(text)


def _only_names(text: str) -> bool:
    """Whether a line holds two names or more that are no words, and nothing else: `张晓明 李卫东`."""
    parts = text.split(" ")
    return 2 <= len(parts) <= 6 and all(whole(part) for part in parts)


def signature(text: str, offset: int = 0) -> tuple[Byline, ...] | None:
    """The authors of a line `body and post, space, names`: `某县总工会主席 张三`, `某县总工会 张三 李四`."""
    if len(text) > 60 or " " not in text or text.endswith(("。", "!", "?")):
        return None
    names_here: list[Byline] = []
    post, end = text, offset + len(text)
    while " " in post and len(names_here) < 4 and is_name(post.rsplit(" ", 1)[1]):
        post, name = post.rsplit(" ", 1)
        names_here.insert(0, Byline(name, end - len(name), end, "author"))
        end -= len(name) + 1
    return tuple(names_here) if names_here and post.rstrip(" :").endswith((*press_words("posts"), *press_words("bodies"))) else None


_PLACE = re.compile(r"([一-鿿]{2,6}?)(?:省|市|县|区|旗|州|盟|镇|街道)")


def signatory_stem(text: str) -> str:
    """What names the signing body most: its lowest place without the suffix (`某市某县总工会 张三` -> 某县's stem), else its first
    characters."""
    body = text.rsplit(" ", 1)[0]
    places = _PLACE.findall(body)
    return str(places[-1]) if places else body[:4]


def is_byline(text: str) -> bool:
    """Whether a line is a signature."""
    return signature(text) is not None


def is_picture_credit(text: str) -> bool:
    """Whether a credit line is a photographer's alone, not also the writer's (某某 摄影报道, 文字:某某 图片:某某)."""
    return re.search(r"摄|图", text) is not None and re.search(r"报道|文", text) is None


def ends_in_picture_credit(text: str) -> bool:
    """Whether a body paragraph ends with the photographer's name: `…。张三 摄`, `…。(张三 摄)`."""
    return any(name.role == "photographer" for name in _at_end(text, 0))


def ends_signed(text: str) -> bool:
    """Whether a body paragraph ends with its author in brackets: `…。(记者 张三)`, `…。(李四)`."""
    return bool(_at_end(text, 0)) or _AUTHOR_NOTE.search(text[-60:]) is not None


def _at_end(text: str, offset: int) -> tuple[Byline, ...]:
    for pattern in (_END_CREDIT, _END_BRACKET, _AFTER_SOURCE):
        match = pattern.search(text, max(len(text) - 60, 0))
        if match is not None:
            return names(match[1], offset + match.start(1)) or ()
    return ()


_LABELLED = re.compile(
    r"(?:^|[ |丨]|(?=作者 ?:))((?:作者|记者|通讯员|撰文|摄影|供稿) ?:? ?[一-鿿·、 ]{2,30}?)(?=$|[ |丨][一-鿿]{2,4}:|  |\d)"
)


def in_line(text: str, offset: int) -> tuple[Byline, ...]:
    """The bylines in the line with date and source under a headline: `2023-05-06 来源:某报 作者:王芳`."""
    found = tuple(name for match in _LABELLED.finditer(text) for name in names(match[1], offset + match.start(1)) or ())
    before = _BEFORE_SOURCE.match(text)
    found += (names(before[1], offset) or ()) if before else ()
    after = _AFTER_SOURCE.search(text[-60:])
    if after is None:
        return found
    return found + (names(after[1], offset + max(len(text) - 60, 0) + after.start(1)) or ())


def in_body(text: str, offset: int, *, first: bool, last: bool) -> tuple[Byline, ...]:
    """The bylines in a body paragraph: after 本报讯 in an article's first; at the end of its last or of a picture's text."""
    found: tuple[Byline, ...] = ()
    if first:
        match = _DATELINE.match(text)
        if match is not None:
            group = match.lastindex or 1
            found = names(match[group], offset + match.start(group), role="reporter") or ()
        spaced = _SPACED_NAMES.match(text)
        if spaced is not None and not found:
            told = list(takewhile(lambda part: whole(part[0]), re.finditer(r"[一-鿿]+", spaced[1])))
            found = tuple(Byline(m[0], offset + spaced.start(1) + m.start(), offset + spaced.start(1) + m.end(), "reporter") for m in told)
    if last or ends_in_picture_credit(text):
        found += _at_end(text, offset)
    return found
