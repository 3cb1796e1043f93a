"""The questions in graph/queries: one SPARQL file each, with the question in Chinese and English in its first lines.

A parameter is a line `# param OPTION KIND: zh | en` and a `VALUES ?variable { default }` in the query (the variable by KIND), so that
every file also runs as it is, in any store.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from pyoxigraph import Store

from graph.errors import Message, QueryError, SchemaError
from graph.facets import measure
from graph.files import read_yaml
from graph.model import load
from graph.sparql import Wording, answer_rows, literal
from graph.theme_cues import cue_words

FOLDER = Path(__file__).resolve().parent / "queries"

# kind of a parameter -> the variable of its VALUES
_VARIABLES = {"theme": "theme", "code": "code", "role": "roleName", "entity": "name", "page": "title", "measure": "word"}
_MOST_CANDIDATES = 8
_LABELS = {
    "entity": "SELECT DISTINCT ?name { ?thing dcterms:identifier ?id ; rdfs:label ?name }",
    "role": "SELECT DISTINCT ?name { ?thing a org:Role ; skos:prefLabel ?name }",
    "page": "SELECT DISTINCT ?name { ?thing a gh:Page ; dcterms:title ?name }",
    "code": "SELECT DISTINCT ?name ?code { ?thing gh:adcode ?code ; rdfs:label ?name }",
}
_MEASURES = "SELECT DISTINCT ?measure { ?figure gh:measure ?measure }"


@dataclass(frozen=True, slots=True)
class Parameter:
    """An option of a question; `kind` is theme, code (a region), role, entity, page or measure."""

    name: str
    kind: str
    zh: str
    en: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Where its value stands in the query."""
        return re.compile(r"VALUES \?" + _VARIABLES[self.kind] + r" \{ ([^}]*) \}")


@dataclass(frozen=True, slots=True)
class Question:
    """A question: name (of its file), wording in two languages, parameters, the query as it stands in the file."""

    name: str
    zh: str
    en: str
    parameters: tuple[Parameter, ...]
    query: str

    def default(self, parameter: Parameter) -> str:
        """The value that the file itself gives a parameter, as written in SPARQL."""
        match = parameter.pattern.search(self.query)
        return match[1] if match else ""

    def default_text(self, parameter: Parameter) -> str:
        """That value as a person would type it: without quotes, language and prefix."""
        return re.sub(r'^\s*(?:theme:)?"?|"?(?:@[\w-]+)?\s*$', "", self.default(parameter))


def _read(path: Path) -> Question:
    text = path.read_text(encoding="utf-8")
    head = [line[1:].strip() for line in text.splitlines() if line.startswith("#")]
    parameters = []
    for line in head[2:]:
        match = re.fullmatch(r"param ([a-z-]+) ([a-z]+): (.*) \| (.*)", line)
        if match is None or match[2] not in _VARIABLES:
            raise SchemaError("{path}: cannot read {line!r}: write `# param NAME KIND: zh | en`", path=path, line=line)
        parameters.append(Parameter(match[1], match[2], match[3], match[4]))
        if not parameters[-1].pattern.search(text):
            raise SchemaError(
                "{path}: parameter {name} has no `VALUES ?{variable} {{ ... }}`: add it",
                path=path,
                name=match[1],
                variable=_VARIABLES[match[2]],
            )
    return Question(path.stem, head[0], head[1], tuple(parameters), text)


@cache
def load_questions() -> dict[str, Question]:
    """Name -> question, in the order of names."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.rq"))}


@cache
def wording(language: str) -> Wording:
    """What people read over the columns of an answer, and for relations, kinds of initiatives and themes in it; `language` is zh or en."""
    english = language == "en"
    columns: dict[str, list[str]] = read_yaml(FOLDER / "columns.yaml")
    relations = {relation.name: relation.en if english else relation.zh for relation in load().relations.values()}
    kinds = {kind: words[english] for kind, words in measure().kinds.items()}
    themes = {theme.zh: theme.en for theme in load().themes.values()} if english else {}  # the queries give their Chinese labels
    heads = {variable: words[english] for variable, words in columns.items()}
    return Wording(heads=heads, values={"relation": relations, "kind": kinds, "theme": themes})


def find_question(name: str) -> Question:
    """The question of this name; raises QueryError with those whose name is like it or whose wording holds it."""
    known = load_questions()
    if name not in known:
        worded = [q.name for q in known.values() if name.strip() and name.lower() in f"{q.name} {q.zh} {q.en}".lower()]
        near = list(dict.fromkeys(get_close_matches(name, known, n=3, cutoff=0.4) + worded))[:_MOST_CANDIDATES]
        hint = Message("did you mean {names}?", names=", ".join(near)) if near else Message("`gonghui ask OUT` lists them")
        raise QueryError("no question {name!r}: {hint}", name=name, hint=hint)
    return known[name]


def _theme(given: str) -> str:
    themes = load().themes
    for theme in themes.values():
        if given.lower() in {theme.id, theme.zh, theme.en.lower()}:
            return f"theme:{theme.id}"
    cues = sorted(cue_words().get(given, ()), key=lambda cue: -cue[1])
    if cues and (len(cues) == 1 or cues[0][1] > cues[1][1]):  # 托管, 驿站: the theme for which the word speaks most
        return f"theme:{cues[0][0]}"
    words = {form: theme.id for theme in themes.values() for form in (theme.id, theme.zh, theme.en)}
    near = list(dict.fromkeys(words[form] for form in get_close_matches(given, words, n=4, cutoff=0.3)))
    near = list(dict.fromkeys([theme for theme, _ in cues] + near))
    near += [theme.id for theme in themes.values() if given in theme.zh and theme.id not in near]
    named = [f"{themes[id_].zh} ({id_})" for id_ in near or themes]
    hint = Message("did you mean {names}?" if near else "there are {names}", names=", ".join(named))
    raise QueryError("no theme {given!r}: {hint}", given=given, hint=hint)


def _candidates(given: str, labels: list[str]) -> list[str]:
    parts = [label for label in labels if given and given in label]
    return parts or get_close_matches(given, labels, n=_MOST_CANDIDATES, cutoff=0.4)


def _label(store: Store, kind: str, given: str) -> str:
    """The one label that `given` means: itself, a short form, or a part that only one label holds."""
    short = f"SELECT DISTINCT ?name {{ ?thing skos:altLabel {literal(given, 'zh-hans')} ; rdfs:label ?name }}"
    labels = sorted({row[0] for row in answer_rows(store, _LABELS[kind])[1]})
    if given in labels:
        return given
    named = sorted(row[0] for row in answer_rows(store, short)[1]) if kind == "entity" else []
    found = named or _candidates(given, labels)
    if len(found) == 1 and (named or given in found[0]):
        return found[0]
    hint = Message("did you mean {names}?", names=", ".join(found[:_MOST_CANDIDATES])) if found else Message("try a part of the name")
    several = len(found) > 1 and (named or given in found[0])
    raise QueryError(
        "several things are called {given!r}: {hint}" if several else "nothing is called {given!r}: {hint}", given=given, hint=hint
    )


def _codes(store: Store, given: str) -> list[str]:
    """The codes of the regions that `given` means: a code, a name, or a name without its last character (江苏)."""
    rows = answer_rows(store, _LABELS["code"])[1]
    codes = sorted(code for name, code in rows if given in {code, name})
    codes = codes or sorted(code for name, code in rows if len(given) > 1 and name[:-1] == given)
    if codes:
        return codes
    near = [f"{name} ({code})" for name, code in sorted(rows) if name in _candidates(given, sorted({row[0] for row in rows}))]
    near = near[:_MOST_CANDIDATES]
    hint = Message("did you mean {names}?", names=", ".join(near)) if near else Message("give its full name or its code")
    raise QueryError("no region {given!r} in this store: {hint}", given=given, hint=hint)


def _measure(store: Store, given: str) -> str:
    """`given`, as far as a measure of the store holds it."""
    measures = sorted(row[0] for row in answer_rows(store, _MEASURES)[1])
    if any(given in measure for measure in measures):
        return given
    near = _candidates(given, measures)
    hint = Message("did you mean {names}?", names=", ".join(near)) if near else Message("`gonghui ask OUT measures` lists them")
    raise QueryError("no measure holds {given!r}: {hint}", given=given, hint=hint)


def resolve(store: Store, parameter: Parameter, given: str) -> str:
    """The SPARQL terms for a value that a person typed; raises QueryError with candidates when it is unknown or ambiguous."""
    if parameter.kind == "theme":
        return _theme(given)
    if parameter.kind == "code":
        return " ".join(map(literal, _codes(store, given)))
    if parameter.kind == "measure":
        return literal(_measure(store, given))
    label = _label(store, parameter.kind, given)
    return literal(label) if parameter.kind == "page" else literal(label, "zh-hans")


def fill(question: Question, values: Mapping[str, str]) -> str:
    """The query with SPARQL terms in place of the defaults; `values`: option -> terms."""
    query = question.query
    for parameter in question.parameters:
        if parameter.name in values:
            filled = f"VALUES ?{_VARIABLES[parameter.kind]} {{ {values[parameter.name]} }}"
            query = parameter.pattern.sub(lambda _, filled=filled: filled, query, count=1)  # type: ignore[misc]
    return query
