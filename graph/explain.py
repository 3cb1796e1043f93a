"""Why a name is what it is in the graph: the rules that found and linked it, its facts, and what was found but left open."""

from collections.abc import Iterator

from graph.divisions import full_name
from graph.errors import Message
from graph.records import PageFacts
from graph.tables import Tables


def explain(tables: Tables, text: str) -> list[Message]:
    """Where `text` is a mention, which rule found and linked it, and the relations and figures with their rules."""
    names = tables["entities"].set_index("id")["name"]
    mentions, relations, figures = tables["mentions"], tables["relations"], tables["statistics"]
    ids = set(tables["entities"][tables["entities"]["name"] == text]["id"]) | set(mentions[mentions["text"] == text]["entity"])
    facts = [
        (row, f"{row.text} [{row.type}] = {names[row.entity]} ({row.entity}); {row.link}")
        for row in mentions[mentions["entity"].isin(ids)].itertuples()
    ]
    facts += [
        (row, f"{names[row.head]} -{row.relation}-> {names[row.tail]}: {row.text}")
        for row in relations[relations["head"].isin(ids) | relations["tail"].isin(ids)].itertuples()
    ]
    facts += [(row, f"{names[row.subject]}: {row.measure} {row.text}") for row in figures[figures["subject"].isin(ids)].itertuples()]
    template = "{page}:{start}-{end} rule {rule}; {what}"
    return [Message(template, page=row.page, start=int(row.start), end=int(row.end), rule=row.rule, what=what) for row, what in facts]


def left_open(facts: PageFacts, text: str) -> Iterator[Message]:
    """Where `text` was found on a page and stands for nothing in the graph, since the text does not tell what it means."""
    for mention in facts.open:
        if mention.text == text:
            start, end = facts.page.raw_span(mention.start, mention.end)
            code = facts.homes.get(mention.article, (None, None))[0]
            why = Message("no region is known of its article, so it may be that of any: --region says which it is of")
            if code:
                why = Message("its article is of {region}, where it could mean none or several", region=full_name(code))
            yield Message(
                "{page}:{start}-{end} rule {rule}; {text} [{type}] was found and left open: {why}",
                page=facts.page.name, start=start, end=end, rule=mention.rule, text=text, type=mention.type, why=why,
            )  # fmt: skip
