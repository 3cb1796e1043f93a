"""Articles that a picture, an advertisement or another story interrupts: where a paragraph goes on with an earlier one."""

import re
from collections.abc import Sequence

from graph.extract.page.drafts import Draft
from graph.extract.page.paragraphs import Paragraph

__all__ = ["by_heading", "by_text", "is_carried", "next_section"]

# `(上接第1版)` before the rest of an article that was carried over.
_CARRIED = re.compile(r"[(<【]?上接")
_NOTE = 20  # characters of a line that is the note alone
# How many articles back an interrupted one is looked for.
_BACK = 3
# Behind what ends or interrupts a story, and below a section's head, a paragraph goes on with an earlier article when it shares at least
# six runs of three characters with it that the story lacks, and at most two the other way round. Behind plain body text the same
# proves nothing: on 45 annotated pages it was wrong 20 times of 21.
_LEAST, _MOST = 6, 2
_LEAD = 60  # runs of characters of an article that has hardly begun
_BREAKS = frozenset({"byline", "caption", "note", "other", "source"})
_NUMBERS = "一二三四五六七八九十"
# 二、 (二) 2. 2、 02
_NUMBERED = re.compile(rf"[(]?([{_NUMBERS}])[)、]|[(]?0?([1-9])[)、.](?!\d)|0([1-9]) ")


def is_carried(paragraph: Paragraph) -> bool:
    """Whether a paragraph opens with a note that its article began on another page."""
    return _CARRIED.match(paragraph.text) is not None


def by_text(paragraph: Paragraph, drafts: Sequence[Draft]) -> Draft | None:
    """The earlier article that a body paragraph goes on with; None when it goes on with the last one or begins its own."""
    current, earlier = drafts[-1], _open(drafts)
    if not earlier or paragraph.opens_article:
        return None
    noted = bool(current.parts) and is_carried(current.parts[-1][0]) and len(current.parts[-1][0].text) < _NOTE
    if is_carried(paragraph) or noted:
        best = max(earlier, key=lambda draft: _shared(paragraph, draft, current)[0])
        kin = _shared(paragraph, best, current)[0] >= _LEAST or not is_carried(paragraph)
        return _broken(earlier) or (best if kin else None)
    if paragraph.opens_news:
        return None
    broken = _broken(earlier[:1])
    if broken is not None and not current.broken and (current.ended or not (current.has("body") or current.has("headline"))):
        return broken
    interrupted = current.has("body") and current.parts[-1][1] in _BREAKS
    return _kin(paragraph, earlier, current) if interrupted else None


def next_section(group: Sequence[Paragraph], drafts: Sequence[Draft]) -> Draft | None:
    """The article whose next section by number (二、 behind 一、, 02 behind 01) the headings open, the last one or an earlier one."""
    number = _number(group[0].text)
    if number is None or number == 1:
        return None
    return next((draft for draft in (drafts[-1], *_open(drafts)) if _counts(draft, number - 1)), None)


def by_heading(following: Paragraph | None, drafts: Sequence[Draft]) -> Draft | None:
    """The earlier article that the text `following` below a section's head is about; None behind a lead, too short to share words with."""
    if following is None or following.opens_news or _leads(drafts[-1]):
        return None
    return _kin(following, _open(drafts), drafts[-1])


def _leads(draft: Draft) -> bool:
    """Whether an article has hardly begun; a news item (本报讯) may be short."""
    return len(draft.runs) < _LEAD and not any(paragraph.opens_news for paragraph, role in draft.parts if role == "body")


def _open(drafts: Sequence[Draft]) -> list[Draft]:
    """The articles before the last one that may go on, the latest first."""
    return [draft for draft in drafts[-2 : -2 - _BACK : -1] if draft.has("body") and not (draft.ended or draft.noted)]


def _broken(earlier: Sequence[Draft]) -> Draft | None:
    return next((draft for draft in earlier if draft.broken), None)


def _number(heading: str) -> int | None:
    match = _NUMBERED.match(heading)
    if match is None:
        return None
    return _NUMBERS.index(match[1]) + 1 if match[1] else int(match[2] or match[3])


def _counts(draft: Draft, number: int) -> bool:
    return any(role == "subhead" and _number(paragraph.text) == number for paragraph, role in draft.parts)


def _kin(paragraph: Paragraph, earlier: Sequence[Draft], current: Draft) -> Draft | None:
    for draft in earlier:
        there, here = _shared(paragraph, draft, current)
        if there >= _LEAST and here <= _MOST:
            return draft
    return None


def _shared(paragraph: Paragraph, draft: Draft, current: Draft) -> tuple[int, int]:
    """How many runs of characters a paragraph shares with one draft alone, and with the other alone."""
    own = paragraph.runs
    return len(own & draft.runs - current.runs), len(own & current.runs - draft.runs)
