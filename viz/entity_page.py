"""The page of a thing: what it is, what the pages say of it, with quotes in their context. HTML for people, RDF for programs."""

import html
import io
import json
from functools import cache
from pathlib import Path
from string import Template
from typing import Any
from urllib import parse

from pyoxigraph import NamedNode, Store

from graph.model import load
from graph.search import page_text, search
from graph.sparql import answer_rows, evaluate, write
from graph.vocabulary import NS, prefixes, terms

_MOST = 5000  # triples of a thing in RDF
_AROUND = 60  # characters of context on either side of a quote

_ABOUT = """SELECT ?property ?value ?label WHERE {
  VALUES ?thing { THING }
  ?thing ?property ?value . OPTIONAL { ?value rdfs:label ?label . FILTER(LANG(?label) != "en") }
} ORDER BY ?property ?label ?value LIMIT 500"""
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
_PLAIN = {"rdf:type", "rdfs:label", "skos:prefLabel"}
_COMMON = {
    "dcterms:identifier": "编号 id", "skos:altLabel": "别名 also called", "skos:broader": "上级地区 in", "dcterms:date": "日期 date",
    "dcterms:title": "名称 title", "oa:hasSource": "版面 page", "oa:exact": "原文 quote", "prov:wasDerivedFrom": "出处 from",
}  # fmt: skip


def _term_labels() -> dict[str, str]:
    return {NS + term.name: f"{term.zh} {term.en}" for term in terms()}


class _Page:
    """Writes the HTML of one thing."""

    def __init__(self, store: Store, folder: Path, base: str, iri: str) -> None:
        self.store, self.folder, self.base, self.iri = store, folder, base, iri
        self.labels = _term_labels()
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
        parts = f"{html.escape(before)}<mark>{html.escape(text)}</mark>{html.escape(after)}"
        return f"<blockquote>{parts}<footer>{self.page_link(page)} {first}–{last}</footer></blockquote>"

    def about(self, rows: list[list[str]]) -> str:
        items = []
        for prop, value, label in rows:
            name = self.labels.get(prop) or _COMMON.get(_short(prop)) or _short(prop)
            if _short(prop) in self.hidden:
                continue
            shown = self.link(value, label or _short(value)) if ":" in value[:8] else html.escape(value)
            items.append(f"<dt>{html.escape(name)}</dt><dd>{shown}</dd>")
        return f"<dl>{''.join(items)}</dl>" if items else ""

    def statements(self, side: str, other: str) -> str:
        relations, parts, last = load().relations, [], ""
        for prop, node, name, words, seen, page, start, end, quote in self.rows(_STATEMENTS, SIDE=side, OTHER=other):
            relation = relations.get(prop.removeprefix(NS))
            if relation is None:
                continue
            zh, en = (relation.zh, relation.en) if side == "rdf:subject" else (relation.inverse_zh, relation.inverse_en)
            if prop != last:
                parts.append(f"<h3>{html.escape(zh)} <small>{html.escape(en)}</small></h3>")
                last = prop
            notes = " · ".join(html.escape(note) for note in (words, seen) if note)
            parts.append(f"<article><p>{self.link(node, name)} <small>{notes}</small></p>{self.quote(page, start, end, quote)}</article>")
        return "".join(parts)

    def figures(self) -> str:
        parts = []
        for measure, value, unit, period, page, start, end, quote in self.rows(_FIGURES):
            note = f" <small>{html.escape(period)}</small>" if period else ""
            line = f"<p>{html.escape(measure)}: <b>{html.escape(value)}</b> {html.escape(unit)}{note}</p>"
            parts.append(f"<article>{line}{self.quote(page, start, end, quote)}</article>")
        return f"<h2>数据 <small>figures</small></h2>{''.join(parts)}" if parts else ""

    def facts_of_page(self) -> str:
        relations, lines = load().relations, []
        for subject, name, prop, target, target_name, words, start, end, quote in self.rows(_PAGE):
            relation = relations.get(prop.removeprefix(NS))
            zh = relation.zh if relation else _short(prop)
            said = f"{self.link(subject, name)} — {html.escape(zh)} {html.escape(words)} → {self.link(target, target_name)}"
            lines.append(f"<tr><td>{said}</td><td>{html.escape(quote)}</td><td>{start}–{end}</td></tr>")
        return f"<table><tr><th>陈述</th><th>原文</th><th>位置</th></tr>{''.join(lines)}</table>" if lines else ""

    def render(self) -> str | None:
        about = self.rows(_ABOUT)
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
            body += f"<h2>全文 <small>text</small></h2><pre>{html.escape(raw)}</pre>" if raw else ""
        elif NS + "Evidence" in kinds or not names:
            body += self._references(incoming)
        else:
            facts = self.statements("rdf:subject", "rdf:object") + self.statements("rdf:object", "rdf:subject")
            body += (f"<h2>事实 <small>facts</small></h2>{facts}" if facts else "") + self.figures()
        return shell(title, body, iri=self.iri)

    def _references(self, rows: list[list[str]]) -> str:
        items = [f"<li>{html.escape(self.labels.get(p) or _short(p))}: {self.link(o, _short(o))}</li>" for p, o in rows]
        return f"<h2>引用 <small>referred to by</small></h2><ul>{''.join(items)}</ul>" if items else ""


def _quote(text: str) -> str:

    return parse.quote(text, safe="")


def _short(iri: str) -> str:

    for prefix, space in prefixes().items():
        if iri.startswith(space):
            return f"{prefix}:{iri[len(space) :]}"
    return iri


@cache
def _template() -> Template:
    return Template((Path(__file__).resolve().parent / "templates" / "serve.html").read_text(encoding="utf-8"))


def shell(title: str, body: str, *, iri: str = "", head: str = "") -> str:
    """A whole HTML page of this site; `title` is escaped here, `body` and `head` are HTML."""
    if iri:
        formats = " · ".join(f'<a href="?format={name}">{label}</a>' for name, label in (("turtle", "Turtle"), ("jsonld", "JSON-LD")))
        body = f'<p class="iri"><code>{html.escape(iri)}</code> · {formats}</p>{body}'
    return _template().substitute(title=html.escape(title), body=body, head=head)


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
    labels = {term.name: term.zh for term in terms()}
    space = base + "id/"
    items = [
        f'<li><a href="/id/{html.escape(hit.iri.removeprefix(space), quote=True)}">{html.escape(hit.text)}</a> '
        f"<small>{html.escape(' · '.join(filter(None, (labels.get(hit.kind), hit.place))))}</small></li>"
        for hit in hits
    ]
    nothing = "没有找到。试试名称的一部分、原文用词或拼音首字母;几个词须都有。Nothing found: try a part of the name, or fewer words."
    found = f"<ol>{''.join(items)}</ol>" if items else f'<p role="status">{nothing}</p>'
    return "html", shell(f"搜索:{job['text'][:100]}", found).encode("utf-8", "replace")
