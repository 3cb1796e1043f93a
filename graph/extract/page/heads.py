"""The lines over an article: which is its headline, which lead to it or explain it, who signs."""

import re
from collections.abc import Sequence

from graph.extract.language.person_names import whole
from graph.extract.page.drafts import Draft
from graph.extract.page.openings import SUBTITLE, level
from graph.extract.page.paragraphs import NAMES, Paragraph

__all__ = ["place_head", "place_subheads"]

# The longest line that may be but a label over the headline, and the shortest that is a headline below it.
_LABEL, _FULL = 5, 10


def place_head(draft: Draft, group: Sequence[Paragraph]) -> None:
    """Add headline lines, their sub-lines and names. The headline are the headings of the highest rank, and the one before
    or after that is but a quoted name; a headline of before that no text followed gives way to a higher one."""
    top = level(group)
    headlines: list[Paragraph] = []
    if top and not draft.has("body") and not 0 < draft.level <= top:
        draft.demote()
    if not top:
        group = _after_label(group, draft)
    names_seen = draft.has("headline")
    for paragraph in group:
        if paragraph.kind in NAMES:
            names_seen = names_seen or bool(headlines)
            draft.add(paragraph, "byline")
        elif headlines and len(group) > 1 and paragraph is group[-1] and len(paragraph.text) <= 3 and whole(paragraph.text):
            draft.add(paragraph, "byline")  # a name alone under the headline
        elif names_seen or SUBTITLE.match(paragraph.text) or (top and paragraph.kind != "heading"):
            draft.add(paragraph, "subhead")
        elif (paragraph.level == top or _is_quotation((headlines or [paragraph])[0].text)) if top else not headlines:
            headlines.append(paragraph)
            draft.add(paragraph, "headline")
            draft.level = max(draft.level, paragraph.level)
        else:
            draft.add(paragraph, "subhead")


def _after_label(group: Sequence[Paragraph], draft: Draft) -> Sequence[Paragraph]:
    """The lines of a head without what opens it and is but the name of a section or of the site: short, above one as long as a headline."""
    lines = [p for p in group if p.kind not in NAMES]
    first = next((p for p in lines if len(p.text) > _LABEL), None)
    if first is None or len(first.text) < _FULL or SUBTITLE.match(first.text):
        return group
    if not draft.has("body") and all(len(p.text) <= _LABEL for p, role in draft.parts if role == "headline"):
        draft.demote()
    if not draft.has("headline"):
        labels = lines[: lines.index(first)]
        place_subheads(draft, labels)
        return [paragraph for paragraph in group if paragraph not in labels]
    return group


def _is_quotation(text: str) -> bool:
    return re.fullmatch(r"“[^”]*”", text) is not None


def place_subheads(draft: Draft, group: Sequence[Paragraph]) -> None:
    """Add lines inside an article: the heads of its sections, and names."""
    for paragraph in group:
        draft.add(paragraph, "byline" if paragraph.kind in NAMES else "subhead")
