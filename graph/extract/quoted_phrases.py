"""Names that go on behind a quotation: a noun with its quoted attribute, an event with its quoted motto."""

import re

from graph.extract import levels, quotes
from graph.extract.initiative_words import head_after, words

NUMERAL = "一二两三四五六七八九十百千双多零单\\d"
# A count with one more character (三心), a sum (工会+法院, 1+6+1).
ATTRIBUTE = re.compile(rf"[{NUMERAL}][^\W\d{NUMERAL}]")
PLUS = re.compile(r"[^+]{1,20}(?:\+[^+]{0,20}){1,5}")
_METHODS = {"工作法", "服务法", "操作法", "管理法"}
# Counted things that are attributes, not names (“四级”, “三类”).
_MEASURES = "级类种型层方维位"
_CLOSED = ",。;:!?、\n"
_REST = re.compile(r"(?:[^,。;:!?、“”《》()\n]|“[^“”]{1,8}”){2,30}")
_NOUN_PHRASE = re.compile(r"[^,。;:!?、“”‘’「」《》()\s了着在将把被让使向对以给是的]{3,12}")


def phrase(text: str, quote: quotes.Quote, stop: int) -> int | None:
    """Where the phrase ends whose attribute is the quotation (“四级”能级工资集体协商); None when the quotation is the name.

    A count with one more character (“三心”) and a sum (“甲+乙”) are attributes of a described noun (职工志愿服务体系), but names before
    a bare one (工作模式, 活动).
    """
    inside = text[quote.start : quote.end]
    hit = _NOUN_PHRASE.match(text, quote.outer[1], stop)
    if not hit or inside in words().formulas - {"互联网+"} or words().hard_verb.search(hit.group()) or hit.group().endswith("工作"):
        return None
    head = head_after(text, quote.outer[1])
    noun = text[quote.outer[1] : head.end].strip() if head else ""
    described = head is not None and head.start - quote.outer[1] >= 3 and "工作" not in noun and head.kind != "brand"
    closed = hit.end() == stop or text[hit.end()] in _CLOSED
    if ATTRIBUTE.fullmatch(inside):
        if head is None or inside[-1] in _MEASURES:
            return hit.end() if closed else None
        return head.end if noun in _METHODS else None
    if not PLUS.fullmatch(inside):
        return None
    if inside.endswith("网+"):
        return hit.end() if closed else None
    return head.end if head and described else None


def serial(text: str, quote: quotes.Quote, stop: int) -> tuple[int, str] | None:
    """The end and kind of an event whose full name goes on behind its motto (“……”某市2022年七夕相亲节); None without such an event."""
    begin = quote.outer[1]
    dated = levels.after(text, begin, stop)
    rest = _REST.match(text, dated, stop) if dated > begin else None
    if not rest:
        return None
    head = words().event.search(text, *rest.span())
    return (head.end(), words().heads[head.group()][0]) if head else None
