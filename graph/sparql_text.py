"""Looks at the text of a SPARQL query before it runs: what form it has, whether it leaves this machine, where a mistake is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from graph.errors import Message, QueryError
from graph.vocabulary import NS, terms

_QUERIES = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")

# The tokens of the SPARQL 1.1 grammar (section 19.8) as far as needed to tell words from strings, IRIs and comments.
_TOKEN = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<string>\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    |(?P<variable>[?$]\w+)
    |(?P<name>(?:[^\W\d_][\w.-]*)?:(?:[\w.:%-]|\\.)*)
    |(?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<word>[^\W\d]\w*)
    |(?P<other>\S)""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_PLACE = re.compile(r"error at (\d+):(\d+):\s*(.*)", re.DOTALL)


# Names of our vocabulary, by the usual prefix or in full, and the prefixes that a query declares for it.
_OURS = re.compile(rf"(?:\bgh:|{re.escape(NS)})([\w.%-]+)")
_OUR_PREFIX = re.compile(rf"([\w.-]*):\s*<{re.escape(NS)}>")


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its kind (a group of _TOKEN), its text, where it starts."""

    kind: str
    text: str
    start: int


def tokens(query: str) -> Iterator[Token]:
    """The tokens of a query, without comments."""
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup or "other"
        if kind != "comment":
            yield Token(kind, match.group(), match.start())


def form(query: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; UPDATE for anything that changes data; "" when it is none of these."""
    for token in tokens(query):
        word = token.text.upper()
        if token.kind == "word" and word in _QUERIES:
            return word
        if token.kind == "word" and word in _UPDATES:
            return "UPDATE"
        if token.kind not in {"iri", "name"} and word not in {"PREFIX", "BASE"}:
            break
    return ""


def _unescape(query: str) -> str:
    def character(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return chr(code) if code < 0x110000 else match[0]

    return _ESCAPE.sub(character, query)


def check_local(query: str) -> None:
    """Raises QueryError for SERVICE: a query stays on this machine. Read as written and with its `\\u` escapes resolved."""
    if "service" not in query.lower() and "\\u" not in query.lower():
        return  # most queries: no need to take them apart
    for text in (query, _unescape(query)):
        for token in tokens(text):
            if token.kind == "word" and token.text.upper() == "SERVICE":
                raise QueryError("{place}: SERVICE is off: this store asks no other servers", place=_position(text, token.start))


def graphs_named(query: str) -> list[str]:
    """The absolute IRIs after FROM and FROM NAMED."""
    if "from" not in query.lower() and "\\u" not in query.lower():
        return []
    found, after_from = [], False
    for token in tokens(_unescape(query)):
        word = token.text.upper() if token.kind == "word" else ""
        if after_from and token.kind == "iri" and ":" in token.text:
            found.append(token.text[1:-1])
        after_from = word == "FROM" or (after_from and word == "NAMED")
    return found


def _position(query: str, start: int) -> str:
    line = query.count("\n", 0, start) + 1
    return Message("line {line}, column {column}", line=line, column=start - (query.rfind(chr(10), 0, start) + 1) + 1)


def check_terms(query: str, known_prefixes: dict[str, str]) -> None:
    """Raises QueryError for a name in our vocabulary that does not exist, with the nearest one that does."""
    own = _own_names()
    if {name.rstrip(".") for name in _OURS.findall(query)} <= own and set(_OUR_PREFIX.findall(query)) <= {"gh"}:
        return  # most queries: no need to take them apart
    spaces = dict(known_prefixes) | dict(_declared(query))
    for token in tokens(query):
        prefix, _, local = token.text.partition(":")
        if token.kind == "iri" and token.text.startswith("<" + NS):
            prefix, local = "gh", token.text[1 + len(NS) : -1]
        elif token.kind != "name" or spaces.get(prefix) != NS:
            continue
        local = local.rstrip(".")  # what ends the triple
        if local and local not in own:
            where, term = _position(query, token.start), token.text.rstrip(".")
            raise QueryError("{where}: {term} is not in the vocabulary: {hint}", where=where, term=term, hint=_nearest(local, own, prefix))


@cache
def _own_names() -> frozenset[str]:
    return frozenset(term.name for term in terms()) | {"FigureStructure", "RegionThemeStructure"}


def _declared(query: str) -> Iterator[tuple[str, str]]:
    previous: list[Token] = []
    for token in tokens(query):
        previous = [*previous[-2:], token]
        if len(previous) == 3 and previous[0].text.upper() == "PREFIX" and token.kind == "iri":
            yield previous[1].text.rstrip(":"), token.text[1:-1]


def _nearest(name: str, known: frozenset[str], prefix: str) -> str:
    found = get_close_matches(name, sorted(known), n=3, cutoff=0.5)
    if not found:
        return Message("see schema/ontology.ttl")
    return Message("did you mean {names}?", names=", ".join(f"{prefix}:{near}" for near in found))


def explain(error: SyntaxError, query: str, known_prefixes: dict[str, str]) -> QueryError:
    """A parser's error as one line with line, column and a hint."""
    match = _PLACE.match(str(error))
    if match is None:
        return QueryError("the query cannot be read: {said}", said=" ".join(str(error).split())[:200])
    line, column, wanted = int(match[1]), int(match[2]), match[3]
    spaces = dict(known_prefixes) | dict(_declared(query))
    for token in tokens(query):
        prefix = token.text.partition(":")[0]
        if token.kind == "name" and prefix not in spaces and not _is_declaration(query, token):
            near = get_close_matches(prefix, sorted(spaces), n=1)
            hint = (
                Message("did you mean {names}?", names=f"{near[0]}:")
                if near
                else Message("known are {names}", names=", ".join(sorted(spaces)))
            )
            return QueryError("{place}: unknown prefix {prefix}: ({hint})", place=_position(query, token.start), prefix=prefix, hint=hint)
    if form(query) == "UPDATE":
        return QueryError("this store is read-only: use SELECT, ASK, CONSTRUCT or DESCRIBE")
    place = Message("line {line}, column {column}", line=line, column=column)
    lines = query.splitlines() or [""]
    rest = lines[line - 1][column - 1 : column + 19].strip() if line <= len(lines) else ""
    expected = [re.sub(r"^\[_\]$", "a space", part.strip()) for part in wanted.removeprefix("expected ").removeprefix("one of ").split(",")]
    short = ", ".join(expected[:6]) + (" …" if len(expected) > 6 else "") if all(len(e) < 30 for e in expected[:6]) else ""
    where = Message("before {rest!r}", rest=rest) if rest else Message("at the end")
    template = "{place}: syntax error {where}: expected {short}" if short else "{place}: syntax error {where}"
    return QueryError(template, place=place, where=where, short=short)


def _is_declaration(query: str, token: Token) -> bool:
    return re.search(r"PREFIX\s*\Z", query[: token.start], re.IGNORECASE) is not None
