"""A page's paragraphs -> its articles: where each begins and ends, its headline, rubric, bylines, source, and the roles of its parts."""

import re
from collections.abc import Sequence

from graph.extract.language.person_names import whole
from graph.extract.page import bylines
from graph.extract.page.drafts import Draft
from graph.extract.page.heads import place_head, place_subheads
from graph.extract.page.openings import SUBTITLE, is_other_story, level, moves_away, names_place, opens, told
from graph.extract.page.paragraphs import NAMES, Paragraph, paragraphs, source
from graph.extract.page.related import set_aside
from graph.extract.page.resumed import by_heading, by_text, is_carried, next_section
from graph.records import Article, Block, Byline, Page

# Under a picture that tells a story of its own, not one of the article's.
_REPORTED = re.compile(r"摄影报道[)。]?$")
_HEADS = NAMES | {"heading", "short"}


def split(page: Page) -> tuple[Article, ...]:
    """The articles of a page in page order, their ids the page name, # and a number; no paragraph belongs to two of them.

    A new article begins at a rubric, at a heading of the headline's rank or with a byline, at 本报讯 and the like, and at any
    paragraph that follows a closing mark (来源:《…》, a final credit, the editor's note). A heading that no text follows, or
    that breaks into an article without one, is that article's own headline.
    """
    drafts = [Draft()]
    found = set_aside(list(paragraphs(page)))
    position = 0
    while position < len(found):
        end = position
        while end < len(found) and found[end].kind in _HEADS:
            end += 1
        if end > position:
            _place_heads(found[position:end], _text_after(found, end), drafts)
        if end < len(found):
            _place(found[end], drafts)
        position = end + 1
    telling = sorted(filter(_tells, drafts), key=lambda draft: draft.parts[0][0].start)
    return tuple(_article(page, draft, number) for number, draft in enumerate(telling, 1))


def _text_after(found: Sequence[Paragraph], position: int) -> Paragraph | None:
    """The next paragraph that is neither furniture nor a line with date and source such as stands under a headline."""
    return next((p for p in found[position:] if p.kind != "other" and not (p.kind == "source" and p.dated)), None)


def _tells(draft: Draft) -> bool:
    return any(role not in {"rubric", "other"} for _, role in draft.parts)


def _place(paragraph: Paragraph, drafts: list[Draft]) -> None:
    """Put a rubric, body, note, source or other paragraph where it belongs."""
    draft = drafts[-1]
    if paragraph.kind == "body":
        _place_body(paragraph, drafts)
        return
    if paragraph.kind == "rubric" and _tells(draft):
        draft = Draft()
        drafts.append(draft)
    elif paragraph.kind in {"source", "end"}:
        draft.ended = draft.has("body")
    elif paragraph.kind == "note":
        draft.noted = draft.has("body")
    draft.add(paragraph, "other" if paragraph.kind == "end" else paragraph.kind)


def _resume(draft: Draft | None, drafts: list[Draft]) -> None:
    """Make an earlier article, if any, the one that goes on."""
    if draft is not None:
        drafts.remove(draft)
        drafts.append(draft)


def _place_body(paragraph: Paragraph, drafts: list[Draft]) -> None:
    earlier = by_text(paragraph, drafts)
    if earlier is not None:
        _resume(earlier, drafts)
        earlier.add(paragraph, "body")
        return
    draft = drafts[-1]
    picture = paragraph.closes == "picture"
    if draft.has("body"):
        begins = paragraph.opens_article or is_carried(paragraph) or is_other_story(paragraph, draft)
        if draft.ended or begins or (draft.noted and paragraph.gap >= 2):
            draft = Draft()
            drafts.append(draft)
        elif picture and paragraph.opens_news and (names_place(paragraph.text) or _REPORTED.search(paragraph.text)):
            # A picture with a story of its own, set into the article: it goes before the article that runs on around it.
            drafts.insert(len(drafts) - 1, Draft([(paragraph, "caption")]))
            return
        elif picture or paragraph.is_caption:
            draft.add(paragraph, "caption")
            return
    draft.add(paragraph, "body")
    draft.ended = draft.ended or paragraph.closes in {"source", "signed"} or (picture and draft.brief)


def _place_heads(group: Sequence[Paragraph], following: Paragraph | None, drafts: list[Draft]) -> None:
    """Put a run of headings, short lines, bylines and credits: at the end of the article before, within it, or before the next."""
    group = _closing_names(group, following, drafts)
    units = _units(group, following, drafts[-1])
    for unit in units[:-1]:
        _place_unit(unit, None, drafts)
    if units:
        _place_unit(units[-1], following, drafts)


def _units(group: Sequence[Paragraph], following: Paragraph | None, draft: Draft) -> list[list[Paragraph]]:
    """The run cut into heads of single articles: a heading after a name begins the next head.

    So does the second heading when the article before still lacks one, and the text that follows opens a news item, or one from elsewhere,
    or the first heading has its words from the article before.
    """
    headless = draft.has("body") and not draft.has("headline")
    opens = following is not None and (following.opens_news or (headless and moves_away(following.text, told(draft))))
    opens = opens or (headless and following is not None and _looks_back(group[:1], draft, following))
    units: list[list[Paragraph]] = []
    signed = titled = False
    for paragraph in group:
        ready = headless and len(units) == 1 and opens
        if not units or (paragraph.kind == "heading" and titled and (signed or ready)):
            shoulder = units[-1].pop() if units and _is_shoulder(units[-1][-1]) else None
            units.append([] if shoulder is None else [shoulder])
            signed = titled = False
        units[-1].append(paragraph)
        signed = signed or paragraph.kind in NAMES
        titled = titled or paragraph.kind == "heading"
    return units


def _is_shoulder(line: Paragraph) -> bool:
    """Whether a line leads to the headline below it rather than explaining the one above."""
    return line.kind == "short" and not SUBTITLE.match(line.text)


def _place_unit(unit: Sequence[Paragraph], following: Paragraph | None, drafts: list[Draft]) -> None:
    draft = drafts[-1]
    followed = following is not None and following.kind == "body"
    if not draft.has("body") or (not followed and not draft.has("headline")):
        place_head(draft, unit)
    elif not followed:
        signed = any(p.kind in NAMES for p in unit)
        if signed and _split_off(drafts, unit):
            place_head(drafts[-1], unit)
        elif draft.ended or draft.noted or signed or 0 < level(unit) <= draft.level:
            place_head(_fresh(drafts), unit)
        else:
            place_subheads(draft, unit)
    elif not draft.has("headline") and draft.broken:
        place_head(draft, unit)
    elif not draft.has("headline") and _looks_back(unit, draft, following):
        place_head(draft, unit)
        draft.ended = True
    elif (section := next_section(unit, drafts)) is None and following is not None and opens(unit, following, draft):
        place_head(_fresh(drafts), unit)
    else:
        _resume(section or by_heading(following, drafts), drafts)
        place_subheads(drafts[-1], unit)


def _looks_back(unit: Sequence[Paragraph], draft: Draft, following: Paragraph | None) -> bool:
    """Whether a heading has its words from the article above it and hardly any from the text below."""
    own = {run for line in unit if line.kind not in NAMES for run in line.runs}
    below = following.runs if following is not None else frozenset()
    return len(own & draft.runs) >= max(3, 3 * len(own & below))


def _split_off(drafts: list[Draft], unit: Sequence[Paragraph]) -> bool:
    """Make the end of the last article, from where it first names the place or body that signs `unit`, an article of its own.

    Needed where a body stands before its own headline and nothing parts it from the article above.
    """
    draft = drafts[-1]
    keys = [key for p in unit if p.kind == "byline" and (key := bylines.signatory_stem(p.text))]
    for number, (paragraph, role) in enumerate(draft.parts):
        if role == "body" and keys and keys[0] in paragraph.text:
            if any(own == "body" for _, own in draft.parts[:number]):
                drafts.append(draft.cut(number))
                return True
            return False
    return False


def _closing_names(group: Sequence[Paragraph], following: Paragraph | None, drafts: list[Draft]) -> Sequence[Paragraph]:
    """Give the names that open the run to the article they close; what is left of the run."""
    draft = drafts[-1]
    if not draft.has("body"):
        return group
    position = 0
    last = following is None or following.opens_news
    if group[0].kind == "short" and whole(group[0].text) and (len(group) > 1 or last):
        draft.add(group[0], "byline")  # a name alone between a body and the next headline
        draft.ended = True
        position = 1
    while position < len(group) and group[position].kind in NAMES:
        name = group[position]
        alone = len(group) == 1 and following is not None and following.kind == "body"
        if name.kind == "byline" and alone and following is not None and following.opens_news:
            stem = bylines.signatory_stem(name.text)
            if stem and not any(stem in p.text for p, _ in draft.parts):
                break
        draft.add(name, "byline")
        draft.ended = draft.ended or draft.brief or not bylines.is_picture_credit(name.text)
        position += 1
    return group[position:]


def _fresh(drafts: list[Draft]) -> Draft:
    drafts.append(Draft())
    return drafts[-1]


def _article(page: Page, draft: Draft, number: int) -> Article:
    front = [part for role in ("rubric", "headline") for part in draft.parts if part[1] == role]
    parts = front + [part for part in draft.parts if part[1] not in {"rubric", "headline"}]
    headline = " ".join(paragraph.text for paragraph, role in parts if role == "headline")
    rubrics = [paragraph.text for paragraph, role in parts if role == "rubric"]
    return Article(
        id=f"{page.name}#{number}",
        page=page.name,
        blocks=tuple(Block(role, paragraph.start, paragraph.end) for paragraph, role in parts),
        headline=headline or None,
        rubric=rubrics[-1].strip("【】〖〗■◆▲●★|/ ") if rubrics else None,
        source=next((found for paragraph, _ in parts if (found := source(paragraph)) is not None), None),
        bylines=tuple(_bylines(draft)),
    )


def _bylines(draft: Draft) -> list[Byline]:
    texts = [paragraph for paragraph, role in draft.parts if role in {"body", "caption"}]
    found: dict[tuple[int, int], Byline] = {}
    for paragraph, role in draft.parts:
        names: Sequence[Byline] = ()
        if role == "byline":
            names = bylines.signature(paragraph.text, paragraph.start) or bylines.names(paragraph.text, paragraph.start) or ()
        elif role in {"other", "source"}:
            names = bylines.in_line(paragraph.text, paragraph.start)
        elif role in {"body", "caption"}:
            edges = {"first": paragraph is texts[0], "last": paragraph is texts[-1]}
            names = tuple(bylines.in_body(paragraph.text, paragraph.start, **edges))
        found |= {(name.start, name.end): name for name in names}
    return sorted(found.values(), key=lambda name: name.start)


_SENTENCE_END = re.compile(r"[。!?;…]+[”’」』)》]*")


def sentences(page: Page, block: Block) -> list[tuple[int, int]]:
    """The view spans of a block's sentences, their final punctuation and closing quotes included; no white space between.

    A full stop inside quotation marks or brackets ends no sentence as long as more follows inside them.
    """
    text = page.view[block.start : block.end]
    found: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match[0][0] in ";" or not _balanced(text[start : match.end()]):
            continue
        found.append((block.start + start, block.start + match.end()))
        start = match.end()
    if start < len(text):
        found.append((block.start + start, block.end))
    return found


def _balanced(text: str) -> bool:
    return all(text.count(a) <= text.count(b) for a, b in ("“”", "()", "《》", "「」"))
