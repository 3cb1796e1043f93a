"""Quoted initiatives: which quotations name a programme, and which are speech, watchwords, figures of speech or titles.

Every quotation collects cues for and against (weights in schema/quoted_weights.yaml); it is a name when their sum reaches zero.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.extract.initiatives import quoted_cues
from graph.extract.initiatives.quoted_cues import Context
from graph.extract.initiatives.quoted_weights import quoted_weights
from graph.extract.language.initiative_words import head_after, head_of, words
from graph.extract.language.lexicon import name_words
from graph.extract.page import quotes
from graph.extract.titles.quoted_phrases import phrase, serial
from graph.records import Block

# Cues behind a row that speak of its last quotation alone.
_LAST_ONLY = {"defined", "begins"}
# What must speak for a noun with its quoted attribute.
_BELIEVED = {"founding", "verb", "verb near", "head"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name as found: view span, kind (None when nothing says it), the cues that spoke for it; what it stands for (五小)."""

    start: int
    end: int
    kind: str | None
    cues: tuple[str, ...]
    stands_for: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quotation that may be a name: the cues around and inside it, the kind that the words around it give, a longer name it opens."""

    quote: quotes.Quote
    cues: tuple[str, ...]
    kind: str | None
    longer: Name | None


def _parts(text: str, quote: quotes.Quote, context: Context) -> list[Name]:
    """The names that a quotation lists (“甲、乙、丙”) when most of them are quoted on their own, too."""
    pieces = text[quote.start : quote.end].split("、")
    if len(pieces) < 2 or 2 * sum(piece in context.counts for piece in pieces) < len(pieces):
        return []
    at, names = quote.start, []
    for piece in pieces:
        names.append(Name(at, at + len(piece), None, ("repeated",)))
        at += len(piece) + 1
    return names


def _longer(text: str, quote: quotes.Quote, block: Block, cues: list[str], kind: str | None) -> Name | None:
    """The name when it is longer than the quotation: an event with its date, or a noun with its quoted attribute."""
    if found := serial(text, quote, block.end):
        return Name(quote.outer[0], *found, ("serial",))
    end = phrase(text, quote, block.end)
    if end is None:
        return None
    whole = head_of(text[quote.outer[1] : end])
    return Name(quote.outer[0], end, whole.kind if whole else kind, ("phrase",))


def _own_kind(inside: str) -> str | None:
    """The kind that the last noun of a name gives, or the noun that is the whole name."""
    if inside in words().heads:
        return words().heads[inside][0]
    own = head_of(inside)
    return own.kind if own else None


def _is_firm(text: str, row: list[quotes.Quote], inside: str) -> bool:
    """Whether a quotation is the brand of an enterprise; one that is a word, too, only where the words behind say so: “顺达”等平台."""
    if inside not in name_words().brands:
        return False
    if inside not in name_words().ambiguous_brands and not head_after(text, row[-1].outer[1]):
        return True
    behind = text[row[-1].outer[1] : row[-1].outer[1] + 8].removeprefix("等")
    return behind.startswith((*name_words().of_a_firm, "企业"))


def candidates(text: str, row: list[quotes.Quote], block: Block, context: Context) -> Iterator[Candidate]:
    """The quotations of a row that may be names, in order: not what somebody says, nor a doctrine, a firm or what is known otherwise."""
    left = list(quoted_cues.left(text, row[0].outer[0], block.start))
    right, kind = quoted_cues.right(text, row, block.start)
    insides = [text[quote.start : quote.end].strip() for quote in row]
    for quote, inside in zip(row, insides, strict=True):
        if not inside or quote.outer in context.taken or quoted_cues.is_said(text, quote, block.start) or _is_firm(text, row, inside):
            continue
        last = quote is row[-1]
        behind = right if last else ["row head" if cue == "head" else cue for cue in right if cue not in _LAST_ONLY]
        cues = [*quoted_cues.own(inside, insides, context), *left, *behind]
        cues += ["nested"] * (quote.depth > 0) + ["opens"] * quoted_cues.opens(text, quote, block)
        longer = _longer(text, quote, block, cues, kind) if last else None
        cues += ["head"] * (longer is None and "counted" in cues and text.startswith("标准", quote.outer[1]))
        yield Candidate(quote, quoted_weights().telling(cues), kind, longer)


def _judge(text: str, row: list[quotes.Quote], block: Block, context: Context) -> Iterator[Name]:
    """The names among the quotations of a row."""
    for found in candidates(text, row, block, context):
        inside = text[found.quote.start : found.quote.end].strip()
        if found.longer:
            if found.longer.cues != ("phrase",) or _BELIEVED & set(found.cues):
                yield found.longer
        elif "head" not in found.cues and (parts := _parts(text, found.quote, context)):
            yield from parts
        elif len(inside) > 1 and quoted_weights().score(found.cues) >= 0:
            kind = "competition" if "cup" in found.cues else found.kind or _own_kind(inside)
            weights = quoted_weights().cues
            for_it = tuple(cue for cue in found.cues if weights[cue] > 0)
            yield Name(found.quote.start, found.quote.end, kind, for_it)


def find(text: str, block: Block, context: Context) -> Iterator[Name]:
    """The quotations of a block that name initiatives, outer ones before the inner ones of those that are none."""
    marks = [q for q in quotes.find(text, block.start, block.end) if q.mark not in "《〈" and q.end > q.start]
    for depth in range(3):
        level = [q for q in marks if q.depth == depth]
        for row in quotes.rows(text, level):
            for name in _judge(text, row, block, context):
                yield name
                marks = [q for q in marks if not (name.start <= q.start and q.end <= name.end)]
