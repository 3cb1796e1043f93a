"""The page of a thing: what it is, what the pages say of it, with quotes in their context. HTML for people, RDF for programs."""

import html
import io
import json
import re
from functools import cache
from pathlib import Path
from string import Template
from typing import Any
from urllib import parse

from pyoxigraph import NamedNode, Store

from graph.facets import measure
from graph.messages import language, tell
from graph.model import load
from graph.search import page_text, search
from graph.sparql import answer_rows, evaluate, write
from graph.vocabulary import NS, prefixes, terms

_MOST = 5000  # triples of a thing in RDF
_AROUND = 60  # characters of context on either side of a quote

_ABOUT = """SELECT ?property ?value ?label WHERE {
  VALUES ?thing { THING }
  ?thing ?property ?value .
  OPTIONAL { ?value rdfs:label ?own . FILTER(LANG(?own) = "TONGUE") }
  OPTIONAL { ?value rdfs:label ?other . FILTER(LANG(?other) != "en") }
  BIND(COALESCE(?own, ?other) AS ?label)
} ORDER BY ?property ?label ?value LIMIT 500"""
_DESCRIBED = """SELECT ?page ?start ?end ?quote WHERE {
  VALUES ?thing { THING }
  ?thing gh:describedBy ?evidence . ?evidence oa:hasSource/dcterms:title ?page ; oa:hasSelector ?span .
  ?span oa:exact ?quote ; oa:start ?start ; oa:end ?end .
} ORDER BY ?page ?start LIMIT 50"""
_STATEMENTS = """SELECT ?property ?other ?name ?words ?seen ?page ?start ?end ?quote WHERE {
  VALUES ?thing { THING }
  ?statement SIDE ?thing ; rdf:predicate ?property ; OTHER ?other ; prov:wasDerivedFrom/dcterms:title ?page ;
    gh:evidence/oa:hasSelector ?span .
  ?span oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  ?other rdfs:label ?name .
  OPTIONAL { ?statement gh:asWritten ?words } OPTIONAL { ?statement gh:observedOn ?seen }
} ORDER BY ?property ?name ?page ?start ?words LIMIT 500"""
_FIGURES = """SELECT ?measure ?value ?unit ?period ?page ?start ?end ?quote WHERE {
  VALUES ?thing { THING }
  ?figure gh:of ?thing ; gh:measure ?measure ; gh:value ?value ; prov:wasDerivedFrom/dcterms:title ?page ;
    gh:evidence/oa:hasSelector ?span . ?span oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?figure gh:unit ?unit } OPTIONAL { ?figure gh:period ?period }
} ORDER BY ?measure ?page ?start LIMIT 500"""
_PAGE = """SELECT ?subject ?subjectName ?property ?object ?objectName ?words ?start ?end ?quote WHERE {
  VALUES ?thing { THING }
  ?statement prov:wasDerivedFrom ?thing ; rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?object ;
    gh:evidence/oa:hasSelector ?span . ?span oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  ?subject rdfs:label ?subjectName . ?object rdfs:label ?objectName . OPTIONAL { ?statement gh:asWritten ?words }
} ORDER BY ?start ?subjectName ?property ?objectName LIMIT 1000"""
_INCOMING = """SELECT ?property ?other WHERE { VALUES ?thing { THING } ?other ?property ?thing } ORDER BY ?property ?other LIMIT 200"""
_TAG = re.compile(r"<[^<>]*(?:>|\Z)|\A[^<>]*>")  # whole ones, and what is left of one that the context cuts
_PLAIN = {"rdf:type", "rdfs:label", "skos:prefLabel", "gh:describedBy"}


def _common() -> dict[str, str]:
    return {
        "dcterms:identifier": tell("id"), "skos:altLabel": tell("also called"), "skos:broader": tell("lies in"),
        "dcterms:date": tell("date"), "dcterms:title": tell("title"), "oa:hasSource": tell("page"), "oa:exact": tell("quote"),
        "prov:wasDerivedFrom": tell("from"),
    }  # fmt: skip


def _term_labels() -> dict[str, str]:
    return {NS + term.name: worded(term.zh, term.en) for term in terms()}


class _Page:
    """Writes the HTML of one thing."""

    def __init__(self, store: Store, folder: Path, base: str, iri: str) -> None:
        self.store, self.folder, self.base, self.iri = store, folder, base, iri
        self.labels, self.common = _term_labels(), _common()
        self.texts: dict[str, str] = {}
        # relations are shown with their evidence below; what a term of ours specialises says the same again
        self.hidden = _PLAIN | {f"gh:{name}" for name in load().relations} | {name for term in terms() for name in term.super}

    def rows(self, query: str, **words: str) -> list[list[str]]:
        for word, value in words.items():
            query = query.replace(word, value)
        return answer_rows(self.store, query.replace("THING", f"<{self.iri}>"))[1]

    def link(self, iri: str, name: str) -> str:
        space = self.base + "id/"
        if iri.startswith(space):
            return f'<a href="/id/{html.escape(iri[len(space) :], quote=True)}">{html.escape(name)}</a>'
        return html.escape(name)

    def page_link(self, title: str) -> str:
        return f'<a href="/page?title={html.escape(_quote(title), quote=True)}">{html.escape(title)}</a>'

    def quote(self, page: str, start: str, end: str, text: str) -> str:
        if page not in self.texts:
            self.texts[page] = page_text(self.folder, page)
        raw, first, last = self.texts[page], int(start), int(end)
        before, after = ("", "")
        if raw[first:last] == text:
            before, after = raw[max(0, first - _AROUND) : first], raw[last : last + _AROUND]
            if page.lower().endswith((".html", ".htm")):
                before, after = (_TAG.sub(" ", around) for around in (before, after))
        parts = f"{html.escape(before)}<mark>{html.escape(text)}</mark>{html.escape(after)}"
        return f"<blockquote>{parts}<footer>{self.page_link(page)} {first}–{last}</footer></blockquote>"

    def about(self, rows: list[list[str]]) -> str:
        items = []
        for prop, value, label in rows:
            name = self.labels.get(prop) or self.common.get(_short(prop)) or _short(prop)
            if _short(prop) in self.hidden:
                continue
            value = _kind(value) if _short(prop) == "gh:kind" else value
            shown = self.link(value, label or _short(value)) if ":" in value[:8] else html.escape(value)
            items.append(f"<dt>{html.escape(name)}</dt><dd>{shown}</dd>")
        return f"<dl>{''.join(items)}</dl>" if items else ""

    def statements(self, side: str, other: str) -> str:
        relations, parts, last = load().relations, [], ""
        for prop, node, name, words, seen, page, start, end, quote in self.rows(_STATEMENTS, SIDE=side, OTHER=other):
            relation = relations.get(prop.removeprefix(NS))
            if relation is None:
                continue
            said = (relation.zh, relation.en) if side == "rdf:subject" else (relation.inverse_zh, relation.inverse_en)
            if prop != last:
                parts.append(f"<h3>{html.escape(worded(*said))}</h3>")
                last = prop
            notes = " · ".join(html.escape(note) for note in (words, seen) if note)
            parts.append(f"<article><p>{self.link(node, name)} <small>{notes}</small></p>{self.quote(page, start, end, quote)}</article>")
        return "".join(parts)

    def described(self) -> str:
        quotes = "".join(self.quote(*row) for row in self.rows(_DESCRIBED))
        return f"<h2>{tell('sentences about it')}</h2>{quotes}" if quotes else ""

    def figures(self) -> str:
        parts = []
        for counted, value, unit, period, page, start, end, quote in self.rows(_FIGURES):
            note = f" <small>{html.escape(period)}</small>" if period else ""
            line = f"<p>{html.escape(counted)}: <b>{html.escape(value)}</b> {html.escape(unit)}{note}</p>"
            parts.append(f"<article>{line}{self.quote(page, start, end, quote)}</article>")
        return f"<h2>{tell('figures')}</h2>{''.join(parts)}" if parts else ""

    def facts_of_page(self) -> str:
        relations, lines = load().relations, []
        for subject, name, prop, target, target_name, words, start, end, quote in self.rows(_PAGE):
            relation = relations.get(prop.removeprefix(NS))
            verb = worded(relation.zh, relation.en) if relation else _short(prop)
            said = f"{self.link(subject, name)} — {html.escape(verb)} {html.escape(words)} → {self.link(target, target_name)}"
            lines.append(f"<tr><td>{said}</td><td>{html.escape(quote)}</td><td>{start}–{end}</td></tr>")
        heads = "".join(f"<th>{head}</th>" for head in (tell("statement"), tell("quote"), tell("place")))
        return f"<table><tr>{heads}</tr>{''.join(lines)}</table>" if lines else ""

    def render(self) -> str | None:
        about = self.rows(_ABOUT, TONGUE="en" if language() == "en" else "")
        incoming = self.rows(_INCOMING)
        if not about and not incoming:
            return None
        kinds = [value for prop, value, _ in about if _short(prop) == "rdf:type" and value.startswith(NS)]
        names = [value for prop, value, _ in about if _short(prop) in {"skos:prefLabel", "rdfs:label", "dcterms:title"}]
        title = names[0] if names else self.iri.rsplit("/", 1)[-1]
        kind = " ".join(self.labels.get(value, _short(value)) for value in kinds)
        body = f"<p class=kind>{html.escape(kind)}</p>{self.about(about)}"
        if NS + "Page" in kinds:
            body += self.facts_of_page()
            raw = page_text(self.folder, title)
            body += f"<h2>{tell('text')}</h2><pre lang='zh'>{html.escape(raw)}</pre>" if raw else ""
        elif NS + "Evidence" in kinds or not names:
            body += self._references(incoming)
        else:
            facts = self.statements("rdf:subject", "rdf:object") + self.statements("rdf:object", "rdf:subject")
            body += (f"<h2>{tell('facts')}</h2>{facts}" if facts else "") + self.described() + self.figures()
        return shell(title, body, iri=self.iri)

    def _references(self, rows: list[list[str]]) -> str:
        items = [f"<li>{html.escape(self.labels.get(p) or _short(p))}: {self.link(o, _short(o))}</li>" for p, o in rows]
        return f"<h2>{tell('referred to by')}</h2><ul>{''.join(items)}</ul>" if items else ""


def _kind(name: str) -> str:
    """What a kind of initiative is called."""
    return worded(*measure().kinds.get(name, (name, name)))


def _quote(text: str) -> str:

    return parse.quote(text, safe="")


def _short(iri: str) -> str:

    for prefix, space in prefixes().items():
        if iri.startswith(space):
            return f"{prefix}:{iri[len(space) :]}"
    return iri


def worded(zh: str, en: str) -> str:
    """What the schema says in both languages, in the one that is spoken."""
    return en if language() == "en" else zh


@cache
def _template() -> Template:
    return Template((Path(__file__).resolve().parent / "templates" / "serve.html").read_text(encoding="utf-8"))


def shell(title: str, body: str, *, iri: str = "", head: str = "") -> str:
    """A whole HTML page of this site; `title` is escaped here, `body` and `head` are HTML."""
    if iri:
        formats = " · ".join(f'<a href="?format={name}">{label}</a>' for name, label in (("turtle", "Turtle"), ("jsonld", "JSON-LD")))
        body = f'<p class="iri"><code>{html.escape(iri)}</code> · {formats}</p>{body}'
    english = language() == "en"
    words = {
        "site": tell("Gonghui Graph"), "query": tell("SPARQL query"), "network": tell("network"), "matrix": tell("regions × themes"),
        "search": tell("search"), "hint": tell("names, quotes, pinyin initials"),
    }  # fmt: skip
    return _template().substitute(
        words,
        title=html.escape(title),
        body=body,
        head=head,
        language="en" if english else "zh-Hans",
        network_view="#l=en" if english else "",
        matrix_view="#lang=en" if english else "",
    )


def entity_answer(store: Store, folder: Path, base: str, job: dict[str, Any]) -> tuple[str, bytes] | None:
    """(format, body) for a thing; None when nothing is said of it. job: iri, or title of a page; format."""
    iri = job.get("iri") or ""
    if "title" in job:
        found = answer_rows(store, f"SELECT ?page {{ ?page a gh:Page ; dcterms:title {json.dumps(job['title'], ensure_ascii=False)} }}")[1]
        iri = found[0][0] if found else ""
    try:
        NamedNode(iri)
    except ValueError:
        return None
    if job["format"] == "html":
        page = _Page(store, folder, base, iri).render()
        return None if page is None else ("html", page.encode("utf-8", "replace"))
    query = (
        f"CONSTRUCT {{ ?thing ?p ?o . ?s ?q ?thing }} WHERE {{ VALUES ?thing {{ <{iri}> }} {{ ?thing ?p ?o }} UNION {{ ?s ?q ?thing }} }}"
    )
    out = io.BytesIO()
    write(evaluate(store, query + f" LIMIT {_MOST * 10}", base=base), job["format"], out)
    known = answer_rows(store, f"SELECT * {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?q <{iri}> }} }} LIMIT 1")[1]
    return (job["format"], out.getvalue()) if known else None


def search_answer(folder: Path, base: str, job: dict[str, Any]) -> tuple[str, bytes]:
    """(format, body) of a search: HTML or JSON (a list of iri, kind, text, place: the name of its region)."""
    hits = search(folder, job["text"], most=job.get("number", 50))
    if job["format"] == "json":
        rows = [{"iri": hit.iri, "kind": hit.kind, "text": hit.text, "place": hit.place} for hit in hits]
        return "plain-json", json.dumps(rows, ensure_ascii=False).encode("utf-8")
    labels = {term.name: worded(term.zh, term.en) for term in terms()}
    space = base + "id/"
    items = [
        f'<li><a href="/id/{html.escape(hit.iri.removeprefix(space), quote=True)}">{html.escape(hit.text)}</a> '
        f"<small>{html.escape(' · '.join(filter(None, (labels.get(hit.kind), hit.place))))}</small></li>"
        for hit in hits
    ]
    nothing = tell("nothing found: try a part of the name, words of the quotes, pinyin initials, or fewer words, which must all be there")
    found = f"<ol>{''.join(items)}</ol>" if items else f'<p role="status">{nothing}</p>'
    return "html", shell(tell("search: {words}", words=job["text"][:100]), found).encode("utf-8", "replace")
