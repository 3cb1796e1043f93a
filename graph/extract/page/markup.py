"""HTML and Markdown marks -> plain characters that remember where in the raw text they stood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

_LOOKS_HTML = re.compile(r"<!doctype\s+html|<(?:html|head|body|div|p|br|table|article|section|h[1-6])\b[^>]*>", re.I)
_BREAKS = re.compile(
    r"address|article|aside|blockquote|body|br|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6r]|header|html|li|main"
    r"|nav|ol|p|pre|section|table|tbody|tfoot|thead|title|tr|ul"
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSES_HEADING = frozenset({"p", "div", "body"})  # a heading left open ends there
_SPACES = frozenset({"td", "th"})
# Content that a reader of the page does not read as its text.
_SILENT = frozenset({"button", "footer", "head", "iframe", "nav", "noscript", "script", "select", "style", "svg", "template", "textarea"})
# Where a page says when it was published: the names of Chinese government sites (PubDate), Open Graph and schema.org.
_META = re.compile(r"<meta\b[^<>]{0,600}>", re.I)
_PUBLISHED = re.compile(
    r"""\b(?:name|property|itemprop)\s*=\s*["']?(?:pub_?date|publish_?date|publishtime|article:published_time|datepublished)\b""", re.I
)
_CONTENT = re.compile(r"""\bcontent\s*=\s*["']?([^"'>]*)""", re.I)
_TITLE = re.compile(r"<title[^>]{0,100}>([^<]{1,300})</title", re.I)
# What may stand beside links in a line of a menu or a list of links: marks, and the day of the page that a link leads to.
_BESIDE_LINKS = re.compile(r"[\s\d\W_]*")
_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")


@dataclass(slots=True)
class Traced:
    """Characters with the raw span of each. `text[i]` stands for raw[starts[i]:ends[i]]."""

    text: str
    starts: list[int]
    ends: list[int]
    html: bool


def trace(raw: str) -> Traced:
    """The raw text without HTML tags, comments and lines that are nothing but links; block tags and <br> become line ends.

    A page of nothing else keeps its links. Plain text comes back as it is."""
    if _LOOKS_HTML.search(raw, 0, 20000):
        read = _Reader(raw).read()
        return read if read.text.strip() else _Reader(raw, links=True).read()
    return Traced(raw, list(range(len(raw))), list(range(1, len(raw) + 1)), html=False)


def published(raw: str) -> str:
    """The day of publication in the words of an HTML page's metadata; empty when there is none."""
    for tag in _META.finditer(raw, 0, 50_000):
        content = _CONTENT.search(tag[0])
        if content and _PUBLISHED.search(tag[0]):
            return content[1]
    return ""


def title(raw: str) -> str:
    """What an HTML page is called in its head; empty when there is nothing."""
    found = _TITLE.search(raw, 0, 20_000) if _LOOKS_HTML.search(raw, 0, 20_000) else None
    return unescape(found[1]).strip() if found else ""


class _Reader(HTMLParser):
    def __init__(self, raw: str, *, links: bool = False) -> None:
        super().__init__(convert_charrefs=False)
        self._raw = raw
        self._links = links  # whether lines of nothing but links are kept
        self._lines = [0, *accumulate(len(line) + 1 for line in raw.split("\n"))]
        self._silent: list[str] = []
        self._heading = self._link = False
        self._pieces: list[tuple[str, int, int]] = []
        self._line = 0  # the piece that begins the line
        self._linked = self._headed = False  # whether the line holds a link, a heading
        self._beside: list[str] = []  # the line's text outside links

    def read(self) -> Traced:
        self.feed(self._raw)
        self.close()
        self._end_line()
        text = "".join(char for char, _, _ in self._pieces)
        starts = [start for _, start, _ in self._pieces]
        return Traced(text, starts, [end for _, _, end in self._pieces], html=True)

    def _position(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _break(self, tag: str) -> None:
        start = self._position()
        if self._silent or start >= len(self._raw):
            return
        if tag in _SPACES or (tag == "br" and self._heading):
            self._pieces.append((" ", start, start + 1))
        elif _BREAKS.fullmatch(tag):
            self._end_line()
            self._pieces.append(("\n", start, start + 1))
            self._line = len(self._pieces)

    def _end_line(self) -> None:
        """Take the line back when it is a menu or leads to other pages: nothing but links, no sentence and no heading."""
        links_only = self._linked and not self._links and not self._headed and _BESIDE_LINKS.fullmatch("".join(self._beside))
        if links_only and all(char != "。" for char, _, _ in self._pieces[self._line :]):
            del self._pieces[self._line :]
        self._linked, self._headed = False, self._heading
        self._beside.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._silent.clear()  # <head> may be left open
        self._break(tag)
        self._heading = tag in _HEADINGS or (self._heading and tag not in _CLOSES_HEADING)
        self._headed = self._headed or self._heading
        self._link = self._link or (tag == "a" and any(name == "href" for name, _ in attrs))  # <a name=…> is no link
        if tag in _SILENT:
            self._silent.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        self._heading = self._heading and tag not in _HEADINGS
        self._link = self._link and tag != "a"
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self._note(data)
        start = self._position()
        # A line end in HTML source is only a space; keeping it one also keeps it out of the paragraph joining.
        self._pieces += [(" " if char in "\r\n" else char, start + i, start + i + 1) for i, char in enumerate(data)]

    def _reference(self) -> None:
        start = self._position()
        match = _REFERENCE.match(self._raw, start)
        if self._silent or match is None:
            return
        self._note(unescape(match[0]))
        self._pieces += [(char, start, match.end()) for char in unescape(match[0])]

    def _note(self, text: str) -> None:
        """Tell text in a link from text beside links."""
        if not self._link:
            self._beside.append(text)
        elif text.strip():
            self._linked = True

    def handle_entityref(self, name: str) -> None:
        self._reference()

    def handle_charref(self, name: str) -> None:
        self._reference()


_LINE_MARK = re.compile(r"[ \t]*(?:#{1,6}(?=[^#])[ \t]*|>[ \t]?|[-*+][ \t]+(?=\S))")
_RULE = re.compile(r"[ \t]*(?:[-*_=][ \t]*){3,}$|[ \t]*<!--.*?-->[ \t]*$")
# Lengths are bounded so that a page full of brackets costs no more than its length.
_INLINE = re.compile(
    r"\*\*|__(?=\S)|(?<=\S)__|`+|(?<=[^#\s])[ \t]+#+$"
    r"|!\[[^\]\n]{0,200}\]\([^)\s]{0,500}\)|(?<!!)\[(?=[^\[\]\n]{1,200}\]\([^)\s]{0,500}\))|(?<=\S)\]\([^)\s]{0,500}\)"
)


def marks(line: str) -> Iterator[tuple[int, int]]:
    """The spans of the Markdown marks in one line: heading, quote and list marks, emphasis, links, images, rules."""
    if _RULE.match(line):
        yield 0, len(line)
        return
    head = _LINE_MARK.match(line)
    position = 0
    if head is not None:
        yield head.span()
        position = head.end()
    for match in _INLINE.finditer(line, position):
        yield match.span()


def heading_level(gap: str) -> int:
    """The level of the heading that starts after `gap`, the raw text between two view lines: 1-6, or 0 for no heading."""
    match = re.search(r"(?:^|\n|\r)[ \t>]*(#{1,6})[ \t*]*$", gap) or re.search(r"^(#{1,6})[ \t*]*$", gap)
    if match is not None:
        return len(match[1])
    tags = re.findall(r"<(/?)h([1-6])\b", gap, re.I)
    return int(tags[-1][1]) if tags and not tags[-1][0] else 0
