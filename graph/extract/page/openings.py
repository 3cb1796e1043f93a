"""Signs that a heading or paragraph begins a story of its own: ranks, dates, names, and above all another place than the article before."""

import re
from collections.abc import Iterable, Iterator, Sequence

from graph.extract.page.drafts import Draft
from graph.extract.page.paragraphs import NAMES, Paragraph
from graph.extract.places.gazetteer import Division, gazetteer
from graph.extract.places.place_names import Place, chains, is_weak

__all__ = ["SUBTITLE", "is_other_story", "level", "moves_away", "names_place", "opens", "told"]

# The headlines of notices, which are no sections of a story.
_NOTICE = re.compile(
    r"^关于.{4,}的(?:通知|公告|通报|通告|决定|意见|启事|倡议|倡议书)$"
    r"|^(?!.*(?:贴出|写给|发出|发布|张贴|一封|的))[^,。]{4,24}(?:启事|公告|通告|倡议书|征稿)$"
)
SUBTITLE = re.compile(r"——|--|—")
# Where a news item says who acts: in the first characters of its first paragraph.
_OPENING = 40
# How much of an article tells where it is: its headline and the beginning of its paragraphs.
_TOLD = 120
_SUFFIXES = "省市县区旗州盟镇乡街道"
_BODY = re.compile(
    r"(?:[^|:]{2,6}[|:])?([一-鿿“”]{2,14}?(?:工会|公司|集团|局|矿|厂|医院|学院|学校|银行|街道|园区|开发区|油田|铁路|工作室))"
)
# Behind it a headline goes on; the row of a table, or a signature, does not.
_UNION = re.compile(r"(?:^|[ :])([一-鿿]{2,12}?总工会)(?=[一-鿿“:])")


def opens(group: Sequence[Paragraph], following: Paragraph, draft: Draft) -> bool:
    """Whether the headings before `following` open a new article rather than a section of `draft`."""
    if draft.ended or draft.noted or following.opens_article or any(_NOTICE.search(line.text) for line in group):
        return True
    if any(p.kind in NAMES for p in group):
        return True
    if _elsewhere(group, following, draft) or moves_away(following.text, told(draft)):
        return True
    if _is_titled(group) or _names_other_union(group, draft) or _names_other_body(group, following, draft):
        return True
    rank = level(group)
    if rank:
        return rank <= draft.level if draft.level else rank == 1
    return draft.level == 0 and following.opens_news


def is_other_story(paragraph: Paragraph, draft: Draft) -> bool:
    """Whether a paragraph that follows another one opens with a date and with a place elsewhere, or one of the two where the print sets it
    apart; set apart, a paragraph that shares no words with the article is another story, too."""
    if draft.parts[-1][1] != "body" or paragraph.closes == "picture" or not (paragraph.apart or paragraph.opens_news):
        return False
    if paragraph.apart and (paragraph.opens_news or len(paragraph.runs & draft.runs) < 2):
        return True
    return moves_away(paragraph.text, told(draft))


def told(draft: Draft) -> Iterator[str]:
    """The texts that tell where an article is."""
    return (paragraph.text for paragraph, role in draft.parts if role in {"headline", "subhead", "body"})


def _elsewhere(group: Sequence[Paragraph], following: Paragraph, draft: Draft) -> bool:
    """Whether a heading opens with a place that `draft` never names, before a colon (某县:驿站建到家门口) or above a news item: a story of
    its own, whatever its rank."""
    for heading in group:
        end = 0
        for start, stop, _ in gazetteer().scan(heading.text[:12]):
            end = stop if start == end else end
        if end:
            named = any(heading.text[:2] in paragraph.text for paragraph, _ in draft.parts)
            return not named and ((following.opens_news and heading.kind == "heading") or heading.text[end : end + 1] == ":")
    return False


def _is_titled(group: Sequence[Paragraph]) -> bool:
    """Whether the headings are a headline with its sub-line (——某县的做法), which sections don't have."""
    return any(SUBTITLE.match(line.text) for line in group[1:])


def _names_other_union(group: Sequence[Paragraph], draft: Draft) -> bool:
    """Whether a heading opens with a union whose place `draft` never names."""
    places = [match[1].removesuffix("总工会").rstrip(_SUFFIXES)[-2:] for line in group if (match := _UNION.match(line.text))]
    return any(all(place not in paragraph.text for paragraph, _ in draft.parts) for place in places)


def _names_other_body(group: Sequence[Paragraph], following: Paragraph, draft: Draft) -> bool:
    """Whether a heading opens with a body that the text below goes on about and `draft` never names."""
    names = [match[1][:4] for line in group if (match := _BODY.match(line.text))]
    return any(name in following.text[:_TOLD] and not any(name in paragraph.text for paragraph, _ in draft.parts) for name in names)


def names_place(text: str) -> bool:
    """Whether a text names a division in full, so that it tells by itself where it happened."""
    known = gazetteer()
    return any(known.is_official(text[start:end]) for start, end, _ in known.scan(text))


def level(group: Sequence[Paragraph]) -> int:
    """The highest rank of the headings, 1 before 6; 0 when no mark gives one."""
    levels = [p.level for p in group if p.level]
    return min(levels) if levels else 0


def moves_away(text: str, before: Iterable[str]) -> bool:
    """Whether `text` opens with a place that no place of the texts `before` holds, lies in, or shares its prefecture with.

    False when the opening names no county or higher division, or `before` names none: nothing is known then; and when `before` goes about
    its province from one prefecture to the next.
    """
    here = _named(text[:_OPENING])
    if not here:
        return False
    there = [division for part in before for division in _named(part[:_TOLD])]
    prefectures = {division.code[:4] for division in there if division.level > 1}
    round_trips = {a[:2] for a in prefectures for b in prefectures if a != b and a[:2] == b[:2]}
    if any(division.code[:2] in round_trips for division in here):
        return False
    return bool(there) and not any(_related(a, b) for a in here for b in there)


def _named(text: str) -> list[Division]:
    """What the counties and higher divisions of a text may be: by their full name, a path, or as whose union."""
    return [division for place in chains(text, ((0, len(text)),), None) if _sure(place, text) for division in _meant(place)]


def _sure(place: Place, text: str) -> bool:
    # A name that may as well be other words (在城区5条主干道, 会同县人社局) says nothing about where a text is.
    return place.path or (place.full and not is_weak(place)) or text.startswith(("总工会", "市总", "县总", "区总", "工会"), place.end)


def _meant(place: Place) -> tuple[Division, ...]:
    return tuple(d for d in ((place.division,) if place.division is not None else place.candidates) if d.level < 4)


def _related(a: Division, b: Division) -> bool:
    within = gazetteer().within
    return within(a.code, b.code) or within(b.code, a.code) or (a.level > 1 and b.level > 1 and a.code[:4] == b.code[:4])
