"""Initiatives as they are compared: names, region, themes, the sentences about them, what those say, and their figures."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.characters import reading
from graph.divisions import ancestors
from graph.facets import FACETS, measure
from graph.tables import Tables, place_codes

# Where a sentence and a clause end. A line end closes a sentence in tables that carry no descriptions.
_SENTENCE = re.compile(r"[^。!?！？\n]+[。!?！？]?[”’」』)）]*")
_CLAUSE = "，,；;。：:！!？?\n"
_OTHER = "〇"  # stands where another initiative is named


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence about an initiative: place in the raw text, `clause`, the part that names it (else empty), `named`, how many it names."""

    page: str
    start: int
    end: int
    text: str
    place: str
    clause: str = ""
    named: int = 1


@dataclass(slots=True)
class Profile:
    """An initiative as it is compared. `concepts`: facet -> concept -> (weight by place, the word that shows it);
    `row`: how many initiatives the sentence names, itself included, that names it with the fewest others;
    `forms`: how the text calls it besides its names (平台, 驿站)."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    kind: str = ""
    themes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    article: str = ""
    scheme: frozenset[str] = frozenset()
    sentences: list[Sentence] = field(default_factory=list)
    texts: list[tuple[float, str]] = field(default_factory=list)
    concepts: dict[str, dict[str, tuple[float, str]]] = field(default_factory=dict)
    figures: list[tuple[str, str, float]] = field(default_factory=list)
    row: int = 1
    forms: tuple[str, ...] = ()

    @property
    def region(self) -> str:
        """The main region's adcode, empty when unknown."""
        return self.regions[0] if self.regions else ""

    @property
    def told(self) -> float:
        """How much the text says about it, 1 for a sentence of its own: what only stands in a long row says little."""
        return float(self.row ** -measure().row)

    @property
    def level(self) -> int:
        """0 unknown, 1 province, 2 prefecture, 3 county, 4 below."""
        return depth(self.region) if self.region else 0


def regions_of(tables: Tables) -> dict[str, tuple[str, ...]]:
    """Initiative id -> adcodes, the main one (graph.placement) first, then where else relations say it runs (most evidence, then most
    specific). Unknown regions are left out."""
    entities = tables["entities"]
    code = place_codes(tables)
    stated: dict[str, list[str]] = defaultdict(list)
    relations = tables["relations"]
    for row in relations[relations["relation"] == "inRegion"].itertuples():
        if row.tail in code:
            stated[row.head].append(code[row.tail])
    out = {}
    for id_ in sorted(entities.loc[entities["type"] == "Initiative", "id"]):
        own = [code[id_]] if id_ in code else []
        if found := own + _frequent(stated.get(id_, ())):
            out[id_] = tuple(dict.fromkeys(found))
    return out


def _frequent(codes: Sequence[str]) -> list[str]:
    """Most frequent first, then the most specific."""
    return sorted(set(codes), key=lambda code: (-codes.count(code), -depth(code), code))


def depth(code: str) -> int:
    """1 province, 2 prefecture, 3 county, 4 below (by the code's form)."""
    return 4 if len(code) > 6 else 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def standing(one: Sequence[str], other: Sequence[str]) -> str:
    """How the regions of two initiatives stand to each other: same (they share one), nested (one lies in another), apart, or unknown."""
    if not one or not other:
        return "unknown"
    if set(one) & set(other):
        return "same"
    inside = any(a in ancestors(b) or b in ancestors(a) for a in one for b in other)
    return "nested" if inside else "apart"


def _schemes(tables: Tables, initiatives: set[str]) -> dict[str, frozenset[str]]:
    """Initiative id -> all initiatives above it (itself included) by partOfInitiative."""
    parents: dict[str, set[str]] = defaultdict(set)
    relations = tables["relations"]
    part = relations[relations["relation"] == "partOfInitiative"]
    for head, tail in zip(part["head"], part["tail"], strict=True):
        parents[head].add(tail)
    above = {}
    for id_ in initiatives:
        seen, todo = {id_}, [id_]
        while todo:
            new = parents.get(todo.pop(), set()) - seen
            seen |= new
            todo += new
        above[id_] = frozenset(seen)
    return above


class _Mentions:
    """Mentions of initiatives by page, in order, for the clause that names one and for what else is named beside it."""

    def __init__(self, tables: Tables, initiatives: set[str]) -> None:
        self.pages: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        mentions = tables["mentions"]
        for row in mentions[mentions["entity"].isin(initiatives)].itertuples():
            self.pages[row.page].append((int(row.start), int(row.end), row.entity))
        for spans in self.pages.values():
            spans.sort()

    def within(self, page: str, start: int, end: int) -> list[tuple[int, int, str]]:
        spans = self.pages.get(page, [])
        first = bisect_left(spans, (start, 0, ""))
        return [span for span in spans[first : bisect_left(spans, (end, 0, ""))] if span[1] <= end]

    def clause(self, sentence: tuple[str, int, int, str], entity: str) -> str:
        """The clauses of the sentence that name the entity; other initiatives in them are blanked."""
        page, start, end, text = sentence
        inside = self.within(page, start, end)
        blanked = list(text)
        for a, b, other in inside:
            if other != entity:
                blanked[a - start : b - start] = _OTHER * (b - a)
        plain = "".join(blanked)
        parts = []
        for a, b, other in inside:
            if other == entity:
                left = max(plain.rfind(mark, 0, a - start) for mark in _CLAUSE) + 1
                right = min((at for mark in _CLAUSE if (at := plain.find(mark, b - start)) >= 0), default=len(plain))
                parts.append(plain[left:right])
        return "|".join(dict.fromkeys(parts))


def _described(tables: Tables, mentions: _Mentions) -> Iterator[tuple[str, Sentence]]:
    """(initiative, sentence) of the table descriptions; of initiatives without any, the sentences around their mentions, and of
    those that are not even mentioned the evidence of their relations."""
    done = set()
    for row in tables["descriptions"].itertuples():
        span = (row.page, int(row.start), int(row.end), row.text)
        clause = mentions.clause(span, row.entity) if row.how != "carried" else ""
        yield row.entity, Sentence(*span, "sentence" if row.how != "carried" else "carried", clause)
        done.add(row.entity)
    texts = dict(zip(tables["pages"]["page"], tables["pages"]["text"], strict=True))
    for page, spans in sorted(mentions.pages.items()):
        missing = [span for span in spans if span[2] not in done]
        if missing and texts.get(page):
            yield from _around(page, texts[page], missing, mentions)
            done |= {span[2] for span in missing}
    for row in tables["relations"].drop_duplicates(["page", "start", "end", "tail"]).itertuples():
        if row.tail not in done and row.text:
            yield row.tail, Sentence(row.page, int(row.start), int(row.end), row.text, "sentence")


def _around(page: str, raw: str, spans: list[tuple[int, int, str]], mentions: _Mentions) -> Iterator[tuple[str, Sentence]]:
    for match in _SENTENCE.finditer(raw):
        named = dict.fromkeys(entity for a, b, entity in spans if match.start() <= a and b <= match.end())
        for entity in named:
            span = (page, match.start(), match.end(), match.group())
            yield entity, Sentence(*span, "sentence", mentions.clause(span, entity))


def read_concepts(texts: Sequence[tuple[float, str]]) -> dict[str, dict[str, tuple[float, str]]]:
    """Facet -> concept -> (highest weight of a text that shows it, its word)."""
    found: dict[str, dict[str, tuple[float, str]]] = {name: {} for name in FACETS}
    for weight, text in texts:
        for name in FACETS:
            for concept, word in measure().facets[name].find(text).items():
                if weight > found[name].get(concept, (0.0, ""))[0]:
                    found[name][concept] = (weight, word)
    return found


def figures_of(tables: Tables, initiatives: set[str]) -> dict[str, list[Any]]:
    """Initiative id -> rows of the table statistics about it: it is their subject, or they stand in a sentence about it alone."""
    alone: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for row in tables["descriptions"].itertuples():
        alone[row.page, int(row.start), int(row.end)].add(row.entity)
    by_page: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for (page, start, end), about in sorted(alone.items()):
        if len(about) == 1:
            by_page[page].append((start, end, min(about)))
    figures: dict[str, list[Any]] = defaultdict(list)
    for row in tables["statistics"].itertuples():
        subject = row.subject if row.subject in initiatives else ""
        spans = by_page.get(row.page, [])
        at = bisect_right(spans, (int(row.start), 2**62, "")) - 1
        if not subject and at >= 0 and spans[at][1] >= int(row.end):
            subject = spans[at][2]
        if subject in initiatives:
            figures[subject].append(row)
    return figures


def _partners(tables: Tables, initiatives: set[str]) -> dict[str, list[str]]:
    """Initiative id -> names of bodies other than unions that run it or take part in it."""
    entities = tables["entities"]
    bodies = entities[entities["type"].isin(["Organization", "Company"])]
    names = dict(zip(bodies["id"], bodies["name"], strict=True))
    partners: dict[str, list[str]] = defaultdict(list)
    relations = tables["relations"]
    for row in relations[relations["relation"].isin(["runs", "takesPart"])].itertuples():
        if row.tail in initiatives and row.head in names:
            partners[row.tail].append(names[row.head])
    return partners


def profiles(tables: Tables) -> list[Profile]:
    """The profiles of all initiatives, by id."""
    entities = tables["entities"]
    rows = entities[entities["type"] == "Initiative"].sort_values("id", kind="stable")
    ids = set(rows["id"])
    regions, schemes, partners = regions_of(tables), _schemes(tables, ids), _partners(tables, ids)
    found = {
        row.id: Profile(
            row.id, row.name, tuple(dict.fromkeys((row.name, *filter(None, row.aliases.split("|"))))), row.kind,
            tuple(row.themes.split()), regions.get(row.id, ()), scheme=schemes[row.id],
        )
        for row in rows.itertuples()
    }  # fmt: skip
    called: dict[str, set[str]] = defaultdict(set)
    for row in reversed(list(tables["mentions"].itertuples())):
        if row.entity in found:
            found[row.entity].article = row.article
            called[row.entity].add(row.text)
    for id_, texts in called.items():
        found[id_].forms = tuple(sorted(texts.difference(found[id_].names)))
    for id_, sentence in _described(tables, _Mentions(tables, ids)):
        if id_ in found:
            found[id_].sentences.append(sentence)
    _count_rows(found.values())
    for id_, figures in figures_of(tables, ids).items():
        found[id_].figures = [(row.measure, row.unit, float(row.value)) for row in figures]
    children: dict[str, list[str]] = defaultdict(list)
    for profile in found.values():
        for parent in profile.scheme - {profile.id}:
            children[parent].append(profile.id)
    for profile in found.values():
        _read(profile, [found[child].name for child in sorted(children[profile.id]) if child in found], partners[profile.id])
    return list(found.values())


def _count_rows(found: Collection[Profile]) -> None:
    sizes = Counter((s.page, s.start) for profile in found for s in profile.sentences if s.place == "sentence")
    for profile in found:
        profile.sentences = [replace(s, named=sizes[s.page, s.start]) if s.place == "sentence" else s for s in profile.sentences]
        profile.row = min((s.named for s in profile.sentences if s.place == "sentence"), default=1)


def _read(profile: Profile, components: list[str], partners: list[str]) -> None:
    """Fill texts and concepts of a profile from its names, sentences, components and partners."""
    places = measure().places
    called = (*profile.names, *profile.forms)
    texts = [(places["name"], name) for name in called]
    for sentence in profile.sentences:
        if sentence.clause:
            texts.append((places["clause"], sentence.clause))
        texts.append((places[sentence.place] * sentence.named ** -measure().shared, sentence.text))
    texts += [(places["component"], name) for name in components]
    profile.texts = texts = [(weight, reading(text)) for weight, text in texts]
    profile.concepts = read_concepts(texts)
    itself = [name for name in called if "+" not in name]  # 工匠学院 is no work with a school, 工会+学校 is
    together = {c: hit for c, hit in profile.concepts["partners"].items() if not any(name.endswith(hit[1]) for name in itself)}
    profile.concepts["partners"] = together
    for name in partners:
        for concept, word in measure().facets["partners"].find(name).items():
            together[concept] = (1.0, word)
    parties = measure().parties
    words = [together[partner][1] for partner in parties.partners if partner in together]
    if len(words) >= parties.least and parties.weight > profile.concepts["mechanism"].get(parties.mechanism, (0.0, ""))[0]:
        profile.concepts["mechanism"][parties.mechanism] = (parties.weight, words[0])
